//! From rule to text.

use super::{is_bare, is_reserved};
use crate::{AttributeTest, Did, InOrder, Often, OnMap, Operand, Reference, Rule, Spot, What, Worth};

/// The text of a rule, from which [`read`](super::read) makes the same rule.
pub fn write(rule: &Rule) -> String {
    match rule {
        Rule::All(rules) if rules.is_empty() => "everybody".to_owned(),
        Rule::All(rules) if rules.len() > 1 => joined(rules, " and "),
        Rule::Any(rules) if rules.len() > 1 => joined(rules, " or "),
        Rule::None(rules) if rules.len() == 1 => format!("not {}", within(&rules[0])),
        Rule::All(rules) => format!("all of {}", list(rules, write)),
        Rule::Any(rules) => format!("any of {}", list(rules, write)),
        Rule::None(rules) => format!("none of {}", list(rules, write)),
        Rule::Attribute(of) => format!("{} {}", text(&of.name), test(&of.test)),
        Rule::Did(it) => did(it),
        Rule::DidInOrder(order) => in_order(order),
        Rule::StandsAt(at) => format!("stands at {}", place(at)),
        Rule::Persona(persona) => format!("persona {}", reference(persona)),
        Rule::Segment(segment) => format!("segment {}", reference(segment)),
        Rule::Customers(customers) => format!("customers {}", list(customers, reference)),
    }
}

fn joined(rules: &[Rule], word: &str) -> String {
    rules.iter().map(within).collect::<Vec<_>>().join(word)
}

/// A rule as it stands among others: in parentheses if it has “and” or “or” in it.
fn within(rule: &Rule) -> String {
    match rule {
        Rule::All(rules) | Rule::Any(rules) if rules.len() > 1 => format!("({})", write(rule)),
        _ => write(rule),
    }
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    format!("({})", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

fn test(test: &AttributeTest) -> String {
    match test {
        AttributeTest::Is(_)
        | AttributeTest::Below(_)
        | AttributeTest::AtMost(_)
        | AttributeTest::Above(_)
        | AttributeTest::AtLeast(_)
        | AttributeTest::Between(..) => test.worth().as_ref().map(worth).unwrap_or_default(),
        AttributeTest::IsNot(value) => format!("is not {}", operand(value)),
        AttributeTest::OneOf(values) => format!("is one of {}", list(values, operand)),
        AttributeTest::IsEmpty => "is empty".to_owned(),
        AttributeTest::Contains(value) => format!("contains {}", operand(value)),
        AttributeTest::StartsWith(value) => format!("starts with {}", operand(value)),
        AttributeTest::WithinDays(days) => format!("within the last {}", so_many(*days, "day")),
    }
}

fn worth(worth: &Worth) -> String {
    match worth {
        Worth::Is(value) => format!("is {}", operand(value)),
        Worth::Below(value) => format!("< {}", operand(value)),
        Worth::AtMost(value) => format!("<= {}", operand(value)),
        Worth::Above(value) => format!("> {}", operand(value)),
        Worth::AtLeast(value) => format!(">= {}", operand(value)),
        Worth::Between(low, high) => format!("between {} and {}", operand(low), operand(high)),
    }
}

fn did(did: &Did) -> String {
    let times = match did.times {
        Often::AtLeast(1) => None,
        Often::AtLeast(count) => Some(format!("at least {}", so_many(count, "time"))),
        Often::AtMost(count) => Some(format!("at most {}", so_many(count, "time"))),
        Often::Exactly(count) => Some(format!("exactly {}", so_many(count, "time"))),
    };
    let parts = [
        Some("did".to_owned()),
        times,
        Some(what(&did.what)),
        did.from.as_ref().map(|from| format!("from {}", operand(from))),
        did.to.as_ref().map(|to| format!("to {}", operand(to))),
        did.value.as_ref().map(|value| format!("with value {}", worth(value))),
        did.within_days.map(|days| format!("within {} of the first", so_many(days, "day"))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn so_many(count: u32, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

fn in_order(order: &InOrder) -> String {
    let steps = list(&order.steps, what);
    match order.within_days {
        Some(days) => format!("did in order {steps} each within {}", so_many(days, "day")),
        None => format!("did in order {steps}"),
    }
}

fn what(what: &What) -> String {
    match what {
        What::Events(events) => one_or_any_of(events),
        What::Channels(channels) => format!("channel {}", one_or_any_of(channels)),
        What::At(at) => place(at),
        What::Anything => "anything".to_owned(),
    }
}

fn one_or_any_of(names: &[String]) -> String {
    match names {
        [name] => text(name),
        names => format!("any of {}", list(names, |name| text(name))),
    }
}

fn place(place: &OnMap) -> String {
    let (kind, node) = match &place.node {
        Spot::Touchpoint(touchpoint) => ("touchpoint", touchpoint),
        Spot::Stage(stage) => ("stage", stage),
    };
    format!("{kind} {} on {}", reference(node), reference(&place.map))
}

fn reference(reference: &Reference) -> String {
    match reference {
        Reference::Id(id) => format!("#{id}"),
        Reference::Name(name) => text(name),
    }
}

fn operand(value: &Operand) -> String {
    text(&value.0)
}

/// A name or value, in quotes where it needs them.
fn text(text: &str) -> String {
    if !text.is_empty() && text.chars().all(is_bare) && !is_reserved(text) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
