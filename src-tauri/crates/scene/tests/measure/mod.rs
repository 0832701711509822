//! What a picture of a graph is like, counted on the finished scene: what hides what, how far labels are from their
//! curves, and how curves run.

#![allow(dead_code, reason = "each user needs some of these")]

pub mod flattened;

use std::collections::BTreeSet;
use std::fmt;

use flattened::Line;
use model::Journey;
use scene::{Rect, Scene, SceneItem, Subject};

/// What is counted on a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Quality {
    /// Curves with their labels.
    pub curves: usize,
    /// Curves without a label: transitions, and ghost paths.
    pub unlabelled: [usize; 2],
    /// Pairs of a curve and a card over which it runs and on which it neither starts nor ends.
    pub over_cards: usize,
    /// Those where the card, or the card where the curve starts or ends, was put on another card.
    pub over_stacked: usize,
    /// Labels on cards.
    pub labels_on_cards: usize,
    /// Pairs of labels on one another.
    pub labels_on_labels: usize,
    /// Labels on curves that are not theirs.
    pub labels_on_curves: usize,
    /// Labels more than 12 units away from their curve.
    pub labels_astray: usize,
    /// Points where two curves cross.
    pub crossings: usize,
    /// Right angles by which all curves turn.
    pub bends: f64,
    /// The length of all curves.
    pub length: f64,
    /// The area of the box around cards, curves and labels.
    pub area: f64,
}

/// How far a label may be from its curve.
const NEAR: f64 = 12.0;
/// What touches by less than this does not hide anything.
const TOUCH: f64 = 0.6;

struct Curve<'a> {
    item: &'a SceneItem,
    line: Line,
    /// Half the width of what is painted.
    half: f64,
    ends: [i64; 2],
}

impl Quality {
    /// Counts on the scene of a journey.
    pub fn of(scene: &Scene, journey: &Journey) -> Self {
        let curves: Vec<Curve> = scene.items.iter().filter_map(curve).collect();
        let cards: Vec<(i64, Rect)> = scene.items.iter().filter_map(card).collect();
        let labels: Vec<&SceneItem> = scene.items.iter().filter(|item| is_label(item)).collect();
        let mut quality = Self {
            curves: curves.len(),
            unlabelled: [false, true].map(|ghost| unlabelled(&curves, &labels, ghost)),
            bends: curves.iter().map(|curve| curve.line.turned()).sum(),
            length: curves.iter().map(|curve| curve.line.length()).sum(),
            crossings: crossings(&curves),
            ..Self::default()
        };
        quality.count_cards(&curves, &cards, &stacked(journey, &cards));
        quality.count_labels(&curves, &cards, &labels);
        let boxes = cards.iter().map(|(_, rect)| *rect).chain(curves.iter().map(|curve| curve.line.bounds));
        let all = boxes.chain(labels.iter().map(|label| label.bounds)).reduce(|all, each| all.union(&each));
        quality.area = all.map_or(0.0, |all| all.width * all.height);
        quality
    }

    fn count_cards(&mut self, curves: &[Curve], cards: &[(i64, Rect)], stacked: &BTreeSet<i64>) {
        for curve in curves {
            for (id, rect) in cards {
                if curve.ends.contains(id) || !curve.line.meets(&rect.grown(curve.half - TOUCH)) {
                    continue;
                }
                if stacked.contains(id) || curve.ends.iter().any(|end| stacked.contains(end)) {
                    self.over_stacked += 1;
                } else {
                    self.over_cards += 1;
                }
            }
        }
    }

    fn count_labels(&mut self, curves: &[Curve], cards: &[(i64, Rect)], labels: &[&SceneItem]) {
        for (index, label) in labels.iter().enumerate() {
            let inner = label.bounds.grown(-TOUCH);
            let on_card = cards.iter().any(|(_, card)| card.overlaps(&inner));
            self.labels_on_cards += usize::from(on_card);
            self.labels_on_labels +=
                labels[..index].iter().filter(|other| other.bounds.overlaps(&inner)).count();
            for curve in curves {
                if Some(&curve.item.id) == label.part_of.as_ref() {
                    self.labels_astray +=
                        usize::from(!curve.line.meets(&label.bounds.grown(NEAR + curve.half)));
                } else if curve.line.meets(&inner.grown(curve.half)) {
                    self.labels_on_curves += 1;
                }
            }
        }
    }

