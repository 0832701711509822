//! The stages as a ring, where the last leads to the first: each has a part of it as thick as the customers in it, and to
//! the next it is as thick as those who went there. What drops off falls out outwards, and other ways lead through the
//! inside. One customer is as thick everywhere.

mod circle;
mod setting;

use super::arcs::Arcs;
use super::edges::{Edge, StageEdges, line};
use super::header::{FAR_BEYOND, Place as Placing, StageRow, title_from_afar};
use super::ribbon::{ASIDE, FALL, Loss, WIDE, falling_width};
use crate::band::{Laid, Place};
use crate::detail::{Afar, MIDDLE};
use crate::geometry::{Point, point};
use crate::line::{Line, Standing};
use crate::lines::{LABEL, TITLE, shortened};
use crate::page::Page;
use crate::path::Path;
use crate::pen::Pen;
use crate::shapes::{block, in_the_middle, said, solid, written};
use crate::words::Value::Count;
use crate::{Anchor, Primitive, Rect, SceneItem, Subject};

use circle::Circle;
use setting::{PLAIN, Setting, Step};

/// From the ring to the columns.
const BENEATH: f64 = 32.0;
/// From the top of a column to its ground: its name stands there.
const HEAD: f64 = 48.0;
/// The ring is in the middle of a map, but not farther from its left than this, where a window opens.
const MIDDLE_AT: f64 = 600.0;

/// Lays the ring out above the columns.
pub(super) fn lay(page: &Page, place: &Place, arcs: &Arcs) -> Laid {
    let mut row = StageRow::unplaced(page, place.edge - HEAD);
    if row.nodes.is_empty() {
        return Laid { height: HEAD, ..Laid::default() };
    }
    let small = Setting::fitting(page, &row, arcs);
    let centre = centre(page, &small.bounds(), place.edge - HEAD - BENEATH);
    let setting = Setting::on(page, &row, arcs, Circle { centre, ..small.circle });
    for (node, block) in row.nodes.iter_mut().zip(&setting.blocks) {
        (node.x, node.y) = (block.centre_x() - node.width / 2.0, block.y);
    }
    let unlabelled = setting.unlabelled();
    let bounds = setting.bounds();
    let ring = Ring { page, row, setting };
    let edges = ring.edges();
    let mut items: Vec<SceneItem> =
        (0..ring.row.nodes.len()).map(|position| ring.column(position, place.ground)).collect();
    items.extend(edges.lines);
    items.extend((0..ring.row.nodes.len()).map(|position| ring.stage(position, place.ground)));
    items.extend(edges.labels);
    let note = || page.words.fill("note-labels", &[("count", Count(unlabelled as u64))]);
    Laid {
        height: place.edge - bounds.y,
        items,
        reach: Some(bounds),
        notes: (unlabelled > 0).then(note).into_iter().collect(),
        paths: arcs.count(page),
    }
}

/// Where the centre of a ring stands whose box around the origin is this, above a lower end.
fn centre(page: &Page, bounds: &Rect, bottom: f64) -> Point {
    let middle = (page.width() / 2.0).min(MIDDLE_AT).max(-bounds.x);
    point(middle, bottom - bounds.bottom())
}

/// A ring that stands.
struct Ring<'p, 'a> {
    page: &'p Page<'a>,
    row: StageRow,
    setting: Setting<'a>,
}

impl Ring<'_, '_> {
    /// How thick it is in a stage.
    fn thickness(&self, position: usize) -> f64 {
        let stage = self.page.journey.stages()[position].id;
        let counted = self.page.counted.as_ref();
        counted.map_or(PLAIN, |counted| counted.height(counted.stage(stage).map_or(0, |each| each.entered)))
    }

    /// The node of a stage with its part of the ring.
    fn stage(&self, position: usize, ground: f64) -> SceneItem {
        let (page, circle) = (self.page, &self.setting.circle);
        let node = self.row.nodes[position];
        let (middle, half) = (circle.stage(position), circle.half());
        let outer = circle.radius + self.thickness(position);
        let part = circle.band((middle - half, middle + half), (circle.radius, outer));
        let filled = |d, colour: &str| Primitive::Path { d, fill: Some(colour.to_owned()), stroke: None };
        let mut beneath = vec![filled(part, &page.stage_colours(position).rim)];
        if let Some(width) = falling_width(page, position) {
            let fallen = self.fallen(middle + half, outer, width);
            beneath.push(filled(fallen, &page.palette.loss_tint(0.45).rim));
        }
        let block = self.setting.blocks[position];
        let loss = Loss::of(page, position, |marker| {
            let rect = marker.at(0.0, 0.0);
            Rect { x: block.centre_x() - rect.width / 2.0, y: block.bottom() - rect.height, ..rect }
        });
        let placing = Placing { bounds: block, far: node, far_room: node.width, cell_bottom: ground };
        self.row.item(page, position, &placing, beneath, loss)
    }

