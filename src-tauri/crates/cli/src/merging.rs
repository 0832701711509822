//! Copies of a workspace that a synchronised folder has left in conflict with it: listed, compared and merged.

use std::path::Path;

use app::{ComparedCopy, ComparedMap, ImportSummary, MapChoice, MapState, Merged, Session};
use serde_json::{Value, json};

use crate::arguments::Merge;
use crate::saying::{Stop, print_json, say, say_all, warn};

/// Lists the copies beside a workspace.
pub fn list(file: &Path, json: bool) -> Result<(), Stop> {
    let copies = Session::look(file)?.copies()?;
    if json {
        let told = copies.iter().map(
            |copy| json!({ "name": copy.name, "at": app::rfc3339(copy.at), "is_locked": copy.is_locked }),
        );
        return print_json(&told.collect::<Vec<_>>());
    }
    say_all(copies.iter().map(|copy| {
        let note = if copy.is_locked { "  needs its passphrase" } else { "" };
        format!("{}  {}{note}", copy.name, app::rfc3339(copy.at))
    }))
}

/// Merges a copy into a workspace, or says what that would do.
pub fn run(merge: &Merge, json: bool) -> Result<(), Stop> {
    if merge.dry_run {
        let compared = Session::look(&merge.file)?.compare_copy(&merge.copy)?;
        choices(&compared, &merge.maps)?;
        return print_compared(&compared, json);
    }
    let mut session = Session::open(&merge.file)?;
    let choices = choices(&session.compare_copy(&merge.copy)?, &merge.maps)?;
    let merged = session.merge_copy(&merge.copy, &choices)?;
    let aside = if merge.set_aside { Some(session.set_copy_aside(&merge.copy)?.id) } else { None };
    if json {
        let mut told = serde_json::to_value(&merged).unwrap_or_default();
        if let Some(told) = told.as_object_mut() {
            told.remove("changes");
        }
        told["imports"] = merged.imports.iter().map(import).collect();
        told["set_aside"] = Value::from(aside);
        return print_json(&told);
    }
    print_merged(merge, &merged)?;
    match aside {
        Some(id) => say(format_args!("{} is the backup {id} now", merge.copy.display())),
        None => say(format_args!("{} is there still; --set-aside makes it a backup", merge.copy.display())),
    }
}

/// The choice for each map; a title that no map has is refused.
fn choices(compared: &ComparedCopy, wanted: &[(String, MapChoice)]) -> Result<Vec<Option<MapChoice>>, Stop> {
    let has =
        |map: &ComparedMap, title: &str| map.title == title || map.title_there.as_deref() == Some(title);
    if let Some((title, _)) =
        wanted.iter().find(|(title, _)| !compared.maps.iter().any(|map| has(map, title)))
    {
        return Err(app::AppError::NoMap(title.clone()).into());
    }
    let choice =
        |map: &ComparedMap| wanted.iter().rev().find(|(title, _)| has(map, title)).map(|(_, choice)| *choice);
    Ok(compared.maps.iter().map(choice).collect())
}

fn print_compared(compared: &ComparedCopy, json: bool) -> Result<(), Stop> {
    let ComparedCopy { maps, personas, segments, imports } = compared;
    if json {
        let imports: Vec<_> = imports.iter().map(import).collect();
        return print_json(
            &json!({ "maps": maps, "personas": personas, "segments": segments, "imports": imports }),
        );
    }
    for map in maps {
        let there = map.title_there.as_ref().map(|title| format!(" (there “{title}”)")).unwrap_or_default();
        say(format_args!("{}{there}: {}", map.title, state(map.state)))?;
    }
    say_all(personas.iter().map(|name| format!("persona {name}: comes along")))?;
    say_all(segments.iter().map(|name| format!("segment {name}: comes along")))?;
    warn_of(imports);
    Ok(())
}

fn print_merged(merge: &Merge, merged: &Merged) -> Result<(), Stop> {
    let Merged { added, changed, deleted, personas, segments, missing, imports, .. } = merged;
    let listed = [
        ("added", added),
        ("as in the copy", changed),
        ("deleted", deleted),
        ("persona", personas),
        ("segment", segments),
    ];
    for (what, titles) in listed {
        say_all(titles.iter().map(|title| format!("{what}: {title}")))?;
    }
    if listed.iter().all(|(_, titles)| titles.is_empty()) {
        say(format_args!("{} has nothing that is wanted here", merge.copy.display()))?;
    }
    for each in missing {
        warn(format_args!("“{}” refers to “{}”, which is not here", each.of, each.name));
    }
    warn_of(imports);
    Ok(())
}

/// Says what is not brought over, and how it can be had.
fn warn_of(imports: &[ImportSummary]) {
    for each in imports {
        let at = app::rfc3339(each.at);
        warn(format_args!(
            "not brought over: what {} brought on {at} ({} rows); import that file here too",
            each.source, each.taken
        ));
    }
}

fn import(import: &ImportSummary) -> Value {
    json!({ "source": import.source, "at": app::rfc3339(import.at), "taken": import.taken })
}

fn state(state: MapState) -> &'static str {
    match state {
        MapState::Same => "the same",
        MapState::OnlyHere => "only here; stays",
        MapState::OnlyThere => "only there; is added",
        MapState::ChangedHere => "changed here only; stays",
        MapState::ChangedThere => "changed there only; is taken over",
        MapState::ChangedBoth => "changed in both; --map says which is wanted",
        MapState::DeletedHere => "deleted here; stays deleted",
        MapState::DeletedThere => "deleted there; stays here",
    }
}
