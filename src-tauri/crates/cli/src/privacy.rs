//! What is asked for people's sake: a record of one, and a copy in which nobody is known.

use std::path::Path;

use app::{Disguise, Locale, Record, Session};
use serde_json::json;

use crate::saying::{Stop, print_json, say, say_all};

/// Says all that is stored of a customer, or writes it to a file.
pub fn record(file: &Path, key: &str, out: Option<&Path>, locale: Locale, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    let Some(out) = out else {
        let record = session.record_of(key)?;
        return if json { print_json(&record) } else { say_all(lines(&record)) };
    };
    session.write_record(key, out, locale)?;
    let path = out.display().to_string();
    if json { print_json(&json!({ "out": path })) } else { say(path) }
}

fn lines(record: &Record) -> Vec<String> {
    let mut lines = vec![format!("{}: {} interactions", record.key, record.interactions.len())];
    lines.extend(record.name.iter().map(|name| format!("name: {name}")));
    lines.extend(record.attributes.iter().map(|(name, value)| format!("{name}: {value}")));
    for import in &record.imports {
        let (rows, interactions) = (import.rows.len(), import.interactions);
        lines.push(format!(
            "from {} ({}): {rows} rows, {interactions} interactions",
            import.source, import.at
        ));
    }
    lines.extend(record.interactions.iter().map(|deed| {
        let channel = deed.channel.iter().map(|channel| format!("  {channel}"));
        let value =
            deed.value.map(|value| format!("  {value} {}", deed.currency.as_deref().unwrap_or_default()));
        format!("{}  {}{}", deed.at, deed.event, channel.chain(value).collect::<String>())
    }));
    lines.extend(record.segments.iter().map(|name| format!("in the segment {name}")));
    lines.extend(record.personas.iter().map(|name| format!("of the persona {name}")));
    lines.extend(record.backups.iter().map(|id| format!("in the backup {id}")));
    lines.extend(record.mentions.iter().map(|each| format!("named, {}: {}", each.of, each.text)));
    lines
}

/// Writes a copy for others, and says what it lacks.
pub fn disguise(file: &Path, out: &Path, disguise: &Disguise, json: bool) -> Result<(), Stop> {
    let done = Session::look(file)?.disguise(out, disguise)?;
    if json {
        return print_json(&done);
    }
    say(format_args!("{}: {} customers, {} interactions", done.path, done.customers, done.interactions))?;
    let hidden = [
        (done.values, "values that fewer than five customers have are left out"),
        (done.events, "events that fewer than five customers have and no map lists have no name"),
        (done.channels, "channels that fewer than five customers used are left out"),
    ];
    let hidden = hidden.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    say_all(hidden.chain(done.segments.iter().map(|name| format!("the segment “{name}” is left out"))))
}
