//! An overlay as the command line writes it: nodes by title, instants in RFC 3339, rates from 0 to 1.

mod sequences;

use std::collections::BTreeMap;

use model::{
    Account, Compared, EdgeContrast, Elsewhere, EngineName, Flow, Journey, Kind, Level, Mode, Node,
    NodeContrast, Overlay, Question, Rate, RateDifference, Repeats, TimeDifference, Times, Unit,
};
use scene::Among;
use serde::Serialize;

use crate::when::{rfc3339, write_window};

pub use sequences::{BranchReport, FunnelReport, PathsReport, StepReport, VariantReport, VariantsReport};

/// What `touchline overlay --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OverlayReport {
    /// Which engine counted it.
    pub engine: EngineName,
    /// What was asked.
    pub question: QuestionReport,
    /// The last instant that the data covers.
    pub cutoff: Option<String>,
    /// Share of the interactions in range that are matched, 0 to 1.
    pub coverage: Option<f64>,
    /// Interactions in range that a touchpoint lists.
    pub matched: u64,
    /// Interactions in range.
    pub interactions: u64,
    /// Successive interactions at one instant on different nodes.
    pub ties: u64,
    /// The accounts, in the order of the map.
    pub nodes: Vec<NodeReport>,
    /// The flows.
    pub edges: Vec<EdgeReport>,
}

/// What `touchline who --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhoReport {
    /// How many: the number that the overlay shows.
    pub count: u64,
    /// How many different customers these are; by visits there may be fewer.
    pub distinct: u64,
    /// The customers' keys in the order of their bytes; by visits a customer comes once for each visit that counts.
    pub customers: Vec<String>,
}

/// What `touchline segment --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SegmentReport {
    /// How many customers.
    pub count: u64,
    /// Their keys, in the order of their bytes.
    pub customers: Vec<String>,
}

/// A question in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionReport {
    /// The map's title.
    pub map: String,
    /// `stage` or `touchpoint`.
    pub level: Level,
    /// `customers` or `visits`.
    pub unit: Unit,
    /// `next` or `eventual`.
    pub mode: Mode,
    /// Such as `30d`, or `none`.
    pub window: String,
    /// The first entry studied.
    pub from: Option<String>,
    /// The end of the entries studied, exclusive.
    pub to: Option<String>,
    /// The name of the segment asked about.
    pub segment: Option<String>,
    /// The name of the persona asked about.
    pub persona: Option<String>,
    /// The names of the personas, where it is asked about the customers of any of several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<String>,
    /// Whether all customers but those of the segment or persona are asked about.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub all_but: bool,
    /// `collapse` or `keep`.
    pub repeats: Repeats,
    /// Whether rates are over all entrants instead of the matured ones.
    pub observed: bool,
}

/// An account by titles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeReport {
    /// The node's title.
    pub name: String,
    /// Entrants in range.
    pub entered: u64,
    /// Those that have not moved and still have time.
    pub in_progress: u64,
    /// Those that moved on after the window had ended.
    pub returned_late: u64,
    /// Those that did not come back.
    pub dropped: u64,
    /// How many of those that returned late or dropped were active outside the map.
    pub elsewhere: Elsewhere,
    /// Those whose window has ended by the cut-off.
    pub matured: u64,
    /// Those that moved, by the title of where to.
    pub moved: BTreeMap<String, u64>,
    /// (dropped + returned late) / matured.
    pub drop_off: Option<RateReport>,
    /// Whether the node is a goal, so that who ended there stayed.
    pub goal: bool,
    /// Whether the map leads on to what lists no events, so that the drop-off is at most what it says.
    pub unseen_ahead: bool,
}

/// A flow by titles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EdgeReport {
    /// The title of where it starts.
    pub from: String,
    /// The title of where it ends.
    pub to: String,
    /// `drawn` or `ghost`.
    pub kind: Kind,
    /// Entrants that moved.
    pub moved: u64,
    /// Those among them whose window has ended by the cut-off.
    pub matured_moved: u64,
    /// `matured_moved` / matured of `from`.
    pub conversion: Option<RateReport>,
    /// Seconds from entry to entry.
    pub seconds: Option<Times>,
}

