//! What a screen reader says of each item: whole sentences with whole titles and every number.

mod details;

use model::{Account, Flow, Node, Rate, RateDifference, Touchpoint};

pub(crate) use details::add_transition_details;

use crate::lens::Lens;
use crate::page::{Counted, Page};
use crate::words::{Value, Words};

use Value::{Count, Text};

/// A touchpoint with its stage, channel, sentiment and account.
pub(crate) fn of_touchpoint(page: &Page, touchpoint: &Touchpoint, stage: usize) -> String {
    let words = page.words;
    let stage = page.stage_title(stage);
    let mut spoken =
        words.fill("spoken-touchpoint", &[("title", Text(&touchpoint.title)), ("stage", Text(stage))]);
    if let Some(channel) = &touchpoint.channel {
        add(&mut spoken, &page.terms.spoken_channel(channel));
    }
    if let Some(sentiment) = page.feeling(touchpoint) {
        add(&mut spoken, page.terms.spoken_sentiment(sentiment));
    }
    if page.journey.is_goal(Node::Touchpoint(touchpoint.id)) {
        add(&mut spoken, &page.terms.goal);
    }
    if let Some(map) = page.journey.sub_journey(touchpoint) {
        add(&mut spoken, &words.fill("spoken-sub-journey", &[("map", Text(map))]));
    }
    details::add_details(&mut spoken, words, &touchpoint.details);
    if let Some(counted) = &page.counted
        && let Some(account) = counted.touchpoint(touchpoint.id)
    {
        add_account(&mut spoken, words, counted, account);
        add_contrast(&mut spoken, page, counted, account);
    }
    spoken
}

/// A stage with its position and account.
pub(crate) fn of_stage(page: &Page, position: usize) -> String {
    let stages = page.journey.stages();
    let values = [
        ("position", Count(position as u64 + 1)),
        ("of", Count(stages.len() as u64)),
        ("title", Text(&stages[position].title)),
    ];
    let mut spoken = page.words.fill("spoken-stage", &values);
    details::add_stage_details(&mut spoken, page.words, &stages[position].details);
    if let Some(counted) = &page.counted
        && let Some(account) = counted.stage(stages[position].id)
    {
        add_account(&mut spoken, page.words, counted, account);
        add_contrast(&mut spoken, page, counted, account);
    }
    spoken
}

/// An edge between two titles, with its flow.
pub(crate) fn of_edge(page: &Page, key: &'static str, from: &str, to: &str, flow: Option<&Flow>) -> String {
    let mut spoken = page.words.fill(key, &[("from", Text(from)), ("to", Text(to))]);
    if let (Some(flow), Some(counted)) = (flow, &page.counted) {
        let moved = match counted.unit() {
            "visits" => "spoken-moved-visits",
            _ => "spoken-moved-customers",
        };
        add(&mut spoken, &page.words.fill(moved, &[("count", Count(flow.moved))]));
        if let Some(rate) = &flow.conversion {
            add_rate(&mut spoken, page.words, "spoken-conversion", rate);
        }
        if let Some(contrast) = counted.edge_contrast(flow).filter(|_| page.lens == Lens::Comparison) {
            add_difference(&mut spoken, page.words, &contrast.sides, contrast.difference);
        }
        if let Some(times) = flow.seconds {
            let time = span(page.words, (times.median * 1000.0) as i64);
            add(&mut spoken, &page.words.fill("spoken-median", &[("time", Text(&time))]));
        }
    }
    spoken
}

/// A span of milliseconds in its largest sensible unit: days from two days on, hours from two hours on. Whole days
/// stay days.
pub(crate) fn span(words: Words, millis: i64) -> String {
    let minutes = (millis / 60_000).unsigned_abs();
    let (key, count) = match minutes {
        1440.. if minutes.is_multiple_of(1440) => ("time-days", minutes / 1440),
        2880.. => ("time-days", (minutes + 720) / 1440),
        120.. => ("time-hours", (minutes + 30) / 60),
        _ => ("time-minutes", minutes),
    };
    words.fill(key, &[("count", Count(count))])
}

