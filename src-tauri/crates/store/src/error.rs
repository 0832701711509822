//! What can go wrong with a workspace file, in words that say what to do next.

use std::io;
use std::path::PathBuf;

use model::{ImportId, Problem};
use rusqlite::ErrorCode;
use thiserror::Error;

/// Why the workspace file could not be opened, read or changed. Whatever was being done is undone as a whole.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is already a file where a workspace was to be created.
    #[error("{} already exists", .0.display())]
    Exists(PathBuf),
    /// There is no such file.
    #[error("{} does not exist", .0.display())]
    NotFound(PathBuf),
    /// The file is something else than a workspace.
    #[error("{} is not a Touchline workspace", .0.display())]
    Foreign(PathBuf),
    /// A newer version of the app wrote the file.
    #[error(
        "{} was written by a newer version of Touchline (format {found}; this version knows {known}); update the app",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: i64,
        /// The newest format that this version knows.
        known: i64,
    },
    /// The file is a workspace, but parts of it are missing or wrong.
    #[error("{} is damaged: {reason}", if path.as_os_str().is_empty() { "the workspace".into() } else { path.to_string_lossy() })]
    Damaged {
        /// The file; empty where it is the one that is open.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The log beside the file is not the file's own.
    #[error(
        "beside {} there is a log that does not belong to it, perhaps since a copy was put in the file's place; nothing was changed",
        .0.display()
    )]
    StrayLog(PathBuf),
    /// The file is protected by a passphrase, or random bytes.
    #[error("{} is protected by a passphrase", .0.display())]
    Locked(PathBuf),
    /// The file does not open with what was given.
    #[error("{} does not open with this passphrase", .0.display())]
    WrongPassphrase(PathBuf),
    /// Another window or process has the file open.
    #[error("{} is open in another window or program", .0.display())]
    Busy(PathBuf),
    /// The file may not be written.
    #[error("{} is read-only", .0.display())]
    ReadOnly(PathBuf),
    /// The system refused to read or write the file.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The disk has no room left.
    #[error("the disk is full")]
    Full,
    /// The workspace has no row with this id.
    #[error("there is no {what} {id}")]
    Missing {
        /// What kind of row.
        what: &'static str,
        /// The id asked for.
        id: i64,
    },
    /// A title or name has nothing to read in it.
    #[error("a {0} needs a title")]
    Untitled(&'static str),
    /// A text has more bytes than it may have.
    #[error("the text of a {what} has more than {most} bytes")]
    TooLong {
        /// What kind of row.
        what: &'static str,
        /// How many it may have.
        most: usize,
    },
    /// Another row has the title already.
    #[error("there is already a {what} “{title}”")]
    TitleTaken {
        /// What kind of row.
        what: &'static str,
        /// The title.
        title: String,
    },
    /// A segment is said of itself, by way of the others.
    #[error("segments and personas in a circle: {}", .0.join(" → "))]
    Circle(Vec<String>),
    /// Another touchpoint of the map lists the event.
    #[error("the event “{event}” already belongs to the touchpoint “{by}”")]
    EventTaken {
        /// The event name.
        event: String,
        /// The title of the touchpoint that lists it.
        by: String,
    },
    /// The map already has the transition.
    #[error("there is already a transition from “{from}” to “{to}”")]
    TransitionTaken {
        /// The title of the touchpoint where it starts.
        from: String,
        /// The title of the touchpoint where it ends.
        to: String,
    },
    /// Two rows that must be of one map are not.
    #[error("“{first}” and “{second}” are on different maps")]
    OtherMap {
        /// The title of the first.
        first: String,
        /// The title of the second.
        second: String,
    },
    /// A touchpoint was to open the map that it is on.
    #[error("“{touchpoint}” cannot open the map that it is on")]
    OwnSubJourney {
        /// The title of the touchpoint.
        touchpoint: String,
    },
    /// Something locked was to be moved, resized or deleted.
    #[error("“{title}” is locked; unlock it first")]
    LockedInPlace {
        /// Its title.
        title: String,
    },
    /// Somebody was to give more dots than are left to give.
    #[error("{voter} has given all of {dots} dots")]
    NoDots {
        /// Who.
        voter: String,
        /// How many each may give.
        dots: u32,
    },
    /// A touchpoint's place is not a finite number, or is too far away.
    #[error("a touchpoint's place must be a number of at most 1,000,000,000")]
    NoPlace,
    /// The stored parts of a map do not make a journey.
    #[error("the map “{title}” is damaged: {}", problems.first().map(ToString::to_string).unwrap_or_default())]
    NoJourney {
        /// The map's title.
        title: String,
        /// Everything that is wrong with it.
        problems: Vec<Problem>,
    },
    /// A step cannot be undone or redone, because something outside history changed what it had changed.
    #[error("“{subject}” was changed by something else, so {op} cannot be undone or redone")]
    Conflict {
        /// The operation of the step.
        op: String,
        /// What it was done to.
        subject: String,
    },
    /// A step cannot be undone or redone, because a table is not any more what it was when the step was recorded.
    #[error(
        "{op} of “{subject}” was recorded in format {format} of the file, which “{table}” no longer fits"
    )]
    Misfit {
        /// The operation of the step.
        op: String,
        /// What it was done to.
        subject: String,
        /// The format of the file at the time; 0 if that was not noted.
        format: i64,
        /// The table that has changed.
        table: String,
    },
    /// What was to be imported contradicts itself.
    #[error("the import is not sound: {0}")]
    Unsound(String),
    /// What was read for an import cannot be had back from where it was kept.
    #[error("what was read cannot be had back: {0}")]
    Parts(io::Error),
    /// More distinct names than the workspace can hold.
    #[error("more than 65,536 different names of one kind ({0})")]
    TooMany(&'static str),
    /// The import was undone before.
    #[error("import {} is undone already", .0.0)]
    Undone(ImportId),
    /// The caller asked to stop.
    #[error("cancelled; nothing was changed")]
    Cancelled,
    /// SQLite refused for some other reason.
    #[error("the workspace file: {0}")]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::damaged(error.to_string()),
            _ => Self::Sql(error),
        }
    }
}

