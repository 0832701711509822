//! Two groups of customers, or two ranges of time, compared on one map: by how much their rates differ, and whether
//! that may be chance.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{Account, Flow, Kind, Node, Overlay, Question, Rate, Spans, TimeDifference, Who};

/// How many of the differences called clear may be chance, as a share: the false discovery rate.
const FALSE_DISCOVERIES: f64 = 0.05;

/// With whom those that a question asks about are compared, or with when.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// With all other customers.
    Others,
    /// With these customers. Where some would be on both sides, with all but those that the question asks about.
    Who(Who),
    /// With their own entries in another range of time: UTC milliseconds, the end exclusive, `None` without end.
    Range {
        /// The first entry.
        #[specta(type = Option<Number>)]
        from: Option<i64>,
        /// The end of the entries.
        #[specta(type = Option<Number>)]
        to: Option<i64>,
    },
}

/// Why two sides cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Incomparable {
    /// The question asks about everybody, so that nobody is left to compare with.
    Everybody,
    /// The two ranges of time overlap.
    Overlapping,
}

/// Two sides of one map, compared at both levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Compared {
    /// What is asked of each side: those that are asked about, and those that they are compared with.
    pub sides: [Question; 2],
    /// How many customers would be on both sides, so that all others took the place of the second; 0 if none are.
    #[specta(type = Number)]
    pub shared: u64,
    /// Between stages.
    pub stages: Contrast,
    /// Between touchpoints.
    pub touchpoints: Contrast,
}

/// By how much each rate of one overlay differs from that of another, which answers the same question of others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Contrast {
    /// One for each node, in the order of the map.
    pub nodes: Vec<NodeContrast>,
    /// One for each edge of either overlay: first those that clearly differ, then the rest, each by how many
    /// customers the difference concerns.
    pub edges: Vec<EdgeContrast>,
}

/// How much the drop-off of a node differs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct NodeContrast {
    /// Which node.
    pub node: Node,
    /// The drop-off of each side.
    pub sides: [Option<Rate>; 2],
    /// The first less the second, where both are there.
    pub difference: Option<RateDifference>,
}

/// How much the conversion along an edge differs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct EdgeContrast {
    /// Where it starts.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// Whether the map has it.
    pub kind: Kind,
    /// The conversion of each side; 0 where nobody took what only the other side took.
    pub sides: [Option<Rate>; 2],
    /// The first less the second, where both are there.
    pub difference: Option<RateDifference>,
    /// How many of the first side go another way than they would at the second one's rate: the difference times those
    /// of whom the first rate is, rounded.
    #[specta(type = Number)]
    pub concerns: u64,
    /// How much the median time along it differs, where enough of both sides took it.
    pub time: Option<TimeDifference>,
}

/// The difference of two rates.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct RateDifference {
    /// The first rate less the second, -1 to 1.
    #[specta(type = Number)]
    pub points: f64,
    /// The lower end of its 95 % interval.
    #[specta(type = Number)]
    pub low: f64,
    /// The upper end.
    #[specta(type = Number)]
    pub high: f64,
    /// How probable one at least as large is by chance alone.
    #[specta(type = Number)]
    pub p: f64,
    /// Whether it is clear: the interval excludes 0, and among all such differences of the map it stands at a false
    /// discovery rate of 5 %. Otherwise it may be chance.
    pub is_clear: bool,
}

impl RateDifference {
    /// The difference of the rates of two independent groups, taken by itself.
    ///
    /// The interval is Newcombe's of the two Wilson intervals: R. G. Newcombe, "Interval estimation for the difference
    /// between independent proportions", Statistics in Medicine 17 (1998), method 10. The probability is that of the
    /// two-sided z-test of two proportions with their pooled variance.
    pub fn of(first: &Rate, second: &Rate) -> Self {
        let points = first.rate - second.rate;
        let below = (first.rate - first.low).hypot(second.high - second.rate);
        let above = (first.high - first.rate).hypot(second.rate - second.low);
        let (low, high) = (points - below, points + above);
        let p = chance(first, second);
        Self { points, low, high, p, is_clear: low > 0.0 || high < 0.0 }
    }
}

