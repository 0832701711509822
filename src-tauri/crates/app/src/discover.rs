//! A map from the events that are there: which stages, which touchpoints, which transitions.

use std::collections::BTreeMap;

use model::{
    Asked, Cancel, Columns, Details, Engine, Journey, Level, Lifecycle, Map, MapId, Node, Place, Question,
    Stage, StageDetails, StageId, Touchpoint, TouchpointId,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{StoreError, Tx};

use crate::stages::Stages;
use crate::templates::five_stages;
use crate::{AppError, Locale};

/// How much of what happens a discovered map shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The main roads alone.
    Main,
    /// What matters to most.
    #[default]
    Usual,
    /// Byways too.
    Full,
}

impl Detail {
    /// At most so many events are proposed, the most frequent; the rest stays unmatched.
    fn most_events(self) -> usize {
        match self {
            Self::Main => 12,
            Self::Usual => 40,
            Self::Full => 120,
        }
    }

    /// At most so many transitions are drawn from one touchpoint.
    fn most_onwards(self) -> usize {
        match self {
            Self::Main => 2,
            Self::Usual => 3,
            Self::Full => 5,
        }
    }

    /// The share of a touchpoint's entrants from which a move is drawn as a transition.
    fn drawn_from(self) -> f64 {
        match self {
            Self::Main => 0.2,
            Self::Usual => 0.1,
            Self::Full => 0.05,
        }
    }
}

/// Words in event names, English and Dutch, that tell of each stage of the five-stage lifecycle. The words of later
/// stages win: `payment_support` is Retention.
const TELLING: [&[&str]; 5] = [
    &[
        "ad",
        "ads",
        "advertentie",
        "banner",
        "campagne",
        "campaign",
        "home",
        "homepage",
        "impression",
        "landing",
        "landingspagina",
        "promo",
        "startpagina",
        "visit",
    ],
    &[
        "bekijken",
        "browse",
        "catalog",
        "catalogus",
        "compare",
        "demo",
        "filter",
        "product",
        "productpagina",
        "search",
        "trial",
        "vergelijken",
        "view",
        "zoeken",
    ],
    &[
        "aankoop",
        "afrekenen",
        "basket",
        "bestelling",
        "betalen",
        "betaling",
        "buy",
        "cart",
        "checkout",
        "order",
        "paid",
        "pay",
        "payment",
        "purchase",
        "shipping",
        "winkelmandje",
        "winkelwagen",
    ],
    &[
        "account",
        "inloggen",
        "klantenservice",
        "login",
        "ondersteuning",
        "renew",
        "renewal",
        "retour",
        "return",
        "service",
        "support",
        "ticket",
        "verlenging",
    ],
    &[
        "aanbevelen",
        "aanbeveling",
        "beoordeling",
        "delen",
        "nps",
        "rating",
        "recommend",
        "refer",
        "referral",
        "review",
        "share",
    ],
];

/// Stages with their events, and the moves between events that are worth drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// Each stage's title and events.
    pub stages: Vec<(String, Vec<String>)>,
    /// From one event's touchpoint to another's.
    pub transitions: Vec<(String, String)>,
}

impl Proposal {
    /// A proposal with these stages, or with stages of its own, and the transitions that customers take.
    pub fn new(
        engine: &dyn Engine,
        columns: &Columns,
        stages: Option<Stages>,
        detail: Detail,
        locale: Locale,
    ) -> Result<Self, AppError> {
        let stages = match stages {
            Some(Stages(stages)) => stages,
            None => propose_stages(columns, detail, locale)?,
        };
        let transitions = transitions(engine, &stages, detail)?;
        Ok(Self { stages, transitions })
    }

