//! The cells of a lane in which people write: one for each stage, or beneath one another one for each touchpoint, in the
//! columns in which their cards stand.

use std::sync::Arc;

use model::{CellsBy, Node};

use crate::detail::{Afar, DROP, MIDDLE};
use crate::layout::CARD_WIDTH;
use crate::lines::{BODY, LABEL, Lines, broken};
use crate::shapes::{block, written};
use crate::words::Value;
use crate::zones::{Plate, Zones};
use crate::{Primitive, Rect, SceneItem, Subject};

use super::cards::Notes;
use super::text::{Passage, unformed};
use super::{BETWEEN, EMPTY, PADDING, RADIUS, Row, lane_name};

/// Between two cells of one stage.
const GAP: f64 = 12.0;
/// Between what is above one another in a cell.
const WITHIN: f64 = 8.0;
/// The lines that the name of a touchpoint has over its cell, at most.
const NAME: usize = 3;

/// Adds the cells of a lane, and their ground to the lane itself; gives where they end.
pub(super) fn add(row: &Row, top: f64, lane: &mut SceneItem, items: &mut Vec<SceneItem>) -> f64 {
    let columns = columns(row);
    let natural = columns.iter().map(Column::height).fold(EMPTY, f64::max);
    let bottom = top + natural.max(f64::from(row.lane.height));
    lane.zones.cell = Some(Rect::new(row.page.left(), top, row.page.width(), bottom - top));
    for column in &columns {
        column.add(row, top, bottom, items);
    }
    bottom
}

/// The cells below one another in the column of a stage, or in a part of it.
struct Column<'a> {
    /// The position of the stage.
    stage: usize,
    left: f64,
    width: f64,
    cells: Vec<Cell<'a>>,
}

fn columns<'a>(row: &Row<'a>) -> Vec<Column<'a>> {
    let grounds = row.page.layout.grounds().iter().enumerate();
    match row.lane.by {
        CellsBy::Stage => {
            let column = |(stage, ground): (usize, &crate::Ground)| {
                let Rect { x: left, width, .. } = ground.rect;
                let cells = vec![Cell::new(row, Node::Stage(ground.stage), width)];
                Column { stage, left, width, cells }
            };
            grounds.map(column).collect()
        }
        CellsBy::Touchpoint => {
            grounds.flat_map(|(stage, ground)| beneath_cards(row, stage, &ground.rect)).collect()
        }
    }
}

/// The columns of a stage in which its cards stand: what begins a card's width beside another begins the next, and each card
/// is in the nearest.
fn beneath_cards<'a>(row: &Row<'a>, stage: usize, ground: &Rect) -> Vec<Column<'a>> {
    let mut cards: Vec<_> = row.page.layout.cards().iter().filter(|card| card.stage == stage).collect();
    cards.sort_by(|one, other| one.rect.x.total_cmp(&other.rect.x));
    let mut starts: Vec<f64> = Vec::new();
    for card in &cards {
        if starts.last().is_none_or(|start| card.rect.x >= start + CARD_WIDTH) {
            starts.push(card.rect.x);
        }
    }
    let mut parts: Vec<Vec<_>> = vec![Vec::new(); starts.len()];
    for card in cards {
        let away = |index: &usize| (starts[*index] - card.rect.x).abs();
        let nearest = (0..starts.len()).min_by(|one, other| away(one).total_cmp(&away(other)));
        parts[nearest.unwrap_or(0)].push(card);
    }
    let left_of = |index: usize| if index == 0 { ground.x } else { starts[index] - GAP };
    let column = |(index, mut part): (usize, Vec<&crate::layout::Card<'a>>)| {
        part.sort_by(|one, other| {
            one.rect.y.total_cmp(&other.rect.y).then(one.touchpoint.id.cmp(&other.touchpoint.id))
        });
        let left = left_of(index);
        let right = if index + 1 < starts.len() { left_of(index + 1) - GAP } else { ground.right() };
        let cell = |card: &&crate::layout::Card<'a>| {
            Cell::new(row, Node::Touchpoint(card.touchpoint.id), right - left)
        };
        Column { stage, left, width: right - left, cells: part.iter().map(cell).collect() }
    };
    parts.into_iter().enumerate().map(column).collect()
}

impl Column<'_> {
    /// How high its cells are together.
    fn height(&self) -> f64 {
        let between = WITHIN * self.cells.len().saturating_sub(1) as f64;
        self.cells.iter().map(Cell::height).sum::<f64>() + between
    }

    /// Adds its cells from the top; the last reaches to the bottom.
    fn add(&self, row: &Row, top: f64, bottom: f64, items: &mut Vec<SceneItem>) {
        let (mut y, last) = (top, self.cells.len().saturating_sub(1));
        for (index, cell) in self.cells.iter().enumerate() {
            let height = if index == last { bottom - y } else { cell.height() };
            cell.add(row, self.stage, Rect::new(self.left, y, self.width, height), items);
            y += height + WITHIN;
        }
    }
}

