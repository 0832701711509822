//! GraphML: a node for each touchpoint, with its account, and an edge for each way.

use std::fmt::Write;

use model::Node;

use super::Graph;
use crate::xml::escaped;

/// What is told: of what, its name and its type.
const KEYS: [(&str, &str, &str); 12] = [
    ("node", "title", "string"),
    ("node", "stage", "string"),
    ("node", "entered", "long"),
    ("node", "matured", "long"),
    ("node", "drop_off", "double"),
    ("node", "x", "double"),
    ("node", "y", "double"),
    ("edge", "label", "string"),
    ("edge", "kind", "string"),
    ("edge", "moved", "long"),
    ("edge", "conversion", "double"),
    ("edge", "median_seconds", "double"),
];

pub(super) fn write(graph: &Graph<'_>) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    for (of, name, kind) in KEYS {
        add(
            &mut text,
            format_args!(
                "  <key id=\"{of}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"
            ),
        );
    }
    let title = escaped(&graph.journey.map().title);
    add(&mut text, format_args!("  <graph id=\"map\" edgedefault=\"directed\">\n    <desc>{title}</desc>\n"));
    for touchpoint in graph.journey.touchpoints() {
        let node = Node::Touchpoint(touchpoint.id);
        let account = graph.overlay.and_then(|overlay| overlay.account(node));
        let stage = graph.journey.title(Node::Stage(touchpoint.stage)).unwrap_or_default();
        let place = graph.scene.items.iter().find(|item| {
            item.part_of.is_none() && item.subject == scene::Subject::Touchpoint { touchpoint: touchpoint.id }
        });
        let told = [
            ("title", Some(escaped(&touchpoint.title))),
            ("stage", Some(escaped(stage))),
            ("entered", account.map(|account| account.entered.to_string())),
            ("matured", account.map(|account| account.matured.to_string())),
            ("drop_off", account.and_then(|account| account.drop_off).map(|rate| rate.rate.to_string())),
            ("x", place.map(|item| item.bounds.x.to_string())),
            ("y", place.map(|item| item.bounds.y.to_string())),
        ];
        add(&mut text, format_args!("    <node id=\"t{}\">\n", touchpoint.id.0));
        data(&mut text, "node", told);
        text.push_str("    </node>\n");
    }
    for edge in graph.edges() {
        let kind = if edge.details.is_some() { "drawn" } else { "ghost" };
        let label = edge.details.map(|details| details.label.as_str()).filter(|label| !label.is_empty());
        let told = [
            ("label", label.map(escaped)),
            ("kind", Some(kind.to_owned())),
            ("moved", edge.flow.map(|flow| flow.moved.to_string())),
            ("conversion", edge.flow.and_then(|flow| flow.conversion).map(|rate| rate.rate.to_string())),
            ("median_seconds", edge.flow.and_then(|flow| flow.seconds).map(|times| times.median.to_string())),
        ];
        add(&mut text, format_args!("    <edge source=\"t{}\" target=\"t{}\">\n", edge.from.0, edge.to.0));
        data(&mut text, "edge", told);
        text.push_str("    </edge>\n");
    }
    text.push_str("  </graph>\n</graphml>\n");
    text
}

fn data<const N: usize>(text: &mut String, of: &str, told: [(&str, Option<String>); N]) {
    for (name, value) in told {
        if let Some(value) = value {
            add(text, format_args!("      <data key=\"{of}_{name}\">{value}</data>\n"));
        }
    }
}

fn add(text: &mut String, more: std::fmt::Arguments<'_>) {
    text.write_fmt(more).expect("text takes text");
}
