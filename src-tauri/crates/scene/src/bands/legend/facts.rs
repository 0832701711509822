//! What the legend says in words: definitions, and the facts of the sample.

use model::{
    Answer, Class, Compared, DAY, Flaw, Level, Mode, Question, Repeats, StepClass, Tile, Toward, Unit,
};

use crate::bands::lanes;
use crate::lens::Lens;
use crate::page::{Counted, Page};
use crate::spoken::span;
use crate::words::{Value, Words};
use crate::{Among, PathCount, Went};

use Value::{Count, Text};

/// A term and what it means.
pub(super) type Definition = (String, String);

/// What the times mean.
pub(super) fn time(page: &Page, counted: &Counted) -> Definition {
    let words = page.words;
    let node = node(words, counted);
    (words.say("define-time-term"), words.fill("define-time", &[("node", Text(&node))]))
}

/// What a node is called of the level that is studied.
fn node(words: Words, counted: &Counted) -> String {
    words.say(match counted.evidence.level {
        Level::Stage => "node-stage",
        Level::Touchpoint => "node-touchpoint",
    })
}

/// What each number on this picture means, by the lens and by the question that it answers.
pub(super) fn definitions(page: &Page, counted: &Counted, paths: Option<&PathCount>) -> Vec<Definition> {
    let words = page.words;
    let question = counted.question();
    let studies_stages = counted.evidence.level == Level::Stage;
    let node = node(words, counted);
    let asked = Asked { words, question, node: &node };
    let of = |term, text: String| (words.say(term), text);
    let mut all = Vec::new();
    match page.lens {
        Lens::Conversion => {
            all.push(of("define-conversion-term", asked.conversion()));
            all.push(of("define-drop-off-term", asked.drop_off()));
        }
        Lens::DropOff => all.push(of("define-drop-off-term", asked.drop_off())),
        Lens::Time => all.push(time(page, counted)),
        Lens::Comparison => {
            all.push(of("define-comparison-term", words.say("define-comparison")));
            all.push(of("define-conversion-term", asked.conversion()));
            all.push(of("define-drop-off-term", asked.drop_off()));
        }
        Lens::Value => {
            all.push(of("define-value-term", asked.value(counted)));
            all.push(of("define-drop-off-term", asked.drop_off()));
        }
        Lens::Emotion | Lens::Plain => all.push(of("define-emotion-term", words.say("define-emotion"))),
    }
    if page.lens.tells_losses() {
        all.push(asked.matured());
    }
    all.push(of("define-unit-term", asked.unit()));
    if page.lens.measures_paths() {
        all.push(if studies_stages {
            of("define-stage-paths-term", words.say("define-stage-paths"))
        } else {
            of("define-ghost-term", words.say("define-ghost"))
        });
    }
    match page.lens {
        Lens::Conversion | Lens::DropOff => {
            all.push(of("define-interval-term", words.say("define-interval")));
        }
        Lens::Time => all.push(of("define-interval-term", words.say("define-few"))),
        Lens::Comparison => all.push(of("define-clear-term", words.say("define-clear"))),
        Lens::Value => all.push(of("define-interval-term", words.say("define-value-interval"))),
        Lens::Emotion | Lens::Plain => {}
    }
    if lanes::shows_measured(page) {
        all.push(of("define-measured-term", words.say("define-measured")));
    }
    if paths.is_some_and(|paths| paths.hidden > 0) {
        all.push(of("define-paths-term", asked.paths(counted.least)));
    }
    all
}

/// How many paths the picture hides, and what share of the moves; nothing if it hides none.
pub(super) fn hidden(page: &Page, paths: &PathCount) -> Option<String> {
    let share = page.words.locale.percent(paths.hidden_share());
    let values = [("count", Count(paths.hidden)), ("share", Text(&share))];
    (paths.hidden > 0).then(|| page.words.fill("note-paths", &values))
}

/// A question, and what its nodes are called.
struct Asked<'a> {
    words: Words,
    question: &'a Question,
    node: &'a str,
}

