//! Funnels, variants and paths on random logs, against a second reading that tries every way; the worked example; and
//! that every number is the list of its people.

mod cases;
mod fixture;
mod naive;

use std::collections::BTreeMap;
use std::sync::Arc;

use cases::{CARDS, Case, STAGES, cases};
use fixture::{columns, journey, stage, touchpoint};
use insight::ColumnsEngine;
use model::{
    Along, Asked, AtBranch, Branch, Cancel, Columns, CustomerId, DAY, Engine, EngineError, Entry, Exclusion,
    Funnel, FunnelCounts, FunnelStep, Journey, Level, Node, PathsOf, Question, Rate, Repeats, StepClass,
    Toward, Unit, Variants, VariantsOf, WhichVariant,
};
use naive::sequences::{Came, funnel as naive_funnel, paths as naive_paths, variants as naive_variants};
use proptest::collection::vec;
use proptest::prelude::*;

/// How many random logs are tried.
fn tries() -> ProptestConfig {
    let cases = std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// An engine and what it is asked.
struct Asking<'a> {
    engine: ColumnsEngine,
    journey: &'a Journey,
    question: Question,
    members: Option<Vec<CustomerId>>,
    cancel: Cancel,
}

impl<'a> Asking<'a> {
    fn of(case: &'a Case, question: Question) -> Self {
        let is_in = |members: &Vec<bool>| {
            let both = case.columns.customers.iter().zip(members);
            both.filter(|(_, is_in)| **is_in).map(|(customer, _)| *customer).collect()
        };
        Self {
            engine: ColumnsEngine::new(Arc::new(case.columns.clone())),
            journey: &case.journey,
            question,
            members: case.members.as_ref().map(is_in),
            cancel: Cancel::default(),
        }
    }

    fn asked(&self) -> Asked<'_> {
        let members = self.members.as_deref();
        Asked { journey: self.journey, question: &self.question, members, cancel: &self.cancel }
    }

    fn funnel(&self, funnel: &Funnel) -> FunnelCounts {
        self.engine.funnel(&self.asked(), funnel).expect("nobody stops it")
    }

    fn variants(&self, of: VariantsOf) -> Variants {
        self.engine.variants(&self.asked(), of).expect("nobody stops it")
    }

    fn paths(&self, of: PathsOf) -> Branch {
        self.engine.paths(&self.asked(), of).expect("nobody stops it")
    }

    fn list(&self, along: &Along) -> Vec<Entry> {
        self.engine.who_went(&self.asked(), along).expect("nobody stops it")
    }
}

fn nodes() -> impl Strategy<Value = Node> {
    prop_oneof![(1..=STAGES).prop_map(stage), (1..=CARDS).prop_map(touchpoint)]
}

fn funnels() -> impl Strategy<Value = Funnel> {
    let step = (nodes(), any::<bool>()).prop_map(|(node, optional)| FunnelStep { node, optional });
    let exclusion = (nodes(), 0..4_u32).prop_map(|(node, after)| Exclusion { node, after });
    let exclusions = prop_oneof![2 => Just(Vec::new()), 1 => vec(exclusion, 1..3)];
    let plain = prop::bool::weighted(0.4);
    (vec(step, 1..5), exclusions, plain).prop_map(|(mut steps, exclusions, plain)| {
        for step in &mut steps {
            step.optional &= !plain;
        }
        Funnel { steps, exclusions }
    })
}

fn is(came: &Came, step: usize, last: usize, class: StepClass) -> bool {
    let ends_here = came.level == step && step < last;
    match class {
        StepClass::Reached => came.level >= step,
        StepClass::Itself => came.steps.contains_key(&step),
        StepClass::UnderWay => ends_here && came.has_time,
        StepClass::Lost => ends_here && !came.has_time,
    }
}

