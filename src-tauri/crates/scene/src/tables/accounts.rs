//! The stages or the touchpoints, each with its account.

use model::{Account, Level, Node};

use super::{Table, TableCell};
use crate::page::Page;

use TableCell::{Count, Nothing, Share};

/// What an account says, in the order of its columns.
const COUNTED: [&str; 9] = [
    "column-entered",
    "column-moved",
    "column-in-progress",
    "column-late",
    "column-dropped",
    "column-matured",
    "column-drop-off",
    "column-drop-off-low",
    "column-drop-off-high",
];

/// All nodes of a level, in the order of the map.
pub(super) fn table(page: &Page, level: Level) -> Table {
    let mut columns = vec!["column-stage"];
    if level == Level::Touchpoint {
        columns.extend(["column-touchpoint", "column-channel", "column-sentiment", "column-events"]);
    }
    columns.push("column-goal");
    if page.counted.is_some() {
        columns.extend(COUNTED);
    }
    let rows = page.journey.nodes(level).into_iter().map(|node| {
        let mut row = named(page, node);
        let goal = if page.journey.is_goal(node) { page.words.say("cell-goal") } else { String::new() };
        row.push(TableCell::words(goal));
        if let Some(counted) = &page.counted {
            row.extend(counted.overlay(level).account(node).map_or_else(|| COUNTED.map(|_| Nothing), of));
        }
        row
    });
    let name = if level == Level::Stage { "table-stages" } else { "table-touchpoints" };
    Table::new(page.words, name, &columns, rows)
}

fn named(page: &Page, node: Node) -> Vec<TableCell> {
    let title = |node| TableCell::words(page.journey.title(node).unwrap_or_default());
    let touchpoint = match node {
        Node::Touchpoint(id) => page.journey.touchpoint(id),
        Node::Stage(_) => None,
    };
    let Some(touchpoint) = touchpoint else { return vec![title(node)] };
    let channel = touchpoint.channel.as_ref().map_or("", |channel| page.terms.channel(channel));
    let sentiment = touchpoint.sentiment.map_or("", |sentiment| page.terms.sentiment(sentiment));
    vec![
        title(Node::Stage(touchpoint.stage)),
        title(node),
        TableCell::words(channel),
        TableCell::words(sentiment),
        TableCell::words(touchpoint.events.join(", ")),
    ]
}

fn of(account: &Account) -> [TableCell; COUNTED.len()] {
    let share =
        |of: fn(&model::Rate) -> f64| account.drop_off.as_ref().map_or(Nothing, |rate| Share(of(rate)));
    [
        Count(account.entered),
        Count(account.moved.iter().map(|moved| moved.count).sum()),
        Count(account.in_progress),
        Count(account.returned_late),
        Count(account.dropped),
        Count(account.matured),
        share(|rate| rate.rate),
        share(|rate| rate.low),
        share(|rate| rate.high),
    ]
}
