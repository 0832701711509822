//! Touchpoints that are taken off a map to be put on one: with all that they are in Touchline, and as an outline that
//! can be read anywhere and comes back from there.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Details, Journey, Lane, LaneCard, LaneKind, MapId, Node, PersonaId, Place, StageId, TouchpointId,
    TransitionDetails, folded,
};
use scene::{Layout, Rect};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{CardFace, StoreError, Tx};

use crate::documents::{PersonaNames, TouchpointEntry};
use crate::matching::match_touchpoint;
use crate::{AppError, Changes, Session};

/// How many touchpoints may come from a text at once.
pub(crate) const MOST: usize = 500;

/// What stands before the titles that a transition leads to.
const ARROW: &str = " → ";

/// What begins a line of a list, here and in other programs.
const BULLETS: [&str; 5] = ["- ", "• ", "* ", "– ", "· "];

/// Touchpoints with the transitions between them.
#[derive(Debug, Clone)]
pub struct Clip {
    text: String,
    pieces: Vec<Piece>,
    /// From which to which, by their places among the pieces, with what is written on them.
    transitions: Vec<(usize, usize, TransitionDetails)>,
    /// Whether what they are called says which events they count.
    named: bool,
}

#[derive(Debug, Clone)]
struct Piece {
    entry: TouchpointEntry,
    card: Rect,
    said: Vec<Said>,
}

/// What a lane says of a touchpoint. On another map one of the same kind and title says it.
#[derive(Debug, Clone)]
struct Said {
    kind: LaneKind,
    title: String,
    text: String,
    cards: Vec<LaneCard>,
}

impl Said {
    /// What lanes say of a touchpoint.
    fn of(journey: &Journey, touchpoint: TouchpointId) -> Vec<Self> {
        let of = Node::Touchpoint(touchpoint);
        let said = journey.lanes().iter().map(|lane| Self {
            kind: lane.kind,
            title: lane.title.clone(),
            text: lane.text(of).to_owned(),
            cards: journey.cards_in(lane.id, of).into_iter().cloned().collect(),
        });
        said.filter(|said| !said.text.is_empty() || !said.cards.is_empty()).collect()
    }

    fn put(&self, tx: &mut Tx<'_>, journey: &Journey, touchpoint: TouchpointId) -> Result<(), StoreError> {
        let is_it = |lane: &&Lane| lane.kind == self.kind && lane.title == self.title;
        let Some(lane) = journey.lanes().iter().find(is_it) else { return Ok(()) };
        let of = Node::Touchpoint(touchpoint);
        tx.write_cell(lane.id, of, &self.text)?;
        for card in &self.cards {
            tx.add_card(lane.id, of, usize::MAX, CardFace::from(card))?;
        }
        Ok(())
    }
}

/// Where on the scene touchpoints are to be put.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct PutAt {
    /// From the left.
    #[specta(type = Number)]
    pub x: f64,
    /// From the top.
    #[specta(type = Number)]
    pub y: f64,
    /// Whether they are wanted there: their left top corner. Otherwise they go where they were, if the map has all of
    /// their stages, and else around there.
    pub exact: bool,
}

/// What was put on a map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Pasted {
    /// Which touchpoints.
    pub touchpoints: Vec<TouchpointId>,
    /// What that changed.
    pub changes: Changes,
}

impl Clip {
    /// The outline: each stage with its touchpoints, and where their transitions lead.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn of(journey: &Journey, touchpoints: &[TouchpointId], names: &PersonaNames) -> Self {
        let layout = Layout::of(journey);
        let (mut ids, mut pieces, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        for stage in journey.stages() {
            let taken = journey.touchpoints_of(stage.id).filter(|each| touchpoints.contains(&each.id));
            for (number, touchpoint) in taken.enumerate() {
                if number == 0 {
                    lines.push(format!("{}\n", stage.title));
                }
                let next = journey.next(touchpoint.id).into_iter().filter(|next| touchpoints.contains(next));
                let next: Vec<&str> =
                    next.filter_map(|next| Some(journey.touchpoint(next)?.title.as_str())).collect();
                let arrow = if next.is_empty() { "" } else { ARROW };
                lines.push(format!("- {}{arrow}{}\n", touchpoint.title, next.join(", ")));
                let card = layout.rect_of(touchpoint.id).unwrap_or_default();
                ids.push(touchpoint.id);
                // Who puts a copy somewhere goes on to move it.
                let entry = TouchpointEntry {
                    locked: false,
                    ..TouchpointEntry::of(touchpoint, journey, &stage.title, names)
                };
                pieces.push(Piece { entry, card, said: Said::of(journey, touchpoint.id) });
            }
        }
        let place = |id: TouchpointId| ids.iter().position(|&each| each == id);
        let joins = journey
            .transitions()
            .into_iter()
            .filter_map(|each| Some((place(each.from)?, place(each.to)?, each.details.clone())));
        let transitions = joins.collect();
        Self { text: lines.concat(), pieces, transitions, named: false }
    }

