//! Maps with all that is on them, and the personas whose journeys they tell.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use model::{
    AnyChannel, CellsBy, Details, Image, Journey, Lane, LaneCard, LaneKind, LaneView, Lifecycle, MapId, Node,
    Persona, PersonaDetails, PersonaFeeling, PersonaId, Place, SegmentId, Sentiment, StageDetails, StageId,
    StageTint, Touchpoint, TouchpointId, TransitionDetails, Twin, TwinState, Workshop,
};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use store::{CardFace, NewPersona, StoreError, Tx};

use super::notes::NoteEntry;
use super::story::{Called, Found, StepEntry};
use super::{Document, Missing, MissingKind, Names, Taken, persona_names, read};
use crate::operations::Part;
use crate::{AppError, Session};

/// All personas and maps of a workspace.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MapDocument {
    format: String,
    version: u32,
    /// The personas, also those that no map is about.
    pub personas: Vec<PersonaEntry>,
    /// The maps, in the order in which they were added.
    pub maps: Vec<MapEntry>,
}

impl Document for MapDocument {
    const FORMAT: &'static str = "touchline maps";
}

/// A persona.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonaEntry {
    /// Its name. Where two share one, the later is told apart by a number.
    pub name: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub goals: String,
    #[serde(default)]
    pub frustrations: String,
    /// The name of the segment of the customers that it stands for.
    #[serde(default)]
    pub segment: Option<String>,
    /// How it looks, and what else is written of it; what is not there is as of one that is new.
    #[serde(default, deserialize_with = "partial")]
    pub details: PersonaDetails,
}

/// A map.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MapEntry {
    pub title: String,
    pub lifecycle: Lifecycle,
    /// The names of the personas whose journeys it tells. Where it could be but one, that was `persona`.
    #[serde(default, alias = "persona", deserialize_with = "one_or_several")]
    pub personas: Vec<String>,
    /// The name of the folder that it is in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// What it is to another map of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub twin: Option<TwinEntry>,
    /// In the order of the lifecycle.
    pub stages: Vec<StageEntry>,
    pub touchpoints: Vec<TouchpointEntry>,
    pub transitions: Vec<TransitionEntry>,
    /// The lanes under it, from the uppermost.
    #[serde(default)]
    pub lanes: Vec<LaneEntry>,
    /// The events that are left on no touchpoint on purpose.
    #[serde(default)]
    pub left_events: Vec<String>,
    /// The steps of its story, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub story: Vec<StepEntry>,
    /// How many dots each person may give to its notes.
    #[serde(default = "dots", skip_serializing_if = "are_dots")]
    pub dots: u32,
    /// The sticky notes on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteEntry>,
}

/// One name, several or none.
fn one_or_several<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Names {
        One(Option<String>),
        Several(Vec<String>),
    }
    Ok(match Names::deserialize(deserializer)? {
        Names::One(one) => one.into_iter().collect(),
        Names::Several(all) => all,
    })
}

/// What a map is to its twin.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TwinEntry {
    /// The title of the other map.
    pub map: String,
    /// Which of the two this one is.
    pub state: TwinState,
}

/// A stage.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StageEntry {
    pub title: String,
    /// Whether it is the goal; `null` leaves it to the default.
    #[serde(default)]
    pub goal: Option<bool>,
    /// Whether it is locked.
    #[serde(default, skip_serializing_if = "is_free")]
    pub locked: bool,
    /// What else is written and chosen of it; what is not there is as of one that is new.
    #[serde(default, deserialize_with = "partial", skip_serializing_if = "StageDetails::is_empty")]
    pub details: StageDetails,
}

/// A touchpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TouchpointEntry {
    pub title: String,
    /// The title of its stage.
    pub stage: String,
    /// Where its card stands, from the left top of its stage's column.
    #[serde(deserialize_with = "exact")]
    pub x: f64,
    #[serde(deserialize_with = "exact")]
    pub y: f64,
    #[serde(default)]
    pub channel: Option<AnyChannel>,
    #[serde(default)]
    pub sentiment: Option<Sentiment>,
    /// How other personas than the first of the map feel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<FeelingEntry>,
    /// Whether it is the goal; `null` follows its stage.
    #[serde(default)]
    pub goal: Option<bool>,
    /// The names of the events that count as contact here.
    #[serde(default)]
    pub events: Vec<String>,
    /// The title of the map of the document that it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_journey: Option<String>,
    /// Whether it is locked.
    #[serde(default, skip_serializing_if = "is_free")]
    pub locked: bool,
    /// What else is written of it; what is not there is as of one that is new.
    #[serde(default, deserialize_with = "partial", skip_serializing_if = "Details::is_empty")]
    pub details: Details,
}

