//! Mermaid: a flowchart, a user journey, a Sankey diagram.

use std::collections::BTreeMap;
use std::fmt::Write;

use model::{Touchpoint, TouchpointId};

use super::Graph;

/// How content nobody in particular is.
const NEUTRAL: i64 = 3;

pub(super) fn flowchart(graph: &Graph<'_>) -> String {
    let mut text = format!("---\ntitle: \"{}\"\n---\nflowchart LR\n", in_yaml(&graph.journey.map().title));
    for stage in graph.journey.stages() {
        line(&mut text, format_args!("  subgraph s{}[\"{}\"]", stage.id.0, in_quotes(&stage.title)));
        for touchpoint in graph.journey.touchpoints_of(stage.id) {
            line(&mut text, format_args!("    t{}[\"{}\"]", touchpoint.id.0, in_quotes(&touchpoint.title)));
        }
        line(&mut text, format_args!("  end"));
    }
    for edge in graph.edges() {
        let arrow = if edge.details.is_some() { "-->" } else { "-.->" };
        let label = in_quotes(&graph.label(&edge));
        let label = if label.is_empty() { label } else { format!("|\"{label}\"|") };
        line(&mut text, format_args!("  t{} {arrow}{label} t{}", edge.from.0, edge.to.0));
    }
    text
}

/// The score of a task is 1 to 5, as sentiments are; 3 where none is set.
pub(super) fn journey(graph: &Graph<'_>) -> String {
    let mut text = format!("journey\n  title {}\n", in_full_width(&graph.journey.map().title));
    for stage in graph.journey.stages() {
        line(&mut text, format_args!("  section {}", in_full_width(&stage.title)));
        let mut cards: Vec<&Touchpoint> = graph.journey.touchpoints_of(stage.id).collect();
        cards.sort_by(|one, other| {
            one.place.y.total_cmp(&other.place.y).then(one.place.x.total_cmp(&other.place.x))
        });
        for card in cards {
            let score = card.sentiment.map_or(NEUTRAL, model::Sentiment::score);
            line(&mut text, format_args!("    {}: {score}", in_full_width(&card.title)));
        }
    }
    text
}

/// Only what leads on: Sankey diagrams have no circles. Where nothing is counted each way counts one.
pub(super) fn sankey(graph: &Graph<'_>) -> String {
    let names = names(graph);
    let rank = |id: TouchpointId| {
        let card = graph.journey.touchpoint(id)?;
        Some((graph.journey.position(card.stage)?, card.place.y.round() as i64, id))
    };
    let mut text = String::from("sankey-beta\n\n");
    for edge in graph.edges().iter().filter(|edge| rank(edge.from) < rank(edge.to)) {
        let moved = edge.flow.map_or(u64::from(graph.overlay.is_none()), |flow| flow.moved);
        if let (Some(from), Some(to), true) = (names.get(&edge.from), names.get(&edge.to), moved > 0) {
            line(&mut text, format_args!("{from},{to},{moved}"));
        }
    }
    text
}

/// The titles of touchpoints as fields of a table; of those that share one, all but the first with a number.
fn names(graph: &Graph<'_>) -> BTreeMap<TouchpointId, String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for touchpoint in graph.journey.touchpoints() {
        let count = seen.entry(&touchpoint.title).or_default();
        *count += 1;
        let title = in_full_width(&touchpoint.title).replace('"', "\"\"");
        let name = if *count > 1 { format!("\"{title} ({count})\"") } else { format!("\"{title}\"") };
        names.insert(touchpoint.id, name);
    }
    names
}

/// Text between quotes, with what would end them or begin something else as entities.
fn in_quotes(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '#' | '&' | '<' | '>' | ';' | '`' => {
                write!(quoted, "#{};", u32::from(character)).expect("text takes text");
            }
            _ if character.is_control() => quoted.push(' '),
            _ => quoted.push(character),
        }
    }
    quoted
}

/// Text between quotes in the head of a file, which is YAML.
fn in_yaml(text: &str) -> String {
    let spaced: String =
        text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    spaced.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Text where nothing can be escaped: what would end it or begin markup stands there in full width.
fn in_full_width(text: &str) -> String {
    let seen = text.chars().map(|character| match character {
        ':' => '：',
        ';' => '；',
        '#' => '＃',
        '<' => '＜',
        '>' => '＞',
        _ if character.is_control() => ' ',
        _ => character,
    });
    seen.collect::<String>().trim().to_owned()
}

fn line(text: &mut String, more: std::fmt::Arguments<'_>) {
    writeln!(text, "{more}").expect("text takes text");
}