    /// The touchpoints that a text lists, a line for each: an outline as [`text`](Self::text) gives it, a list, or the
    /// cells of a spreadsheet, of which those of the first column count. A line that is called as a stage of the map is
    /// the heading of those after it, and so is a cell before them in their row; without, they are for `stage`.
    fn read(text: &str, journey: &Journey, stage: StageId) -> Result<Self, AppError> {
        let layout = Layout::of(journey);
        let lines = listed(text, journey, stage);
        if lines.is_empty() {
            return Err(AppError::NothingToPaste);
        }
        if lines.len() > MOST {
            return Err(AppError::TooManyToPaste { found: lines.len() });
        }
        // Of several with one title the first is meant.
        let places: BTreeMap<String, usize> =
            lines.iter().enumerate().rev().map(|(place, line)| (folded(&line.title), place)).collect();
        let transitions: BTreeSet<(usize, usize)> = lines
            .iter()
            .enumerate()
            .flat_map(|(from, line)| {
                line.next
                    .iter()
                    .filter_map(|next| places.get(&folded(next)).copied())
                    .map(move |to| (from, to))
            })
            .collect();
        let mut counts: BTreeMap<StageId, usize> = BTreeMap::new();
        let mut pieces = Vec::new();
        for Line { title, stage, .. } in &lines {
            let count = counts.entry(*stage).or_default();
            let Place { x, y } = Layout::tidy_place(*count);
            *count += 1;
            let card = layout.card_in(*stage, Place { x, y }).unwrap_or_default();
            let stage = journey.stages().iter().find(|each| each.id == *stage);
            let stage = stage.map(|stage| stage.title.clone()).unwrap_or_default();
            let entry = TouchpointEntry {
                title: title.clone(),
                stage,
                x,
                y,
                channel: None,
                sentiment: None,
                feelings: Vec::new(),
                goal: None,
                events: Vec::new(),
                sub_journey: None,
                locked: false,
                details: Details::default(),
            };
            pieces.push(Piece { entry, card, said: Vec::new() });
        }
        let plain = |(from, to)| (from, to, TransitionDetails::default());
        let transitions = transitions.into_iter().map(plain).collect();
        Ok(Self { text: text.to_owned(), pieces, transitions, named: true })
    }

    /// Where the pieces go on a map: the stage and the place of each.
    fn settle(&self, journey: &Journey, spot: PutAt) -> Option<Vec<(StageId, Place)>> {
        let layout = Layout::of(journey);
        let stage_of = |title: &str| {
            journey.stages().iter().find(|stage| folded(&stage.title) == folded(title)).map(|stage| stage.id)
        };
        let known: Option<Vec<StageId>> =
            self.pieces.iter().map(|piece| stage_of(&piece.entry.stage)).collect();
        let Some(stages) = known.filter(|_| !spot.exact) else {
            let cards = self.cards_at(spot);
            let by = layout.way_down(&cards);
            return cards.iter().map(|card| layout.landing(card.x, card.y + by)).collect();
        };
        let cards = self.pieces.iter().zip(&stages).map(|(Piece { entry, card, .. }, &stage)| {
            let Rect { x, y, .. } = layout.card_in(stage, Place { x: entry.x, y: entry.y })?;
            Some(Rect { x, y, ..*card })
        });
        let cards: Vec<Rect> = cards.collect::<Option<_>>()?;
        let by = layout.way_down(&cards);
        let settled = stages
            .into_iter()
            .zip(&cards)
            .map(|(stage, card)| Some((stage, layout.place_in(stage, &Rect { y: card.y + by, ..*card })?)));
        settled.collect()
    }

    /// The cards as they stand to each other, at or around a point.
    fn cards_at(&self, spot: PutAt) -> Vec<Rect> {
        let all = self.pieces.iter().map(|piece| piece.card).reduce(|all, card| all.union(&card));
        let all = all.unwrap_or_default();
        let (left, top) = if spot.exact { (0.0, 0.0) } else { (all.width / 2.0, all.height / 2.0) };
        let (x, y) = (spot.x - left - all.x, spot.y - top - all.y);
        self.pieces.iter().map(|Piece { card, .. }| Rect { x: card.x + x, y: card.y + y, ..*card }).collect()
    }

