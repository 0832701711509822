//! A copy of the workspace for others to look at, in which nobody is known by name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use chrono::{DateTime, Days};
use model::{
    Asks, CustomerBatch, CustomerRows, DAY, InteractionBatch, InteractionRows, NONE, PersonaId,
    PersonaOrSegment, Rule, SegmentId, Texts,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{Contact, ImportSource};

use crate::session::now;
use crate::{AppError, Session, when};

/// What fewer customers than this have is left out: it could tell who they are.
const SMALL: u64 = 5;

/// How many days dates are shifted at most, either way.
const SHIFT: u64 = 180;

/// What stands for an event that too few customers have to be named.
const UNNAMED: &str = "…";

/// How many interactions are handed over at once.
const PART: usize = 1 << 16;

/// What a copy for others keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Disguise {
    /// The attributes that it keeps.
    pub attributes: Vec<String>,
    /// Whether the dates of each customer are shifted, all by the same random number of whole days.
    pub shift_dates: bool,
}

/// What became of a copy for others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Disguised {
    /// Where it is.
    pub path: String,
    /// How many customers it has, under other names.
    #[specta(type = Number)]
    pub customers: u64,
    /// How many interactions.
    #[specta(type = Number)]
    pub interactions: u64,
    /// The different values of attributes that were left out because fewer than five customers have them.
    pub values: u32,
    /// The events without a name, because fewer than five customers have them and no map lists them.
    pub events: u32,
    /// The channels that were left out because fewer than five customers used them.
    pub channels: u32,
    /// The segments that were left out: their rules name customers, or what was left out.
    pub segments: Vec<String>,
}

impl Session {
    /// Writes a copy for others to a file that does not exist yet: keys are random and nothing says whose they are, names,
    /// values and all attributes but those that are kept are left out, and so is what fewer than five customers have.
    /// Maps and personas are as they are, save for what is written in the fields of touchpoints; there is no history.
    pub fn disguise(&self, path: &Path, disguise: &Disguise) -> Result<Disguised, AppError> {
        self.refuse_workspaces(path)?;
        let about = self.workspace.about()?;
        let crowd = Crowd::of(self, disguise)?;
        let segments = self.segments_for(&crowd)?;
        let mut done = Disguised {
            values: few(crowd
                .values
                .values()
                .flat_map(HashMap::values)
                .filter(|count| **count < SMALL)
                .count()),
            events: few(crowd.unnamed_events().count()),
            channels: few(crowd.channels.values().filter(|count| **count < SMALL).count()),
            ..Disguised::default()
        };
        let all = self.workspace.segments()?.into_iter();
        done.segments = all.filter(|each| !segments.contains(&each.id)).map(|each| each.name).collect();
        let copy = Self::create_whole(path, Some(&about.title), &about.timezone, |copy| {
            copy.workspace.take_drawings(&self.workspace, &segments)?;
            let people = People::of(self, disguise)?;
            copy.workspace.import_customers(people.list(&crowd), &named("customers"), now(), &|_, _| true)?;
            let interactions = people.interactions(self, &crowd)?;
            if !interactions.parts.is_empty() {
                copy.workspace.import_interactions(
                    interactions,
                    &named("interactions"),
                    now(),
                    &|_, _| true,
                )?;
            }
            Ok(())
        })?;
        let counts = copy.workspace.counts()?;
        done.customers = counts.customers;
        done.interactions = counts.interactions;
        done.path = path.display().to_string();
        Ok(done)
    }

    /// The segments that mean the same in the copy.
    fn segments_for(&self, crowd: &Crowd) -> Result<BTreeSet<SegmentId>, AppError> {
        let mut kept = BTreeMap::new();
        for segment in self.workspace.segments()? {
            let rule = self.workspace.segment_rule(segment.id)?;
            let asks = Asks::of(&rule);
            if crowd.knows(&rule, &asks) {
                kept.insert(segment.id, asks.belongings);
            }
        }
        let of_personas: BTreeMap<PersonaId, SegmentId> = self
            .workspace
            .personas()?
            .into_iter()
            .filter_map(|persona| Some((persona.id, persona.segment?)))
            .collect();
        // One that is said of another goes with it.
        loop {
            let is_kept = |each: &PersonaOrSegment| match each {
                PersonaOrSegment::Segment(id) => kept.contains_key(&SegmentId(*id)),
                PersonaOrSegment::Persona(id) => {
                    of_personas.get(&PersonaId(*id)).is_none_or(|segment| kept.contains_key(segment))
                }
            };
            let lost: Vec<SegmentId> =
                kept.iter().filter(|(_, of)| !of.iter().all(is_kept)).map(|(id, _)| *id).collect();
            if lost.is_empty() {
                return Ok(kept.into_keys().collect());
            }
            kept.retain(|id, _| !lost.contains(id));
        }
    }
}