impl Asked<'_> {
    /// What the value at stake of a node is.
    fn value(&self, counted: &Counted) -> String {
        let days = counted.evidence.stakes.map_or(0, |stakes| stakes.horizon / DAY);
        let values = [("node", Text(self.node)), ("days", Count(days.unsigned_abs()))];
        self.words.fill("define-value", &values)
    }

    fn conversion(&self) -> String {
        let window = self.question.window.map(|window| span(self.words, window)).unwrap_or_default();
        let values = [("node", Text(self.node)), ("window", Text(&window))];
        match (self.question.mode, self.question.window) {
            (Mode::Next, Some(_)) => self.words.fill("define-conversion", &values),
            (Mode::Next, None) => self.words.fill("define-conversion-unlimited", &values),
            (Mode::Eventual, Some(_)) => self.words.fill("define-conversion-eventual", &values),
            (Mode::Eventual, None) => self.words.fill("define-conversion-eventual-unlimited", &values),
        }
    }

    fn drop_off(&self) -> String {
        let node = ("node", Text(self.node));
        if let Some(window) = self.question.window {
            let window = span(self.words, window);
            return self.words.fill("define-drop-off", &[node, ("window", Text(&window))]);
        }
        let idle = span(self.words, self.question.idle);
        self.words.fill("define-drop-off-unlimited", &[node, ("idle", Text(&idle))])
    }

    fn matured(&self) -> Definition {
        let words = self.words;
        if self.question.observed {
            return (words.say("define-observed-term"), words.say("define-observed"));
        }
        let meaning = match self.question.window {
            Some(window) => words.fill("define-matured", &[("window", Text(&span(words, window)))]),
            None => words.say("define-matured-unlimited"),
        };
        (words.say("define-matured-term"), meaning)
    }

    /// Which paths are shown, if each must carry at least so many per cent.
    fn paths(&self, least: u8) -> String {
        let share = self.words.locale.percent(f64::from(least) / 100.0);
        let values = [("node", Text(self.node)), ("least", Text(&share))];
        match (self.question.level, least) {
            (Level::Stage, 0) => self.words.fill("define-paths-stages", &values),
            (Level::Stage, _) => self.words.fill("define-paths-stages-least", &values),
            (Level::Touchpoint, 0) => self.words.fill("define-paths", &values),
            (Level::Touchpoint, _) => self.words.fill("define-paths-least", &values),
        }
    }

    fn unit(&self) -> String {
        let node = [("node", Text(self.node))];
        match (self.question.unit, self.question.repeats) {
            (Unit::Customers, _) => self.words.fill("define-customers", &node),
            (Unit::Visits, Repeats::Collapse) => self.words.fill("define-visits", &node),
            (Unit::Visits, Repeats::Keep) => self.words.fill("define-visits-kept", &node),
        }
    }
}

/// The facts of the sample: who, when, how long, how much of the data.
pub(super) fn facts(page: &Page, counted: &Counted) -> Vec<String> {
    let words = page.words;
    let (overlay, question) = (counted.studied(), counted.question());
    let mut facts = vec![whom(words, counted.evidence.among)];
    facts.push(sample(words, counted));
    facts.push(match question.window {
        Some(window) => words.fill("fact-window", &[("window", Text(&span(words, window)))]),
        None => words.say("fact-window-unlimited"),
    });
    facts.push(range(page, question));
    if let Some(against) = counted.evidence.against.filter(|_| page.lens == Lens::Comparison) {
        facts.extend(compared(page, question, against));
    }
    if let Some(cutoff) = overlay.cutoff {
        let day = words.locale.day(cutoff, page.zone);
        facts.push(match counted.evidence.first.filter(|first| *first <= cutoff) {
            Some(first) => {
                let first = words.locale.day(first, page.zone);
                words.fill("fact-data", &[("first", Text(&first)), ("last", Text(&day))])
            }
            None => words.fill("fact-cutoff", &[("day", Text(&day))]),
        });
    }
    if let Some(share) = overlay.coverage.share() {
        let share = words.locale.percent(share);
        facts.push(
            words.fill("fact-coverage", &[("share", Text(&share)), ("count", Count(overlay.coverage.total))]),
        );
    }
    facts
}

