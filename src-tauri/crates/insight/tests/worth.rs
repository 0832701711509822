//! Metrics and what is at stake, on random logs, against a slow second reading of their definitions.

mod fixture;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use insight::{ColumnsEngine, entrants};
use model::{
    ActiveBy, Answer, Asked, Cancel, Class, Clock, Codes, Columns, CustomerId, DAY, Engine, Instants,
    Journey, Labels, Level, Lifecycle, Meaning, Question, Survey, Tile, TouchpointId, Worths,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const EVENTS: [&str; 5] = ["ad", "page", "order", "answer", "other"];

struct Utc;

impl Clock for Utc {
    fn wall(&self, at: i64) -> i64 {
        at
    }

    fn instant(&self, wall: i64) -> i64 {
        wall
    }
}

/// One thing that a customer did: days after the one before, the event, the value and the currency.
type Deed = (i64, usize, Option<i32>, u32);

#[derive(Debug, Clone)]
struct Case {
    people: Vec<Vec<Deed>>,
    from: i64,
    length: i64,
    cutoff: Option<i64>,
    window: i64,
    horizon: i64,
}

/// One interaction, as the definitions speak of them.
#[derive(Debug, Clone, Copy)]
struct Deeds<'a> {
    at: i64,
    event: &'a str,
    value: Option<f64>,
    currency: u32,
}

impl Case {
    fn log(&self) -> Vec<Vec<Deeds<'static>>> {
        let day = |deeds: &Vec<Deed>| {
            let mut at = 0;
            let deed = |&(wait, event, value, currency): &Deed| {
                at += wait * DAY;
                Deeds { at, event: EVENTS[event], value: value.map(f64::from), currency }
            };
            deeds.iter().map(deed).collect()
        };
        self.people.iter().map(day).collect()
    }

    fn cutoff(&self) -> i64 {
        let newest = self.log().concat().iter().map(|deed| deed.at).max().unwrap_or(0);
        self.cutoff.map_or(newest, |cutoff| cutoff * DAY)
    }

    /// Those of a customer's purchases that count: up to the cut-off, in the currency that most have or in none.
    fn purchases(&self, customer: usize) -> Vec<(i64, f64)> {
        let counts = |deed: &&Deeds<'_>| deed.event == "order" && deed.at <= self.cutoff();
        let all = self.log();
        let mut often = BTreeMap::new();
        for deed in all.concat().iter().filter(|deed| counts(deed) && deed.currency > 0) {
            *often.entry(deed.currency).or_insert(0) += 1;
        }
        let main = often.iter().max_by_key(|(code, count)| (**count, std::cmp::Reverse(**code)));
        let main = main.map(|(code, _)| *code);
        let is_main = |deed: &&Deeds<'_>| deed.currency == 0 || Some(deed.currency) == main;
        let own = all[customer].iter().filter(counts).filter(is_main);
        own.filter_map(|deed| Some((deed.at, deed.value?))).collect()
    }

    /// The customers that were active in a time, end exclusive.
    fn active(&self, by: ActiveBy, from: i64, to: i64) -> BTreeSet<usize> {
        let within = |at: i64| at >= from && at < to && at <= self.cutoff();
        (0..self.people.len())
            .filter(|&customer| match by {
                ActiveBy::Purchases => {
                    self.purchases(customer).iter().any(|&(at, amount)| amount >= 0.0 && within(at))
                }
                ActiveBy::Contacts => {
                    let is_listed = |event| ["ad", "page", "order"].contains(&event);
                    self.log()[customer].iter().any(|deed| is_listed(deed.event) && within(deed.at))
                }
            })
            .collect()
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let deed = (0..9_i64, 0..EVENTS.len(), option::weighted(0.8, -3..12_i32), 0..3_u32);
    (
        vec(vec(deed, 0..9), 1..9),
        (-10..60_i64, 1..40_i64),
        option::weighted(0.3, 10..60_i64),
        (1..20_i64, 1..40_i64),
    )
        .prop_map(|(people, (from, length), cutoff, (window, horizon))| Case {
            people,
            from: from * DAY,
            length: length * DAY,
            cutoff,
            window,
            horizon: horizon * DAY,
        })
}

fn journey() -> Journey {
    let cards = [(1, "ad"), (1, "page"), (2, "order")].map(|(stage, event)| (stage, vec![event.to_owned()]));
    let stages = ["Look", "Buy"].map(str::to_owned).to_vec();
    fixture::build(stages, cards.to_vec(), &[(1, 2), (2, 3)], Lifecycle::Circular)
}

