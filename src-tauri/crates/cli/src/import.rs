//! `touchline import`: customers and interactions from a source, maps and segments from a document.

use app::{
    CustomerImport, DateOrder, DecimalMark, Encoding, Forms, ImportReport, InteractionColumns,
    InteractionImport, LocalTimes, Missing, MissingKind, Origin, Run, Session, StageDate, Survey, Taken,
};
use serde_json::{Value, json};

use crate::arguments::{self, Import};
use crate::progress::Bar;
use crate::saying::{Stop, print_json, say, say_all, warn};

/// How many rejected rows are named on standard error.
const REJECTIONS_SHOWN: usize = 20;

/// Imports what was asked for, and says what became of it.
pub fn run(import: &Import, json: bool) -> Result<(), Stop> {
    let bar = Bar::new();
    let show = |progress| {
        bar.show(progress);
        true
    };
    let imported = match import {
        Import::Maps { file, document } => {
            return print_taken(&Session::open(file)?.import_maps(document)?, json);
        }
        Import::Segments { file, document } => {
            return print_taken(&Session::open(file)?.import_segments(document)?, json);
        }
        Import::Customers { source, key, columns } => Session::open(&source.file)?.import_customers(
            &source.source,
            &CustomerImport {
                key: key.clone(),
                columns: columns.clone(),
                forms: forms(source, None, None),
                strict: source.strict,
                again: source.again,
                large: source.allow_large,
                sheet: source.sheet.clone(),
                run: run_of(source),
            },
            &show,
        ),
        Import::Interactions { source, customer, event, time, channel, value, written } => {
            let columns = InteractionColumns {
                customer: customer.clone(),
                event: event.clone(),
                time: time.clone(),
                channel: channel.clone(),
                value: value.clone(),
                ..InteractionColumns::default()
            };
            Session::open(&source.file)?.import_interactions(
                &source.source,
                &interactions(source, columns, written),
                &show,
            )
        }
        Import::Journeys { source, customer, stages, written } => {
            let stage = |(stage, column): &(String, String)| StageDate {
                stage: stage.clone(),
                column: column.clone(),
            };
            let columns = InteractionColumns {
                customer: customer.clone(),
                stages: stages.iter().map(stage).collect(),
                ..InteractionColumns::default()
            };
            Session::open(&source.file)?.import_journeys(
                &source.source,
                &interactions(source, columns, written),
                &show,
            )
        }
        Import::Scores { source, survey, event, customer, time, score, channel, written } => {
            let (survey, name) = match survey {
                arguments::Survey::Nps => (Survey::Nps, "NPS"),
                arguments::Survey::Csat => (Survey::Csat, "CSAT"),
                arguments::Survey::Ces => (Survey::Ces, "CES"),
            };
            let columns = InteractionColumns {
                customer: customer.clone(),
                time: time.clone(),
                channel: channel.clone(),
                value: score.clone(),
                every: Some(event.clone().unwrap_or_else(|| name.to_owned())),
                ..InteractionColumns::default()
            };
            Session::open(&source.file)?.import_scores(
                &source.source,
                survey,
                &interactions(source, columns, written),
                &show,
            )
        }
        Import::Purchases { source, event, customer, time, amount, currency, channel, written } => {
            let columns = InteractionColumns {
                customer: customer.clone(),
                time: time.clone(),
                channel: channel.clone(),
                value: amount.clone(),
                currency: currency.clone(),
                every: Some(event.clone()),
                ..InteractionColumns::default()
            };
            Session::open(&source.file)?.import_purchases(
                &source.source,
                &interactions(source, columns, written),
                &show,
            )
        }
    };
    bar.finish();
    print_import(&imported?.report, json)
}

/// Whether the import is made or only tried.
fn run_of(source: &arguments::Intake) -> Run {
    if source.trial.dry_run { Run::Try } else { Run::Import }
}

