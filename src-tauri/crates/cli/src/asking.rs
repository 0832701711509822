//! Questions as they are written on the command line.

use app::{Asked, NamedWho};

use crate::arguments;

/// A question; `level` is what it is asked at unless it says so itself, `to` the end of its range.
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
        among: match (&question.segment, &question.persona) {
            (Some(segment), _) => NamedWho::Segment(segment.clone()),
            (None, Some(persona)) => NamedWho::Persona(persona.clone()),
            (None, None) => NamedWho::Everybody,
        },
        repeats: match question.repeats {
            arguments::Repeats::Collapse => app::Repeats::Collapse,
            arguments::Repeats::Keep => app::Repeats::Keep,
        },
        observed: question.observed,
    }
}