/// What `touchline compare --json` prints. Of each pair the first is of those asked about, the second of those that
/// they are compared with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareReport {
    /// What is asked of each side.
    pub questions: [QuestionReport; 2],
    /// How many customers would have been on both sides, so that all others took the place of the second.
    pub shared: u64,
    /// The drop-off of each node, in the order of the map.
    pub nodes: Vec<NodeContrastReport>,
    /// The conversion of each edge: first those that clearly differ, then the rest, each by how many customers the
    /// difference concerns.
    pub edges: Vec<EdgeContrastReport>,
}

/// How much the drop-off of a node differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeContrastReport {
    /// The node's title.
    pub name: String,
    /// The drop-off of each side.
    pub drop_off: [Option<RateReport>; 2],
    /// The first less the second.
    pub difference: Option<DifferenceReport>,
}

/// How much the conversion along an edge differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EdgeContrastReport {
    /// The title of where it starts.
    pub from: String,
    /// The title of where it ends.
    pub to: String,
    /// `drawn` or `ghost`.
    pub kind: Kind,
    /// The conversion of each side.
    pub conversion: [Option<RateReport>; 2],
    /// The first less the second.
    pub difference: Option<DifferenceReport>,
    /// How many of the first side go another way than they would at the second one's rate.
    pub concerns: u64,
    /// How much the median time along it differs, where at least five of both sides took it.
    pub time: Option<TimeDifferenceReport>,
}

/// A difference of two median times, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TimeDifferenceReport {
    /// The median of each side.
    pub medians: [f64; 2],
    /// Of how many each is.
    pub n: [u64; 2],
    /// The first less the second.
    pub difference: f64,
    /// The lower end of its 95 % interval, of 1,000 bootstrap draws.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether the interval excludes 0, this edge taken by itself.
    pub clear: bool,
}

impl From<TimeDifference> for TimeDifferenceReport {
    fn from(each: TimeDifference) -> Self {
        Self {
            medians: each.medians,
            n: each.moved,
            difference: each.seconds,
            low: each.low,
            high: each.high,
            clear: each.is_clear,
        }
    }
}

/// A difference of two rates, in shares from -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DifferenceReport {
    /// The first rate less the second.
    pub difference: f64,
    /// The lower end of Newcombe's 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How probable one at least as large is by chance alone.
    pub p: f64,
    /// Whether the interval excludes 0 and the difference stands among all of the map at a false discovery rate of 5 %.
    pub clear: bool,
}

impl From<RateDifference> for DifferenceReport {
    fn from(each: RateDifference) -> Self {
        Self { difference: each.points, low: each.low, high: each.high, p: each.p, clear: each.is_clear }
    }
}

impl CompareReport {
    /// Puts a comparison on a journey in words, at a level.
    pub fn of(journey: &Journey, level: Level, compared: &Compared, among: [Among; 2]) -> Self {
        let names = names(journey, level);
        let name = |node: Node| names.get(&node).cloned().unwrap_or_default();
        let rates = |sides: [Option<Rate>; 2]| sides.map(|rate| rate.map(RateReport::from));
        let contrast = match level {
            Level::Stage => &compared.stages,
            Level::Touchpoint => &compared.touchpoints,
        };
        let node = |each: &NodeContrast| NodeContrastReport {
            name: name(each.node),
            drop_off: rates(each.sides),
            difference: each.difference.map(DifferenceReport::from),
        };
        let edge = |each: &EdgeContrast| EdgeContrastReport {
            from: name(each.from),
            to: name(each.to),
            kind: each.kind,
            conversion: rates(each.sides),
            difference: each.difference.map(DifferenceReport::from),
            concerns: each.concerns,
            time: each.time.map(TimeDifferenceReport::from),
        };
        let [first, second] = &compared.sides;
        let [among_first, among_second] = among;
        Self {
            questions: [
                question_report(journey, &first.at(level), among_first),
                question_report(journey, &second.at(level), among_second),
            ],
            shared: compared.shared,
            nodes: contrast.nodes.iter().map(node).collect(),
            edges: contrast.edges.iter().map(edge).collect(),
        }
    }
}

