//! What goes wrong, as one error for shells: a code and parameters to translate, and a message in English.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use exchange::{ReadError, Rejections};
use export::ExportError;
use model::{EngineError, Incomparable, Level, RuleFault};
use serde_json::json;
use store::StoreError;
use thiserror::Error;

use crate::clip::MOST;
use crate::protection::LEAST;
use crate::{Failure, FailureCode as Code, ImportSummary};

/// Why a use case could not be carried out. Nothing is half done.
#[derive(Debug, Error)]
pub enum AppError {
    /// The workspace file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A source that was to be imported.
    #[error("{}: {error}", source_path.display())]
    Read {
        /// The source.
        source_path: PathBuf,
        /// What is wrong with it.
        error: ReadError,
    },
    /// The same content was imported before.
    #[error("{} was imported before, on {}; import it again with --again", source_path.display(), crate::when::rfc3339(before.at))]
    ImportedBefore {
        /// The source.
        source_path: PathBuf,
        /// The earlier import.
        before: ImportSummary,
    },
    /// A picture could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A picture could not be written.
    #[error("{}: {error}", path.display())]
    Write {
        /// The picture.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A picture or a list was to be written over a workspace or what belongs to one.
    #[error("{}: this is a workspace or part of one; choose another name", .0.display())]
    OverWorkspace(PathBuf),
    /// There is a file already where one was to be written, and nobody said to write over it.
    #[error("{}: there is such a file already", .0.display())]
    FileThere(PathBuf),
    /// A file is no image that can be put on a touchpoint.
    #[error("{}: this cannot be used as an image: {reason}", image_path.display())]
    NoImage {
        /// Which.
        image_path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// The extension names no picture that can be written.
    #[error("{}: a picture is an .svg or a .png file", .0.display())]
    UnknownFormat(PathBuf),
    /// The map was not there at that moment of history.
    #[error("the map was not there then")]
    NoMapThen,
    /// A map was to be kept as a template, and there is no folder for that.
    #[error("there is no folder for the app's data, so no template can be kept")]
    NoTemplateFolder,
    /// A map was to be compared with its twin, and has none.
    #[error("the map has no twin")]
    NoTwin,
    /// No map has the title.
    #[error("there is no map “{0}”")]
    NoMap(String),
    /// No map is in view.
    #[error("no map is open")]
    NothingInView,
    /// No segment has the name.
    #[error("there is no segment “{0}”")]
    NoSegment(String),
    /// No persona has the name.
    #[error("there is no persona “{0}”")]
    NoPersona(String),
    /// A new passphrase is too easily guessed.
    #[error("a passphrase needs at least {LEAST} characters, and not the same few again and again")]
    WeakPassphrase,
    /// The workspace is protected already.
    #[error("{} is protected by a passphrase already; --change gives it another, --remove none", .0.display())]
    Protected(PathBuf),
    /// The workspace is not protected.
    #[error("{} is not protected by a passphrase", .0.display())]
    NotProtected(PathBuf),
    /// A backup is protected by another passphrase than the workspace.
    #[error("the backup “{0}” is protected by another passphrase than the workspace")]
    LockedBackup(String),
    /// The system has no keyring, or it did not answer.
    #[error("there is no keyring on this system, or it does not answer")]
    NoKeyring,
    /// The folder of choice for backups is not there.
    #[error("{}: this folder, in which backups are kept, is not there; plug its disk in, or choose another folder", .0.display())]
    BackupFolderMissing(PathBuf),
    /// There is no folder for settings.
    #[error("there is no folder for settings on this system, so no folder can be chosen")]
    NoSettings,
    /// A file is no copy of the workspace.
    #[error("{}: this is no copy of the workspace", .0.display())]
    NoCopyOfThis(PathBuf),
    /// A map was changed in both, and nobody said which is wanted.
    #[error("the map “{0}” was changed in both; say which is wanted with --map \"{0}=ours\", theirs or both")]
    UndecidedMap(String),
    /// The workspace has no such backup.
    #[error("there is no backup “{0}”")]
    NoBackup(String),
    /// No customer has the key.
    #[error("there is no customer “{0}”")]
    NoCustomer(String),
    /// A text or JSON is no rule.
    #[error("this is no rule: {0}")]
    BadRule(String),
    /// No node of a map has the title, at the level that was asked about.
    #[error("the map “{map}” has no {} “{node}”; --level says whether stages or touchpoints are meant", level_name(*level))]
    NoNode {
        /// The map's title.
        map: String,
        /// What was asked for.
        node: String,
        /// The level that was asked about.
        level: Level,
    },
    /// A count gave no answer.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// No template has the id.
    #[error("there is no template “{0}”; `touchline templates` lists them")]
    UnknownTemplate(String),
    /// No zone has the name.
    #[error("“{0}” is not a time zone; use an IANA name such as Europe/Amsterdam")]
    UnknownZone(String),
    /// A text is no instant.
    #[error("“{0}” is not a date or an instant; write 2024-03-31 or 2024-03-31T14:05:00Z")]
    BadInstant(String),
    /// The zone that a text names is not known, or the text is at odds with it.
    #[error(
        "“{0}” names no zone that is known, or is not as far from UTC as the zone is then; write \
         2024-03-31T14:05[Europe/Amsterdam]"
    )]
    BadZonedInstant(String),
    /// A text is no window.
    #[error("“{0}” is not a window; write 30d, 12h, 90m, 45s or none")]
    BadWindow(String),
    /// No customer has a value of the attribute.
    #[error("no customer has the attribute “{0}”")]
    NoAttribute(String),
    /// A text is no age.
    #[error("“{0}” is not an age and not a date; write 90d, 12w, 18mo, 2y or 2024-03-31")]
    BadAge(String),
    /// The range ends before it starts.
    #[error("the range ends ({to}) before it starts ({from})")]
    BadRange {
        /// Where it starts.
        from: String,
        /// Where it ends.
        to: String,
    },
    /// A text is no list of stages.
    #[error("“{0}” is not “Stage: event, event; Stage: event” with a different title for each stage")]
    BadStages(String),
    /// A text is no list of steps.
    #[error(
        "“{0}” is not “Title > [Title] > !Title > Title”: [in brackets] what may be left out, after ! what may not happen \
         between two steps, {most} steps at most",
        most = model::MOST_STEPS
    )]
    BadSteps(String),
    /// A file has no list of stages.
    #[error(
        "{}: {reason}; write {{\"Stage\": [\"event\", \"event\"], \"Stage\": [\"event\"]}}", file_path.display()
    )]
    BadStagesFile {
        /// The file.
        file_path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file is no document of maps or segments that can be read.
    #[error("{}: {reason}", file_path.display())]
    BadDocument {
        /// The file.
        file_path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An event is listed by two stages.
    #[error("the event “{0}” is listed twice")]
    EventInTwoStages(String),
    /// A text has no touchpoints.
    #[error("there is nothing to paste: neither touchpoints nor lines of text")]
    NothingToPaste,
    /// What was to be replaced stands nowhere.
    #[error("what was to be replaced is not there any more")]
    NothingToReplace,
    /// A text has more lines than can be touchpoints at once.
    #[error("the text has {found} lines; at most {MOST} touchpoints can be pasted at once")]
    TooManyToPaste {
        /// How many lines it has.
        found: usize,
    },
    /// Two sides were to be compared that cannot be.
    #[error("{}", match .0 {
        Incomparable::Everybody =>
            "everybody cannot be compared with some of them; name the segment or persona that is asked about",
        Incomparable::Overlapping =>
            "the two ranges of time overlap, so that what is in both would be compared with itself",
    })]
    Incomparable(Incomparable),
    /// There are no interactions.
    #[error("there are no interactions to make a map from; import some first")]
    NothingToDiscover,
}

