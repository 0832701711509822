//! `touchline who`: the people behind a number.

use std::path::Path;

use app::{AppError, ClassName, Column, Entrants, Level, Listing, MapId, Node, Order, Reader, Session, Who};
use clap::CommandFactory;
use clap::error::ErrorKind;

use crate::arguments::{self, Arguments};
use crate::asking::asked;
use crate::progress::Bar;
use crate::saying::{Stop, print_json, say, say_all};

/// Where a list goes to be read by another program.
const STANDARD_OUTPUT: &str = "/dev/stdout";

/// Prints how many there are and their keys, and writes them to a file if one is given.
pub fn print(asked: &arguments::Who, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&asked.file)?;
    let who = who(&session, asked)?;
    let report = session.who_report(&who)?;
    if let Some(path) = &asked.csv {
        let order = Order { by: Some(Column::Key), descending: false };
        let listing = Listing { order, ..Listing::of(who) };
        let columns = session.every_column(true)?;
        let bar = Bar::new();
        let show = |progress| {
            bar.show(progress);
            true
        };
        session.export_people(path, &listing, &columns, Reader::Program, &show)?;
        bar.finish();
        if path == Path::new(STANDARD_OUTPUT) {
            return Ok(());
        }
    }
    if json {
        return print_json(&report);
    }
    say(format_args!("{} ({} customers)", report.count, report.distinct))?;
    say_all(&report.customers)
}

fn who(session: &Session, behind: &arguments::Who) -> Result<Who, AppError> {
    let map = behind.map.as_deref().map(|title| session.map_by_title(title)).transpose()?;
    if let Some(flaw) = &behind.flaw {
        return Ok(session.flawed(map, flaw.clone()));
    }
    let (Some(map), Some(node), Some(class_name)) = (map, behind.node.as_deref(), behind.class) else {
        refuse(ErrorKind::MissingRequiredArgument, "--map, --node and --class go together")
    };
    let level = asked(&behind.question, None, arguments::Level::Stage).level;
    let node = session.node_by_title(map, node, level)?;
    let (arrival, until) = ends(session, (map, level), &behind.to, behind.until.as_deref())?;
    let question = session.question(map, &asked(&behind.question, until, arguments::Level::Stage))?;
    let class = class(class_name, arrival);
    Ok(Who::Entrants(Box::new(Entrants { map, node, class, question, part: None })))
}

/// The node of a map to which they moved, if one is named, and the end of the range.
pub fn ends<'a>(
    session: &Session,
    (map, level): (MapId, Level),
    to: &'a [String],
    mut until: Option<&'a str>,
) -> Result<(Option<Node>, Option<&'a str>), AppError> {
    let mut arrival = None;
    for to in to {
        match session.node_by_title(map, to, level) {
            Ok(node) if arrival.is_none() => arrival = Some(node),
            Err(AppError::NoNode { .. }) if until.is_none() && session.is_instant(to) => until = Some(to),
            Err(no_node) => return Err(no_node),
            Ok(_) => refuse(ErrorKind::TooManyValues, "--to names one node and perhaps one date"),
        }
    }
    Ok((arrival, until))
}

fn class(named: &ClassName, to: Option<Node>) -> app::Class {
    let why = "--to goes with the classes moved and matured_moved";
    named.class(to).unwrap_or_else(|| refuse(ErrorKind::ArgumentConflict, why))
}

/// Ends the program as any wrong usage does.
fn refuse(kind: ErrorKind, why: &str) -> ! {
    Arguments::command().error(kind, why).exit()
}
