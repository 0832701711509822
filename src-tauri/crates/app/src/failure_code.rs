//! Every way in which something can go wrong that a shell tells apart.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What went wrong: the key of a message in the shell's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FailureCode {
    /// Something is wrong with the app itself.
    Unexpected,
    /// Something is wrong with the window; only the window says so.
    Window,
    /// No workspace is open.
    NoWorkspace,
    /// There is a file already where a workspace was to be made.
    WorkspaceExists,
    /// There is no such workspace file.
    WorkspaceNotFound,
    /// The file is something else than a workspace.
    WorkspaceForeign,
    /// A newer version of the app wrote the workspace.
    WorkspaceNewer,
    /// The workspace file is damaged.
    WorkspaceDamaged,
    /// The log beside the workspace file is not the file's own.
    WorkspaceStrayLog,
    /// With the log beside it the workspace file cannot be read.
    WorkspaceLogUnreadable,
    /// The workspace is protected by a passphrase.
    WorkspaceLocked,
    /// The workspace does not open with the passphrase.
    WrongPassphrase,
    /// A new passphrase is too easily guessed.
    WeakPassphrase,
    /// The workspace is protected already.
    Protected,
    /// The workspace is not protected.
    NotProtected,
    /// The workspace is open elsewhere.
    WorkspaceBusy,
    /// The workspace file may not be written.
    WorkspaceReadOnly,
    /// The system refused to read or write the workspace file.
    WorkspaceUnreadable,
    /// The disk has no room left.
    DiskFull,
    /// A title has nothing to read in it.
    Untitled,
    /// A text has more bytes than it may have.
    TextTooLong,
    /// Another has the title already.
    TitleTaken,
    /// Another touchpoint lists the event already.
    EventTaken,
    /// The map has the transition already.
    TransitionTaken,
    /// Two things that must be of one map are not.
    OtherMap,
    /// A touchpoint was to open the map that it is on.
    OwnSubJourney,
    /// Something locked was to be moved, resized or deleted.
    LockedInPlace,
    /// Somebody was to give more dots than are left to give.
    NoDots,
    /// A touchpoint was to stand nowhere.
    NoPlace,
    /// What was to be changed is not there.
    Missing,
    /// The parts of a map do not fit together.
    MapDamaged,
    /// A step cannot be undone or redone: something outside history has changed what it changed.
    HistoryConflict,
    /// A step cannot be undone or redone: the file's format has changed too much since.
    HistoryMisfit,
    /// The map was not there at that moment of history.
    NoMapThen,
    /// The map has no twin.
    NoTwin,
    /// What was to be imported contradicts itself.
    Unsound,
    /// More different names than a workspace can hold.
    TooManyNames,
    /// The import is undone already.
    ImportUndone,
    /// The user asked to stop.
    Cancelled,
    /// SQLite refused for some other reason.
    Store,
    /// The source is no file.
    SourceNotAFile,
    /// The source is empty.
    SourceEmpty,
    /// The source has a header and nothing below it.
    SourceNoRows,
    /// The workbook has no such sheet.
    UnknownSheet,
    /// The source is XML, but no log.
    SourceNotALog,
    /// The source is an archive, or a spreadsheet of another kind than is read.
    SourceSpreadsheet,
    /// The source is no text.
    SourceBinary,
    /// The source is encoded as UTF-16.
    SourceUtf16,
    /// Nothing tells whether day or month comes first in the source's dates.
    SourceOpenDates,
    /// Some of the source's dates have the day first, some the month.
    SourceMixedDates,
    /// Nothing tells whether a point or a comma is the source's decimal mark.
    SourceOpenNumbers,
    /// The source cannot be read.
    Source,
    /// The compressed source is damaged.
    SourceDamaged,
    /// The source unpacks to far more than files of its size do.
    SourceSwollen,
    /// The source has more columns than a table should.
    SourceTooManyColumns,
    /// A column of the source holds lists, or what is no text, number or time.
    SourceOddColumn,
    /// The source has a line without an end.
    SourceLongLine,
    /// A column has more different names than can be told apart.
    SourceTooManyNames,
    /// What is read cannot be kept beside the workspace until it is stored.
    Spool,
    /// A column that is needed was not chosen.
    MissingColumn,
    /// The source has no such column.
    UnknownColumn,
    /// All rows were wanted, and some cannot be taken.
    RowsRejected,
    /// No row could be taken.
    NothingTaken,
    /// The same content was imported before.
    ImportedBefore,
    /// The picture could not be made.
    Export,
    /// A file could not be written.
    Write,
    /// A picture or a list was to be written over a workspace.
    OverWorkspace,
    /// A file is no image that can be put on a touchpoint.
    NoImage,
    /// An image was dropped where no touchpoint is.
    ImageNowhere,
    /// The file's name is not that of a picture.
    UnknownFormat,
    /// There is a file already where a picture, a list or data were to be written.
    FileExists,
    /// A file's name is not text.
    PathNotText,
    /// A page names a file that the user has not.
    NotChosen,
    /// The system has no folder for the app's data.
    NoDataFolder,
    /// Another window could not write what was begun in it.
    WindowStays,
    /// No map has the title.
    NoMap,
    /// No map is in view.
    NothingInView,
    /// No segment has the name.
    NoSegment,
    /// No persona has the name.
    NoPersona,
    /// The workspace could not be backed up.
    NotBackedUp,
    /// The folder of choice for backups is not there, and what was to be done needs it.
    BackupFolderMissing,
    /// Some backups are not protected as the workspace is, although they were to be.
    BackupsUntreated,
    /// The folder of choice for backups is not there, so that they are made beside the workspace.
    BackedUpBeside,
    /// The system has no folder for settings.
    NoSettings,
    /// A backup is protected by another passphrase than the workspace.
    LockedBackup,
    /// The system has no keyring, or it did not answer.
    NoKeyring,
    /// A file is no copy of the workspace.
    NoCopyOfThis,
    /// A map was changed in the workspace and in a copy, and nobody said which is wanted.
    UndecidedMap,
    /// The workspace has no such backup.
    NoBackup,
    /// No customer has the key.
    NoCustomer,
    /// A text is no rule of a segment.
    BadRule,
    /// A rule compares texts by size.
    RuleUnordered,
    /// A rule asks for the last days of something without dates.
    RuleUndated,
    /// A rule compares a number with something else.
    RuleNoNumber,
    /// A rule compares a date with something else.
    RuleNoDate,
    /// Segments and personas are said of each other in a circle.
    SegmentCircle,
    /// No stage or touchpoint of the map has the title.
    NoNode,
    /// No template has the id.
    UnknownTemplate,
    /// No time zone has the name.
    UnknownZone,
    /// A text is no instant.
    BadInstant,
    /// The zone that a text names is not known, or the text is at odds with it.
    BadZonedInstant,
    /// A text is no window.
    BadWindow,
    /// No customer has a value of the attribute.
    NoAttribute,
    /// A text is no age.
    BadAge,
    /// The range ends before it starts.
    BadRange,
    /// Everybody was to be compared with some of them.
    EverybodyCompared,
    /// Two ranges of time were to be compared that overlap.
    OverlappingRanges,
    /// A text is no list of stages.
    BadStages,
    /// A text is no list of steps of a funnel.
    BadSteps,
    /// A file is no document of maps or segments.
    BadDocument,
    /// An event is listed by two stages.
    EventInTwoStages,
    /// The clipboard has nothing that can be put on a map.
    NothingToPaste,
    /// What was to be replaced stands nowhere.
    NothingToReplace,
    /// A text has more lines than can be touchpoints at once.
    TooManyToPaste,
    /// The system's clipboard cannot be had.
    NoClipboard,
    /// There are no interactions to make a map of.
    NothingToDiscover,
}
