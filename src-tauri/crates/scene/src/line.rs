//! How an edge is drawn: its width the volume, its colour what the lens sees.

use model::{Flow, Level, TransitionKind};

use crate::Primitive;
use crate::lens::{self, Footing, Lens, Seen};
use crate::page::Page;
use crate::path::Path;
use crate::shapes::{arrowhead, dashed, solid};

/// From this width on a curve has a halo.
const HALO_FROM: f64 = 3.0;

/// The width of a curve that carries too little to be told.
const FAINT: f64 = 0.9;

/// The least and the largest width of an uncertain curve.
const HOLLOW: (f64, f64) = (4.0, 7.0);

/// How a curve is drawn.
pub(crate) struct Line {
    pub width: f64,
    pub colour: String,
    pub ghost: bool,
    pub hollow: bool,
    /// How people mark it off from main ways.
    pub kind: Option<TransitionKind>,
}

/// How an edge stands on the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// On the map, and on in the journey.
    Onward,
    /// On the map, and back to an earlier stage.
    Return,
    /// Taken, but not on the map.
    Ghost,
    /// On the map, but carrying too little to be told.
    Faint,
}

impl Line {
    /// The line of an edge between touchpoints, with its flow.
    pub(crate) fn of(page: &Page, flow: Option<&Flow>, standing: Standing) -> Self {
        let palette = page.palette;
        let Some(counted) = &page.counted else { return Self::plain(&palette.line, 1.5) };
        if counted.evidence.level == Level::Stage || page.lens == Lens::Emotion {
            return Self::plain(&palette.quiet, 1.5);
        }
        let moved = flow.map_or(0, |flow| flow.moved);
        match (standing, flow) {
            (Standing::Faint, _) => Self::plain(&palette.line, FAINT),
            // Ghost paths step back behind what is on the map.
            (Standing::Ghost, _) => {
                let width = counted.width(moved).clamp(2.4, 6.0) / 2.0;
                Self { ghost: true, ..Self::plain(&palette.ghost, width) }
            }
            (_, Some(flow)) if moved > 0 => Self::counted(page, flow, counted.width(moved), standing),
            _ => Self::plain(&palette.line, counted.width(moved)),
        }
    }

    /// The line of a flow: its width the volume, its colour what the lens sees.
    pub(crate) fn counted(page: &Page, flow: &Flow, width: f64, standing: Standing) -> Self {
        match lens::seen(page, flow, standing == Standing::Return) {
            None => Self::plain(&page.palette.quiet, width),
            Some(Seen { colour, footing: Footing::Enough }) => Self::plain(&colour, width),
            // Two thin lines read as one curve only while they are close.
            Some(Seen { colour, .. }) => {
                Self { hollow: true, ..Self::plain(&colour, width.clamp(HOLLOW.0, HOLLOW.1)) }
            }
        }
    }

    /// The same as the line of a transition of this kind. What nothing is counted of has the colour of its kind.
    pub(crate) fn of_kind(self, page: &Page, kind: Option<TransitionKind>) -> Self {
        let is_return = kind == Some(TransitionKind::Return) && self.colour == page.palette.line;
        let colour = if is_return { page.palette.returning(0.6) } else { self.colour };
        Self { colour, kind, ..self }
    }

    /// A solid line that tells nothing but its width.
    pub(crate) fn plain(colour: &str, width: f64) -> Self {
        Self { width, colour: colour.to_owned(), ghost: false, hollow: false, kind: None }
    }

    /// The head at the end of the line: how long, and half how wide.
    fn head(&self) -> (f64, f64) {
        (6.5 + 0.6 * self.width, 3.2 + 0.44 * self.width)
    }

    /// Paints the line along a path, with its head.
    pub(crate) fn paint(&self, page: &Page, path: &Path) -> Vec<Primitive> {
        let (length, half) = self.head();
        let head = arrowhead(path.end(), path.tangent(path.length()), length, half);
        let mut primitives = self.strokes(page, path.drawn_back(length).data());
        primitives.push(Primitive::Path { d: head, fill: Some(self.colour.clone()), stroke: None });
        primitives
    }

    /// Paints the line along a path that others cross: a wide one is set off from them.
    pub(crate) fn paint_apart(&self, page: &Page, path: &Path) -> Vec<Primitive> {
        let mut primitives = self.paint(page, path);
        if self.width >= HALO_FROM && !self.ghost {
            let d = path.drawn_back(self.head().0).data();
            let clearing = solid(&page.palette.background, self.width + 3.0);
            primitives.insert(0, Primitive::Path { d, fill: None, stroke: Some(clearing) });
        }
        primitives
    }

    /// The line itself: solid, dashed for a ghost path and for other than main ways, two thin lines where the rate is
    /// uncertain.
    fn strokes(&self, page: &Page, d: String) -> Vec<Primitive> {
        let path = |d, stroke| Primitive::Path { d, fill: None, stroke: Some(stroke) };
        if self.ghost {
            let dash = [self.width * 0.5 + 2.0, self.width * 1.2 + 4.0];
            return vec![path(d, dashed(&self.colour, self.width, &dash))];
        }
        let line = dashed(&self.colour, self.width, &self.dash());
        if self.hollow {
            let core = solid(&page.palette.surface, self.width - 2.4);
            return vec![path(d.clone(), line), path(d, core)];
        }
        vec![path(d, line)]
    }

    /// Long dashes for an alternative, a dash and a dot for a way back; nothing for a main way.
    fn dash(&self) -> Vec<f64> {
        let (gap, width) = (4.0 + self.width * 0.6, self.width);
        match self.kind {
            Some(TransitionKind::Alternative) => vec![12.0 + width, gap],
            Some(TransitionKind::Return) => vec![12.0 + width, gap, width.max(2.0), gap],
            Some(TransitionKind::Main) | None => Vec::new(),
        }
    }
}
