//! The five faces of sentiment, drawn as shapes so that they look the same everywhere.

use model::Sentiment;

use crate::geometry::{Point, point};
use crate::pen::Pen;
use crate::{Palette, Primitive, Stroke};

/// A face around a centre: a circle, two eyes and a mouth, in the muted ink; the extremes are told by the mouth and
/// the brows, never by colour alone.
pub(crate) fn face(sentiment: Sentiment, centre: Point, radius: f64, palette: &Palette) -> Vec<Primitive> {
    let stroke = |width| Stroke { colour: palette.muted.clone(), width, dash: Vec::new() };
    let at = |x: f64, y: f64| point(centre.x + x * radius, centre.y + y * radius);
    let eyes = [-0.36, 0.36].map(|x| Pen::new().circle(at(x, -0.22), 0.115 * radius).done()).concat();
    let mut face = vec![
        Primitive::Path {
            d: Pen::new().circle(centre, radius).done(),
            fill: Some(palette.surface.clone()),
            stroke: Some(stroke(1.2)),
        },
        Primitive::Path { d: eyes, fill: Some(palette.muted.clone()), stroke: None },
        Primitive::Path {
            d: mouth(sentiment, at),
            fill: (sentiment == Sentiment::VeryPositive).then(|| palette.muted.clone()),
            stroke: Some(stroke(1.2)),
        },
    ];
    if sentiment == Sentiment::VeryNegative {
        let brows = Pen::new().move_to(at(-0.6, -0.62)).line_to(at(-0.2, -0.44));
        let brows = brows.move_to(at(0.6, -0.62)).line_to(at(0.2, -0.44)).done();
        face.push(Primitive::Path { d: brows, fill: None, stroke: Some(stroke(1.2)) });
    }
    face
}

fn mouth(sentiment: Sentiment, at: impl Fn(f64, f64) -> Point) -> String {
    let bow = |corners: f64, middle: f64| {
        Pen::new().move_to(at(-0.46, corners)).bend_to(at(0.0, middle), at(0.46, corners))
    };
    match sentiment {
        Sentiment::VeryNegative => bow(0.56, -0.06).done(),
        Sentiment::Negative => bow(0.48, 0.16).done(),
        Sentiment::Neutral => Pen::new().move_to(at(-0.4, 0.36)).line_to(at(0.4, 0.36)).done(),
        Sentiment::Positive => bow(0.24, 0.66).done(),
        Sentiment::VeryPositive => bow(0.16, 0.98).close().done(),
    }
}
