//! Which rows of a copy are which rows of the workspace, and maps without their rows.

use std::collections::HashMap;

use model::{
    Against, CardId, Frame, LaneId, Lit, MapId, Node, NoteId, PersonaFeeling, PersonaId, Question, Reference,
    Referent, Rule, SegmentId, Sentiment, Shown, Stage, StageId, StoryStepId, Touchpoint, TouchpointId,
    TwinState, Who,
};
use store::{Drawn, DrawnMap};

use crate::documents::persona_names;
use crate::{Missing, MissingKind};

/// The rows here of what has a row in the copy.
#[derive(Default)]
pub(super) struct Rows {
    pub maps: HashMap<MapId, MapId>,
    pub stages: HashMap<StageId, StageId>,
    pub touchpoints: HashMap<TouchpointId, TouchpointId>,
    pub personas: HashMap<PersonaId, PersonaId>,
    pub segments: HashMap<SegmentId, SegmentId>,
    /// The key of each customer that a rule of the copy names, with the row here if there is one.
    pub customers: HashMap<i64, (String, Option<i64>)>,
}

impl Rows {
    /// Notes which stages and touchpoints of a map are which: those that were there before by their rows, others by their
    /// titles.
    pub fn match_map(&mut self, base: Option<&DrawnMap>, ours: &DrawnMap, theirs: &DrawnMap) {
        self.maps.insert(theirs.map.id, ours.map.id);
        let was_stage = |id| base.is_some_and(|base| base.stages.iter().any(|each| each.id == id));
        for there in &theirs.stages {
            let by_row = |here: &&Stage| here.id == there.id && was_stage(there.id);
            let by_title = |here: &&Stage| here.title == there.title && !was_stage(here.id);
            let found = ours.stages.iter().find(by_row).or_else(|| ours.stages.iter().find(by_title));
            self.stages.extend(found.map(|here| (there.id, here.id)));
        }
        let was = |id| base.is_some_and(|base| base.touchpoints.iter().any(|each| each.id == id));
        let mut taken = Vec::new();
        for there in &theirs.touchpoints {
            let by_row = |here: &&Touchpoint| here.id == there.id && was(there.id);
            let by_title =
                |here: &&Touchpoint| here.title == there.title && !was(here.id) && !taken.contains(&here.id);
            let all = &ours.touchpoints;
            if let Some(here) = all.iter().find(by_row).or_else(|| all.iter().find(by_title)) {
                taken.push(here.id);
                self.touchpoints.insert(there.id, here.id);
            }
        }
    }

    /// A rule of the copy as it means the same here. What it refers to and is not here stays in it by name, and is noted.
    pub fn translated(&self, rule: &Rule, of: &str, theirs: &Drawn, missing: &mut Vec<Missing>) -> Rule {
        let mut rule = rule.clone();
        // It never fails.
        let _ = rule.each_reference(&mut |referent, reference| {
            let Reference::Id(row) = *reference else { return Ok::<_, ()>(()) };
            let (what, here, name) = self.of(referent, row, theirs);
            if here.is_none() {
                missing.push(Missing { of: of.to_owned(), what, name: name.clone() });
            }
            *reference = here.map_or(Reference::Name(name), Reference::Id);
            Ok(())
        });
        rule
    }

    /// What a step of a story shows, as it means the same here; what is not here is left out of it.
    pub fn shown(&self, shown: &Shown, lanes: &HashMap<LaneId, LaneId>) -> Shown {
        let mut here = shown_in(shown, &self.stages, &self.touchpoints, lanes);
        if let Some(Question { who, against, .. }) = &mut here.question {
            *who = self.who(who);
            if let Some(Against::Who(others)) = against {
                *others = self.who(others);
            }
        }
        here
    }

    /// The people here for which a name of the copy stands; everybody, where it stands for nobody here.
    fn who(&self, who: &Who) -> Who {
        match who {
            Who::Segment(id) => self.segments.get(id).copied().map_or(Who::Everybody, Who::Segment),
            Who::Persona(id) => self.personas.get(id).copied().map_or(Who::Everybody, Who::Persona),
            Who::Personas(ids) => {
                Who::of_any(ids.iter().filter_map(|id| self.personas.get(id).copied()).collect())
            }
            _ => Who::Everybody,
        }
    }

