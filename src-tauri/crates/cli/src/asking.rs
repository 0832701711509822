//! A question as the command line asks it.

use app::{Asked, NamedWho};

use crate::arguments;

/// The question of these options, up to an instant, and at a level unless they name one.
pub fn asked(question: &arguments::Question, to: Option<&str>, level: arguments::Level) -> Asked {
    Asked {
        level: match question.level.unwrap_or(level) {
            arguments::Level::Stage => app::Level::Stage,
            arguments::Level::Touchpoint => app::Level::Touchpoint,
        },
        unit: match question.unit {
            arguments::Unit::Customers => app::Unit::Customers,
            arguments::Unit::Visits => app::Unit::Visits,
        },
        mode: match question.mode {
            arguments::Mode::Next => app::Mode::Next,
            arguments::Mode::Eventual => app::Mode::Eventual,
        },
        window: question.window.clone(),
        from: question.from.clone(),
        to: to.map(str::to_owned),
        cutoff: question.cutoff.clone(),
        among: match (&question.segment, &question.personas[..]) {
            (Some(segment), _) => NamedWho::Segment(segment.clone()),
            (None, []) if question.everybody => NamedWho::Everybody,
            (None, []) => NamedWho::OfMap,
            (None, personas) => NamedWho::Personas(personas.to_vec()),
        },
        repeats: match question.repeats {
            arguments::Repeats::Collapse => app::Repeats::Collapse,
            arguments::Repeats::Keep => app::Repeats::Keep,
        },
        observed: question.observed,
        against: None,
    }
}
