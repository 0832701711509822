//! From a picture to a scene: the bands stacked on the cards.

use crate::band::{Band, Laid, Place};
use crate::bands::{graph, heading, lanes, legend, stage_flow};
use crate::detail::LEVELS;
use crate::layout::STEP;
use crate::notes;
use crate::outline::outline;
use crate::page::Page;
use crate::{Extent, Extras, Members, PathCount, Picture, Rect, Scene, SceneItem};

/// Around everything.
const MARGIN: f64 = 48.0;

/// Lays out a picture. The same picture gives the same scene on every machine.
pub fn lay_out(picture: &Picture) -> Scene {
    lay_out_part(picture, &Extent::Whole)
}

/// Lays out a part of a picture: what is in it stands as it does on the whole, under the heading and above the legend of
/// that. Lanes that are drawn from one end of the map to the other are left out.
pub fn lay_out_part(picture: &Picture, extent: &Extent) -> Scene {
    let mut page = Page::of(picture);
    let mut stack = Stack::on_cards(&page);
    let Extras { heading, lanes, legend, .. } = page.extras;
    stack.put_above(&page, &stage_flow::BAND);
    if let Some(members) = extent.members(page.journey) {
        let frame = stack.keep(&members);
        page.narrow(members, frame);
    }
    if heading {
        stack.put_above(&page, &heading::BAND);
    }
    if lanes {
        stack.put_below(&page, &lanes::BAND);
    }
    if legend {
        stack.put_below(&page, &legend::BAND);
    }
    let mut items: Vec<SceneItem> = stack.bands.into_iter().flat_map(|band| band.items).collect();
    let content = Rect::new(page.left(), stack.top, page.width(), stack.bottom - stack.top);
    let mut content = stack.reach.map_or(content, |reach| content.union(&reach));
    if picture.reading.notes {
        let is_shown = |note: &SceneItem| page.members().is_none_or(|members| members.has(note.subject));
        let notes: Vec<SceneItem> = notes::items(&page).into_iter().filter(is_shown).collect();
        content = notes.iter().fold(content, |all, note| all.union(&note.bounds));
        items.extend(notes);
    }
    let mut outline = outline(page.journey, &items);
    if page.members().is_some() {
        outline.keep(&items);
    }
    Scene {
        bounds: content.grown(MARGIN).rounded_out(),
        background: page.palette.background.clone(),
        outline,
        paths: stack.paths,
        step: STEP,
        levels: LEVELS,
        items,
    }
}

/// Bands laid out, from the uppermost to the lowest.
struct Stack {
    bands: Vec<Laid>,
    top: f64,
    bottom: f64,
    ground: f64,
    reach: Option<Rect>,
    notes: Vec<String>,
    paths: Option<PathCount>,
}

impl Stack {
    /// The cards and the curves between them, whose upper end is the origin.
    fn on_cards(page: &Page) -> Self {
        let mut stack = Self {
            bands: Vec::new(),
            top: 0.0,
            bottom: 0.0,
            ground: 0.0,
            reach: None,
            notes: Vec::new(),
            paths: None,
        };
        stack.put_below(page, &graph::BAND);
        stack.ground = stack.bottom;
        stack
    }

    /// Leaves out what is not in a part of the map; gives the box around the rest.
    fn keep(&mut self, members: &Members) -> Rect {
        for band in &mut self.bands {
            band.items.retain(|item| members.has(item.subject));
        }
        let kept = self.bands.iter().flat_map(|band| &band.items).map(|item| item.bounds);
        let frame = kept.reduce(|all, each| all.union(&each)).unwrap_or(Rect::new(0.0, 0.0, 0.0, 0.0));
        (self.top, self.bottom, self.reach) = (frame.y, frame.bottom(), Some(frame));
        frame
    }

    fn put_above(&mut self, page: &Page, band: &Band) {
        let laid = self.lay(page, band, self.top - band.gap);
        self.top -= band.gap + laid.height;
        self.bands.insert(0, laid);
    }

    fn put_below(&mut self, page: &Page, band: &Band) {
        let laid = self.lay(page, band, self.bottom + band.gap);
        self.bottom += band.gap + laid.height;
        self.bands.push(laid);
    }

    fn lay(&mut self, page: &Page, band: &Band, edge: f64) -> Laid {
        let mut laid =
            (band.lay)(page, &Place { edge, ground: self.ground, notes: &self.notes, paths: self.paths });
        self.notes.append(&mut laid.notes);
        self.paths = self.paths.or(laid.paths);
        self.reach = [self.reach, laid.reach].into_iter().flatten().reduce(|all, each| all.union(&each));
        laid
    }
}