    fn of(&self, referent: Referent<'_>, row: i64, theirs: &Drawn) -> (MissingKind, Option<i64>, String) {
        let named = |name: Option<&String>| name.cloned().unwrap_or_else(|| row.to_string());
        match referent {
            Referent::Map => {
                let map = theirs.maps.iter().find(|each| each.map.id.0 == row).map(|each| &each.map.title);
                (MissingKind::Map, self.maps.get(&MapId(row)).map(|id| id.0), named(map))
            }
            Referent::Touchpoint(_) => {
                let mut all = theirs.maps.iter().flat_map(|map| &map.touchpoints);
                let title = all.find(|each| each.id.0 == row).map(|each| &each.title);
                let here = self.touchpoints.get(&TouchpointId(row)).map(|id| id.0);
                (MissingKind::Touchpoint, here, named(title))
            }
            Referent::Stage(_) => {
                let mut all = theirs.maps.iter().flat_map(|map| &map.stages);
                let title = all.find(|each| each.id.0 == row).map(|each| &each.title);
                (MissingKind::Stage, self.stages.get(&StageId(row)).map(|id| id.0), named(title))
            }
            Referent::Persona => {
                let name = theirs.personas.iter().find(|each| each.id.0 == row).map(|each| &each.name);
                (MissingKind::Persona, self.personas.get(&PersonaId(row)).map(|id| id.0), named(name))
            }
            Referent::Segment => {
                let name = theirs.segments.iter().find(|each| each.id.0 == row).map(|each| &each.name);
                (MissingKind::Segment, self.segments.get(&SegmentId(row)).map(|id| id.0), named(name))
            }
            Referent::Customer => {
                let found = self.customers.get(&row);
                let key = named(found.map(|(key, _)| key));
                (MissingKind::Customer, found.and_then(|(_, here)| *here), key)
            }
        }
    }
}

/// What a step shows, by other rows; what has none is left out of it.
fn shown_in(
    shown: &Shown,
    stages: &HashMap<StageId, StageId>,
    touchpoints: &HashMap<TouchpointId, TouchpointId>,
    lanes: &HashMap<LaneId, LaneId>,
) -> Shown {
    let frame = match shown.frame {
        Frame::Stage(id) => stages.get(&id).copied().map_or(Frame::Whole, Frame::Stage),
        frame => frame,
    };
    let lit = shown.lit.iter().filter_map(|lit| match lit {
        Lit::Stage(id) => stages.get(id).copied().map(Lit::Stage),
        Lit::Touchpoint(id) => touchpoints.get(id).copied().map(Lit::Touchpoint),
        Lit::Way { from, to } => Some(Lit::Way { from: *touchpoints.get(from)?, to: *touchpoints.get(to)? }),
    });
    let hidden = shown.hidden.iter().filter_map(|id| lanes.get(id).copied());
    Shown { frame, lit: lit.collect(), hidden: hidden.collect(), ..shown.clone() }
}

/// A map without its rows, to be compared: what two files say alike is the same.
#[derive(PartialEq)]
pub(super) struct Plain {
    /// What is on it, with places in lists for rows.
    map: DrawnMap,
    /// The names of its personas.
    personas: Vec<String>,
    /// Which of twins it is.
    state: Option<TwinState>,
    /// The titles of the maps that its touchpoints open.
    opened: Vec<Option<String>>,
    /// How personas feel at its touchpoints, by their names.
    feelings: Vec<Vec<(String, Option<Sentiment>, String)>>,
    /// Whom each step of its story asks about, and with whom it compares them, by their names.
    asked: Vec<[Vec<String>; 2]>,
}

