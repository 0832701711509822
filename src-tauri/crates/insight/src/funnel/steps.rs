//! A funnel's steps, made ready for a pass over the columns: which of them each event code is.

use model::{Columns, Funnel, Journey, MOST_STEPS, Node};

/// What an event means to a funnel: a bit for each step that it is at, one for each gap in which it may not happen, and
/// one if the map knows it at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Meaning {
    /// The steps that it is at.
    pub(super) steps: u32,
    /// The steps after which it may not happen before the next.
    pub(super) gaps: u32,
    /// Whether a touchpoint of the map lists it.
    pub(super) matched: bool,
}

impl Meaning {
    /// What two events at one instant mean.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            steps: self.steps | other.steps,
            gaps: self.gaps | other.gaps,
            matched: self.matched | other.matched,
        }
    }
}

/// The steps of a funnel.
#[derive(Debug)]
pub(super) struct Steps {
    /// What each event code means.
    of_code: Vec<Meaning>,
    /// For each step a bit for each step that may come right before it.
    sources: Vec<u32>,
}

impl Steps {
    /// The steps of a funnel on a map. Those past the most that there may be are left out.
    pub(super) fn of(columns: &Columns, journey: &Journey, funnel: &Funnel) -> Self {
        let steps = &funnel.steps[..funnel.steps.len().min(MOST_STEPS)];
        let mut of_code = vec![Meaning::default(); columns.events.len()];
        for (meaning, event) in of_code.iter_mut().zip(&columns.events) {
            let Some(touchpoint) = journey.touchpoint_of_event(event) else { continue };
            let nodes = [Node::Stage(touchpoint.stage), Node::Touchpoint(touchpoint.id)];
            let bits = |is_here: &mut dyn Iterator<Item = bool>| {
                is_here.zip(0..).fold(0, |bits, (is_here, step)| bits | u32::from(is_here) << step)
            };
            let excluded = |gap: usize| {
                let is_it =
                    |each: &model::Exclusion| each.after as usize == gap && nodes.contains(&each.node);
                funnel.exclusions.iter().any(is_it)
            };
            *meaning = Meaning {
                steps: bits(&mut steps.iter().map(|step| nodes.contains(&step.node))),
                gaps: bits(&mut (0..steps.len()).map(excluded)),
                matched: true,
            };
        }
        let before = |step: usize| {
            let mut sources = 0;
            for source in (0..step).rev() {
                sources |= 1 << source;
                if !steps[source].optional {
                    break;
                }
            }
            sources
        };
        Self { of_code, sources: (0..steps.len()).map(before).collect() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.sources.len()
    }

    /// What an event code means.
    #[inline]
    pub(super) fn meaning(&self, code: usize) -> Meaning {
        self.of_code.get(code).copied().unwrap_or_default()
    }

    /// The steps that may come right before one, a bit for each.
    #[inline]
    pub(super) fn before(&self, step: u32) -> u32 {
        self.sources[step as usize]
    }
}