    /// What must not be.
    pub fn collisions(&self) -> usize {
        self.over_cards
            + self.labels_on_cards
            + self.labels_on_labels
            + self.labels_on_curves
            + self.labels_astray
    }
}

impl fmt::Display for Quality {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} curves, {:?} without label; over cards {} (stacked {}); labels on cards {}, labels {}, curves {}, \
             astray {}; crossings {}, bends {:.0}, length {:.0}, area {:.2} M",
            self.curves,
            self.unlabelled,
            self.over_cards,
            self.over_stacked,
            self.labels_on_cards,
            self.labels_on_labels,
            self.labels_on_curves,
            self.labels_astray,
            self.crossings,
            self.bends,
            self.length,
            self.area / 1e6
        )
    }
}

fn curve(item: &SceneItem) -> Option<Curve<'_>> {
    let (Subject::Transition { from, to, .. } | Subject::Ghost { from, to }) = item.subject else {
        return None;
    };
    let hit = item.zones.hit.as_ref().filter(|_| item.part_of.is_none())?;
    Some(Curve { item, line: Line::of(&hit.d), half: hit.line / 2.0, ends: [from.0, to.0] })
}

fn card(item: &SceneItem) -> Option<(i64, Rect)> {
    let Subject::Touchpoint { touchpoint } = item.subject else { return None };
    Some((touchpoint.0, item.bounds))
}

/// The touchpoints whose cards were put on one another.
fn stacked(journey: &Journey, cards: &[(i64, Rect)]) -> BTreeSet<i64> {
    let places: Vec<_> = journey
        .touchpoints()
        .filter_map(|each| {
            let (_, card) = cards.iter().find(|(id, _)| *id == each.id.0)?;
            Some((each.id.0, each.stage, Rect::new(each.place.x, each.place.y, card.width, card.height)))
        })
        .collect();
    let is_on = |(one, stage, rect): &(i64, _, Rect)| {
        places.iter().any(|(other, there, each)| one != other && stage == there && each.overlaps(rect))
    };
    places.iter().filter(|place| is_on(place)).map(|(id, ..)| *id).collect()
}

fn unlabelled(curves: &[Curve], labels: &[&SceneItem], ghost: bool) -> usize {
    let is_kind = |curve: &&Curve| matches!(curve.item.subject, Subject::Ghost { .. }) == ghost;
    let has_label =
        |curve: &&Curve| labels.iter().any(|label| label.part_of.as_ref() == Some(&curve.item.id));
    curves.iter().filter(is_kind).filter(|curve| !has_label(curve)).count()
}

fn is_label(item: &SceneItem) -> bool {
    matches!(item.subject, Subject::Transition { .. } | Subject::Ghost { .. }) && item.part_of.is_some()
}

/// The points where curves cross; at a card that two curves share they may touch.
fn crossings(curves: &[Curve]) -> usize {
    let mut count = 0;
    for (index, one) in curves.iter().enumerate() {
        for other in &curves[..index] {
            count += one.line.crossings(&other.line);
        }
    }
    count
}

impl Quality {
    /// Adds what was counted on another picture.
    pub fn add(&mut self, other: &Self) {
        self.curves += other.curves;
        self.unlabelled = [0, 1].map(|kind| self.unlabelled[kind] + other.unlabelled[kind]);
        self.over_cards += other.over_cards;
        self.over_stacked += other.over_stacked;
        self.labels_on_cards += other.labels_on_cards;
        self.labels_on_labels += other.labels_on_labels;
        self.labels_on_curves += other.labels_on_curves;
        self.labels_astray += other.labels_astray;
        self.crossings += other.crossings;
        self.bends += other.bends;
        self.length += other.length;
        self.area += other.area;
    }
}