    /// Draws the touchpoints and transitions on a map that has the stages.
    pub fn draw(&self, tx: &mut Tx<'_>, map: MapId) -> Result<(), StoreError> {
        let ids: Vec<StageId> = tx.journey(map)?.stages().iter().map(|stage| stage.id).collect();
        let mut touchpoints = BTreeMap::new();
        for (&stage, (_, events)) in ids.iter().zip(&self.stages) {
            for (index, event) in events.iter().enumerate() {
                let touchpoint = tx.add_touchpoint(stage, event, scene::Layout::tidy_place(index))?;
                tx.set_events(touchpoint, std::slice::from_ref(event))?;
                touchpoints.insert(event, touchpoint);
            }
        }
        for (from, to) in &self.transitions {
            if let (Some(&from), Some(&to)) = (touchpoints.get(from), touchpoints.get(to)) {
                tx.add_transition(from, to)?;
            }
        }
        Ok(())
    }
}

/// The five-stage lifecycle: an event goes where a word in its name says, else where it stands in customers' journeys.
fn propose_stages(
    columns: &Columns,
    detail: Detail,
    locale: Locale,
) -> Result<Vec<(String, Vec<String>)>, AppError> {
    let tallies = tally(columns);
    let mut order: Vec<usize> = (0..tallies.len()).filter(|&code| tallies[code].count > 0).collect();
    if order.is_empty() {
        return Err(AppError::NothingToDiscover);
    }
    order.sort_by_key(|&code| std::cmp::Reverse(tallies[code].count));
    order.truncate(detail.most_events());
    order.sort_by(|&a, &b| tallies[a].position().total_cmp(&tallies[b].position()));
    let mut stages: Vec<(String, Vec<String>)> =
        five_stages().into_iter().map(|title| (title.say(locale).to_owned(), Vec::new())).collect();
    for code in order {
        let event = &columns.events[code];
        let stage = stage_by_word(event).unwrap_or_else(|| stage_by_position(tallies[code].position()));
        stages[stage].1.push(event.clone());
    }
    stages.retain(|(_, events)| !events.is_empty());
    Ok(stages)
}

fn stage_by_word(event: &str) -> Option<usize> {
    let event = event.to_lowercase();
    let words: Vec<&str> = event.split(|letter: char| !letter.is_alphanumeric()).collect();
    TELLING.iter().rposition(|known| words.iter().any(|word| known.contains(word)))
}

fn stage_by_position(position: f64) -> usize {
    // The first fifth of a journey is where customers arrive, the last where they stay; reviews need a word.
    if position < 0.2 {
        0
    } else if position < 0.6 {
        1
    } else if position < 0.8 {
        2
    } else {
        3
    }
}

/// How often an event happens, and how far into its customer's journey on average, from 0 to 1.
#[derive(Default, Clone)]
struct Tally {
    count: u64,
    positions: f64,
}

impl Tally {
    fn position(&self) -> f64 {
        self.positions / self.count.max(1) as f64
    }
}

fn tally(columns: &Columns) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); columns.events.len()];
    for bounds in columns.offsets.windows(2) {
        let (start, end) = (bounds[0] as usize, bounds[1] as usize);
        let last = (end - start).saturating_sub(1).max(1) as f64;
        for index in start..end {
            let tally = &mut tallies[columns.event.code(index)];
            tally.count += 1;
            tally.positions += (index - start) as f64 / last;
        }
    }
    tallies
}

