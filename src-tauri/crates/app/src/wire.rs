//! What goes over the wire between the session and a shell.

use std::collections::BTreeMap;

use exchange::{Forms, InteractionColumns, LocalTimes, Looks, Rejections, Sheets, StageChecks};
use model::{
    Attribute, Compared, ImportId, Incomparable, Lifecycle, Map, MapId, Measured, Overlay, Persona, Question,
    Segment, StageId, Stakes, TouchpointId,
};
use scene::{Extent, Lens, Reading, Scene, SceneChanges};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{Extras, FailureCode, Paper, Parts, PartsChanges};

/// What went wrong, for a shell to say in the user's language: a message key and what to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Failure {
    /// The key of the message.
    pub code: FailureCode,
    /// What the message names: files, rows, titles, reasons.
    pub params: BTreeMap<String, String>,
    /// The message in English, for scripts and logs.
    pub message: String,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The language of the texts on a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// English.
    En,
    /// Dutch.
    Nl,
}

impl Locale {
    /// The language's tag, as BCP 47 has it.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

/// A step of history as a menu shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StepLabel {
    /// What was done: the label of an operation, such as `move_touchpoints`.
    pub op: String,
    /// To what: a title, or nothing.
    pub subject: String,
}

/// What can be undone and redone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct History {
    /// The step that undo would take back.
    pub undo: Option<StepLabel>,
    /// The step that redo would do again.
    pub redo: Option<StepLabel>,
    /// How many steps are undone.
    #[specta(type = Number)]
    pub undone: u64,
}

/// An import as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportSummary {
    /// Its row.
    pub id: ImportId,
    /// The name of the file it came from.
    pub source: String,
    /// `interactions` or `customers`.
    pub kind: String,
    /// When, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// Rows taken.
    #[specta(type = Number)]
    pub taken: u64,
    /// Rows rejected.
    #[specta(type = Number)]
    pub rejected: u64,
}

/// An event name with the number of its interactions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EventCount {
    /// The name.
    pub event: String,
    /// How many interactions.
    #[specta(type = Number)]
    pub count: u64,
}

/// How much the workspace holds, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counts {
    /// Its event names, the most frequent first.
    pub events: Vec<EventCount>,
    /// Its customers' attributes by name.
    pub attributes: Vec<Attribute>,
    /// How many customers it has.
    #[specta(type = Number)]
    pub customers: u64,
    /// How many interactions.
    #[specta(type = Number)]
    pub interactions: u64,
    /// Its first interaction, UTC milliseconds.
    #[specta(type = Option<Number>)]
    pub first: Option<i64>,
    /// Its newest interaction, UTC milliseconds.
    #[specta(type = Option<Number>)]
    pub last: Option<i64>,
}

/// The workspace at a glance: all that is not on a map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Overview {
    /// The file.
    pub path: String,
    /// Whether it can only be looked at.
    pub read_only: bool,
    /// Whether a passphrase protects it.
    pub is_protected: bool,
    /// Its title.
    pub title: String,
    /// The time zone in which its dates are read, an IANA name.
    pub timezone: String,
    /// Its maps by title.
    pub maps: Vec<Map>,
    /// Its personas by name.
    pub personas: Vec<Persona>,
    /// Its segments by name.
    pub segments: Vec<Segment>,
    /// Its imports, the newest first.
    pub imports: Vec<ImportSummary>,
    /// How much it holds.
    #[serde(flatten)]
    pub counts: Counts,
    /// What can be undone and redone.
    pub history: History,
}

/// The parts of an [`Overview`] that may have changed; what is `None` is as before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct OverviewChanges {
    /// The maps. When they no longer list the map in view, it is gone.
    pub maps: Option<Vec<Map>>,
    /// The personas.
    pub personas: Option<Vec<Persona>>,
    /// The segments.
    pub segments: Option<Vec<Segment>>,
    /// The imports.
    pub imports: Option<Vec<ImportSummary>>,
    /// How much there is.
    pub counts: Option<Counts>,
}

