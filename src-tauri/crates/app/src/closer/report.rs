//! Closer looks as the command line writes them: nodes by title, instants in RFC 3339, spans in seconds.

use std::collections::BTreeMap;

use model::{
    Bin, CloserLook, Driver, Factor, Journey, Leg, Level, MapId, Next, OddsRatio, Period, Point, Question,
    Share, Spread, Times, TouchpointId,
};
use serde::Serialize;

use crate::report::{EdgeReport, NodeReport, names};
use crate::when::rfc3339;
use crate::{AppError, OverlayReport, QuestionReport, RateReport, Session};

/// What `touchline account --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountReport {
    /// What was asked.
    pub question: QuestionReport,
    /// The account of the node.
    pub account: NodeReport,
    /// The flow to the node that was named, if anybody took it or the map has it.
    pub flow: Option<EdgeReport>,
    /// The quartiles of the time that moving on took, in seconds.
    pub seconds: Option<Times>,
    /// How many took how long, from the shortest to the longest.
    pub histogram: Vec<BinReport>,
    /// `day`, `week` or `month`.
    pub by: Period,
    /// How the rate went: the conversion to the node that was named, else the drop-off.
    pub trend: Vec<PointReport>,
    /// How many earlier periods are left out.
    pub earlier_periods: u64,
    /// What those did next that dropped or returned late.
    pub after: Vec<NextReport>,
}

/// How many took so long.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BinReport {
    /// At least so many seconds.
    pub at_least: f64,
    /// Less than so many.
    pub below: Option<f64>,
    /// How many.
    pub count: u64,
}

/// A period of a trend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointReport {
    /// When it begins.
    pub from: String,
    /// When it ends, exclusive.
    pub to: String,
    /// How many entered.
    pub entered: u64,
    /// The rate.
    pub rate: Option<RateReport>,
    /// Whether some still have time.
    pub open: bool,
}

/// How many did one thing next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextReport {
    /// The event; null for nothing.
    pub event: Option<String>,
    /// The title of the touchpoint that lists it.
    pub touchpoint: Option<String>,
    /// How many of those that dropped.
    pub dropped: u64,
    /// How many of those that returned late.
    pub returned_late: u64,
}

/// What `touchline drivers --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DriversReport {
    /// What was asked.
    pub question: QuestionReport,
    /// How many moved on, of how many that matured.
    pub all: SideReport,
    /// How many values of attributes and earlier touchpoints were compared.
    pub compared: u64,
    /// The strongest of them.
    pub drivers: Vec<DriverReport>,
}

/// How many moved on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SideReport {
    /// How many.
    pub moved: u64,
    /// Of how many.
    pub n: u64,
}

/// Something that goes with moving on. It is no cause.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DriverReport {
    /// The attribute, if it is the value of one.
    pub attribute: Option<String>,
    /// Its value; null for none.
    pub value: Option<String>,
    /// The title of the touchpoint, if customers had been at one before.
    pub earlier_touchpoint: Option<String>,
    /// Those of whom it is true.
    pub with: SideReport,
    /// Those of whom it is not.
    pub without: SideReport,
    /// The odds ratio of moving on.
    pub odds_ratio: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How probable one at least as far from 1 is by chance alone.
    pub p: f64,
    /// Whether the interval excludes 1 and the ratio stands among all at a false discovery rate of 5 %.
    pub clear: bool,
}

impl Session {
    /// The account of a node or a way of a map and a closer look at it, in words.
    pub fn account_report(
        &mut self,
        map: MapId,
        question: &Question,
        leg: Leg,
        by: Period,
    ) -> Result<AccountReport, AppError> {
        let journey = self.workspace.journey(map)?;
        let overlay = self.overlay(&journey, question)?;
        let overlay = OverlayReport::of(&journey, &overlay, self.among(&question.who)?);
        let look = self.closer_look(map, question, leg, by)?;
        let names = names(&journey, question.level);
        let name = |node| names.get(&node).cloned().unwrap_or_default();
        let [from, to] = [name(leg.from), leg.to.map(name).unwrap_or_default()];
        let is_flow = |edge: &EdgeReport| edge.from == from && edge.to == to;
        let account = overlay.nodes.into_iter().find(|node| node.name == from);
        let CloserLook { spread, trend, aftermath, .. } = look;
        let Spread { bins, seconds } = spread;
        let titles = titles(&journey);
        Ok(AccountReport {
            question: overlay.question,
            account: account.expect("a leg is named by a node of the map, and each node has an account"),
            flow: overlay.edges.into_iter().find(is_flow),
            seconds,
            histogram: bins.into_iter().map(bin_report).collect(),
            by: trend.period,
            trend: trend.points.into_iter().map(point_report).collect(),
            earlier_periods: trend.earlier,
            after: aftermath.next.into_iter().map(|next| next_report(next, &titles)).collect(),
        })
    }

    /// What goes with moving along a leg of a map, in words.
    pub fn drivers_report(
        &mut self,
        map: MapId,
        question: &Question,
        leg: Leg,
    ) -> Result<DriversReport, AppError> {
        let journey = self.workspace.journey(map)?;
        let drivers = self.drivers(map, question, leg)?;
        let titles = titles(&journey);
        Ok(DriversReport {
            question: QuestionReport::of(&journey, &leg.asked(question), self.among(&question.who)?),
            all: drivers.all.into(),
            compared: drivers.compared,
            drivers: drivers.drivers.into_iter().map(|driver| driver_report(driver, &titles)).collect(),
        })
    }
}

/// The titles of the touchpoints, as the overlay has them.
fn titles(journey: &Journey) -> BTreeMap<TouchpointId, String> {
    let named = names(journey, Level::Touchpoint).into_iter();
    let titled = named.filter_map(|(node, name)| match node {
        model::Node::Touchpoint(id) => Some((id, name)),
        model::Node::Stage(_) => None,
    });
    titled.collect()
}

fn seconds(millis: i64) -> f64 {
    millis as f64 / 1000.0
}

fn bin_report(bin: Bin) -> BinReport {
    BinReport { at_least: seconds(bin.at_least), below: bin.below.map(seconds), count: bin.count }
}

fn point_report(point: Point) -> PointReport {
    let Point { from, to, entered, rate, open } = point;
    PointReport { from: rfc3339(from), to: rfc3339(to), entered, rate: rate.map(RateReport::from), open }
}

fn next_report(next: Next, titles: &BTreeMap<TouchpointId, String>) -> NextReport {
    let touchpoint = next.touchpoint.and_then(|id| titles.get(&id).cloned());
    NextReport { event: next.event, touchpoint, dropped: next.dropped, returned_late: next.returned_late }
}

fn driver_report(driver: Driver, titles: &BTreeMap<TouchpointId, String>) -> DriverReport {
    let Driver { factor, with, without, odds, is_clear } = driver;
    let OddsRatio { ratio, low, high, p } = odds;
    let (attribute, value, earlier_touchpoint) = match factor {
        Factor::Attribute { name, value } => (Some(name), value, None),
        Factor::Came(id) => (None, None, titles.get(&id).cloned()),
    };
    DriverReport {
        attribute,
        value,
        earlier_touchpoint,
        with: with.into(),
        without: without.into(),
        odds_ratio: ratio,
        low,
        high,
        p,
        clear: is_clear,
    }
}

impl From<Share> for SideReport {
    fn from(share: Share) -> Self {
        Self { moved: share.did, n: share.of }
    }
}
