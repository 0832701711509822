//! Backups: made, listed, compared and put back.

use std::path::Path;

use app::{Backup, BackupReason, Contents, Session};
use serde_json::{Value, json};

use crate::saying::{Stop, print_json, say, say_all};

/// Does with the backups of a workspace what is asked; makes one if nothing is.
pub fn run(
    file: &Path,
    list: bool,
    compare: Option<&str>,
    restore: Option<&str>,
    json: bool,
) -> Result<(), Stop> {
    match (list, compare, restore) {
        (true, ..) => print(&Session::look(file)?.backups()?, json),
        (_, Some(backup), _) => {
            let comparison = Session::look(file)?.compare(backup)?;
            if json {
                return print_json(&comparison);
            }
            say_all([
                format!("now:    {}", line_of(&comparison.now)),
                format!("backup: {}", line_of(&comparison.then)),
            ])
        }
        (_, _, Some(backup)) => {
            let restored = Session::open(file)?.restore(backup).map_err(|unrestored| unrestored.error)?;
            if json {
                print(&restored.backups()?, true)
            } else {
                say(format_args!("{} is as it was in {backup}", file.display()))
            }
        }
        _ => make(&Session::open(file)?, json),
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
