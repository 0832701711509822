//! What is said on standard output.

use std::io::{self, Write};

/// Writes a line to standard output; a closed pipe ends the program quietly.
pub fn say(line: impl std::fmt::Display) {
    if writeln!(io::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

/// Writes a report as one line of JSON.
pub fn print_json(report: &impl serde::Serialize) {
    say(serde_json::to_value(report).unwrap_or_default());
}