proptest! {
    #![proptest_config(tries())]

    #[test]
    fn a_funnel_is_what_trying_every_pick_finds(case in cases(), funnel in funnels()) {
        let asking = Asking::of(&case, case.question.clone());
        let counts = asking.funnel(&funnel);
        let members = case.members.as_deref();
        let came = naive_funnel((&case.columns, &case.journey), &case.question, members, &funnel);
        let last = funnel.steps.len() - 1;
        prop_assert_eq!(counts.steps.len(), funnel.steps.len());
        for (step, found) in counts.steps.iter().enumerate() {
            for class in StepClass::ALL {
                let expected: Vec<Entry> =
                    came.iter().filter(|came| is(came, step, last, class)).map(|came| came.entry).collect();
                prop_assert_eq!(found.count(class), expected.len() as u64, "{:?} of step {}", class, step);
                let along = Along::Funnel { funnel: funnel.clone(), step: step as u32, class };
                prop_assert_eq!(asking.list(&along), expected, "{:?} of step {}", class, step);
            }
            let next = counts.steps.get(step + 1).map_or(found.reached, |next| next.reached);
            prop_assert_eq!(found.reached, next + found.under_way + found.lost);
            let mut spans: Vec<i128> = came.iter().filter_map(|came| came.steps.get(&step).copied()).collect();
            spans.sort_unstable();
            let times = found.seconds.filter(|_| step > 0);
            prop_assert_eq!(times.is_some(), step > 0 && !spans.is_empty());
            if let Some(times) = times {
                let middle = (spans[(spans.len() - 1) / 2] + spans[spans.len() / 2]) as f64 / 2000.0;
                prop_assert!((times.median - middle).abs() < 1e-6, "{times:?} of {spans:?}");
            }
        }
        for (step, found) in counts.steps.iter().enumerate().skip(1) {
            prop_assert_eq!(found.of_before, Rate::of(found.reached, counts.steps[step - 1].reached));
            prop_assert_eq!(found.of_first, Rate::of(found.reached, counts.steps[0].reached));
        }
    }

    #[test]
    fn variants_are_the_sequences_of_visits(case in cases(), length in 1..5_u32, top in 0..4_u32) {
        for (level, repeats) in [(Level::Stage, Repeats::Collapse), (Level::Touchpoint, Repeats::Keep)] {
            let question = Question { level, repeats, ..case.question.clone() };
            let asking = Asking::of(&case, question.clone());
            let of = VariantsOf { length, top };
            let found = asking.variants(of);
            let all = naive_variants(
                (&case.columns, &case.journey),
                &question,
                case.members.as_deref(),
                length as usize,
            );
            let mut counts: BTreeMap<&[Node], u64> = BTreeMap::new();
            for (_, nodes, _) in &all {
                *counts.entry(nodes).or_default() += 1;
            }
            prop_assert_eq!(found.customers, all.len() as u64);
            prop_assert_eq!(found.variants, counts.len() as u64);
            prop_assert_eq!(found.top.len(), counts.len().min(top as usize));
            prop_assert!(found.top.is_sorted_by(|one, other| one.count >= other.count));
            let told: u64 = found.top.iter().map(|variant| variant.count).sum();
            prop_assert_eq!(told + found.others, found.customers);
            let least = found.top.last().map_or(0, |variant| variant.count);
            let is_top = |nodes: &[Node]| found.top.iter().any(|variant| variant.nodes == nodes);
            prop_assert!(top == 0 || counts.iter().all(|(nodes, count)| is_top(nodes) || *count <= least));
            let list = |which| asking.list(&Along::Variant { of, which });
            let who = |is: &dyn Fn(&[Node], bool) -> bool| -> Vec<Entry> {
                all.iter().filter(|(_, nodes, went_on)| is(nodes, *went_on)).map(|each| each.0).collect()
            };
            prop_assert_eq!(list(WhichVariant::Any), who(&|_, _| true));
            prop_assert_eq!(list(WhichVariant::Others), who(&|nodes, _| !is_top(nodes)));
            for variant in &found.top {
                let have = list(WhichVariant::Is(variant.nodes.clone()));
                prop_assert_eq!(have.len() as u64, variant.count);
                prop_assert_eq!(have, who(&|nodes, _| nodes == variant.nodes));
                let went_on = list(WhichVariant::WentOn(variant.nodes.clone()));
                prop_assert_eq!(went_on.len() as u64, variant.went_on);
                prop_assert_eq!(went_on, who(&|nodes, went_on| went_on && nodes == variant.nodes));
            }
        }
    }

    #[test]
    fn paths_are_the_moves_from_or_to_a_node(
        case in cases(),
        node in nodes(),
        depth in 1..4_u32,
        most in 1..4_u32,
        before in any::<bool>(),
        unit in prop_oneof![Just(Unit::Customers), Just(Unit::Visits)],
    ) {
        let toward = if before { Toward::Before } else { Toward::Next };
        let of = PathsOf { node, toward, depth, most };
        let question = Question { unit, ..case.question.clone() };
        let asking = Asking::of(&case, question.clone());
        let tree = asking.paths(of);
        let all = naive_paths((&case.columns, &case.journey), &question, case.members.as_deref(), of);
        assert_branch(&asking, of, &tree, &mut Vec::new(), &all);
        if toward == Toward::Next {
            let by_level = [node.level()];
            let overlay = asking.engine.overlays(&asking.asked(), &by_level).expect("nobody stops it").remove(0);
            let account = overlay.account(node).expect("the map has it");
            prop_assert_eq!(tree.count, account.entered);
            if question.window.is_some() {
                let moved = account.moved.iter().map(|moved| moved.count).sum::<u64>();
                prop_assert_eq!(moved, tree.count - tree.ended);
            }
            for branch in &tree.branches {
                let moved = account.moved.iter().find(|moved| moved.to == branch.node);
                prop_assert_eq!(moved.map(|moved| moved.count), Some(branch.count));
            }
        }
    }
}