impl StoreError {
    /// The error for something in the file that cannot be.
    pub(crate) fn damaged(reason: impl Into<String>) -> Self {
        Self::Damaged { path: PathBuf::new(), reason: reason.into() }
    }

    /// The same error with the file it happened to, where SQLite's own error does not name it.
    pub(crate) fn of(self, file: &std::path::Path) -> Self {
        match self {
            Self::Damaged { path, reason } if path.as_os_str().is_empty() => {
                Self::Damaged { path: file.to_owned(), reason }
            }
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(file.to_owned()),
                Some(ErrorCode::NotADatabase) => {
                    Self::Damaged { path: file.to_owned(), reason: error.to_string() }
                }
                Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                    Self::ReadOnly(file.to_owned())
                }
                _ => Self::Sql(error),
            },
            other => other,
        }
    }
}

impl StoreError {
    /// The same error about one file instead of another.
    pub(crate) fn about(self, copy: &std::path::Path, file: &std::path::Path) -> Self {
        let told = |path: PathBuf| if path == copy { file.to_owned() } else { path };
        match self {
            Self::Damaged { path, reason } => Self::Damaged { path: told(path), reason },
            Self::StrayLog(path) => Self::StrayLog(told(path)),
            Self::Foreign(path) => Self::Foreign(told(path)),
            Self::Locked(path) => Self::Locked(told(path)),
            Self::Newer { path, found, known } => Self::Newer { path: told(path), found, known },
            Self::Io { path, source } => Self::Io { path: told(path), source },
            other => other,
        }
    }
}

/// The error for a stored word that the model does not know.
pub(crate) fn unknown(column: usize, word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        column,
        rusqlite::types::Type::Text,
        format!("unknown word “{word}”").into(),
    )
}
