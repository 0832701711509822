//! Closer looks at nodes and ways, against a slow second reading of what they mean.

mod cases;
mod fixture;
mod naive;

use std::sync::Arc;

use cases::{cases, long_log, one_touchpoint_an_event, ways};
use insight::ColumnsEngine;
use model::{
    Asked, AttributeColumn, Cancel, Class, Clock, Closer, CloserLook, Columns, CustomerId, DAY, Engine,
    Entrants, Entry, Factor, Journey, Leg, Level, MapId, Mode, Node, Part, Period, Question, Texts, Unit,
    Who,
};
use naive::Reading;
use proptest::prelude::*;

const MAP: MapId = MapId(1);
const HOUR: i64 = 3_600_000;

/// Two hours ahead of UTC, always.
struct TwoAhead;

impl Clock for TwoAhead {
    fn wall(&self, at: i64) -> i64 {
        at.saturating_add(2 * HOUR)
    }

    fn instant(&self, wall: i64) -> i64 {
        wall.saturating_sub(2 * HOUR)
    }
}

/// A log, a map and those who are meant, with an attribute that some of the customers have.
struct World {
    engine: ColumnsEngine,
    columns: Columns,
    journey: Journey,
    mask: Option<Vec<bool>>,
    members: Option<Vec<CustomerId>>,
    plans: Arc<AttributeColumn>,
}

const PLANS: [&str; 3] = ["Pro", "free", "pro"];

impl World {
    fn new(columns: Columns, journey: Journey, mask: Option<Vec<bool>>) -> Self {
        let members = mask.as_ref().map(|mask| {
            let meant = columns.customers.iter().zip(mask).filter(|(_, is)| **is);
            meant.map(|(customer, _)| *customer).collect()
        });
        let codes = columns.customers.iter().map(|customer| (customer.0 / 10 % 4) as u32).collect();
        let texts: Texts = PLANS.into_iter().collect();
        let plans = Arc::new(AttributeColumn::new(texts, codes, None, &|at| at));
        Self { engine: ColumnsEngine::new(Arc::new(columns.clone())), columns, journey, mask, members, plans }
    }

