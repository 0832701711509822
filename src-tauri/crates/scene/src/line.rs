//! How an edge is drawn: its width the volume, its colour the conversion.

use model::{Flow, Level};

use crate::Primitive;
use crate::page::Page;
use crate::path::Path;
use crate::shapes::{arrowhead, dashed, solid};

/// From this width on a curve has a halo.
const HALO_FROM: f64 = 3.0;

/// The least and the largest width of an uncertain curve.
const HOLLOW: (f64, f64) = (4.0, 7.0);

/// How a curve is drawn.
pub(crate) struct Line {
    pub width: f64,
    pub colour: String,
    pub ghost: bool,
    pub hollow: bool,
}

impl Line {
    /// The line of an edge between touchpoints, with its flow.
    pub(crate) fn of(page: &Page, flow: Option<&Flow>, ghost: bool) -> Self {
        let palette = page.palette;
        let plain = |colour: &String, width| Self { width, colour: colour.clone(), ghost, hollow: false };
        let Some(counted) = &page.counted else { return plain(&palette.line, 1.5) };
        if counted.evidence.level == Level::Stage {
            return plain(&palette.quiet, 1.5);
        }
        let (Some(flow), false) = (flow.filter(|flow| flow.moved > 0), ghost) else {
            let width = flow.map_or(1.5, |flow| counted.width(flow.moved).min(6.0));
            // Ghost paths step back behind what is on the map.
            return if ghost {
                plain(&palette.ghost, width.max(2.4) / 2.0)
            } else {
                plain(&palette.line, width)
            };
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

    /// The line itself: solid, dashed for a ghost path, two thin lines where the rate is uncertain.
    fn strokes(&self, page: &Page, d: String) -> Vec<Primitive> {
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
