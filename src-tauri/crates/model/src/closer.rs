//! A closer look at one node, or at the way from it to another: how long moving on takes, how its rate went, what people
//! did after they dropped, and what goes with moving on. Asked for by itself, not with every overlay.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{
    Asked, AttributeColumn, Class, Clock, CustomerId, EngineError, Entrants, Entry, MapId, Mode, Node,
    OddsRatio, Period, Question, Rate, Share, Times, TouchpointId, Who,
};

/// On each side of a comparison at least so many must be, for it to be told what goes with moving on.
pub const ENOUGH: u64 = 30;

/// A node with wherever its entrants moved, or with one node that they moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Leg {
    /// The node that they entered.
    pub from: Node,
    /// Where they moved; `None` for wherever.
    pub to: Option<Node>,
}

/// A part of a class of entrants.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Those that moved, and took so long: milliseconds from entry to entry.
    Took {
        /// No less than this.
        #[specta(type = Number)]
        at_least: i64,
        /// Less than this; `None` is without end.
        #[specta(type = Option<Number>)]
        below: Option<i64>,
    },
    /// Those whose customers' next interaction after their window was this event; `None` if there was none.
    Next(Option<String>),
    /// Those of whom something is true.
    With(Factor),
    /// Those of whom it is not.
    Without(Factor),
}

/// Something that may go with moving on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// The customer has a value of an attribute: the same text without case, or the same number or date.
    Attribute {
        /// The attribute.
        name: String,
        /// The value as a source writes it; `None` is no value.
        value: Option<String>,
    },
    /// The customer had an interaction at a touchpoint of the map before the entry.
    Came(TouchpointId),
}

/// How long those that moved took.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Spread {
    /// The spans of time, each longer than the one before: from the shortest that anybody took to the longest.
    pub bins: Vec<Bin>,
    /// Their quartiles; `None` if nobody moved.
    pub seconds: Option<Times>,
}

/// How many took so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Bin {
    /// At least so many milliseconds.
    #[specta(type = Number)]
    pub at_least: i64,
    /// Less than so many; `None` is without end.
    #[specta(type = Option<Number>)]
    pub below: Option<i64>,
    /// How many.
    #[specta(type = Number)]
    pub count: u64,
}

/// How a rate went: each period by itself, as if it alone had been asked about. By customers, whoever came in two
/// periods counts in both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Trend {
    /// What a period is.
    pub period: Period,
    /// The periods from the first entry to the end of the data, those without entries too.
    pub points: Vec<Point>,
    /// How many earlier periods are left out, as there are too many.
    #[specta(type = Number)]
    pub earlier: u64,
}

/// Those that entered in one period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Point {
    /// When it begins, UTC milliseconds.
    #[specta(type = Number)]
    pub from: i64,
    /// When it ends, exclusive.
    #[specta(type = Number)]
    pub to: i64,
    /// How many entered.
    #[specta(type = Number)]
    pub entered: u64,
    /// The conversion along the way, or the drop-off of the node; `None` where there is nobody to take it of.
    pub rate: Option<Rate>,
    /// Whether some that entered, or may have, still have time: what it says is not final.
    pub open: bool,
}

/// What the customers of those that dropped or returned late did next, after the window: of any kind, on the map or not.
/// Without a window, what they did after their visit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Aftermath {
    /// What they did, the most frequent first, and nothing last. They add up to the two classes.
    pub next: Vec<Next>,
}

/// How many did one thing next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Next {
    /// The event; `None` is nothing.
    pub event: Option<String>,
    /// The touchpoint of the map that lists it.
    pub touchpoint: Option<TouchpointId>,
    /// How many of those that dropped.
    #[specta(type = Number)]
    pub dropped: u64,
    /// How many of those that returned late.
    #[specta(type = Number)]
    pub returned_late: u64,
}

/// What goes with moving on, among those that matured. Nothing here is a cause.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Drivers {
    /// Those that moved on, or to the node in question, of all that matured.
    pub all: Share,
    /// How many values of attributes and earlier touchpoints had [`ENOUGH`] on both sides.
    #[specta(type = Number)]
    pub compared: u64,
    /// The strongest of them: first those that are clear, by how far their interval is from 1, then by chance.
    pub drivers: Vec<Driver>,
}

/// How moving on differs between those of whom something is true and those of whom it is not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Driver {
    /// What is true of the first.
    pub factor: Factor,
    /// Those that moved on, of whom it is true.
    pub with: Share,
    /// Those that moved on, of whom it is not.
    pub without: Share,
    /// The odds of moving on of the first over those of the others.
    pub odds: OddsRatio,
    /// Whether it is clear: the interval excludes 1, and among all that were compared it stands at a false discovery
    /// rate of 5 %. Otherwise it may be chance.
    pub is_clear: bool,
}

/// A closer look at a node or a way, without its drivers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CloserLook {
    /// The node or the way.
    pub leg: Leg,
    /// What was asked, at the level and in the mode in which it is counted.
    pub question: Question,
    /// How long those that moved took.
    pub spread: Spread,
    /// How its rate went.
    pub trend: Trend,
    /// What those that it lost did next.
    pub aftermath: Aftermath,
}

