//! A map as a graph that other programs read: as text, with the numbers that its picture shows.

mod canvas;
mod dot;
mod graphml;
mod mermaid;

use model::{Flow, Journey, Node, Overlay, TouchpointId, TransitionDetails};
use scene::{Locale, Scene, Subject};

/// A map with what its picture shows of it.
#[derive(Debug, Clone, Copy)]
pub struct Graph<'a> {
    /// The map.
    pub journey: &'a Journey,
    /// What was counted between its touchpoints, if that is shown.
    pub overlay: Option<&'a Overlay>,
    /// Its picture: where things stand, and which ghost paths are shown.
    pub scene: &'a Scene,
    /// How numbers are written.
    pub locale: Locale,
}

/// A kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GraphFormat {
    /// GraphML. Source: graphml.graphdrawing.org, version 1.0.
    GraphMl,
    /// The language of Graphviz. Source: graphviz.org, "DOT Language".
    Dot,
    /// JSON Canvas. Source: jsoncanvas.org, version 1.0.
    Canvas,
    /// A flowchart of Mermaid. Source: mermaid.js.org.
    Mermaid,
    /// A user journey of Mermaid: stages with their touchpoints and how these feel.
    MermaidJourney,
    /// A Sankey diagram of Mermaid: who moved on, in so far as nobody comes in a circle.
    MermaidSankey,
}

/// Writes a map as text. The same map gives the same text.
pub fn graph(graph: &Graph<'_>, format: GraphFormat) -> String {
    match format {
        GraphFormat::GraphMl => graphml::write(graph),
        GraphFormat::Dot => dot::write(graph),
        GraphFormat::Canvas => canvas::write(graph),
        GraphFormat::Mermaid => mermaid::flowchart(graph),
        GraphFormat::MermaidJourney => mermaid::journey(graph),
        GraphFormat::MermaidSankey => mermaid::sankey(graph),
    }
}

/// A way from one touchpoint to another.
struct Edge<'a> {
    from: TouchpointId,
    to: TouchpointId,
    /// What people wrote of it; none of a ghost path.
    details: Option<&'a TransitionDetails>,
    flow: Option<&'a Flow>,
}

impl<'a> Graph<'a> {
    /// The transitions in the order of their making, then the ghost paths that the picture shows.
    fn edges(&self) -> Vec<Edge<'a>> {
        let flow = |from, to| self.overlay?.flow(Node::Touchpoint(from), Node::Touchpoint(to));
        let drawn = self.journey.transitions().into_iter().map(|each| Edge {
            from: each.from,
            to: each.to,
            details: Some(&each.details),
            flow: flow(each.from, each.to),
        });
        let ghosts = self.scene.items.iter().filter(|item| item.part_of.is_none());
        let ghosts = ghosts.filter_map(|item| match item.subject {
            Subject::Ghost { from, to } => Some(Edge { from, to, details: None, flow: flow(from, to) }),
            _ => None,
        });
        drawn.chain(ghosts).collect()
    }

    /// What stands on a way: what people wrote, its rate and how many moved.
    fn label(&self, edge: &Edge<'_>) -> String {
        let written = edge.details.map(|details| details.label.trim()).filter(|label| !label.is_empty());
        let moved = edge.flow.filter(|flow| flow.moved > 0).map(|flow| {
            let moved = self.locale.count(flow.moved);
            match flow.conversion.filter(|rate| rate.of >= 5) {
                Some(rate) => format!("{} · {moved}", self.locale.percent(rate.rate)),
                None => moved,
            }
        });
        [written.map(str::to_owned), moved].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
