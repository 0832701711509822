//! Each command: one use case of `app`, its result printed.

use std::path::Path;
use std::process::ExitCode;

use app::{
    AppError, Asked, CustomerImport, DateOrder, DecimalMark, Encoding, ExportOptions, Forms, ImportReport,
    InteractionColumns, InteractionImport, LocalTimes, Locale, NewWorkspace, OverlayReport, Parted, Session,
    Stages, Theme, templates,
};
use serde_json::{Value, json};

use crate::arguments::{self, Arguments, Command, Import};
use crate::asking::asked;
use crate::progress::Bar;
use crate::saying::{print_json, say};
use crate::{segment, who};

/// How many rejected rows are named on standard error.
const REJECTIONS_SHOWN: usize = 20;

/// Carries out the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, AppError> {
    let json = arguments.json;
    match &arguments.command {
        Command::New(new) => make(new, json)?,
        Command::Templates => list_templates(json),
        Command::Sample { file } => {
            print_workspace(&Session::sample(file)?, json)?;
        }
        Command::Import(import) => run_import(import, json)?,
        Command::Maps { file } => list_maps(file, json)?,
        Command::Discover { file, title, stages, stages_file } => {
            let stages = match stages_file {
                Some(path) => Some(Stages::read(path)?),
                None => stages.as_deref().map(Stages::parse).transpose()?,
            };
            discover(file, title, stages, json)?;
        }
        Command::Overlay { file, map, to, question } => {
            print_overlay(file, map, &asked(question, to.as_deref(), arguments::Level::Stage), json)?;
        }
        Command::Who { file, map, node, class, to, until, csv, question } => {
            let behind = who::Behind { map, node, class, to, until: until.as_deref() };
            who::print(file, &behind, question, csv.as_deref(), json)?;
        }
        Command::Segment { file, rule, cutoff } => segment::print(file, rule, cutoff.as_deref(), json)?,
        Command::Export { file, map, out, scale, theme, language, to, question } => {
            let options =
                ExportOptions { scale: *scale, theme: theme_of(*theme), locale: locale_of(*language) };
            let asked = asked(question, to.as_deref(), arguments::Level::Touchpoint);
            export(file, map, out, &options, &asked, json)?;
        }
        Command::Log { file, with } => settle_log(file, with, json)?,
        Command::Check { file } => return check(file, json),
    }
    Ok(ExitCode::SUCCESS)
}

fn settle_log(file: &Path, with: &arguments::Stray, json: bool) -> Result<(), AppError> {
    if with.set_aside {
        let aside = Session::set_log_aside(file)?;
        if json {
            print_json(&json!({ "log": aside.display().to_string() }));
        } else {
            say(format_args!("The log is kept as {}", aside.display()));
        }
        return Ok(());
    }
    let Parted { without, with } = Session::part(file)?;
    if json {
        let with = with.map(|path| path.display().to_string());
        print_json(&json!({ "without": without.display().to_string(), "with": with }));
        return Ok(());
    }
    say(format_args!("Without the log: {}", without.display()));
    match with {
        Some(path) => say(format_args!("With the log: {}", path.display())),
        None => say("With the log, it cannot be read."),
    }
    Ok(())
}

fn make(new: &arguments::New, json: bool) -> Result<(), AppError> {
    let session = Session::create(
        &new.file,
        &NewWorkspace {
            title: None,
            timezone: new.timezone.clone(),
            template: new.template.clone(),
            persona: new.persona.clone(),
            locale: locale_of(new.language),
        },
    )?;
    print_workspace(&session, json)
}

fn print_workspace(session: &Session, json: bool) -> Result<(), AppError> {
    let overview = session.overview()?;
    if json {
        let maps: Vec<_> = overview.maps.iter().map(|map| &map.title).collect();
        say(json!({
            "file": overview.path, "title": overview.title, "timezone": overview.timezone, "maps": maps,
            "personas": overview.personas.iter().map(|persona| &persona.name).collect::<Vec<_>>(),
            "customers": overview.counts.customers, "interactions": overview.counts.interactions,
        }));
    } else {
        say(format_args!(
            "{}: {} maps, {} personas, {} customers, {} interactions",
            overview.path,
            overview.maps.len(),
            overview.personas.len(),
            overview.counts.customers,
            overview.counts.interactions
        ));
    }
    Ok(())
}