/// What a reader must know before taking a drop-off for what it says, a sentence each.
pub(super) fn caveats(page: &Page, counted: &Counted) -> Vec<String> {
    let words = page.words;
    let overlay = counted.studied();
    if page.lens == Lens::Value {
        let is_known = counted
            .evidence
            .stakes
            .is_some_and(|stakes| stakes.nodes.iter().any(|each| each.value.is_some()));
        return if is_known { Vec::new() } else { vec![words.say("caveat-no-purchases")] };
    }
    if !page.lens.tells_losses() {
        return Vec::new();
    }
    let lossy = || overlay.nodes.iter().filter(|account| !account.goal);
    let mut caveats = Vec::new();
    if let Some(share) = overlay.coverage.share().filter(|_| overlay.coverage.thin) {
        let share = words.locale.percent(share);
        caveats.push(words.fill("caveat-thin", &[("share", Text(&share))]));
    }
    let busy = lossy().map(|account| account.elsewhere.total()).sum::<u64>();
    if busy > 0 {
        let lost = lossy().map(|account| account.returned_late + account.dropped).sum();
        caveats.push(words.fill("caveat-elsewhere", &[("lost", Count(lost)), ("busy", Count(busy))]));
    }
    if overlay.nodes.iter().any(|account| account.unseen_ahead && account.drop_off.is_some()) {
        caveats.push(words.say("caveat-unseen-ahead"));
    }
    caveats
}

/// With whom or with when the customers are compared, and how many would be on both sides.
fn compared(page: &Page, question: &Question, (others, compared): (&Among, &Compared)) -> Vec<String> {
    let words = page.words;
    let [_, second] = &compared.sides;
    let with = if second.who == question.who { range(page, second) } else { whom(words, others) };
    let mut facts = vec![words.fill("fact-compared", &[("with", Text(&with))])];
    if compared.shared > 0 {
        facts.push(words.fill("fact-shared", &[("count", Count(compared.shared))]));
    }
    facts
}

/// Whom the question asks about.
fn whom(words: Words, among: &Among) -> String {
    match among {
        Among::Everybody => words.say("fact-everybody"),
        Among::Segment(segment) => words.fill("fact-segment", &[("segment", Text(segment))]),
        Among::Persona(persona) => words.fill("fact-persona", &[("persona", Text(persona))]),
        Among::Personas(personas) => {
            let names = personas.join(" · ");
            words.fill("fact-personas", &[("personas", Text(&names))])
        }
        Among::Ruled => words.say("fact-ruled"),
        Among::Picked(count) => words.fill("fact-picked", &[("count", Count(*count))]),
        Among::Tile(tile) => {
            let who = words.say(tile_key(*tile));
            words.fill("fact-tile", &[("who", Text(&who))])
        }
        Among::Overlap { within, without } => {
            let key = match (&within[..], &without[..]) {
                (_, []) => "fact-overlap-all",
                ([], _) => "fact-overlap-none",
                _ => "fact-overlap",
            };
            let (within, without) = (within.join(" · "), without.join(" · "));
            words.fill(key, &[("within", Text(&within)), ("without", Text(&without))])
        }
        Among::Flawed(flaw) => {
            let attribute = if let Flaw::Lacking(attribute) = flaw { attribute.as_str() } else { "" };
            let who = words.fill(flaw_key(flaw), &[("attribute", Text(attribute))]);
            words.fill("fact-tile", &[("who", Text(&who))])
        }
        Among::Others(those) => words.fill("fact-others", &[("those", Text(&whom(words, those)))]),
        Among::Went { went, map } => {
            words.fill("fact-entrants", &[("who", Text(&way(words, went))), ("map", Text(map))])
        }
        Among::Entrants { class, node, to, map, in_part } => {
            let to = to.as_deref().unwrap_or_default();
            let who = words.fill(entrants_key(*class), &[("node", Text(node)), ("to", Text(to))]);
            let key = if *in_part { "fact-entrants-part" } else { "fact-entrants" };
            words.fill(key, &[("who", Text(&who)), ("map", Text(map))])
        }
    }
}

