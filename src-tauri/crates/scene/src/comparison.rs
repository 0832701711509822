//! Two states of a map on one picture: all that is on either, with marks on what differs. Each kind of mark has a shape, a
//! colour, a line and a word of its own, so that none is told by its colour alone.

use std::collections::BTreeMap;

use model::{Place, StageId, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::bands::graph::curves;
use crate::geometry::{Point, direction, point};
use crate::layout::CARD_WIDTH;
use crate::lines::LABEL;
use crate::page::Page;
use crate::path::Path;
use crate::pen::Pen;
use crate::shapes::{arrowhead, block, dashed, said, solid};
use crate::zones::Plate;
use crate::{Anchor, Colour, Palette, Picture, Primitive, Rect, Scene, SceneItem, Stroke, Subject, lay_out};

/// The height of the word on a mark.
const TAG: f64 = 20.0;
/// The width of what stands before the word.
const SIGN: f64 = 22.0;
/// From what is marked to the line around it.
const AROUND: f64 = 4.0;
/// The width of that line.
const LINE: f64 = 2.5;
/// From this length on, there is room for a word on a curve.
const LONG: f64 = 150.0;

/// How something differs in the later of two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Only the later one has it.
    Added,
    /// Only the earlier one has it.
    Removed,
    /// It says something else.
    Changed,
    /// It is in another place, and as it was otherwise.
    Moved,
}

/// What is marked on a picture.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// What differs, and how. What has no item on the picture is not marked.
    pub changes: Vec<(Subject, Change)>,
    /// The touchpoints that were elsewhere: in which stage, and where in that.
    pub elsewhere: BTreeMap<TouchpointId, (StageId, Place)>,
}

/// Lays out a picture of all that is on either of two states, with marks on what differs.
pub fn compared(picture: &Picture, marks: &Marks) -> Scene {
    let mut scene = lay_out(picture);
    let page = Page::of(picture);
    let curves: BTreeMap<String, Path> =
        curves(&page).into_iter().map(|(subject, path)| (subject.id(), path)).collect();
    let mut items = Vec::new();
    for (touchpoint, (stage, place)) in &marks.elsewhere {
        items.extend(way_from(&page, *touchpoint, *stage, *place));
    }
    for (subject, change) in &marks.changes {
        let id = subject.id();
        let Some(item) = scene.items.iter().find(|item| item.id == id) else { continue };
        let mark = Mark { page: &page, change: *change };
        items.extend(match (curves.get(&id), item.zones.header) {
            (Some(path), _) => Some(mark.on_curve(*subject, path)),
            (None, Some(plate)) => Some(mark.on_plate(*subject, plate)),
            (None, None) => None,
        });
    }
    for item in &items {
        scene.bounds = scene.bounds.union(&item.bounds.grown(AROUND)).rounded_out();
    }
    scene.items.append(&mut items);
    scene
}

/// How a change is marked.
struct Mark<'a> {
    page: &'a Page<'a>,
    change: Change,
}

