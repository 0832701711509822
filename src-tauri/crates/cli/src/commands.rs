//! Each command: one use case of `app`, its result printed.

use std::path::Path;
use std::process::ExitCode;

use app::{
    AppError, Asked, Disguise, Locale, NewWorkspace, OverlayReport, Parted, Session, Stages, templates,
};
use serde_json::{Value, json};

use crate::arguments::{self, Arguments, Command};
use crate::asking::{asked, locale_of};
use crate::passphrase::{self, Sources};
use crate::saying::{Stop, print_json, say, say_all, warn};
use crate::{
    backup, closer, comparing, duplicates, erasing, exporting, find, history, import, leaving, merging,
    privacy, protect, quality, segment, sequences, who, worth,
};

/// Carries out the command, and says what else there is to know of a workspace that it changed.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Stop> {
    let _unlocked = passphrase::unlock(arguments)?;
    let code = carry_out(arguments)?;
    if let Some(file) = arguments.command.concerns() {
        remark(file);
    }
    Ok(code)
}

fn carry_out(arguments: &Arguments) -> Result<ExitCode, Stop> {
    let json = arguments.json;
    match &arguments.command {
        Command::New(new) => make(new, json)?,
        Command::Templates => list_templates(json)?,
        Command::Sample { file } => {
            print_workspace(&Session::sample(file)?, json)?;
        }
        Command::Import(import) => import::run(import, json)?,
        Command::Maps { file } => list_maps(file, json)?,
        Command::Find { file, text } => find::print(file, text, json)?,
        Command::Discover { file, title, stages, stages_file } => {
            let stages = match stages_file {
                Some(path) => Some(Stages::read(path)?),
                None => stages.as_deref().map(Stages::parse).transpose()?,
            };
            discover(file, title, stages, json)?;
        }
        Command::History { file } => history::list(file, json)?,
        Command::Tidy { file, map } => tidy(file, map, json)?,
        Command::Overlay { file, map, to, question } => {
            print_overlay(file, map, &asked(question, to.as_deref(), arguments::Level::Stage), json)?;
        }
        Command::Compare { file, map, to, question, against } => {
            let asked = asked(question, to.as_deref(), arguments::Level::Stage);
            comparing::print(file, map, &comparing::with(asked, against), json)?;
        }
        Command::Funnel(funnel) => sequences::funnel(funnel, json)?,
        Command::Variants(variants) => sequences::variants(variants, json)?,
        Command::Paths(paths) => sequences::paths(paths, json)?,
        Command::Who(asked) => who::print(asked, json)?,
        Command::Quality(asked) => quality::print(asked, json)?,
        Command::Means(asked) => worth::means(asked, json)?,
        Command::Metrics(asked) => worth::metrics(asked, json)?,
        Command::Value(asked) => worth::stakes(asked, json)?,
        Command::Account { leg, by } => closer::account(leg, *by, json)?,
        Command::Drivers { leg } => closer::drivers(leg, json)?,
        Command::Segment { file, rule, cutoff } => segment::print(file, rule, cutoff.as_deref(), json)?,
        Command::Overlaps { file, segment } => segment::overlaps(file, segment, json)?,
        Command::Export(asked) => exporting::map(asked, json)?,
        Command::Persona(asked) => exporting::persona(asked, json)?,
        Command::ExportData { file, to, format, what, safe_for_spreadsheets, overwrite } => {
            let asked = leaving::asked(*format, what, *safe_for_spreadsheets, *overwrite);
            leaving::run(file, to, &asked, json)?;
        }
        Command::Backup { file, list, compare, restore, to, beside } => {
            let asked = match (compare, restore, to) {
                (Some(id), ..) => backup::Asked::Compare(id),
                (_, Some(id), _) => backup::Asked::Restore(id),
                (_, _, Some(folder)) => backup::Asked::Keep(Some(folder)),
                _ if *beside => backup::Asked::Keep(None),
                _ if *list => backup::Asked::List,
                _ => backup::Asked::Make,
            };
            backup::run(file, &asked, json)?;
        }
        Command::Conflicts { file } => merging::list(file, json)?,
        Command::Merge(merge) => {
            let _copy = passphrase::unlock_copy(merge)?;
            merging::run(merge, json)?;
        }
        Command::Protect { file, change, remove, new_passphrase_file, backups } => {
            let asked = protect::Asked { change: *change, remove: *remove, backups: *backups };
            let new = Sources::of_new(new_passphrase_file.as_deref(), arguments, *change);
            protect::run(file, &asked, &new, json)?;
        }
        Command::MergeCustomers(asked) => duplicates::run(asked, json)?,
        Command::Erase(erase) => erasing::run(erase, json)?,
        Command::Person { file, key, out, language } => {
            privacy::record(file, key, out.as_deref(), locale_of(*language), json)?;
        }
        Command::Pseudonymise { file, out, keep, shift_dates } => {
            let disguise = Disguise { attributes: keep.clone(), shift_dates: *shift_dates };
            privacy::disguise(file, out, &disguise, json)?;
        }
        Command::Log { file, with } => settle_log(file, with, json)?,
        Command::Check { file, repair } => return check(file, *repair, json),
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what whoever changes or checks a workspace should know of it.
fn remark(file: &Path) {
    // What cannot be looked at now was told by the command itself.
    let Ok(session) = Session::look(file) else { return };
    if let Some(folder) = session.missing_backup_folder() {
        let folder = folder.display();
        warn(format_args!("note: {folder} is not there; backups are made beside the workspace until it is"));
    }
    let untreated = session.untreated_backups();
    if untreated > 0 {
        warn(format_args!(
            "note: {untreated} backups are not protected as the workspace is, although they were to be"
        ));
    }
    for copy in session.copies().unwrap_or_default() {
        let what = if copy.is_locked { "may be" } else { "is" };
        warn(format_args!("note: {} {what} a copy of {}; see touchline merge", copy.name, file.display()));
    }
}

fn settle_log(file: &Path, with: &arguments::Stray, json: bool) -> Result<(), Stop> {
    if with.set_aside {
        let aside = Session::set_log_aside(file)?;
        if json {
            print_json(&json!({ "log": aside.display().to_string() }))?;
        } else {
            say(format_args!("The log is kept as {}", aside.display()))?;
        }
        return Ok(());
    }
    let Parted { without, with } = Session::part(file)?;
    if json {
        let with = with.map(|path| path.display().to_string());
        print_json(&json!({ "without": without.display().to_string(), "with": with }))?;
        return Ok(());
    }
    say(format_args!("Without the log: {}", without.display()))?;
    match with {
        Some(path) => say(format_args!("With the log: {}", path.display()))?,
        None => say("With the log, it cannot be read.")?,
    }
    Ok(())
}

fn make(new: &arguments::New, json: bool) -> Result<(), Stop> {
    let session = Session::create(
        &new.file,
        &NewWorkspace {
            title: None,
            timezone: new.timezone.clone(),
            template: new.template.clone(),
            examples: new.template.is_some() && !new.stages_only,
            persona: new.persona.clone(),
            locale: locale_of(new.language),
        },
    )?;
    print_workspace(&session, json)
}

fn print_workspace(session: &Session, json: bool) -> Result<(), Stop> {
    let overview = session.overview()?;
    if json {
        let maps: Vec<_> = overview.maps.iter().map(|map| &map.title).collect();
        print_json(&json!({
            "file": overview.path, "title": overview.title, "timezone": overview.timezone, "maps": maps,
            "personas": overview.personas.iter().map(|persona| &persona.name).collect::<Vec<_>>(),
            "customers": overview.counts.customers, "interactions": overview.counts.interactions,
        }))?;
    } else {
        say(format_args!(
            "{}: {} maps, {} personas, {} customers, {} interactions",
            overview.path,
            overview.maps.len(),
            overview.personas.len(),
            overview.counts.customers,
            overview.counts.interactions
        ))?;
    }
    Ok(())
}

fn list_templates(json: bool) -> Result<(), Stop> {
    if json {
        let all: Vec<Value> = templates(Locale::En)
            .into_iter()
            .map(|each| {
                json!({ "id": each.id, "title": each.title, "lifecycle": each.lifecycle, "stages": each.stages })
            })
            .collect();
        print_json(&all)?;
    } else {
        for each in templates(Locale::En) {
            say(format_args!("{:14} {}: {}", each.id, each.title, each.stages.join(", ")))?;
        }
    }
    Ok(())
}

fn list_maps(file: &Path, json: bool) -> Result<(), Stop> {
    let maps = Session::look(file)?.map_summaries()?;
    if json {
        let all: Vec<Value> = maps
            .iter()
            .map(|map| {
                json!({
                    "title": map.title, "lifecycle": map.lifecycle, "personas": map.personas, "stages": map.stages,
                    "touchpoints": map.touchpoints, "transitions": map.transitions,
                })
            })
            .collect();
        print_json(&all)?;
    } else {
        for map in maps {
            say(format_args!(
                "{}: {} stages, {} touchpoints, {} transitions",
                map.title,
                map.stages.len(),
                map.touchpoints.len(),
                map.transitions
            ))?;
        }
    }
    Ok(())
}

fn tidy(file: &Path, map: &str, json: bool) -> Result<(), Stop> {
    let mut session = Session::open(file)?;
    session.tidy_up(session.map_by_title(map)?, &[])?;
    if json {
        print_json(&json!({ "map": map }))?;
    } else {
        say(format_args!("{map}: tidied up"))?;
    }
    Ok(())
}

fn discover(file: &Path, title: &str, stages: Option<Stages>, json: bool) -> Result<(), Stop> {
    let mut session = Session::open(file)?;
    session.discover(title, stages)?;
    let found = session.map_summaries()?.into_iter().find(|map| map.title == title);
    let Some(map) = found else { return Err(AppError::NoMap(title.to_owned()).into()) };
    if json {
        print_json(
            &json!({ "map": map.title, "stages": map.stages, "touchpoints": map.touchpoints, "transitions": map.transitions }),
        )?;
    } else {
        say(format_args!(
            "{}: {} touchpoints in {} stages ({}), {} transitions",
            map.title,
            map.touchpoints.len(),
            map.stages.len(),
            map.stages.join(", "),
            map.transitions
        ))?;
    }
    Ok(())
}

fn print_overlay(file: &Path, map: &str, asked: &Asked, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    let question = session.question(session.map_by_title(map)?, asked)?;
    let report = session.overlay_report(map, &question)?;
    if json {
        print_json(&report)?;
    } else {
        print_table(&report)?;
    }
    Ok(())
}

fn print_table(report: &OverlayReport) -> Result<(), Stop> {
    let share = |rate: Option<app::RateReport>| {
        rate.map_or_else(|| "      –".to_owned(), |rate| format!("{:5.1} %", rate.rate * 100.0))
    };
    if let (Some(cutoff), Some(coverage)) = (&report.cutoff, report.coverage) {
        say(format_args!(
            "data until {cutoff}, {:.1} % of {} interactions matched",
            coverage * 100.0,
            report.interactions
        ))?;
    }
    say("")?;
    say(format_args!(
        "{:28} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8}",
        "node", "entered", "progress", "late", "dropped", "matured", "drop-off"
    ))?;
    for node in &report.nodes {
        say(format_args!(
            "{:28} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8}",
            node.name,
            node.entered,
            node.in_progress,
            node.returned_late,
            node.dropped,
            node.matured,
            share(node.drop_off)
        ))?;
    }
    say("")?;
    say(format_args!("{:28} {:28} {:6} {:>9} {:>8}", "from", "to", "kind", "moved", "rate"))?;
    for edge in &report.edges {
        let kind = match edge.kind {
            app::Kind::Drawn => "drawn",
            app::Kind::Ghost => "ghost",
        };
        say(format_args!(
            "{:28} {:28} {:6} {:>9} {:>8}",
            edge.from,
            edge.to,
            kind,
            edge.moved,
            share(edge.conversion)
        ))?;
    }
    Ok(())
}

fn check(file: &Path, repair: bool, json: bool) -> Result<ExitCode, Stop> {
    let mut session = if repair { Session::examine(file)? } else { Session::inspect(file)? };
    let (mut faults, mut repaired) = (session.check()?, Vec::new());
    if repair && !faults.is_empty() {
        session.repair()?;
        let left = session.check()?;
        repaired = faults.into_iter().filter(|fault| !left.contains(fault)).collect();
        faults = left;
    }
    if json {
        print_json(&json!({ "clean": faults.is_empty(), "faults": faults, "repaired": repaired }))?;
    } else {
        say_all(repaired.iter().map(|fault| format!("{}: repaired: {fault}", file.display())))?;
        for fault in &faults {
            warn(format_args!("{}: {fault}", file.display()));
        }
        if faults.is_empty() {
            say(format_args!("{}: clean", file.display()))?;
        }
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
