//! What each edit does to the rows.

use model::{Journey, Lifecycle, MapId, Persona, PersonaId, StageId, TouchpointId, TransitionId};
use scene::Layout;
use store::{NewPersona, StoreError, Tx};

use crate::edit::{Joined, Move};
use crate::matching::match_touchpoint;
use crate::{Edit, Template};

/// What an edit did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// The row it added.
    pub added: Option<i64>,
    /// Whether maps, personas or segments in their lists changed.
    pub touches_overview: bool,
    /// Whether numbers may have changed for another reason than the map.
    pub recount: bool,
}

impl Done {
    pub(crate) fn on_map() -> Self {
        Self::default()
    }

    pub(crate) fn adding(id: i64) -> Self {
        Self { added: Some(id), ..Self::default() }
    }

    pub(crate) fn in_lists() -> Self {
        Self { touches_overview: true, ..Self::default() }
    }

    pub(crate) fn adding_to_lists(id: i64) -> Self {
        Self { added: Some(id), touches_overview: true, recount: false }
    }
}

/// The name of an edit, as its step of history keeps it and a shell translates it.
pub(crate) fn name(edit: &Edit) -> &'static str {
    match edit {
        Edit::AddMap { .. } => "add_map",
        Edit::RenameMap { .. } => "rename_map",
        Edit::SetLifecycle { .. } => "set_lifecycle",
        Edit::SetMapPersona { .. } => "set_map_persona",
        Edit::DeleteMap { .. } => "delete_map",
        Edit::AddStage { .. } => "add_stage",
        Edit::RenameStage { .. } => "rename_stage",
        Edit::MoveStage { .. } => "move_stage",
        Edit::SetStageGoal { .. } => "set_stage_goal",
        Edit::DeleteStage { .. } => "delete_stage",
        Edit::AddTouchpoint { .. } | Edit::AddTouchpointTo { .. } => "add_touchpoint",
        Edit::RenameTouchpoint { .. } => "rename_touchpoint",
        Edit::MoveTouchpoints { .. } => "move_touchpoints",
        Edit::SetChannel { .. } => "set_channel",
        Edit::SetSentiment { .. } => "set_sentiment",
        Edit::SetEvents { .. } => "set_events",
        Edit::LeaveEvent { .. } => "leave_event",
        Edit::SetTouchpointGoal { .. } => "set_touchpoint_goal",
        Edit::Connect { .. } => "connect",
        Edit::Delete { .. } => "delete",
        Edit::AddPersona { .. } => "add_persona",
        Edit::EditPersona { .. } => "edit_persona",
        Edit::SetPersonaSegment { .. } => "set_persona_segment",
        Edit::DeletePersona { .. } => "delete_persona",
        Edit::AddSegment { .. } => "add_segment",
        Edit::DeleteSegment { .. } => "delete_segment",
    }
}

/// What an edit is done to, as a menu names it; empty when that is several things or nothing in view.
pub(crate) fn subject(edit: &Edit, journey: Option<&Journey>) -> String {
    let touchpoint = |id: TouchpointId| {
        journey.and_then(|journey| journey.touchpoint(id)).map(|each| each.title.clone()).unwrap_or_default()
    };
    let stage = |id: StageId| {
        let found = journey.and_then(|journey| journey.stages().iter().find(|each| each.id == id));
        found.map(|each| each.title.clone()).unwrap_or_default()
    };
    match edit {
        Edit::AddMap { title, .. }
        | Edit::RenameMap { title, .. }
        | Edit::AddStage { title, .. }
        | Edit::RenameStage { title, .. }
        | Edit::AddTouchpoint { title, .. }
        | Edit::AddTouchpointTo { title, .. }
        | Edit::RenameTouchpoint { title, .. } => title.clone(),
        Edit::AddPersona { name } | Edit::AddSegment { name, .. } => name.clone(),
        Edit::LeaveEvent { event, .. } => event.clone(),
        Edit::MoveStage { stage: id, .. }
        | Edit::SetStageGoal { stage: id, .. }
        | Edit::DeleteStage { stage: id } => stage(*id),
        Edit::SetChannel { touchpoint: id, .. }
        | Edit::SetSentiment { touchpoint: id, .. }
        | Edit::SetEvents { touchpoint: id, .. }
        | Edit::SetTouchpointGoal { touchpoint: id, .. } => touchpoint(*id),
        Edit::MoveTouchpoints { moves, .. } => match moves.as_slice() {
            [one] => touchpoint(one.touchpoint),
            _ => String::new(),
        },
        Edit::Delete { touchpoints, transitions } => match (touchpoints.as_slice(), transitions.as_slice()) {
            ([one], []) => touchpoint(*one),
            _ => String::new(),
        },
        Edit::Connect { from, to } => format!("{} → {}", touchpoint(*from), touchpoint(*to)),
        Edit::EditPersona { name, .. } => name.clone().unwrap_or_default(),
        Edit::SetLifecycle { .. }
        | Edit::SetMapPersona { .. }
        | Edit::DeleteMap { .. }
        | Edit::SetPersonaSegment { .. }
        | Edit::DeletePersona { .. }
        | Edit::DeleteSegment { .. } => String::new(),
    }
}

