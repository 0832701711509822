//! The sticky notes of a workshop, over all else on the picture, and the frames of their clusters.

use model::{Node, Note, NoteId, OutcomeKind};

use crate::detail::{Afar, DROP, MIDDLE};
use crate::geometry::{Point, point};
use crate::layout::NOTE_WIDTH;
use crate::lines::{BODY, LABEL, SMALL, broken, shortened};
use crate::page::Page;
use crate::shapes::{block, dashed, in_the_middle, said, solid, written};
use crate::theme::StageColours;
use crate::words::Value;
use crate::zones::{Plate, Zones};
use crate::{Anchor, Primitive, Rect, SceneItem, Subject};

/// The least height of a note.
const LOWEST: f64 = 104.0;
/// Between its edge and what is written on it.
const PADDING: f64 = 10.0;
/// The strip by which it sticks.
const STRIP: f64 = 6.0;
/// The most lines that are shown.
const MOST: usize = 9;
/// The radius of its corners.
const RADIUS: f64 = 2.0;
/// Between the notes of a cluster.
const BETWEEN: f64 = 8.0;
/// Around them.
const AROUND: f64 = 12.0;
/// The height of the cluster's name above them.
const NAME: f64 = 26.0;
/// The height of the pill with the dots.
const PILL: f64 = 18.0;

/// The notes that are not parked, those of clusters in their frames.
pub(crate) fn items(page: &Page) -> Vec<SceneItem> {
    let workshop = page.journey.workshop();
    let mut ranked = workshop.ranking();
    // In the order in which they were written: the later lie on the earlier.
    ranked.sort_by_key(|each| each.notes.first().map(|note| note.id));
    let mut items = Vec::new();
    for each in &ranked {
        let Some(first) = each.notes.first() else { continue };
        let corner = page.layout.note_corner(first.on, first.place);
        let sheets = set_out(page, &each.notes, corner);
        if !each.cluster.is_empty() {
            items.push(frame(page, each.cluster, first.id, each.dots, &sheets));
        }
        items.extend(sheets.iter().map(|sheet| sheet.item(page)));
    }
    items
}

/// A note where it is painted.
struct Sheet<'a> {
    note: &'a Note,
    rect: Rect,
    /// Who does it and by when, where something became of it.
    outcome: String,
}

/// The notes of a cluster in rows from a left top on, as many rows as columns.
fn set_out<'a>(page: &Page, notes: &[&'a Note], corner: Point) -> Vec<Sheet<'a>> {
    let columns = (1..=notes.len()).find(|columns| columns * columns >= notes.len()).unwrap_or(1);
    let (mut sheets, mut top) = (Vec::with_capacity(notes.len()), corner.y);
    for row in notes.chunks(columns) {
        let outcomes: Vec<String> = row.iter().map(|note| outcome(page, note)).collect();
        let heights = row.iter().zip(&outcomes).map(|(note, outcome)| height_of(note, outcome));
        let height = heights.fold(LOWEST, f64::max);
        for (index, (note, outcome)) in row.iter().zip(outcomes).enumerate() {
            let left = corner.x + index as f64 * (NOTE_WIDTH + BETWEEN);
            sheets.push(Sheet { note, rect: Rect::new(left, top, NOTE_WIDTH, height), outcome });
        }
        top += height + BETWEEN;
    }
    sheets
}

/// What became of a note, who sees to it and by when; empty where nothing did.
fn outcome(page: &Page, note: &Note) -> String {
    let Some(outcome) = &note.outcome else { return String::new() };
    let kind = page.words.say(outcome_key(outcome.kind));
    let due = outcome.due.as_ref().map(|day| page.words.locale.date(day.date())).unwrap_or_default();
    let parts = [kind, outcome.owner.clone(), due];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The text that names what became of a note.
pub(crate) fn outcome_key(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Pain => "note-pain",
        OutcomeKind::Opportunity => "note-opportunity",
        OutcomeKind::Action => "note-action",
    }
}