/// The moves that enough of a touchpoint's entrants make within 30 days, the most taken of each.
fn transitions(
    engine: &dyn Engine,
    stages: &[(String, Vec<String>)],
    detail: Detail,
) -> Result<Vec<(String, String)>, AppError> {
    let events: Vec<&String> = stages.iter().flat_map(|(_, events)| events).collect();
    let Some(journey) = sketch(stages) else { return Ok(Vec::new()) };
    let asked = Asked {
        journey: &journey,
        question: &Question::new(Level::Touchpoint),
        members: None,
        cancel: &Cancel::default(),
    };
    let overlays = engine.overlays(&asked, &[Level::Touchpoint])?;
    let event = |node: Node| match node {
        Node::Touchpoint(id) => events[id.0 as usize - 1].clone(),
        Node::Stage(_) => String::new(),
    };
    let mut drawn = Vec::new();
    for account in overlays.iter().flat_map(|overlay| &overlay.nodes) {
        let mut onwards: Vec<_> = account
            .moved
            .iter()
            .filter(|moved| moved.to != account.node)
            .filter(|moved| moved.count as f64 >= detail.drawn_from() * account.entered as f64)
            .collect();
        onwards.sort_by_key(|moved| std::cmp::Reverse(moved.count));
        onwards.truncate(detail.most_onwards());
        drawn.extend(onwards.iter().map(|moved| (event(account.node), event(moved.to))));
    }
    Ok(drawn)
}

/// The journey that the stages make: the `n`th event's touchpoint has the id `n + 1`.
fn sketch(stages: &[(String, Vec<String>)]) -> Option<Journey> {
    let map = Map::new(MapId(0), "", Lifecycle::NonLinear);
    let mut touchpoints = Vec::new();
    for (position, (_, events)) in stages.iter().enumerate() {
        for event in events {
            touchpoints.push(Touchpoint {
                id: TouchpointId(touchpoints.len() as i64 + 1),
                stage: StageId(position as i64),
                title: event.clone(),
                place: Place { x: 0.0, y: 0.0 },
                channel: None,
                sentiment: None,
                feelings: Vec::new(),
                goal: None,
                events: vec![event.clone()],
                sub_journey: None,
                locked: false,
                details: Details::default(),
            });
        }
    }
    let stages = stages
        .iter()
        .enumerate()
        .map(|(position, (title, _))| Stage {
            id: StageId(position as i64),
            title: title.clone(),
            goal: None,
            locked: false,
            details: StageDetails::default(),
        })
        .collect();
    Journey::build(map, stages, touchpoints, Vec::new()).ok()
}

/// The stage of a journey where customers come upon an event: the one that a word in its name tells of, else the one
/// that stands nearest in customers' journeys: by its own events, or by its place among the stages while it has none.
pub(crate) fn stage_for(columns: &Columns, journey: &Journey, event: &str) -> Option<StageId> {
    let stages = journey.stages();
    if let Some(told) = stage_by_word(event)
        && let Some(stage) = stages.iter().find(|stage| five_stages()[told].is(&stage.title))
    {
        return Some(stage.id);
    }
    let tallies = tally(columns);
    let known = |name: &str| {
        let code = columns.events.iter().position(|each| each == name)?;
        Some(&tallies[code]).filter(|tally| tally.count > 0)
    };
    let wanted = known(event).map_or(0.5, Tally::position);
    let distance = |index: usize, stage: StageId| {
        let here = journey.touchpoints().filter(|touchpoint| touchpoint.stage == stage);
        let events = here.flat_map(|touchpoint| &touchpoint.events).filter_map(|name| known(name));
        let together = events.fold(Tally::default(), |sum, each| Tally {
            count: sum.count + each.count,
            positions: sum.positions + each.positions,
        });
        let nominal = (index as f64 + 0.5) / stages.len() as f64;
        let position = if together.count > 0 { together.position() } else { nominal };
        (position - wanted).abs()
    };
    let distances = stages.iter().enumerate().map(|(index, stage)| (stage.id, distance(index, stage.id)));
    distances.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(stage, _)| stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_stage() {
        for (event, stage) in [
            ("home", 0),
            ("product_view", 1),
            ("add_to_cart", 2),
            ("Payment details", 2),
            ("support-chat", 3),
            ("review_page", 4),
            ("Winkelwagen", 2),
            ("klantenservice-chat", 3),
        ] {
            assert_eq!(stage_by_word(event), Some(stage), "{event}");
        }
        assert_eq!(stage_by_word("xyzzy"), None);
        assert_eq!(stage_by_word("adder"), None, "only whole words tell");
    }
}
