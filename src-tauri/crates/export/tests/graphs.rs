//! Maps as graphs: what is written is what the map has.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../../scene/tests/fixtures/mod.rs"]
mod fixtures;

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use export::{Graph, GraphFormat, graph};
use fixtures::Story;
use model::Level;
use scene::{Locale, Picture, Subject, lay_out};

fn written(story: &Story, format: GraphFormat) -> String {
    let picture = fixtures::picture(story, Level::Touchpoint);
    let scene = lay_out(&Picture { ..picture });
    let overlay = Some(&story.touchpoints);
    graph(&Graph { journey: &story.journey, overlay, scene: &scene, locale: Locale::En }, format)
}

fn ghosts(story: &Story) -> usize {
    let scene = lay_out(&fixtures::picture(story, Level::Touchpoint));
    let is_ghost =
        |item: &&scene::SceneItem| matches!(item.subject, Subject::Ghost { .. }) && item.part_of.is_none();
    scene.items.iter().filter(is_ghost).count()
}

#[test]
fn graphml_has_every_node_and_edge_with_its_numbers() {
    for story in [fixtures::shop(), fixtures::hostile()] {
        let text = written(&story, GraphFormat::GraphMl);
        let tree = usvg::roxmltree::Document::parse(&text).unwrap();
        let of_graphml = ("http://graphml.graphdrawing.org/xmlns", "node");
        let nodes: Vec<_> = tree.descendants().filter(|node| node.has_tag_name(of_graphml)).collect();
        assert_eq!(nodes.len(), story.journey.len());
        let edges = tree.descendants().filter(|node| node.tag_name().name() == "edge");
        assert_eq!(edges.count(), story.journey.transitions().len() + ghosts(&story));
        let moved: u64 = tree
            .descendants()
            .filter(|node| node.attribute("key") == Some("edge_moved"))
            .map(|node| node.text().unwrap().parse::<u64>().unwrap())
            .sum();
        assert_eq!(moved, story.touchpoints.edges.iter().map(|flow| flow.moved).sum::<u64>());
    }
}

#[test]
fn graphviz_reads_dot() {
    for story in [fixtures::shop(), fixtures::hostile(), fixtures::circle()] {
        let mut dot =
            Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        dot.stdin.take().unwrap().write_all(written(&story, GraphFormat::Dot).as_bytes()).unwrap();
        let output = dot.wait_with_output().unwrap();
        assert!(output.status.success());
        let plain = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines = |kind: &str| plain.lines().filter(|line| line.starts_with(kind)).count();
        assert_eq!(lines("node "), story.journey.len());
        assert_eq!(lines("edge "), story.journey.transitions().len() + ghosts(&story));
    }
}

#[test]
fn a_canvas_has_stages_as_groups_and_cards_where_they_stand() {
    let story = fixtures::shop();
    let canvas: serde_json::Value = serde_json::from_str(&written(&story, GraphFormat::Canvas)).unwrap();
    let nodes = canvas["nodes"].as_array().unwrap();
    let of_type = |kind: &str| nodes.iter().filter(|node| node["type"] == kind).count();
    assert_eq!((of_type("group"), of_type("text")), (story.journey.stages().len(), story.journey.len()));
    assert!(nodes.iter().all(|node| ["x", "y", "width", "height"].iter().all(|key| node[key].is_i64())));
    let ids: BTreeSet<_> = nodes.iter().map(|node| node["id"].as_str().unwrap()).collect();
    let edges = canvas["edges"].as_array().unwrap();
    assert_eq!(edges.len(), story.journey.transitions().len() + ghosts(&story));
    for edge in edges {
        assert!(["fromNode", "toNode"].iter().all(|end| ids.contains(edge[end].as_str().unwrap())), "{edge}");
    }
}

#[test]
fn mermaid_has_no_text_that_ends_its_line() {
    let story = fixtures::hostile();
    for format in [GraphFormat::Mermaid, GraphFormat::MermaidJourney, GraphFormat::MermaidSankey] {
        let text = written(&story, format);
        assert!(!text.contains("<script>"), "{text}");
        for line in text.lines().filter(|line| line.contains('[')) {
            assert_eq!(line.matches('"').count() % 2, 0, "{line}");
        }
    }
    let journey = written(&fixtures::shop(), GraphFormat::MermaidJourney);
    assert!(journey.starts_with("journey\n  title Buying shoes online\n  section Discover\n"), "{journey}");
    assert!(journey.contains("    Product page: 4\n"), "{journey}");
    let sankey = written(&fixtures::shop(), GraphFormat::MermaidSankey);
    assert!(sankey.contains("\"Instagram advertisement\",\"Product page\",716\n"), "{sankey}");
    let flowchart = written(&fixtures::shop(), GraphFormat::Mermaid);
    assert!(flowchart.contains("|\"62 % · 716\"|") || flowchart.contains("62\u{a0}% · 716"), "{flowchart}");
}
