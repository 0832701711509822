//! The journey graph: a map's touchpoints and transitions in a petgraph, found by their ids.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef, IntoEdgeReferences};
use thiserror::Error;

use crate::{
    Direction, Kind, Lane, LaneCard, LaneId, Level, Lifecycle, Map, MapId, Node, PersonaId, Sentiment, Stage,
    StageId, StoryStep, Touchpoint, TouchpointId, Transition, Workshop,
};

/// Why the parts of a map do not make a journey.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// Two stages have one id.
    #[error("two stages have the id {}", .0.0)]
    StageTwice(StageId),
    /// Two touchpoints have one id.
    #[error("two touchpoints have the id {}", .0.0)]
    TouchpointTwice(TouchpointId),
    /// A touchpoint is in a stage that the map does not have.
    #[error("the touchpoint “{title}” is in a stage that the map does not have ({})", stage.0)]
    UnknownStage {
        /// The touchpoint's title.
        title: String,
        /// The stage it names.
        stage: StageId,
    },
    /// A touchpoint's place is not a finite number.
    #[error("the touchpoint “{0}” has no finite place")]
    NoPlace(String),
    /// A transition starts or ends at a touchpoint that the map does not have.
    #[error("transition {} leads from or to a touchpoint that the map does not have", .0.0)]
    LooseTransition(crate::TransitionId),
    /// Two transitions join the same touchpoints in the same direction.
    #[error("“{from}” and “{to}” are joined twice")]
    TransitionTwice {
        /// The title of the touchpoint where both start.
        from: String,
        /// The title of the touchpoint where both end.
        to: String,
    },
    /// Two touchpoints list one event name, or one lists it twice.
    #[error("the event “{event}” is listed by “{first}” and by “{second}”")]
    EventTwice {
        /// The event name.
        event: String,
        /// The title of the first touchpoint that lists it.
        first: String,
        /// The title of the second.
        second: String,
    },
}

/// A map as a graph: stages in their order, touchpoints as nodes, transitions as edges.
///
/// It is built from the parts that the workspace file keeps and never changed: an edit changes the file, and the
/// journey is built again.
#[derive(Debug, Clone)]
pub struct Journey {
    map: Map,
    stages: Vec<Stage>,
    graph: StableDiGraph<Touchpoint, Transition>,
    index: BTreeMap<TouchpointId, NodeIndex>,
    lanes: Vec<Lane>,
    cards: Vec<LaneCard>,
    story: Vec<StoryStep>,
    workshop: Workshop,
    sub_journeys: BTreeMap<MapId, String>,
}

impl Journey {
    /// Builds the graph from its parts; `stages` are in the order of the lifecycle.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the parts, in their order.
    pub fn build(
        map: Map,
        stages: Vec<Stage>,
        touchpoints: Vec<Touchpoint>,
        transitions: Vec<Transition>,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = problems_of_stages(&stages);
        problems.extend(problems_of_touchpoints(&stages, &touchpoints));
        let mut graph = StableDiGraph::with_capacity(touchpoints.len(), transitions.len());
        let mut index = BTreeMap::new();
        for touchpoint in touchpoints {
            let id = touchpoint.id;
            let node = graph.add_node(touchpoint);
            if index.insert(id, node).is_some() {
                problems.push(Problem::TouchpointTwice(id));
            }
        }
        for transition in transitions {
            let (Some(&from), Some(&to)) = (index.get(&transition.from), index.get(&transition.to)) else {
                problems.push(Problem::LooseTransition(transition.id));
                continue;
            };
            if graph.contains_edge(from, to) {
                let title = |node: NodeIndex| graph[node].title.clone();
                problems.push(Problem::TransitionTwice { from: title(from), to: title(to) });
            }
            graph.add_edge(from, to, transition);
        }
        if problems.is_empty() {
            let (lanes, cards, story, sub_journeys) = (Vec::new(), Vec::new(), Vec::new(), BTreeMap::new());
            let workshop = Workshop::default();
            Ok(Self { map, stages, graph, index, lanes, cards, story, workshop, sub_journeys })
        } else {
            Err(problems)
        }
    }

    /// The same with these lanes under it, in their order.
    #[must_use]
    pub fn with_lanes(self, lanes: Vec<Lane>) -> Self {
        Self { lanes, ..self }
    }

    /// The same with these cards in the cells of its lanes, in the order of their ids.
    #[must_use]
    pub fn with_cards(self, cards: Vec<LaneCard>) -> Self {
        Self { cards, ..self }
    }

    /// The same with the steps of its story, in their order.
    #[must_use]
    pub fn with_story(self, story: Vec<StoryStep>) -> Self {
        Self { story, ..self }
    }