/// Carries out an edit.
///
/// `personas` are those stored, for an edit that changes one field of one.
pub(crate) fn carry_out(
    tx: &mut Tx<'_>,
    edit: &Edit,
    template: Option<&Template>,
    personas: &[Persona],
) -> Result<Done, StoreError> {
    match edit {
        Edit::AddMap { .. }
        | Edit::RenameMap { .. }
        | Edit::SetLifecycle { .. }
        | Edit::SetMapPersona { .. }
        | Edit::DeleteMap { .. } => on_maps(tx, edit, template),
        Edit::AddStage { .. }
        | Edit::RenameStage { .. }
        | Edit::MoveStage { .. }
        | Edit::SetStageGoal { .. }
        | Edit::DeleteStage { .. } => on_stages(tx, edit),
        Edit::AddPersona { .. }
        | Edit::EditPersona { .. }
        | Edit::SetPersonaSegment { .. }
        | Edit::DeletePersona { .. }
        | Edit::AddSegment { .. }
        | Edit::DeleteSegment { .. } => on_people(tx, edit, personas),
        _ => on_touchpoints(tx, edit),
    }
}

fn on_maps(tx: &mut Tx<'_>, edit: &Edit, template: Option<&Template>) -> Result<Done, StoreError> {
    match edit {
        Edit::AddMap { title, .. } => {
            let (lifecycle, stages): (Lifecycle, &[String]) =
                template.map_or((Lifecycle::NonLinear, &[]), |each| (each.lifecycle, &each.stages));
            Ok(Done::adding_to_lists(add_map(tx, title, lifecycle, stages, None)?.0))
        }
        Edit::RenameMap { map, title } => tx.rename_map(*map, title).map(|()| Done::in_lists()),
        Edit::SetLifecycle { map, lifecycle } => {
            tx.set_lifecycle(*map, *lifecycle).map(|()| Done::in_lists())
        }
        Edit::SetMapPersona { map, persona } => tx.set_map_persona(*map, *persona).map(|()| Done::in_lists()),
        Edit::DeleteMap { map } => tx.delete_map(*map).map(|()| Done::in_lists()),
        _ => Ok(Done::default()),
    }
}

fn on_stages(tx: &mut Tx<'_>, edit: &Edit) -> Result<Done, StoreError> {
    match edit {
        Edit::AddStage { map, title, position } => {
            Ok(Done::adding(tx.add_stage(*map, *position as usize, title)?.0))
        }
        Edit::RenameStage { stage, title } => tx.rename_stage(*stage, title).map(|()| Done::on_map()),
        Edit::MoveStage { stage, position } => {
            tx.move_stage(*stage, *position as usize).map(|()| Done::on_map())
        }
        Edit::SetStageGoal { stage, goal } => tx.set_stage_goal(*stage, *goal).map(|()| Done::on_map()),
        Edit::DeleteStage { stage } => tx.delete_stage(*stage).map(|()| Done::on_map()),
        _ => Ok(Done::default()),
    }
}