/// Fails unless a place on paths and all that lead on from it count those whom the second reading finds there.
fn assert_branch(
    asking: &Asking<'_>,
    of: PathsOf,
    branch: &Branch,
    way: &mut Vec<Node>,
    all: &[(Entry, Vec<Node>, bool)],
) {
    let who = |is: &dyn Fn(&[Node], bool) -> bool| -> Vec<Entry> {
        let here = all.iter().filter(|(_, nodes, _)| nodes.starts_with(way));
        here.filter(|(_, nodes, ended)| is(&nodes[way.len()..], *ended)).map(|each| each.0).collect()
    };
    let told = |next: &Node| branch.branches.iter().any(|each| each.node == *next);
    let classes: [(AtBranch, u64, Vec<Entry>); 3] = [
        (AtBranch::Came, branch.count, who(&|_, _| true)),
        (AtBranch::Others, branch.others, who(&|rest, _| rest.first().is_some_and(|next| !told(next)))),
        (AtBranch::Ended, branch.ended, who(&|rest, ended| rest.is_empty() && ended)),
    ];
    for (class, count, expected) in classes {
        let list = asking.list(&Along::Path { of, way: way.clone(), class });
        assert_eq!(list, expected, "{class:?} at {way:?}");
        assert_eq!(list.len() as u64, count, "{class:?} at {way:?}");
    }
    assert!(branch.branches.is_sorted_by(|one, other| one.count >= other.count));
    assert!(branch.branches.len() <= of.most as usize);
    for each in &branch.branches {
        way.push(each.node);
        assert_branch(asking, of, each, way, all);
        way.pop();
    }
}

const LOG: &[&[(i64, &str)]] = &[
    &[(1, "ad"), (2, "page"), (4, "demo"), (9, "order")],
    &[(1, "ad"), (5, "order")],
    &[(1, "ad"), (15, "page")],
    &[(3, "ad")],
    &[(25, "ad")],
    &[(24, "ad"), (26, "demo")],
];