impl Mark<'_> {
    /// A line around something, with a word on its upper rim.
    fn on_plate(&self, subject: Subject, plate: Plate) -> SceneItem {
        let rect = plate.rect.grown(AROUND);
        let mut primitives = Vec::new();
        if self.change == Change::Removed {
            // It steps back.
            let veil = format!("{}a0", self.page.palette.background);
            primitives.push(block(plate.rect, plate.radius, &veil, None));
        }
        let stroke = Some(self.stroke(LINE));
        primitives.push(Primitive::Rect { rect, radius: plate.radius + AROUND, fill: None, stroke });
        let tag = self.tag(point(rect.x + 12.0, rect.y - TAG / 2.0), true, &mut primitives);
        item(subject, rect.union(&tag), primitives)
    }

    /// A line along a curve, with a word or a sign on its middle.
    fn on_curve(&self, subject: Subject, path: &Path) -> SceneItem {
        let wide = Stroke { dash: Vec::new(), ..solid(&format!("{}40", self.colour()), 9.0) };
        let along = |stroke| Primitive::Path { d: path.data(), fill: None, stroke: Some(stroke) };
        let mut primitives = vec![along(wide), along(self.stroke(2.0))];
        let middle = path.point(path.length() / 2.0);
        let worded = path.length() >= LONG;
        let width = if worded { self.width() } else { SIGN };
        let tag = self.tag(point(middle.x - width / 2.0, middle.y - TAG / 2.0), worded, &mut primitives);
        item(subject, path.painted(10.0).union(&tag), primitives)
    }

    /// The sign of the change, with its word where there is room; gives where it stands.
    fn tag(&self, corner: Point, worded: bool, primitives: &mut Vec<Primitive>) -> Rect {
        let palette = self.page.palette;
        let colour = self.colour();
        let rect = Rect::new(corner.x, corner.y, if worded { self.width() } else { SIGN }, TAG);
        primitives.push(block(rect, TAG / 2.0, &palette.surface, Some(solid(&colour, 1.5))));
        self.sign(point(rect.x + SIGN / 2.0, rect.centre_y()), primitives);
        if worded {
            let (x, y) = (rect.x + SIGN, rect.centre_y() + 4.3);
            primitives.push(said(x, y, self.word(), LABEL, &palette.ink, Anchor::Start));
        }
        rect
    }

    /// A plus in a disc, a minus in a square, a diamond, or an arrow.
    fn sign(&self, at: Point, primitives: &mut Vec<Primitive>) {
        let colour = self.colour();
        let surface = &self.page.palette.surface;
        let corner = |x: f64, y: f64| point(at.x + x, at.y + y);
        let filled = |d| Primitive::Path { d, fill: Some(colour.clone()), stroke: None };
        let cut = |pen: Pen| Primitive::Path { d: pen.done(), fill: None, stroke: Some(solid(surface, 2.0)) };
        let level = || Pen::new().move_to(corner(-3.2, 0.0)).line_to(corner(3.2, 0.0));
        match self.change {
            Change::Added => {
                primitives.push(filled(Pen::new().circle(at, 6.5).done()));
                primitives.push(cut(level().move_to(corner(0.0, -3.2)).line_to(corner(0.0, 3.2))));
            }
            Change::Removed => {
                primitives.push(block(Rect::new(at.x - 6.0, at.y - 6.0, 12.0, 12.0), 1.0, &colour, None));
                primitives.push(cut(level()));
            }
            Change::Changed => {
                let pen = Pen::new().move_to(corner(0.0, -7.0)).line_to(corner(7.0, 0.0));
                primitives
                    .push(filled(pen.line_to(corner(0.0, 7.0)).line_to(corner(-7.0, 0.0)).close().done()));
            }
            Change::Moved => {
                let d = Pen::new().move_to(corner(-7.0, 0.0)).line_to(corner(1.0, 0.0)).done();
                primitives.push(Primitive::Path { d, fill: None, stroke: Some(solid(&colour, 2.0)) });
                primitives.push(filled(arrowhead(corner(7.0, 0.0), point(1.0, 0.0), 7.0, 5.0)));
            }
        }
    }

    fn width(&self) -> f64 {
        SIGN + LABEL.width(&self.word()) + 8.0
    }

    fn word(&self) -> String {
        self.page.words.say(match self.change {
            Change::Added => "mark-added",
            Change::Removed => "mark-removed",
            Change::Changed => "mark-changed",
            Change::Moved => "mark-moved",
        })
    }

    fn colour(&self) -> Colour {
        self.change.colour(self.page.palette)
    }

    fn stroke(&self, width: f64) -> Stroke {
        let dash: &[f64] = match self.change {
            Change::Added => &[],
            Change::Removed => &[8.0, 6.0],
            Change::Changed => &[0.1, 5.0],
            Change::Moved => &[10.0, 5.0, 0.1, 5.0],
        };
        dashed(&self.colour(), width, dash)
    }
}

impl Change {
    /// The colour of its mark.
    fn colour(self, palette: &Palette) -> Colour {
        match self {
            Self::Added => palette.accent.clone(),
            Self::Removed => palette.loss.clone(),
            Self::Changed => palette.returning(1.0),
            Self::Moved => palette.muted.clone(),
        }
    }
}

/// The place where a card was, and an arrow from there to where it is.
fn way_from(page: &Page, touchpoint: TouchpointId, stage: StageId, place: Place) -> Option<SceneItem> {
    let now = page.layout.rect_of(touchpoint)?;
    let corner = page.layout.corner_of(stage, place)?;
    let before = Rect::new(corner.x, corner.y, CARD_WIDTH, now.height);
    let colour = Change::Moved.colour(page.palette);
    let middle = |rect: &Rect| point(rect.centre_x(), rect.centre_y());
    let towards = direction(middle(&before), middle(&now));
    // To the rim of the card, whichever side that is.
    let (across, along) = (now.width / 2.0 / towards.x.abs(), now.height / 2.0 / towards.y.abs());
    let back = across.min(along) + AROUND + LINE;
    let tip = point(now.centre_x() - towards.x * back, now.centre_y() - towards.y * back);
    let stroke = Some(dashed(&colour, 1.5, &[2.0, 5.0]));
    let mut primitives =
        vec![Primitive::Rect { rect: before, radius: 10.0, fill: None, stroke: stroke.clone() }];
    // A way within the card itself would point nowhere.
    let (dx, dy) = (now.centre_x() - before.centre_x(), now.centre_y() - before.centre_y());
    if dx.hypot(dy) > back {
        let d = Pen::new().move_to(middle(&before)).line_to(tip).done();
        primitives.push(Primitive::Path { d, fill: None, stroke });
        let d = arrowhead(tip, towards, 10.0, 5.0);
        primitives.push(Primitive::Path { d, fill: Some(colour), stroke: None });
    }
    let id = format!("touchpoint-{}-was", touchpoint.0);
    Some(SceneItem { id, ..item(Subject::Touchpoint { touchpoint }, before.union(&now), primitives) })
}

/// The item of a mark, which is a part of what it marks.
fn item(subject: Subject, bounds: Rect, primitives: Vec<Primitive>) -> SceneItem {
    let id = format!("{}-mark", subject.id());
    SceneItem { id, ..SceneItem::label_on(subject, bounds, primitives) }
}
