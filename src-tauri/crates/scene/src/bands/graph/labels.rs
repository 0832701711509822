//! The labels on curves: which curves have one, and where each finds room.

use std::cmp::Reverse;

use model::Level;

use super::card::marker_rect;
use super::edges::Edge;
use crate::chip::Chip;
use crate::geometry::Point;
use crate::grid::{Grid, Points};
use crate::page::Page;
use crate::path::Path;
use crate::zones::{Figure, Zones};
use crate::{Rect, SceneItem};

/// Shares of the length of a path at which a label may stand, the best first.
const ALONG: [f64; 13] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.15, 0.85];

/// A point of a path is seen each so many units: labels are 20 high.
const SEEN_EACH: f64 = 24.0;
/// No more points of one path than this are seen: few are as long as that.
const SEEN_MOST: f64 = 64.0;
/// From this width on the rims of a path are seen apart from its middle.
const WIDE: f64 = 8.0;
/// From this many touchpoints on only the strongest curves have a label.
const CROWD: usize = 300;
/// As many as this.
const CROWD_LABELS: usize = 240;

/// The labels, the strongest first to choose, and how many found no room.
pub(super) fn labels(page: &Page, edges: &[Edge], paths: &[Path], widths: &[f64]) -> (Vec<SceneItem>, usize) {
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
    for (owner, (path, width)) in paths.iter().zip(widths).enumerate() {
        room.pass(owner as u32, path, *width);
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
        if let Some(bounds) = room.find(&chip, index as u32, &paths[index]) {
            let figure = edge.flow.map(|flow| Figure::of_flow(flow, page.mode(), bounds));
            let label = SceneItem::label_on(edge.subject(), bounds, chip.paint(page, bounds));
            labels.push(label.with(Zones::of_figure(figure)));
        }
    }
    let unlabelled = edges.len() - labels.len();
    (labels, unlabelled)
}

/// Places that are taken, and the curves that labels should not hide.
#[derive(Default)]
struct Room {
    taken: Grid,
    curves: Points,
}

impl Room {
    /// Takes a place that no label may cover.
    fn take(&mut self, rect: Rect) {
        self.taken.add(rect);
    }

    /// Remembers a path, so that labels of others rather do not hide it: points along it, and of a wide one along
    /// its rims too.
    fn pass(&mut self, owner: u32, path: &Path, width: f64) {
        let step = SEEN_EACH.max(path.length() / SEEN_MOST);
        let rims = [0.0, width / 2.0, -width / 2.0];
        for away in &rims[..if width >= WIDE { 3 } else { 1 }] {
            for at in path.flattened(step, *away) {
                self.curves.add(owner, at);
            }
        }
    }

    /// The best free place for a label on its curve: where it hides the fewest others, and then the nearest to the
    /// middle. Takes it.
    fn find(&mut self, chip: &Chip, owner: u32, path: &Path) -> Option<Rect> {
        let on = ALONG.iter().map(|&share| path.point(share * path.length()));
        let rect = self.best(chip, owner, on).or_else(|| self.best(chip, owner, beside(path)))?;
        self.taken.add(rect);
        Some(rect)
    }

    fn best(&self, chip: &Chip, owner: u32, middles: impl Iterator<Item = Point>) -> Option<Rect> {
        let mut best: Option<(usize, Rect)> = None;
        for (rank, middle) in middles.enumerate() {
            let rect = chip.around(middle);
            // Above are the headers of the stages.
            if rect.y < 2.0 || self.taken.is_taken(&rect.grown(3.0)) {
                continue;
            }
            let cost = 4 * self.curves.foreign(owner, &rect) + rank;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
            if cost == rank {
                break;
            }
        }
        best.map(|(_, rect)| rect)
    }
}

/// Points close beside a path, for a label that does not fit on it.
fn beside(path: &Path) -> impl Iterator<Item = Point> {
    [0.5, 0.35, 0.65, 0.2, 0.8].into_iter().flat_map(|share| {
        [14.0, -14.0, 28.0, -28.0, 42.0, -42.0].map(|away| path.beside(share * path.length(), away))
    })
}
