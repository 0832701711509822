//! Maps and sheets of personas, written as pictures.

use app::{ExportOptions, Exported, Extent, Extras, Level, Node, Paper, PaperSize, Session, SheetOptions};
use serde_json::json;

use crate::arguments::{self, ExportMap, ExportPersona, OnPaper, Part};
use crate::asking::{asked, locale_of, reading_of, theme_of};
use crate::comparing;
use crate::saying::{Stop, print_json, say, warn};

/// How many characters that no font shows are named.
const UNSHOWN: usize = 12;

/// Writes a map with the answer to a question.
pub fn map(export: &ExportMap, json: bool) -> Result<(), Stop> {
    let ExportMap { file, map, stage, out, painting, without, without_map, reading, to, question, against } =
        export;
    let mut session = Session::look(file)?;
    let of = session.map_by_title(map)?;
    let stage = stage.as_ref().map(|title| session.node_by_title(of, title, Level::Stage)).transpose()?;
    let options = ExportOptions {
        scale: painting.scale,
        paper: paper_of(&painting.on),
        reading: reading_of(reading),
        extent: match stage {
            Some(Node::Stage(stage)) => Extent::Stage { stage },
            _ => Extent::Whole,
        },
        extras: without.iter().copied().fold(Extras::default(), left_out),
        carries: !without_map,
        theme: theme_of(painting.theme),
        locale: locale_of(painting.language),
    };
    let asked = asked(question, to.as_deref(), arguments::Level::Touchpoint);
    let asked = comparing::through(reading.lens, asked, against);
    let question = session.question(of, &asked)?;
    tell(&session.export(map, &question, out, &options)?.write()?, json)
}

/// Writes the sheet of a persona.
pub fn persona(export: &ExportPersona, json: bool) -> Result<(), Stop> {
    let ExportPersona { file, name, out, painting } = export;
    let options = SheetOptions {
        scale: painting.scale,
        paper: paper_of(&painting.on),
        theme: theme_of(painting.theme),
        locale: locale_of(painting.language),
    };
    let mut session = Session::look(file)?;
    let persona = session.persona_by_name(name)?;
    tell(&session.export_persona(persona, out, &options)?.write()?, json)
}

fn paper_of(on: &OnPaper) -> Option<Paper> {
    let size = match on.paper? {
        arguments::PaperSize::A0 => PaperSize::A0,
        arguments::PaperSize::A1 => PaperSize::A1,
        arguments::PaperSize::A2 => PaperSize::A2,
        arguments::PaperSize::A3 => PaperSize::A3,
        arguments::PaperSize::A4 => PaperSize::A4,
    };
    Some(Paper { size, landscape: !on.portrait })
}

fn left_out(extras: Extras, part: Part) -> Extras {
    match part {
        Part::Heading => Extras { heading: false, ..extras },
        Part::Personas => Extras { personas: false, ..extras },
        Part::Lanes => Extras { lanes: false, ..extras },
        Part::Legend => Extras { legend: false, ..extras },
    }
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