/// What a lane says of a stage or a touchpoint, broken into lines.
struct Cell<'a> {
    of: Node,
    text: &'a str,
    /// Over the cell of a touchpoint, what that is called.
    name: Option<Arc<Lines>>,
    passage: Passage,
    notes: Notes<'a>,
}

impl<'a> Cell<'a> {
    fn new(row: &Row<'a>, of: Node, width: f64) -> Self {
        let room = width - 2.0 * PADDING;
        let text = row.lane.text(of);
        let name = match of {
            Node::Stage(_) => None,
            Node::Touchpoint(touchpoint) => Some(broken(row.page.title(touchpoint), LABEL, room, NAME)),
        };
        let passage = Passage::of(text, BODY, room);
        Self { of, text, name, passage, notes: Notes::of(row, of, room) }
    }

    fn is_empty(&self) -> bool {
        self.passage.is_empty() && self.notes.is_empty()
    }

    fn name_height(&self) -> f64 {
        self.name.as_ref().map_or(0.0, |name| name.lines.len() as f64 * LABEL.leading)
    }

    fn height(&self) -> f64 {
        let parts = [self.name_height(), self.passage.height(), self.notes.height()];
        let parts: Vec<f64> = parts.into_iter().filter(|&height| height > 0.0).collect();
        let within = if self.name.is_some() { WITHIN / 2.0 } else { WITHIN };
        let between = within * parts.len().saturating_sub(1) as f64;
        let least = if self.name.is_some() { 0.0 } else { EMPTY };
        (parts.iter().sum::<f64>() + between + 2.0 * PADDING).max(least)
    }

    fn add(&self, row: &Row, stage: usize, rect: Rect, items: &mut Vec<SceneItem>) {
        let page = row.page;
        let inside = rect.grown(-PADDING);
        let below = |y: f64, height: f64| if height > 0.0 { y + height + WITHIN } else { y };
        let mut primitives = Vec::new();
        if !self.is_empty() {
            primitives.push(block(rect, RADIUS, &page.stage_colours(stage).tint, None));
        }
        let ground = primitives.len() as u32;
        if let Some(name) = &self.name {
            primitives.extend(written(inside, inside.y + 12.0, name, LABEL, &page.palette.muted));
        }
        let gap = if self.name.is_some() { WITHIN / 2.0 } else { 0.0 };
        let text_top = inside.y + self.name_height() + gap;
        let notes_top = below(text_top, self.passage.height());
        let place = Rect { y: text_top, height: inside.bottom() - text_top, ..inside };
        let links = self.passage.paint(place, page.palette, &mut primitives);
        // What is written from afar leaves the room of the cards to them.
        let free =
            if self.notes.is_empty() { inside } else { Rect { height: notes_top - inside.y, ..inside } };
        let afar = Afar { ground, middle: self.excerpt(row, free), far: Vec::new() };
        let subject = Subject::Cell { lane: row.lane.id, of: self.of };
        let item = SceneItem::new(subject, rect, self.spoken(row), primitives);
        items.push(item.seen_afar(afar).with(Zones {
            header: Some(Plate { rect, radius: RADIUS }),
            title: Some(self.passage.zone(place)),
            links,
            ..Zones::default()
        }));
        self.notes.add(row, stage, self.of, (inside.x, notes_top), items);
    }

    /// The beginning of what it says, in the type of the middle level.
    fn excerpt(&self, row: &Row, place: Rect) -> Vec<Primitive> {
        if self.passage.is_empty() {
            return Vec::new();
        }
        let text = unformed(self.text);
        let most = ((place.height + BETWEEN) / MIDDLE.leading) as usize;
        let lines = broken(&text, MIDDLE, place.width, most.max(1));
        let above = (place.height - lines.lines.len() as f64 * MIDDLE.leading) / 2.0;
        let first = place.y + above + MIDDLE.leading / 2.0 + MIDDLE.size * DROP;
        written(place, first, &lines, MIDDLE, &row.page.palette.ink).collect()
    }

    fn spoken(&self, row: &Row) -> String {
        let lane = lane_name(row.lane, row.page.words.locale);
        let title = row.page.journey.title(self.of).unwrap_or_default();
        let text = unformed(self.text);
        let values = [("lane", Value::Text(&lane)), ("of", Value::Text(title)), ("text", Value::Text(&text))];
        let key = match (self.of, self.passage.is_empty()) {
            (Node::Stage(_), false) => "spoken-cell",
            (Node::Stage(_), true) => "spoken-cell-empty",
            (Node::Touchpoint(_), false) => "spoken-cell-of",
            (Node::Touchpoint(_), true) => "spoken-cell-of-empty",
        };
        row.page.words.fill(key, &values)
    }
}
