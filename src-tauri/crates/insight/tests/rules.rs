//! Rules on random customers, against a slow second reading of what they mean.

mod world;

use std::collections::BTreeMap;
use std::sync::Arc;

use insight::members;
use model::{
    AttributeColumn, AttributeTest, Cancel, Columns, CustomerId, Did, EngineError, Forms, InOrder, Known,
    OfAttribute, Often, OnMap, Operand, Reference, Rule, Spot, Texts, What, Worth, rule_text,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use world::{AGES, ATTRIBUTES, CHANNELS, DATES, EVENTS, Person, Says, TwoAhead, World};

fn people() -> impl Strategy<Value = Person> {
    // Days apart to the hour as well, since what is within days breaks there.
    let hours = prop_oneof![-40..40_i64, (-2..3_i64).prop_map(|days| days * 24)];
    let deed = (hours, 0..EVENTS.len(), option::of(0..CHANNELS.len()), option::of(8..12));
    let values = vec(option::of(0..5_usize), ATTRIBUTES.len());
    (values, vec(deed, 0..8), any::<bool>(), any::<bool>()).prop_map(
        |(values, mut deeds, in_persona, in_segment)| {
            deeds.sort_by_key(|deed| deed.0);
            Person { values, deeds, in_persona, in_segment }
        },
    )
}

fn worlds() -> impl Strategy<Value = World> {
    (vec(people(), 0..6), -45..45_i64).prop_map(|(people, cutoff)| World { people, cutoff })
}

fn one_of(all: &'static [(&'static str, Says)]) -> impl Strategy<Value = Operand> + Clone {
    select(all).prop_map(|(text, _)| text.into())
}

fn worths(all: &'static [(&'static str, Says)]) -> impl Strategy<Value = Worth> {
    let operand = one_of(all);
    prop_oneof![
        operand.clone().prop_map(Worth::Is),
        operand.clone().prop_map(Worth::Below),
        operand.clone().prop_map(Worth::AtMost),
        operand.clone().prop_map(Worth::Above),
        operand.clone().prop_map(Worth::AtLeast),
        (operand.clone(), operand).prop_map(|(low, high)| Worth::Between(low, high)),
    ]
}

/// Tests that any attribute takes.
fn plain_tests(all: &'static [(&'static str, Says)]) -> impl Strategy<Value = AttributeTest> {
    let parts = select(vec!["", "1", "10", "R", "é", "2024-03", "p"]).prop_map(Operand::from);
    prop_oneof![
        one_of(all).prop_map(AttributeTest::Is),
        one_of(all).prop_map(AttributeTest::IsNot),
        vec(one_of(all), 0..3).prop_map(AttributeTest::OneOf),
        Just(AttributeTest::IsEmpty),
        parts.clone().prop_map(AttributeTest::Contains),
        parts.prop_map(AttributeTest::StartsWith),
    ]
}

fn attributes() -> impl Strategy<Value = OfAttribute> {
    let [(plan, plans), (age, ages), (since, dates)] = &ATTRIBUTES;
    prop_oneof![
        plain_tests(plans).prop_map(|test| (*plan, test)),
        plain_tests(ages).prop_map(|test| (*age, test)),
        worths(ages).prop_map(|worth| (*age, worth.into())),
        plain_tests(dates).prop_map(|test| (*since, test)),
        worths(dates).prop_map(|worth| (*since, worth.into())),
        Just((*plan, AttributeTest::IsEmpty)),
        one_of(plans).prop_map(|operand| ("nobody has this", AttributeTest::IsNot(operand))),
    ]
    .prop_map(|(name, test)| OfAttribute { name: name.to_owned(), test })
}

fn ids(last: i64) -> impl Strategy<Value = Reference> {
    (1..=last).prop_map(Reference::Id)
}

fn places() -> impl Strategy<Value = OnMap> {
    let spots = prop_oneof![ids(4).prop_map(Spot::Touchpoint), ids(3).prop_map(Spot::Stage)];
    // Mostly the map that is there.
    (prop_oneof![5 => Just(Reference::Id(1)), 1 => Just(Reference::Id(2))], spots)
        .prop_map(|(map, node)| OnMap { map, node })
}

fn whats() -> impl Strategy<Value = What> {
    let owned = |name: &str| name.to_owned();
    prop_oneof![
        4 => vec(select(&EVENTS[..]).prop_map(owned), 1..3).prop_map(What::Events),
        1 => vec(select(&CHANNELS[..]).prop_map(owned), 0..3).prop_map(What::Channels),
        2 => places().prop_map(What::At),
        1 => Just(What::Anything),
    ]
}

