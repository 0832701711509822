//! Finding a text in all that people have written in a workspace: on every map, of personas and of segments.
//!
//! What people write on a map is listed in [`crate::finding`]; here is what they write elsewhere.

use std::ops::Range;

use model::{
    AnyChannel, Journey, Lookup, MapId, Node, OwnChannel, Persona, PersonaDetails, PersonaId, SegmentId,
    StageId, TouchpointId, Trait,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::finding::{around, each_text};
use crate::{AppError, Field, Locale, Session, Written};

/// How many finds are told at most.
const MOST: usize = 50;

/// How many characters around what is found are told.
const AROUND: usize = 48;

/// On what a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FoundOn {
    /// A map, or something on it.
    Map {
        /// Which map.
        map: MapId,
        /// On what of it.
        written: Written,
    },
    /// A persona.
    Persona {
        /// Which.
        persona: PersonaId,
    },
    /// A segment.
    Segment {
        /// Which.
        segment: SegmentId,
    },
}

/// A text that says what was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Find {
    /// On what it stands.
    pub on: FoundOn,
    /// What that is called, after what it is in: a map, a stage, a touchpoint.
    pub path: Vec<String>,
    /// Which of its texts it is.
    pub field: Field,
    /// Which of several such texts, from 0.
    pub entry: u32,
    /// What stands before what was looked for.
    pub before: String,
    /// As it is written there.
    pub found: String,
    /// What stands after it.
    pub after: String,
}

/// The texts that say what was looked for, the best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Finds {
    /// No more than so many that one can look through them.
    pub finds: Vec<Find>,
    /// How many there are besides.
    pub more: u32,
}

/// What is looked for.
struct Wanted {
    whole: Lookup,
    words: Vec<Lookup>,
}

impl Wanted {
    /// A text, or all of its words in any order; without case and accents. `None` where it says nothing.
    fn of(typed: &str) -> Option<Self> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let whole = Lookup::of(&words.join(" "));
        // What is nothing but accents is nowhere.
        whole.find(&whole)?;
        Some(Self { whole, words: words.into_iter().map(Lookup::of).collect() })
    }

    /// Where it stands in a text, and how well that fits: the less the better.
    fn seek(&self, text: &str) -> Option<(u8, Range<usize>)> {
        let text = Lookup::of(text);
        if let Some(range) = text.find(&self.whole) {
            return Some((u8::from(range.start > 0), range));
        }
        let found: Option<Vec<_>> = self.words.iter().map(|word| text.find(word)).collect();
        found?.into_iter().next().map(|first| (2, first))
    }
}

/// What is found so far.
struct Looking {
    wanted: Wanted,
    /// With how well each fits.
    found: Vec<(u8, Find)>,
}

impl Looking {
    /// Notes a text if it says what is wanted. Titles and names come first.
    fn see(
        &mut self,
        on: FoundOn,
        (field, entry): (Field, u32),
        text: &str,
        path: impl FnOnce() -> Vec<String>,
    ) {
        let Some((fit, range)) = self.wanted.seek(text) else { return };
        let [before, found, after] = around(text, &range, AROUND);
        let fit = if matches!(field, Field::Title | Field::Name) { fit } else { fit + 3 };
        self.found.push((fit, Find { on, path: path(), field, entry, before, found, after }));
    }

    fn look_on(&mut self, journey: &Journey, locale: Locale) {
        let map = journey.map();
        let on = |written| FoundOn::Map { map: map.id, written };
        each_text(journey, &mut |written, field, entry, text| {
            self.see(on(written), (field, entry), text, || path(journey, written, locale));
        });
        self.see(on(Written::Map), (Field::Folder, 0), &map.folder, || vec![map.title.clone()]);
        for touchpoint in journey.touchpoints() {
            let written = Written::Touchpoint { touchpoint: touchpoint.id };
            for (entry, event) in (0..).zip(&touchpoint.events) {
                self.see(on(written), (Field::Event, entry), event, || path(journey, written, locale));
            }
        }
    }

    fn look_at(&mut self, persona: &Persona) {
        let on = FoundOn::Persona { persona: persona.id };
        each_text_of(persona, &mut |field, entry, text| {
            self.see(on, (field, entry), text, || vec![persona.name.clone()]);
        });
    }

    /// The best of what was found; of equals those that were found first.
    fn best(mut self) -> Finds {
        self.found.sort_by_key(|(fit, _)| *fit);
        let more = u32::try_from(self.found.len().saturating_sub(MOST)).unwrap_or(u32::MAX);
        Finds { finds: self.found.into_iter().take(MOST).map(|(_, find)| find).collect(), more }
    }
}

