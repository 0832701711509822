//! The language of rules: text and rule are each other's inverse, and an error says where.

use model::rule_text::{read, write};
use model::{
    AttributeTest, Did, InOrder, OfAttribute, Often, OnMap, Operand, Reference, Rule, Spot, What, Worth,
};
use proptest::prelude::*;

/// Names and values: words of the language, quotes, signs and nothing among them.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,6}",
        "[0-9]{1,4}(\\.[0-9])?",
        "\\PC{0,6}",
        prop::sample::select(vec!["and", "is", "NOT", "", "a\"b", "a\\", "2024-03-31", "#1", "é, (b)", "of"])
            .prop_map(str::to_owned),
    ]
}

fn operands() -> impl Strategy<Value = Operand> {
    names().prop_map(Operand)
}

fn references() -> impl Strategy<Value = Reference> {
    prop_oneof![names().prop_map(Reference::Name), (0..99_i64).prop_map(Reference::Id)]
}

fn places() -> impl Strategy<Value = OnMap> {
    let spots = prop_oneof![references().prop_map(Spot::Touchpoint), references().prop_map(Spot::Stage)];
    (references(), spots).prop_map(|(map, node)| OnMap { map, node })
}

fn whats() -> impl Strategy<Value = What> {
    prop_oneof![
        prop::collection::vec(names(), 0..4).prop_map(What::Events),
        prop::collection::vec(names(), 0..4).prop_map(What::Channels),
        places().prop_map(What::At),
        Just(What::Anything),
    ]
}

fn tests() -> impl Strategy<Value = AttributeTest> {
    prop_oneof![
        operands().prop_map(AttributeTest::Is),
        operands().prop_map(AttributeTest::IsNot),
        prop::collection::vec(operands(), 0..4).prop_map(AttributeTest::OneOf),
        Just(AttributeTest::IsEmpty),
        operands().prop_map(AttributeTest::Contains),
        operands().prop_map(AttributeTest::StartsWith),
        operands().prop_map(AttributeTest::Below),
        operands().prop_map(AttributeTest::AtMost),
        operands().prop_map(AttributeTest::Above),
        operands().prop_map(AttributeTest::AtLeast),
        (operands(), operands()).prop_map(|(low, high)| AttributeTest::Between(low, high)),
        any::<u32>().prop_map(AttributeTest::WithinDays),
    ]
}

fn worths() -> impl Strategy<Value = Worth> {
    prop_oneof![
        operands().prop_map(Worth::Is),
        operands().prop_map(Worth::Below),
        operands().prop_map(Worth::AtMost),
        operands().prop_map(Worth::Above),
        operands().prop_map(Worth::AtLeast),
        (operands(), operands()).prop_map(|(low, high)| Worth::Between(low, high)),
    ]
}

fn dids() -> impl Strategy<Value = Did> {
    let times = prop_oneof![
        any::<u32>().prop_map(Often::AtLeast),
        any::<u32>().prop_map(Often::AtMost),
        any::<u32>().prop_map(Often::Exactly),
    ];
    let range = (prop::option::of(operands()), prop::option::of(operands()));
    (whats(), times, range, prop::option::of(worths()), prop::option::of(any::<u32>())).prop_map(
        |(what, times, (from, to), value, within_days)| Did { what, times, from, to, value, within_days },
    )
}

fn rules() -> impl Strategy<Value = Rule> {
    let leaf = prop_oneof![
        (names(), tests()).prop_map(|(name, test)| Rule::Attribute(OfAttribute { name, test })),
        dids().prop_map(Rule::Did),
        (prop::collection::vec(whats(), 0..4), prop::option::of(any::<u32>()))
            .prop_map(|(steps, within_days)| Rule::DidInOrder(InOrder { steps, within_days })),
        places().prop_map(Rule::StandsAt),
        references().prop_map(Rule::Persona),
        references().prop_map(Rule::Segment),
        prop::collection::vec(references(), 0..4).prop_map(Rule::Customers),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let several = prop::collection::vec(inner, 0..4);
        prop_oneof![
            several.clone().prop_map(Rule::All),
            several.clone().prop_map(Rule::Any),
            several.prop_map(Rule::None),
        ]
    })
}

proptest! {
    #[test]
    fn a_rule_is_read_as_it_was_written(rule in rules()) {
        let text = write(&rule);
        prop_assert_eq!(read(&text), Ok(rule.clone()), "{}", text);
        prop_assert_eq!(write(&read(&text).unwrap()), text);
        let json = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,40}") {
        let end = text.chars().count() + 1;
        if let Err(error) = read(&text) {
            prop_assert!((1..=end).contains(&error.at), "{error}");
        }
    }
}

