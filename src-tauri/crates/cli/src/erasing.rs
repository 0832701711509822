//! Erasing people and old interactions, and what is said of it.

use app::{Erased, Session};
use serde_json::{Value, json};

use crate::arguments::Erase;
use crate::saying::{Stop, print_json, say, say_all};

/// Erases what is asked.
pub fn run(asked: &Erase, json: bool) -> Result<(), Stop> {
    match (&asked.what.customer, &asked.what.older_than) {
        (Some(customer), _) => erase(asked, customer, json),
        (None, Some(age)) if asked.dry_run => count(asked, age, json),
        (None, age) => expire(asked, age.as_deref().unwrap_or_default(), json),
    }
}

fn erase(asked: &Erase, customer: &str, json: bool) -> Result<(), Stop> {
    let erased = Session::open(&asked.file)?.erase(customer, !asked.keep_named)?;
    if json {
        let mut told = serde_json::to_value(&erased).unwrap_or_default();
        told["erased"] = Value::from(customer);
        return print_json(&told);
    }
    say(format_args!("{customer} is erased, also from {} backups", erased.backups))?;
    say_all(besides(&erased))
}

fn count(asked: &Erase, age: &str, json: bool) -> Result<(), Stop> {
    let aged = Session::look(&asked.file)?.aged(age)?;
    let customers = if asked.customers_too { aged.customers } else { aged.unknown };
    if json {
        return print_json(&json!({
            "before": app::rfc3339(aged.before), "interactions": aged.interactions, "of": aged.of,
            "customers": customers,
        }));
    }
    say(format_args!(
        "{} of {} interactions are from before {}; with them go {customers} customers",
        aged.interactions,
        aged.of,
        app::rfc3339(aged.before)
    ))
}

fn expire(asked: &Erase, age: &str, json: bool) -> Result<(), Stop> {
    let mut session = Session::open(&asked.file)?;
    let before = app::rfc3339(session.aged(age)?.before);
    let expiry = session.expire(age, asked.customers_too)?;
    if json {
        let mut told = serde_json::to_value(&expiry.erased).unwrap_or_default();
        told["before"] = Value::from(before);
        told["interactions"] = Value::from(expiry.interactions);
        told["customers"] = Value::from(expiry.customers);
        return print_json(&told);
    }
    say(format_args!(
        "{} interactions from before {before} are erased and {} customers with them, also from {} backups",
        expiry.interactions, expiry.customers, expiry.erased.backups
    ))?;
    say_all(besides(&expiry.erased))
}

/// What was done besides, a line each.
fn besides(erased: &Erased) -> Vec<String> {
    let counted = [
        (erased.deleted_copies, "backups that cannot be read are deleted"),
        (erased.imports, "imports lost a part of their name"),
        (erased.steps, "steps can no longer be undone"),
    ];
    let counted =
        counted.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let versions = erased.versions.iter().map(|name| format!("the version “{name}” is deleted"));
    let segments = erased.segments.iter().map(|name| format!("the rule of “{name}” no longer names it"));
    let events = erased.events.iter().map(|event| format!("“{event}” is on no map any more"));
    let named = erased.mentions.iter().map(|each| format!("still named, {}: {}", each.of, each.text));
    counted.chain(versions).chain(segments).chain(events).chain(named).collect()
}
