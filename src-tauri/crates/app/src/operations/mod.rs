//! What can be done to a workspace: one type for each operation, one file for each family of them.
//!
//! An operation says what it is called, what it is done to, what it does and what it changes besides the map in
//! view. [`Edit`](crate::Edit) lists them all for the wire.

mod details;
mod events;
mod feelings;
mod folders;
mod lane_cards;
mod lanes;
mod locking;
mod maps;
mod merging;
mod notes;
mod personas;
mod replacing;
mod segments;
mod stages;
mod story;
mod tidying;
mod touchpoints;
mod transitions;
mod workshop;

use model::{
    CardId, Journey, LaneId, Map, MapId, Node, NoteId, Persona, PersonaId, Segment, SegmentId, StageId,
    StoryStepId, TouchpointId, TransitionId,
};
use store::{StoreError, Tx, Workspace};

use crate::AppError;

pub use details::{DetailChange, EditTouchpoints};
pub use events::{LeaveEvent, SetEvents, SetMeaning};
pub use feelings::{EditFeeling, FeelingChange};
pub use folders::{DeleteFolder, MoveToFolder, RenameFolder};
pub use lane_cards::{AddCard, CardChange, DeleteCard, EditCard, MoveCard};
pub use lanes::{AddLane, DeleteLane, MoveLane, RenameLane, ResizeLane, SetCellsBy, SetLaneView, WriteCell};
pub(crate) use locking::locked;
pub use locking::{Lock, Unlock};
pub(crate) use maps::add_map;
pub use maps::{
    AddMap, DeleteMap, DuplicateMap, MakeTwin, PartTwins, RenameMap, SetLifecycle, SetMapPersonas,
};
pub use merging::{MergeCustomers, SeparateCustomer};
pub use notes::{AddNote, DeleteNote, EditNote, JoinNotes, MoveNote, NoteChange, Stick};
pub use personas::{
    AddPersona, DeletePersona, EditPersona, PersonaChange, PickForPersona, SetPersonaSegment,
};
pub use replacing::ReplaceTexts;
pub use segments::{AddSegment, DeleteSegment, EditSegment};
pub use stages::{
    AddStage, DeleteStage, EditStage, MoveStage, RenameStage, ResizeStage, SetStageGoal, StageChange,
};
pub use story::{
    AddStorySteps, DeleteStoryStep, EditStoryStep, MoveStoryStep, NewStoryStep, StoryStepChange,
};
pub use tidying::{Placed, TidyUp};
pub use touchpoints::{
    AddTouchpoint, AddTouchpointTo, Delete, Joined, Move, MoveTouchpoints, RenameTouchpoint, SetChannel,
    SetSentiment, SetSubJourney, SetTouchpointGoal,
};
pub use transitions::{Connect, EditTransitions, InsertTouchpoint, Reconnect, TransitionChange};
pub use workshop::{RevealNotes, SetDots, SettleNote, VoteForNote};

/// Something that can be done to a workspace: one transaction, one step of history.
pub(crate) trait Operation {
    /// The name by which history keeps it and a shell translates it: `add_touchpoint`.
    const LABEL: &'static str;

    /// What it changes, and what undoing it changes, besides the map in view, which is always looked at again.
    const TOUCHES: &'static [Part];

    /// What it is done to, as a menu names it; empty when that is several things or nothing in view.
    fn subject(&self, scope: &Scope<'_>) -> String;

    /// Does it, and gives the row that it added.
    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError>;
}

/// What a shell may have to ask for again after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The list of maps.
    Maps,
    /// The list of personas.
    Personas,
    /// The list of segments.
    Segments,
    /// The list of imports.
    Imports,
    /// Which customers are one person.
    Customers,
    /// How many customers, interactions, events and attributes there are.
    Counts,
    /// What an overlay counts, for another reason than the map itself: interactions, or who is in a segment.
    Numbers,
}

impl Part {
    /// Every part.
    pub(crate) const ALL: [Self; 7] = [
        Self::Maps,
        Self::Personas,
        Self::Segments,
        Self::Imports,
        Self::Customers,
        Self::Counts,
        Self::Numbers,
    ];
    /// What an import changes, and undoing one.
    pub(crate) const OF_IMPORT: [Self; 3] = [Self::Imports, Self::Counts, Self::Numbers];
    /// What erasing people changes: also who is in which segment.
    pub(crate) const OF_ERASING: [Self; 4] = [Self::Segments, Self::Imports, Self::Counts, Self::Numbers];