#[test]
fn rules_read_as_sentences() {
    for (text, canonical) in [
        ("plan is pro", "plan is pro"),
        ("\"plan\" IS \"pro\"", "plan is pro"),
        ("plan = pro and plan != free", "plan is pro and plan is not free"),
        ("plan is not empty", "not plan is empty"),
        ("plan is not one of (a, b)", "not plan is one of (a, b)"),
        ("a is 1 and b > 2.5 or not c is empty", "(a is 1 and b > 2.5) or not c is empty"),
        ("a is 1 and (b is 2 or c is 3)", "a is 1 and (b is 2 or c is 3)"),
        ("((a is 1))", "a is 1"),
        ("did order", "did order"),
        ("did exactly 1 time order", "did exactly 1 time order"),
        (
            "did at least 2 times any of (order, \"order again\") from 2024-01-01 to 2024-02-01 with value >= 10 within 30 days of the first",
            "did at least 2 times any of (order, \"order again\") from 2024-01-01 to 2024-02-01 with value >= 10 within 30 days of the first",
        ),
        (
            "did in order (ad, touchpoint \"Product page\" on Shop, channel mail) each within 1 day",
            "did in order (ad, touchpoint \"Product page\" on Shop, channel mail) each within 1 day",
        ),
        ("stands at stage Buy on \"My shop\"", "stands at stage Buy on \"My shop\""),
        (
            "none of (persona \"Nora\", segment #3, customers (c1, c2))",
            "none of (persona Nora, segment #3, customers (c1, c2))",
        ),
        ("since within the last 30 days", "since within the last 30 days"),
        (
            "age between 18 and 25 and city is one of (Gent, \"Den Haag\")",
            "age between 18 and 25 and city is one of (Gent, \"Den Haag\")",
        ),
        ("everybody", "everybody"),
    ] {
        let rule = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(write(&rule), canonical);
    }
}

#[test]
fn an_error_says_where_and_what() {
    for (text, expected) in [
        ("", "at character 1: expected a rule, found the end"),
        (
            "plan",
            "at character 5: expected “is”, “contains”, “starts with”, “within the last”, “between” or a comparison, found the end",
        ),
        ("plan is", "at character 8: expected a value, found the end"),
        (
            "plan is and",
            "at character 9: expected a value, found “and”; in quotes it would be a name or a value",
        ),
        ("plan is pro city is Gent", "at character 13: expected “and”, “or” or the end, found “city”"),
        ("(plan is pro", "at character 13: expected “)”, found the end"),
        ("plan is \"pro", "at character 9: this quote is not closed"),
        ("plan ! pro", "at character 6: “!” means nothing here"),
        ("did at least many times x", "at character 14: expected a whole number, found “many”"),
        ("stands at stage Buy", "at character 20: expected “on”, found the end"),
        ("segment #x", "at character 9: a number follows #"),
    ] {
        assert_eq!(read(text).unwrap_err().to_string(), expected, "{text}");
    }
    let deep = "not ".repeat(100) + "a is b";
    assert_eq!(read(&deep).unwrap_err().problem, "rules are nested too deeply here");
    let shallow = "not ".repeat(Rule::DEEPEST - 1) + "a is b";
    assert_eq!(write(&read(&shallow).unwrap()), shallow);
}

#[test]
fn json_takes_names_ids_and_numbers() {
    let rule = |json: &str| serde_json::from_str::<Rule>(json);
    for (json, text) in [
        (r#"{"attribute":{"name":"age","test":{"at_least":18}}}"#, "age >= 18"),
        (r#"{"attribute":{"name":"age","test":{"between":[18,"25.5"]}}}"#, "age between 18 and 25.5"),
        (r#"{"attribute":{"name":"age","test":"is_empty"}}"#, "age is empty"),
        (r#"{"segment":3}"#, "segment #3"),
        (r#"{"segment":"Pro"}"#, "segment Pro"),
        (r#"{"did":{"what":{"events":["order"]}}}"#, "did order"),
        (
            r#"{"did":{"what":"anything","times":{"at_most":2},"within_days":7}}"#,
            "did at most 2 times anything within 7 days of the first",
        ),
        (r#"{"stands_at":{"map":"Shop","node":{"stage":"Buy"}}}"#, "stands at stage Buy on Shop"),
        (r#"{"none":[{"customers":["c1",2]}]}"#, "not customers (c1, #2)"),
    ] {
        assert_eq!(write(&rule(json).unwrap()), text);
    }
    for broken in
        [r#"{"attribute":{"name":"age"}}"#, r#"{"like":"x"}"#, r#"{"did":{"what":"anything","tiems":1}}"#]
    {
        assert!(rule(broken).is_err(), "{broken}");
    }
}
