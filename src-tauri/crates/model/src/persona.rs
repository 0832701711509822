//! Personas and the segments of customers behind them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{PersonaDetails, PersonaId, SegmentId};

/// A persona: the kind of customer whose journey a map tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Persona {
    /// Its row.
    pub id: PersonaId,
    /// Its name, such as "Nora, new to the shop".
    pub name: String,
    /// Its story: who this is, in a few sentences. The first line stands beside its name on maps.
    pub description: String,
    /// What this persona wants, an entry a line.
    pub goals: String,
    /// What stands in the way, likewise.
    pub frustrations: String,
    /// The stored customers this persona stands for.
    pub segment: Option<SegmentId>,
    /// How it looks, and what else is written of it.
    pub details: PersonaDetails,
}

impl Persona {
    /// A persona of which only the name is known.
    pub fn new(id: PersonaId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            description: String::new(),
            goals: String::new(),
            frustrations: String::new(),
            segment: None,
            details: PersonaDetails::default(),
        }
    }
}

/// A segment: the stored customers of whom its rule is true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Segment {
    /// Its row.
    pub id: SegmentId,
    /// Its name, unique in the workspace.
    pub name: String,
}
