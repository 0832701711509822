//! What painters paint: a few kinds of primitive with every decision already made.

use model::Image;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

/// A colour as `#rrggbb`, or `#rrggbbaa` when it is translucent.
pub type Colour = String;

/// Red, green, blue and how opaque, 0 to 255 each; of what is no colour, zeros for what is missing.
pub fn channels(colour: &str) -> [u8; 4] {
    let channel = |at: usize| {
        let digits = colour.get(1 + 2 * at..3 + 2 * at);
        digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())
    };
    let [red, green, blue] = std::array::from_fn(|at| channel(at).unwrap_or(0));
    [red, green, blue, channel(3).unwrap_or(u8::MAX)]
}

/// A rectangle in scene units (CSS pixels at zoom 1): left, top, width and height.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Rect {
    /// Left edge.
    #[specta(type = Number)]
    pub x: f64,
    /// Top edge.
    #[specta(type = Number)]
    pub y: f64,
    /// Width.
    #[specta(type = Number)]
    pub width: f64,
    /// Height.
    #[specta(type = Number)]
    pub height: f64,
}

/// How a line is drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    #[specta(type = Number)]
    pub width: f64,
    /// Lengths of dashes and gaps in turn; empty for a solid line.
    #[specta(type = Vec<Number>)]
    pub dash: Vec<f64>,
}

/// The weight of a line of text. Inter is bundled in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// Which point of a line of text stands at its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One thing to paint. Later ones cover earlier ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Primitive {
    /// A rectangle with rounded corners.
    Rect {
        /// Where.
        #[serde(flatten)]
        rect: Rect,
        /// The radius of its corners.
        #[specta(type = Number)]
        radius: f64,
        /// What fills it.
        fill: Option<Colour>,
        /// What outlines it, centred on its edge.
        stroke: Option<Stroke>,
    },
    /// An SVG path in absolute commands.
    Path {
        /// The path data.
        d: String,
        /// What fills it.
        fill: Option<Colour>,
        /// What outlines it, with round caps and joins.
        stroke: Option<Stroke>,
    },
    /// One line of text, already wrapped and shortened to fit.
    Text {
        /// Where its anchor stands.
        #[specta(type = Number)]
        x: f64,
        /// Where its baseline stands.
        #[specta(type = Number)]
        y: f64,
        /// The text in logical order; painters leave its direction to the bidirectional algorithm.
        text: String,
        /// The size in scene units.
        #[specta(type = Number)]
        size: f64,
        /// The weight.
        weight: Weight,
        /// The colour.
        colour: Colour,
        /// What stands at `x`.
        anchor: Anchor,
        /// Whether the paragraph runs from right to left.
        rtl: bool,
    },
    /// An icon: strokes on a grid of 24 by 24, scaled to `size`, 2 grid units wide with round caps and joins.
    Icon {
        /// Left edge.
        #[specta(type = Number)]
        x: f64,
        /// Top edge.
        #[specta(type = Number)]
        y: f64,
        /// Width and height.
        #[specta(type = Number)]
        size: f64,
        /// The path data on the grid.
        d: String,
        /// The colour of its strokes.
        colour: Colour,
    },
    /// The image of what the item is about. It fills a rectangle with rounded corners; what does not fit in there is cut
    /// off, alike on both sides.
    Image {
        /// Where.
        #[serde(flatten)]
        rect: Rect,
        /// The radius of its corners.
        #[specta(type = Number)]
        radius: f64,
        /// Itself. It is not sent: who shows the scene has what the item is about.
        #[serde(skip)]
        image: Option<Image>,
    },
}
