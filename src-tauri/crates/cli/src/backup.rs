//! Backups: made, listed, compared and put back.

use std::path::Path;

use app::{Backup, BackupReason, Contents, MovedBackups, Session};
use serde_json::{Value, json};

use crate::saying::{Stop, print_json, say, say_all, warn};

/// What is to be done with the backups of a workspace.
pub enum Asked<'a> {
    Make,
    List,
    Compare(&'a str),
    Restore(&'a str),
    /// Keep them in a folder, or beside the workspace.
    Keep(Option<&'a Path>),
}

/// Does with the backups of a workspace what is asked.
pub fn run(file: &Path, asked: &Asked<'_>, json: bool) -> Result<(), Stop> {
    match *asked {
        Asked::List => print(&Session::look(file)?.backups()?, json),
        Asked::Compare(backup) => {
            let comparison = Session::look(file)?.compare(backup)?;
            if json {
                return print_json(&comparison);
            }
            say_all([
                format!("now:    {}", line_of(&comparison.now)),
                format!("backup: {}", line_of(&comparison.then)),
            ])
        }
        Asked::Restore(backup) => {
            let restored = Session::open(file)?.restore(backup).map_err(|unrestored| unrestored.error)?;
            if json {
                print(&restored.backups()?, true)
            } else {
                say(format_args!("{} is as it was in {backup}", file.display()))
            }
        }
        Asked::Keep(folder) => keep(&Session::open(file)?, folder, json),
        Asked::Make => make(&Session::open(file)?, json),
    }
}

fn keep(session: &Session, folder: Option<&Path>, json: bool) -> Result<(), Stop> {
    let MovedBackups { moved, left } = session.keep_backups_in(folder)?;
    if let Some(left) = &left {
        warn(format_args!("note: {left} is not there; backups in it stay there and are not known any more"));
    }
    if json {
        let chosen = session.backup_place()?.chosen;
        return print_json(&json!({ "folder": chosen, "moved": moved, "left": left }));
    }
    match folder {
        Some(folder) => say(format_args!("backups are kept in {}; {moved} were moved", folder.display())),
        None => say(format_args!("backups are kept beside the workspace; {moved} were moved")),
    }
}

fn make(session: &Session, json: bool) -> Result<(), Stop> {
    let made = session.back_up(BackupReason::Asked)?;
    if json {
        return print_json(&json!({ "made": made.as_ref().map(told) }));
    }
    match made {
        Some(backup) => say(backup.id),
        None => say("nothing has changed since the last backup"),
    }
}

fn print(backups: &[Backup], json: bool) -> Result<(), Stop> {
    if json {
        return print_json(&backups.iter().map(told).collect::<Vec<_>>());
    }
    say_all(backups.iter().map(|each| {
        let note = if each.is_now { "  as it is now" } else { "" };
        format!("{}  {:>12} bytes{note}", each.id, each.bytes)
    }))
}

fn told(backup: &Backup) -> Value {
    json!({
        "id": backup.id, "at": app::rfc3339(backup.at), "reason": backup.reason.word(), "bytes": backup.bytes,
        "is_now": backup.is_now,
        "is_beside": backup.is_beside,
    })
}

fn line_of(contents: &Contents) -> String {
    format!(
        "{} maps with {} touchpoints, {} personas, {} segments, {} customers, {} interactions",
        contents.maps.len(),
        contents.touchpoints,
        contents.personas,
        contents.segments,
        contents.customers,
        contents.interactions
    )
}
