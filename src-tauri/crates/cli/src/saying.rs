//! What is said: results on standard output, all else on standard error.
//!
//! Names come from files that others made. Printed for people, what in them would act on a terminal is written out; in
//! JSON it is escaped, which reads the same.

use std::fmt::Display;
use std::io::{self, BufWriter, Write};

use app::AppError;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

/// Why a command ends before it is done.
#[derive(Debug)]
pub enum Stop {
    /// It could not be carried out.
    App(AppError),
    /// Its result could not be written to standard output.
    Output(io::Error),
}

impl<E: Into<AppError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::App(error.into())
    }
}

/// Writes a line to standard output.
pub fn say(line: impl Display) -> Result<(), Stop> {
    say_all([line])
}

/// Writes lines to standard output.
pub fn say_all(lines: impl IntoIterator<Item = impl Display>) -> Result<(), Stop> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut lines = lines.into_iter();
    let written = lines.try_for_each(|line| writeln!(out, "{}", harmless(&line.to_string())));
    written.and_then(|()| out.flush()).map_err(Stop::Output)
}

/// Writes a report to standard output as one line of JSON.
pub fn print_json(report: &impl serde::Serialize) -> Result<(), Stop> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut write = || {
        // As a value its fields have one order, whatever it is made of.
        let report = serde_json::to_value(report)?;
        serde::Serialize::serialize(&report, &mut Serializer::with_formatter(&mut out, Escaping))?;
        writeln!(out)?;
        out.flush()
    };
    write().map_err(Stop::Output)
}

/// Writes a line to standard error. Where that cannot be written there is nobody left to tell.
pub fn warn(line: impl Display) {
    let _ = writeln!(io::stderr(), "{}", harmless(&line.to_string()));
}

/// Whether a character commands a terminal: controls, those that turn the direction of text round, and ends of lines
/// that only Unicode knows.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A line in which what would act on a terminal is written out: `\u{1b}`. A tab stays.
pub fn harmless(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for character in line.chars() {
        if acts(character) && character != '\t' {
            text.extend(character.escape_default());
        } else {
            text.push(character);
        }
    }
    text
}

/// Writes compact JSON with escapes for all that would act on a terminal.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some((at, character)) = rest.char_indices().find(|(_, character)| acts(*character)) {
            CompactFormatter.write_string_fragment(writer, &rest[..at])?;
            write!(writer, "\\u{:04x}", u32::from(character))?;
            rest = &rest[at + character.len_utf8()..];
        }
        CompactFormatter.write_string_fragment(writer, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_written_out() {
        assert_eq!(harmless("Café\tשלום 漢"), "Café\tשלום 漢");
        assert_eq!(harmless("a\u{1b}[31mb\nc\u{7f}"), "a\\u{1b}[31mb\\nc\\u{7f}");
        assert_eq!(harmless("\u{9b}2J\u{202e}x\u{2069}"), "\\u{9b}2J\\u{202e}x\\u{2069}");
    }

    #[test]
    fn json_says_the_same_without_acting() {
        let text = "a\u{1b}[31m\u{9b}2J\u{7f}\u{202e}\u{2028}\"\\é\n";
        let mut json = Vec::new();
        serde::Serialize::serialize(text, &mut Serializer::with_formatter(&mut json, Escaping)).unwrap();
        let json = String::from_utf8(json).unwrap();
        assert!(!json.chars().any(acts), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
