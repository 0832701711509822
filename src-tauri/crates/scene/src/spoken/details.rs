//! What is written of a touchpoint, a stage or a transition, as it is spoken. Long texts are cut: who wants all of them
//! opens it.

use model::{Actor, Details, EvidenceKind, KnownBy, StageDetails, TransitionDetails, TransitionKind};

use super::add;
use crate::lines::plain;
use crate::words::{Value, Words};

use Value::{Count, Text};

/// How many characters of a text are spoken.
const SPOKEN: usize = 400;

/// Adds a sentence for each thing that is written.
pub(super) fn add_details(spoken: &mut String, words: Words, details: &Details) {
    if details.is_empty() {
        return;
    }
    let Details { description, owner, actor, drama, moment_of_truth, quote, .. } = details;
    if *moment_of_truth {
        add(spoken, &words.say("spoken-moment"));
    }
    match actor {
        Actor::Customer => {}
        Actor::FrontStage => add(spoken, &words.say("spoken-actor-front-stage")),
        Actor::BackStage => add(spoken, &words.say("spoken-actor-back-stage")),
    }
    if !owner.is_empty() {
        add(spoken, &words.fill("spoken-owner", &[("owner", Text(&brief(owner)))]));
    }
    if let Some(drama) = drama {
        add(spoken, &words.fill("spoken-drama", &[("drama", Count(u64::from(drama.number())))]));
    }
    if let Some(known) = &details.evidence {
        add(spoken, &evidence(words, known));
    }
    for (key, text) in [("spoken-description", description), ("spoken-quote", quote)] {
        if !text.is_empty() {
            add(spoken, &words.fill(key, &[("text", Text(&brief(text)))]));
        }
    }
    for (key, list) in [("spoken-pains", &details.pains), ("spoken-opportunities", &details.opportunities)] {
        if !list.is_empty() {
            let values = [("count", Count(list.len() as u64)), ("list", Text(&brief(&list.join("; "))))];
            add(spoken, &words.fill(key, &values));
        }
    }
    if !details.tags.is_empty() {
        let tags = brief(&details.tags.join(", "));
        add(spoken, &words.fill("spoken-tags", &[("list", Text(&tags))]));
    }
}

/// Adds what a stage is for, and when somebody has entered it.
pub(super) fn add_stage_details(spoken: &mut String, words: Words, details: &StageDetails) {
    for (key, text) in [("spoken-aim", &details.aim), ("spoken-entry", &details.entry)] {
        if !text.is_empty() {
            add(spoken, &words.fill(key, &[("text", Text(&brief(text)))]));
        }
    }
}

/// Adds what is written on a transition, and its kind.
pub(crate) fn add_transition_details(spoken: &mut String, words: Words, details: &TransitionDetails) {
    if !details.label.is_empty() {
        add(spoken, &words.fill("spoken-label", &[("text", Text(&brief(&details.label)))]));
    }
    match details.kind {
        Some(TransitionKind::Alternative) => add(spoken, &words.say("spoken-alternative")),
        Some(TransitionKind::Return) => add(spoken, &words.say("spoken-return")),
        Some(TransitionKind::Main) | None => {}
    }
}

fn evidence(words: Words, known: &KnownBy) -> String {
    let kind = words.say(match known.kind {
        EvidenceKind::Assumed => "evidence-assumed",
        EvidenceKind::Observed => "evidence-observed",
        EvidenceKind::Measured => "evidence-measured",
    });
    match &known.day {
        Some(day) => {
            let day = words.locale.date(day.date());
            words.fill("spoken-evidence-day", &[("kind", Text(&kind)), ("day", Text(&day))])
        }
        None => words.fill("spoken-evidence", &[("kind", Text(&kind))]),
    }
}

/// A text without line breaks, cut where it is long.
fn brief(text: &str) -> String {
    let text = plain(text);
    match text.char_indices().nth(SPOKEN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