impl AppError {
    /// Whether the caller asked for something that cannot be, rather than something having gone wrong.
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::UnknownFormat(_)
                | Self::UnknownTemplate(_)
                | Self::UnknownZone(_)
                | Self::BadInstant(_)
                | Self::BadZonedInstant(_)
                | Self::BadWindow(_)
                | Self::BadAge(_)
                | Self::BadRange { .. }
                | Self::BadRule(_)
                | Self::Incomparable(_)
                | Self::WeakPassphrase
                | Self::Protected(_)
                | Self::NotProtected(_)
                | Self::NoCopyOfThis(_)
                | Self::UndecidedMap(_)
                | Self::Engine(EngineError::Rule(_))
                | Self::BadStages(_)
                | Self::BadSteps(_)
                | Self::BadStagesFile { .. }
                | Self::EventInTwoStages(_)
        )
    }

    /// Whether a passphrase is missing, or another one is wanted.
    pub fn is_locked(&self) -> bool {
        matches!(self, Self::Store(StoreError::Locked(_) | StoreError::WrongPassphrase(_)))
    }

    /// Its code, with what its message names.
    fn coded(&self) -> (Code, Vec<(&'static str, String)>) {
        let one = |code, name, value: &str| (code, vec![(name, value.to_owned())]);
        match self {
            Self::Store(error) => coded_store(error),
            Self::Read { source_path, error } => {
                let (code, mut params) = coded_read(error);
                params.push(("path", source_path.display().to_string()));
                (code, params)
            }
            Self::ImportedBefore { source_path, before } => (
                Code::ImportedBefore,
                vec![
                    ("path", source_path.display().to_string()),
                    ("source", before.source.clone()),
                    ("at", before.at.to_string()),
                ],
            ),
            Self::Export(error) => one(Code::Export, "reason", &error.to_string()),
            Self::Write { path, error } => {
                let mut params = caused(error);
                params.push(("path", path.display().to_string()));
                (Code::Write, params)
            }
            Self::OverWorkspace(path) => one(Code::OverWorkspace, "path", &path.display().to_string()),
            Self::FileThere(path) => one(Code::FileExists, "path", &path.display().to_string()),
            Self::NoImage { image_path, reason } => {
                (Code::NoImage, vec![("path", image_path.display().to_string()), ("reason", reason.clone())])
            }
            Self::UnknownFormat(path) => one(Code::UnknownFormat, "path", &path.display().to_string()),
            Self::NoMap(title) => one(Code::NoMap, "title", title),
            Self::NothingInView => (Code::NothingInView, Vec::new()),
            Self::NoSegment(name) => one(Code::NoSegment, "name", name),
            Self::Engine(EngineError::Cancelled) => (Code::Cancelled, Vec::new()),
            Self::Engine(EngineError::Rule(fault)) => coded_rule(fault),
            Self::WeakPassphrase => one(Code::WeakPassphrase, "least", &LEAST.to_string()),
            Self::Protected(path) => one(Code::Protected, "path", &path.display().to_string()),
            Self::NotProtected(path) => one(Code::NotProtected, "path", &path.display().to_string()),
            Self::LockedBackup(id) => one(Code::LockedBackup, "id", id),
            Self::NoKeyring => (Code::NoKeyring, Vec::new()),
            Self::BackupFolderMissing(path) => {
                one(Code::BackupFolderMissing, "path", &path.display().to_string())
            }
            Self::NoSettings => (Code::NoSettings, Vec::new()),
            Self::NoCopyOfThis(path) => one(Code::NoCopyOfThis, "path", &path.display().to_string()),
            Self::UndecidedMap(title) => one(Code::UndecidedMap, "title", title),
            Self::NoBackup(id) => one(Code::NoBackup, "id", id),
            Self::NoCustomer(key) => one(Code::NoCustomer, "key", key),
            Self::BadRule(reason) => one(Code::BadRule, "reason", reason),
            Self::NoMapThen => (Code::NoMapThen, Vec::new()),
            Self::NoTemplateFolder => (Code::NoDataFolder, Vec::new()),
            Self::Incomparable(Incomparable::Everybody) => (Code::EverybodyCompared, Vec::new()),
            Self::Incomparable(Incomparable::Overlapping) => (Code::OverlappingRanges, Vec::new()),
            Self::NoTwin => (Code::NoTwin, Vec::new()),
            Self::NoPersona(name) => one(Code::NoPersona, "name", name),
            Self::NoNode { map, node, .. } => {
                (Code::NoNode, vec![("map", map.clone()), ("node", node.clone())])
            }
            Self::UnknownTemplate(id) => one(Code::UnknownTemplate, "id", id),
            Self::UnknownZone(name) => one(Code::UnknownZone, "name", name),
            Self::BadZonedInstant(text) => one(Code::BadZonedInstant, "text", text),
            Self::BadInstant(text) => one(Code::BadInstant, "text", text),
            Self::BadWindow(text) => one(Code::BadWindow, "text", text),
            Self::NoAttribute(name) => one(Code::NoAttribute, "name", name),
            Self::BadAge(text) => one(Code::BadAge, "text", text),
            Self::BadRange { from, to } => (Code::BadRange, vec![("from", from.clone()), ("to", to.clone())]),
            Self::BadStages(text) => one(Code::BadStages, "text", text),
            Self::BadSteps(text) => one(Code::BadSteps, "text", text),
            Self::BadStagesFile { reason, .. } => one(Code::BadStages, "text", reason),
            Self::BadDocument { file_path, reason } => (
                Code::BadDocument,
                vec![("path", file_path.display().to_string()), ("reason", reason.clone())],
            ),
            Self::EventInTwoStages(event) => one(Code::EventInTwoStages, "event", event),
            Self::NothingToPaste => (Code::NothingToPaste, Vec::new()),
            Self::NothingToReplace => (Code::NothingToReplace, Vec::new()),
            Self::TooManyToPaste { found } => {
                let numbers = [("found", found.to_string()), ("most", MOST.to_string())];
                (Code::TooManyToPaste, numbers.into())
            }
            Self::NothingToDiscover => (Code::NothingToDiscover, Vec::new()),
        }
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Stage => "stage",
        Level::Touchpoint => "touchpoint",
    }
}

