//! Transitions and ghost paths between touchpoints.

use std::cmp::Reverse;

use model::{Flow, Journey, Kind, Level, Node, TouchpointId, TransitionId};

use crate::card::marker_rect;
use crate::chips::{Chip, Room};
use crate::curves::curves;
use crate::geometry::{Curve, Pen, direction, point};
use crate::page::Page;
use crate::shapes::{arrowhead, dashed, solid};
use crate::zones::{Figure, Zones};
use crate::{Primitive, Rect, SceneItem, Subject, spoken};

/// A ghost path is shown from this share of those who had time.
const GHOST_SHARE: f64 = 0.05;
/// A ghost path is shown from this many.
const GHOST_COUNT: u64 = 3;
/// Never more ghost paths than this.
const GHOSTS: usize = 60;
/// From this many touchpoints on only the strongest curves have a label.
const CROWD: usize = 300;
/// As many as this.
const CROWD_LABELS: usize = 240;

/// From this width on a curve has a halo.
const HALO_FROM: f64 = 3.0;

/// The least and the largest width of an uncertain curve.
const HOLLOW: (f64, f64) = (4.0, 7.0);

/// Curves between cards, with their labels.
pub(crate) struct JourneyEdges {
    /// Beneath the cards.
    pub curves: Vec<SceneItem>,
    /// Above the cards.
    pub labels: Vec<SceneItem>,
    /// Ghost paths that are shown, and all there are.
    pub ghosts: (usize, usize),
    /// Labels that found no room or were left out in a crowd.
    pub unlabelled: usize,
    /// A box around all curves, if there are any.
    pub extent: Option<Rect>,
}

struct Edge<'a> {
    transition: Option<TransitionId>,
    from: TouchpointId,
    to: TouchpointId,
    cards: (u32, u32),
    flow: Option<&'a Flow>,
}

/// Lays out all transitions and the ghost paths that matter.
pub(crate) fn edges(page: &Page) -> JourneyEdges {
    let (mut edges, ghosts) = ghosts(page);
    edges.extend(drawn(page));
    let pairs: Vec<_> = edges.iter().map(|edge| edge.cards).collect();
    let lines: Vec<Line> = edges.iter().map(|edge| edge.line(page)).collect();
    let widths: Vec<f64> = lines.iter().map(|line| line.width).collect();
    let curves = curves(&page.layout, &pairs, &widths);
    let each = edges.iter().zip(&lines).zip(&curves);
    let items = each.map(|((edge, line), curve)| edge.item(page, line, curve)).collect();
    let (labels, unlabelled) = labels(page, &edges, &curves);
    let extent = curves.iter().map(Curve::extent).reduce(|all, each| all.union(&each));
    JourneyEdges { curves: items, labels, ghosts, unlabelled, extent }
}

fn drawn<'a>(page: &Page<'a>) -> impl Iterator<Item = Edge<'a>> {
    page.journey.transitions().into_iter().filter_map(|transition| {
        Some(Edge {
            transition: Some(transition.id),
            from: transition.from,
            to: transition.to,
            cards: (page.layout.card(transition.from)?, page.layout.card(transition.to)?),
            flow: page.counted.as_ref().and_then(|counted| counted.flow(transition.from, transition.to)),
        })
    })
}

/// The ghost paths to show, the weakest first so that the strongest lie on top; how many these are, and of how many.
fn ghosts<'a>(page: &Page<'a>) -> (Vec<Edge<'a>>, (usize, usize)) {
    let Some(counted) = page.counted.as_ref().filter(|_| page.level() == Some(Level::Touchpoint)) else {
        return (Vec::new(), (0, 0));
    };
    let all = counted.evidence.touchpoints.edges.iter().filter(|flow| flow.kind == Kind::Ghost);
    let count = all.clone().count();
    let matters = |flow: &&Flow| {
        flow.moved >= GHOST_COUNT && flow.conversion.is_some_and(|rate| rate.rate >= GHOST_SHARE)
    };
    let mut shown: Vec<&Flow> = all.filter(matters).collect();
    shown.sort_by_key(|flow| (Reverse(flow.moved), flow.from, flow.to));
    shown.truncate((page.journey.len() / 2).clamp(3, GHOSTS));
    let edges: Vec<Edge> = shown.into_iter().rev().filter_map(|flow| ghost(page, flow)).collect();
    let shown = edges.len();
    (edges, (shown, count))
}

fn ghost<'a>(page: &Page<'a>, flow: &'a Flow) -> Option<Edge<'a>> {
    let (Node::Touchpoint(from), Node::Touchpoint(to)) = (flow.from, flow.to) else { return None };
    let cards = (page.layout.card(from)?, page.layout.card(to)?);
    Some(Edge { transition: None, from, to, cards, flow: Some(flow) })
}

impl Edge<'_> {
    fn subject(&self) -> Subject {
        let (from, to) = (self.from, self.to);
        match self.transition {
            Some(transition) => Subject::Transition { transition, from, to },
            None => Subject::Ghost { from, to },
        }
    }

    fn line(&self, page: &Page) -> Line {
        Line::of(page, self.flow, self.transition.is_none())
    }

    fn item(&self, page: &Page, line: &Line, curve: &Curve) -> SceneItem {
        let key = if self.transition.is_some() { "spoken-edge" } else { "spoken-ghost" };
        let (from, to) = (title(page.journey, self.from), title(page.journey, self.to));
        let label = spoken::of_edge(page, key, from, to, self.flow);
        let bounds = curve.hull().grown(line.width / 2.0 + 4.0);
        SceneItem::new(self.subject(), bounds, label, line.paint(page, curve))
            .with(Zones::of_line(curve.data(), line.width))
    }
}

