//! The graph: cards, and the curves between them with their labels.

mod card;
mod edges;
mod labels;

use std::thread;

use crate::band::{Band, Laid, Place};
use crate::line::Line;
use crate::page::Page;
use crate::path::Path;
use crate::routes::routes;
use crate::words::Value::Count;
use crate::{Rect, SceneItem};

use edges::{drawn, ghosts};
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
}

fn lay(page: &Page, _: &Place) -> Laid {
    let (cards, mut edges) = cards_and_edges(page);
    let lowest = edges.reach.map_or(0.0, |reach| reach.bottom() + BENEATH);
    let mut items = edges.curves;
    items.extend(cards);
    items.append(&mut edges.labels);
    Laid { height: page.layout.extent().bottom().max(lowest), items, reach: edges.reach, notes: edges.notes }
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
fn edges_of(page: &Page) -> Edges {
    let (mut edges, (shown, all)) = ghosts(page);
    edges.extend(drawn(page));
    let pairs: Vec<_> = edges.iter().map(|edge| edge.cards).collect();
    let lines: Vec<Line> = edges.iter().map(|edge| edge.line(page)).collect();
    let widths: Vec<f64> = lines.iter().map(|line| line.width).collect();
    let paths = routes(&page.layout, &pairs, &widths);
    let each = edges.iter().zip(&lines).zip(&paths);
    let items = each.map(|((edge, line), path)| edge.item(page, line, path)).collect();
    let (labels, unlabelled) = labels(page, &edges, &paths, &widths);
    let mut notes = Vec::new();
    if all > 0 {
        let values = [("shown", Count(shown as u64)), ("all", Count(all as u64))];
        notes.push(page.words.fill("note-ghosts", &values));
    }
    if unlabelled > 0 {
        notes.push(page.words.fill("note-labels", &[("count", Count(unlabelled as u64))]));
    }
    let reach = paths.iter().map(Path::bounds).reduce(|all, each| all.union(&each));
    Edges { curves: items, labels, reach, notes }
}
