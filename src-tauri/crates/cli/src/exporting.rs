//! Maps and sheets of personas, written as pictures.

use std::path::Path;

use app::{Asked, ExportOptions, Exported, Session, SheetOptions};
use serde_json::json;

use crate::saying::{Stop, print_json, say, warn};

/// How many characters that no font shows are named.
const UNSHOWN: usize = 12;

/// Writes a map with the answer to a question.
pub fn map(
    file: &Path,
    map: &str,
    out: &Path,
    options: &ExportOptions,
    asked: &Asked,
    json: bool,
) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    let question = session.question(session.map_by_title(map)?, asked)?;
    tell(&session.export(map, &question, out, options)?.write()?, json)
}

/// Writes the sheet of a persona.
pub fn persona(file: &Path, name: &str, out: &Path, options: SheetOptions, json: bool) -> Result<(), Stop> {
    let mut session = Session::look(file)?;
    let persona = session.persona_by_name(name)?;
    tell(&session.export_persona(persona, out, &options)?.write()?, json)
}

/// Tells where a picture is and what it lacks.
fn tell(Exported { path, unshown }: &Exported, json: bool) -> Result<(), Stop> {
    if let Some(listed) = coded(unshown) {
        warn(format_args!(
            "note: no font of Touchline shows {listed}; in their place stand boxes with their codes"
        ));
    }
    if json {
        print_json(&json!({ "out": path, "unshown": unshown }))?;
    } else {
        say(path)?;
    }
    Ok(())
}

/// Characters with their codes, as far as they are few; nothing if there are none.
fn coded(characters: &[char]) -> Option<String> {
    let coded = |&character: &char| format!("“{character}” (U+{:04X})", u32::from(character));
    let listed: Vec<_> = characters.iter().take(UNSHOWN).map(coded).collect();
    let more = characters.len().saturating_sub(UNSHOWN);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!listed.is_empty()).then(|| listed.join(", ") + &rest)
}
