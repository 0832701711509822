//! `touchline import`: customers and interactions from a source, maps and segments from a document.

use app::{
    CustomerImport, DateOrder, DecimalMark, Encoding, Forms, ImportReport, InteractionColumns,
    InteractionImport, LocalTimes, Missing, MissingKind, Session, Taken,
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
            "import": report.import, "read": report.read, "imported": report.taken,
            "already_there": report.already_there,
            "rejected": report.rejections.total, "new_customers": report.new_customers,
            "columns": report.columns, "rejections": rejected, "matched": matched(report),
            "encoding": report.forms.encoding, "date_order": report.forms.date_order,
            "decimal": report.forms.decimal, "unread_value": report.unread_value,
            "repeated_columns": report.repeated, "sheet": report.sheets.as_ref().map(|sheets| &sheets.read), "not_backed_up": report.not_backed_up,
            "local_times": { "skipped": report.local_times.skipped, "repeated": report.local_times.repeated },
        }))?;
    } else {
        say(format_args!(
            "{} of {} rows imported, {} rejected, {} new customers",
            report.taken, report.read, report.rejections.total, report.new_customers
        ))?;
        for each in &report.matched {
            say(format_args!("{}, {}: counts {}", each.map, each.touchpoint, each.events.join(", ")))?;
        }
        if report.already_there > 0 {
            say(format_args!("{} rows were there already, from an earlier export", report.already_there))?;
        }
        say_sheet(report)?;
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