    fn asking<T>(&self, question: &Question, ask: impl FnOnce(&Asked<'_>) -> T) -> T {
        let (members, cancel) = (self.members.as_deref(), Cancel::default());
        ask(&Asked { journey: &self.journey, question, members, cancel: &cancel })
    }

    fn reading(&self, question: &Question) -> Reading {
        Reading::of(&self.columns, &self.journey, question, self.mask.as_deref())
    }

    fn look(&self, question: &Question, leg: Leg, period: Period) -> CloserLook {
        self.asking(question, |asked| CloserLook {
            leg,
            question: leg.asked(question),
            spread: self.engine.spread(asked, leg).expect("nobody stops it"),
            trend: self.engine.trend(asked, leg, period, &TwoAhead).expect("nobody stops it"),
            aftermath: self.engine.aftermath(asked, leg.from).expect("nobody stops it"),
        })
    }

    /// The people behind a figure.
    fn list(&self, entrants: &Entrants) -> Vec<Entry> {
        let Entrants { node, class, question, part, .. } = entrants;
        let attribute = Some((self.columns.customers.as_slice(), &*self.plans));
        self.asking(question, |asked| match part {
            Some(part) => self.engine.part(asked, (*node, *class), part, attribute),
            None => self.engine.who(asked, *node, *class),
        })
        .expect("nobody stops it")
    }

    /// The same, as the second reading has it.
    fn naive_list(&self, entrants: &Entrants) -> Vec<Entry> {
        let reading = self.reading(&entrants.question);
        let of = (entrants.node, entrants.class);
        match &entrants.part {
            Some(part) => reading.part((&self.columns, &self.journey), of, part, &self.plans),
            None => reading.list(of.0, of.1),
        }
    }

    fn assert_lists_are_numbers(&self, figures: Vec<(Who, u64)>) {
        for (who, count) in figures {
            let Who::Entrants(entrants) = who else { panic!("{who:?}") };
            let list = self.list(&entrants);
            assert_eq!(list.len() as u64, count, "{entrants:?}");
            assert_eq!(list, self.naive_list(&entrants), "{entrants:?}");
        }
    }

    fn legs(&self, level: Level) -> Vec<Leg> {
        let nodes = self.journey.nodes(level);
        let to = |from: Node| nodes.iter().map(move |&to| Leg { from, to: Some(to) });
        nodes.iter().flat_map(|&from| to(from).chain([Leg { from, to: None }])).collect()
    }

    /// Fails unless the spread is that of the flow, and its bins follow one another.
    fn assert_spread(&self, look: &CloserLook) {
        let reading = self.reading(&look.question);
        let overlay = reading.overlay(&self.journey);
        let moved = reading.list(look.leg.from, look.leg.moved()).len() as u64;
        let bins = &look.spread.bins;
        assert_eq!(bins.iter().map(|bin| bin.count).sum::<u64>(), moved);
        assert!(bins.windows(2).all(|two| two[0].below == Some(two[1].at_least)));
        assert!([bins.first(), bins.last()].into_iter().flatten().all(|end| end.count > 0));
        if let Some(to) = look.leg.to {
            let seconds = overlay.flow(look.leg.from, to).and_then(|flow| flow.seconds);
            let median = |times: Option<model::Times>| times.map(|times| times.median);
            let [found, expected] = [median(look.spread.seconds), median(seconds)];
            let is_near =
                found.zip(expected).is_none_or(|(one, other)| (one - other).abs() <= 1e-9 * other.abs());
            assert!(found.is_some() == expected.is_some() && is_near, "{found:?} is not {expected:?}");
        }
    }

    /// Fails unless each period is the answer to the question about it alone, and no entry lies outside of all.
    fn assert_trend(&self, look: &CloserLook) {
        let CloserLook { leg, question, trend, .. } = look;
        let all =
            self.reading(&Question { unit: Unit::Visits, ..question.clone() }).list(leg.from, Class::All);
        let is_told =
            |entry: &&Entry| trend.points.iter().any(|each| (each.from..each.to).contains(&entry.at));
        assert_eq!(all.iter().filter(is_told).count(), all.len());
        for point in &trend.points {
            let question = Question { from: Some(point.from), to: Some(point.to), ..question.clone() };
            let overlay = self.reading(&question).overlay(&self.journey);
            let account = overlay.account(leg.from).expect("an account of each node");
            assert_eq!(point.entered, account.entered);
            let rate = leg.to.map_or(account.drop_off, |to| {
                let none =
                    model::Rate::of(0, if question.observed { account.entered } else { account.matured });
                overlay.flow(leg.from, to).map_or(none, |flow| flow.conversion)
            });
            assert_eq!(point.rate, rate, "{point:?}");
            assert!(point.open || account.matured == account.entered, "{point:?}");
        }
    }

    /// Fails unless what was done next is what the second reading finds, and adds up.
    fn assert_aftermath(&self, look: &CloserLook) {
        let question = Question { mode: Mode::Next, ..look.question.clone() };
        let reading = self.reading(&question);
        let mut expected = reading.aftermath(&self.columns, &self.journey, look.leg.from);
        let mut found = look.aftermath.next.clone();
        let total = |is: fn(&model::Next) -> u64| look.aftermath.next.iter().map(is).sum::<u64>();
        let overlay = reading.overlay(&self.journey);
        let account = overlay.account(look.leg.from).expect("an account of each node");
        assert_eq!(total(|next| next.dropped), account.dropped);
        assert_eq!(total(|next| next.returned_late), account.returned_late);
        for next in [&mut expected, &mut found] {
            next.sort_by(|one, other| one.event.cmp(&other.event));
        }
        assert_eq!(found, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_closer_look_says_what_the_definitions_say(case in cases(), leg in any::<prop::sample::Index>()) {
        let world = World::new(case.columns, case.journey, case.members);
        for question in ways(&case.question) {
            let legs = world.legs(question.level);
            let leg = legs[leg.index(legs.len())];
            for period in [Period::Day, Period::Week, Period::Month] {
                let look = world.look(&question, leg, period);
                world.assert_trend(&look);
                world.assert_lists_are_numbers(look.figures(MAP));
            }
            let look = world.look(&question, leg, Period::Day);
            world.assert_spread(&look);
            world.assert_aftermath(&look);
        }
    }

    #[test]
    fn a_part_of_a_class_is_what_the_definitions_say(case in cases(), value in 0..4_usize) {
        let world = World::new(case.columns, case.journey, case.members);
        let value = PLANS.get(value).map(|&plan| plan.to_owned());
        let plan = Factor::Attribute { name: "plan".to_owned(), value };
        let came = Factor::Came(model::TouchpointId(2));
        for question in ways(&case.question).into_iter().filter(|question| !question.observed) {
            let nodes = world.journey.nodes(question.level);
            for class in [Class::All, Class::Matured, Class::MaturedMoved, Class::MovedTo(nodes[1]), Class::Lost] {
                for factor in [&plan, &came] {
                    let part = |part: fn(Factor) -> Part| Entrants {
                        map: MAP, node: nodes[0], class, question: question.clone(), part: Some(part(factor.clone())),
                    };
                    let [with, without] = [part(Part::With), part(Part::Without)];
                    prop_assert_eq!(world.list(&with), world.naive_list(&with));
                    prop_assert_eq!(world.list(&without), world.naive_list(&without));
                }
            }
        }
    }
}

#[test]
fn what_goes_with_moving_on_is_counted_of_those_that_matured() {
    let (columns, journey) = (long_log(40_000, 8), one_touchpoint_an_event(7));
    let world = World::new(columns, journey, None);
    let [from, to] = [1, 2].map(fixture::touchpoint);
    for (leg, mode, unit) in [
        (Leg { from, to: None }, Mode::Next, Unit::Customers),
        (Leg { from, to: Some(to) }, Mode::Next, Unit::Visits),
        (Leg { from, to: Some(to) }, Mode::Eventual, Unit::Customers),
    ] {
        let question = Question { mode, unit, window: Some(DAY), ..Question::new(Level::Touchpoint) };
        let customers = world.columns.customers.clone();
        let mut attributes = [("plan".to_owned(), Arc::clone(&world.plans))].into_iter();
        let drivers = world
            .asking(&question, |asked| world.engine.drivers(asked, leg, &customers, &mut attributes))
            .expect("nobody stops it");
        // Two different plans and none, and the other touchpoints: only at a later visit one had been at its own before.
        let had_been = usize::from(unit == Unit::Visits);
        assert_eq!((drivers.compared as usize, drivers.drivers.len()), (9 + had_been, 9 + had_been));
        assert!(drivers.drivers.iter().all(|each| each.with.of >= 30 && each.without.of >= 30));
        world.assert_lists_are_numbers(drivers.figures(MAP, leg, &question));
    }
}

#[test]
fn the_planted_driver_is_found_and_nothing_else() {
    // Of the pro customers 80 of 100 go on to the order, of the others 20 of 100; who came by the mail is everybody's
    // tenth.
    let days = |customer: i64| {
        let goes_on = if customer % 2 == 0 { customer % 10 != 0 } else { customer % 10 == 1 };
        let mail = (customer / 10 % 10 == 0).then_some((0, "mail"));
        let order = goes_on.then_some((3, "order"));
        mail.into_iter().chain([(1, "page")]).chain(order).collect::<Vec<_>>()
    };
    let log: Vec<Vec<(i64, &str)>> = (1..=1000).map(days).collect();
    let log: Vec<&[(i64, &str)]> = log.iter().map(Vec::as_slice).collect();
    let journey = fixture::journey(&[("Look", &["mail", "page"]), ("Buy", &["order"])]);
    let mut world = World::new(fixture::columns(&log), journey, None);
    let codes = (1..=1000).map(|customer| if customer % 2 == 0 { 1 } else { 2 }).collect();
    let texts: Texts = ["pro", "free"].into_iter().collect();
    world.plans = Arc::new(AttributeColumn::new(texts, codes, None, &|at| at));
    let question = Question { cutoff: Some(90 * DAY), ..Question::new(Level::Touchpoint) };
    let leg = Leg { from: fixture::touchpoint(2), to: Some(fixture::touchpoint(3)) };
    let customers = world.columns.customers.clone();
    let mut attributes = [("plan".to_owned(), Arc::clone(&world.plans))].into_iter();
    let drivers =
        world.asking(&question, |asked| world.engine.drivers(asked, leg, &customers, &mut attributes));
    let drivers = drivers.expect("nobody stops it");
    let clear: Vec<_> = drivers.drivers.iter().filter(|each| each.is_clear).collect();
    let plan = |value: &str| Factor::Attribute { name: "plan".to_owned(), value: Some(value.to_owned()) };
    assert_eq!(clear.iter().map(|each| &each.factor).collect::<Vec<_>>(), [&plan("free"), &plan("pro")]);
    // 400 of 500 against 100 of 500: 400·400 / (100·100).
    let pro = clear.iter().find(|each| each.factor == plan("pro")).expect("pro");
    assert_eq!((pro.with.did, pro.with.of, pro.without.did, pro.without.of), (400, 500, 100, 500));
    assert!((pro.odds.ratio - 16.0).abs() < 1e-9);
    assert_eq!(drivers.compared, 3);
}

#[test]
fn who_asks_to_stop_gets_no_closer_look() {
    let (columns, journey) = (long_log(1000, 8), one_touchpoint_an_event(7));
    let world = World::new(columns, journey, None);
    let (question, cancel) = (Question::new(Level::Touchpoint), Cancel::default());
    cancel.cancel();
    let asked = Asked { journey: &world.journey, question: &question, members: None, cancel: &cancel };
    let leg = Leg { from: fixture::touchpoint(1), to: None };
    assert!(world.engine.spread(&asked, leg).is_err());
    assert!(world.engine.trend(&asked, leg, Period::Month, &TwoAhead).is_err());
    assert!(world.engine.drivers(&asked, leg, &[], &mut std::iter::empty()).is_err());
}