fn interactions(
    source: &arguments::Intake,
    columns: InteractionColumns,
    written: &arguments::Written,
) -> InteractionImport {
    InteractionImport {
        columns,
        timezone: written.timezone.clone(),
        source: written.source_name.clone(),
        forms: forms(source, written.date_order, written.decimal),
        strict: source.strict,
        again: source.again,
        large: source.allow_large,
        sheet: source.sheet.clone(),
        run: run_of(source),
    }
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

fn print_import(report: &ImportReport, json: bool) -> Result<(), Stop> {
    for rejected in report.rejections.first.iter().take(REJECTIONS_SHOWN) {
        warn(format_args!("line {}: {}", rejected.line, rejected.reason));
    }
    let more = report.rejections.total.saturating_sub(REJECTIONS_SHOWN as u64);
    if more > 0 {
        warn(format_args!("… and {more} more rejected rows"));
    }
    if let Some(reason) = &report.not_backed_up {
        warn(format_args!("the workspace could not be backed up before: {reason}"));
    }
    if json {
        let rejected: Vec<Value> = report
            .rejections
            .first
            .iter()
            .map(|each| json!({ "line": each.line, "reason": each.reason.to_string() }))
            .collect();
        print_json(&json!({
            "import": report.import, "dry_run": report.import.is_none(), "read": report.read, "imported": report.taken,
            "already_there": report.already_there,
            "rejected": report.rejections.total, "new_customers": report.new_customers,
            "columns": report.columns, "rejections": rejected, "matched": matched(report),
            "encoding": report.forms.encoding, "date_order": report.forms.date_order,
            "decimal": report.forms.decimal, "unread_value": report.unread_value,
            "repeated_columns": report.repeated, "sheet": report.sheets.as_ref().map(|sheets| &sheets.read),
            "looks_like": report.looks, "stages": report.stages, "not_backed_up": report.not_backed_up,
            "local_times": { "skipped": report.local_times.skipped, "repeated": report.local_times.repeated },
        }))?;
    } else {
        if let Some(looks) = report.looks {
            say(format_args!("this looks like {}", origin(looks.origin)))?;
        }
        say_taken(report)?;
        for each in &report.matched {
            say(format_args!("{}, {}: counts {}", each.map, each.touchpoint, each.events.join(", ")))?;
        }
        if report.already_there > 0 {
            say(format_args!("{} rows were there already, from an earlier export", report.already_there))?;
        }
        say_sheet(report)?;
        say_stages(report)?;
        say_local_times(report.local_times)?;
        for name in &report.repeated {
            say(format_args!(
                "a column is written like one before it, which is the one that is meant by the name; it goes by “{name}”"
            ))?;
        }
        if let Some(column) = &report.unread_value {
            say(format_args!(
                "the column “{column}” was not imported as the value: most of it is not numbers"
            ))?;
        }
    }
    Ok(())
}

fn print_taken(taken: &Taken, json: bool) -> Result<(), Stop> {
    if json {
        return print_json(&json!({
            "added": taken.added, "renamed": taken.renamed, "missing": taken.missing,
        }));
    }
    for Missing { of, what, name } in taken.missing.iter().take(REJECTIONS_SHOWN) {
        warn(format_args!(
            "{of}: there is no {} “{name}” here; what is said of it is true of nobody",
            word(*what)
        ));
    }
    let more = taken.missing.len().saturating_sub(REJECTIONS_SHOWN);
    if more > 0 {
        warn(format_args!("… and {more} more that are not here"));
    }
    say_all(taken.added.iter().map(|title| format!("added: {title}")))?;
    say_all(
        taken
            .renamed
            .iter()
            .map(|(before, now)| format!("“{before}” is here already; the new one is “{now}”")),
    )
}

fn word(what: MissingKind) -> &'static str {
    match what {
        MissingKind::Map => "map",
        MissingKind::Touchpoint => "touchpoint",
        MissingKind::Stage => "stage",
        MissingKind::Persona => "persona",
        MissingKind::Segment => "segment",
        MissingKind::Customer => "customer",
    }
}

/// How much was taken, or would be.
fn say_taken(report: &ImportReport) -> Result<(), Stop> {
    let ImportReport { taken, read, rejections, new_customers, .. } = report;
    let rejected = rejections.total;
    let would = if report.import.is_some() { "imported" } else { "would be imported" };
    if report.stages.is_some() {
        return say(format_args!(
            "{taken} dates of stages {would} from {read} rows, {rejected} rejected, {new_customers} new customers"
        ));
    }
    say(format_args!("{taken} of {read} rows {would}, {rejected} rejected, {new_customers} new customers"))
}

/// How customers went through stages.
fn say_stages(report: &ImportReport) -> Result<(), Stop> {
    let Some(checks) = &report.stages else { return Ok(()) };
    say(format_args!(
        "of {} rows with dates {} went through the stages in order, {} skipped one, {} came to one before an earlier \
         one, {} to two on one day",
        checks.rows, checks.in_order, checks.skipped, checks.reversed, checks.same_day
    ))?;
    say_all(checks.stages.iter().map(|each| {
        format!(
            "{}: {} reached, {} skipped, {} too early, {} on the day of the one before",
            each.stage, each.reached, each.skipped, each.reversed, each.same_day
        )
    }))
}

/// What a known export is called.
fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::HubspotContacts => "contacts of HubSpot",
        Origin::HubspotDeals => "deals of HubSpot",
        Origin::HubspotDealStages => "stages of deals of HubSpot",
        Origin::HubspotPropertyHistory => "the history of properties of HubSpot's contacts",
        Origin::SalesforceLeads => "leads of Salesforce",
        Origin::SalesforceContacts => "contacts of Salesforce",
        Origin::SalesforceOpportunities => "opportunities of Salesforce",
        Origin::SalesforceOpportunityHistory => "the history of opportunities of Salesforce",
        Origin::DynamicsContacts => "contacts of Dynamics 365",
        Origin::Ga4Events => "events of Google Analytics 4",
        Origin::SegmentTracks => "tracked events of Segment",
        Origin::ProcessLog => "an event log of XES or pm4py",
        Origin::RetentioneeringLog => "an event log of retentioneering",
    }
}

/// Which sheet was read, where there is more than one.
fn say_sheet(report: &ImportReport) -> Result<(), Stop> {
    let Some(sheets) = report.sheets.as_ref().filter(|sheets| sheets.names.len() > 1) else { return Ok(()) };
    let others = sheets.names.iter().filter(|name| **name != sheets.read);
    let others: Vec<_> = others.map(|name| format!("“{name}”")).collect();
    say(format_args!("the sheet “{}” was read; there are also {}", sheets.read, others.join(", ")))
}

fn say_local_times(times: LocalTimes) -> Result<(), Stop> {
    let LocalTimes { skipped, repeated } = times;
    if skipped > 0 {
        say(format_args!(
            "{skipped} local times do not exist, because the clock was put forward; read as that much later"
        ))?;
    }
    if repeated > 0 {
        say(format_args!(
            "{repeated} local times exist twice, because the clock was put back; read as the first"
        ))?;
    }
    Ok(())
}

/// The touchpoints that count events of the import because these carry their title.
fn matched(report: &ImportReport) -> Vec<Value> {
    let each = |each: &app::Matched| json!({ "map": each.map, "touchpoint": each.touchpoint, "events": each.events });
    report.matched.iter().map(each).collect()
}
