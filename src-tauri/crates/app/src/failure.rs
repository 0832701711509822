//! What goes wrong, as one error for shells: a code and parameters to translate, and a message in English.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use exchange::ReadError;
use export::ExportError;
use store::StoreError;
use thiserror::Error;

use crate::{Failure, ImportSummary};

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
    /// The extension names no picture that can be written.
    #[error("{}: a picture is an .svg or a .png file", .0.display())]
    UnknownFormat(PathBuf),
    /// No map has the title.
    #[error("there is no map “{0}”")]
    NoMap(String),
    /// No map is in view.
    #[error("no map is open")]
    NothingInView,
    /// No segment has the name.
    #[error("there is no segment “{0}”")]
    NoSegment(String),
    /// No template has the id.
    #[error("there is no template “{0}”; `touchline templates` lists them")]
    UnknownTemplate(String),
    /// No zone has the name.
    #[error("“{0}” is not a time zone; use an IANA name such as Europe/Amsterdam")]
    UnknownZone(String),
    /// A text is no instant.
    #[error("“{0}” is not a date or an instant; write 2024-03-31 or 2024-03-31T14:05:00Z")]
    BadInstant(String),
    /// A text is no window.
    #[error("“{0}” is not a window; write 30d, 12h, 90m, 45s or none")]
    BadWindow(String),
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
    /// An event is listed by two stages.
    #[error("the event “{0}” is listed twice")]
    EventInTwoStages(String),
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
                | Self::BadWindow(_)
                | Self::BadRange { .. }
                | Self::BadStages(_)
                | Self::EventInTwoStages(_)
        )
    }

    /// Its code, with what its message names.
    fn coded(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let one = |code, name, value: &str| (code, vec![(name, value.to_owned())]);
        match self {
            Self::Store(error) => coded_store(error),
            Self::Read { source_path, error } => {
                let (code, mut params) = coded_read(error);
                params.push(("path", source_path.display().to_string()));
                (code, params)
            }
            Self::ImportedBefore { source_path, before } => (
                "imported_before",
                vec![
                    ("path", source_path.display().to_string()),
                    ("source", before.source.clone()),
                    ("at", before.at.to_string()),
                ],
            ),
            Self::Export(error) => one("export", "reason", &error.to_string()),
            Self::Write { path, error } => {
                ("write", vec![("path", path.display().to_string()), ("reason", error.to_string())])
            }
            Self::UnknownFormat(path) => one("unknown_format", "path", &path.display().to_string()),
            Self::NoMap(title) => one("no_map", "title", title),
            Self::NothingInView => ("nothing_in_view", Vec::new()),
            Self::NoSegment(name) => one("no_segment", "name", name),
            Self::UnknownTemplate(id) => one("unknown_template", "id", id),
            Self::UnknownZone(name) => one("unknown_zone", "name", name),
            Self::BadInstant(text) => one("bad_instant", "text", text),
            Self::BadWindow(text) => one("bad_window", "text", text),
            Self::BadRange { from, to } => ("bad_range", vec![("from", from.clone()), ("to", to.clone())]),
            Self::BadStages(text) => one("bad_stages", "text", text),
            Self::EventInTwoStages(event) => one("event_in_two_stages", "event", event),
            Self::NothingToDiscover => ("nothing_to_discover", Vec::new()),
        }
    }
}

fn coded_store(error: &StoreError) -> (&'static str, Vec<(&'static str, String)>) {
    let path = |path: &PathBuf| vec![("path", path.display().to_string())];
    match error {
        StoreError::Exists(file) => ("workspace_exists", path(file)),
        StoreError::NotFound(file) => ("workspace_not_found", path(file)),
        StoreError::Foreign(file) => ("workspace_foreign", path(file)),
        StoreError::Newer { path: file, .. } => ("workspace_newer", path(file)),
        StoreError::Damaged { path: file, reason } => {
            let mut params = path(file);
            params.push(("reason", reason.clone()));
            ("workspace_damaged", params)
        }
        StoreError::Busy(file) => ("workspace_busy", path(file)),
        StoreError::ReadOnly(file) => ("workspace_read_only", path(file)),
        StoreError::Full => ("disk_full", Vec::new()),
        StoreError::Untitled(_) => ("untitled", Vec::new()),
        StoreError::TitleTaken { title, .. } => ("title_taken", vec![("title", title.clone())]),
        StoreError::EventTaken { event, by } => {
            ("event_taken", vec![("event", event.clone()), ("by", by.clone())])
        }
        StoreError::TransitionTaken { from, to } => {
            ("transition_taken", vec![("from", from.clone()), ("to", to.clone())])
        }
        StoreError::Conflict { subject, .. } => ("history_conflict", vec![("subject", subject.clone())]),
        StoreError::Undone(_) => ("import_undone", Vec::new()),
        StoreError::Cancelled => ("cancelled", Vec::new()),
        other => ("store", vec![("reason", other.to_string())]),
    }
}

fn coded_read(error: &ReadError) -> (&'static str, Vec<(&'static str, String)>) {
    let listed = |columns: &[String]| columns.join(", ");
    match error {
        ReadError::NotAFile => ("source_not_a_file", Vec::new()),
        ReadError::Empty => ("source_empty", Vec::new()),
        ReadError::NoRows => ("source_no_rows", Vec::new()),
        ReadError::Spreadsheet => ("source_spreadsheet", Vec::new()),
        ReadError::Binary => ("source_binary", Vec::new()),
        ReadError::Utf16 => ("source_utf16", Vec::new()),
        ReadError::MissingColumn { role, columns } => {
            ("missing_column", vec![("role", role.to_string()), ("columns", listed(columns))])
        }
        ReadError::UnknownColumn { name, columns } => {
            ("unknown_column", vec![("name", name.clone()), ("columns", listed(columns))])
        }
        ReadError::Rejected { rejections } => (
            "rows_rejected",
            vec![("count", rejections.total.to_string()), ("reason", rejections.to_string())],
        ),
        ReadError::NothingTaken { rejections } => (
            "nothing_taken",
            vec![("count", rejections.total.to_string()), ("reason", rejections.to_string())],
        ),
        ReadError::Cancelled => ("cancelled", Vec::new()),
        other => ("source", vec![("reason", other.to_string())]),
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let (code, params) = error.coded();
        let params: BTreeMap<_, _> =
            params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code: code.to_owned(), params, message: error.to_string() }
    }
}
