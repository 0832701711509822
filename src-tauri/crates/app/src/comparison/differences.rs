//! What differs between the two moments of a map.

use std::collections::{BTreeMap, BTreeSet};

use model::{Image, Lane, LaneCard, Node, Stage, StageTint, Touchpoint};
use scene::{Change, Marks, Scene, Subject};
use serde::Serialize;
use serde_json::Value;

use super::sides::{Side, Sides};
use super::{Difference, Differing};

/// Something that differs, and what stands for it on the picture of both moments.
pub(super) struct Found {
    subject: Subject,
    difference: Difference,
}

impl Found {
    fn new(change: Change, what: Differing, subject: Subject, title: &str) -> Self {
        let title = title.to_owned();
        let difference =
            Difference { change, what, title, to: None, was: None, fields: Vec::new(), item: None };
        Self { subject, difference }
    }

    fn to(mut self, to: &str) -> Self {
        self.difference.to = Some(to.to_owned());
        self
    }

    /// The same with how it differs, by its fields.
    fn by(mut self, fields: Vec<String>, was: &str) -> Self {
        if self.difference.title != was {
            self.difference.was = Some(was.to_owned());
        }
        self.difference.fields = fields;
        self
    }

    /// The difference with the item that stands for it.
    pub fn told(self, scene: &Scene) -> Difference {
        let is_it = |item: &&scene::SceneItem| item.subject == self.subject && item.part_of.is_none();
        let item = scene.items.iter().find(is_it).map(|item| item.id.clone());
        Difference { item, ..self.difference }
    }
}

/// What is marked on the picture.
pub(super) fn marks(found: &[Found], sides: &Sides) -> Marks {
    let changes = found.iter().map(|found| (found.subject, found.difference.change)).collect();
    let mut elsewhere = BTreeMap::new();
    for was in &sides.before.touchpoints {
        if let Some(now) = sides.after.touchpoint(was.id)
            && (now.stage, now.place) != (was.stage, was.place)
        {
            elsewhere.insert(was.id, (was.stage, was.place));
        }
    }
    Marks { changes, elsewhere }
}

/// What differs, in the order in which a map is read.
pub(super) fn between(sides: &Sides) -> Vec<Found> {
    let Sides { before, after } = sides;
    let mut found = Vec::new();
    let mut fields = fields(&before.map, &after.map);
    if before.left_events != after.left_events {
        fields.push("left_events".to_owned());
    }
    if !fields.is_empty() {
        let map = Found::new(Change::Changed, Differing::Map, Subject::Heading, &after.map.title);
        found.push(map.by(fields, &before.map.title));
    }
    stages(before, after, &mut found);
    touchpoints(before, after, &mut found);
    transitions(sides, &mut found);
    lanes(before, after, &mut found);
    found
}

fn stages(before: &Side, after: &Side, found: &mut Vec<Found>) {
    let stayed =
        in_order(before.stages.iter().map(|each| each.id.0), after.stages.iter().map(|each| each.id.0));
    let of = |change, stage: &Stage| {
        Found::new(change, Differing::Stage, Subject::Stage { stage: stage.id }, &stage.title)
    };
    for now in &after.stages {
        match before.stage(now.id) {
            None => found.push(of(Change::Added, now)),
            Some(was) => {
                let fields = with_position(fields(was, now), stayed.contains(&now.id.0));
                found.extend(change_of(&fields).map(|change| of(change, now).by(fields, &was.title)));
            }
        }
    }
    let gone = before.stages.iter().filter(|each| after.stage(each.id).is_none());
    found.extend(gone.map(|stage| of(Change::Removed, stage)));
}

fn touchpoints(before: &Side, after: &Side, found: &mut Vec<Found>) {
    let of = |change, touchpoint: &Touchpoint| {
        let subject = Subject::Touchpoint { touchpoint: touchpoint.id };
        Found::new(change, Differing::Touchpoint, subject, &touchpoint.title)
    };
    for stage in &after.stages {
        for now in after.touchpoints.iter().filter(|each| each.stage == stage.id) {
            match before.touchpoint(now.id) {
                None => found.push(of(Change::Added, now)),
                Some(was) => {
                    let fields = fields(was, now);
                    found.extend(change_of(&fields).map(|change| of(change, now).by(fields, &was.title)));
                }
            }
        }
    }
    let gone = before.touchpoints.iter().filter(|each| after.touchpoint(each.id).is_none());
    found.extend(gone.map(|touchpoint| of(Change::Removed, touchpoint)));
}

fn transitions(sides: &Sides, found: &mut Vec<Found>) {
    let Sides { before, after } = sides;
    let title = |id| after.touchpoint(id).or_else(|| before.touchpoint(id)).map_or("", |each| &each.title);
    for each in sides.transitions() {
        let (from, to) = (each.from, each.to);
        let (change, fields) = match (before.transition(from, to), after.transition(from, to)) {
            (Some(was), Some(now)) => (Change::Changed, fields(was, now)),
            (None, _) => (Change::Added, Vec::new()),
            (_, None) => (Change::Removed, Vec::new()),
        };
        if change == Change::Changed && fields.is_empty() {
            continue;
        }
        let subject = Subject::Transition { transition: each.id, from, to };
        let differs = Found::new(change, Differing::Transition, subject, title(from)).to(title(to));
        found.push(differs.by(fields, title(from)));
    }
}