/// A span of seconds in as few letters as a label has room for, in its largest sensible unit.
pub(crate) fn span_in_brief(words: Words, seconds: f64) -> String {
    let seconds = seconds.max(0.0).round() as u64;
    let (key, count) = match seconds {
        172_800.. => ("brief-days", (seconds + 43_200) / 86_400),
        7_200.. => ("brief-hours", (seconds + 1_800) / 3_600),
        120.. => ("brief-minutes", (seconds + 30) / 60),
        _ => ("brief-seconds", seconds),
    };
    words.fill(key, &[("count", Count(count))])
}

fn add(spoken: &mut String, sentence: &str) {
    spoken.push(' ');
    spoken.push_str(sentence);
}

fn add_account(spoken: &mut String, words: Words, counted: &Counted, account: &Account) {
    let key = match (counted.unit(), account.goal) {
        ("visits", false) => "spoken-account-visits",
        ("visits", true) => "spoken-account-goal-visits",
        (_, false) => "spoken-account-customers",
        (_, true) => "spoken-account-goal-customers",
    };
    let values = [
        ("entered", Count(account.entered)),
        ("moved", Count(account.moved.iter().map(|moved| moved.count).sum())),
        ("progress", Count(account.in_progress)),
        ("late", Count(account.returned_late)),
        ("dropped", Count(account.dropped)),
    ];
    add(spoken, &words.fill(key, &values));
    if account.elsewhere.total() > 0 && !account.goal {
        let lost = account.returned_late + account.dropped;
        let values = [("lost", Count(lost)), ("busy", Count(account.elsewhere.total()))];
        add(spoken, &words.fill("spoken-elsewhere", &values));
    }
    if let Some(rate) = &account.drop_off {
        if account.unseen_ahead {
            add(spoken, &words.say("spoken-unseen-ahead"));
        }
        add_rate(spoken, words, if account.goal { "spoken-stayed" } else { "spoken-drop-off" }, rate);
    }
}

/// How the drop-off of an account differs, where the picture compares it, and what is at stake, where it tells that.
fn add_contrast(spoken: &mut String, page: &Page, counted: &Counted, account: &Account) {
    if let Some(contrast) = counted.node_contrast(account.node).filter(|_| page.lens == Lens::Comparison) {
        add_difference(spoken, page.words, &contrast.sides, contrast.difference);
    }
    let stake = counted.stake(account.node).filter(|_| page.lens == Lens::Value);
    if let Some(value) = stake.and_then(|stake| stake.value) {
        add_value(spoken, page.words, value, counted.currency());
    }
}

/// What is at stake at a node, with its interval where that is known.
fn add_value(spoken: &mut String, words: Words, value: model::Value, currency: Option<&str>) {
    let amount = |amount| words.locale.amount(amount, currency);
    let told = amount(value.amount);
    let text = match value.low.zip(value.high) {
        Some((low, high)) => {
            let (low, high) = (amount(low), amount(high));
            let values =
                [("amount", Text(told.as_str())), ("low", Text(low.as_str())), ("high", Text(high.as_str()))];
            words.fill("spoken-value", &values)
        }
        None => words.fill("spoken-value-alone", &[("amount", Text(told.as_str()))]),
    };
    add(spoken, &text);
}

/// The rate of the second side, and by how much the first differs.
fn add_difference(
    spoken: &mut String,
    words: Words,
    sides: &[Option<Rate>; 2],
    difference: Option<RateDifference>,
) {
    let (Some(difference), [_, Some(second)]) = (difference, sides) else { return };
    let [points, low, high] =
        [difference.points, difference.low, difference.high].map(|each| words.points(each));
    let share = words.locale.percent(second.rate);
    let values = [
        ("share", Text(share.as_str())),
        ("of", Count(second.of)),
        ("points", Text(points.as_str())),
        ("low", Text(low.as_str())),
        ("high", Text(high.as_str())),
    ];
    add(spoken, &words.fill(if difference.is_clear { "spoken-clear" } else { "spoken-chance" }, &values));
}

fn add_rate(spoken: &mut String, words: Words, key: &'static str, rate: &Rate) {
    let percent = |share| words.locale.percent(share);
    let (share, low, high) = (percent(rate.rate), percent(rate.low), percent(rate.high));
    let values = [
        ("share", Text(share.as_str())),
        ("of", Count(rate.of)),
        ("low", Text(low.as_str())),
        ("high", Text(high.as_str())),
    ];
    add(spoken, &words.fill(key, &values));
    if rate.is_uncertain() {
        add(spoken, &words.say("spoken-uncertain"));
    }
}
