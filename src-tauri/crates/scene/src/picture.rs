//! What a picture shows: a journey and its evidence.

use chrono_tz::Tz;
use model::{
    Along, Class, Compared, Flaw, Journey, Level, Measured, Node, Overlay, Persona, Stakes, StepClass, Tile,
    Toward, WhichVariant,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Locale, Reading, Theme};

/// What a picture shows, and how.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// The map.
    pub journey: &'a Journey,
    /// Whose journeys its heading says that it tells.
    pub personas: &'a [Persona],
    /// What customers really did, if it is to be shown.
    pub evidence: Option<Evidence<'a>>,
    /// Through which lens it is seen, and which paths it shows.
    pub reading: Reading,
    /// What of all that is on it.
    pub extras: Extras,
    /// When the picture is made, UTC milliseconds; `None` of one that says no date.
    pub made: Option<i64>,
    /// Light or dark.
    pub theme: Theme,
    /// The language.
    pub locale: Locale,
    /// The zone in which dates are days.
    pub zone: Tz,
}

/// What is on a picture besides the cards, the stages and what leads from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Extras {
    /// The heading with the map's title.
    pub heading: bool,
    /// In it, whose journeys the map tells.
    pub personas: bool,
    /// The lanes.
    pub lanes: bool,
    /// The legend with its definitions.
    pub legend: bool,
}

impl Default for Extras {
    /// Everything.
    fn default() -> Self {
        Self { heading: true, personas: true, lanes: true, legend: true }
    }
}

/// What customers really did, at both levels: answers to the same question but for its level.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The answer at the level of stages.
    pub stages: &'a Overlay,
    /// The answer at the level of touchpoints.
    pub touchpoints: &'a Overlay,
    /// The level that the reader studies: its curves carry the numbers, the other's step back.
    pub level: Level,
    /// Whom the question asks about.
    pub among: &'a Among,
    /// With whom or with when they are compared, and how they differ.
    pub against: Option<(&'a Among, &'a Compared)>,
    /// What is at stake at its stages and touchpoints.
    pub stakes: Option<&'a Stakes>,
    /// What customers answered about its touchpoints.
    pub measured: &'a [Measured],
    /// How many customers are in the sample.
    pub customers: u64,
    /// The first instant of the data, UTC milliseconds.
    pub first: Option<i64>,
}

/// Which way somebody went through a map, by the titles of its nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Went {
    /// To a step of a funnel.
    Funnel(StepClass, String),
    /// Through these nodes, whatever came after.
    Variant(Vec<String>),
    /// Another way than the most frequent ones.
    OtherVariant,
    /// Along a path, from the first of these nodes or to the first of them.
    Path(Toward, Vec<String>),
}

impl Went {
    /// The way that some people went.
    pub fn of(along: &Along, title: impl Fn(Node) -> String) -> Self {
        let titles = |nodes: &[Node]| nodes.iter().map(|&node| title(node)).collect();
        match along {
            Along::Funnel { funnel, step, class } => {
                let step = funnel.steps.get(*step as usize).map(|step| title(step.node));
                Self::Funnel(*class, step.unwrap_or_default())
            }
            Along::Variant { which: WhichVariant::Is(nodes) | WhichVariant::WentOn(nodes), .. } => {
                Self::Variant(titles(nodes))
            }
            Along::Variant { which: WhichVariant::Any, .. } => Self::Variant(Vec::new()),
            Along::Variant { which: WhichVariant::Others, .. } => Self::OtherVariant,
            Along::Path { of, way, .. } => {
                let nodes: Vec<Node> = [of.node].into_iter().chain(way.iter().copied()).collect();
                Self::Path(of.toward, titles(&nodes))
            }
        }
    }
}

/// Whom a question asks about, by the names that the legend gives them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Among {
    /// All customers.
    #[default]
    Everybody,
    /// The customers of the segment with this name.
    Segment(String),
    /// The customers that the persona with this name stands for.
    Persona(String),
    /// The customers that any of the personas with these names stands for.
    Personas(Vec<String>),
    /// One class of the entrants of a node.
    Entrants {
        /// Which of its entrants.
        class: Class,
        /// The node's title.
        node: String,
        /// The title of where they moved, if the class is of those.
        to: Option<String>,
        /// The title of the map.
        map: String,
        /// Whether only a part of these is meant.
        in_part: bool,
    },
    /// Those who went some way through a map.
    Went {
        /// Which way.
        went: Went,
        /// The title of the map.
        map: String,
    },
    /// Those behind a figure of the metrics of a period.
    Tile(Tile),
    /// Those who are in all of some segments and in none of others.
    Overlap {
        /// The names of those that they are in.
        within: Vec<String>,
        /// The names of those that they are not in.
        without: Vec<String>,
    },
    /// Those whom a flaw of the data concerns.
    Flawed(Flaw),
    /// Those of whom a rule is true.
    Ruled,
    /// So many hand-picked customers.
    Picked(u64),
    /// All but these.
    Others(Box<Among>),
}