/// How many customers have what may be kept.
struct Crowd {
    /// By attribute that is kept and value.
    values: BTreeMap<String, HashMap<String, u64>>,
    events: HashMap<String, u64>,
    channels: HashMap<String, u64>,
    /// The events that maps name in any case.
    listed: BTreeSet<String>,
}

impl Crowd {
    fn of(session: &Session, disguise: &Disguise) -> Result<Self, AppError> {
        let mut values: BTreeMap<String, HashMap<String, u64>> =
            disguise.attributes.iter().map(|name| (name.clone(), HashMap::new())).collect();
        for name in values.keys() {
            if !session.workspace.attributes()?.iter().any(|each| each.name == *name) {
                return Err(AppError::NoAttribute(name.clone()));
            }
        }
        session.workspace.each_customer(|customer| {
            for (name, value) in &customer.attributes {
                if let Some(counts) = values.get_mut(name) {
                    *counts.entry(value.clone()).or_default() += 1;
                }
            }
            Ok::<_, AppError>(())
        })?;
        let (mut events, mut channels) = (Met::default(), Met::default());
        session.workspace.each_contact(|contact: &Contact<'_>| {
            events.meet(contact.event, contact.customer);
            if let Some(channel) = contact.channel {
                channels.meet(channel, contact.customer);
            }
            Ok::<_, AppError>(())
        })?;
        let listed = session.workspace.listed_events()?;
        Ok(Self { values, events: events.counts(), channels: channels.counts(), listed })
    }

    fn unnamed_events(&self) -> impl Iterator<Item = &String> {
        let unnamed =
            |(name, count): (_, &u64)| (*count < SMALL && !self.listed.contains(name)).then_some(name);
        self.events.iter().filter_map(unnamed)
    }

    fn names_event(&self, event: &str) -> bool {
        self.listed.contains(event) || self.events.get(event).is_some_and(|count| *count >= SMALL)
    }

    fn names_channel(&self, channel: &str) -> bool {
        self.channels.get(channel).is_some_and(|count| *count >= SMALL)
    }

    /// Whether a rule names nobody and nothing that is left out, so that the same customers obey it.
    fn knows(&self, rule: &Rule, asks: &Asks) -> bool {
        let mut names_nobody = true;
        rule.each_part(&mut |part| names_nobody &= !matches!(part, Rule::Customers(_)));
        let is_whole = |name: &String| {
            self.values.get(name).is_some_and(|counts| counts.values().all(|count| *count >= SMALL))
        };
        names_nobody
            && !asks.values
            && asks.attributes.iter().all(is_whole)
            && asks.events.iter().all(|event| self.names_event(event))
            && asks.channels.iter().all(|channel| self.names_channel(channel))
    }
}

/// How many customers have met each name; theirs come one customer after the other.
#[derive(Default)]
struct Met(HashMap<String, (u64, String)>);

impl Met {
    fn meet(&mut self, name: &str, customer: &str) {
        match self.0.get_mut(name) {
            Some((_, last)) if last == customer => {}
            Some((count, last)) => {
                *count += 1;
                customer.clone_into(last);
            }
            None => drop(self.0.insert(name.to_owned(), (1, customer.to_owned()))),
        }
    }

    fn counts(self) -> HashMap<String, u64> {
        self.0.into_iter().map(|(name, (count, _))| (name, count)).collect()
    }
}

/// Everybody, in an order that says nothing, under another key.
struct People {
    keys: Vec<String>,
    /// The place of each by the key that is left out.
    places: HashMap<String, usize>,
    /// By how many days the dates of each are shifted.
    shifts: Vec<i64>,
    /// What each has of what may be kept.
    attributes: Vec<Vec<(String, String)>>,
}