fn columns(case: &Case) -> (Columns, Vec<f64>, Labels) {
    let log = case.log();
    let mut columns = Columns {
        events: EVENTS.map(str::to_owned).to_vec(),
        customers: (1..=log.len() as i64).map(CustomerId).collect(),
        ..Columns::empty()
    };
    let (mut codes, mut at, mut values, mut currencies) = (vec![], vec![], vec![], vec![]);
    for deeds in &log {
        for deed in deeds {
            let code = EVENTS.iter().position(|event| *event == deed.event).expect("a known event");
            codes.push(u8::try_from(code).expect("few events"));
            at.push(deed.at);
            values.push(deed.value.unwrap_or(f64::NAN));
            currencies.push(deed.currency);
        }
        columns.offsets.push(u32::try_from(codes.len()).expect("few"));
    }
    (columns.event, columns.at) = (Codes::Narrow(codes), Instants::Millis(at));
    let names = ["EUR", "USD"].map(str::to_owned).to_vec();
    (columns, values, Labels { names, codes: currencies })
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

fn check(case: &Case) {
    let (columns, values, currencies) = columns(case);
    let meanings = BTreeMap::from([
        ("order".to_owned(), Meaning::Purchase),
        ("answer".to_owned(), Meaning::Score(Survey::Nps)),
    ]);
    let worths = Worths { values: &values, currencies: &currencies, meanings: &meanings, clock: &Utc };
    let journey = journey();
    let cancel = Cancel::default();
    let engine = ColumnsEngine::new(Arc::new(columns.clone()));
    let question = Question {
        window: Some(case.window * DAY),
        cutoff: case.cutoff.map(|cutoff| cutoff * DAY),
        from: Some(case.from),
        to: Some(case.from + case.length),
        ..Question::new(Level::Touchpoint)
    };
    let asked = Asked { journey: &journey, question: &question, members: None, cancel: &cancel };
    check_metrics(case, &engine, &asked, &worths);
    check_stakes(case, &columns, &engine, &asked, &worths);
    check_measured(case, &engine, &asked, &worths);
}

/// What is measured where the answers are about the touchpoint of the page.
fn check_measured(case: &Case, engine: &dyn Engine, asked: &Asked<'_>, worths: &Worths<'_>) {
    let cards = [(1, vec!["ad"]), (1, vec!["page", "answer"]), (2, vec!["order"])];
    let cards = cards.map(|(stage, events)| (stage, events.into_iter().map(str::to_owned).collect()));
    let stages = ["Look", "Buy"].map(str::to_owned).to_vec();
    let journey = fixture::build(stages, cards.to_vec(), &[], Lifecycle::Linear);
    let asked = Asked { journey: &journey, ..*asked };
    let (from, to) = (case.from, (case.from + case.length).min(case.cutoff() + 1));
    let feelings: BTreeMap<usize, f64> = (0..case.people.len())
        .filter_map(|customer| {
            let log = case.log();
            let counts = |deed: &&Deeds<'_>| {
                deed.event == "answer"
                    && (from..to).contains(&deed.at)
                    && deed.value.is_some_and(|value| (0.0..=10.0).contains(&value))
            };
            let last = log[customer].iter().rfind(counts)?.value?;
            Some((customer, last / 2.5 - 2.0))
        })
        .collect();
    let found = engine.measured(&asked, worths).expect("nobody stops it");
    let people = engine.people_of(&asked, (ActiveBy::Contacts, Tile::Felt(TouchpointId(2))), worths);
    let people = people.expect("nobody stops it").into_iter().map(|entry| entry.customer.0 as usize - 1);
    assert_eq!(people.collect::<BTreeSet<_>>(), feelings.keys().copied().collect());
    match &found[..] {
        [] => assert!(feelings.is_empty()),
        [one] => {
            assert_eq!((one.touchpoint, one.answered), (TouchpointId(2), feelings.len() as u64));
            assert!(close(one.mean, feelings.values().sum::<f64>() / feelings.len() as f64));
            assert!(one.low <= one.mean && one.mean <= one.high, "{one:?}");
        }
        more => panic!("one touchpoint is asked about: {more:?}"),
    }
}

fn check_metrics(case: &Case, engine: &dyn Engine, asked: &Asked<'_>, worths: &Worths<'_>) {
    // Nothing after the cut-off counts, so that a period that reaches past it is that much shorter.
    let to = (case.from + case.length).min(case.cutoff() + 1);
    let from = case.from.min(to);
    let all: BTreeSet<usize> = (0..case.people.len()).collect();
    for by in [ActiveBy::Purchases, ActiveBy::Contacts] {
        let now = case.active(by, from, to);
        let start = case.active(by, from - (to - from), from);
        let ever = case.active(by, i64::MIN, from);
        let of = |tile| {
            let people = engine.people_of(asked, (by, tile), worths).expect("nobody stops it");
            people.into_iter().map(|entry| entry.customer.0 as usize - 1).collect::<BTreeSet<_>>()
        };
        assert_eq!(of(Tile::AtStart), start);
        assert_eq!(of(Tile::Active), now);
        assert_eq!(of(Tile::Kept), &start & &now);
        assert_eq!(of(Tile::Gone), &start - &now);
        assert_eq!(of(Tile::Fresh), &(&now - &start) - &ever);
        assert_eq!(of(Tile::WonBack), &(&now - &start) & &ever);
        let found = engine.metrics(asked, by, worths).expect("nobody stops it");
        let counts = [found.at_start, found.active, found.kept, found.fresh, found.won_back];
        let tiles = [Tile::AtStart, Tile::Active, Tile::Kept, Tile::Fresh, Tile::WonBack];
        assert_eq!(counts, tiles.map(|tile| of(tile).len() as u64));
        assert_eq!(found.kept + found.fresh + found.won_back, found.active);
        // (active - new) / at the start.
        let retained = now.len() - (&now - &start).len();
        assert_eq!(
            found.retention.map(|rate| (rate.count, rate.of)),
            (!start.is_empty()).then_some((retained as u64, start.len() as u64))
        );
        let spent: Vec<(usize, f64)> = all
            .iter()
            .flat_map(|&customer| {
                case.purchases(customer).into_iter().map(move |(at, amount)| (customer, at, amount))
            })
            .filter(|&(_, at, _)| at >= from && at < to)
            .map(|(customer, _, amount)| (customer, amount))
            .collect();
        assert!(close(found.revenue.sum, spent.iter().map(|(_, amount)| amount).sum()));
        assert_eq!(found.revenue.purchases, spent.iter().filter(|(_, amount)| *amount >= 0.0).count() as u64);
        let buyers: BTreeSet<usize> =
            spent.iter().filter(|(_, amount)| *amount >= 0.0).map(|(customer, _)| *customer).collect();
        assert_eq!(of(Tile::Buyers), buyers);
        check_score(case, (from, to), &found.scores, &of);
    }
}

