//! DOT: a cluster for each stage, and lines as wide as many moved.

use std::fmt::Write;

use super::Graph;

/// The widest line, in points.
const WIDEST: f64 = 8.0;

pub(super) fn write(graph: &Graph<'_>) -> String {
    let title = quoted(&graph.journey.map().title);
    let mut text = format!(
        "digraph map {{\n  graph [label={title} labelloc=t rankdir=LR fontname=\"Inter\"]\n  node [shape=box style=rounded fontname=\"Inter\"]\n  edge [fontname=\"Inter\" fontsize=10]\n"
    );
    for stage in graph.journey.stages() {
        writeln!(text, "  subgraph cluster_{} {{\n    label={}", stage.id.0, quoted(&stage.title))
            .expect("text takes text");
        for touchpoint in graph.journey.touchpoints_of(stage.id) {
            writeln!(text, "    t{} [label={}]", touchpoint.id.0, quoted(&touchpoint.title))
                .expect("text takes text");
        }
        text.push_str("  }\n");
    }
    let edges = graph.edges();
    let moved = |edge: &super::Edge<'_>| edge.flow.map_or(0, |flow| flow.moved);
    let most = edges.iter().map(moved).max().unwrap_or(0).max(1);
    for edge in &edges {
        let width = 1.0 + (WIDEST - 1.0) * (moved(edge) as f64 / most as f64).sqrt();
        let style = if edge.details.is_some() { "solid" } else { "dashed" };
        writeln!(
            text,
            "  t{} -> t{} [label={} penwidth={width:.2} style={style}]",
            edge.from.0,
            edge.to.0,
            quoted(&graph.label(edge))
        )
        .expect("text takes text");
    }
    text.push_str("}\n");
    text
}

/// Text between quotes: a quote and a backslash have a backslash before them, a line break becomes a space.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            _ if character.is_control() => quoted.push(' '),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_ends_its_quotes() {
        assert_eq!(quoted("a \"b\" \\N\n]"), r#""a \"b\" \\N ]""#);
    }
}
