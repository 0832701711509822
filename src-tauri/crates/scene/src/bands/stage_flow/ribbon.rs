//! The ribbon: as high in each stage as the customers in it, to the next stage as high as those who went there; what
//! drops off falls out of it. One customer is as high everywhere.

use model::Stage;

use super::header::NODE_WIDTH;
use crate::geometry::{Point, point};
use crate::line::Line;
use crate::marker::Marker;
use crate::page::{Counted, Page};
use crate::path::Path;
use crate::pen::Pen;
use crate::shapes::{block, solid};
use crate::zones::Figure;
use crate::{Primitive, Rect};

/// From the stages' nodes to the ribbon.
const BENEATH: f64 = 8.0;
/// From the lowest end of the ribbon to the end of what falls out of it.
pub(super) const FALL: f64 = 22.0;
/// From there to what is below.
const REST: f64 = 16.0;
/// Beside what falls.
pub(super) const ASIDE: f64 = 6.0;
/// How far the marker of what falls may reach under its stage.
const UNDER: f64 = 36.0;
/// A ribbon from this height on ends in a point of its own width.
pub(super) const WIDE: f64 = 8.0;

/// The ribbon of a picture with numbers.
pub(super) struct Ribbon {
    top: f64,
    /// Where what is beneath it begins.
    pub foot: f64,
    /// What each stage has of it.
    pub sections: Vec<Rect>,
}

/// What is written of what drops off in a stage.
pub(super) struct Loss {
    /// Whole.
    pub painted: Vec<Primitive>,
    /// At the middle level of detail.
    pub brief: Vec<Primitive>,
    /// The number on it.
    pub figure: Figure,
}

impl Loss {
    /// What is written where the marker of a stage's drop-off stands, if it has one.
    pub(super) fn of(page: &Page, position: usize, place: impl Fn(&Marker) -> Rect) -> Option<Self> {
        let account = page.counted.as_ref()?.stage(page.journey.stages()[position].id)?;
        let marker = Marker::of(page, account)?.headline();
        let rate = account.drop_off?;
        let rect = place(&marker);
        let mut painted = Vec::new();
        marker.paint(page, rect, &mut painted);
        let brief = marker.paint_brief(page, rect);
        let figure = Figure::of_drop_off(account, &rate, rect).in_brief(&brief);
        Some(Self { painted, brief, figure })
    }
}

impl Ribbon {
    /// How far it reaches below the stages' nodes; not at all without numbers.
    pub(super) fn reach(page: &Page) -> f64 {
        let Some(counted) = &page.counted else { return 0.0 };
        BENEATH + counted.highest() + if page.lens.tells_losses() { FALL } else { 0.0 } + REST
    }

    /// Below these nodes of stages, if there are numbers.
    pub(super) fn of(page: &Page, nodes: &[Rect]) -> Option<Self> {
        let counted = page.counted.as_ref()?;
        let node = nodes.first()?.bottom();
        let top = node + BENEATH;
        let section = |(node, stage): (&Rect, &Stage)| {
            let entered = counted.stage(stage.id).map_or(0, |account| account.entered);
            Rect::new(node.x, top, NODE_WIDTH, counted.height(entered))
        };
        let sections = nodes.iter().zip(page.journey.stages()).map(section).collect();
        Some(Self { top, foot: node + Self::reach(page), sections })
    }

    /// What a stage has of it, and what falls out of it there.
    pub(super) fn paint(&self, page: &Page, position: usize) -> Vec<Primitive> {
        let (section, colours) = (self.sections[position], page.stage_colours(position));
        let mut painted = vec![block(section, (section.height / 2.0).min(4.0), &colours.rim, None)];
        if let Some(width) = falling_width(page, position) {
            let d = fallen(&section, width, self.end(page));
            painted.push(Primitive::Path { d, fill: Some(page.palette.loss_tint(0.45).rim), stroke: None });
        }
        painted
    }

    /// What is written of what falls out of it in a stage.
    pub(super) fn loss(&self, page: &Page, position: usize) -> Option<Loss> {
        let section = self.sections[position];
        let middle = section.right() + falling_width(page, position).map_or(0.0, |width| ASIDE + width / 2.0);
        let end = self.end(page);
        Loss::of(page, position, |marker| {
            let rect = marker.at(0.0, end);
            Rect { x: (middle - rect.width / 2.0).max(section.right() - UNDER), ..rect }
        })
    }

    /// Where what falls out of it ends.
    fn end(&self, page: &Page) -> f64 {
        self.top + page.counted.as_ref().map_or(0.0, Counted::highest) + FALL
    }

    /// The middle of the ribbon of a line's width from one stage to the next.
    pub(super) fn step(&self, from: usize, width: f64) -> Path {
        let (start, end) = (&self.sections[from], &self.sections[from + 1]);
        let y = self.top + width / 2.0;
        Path::rounded(&[point(start.right() + 1.0, y), point(end.x - 2.0, y)], 0.0)
    }

    /// Where the label stands of what goes on from a stage to the next: over the ribbon, between the stages' nodes.
    pub(super) fn label(&self, from: usize, height: f64) -> Point {
        let (start, end) = (&self.sections[from], &self.sections[from + 1]);
        point(f64::midpoint(start.right(), end.x), self.top - 4.0 - height / 2.0)
    }
}

/// How wide what falls out of the ribbon in a stage is, if anything is seen to.
pub(super) fn falling_width(page: &Page, position: usize) -> Option<f64> {
    let counted = page.counted.as_ref().filter(|_| page.lens.tells_losses())?;
    let account = counted.stage(page.journey.stages()[position].id)?;
    let lost = account.drop_off.filter(|rate| rate.count > 0 && !account.goal)?;
    Some(counted.height(lost.count))
}

/// Paints what goes on along a path: a wide line is as wide to its end, where it comes to a point.
pub(super) fn paint_step(page: &Page, line: &Line, width: f64, path: &Path) -> Vec<Primitive> {
    if width < WIDE {
        return line.paint(page, path);
    }
    let (start, end, half) = (path.point(0.0), path.end(), width / 2.0);
    let tip = 4.0 + width * 0.12;
    let outline = Pen::new()
        .move_to(point(start.x, start.y - half))
        .line_to(point(end.x - tip, end.y - half))
        .line_to(end)
        .line_to(point(end.x - tip, end.y + half))
        .line_to(point(start.x, start.y + half))
        .close();
    let (fill, stroke) = if line.hollow {
        (page.palette.surface.clone(), Some(solid(&line.colour, 1.2)))
    } else {
        (line.colour.clone(), None)
    };
    vec![Primitive::Path { d: outline.done(), fill: Some(fill), stroke }]
}

/// What falls out of the lower right of a section, down to a foot.
fn fallen(section: &Rect, width: f64, foot: f64) -> String {
    let (x, low) = (section.right(), section.bottom().min(foot - ASIDE));
    let outer = point(x + ASIDE + width, low + ASIDE);
    let inner = point(x + ASIDE, low + ASIDE);
    Pen::new()
        .move_to(point(x, low - width))
        .bend_to(point(outer.x, low - width), outer)
        .line_to(point(outer.x, foot))
        .line_to(point(inner.x, foot))
        .line_to(inner)
        .bend_to(point(inner.x, low), point(x, low))
        .close()
        .done()
}