/// How a persona feels at a touchpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FeelingEntry {
    /// The name of the persona.
    pub persona: String,
    #[serde(default)]
    pub sentiment: Option<Sentiment>,
    /// What it says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
}

/// The names of personas by their rows.
pub(crate) type PersonaNames = HashMap<PersonaId, String>;

/// A transition: the places of two touchpoints in the list of them, from 0.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransitionEntry {
    pub from: usize,
    pub to: usize,
    /// What is written on it, and its kind; what is not there is as of one that is new.
    #[serde(default, deserialize_with = "partial", skip_serializing_if = "TransitionDetails::is_empty")]
    pub details: TransitionDetails,
}

/// A lane.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LaneEntry {
    pub kind: LaneKind,
    /// Empty, it is called as its kind is.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub view: LaneView,
    /// Whether its cells are about stages or touchpoints.
    #[serde(default = "by_stage", skip_serializing_if = "is_by_stage")]
    pub by: CellsBy,
    /// How high its cells are at least.
    #[serde(default, skip_serializing_if = "is_none")]
    pub height: u32,
    /// What it says of stages, by their titles.
    #[serde(default)]
    pub cells: BTreeMap<String, String>,
    /// What it says of touchpoints, by their places in the list of them, from 0.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub touchpoint_cells: BTreeMap<usize, String>,
    /// The cards in its cells, those of one cell in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<CardEntry>,
}

/// A card in a cell of a lane.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CardEntry {
    /// What the cell is about.
    pub of: CellOf,
    #[serde(default)]
    pub text: String,
    /// `null` takes the one of the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tint: Option<StageTint>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
}

/// What a cell is about, or what a note sticks on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CellOf {
    /// The title of a stage.
    Stage(String),
    /// The place of a touchpoint in the list of them, from 0.
    Touchpoint(usize),
}