/// Looks closer than an overlay does. It counts those that [`Engine::overlays`](crate::Engine::overlays) counts.
pub trait Closer {
    /// How long those that moved along a leg took.
    fn spread(&self, asked: &Asked<'_>, leg: Leg) -> Result<Spread, EngineError>;

    /// How the rate of a leg went, by the calendar of a clock.
    fn trend(
        &self,
        asked: &Asked<'_>,
        leg: Leg,
        period: Period,
        clock: &dyn Clock,
    ) -> Result<Trend, EngineError>;

    /// What those did next that dropped at a node or returned late.
    fn aftermath(&self, asked: &Asked<'_>, node: Node) -> Result<Aftermath, EngineError>;

    /// What goes with moving along a leg. The attributes come one after the other, by name, and are of all customers,
    /// which come sorted.
    fn drivers(
        &self,
        asked: &Asked<'_>,
        leg: Leg,
        customers: &[CustomerId],
        attributes: &mut dyn Iterator<Item = (String, Arc<AttributeColumn>)>,
    ) -> Result<Drivers, EngineError>;

    /// The people behind a part of a figure, by customer and entry. The attribute that it asks about, if any, comes with
    /// the customers that it is of, sorted; `None` for one that nobody has.
    fn part(
        &self,
        asked: &Asked<'_>,
        of: (Node, Class),
        part: &Part,
        attribute: Option<(&[CustomerId], &AttributeColumn)>,
    ) -> Result<Vec<Entry>, EngineError>;
}

impl Leg {
    /// A question about it: at its level, and by the next move where it is about moving on wherever to.
    pub fn asked(self, question: &Question) -> Question {
        let mode = if self.to.is_none() { Mode::Next } else { question.mode };
        Question { mode, against: None, ..question.at(self.from.level()) }
    }

    /// Those that moved along it.
    pub fn moved(self) -> Class {
        self.to.map_or(Class::Moved, Class::MovedTo)
    }

    /// Those of them that matured.
    pub fn matured_moved(self) -> Class {
        self.to.map_or(Class::MaturedMoved, Class::MaturedMovedTo)
    }

    /// Whom its rate counts, and of whom: the conversion along a way, the drop-off of a node.
    pub fn rated(self, observed: bool) -> [Class; 2] {
        match (self.to, observed) {
            (None, true) => [Class::Lost, Class::All],
            (None, false) => [Class::Lost, Class::Matured],
            (Some(to), true) => [Class::MovedTo(to), Class::All],
            (Some(to), false) => [Class::MaturedMovedTo(to), Class::Matured],
        }
    }
}

impl Part {
    /// The attribute that it asks about.
    pub fn attribute(&self) -> Option<&str> {
        match self {
            Self::With(Factor::Attribute { name, .. }) | Self::Without(Factor::Attribute { name, .. }) => {
                Some(name)
            }
            _ => None,
        }
    }
}

impl CloserLook {
    /// Every figure that counts people, with its people on a map.
    pub fn figures(&self, map: MapId) -> Vec<(Who, u64)> {
        let Self { leg, question, .. } = self;
        let who = |class, part, question: Question| {
            Who::Entrants(Box::new(Entrants { map, node: leg.from, class, question, part }))
        };
        let bins = self.spread.bins.iter().map(|&Bin { at_least, below, count }| {
            (who(leg.moved(), Some(Part::Took { at_least, below }), question.clone()), count)
        });
        let points = self.trend.points.iter().flat_map(|point| {
            let question = Question { from: Some(point.from), to: Some(point.to), ..question.clone() };
            let [did, of] = leg.rated(question.observed);
            let rated = point.rated();
            [(Class::All, point.entered), (did, rated.did), (of, rated.of)]
                .map(|(class, count)| (who(class, None, question.clone()), count))
        });
        let by_next = Question { mode: Mode::Next, ..question.clone() };
        let next = self.aftermath.next.iter().flat_map(|next| {
            let part = |class| who(class, Some(Part::Next(next.event.clone())), by_next.clone());
            [(part(Class::Dropped), next.dropped), (part(Class::ReturnedLate), next.returned_late)]
        });
        bins.chain(points).chain(next).collect()
    }
}

impl Point {
    /// Whom its rate counts, and of whom.
    pub fn rated(&self) -> Share {
        self.rate.map_or_else(Share::default, |rate| Share { did: rate.count, of: rate.of })
    }
}

impl Drivers {
    /// Every figure that counts people, with its people on a map, as an answer to a question about a leg.
    pub fn figures(&self, map: MapId, leg: Leg, question: &Question) -> Vec<(Who, u64)> {
        let who = |class, part| {
            let question = leg.asked(question);
            Who::Entrants(Box::new(Entrants { map, node: leg.from, class, question, part }))
        };
        let of = |share: Share, part: Option<Part>| {
            [(who(leg.matured_moved(), part.clone()), share.did), (who(Class::Matured, part), share.of)]
        };
        let sides = self.drivers.iter().flat_map(|each| {
            let factor = || each.factor.clone();
            [of(each.with, Some(Part::With(factor()))), of(each.without, Some(Part::Without(factor())))]
                .concat()
        });
        of(self.all, None).into_iter().chain(sides).collect()
    }
}
