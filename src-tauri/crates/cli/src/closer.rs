//! `touchline account` and `touchline drivers`: a node or a way of a map, looked at closer.

use app::{AccountReport, DriversReport, MapId, Period, Question, RateReport, Session};

use crate::arguments::{By, Leg, Level};
use crate::asking::asked;
use crate::saying::{Stop, print_json, say, say_all};
use crate::who::ends;

/// Prints the account of a node or a way, with its times, its trend and what people did next.
pub fn account(leg: &Leg, by: By, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&leg.file)?;
    let (map, question, of) = read(&session, leg)?;
    let by = match by {
        By::Month => Period::Month,
        By::Week => Period::Week,
        By::Day => Period::Day,
    };
    let report = session.account_report(map, &question, of, by)?;
    if json { print_json(&report) } else { print_account(&report) }
}

/// Prints what goes with moving on.
pub fn drivers(leg: &Leg, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&leg.file)?;
    let (map, question, of) = read(&session, leg)?;
    let report = session.drivers_report(map, &question, of)?;
    if json { print_json(&report) } else { print_drivers(&report) }
}

fn read(session: &Session, leg: &Leg) -> Result<(MapId, Question, app::Leg), Stop> {
    let map = session.map_by_title(&leg.map)?;
    let level = asked(&leg.question, None, Level::Stage).level;
    let from = session.node_by_title(map, &leg.node, level)?;
    let (to, until) = ends(session, (map, level), &leg.to, leg.until.as_deref())?;
    let question = session.question(map, &asked(&leg.question, until, Level::Stage))?;
    Ok((map, question, app::Leg { from, to }))
}

fn print_account(report: &AccountReport) -> Result<(), Stop> {
    let account = &report.account;
    let moved: u64 = account.moved.values().sum();
    say(format_args!(
        "{}: entered {}, moved {moved}, in progress {}, returned late {}, dropped {}",
        account.name, account.entered, account.in_progress, account.returned_late, account.dropped
    ))?;
    if let Some(flow) = &report.flow {
        say(format_args!("{} to {}: moved {}, {}", flow.from, flow.to, flow.moved, rate(flow.conversion)))?;
    }
    say("")?;
    say(format_args!("{:18} {:>9}", "time taken", "moved"))?;
    let bins = report.histogram.iter().map(|bin| {
        let from = span(bin.at_least);
        let told =
            bin.below.map_or_else(|| format!("{from} or more"), |below| format!("{from} to {}", span(below)));
        format!("{told:18} {:>9}", bin.count)
    });
    say_all(bins)?;
    say("")?;
    let what = if report.flow.is_some() { "conversion" } else { "drop-off" };
    say(format_args!("{:26} {:>9} {what:>20}", "from", "entered"))?;
    let points = report.trend.iter().map(|point| {
        let open = if point.open { "  open" } else { "" };
        format!("{:26} {:>9} {:>20}{open}", point.from, point.entered, rate(point.rate))
    });
    say_all(points)?;
    say("")?;
    say(format_args!("{:38} {:>9} {:>9}", "did next", "dropped", "late"))?;
    let after = report.after.iter().map(|next| {
        let event = next.event.as_deref().unwrap_or("nothing");
        format!("{event:38} {:>9} {:>9}", next.dropped, next.returned_late)
    });
    say_all(after)
}

fn print_drivers(report: &DriversReport) -> Result<(), Stop> {
    let all = report.all;
    say(format_args!(
        "{} of {} moved on; {} compared, none of them a cause",
        all.moved, all.n, report.compared
    ))?;
    say("")?;
    say(format_args!("{:38} {:>15} {:>15} {:>7} {:>15}", "with", "moved on", "others", "odds", "95 %"))?;
    let drivers = report.drivers.iter().map(|each| {
        let what = match (&each.attribute, &each.earlier_touchpoint) {
            (Some(name), _) => format!("{name}: {}", each.value.as_deref().unwrap_or("–")),
            (None, touchpoint) => format!("earlier {}", touchpoint.as_deref().unwrap_or_default()),
        };
        let [with, without] = [each.with, each.without].map(|side| format!("{} of {}", side.moved, side.n));
        let interval = format!("{:.2} to {:.2}", each.low, each.high);
        let clear = if each.clear { "clear" } else { "may be chance" };
        format!("{what:38} {with:>15} {without:>15} {:>7.2} {interval:>15}  {clear}", each.odds_ratio)
    });
    say_all(drivers)
}

fn rate(rate: Option<RateReport>) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| format!("{:.1} % of {}", rate.rate * 100.0, rate.n))
}

/// A span of whole units, as steps of a histogram are.
fn span(seconds: f64) -> String {
    let units = [(86_400.0, "d"), (3600.0, "h"), (60.0, "min")];
    let (size, unit) = units.into_iter().find(|(size, _)| seconds >= *size).unwrap_or((1.0, "s"));
    format!("{} {unit}", seconds / size)
}
