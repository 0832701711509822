//! `touchline funnel`, `variants` and `paths`: the ways of customers through a map.

use app::{
    AppError, Asked, BranchReport, FunnelReport, Level, NamedSteps, Node, PathsOf, Session, Toward,
    VariantsOf, VariantsReport,
};
use clap::CommandFactory;
use clap::error::ErrorKind;

use crate::arguments::{self, Arguments, Funnel, Paths, Variants};
use crate::asking::asked;
use crate::saying::{Stop, print_json, say, say_all};

/// Prints how far customers come along the steps of a funnel.
pub fn funnel(args: &Funnel, json: bool) -> Result<(), Stop> {
    let named = NamedSteps::parse(&args.steps)?;
    let mut session = Session::look(&args.file)?;
    let map = session.map_by_title(&args.map)?;
    let asked = asked(&args.question, args.to.as_deref(), arguments::Level::Stage);
    let levels = levels(&args.question, [Level::Stage, Level::Touchpoint]);
    let (question, funnel) = first_that_has(&levels, |level| {
        let question = session.question(map, &Asked { level, ..asked.clone() })?;
        let funnel = session.funnel_of(map, &question, &named)?;
        Ok((question, funnel))
    })?;
    let report = session.funnel_report(map, &question, &funnel)?;
    if json { print_json(&report) } else { print_funnel(&report) }
}

fn print_funnel(report: &FunnelReport) -> Result<(), Stop> {
    let share = |rate: &Option<app::RateReport>| {
        rate.map_or_else(|| "–".to_owned(), |rate| format!("{:.1} %", rate.rate * 100.0))
    };
    say(format_args!(
        "{:28} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "step", "reached", "of before", "of first", "under way", "lost"
    ))?;
    say_all(report.steps.iter().map(|step| {
        let name = if step.optional { format!("[{}]", step.name) } else { step.name.clone() };
        format!(
            "{name:28} {:>9} {:>9} {:>9} {:>9} {:>9}",
            step.reached,
            share(&step.of_before),
            share(&step.of_first),
            step.under_way,
            step.lost
        )
    }))
}

/// Prints the most frequent sequences of visits.
pub fn variants(args: &Variants, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&args.file)?;
    let map = session.map_by_title(&args.map)?;
    let question =
        session.question(map, &asked(&args.question, args.to.as_deref(), arguments::Level::Stage))?;
    let of = VariantsOf { length: args.length, top: args.top };
    let report = session.variants_report(map, &question, of)?;
    if json { print_json(&report) } else { print_variants(&report) }
}

fn print_variants(report: &VariantsReport) -> Result<(), Stop> {
    say(format_args!("{} customers, {} variants", report.customers, report.variants))?;
    say_all(report.top.iter().map(|variant| {
        let more = if variant.went_on > 0 { " > …" } else { "" };
        format!("{:>9} {:5.1} %  {}{more}", variant.count, variant.share * 100.0, variant.nodes.join(" > "))
    }))?;
    say(format_args!("{:>9} have another", report.others))
}

/// Prints the paths from or to a node.
pub fn paths(args: &Paths, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&args.file)?;
    let map = session.map_by_title(&args.map)?;
    let levels = levels(&args.question, [Level::Touchpoint, Level::Stage]);
    let node = |title: &str| first_that_has(&levels, |level| session.node_by_title(map, title, level));
    let (from, since) = node_or_date(&session, args.question.from.as_deref(), &node)?;
    let (to, until) = node_or_date(&session, args.to.as_deref(), &node)?;
    let (node, toward) = match (from, to) {
        (Some(node), None) => (node, Toward::Next),
        (None, Some(node)) => (node, Toward::Before),
        (None, None) => {
            refuse(ErrorKind::MissingRequiredArgument, "--from or --to names where paths begin or end")
        }
        (Some(_), Some(_)) => refuse(ErrorKind::ArgumentConflict, "paths lead from one node or to one"),
    };
    let asked = asked(&args.question, until.or(args.until.as_deref()), arguments::Level::Stage);
    let since = since.or(args.since.as_deref()).map(str::to_owned);
    let level = node.level();
    let question = session.question(map, &Asked { from: since, level, ..asked })?;
    let of = PathsOf { node, toward, depth: args.depth, most: args.top };
    let report = session.paths_report(map, &question, of)?;
    if json { print_json(&report) } else { print_branch(&report.tree, 0) }
}

fn print_branch(branch: &BranchReport, depth: usize) -> Result<(), Stop> {
    let indent = "  ".repeat(depth);
    say(format_args!("{:>9}  {indent}{}", branch.count, branch.name))?;
    branch.branches.iter().try_for_each(|each| print_branch(each, depth + 1))?;
    for (count, what) in [(branch.others, "elsewhere"), (branch.ended, "no further")] {
        if count > 0 {
            say(format_args!("{count:>9}  {indent}  ({what})"))?;
        }
    }
    Ok(())
}

/// A node, if a text names one of the map, or else the date that it is.
fn node_or_date<'a>(
    session: &Session,
    text: Option<&'a str>,
    node: &impl Fn(&str) -> Result<Node, AppError>,
) -> Result<(Option<Node>, Option<&'a str>), AppError> {
    let Some(text) = text else { return Ok((None, None)) };
    match node(text) {
        Ok(node) => Ok((Some(node), None)),
        Err(AppError::NoNode { .. }) if session.is_instant(text) => Ok((None, Some(text))),
        Err(no_node) => Err(no_node),
    }
}

/// The levels at which titles are looked for: the one that is named, or these.
fn levels(question: &arguments::Question, all: [Level; 2]) -> Vec<Level> {
    match question.level {
        Some(arguments::Level::Stage) => vec![Level::Stage],
        Some(arguments::Level::Touchpoint) => vec![Level::Touchpoint],
        None => all.to_vec(),
    }
}

/// What is found at the first level that has all titles; the fault of the first level where none has.
fn first_that_has<T>(levels: &[Level], find: impl Fn(Level) -> Result<T, AppError>) -> Result<T, AppError> {
    let mut fault = None;
    for &level in levels {
        match find(level) {
            Err(AppError::NoNode { map, node, level }) => {
                fault.get_or_insert(AppError::NoNode { map, node, level });
            }
            found => return found,
        }
    }
    Err(fault.expect("there is a level, and at each a title is missing"))
}

/// Ends the program as any wrong usage does.
fn refuse(kind: ErrorKind, why: &str) -> ! {
    Arguments::command().error(kind, why).exit()
}