/// What something on a map is called, after what it is in.
fn path(journey: &Journey, written: Written, locale: Locale) -> Vec<String> {
    let title = |node| journey.title(node).unwrap_or_default().to_owned();
    let stage = |id: StageId| title(Node::Stage(id));
    let touchpoint = |id: TouchpointId| title(Node::Touchpoint(id));
    let lane = |id| {
        let found = journey.lanes().iter().find(|lane| lane.id == id);
        found.map(|lane| scene::lane_name(lane, locale.into())).unwrap_or_default()
    };
    let mut path = vec![journey.map().title.clone()];
    match written {
        Written::Map => {}
        Written::Stage { stage: id } => path.push(stage(id)),
        Written::Touchpoint { touchpoint: id } => {
            path.extend(journey.touchpoint(id).map(|each| stage(each.stage)));
            path.push(touchpoint(id));
        }
        Written::Transition { transition: id } => {
            let found = journey.transitions().into_iter().find(|each| each.id == id);
            path.extend(found.map(|each| format!("{} → {}", touchpoint(each.from), touchpoint(each.to))));
        }
        Written::Lane { lane: id } => path.push(lane(id)),
        Written::Cell { lane: id, of } => path.extend([title(of), lane(id)]),
        Written::LaneCard { card: id } => {
            let found = journey.cards().iter().find(|card| card.id == id);
            path.extend(found.into_iter().flat_map(|card| [title(card.of), lane(card.lane)]));
        }
        Written::StoryStep { step: id } => {
            let found = journey.story().iter().find(|step| step.id == id);
            path.extend(found.map(|step| step.title.clone()).filter(|title| !title.is_empty()));
        }
        Written::Note { note: id } => {
            let found = journey.workshop().notes.iter().find(|note| note.id == id);
            path.extend(found.and_then(|note| note.on).map(title));
        }
    }
    path
}

/// Calls for every text of a persona.
fn each_text_of(persona: &Persona, see: &mut dyn FnMut(Field, u32, &str)) {
    // Named one by one, so that a field more is not forgotten.
    let Persona { id: _, name, description, goals, frustrations, segment: _, details } = persona;
    let PersonaDetails {
        avatar: _,
        kind: _,
        role,
        age,
        place,
        quote,
        needs,
        motivations,
        channels,
        brands,
        traits,
        photo: _,
    } = details;
    for (field, text) in [
        (Field::Name, name),
        (Field::Role, role),
        (Field::Age, age),
        (Field::Place, place),
        (Field::Quote, quote),
        (Field::Description, description),
        (Field::Goals, goals),
        (Field::Needs, needs),
        (Field::Frustrations, frustrations),
        (Field::Motivations, motivations),
    ] {
        see(field, 0, text);
    }
    for (entry, channel) in (0..).zip(channels) {
        if let AnyChannel::Own(OwnChannel { name, icon: _ }) = channel {
            see(Field::Channels, entry, name);
        }
    }
    (0..).zip(brands).for_each(|(entry, brand)| see(Field::Brands, entry, brand));
    for (entry, Trait { low, high, value: _ }) in (0..).zip(traits) {
        see(Field::Traits, 2 * entry, low);
        see(Field::Traits, 2 * entry + 1, high);
    }
}

impl Session {
    /// Finds a text in all that people have written, without case and accents: where all of it stands, or all of its
    /// words in any order. Titles come first, and the map in view before others. Customers are found in their list.
    pub fn find_anywhere(&self, typed: &str, locale: Locale) -> Result<Finds, AppError> {
        let Some(wanted) = Wanted::of(typed) else { return Ok(Finds { finds: Vec::new(), more: 0 }) };
        let mut looking = Looking { wanted, found: Vec::new() };
        let in_view = self.showing.as_ref().map(|showing| showing.journey.map().id);
        let mut maps = self.workspace.maps()?;
        maps.sort_by_key(|map| Some(map.id) != in_view);
        for map in maps {
            looking.look_on(&self.workspace.journey(map.id)?, locale);
        }
        for persona in &self.workspace.personas()? {
            looking.look_at(persona);
        }
        for segment in &self.workspace.segments()? {
            let on = FoundOn::Segment { segment: segment.id };
            looking.see(on, (Field::Name, 0), &segment.name, || vec![segment.name.clone()]);
        }
        Ok(looking.best())
    }
}
