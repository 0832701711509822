//! The rule of a segment: what is true of its customers at the cut-off.

use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use specta_typescript::Number;

/// What is true of some customers. Rules combine to any depth.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// All of these are true; without any, it is true of everybody.
    All(Vec<Rule>),
    /// At least one of these is true; without any, it is true of nobody.
    Any(Vec<Rule>),
    /// None of these is true; without any, it is true of everybody.
    None(Vec<Rule>),
    /// An attribute passes a test.
    Attribute(OfAttribute),
    /// The customer did something so many times.
    Did(Did),
    /// The customer did some things one after the other.
    DidInOrder(InOrder),
    /// The customer's last contact on a map is there.
    StandsAt(OnMap),
    /// The persona stands for the customer.
    Persona(Reference),
    /// The segment has the customer.
    Segment(Reference),
    /// The customer is one of these, picked by hand: ids, or keys.
    Customers(Vec<Reference>),
}

/// Something of the workspace that a rule refers to. What is stored has ids, so that it survives a new name; what
/// people write has names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum Reference {
    /// Its row.
    Id(#[specta(type = Number)] i64),
    /// Its title, name or key.
    Name(String),
}

/// A test of an attribute. A customer without a value passes only [`AttributeTest::IsEmpty`] and [`AttributeTest::IsNot`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct OfAttribute {
    /// The attribute's name.
    pub name: String,
    /// What its value must be.
    pub test: AttributeTest,
}

/// What a value must be. Text compares without case, numbers as decimal numbers, dates in the workspace's zone; a date
/// without a time is the whole day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AttributeTest {
    /// This.
    Is(Operand),
    /// Anything but this, or nothing.
    IsNot(Operand),
    /// One of these.
    OneOf(Vec<Operand>),
    /// Nothing.
    IsEmpty,
    /// A text with this in it.
    Contains(Operand),
    /// A text that begins with this.
    StartsWith(Operand),
    /// A number or date before this.
    Below(Operand),
    /// A number or date up to this.
    AtMost(Operand),
    /// A number or date after this.
    Above(Operand),
    /// A number or date from this on.
    AtLeast(Operand),
    /// A number or date from the first to the second.
    Between(Operand, Operand),
    /// A date within so many days before the cut-off.
    WithinDays(u32),
}

/// What a value is compared with, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(transparent)]
pub struct Operand(pub String);

/// The customer did something so many times. Interactions after the cut-off do not count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Did {
    /// What.
    pub what: What,
    /// How many times.
    #[serde(default)]
    pub times: Often,
    /// From this date or instant on.
    #[serde(default)]
    pub from: Option<Operand>,
    /// Before this date or instant.
    #[serde(default)]
    pub to: Option<Operand>,
    /// Only interactions whose value passes this.
    #[serde(default)]
    pub value: Option<Worth>,
    /// Only within so many days of the customer's first interaction.
    #[serde(default)]
    pub within_days: Option<u32>,
}

/// What a customer may do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Any of these events.
    Events(Vec<String>),
    /// Contact through any of these channels, as the interactions name them.
    Channels(Vec<String>),
    /// Contact at a touchpoint or in a stage of a map.
    At(OnMap),
    /// Anything.
    Anything,
}

/// A touchpoint or a stage of a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct OnMap {
    /// The map.
    pub map: Reference,
    /// Where on it.
    pub node: Spot,
}

/// Where on a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// At a touchpoint.
    Touchpoint(Reference),
    /// In a stage.
    Stage(Reference),
}

/// How many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Often {
    /// So many times or more.
    AtLeast(u32),
    /// So many times or fewer, perhaps never.
    AtMost(u32),
    /// So many times.
    Exactly(u32),
}

/// What the value of an interaction must be. One without a value does not pass.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Worth {
    /// This.
    Is(Operand),
    /// Less than this.
    Below(Operand),
    /// Up to this.
    AtMost(Operand),
    /// More than this.
    Above(Operand),
    /// From this on.
    AtLeast(Operand),
    /// From the first to the second.
    Between(Operand, Operand),
}

/// The customer did some things one after the other: at strictly increasing instants, whatever came between.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct InOrder {
    /// What, first to last.
    pub steps: Vec<What>,
    /// Each within so many days of the one before.
    #[serde(default)]
    pub within_days: Option<u32>,
}

