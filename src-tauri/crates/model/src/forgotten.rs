//! Rules without what is not to be known any more.

use crate::{AttributeTest, Operand, Reference, Rule, What};

/// What rules are to forget.
pub struct Forgotten<'a> {
    /// Whether a customer who was picked by hand is.
    pub customer: &'a dyn Fn(&Reference) -> bool,
    /// What stands in the place of a text that they may not name; `None` for one that stays.
    pub text: &'a dyn Fn(&str) -> Option<String>,
}

impl Rule {
    /// Drops customers who were picked by hand, and replaces values, events and channels. What numbers and dates are
    /// compared with stays: it is a bound, and nobody's value.
    pub fn forget(&mut self, what: &Forgotten<'_>) {
        match self {
            Self::All(rules) | Self::Any(rules) | Self::None(rules) => {
                for rule in rules {
                    rule.forget(what);
                }
            }
            Self::Attribute(of) => of.test.forget(what),
            Self::Did(did) => did.what.forget(what),
            Self::DidInOrder(order) => {
                for step in &mut order.steps {
                    step.forget(what);
                }
            }
            Self::Customers(customers) => customers.retain(|each| !(what.customer)(each)),
            Self::Persona(Reference::Name(name)) | Self::Segment(Reference::Name(name)) => what.replace(name),
            Self::Persona(_) | Self::Segment(_) | Self::StandsAt(_) => {}
        }
    }
}

impl Forgotten<'_> {
    fn replace(&self, text: &mut String) {
        if let Some(other) = (self.text)(text) {
            *text = other;
        }
    }
}

impl AttributeTest {
    fn forget(&mut self, what: &Forgotten<'_>) {
        let replace = |Operand(text): &mut Operand| what.replace(text);
        match self {
            Self::Is(value) | Self::IsNot(value) | Self::Contains(value) | Self::StartsWith(value) => {
                replace(value);
            }
            Self::OneOf(values) => values.iter_mut().for_each(replace),
            Self::IsEmpty
            | Self::Below(_)
            | Self::AtMost(_)
            | Self::Above(_)
            | Self::AtLeast(_)
            | Self::Between(..)
            | Self::WithinDays(_) => {}
        }
    }
}

impl What {
    fn forget(&mut self, what: &Forgotten<'_>) {
        match self {
            Self::Events(names) | Self::Channels(names) => {
                for name in names {
                    what.replace(name);
                }
            }
            Self::At(_) | Self::Anything => {}
        }
    }
}
