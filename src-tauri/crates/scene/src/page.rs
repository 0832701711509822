//! What the painters of the parts share: the map laid out, its numbers by id, the colours and the words.

use chrono_tz::Tz;
use model::{
    Account, Compared, Contrast, EdgeContrast, Flow, Journey, Level, Lifecycle, Measured, Mode, Node,
    NodeContrast, Persona, Question, Sentiment, StageId, Stake, Touchpoint, TouchpointId, Unit,
};
use rustc_hash::FxHashMap;

use crate::layout::Layout;
use crate::lens::{Lens, Scale};
use crate::paths::Paths;
use crate::terms::Terms;
use crate::theme::StageColours;
use crate::words::Words;
use crate::{Evidence, Extras, Members, Palette, Picture, Rect};

/// No picture is narrower: heading and legend need room.
const NARROWEST: f64 = 720.0;
/// The width of the smallest flow.
const THINNEST: f64 = 1.5;
/// How high the ribbon is in the stage that most entered: where stages are studied, and above touchpoints.
const HIGHEST: (f64, f64) = (64.0, 32.0);
/// The width of the largest flow between touchpoints, where there are few curves, and where there are many.
const WIDE: (f64, f64) = (10.0, 5.0);
/// These are few curves, and so many more are many.
const FEW_EDGES: f64 = 24.0;
const MANY_EDGES: f64 = 100.0;

/// A picture on its way to a scene.
pub(crate) struct Page<'a> {
    pub journey: &'a Journey,
    pub personas: &'a [Persona],
    pub zone: Tz,
    pub made: Option<i64>,
    pub extras: Extras,
    pub layout: Layout<'a>,
    pub palette: &'static Palette,
    pub words: Words,
    pub terms: Terms,
    pub lens: Lens,
    pub counted: Option<Counted<'a>>,
    /// What is shown of the map, and the box around that, if it is not all of it.
    part: Option<(Members, Rect)>,
}

/// The evidence, found by id.
pub(crate) struct Counted<'a> {
    pub evidence: &'a Evidence<'a>,
    stages: FxHashMap<StageId, &'a Account>,
    touchpoints: FxHashMap<TouchpointId, &'a Account>,
    flows: FxHashMap<(TouchpointId, TouchpointId), &'a Flow>,
    node_contrasts: FxHashMap<Node, &'a NodeContrast>,
    edge_contrasts: FxHashMap<(Node, Node), &'a EdgeContrast>,
    stakes: FxHashMap<Node, &'a Stake>,
    /// What enough customers answered.
    measured: FxHashMap<TouchpointId, &'a Measured>,
    /// What the lens compares by.
    pub scale: Scale,
    /// Which of the paths that are studied are shown.
    pub paths: Paths,
    /// Per cent that a path must carry.
    pub least: u8,
    most: u64,
    widest: f64,
    /// The most that entered a stage.
    fullest: u64,
}

impl<'a> Page<'a> {
    pub(crate) fn of(picture: &'a Picture<'a>) -> Self {
        let reading = picture.reading;
        let evidence = picture.evidence.as_ref().filter(|_| reading.lens != Lens::Plain);
        Self {
            journey: picture.journey,
            personas: picture.personas,
            zone: picture.zone,
            made: picture.made,
            extras: picture.extras,
            layout: Layout::of(picture.journey),
            palette: picture.theme.palette(),
            words: Words::of(picture.locale),
            terms: Terms::of(Words::of(picture.locale)),
            lens: reading.lens,
            counted: evidence.map(|evidence| Counted::of(evidence, picture.journey, reading.least)),
            part: None,
        }
    }

    /// Leaves only a part of the map on it, around which this box is.
    pub(crate) fn narrow(&mut self, members: Members, frame: Rect) {
        self.part = Some((members, frame));
    }

    /// What is shown of the map, if it is not all of it.
    pub(crate) fn members(&self) -> Option<&Members> {
        self.part.as_ref().map(|(members, _)| members)
    }

    /// Where the bands begin.
    pub(crate) fn left(&self) -> f64 {
        self.part.as_ref().map_or(0.0, |(_, frame)| frame.x)
    }

    /// How wide the bands are.
    pub(crate) fn width(&self) -> f64 {
        let width = self.part.as_ref().map(|(_, frame)| frame.width);
        width.unwrap_or_else(|| self.layout.extent().right()).max(NARROWEST)
    }