fn list_templates(json: bool) {
    if json {
        let all: Vec<Value> = templates(Locale::En)
            .into_iter()
            .map(|each| {
                json!({ "id": each.id, "title": each.title, "lifecycle": each.lifecycle, "stages": each.stages })
            })
            .collect();
        say(Value::from(all));
    } else {
        for each in templates(Locale::En) {
            say(format_args!("{:14} {}: {}", each.id, each.title, each.stages.join(", ")));
        }
    }
}

fn run_import(import: &Import, json: bool) -> Result<(), AppError> {
    let bar = Bar::new();
    let show = |progress| {
        bar.show(progress);
        true
    };
    let imported = match import {
        Import::Customers { source, key, columns } => Session::open(&source.file)?.import_customers(
            &source.source,
            &CustomerImport {
                key: key.clone(),
                columns: columns.clone(),
                forms: forms(source, None, None),
                strict: source.strict,
                again: source.again,
            },
            &show,
        ),
        Import::Interactions {
            source,
            customer,
            event,
            time,
            channel,
            value,
            timezone,
            source_name,
            date_order,
            decimal,
        } => Session::open(&source.file)?.import_interactions(
            &source.source,
            &InteractionImport {
                columns: InteractionColumns {
                    customer: customer.clone(),
                    event: event.clone(),
                    time: time.clone(),
                    channel: channel.clone(),
                    value: value.clone(),
                    currency: None,
                },
                timezone: timezone.clone(),
                source: source_name.clone(),
                forms: forms(source, *date_order, *decimal),
                strict: source.strict,
                again: source.again,
            },
            &show,
        ),
    };
    bar.finish();
    print_import(&imported?.report, json);
    Ok(())
}

/// How a source writes text, dates and numbers, as far as it was told.
fn forms(
    source: &arguments::Intake,
    date_order: Option<arguments::DateOrder>,
    decimal: Option<arguments::DecimalMark>,
) -> Forms {
    Forms {
        encoding: source.encoding.map(|encoding| match encoding {
            arguments::Encoding::Utf8 => Encoding::Utf8,
            arguments::Encoding::Windows1252 => Encoding::Windows1252,
        }),
        date_order: date_order.map(|order| match order {
            arguments::DateOrder::Dmy => DateOrder::Dmy,
            arguments::DateOrder::Mdy => DateOrder::Mdy,
        }),
        decimal: decimal.map(|mark| match mark {
            arguments::DecimalMark::Point => DecimalMark::Point,
            arguments::DecimalMark::Comma => DecimalMark::Comma,
        }),
    }
}

fn print_import(report: &ImportReport, json: bool) {
    for rejected in report.rejections.first.iter().take(REJECTIONS_SHOWN) {
        eprintln!("line {}: {}", rejected.line, rejected.reason);
    }
    let more = report.rejections.total.saturating_sub(REJECTIONS_SHOWN as u64);
    if more > 0 {
        eprintln!("… and {more} more rejected rows");
    }
    if json {
        let rejected: Vec<Value> = report
            .rejections
            .first
            .iter()
            .map(|each| json!({ "line": each.line, "reason": each.reason.to_string() }))
            .collect();
        say(json!({
            "import": report.import, "read": report.read, "imported": report.taken,
            "already_there": report.already_there,
            "rejected": report.rejections.total, "new_customers": report.new_customers,
            "columns": report.columns, "rejections": rejected, "matched": matched(report),
            "encoding": report.forms.encoding, "date_order": report.forms.date_order,
            "decimal": report.forms.decimal, "unread_value": report.unread_value,
            "local_times": { "skipped": report.local_times.skipped, "repeated": report.local_times.repeated },
        }));
    } else {
        say(format_args!(
            "{} of {} rows imported, {} rejected, {} new customers",
            report.taken, report.read, report.rejections.total, report.new_customers
        ));
        for each in &report.matched {
            say(format_args!("{}, {}: counts {}", each.map, each.touchpoint, each.events.join(", ")));
        }
        if report.already_there > 0 {
            say(format_args!("{} rows were there already, from an earlier export", report.already_there));
        }
        say_local_times(report.local_times);
        if let Some(column) = &report.unread_value {
            say(format_args!(
                "the column “{column}” was not imported as the value: most of it is not numbers"
            ));
        }
    }
}

