//! The route of a connector, as one of the connectors that presentation programs route themselves: when a card is dragged,
//! these go on from there.

use crate::curves::{Step, steps};

/// The least extent of a connector, in units of the scene: its bends are shares of it.
const LEAST: f64 = 1.0;
/// How far apart two lengths may be to be one.
const CLOSE: f64 = 0.05;

/// A connector of DrawingML: which, where, how it is turned, and where it bends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bent {
    /// Its preset.
    pub preset: &'static str,
    /// The middle of the box that it lies in.
    pub middle: [f64; 2],
    /// Its extent along the way that it sets out, and across.
    pub extent: [f64; 2],
    /// Whether it sets out up or down: then it lies turned by a quarter.
    pub turned: bool,
    /// Whether it is mirrored along the way that it sets out, and across.
    pub mirrored: [bool; 2],
    /// Where it bends, by turns along and across, in shares of the extent.
    pub bends: Vec<f64>,
}

impl Bent {
    /// The connector along path data of lines at right angles; none where that has more corners than any preset.
    pub(super) fn along(d: &str) -> Option<Self> {
        let corners = corners(d)?;
        let (start, end) = (corners[0], corners[corners.len() - 1]);
        let turned = (corners[1][0] - start[0]).abs() < CLOSE;
        let preset = match corners.len() {
            2 => "straightConnector1",
            3 => "bentConnector2",
            4 => "bentConnector3",
            5 => "bentConnector4",
            6 => "bentConnector5",
            _ => return None,
        };
        // Which axis it sets out along, and which lies across.
        let axes = if turned { [1, 0] } else { [0, 1] };
        let span = axes.map(|axis| end[axis] - start[axis]);
        let extent = span.map(|length| length.abs().max(LEAST));
        let straight = corners.len() == 2;
        // Turned by a quarter clockwise, what lies across leads to the left.
        let mirrored = [span[0] < 0.0, if turned && !straight { span[1] > 0.0 } else { span[1] < 0.0 }];
        let bends = if corners.len() < 4 {
            Vec::new()
        } else {
            let bend = |(at, corner): (usize, &[f64; 2])| {
                let along = at % 2;
                let (dimension, signed) =
                    (axes[along], if span[along] < 0.0 { -extent[along] } else { extent[along] });
                (corner[dimension] - start[dimension]) / signed
            };
            corners[1..corners.len() - 2].iter().enumerate().map(bend).collect()
        };
        let middle = [0, 1].map(|axis| f64::midpoint(start[axis], end[axis]));
        let (turned, extent, mirrored) = match (straight, turned) {
            (true, true) => (false, [extent[1], extent[0]], [mirrored[1], mirrored[0]]),
            _ => (turned, extent, mirrored),
        };
        Some(Self { preset, middle, extent, turned, mirrored, bends })
    }
}

/// Where a path starts, turns and ends; none where it does not lead along the axes by turns.
fn corners(d: &str) -> Option<Vec<[f64; 2]>> {
    let mut at = [0.0; 2];
    // Each straight piece: where it starts and where it ends.
    let mut pieces: Vec<[[f64; 2]; 2]> = Vec::new();
    for step in steps(d) {
        match step {
            Step::Line(to) => {
                pieces.push([at, to]);
                at = to;
            }
            Step::Move(to) | Step::Curve([_, _, to]) => at = to,
            Step::Close => return None,
        }
    }
    let level = |[from, to]: &[[f64; 2]; 2]| (from[1] - to[1]).abs() < CLOSE;
    let upright = |[from, to]: &[[f64; 2]; 2]| (from[0] - to[0]).abs() < CLOSE;
    pieces.retain(|piece| !(level(piece) && upright(piece)));
    let (first, last) = (*pieces.first()?, *pieces.last()?);
    let mut corners = vec![first[0]];
    for pair in pieces.windows(2) {
        match (level(&pair[0]), level(&pair[1])) {
            (true, false) => corners.push([pair[1][0][0], pair[0][0][1]]),
            (false, true) => corners.push([pair[0][0][0], pair[1][0][1]]),
            _ => return None,
        }
    }
    corners.push(last[1]);
    pieces.iter().all(|piece| level(piece) || upright(piece)).then_some(corners)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bent(d: &str) -> Bent {
        Bent::along(d).expect("it leads along the axes")
    }

    #[test]
    fn a_straight_line_is_no_bent_one() {
        let across = bent("M100 20L40 20");
        assert_eq!(
            (across.preset, across.extent, across.mirrored),
            ("straightConnector1", [60.0, 1.0], [true, false])
        );
        let down = bent("M10 20L10 90");
        assert_eq!((down.extent, down.turned, down.mirrored), ([1.0, 70.0], false, [false, false]));
    }

    #[test]
    fn bends_are_shares_of_the_way() {
        let round = bent("M0 0L25 0A5 5 0 0 1 30 5L30 35A5 5 0 0 0 35 40L100 40");
        assert_eq!(
            (round.preset, round.extent, round.middle),
            ("bentConnector3", [100.0, 40.0], [50.0, 20.0])
        );
        assert_eq!(round.bends, [0.3]);
        let back = bent("M100 0L120 0L120 -50L0 -50");
        assert_eq!((back.mirrored, back.bends), ([true, true], vec![-0.2]));
    }

    #[test]
    fn what_sets_out_downwards_is_turned() {
        let down = bent("M50 0L50 30L10 30L10 100");
        assert_eq!((down.turned, down.extent, down.mirrored), (true, [100.0, 40.0], [false, false]));
        assert_eq!(down.bends, [0.3]);
        assert_eq!(bent("M10 0L10 30L50 30L50 100").mirrored, [false, true]);
    }

    #[test]
    fn two_and_three_bends_go_by_turns() {
        let four = bent("M0 0L20 0L20 80L60 80L60 100");
        assert_eq!((four.preset, four.bends), ("bentConnector4", vec![20.0 / 60.0, 0.8]));
        let five = bent("M0 0L20 0L20 80L60 80L60 100L50 100");
        assert_eq!((five.preset, five.bends), ("bentConnector5", vec![0.4, 0.8, 1.2]));
        assert_eq!(Bent::along("M0 0L1 0L1 1L2 1L2 2L3 2L3 3"), None);
        assert_eq!(Bent::along("M0 0L10 10"), None);
    }
}
