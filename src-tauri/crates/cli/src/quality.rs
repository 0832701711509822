//! `touchline quality`: what is wrong with the data.

use app::{EffectReport, FlawReport, Rate, Session};

use crate::arguments::{self, Quality};
use crate::asking::asked;
use crate::saying::{Stop, print_json, say, say_all};

/// Prints each flaw, and with a map what it does to its rates.
pub fn print(quality: &Quality, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&quality.file)?;
    let map = quality.map.as_deref().map(|title| session.map_by_title(title)).transpose()?;
    let asked = asked(&quality.question, quality.to.as_deref(), arguments::Level::Stage);
    let about = map.map(|map| Ok::<_, Stop>((map, session.question(map, &asked)?))).transpose()?;
    let report = session.quality_report(about.as_ref().map(|(map, question)| (*map, question)))?;
    if json {
        return print_json(&report);
    }
    say(format_args!("{} customers, {} interactions", report.customers, report.interactions))?;
    if report.rejected_rows > 0 {
        say(format_args!("{} rows of sources were rejected", report.rejected_rows))?;
    }
    say(format_args!("{:32} {:>10} {:>12}", "flaw", "customers", "interactions"))?;
    say_all(report.flaws.iter().map(line))
}

fn line(flaw: &FlawReport) -> String {
    let name = match &flaw.attribute {
        Some(attribute) => format!("{}={attribute}", flaw.flaw),
        None => flaw.flaw.to_owned(),
    };
    let interactions = flaw.interactions.map_or_else(|| "–".to_owned(), |count| count.to_string());
    let effect = flaw.effect.as_ref().map(told).unwrap_or_default();
    format!("{name:32} {:>10} {interactions:>12}  {effect}", flaw.customers).trim_end().to_owned()
}

fn told(effect: &EffectReport) -> String {
    let percent = |rate: Rate| rate.rate * 100.0;
    let ends = effect.from.as_deref().zip(effect.to.as_deref());
    let gone = if effect.gone > 0 { format!("; {} rates would be gone", effect.gone) } else { String::new() };
    match ends.zip(effect.before.zip(effect.after)) {
        Some(((from, to), (before, after))) => format!(
            "{} of {} rates change, most {from} → {to}: {:.1} % to {:.1} %{gone}",
            effect.changed,
            effect.rates,
            percent(before),
            percent(after)
        ),
        None => format!("no rate changes{gone}"),
    }
}