fn check_score(
    case: &Case,
    (from, to): (i64, i64),
    scores: &[model::Score],
    of: &dyn Fn(Tile) -> BTreeSet<usize>,
) {
    let last = |deeds: &Vec<Deeds<'_>>| {
        let valid = |deed: &&Deeds<'_>| {
            deed.event == "answer"
                && deed.at >= from
                && deed.at < to
                && deed.value.is_some_and(|value| (0.0..=10.0).contains(&value))
        };
        deeds.iter().rfind(valid).and_then(|deed| deed.value)
    };
    let answers: BTreeMap<usize, f64> = case
        .log()
        .iter()
        .map(last)
        .enumerate()
        .filter_map(|(customer, last)| Some((customer, last?)))
        .collect();
    let among = |is: fn(f64) -> bool| -> BTreeSet<usize> {
        answers.iter().filter(|(_, value)| is(**value)).map(|(customer, _)| *customer).collect()
    };
    let (good, bad) = (among(|value| value >= 9.0), among(|value| value <= 6.0));
    assert_eq!(of(Tile::Answered(Survey::Nps, None)), answers.keys().copied().collect());
    assert_eq!(of(Tile::Answered(Survey::Nps, Some(Answer::Good))), good);
    assert_eq!(of(Tile::Answered(Survey::Nps, Some(Answer::Bad))), bad);
    match scores {
        [] => assert!(answers.is_empty()),
        [score] => {
            let figure = (good.len() as f64 - bad.len() as f64) / answers.len() as f64;
            assert!(close(score.figure, figure) && score.answered == answers.len() as u64);
            assert!(close(score.mean, answers.values().sum::<f64>() / answers.len() as f64));
        }
        more => panic!("one survey was asked, not {}", more.len()),
    }
}

fn check_stakes(case: &Case, columns: &Columns, engine: &dyn Engine, asked: &Asked<'_>, worths: &Worths<'_>) {
    let anybody_bought = (0..case.people.len()).any(|customer| !case.purchases(customer).is_empty());
    for level in [Level::Stage, Level::Touchpoint] {
        let question = asked.question.at(level);
        let stakes = engine.stakes(asked, level, worths, case.horizon).expect("nobody stops it");
        assert_eq!(stakes.iter().map(|stake| stake.node).collect::<Vec<_>>(), asked.journey.nodes(level));
        for stake in stakes {
            let listed = |class| entrants(columns, asked.journey, &question, None, stake.node, class);
            let lost = listed(Class::Lost);
            let is_goal = asked.journey.is_goal(stake.node);
            assert_eq!(stake.lost, if is_goal { 0 } else { lost.len() as u64 });
            let (mut moved, mut stayed) = (Vec::new(), Vec::new());
            for entry in listed(Class::Matured) {
                let until = entry.at + case.horizon;
                if until > case.cutoff() {
                    continue;
                }
                let own = case.purchases(entry.customer.0 as usize - 1);
                let spent: f64 = own
                    .iter()
                    .filter(|(at, _)| *at > entry.at && *at <= until)
                    .map(|(_, amount)| amount)
                    .sum();
                if lost.contains(&entry) { stayed.push(spent) } else { moved.push(spent) }
            }
            let mean = |all: &[f64]| (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64);
            let told = mean(&moved).zip(mean(&stayed)).filter(|_| !is_goal && anybody_bought);
            let expected = told.map(|(moved, stayed)| lost.len() as f64 * (moved - stayed));
            match (stake.value.map(|value| value.amount), expected) {
                (Some(amount), Some(expected)) => assert!(close(amount, expected), "{stake:?} {expected}"),
                (amount, expected) => assert_eq!(amount, expected, "{stake:?}"),
            }
            assert_eq!([stake.of_moved.n, stake.of_lost.n], [moved.len() as u64, stayed.len() as u64]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn metrics_and_stakes_are_as_they_are_defined(case in cases()) {
        check(&case);
    }
}
