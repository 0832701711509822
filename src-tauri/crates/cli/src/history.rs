//! The history of a workspace: its steps.

use std::path::Path;

use app::{KeptStep, Session, rfc3339};

use crate::saying::{Stop, print_json, say_all};

/// Lists the steps that are kept, from the newest to the oldest.
pub fn list(file: &Path, json: bool) -> Result<(), Stop> {
    let steps = Session::look(file)?.steps()?;
    if json {
        return print_json(&steps);
    }
    say_all(steps.steps.iter().rev().map(line_of))
}

fn line_of(step: &KeptStep) -> String {
    let KeptStep { step, op, subject, at, undone } = step;
    let subject = if subject.is_empty() { String::new() } else { format!(" “{subject}”") };
    let undone = if *undone { " (undone)" } else { "" };
    format!("{step:>5}  {}  {}{subject}{undone}", rfc3339(*at), op.replace('_', " "))
}
