//! What is wrong with the data: each flaw with the customers that it concerns, and what it does to the rates of a map.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{
    Asked, Cancel, CustomerId, EngineError, Flow, Journey, Kind, MapId, Node, Overlay, Rate, Worths,
};

/// Something that may be wrong with what is known of customers or with what they did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// Other customers have the same key but for case and space.
    SameKey,
    /// Other customers have the same e-mail address, whatever the case.
    SameEmail,
    /// A customer without any interaction.
    WithoutInteractions,
    /// A customer without a value of the attribute with this name.
    Lacking(String),
    /// An interaction after the instant at which it was looked.
    Future,
    /// An interaction that stands before an earlier one of the same customer in its source.
    OutOfOrder,
    /// An interaction at the same instant as another of the same customer on another touchpoint of the map.
    Ties,
    /// An interaction of which only the day is known.
    DateOnly,
    /// An interaction whose event no touchpoint of any map lists.
    Unmatched,
    /// An interaction without a channel, where others of its event have one.
    WithoutChannel,
    /// An interaction without a value, where others of its event have one or its event means something by it.
    WithoutValue,
    /// A purchase in another currency than most, which no sum counts.
    OtherCurrency,
}

impl Flaw {
    /// The flaws of interactions, in the order in which they are listed.
    pub const OF_INTERACTIONS: [Self; 8] = [
        Self::Future,
        Self::OutOfOrder,
        Self::Ties,
        Self::DateOnly,
        Self::Unmatched,
        Self::WithoutChannel,
        Self::WithoutValue,
        Self::OtherCurrency,
    ];

    /// Whether it is one of interactions, and not of what is known of customers.
    pub fn is_of_interactions(&self) -> bool {
        Self::OF_INTERACTIONS.contains(self)
    }

    /// Its name as it is written on the command line, without the attribute that may be lacking.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SameKey => "same-key",
            Self::SameEmail => "same-email",
            Self::WithoutInteractions => "without-interactions",
            Self::Lacking(_) => "lacking",
            Self::Future => "future",
            Self::OutOfOrder => "out-of-order",
            Self::Ties => "ties",
            Self::DateOnly => "date-only",
            Self::Unmatched => "unmatched",
            Self::WithoutChannel => "without-channel",
            Self::WithoutValue => "without-value",
            Self::OtherCurrency => "other-currency",
        }
    }

    /// The flaw that a text names: a name, or `lacking=` and an attribute.
    pub fn named(text: &str) -> Option<Self> {
        if let Some(attribute) = text.strip_prefix("lacking=") {
            return Some(Self::Lacking(attribute.to_owned()));
        }
        let of_customers = [Self::SameKey, Self::SameEmail, Self::WithoutInteractions];
        of_customers.into_iter().chain(Self::OF_INTERACTIONS).find(|flaw| flaw.name() == text)
    }
}

/// A flaw as it was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct OfFlaw {
    /// Which.
    pub flaw: Flaw,
    /// The map whose touchpoints are meant by [`Flaw::Ties`]; without one, nothing ties.
    pub map: Option<MapId>,
    /// When it was looked for, UTC milliseconds: what is later is in the future.
    #[specta(type = Number)]
    pub at: i64,
}

/// How much a flaw concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Flawed {
    /// Which flaw.
    pub flaw: Flaw,
    /// How many customers have it, or have interactions that do.
    #[specta(type = Number)]
    pub customers: u64,
    /// How many interactions have it; `None` for a flaw of customers.
    #[specta(type = Option<Number>)]
    pub interactions: Option<u64>,
}

/// What is wrong with the data of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Quality {
    /// The map whose touchpoints were meant.
    pub map: Option<MapId>,
    /// When it was looked, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// How many customers there are.
    #[specta(type = Number)]
    pub customers: u64,
    /// How many interactions there are.
    #[specta(type = Number)]
    pub interactions: u64,
    /// Every flaw that was looked for, also those that concern nobody.
    pub flaws: Vec<Flawed>,
}

/// What a flaw does to the rates of a map: they were counted again without what has it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct FlawEffect {
    /// How many of the map's transitions have a rate.
    #[specta(type = Number)]
    pub rates: u64,
    /// How many of these rates are others without the flaw.
    #[specta(type = Number)]
    pub changed: u64,
    /// How many have no rate any more, because nobody is left whose it is.
    #[specta(type = Number)]
    pub gone: u64,
    /// The one that changes the most: of those with at least 30 on both sides, where there are any.
    pub largest: Option<Shift>,
}

/// A conversion before and after.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Shift {
    /// Where the transition starts.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// The rate as it is.
    pub before: Rate,
    /// The rate without the flaw.
    pub after: Rate,
}