impl People {
    fn of(session: &Session, disguise: &Disguise) -> Result<Self, AppError> {
        let chance = || session.workspace.chance();
        let mut all = Vec::new();
        session.workspace.each_customer(|customer| {
            let mut kept = customer.attributes.clone();
            kept.retain(|(name, _)| disguise.attributes.contains(name));
            all.push((chance()?, customer.key.clone(), kept));
            Ok::<_, AppError>(())
        })?;
        all.sort_unstable();
        let mut people = Self {
            keys: Vec::with_capacity(all.len()),
            places: HashMap::with_capacity(all.len()),
            shifts: Vec::with_capacity(all.len()),
            attributes: Vec::with_capacity(all.len()),
        };
        for (place, (_, key, attributes)) in all.into_iter().enumerate() {
            people.keys.push(format!("{:016x}{:016x}", chance()?, chance()?));
            let days = i64::try_from(chance()? % (2 * SHIFT + 1)).unwrap_or_default() - SHIFT.cast_signed();
            people.shifts.push(if disguise.shift_dates { days } else { 0 });
            people.places.insert(key, place);
            people.attributes.push(attributes);
        }
        Ok(people)
    }

    fn list(&self, crowd: &Crowd) -> CustomerBatch {
        let attributes: Vec<String> = crowd.values.keys().cloned().collect();
        let mut rows = CustomerRows::default();
        for (key, said) in self.keys.iter().zip(&self.attributes) {
            let value = |name: &String| {
                let value = said.iter().find(|(each, _)| each == name).map(|(_, value)| value.as_str());
                value.filter(|value| crowd.values[name].get(*value).is_some_and(|count| *count >= SMALL))
            };
            let values = attributes.iter().map(|name| value(name).unwrap_or_default());
            rows.push([key.as_str(), ""].into_iter().chain(values));
        }
        CustomerBatch { attributes, blocks: vec![rows] }
    }

    /// What they did, in their order.
    fn interactions(&self, session: &Session, crowd: &Crowd) -> Result<InteractionBatch, AppError> {
        let (mut events, mut channels) = (Names::default(), Names::default());
        let mut of: Vec<Vec<Deed>> = (0..self.keys.len()).map(|_| Vec::new()).collect();
        session.workspace.each_contact(|contact: &Contact<'_>| {
            let Some(&place) = self.places.get(contact.customer) else { return Ok(()) };
            let event = if crowd.names_event(contact.event) { contact.event } else { UNNAMED };
            let channel = contact.channel.filter(|channel| crowd.names_channel(channel));
            of[place].push(Deed {
                at: shifted(contact.at, contact.date_only, self.shifts[place], session),
                date_only: contact.date_only,
                event: events.code(event),
                channel: channel.map_or(NONE, |channel| channels.code(channel)),
            });
            Ok::<_, AppError>(())
        })?;
        let mut customers = Texts::default();
        self.keys.iter().for_each(|key| customers.push(key));
        Ok(InteractionBatch {
            customers,
            events: events.0,
            channels: channels.0,
            currencies: Vec::new(),
            parts: Box::new(parts(of)),
        })
    }
}

/// An interaction without whose it is.
struct Deed {
    at: i64,
    date_only: bool,
    event: u16,
    channel: u16,
}

fn parts(of: Vec<Vec<Deed>>) -> Vec<InteractionRows> {
    let mut parts = vec![InteractionRows::default()];
    for (customer, deeds) in of.into_iter().enumerate() {
        for deed in deeds {
            if parts.last().is_some_and(|part| part.len() >= PART) {
                parts.push(InteractionRows::default());
            }
            if let Some(part) = parts.last_mut() {
                part.customer.push(u32::try_from(customer).unwrap_or(u32::MAX));
                part.event.push(deed.event);
                part.at.push(deed.at);
                part.date_only.push(deed.date_only);
                part.channel.push(deed.channel);
            }
        }
    }
    parts
}

/// Names by their places.
#[derive(Default)]
struct Names(Vec<String>, HashMap<String, u16>);

impl Names {
    fn code(&mut self, name: &str) -> u16 {
        if let Some(&code) = self.1.get(name) {
            return code;
        }
        // A workspace has no more names than there are codes.
        let code = u16::try_from(self.0.len()).unwrap_or(NONE);
        self.0.push(name.to_owned());
        self.1.insert(name.to_owned(), code);
        code
    }
}

/// An instant so many days later: a date is one still.
fn shifted(at: i64, date_only: bool, days: i64, session: &Session) -> i64 {
    let later = at + days * DAY;
    if !date_only || days == 0 {
        return later;
    }
    let date = DateTime::from_timestamp_millis(at).map(|at| at.with_timezone(&session.zone).date_naive());
    let date = date.and_then(|date| {
        let by = Days::new(days.unsigned_abs());
        if days < 0 { date.checked_sub_days(by) } else { date.checked_add_days(by) }
    });
    date.and_then(|date| when::beginning(date, session.zone)).unwrap_or(later)
}

fn named(what: &str) -> ImportSource {
    ImportSource { name: what.to_owned(), ..ImportSource::default() }
}

fn few(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