/// Which way they went.
fn way(words: Words, went: &Went) -> String {
    match went {
        Went::Funnel(class, step) => {
            let key = match class {
                StepClass::Reached => "who-step-reached",
                StepClass::Itself => "who-step-itself",
                StepClass::UnderWay => "who-step-under-way",
                StepClass::Lost => "who-step-lost",
            };
            words.fill(key, &[("step", Text(step))])
        }
        Went::Variant(titles) if titles.is_empty() => words.say("who-any-variant"),
        Went::Variant(titles) => words.fill("who-variant", &[("way", Text(&titles.join(" → ")))]),
        Went::OtherVariant => words.say("who-other-variant"),
        Went::Path(Toward::Next, titles) => words.fill("who-path", &[("way", Text(&titles.join(" → ")))]),
        Went::Path(Toward::Before, titles) => {
            let titles: Vec<&str> = titles.iter().rev().map(String::as_str).collect();
            words.fill("who-path", &[("way", Text(&titles.join(" → ")))])
        }
    }
}

fn tile_key(tile: Tile) -> &'static str {
    match tile {
        Tile::AtStart => "tile-at-start",
        Tile::Active => "tile-active",
        Tile::Kept => "tile-kept",
        Tile::Gone => "tile-gone",
        Tile::Fresh => "tile-fresh",
        Tile::WonBack => "tile-won-back",
        Tile::Buyers => "tile-buyers",
        Tile::Answered(_, None) => "tile-answered",
        Tile::Felt(_) => "tile-felt",
        Tile::Answered(_, Some(Answer::Good)) => "tile-answered-good",
        Tile::Answered(_, Some(Answer::Between)) => "tile-answered-between",
        Tile::Answered(_, Some(Answer::Bad)) => "tile-answered-bad",
    }
}

fn flaw_key(flaw: &Flaw) -> &'static str {
    match flaw {
        Flaw::SameKey => "flaw-same-key",
        Flaw::SameEmail => "flaw-same-email",
        Flaw::WithoutInteractions => "flaw-without-interactions",
        Flaw::Lacking(_) => "flaw-lacking",
        Flaw::Future => "flaw-future",
        Flaw::OutOfOrder => "flaw-out-of-order",
        Flaw::Ties => "flaw-ties",
        Flaw::DateOnly => "flaw-date-only",
        Flaw::Unmatched => "flaw-unmatched",
        Flaw::WithoutChannel => "flaw-without-channel",
        Flaw::WithoutValue => "flaw-without-value",
        Flaw::OtherCurrency => "flaw-other-currency",
    }
}

fn entrants_key(class: Class) -> &'static str {
    match class {
        Class::All => "who-all",
        Class::Moved => "who-moved",
        Class::MaturedMoved => "who-matured-moved",
        Class::MovedTo(_) => "who-moved-to",
        Class::MaturedMovedTo(_) => "who-matured-moved-to",
        Class::InProgress => "who-in-progress",
        Class::ReturnedLate => "who-returned-late",
        Class::Dropped => "who-dropped",
        Class::Lost => "who-lost",
        Class::Matured => "who-matured",
        Class::ReturnedLateElsewhere => "who-returned-late-elsewhere",
        Class::DroppedElsewhere => "who-dropped-elsewhere",
    }
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
pub(super) fn inventory(page: &Page) -> String {
    let values = [
        ("stages", Count(page.journey.stages().len() as u64)),
        ("touchpoints", Count(page.journey.len() as u64)),
        ("transitions", Count(page.journey.transitions().len() as u64)),
    ];
    page.words.fill("fact-map", &values)
}