fn height_of(note: &Note, outcome: &str) -> f64 {
    let lines = if note.covered { 2 } else { broken(&note.text, BODY, inner(), MOST).lines.len() };
    let above = if outcome.is_empty() { 0.0 } else { LABEL.leading + 4.0 };
    STRIP + PADDING + above + lines as f64 * BODY.leading + PADDING + PILL + PADDING
}

/// How wide what is written on a note may be.
fn inner() -> f64 {
    NOTE_WIDTH - 2.0 * PADDING
}

impl Sheet<'_> {
    fn item(&self, page: &Page) -> SceneItem {
        let colours = page.palette.tinted(self.note.tint);
        let rect = self.rect;
        let mut primitives = vec![
            block(rect, RADIUS, &colours.disc, Some(solid(&colours.rim, 1.0))),
            block(Rect { height: STRIP, ..rect }, RADIUS, &colours.rim, None),
        ];
        if self.note.covered {
            primitives.extend(self.covers(colours));
        }
        let ground = primitives.len() as u32;
        let room = self.room();
        if !self.note.covered {
            let lines = broken(&self.note.text, BODY, room.width, MOST);
            let baseline = room.y + BODY.leading / 2.0 + BODY.size * DROP;
            primitives.extend(written(room, baseline, &lines, BODY, &page.palette.ink));
        }
        self.add_outcome(page, &mut primitives);
        self.add_foot(page, &mut primitives);
        let afar = Afar { ground, middle: self.excerpt(page), far: Vec::new() };
        let title = broken(&self.note.text, BODY, room.width, MOST).zone(room, BODY);
        let zones =
            Zones { header: Some(Plate { rect, radius: RADIUS }), title: Some(title), ..Zones::default() };
        let subject = Subject::Note { note: self.note.id };
        SceneItem::new(subject, rect, spoken(page, self.note, &self.outcome), primitives)
            .seen_afar(afar)
            .with(zones)
    }

    /// Where its text stands.
    fn room(&self) -> Rect {
        let above = if self.outcome.is_empty() { 0.0 } else { LABEL.leading + 4.0 };
        let top = self.rect.y + STRIP + PADDING + above;
        let bottom = self.rect.bottom() - 2.0 * PADDING - PILL;
        Rect::new(self.rect.x + PADDING, top, inner(), (bottom - top).max(BODY.leading))
    }

    /// What stands for a text that is not to be read yet.
    fn covers(&self, colours: &StageColours) -> Vec<Primitive> {
        let room = self.room();
        let line = |(index, share): (usize, f64)| {
            let top = room.y + index as f64 * BODY.leading + 4.0;
            block(Rect::new(room.x, top, room.width * share, 12.0), 3.0, &colours.rim, None)
        };
        [0.92, 0.64].into_iter().enumerate().map(line).collect()
    }

    fn add_outcome(&self, page: &Page, primitives: &mut Vec<Primitive>) {
        if self.outcome.is_empty() {
            return;
        }
        let top = self.rect.y + STRIP + PADDING;
        let place = Rect::new(self.rect.x + PADDING, top, inner(), LABEL.leading);
        let lines = shortened(&self.outcome, LABEL, inner());
        let baseline = top + LABEL.leading / 2.0 + LABEL.size * DROP;
        primitives.extend(written(place, baseline, &lines, LABEL, &page.palette.accent));
    }

    /// Who wrote it, and how many dots it has.
    fn add_foot(&self, page: &Page, primitives: &mut Vec<Primitive>) {
        let middle = self.rect.bottom() - PADDING - PILL / 2.0;
        let dots = self.note.dots();
        let mut room = inner();
        if dots > 0 {
            let pill = pill(page, point(self.rect.right() - PADDING, middle), dots, primitives);
            room -= pill + BETWEEN;
        }
        let place = Rect::new(self.rect.x + PADDING, middle, room, SMALL.leading);
        let lines = shortened(&self.note.author, SMALL, room);
        primitives.extend(written(place, middle + SMALL.size * DROP, &lines, SMALL, &page.palette.ink));
    }

    /// The beginning of its text in the type of the middle level.
    fn excerpt(&self, page: &Page) -> Vec<Primitive> {
        if self.note.covered {
            return Vec::new();
        }
        let room = self.rect.grown(-PADDING / 2.0);
        let most = ((room.height - STRIP) / MIDDLE.leading) as usize;
        let lines = broken(&self.note.text, MIDDLE, room.width, most.max(1));
        in_the_middle(&room, &lines, MIDDLE, &page.palette.ink)
    }
}

