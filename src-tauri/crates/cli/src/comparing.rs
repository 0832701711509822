//! `touchline compare`: customers beside others, or beside themselves at another time.

use std::path::Path;

use app::{Asked, CompareReport, NamedAgainst, NamedWho, QuestionReport, RateReport, Session};
use clap::CommandFactory;
use clap::error::ErrorKind;

use crate::arguments::{Against, Arguments, Lens};
use crate::saying::{Stop, print_json, say};

/// The same question, compared with what these options name: all others unless they name something.
pub fn with(asked: Asked, against: &Against) -> Asked {
    Asked { against: Some(named(against).unwrap_or(NamedAgainst::Others)), ..asked }
}

/// The question of a picture, which compares only where its lens looks at that.
pub fn through(lens: Lens, asked: Asked, against: &Against) -> Asked {
    if lens == Lens::Comparison {
        return with(asked, against);
    }
    if named(against).is_some() {
        let why = "--with-segment, --with-persona, --with-from and --with-to go with --lens comparison";
        Arguments::command().error(ErrorKind::ArgumentConflict, why).exit()
    }
    asked
}

fn named(against: &Against) -> Option<NamedAgainst> {
    let Against { segment, persona, from, to } = against;
    if let Some(segment) = segment {
        return Some(NamedAgainst::Who(NamedWho::Segment(segment.clone())));
    }
    if let Some(persona) = persona {
        return Some(NamedAgainst::Who(NamedWho::Personas(vec![persona.clone()])));
    }
    let range = || NamedAgainst::Range { from: from.clone(), to: to.clone() };
    (from.is_some() || to.is_some()).then(range)
}

/// Prints how a map's rates differ.
pub fn print(file: &Path, map: &str, asked: &Asked, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    let question = session.question(session.map_by_title(map)?, asked)?;
    let report = session.compare_report(map, &question)?;
    if json { print_json(&report) } else { print_table(&report) }
}

fn print_table(report: &CompareReport) -> Result<(), Stop> {
    let [first, second] = report.questions.each_ref().map(side);
    say(format_args!("{first} compared with {second}"))?;
    if report.shared > 0 {
        say(format_args!(
            "{} customers would be on both sides, so all others are compared with",
            report.shared
        ))?;
    }
    let share = |rate: &Option<RateReport>| {
        rate.map_or_else(|| "–".to_owned(), |rate| format!("{:.1} %", rate.rate * 100.0))
    };
    let head = format!("{:>8} {:>8} {:>8} {:>15}", "first", "second", "points", "95 %");
    let row = |rates: &[Option<RateReport>; 2], difference: &Option<app::DifferenceReport>| {
        let [first, second] = rates.each_ref().map(share);
        let told = difference.map(|each| {
            let interval = format!("{:+.1} to {:+.1}", each.low * 100.0, each.high * 100.0);
            let clear = if each.clear { "clear" } else { "may be chance" };
            format!("{:>+8.1} {interval:>15}  {clear}", each.difference * 100.0)
        });
        format!("{first:>8} {second:>8} {}", told.unwrap_or_default()).trim_end().to_owned()
    };
    say("")?;
    say(format_args!("{:28} {:28} {head} {:>9}", "from", "to", "concerns"))?;
    for edge in &report.edges {
        let told = row(&edge.conversion, &edge.difference);
        say(format_args!("{:28} {:28} {told}  {}", edge.from, edge.to, edge.concerns))?;
    }
    print_times(report)?;
    say("")?;
    say(format_args!("{:57} {head}", "drop-off of"))?;
    for node in &report.nodes {
        say(format_args!("{:57} {}", node.name, row(&node.drop_off, &node.difference)))?;
    }
    Ok(())
}

/// Prints how the median times differ, where enough took an edge.
fn print_times(report: &CompareReport) -> Result<(), Stop> {
    let timed: Vec<_> = report.edges.iter().filter_map(|edge| Some((edge, edge.time?))).collect();
    if timed.is_empty() {
        return Ok(());
    }
    let hours = |seconds: f64| seconds / 3600.0;
    say("")?;
    say(format_args!(
        "{:28} {:28} {:>8} {:>8} {:>8} {:>19}",
        "median hours from", "to", "first", "second", "hours", "95 %"
    ))?;
    for (edge, time) in timed {
        let [first, second] = time.medians.map(hours);
        let interval = format!("{:+.1} to {:+.1}", hours(time.low), hours(time.high));
        let clear = if time.clear { "clear" } else { "may be chance" };
        let by = hours(time.difference);
        say(format_args!(
            "{:28} {:28} {first:>8.1} {second:>8.1} {by:>+8.1} {interval:>19}  {clear}",
            edge.from, edge.to
        ))?;
    }
    Ok(())
}

/// Whom a side asks about, and when.
fn side(question: &QuestionReport) -> String {
    let named = question.segment.as_ref().or(question.persona.as_ref());
    let who = match (named, question.all_but) {
        (Some(name), false) => name.clone(),
        (Some(name), true) => format!("all but {name}"),
        (None, _) => "everybody".to_owned(),
    };
    match (&question.from, &question.to) {
        (None, None) => who,
        (from, to) => {
            let [from, to] = [from, to].map(|end| end.as_deref().unwrap_or("…"));
            format!("{who} ({from} to {to})")
        }
    }
}