fn dots() -> u32 {
    Workshop::DOTS
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn are_dots(dots: &u32) -> bool {
    *dots == Workshop::DOTS
}

fn by_stage() -> CellsBy {
    CellsBy::Stage
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_by_stage(by: &CellsBy) -> bool {
    *by == CellsBy::Stage
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_none(height: &u32) -> bool {
    *height == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
pub(super) fn is_free(locked: &bool) -> bool {
    !*locked
}

/// A number to its last bit: read as others are, some end up beside what is written.
pub(super) fn exact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let written = Box::<RawValue>::deserialize(deserializer)?;
    let number: f64 = written.get().parse().map_err(D::Error::custom)?;
    if number.is_finite() { Ok(number) } else { Err(D::Error::custom("a number is too large")) }
}

/// Details of which some may be left out.
fn partial<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Serialize + DeserializeOwned,
{
    let given = serde_json::Map::deserialize(deserializer)?;
    let mut whole = serde_json::to_value(T::default()).map_err(D::Error::custom)?;
    if let Some(whole) = whole.as_object_mut() {
        whole.extend(given);
    }
    serde_json::from_value(whole).map_err(D::Error::custom)
}

impl MapDocument {
    /// These personas and maps.
    pub fn of(personas: Vec<PersonaEntry>, maps: Vec<MapEntry>) -> Self {
        Self { format: Self::FORMAT.to_owned(), version: Self::VERSION, personas, maps }
    }
}

impl Session {
    /// What the personas are called, each by a name of its own.
    pub(crate) fn persona_names(&self) -> Result<PersonaNames, AppError> {
        let personas = self.workspace.personas()?;
        Ok(personas.iter().map(|each| each.id).zip(persona_names(&personas)).collect())
    }

    /// All personas and maps as a document.
    pub(crate) fn map_document(&self) -> Result<MapDocument, AppError> {
        let (personas, segments) = (self.workspace.personas()?, self.workspace.segments()?);
        let names = self.persona_names()?;
        let segment =
            |id: SegmentId| segments.iter().find(|each| each.id == id).map(|each| each.name.clone());
        let persona = |persona: &Persona| PersonaEntry {
            name: names[&persona.id].clone(),
            description: persona.description.clone(),
            goals: persona.goals.clone(),
            frustrations: persona.frustrations.clone(),
            segment: persona.segment.and_then(segment),
            details: persona.details.clone(),
        };
        let all = self.workspace.maps()?;
        let twin = |twin: Twin| {
            let other = all.iter().find(|each| each.id == twin.map)?;
            Some(TwinEntry { map: other.title.clone(), state: twin.state })
        };
        let segment_names = segments.iter().map(|each| (each.id, each.name.clone())).collect();
        let called = Called { personas: &names, segments: &segment_names };
        let mut maps = Vec::new();
        for map in &all {
            let left_events = self.workspace.left_events(map.id)?;
            let journey = self.workspace.journey(map.id)?;
            let entry = MapEntry::of(&journey, left_events, &names);
            let story = StepEntry::all(&journey, &called);
            let personas = map.personas.iter().filter_map(|id| names.get(id).cloned()).collect();
            maps.push(MapEntry { personas, twin: map.twin.and_then(twin), story, ..entry });
        }
        let personas = personas.iter().map(persona).collect();
        Ok(MapDocument::of(personas, maps))
    }

    /// A map with its personas as a document that a picture carries: without what it is to other maps.
    pub(crate) fn carried_document(&self, map: MapId) -> Result<String, AppError> {
        let MapDocument { maps, mut personas, .. } = self.map_document()?;
        let place = self.workspace.maps()?.iter().position(|each| each.id == map);
        let entry = place.and_then(|place| maps.into_iter().nth(place));
        let entry = entry.ok_or(StoreError::Missing { what: "map", id: map.0 })?;
        personas.retain(|persona| entry.personas.contains(&persona.name));
        // What people stuck on it in a workshop is for those who were there.
        let entry = MapEntry { twin: None, notes: Vec::new(), ..entry };
        let document = MapDocument::of(personas, vec![entry]);
        Ok(serde_json::to_string(&document).expect("a document is JSON"))
    }

    /// Adds the personas and maps of a document: one step of history. A persona that is here already as it is there is
    /// not added again; of others that share a name or a title with what is here, the new one is numbered.
    pub fn import_maps(&mut self, path: &Path) -> Result<Taken, AppError> {
        let document: MapDocument = read(path)?;
        let before = self.workspace.personas()?;
        let segments = self.workspace.segments()?.into_iter().map(|each| (each.name, each.id)).collect();
        let titles = self.workspace.maps()?.into_iter().map(|map| map.title).collect();
        let path = path.to_owned();
        let mut import = Import {
            path,
            before,
            segments,
            titles,
            added: Vec::new(),
            renamed: Vec::new(),
            missing: Vec::new(),
        };
        let subject = match &document.maps[..] {
            [map] => map.title.clone(),
            _ => String::new(),
        };
        self.transact("import_maps", &subject, |tx| import.carry_out(tx, &document))?;
        let Import { added, renamed, missing, .. } = import;
        Ok(Taken { added, renamed, missing, changes: self.changes_after(&[Part::Maps, Part::Personas]) })
    }
}

impl MapEntry {
    /// What is on a map, and the map itself without its personas, its twin and its story. Of personas without a name nothing is said.
    pub fn of(journey: &Journey, left_events: Vec<String>, names: &PersonaNames) -> Self {
        let map = journey.map();
        let mut touchpoints: Vec<_> = journey.touchpoints().collect();
        touchpoints.sort_by_key(|touchpoint| touchpoint.id);
        let places: HashMap<TouchpointId, usize> =
            touchpoints.iter().enumerate().map(|(place, touchpoint)| (touchpoint.id, place)).collect();
        let stages: HashMap<StageId, &str> =
            journey.stages().iter().map(|stage| (stage.id, stage.title.as_str())).collect();
        Self {
            title: map.title.clone(),
            lifecycle: map.lifecycle,
            personas: Vec::new(),
            folder: map.folder.clone(),
            twin: None,
            stages: journey
                .stages()
                .iter()
                .map(|stage| StageEntry {
                    title: stage.title.clone(),
                    goal: stage.goal,
                    locked: stage.locked,
                    details: stage.details.clone(),
                })
                .collect(),
            touchpoints: touchpoints
                .iter()
                .map(|touchpoint| TouchpointEntry::of(touchpoint, journey, stages[&touchpoint.stage], names))
                .collect(),
            transitions: journey
                .transitions()
                .iter()
                .map(|transition| TransitionEntry {
                    from: places[&transition.from],
                    to: places[&transition.to],
                    details: transition.details.clone(),
                })
                .collect(),
            lanes: journey
                .lanes()
                .iter()
                .map(|lane| LaneEntry::of(journey, lane, &stages, &places))
                .collect(),
            left_events,
            story: Vec::new(),
            dots: journey.workshop().dots,
            notes: journey
                .workshop()
                .notes
                .iter()
                .map(|note| NoteEntry::of(note, &stages, &places))
                .collect(),
        }
    }

    /// Adds it under a title; `unsound` makes an error of what is wrong with it.
    pub fn add(
        &self,
        tx: &mut Tx<'_>,
        title: &str,
        personas: &[PersonaId],
        unsound: &dyn Fn(String) -> AppError,
    ) -> Result<MapId, AppError> {
        let map = tx.add_map(title, self.lifecycle, None)?;
        tx.set_map_personas(map, personas)?;
        tx.set_map_folder(map, &self.folder)?;
        let mut stages = HashMap::new();
        for (position, stage) in self.stages.iter().enumerate() {
            let id = tx.add_stage(map, position, &stage.title)?;
            tx.set_stage_goal(id, stage.goal)?;
            tx.set_stage_details(id, &stage.details)?;
            tx.lock_stage(id, stage.locked)?;
            stages.insert(stage.title.as_str(), id);
        }
        let stage_of = |title: &str| {
            let found = stages.get(title).copied();
            found.ok_or_else(|| unsound(format!("the map “{}” has no stage “{title}”", self.title)))
        };
        let mut touchpoints = Vec::with_capacity(self.touchpoints.len());
        for touchpoint in &self.touchpoints {
            let place = Place { x: touchpoint.x, y: touchpoint.y };
            touchpoints.push(touchpoint.add(tx, stage_of(&touchpoint.stage)?, place)?);
        }
        let at = |place: usize| {
            let found = touchpoints.get(place).copied();
            found.ok_or_else(|| unsound(format!("the map “{}” has no touchpoint {place}", self.title)))
        };
        for TransitionEntry { from, to, details } in &self.transitions {
            let id = tx.add_transition(at(*from)?, at(*to)?)?;
            tx.set_transition_details(id, details)?;
        }
        let node = |of: &CellOf| match of {
            CellOf::Stage(title) => stage_of(title).map(Node::Stage),
            CellOf::Touchpoint(place) => at(*place).map(Node::Touchpoint),
        };
        for (position, lane) in self.lanes.iter().enumerate() {
            lane.add(tx, map, position, &node)?;
        }
        for event in &self.left_events {
            tx.leave_event(map, event, true)?;
        }
        tx.set_dots(map, self.dots)?;
        for note in &self.notes {
            let on = note.on.as_ref().map(&node).transpose()?;
            tx.add_note(map, &note.note(on))?;
        }
        Ok(map)
    }
}

impl TouchpointEntry {
    /// What a touchpoint of a journey is, with the title of its stage, and how those personas feel that have a name.
    pub fn of(touchpoint: &Touchpoint, journey: &Journey, stage: &str, names: &PersonaNames) -> Self {
        let feeling = |each: &PersonaFeeling| {
            let PersonaFeeling { persona, sentiment, quote } = each;
            Some(FeelingEntry {
                persona: names.get(persona)?.clone(),
                sentiment: *sentiment,
                quote: quote.clone(),
            })
        };
        Self {
            title: touchpoint.title.clone(),
            stage: stage.to_owned(),
            x: touchpoint.place.x,
            y: touchpoint.place.y,
            channel: touchpoint.channel.clone(),
            sentiment: touchpoint.sentiment,
            feelings: touchpoint.feelings.iter().filter_map(feeling).collect(),
            goal: touchpoint.goal,
            events: touchpoint.events.clone(),
            sub_journey: journey.sub_journey(touchpoint).map(str::to_owned),
            locked: touchpoint.locked,
            details: touchpoint.details.clone(),
        }
    }

    /// Adds it to a stage, wherever it was. The map that it opens, and the personas that feel there, may not be there yet.
    pub fn add(&self, tx: &mut Tx<'_>, stage: StageId, place: Place) -> Result<TouchpointId, StoreError> {
        let id = tx.add_touchpoint(stage, &self.title, place)?;
        tx.set_channel(id, self.channel.as_ref())?;
        tx.set_details(id, &self.details)?;
        tx.set_sentiment(id, self.sentiment)?;
        tx.set_touchpoint_goal(id, self.goal)?;
        tx.set_events(id, &self.events)?;
        tx.lock_touchpoint(id, self.locked)?;
        Ok(id)
    }
}

impl FeelingEntry {
    /// Says it of a touchpoint and the persona that is the one with the name here.
    pub fn add(
        &self,
        tx: &mut Tx<'_>,
        touchpoint: TouchpointId,
        persona: PersonaId,
    ) -> Result<(), StoreError> {
        let Self { sentiment, quote, .. } = self;
        tx.set_feeling(touchpoint, &PersonaFeeling { persona, sentiment: *sentiment, quote: quote.clone() })
    }
}

impl LaneEntry {
    fn of(
        journey: &Journey,
        lane: &Lane,
        stages: &HashMap<StageId, &str>,
        places: &HashMap<TouchpointId, usize>,
    ) -> Self {
        let (mut cells, mut touchpoint_cells) = (BTreeMap::new(), BTreeMap::new());
        for cell in &lane.cells {
            match cell.of {
                Node::Stage(stage) => drop(cells.insert(stages[&stage].to_owned(), cell.text.clone())),
                Node::Touchpoint(each) => drop(touchpoint_cells.insert(places[&each], cell.text.clone())),
            }
        }
        let mut cards: Vec<&LaneCard> = journey.cards().iter().filter(|card| card.lane == lane.id).collect();
        cards.sort_by_key(|card| (card.of, card.position));
        let card = |card: &LaneCard| CardEntry {
            of: match card.of {
                Node::Stage(stage) => CellOf::Stage(stages[&stage].to_owned()),
                Node::Touchpoint(each) => CellOf::Touchpoint(places[&each]),
            },
            text: card.text.clone(),
            tint: card.tint,
            image: card.image.clone(),
        };
        Self {
            kind: lane.kind,
            title: lane.title.clone(),
            view: lane.view,
            by: lane.by,
            height: lane.height,
            cells,
            touchpoint_cells,
            cards: cards.into_iter().map(card).collect(),
        }
    }

    fn add(
        &self,
        tx: &mut Tx<'_>,
        map: MapId,
        position: usize,
        node: &dyn Fn(&CellOf) -> Result<Node, AppError>,
    ) -> Result<(), AppError> {
        let lane = tx.add_lane(map, position, self.kind, &self.title)?;
        tx.set_lane_view(lane, self.view)?;
        if self.by != CellsBy::Stage {
            tx.set_cells_by(lane, self.by)?;
        }
        tx.set_lane_height(lane, self.height)?;
        for (stage, text) in &self.cells {
            tx.write_cell(lane, node(&CellOf::Stage(stage.clone()))?, text)?;
        }
        for (touchpoint, text) in &self.touchpoint_cells {
            tx.write_cell(lane, node(&CellOf::Touchpoint(*touchpoint))?, text)?;
        }
        for CardEntry { of, text, tint, image } in &self.cards {
            let face = CardFace { text, tint: *tint, image: image.as_ref() };
            tx.add_card(lane, node(of)?, usize::MAX, face)?;
        }
        Ok(())
    }
}

/// A document that is being taken in.
struct Import {
    path: PathBuf,
    before: Vec<Persona>,
    segments: HashMap<String, SegmentId>,
    titles: Names,
    added: Vec<String>,
    renamed: Vec<(String, String)>,
    missing: Vec<Missing>,
}

impl Import {
    fn carry_out(&mut self, tx: &mut Tx<'_>, document: &MapDocument) -> Result<(), AppError> {
        let personas = self.add_personas(tx, &document.personas)?;
        let mut rows = HashMap::new();
        for map in &document.maps {
            let title = self.titles.take(&map.title);
            if title != map.title {
                self.renamed.push((map.title.clone(), title.clone()));
            }
            let mut told = Vec::new();
            for name in &map.personas {
                match personas.get(name.as_str()) {
                    Some(persona) => told.push(*persona),
                    None => self.lacks(&title, MissingKind::Persona, name),
                }
            }
            let unsound = |reason| AppError::BadDocument { file_path: self.path.clone(), reason };
            rows.insert(map.title.as_str(), map.add(tx, &title, &told, &unsound)?);
            self.added.push(title);
        }
        for map in &document.maps {
            let Some(TwinEntry { map: other, state }) = &map.twin else { continue };
            let (one, other) = (rows.get(map.title.as_str()), rows.get(other.as_str()));
            if let (TwinState::AsIs, Some(&as_is), Some(&to_be)) = (state, one, other)
                && as_is != to_be
            {
                tx.join_twins(as_is, to_be)?;
            }
        }
        for map in &document.maps {
            self.join(tx, map, &rows, &personas)?;
        }
        Ok(())
    }

    /// Joins the touchpoints of a map to the maps of the document that they open, and to the personas that feel there.
    fn join(
        &mut self,
        tx: &mut Tx<'_>,
        map: &MapEntry,
        rows: &HashMap<&str, MapId>,
        personas: &HashMap<&str, PersonaId>,
    ) -> Result<(), AppError> {
        let Some(&own) = rows.get(map.title.as_str()) else { return Ok(()) };
        // They were added in the order in which they are listed.
        let mut added: Vec<TouchpointId> = tx.journey(own)?.touchpoints().map(|each| each.id).collect();
        added.sort_unstable();
        self.tell(tx, map, own, &added, personas)?;
        for (entry, id) in map.touchpoints.iter().zip(added) {
            for feeling in &entry.feelings {
                match personas.get(feeling.persona.as_str()) {
                    Some(&persona) => feeling.add(tx, id, persona)?,
                    None => self.lacks(&entry.title, MissingKind::Persona, &feeling.persona),
                }
            }
            let Some(title) = &entry.sub_journey else { continue };
            match rows.get(title.as_str()).filter(|other| **other != own) {
                Some(&other) => tx.set_sub_journey(id, Some(other))?,
                None => self.lacks(&entry.title, MissingKind::Map, title),
            }
        }
        Ok(())
    }

    /// Adds the story of a map that has its touchpoints, in the order in which they are listed.
    fn tell(
        &mut self,
        tx: &mut Tx<'_>,
        entry: &MapEntry,
        map: MapId,
        touchpoints: &[TouchpointId],
        personas: &HashMap<&str, PersonaId>,
    ) -> Result<(), AppError> {
        if entry.story.is_empty() {
            return Ok(());
        }
        let journey = tx.journey(map)?;
        let mut found = Found {
            stages: journey.stages().iter().map(|stage| (stage.title.as_str(), stage.id)).collect(),
            touchpoints,
            lanes: journey.lanes().iter().map(|lane| lane.id).collect(),
            personas,
            segments: &self.segments,
            missing: Vec::new(),
        };
        for (place, step) in entry.story.iter().enumerate() {
            tx.add_story_step(map, place, (&step.title, &step.notes), &step.shown(&mut found))?;
        }
        for (what, name) in found.missing {
            self.missing.push(Missing { of: entry.title.clone(), what, name });
        }
        Ok(())
    }

    /// Adds the personas that are not here yet, and gives the row of each.
    fn add_personas<'a>(
        &mut self,
        tx: &mut Tx<'_>,
        entries: &'a [PersonaEntry],
    ) -> Result<HashMap<&'a str, PersonaId>, AppError> {
        let mut names: Names = persona_names(&self.before).into_iter().collect();
        let mut rows = HashMap::new();
        for (entry, here) in entries.iter().zip(self.already_here(entries)) {
            if let Some(here) = here {
                rows.insert(entry.name.as_str(), here);
                continue;
            }
            let name = names.take(&entry.name);
            if name != entry.name {
                self.renamed.push((entry.name.clone(), name.clone()));
            }
            let segment = entry.segment.as_ref().and_then(|segment| {
                let found = self.segments.get(segment).copied();
                if found.is_none() {
                    self.lacks(&name, MissingKind::Segment, segment);
                }
                found
            });
            let PersonaEntry { description, goals, frustrations, .. } = entry;
            let new = NewPersona { name: &name, description, goals, frustrations, segment };
            let id = tx.add_persona(&new)?;
            tx.set_persona_details(id, &entry.details)?;
            rows.insert(entry.name.as_str(), id);
        }
        Ok(rows)
    }

    /// The personas that are here as they are in the document.
    fn already_here(&self, entries: &[PersonaEntry]) -> Vec<Option<PersonaId>> {
        let names = persona_names(&self.before);
        let same = |entry: &PersonaEntry| {
            let found = names.iter().zip(&self.before).find(|(name, persona)| {
                **name == entry.name
                    && persona.description == entry.description
                    && persona.goals == entry.goals
                    && persona.frustrations == entry.frustrations
                    && persona.details == entry.details
            });
            found.map(|(_, persona)| persona.id)
        };
        entries.iter().map(same).collect()
    }

    fn lacks(&mut self, of: &str, what: MissingKind, name: &str) {
        self.missing.push(Missing { of: of.to_owned(), what, name: name.to_owned() });
    }
}
