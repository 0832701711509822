//! The story of a map in a document: what a step refers to by title, name and place in lists.

use std::collections::HashMap;

use model::{
    Against, Area, Frame, Journey, LaneId, Lit, PersonaId, Question, SegmentId, Shown, StageId, StoryStep,
    TouchpointId, Who,
};
use serde::{Deserialize, Serialize};

use super::MissingKind;
use super::maps::exact;

/// A step of a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepEntry {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub notes: String,
    #[serde(default)]
    pub frame: FrameEntry,
    pub lens: String,
    #[serde(default)]
    pub least: u8,
    /// What is asked; `null` is what a map is asked at first.
    #[serde(default)]
    pub asked: Option<AskedEntry>,
    #[serde(default)]
    pub lit: Vec<LitEntry>,
    /// The lanes that are left out, by their places in the list of them, from 0.
    #[serde(default)]
    pub hidden: Vec<usize>,
}

/// Where the camera is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FrameEntry {
    #[default]
    Whole,
    /// The title of a stage.
    Stage(String),
    Area(AreaEntry),
}

/// A part of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AreaEntry {
    #[serde(deserialize_with = "exact")]
    x: f64,
    #[serde(deserialize_with = "exact")]
    y: f64,
    #[serde(deserialize_with = "exact")]
    width: f64,
    #[serde(deserialize_with = "exact")]
    height: f64,
}

/// What is asked, and of whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedEntry {
    /// The question, as if of everybody and compared with nobody.
    question: Question,
    who: WhoEntry,
    #[serde(default)]
    against: Option<AgainstEntry>,
}

/// People, by the names for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WhoEntry {
    Everybody,
    Segment(String),
    Personas(Vec<String>),
}

/// With whom or with when they are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AgainstEntry {
    Others,
    Who(WhoEntry),
    Range { from: Option<i64>, to: Option<i64> },
}

/// What stays bright: stages by their titles, touchpoints by their places in the list of them, from 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LitEntry {
    Stage(String),
    Touchpoint(usize),
    Way { from: usize, to: usize },
}

/// What rows are called.
pub(crate) struct Called<'a> {
    pub personas: &'a HashMap<PersonaId, String>,
    pub segments: &'a HashMap<SegmentId, String>,
}

/// Where what steps refer to is found.
pub(crate) struct Found<'a> {
    pub stages: HashMap<&'a str, StageId>,
    /// In the order of the list of them.
    pub touchpoints: &'a [TouchpointId],
    /// Likewise.
    pub lanes: Vec<LaneId>,
    pub personas: &'a HashMap<&'a str, PersonaId>,
    pub segments: &'a HashMap<String, SegmentId>,
    /// What steps refer to and is not here.
    pub missing: Vec<(MissingKind, String)>,
}

impl Found<'_> {
    fn lacks(&mut self, what: MissingKind, name: &str) {
        let missing = (what, name.to_owned());
        if !self.missing.contains(&missing) {
            self.missing.push(missing);
        }
    }
}

impl StepEntry {
    /// The steps of a map's story.
    pub fn all(journey: &Journey, called: &Called<'_>) -> Vec<Self> {
        let mut touchpoints: Vec<TouchpointId> = journey.touchpoints().map(|each| each.id).collect();
        touchpoints.sort_unstable();
        journey.story().iter().map(|step| Self::of(step, journey, &touchpoints, called)).collect()
    }

    fn of(step: &StoryStep, journey: &Journey, touchpoints: &[TouchpointId], called: &Called<'_>) -> Self {
        let stage =
            |id: StageId| journey.stages().iter().find(|each| each.id == id).map(|each| each.title.clone());
        let place = |id: TouchpointId| touchpoints.binary_search(&id).ok();
        let Shown { frame, lens, least, question, lit, hidden } = &step.shown;
        let lit = lit.iter().filter_map(|each| match each {
            Lit::Stage(id) => stage(*id).map(LitEntry::Stage),
            Lit::Touchpoint(id) => place(*id).map(LitEntry::Touchpoint),
            Lit::Way { from, to } => Some(LitEntry::Way { from: place(*from)?, to: place(*to)? }),
        });
        let lane = |id: &LaneId| journey.lanes().iter().position(|lane| lane.id == *id);
        Self {
            title: step.title.clone(),
            notes: step.notes.clone(),
            frame: match frame {
                Frame::Whole => FrameEntry::Whole,
                Frame::Stage(id) => stage(*id).map_or(FrameEntry::Whole, FrameEntry::Stage),
                Frame::Area(Area { x, y, width, height }) => {
                    FrameEntry::Area(AreaEntry { x: *x, y: *y, width: *width, height: *height })
                }
            },
            lens: lens.clone(),
            least: *least,
            asked: question.as_ref().map(|question| AskedEntry::of(question, called)),
            lit: lit.collect(),
            hidden: hidden.iter().filter_map(lane).collect(),
        }
    }