fn lanes(before: &Side, after: &Side, found: &mut Vec<Found>) {
    let stayed =
        in_order(before.lanes.iter().map(|each| each.id.0), after.lanes.iter().map(|each| each.id.0));
    let of = |change, lane: &Lane| {
        let title = if lane.title.is_empty() { lane.kind.name() } else { &lane.title };
        Found::new(change, Differing::Lane, Subject::Lane { lane: lane.id }, title)
    };
    for now in &after.lanes {
        let Some(was) = before.lane(now.id) else {
            found.push(of(Change::Added, now));
            continue;
        };
        let fields = with_position(fields(&bare(was), &bare(now)), stayed.contains(&now.id.0));
        let title = of(Change::Changed, was).difference.title;
        found.extend(change_of(&fields).map(|change| of(change, now).by(fields, &title)));
        cells(before, after, was, now, found);
    }
    let gone = before.lanes.iter().filter(|each| after.lane(each.id).is_none());
    found.extend(gone.map(|lane| of(Change::Removed, lane)));
}

/// What a lane says of the stages and the touchpoints that are there at both moments, in text and on cards.
fn cells(before: &Side, after: &Side, was: &Lane, now: &Lane, found: &mut Vec<Found>) {
    let stages = after.stages.iter().filter(|stage| before.stage(stage.id).is_some());
    let stages = stages.map(|stage| (Node::Stage(stage.id), &stage.title));
    let touchpoints = after.touchpoints.iter().filter(|each| before.touchpoint(each.id).is_some());
    let touchpoints = touchpoints.map(|each| (Node::Touchpoint(each.id), &each.title));
    for (of, title_of) in stages.chain(touchpoints) {
        let (then, later) = (said(before, was, of), said(after, now, of));
        let is_empty = |(text, cards): &Said<'_>| text.is_empty() && cards.is_empty();
        let change = match (is_empty(&then), is_empty(&later)) {
            _ if then == later => continue,
            (true, _) => Change::Added,
            (_, true) => Change::Removed,
            _ => Change::Changed,
        };
        let title = if now.title.is_empty() { now.kind.name() } else { &now.title };
        let subject = Subject::Cell { lane: now.id, of };
        found.push(Found::new(change, Differing::Cell, subject, title).to(title_of));
    }
}

/// The text of a cell, and what is on its cards.
type Said<'a> = (&'a str, Vec<(&'a str, Option<StageTint>, Option<&'a Image>)>);

fn said<'a>(side: &'a Side, lane: &'a Lane, of: Node) -> Said<'a> {
    let mut cards: Vec<_> = side.cards.iter().filter(|card| card.lane == lane.id && card.of == of).collect();
    cards.sort_by_key(|card| card.position);
    let face = |card: &&'a LaneCard| (card.text.as_str(), card.tint, card.image.as_ref());
    (lane.text(of), cards.iter().map(face).collect())
}

fn bare(lane: &Lane) -> Lane {
    Lane { cells: Vec::new(), ..lane.clone() }
}

/// What a place says, which is not what something says.
const PLACES: [&str; 3] = ["stage", "place", "position"];

/// How something differs by the fields that do; nothing where none does.
fn change_of(fields: &[String]) -> Option<Change> {
    let is_place = |field: &String| PLACES.contains(&field.as_str());
    match fields {
        [] => None,
        fields if fields.iter().all(is_place) => Some(Change::Moved),
        _ => Some(Change::Changed),
    }
}

fn with_position(mut fields: Vec<String>, stayed: bool) -> Vec<String> {
    if !stayed {
        fields.push("position".to_owned());
    }
    fields
}

/// The fields in which two things differ, save their ids; those of details as others.
fn fields(was: &impl Serialize, now: &impl Serialize) -> Vec<String> {
    let (was, now) = (flat(was), flat(now));
    let names: BTreeSet<&String> = was.keys().chain(now.keys()).collect();
    let differ = names.into_iter().filter(|name| was.get(*name) != now.get(*name));
    differ.filter(|name| *name != "id").cloned().collect()
}

fn flat(thing: &impl Serialize) -> serde_json::Map<String, Value> {
    // What is not a struct of plain values has no fields, which nothing here is.
    let Ok(Value::Object(mut fields)) = serde_json::to_value(thing) else { return serde_json::Map::new() };
    if let Some(Value::Object(details)) = fields.remove("details") {
        fields.extend(details);
    }
    fields
}

/// Which of what is in both orders need not have moved from one to the other: as many as possible, and the same whichever
/// of the orders is the later.
fn in_order(before: impl Iterator<Item = i64>, after: impl Iterator<Item = i64>) -> BTreeSet<i64> {
    let places: BTreeMap<i64, usize> = before.enumerate().map(|(place, id)| (id, place)).collect();
    let both: Vec<(i64, usize)> = after.filter_map(|id| Some((id, *places.get(&id)?))).collect();
    // Of each: the weight of the heaviest row of others up to it that keeps the order, and the one before it in that.
    let mut best: Vec<(u128, Option<usize>)> = Vec::with_capacity(both.len());
    for (index, &(id, place)) in both.iter().enumerate() {
        let before = (0..index).filter(|&other| both[other].1 < place).max_by_key(|&other| best[other].0);
        best.push((weight(id) + before.map_or(0, |other| best[other].0), before));
    }
    let mut last = (0..both.len()).max_by_key(|&index| best[index].0);
    let mut stayed = BTreeSet::new();
    while let Some(index) = last {
        stayed.insert(both[index].0);
        last = best[index].1;
    }
    stayed
}

/// One, and a little that tells ids apart, so that of equally many the same are chosen from either side.
fn weight(id: i64) -> u128 {
    let mixed = id.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (1 << 96) + u128::from(mixed ^ (mixed >> 29))
}