fn counted(columns: Columns, journey: Journey, question: Question, funnel: &Funnel) -> FunnelCounts {
    let case = Case { columns, journey, question: question.clone(), members: None };
    Asking::of(&case, question).funnel(funnel)
}

#[test]
fn the_worked_example_is_six_three_one() {
    let journey = journey(&[("Aware", &["ad"]), ("Consider", &["page", "demo"]), ("Buy", &["order"])]);
    let question = Question { cutoff: Some(30 * DAY), ..Question::new(Level::Stage) };
    let funnel = Funnel::of([stage(1), stage(2), stage(3)]);
    let counts = counted(columns(LOG), journey.clone(), question.clone(), &funnel);
    let reached: Vec<u64> = counts.steps.iter().map(|step| step.reached).collect();
    assert_eq!(reached, [6, 3, 1]);
    // On day 30 the window of those who began on day 1 has ended just about not: it ends on day 31.
    let left = counts.steps.iter().map(|step| (step.under_way, step.lost)).collect::<Vec<_>>();
    assert_eq!(left, [(3, 0), (2, 0), (0, 0)]);
    let sooner = Question { window: Some(10 * DAY), ..question };
    let counts = counted(columns(LOG), journey, sooner, &funnel);
    let all: Vec<_> = counts.steps.iter().map(|step| (step.reached, step.under_way, step.lost)).collect();
    assert_eq!(all, [(6, 1, 3), (2, 1, 0), (1, 0, 0)]);
}

#[test]
fn an_optional_step_lowers_nobody_and_an_exclusion_ends_a_way() {
    let map =
        journey(&[("Aware", &["ad"]), ("Consider", &["page"]), ("Buy", &["order"]), ("Leave", &["stop"])]);
    let log: &[&[(i64, &str)]] = &[
        &[(1, "ad"), (2, "order")],
        &[(1, "ad"), (2, "page"), (3, "order")],
        &[(1, "ad"), (2, "stop"), (3, "order")],
        &[(1, "ad"), (1, "stop"), (3, "order"), (3, "stop")],
        &[(1, "ad"), (2, "stop"), (3, "ad"), (4, "order")],
    ];
    let question = Question { cutoff: Some(90 * DAY), ..Question::new(Level::Stage) };
    let mut funnel = Funnel::of([stage(1), stage(2), stage(3)]);
    funnel.steps[1].optional = true;
    let optional = counted(columns(log), map.clone(), question.clone(), &funnel);
    let each = |counts: &FunnelCounts| {
        counts.steps.iter().map(|step| (step.reached, step.itself)).collect::<Vec<_>>()
    };
    assert_eq!(each(&optional), [(5, 5), (5, 1), (5, 5)]);
    funnel.exclusions.push(Exclusion { node: stage(4), after: 1 });
    let excluded = counted(columns(log), map, question, &funnel);
    // What happens at the very instant of a pick is not between.
    assert_eq!(each(&excluded), [(5, 5), (4, 1), (4, 4)]);
}

/// What the documentation of `windowFunnel` in `ClickHouse` has: a user who came to four events in their order.
#[test]
fn the_example_of_window_funnel_comes_to_its_fourth_level() {
    let names = ["1003", "1009", "1007", "1010"];
    let map = journey(&[("All", &names)]);
    let log: &[&[(i64, &str)]] = &[&[(29, "1003"), (30, "1009"), (31, "1007"), (32, "1010")]];
    let funnel = Funnel::of((1..=4).map(touchpoint));
    let counts = counted(columns(log), map, Question::new(Level::Touchpoint), &funnel);
    assert_eq!(counts.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), [1, 1, 1, 1]);
}