    fn put(
        &self,
        tx: &mut Tx<'_>,
        map: MapId,
        places: &[(StageId, Place)],
        names: &PersonaNames,
    ) -> Result<Vec<TouchpointId>, AppError> {
        let journey = tx.journey(map)?;
        // By its title, in whichever workspace this is; a map does not open itself.
        let others = tx.all_maps()?.into_iter().filter(|each| each.id != map);
        let maps: BTreeMap<String, MapId> = others.map(|each| (each.title, each.id)).collect();
        let personas: BTreeMap<&str, PersonaId> =
            names.iter().map(|(id, name)| (name.as_str(), *id)).collect();
        let mut added = Vec::with_capacity(self.pieces.len());
        for (Piece { entry, said, .. }, &(stage, place)) in self.pieces.iter().zip(places) {
            // On one map an event counts at one touchpoint.
            let free = entry.events.iter().filter(|event| journey.touchpoint_of_event(event).is_none());
            let entry = TouchpointEntry { events: free.cloned().collect(), ..entry.clone() };
            let id = entry.add(tx, stage, place)?;
            if self.named {
                match_touchpoint(tx, id)?;
            }
            said.iter().try_for_each(|said| said.put(tx, &journey, id))?;
            if let Some(opened) = entry.sub_journey.as_ref().and_then(|title| maps.get(title)) {
                tx.set_sub_journey(id, Some(*opened))?;
            }
            for feeling in &entry.feelings {
                if let Some(persona) = personas.get(feeling.persona.as_str()) {
                    feeling.add(tx, id, *persona)?;
                }
            }
            added.push(id);
        }
        for (from, to, details) in &self.transitions {
            let id = tx.add_transition(added[*from], added[*to])?;
            tx.set_transition_details(id, details)?;
        }
        Ok(added)
    }
}

/// A touchpoint of a text.
struct Line {
    title: String,
    stage: StageId,
    next: Vec<String>,
}

fn listed(text: &str, journey: &Journey, mut stage: StageId) -> Vec<Line> {
    let stages: BTreeMap<String, StageId> =
        journey.stages().iter().map(|stage| (folded(&stage.title), stage.id)).collect();
    let mut lines = Vec::new();
    let written: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    for (number, line) in written.iter().enumerate() {
        let mut cells = line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
        let Some(first) = cells.next() else { continue };
        let bare = unbulleted(first);
        let head = stages.get(&folded(first)).copied();
        stage = head.unwrap_or(stage);
        let has_list = written.get(number + 1).is_some_and(|next| unbulleted(next.trim()) != next.trim());
        let title = match cells.next() {
            Some(second) if head.is_some() => second,
            // Of a stage, perhaps of another map.
            _ if bare == first && (head.is_some() || has_list) => continue,
            _ => bare,
        };
        let (title, next) = match title.split_once(ARROW) {
            Some((title, next)) => (title, next.split(", ").map(str::to_owned).collect()),
            None => (title, Vec::new()),
        };
        lines.push(Line { title: title.trim().to_owned(), stage, next });
    }
    lines
}

/// A line of a list without what begins it: a sign, or a number with a point or a bracket.
fn unbulleted(line: &str) -> &str {
    if let Some(rest) = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)) {
        return rest.trim_start();
    }
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "));
    if numbered { rest[2..].trim_start() } else { line }
}

impl Session {
    /// Takes touchpoints of a map, which stay on it.
    pub fn clip(&self, map: MapId, touchpoints: &[TouchpointId]) -> Result<Clip, AppError> {
        Ok(Clip::of(&self.workspace.journey(map)?, touchpoints, &self.persona_names()?))
    }

    /// Puts touchpoints on a map, where no card is: one step of history.
    pub fn paste(&mut self, map: MapId, clip: &Clip, spot: PutAt) -> Result<Pasted, AppError> {
        self.put("paste", map, clip, spot)
    }

    /// Puts the touchpoints that a text lists on a map: one step of history.
    pub fn paste_text(&mut self, map: MapId, text: &str, spot: PutAt) -> Result<Pasted, AppError> {
        let journey = self.workspace.journey(map)?;
        let landing = Layout::of(&journey).landing(spot.x, spot.y);
        let (stage, _) = landing.ok_or(StoreError::Missing { what: "stage", id: 0 })?;
        let clip = Clip::read(text, &journey, stage)?;
        self.put("paste", map, &clip, PutAt { exact: false, ..spot })
    }

    /// Puts touchpoints on their map once more, beneath where they are: one step of history.
    pub fn duplicate(&mut self, map: MapId, touchpoints: &[TouchpointId]) -> Result<Pasted, AppError> {
        let clip = self.clip(map, touchpoints)?;
        self.put("duplicate", map, &clip, PutAt { x: 0.0, y: 0.0, exact: false })
    }

    fn put(&mut self, op: &str, map: MapId, clip: &Clip, spot: PutAt) -> Result<Pasted, AppError> {
        if clip.pieces.is_empty() {
            return Err(AppError::NothingToPaste);
        }
        if !(spot.x.is_finite() && spot.y.is_finite()) {
            return Err(StoreError::NoPlace.into());
        }
        let places = clip.settle(&self.workspace.journey(map)?, spot);
        let places = places.ok_or(StoreError::Missing { what: "stage", id: 0 })?;
        let subject = match &clip.pieces[..] {
            [one] => one.entry.title.clone(),
            _ => String::new(),
        };
        let names = self.persona_names()?;
        let touchpoints = self.transact(op, &subject, |tx| clip.put(tx, map, &places, &names))?;
        Ok(Pasted { touchpoints, changes: self.changes_after(&[]) })
    }
}
