//! The graph: cards, and the curves between them with their labels.

mod card;
mod edges;
mod labels;

use std::thread;

use model::TouchpointId;

use crate::band::{Band, Laid, Place};
use crate::line::Line;
use crate::page::Page;
use crate::path::Path;
use crate::routing::{Track, Wire};
use crate::words::Value::Count;
use crate::{PathCount, Picture, Rect, SceneItem, Subject};

use edges::{Edge, count, drawn, ghosts};
use labels::labels;

/// The graph. It stands where the layout has its cards, from the origin down.
pub(crate) const BAND: Band = Band { gap: 0.0, lay };

/// From the lowest curve to the lower end.
const BENEATH: f64 = 24.0;
/// From this many cards on, a second core is worth waking.
const MANY: usize = 100;

/// The curves between the cards, with their labels.
struct Edges {
    /// Beneath the cards.
    curves: Vec<SceneItem>,
    /// Above the cards.
    labels: Vec<SceneItem>,
    /// A box around all curves, if there are any.
    reach: Option<Rect>,
    /// What is left out.
    notes: Vec<String>,
    /// The paths that are shown and hidden, if these are the ones that are studied.
    paths: Option<PathCount>,
}

fn lay(page: &Page, _: &Place) -> Laid {
    let (cards, mut edges) = cards_and_edges(page);
    let lowest = edges.reach.map_or(0.0, |reach| reach.bottom() + BENEATH);
    let mut items = edges.curves;
    items.extend(cards);
    items.append(&mut edges.labels);
    Laid {
        height: page.layout.extent().bottom().max(lowest),
        items,
        reach: edges.reach,
        notes: edges.notes,
        paths: edges.paths,
    }
}

/// The ghost paths of a card that its picture leaves out, with their labels, to be laid over it: in the room that what
/// is shown leaves.
pub fn ghosts_of(picture: &Picture, touchpoint: TouchpointId) -> Vec<SceneItem> {
    let page = &Page::of(picture);
    let mut edges = ghosts(page);
    edges.extend(drawn(page));
    let shown = edges.len();
    edges.extend(edges::more_ghosts(page, touchpoint, &edges));
    let wires: Vec<Wire> = edges.iter().map(Edge::wire).collect();
    let tracks = page.layout.tracks(&wires);
    let lines: Vec<Line> = edges.iter().map(|edge| edge.line(page)).collect();
    let (labels, _) = labels(page, &edges, &tracks, &lines);
    let each = edges.iter().zip(&lines).zip(&tracks).skip(shown).filter(|(_, track)| track.clear);
    let mut items: Vec<SceneItem> =
        each.map(|((edge, line), track)| edge.item(page, line, &track.path)).collect();
    let is_on_one = |label: &SceneItem| items.iter().any(|item| Some(&item.id) == label.part_of.as_ref());
    let mut on_them: Vec<SceneItem> = labels.into_iter().filter(is_on_one).collect();
    items.append(&mut on_them);
    items
}

/// The transitions that are drawn, each with its curve.
pub(crate) fn curves(page: &Page) -> Vec<(Subject, Path)> {
    let edges: Vec<Edge> = drawn(page).collect();
    let wires: Vec<Wire> = edges.iter().map(Edge::wire).collect();
    let tracks = page.layout.tracks(&wires);
    edges.iter().zip(tracks).map(|(edge, track)| (edge.subject(), track.path)).collect()
}

/// The cards and the curves between them: side by side on two cores where there are many.
fn cards_and_edges(page: &Page) -> (Vec<SceneItem>, Edges) {
    let cards = || page.layout.cards().iter().map(|each| card::item(page, each)).collect();
    if page.layout.cards().len() < MANY {
        return (cards(), edges_of(page));
    }
    thread::scope(|scope| {
        let cards = scope.spawn(cards);
        let edges = edges_of(page);
        (cards.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), edges)
    })
}

/// Lays out all transitions and the ghost paths that matter.
fn edges_of<'a>(page: &Page<'a>) -> Edges {
    let mut edges = ghosts(page);
    edges.extend(drawn(page));
    let wires: Vec<Wire> = edges.iter().map(Edge::wire).collect();
    let tracks = page.layout.tracks(&wires);
    // A ghost path for which there is no way between cards is not shown.
    let is_shown = |(edge, track): &(Edge<'a>, Track)| edge.transition.is_some() || track.clear;
    let (edges, tracks): (Vec<_>, Vec<_>) = edges.into_iter().zip(tracks).filter(is_shown).unzip();
    let lines: Vec<Line> = edges.iter().map(|edge| edge.line(page)).collect();
    let each = edges.iter().zip(&lines).zip(&tracks);
    let items = each.map(|((edge, line), track)| edge.item(page, line, &track.path)).collect();
    let (labels, unlabelled) = labels(page, &edges, &tracks, &lines);
    let mut notes = Vec::new();
    if unlabelled > 0 {
        notes.push(page.words.fill("note-labels", &[("count", Count(unlabelled as u64))]));
    }
    let stacked = page.layout.stacked();
    if stacked > 0 && !tracks.is_empty() {
        notes.push(page.words.fill("note-stacked", &[("count", Count(stacked as u64))]));
    }
    let boxes = tracks.iter().map(|track| track.path.bounds()).chain(labels.iter().map(|label| label.bounds));
    let reach = boxes.reduce(|all, each| all.union(&each));
    Edges { curves: items, labels, reach, notes, paths: count(page, &edges) }
}
