//! The stage flow: the stages, their accounts, and what moves from stage to stage.

mod edges;
mod header;

use crate::band::{Band, Laid, Place};
use crate::page::Page;
use crate::words::Value::Count;

use edges::stage_edges;
use header::StageRow;

/// The stage flow. Its columns reach down behind the cards.
pub(crate) const BAND: Band = Band { gap: 0.0, lay };

fn lay(page: &Page, place: &Place) -> Laid {
    let row = StageRow::of(page, place.edge);
    let mut edges = stage_edges(page, &row);
    let mut items = row.items(page, place.ground);
    items.append(&mut edges.items);
    let (shown, all) = edges.shown;
    let values = [("shown", Count(shown as u64)), ("all", Count(all as u64))];
    let notes = if all > 0 { vec![page.words.fill("note-stage-paths", &values)] } else { Vec::new() };
    Laid { height: place.edge - edges.top, items, reach: None, notes }
}