/// A rate with its interval and sample size.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RateReport {
    /// 0 to 1.
    pub rate: f64,
    /// The lower end of its 95 % Wilson interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Of how many.
    pub n: u64,
}

impl From<Rate> for RateReport {
    fn from(rate: Rate) -> Self {
        Self { rate: rate.rate, low: rate.low, high: rate.high, n: rate.of }
    }
}

impl OverlayReport {
    /// Puts an overlay of a journey in words.
    pub fn of(journey: &Journey, overlay: &Overlay, among: Among) -> Self {
        let names = names(journey, overlay.question.level);
        let name = |node: Node| names.get(&node).cloned().unwrap_or_default();
        Self {
            engine: overlay.engine,
            question: question_report(journey, &overlay.question, among),
            cutoff: overlay.cutoff.map(rfc3339),
            coverage: overlay.coverage.share(),
            matched: overlay.coverage.matched,
            interactions: overlay.coverage.total,
            ties: overlay.ties,
            nodes: overlay.nodes.iter().map(|account| node_report(account, &name)).collect(),
            edges: overlay.edges.iter().map(|flow| edge_report(flow, &name)).collect(),
        }
    }
}

impl QuestionReport {
    /// Puts a question about a journey in words.
    pub fn of(journey: &Journey, question: &Question, among: Among) -> Self {
        question_report(journey, question, among)
    }
}

fn question_report(journey: &Journey, question: &Question, among: Among) -> QuestionReport {
    let (among, all_but) = match among {
        Among::Others(those) => (*those, true),
        among => (among, false),
    };
    let (segment, persona, personas) = match among {
        Among::Segment(name) => (Some(name), None, Vec::new()),
        Among::Persona(name) => (None, Some(name), Vec::new()),
        Among::Personas(names) => (None, None, names),
        Among::Everybody
        | Among::Entrants { .. }
        | Among::Went { .. }
        | Among::Picked(_)
        | Among::Others(_)
        | Among::Tile(_)
        | Among::Flawed(_)
        | Among::Ruled
        | Among::Overlap { .. } => (None, None, Vec::new()),
    };
    QuestionReport {
        map: journey.map().title.clone(),
        level: question.level,
        unit: question.unit,
        mode: question.mode,
        window: write_window(question.window),
        from: question.from.map(rfc3339),
        to: question.to.map(rfc3339),
        segment,
        persona,
        personas,
        all_but,
        repeats: question.repeats,
        observed: question.observed,
    }
}

fn node_report(account: &Account, name: &dyn Fn(Node) -> String) -> NodeReport {
    NodeReport {
        name: name(account.node),
        entered: account.entered,
        in_progress: account.in_progress,
        returned_late: account.returned_late,
        dropped: account.dropped,
        elsewhere: account.elsewhere,
        matured: account.matured,
        moved: account.moved.iter().map(|moved| (name(moved.to), moved.count)).collect(),
        drop_off: account.drop_off.map(RateReport::from),
        goal: account.goal,
        unseen_ahead: account.unseen_ahead,
    }
}

fn edge_report(flow: &Flow, name: &dyn Fn(Node) -> String) -> EdgeReport {
    EdgeReport {
        from: name(flow.from),
        to: name(flow.to),
        kind: flow.kind,
        moved: flow.moved,
        matured_moved: flow.matured_moved,
        conversion: flow.conversion.map(RateReport::from),
        seconds: flow.seconds,
    }
}

/// The titles of the nodes; where two share one, the later is told apart by a number: "Mail", "Mail (2)".
pub(crate) fn names(journey: &Journey, level: Level) -> BTreeMap<Node, String> {
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for node in journey.nodes(level) {
        let title = journey.title(node).unwrap_or_default();
        let mut name = title.to_owned();
        while taken.contains_key(&name) {
            let count = taken.entry(title.to_owned()).or_insert(1);
            *count += 1;
            name = format!("{title} ({count})");
        }
        taken.insert(name.clone(), 1);
        names.insert(node, name);
    }
    names
}
