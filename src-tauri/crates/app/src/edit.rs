//! Every operation that a shell may ask for, listed once.

use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use crate::AppError;
use crate::operations::{
    AddCard, AddLane, AddMap, AddNote, AddPersona, AddSegment, AddStage, AddStorySteps, AddTouchpoint,
    AddTouchpointTo, Connect, Delete, DeleteCard, DeleteFolder, DeleteLane, DeleteMap, DeleteNote,
    DeletePersona, DeleteSegment, DeleteStage, DeleteStoryStep, DuplicateMap, EditCard, EditFeeling,
    EditNote, EditPersona, EditSegment, EditStage, EditStoryStep, EditTouchpoints, EditTransitions,
    InsertTouchpoint, JoinNotes, LeaveEvent, Lock, MakeTwin, MergeCustomers, MoveCard, MoveLane, MoveNote,
    MoveStage, MoveStoryStep, MoveToFolder, MoveTouchpoints, Operation, Part, PartTwins, PickForPersona,
    Reconnect, RenameFolder, RenameLane, RenameMap, RenameStage, RenameTouchpoint, ReplaceTexts, ResizeLane,
    ResizeStage, RevealNotes, Scope, SeparateCustomer, SetCellsBy, SetChannel, SetDots, SetEvents,
    SetLaneView, SetLifecycle, SetMapPersonas, SetMeaning, SetPersonaSegment, SetSentiment, SetStageGoal,
    SetSubJourney, SetTouchpointGoal, SettleNote, TidyUp, Unlock, VoteForNote, WriteCell,
};

macro_rules! edits {
    ($($operation:ident),* $(,)?) => {
        /// One edit: one transaction, one step of history. Its tag is the label of its operation.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
        #[serde(tag = "edit", rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each operation says what it does")]
        pub enum Edit {
            $($operation($operation),)*
        }

        impl Edit {
            /// The name of its operation, as its step of history keeps it and a shell translates it.
            pub fn label(&self) -> &'static str {
                match self { $(Self::$operation(_) => $operation::LABEL,)* }
            }

            /// What it changes besides the map in view.
            pub(crate) fn touches(&self) -> &'static [Part] {
                match self { $(Self::$operation(_) => $operation::TOUCHES,)* }
            }

            /// What it is done to, as a menu names it.
            pub(crate) fn subject(&self, scope: &Scope<'_>) -> String {
                match self { $(Self::$operation(operation) => operation.subject(scope),)* }
            }

            /// Does it, and gives the row that it added.
            pub(crate) fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
                match self { $(Self::$operation(operation) => operation.carry_out(tx),)* }
            }
        }

        $(impl From<$operation> for Edit {
            fn from(operation: $operation) -> Self {
                Self::$operation(operation)
            }
        })*

        /// Each operation's label with what it changes.
        const KNOWN: &[(&str, &[Part])] = &[$(($operation::LABEL, $operation::TOUCHES),)*];
    };
}

edits![
    AddMap,
    RenameMap,
    SetLifecycle,
    SetMapPersonas,
    DeleteMap,
    DuplicateMap,
    MakeTwin,
    PartTwins,
    MoveToFolder,
    RenameFolder,
    DeleteFolder,
    AddStage,
    RenameStage,
    MoveStage,
    EditStage,
    ResizeStage,
    SetStageGoal,
    DeleteStage,
    AddTouchpoint,
    AddTouchpointTo,
    RenameTouchpoint,
    MoveTouchpoints,
    TidyUp,
    SetChannel,
    EditTouchpoints,
    SetSentiment,
    EditFeeling,
    SetTouchpointGoal,
    SetSubJourney,
    Lock,
    Unlock,
    Delete,
    SetEvents,
    LeaveEvent,
    SetMeaning,
    Connect,
    Reconnect,
    EditTransitions,
    InsertTouchpoint,
    AddLane,
    RenameLane,
    MoveLane,
    SetLaneView,
    DeleteLane,
    SetCellsBy,
    ResizeLane,
    WriteCell,
    AddCard,
    EditCard,
    MoveCard,
    DeleteCard,
    AddStorySteps,
    EditStoryStep,
    MoveStoryStep,
    DeleteStoryStep,
    AddNote,
    EditNote,
    MoveNote,
    JoinNotes,
    DeleteNote,
    VoteForNote,
    SetDots,
    RevealNotes,
    SettleNote,
    ReplaceTexts,
    AddPersona,
    EditPersona,
    SetPersonaSegment,
    PickForPersona,
    DeletePersona,
    AddSegment,
    EditSegment,
    DeleteSegment,
    MergeCustomers,
    SeparateCustomer,
];

impl Edit {
    /// The labels of all operations.
    pub fn labels() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().map(|(label, _)| *label)
    }
}

/// What undoing or redoing the step with a label changes; everything, if another version of the app made it.
pub(crate) fn touched_by(label: &str) -> &'static [Part] {
    KNOWN.iter().find(|(known, _)| *known == label).map_or(&Part::ALL, |(_, touches)| touches)
}