/// What kind of thing a [`Reference`] refers to, with the map that it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Referent<'a> {
    /// A map.
    Map,
    /// A touchpoint of a map.
    Touchpoint(&'a Reference),
    /// A stage of a map.
    Stage(&'a Reference),
    /// A persona.
    Persona,
    /// A segment.
    Segment,
    /// A customer.
    Customer,
}

impl Default for Often {
    fn default() -> Self {
        Self::AtLeast(1)
    }
}

impl From<Worth> for AttributeTest {
    fn from(worth: Worth) -> Self {
        match worth {
            Worth::Is(value) => Self::Is(value),
            Worth::Below(value) => Self::Below(value),
            Worth::AtMost(value) => Self::AtMost(value),
            Worth::Above(value) => Self::Above(value),
            Worth::AtLeast(value) => Self::AtLeast(value),
            Worth::Between(low, high) => Self::Between(low, high),
        }
    }
}

impl AttributeTest {
    /// The same as a test of an interaction's value, where there is one.
    pub fn worth(&self) -> Option<Worth> {
        Some(match self {
            Self::Below(value) => Worth::Below(value.clone()),
            Self::AtMost(value) => Worth::AtMost(value.clone()),
            Self::Above(value) => Worth::Above(value.clone()),
            Self::AtLeast(value) => Worth::AtLeast(value.clone()),
            Self::Between(low, high) => Worth::Between(low.clone(), high.clone()),
            Self::Is(value) => Worth::Is(value.clone()),
            Self::IsNot(_)
            | Self::OneOf(_)
            | Self::IsEmpty
            | Self::Contains(_)
            | Self::StartsWith(_)
            | Self::WithinDays(_) => return None,
        })
    }

    /// Whether a customer without a value passes.
    pub fn takes_nothing(&self) -> bool {
        matches!(self, Self::IsEmpty | Self::IsNot(_))
    }
}

impl From<&str> for Operand {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&str> for Reference {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl Reference {
    /// The id, where it is one.
    pub fn id(&self) -> Option<i64> {
        match self {
            Self::Id(id) => Some(*id),
            Self::Name(_) => None,
        }
    }
}

/// A text, or a number as it is written.
impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Text(String),
            Whole(i64),
            Number(f64),
        }
        Ok(Self(match Given::deserialize(deserializer)? {
            Given::Text(text) => text,
            Given::Whole(number) => number.to_string(),
            Given::Number(number) => number.to_string(),
        }))
    }
}

impl Rule {
    /// Rules within rules go no deeper than this.
    pub const DEEPEST: usize = 32;

    /// How deep rules within it go: 1 if it has none.
    pub fn depth(&self) -> usize {
        match self {
            Self::All(rules) | Self::Any(rules) | Self::None(rules) => {
                1 + rules.iter().map(Self::depth).max().unwrap_or(0)
            }
            _ => 1,
        }
    }

    /// The rule that an attribute has a value.
    pub fn attribute_is(name: &str, value: &str) -> Self {
        Self::Attribute(OfAttribute { name: name.to_owned(), test: AttributeTest::Is(value.into()) })
    }

    /// Gives `change` every reference in the rule, a map before what is on it. Stops at the first error.
    pub fn each_reference<E>(
        &mut self,
        change: &mut dyn FnMut(Referent<'_>, &mut Reference) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Self::All(rules) | Self::Any(rules) | Self::None(rules) => {
                rules.iter_mut().try_for_each(|rule| rule.each_reference(change))
            }
            Self::Attribute(_) => Ok(()),
            Self::Did(did) => did.what.each_reference(change),
            Self::DidInOrder(order) => {
                order.steps.iter_mut().try_for_each(|what| what.each_reference(change))
            }
            Self::StandsAt(place) => place.each_reference(change),
            Self::Persona(persona) => change(Referent::Persona, persona),
            Self::Segment(segment) => change(Referent::Segment, segment),
            Self::Customers(customers) => {
                customers.iter_mut().try_for_each(|customer| change(Referent::Customer, customer))
            }
        }
    }

    /// Gives `see` the rule and every rule in it.
    pub fn each_part<'a>(&'a self, see: &mut dyn FnMut(&'a Self)) {
        see(self);
        if let Self::All(rules) | Self::Any(rules) | Self::None(rules) = self {
            for rule in rules {
                rule.each_part(see);
            }
        }
    }
}

impl What {
    fn each_reference<E>(
        &mut self,
        change: &mut dyn FnMut(Referent<'_>, &mut Reference) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Self::At(place) => place.each_reference(change),
            Self::Events(_) | Self::Channels(_) | Self::Anything => Ok(()),
        }
    }
}

impl OnMap {
    fn each_reference<E>(
        &mut self,
        change: &mut dyn FnMut(Referent<'_>, &mut Reference) -> Result<(), E>,
    ) -> Result<(), E> {
        change(Referent::Map, &mut self.map)?;
        match &mut self.node {
            Spot::Touchpoint(touchpoint) => change(Referent::Touchpoint(&self.map), touchpoint),
            Spot::Stage(stage) => change(Referent::Stage(&self.map), stage),
        }
    }
}