/// How probable so large a difference is where both groups are alike.
fn chance(first: &Rate, second: &Rate) -> f64 {
    let (n, m) = (first.of as f64, second.of as f64);
    let pooled = (first.count + second.count) as f64 / (n + m);
    let variance = pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m);
    if variance <= 0.0 {
        return 1.0;
    }
    let z = (first.rate - second.rate) / variance.sqrt();
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// Takes back that differences are clear which do not stand among all of them.
fn stand_together<'d>(differences: impl Iterator<Item = &'d mut RateDifference>) {
    let mut all: Vec<&mut RateDifference> = differences.collect();
    let chances: Vec<f64> = all.iter().map(|each| each.p).collect();
    for (each, stands) in all.iter_mut().zip(standing(&chances)) {
        each.is_clear &= stands;
    }
}

/// Which of some findings stand among all of them, by how probable each is by chance alone.
///
/// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995): the largest k for
/// which the k-th smallest p is at most k/m times the rate.
pub fn standing(chances: &[f64]) -> Vec<bool> {
    let mut all: Vec<usize> = (0..chances.len()).collect();
    all.sort_by(|&one, &other| chances[one].total_cmp(&chances[other]));
    let count = all.len() as f64;
    let stands =
        |(rank, &place): (usize, &usize)| chances[place] <= FALSE_DISCOVERIES * (rank + 1) as f64 / count;
    let last = all.iter().enumerate().rev().find(|&each| stands(each)).map_or(0, |(rank, _)| rank + 1);
    let mut standing = vec![false; chances.len()];
    all[..last].iter().for_each(|&place| standing[place] = true);
    standing
}

impl Contrast {
    /// Compares two overlays of one journey, which answer the same question but for whom or when it asks about.
    pub fn of(first: &Overlay, second: &Overlay) -> Self {
        let sides = [Side::of(first), Side::of(second)];
        let mut nodes: Vec<NodeContrast> =
            first.nodes.iter().map(|account| node_contrast(account.node, &sides)).collect();
        stand_together(nodes.iter_mut().filter_map(|each| each.difference.as_mut()));
        let mut ways: Vec<(Node, Node, Kind)> = [first, second]
            .iter()
            .flat_map(|side| &side.edges)
            .map(|flow| (flow.from, flow.to, flow.kind))
            .collect();
        ways.sort_unstable_by_key(|(from, to, _)| (*from, *to));
        ways.dedup_by_key(|(from, to, _)| (*from, *to));
        let mut edges: Vec<EdgeContrast> = ways.into_iter().map(|way| edge_contrast(way, &sides)).collect();
        stand_together(edges.iter_mut().filter_map(|each| each.difference.as_mut()));
        edges.sort_by_key(|each| (!each.is_clear(), std::cmp::Reverse(each.concerns)));
        Self { nodes, edges }
    }
}

impl Contrast {
    /// Compares the times along each edge too, by the spans of both sides.
    #[must_use]
    pub fn timed(mut self, first: &[Spans], second: &[Spans]) -> Self {
        let of = |spans: &[Spans], edge: &EdgeContrast| {
            spans.iter().position(|each| (each.from, each.to) == (edge.from, edge.to))
        };
        for edge in &mut self.edges {
            let sides = of(first, edge).zip(of(second, edge));
            edge.time = sides
                .and_then(|(one, other)| TimeDifference::of(&first[one].seconds, &second[other].seconds));
        }
        self
    }
}

impl EdgeContrast {
    /// Whether the two sides clearly differ here.
    pub fn is_clear(&self) -> bool {
        self.difference.is_some_and(|difference| difference.is_clear)
    }
}

/// One of the overlays, found by node.
struct Side<'o> {
    observed: bool,
    accounts: BTreeMap<Node, &'o Account>,
    flows: BTreeMap<(Node, Node), &'o Flow>,
}

impl<'o> Side<'o> {
    fn of(overlay: &'o Overlay) -> Self {
        Self {
            observed: overlay.question.observed,
            accounts: overlay.nodes.iter().map(|account| (account.node, account)).collect(),
            flows: overlay.edges.iter().map(|flow| ((flow.from, flow.to), flow)).collect(),
        }
    }

    /// The conversion along an edge: 0 of those who could have, if nobody took it.
    fn conversion(&self, from: Node, to: Node) -> Option<Rate> {
        if let Some(flow) = self.flows.get(&(from, to)) {
            return flow.conversion;
        }
        let account = self.accounts.get(&from)?;
        Rate::of(0, if self.observed { account.entered } else { account.matured })
    }
}

fn difference(sides: [Option<Rate>; 2]) -> Option<RateDifference> {
    let [first, second] = sides;
    Some(RateDifference::of(&first?, &second?))
}

