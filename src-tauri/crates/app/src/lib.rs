//! Session and use cases: all that a shell may call.
//!
//! A [`Session`] has one workspace file open. Every change goes through it: an [`Edit`] is one transaction and one
//! step of history, an import is one transaction of its own. It keeps the interactions as columns and the map in
//! view as it was last sent, so that it can answer with [`Changes`] alone. Shells decide nothing.

mod asking;
mod backups;
mod clip;
mod closer;
mod comparison;
mod contrast;
mod copying;
mod discover;
mod disguise;
mod documents;
mod doubles;
mod edit;
mod erasure;
mod exports;
mod failure;
mod failure_code;
mod finding;
mod image;
mod imports;
mod kept_templates;
mod keyring;
mod keys_file;
mod leaving;
mod matching;
mod members;
mod merge;
mod metrics;
pub mod operations;
mod overlaps;
mod overview;
mod overwriting;
mod parts;
mod people;
mod persona_facts;
mod population;
mod protection;
mod quality;
mod quoting;
mod record;
mod report;
mod retention;
mod rules;
mod sample;
mod search;
mod sequences;
mod session;
mod sheets;
mod showing;
mod stages;
mod steps;
mod steps_text;
mod story;
mod story_slides;
mod sub_journeys;
mod tables;
mod templates;
mod tidying;
mod trace;
mod trial;
mod when;
mod whole;
mod windows;
mod wire;
mod worth_report;