/// A map without its rows.
pub(super) fn plain(map: &DrawnMap, of: &Drawn) -> Plain {
    let mut plain = map.clone();
    plain.map.id = MapId(0);
    let names = persona_names(&of.personas);
    let name_of = |id: PersonaId| {
        let place = of.personas.iter().position(|each| each.id == id);
        place.and_then(|place| names.get(place).cloned())
    };
    let personas = std::mem::take(&mut plain.map.personas).into_iter().filter_map(name_of).collect();
    let state = plain.map.twin.take().map(|twin| twin.state);
    let stages: HashMap<StageId, StageId> =
        map.stages.iter().enumerate().map(|(place, stage)| (stage.id, StageId(place as i64))).collect();
    for stage in &mut plain.stages {
        stage.id = stages[&stage.id];
    }
    for touchpoint in &mut plain.touchpoints {
        touchpoint.stage = stages[&touchpoint.stage];
        touchpoint.events.sort();
    }
    // In an order that is none of the rows.
    plain.touchpoints.sort_by(|one, other| {
        let words =
            |each: &Touchpoint| (each.stage, each.title.clone(), each.events.clone(), each.details.clone());
        let (here, there) = (one.place, other.place);
        let by_place = || here.x.total_cmp(&there.x).then(here.y.total_cmp(&there.y));
        words(one).cmp(&words(other)).then_with(by_place)
    });
    let mut touchpoints = HashMap::new();
    for (place, touchpoint) in plain.touchpoints.iter_mut().enumerate() {
        let row = std::mem::replace(&mut touchpoint.id, TouchpointId(place as i64));
        touchpoints.insert(row, touchpoint.id);
    }
    for (from, to, _) in &mut plain.transitions {
        (*from, *to) = (touchpoints[from], touchpoints[to]);
    }
    plain.transitions.sort();
    let there = |of: Node| match of {
        Node::Stage(id) => Node::Stage(stages[&id]),
        Node::Touchpoint(id) => Node::Touchpoint(touchpoints[&id]),
    };
    let mut lanes = HashMap::new();
    for (place, lane) in plain.lanes.iter_mut().enumerate() {
        let row = std::mem::replace(&mut lane.id, LaneId(place as i64));
        lanes.insert(row, lane.id);
        for cell in &mut lane.cells {
            cell.of = there(cell.of);
        }
        lane.cells.sort_by_key(|cell| cell.of);
    }
    for card in &mut plain.cards {
        (card.lane, card.of) = (lanes[&card.lane], there(card.of));
    }
    plain.cards.sort_by_key(|card| (card.lane, card.of, card.position));
    for (place, card) in (0..).zip(&mut plain.cards) {
        (card.id, card.position) = (CardId(i64::from(place)), place);
    }
    for (place, step) in plain.story.iter_mut().enumerate() {
        step.id = StoryStepId(place as i64);
        step.shown = shown_in(&step.shown, &stages, &touchpoints, &lanes);
        step.shown.lit.sort_unstable();
        step.shown.hidden.sort_unstable();
    }
    let people = |who: &mut Who| {
        let segment = |id| of.segments.iter().find(|each| each.id == id).map(|each| each.name.clone());
        match std::mem::take(who) {
            Who::Segment(id) => segment(id).into_iter().collect(),
            Who::Persona(id) => name_of(id).into_iter().collect(),
            Who::Personas(ids) => ids.into_iter().filter_map(name_of).collect(),
            _ => Vec::new(),
        }
    };
    let asked = plain.story.iter_mut().map(|step| match &mut step.shown.question {
        Some(Question { who, against: Some(Against::Who(others)), .. }) => [people(who), people(others)],
        Some(Question { who, .. }) => [people(who), Vec::new()],
        None => Default::default(),
    });
    let asked = asked.collect();
    for note in &mut plain.workshop.notes {
        note.on = note.on.map(there);
    }
    // Those that were added later come later, whatever their rows.
    for (place, note) in (0..).zip(&mut plain.workshop.notes) {
        note.id = NoteId(place);
    }
    let title = |id| of.maps.iter().find(|each| each.map.id == id).map(|each| each.map.title.clone());
    let opened = plain.touchpoints.iter_mut().map(|each| each.sub_journey.take().and_then(title));
    let opened = opened.collect();
    let feelings = plain.touchpoints.iter_mut().map(|each| {
        let said = |each: PersonaFeeling| Some((name_of(each.persona)?, each.sentiment, each.quote));
        let mut felt: Vec<_> = std::mem::take(&mut each.feelings).into_iter().filter_map(said).collect();
        felt.sort();
        felt
    });
    let feelings = feelings.collect();
    Plain { map: plain, personas, state, opened, feelings, asked }
}
