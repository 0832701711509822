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

/// Which number, by titles.
pub struct Behind<'a> {
    /// The map's title.
    pub map: &'a str,
    /// The node's title.
    pub node: &'a str,
    /// Which of those that entered it.
    pub class: &'a ClassName,
    /// Where they moved, or the end of the range.
    pub to: &'a [String],
    /// The end of the range.
    pub until: Option<&'a str>,
}

/// Prints how many there are and their keys, and writes them to a file if one is given.
pub fn print(
    file: &Path,
    behind: &Behind<'_>,
    question: &arguments::Question,
    csv: Option<&Path>,
    json: bool,
) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    let who = who(&session, behind, question)?;
    let report = session.who_report(&who)?;
    if let Some(path) = csv {
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

fn who(session: &Session, behind: &Behind<'_>, question: &arguments::Question) -> Result<Who, AppError> {
    let map = session.map_by_title(behind.map)?;
    let level = asked(question, None, arguments::Level::Stage).level;
    let node = session.node_by_title(map, behind.node, level)?;
    let (arrival, until) = ends(session, (map, level), behind.to, behind.until)?;
    let question = session.question(map, &asked(question, until, arguments::Level::Stage))?;
    let class = class(behind.class, arrival);
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