fn say_local_times(times: LocalTimes) {
    let LocalTimes { skipped, repeated } = times;
    if skipped > 0 {
        say(format_args!(
            "{skipped} local times do not exist, because the clock was put forward; read as that much later"
        ));
    }
    if repeated > 0 {
        say(format_args!(
            "{repeated} local times exist twice, because the clock was put back; read as the first"
        ));
    }
}

/// The touchpoints that count events of the import because these carry their title.
fn matched(report: &ImportReport) -> Vec<Value> {
    let each = |each: &app::Matched| json!({ "map": each.map, "touchpoint": each.touchpoint, "events": each.events });
    report.matched.iter().map(each).collect()
}

fn list_maps(file: &Path, json: bool) -> Result<(), AppError> {
    let maps = Session::open(file)?.map_summaries()?;
    if json {
        let all: Vec<Value> = maps
            .iter()
            .map(|map| {
                json!({
                    "title": map.title, "lifecycle": map.lifecycle, "persona": map.persona, "stages": map.stages,
                    "touchpoints": map.touchpoints, "transitions": map.transitions,
                })
            })
            .collect();
        say(Value::from(all));
    } else {
        for map in maps {
            say(format_args!(
                "{}: {} stages, {} touchpoints, {} transitions",
                map.title,
                map.stages.len(),
                map.touchpoints.len(),
                map.transitions
            ));
        }
    }
    Ok(())
}

fn discover(file: &Path, title: &str, stages: Option<Stages>, json: bool) -> Result<(), AppError> {
    let mut session = Session::open(file)?;
    session.discover(title, stages)?;
    let found = session.map_summaries()?.into_iter().find(|map| map.title == title);
    let Some(map) = found else { return Err(AppError::NoMap(title.to_owned())) };
    if json {
        say(
            json!({ "map": map.title, "stages": map.stages, "touchpoints": map.touchpoints, "transitions": map.transitions }),
        );
    } else {
        say(format_args!(
            "{}: {} touchpoints in {} stages ({}), {} transitions",
            map.title,
            map.touchpoints.len(),
            map.stages.len(),
            map.stages.join(", "),
            map.transitions
        ));
    }
    Ok(())
}

fn print_overlay(file: &Path, map: &str, asked: &Asked, json: bool) -> Result<(), AppError> {
    let mut session = Session::open(file)?;
    let question = session.question(session.map_by_title(map)?, asked)?;
    let report = session.overlay_report(map, &question)?;
    if json {
        print_json(&report);
    } else {
        print_table(&report);
    }
    Ok(())
}

fn print_table(report: &OverlayReport) {
    let share = |rate: Option<app::RateReport>| {
        rate.map_or_else(|| "      –".to_owned(), |rate| format!("{:5.1} %", rate.rate * 100.0))
    };
    if let (Some(cutoff), Some(coverage)) = (&report.cutoff, report.coverage) {
        say(format_args!(
            "data until {cutoff}, {:.1} % of {} interactions matched",
            coverage * 100.0,
            report.interactions
        ));
    }
    say(format_args!(
        "\n{:28} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8}",
        "node", "entered", "progress", "late", "dropped", "matured", "drop-off"
    ));
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
        ));
    }
    say(format_args!("\n{:28} {:28} {:6} {:>9} {:>8}", "from", "to", "kind", "moved", "rate"));
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
        ));
    }
}

fn export(
    file: &Path,
    map: &str,
    out: &Path,
    options: &ExportOptions,
    asked: &Asked,
    json: bool,
) -> Result<(), AppError> {
    let mut session = Session::open(file)?;
    let question = session.question(session.map_by_title(map)?, asked)?;
    session.export(map, &question, out, options)?.write()?;
    if json {
        say(json!({ "out": out }));
    } else {
        say(format_args!("{}", out.display()));
    }
    Ok(())
}

fn check(file: &Path, json: bool) -> Result<ExitCode, AppError> {
    let faults = Session::open(file)?.check()?;
    if json {
        say(json!({ "clean": faults.is_empty(), "faults": faults }));
    } else if faults.is_empty() {
        say(format_args!("{}: clean", file.display()));
    } else {
        for fault in &faults {
            eprintln!("{}: {fault}", file.display());
        }
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn theme_of(theme: arguments::Theme) -> Theme {
    match theme {
        arguments::Theme::Light => Theme::Light,
        arguments::Theme::Dark => Theme::Dark,
    }
}

fn locale_of(language: arguments::Language) -> Locale {
    match language {
        arguments::Language::En => Locale::En,
        arguments::Language::Nl => Locale::Nl,
    }
}