fn coded_rule(fault: &RuleFault) -> (Code, Vec<(&'static str, String)>) {
    match fault {
        RuleFault::Unordered { attribute } => (Code::RuleUnordered, vec![("attribute", attribute.clone())]),
        RuleFault::Undated { attribute } => (Code::RuleUndated, vec![("attribute", attribute.clone())]),
        RuleFault::BadNumber(text) => (Code::RuleNoNumber, vec![("text", text.clone())]),
        RuleFault::BadDate(text) => (Code::RuleNoDate, vec![("text", text.clone())]),
    }
}

fn coded_store(error: &StoreError) -> (Code, Vec<(&'static str, String)>) {
    let path = |path: &PathBuf| vec![("path", path.display().to_string())];
    match error {
        StoreError::Exists(file) => (Code::WorkspaceExists, path(file)),
        StoreError::NotFound(file) => (Code::WorkspaceNotFound, path(file)),
        StoreError::Foreign(file) => (Code::WorkspaceForeign, path(file)),
        StoreError::Newer { path: file, .. } => (Code::WorkspaceNewer, path(file)),
        StoreError::Damaged { path: file, reason } => {
            let mut params = path(file);
            params.push(("reason", reason.clone()));
            (Code::WorkspaceDamaged, params)
        }
        StoreError::StrayLog(file) => (Code::WorkspaceStrayLog, path(file)),
        StoreError::Locked(file) => (Code::WorkspaceLocked, path(file)),
        StoreError::WrongPassphrase(file) => (Code::WrongPassphrase, path(file)),
        StoreError::Busy(file) => (Code::WorkspaceBusy, path(file)),
        StoreError::ReadOnly(file) => (Code::WorkspaceReadOnly, path(file)),
        StoreError::Full => (Code::DiskFull, Vec::new()),
        StoreError::Untitled(_) => (Code::Untitled, Vec::new()),
        StoreError::TooLong { .. } => (Code::TextTooLong, Vec::new()),
        StoreError::TitleTaken { title, .. } => (Code::TitleTaken, vec![("title", title.clone())]),
        StoreError::Circle(names) => (Code::SegmentCircle, vec![("names", names.join(" → "))]),
        StoreError::EventTaken { event, by } => {
            (Code::EventTaken, vec![("event", event.clone()), ("by", by.clone())])
        }
        StoreError::TransitionTaken { from, to } => {
            (Code::TransitionTaken, vec![("from", from.clone()), ("to", to.clone())])
        }
        StoreError::Conflict { subject, .. } => (Code::HistoryConflict, vec![("subject", subject.clone())]),
        StoreError::Misfit { subject, table, .. } => {
            (Code::HistoryMisfit, vec![("subject", subject.clone()), ("table", table.clone())])
        }
        StoreError::Undone(_) => (Code::ImportUndone, Vec::new()),
        StoreError::Cancelled => (Code::Cancelled, Vec::new()),
        StoreError::Io { path: file, source } => {
            let mut params = caused(source);
            params.extend(path(file));
            (Code::WorkspaceUnreadable, params)
        }
        StoreError::Missing { what, id } => {
            (Code::Missing, vec![("what", (*what).to_owned()), ("id", id.to_string())])
        }
        StoreError::OtherMap { first, second } => {
            (Code::OtherMap, vec![("first", first.clone()), ("second", second.clone())])
        }
        StoreError::OwnSubJourney { touchpoint } => {
            (Code::OwnSubJourney, vec![("touchpoint", touchpoint.clone())])
        }
        StoreError::LockedInPlace { title } => (Code::LockedInPlace, vec![("title", title.clone())]),
        StoreError::NoDots { voter, dots } => {
            (Code::NoDots, vec![("voter", voter.clone()), ("dots", dots.to_string())])
        }
        StoreError::NoPlace => (Code::NoPlace, Vec::new()),
        StoreError::NoJourney { title, .. } => {
            (Code::MapDamaged, vec![("title", title.clone()), ("reason", error.to_string())])
        }
        StoreError::Unsound(reason) => (Code::Unsound, vec![("reason", reason.clone())]),
        StoreError::Parts(reason) => coded_spool(reason),
        StoreError::TooMany(_) => (Code::TooManyNames, Vec::new()),
        StoreError::Sql(reason) => (Code::Store, vec![("reason", reason.to_string())]),
    }
}

fn coded_read(error: &ReadError) -> (Code, Vec<(&'static str, String)>) {
    let listed = |columns: &[String]| columns.join(", ");
    match error {
        ReadError::NotAFile => (Code::SourceNotAFile, Vec::new()),
        ReadError::Empty => (Code::SourceEmpty, Vec::new()),
        ReadError::NoRows => (Code::SourceNoRows, Vec::new()),
        ReadError::Spreadsheet => (Code::SourceSpreadsheet, Vec::new()),
        ReadError::NotALog => (Code::SourceNotALog, Vec::new()),
        ReadError::UnknownSheet { name, sheets } => {
            (Code::UnknownSheet, vec![("name", name.clone()), ("sheets", listed(sheets))])
        }
        ReadError::Binary => (Code::SourceBinary, Vec::new()),
        ReadError::Utf16 => (Code::SourceUtf16, Vec::new()),
        ReadError::OpenDates { example } => (Code::SourceOpenDates, vec![("example", example.clone())]),
        ReadError::MixedDates => (Code::SourceMixedDates, Vec::new()),
        ReadError::OpenNumbers { example } => (Code::SourceOpenNumbers, vec![("example", example.clone())]),
        ReadError::MissingColumn { role, columns } => {
            (Code::MissingColumn, vec![("role", role.to_string()), ("columns", listed(columns))])
        }
        ReadError::UnknownColumn { name, columns } => {
            (Code::UnknownColumn, vec![("name", name.clone()), ("columns", listed(columns))])
        }
        ReadError::Rejected { rejections } => (Code::RowsRejected, rejected(rejections)),
        ReadError::NothingTaken { rejections } => (Code::NothingTaken, rejected(rejections)),
        ReadError::Cancelled => (Code::Cancelled, Vec::new()),
        ReadError::DamagedGzip(reason) => (Code::SourceDamaged, caused(reason)),
        ReadError::DamagedParquet(reason)
        | ReadError::DamagedWorkbook(reason)
        | ReadError::DamagedLog(reason) => {
            (Code::SourceDamaged, vec![("cause", "other".to_owned()), ("reason", reason.clone())])
        }
        ReadError::OddColumn { column } => (Code::SourceOddColumn, vec![("column", column.clone())]),
        ReadError::Swollen { .. } => (Code::SourceSwollen, Vec::new()),
        ReadError::TooManyColumns { limit } => {
            (Code::SourceTooManyColumns, vec![("limit", limit.to_string())])
        }
        ReadError::LongLine { .. } => (Code::SourceLongLine, Vec::new()),
        ReadError::TooManyNames { role, column, limit } => (
            Code::SourceTooManyNames,
            vec![("role", role.to_string()), ("column", column.clone()), ("limit", limit.to_string())],
        ),
        ReadError::Spool(reason) => coded_spool(reason),
        ReadError::Io(reason) => (Code::Source, caused(reason)),
    }
}

/// What went wrong with what is kept beside the workspace while it is imported.
fn coded_spool(reason: &io::Error) -> (Code, Vec<(&'static str, String)>) {
    match reason.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (Code::DiskFull, Vec::new()),
        _ => (Code::Spool, caused(reason)),
    }
}

/// Why the system refused: what it says, in its own words, and the cause where texts in every language name it.
fn caused(error: &io::Error) -> Vec<(&'static str, String)> {
    let cause = match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::ReadOnlyFilesystem => "read_only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::UnexpectedEof => "cut_off",
        _ => "other",
    };
    vec![("cause", cause.to_owned()), ("reason", error.to_string())]
}

/// How many rows were left out, and the first of them as JSON, for the window to put into words.
fn rejected(rejections: &Rejections) -> Vec<(&'static str, String)> {
    let first = rejections.first.first().map(|first| json!(first).to_string());
    let mut params = vec![("count", rejections.total.to_string()), ("reason", rejections.to_string())];
    params.extend(first.map(|first| ("rejected", first)));
    params
}

impl Failure {
    /// A failure that names nothing.
    pub fn plain(code: Code, message: &str) -> Self {
        Self { code, params: BTreeMap::new(), message: message.to_owned() }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let (code, params) = error.coded();
        crate::trace::note_failure(code);
        let params: BTreeMap<_, _> =
            params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code, params, message: error.to_string() }
    }
}