fn on_touchpoints(tx: &mut Tx<'_>, edit: &Edit) -> Result<Done, StoreError> {
    match edit {
        Edit::AddTouchpoint { map, title, left, top, joined } => {
            let (stage, place) = landing(&tx.journey(*map)?, *left, *top)?;
            let added = tx.add_touchpoint(stage, title, place)?;
            match joined {
                Some(Joined::From(other)) => drop(tx.add_transition(*other, added)?),
                Some(Joined::To(other)) => drop(tx.add_transition(added, *other)?),
                None => {}
            }
            match_touchpoint(tx, added)?;
            Ok(Done::adding(added.0))
        }
        Edit::AddTouchpointTo { map, stage, title } => {
            let place = Layout::of(&tx.journey(*map)?).free_place(*stage);
            let added = tx.add_touchpoint(*stage, title, place)?;
            match_touchpoint(tx, added)?;
            Ok(Done::adding(added.0))
        }
        Edit::RenameTouchpoint { touchpoint, title } => {
            tx.rename_touchpoint(*touchpoint, title)?;
            match_touchpoint(tx, *touchpoint).map(|()| Done::on_map())
        }
        Edit::MoveTouchpoints { map, moves } => move_touchpoints(tx, *map, moves),
        Edit::SetChannel { touchpoint, channel } => {
            tx.set_channel(*touchpoint, *channel).map(|()| Done::on_map())
        }
        Edit::SetSentiment { touchpoint, sentiment } => {
            tx.set_sentiment(*touchpoint, *sentiment).map(|()| Done::on_map())
        }
        Edit::SetEvents { touchpoint, events } => tx.set_events(*touchpoint, events).map(|()| Done::on_map()),
        Edit::LeaveEvent { map, event, left } => tx.leave_event(*map, event, *left).map(|()| Done::on_map()),
        Edit::SetTouchpointGoal { touchpoint, goal } => {
            tx.set_touchpoint_goal(*touchpoint, *goal).map(|()| Done::on_map())
        }
        Edit::Connect { from, to } => Ok(Done::adding(tx.add_transition(*from, *to)?.0)),
        Edit::Delete { touchpoints, transitions } => delete(tx, touchpoints, transitions),
        _ => Ok(Done::default()),
    }
}

fn on_people(tx: &mut Tx<'_>, edit: &Edit, personas: &[Persona]) -> Result<Done, StoreError> {
    match edit {
        Edit::AddPersona { name } => {
            let new = NewPersona { name, ..NewPersona::default() };
            Ok(Done::adding_to_lists(tx.add_persona(&new)?.0))
        }
        Edit::EditPersona { persona, name, description, goals, frustrations } => {
            let mut edited = known(personas, *persona)?;
            edited.name = name.clone().unwrap_or(edited.name);
            edited.description = description.clone().unwrap_or(edited.description);
            edited.goals = goals.clone().unwrap_or(edited.goals);
            edited.frustrations = frustrations.clone().unwrap_or(edited.frustrations);
            tx.edit_persona(&edited).map(|()| Done::in_lists())
        }
        Edit::SetPersonaSegment { persona, segment } => {
            let mut edited = known(personas, *persona)?;
            edited.segment = *segment;
            tx.edit_persona(&edited).map(|()| Done::in_lists())
        }
        Edit::DeletePersona { persona } => tx.delete_persona(*persona).map(|()| Done::in_lists()),
        Edit::AddSegment { name, attribute, value } => {
            Ok(Done::adding_to_lists(tx.add_segment(name, attribute, value)?.0))
        }
        Edit::DeleteSegment { segment } => {
            tx.delete_segment(*segment)?;
            Ok(Done { recount: true, ..Done::in_lists() })
        }
        _ => Ok(Done::default()),
    }
}

fn known(personas: &[Persona], id: PersonaId) -> Result<Persona, StoreError> {
    let found = personas.iter().find(|persona| persona.id == id).cloned();
    found.ok_or(StoreError::Missing { what: "persona", id: id.0 })
}

/// Adds a map with its stages.
pub(crate) fn add_map(
    tx: &mut Tx<'_>,
    title: &str,
    lifecycle: Lifecycle,
    stages: &[String],
    persona: Option<PersonaId>,
) -> Result<MapId, StoreError> {
    let map = tx.add_map(title, lifecycle, persona)?;
    for (position, stage) in stages.iter().enumerate() {
        tx.add_stage(map, position, stage)?;
    }
    Ok(map)
}

/// The stage and place at which a card with this left top corner lands.
fn landing(journey: &Journey, left: f64, top: f64) -> Result<(StageId, model::Place), StoreError> {
    if !(left.is_finite() && top.is_finite()) {
        return Err(StoreError::NoPlace);
    }
    Layout::of(journey).landing(left, top).ok_or(StoreError::Missing { what: "stage", id: 0 })
}

fn move_touchpoints(tx: &mut Tx<'_>, map: MapId, moves: &[Move]) -> Result<Done, StoreError> {
    let journey = tx.journey(map)?;
    for each in moves {
        let (stage, place) = landing(&journey, each.left, each.top)?;
        tx.place_touchpoint(each.touchpoint, stage, place)?;
    }
    Ok(Done::on_map())
}

/// Deletes touchpoints, then those of the transitions that did not go with them.
fn delete(
    tx: &mut Tx<'_>,
    touchpoints: &[TouchpointId],
    transitions: &[TransitionId],
) -> Result<Done, StoreError> {
    for &transition in transitions {
        tx.delete_transition(transition)?;
    }
    for &touchpoint in touchpoints {
        tx.delete_touchpoint(touchpoint)?;
    }
    Ok(Done::on_map())
}