/// A pill with a number of dots, whose right end is in the middle of a point; gives its width.
fn pill(page: &Page, right: Point, dots: u32, primitives: &mut Vec<Primitive>) -> f64 {
    let number = page.words.fill("note-dots", &[("dots", Value::Count(u64::from(dots)))]);
    let width = LABEL.width(&number) + 14.0;
    let rect = Rect::new(right.x - width, right.y - PILL / 2.0, width, PILL);
    primitives.push(block(rect, PILL / 2.0, &page.palette.accent, None));
    let baseline = right.y + LABEL.size * DROP;
    primitives.push(said(rect.centre_x(), baseline, number, LABEL, &page.palette.surface, Anchor::Middle));
    width
}

/// The frame around the notes of a cluster, with its name and all their dots above them.
fn frame(page: &Page, name: &str, first: NoteId, dots: u32, sheets: &[Sheet]) -> SceneItem {
    let all = sheets.iter().map(|sheet| sheet.rect).reduce(|all, each| all.union(&each)).unwrap_or_default();
    let Rect { x, y, width, height } = all.grown(AROUND);
    let rect = Rect::new(x, y - NAME, width, height + NAME);
    let outline = dashed(&page.palette.muted, 1.5, &[6.0, 4.0]);
    let mut primitives = vec![block(rect, 10.0, &page.palette.surface, Some(outline))];
    let middle = rect.y + AROUND + NAME / 2.0 - 2.0;
    let mut room = rect.width - 2.0 * AROUND;
    let mut pills = Vec::new();
    if dots > 0 {
        room -= pill(page, point(rect.right() - AROUND, middle), dots, &mut pills) + BETWEEN;
    }
    let place = Rect::new(rect.x + AROUND, middle - BODY.leading / 2.0, room, BODY.leading);
    let lines = shortened(name, LABEL, room);
    primitives.extend(written(place, middle + LABEL.size * DROP, &lines, LABEL, &page.palette.ink));
    primitives.extend(pills);
    let values = [
        ("name", Value::Text(name)),
        ("notes", Value::Count(sheets.len() as u64)),
        ("dots", Value::Count(u64::from(dots))),
    ];
    let spoken = page.words.fill("spoken-cluster", &values);
    let zones = Zones {
        header: Some(Plate { rect, radius: 10.0 }),
        title: Some(lines.zone(place, LABEL)),
        ..Zones::default()
    };
    SceneItem::new(Subject::Cluster { note: first }, rect, spoken, primitives).with(zones)
}

fn spoken(page: &Page, note: &Note, outcome: &str) -> String {
    let on = note.on.and_then(|on: Node| page.journey.title(on)).unwrap_or_default();
    let text = if note.covered { page.words.say("note-covered") } else { note.text.clone() };
    let values = [
        ("author", Value::Text(&note.author)),
        ("on", Value::Text(on)),
        ("text", Value::Text(&text)),
        ("dots", Value::Count(u64::from(note.dots()))),
    ];
    let key = match (note.author.is_empty(), on.is_empty()) {
        (false, false) => "spoken-note-by-on",
        (false, true) => "spoken-note-by",
        (true, false) => "spoken-note-on",
        (true, true) => "spoken-note",
    };
    let mut spoken = page.words.fill(key, &values);
    if !outcome.is_empty() {
        spoken = format!("{spoken} {outcome}.");
    }
    spoken
}
