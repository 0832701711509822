//! `touchline merge-customers`: customers who are one person.

use app::{Duplicates, Session};

use crate::arguments::{Likeness, MergeCustomers};
use crate::saying::{Stop, print_json, say, say_all};

/// Merges those who are alike, or says what that would do.
pub fn run(asked: &MergeCustomers, json: bool) -> Result<(), Stop> {
    let by = match asked.by {
        Likeness::Key => app::Likeness::Key,
        Likeness::Email => app::Likeness::Email,
    };
    let found = if asked.dry_run {
        Session::look(&asked.file)?.duplicates(by)?
    } else {
        Session::open(&asked.file)?.merge_duplicates(by)?.0
    };
    if json {
        return print_json(&found);
    }
    let would = if asked.dry_run { "would be" } else { "are now" };
    say(format_args!("{} customers {would} {} people", found.customers, found.people))?;
    say_all(examples(&found))
}

/// Some of the people, a line each.
fn examples(found: &Duplicates) -> Vec<String> {
    let keys = |person: &Vec<app::Double>| {
        let keys: Vec<&str> = person.iter().map(|each| each.key.as_str()).collect();
        format!("  {}", keys.join(" = "))
    };
    found.examples.iter().map(keys).collect()
}
