//! A question as the command line asks it.

use app::{Asked, Lens, Locale, NamedWho, Reading, Theme};

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

/// The lens and the paths of these options.
pub fn reading_of(reading: &arguments::Reading) -> Reading {
    let lens = match reading.lens {
        arguments::Lens::Conversion => Lens::Conversion,
        arguments::Lens::DropOff => Lens::DropOff,
        arguments::Lens::Time => Lens::Time,
        arguments::Lens::Emotion => Lens::Emotion,
        arguments::Lens::Comparison => Lens::Comparison,
        arguments::Lens::Value => Lens::Value,
        arguments::Lens::Plain => Lens::Plain,
    };
    Reading { lens, least: reading.paths, notes: reading.notes }
}

/// The theme.
pub fn theme_of(theme: arguments::Theme) -> Theme {
    match theme {
        arguments::Theme::Light => Theme::Light,
        arguments::Theme::Dark => Theme::Dark,
    }
}

/// The language.
pub fn locale_of(language: arguments::Language) -> Locale {
    match language {
        arguments::Language::En => Locale::En,
        arguments::Language::Nl => Locale::Nl,
    }
}
