//! `touchline means`, `metrics` and `value`: what customers are worth.

use app::operations::SetMeaning;
use app::{BuyerReport, Meaning, MetricsReport, OfTile, Session, Stakes, Survey, Tile, Who};
use serde_json::json;

use crate::arguments::{self, AtStake, Means, Metrics};
use crate::asking::asked;
use crate::saying::{Stop, print_json, say, say_all};

/// Sets what the values of an event mean, or lists what those of all events do.
pub fn means(means: &Means, json: bool) -> Result<(), Stop> {
    let session = match (&means.event, means.meaning) {
        (Some(event), Some(meaning)) => {
            let mut session = Session::open(&means.file)?;
            session.edit(&SetMeaning { event: event.clone(), meaning: meaning_of(meaning) }.into())?;
            session
        }
        _ => Session::look(&means.file)?,
    };
    let all = session.event_meanings()?;
    let name = |meaning: Option<Meaning>| meaning.map(Meaning::name);
    if json {
        let event = |each: &app::EventMeaning| json!({ "event": each.event, "interactions": each.count, "meaning": name(each.meaning) });
        return print_json(&all.iter().map(event).collect::<Vec<_>>());
    }
    say_all(all.iter().map(|each| {
        format!("{:32} {:>10}  {}", each.event, each.count, name(each.meaning).unwrap_or_default())
            .trim_end()
            .to_owned()
    }))
}

/// Prints the metrics of a period, or who is behind one of them.
pub fn metrics(metrics: &Metrics, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&metrics.file)?;
    let map = session.map_by_title(&metrics.map)?;
    let asked = asked(&metrics.question, metrics.to.as_deref(), arguments::Level::Touchpoint);
    let question = session.question(map, &asked)?;
    if metrics.buyers {
        return print_buyers(&session.buyers(map, &question)?, json);
    }
    let activity = metrics.activity.map(|activity| match activity {
        arguments::Activity::Purchases => app::ActiveBy::Purchases,
        arguments::Activity::Contacts => app::ActiveBy::Contacts,
    });
    let found = session.metrics(map, &question, activity)?;
    if let Some(tile) = metrics.who {
        let who = Who::Tile(Box::new(OfTile { tile: tile_of(tile), of: found.of }));
        let report = session.who_report(&who)?;
        return if json { print_json(&report) } else { say_all(&report.customers) };
    }
    let projection = session.projection(map, &question)?;
    if json {
        return print_json(&MetricsReport::of(&found, projection));
    }
    print_metrics(&found)?;
    let Some(projection) = projection else { return Ok(()) };
    say(format_args!(
        "next year, projected    {:.2} of a customer in {:.2} purchases (BG/NBD and Gamma-Gamma, of {})",
        projection.value, projection.purchases, projection.buyers
    ))
}

fn print_buyers(buyers: &[BuyerReport], json: bool) -> Result<(), Stop> {
    if json {
        return print_json(&buyers);
    }
    say(format_args!("{:24} {:>9} {:>7} {:>7} {:>10}", "customer", "frequency", "recency", "age", "mean"))?;
    say_all(buyers.iter().map(|each| {
        let BuyerReport { customer, frequency, recency, age, mean } = each;
        format!("{customer:24} {frequency:>9} {recency:>7} {age:>7} {mean:>10.2}")
    }))
}