/// The overlays of a map at both levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Evidence {
    /// Between stages.
    pub stages: Overlay,
    /// Between touchpoints.
    pub touchpoints: Overlay,
    /// How many customers with interactions there are, of those asked about.
    #[specta(type = Number)]
    pub customers: u64,
    /// The first instant of the data, UTC milliseconds.
    #[specta(type = Option<Number>)]
    pub first: Option<i64>,
    /// How they differ from those that they are compared with, where the lens looks at that.
    pub compared: Option<Compared>,
    /// What is at stake at each stage and touchpoint, where the lens looks at that.
    pub stakes: Option<Stakes>,
    /// What customers answered about the touchpoints that surveys are linked to.
    pub measured: Vec<Measured>,
    /// Why they cannot be compared, where the lens would look at that.
    pub incomparable: Option<Incomparable>,
}

/// Of how many customers a rule is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SegmentCount {
    /// How many.
    #[specta(type = Number)]
    pub customers: u64,
    /// Of how many that are stored.
    #[specta(type = Number)]
    pub of: u64,
}

/// What a rule that is being written would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RuleTrial {
    /// How many customers it is true of, at the newest interaction; `None` where something is wrong with it.
    pub count: Option<SegmentCount>,
    /// What is wrong with which of its parts.
    pub faults: Vec<PartFault>,
}

/// What is wrong with a part of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartFault {
    /// Which part, in the order in which they are read and counted from 0. Parts that hold others are not counted.
    pub part: u32,
    /// What is wrong with it.
    pub failure: Failure,
}

/// The places of a map, each with its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MapPlaces {
    /// Its stages in order.
    pub stages: Vec<(StageId, String)>,
    /// Its touchpoints by stage. Of those that share a title, the later are told apart by a number.
    pub touchpoints: Vec<(TouchpointId, String)>,
}

/// How a map is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct View {
    /// Which map.
    pub map: MapId,
    /// The question its overlay answers; its level says which edges are prominent. `None` shows no overlay.
    pub question: Option<Question>,
    /// Through which lens, and which paths.
    pub reading: Reading,
    /// Light or dark.
    pub theme: Theme,
    /// The language.
    pub locale: Locale,
}

impl View {
    /// Whether those whom the question asks about are compared with others.
    pub(crate) fn compares(&self) -> bool {
        self.reading.lens == Lens::Comparison
            && self.question.as_ref().is_some_and(|question| question.against.is_some())
    }

    /// Whether it is looked at what is at stake.
    pub(crate) fn values(&self) -> bool {
        self.reading.lens == Lens::Value
    }
}

/// A map as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MapView {
    /// Its parts.
    pub parts: Parts,
    /// Its picture.
    pub scene: Scene,
    /// Its numbers, if a question was asked and there are interactions.
    pub evidence: Option<Evidence>,
}

/// What an edit, an undo, an import or a new question changed: what a shell must redraw. What is `None` is as before.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Changes {
    /// Maps, personas, segments, imports, counts.
    pub overview: OverviewChanges,
    /// The parts of the map in view.
    pub parts: PartsChanges,
    /// Its picture.
    pub scene: Option<SceneChanges>,
    /// Its numbers.
    pub evidence: Option<Evidence>,
    /// What can be undone and redone now.
    pub history: History,
    /// How many steps that were undone cannot be done again any more, because this was done instead.
    #[specta(type = Number)]
    pub discarded: u64,
    /// The change is made, but what it changed could not be found out: all else here is to be ignored, and the overview
    /// and the map are to be asked for again.
    pub stale: bool,
    /// The row that the edit added: a touchpoint, stage, transition, map, persona or segment.
    #[specta(type = Option<Number>)]
    pub added: Option<i64>,
}

/// Whether an import is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// It is.
    #[default]
    Import,
    /// All of the source is read, and it is said what would come of importing it.
    Try,
}

/// What the user chose in the import dialog.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct InteractionImport {
    /// Which columns hold what; `None` is guessed from the headers.
    pub columns: InteractionColumns,
    /// The zone of instants without one, an IANA name; `None` is the workspace's.
    pub timezone: Option<String>,
    /// How the source writes text, dates and numbers; `None` is recognised.
    pub forms: Forms,
    /// The name of the source that this is an export of; `None` knows it by its columns.
    pub source: Option<String>,
    /// All rows or none.
    pub strict: bool,
    /// Import all of it, even if the same content or an earlier export of the same source was imported before.
    pub again: bool,
    /// Import it even if it unpacks to far more than files of its size do.
    pub large: bool,
    /// The sheet of a workbook; `None` is the first that is shown.
    pub sheet: Option<String>,
    /// Whether it is made or only tried.
    pub run: Run,
}

