//! What the legend says in words: definitions, what was left out, and the facts of the sample.

use model::{Level, Mode, Question, Repeats, Unit};

use crate::page::{Counted, Page};
use crate::spoken::span;
use crate::words::{Value, Words};

use Value::{Count, Text};

/// A term and what it means.
pub(crate) type Definition = (String, String);

/// What is shown only in part.
pub(crate) struct Omissions {
    /// Ghost paths shown, of how many.
    pub ghosts: (usize, usize),
    /// Skips and returns between stages shown, of how many.
    pub stage_paths: (usize, usize),
    /// Labels left out.
    pub labels: usize,
}

/// What each number on this picture means, by the question that it answers.
pub(crate) fn definitions(page: &Page, counted: &Counted) -> Vec<Definition> {
    let words = page.words;
    let question = counted.question();
    let mut definitions = vec![
        (words.say("define-conversion-term"), conversion(words, question)),
        (words.say("define-drop-off-term"), drop_off(words, question)),
        (words.say("define-matured-term"), matured(words, question)),
        (words.say("define-unit-term"), unit(words, question)),
        (words.say("define-ghost-term"), words.say("define-ghost")),
        (words.say("define-interval-term"), words.say("define-interval")),
    ];
    if counted.evidence.level == Level::Stage {
        definitions[4].1 = words.say("define-stage-paths");
        definitions[4].0 = words.say("define-stage-paths-term");
    }
    definitions
}

fn conversion(words: Words, question: &Question) -> String {
    let window = question.window.map(|window| span(words, window));
    match (question.mode, &window) {
        (Mode::Next, Some(window)) => words.fill("define-conversion", &[("window", Text(window))]),
        (Mode::Next, None) => words.say("define-conversion-unlimited"),
        (Mode::Eventual, Some(window)) => {
            words.fill("define-conversion-eventual", &[("window", Text(window))])
        }
        (Mode::Eventual, None) => words.say("define-conversion-eventual-unlimited"),
    }
}

fn drop_off(words: Words, question: &Question) -> String {
    match question.window {
        Some(window) => words.fill("define-drop-off", &[("window", Text(&span(words, window)))]),
        None => words.fill("define-drop-off-unlimited", &[("idle", Text(&span(words, question.idle)))]),
    }
}

fn matured(words: Words, question: &Question) -> String {
    match question.window {
        _ if question.observed => words.say("define-observed"),
        Some(window) => words.fill("define-matured", &[("window", Text(&span(words, window)))]),
        None => words.say("define-matured-unlimited"),
    }
}

fn unit(words: Words, question: &Question) -> String {
    match (question.unit, question.repeats) {
        (Unit::Customers, _) => words.say("define-customers"),
        (Unit::Visits, Repeats::Collapse) => words.say("define-visits"),
        (Unit::Visits, Repeats::Keep) => words.say("define-visits-kept"),
    }
}

/// What the picture leaves out.
pub(crate) fn notes(page: &Page, omissions: &Omissions) -> Vec<String> {
    let words = page.words;
    let parts = |(shown, all): (usize, usize)| [("shown", Count(shown as u64)), ("all", Count(all as u64))];
    let mut notes = Vec::new();
    if omissions.ghosts.1 > 0 {
        notes.push(words.fill("note-ghosts", &parts(omissions.ghosts)));
    }
    if omissions.stage_paths.1 > 0 {
        notes.push(words.fill("note-stage-paths", &parts(omissions.stage_paths)));
    }
    if omissions.labels > 0 {
        notes.push(words.fill("note-labels", &[("count", Count(omissions.labels as u64))]));
    }
    notes
}

/// The facts of the sample: who, when, how long, how much of the data.
pub(crate) fn facts(page: &Page, counted: &Counted) -> Vec<String> {
    let words = page.words;
    let (overlay, question) = (counted.studied(), counted.question());
    let mut facts = vec![match counted.evidence.segment {
        Some(segment) => words.fill("fact-segment", &[("segment", Text(segment))]),
        None => words.say("fact-segment-all"),
    }];
    facts.push(sample(words, counted));
    facts.push(match question.window {
        Some(window) => words.fill("fact-window", &[("window", Text(&span(words, window)))]),
        None => words.say("fact-window-unlimited"),
    });
    facts.push(range(page, question));
    if let Some(cutoff) = overlay.cutoff {
        let day = words.locale.day(cutoff, page.zone);
        facts.push(words.fill("fact-cutoff", &[("day", Text(&day))]));
    }
    if let Some(share) = overlay.coverage.share() {
        let share = words.locale.percent(share);
        facts.push(
            words.fill("fact-coverage", &[("share", Text(&share)), ("count", Count(overlay.coverage.total))]),
        );
    }
    facts
}

fn sample(words: Words, counted: &Counted) -> String {
    let customers = Count(counted.evidence.customers);
    match counted.question().unit {
        Unit::Customers => words.fill("fact-sample-customers", &[("count", customers)]),
        Unit::Visits => {
            let visits = counted.studied().nodes.iter().map(|account| account.entered).sum();
            words.fill("fact-sample-visits", &[("count", customers), ("visits", Count(visits))])
        }
    }
}

fn range(page: &Page, question: &Question) -> String {
    let words = page.words;
    let day = |millis| words.locale.day(millis, page.zone);
    // The end of a range is exclusive: its last day is the one before.
    let (from, to) = (question.from.map(day), question.to.map(|to| day(to.saturating_sub(1))));
    match (&from, &to) {
        (Some(from), Some(to)) => words.fill("fact-range", &[("from", Text(from)), ("to", Text(to))]),
        (Some(from), None) => words.fill("fact-range-from", &[("from", Text(from))]),
        (None, Some(to)) => words.fill("fact-range-to", &[("to", Text(to))]),
        (None, None) => words.say("fact-range-all"),
    }
}

/// What a map without numbers consists of.
pub(crate) fn inventory(page: &Page) -> String {
    let values = [
        ("stages", Count(page.journey.stages().len() as u64)),
        ("touchpoints", Count(page.journey.len() as u64)),
        ("transitions", Count(page.journey.transitions().len() as u64)),
    ];
    page.words.fill("fact-map", &values)
}
