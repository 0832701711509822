//! `touchline segment`: the customers of whom a rule is true.

use std::path::Path;

use app::{AppError, Rule, Session, Who, rule_of_json, rule_of_text};

use crate::arguments::RuleText;
use crate::saying::{Stop, print_json, say, say_all, warn};

/// Prints how many there are and their keys. What the rule names and nobody has is told on standard error: it may be
/// misspelt.
pub fn print(file: &Path, rule: &RuleText, cutoff: Option<&str>, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    if let Some(keys) = &rule.keys {
        return print_named(&mut session, keys, json);
    }
    let rule = read(rule)?;
    let report = session.rule_report(&rule, cutoff)?;
    for unknown in session.unknown_to(&rule)? {
        warn(format_args!("note: {unknown}"));
    }
    if json {
        return print_json(&report);
    }
    say(format_args!("{} customers", report.count))?;
    say_all(&report.customers)
}

/// Prints the customers that a file names. The keys that nobody has are told on standard error.
fn print_named(session: &mut Session, keys: &Path, json: bool) -> Result<(), Stop> {
    let named = session.customers_in_file(keys)?;
    if named.unknown > 0 {
        let first = named.first_unknown.join(", ");
        warn(format_args!("note: {} keys are nobody's: {first}", named.unknown));
    }
    let report = session.who_report(&Who::Picked(named.customers))?;
    if json {
        return print_json(&report);
    }
    say(format_args!("{} customers", report.count))?;
    say_all(&report.customers)
}

/// Prints how many are in each segment, and how many in exactly which of them.
pub fn overlaps(file: &Path, named: &[String], json: bool) -> Result<(), Stop> {
    let report = Session::look(file)?.overlaps_report(named)?;
    if json {
        return print_json(&report);
    }
    say_all(report.segments.iter().map(|(name, customers)| format!("{name:40} {customers:>10}")))?;
    say(format_args!("exactly in"))?;
    say_all(report.overlaps.iter().map(|overlap| {
        let within = if overlap.within.is_empty() { "none".to_owned() } else { overlap.within.join(" + ") };
        format!("{within:40} {:>10}", overlap.customers)
    }))
}

fn read(rule: &RuleText) -> Result<Rule, AppError> {
    match (&rule.rule, &rule.text) {
        (Some(json), _) => rule_of_json(json),
        (None, text) => rule_of_text(text.as_deref().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each sentence of the help is the rule whose JSON stands below it.
    #[test]
    fn the_help_says_the_same_in_both_ways() {
        let lines: Vec<&str> = include_str!("rules.txt").lines().collect();
        let mut examples = 0;
        for pair in lines.windows(2).filter(|pair| pair[1].starts_with("  {")) {
            let (text, json) = (rule_of_text(pair[0]), rule_of_json(pair[1]));
            assert_eq!(text.expect(pair[0]), json.expect(pair[1]), "{}", pair[0]);
            examples += 1;
        }
        assert_eq!(examples, lines.iter().filter(|line| line.starts_with("  ")).count() / 2);
        assert!(examples > 15);
    }
}