#[test]
fn steps_at_one_instant_do_not_follow_one_another() {
    let map = journey(&[("A", &["a"]), ("B", &["b"])]);
    let log: &[&[(i64, &str)]] = &[&[(1, "a"), (1, "b")], &[(1, "a"), (2, "a"), (2, "b")]];
    let funnel = Funnel::of([stage(1), stage(2)]);
    let counts = counted(columns(log), map, Question::new(Level::Stage), &funnel);
    assert_eq!(counts.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn the_cores_do_not_change_the_answer() {
    let days: Vec<Vec<(i64, &str)>> = (0..60_000_i64)
        .map(|customer| {
            (0..12)
                .map(|day| {
                    (
                        day + customer % 7,
                        ["a", "b", "c", "d"][((customer * 31 + day * day * 7 + day * customer) % 4) as usize],
                    )
                })
                .collect()
        })
        .collect();
    let log: Vec<&[(i64, &str)]> = days.iter().map(Vec::as_slice).collect();
    let journey = journey(&[("A", &["a"]), ("B", &["b", "c"]), ("D", &["d"])]);
    let question = Question { window: Some(4 * DAY), ..Question::new(Level::Touchpoint) };
    let case = Case { columns: columns(&log), journey, question: question.clone(), members: None };
    let asking = Asking::of(&case, question.clone());
    let both = (&case.columns, &case.journey);
    let funnel = Funnel::of([touchpoint(1), touchpoint(2), touchpoint(3)]);
    let everybody = naive_funnel(both, &question, None, &funnel);
    let counts = asking.funnel(&funnel);
    for (step, found) in counts.steps.iter().enumerate() {
        assert_eq!(found.reached, everybody.iter().filter(|came| came.level >= step).count() as u64);
        assert_eq!(
            found.lost,
            everybody.iter().filter(|came| is(came, step, 2, StepClass::Lost)).count() as u64
        );
    }
    let of = VariantsOf { length: 4, top: 5 };
    assert_eq!(asking.variants(of).customers, naive_variants(both, &question, None, 4).len() as u64);
    let of = PathsOf { node: touchpoint(2), toward: Toward::Before, depth: 3, most: 2 };
    assert_branch(&asking, of, &asking.paths(of), &mut Vec::new(), &naive_paths(both, &question, None, of));
}

#[test]
fn whoever_is_asked_to_stop_gives_no_answer() {
    let journey = journey(&[("A", &["a"])]);
    let question = Question::new(Level::Stage);
    let case = Case { columns: columns(&[&[(1, "a")]]), journey, question: question.clone(), members: None };
    let asking = Asking::of(&case, question);
    asking.cancel.cancel();
    let asked = asking.asked();
    let stopped = Err(EngineError::Cancelled);
    let engine = &asking.engine;
    assert_eq!(engine.funnel(&asked, &Funnel::of([stage(1)])), stopped);
    let (variants, paths) = (
        VariantsOf { length: 3, top: 3 },
        PathsOf { node: stage(1), toward: Toward::Next, depth: 2, most: 3 },
    );
    assert_eq!(engine.variants(&asked, variants).err(), Some(EngineError::Cancelled));
    assert_eq!(engine.paths(&asked, paths).err(), Some(EngineError::Cancelled));
    let along = Along::Path { of: paths, way: Vec::new(), class: AtBranch::Came };
    assert_eq!(engine.who_went(&asked, &along).err(), Some(EngineError::Cancelled));
}

#[test]
fn what_is_not_on_the_map_is_come_to_by_nobody() {
    let journey = journey(&[("A", &["a"])]);
    let question = Question::new(Level::Stage);
    let case = Case { columns: columns(&[&[(1, "a")]]), journey, question: question.clone(), members: None };
    let asking = Asking::of(&case, question);
    let counts = asking.funnel(&Funnel::of([stage(9), stage(1)]));
    assert_eq!(counts.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), [0, 0]);
    assert!(asking.funnel(&Funnel::default()).steps.is_empty());
    let of = PathsOf { node: stage(9), toward: Toward::Next, depth: 2, most: 3 };
    assert_eq!(asking.paths(of).count, 0);
}