    /// The parts of one or the other.
    pub(crate) fn union(one: &[Self], other: &[Self]) -> Vec<Self> {
        Self::ALL.into_iter().filter(|part| one.contains(part) || other.contains(part)).collect()
    }
}

/// Where the titles of subjects are found: the lists of the workspace and the map in view, before the operation.
pub(crate) struct Scope<'a> {
    maps: Vec<Map>,
    personas: Vec<Persona>,
    segments: Vec<Segment>,
    journey: Option<&'a Journey>,
}

impl<'a> Scope<'a> {
    /// The scope of an operation on a workspace of which a map is in view.
    pub(crate) fn of(workspace: &Workspace, journey: Option<&'a Journey>) -> Result<Self, StoreError> {
        Ok(Self {
            maps: workspace.maps()?,
            personas: workspace.personas()?,
            segments: workspace.segments()?,
            journey,
        })
    }

    fn map(&self, id: MapId) -> String {
        self.maps.iter().find(|each| each.id == id).map(|each| each.title.clone()).unwrap_or_default()
    }

    fn persona(&self, id: PersonaId) -> String {
        self.personas.iter().find(|each| each.id == id).map(|each| each.name.clone()).unwrap_or_default()
    }

    fn segment(&self, id: SegmentId) -> String {
        self.segments.iter().find(|each| each.id == id).map(|each| each.name.clone()).unwrap_or_default()
    }

    fn stage(&self, id: StageId) -> String {
        let stages = self.journey.map(Journey::stages).unwrap_or_default();
        stages.iter().find(|each| each.id == id).map(|each| each.title.clone()).unwrap_or_default()
    }

    /// The title of a stage or a touchpoint.
    fn node(&self, node: Node) -> String {
        match node {
            Node::Stage(stage) => self.stage(stage),
            Node::Touchpoint(touchpoint) => self.touchpoint(touchpoint),
        }
    }

    /// The first line that is written on a card, or else the title of what it is about.
    fn card(&self, id: CardId) -> String {
        let cards = self.journey.map(Journey::cards).unwrap_or_default();
        let found = cards.iter().find(|each| each.id == id);
        let line = found.and_then(|card| card.text.lines().find(|line| !line.trim().is_empty()));
        line.map(str::to_owned).or_else(|| Some(self.node(found?.of))).unwrap_or_default()
    }

    /// The title of a step of the story.
    fn story_step(&self, id: StoryStepId) -> String {
        let steps = self.journey.map(Journey::story).unwrap_or_default();
        steps.iter().find(|each| each.id == id).map(|each| each.title.clone()).unwrap_or_default()
    }

    /// The first line that is written on a note, or else the title of what it sticks on; of a covered one always that.
    fn note(&self, id: NoteId) -> String {
        let notes = self.journey.map(|journey| &journey.workshop().notes[..]).unwrap_or_default();
        let Some(note) = notes.iter().find(|each| each.id == id) else { return String::new() };
        let line = if note.covered { "" } else { notes::first_line(&note.text) };
        if line.is_empty() { note.on.map(|on| self.node(on)).unwrap_or_default() } else { line.to_owned() }
    }

    fn lane(&self, id: LaneId) -> String {
        let lanes = self.journey.map(Journey::lanes).unwrap_or_default();
        lanes.iter().find(|each| each.id == id).map(|each| each.title.clone()).unwrap_or_default()
    }

    /// The title of a touchpoint, if it is only one.
    fn touchpoints(&self, ids: &[TouchpointId]) -> String {
        if let [one] = ids { self.touchpoint(*one) } else { String::new() }
    }

    /// Where a transition leads, in the titles of its ends.
    fn transition(&self, id: TransitionId) -> String {
        let all = self.journey.map(Journey::transitions).unwrap_or_default();
        let found = all.into_iter().find(|each| each.id == id);
        found.map_or_else(String::new, |each| self.way(each.from, each.to))
    }

    fn way(&self, from: TouchpointId, to: TouchpointId) -> String {
        format!("{} → {}", self.touchpoint(from), self.touchpoint(to))
    }

    fn touchpoint(&self, id: TouchpointId) -> String {
        let found = self.journey.and_then(|journey| journey.touchpoint(id));
        found.map(|each| each.title.clone()).unwrap_or_default()
    }
}