    /// What it shows here. What it refers to and is not here is left out of it.
    pub fn shown(&self, found: &mut Found<'_>) -> Shown {
        let stage = |title: &str| found.stages.get(title).copied();
        let touchpoint = |place: usize| found.touchpoints.get(place).copied();
        let lit = self.lit.iter().filter_map(|each| match each {
            LitEntry::Stage(title) => stage(title).map(Lit::Stage),
            LitEntry::Touchpoint(place) => touchpoint(*place).map(Lit::Touchpoint),
            LitEntry::Way { from, to } => Some(Lit::Way { from: touchpoint(*from)?, to: touchpoint(*to)? }),
        });
        let lit = lit.collect();
        let frame = match &self.frame {
            FrameEntry::Whole => Frame::Whole,
            FrameEntry::Stage(title) => stage(title).map_or(Frame::Whole, Frame::Stage),
            FrameEntry::Area(AreaEntry { x, y, width, height }) => {
                Frame::Area(Area { x: *x, y: *y, width: *width, height: *height })
            }
        };
        Shown {
            frame,
            lens: self.lens.clone(),
            least: self.least,
            question: self.asked.as_ref().map(|asked| asked.question(found)),
            lit,
            hidden: self.hidden.iter().filter_map(|place| found.lanes.get(*place).copied()).collect(),
        }
    }
}

impl AskedEntry {
    fn of(question: &Question, called: &Called<'_>) -> Self {
        let against = question.against.as_ref().map(|against| match against {
            Against::Others => AgainstEntry::Others,
            Against::Who(who) => AgainstEntry::Who(WhoEntry::of(who, called)),
            Against::Range { from, to } => AgainstEntry::Range { from: *from, to: *to },
        });
        Self {
            question: Question { who: Who::Everybody, against: None, ..question.clone() },
            who: WhoEntry::of(&question.who, called),
            against,
        }
    }

    fn question(&self, found: &mut Found<'_>) -> Question {
        let against = self.against.as_ref().map(|against| match against {
            AgainstEntry::Others => Against::Others,
            AgainstEntry::Who(who) => Against::Who(who.who(found)),
            AgainstEntry::Range { from, to } => Against::Range { from: *from, to: *to },
        });
        Question { who: self.who.who(found), against, ..self.question.clone() }
    }
}

impl WhoEntry {
    fn of(who: &Who, called: &Called<'_>) -> Self {
        let personas = match who {
            Who::Segment(id) => {
                let name = called.segments.get(id);
                return name.map_or(Self::Everybody, |name| Self::Segment(name.clone()));
            }
            Who::Persona(id) => std::slice::from_ref(id),
            Who::Personas(ids) => ids,
            // Steps name nobody else.
            _ => return Self::Everybody,
        };
        let names: Vec<String> = personas.iter().filter_map(|id| called.personas.get(id).cloned()).collect();
        if names.is_empty() { Self::Everybody } else { Self::Personas(names) }
    }

    fn who(&self, found: &mut Found<'_>) -> Who {
        match self {
            Self::Everybody => Who::Everybody,
            Self::Segment(name) => {
                let segment = found.segments.get(name).copied();
                if segment.is_none() {
                    found.lacks(MissingKind::Segment, name);
                }
                segment.map_or(Who::Everybody, Who::Segment)
            }
            Self::Personas(names) => {
                let mut personas = Vec::new();
                for name in names {
                    match found.personas.get(name.as_str()) {
                        Some(persona) => personas.push(*persona),
                        None => found.lacks(MissingKind::Persona, name),
                    }
                }
                Who::of_any(personas)
            }
        }
    }
}
