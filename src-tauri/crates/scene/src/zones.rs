//! The zones of an item: what of it hands can touch. With them no shell guesses geometry from what is painted.

use model::{Account, Class, Flow, Mode, Node, PersonaId, Rate, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::detail::Closeness;
use crate::geometry::{Point, point};
use crate::path::Path;
use crate::primitive::{Anchor, Primitive, Rect, Weight};

/// What of an item hands can touch; what it does not have is empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Zones {
    /// What is ringed when the item is selected: a card whole, of a stage its node.
    pub header: Option<Plate>,
    /// Where its title stands.
    pub title: Option<TitleZone>,
    /// The room that it gives to others: of a stage the ground for its cards, of a lane that for its cells. What of the
    /// item is outside of it belongs to the item itself.
    pub cell: Option<Rect>,
    /// Where an edge can be pulled from; of a transition, where it starts and where it ends, to be led elsewhere.
    pub handles: Vec<Handle>,
    /// The line by which the pointer finds it.
    pub hit: Option<HitPath>,
    /// The numbers on it.
    pub figures: Vec<Figure>,
    /// The points of the emotion curve on it, to be dragged up and down.
    pub feelings: Vec<Feeling>,
    /// What was measured beside it.
    pub measured: Vec<MeasuredZone>,
    /// The links in its text.
    pub links: Vec<LinkZone>,
}

/// A link in a text, or as much of it as is on a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LinkZone {
    /// Where.
    pub rect: Rect,
    /// Where it leads: an address of the web or of mail.
    pub address: String,
}

/// A rectangle with round corners.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Plate {
    /// Where.
    #[serde(flatten)]
    pub rect: Rect,
    /// The radius of its corners.
    #[specta(type = Number)]
    pub radius: f64,
}

/// Where a title stands and how it is set, so that it looks the same while it is written.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct TitleZone {
    /// The lines that it has now, as wide as they may be.
    pub rect: Rect,
    /// The size of the type.
    #[specta(type = Number)]
    pub size: f64,
    /// From one baseline to the next.
    #[specta(type = Number)]
    pub leading: f64,
    /// The weight of the type.
    pub weight: Weight,
    /// At which end its lines begin.
    pub anchor: Anchor,
}

/// A side of a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The left.
    Left,
    /// The right.
    Right,
    /// The upper.
    Top,
    /// The lower.
    Bottom,
}

/// A point from which an edge can be pulled.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Handle {
    /// The side on which it is.
    pub side: Side,
    /// Where, from the left.
    #[specta(type = Number)]
    pub x: f64,
    /// Where, from the top.
    #[specta(type = Number)]
    pub y: f64,
}

/// A line that the pointer finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HitPath {
    /// Its path data.
    pub d: String,
    /// How wide the line is that is painted.
    #[specta(type = Number)]
    pub line: f64,
    /// How wide the strip is in which the pointer finds it.
    #[specta(type = Number)]
    pub reach: f64,
}

/// A number on the picture, and whom it counts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Figure {
    /// Where it is written.
    pub rect: Rect,
    /// The node whose entrants it counts; on an edge, the node where that starts.
    pub node: Node,
    /// Which of them.
    pub class: Class,
    /// The mode in which they are counted: accounts count next moves, also where edges count eventual ones.
    pub mode: Mode,
    /// The farthest level of detail at which it is written.
    pub seen: Closeness,
}

/// A point of an emotion curve: of which touchpoint and persona, and where it is for each feeling.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Feeling {
    /// Whose point it is.
    pub touchpoint: TouchpointId,
    /// Who feels it: nobody in particular on a map that tells of one persona or none.
    pub persona: Option<PersonaId>,
    /// Where, from the left.
    #[specta(type = Number)]
    pub x: f64,
    /// How far from the top it is for the best feeling.
    #[specta(type = Number)]
    pub best: f64,
    /// How much lower for each that is worse.
    #[specta(type = Number)]
    pub step: f64,
}

/// A mean of answers beside the emotion curve, and how many gave them: who they are, the pointer finds here.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct MeasuredZone {
    /// What they answered about.
    pub touchpoint: TouchpointId,
    /// How many.
    #[specta(type = Number)]
    pub answered: u64,
    /// Where.
    pub rect: Rect,
}

/// The narrowest strip in which the pointer finds a line.
const NARROWEST: f64 = 20.0;
/// How far from the rim of a wide line the pointer still finds it.
const BESIDE: f64 = 4.0;

impl Zones {
    /// Those of a line along a path.
    pub(crate) fn of_line(d: String, width: f64) -> Self {
        let hit = HitPath { d, line: width, reach: NARROWEST.max(width + 2.0 * BESIDE) };
        Self { hit: Some(hit), ..Self::default() }
    }

    /// Those of something with a number on it.
    pub(crate) fn of_figure(figure: Option<Figure>) -> Self {
        Self { figures: figure.into_iter().collect(), ..Self::default() }
    }
}

impl Figure {
    /// How many entered a node.
    pub(crate) fn of_entered(account: &Account, rect: Rect) -> Self {
        Self { rect, node: account.node, class: Class::All, mode: Mode::Next, seen: Closeness::Near }
    }

    /// The drop-off of a node: how many are lost, or where these are few, of how many.
    pub(crate) fn of_drop_off(account: &Account, rate: &Rate, rect: Rect) -> Self {
        let class = match (rate.is_uncertain(), rate.of == account.matured) {
            (false, _) => Class::Lost,
            (true, true) => Class::Matured,
            (true, false) => Class::All,
        };
        Self { rect, node: account.node, class, mode: Mode::Next, seen: Closeness::Near }
    }

    /// How many moved along an edge.
    pub(crate) fn of_flow(flow: &Flow, mode: Mode, rect: Rect) -> Self {
        Self { rect, node: flow.from, class: Class::MovedTo(flow.to), mode, seen: Closeness::Near }
    }

    /// The same, written at the middle level too if something stands in for it there.
    pub(crate) fn in_brief(self, middle: &[Primitive]) -> Self {
        Self { seen: if middle.is_empty() { self.seen } else { Closeness::Middle }, ..self }
    }
}

impl Handle {
    /// The start and the end of a curve, each with the side of the card on which it is.
    pub(crate) fn at_ends(path: &Path) -> Vec<Self> {
        let side = |towards: Point| match (towards.x.abs() >= towards.y.abs(), towards.x, towards.y) {
            (true, x, _) => {
                if x < 0.0 {
                    Side::Left
                } else {
                    Side::Right
                }
            }
            (false, _, y) => {
                if y < 0.0 {
                    Side::Top
                } else {
                    Side::Bottom
                }
            }
        };
        let ends = [(0.0, 1.0), (path.length(), -1.0)];
        let handle = |(length, away): (f64, f64)| {
            let (at, towards) = (path.point(length), path.tangent(length));
            Self { side: side(point(towards.x * away, towards.y * away)), x: at.x, y: at.y }
        };
        ends.map(handle).to_vec()
    }

    /// The middles of the four sides.
    pub(crate) fn around(rect: &Rect) -> Vec<Self> {
        vec![
            Self { side: Side::Top, x: rect.centre_x(), y: rect.y },
            Self { side: Side::Right, x: rect.right(), y: rect.centre_y() },
            Self { side: Side::Bottom, x: rect.centre_x(), y: rect.bottom() },
            Self { side: Side::Left, x: rect.x, y: rect.centre_y() },
        ]
    }
}
