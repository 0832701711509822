//! The stage flow: the stages, their accounts, and what moves from stage to stage.

mod edges;
mod header;

use crate::band::{Band, Laid, Place};
use crate::page::Page;

use edges::stage_edges;
use header::StageRow;

/// The stage flow. Its columns reach down behind the cards.
pub(crate) const BAND: Band = Band { gap: 0.0, lay };

fn lay(page: &Page, place: &Place) -> Laid {
    let row = StageRow::of(page, place.edge);
    let mut edges = stage_edges(page, &row);
    let mut items = row.items(page, place.ground);
    items.append(&mut edges.items);
    Laid { height: place.edge - edges.top, items, paths: edges.paths, ..Laid::default() }
}