    /// The level that the reader studies, if there are numbers.
    pub(crate) fn level(&self) -> Option<Level> {
        self.counted.as_ref().map(|counted| counted.evidence.level)
    }

    /// Whether curves at a level carry the figures of the lens.
    pub(crate) fn measures_paths(&self, level: Level) -> bool {
        self.level() == Some(level) && self.lens.measures_paths()
    }

    /// What counts as converting; the next move where nothing is counted.
    pub(crate) fn mode(&self) -> Mode {
        self.counted.as_ref().map_or(Mode::Next, |counted| counted.question().mode)
    }

    /// Whether the last stage leads to the first, so that the stages are a ring.
    pub(crate) fn is_ring(&self) -> bool {
        self.journey.map().lifecycle == Lifecycle::Circular
    }

    /// Whether a way leads from the position of a stage to that of the next; in a ring the first follows the last.
    pub(crate) fn is_step(&self, from: usize, to: usize) -> bool {
        let begins_again = self.is_ring() && to == 0 && from > 0 && from + 1 == self.journey.stages().len();
        to == from + 1 || begins_again
    }

    /// Whether a way from one position of a stage to another leads back; that a ring begins again is no way back.
    pub(crate) fn leads_back(&self, from: usize, to: usize) -> bool {
        to < from && !self.is_step(from, to)
    }

    /// The colours of the stage at a position: those of its tint, or else of its place.
    pub(crate) fn stage_colours(&self, position: usize) -> &'static StageColours {
        match self.journey.stages()[position].details.tint {
            Some(tint) => self.palette.tinted(tint),
            None => self.palette.stage(position),
        }
    }

    /// How the persona that the picture tells of first feels at a touchpoint.
    pub(crate) fn feeling(&self, touchpoint: &Touchpoint) -> Option<Sentiment> {
        let told = self.personas.first().filter(|first| self.journey.map().personas.contains(&first.id));
        told.map_or(touchpoint.sentiment, |first| self.journey.feeling(touchpoint, first.id).0)
    }

    /// What enough customers answered about a touchpoint.
    pub(crate) fn measured(&self, touchpoint: TouchpointId) -> Option<&'a Measured> {
        self.counted.as_ref()?.measured.get(&touchpoint).copied()
    }

    /// Whether enough customers answered about anything on the map.
    pub(crate) fn has_measured(&self) -> bool {
        self.counted.as_ref().is_some_and(|counted| !counted.measured.is_empty())
    }

    /// The title of a touchpoint.
    pub(crate) fn title(&self, touchpoint: TouchpointId) -> &'a str {
        self.journey.title(Node::Touchpoint(touchpoint)).unwrap_or_default()
    }

    /// The title of a stage by its position.
    pub(crate) fn stage_title(&self, position: usize) -> &'a str {
        &self.journey.stages()[position].title
    }
}