    /// The same with what people stuck on it.
    #[must_use]
    pub fn with_workshop(self, workshop: Workshop) -> Self {
        Self { workshop, ..self }
    }

    /// The same with what the maps are called that its touchpoints open.
    #[must_use]
    pub fn with_sub_journeys(self, sub_journeys: BTreeMap<MapId, String>) -> Self {
        Self { sub_journeys, ..self }
    }

    /// What the map is called that a touchpoint opens, if it opens one.
    pub fn sub_journey(&self, touchpoint: &Touchpoint) -> Option<&str> {
        self.sub_journeys.get(&touchpoint.sub_journey?).map(String::as_str)
    }

    /// How a persona feels at a touchpoint, and what it says.
    pub fn feeling<'a>(
        &self,
        touchpoint: &'a Touchpoint,
        persona: PersonaId,
    ) -> (Option<Sentiment>, &'a str) {
        if self.map.personas.first() == Some(&persona) {
            return (touchpoint.sentiment, &touchpoint.details.quote);
        }
        let found = touchpoint.feelings.iter().find(|each| each.persona == persona);
        found.map_or((None, ""), |each| (each.sentiment, &each.quote))
    }

    /// The map itself.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The stages in the order of the lifecycle.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The lanes under the journey, from the uppermost.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The cards in the cells of lanes, in the order of their ids.
    pub fn cards(&self) -> &[LaneCard] {
        &self.cards
    }

    /// The steps of its story, in their order.
    pub fn story(&self) -> &[StoryStep] {
        &self.story
    }

    /// What people stuck on it.
    pub fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// The cards in a cell, in their order.
    pub fn cards_in(&self, lane: LaneId, of: Node) -> Vec<&LaneCard> {
        let mut cards: Vec<_> = self.cards.iter().filter(|card| card.lane == lane && card.of == of).collect();
        cards.sort_by_key(|card| card.position);
        cards
    }

    /// The position of a stage in the lifecycle, from 0.
    pub fn position(&self, stage: StageId) -> Option<usize> {
        self.stages.iter().position(|each| each.id == stage)
    }

    /// The touchpoints in the order of their ids.
    pub fn touchpoints(&self) -> impl Iterator<Item = &Touchpoint> {
        self.index.values().map(|&node| &self.graph[node])
    }

    /// How many touchpoints there are.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether there are no touchpoints.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// One touchpoint.
    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Touchpoint> {
        self.index.get(&id).map(|&node| &self.graph[node])
    }

    /// The touchpoints of one stage, in the order of their ids.
    pub fn touchpoints_of(&self, stage: StageId) -> impl Iterator<Item = &Touchpoint> {
        self.touchpoints().filter(move |touchpoint| touchpoint.stage == stage)
    }

    /// The transitions in the order of their ids.
    pub fn transitions(&self) -> Vec<&Transition> {
        let mut all: Vec<_> = self.graph.edge_weights().collect();
        all.sort_unstable_by_key(|transition| transition.id);
        all
    }

    /// The transition from one touchpoint to another.
    pub fn transition(&self, from: TouchpointId, to: TouchpointId) -> Option<&Transition> {
        let edge = self.graph.find_edge(self.node(from)?, self.node(to)?)?;
        self.graph.edge_weight(edge)
    }

    /// Whether the map has the transition.
    pub fn connects(&self, from: TouchpointId, to: TouchpointId) -> bool {
        self.transition(from, to).is_some()
    }

    /// Where the transitions of a touchpoint lead, sorted.
    pub fn next(&self, id: TouchpointId) -> Vec<TouchpointId> {
        self.neighbours(id, Outgoing)
    }

    /// Where the transitions to a touchpoint come from, sorted.
    pub fn previous(&self, id: TouchpointId) -> Vec<TouchpointId> {
        self.neighbours(id, Incoming)
    }

    /// Where a transition between two touchpoints of this map leads.
    pub fn direction(&self, from: TouchpointId, to: TouchpointId) -> Option<Direction> {
        let stage = |id| self.touchpoint(id).and_then(|touchpoint| self.position(touchpoint.stage));
        Some(Direction::between(stage(from)?, stage(to)?))
    }

    /// The touchpoint that lists an event name.
    pub fn touchpoint_of_event(&self, event: &str) -> Option<&Touchpoint> {
        self.touchpoints().find(|touchpoint| touchpoint.events.iter().any(|each| each == event))
    }

    /// The nodes at a level, in the order of the map: stages as they stand; touchpoints by stage, then by id.
    pub fn nodes(&self, level: Level) -> Vec<Node> {
        match level {
            Level::Stage => self.stages.iter().map(|stage| Node::Stage(stage.id)).collect(),
            Level::Touchpoint => {
                let mut ids: Vec<_> =
                    self.touchpoints().map(|each| (self.position(each.stage), each.id)).collect();
                ids.sort_unstable();
                ids.into_iter().map(|(_, id)| Node::Touchpoint(id)).collect()
            }
        }
    }

    /// The title of a node, or nothing if the map does not have it.
    pub fn title(&self, node: Node) -> Option<&str> {
        match node {
            Node::Stage(id) => {
                self.stages.iter().find(|stage| stage.id == id).map(|stage| stage.title.as_str())
            }
            Node::Touchpoint(id) => self.touchpoint(id).map(|touchpoint| touchpoint.title.as_str()),
        }
    }

    /// Whether arriving at a node is the goal: what the user chose, else the last stage and its touchpoints.
    pub fn is_goal(&self, node: Node) -> bool {
        match node {
            Node::Stage(id) => {
                let Some(position) = self.position(id) else { return false };
                self.stages[position].goal.unwrap_or(position + 1 == self.stages.len())
            }
            Node::Touchpoint(id) => self
                .touchpoint(id)
                .is_some_and(|each| each.goal.unwrap_or_else(|| self.is_goal(Node::Stage(each.stage)))),
        }
    }

    /// Whether the map has an edge: between touchpoints, a transition; between stages, one to the next stage (and
    /// from the last to the first of a circular lifecycle), or wherever a transition of their touchpoints leads.
    pub fn kind(&self, from: Node, to: Node) -> Kind {
        let drawn = match (from, to) {
            (Node::Touchpoint(from), Node::Touchpoint(to)) => self.connects(from, to),
            (Node::Stage(from), Node::Stage(to)) => self.stage_edges().contains(&(from, to)),
            _ => false,
        };
        if drawn { Kind::Drawn } else { Kind::Ghost }
    }

    /// Every drawn edge at a level, sorted by its ends.
    pub fn edges(&self, level: Level) -> Vec<(Node, Node)> {
        match level {
            Level::Stage => self
                .stage_edges()
                .into_iter()
                .map(|(from, to)| (Node::Stage(from), Node::Stage(to)))
                .collect(),
            Level::Touchpoint => {
                let mut edges: Vec<_> = self
                    .graph
                    .edge_weights()
                    .map(|each| (Node::Touchpoint(each.from), Node::Touchpoint(each.to)))
                    .collect();
                edges.sort_unstable();
                edges
            }
        }
    }

    fn stage_edges(&self) -> BTreeSet<(StageId, StageId)> {
        let mut edges: BTreeSet<_> = self.stages.windows(2).map(|pair| (pair[0].id, pair[1].id)).collect();
        if let (Lifecycle::Circular, [first, .., last]) = (self.map.lifecycle, self.stages.as_slice()) {
            edges.insert((last.id, first.id));
        }
        for edge in (&self.graph).edge_references() {
            let (from, to) = (self.graph[edge.source()].stage, self.graph[edge.target()].stage);
            if from != to {
                edges.insert((from, to));
            }
        }
        edges
    }

    pub(crate) fn graph(&self) -> &StableDiGraph<Touchpoint, Transition> {
        &self.graph
    }

    pub(crate) fn node(&self, id: TouchpointId) -> Option<NodeIndex> {
        self.index.get(&id).copied()
    }

    fn neighbours(&self, id: TouchpointId, direction: petgraph::Direction) -> Vec<TouchpointId> {
        let Some(node) = self.node(id) else { return Vec::new() };
        let mut ids: Vec<_> =
            self.graph.neighbors_directed(node, direction).map(|each| self.graph[each].id).collect();
        ids.sort_unstable();
        ids
    }
}

fn problems_of_stages(stages: &[Stage]) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    stages.iter().filter(|stage| !seen.insert(stage.id)).map(|stage| Problem::StageTwice(stage.id)).collect()
}

fn problems_of_touchpoints(stages: &[Stage], touchpoints: &[Touchpoint]) -> Vec<Problem> {
    let known: BTreeSet<_> = stages.iter().map(|stage| stage.id).collect();
    let mut listed: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for touchpoint in touchpoints {
        let title = || touchpoint.title.clone();
        if !known.contains(&touchpoint.stage) {
            problems.push(Problem::UnknownStage { title: title(), stage: touchpoint.stage });
        }
        if !(touchpoint.place.x.is_finite() && touchpoint.place.y.is_finite()) {
            problems.push(Problem::NoPlace(title()));
        }
        for event in &touchpoint.events {
            if let Some(first) = listed.insert(event, &touchpoint.title) {
                problems.push(Problem::EventTwice {
                    event: event.clone(),
                    first: first.to_owned(),
                    second: title(),
                });
            }
        }
    }
    problems
}