fn title(journey: &Journey, id: TouchpointId) -> &str {
    journey.title(Node::Touchpoint(id)).unwrap_or_default()
}

/// How a curve is drawn.
pub(crate) struct Line {
    pub width: f64,
    pub colour: String,
    pub ghost: bool,
    pub hollow: bool,
}

impl Line {
    fn of(page: &Page, flow: Option<&Flow>, ghost: bool) -> Self {
        let palette = page.palette;
        let plain = |colour: &String, width| Self { width, colour: colour.clone(), ghost, hollow: false };
        let Some(counted) = &page.counted else { return plain(&palette.line, 1.5) };
        if counted.evidence.level == Level::Stage {
            return plain(&palette.quiet, 1.5);
        }
        let (Some(flow), false) = (flow.filter(|flow| flow.moved > 0), ghost) else {
            let width = flow.map_or(1.5, |flow| counted.width(flow.moved).min(6.0));
            return plain(if ghost { &palette.ghost } else { &palette.line }, width);
        };
        Self::counted(page, flow, counted.width(flow.moved))
    }

    /// The line of a flow: its width the volume, its colour the conversion.
    pub(crate) fn counted(page: &Page, flow: &Flow, width: f64) -> Self {
        match flow.conversion {
            Some(rate) if !rate.is_uncertain() => {
                Self { width, colour: page.palette.conversion(rate.rate), ghost: false, hollow: false }
            }
            // Two thin lines read as one curve only while they are close.
            rate => Self {
                width: width.clamp(HOLLOW.0, HOLLOW.1),
                colour: rate.map_or(page.palette.line.clone(), |rate| page.palette.conversion(rate.rate)),
                ghost: false,
                hollow: true,
            },
        }
    }

    /// The head at the end of the line: how long, and half how wide.
    pub(crate) fn head(&self) -> (f64, f64) {
        (6.5 + 0.6 * self.width, 3.2 + 0.44 * self.width)
    }

    fn paint(&self, page: &Page, curve: &Curve) -> Vec<Primitive> {
        let (length, half) = self.head();
        let towards = direction(curve.arrive, curve.to);
        let neck = point(curve.to.x - towards.x * length, curve.to.y - towards.y * length);
        // The last handle moves with the end, so that the line still arrives straight.
        let arrive =
            point(curve.arrive.x - towards.x * length * 0.4, curve.arrive.y - towards.y * length * 0.4);
        let d = Pen::new().move_to(curve.from).curve_to(curve.leave, arrive, neck).done();
        let mut primitives = Vec::with_capacity(4);
        if self.width >= HALO_FROM && !self.ghost {
            // A wide curve is set off from those that it crosses.
            let clearing = solid(&page.palette.background, self.width + 3.0);
            primitives.push(Primitive::Path { d: d.clone(), fill: None, stroke: Some(clearing) });
        }
        primitives.extend(self.strokes(page, d));
        primitives.push(Primitive::Path {
            d: arrowhead(curve.to, towards, length, half),
            fill: Some(self.colour.clone()),
            stroke: None,
        });
        primitives
    }

    /// The line itself: solid, dashed for a ghost path, two thin lines where the rate is uncertain.
    pub(crate) fn strokes(&self, page: &Page, d: String) -> Vec<Primitive> {
        let path = |d, stroke| Primitive::Path { d, fill: None, stroke: Some(stroke) };
        if self.ghost {
            let dash = [self.width * 0.5 + 2.0, self.width * 1.2 + 4.0];
            return vec![path(d, dashed(&self.colour, self.width, &dash))];
        }
        if self.hollow {
            let core = solid(&page.palette.surface, self.width - 2.4);
            return vec![path(d.clone(), solid(&self.colour, self.width)), path(d, core)];
        }
        vec![path(d, solid(&self.colour, self.width))]
    }
}

/// The labels, the strongest first to choose, and how many found no room.
fn labels(page: &Page, edges: &[Edge], curves: &[Curve]) -> (Vec<SceneItem>, usize) {
    if page.level() != Some(Level::Touchpoint) {
        return (Vec::new(), 0);
    }
    let mut room = Room::default();
    for card in page.layout.cards() {
        room.take(card.rect);
        if let Some(marker) = marker_rect(page, card) {
            room.take(marker);
        }
    }
    for (owner, curve) in curves.iter().enumerate() {
        room.pass(owner as u32, curve);
    }
    let mut order: Vec<usize> = (0..edges.len()).collect();
    order.sort_by_key(|&index| (Reverse(edges[index].flow.map_or(0, |flow| flow.moved)), index));
    if page.journey.len() >= CROWD {
        order.truncate(CROWD_LABELS);
    }
    let mut labels = Vec::with_capacity(order.len());
    for index in order {
        let edge = &edges[index];
        let chip = Chip::of(page, edge.flow, edge.transition.is_none());
        if let Some(bounds) = room.find(&chip, index as u32, &curves[index]) {
            let figure = edge.flow.map(|flow| Figure::of_flow(flow, page.mode(), bounds));
            let label = SceneItem::label_on(edge.subject(), bounds, chip.paint(page, bounds));
            labels.push(label.with(Zones::of_figure(figure)));
        }
    }
    let unlabelled = edges.len() - labels.len();
    (labels, unlabelled)
}
