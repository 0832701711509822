//! The labels on curves: where each belongs there is room, and where there is none it finds another place along its
//! curve that hides nothing.

use std::cmp::Reverse;

use super::card::marker_rect;
use super::edges::Edge;
use crate::detail::Afar;
use crate::geometry::point;
use crate::grid::Grid;
use crate::line::Line;
use crate::page::Page;
use crate::path::Path;
use crate::routing::Track;
use crate::tag::Tag;
use crate::zones::{Figure, Zones};
use crate::{Rect, SceneItem};

/// A label is looked for each so many units along a curve,
const EACH: f64 = 14.0;
/// but at no more places than this.
const PLACES: f64 = 60.0;
/// Between a label and cards or labels; between it and curves.
const AIR: (f64, f64) = (2.0, 0.5);

/// The labels, the strongest first to choose, and how many found no room.
pub(super) fn labels(
    page: &Page,
    edges: &[Edge],
    tracks: &[Track],
    lines: &[Line],
) -> (Vec<SceneItem>, usize) {
    let mut tags: Vec<(usize, Tag)> =
        edges.iter().enumerate().filter_map(|(index, edge)| Some((index, edge.tag(page)?))).collect();
    if tags.is_empty() {
        return (Vec::new(), 0);
    }
    let mut room = Room::of(page, tracks, lines);
    tags.sort_by_key(|&(index, _)| (Reverse(edges[index].flow.map_or(0, |flow| flow.moved)), index));
    let mut places: Vec<Option<Rect>> =
        tags.iter_mut().map(|(index, tag)| room.kept(*index as u32, tag, &tracks[*index])).collect();
    for ((index, tag), place) in tags.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
        *place = room.found(*index as u32, tag, &tracks[*index].path, lines[*index].width);
    }
    let label = |((index, tag), place): (&(usize, Tag), &Option<Rect>)| {
        let (edge, bounds) = (&edges[*index], (*place)?);
        let figures = edge.flow.zip(tag.figures(bounds));
        let middle = tag.paint_brief(page, bounds);
        let figure = figures.map(|(flow, place)| Figure::of_flow(flow, page.mode(), place).in_brief(&middle));
        let label = SceneItem::label_on(edge.subject(), bounds, tag.paint(page, bounds));
        let label = label.with(Zones::of_figure(figure));
        Some(label.seen_afar(Afar { middle, ..Afar::default() }))
    };
    let labels: Vec<SceneItem> = tags.iter().zip(&places).filter_map(label).collect();
    let unlabelled = tags.len() - labels.len();
    (labels, unlabelled)
}

/// Places that are taken, and where curves run.
struct Room {
    taken: Grid,
    curves: Grid,
    /// Whose each box of a curve is.
    owners: Vec<u32>,
}

impl Room {
    fn of(page: &Page, tracks: &[Track], lines: &[Line]) -> Self {
        let mut room = Self { taken: Grid::default(), curves: Grid::default(), owners: Vec::new() };
        for card in page.layout.cards() {
            room.taken.add(card.rect);
            if let Some(marker) = marker_rect(page, card) {
                room.taken.add(marker);
            }
        }
        for (owner, (track, line)) in (0..).zip(tracks.iter().zip(lines)) {
            for part in track.path.boxes() {
                room.curves.add(part.grown(line.width / 2.0));
                room.owners.push(owner);
            }
        }
        room
    }

    /// The place that was kept for a label, if it hides nothing there. Takes it; the label is then as it fits there.
    fn kept(&mut self, owner: u32, tag: &mut Tag, track: &Track) -> Option<Rect> {
        let kept = track.label?;
        let fitting = tag.within(&kept);
        let start = track.path.point(0.0);
        let near = if (start.x - kept.x).abs() < (start.x - kept.right()).abs() { 0.0 } else { 1.0 };
        let spare = kept.width - fitting.width;
        let shift = if start.y < kept.y || start.y > kept.bottom() { 0.5 } else { near };
        let rect = fitting.around(point(kept.x + spare * shift + fitting.width / 2.0, kept.centre_y()));
        let taken = self.take(owner, rect)?;
        *tag = fitting;
        Some(taken)
    }

    /// The best place along a curve where a label hides nothing: the nearest to the middle. Takes it.
    fn found(&mut self, owner: u32, tag: &Tag, path: &Path, width: f64) -> Option<Rect> {
        let steps = (path.length() / EACH).min(PLACES).ceil();
        let mut lengths: Vec<f64> =
            (1..steps as usize).map(|step| path.length() * step as f64 / steps).collect();
        lengths.sort_by(|one, other| {
            let away = |length: &f64| (length - path.length() / 2.0).abs();
            away(one).total_cmp(&away(other))
        });
        let on = lengths.iter().map(|&length| tag.around(path.point(length)));
        // Beside straight parts only: there the distance to the curve is known.
        let upright = |length: f64| path.tangent(length).x.abs() < 1e-6;
        let level = |length: f64| path.tangent(length).y.abs() < 1e-6;
        let aside = |&length: &f64| {
            let half = if upright(length) { tag.width / 2.0 } else { 10.0 };
            let away = half + width / 2.0 + 3.0;
            [away, -away].map(|away| tag.around(path.beside(length, away)))
        };
        let straight = lengths.iter().filter(|length| upright(**length) || level(**length));
        let places: Vec<Rect> = on.chain(straight.flat_map(aside)).collect();
        places.into_iter().find_map(|place| self.take(owner, place))
    }

    /// Takes a place where a label hides nothing.
    fn take(&mut self, owner: u32, rect: Rect) -> Option<Rect> {
        // Above are the headers of the stages.
        let is_free = rect.y >= 2.0
            && !self.taken.is_taken(&rect.grown(AIR.0))
            && !self.curves.meets(&rect.grown(AIR.1), |index| self.owners[index as usize] != owner);
        if is_free {
            self.taken.add(rect);
        }
        is_free.then_some(rect)
    }
}
