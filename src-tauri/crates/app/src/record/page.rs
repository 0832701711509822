//! What is stored of a person, as a page that anybody can read.

use std::fmt::Write;

use super::{Deed, Record};
use crate::Locale;

/// The words of the page.
struct Words {
    stored: &'static str,
    of: &'static str,
    key: &'static str,
    other_keys: &'static str,
    at: &'static str,
    attributes: &'static str,
    imports: &'static str,
    interactions: &'static str,
    interaction: [&'static str; 5],
    segments: &'static str,
    personas: &'static str,
    backups: &'static str,
    mentions: &'static str,
    none: &'static str,
}

const ENGLISH: Words = Words {
    stored: "What is stored of",
    of: "Workspace",
    key: "Key",
    other_keys: "Merged with the keys",
    at: "Looked up",
    attributes: "Attributes",
    imports: "Imports that named this person",
    interactions: "Interactions",
    interaction: ["When", "Event", "Channel", "Value", "Currency"],
    segments: "Segments",
    personas: "Personas",
    backups: "Backups that hold this person",
    mentions: "Texts that name this person",
    none: "None",
};

const DUTCH: Words = Words {
    stored: "Wat is opgeslagen over",
    of: "Werkruimte",
    key: "Sleutel",
    other_keys: "Samengevoegd met de sleutels",
    at: "Opgezocht",
    attributes: "Kenmerken",
    imports: "Imports die deze persoon noemden",
    interactions: "Interacties",
    interaction: ["Wanneer", "Gebeurtenis", "Kanaal", "Waarde", "Valuta"],
    segments: "Segmenten",
    personas: "Persona’s",
    backups: "Reservekopieën waar deze persoon in staat",
    mentions: "Teksten die deze persoon noemen",
    none: "Geen",
};

/// The page.
pub(super) fn page(record: &Record, locale: Locale) -> String {
    let words = match locale {
        Locale::En => ENGLISH,
        Locale::Nl => DUTCH,
    };
    let title = format!("{} {}", words.stored, record.name.as_deref().unwrap_or(&record.key));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{STYLE}</style>\n<h1>{}</h1>\n",
        locale.tag(),
        plain(&title),
        plain(&title)
    );
    let other_keys = record.other_keys.join(", ");
    let facts = [
        (words.key, &record.key),
        (words.other_keys, &other_keys),
        (words.of, &record.workspace),
        (words.at, &record.at),
    ];
    let facts = facts.iter().filter(|(_, value)| !value.is_empty());
    page += &pairs(facts.map(|(name, value)| (*name, value.as_str())));
    section(&mut page, words.attributes, &words, pairs(texts(&record.attributes)));
    let mut imports = String::new();
    for import in &record.imports {
        let count = format!("{}: {}", words.interactions, import.interactions);
        let _ = write!(imports, "<h3>{} · {}</h3>\n<p>{count}</p>\n", plain(&import.source), import.at);
        for row in &import.rows {
            imports += &pairs(row.name.iter().map(|name| ("", name.as_str())).chain(texts(&row.attributes)));
        }
    }
    section(&mut page, words.imports, &words, imports);
    section(&mut page, words.interactions, &words, table(&words, &record.interactions));
    section(&mut page, words.segments, &words, list(&record.segments));
    section(&mut page, words.personas, &words, list(&record.personas));
    section(&mut page, words.backups, &words, list(&record.backups));
    let mentions: Vec<String> = record.mentions.iter().map(|each| each.text.clone()).collect();
    section(&mut page, words.mentions, &words, list(&mentions));
    page
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1b1d22}\
table{border-collapse:collapse}td,th{padding:.25rem 1rem .25rem 0;text-align:left;vertical-align:top}\
tr+tr td{border-top:1px solid #dcdfe5}h2{margin-top:2rem}";

fn section(page: &mut String, heading: &str, words: &Words, content: String) {
    let content = if content.is_empty() { format!("<p>{}</p>\n", words.none) } else { content };
    let _ = write!(page, "<h2>{heading}</h2>\n{content}");
}

fn texts(all: &std::collections::BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    all.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

fn pairs<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let rows: String = all.map(|(name, value)| row(&[name, value])).collect();
    if rows.is_empty() { rows } else { format!("<table>\n{rows}</table>\n") }
}

fn table(words: &Words, deeds: &[Deed]) -> String {
    if deeds.is_empty() {
        return String::new();
    }
    let head = words.interaction.join("</th><th>");
    let rows: String = deeds
        .iter()
        .map(|deed| {
            let value = deed.value.map(|value| value.to_string()).unwrap_or_default();
            let [channel, currency] =
                [&deed.channel, &deed.currency].map(|text| text.as_deref().unwrap_or_default());
            row(&[&deed.at, &deed.event, channel, &value, currency])
        })
        .collect();
    format!("<table>\n<tr><th>{head}</th></tr>\n{rows}</table>\n")
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    format!("<tr><td dir=\"auto\">{}</td></tr>\n", cells.join("</td><td dir=\"auto\">"))
}

fn list(all: &[String]) -> String {
    let items: Vec<String> = all.iter().map(|each| plain(each)).collect();
    if items.is_empty() {
        String::new()
    } else {
        format!("<ul>\n<li>{}</li>\n</ul>\n", items.join("</li>\n<li>"))
    }
}

/// A text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '"' => plain.push_str("&quot;"),
            sign => plain.push(sign),
        }
    }
    plain
}