/// Likewise for customers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct CustomerImport {
    /// The column of the key; `None` is guessed from the headers.
    pub key: Option<String>,
    /// Attribute and column; when empty, every column becomes an attribute.
    pub columns: Vec<(String, String)>,
    /// How the source writes text; `None` is recognised.
    pub forms: Forms,
    /// All rows or none.
    pub strict: bool,
    /// Import it even if the same content was imported before.
    pub again: bool,
    /// Import it even if it unpacks to far more than files of its size do.
    pub large: bool,
    /// The sheet of a workbook; `None` is the first that is shown.
    pub sheet: Option<String>,
    /// Whether it is made or only tried.
    pub run: Run,
}

/// How far a long task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// How much is done.
    #[specta(type = Number)]
    pub done: u64,
    /// Of how much: bytes while reading, else rows.
    #[specta(type = Number)]
    pub of: u64,
}

/// What a long task tells of its progress, and asks whether to go on.
pub type Watch<'a> = &'a (dyn Fn(Progress) -> bool + Sync);

/// What a long task is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Reading the source.
    Reading,
    /// Writing the workspace file.
    Storing,
    /// Writing a list.
    Writing,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportReport {
    /// The import, for undoing it; `None` if it was only tried.
    pub import: Option<ImportId>,
    /// Rows read.
    #[specta(type = Number)]
    pub read: u64,
    /// Rows taken.
    #[specta(type = Number)]
    pub taken: u64,
    /// Rows that an earlier export of the same source brought: the same customer, instant and event.
    #[specta(type = Number)]
    pub already_there: u64,
    /// Customers that were not known before.
    #[specta(type = Number)]
    pub new_customers: u64,
    /// The rows taken whose local time does not exist or exists twice in the zone.
    pub local_times: LocalTimes,
    /// How the source turned out to write text, dates and numbers; `None` where it has none that could be doubted.
    pub forms: Forms,
    /// A column that is named like a value but was not read, because it mostly has no numbers.
    pub unread_value: Option<String>,
    /// The names by which columns go that are written like one before them: `name (2)`.
    pub repeated: Vec<String>,
    /// The sheets of the file and which was read, where its format has sheets.
    pub sheets: Option<Sheets>,
    /// What the source looks like, if its header is known.
    pub looks: Option<Looks>,
    /// How customers went through the stages whose dates were read.
    pub stages: Option<StageChecks>,
    /// Why the workspace could not be backed up before, if it could not.
    pub not_backed_up: Option<String>,
    /// Rows rejected, with their lines and reasons.
    pub rejections: Rejections,
    /// The columns that were used.
    pub columns: BTreeMap<String, String>,
    /// The touchpoints that count events from now on because these carry their title.
    pub matched: Vec<Matched>,
}

/// A touchpoint that was given the events that carry its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Matched {
    /// The title of its map.
    pub map: String,
    /// Its own title.
    pub touchpoint: String,
    /// The events.
    pub events: Vec<String>,
}

/// A picture that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Exported {
    /// Where it is.
    pub path: String,
    /// The characters that no font of the app shows: in their place stand boxes with their codes.
    pub unshown: Vec<char>,
}

/// How a picture is to be exported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ExportOptions {
    /// Pixels per scene unit, 1 to 4; for PNG.
    pub scale: u8,
    /// What it is to be printed on, for PDF; none for a page as large as the picture.
    pub paper: Option<Paper>,
    /// Through which lens, and which paths.
    pub reading: Reading,
    /// How much of the map; graphs and tables have all of it.
    pub extent: Extent,
    /// What of the map is on it.
    pub extras: Extras,
    /// Whether a PNG or an SVG carries the map, so that it can be opened again. No customers are in it.
    pub carries: bool,
    /// Light or dark.
    pub theme: Theme,
    /// The language of its texts.
    pub locale: Locale,
}

/// An import with what it changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Imported {
    /// What it did.
    pub report: ImportReport,
    /// What a shell must redraw.
    pub changes: Changes,
}

/// A template for a new map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Template {
    /// Its id for the command line.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The shape of its lifecycle.
    pub lifecycle: Lifecycle,
    /// Its stages.
    pub stages: Vec<String>,
    /// Whether the user has kept it.
    pub own: bool,
}