fn dids() -> impl Strategy<Value = Did> {
    let times = prop_oneof![
        (0..4_u32).prop_map(Often::AtLeast),
        (0..4_u32).prop_map(Often::AtMost),
        (0..4_u32).prop_map(Often::Exactly),
    ];
    let range = (option::weighted(0.3, one_of(&DATES)), option::weighted(0.3, one_of(&DATES)));
    (whats(), times, range, option::weighted(0.3, worths(&AGES)), option::weighted(0.3, 0..3_u32)).prop_map(
        |(what, times, (from, to), value, within_days)| Did { what, times, from, to, value, within_days },
    )
}

fn rules() -> impl Strategy<Value = Rule> {
    let order = (vec(whats(), 0..4), option::of(0..3_u32));
    let leaf = prop_oneof![
        4 => attributes().prop_map(Rule::Attribute),
        1 => (0..4_u32).prop_map(|days| Rule::Attribute(OfAttribute {
            name: "since".to_owned(), test: AttributeTest::WithinDays(days)
        })),
        4 => dids().prop_map(Rule::Did),
        2 => order.prop_map(|(steps, within_days)| Rule::DidInOrder(InOrder { steps, within_days })),
        2 => places().prop_map(Rule::StandsAt),
        1 => ids(2).prop_map(Rule::Persona),
        1 => ids(2).prop_map(Rule::Segment),
        1 => vec(ids(8), 0..4).prop_map(Rule::Customers),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let several = vec(inner, 0..3);
        prop_oneof![
            several.clone().prop_map(Rule::All),
            several.clone().prop_map(Rule::Any),
            several.prop_map(Rule::None),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_rule_is_true_of_whom_the_definitions_say(world in worlds(), rule in rules()) {
        let slowly: Vec<bool> = (0..world.people.len()).map(|index| world.holds(&rule, index)).collect();
        prop_assert_eq!(world.members(&rule), slowly, "{}", rule_text::write(&rule));
    }
}

/// Of whom a rule is true where each customer has one value of `x` and nothing else is known.
fn of_values(values: &[&str], rule: &str) -> Result<Vec<bool>, EngineError> {
    let customers: Vec<_> = (1..=values.len() as i64).map(CustomerId).collect();
    let texts: Texts = values.iter().copied().collect();
    let forms = texts.iter().fold(Forms::ALL, |forms, text| forms.and(Forms::of(text)));
    let codes = (1..=values.len() as u32).collect();
    let column = AttributeColumn::new(texts, codes, forms.decide(), &|at| at);
    let known = Known {
        customers: &customers,
        cutoff: 0,
        clock: &TwoAhead,
        attributes: &BTreeMap::from([("x".to_owned(), Some(Arc::new(column)))]),
        channels: None,
        values: None,
        journeys: &BTreeMap::new(),
        segments: &BTreeMap::new(),
        personas: &BTreeMap::new(),
        cancel: &Cancel::default(),
    };
    members(&rule_text::read(rule).expect("a rule"), &Columns::empty(), &known)
}

#[test]
fn numbers_and_dates_among_texts_are_compared_by_size() {
    assert_eq!(of_values(&["12", "n/a", "8,5"], "x >= 9"), Ok(vec![true, false, false]));
    assert_eq!(of_values(&["12", "n/a", "8,5"], "x < \"9,1\""), Ok(vec![false, false, true]));
    assert_eq!(of_values(&["2024-03-31", "soon"], "x < 2024-04-01"), Ok(vec![true, false]));
}

#[test]
fn what_cannot_be_compared_says_why() {
    for (values, rule, reason) in [
        (&["pro", "free"][..], "x > 3", "“x” is text: only numbers and dates are compared by size"),
        (&["12", "n/a"], "x > soon", "“x” is text: only numbers and dates are compared by size"),
        (&["12", "13"], "x > soon", "“soon” is no number; write 1234.5"),
        (&["2024-03-31"], "x > 12", "“12” is no date; write 2024-03-31 or 2024-03-31T14:05"),
        (&["12"], "x within the last 3 days", "“x” has no dates: only dates are within the last days"),
        (&["12"], "did order from soon", "“soon” is no date; write 2024-03-31 or 2024-03-31T14:05"),
        (&["12"], "did order with value > much", "“much” is no number; write 1234.5"),
    ] {
        assert_eq!(of_values(values, rule).unwrap_err().to_string(), reason, "{rule}");
    }
}