impl Shift {
    /// By how much the rate is higher without the flaw, -1 to 1.
    pub fn points(&self) -> f64 {
        self.after.rate - self.before.rate
    }

    fn is_of_few(&self) -> bool {
        self.before.of.min(self.after.of) < crate::FEW
    }

    /// Whether the rate is another: compared as fractions, since equal ones may differ as decimals.
    fn is_change(&self) -> bool {
        let across = |one: Rate, other: Rate| u128::from(one.count) * u128::from(other.of);
        across(self.before, self.after) != across(self.after, self.before)
    }
}

impl FlawEffect {
    /// What became of the rates of the transitions that a map has, from one overlay to another.
    pub fn between(before: &Overlay, after: &Overlay) -> Self {
        let mut effect = Self::default();
        let drawn = before.edges.iter().filter(|edge| edge.kind == Kind::Drawn);
        for (edge, rate) in drawn.filter_map(|edge| Some((edge, edge.conversion?))) {
            effect.rates += 1;
            let same = |flow: &&Flow| (flow.from, flow.to) == (edge.from, edge.to);
            let Some(now) = after.edges.iter().find(same).and_then(|flow| flow.conversion) else {
                effect.gone += 1;
                continue;
            };
            let shift = Shift { from: edge.from, to: edge.to, before: rate, after: now };
            if shift.is_change() {
                effect.changed += 1;
                effect.consider(shift);
            }
        }
        effect
    }

    fn consider(&mut self, shift: Shift) {
        let weight = |shift: &Shift| (!shift.is_of_few(), shift.points().abs());
        if self.largest.as_ref().is_none_or(|largest| weight(&shift) > weight(largest)) {
            self.largest = Some(shift);
        }
    }
}

/// What else is known of each interaction, in the order of the columns: bits of a byte each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks(pub Vec<u8>);

impl Marks {
    /// Only the day is known.
    pub const DATE_ONLY: u8 = 1;
    /// It has no channel.
    pub const NO_CHANNEL: u8 = 2;
    /// It has no value.
    pub const NO_VALUE: u8 = 4;
    /// In its source it stands before an earlier one of the same customer.
    pub const OUT_OF_ORDER: u8 = 8;

    /// Whether an interaction has a mark.
    pub fn has(&self, row: usize, mark: u8) -> bool {
        self.0.get(row).is_some_and(|marks| marks & mark != 0)
    }
}

/// What flaws of interactions are looked for with.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it only lends what others own")]
pub struct Sifting<'a> {
    /// What else is known of each interaction.
    pub marks: &'a Marks,
    /// The events that any map lists.
    pub listed: &'a BTreeSet<String>,
    /// The map whose touchpoints tie.
    pub journey: Option<&'a Journey>,
    /// What interactions are worth; their values are not asked for.
    pub worths: &'a Worths<'a>,
    /// What is later is in the future, UTC milliseconds.
    pub at: i64,
    /// Asks it to stop.
    pub cancel: &'a Cancel,
}

/// Finds the flaws of interactions, and counts without them.
pub trait Sifter {
    /// Whether each interaction has a flaw, in the order of the columns.
    fn sift(&self, flaw: &Flaw, sifting: &Sifting<'_>) -> Result<Vec<bool>, EngineError>;

    /// The customers of some interactions, sorted.
    fn customers_of(&self, interactions: &[bool]) -> Vec<CustomerId>;

    /// The overlay at the question's level without some interactions.
    fn overlay_without(&self, asked: &Asked<'_>, left_out: &[bool]) -> Result<Overlay, EngineError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flaw_is_found_by_its_name() {
        for flaw in Flaw::OF_INTERACTIONS {
            assert_eq!(Flaw::named(flaw.name()), Some(flaw.clone()));
            assert!(flaw.is_of_interactions());
        }
        assert_eq!(Flaw::named("lacking=e-mail"), Some(Flaw::Lacking("e-mail".to_owned())));
        assert_eq!(Flaw::named("lacking"), None);
        assert!(!Flaw::SameKey.is_of_interactions());
    }

    #[test]
    fn the_largest_change_is_one_of_many_where_there_is_one() {
        let rate = |count, of| Rate::of(count, of).expect("somebody");
        let node = |id| Node::Stage(crate::StageId(id));
        let shift = |to, before, after| Shift { from: node(1), to: node(to), before, after };
        let mut effect = FlawEffect::default();
        effect.consider(shift(2, rate(1, 3), rate(3, 3)));
        effect.consider(shift(3, rate(10, 100), rate(20, 90)));
        effect.consider(shift(4, rate(10, 100), rate(10, 90)));
        assert_eq!(effect.largest.map(|shift| shift.to), Some(node(3)));
        assert!(!shift(2, rate(1, 3), rate(2, 6)).is_change());
    }
}
