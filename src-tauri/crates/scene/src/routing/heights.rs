//! The heights at which everything horizontal runs, once there is room.

use super::Wire;
use super::bodies::Part;
use super::growth::Steps;
use super::order::Span;
use super::plan::{Plan, Run};
use crate::zones::Side;

/// The heights at which everything horizontal runs.
pub(super) struct Heights {
    /// Of each curve, both ends.
    pub ends: Vec<(f64, f64)>,
    /// Of each curve, its parts in horizontal corridors: those with odd places, one after the other.
    pub levels: Vec<Vec<f64>>,
    /// Of each curve that drops, the top of its label.
    pub labels: Vec<Option<f64>>,
}

impl Heights {
    /// From where everything settled along the vertical axis.
    pub(super) fn of(plan: &Plan, parts: &[Part], settled: &[(f64, bool)], down: &Steps) -> Self {
        let end = |(wire, ends): (&Wire, &(f64, f64))| {
            let top = |card: u32| down.moved(plan.cards[card as usize].y);
            (top(wire.from) + ends.0, top(wire.to) + ends.1)
        };
        let mut heights = Self {
            ends: plan.wires.iter().zip(&plan.ports.ends).map(end).collect(),
            levels: plan.routes.iter().map(|route| vec![0.0; route.corridors().len() / 2]).collect(),
            labels: vec![None; plan.wires.len()],
        };
        for (part, &(at, _)) in parts.iter().zip(settled) {
            match part {
                Part::Card => {}
                Part::Run(run) => heights.levels[run.wire as usize][run.part / 2] = at,
                Part::Label(wire) => heights.labels[*wire as usize] = Some(at),
            }
        }
        heights
    }

    /// The heights of the ends of a vertical run.
    pub(super) fn around(&self, run: &Run) -> (f64, f64) {
        let levels = &self.levels[run.wire as usize];
        let (from, to) = self.ends[run.wire as usize];
        let place = run.part / 2;
        let before = place.checked_sub(1).map_or(from, |place| levels[place]);
        (before, levels.get(place).copied().unwrap_or(to))
    }

    /// From where to where a vertical run reaches, and whether its ends lead on to the right.
    pub(super) fn span(&self, plan: &Plan, run: &Run) -> Span {
        let route = &plan.routes[run.wire as usize];
        let corridors = route.corridors();
        let x = |part: usize| plan.crossings.vertical[corridors[part] as usize].at;
        let own = x(run.part);
        let (from, to) = self.around(run);
        let is_last = run.part + 1 == corridors.len();
        let before = if run.part == 0 { route.side(false) == Side::Left } else { x(run.part - 2) > own };
        let after = if is_last { route.side(true) == Side::Left } else { x(run.part + 2) > own };
        Span::between((from, before), (to, after))
    }
}