pub use asking::{Asked, NamedAgainst, NamedWho};
pub use backups::{
    Backup, BackupPlace, BackupReason, Comparison, Contents, MovedBackups, Unrestored, keep_settings_in,
};
pub use clip::{Clip, Pasted, PutAt};
pub use closer::{
    AccountReport, BinReport, DriverReport, DriversReport, NextReport, PointReport, SideReport,
};
pub use comparison::{Difference, Differing, MapComparison};
pub use copying::{CopiedAs, Copying};
pub use discover::Detail;
pub use disguise::{Disguise, Disguised};
pub use documents::{DocumentLook, Missing, MissingKind, Taken, inspect_document};
pub use doubles::{Double, Duplicates, Likeness};
pub use edit::Edit;
pub use erasure::{Erased, Erasure, Mention};
pub use exchange::{
    DateOrder, DecimalMark, Encoding, Forms, InteractionColumns, LocalTimes, Looks, Origin, RejectReason,
    Rejected, Rejections, RowsOf, Sheets, Source, StageCheck, StageChecks, StageDate, hush_damage,
};
pub use export::{Paper, PaperSize, Pixels};
pub use exports::Export;
pub use failure::AppError;
pub use failure_code::FailureCode;
pub use finding::{Field, Hit, Sought, Written};
pub use image::read_image;
pub use imports::{fingerprint, inspect_source};
pub use kept_templates::{delete_template, keep_templates_in, rename_template};
pub use keyring::{has_keyring, recall, remember};
pub use keys_file::NamedCustomers;
pub use leaving::{Content, DataExport, DataFormat, ExportedData, ExportedFile};
pub use merge::{ComparedCopy, ComparedMap, Copy, MapChoice, MapState, Merged};
pub use metrics::{EventMeaning, HORIZON};
pub use model::{
    Account, ActiveBy, Actor, Aftermath, Against, Along, Answer, AnyChannel, Area, AtBranch, Attribute,
    AttributeKind, Avatar, Bin, Branch, Cancel, CardId, Cell, CellsBy, ChannelIcon, ChannelKind, Class,
    ClassName, CloserLook, Compared, ContentStatus, Contrast, CustomerId, Day, Details, Direction, Drama,
    Driver, Drivers, EdgeContrast, Entrants, EvidenceKind, Exclusion, Face, Factor, Figure, Finding, Flaw,
    FlawEffect, Flawed, Flow, Frame, Funnel, FunnelCounts, FunnelStep, Hair, ImportId, InSegments,
    Incomparable, Kind, KnownBy, Lane, LaneCard, LaneId, LaneKind, LaneView, Leg, Level, Lifecycle, Lifetime,
    Link, Lit, MOST_DEPTH, MOST_STEPS, Map, MapId, Meaning, Measured, Metrics, MetricsQuestion, Mode, Next,
    Node, NodeContrast, Note, NoteId, OddsRatio, OfFlaw, OfTile, Outcome, OutcomeKind, Overlap, Overlaps,
    Overlay, OwnChannel, Parameters, Part, PathsOf, Period, Persona, PersonaDetails, PersonaId, PersonaKind,
    PlannedContent, Point, Projection, Quality, Question, Rate, RateDifference, Repeats, Revenue, Rule,
    Score, Segment, SegmentId, Sentiment, Sequence, Share, Shift, Shown, Spread, Stage, StageDetails,
    StageId, StageTint, Stake, Stakes, StepClass, StepCounts, StoryStep, StoryStepId, Survey, Tile,
    TimeDifference, Times, Touchpoint, TouchpointId, Toward, Trait, Transition, TransitionDetails,
    TransitionId, TransitionKind, Trend, Twin, TwinState, Unit, Value, Variant, Variants, VariantsOf,
    VersionId, Vote, WhichVariant, Who, Workshop,
};
pub use operations::{
    CardChange, DetailChange, FeelingChange, Joined, Move, NewStoryStep, NoteChange, PersonaChange, Placed,
    StageChange, Stick, StoryStepChange, TransitionChange,
};
pub use overlaps::{OverlapReport, OverlapsReport};
pub use parts::{ListChanges, Parts, PartsChanges};
pub use people::{
    Activity, Column, Customer, FileColumn, Listing, Order, Page, People, Person, Reader, TimelineEntry,
};
pub use persona_facts::{CountOf, Disagreement, Matter, NamedCount, PersonaFacts, Standing};
pub use population::AttributeValue;
pub use protection::{OldBackups, Protection, is_protected, unlock};
pub use quality::{EffectReport, FlawReport, QualityReport};
pub use record::{Brought, Deed, Record, Row};
pub use report::{
    BranchReport, CompareReport, DifferenceReport, EdgeContrastReport, EdgeReport, FunnelReport,
    NodeContrastReport, NodeReport, OverlayReport, PathsReport, QuestionReport, RateReport, SegmentReport,
    StepReport, TimeDifferenceReport, VariantReport, VariantsReport, WhoReport,
};
pub use retention::{Aged, Expiry};
pub use rules::{rule_of_json, rule_of_text};
pub use scene::{
    Change, Extent, Extras, Lens, NewCard, PathCount, Primitive, Reading, Scene, SceneChanges, SceneItem,
    SheetPart, Subject, TintSample, Wanted, Way, portrait, stage_tints,
};
pub use search::{Find, Finds, FoundOn};
pub use session::{MapSummary, NewWorkspace, Session};
pub use sheets::{PersonaSheet, SheetOptions};
pub use stages::Stages;
pub use steps::{KeptStep, Moment, Steps, Version};
pub use steps_text::NamedSteps;
pub use store::{Known, Parted, Passphrase, Unlocked};
pub use story::{About, ProposedStep};
pub use sub_journeys::{Counted, SubJourney};
pub use templates::{DEFAULT_TEMPLATE, Idea, ideas, template_scene, templates};
pub use trace::{TRACE_TARGET, noted};
pub use when::{is_zone, rfc3339};
pub use wire::{
    Changes, Counts, CustomerImport, EventCount, Evidence, ExportOptions, Exported, Failure, History,
    ImportReport, ImportSummary, Imported, InteractionImport, Locale, MapPlaces, MapView, Matched, Overview,
    OverviewChanges, PartFault, Phase, Progress, RuleTrial, Run, SegmentCount, StepLabel, Template, Theme,
    View, Watch,
};
pub use worth_report::{BuyerReport, MetricsReport, StakeReport, StakesReport};