impl<'a> Counted<'a> {
    fn of(evidence: &'a Evidence<'a>, journey: &Journey, least: u8) -> Self {
        let stage = |account: &'a Account| match account.node {
            Node::Stage(id) => Some((id, account)),
            Node::Touchpoint(_) => None,
        };
        let touchpoint = |account: &'a Account| match account.node {
            Node::Touchpoint(id) => Some((id, account)),
            Node::Stage(_) => None,
        };
        let flow = |flow: &'a Flow| match (flow.from, flow.to) {
            (Node::Touchpoint(from), Node::Touchpoint(to)) => Some(((from, to), flow)),
            _ => None,
        };
        let studied = match evidence.level {
            Level::Stage => evidence.stages,
            Level::Touchpoint => evidence.touchpoints,
        };
        let compared = evidence.against.map(|(_, compared)| compared);
        let contrasts =
            || compared.into_iter().flat_map(|compared| [&compared.stages, &compared.touchpoints]);
        let of_nodes = contrasts().flat_map(|contrast| &contrast.nodes).map(|each| (each.node, each));
        let of_edges =
            contrasts().flat_map(|contrast| &contrast.edges).map(|each| ((each.from, each.to), each));
        let stakes = evidence.stakes.into_iter().flat_map(|stakes| &stakes.nodes);
        let measured = evidence.measured.iter().filter(|each| each.is_enough());
        let many = ((journey.transitions().len() as f64 - FEW_EDGES) / MANY_EDGES).clamp(0.0, 1.0);
        Self {
            evidence,
            widest: WIDE.0 - (WIDE.0 - WIDE.1) * many,
            stages: evidence.stages.nodes.iter().filter_map(stage).collect(),
            touchpoints: evidence.touchpoints.nodes.iter().filter_map(touchpoint).collect(),
            node_contrasts: of_nodes.collect(),
            edge_contrasts: of_edges.collect(),
            measured: measured.map(|each| (each.touchpoint, each)).collect(),
            stakes: stakes.map(|stake| (stake.node, stake)).collect(),
            scale: Scale::of(
                studied,
                compared.map(|compared| studied_of(evidence.level, compared)),
                evidence.stakes,
            ),
            paths: Paths::of(&studied.edges, least),
            least,
            fullest: evidence.stages.nodes.iter().map(|account| account.entered).max().unwrap_or(0).max(1),
            flows: evidence.touchpoints.edges.iter().filter_map(flow).collect(),
            most: studied.edges.iter().map(|flow| flow.moved).max().unwrap_or(0).max(1),
        }
    }

    /// What was asked at the level that is studied.
    pub(crate) fn question(&self) -> &'a Question {
        &self.studied().question
    }

    /// The answer at the level that is studied.
    pub(crate) fn studied(&self) -> &'a model::Overlay {
        self.overlay(self.evidence.level)
    }

    /// The answer at a level.
    pub(crate) fn overlay(&self, level: Level) -> &'a model::Overlay {
        match level {
            Level::Stage => self.evidence.stages,
            Level::Touchpoint => self.evidence.touchpoints,
        }
    }

    pub(crate) fn stage(&self, id: StageId) -> Option<&'a Account> {
        self.stages.get(&id).copied()
    }

    pub(crate) fn touchpoint(&self, id: TouchpointId) -> Option<&'a Account> {
        self.touchpoints.get(&id).copied()
    }

    pub(crate) fn flow(&self, from: TouchpointId, to: TouchpointId) -> Option<&'a Flow> {
        self.flows.get(&(from, to)).copied()
    }

    /// How the drop-off of a node differs, if it is compared.
    pub(crate) fn node_contrast(&self, node: Node) -> Option<&'a NodeContrast> {
        self.node_contrasts.get(&node).copied()
    }

    /// How the conversion of a flow differs, if it is compared.
    pub(crate) fn edge_contrast(&self, flow: &Flow) -> Option<&'a EdgeContrast> {
        self.edge_contrasts.get(&(flow.from, flow.to)).copied()
    }

    /// What is at stake at a node, if that is looked at.
    pub(crate) fn stake(&self, node: Node) -> Option<&'a Stake> {
        self.stakes.get(&node).copied()
    }

    /// The currency of what is at stake.
    pub(crate) fn currency(&self) -> Option<&'a str> {
        self.evidence.stakes?.currency.as_deref()
    }

    /// "customers" or "visits": the key of the text for a count of entrants.
    pub(crate) fn unit(&self) -> &'static str {
        match self.question().unit {
            Unit::Customers => "customers",
            Unit::Visits => "visits",
        }
    }

    /// The largest flow at the level that is studied, at least 1.
    pub(crate) fn most(&self) -> u64 {
        self.most
    }

    /// The most that entered a stage, at least 1.
    pub(crate) fn fullest(&self) -> u64 {
        self.fullest
    }

    /// How high the ribbon is in the stage that most entered.
    pub(crate) fn highest(&self) -> f64 {
        match self.evidence.level {
            Level::Stage => HIGHEST.0,
            Level::Touchpoint => HIGHEST.1,
        }
    }

    /// How high so many are in the ribbon, and how wide the arcs beside it: one customer the same everywhere.
    pub(crate) fn height(&self, count: u64) -> f64 {
        (self.highest() * count as f64 / self.fullest as f64).max(THINNEST)
    }

    /// How wide a curve between touchpoints is drawn for a flow: from 1.5 to 10, or to less where there are many
    /// curves; by the root of its share of the largest, so that small ones are still seen.
    pub(crate) fn width(&self, moved: u64) -> f64 {
        THINNEST + (self.widest - THINNEST) * (moved as f64 / self.most as f64).min(1.0).sqrt()
    }
}

/// The comparison at a level.
fn studied_of(level: Level, compared: &Compared) -> &Contrast {
    match level {
        Level::Stage => &compared.stages,
        Level::Touchpoint => &compared.touchpoints,
    }
}