fn node_contrast(node: Node, sides: &[Side<'_>; 2]) -> NodeContrast {
    let sides = sides.each_ref().map(|side| side.accounts.get(&node).and_then(|account| account.drop_off));
    NodeContrast { node, sides, difference: difference(sides) }
}

fn edge_contrast((from, to, kind): (Node, Node, Kind), sides: &[Side<'_>; 2]) -> EdgeContrast {
    let sides = sides.each_ref().map(|side| side.conversion(from, to));
    let difference = difference(sides);
    let concerns = sides[0].zip(difference).map_or(0.0, |(rate, each)| each.points.abs() * rate.of as f64);
    EdgeContrast { from, to, kind, sides, difference, concerns: concerns.round() as u64, time: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Coverage, EngineName, Level, TouchpointId};

    fn difference_of(first: (u64, u64), second: (u64, u64)) -> RateDifference {
        RateDifference::of(&Rate::of(first.0, first.1).unwrap(), &Rate::of(second.0, second.1).unwrap())
    }

    #[test]
    fn the_interval_is_newcombes() {
        // Newcombe (1998), table II, method 10: 56/70 and 48/80, 9/10 and 3/10, 10/10 and 0/20, 10/10 and 0/10.
        for (first, second, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
            ((5, 56), (0, 29), -0.0381, 0.1926),
        ] {
            let difference = difference_of(first, second);
            assert!((difference.low - low).abs() < 5e-5, "{first:?} {second:?}: {difference:?}");
            assert!((difference.high - high).abs() < 5e-5, "{first:?} {second:?}: {difference:?}");
        }
    }

    #[test]
    fn the_probability_is_that_of_the_pooled_z_test() {
        // 56/70 and 48/80: pooled 104/150, z = 2.6504.
        let difference = difference_of((56, 70), (48, 80));
        assert!((difference.p - 0.008_040).abs() < 1e-5, "{difference:?}");
        for alike in [difference_of((0, 9), (0, 12)), difference_of((9, 9), (12, 12))] {
            assert!(alike.p >= 1.0 && !alike.is_clear, "{alike:?}");
        }
    }

    #[test]
    fn a_difference_stands_only_among_the_others() {
        // Benjamini and Hochberg's own example (1995, section 3.2), where at 5 % the first four of fifteen stand.
        let chances = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 1.0,
        ];
        let clear = |p: &f64| RateDifference { points: 0.1, low: 0.05, high: 0.15, p: *p, is_clear: true };
        let mut all: Vec<RateDifference> = chances.iter().rev().map(clear).collect();
        stand_together(all.iter_mut());
        let standing: Vec<f64> = all.iter().filter(|each| each.is_clear).map(|each| each.p).collect();
        assert_eq!(standing, [0.0095, 0.0019, 0.0004, 0.0001]);
    }

    #[test]
    fn who_took_no_way_that_others_took_has_a_rate_of_none_of_them() {
        let [page, order] = [1, 2].map(|id| Node::Touchpoint(TouchpointId(id)));
        let account = |node, moved: u64| Account {
            node,
            entered: 50,
            moved: Vec::new(),
            in_progress: 0,
            returned_late: 0,
            dropped: 50 - moved,
            elsewhere: crate::Elsewhere::default(),
            matured: 50,
            drop_off: Rate::of(50 - moved, 50),
            goal: false,
            unseen_ahead: false,
        };
        let flow = |moved| Flow {
            from: page,
            to: order,
            kind: Kind::Ghost,
            moved,
            matured_moved: moved,
            conversion: Rate::of(moved, 50),
            seconds: None,
        };
        let overlay = |moved: u64| Overlay {
            engine: EngineName::Columns,
            question: Question::new(Level::Touchpoint),
            cutoff: None,
            coverage: Coverage::of(0, 0),
            ties: 0,
            nodes: vec![account(page, moved), account(order, 0)],
            edges: (moved > 0).then(|| flow(moved)).into_iter().collect(),
        };
        let contrast = Contrast::of(&overlay(0), &overlay(40));
        let [edge] = contrast.edges[..] else { panic!("{contrast:?}") };
        assert_eq!(
            edge.sides.map(|rate| rate.map(|rate| (rate.count, rate.of))),
            [Some((0, 50)), Some((40, 50))]
        );
        assert!(edge.is_clear());
        assert_eq!(edge.concerns, 40);
    }
}