fn print_metrics(found: &app::Metrics) -> Result<(), Stop> {
    let share = |rate: Option<app::Rate>| {
        rate.map_or_else(
            || "–".to_owned(),
            |rate| {
                format!(
                    "{:.1} % ({:.1} to {:.1}, of {})",
                    rate.rate * 100.0,
                    rate.low * 100.0,
                    rate.high * 100.0,
                    rate.of
                )
            },
        )
    };
    say(format_args!("customers at the start  {}", found.at_start))?;
    say(format_args!("active                  {}", found.active))?;
    say(format_args!("  who stayed            {}", found.kept))?;
    say(format_args!("  new                   {}", found.fresh))?;
    say(format_args!("  won back              {}", found.won_back))?;
    say(format_args!("retention               {}", share(found.retention)))?;
    say(format_args!("churn                   {}", share(found.churn)))?;
    let revenue = &found.revenue;
    let currency = revenue.currency.as_deref().unwrap_or_default();
    say(format_args!("purchases               {}, {} refunds", revenue.purchases, revenue.refunds))?;
    say(format_args!("revenue                 {:.2} {currency}", revenue.sum))?;
    if let Some(per_buyer) = revenue.per_buyer {
        say(format_args!("revenue of a buyer      {per_buyer:.2} {currency} (of {})", revenue.buyers))?;
    }
    if let Some(lifetime) = found.lifetime {
        let app::Lifetime { purchase_value, purchases_per_year, years, value } = lifetime;
        say(format_args!(
            "lifetime value          {value:.2} {currency} = {purchase_value:.2} x {purchases_per_year:.2} a year x {years:.2} years (projected)"
        ))?;
    }
    for score in &found.scores {
        let figure = format!("{:.2} ({:.2} to {:.2})", score.figure, score.low, score.high);
        say(format_args!(
            "{:23} {figure}, mean {:.2}, of {}",
            score.survey.name(),
            score.mean,
            score.answered
        ))?;
    }
    for (count, what) in [
        (revenue.other_currencies, "purchases in other currencies are left out"),
        (revenue.without_value, "purchases without a value are left out"),
        (found.scores.iter().map(|score| score.off_scale).sum(), "answers off their scale are left out"),
    ] {
        if count > 0 {
            say(format_args!("{count} {what}"))?;
        }
    }
    Ok(())
}

/// Prints what is at stake at each node, the most first.
pub fn stakes(stakes: &AtStake, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(&stakes.file)?;
    let map = session.map_by_title(&stakes.map)?;
    let asked = asked(&stakes.question, stakes.to.as_deref(), arguments::Level::Stage);
    let question = session.question(map, &asked)?;
    let horizon = session.span(&stakes.horizon)?;
    let found = session.stakes(map, &question, horizon)?;
    let report = session.stakes_report(map, &found)?;
    if json {
        return print_json(&report);
    }
    let Stakes { currency, .. } = &found;
    say(format_args!(
        "{:32} {:>8} {:>12} {:>12} {:>12}  95 %",
        "at",
        "lost",
        "moved on",
        "lost",
        currency.as_deref().unwrap_or("value")
    ))?;
    for node in &report.nodes {
        let mean = |mean: Option<f64>| mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean:.2}"));
        let interval =
            node.low.zip(node.high).map(|(low, high)| format!("{low:.0} to {high:.0}")).unwrap_or_default();
        say(format_args!(
            "{:32} {:>8} {:>12} {:>12} {:>12}  {interval}",
            node.name,
            node.lost,
            mean(node.mean_of_moved),
            mean(node.mean_of_lost),
            mean(node.value)
        ))?;
    }
    Ok(())
}

fn meaning_of(meaning: arguments::Meaning) -> Option<Meaning> {
    match meaning {
        arguments::Meaning::Purchase => Some(Meaning::Purchase),
        arguments::Meaning::Nps => Some(Meaning::Score(Survey::Nps)),
        arguments::Meaning::Csat => Some(Meaning::Score(Survey::Csat)),
        arguments::Meaning::Ces => Some(Meaning::Score(Survey::Ces)),
        arguments::Meaning::Nothing => None,
    }
}

fn tile_of(tile: arguments::Tile) -> Tile {
    match tile {
        arguments::Tile::AtStart => Tile::AtStart,
        arguments::Tile::Active => Tile::Active,
        arguments::Tile::Kept => Tile::Kept,
        arguments::Tile::Gone => Tile::Gone,
        arguments::Tile::Fresh => Tile::Fresh,
        arguments::Tile::WonBack => Tile::WonBack,
        arguments::Tile::Buyers => Tile::Buyers,
    }
}
