//! Path data as lines and curves, for painters that know no arcs.

use svgtypes::{SimplePathSegment, SimplifyingPathParser};

/// A step of a path, in absolute coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// A new contour begins.
    Move([f64; 2]),
    /// A straight line.
    Line([f64; 2]),
    /// A cubic curve by two control points.
    Curve([[f64; 2]; 3]),
    /// Back to where the contour began.
    Close,
}

impl Step {
    /// The points that it names, control points among them.
    pub(crate) fn points(&self) -> Vec<[f64; 2]> {
        match *self {
            Self::Move(to) | Self::Line(to) => vec![to],
            Self::Curve(points) => points.to_vec(),
            Self::Close => Vec::new(),
        }
    }

    /// The same with its points moved.
    pub(crate) fn through(self, moved: impl Fn([f64; 2]) -> [f64; 2]) -> Self {
        match self {
            Self::Move(to) => Self::Move(moved(to)),
            Self::Line(to) => Self::Line(moved(to)),
            Self::Curve(points) => Self::Curve(points.map(moved)),
            Self::Close => Self::Close,
        }
    }
}

/// The steps of path data as scenes have it. What is no path data ends them.
pub(crate) fn steps(d: &str) -> Vec<Step> {
    let mut at = [0.0; 2];
    let mut steps = Vec::new();
    for segment in SimplifyingPathParser::from(d).map_while(Result::ok) {
        let step = match segment {
            SimplePathSegment::MoveTo { x, y } => Step::Move([x, y]),
            SimplePathSegment::LineTo { x, y } => Step::Line([x, y]),
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => Step::Curve([[x1, y1], [x2, y2], [x, y]]),
            SimplePathSegment::Quadratic { x1, y1, x, y } => {
                let third =
                    |end: [f64; 2]| [0, 1].map(|axis| end[axis] + ([x1, y1][axis] - end[axis]) * 2.0 / 3.0);
                Step::Curve([third(at), third([x, y]), [x, y]])
            }
            SimplePathSegment::ClosePath => Step::Close,
        };
        if let Step::Move(to) | Step::Line(to) | Step::Curve([_, _, to]) = step {
            at = to;
        }
        steps.push(step);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_and_bends_become_curves() {
        let steps = steps("M0 0L10 0Q20 0 20 10A5 5 0 0 1 15 15Z");
        assert_eq!(steps[..2], [Step::Move([0.0, 0.0]), Step::Line([10.0, 0.0])]);
        let ends: Vec<_> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Curve([_, _, end]) => Some(*end),
                _ => None,
            })
            .collect();
        assert_eq!(ends.first(), Some(&[20.0, 10.0]));
        let [x, y] = ends[ends.len() - 1];
        assert!((x - 15.0).abs() < 1e-9 && (y - 15.0).abs() < 1e-9);
        assert_eq!(steps.last(), Some(&Step::Close));
    }
}
