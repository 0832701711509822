//! A map with its numbers as tables, in the words of its picture.

mod accounts;
mod flows;
mod notes;

use model::Level;

use crate::bands::{lanes, legend};
use crate::page::Page;
use crate::words::Words;
use crate::{Lens, Picture, Reading};

/// The tables of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// The heading of a column with their names.
    pub heading: String,
    /// All of them.
    pub tables: Vec<Table>,
}

/// A table of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is called, in no more than 31 characters, none of which is `[ ] : * ? / \`.
    pub name: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// Nothing is known.
    Nothing,
    /// Words.
    Text(String),
    /// How many.
    Count(u64),
    /// A share, 0 to 1, more where visits are counted.
    Share(f64),
    /// A time in days.
    Days(f64),
}

/// What a picture shows as tables: its stages, its touchpoints, the stage edges, the transitions with the ghost paths,
/// what the lanes say, what a workshop brought, and
/// what each number means. Without evidence there are no numbers. The lens decides nothing, but that
/// the plain one shows no numbers.
pub fn tables(picture: &Picture<'_>) -> Tables {
    let lens = if picture.reading.lens == Lens::Plain { Lens::Plain } else { Lens::Conversion };
    let reading = Reading { lens, ..picture.reading };
    let picture = Picture { reading, ..picture.clone() };
    let page = Page::of(&picture);
    let mut tables = vec![
        accounts::table(&page, Level::Stage),
        accounts::table(&page, Level::Touchpoint),
        flows::table(&page, Level::Stage),
        flows::table(&page, Level::Touchpoint),
    ];
    if page.extras.lanes {
        tables.push(said_in_lanes(&page));
    }
    if !page.journey.workshop().notes.is_empty() {
        tables.push(notes::table(&page));
    }
    if let Some(counted) = &page.counted {
        let rows = legend::told(&page, counted).into_iter();
        let rows = rows.map(|(term, meaning)| vec![TableCell::words(term), TableCell::Text(meaning)]);
        tables.push(Table::new(page.words, "table-definitions", &["column-term", "column-meaning"], rows));
    }
    Tables { heading: page.words.say("column-table"), tables }
}

impl Table {
    fn new(
        words: Words,
        name: &'static str,
        columns: &[&'static str],
        rows: impl Iterator<Item = Vec<TableCell>>,
    ) -> Self {
        let columns = columns.iter().map(|column| words.say(column)).collect();
        Self { name: words.say(name), columns, rows: rows.collect() }
    }
}

impl TableCell {
    /// Words, or nothing where there are none.
    fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

/// What the lanes say, cell by cell, then card by card.
fn said_in_lanes(page: &Page) -> Table {
    let journey = page.journey;
    let rows = journey.lanes().iter().flat_map(|lane| {
        let name = lanes::lane_name(lane, page.words.locale);
        let cells = lane.cells.iter().map(|cell| (cell.of, &cell.text));
        let cards =
            journey.cards().iter().filter(|card| card.lane == lane.id).map(|card| (card.of, &card.text));
        let said = cells.chain(cards).filter(|(_, text)| !text.is_empty());
        said.map(move |(of, text)| {
            let of = journey.title(of).unwrap_or_default();
            vec![TableCell::words(&*name), TableCell::words(of), TableCell::words(text)]
        })
    });
    Table::new(page.words, "table-lanes", &["column-lane", "column-of", "column-text"], rows)
}