    /// What falls outwards out of the end of a part that has this outer edge.
    fn fallen(&self, end: f64, outer: f64, width: f64) -> String {
        let circle = &self.setting.circle;
        let foot = circle.radius + self.setting.thickest + FALL - outer;
        let at = |along: f64, out: f64| circle.at(end + along / outer, outer + out);
        Pen::new()
            .move_to(at(0.0, -width))
            .bend_to(at(ASIDE + width, -width), at(ASIDE + width, ASIDE))
            .line_to(at(ASIDE + width, foot))
            .line_to(at(ASIDE, foot))
            .line_to(at(ASIDE, ASIDE))
            .bend_to(at(ASIDE, 0.0), at(0.0, 0.0))
            .close()
            .done()
    }

    /// The column of a stage, with its name: the stage itself is on the ring.
    fn column(&self, position: usize, ground: f64) -> SceneItem {
        let page = self.page;
        let column = self.row.column(page, position, ground);
        let head = Rect { height: HEAD - 8.0, y: column.y + 4.0, ..column };
        let colours = page.stage_colours(position);
        let title = page.stage_title(position);
        let baseline = head.centre_y() + 5.7;
        let place = Rect { x: head.x + 48.0, width: head.width - 64.0, ..head };
        let mut primitives = vec![block(column, 16.0, &colours.tint, None)];
        let number = (position + 1).to_string();
        primitives.push(said(head.x + 32.0, baseline - 0.6, number, LABEL, &colours.tone, Anchor::Middle));
        primitives.extend(written(
            place,
            baseline,
            &shortened(title, TITLE, place.width),
            TITLE,
            &page.palette.ink,
        ));
        let brief = shortened(title, MIDDLE, head.width - 32.0);
        let afar = Afar {
            ground: 1,
            middle: in_the_middle(&head, &brief, MIDDLE, &page.palette.ink),
            far: title_from_afar(page, position, head, head.width + FAR_BEYOND),
        };
        let stage = page.journey.stages()[position].id;
        SceneItem::label_on(Subject::Stage { stage }, column, primitives).seen_afar(afar)
    }

    /// What leads from stage to stage: around the ring, and through its inside.
    fn edges(&self) -> StageEdges {
        let page = self.page;
        let mut drawn = StageEdges::default();
        for step in &self.setting.steps {
            let edge = Edge { from: step.from, to: step.to, flow: step.flow };
            let (path, painted) = self.step(step);
            drawn.add(page, edge, &path, step.width, painted, step.label.clone());
        }
        for chord in &self.setting.chords {
            let arc = &chord.arc;
            let standing =
                if page.leads_back(arc.from, arc.to) { Standing::Return } else { Standing::Onward };
            let line = line(page, arc.flow, arc.width, standing);
            let edge = Edge { from: arc.from, to: arc.to, flow: arc.flow };
            let painted = line.paint(page, &chord.path);
            drawn.add(page, edge, &chord.path, arc.width, painted, chord.label.clone());
        }
        drawn
    }

    /// The middle of what leads to the next stage, and how that is painted: a wide one comes to a point at its end.
    fn step(&self, step: &Step) -> (Path, Vec<Primitive>) {
        let circle = &self.setting.circle;
        let line = line(self.page, step.flow, step.width, Standing::Onward);
        let thick = if self.page.counted.is_some() { step.width } else { PLAIN };
        let radius = circle.radius + thick / 2.0;
        let (gap, half) = (circle.gap(step.from), circle.gap(0) - circle.stage(0) - circle.half());
        let (start, end) = (gap - half + 1.0 / radius, gap + half - 2.0 / radius);
        let path = Path::arc(circle.centre, radius, start, end - start);
        if step.width < WIDE {
            let painted = line.paint(self.page, &path);
            return (path, painted);
        }
        let rims = (circle.radius, circle.radius + step.width);
        let outline = circle.pointed((start, end), rims, 4.0 + step.width * 0.12);
        (path, vec![filled_with(self.page, &line, outline)])
    }
}

/// An outline filled as a line is painted: hollow where its rate is uncertain.
fn filled_with(page: &Page, line: &Line, d: String) -> Primitive {
    let (fill, stroke) = if line.hollow {
        (page.palette.surface.clone(), Some(solid(&line.colour, 1.2)))
    } else {
        (line.colour.clone(), None)
    };
    Primitive::Path { d, fill: Some(fill), stroke }
}
