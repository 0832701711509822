//! The edges of a level, each with its flow.

use model::{DAY, Flow, Kind, Level, Node, Times};

use super::{Table, TableCell};
use crate::page::Page;

use TableCell::{Count, Days, Nothing, Share};

/// What a flow says, in the order of its columns.
const COUNTED: [&str; 9] = [
    "column-moved-here",
    "column-matured-moved",
    "column-conversion",
    "column-conversion-low",
    "column-conversion-high",
    "column-median",
    "column-p25",
    "column-p75",
    "column-p95",
];

/// All edges of a level: those of the map in its order, then those that customers took besides.
pub(super) fn table(page: &Page, level: Level) -> Table {
    let mut columns = vec!["column-from", "column-to", "column-kind"];
    if level == Level::Touchpoint {
        columns.push("column-label");
    }
    if page.counted.is_some() {
        columns.extend(COUNTED);
    }
    let drawn = page.journey.edges(level);
    let overlay = page.counted.as_ref().map(|counted| counted.overlay(level));
    let taken = overlay.into_iter().flat_map(|overlay| &overlay.edges);
    let ghosts = taken.filter(|flow| flow.kind == Kind::Ghost).map(|flow| (flow.from, flow.to));
    let rows = drawn.into_iter().chain(ghosts).map(|(from, to)| {
        let title = |node| TableCell::words(page.journey.title(node).unwrap_or_default());
        let kind = match page.journey.kind(from, to) {
            Kind::Drawn => "cell-drawn",
            Kind::Ghost => "cell-ghost",
        };
        let mut row = vec![title(from), title(to), TableCell::Text(page.words.say(kind))];
        if level == Level::Touchpoint {
            row.push(TableCell::words(label(page, from, to)));
        }
        if let Some(overlay) = overlay {
            row.extend(overlay.flow(from, to).map_or_else(|| COUNTED.map(|_| Nothing), of));
        }
        row
    });
    let name = if level == Level::Stage { "table-stage-edges" } else { "table-transitions" };
    Table::new(page.words, name, &columns, rows)
}

fn label<'a>(page: &Page<'a>, from: Node, to: Node) -> &'a str {
    let (Node::Touchpoint(from), Node::Touchpoint(to)) = (from, to) else { return "" };
    page.journey.transition(from, to).map_or("", |transition| transition.details.label.trim())
}

fn of(flow: &Flow) -> [TableCell; COUNTED.len()] {
    let share =
        |of: fn(&model::Rate) -> f64| flow.conversion.as_ref().map_or(Nothing, |rate| Share(of(rate)));
    let days = |of: fn(&Times) -> f64| {
        flow.seconds.as_ref().map_or(Nothing, |times| Days(of(times) * 1_000.0 / DAY as f64))
    };
    [
        Count(flow.moved),
        Count(flow.matured_moved),
        share(|rate| rate.rate),
        share(|rate| rate.low),
        share(|rate| rate.high),
        days(|times| times.median),
        days(|times| times.p25),
        days(|times| times.p75),
        days(|times| times.p95),
    ]
}
