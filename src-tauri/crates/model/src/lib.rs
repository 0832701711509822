//! The domain: journeys, their stages, touchpoints and transitions, personas and segments, the questions asked
//! of a map and the overlays that answer them.
//!
//! Here live types, their validation and questions about the graph. There is no I/O, no SQL, no painting and no
//! counting here: `store` keeps these, `insight` counts them, `scene` lays them out.

mod asks;
mod attribute;
mod batch;
mod branches;
mod calendar;
mod channel;
mod circle;
mod closer;
mod collation;
mod columns;
mod contrast;
mod details;
mod engine;
mod figure;
mod findings;
mod forgotten;
mod form;
mod funnel;
mod ids;
mod image;
mod journey;
mod known;
mod lane;
mod lifecycle;
mod map;
mod meaning;
mod measured;
mod metrics;
mod odds;
mod overlap;
mod overlay;
mod paths;
mod persona;
mod persona_details;
mod projection;
mod quality;
mod question;
mod ranks;
mod rate;
mod rule;
pub mod rule_text;
mod sentiment;
mod sequence;
mod stage_details;
mod stake;
mod story;
mod texts;
mod time_contrast;
mod title;
mod transition_details;
mod variants;
pub mod varint;
mod who;
mod words;
mod workshop;

pub use asks::Asks;
pub use attribute::{Attribute, AttributeColumn, AttributeKind, Typed};
pub use batch::{CustomerBatch, CustomerRows, InteractionBatch, InteractionRows, NONE, Parts};
pub use branches::{AtBranch, Branch, MOST_DEPTH, PathsOf, Toward};
pub use calendar::Period;
pub use channel::{AnyChannel, ChannelIcon, ChannelKind, OwnChannel};
pub use circle::{PersonaOrSegment, circle};
pub use closer::{
    Aftermath, Bin, Closer, CloserLook, Driver, Drivers, ENOUGH, Factor, Leg, Next, Part, Point, Spread,
    Trend,
};
pub use collation::{Lookup, push_words, sort_key};
pub use columns::{Codes, Columns, Instants};
pub use contrast::{
    Against, Compared, Contrast, EdgeContrast, Incomparable, NodeContrast, RateDifference, standing,
};
pub use details::{Actor, ContentStatus, Day, Details, Drama, EvidenceKind, KnownBy, Link, PlannedContent};
pub use engine::{Asked, Cancel, Engine, EngineError, EngineName};
pub use figure::Figure;
pub use findings::Finding;
pub use forgotten::Forgotten;
pub use form::{Form, Forms, Moment};
pub use funnel::{Exclusion, Funnel, FunnelCounts, FunnelStep, MOST_STEPS, StepClass, StepCounts};
pub use ids::{
    CardId, CustomerId, ImportId, LaneId, MapId, NoteId, PersonaId, SegmentId, StageId, StoryStepId,
    TouchpointId, TransitionId, VersionId,
};
pub use image::{EDGE, Image, MOST, NoImage};
pub use journey::{Journey, Problem};
pub use known::{Clock, Known, Labels, RuleFault};
pub use lane::{Cell, CellsBy, Lane, LaneCard, LaneKind, LaneView};
pub use lifecycle::{Direction, Lifecycle};
pub use map::{Map, Place, Stage, Touchpoint, Transition, Twin, TwinState};
pub use meaning::{Answer, Meaning, Survey, Worths};
pub use measured::Measured;
pub use metrics::{ActiveBy, Lifetime, Metrics, MetricsQuestion, OfTile, Revenue, Score, Tile, YEAR};
pub use odds::{OddsRatio, Share};
pub use overlap::{InSegments, MOST_TOGETHER, Overlap, Overlaps, SegmentSize};
pub use overlay::{Account, Coverage, Elsewhere, Flow, Kind, Moved, Node, Overlay, Times};
pub use persona::{Persona, Segment};
pub use persona_details::{Avatar, Face, Hair, PersonaDetails, PersonaKind, Trait};
pub use projection::{Parameters, Projection, REPEATERS, Summary};
pub use quality::{Flaw, FlawEffect, Flawed, Marks, OfFlaw, Quality, Shift, Sifter, Sifting};
pub use question::{DAY, Level, Mode, Question, Repeats, Unit};
pub use ranks::Ranks;
pub use rate::{FEW, Rate, TOO_FEW};
pub use rule::{
    AttributeTest, Did, InOrder, OfAttribute, Often, OnMap, Operand, Reference, Referent, Rule, Spot, What,
    Worth,
};
pub use rule_text::RuleError;
pub use sentiment::{PersonaFeeling, Sentiment};
pub use sequence::{Along, Sequence};
pub use stage_details::{StageDetails, StageTint};
pub use stake::{Sample, Stake, Stakes, Value};
pub use story::{Area, Frame, Lit, Shown, StoryStep};
pub use texts::Texts;
pub use time_contrast::{Spans, TimeDifference};
pub use title::folded;
pub use transition_details::{TransitionDetails, TransitionKind};
pub use variants::{Variant, Variants, VariantsOf, WhichVariant};
pub use who::{Class, ClassName, Entrants, Entry, Who};
pub use workshop::{Note, Outcome, OutcomeKind, Ranked, Vote, Workshop};
