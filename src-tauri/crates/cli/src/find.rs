//! `touchline find`: where a text stands in all that is written in a workspace.

use std::path::Path;

use app::{Find, Finds, Locale, Session};

use crate::saying::{Stop, print_json, say, say_all};

/// Prints where it stands, the best first: a line each.
pub fn print(file: &Path, text: &str, json: bool) -> Result<(), Stop> {
    let finds = Session::look(file)?.find_anywhere(text, Locale::En)?;
    if json {
        return print_json(&finds);
    }
    let Finds { finds, more } = finds;
    if finds.is_empty() {
        return say("Nothing found");
    }
    say_all(finds.iter().map(line_of))?;
    if more > 0 { say(format_args!("{more} more")) } else { Ok(()) }
}

/// "Web shop › Purchase › Cart  quote: Where is my cart?"
fn line_of(find: &Find) -> String {
    let Find { path, field, before, found, after, .. } = find;
    let field = serde_json::to_value(field).unwrap_or_default();
    let text = format!("{before}{found}{after}");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}  {}: {text}", path.join(" › "), field.as_str().unwrap_or_default())
}
