//! Taking over what a copy has: segments, personas and maps, as one edit.

use std::collections::{HashMap, HashSet};

use model::{Lane, LaneId, Node, Note, Persona, PersonaFeeling, PersonaId, Rule, TwinState, Workshop};
use store::{CardFace, DrawnMap, NewPersona, StoreError, Tx};

use super::pairs::Pair;
use super::rows::{Rows, plain};
use super::wanted::{Wanted, comes};
use super::{MapChoice, MapState, Merged, Sides};
use crate::documents::{Names, persona_names};
use crate::{AppError, Missing, MissingKind};

/// A merge under way.
pub(super) struct Taking<'a> {
    sides: &'a Sides,
    wanted: Wanted<'a>,
    titles: Names,
    merged: Merged,
}

impl<'a> Taking<'a> {
    pub fn new(sides: &'a Sides, wanted: Wanted<'a>) -> Self {
        let titles = Names::from_iter([]);
        Self { sides, wanted, titles, merged: Merged::default() }
    }

    pub fn merged(self) -> Merged {
        self.merged
    }

    /// Does all of it: what is referred to comes before what refers to it, but rules, which refer to everything, last.
    pub fn carry_out(
        &mut self,
        tx: &mut Tx<'_>,
        maps: &[Pair<'_, DrawnMap>],
        chosen: &[MapChoice],
    ) -> Result<(), AppError> {
        self.name_segments(tx)?;
        self.take_personas(tx)?;
        self.make_room(tx, maps, chosen)?;
        for (pair, choice) in maps.iter().zip(chosen) {
            self.take_map(tx, pair, *choice)?;
        }
        for (pair, choice) in maps.iter().zip(chosen) {
            if *choice != MapChoice::Ours {
                self.take_twin(tx, pair)?;
                self.take_sub_journeys(tx, pair)?;
            }
        }
        self.set_rules(tx)
    }

    /// Frees the titles that maps give up, and deletes those that go: none is in the way of another that comes.
    fn make_room(
        &mut self,
        tx: &mut Tx<'_>,
        maps: &[Pair<'_, DrawnMap>],
        chosen: &[MapChoice],
    ) -> Result<(), StoreError> {
        let mut kept = Vec::new();
        for (pair, choice) in maps.iter().zip(chosen) {
            match (pair.ours, pair.theirs, choice) {
                (Some(here), None, MapChoice::Theirs) => {
                    tx.delete_map(here.map.id)?;
                    self.merged.deleted.push(here.map.title.clone());
                }
                (Some(here), Some(there), MapChoice::Theirs) if here.map.title != there.map.title => {
                    tx.rename_map(here.map.id, &meanwhile(here.map.id.0))?;
                }
                (Some(here), ..) => kept.push(here.map.title.clone()),
                _ => {}
            }
        }
        self.titles = kept.into_iter().collect();
        Ok(())
    }

    fn name_segments(&mut self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let mut kept = Vec::new();
        for (pair, state) in &self.wanted.segments {
            match (pair.ours, pair.theirs, state) {
                (Some(here), Some(there), MapState::ChangedThere) if here.name != there.name => {
                    tx.rename_segment(here.id, &meanwhile(here.id.0))?;
                }
                (Some(here), ..) => kept.push(here.name.clone()),
                _ => {}
            }
        }
        let mut names: Names = kept.into_iter().collect();
        for (pair, state) in &self.wanted.segments {
            let Some(there) = pair.theirs else { continue };
            let row = match (state, pair.ours) {
                (MapState::ChangedThere, Some(here)) => {
                    if here.name != there.name {
                        tx.rename_segment(here.id, &names.take(&there.name))?;
                    }
                    here.id
                }
                (MapState::OnlyThere | MapState::ChangedBoth, _) => {
                    tx.add_segment(&names.take(&there.name), &Rule::Any(Vec::new()))?
                }
                (_, Some(here)) => here.id,
                (_, None) => continue,
            };
            self.wanted.rows.segments.insert(there.id, row);
        }
        Ok(())
    }

    fn take_personas(&mut self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let mut names: Names = persona_names(&self.sides.ours.personas).into_iter().collect();
        for (pair, state) in &self.wanted.personas {
            let Some(there) = pair.theirs else { continue };
            let segment = there.segment.and_then(|id| self.wanted.rows.segments.get(&id).copied());
            let row = match (state, pair.ours) {
                (MapState::ChangedThere, Some(here)) => {
                    tx.edit_persona(&Persona { id: here.id, segment, ..there.clone() })?;
                    here.id
                }
                (MapState::OnlyThere | MapState::ChangedBoth, _) => {
                    let Persona { description, goals, frustrations, .. } = there;
                    let name = &names.take(&there.name);
                    let new = NewPersona { name, description, goals, frustrations, segment };
                    let row = tx.add_persona(&new)?;
                    tx.set_persona_details(row, &there.details)?;
                    row
                }
                (_, Some(here)) => here.id,
                (_, None) => continue,
            };
            if comes(*state) {
                self.merged.personas.push(tx.persona(row)?.name);
            }
            self.wanted.rows.personas.insert(there.id, row);
        }
        Ok(())
    }

    fn take_map(
        &mut self,
        tx: &mut Tx<'_>,
        pair: &Pair<'_, DrawnMap>,
        choice: MapChoice,
    ) -> Result<(), AppError> {
        match (pair.ours, pair.theirs, choice) {
            (Some(here), Some(there), MapChoice::Theirs) => {
                self.wanted.rows.match_map(pair.base, here, there);
                // The same in other rows stays in its own.
                if plain(here, &self.sides.ours) != plain(there, &self.sides.theirs) {
                    let title = self.replace(tx, here, there)?;
                    self.merged.changed.push(title);
                }
            }
            (None, Some(there), MapChoice::Theirs | MapChoice::Both)
            | (Some(_), Some(there), MapChoice::Both) => {
                let title = self.titles.take(&there.map.title);
                let map = tx.add_map(&title, there.map.lifecycle, None)?;
                tx.set_map_folder(map, &there.map.folder)?;
                self.wanted.rows.maps.insert(there.map.id, map);
                let none = DrawnMap {
                    map: model::Map { id: map, personas: Vec::new(), twin: None, ..there.map.clone() },
                    stages: Vec::new(),
                    touchpoints: Vec::new(),
                    transitions: Vec::new(),
                    lanes: Vec::new(),
                    cards: Vec::new(),
                    story: Vec::new(),
                    workshop: Workshop::default(),
                    left_events: Vec::new(),
                };
                self.fill(tx, &none, there, &title)?;
                self.merged.added.push(title);
            }
            (Some(here), Some(there), MapChoice::Ours) => {
                self.wanted.rows.match_map(pair.base, here, there);
            }
            _ => {}
        }
        Ok(())
    }

    /// Makes a map of the copy that came the twin of what its twin is here; where that is another's twin here, it stays so.
    fn take_twin(&self, tx: &mut Tx<'_>, pair: &Pair<'_, DrawnMap>) -> Result<(), StoreError> {
        let Some(there) = pair.theirs else { return Ok(()) };
        let row = |id| self.wanted.rows.maps.get(&id).copied();
        let Some(one) = row(there.map.id) else { return Ok(()) };
        let Some(twin) = there.map.twin else { return tx.part_twins(one) };
        let maps = tx.all_maps()?;
        let is_free =
            |id| maps.iter().any(|each| each.id == id && each.twin.is_none_or(|twin| twin.map == one));
        match row(twin.map).filter(|&other| other != one && is_free(other)) {
            Some(other) if twin.state == TwinState::AsIs => tx.join_twins(one, other),
            Some(other) => tx.join_twins(other, one),
            None => Ok(()),
        }
    }

    /// Has the touchpoints of a map of the copy that came open here what they open there.
    fn take_sub_journeys(&self, tx: &mut Tx<'_>, pair: &Pair<'_, DrawnMap>) -> Result<(), StoreError> {
        let Some(there) = pair.theirs else { return Ok(()) };
        let Rows { maps, touchpoints, .. } = &self.wanted.rows;
        let own = maps.get(&there.map.id);
        for each in &there.touchpoints {
            let opened = each.sub_journey.and_then(|map| maps.get(&map)).filter(|map| Some(*map) != own);
            if let Some(&here) = touchpoints.get(&each.id) {
                tx.set_sub_journey(here, opened.copied())?;
            }
        }
        Ok(())
    }

    fn replace(&mut self, tx: &mut Tx<'_>, here: &DrawnMap, there: &DrawnMap) -> Result<String, AppError> {
        let mut title = here.map.title.clone();
        if here.map.title != there.map.title {
            title = self.titles.take(&there.map.title);
            tx.rename_map(here.map.id, &title)?;
        }
        tx.set_lifecycle(here.map.id, there.map.lifecycle)?;
        tx.set_map_folder(here.map.id, &there.map.folder)?;
        self.fill(tx, here, there, &title)?;
        Ok(title)
    }

    /// Makes a map what another is, in the rows that it has as far as they are the same.
    fn fill(
        &mut self,
        tx: &mut Tx<'_>,
        here: &DrawnMap,
        there: &DrawnMap,
        title: &str,
    ) -> Result<(), AppError> {
        let personas: Vec<_> = there.map.personas.iter().filter_map(|id| self.persona(*id, title)).collect();
        tx.set_map_personas(here.map.id, &personas)?;
        unlock(tx, here)?;
        self.fill_stages(tx, here, there)?;
        self.fill_touchpoints(tx, here, there)?;
        let lanes = self.fill_lanes(tx, here, there)?;
        let kept: HashSet<_> = self.wanted.rows.stages.values().copied().collect();
        for stage in here.stages.iter().filter(|stage| !kept.contains(&stage.id)) {
            tx.delete_stage(stage.id)?;
        }
        self.fill_workshop(tx, here, there)?;
        self.lock(tx, there)?;
        self.fill_transitions(tx, here, there)?;
        self.fill_story(tx, here, there, &lanes)?;
        let left = |of: &DrawnMap, event: &String| of.left_events.contains(event);
        for event in here.left_events.iter().filter(|event| !left(there, event)) {
            tx.leave_event(here.map.id, event, false)?;
        }
        for event in there.left_events.iter().filter(|event| !left(here, event)) {
            tx.leave_event(here.map.id, event, true)?;
        }
        Ok(())
    }

    /// The row here of a persona of the copy; one that was deleted here is noted.
    fn persona(&mut self, id: PersonaId, of: &str) -> Option<PersonaId> {
        let found = self.wanted.rows.personas.get(&id).copied();
        if found.is_none() {
            let persona = self.sides.theirs.personas.iter().find(|each| each.id == id);
            let name = persona.map(|each| each.name.clone()).unwrap_or_default();
            self.merged.missing.push(Missing { of: of.to_owned(), what: MissingKind::Persona, name });
        }
        found
    }

    fn fill_stages(&mut self, tx: &mut Tx<'_>, here: &DrawnMap, there: &DrawnMap) -> Result<(), StoreError> {
        let rows = &mut self.wanted.rows.stages;
        // No title may be in the way of another that comes.
        for stage in &here.stages {
            let stays = there
                .stages
                .iter()
                .any(|each| rows.get(&each.id) == Some(&stage.id) && each.title == stage.title);
            if !stays {
                tx.rename_stage(stage.id, &meanwhile(stage.id.0))?;
            }
        }
        for (position, stage) in there.stages.iter().enumerate() {
            let id = if let Some(&id) = rows.get(&stage.id) {
                tx.rename_stage(id, &stage.title)?;
                tx.move_stage(id, position)?;
                id
            } else {
                let id = tx.add_stage(here.map.id, position, &stage.title)?;
                rows.insert(stage.id, id);
                id
            };
            tx.set_stage_goal(id, stage.goal)?;
            tx.set_stage_details(id, &stage.details)?;
        }
        Ok(())
    }

    fn fill_touchpoints(
        &mut self,
        tx: &mut Tx<'_>,
        here: &DrawnMap,
        there: &DrawnMap,
    ) -> Result<(), StoreError> {
        let Rows { stages, touchpoints, personas, .. } = &mut self.wanted.rows;
        let kept: HashSet<_> =
            there.touchpoints.iter().filter_map(|each| touchpoints.get(&each.id).copied()).collect();
        for touchpoint in &here.touchpoints {
            if kept.contains(&touchpoint.id) {
                // An event is listed once on a map, and may move from one to another.
                tx.set_events(touchpoint.id, &[])?;
            } else {
                tx.delete_touchpoint(touchpoint.id)?;
            }
        }
        for each in &there.touchpoints {
            let Some(&stage) = stages.get(&each.stage) else { continue };
            let id = if let Some(&id) = touchpoints.get(&each.id) {
                tx.rename_touchpoint(id, &each.title)?;
                tx.place_touchpoint(id, stage, each.place)?;
                id
            } else {
                let id = tx.add_touchpoint(stage, &each.title, each.place)?;
                touchpoints.insert(each.id, id);
                id
            };
            tx.set_channel(id, each.channel.as_ref())?;
            tx.set_details(id, &each.details)?;
            tx.set_sentiment(id, each.sentiment)?;
            tx.clear_feelings(id)?;
            for feeling in &each.feelings {
                if let Some(&persona) = personas.get(&feeling.persona) {
                    tx.set_feeling(id, &PersonaFeeling { persona, ..feeling.clone() })?;
                }
            }
            tx.set_touchpoint_goal(id, each.goal)?;
            tx.set_events(id, &each.events)?;
        }
        Ok(())
    }

    /// Locks what is locked there.
    fn lock(&self, tx: &mut Tx<'_>, there: &DrawnMap) -> Result<(), StoreError> {
        let Rows { stages, touchpoints, .. } = &self.wanted.rows;
        let locked = there.stages.iter().filter(|each| each.locked);
        for id in locked.filter_map(|each| stages.get(&each.id)) {
            tx.lock_stage(*id, true)?;
        }
        let locked = there.touchpoints.iter().filter(|each| each.locked);
        for id in locked.filter_map(|each| touchpoints.get(&each.id)) {
            tx.lock_touchpoint(*id, true)?;
        }
        Ok(())
    }

    /// Makes the story of a map what it is there, in rows of its own.
    fn fill_story(
        &self,
        tx: &mut Tx<'_>,
        here: &DrawnMap,
        there: &DrawnMap,
        lanes: &HashMap<LaneId, LaneId>,
    ) -> Result<(), StoreError> {
        tx.clear_story(here.map.id)?;
        for (place, step) in there.story.iter().enumerate() {
            let shown = self.wanted.rows.shown(&step.shown, lanes);
            tx.add_story_step(here.map.id, place, (&step.title, &step.notes), &shown)?;
        }
        Ok(())
    }

    /// Makes the lanes of a map what they are there, and gives the row here of each. Nothing else than its story refers to
    /// them, so that it does not matter in which rows they are.
    fn fill_lanes(
        &self,
        tx: &mut Tx<'_>,
        here: &DrawnMap,
        there: &DrawnMap,
    ) -> Result<HashMap<LaneId, LaneId>, StoreError> {
        let mut rows = HashMap::new();
        let is_same = |one: &Lane, other: &Lane| one.id == other.id && one.kind == other.kind;
        for lane in here.lanes.iter().filter(|lane| !there.lanes.iter().any(|each| is_same(each, lane))) {
            tx.delete_lane(lane.id)?;
        }
        for (position, lane) in there.lanes.iter().enumerate() {
            let id = if let Some(same) = here.lanes.iter().find(|each| is_same(each, lane)) {
                tx.rename_lane(same.id, &lane.title)?;
                tx.move_lane(same.id, position)?;
                tx.clear_cards(same.id)?;
                same.id
            } else {
                tx.add_lane(here.map.id, position, lane.kind, &lane.title)?
            };
            rows.insert(lane.id, id);
            tx.set_lane_view(id, lane.view)?;
            tx.set_lane_height(id, lane.height)?;
            if lane.kind.is_written() {
                tx.set_cells_by(id, lane.by)?;
                self.fill_cells(tx, id, lane, there)?;
            }
        }
        Ok(rows)
    }

    /// Nothing refers to notes either.
    fn fill_workshop(&self, tx: &mut Tx<'_>, here: &DrawnMap, there: &DrawnMap) -> Result<(), StoreError> {
        tx.set_dots(here.map.id, there.workshop.dots)?;
        tx.clear_notes(here.map.id)?;
        for note in &there.workshop.notes {
            let on = note.on.and_then(|of| self.row(of));
            tx.add_note(here.map.id, &Note { on, ..note.clone() })?;
        }
        Ok(())
    }

    /// The row here of a stage or a touchpoint of the copy.
    fn row(&self, of: Node) -> Option<Node> {
        let Rows { stages, touchpoints, .. } = &self.wanted.rows;
        match of {
            Node::Stage(stage) => stages.get(&stage).copied().map(Node::Stage),
            Node::Touchpoint(touchpoint) => touchpoints.get(&touchpoint).copied().map(Node::Touchpoint),
        }
    }

    /// Makes what a lane says here what it says there.
    fn fill_cells(
        &self,
        tx: &mut Tx<'_>,
        id: LaneId,
        lane: &Lane,
        there: &DrawnMap,
    ) -> Result<(), StoreError> {
        let of_stages = there.stages.iter().map(|each| Node::Stage(each.id));
        let all = of_stages.chain(there.touchpoints.iter().map(|each| Node::Touchpoint(each.id)));
        for (of, row) in all.filter_map(|of| Some((of, self.row(of)?))) {
            tx.write_cell(id, row, lane.text(of))?;
            let mut cards: Vec<_> =
                there.cards.iter().filter(|card| card.lane == lane.id && card.of == of).collect();
            cards.sort_by_key(|card| card.position);
            for card in cards {
                tx.add_card(id, row, usize::MAX, CardFace::from(card))?;
            }
        }
        Ok(())
    }

    fn fill_transitions(
        &mut self,
        tx: &mut Tx<'_>,
        here: &DrawnMap,
        there: &DrawnMap,
    ) -> Result<(), StoreError> {
        let rows = &self.wanted.rows.touchpoints;
        let wanted: Vec<_> = there
            .transitions
            .iter()
            .filter_map(|(from, to, details)| Some((*rows.get(from)?, *rows.get(to)?, details)))
            .collect();
        let ends: HashSet<_> = wanted.iter().map(|(from, to, _)| (*from, *to)).collect();
        let now = tx.journey(here.map.id)?;
        for transition in now.transitions() {
            if !ends.contains(&(transition.from, transition.to)) {
                tx.delete_transition(transition.id)?;
            }
        }
        for (from, to, details) in wanted {
            let id = match now.transition(from, to) {
                Some(transition) => transition.id,
                None => tx.add_transition(from, to)?,
            };
            tx.set_transition_details(id, details)?;
        }
        Ok(())
    }

    fn set_rules(&mut self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let Self { sides, wanted, merged, .. } = self;
        for (pair, state) in &wanted.segments {
            let Some(there) = pair.theirs.filter(|_| comes(*state)) else { continue };
            let Some(&id) = wanted.rows.segments.get(&there.id) else { continue };
            let rule = wanted.rows.translated(&there.rule, &there.name, &sides.theirs, &mut merged.missing);
            tx.set_segment_rule(id, &rule)?;
            merged.segments.push(there.name.clone());
        }
        Ok(())
    }
}

/// Unlocks all that is on a map: what it becomes is decided.
fn unlock(tx: &mut Tx<'_>, map: &DrawnMap) -> Result<(), StoreError> {
    let locked = map.stages.iter().filter(|each| each.locked);
    locked.map(|each| each.id).try_for_each(|id| tx.lock_stage(id, false))?;
    let locked = map.touchpoints.iter().filter(|each| each.locked);
    locked.map(|each| each.id).try_for_each(|id| tx.lock_touchpoint(id, false))
}

/// What something is called while its name is free for another; nobody calls anything so.
fn meanwhile(row: i64) -> String {
    format!("\u{f8ff}{row}")
}
