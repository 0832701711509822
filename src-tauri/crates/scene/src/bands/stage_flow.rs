//! The stage flow: the stages, how many customers each has, and what moves from stage to stage. Where the last stage leads
//! to the first it is a ring.

mod arcs;
mod edges;
mod header;
mod ribbon;
mod ring;

use crate::band::{Band, Laid, Place};
use crate::page::Page;

use arcs::{Arcs, Side};
use edges::stage_edges;
use header::StageRow;
use ribbon::Ribbon;

/// The stage flow. Its columns reach down behind the cards.
pub(crate) const BAND: Band = Band { gap: 0.0, lay };

fn lay(page: &Page, place: &Place) -> Laid {
    let arcs = Arcs::of(page);
    if page.is_ring() {
        return ring::lay(page, place, &arcs);
    }
    let row = StageRow::of(page, place.edge, Ribbon::reach(page) + arcs.depth(Side::Under));
    let ribbon = Ribbon::of(page, &row.nodes);
    let edges = stage_edges(page, &row, ribbon.as_ref(), &arcs);
    // What leaves a stage comes out from behind it.
    let mut items = edges.lines;
    items.extend(row.items(page, ribbon.as_ref(), place.ground));
    items.extend(edges.labels);
    let top = row.top() - arcs.depth(Side::Over);
    let figures = items.iter().flat_map(|item| item.zones.figures.iter().map(|figure| figure.rect));
    let boxes = items.iter().map(|item| item.bounds).chain(figures);
    let reach = boxes.reduce(|all, each| all.union(&each));
    Laid { height: place.edge - top, items, reach, paths: arcs.count(page), ..Laid::default() }
}
