//! JSON Canvas: the map as it stands, stages as groups and touchpoints as cards of text.

use model::Node;
use scene::{Rect, SceneItem, Side, Subject};
use serde_json::{Value, json};

use super::Graph;

pub(super) fn write(graph: &Graph<'_>) -> String {
    let items = || graph.scene.items.iter().filter(|item| item.part_of.is_none());
    let stages = items().filter_map(|item| match item.subject {
        Subject::Stage { stage } => {
            let ground = item.zones.cell.unwrap_or(item.bounds);
            Some(placed(
                json!({ "id": item.id, "type": "group", "label": graph.journey.title(Node::Stage(stage)) }),
                &item.bounds.union(&ground),
            ))
        }
        _ => None,
    });
    let cards = items().filter_map(|item| match item.subject {
        Subject::Touchpoint { touchpoint } => Some(placed(
            json!({ "id": item.id, "type": "text", "text": told(graph, touchpoint)? }),
            &item.bounds,
        )),
        _ => None,
    });
    let nodes: Vec<Value> = stages.chain(cards).collect();
    let id = |touchpoint| {
        let card = items().find(|item| item.subject == Subject::Touchpoint { touchpoint });
        card.map(|card| card.id.as_str())
    };
    let edges: Vec<Value> = graph
        .edges()
        .iter()
        .map(|edge| {
            let item = items().find(|item| match item.subject {
                Subject::Transition { from, to, .. } | Subject::Ghost { from, to } => {
                    (from, to) == (edge.from, edge.to)
                }
                _ => false,
            });
            let mut told = json!({
                "id": item.map_or_else(|| format!("{}-{}", edge.from.0, edge.to.0), |item| item.id.clone()),
                "fromNode": id(edge.from), "toNode": id(edge.to),
            });
            for (at, key) in ["fromSide", "toSide"].into_iter().enumerate() {
                if let Some(side) = item.and_then(|item| side(item, at)) {
                    told[key] = side.into();
                }
            }
            let label = graph.label(edge);
            if !label.is_empty() {
                told["label"] = label.into();
            }
            told
        })
        .collect();
    let mut text =
        serde_json::to_string_pretty(&json!({ "nodes": nodes, "edges": edges })).unwrap_or_default();
    text.push('\n');
    text
}

/// A node where it stands, in whole pixels.
fn placed(mut node: Value, rect: &Rect) -> Value {
    for (key, length) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
        node[key] = (length.round() as i64).into();
    }
    node
}

/// What a card says, as Markdown.
fn told(graph: &Graph<'_>, touchpoint: model::TouchpointId) -> Option<String> {
    let card = graph.journey.touchpoint(touchpoint)?;
    let account = graph.overlay.and_then(|overlay| overlay.account(Node::Touchpoint(touchpoint)));
    let entered = account.map(|account| format!("\n\n{}", graph.locale.count(account.entered)));
    Some(format!("**{}**{}", card.title.trim(), entered.unwrap_or_default()))
}

/// The side of the card at which a way starts, or ends.
fn side(item: &SceneItem, at: usize) -> Option<&'static str> {
    Some(match item.zones.handles.get(at)?.side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Top => "top",
        Side::Bottom => "bottom",
    })
}
