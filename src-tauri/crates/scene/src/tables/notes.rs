//! What a workshop on the map brought: its notes, those with the most dots first, then what was parked.

use model::Note;

use super::{Table, TableCell};
use crate::notes::outcome_key;
use crate::page::Page;

/// All notes; of those that are not revealed nothing is told but that they are there.
pub(super) fn table(page: &Page) -> Table {
    let workshop = page.journey.workshop();
    let ranking = workshop.ranking();
    let placed = ranking.iter().flat_map(|each| each.notes.iter().copied());
    let rows = placed.chain(workshop.parked()).map(|note| row(page, note));
    let columns = [
        "column-note",
        "column-author",
        "column-of",
        "column-cluster",
        "column-dots",
        "column-parked",
        "column-outcome",
        "column-owner",
        "column-due",
    ];
    Table::new(page.words, "table-notes", &columns, rows)
}

fn row(page: &Page, note: &Note) -> Vec<TableCell> {
    let text = if note.covered { page.words.say("note-covered") } else { note.text.clone() };
    let of = note.on.and_then(|node| page.journey.title(node)).unwrap_or_default();
    let parked = if note.parked { page.words.say("cell-parked") } else { String::new() };
    let kind = note.outcome.as_ref().map(|outcome| page.words.say(outcome_key(outcome.kind)));
    let owner = note.outcome.as_ref().map_or("", |outcome| outcome.owner.as_str());
    let due = note.outcome.as_ref().and_then(|outcome| outcome.due.as_ref());
    vec![
        TableCell::words(text),
        TableCell::words(&*note.author),
        TableCell::words(of),
        TableCell::words(&*note.cluster),
        TableCell::Count(note.dots().into()),
        TableCell::words(parked),
        TableCell::words(kind.unwrap_or_default()),
        TableCell::words(owner),
        TableCell::words(due.map(|day| page.words.locale.date(day.date())).unwrap_or_default()),
    ]
}
