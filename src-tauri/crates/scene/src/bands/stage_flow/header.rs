//! The stages: their nodes above, with how many entered, and their columns.

use std::sync::Arc;

use model::{Level, Node};

use super::ribbon::Ribbon;
use crate::icons::FLAG_ICON;
use crate::layout::Ground;
use crate::lines::{LABEL, Lines, SMALL, TITLE, broken};
use crate::page::Page;
use crate::shapes::{block, line_box, said, solid, written};
use crate::words::Value;
use crate::zones::{Figure, Plate, Zones};
use crate::{Anchor, Primitive, Rect, SceneItem, Subject, spoken, tint};

/// The width of a stage's node.
pub(super) const NODE_WIDTH: f64 = 192.0;
/// Between a node, or what is beneath it, and its column.
const BENEATH: f64 = 12.0;
/// From the top of a column to its ground.
const HEAD: f64 = 16.0;
/// The line beneath the title.
const ENTERED: f64 = 16.0;
/// From the left of a node to its title.
const TITLE_LEFT: f64 = 44.0;
/// From the title to the right of the node.
const TITLE_RIGHT: f64 = 14.0;
/// The radius of a node's corners.
const NODE_RADIUS: f64 = 20.0;

/// The nodes of the stages, in a row above the columns.
pub(super) struct StageRow {
    /// One for each stage, all of a height.
    pub nodes: Vec<Rect>,
    titles: Vec<Arc<Lines>>,
    /// Whether how many entered stands beneath the titles.
    is_counted: bool,
    /// The upper end of the columns.
    column_top: f64,
}

impl StageRow {
    /// The row whose columns have their ground below `edge`, with so much room between nodes and columns.
    pub(super) fn of(page: &Page, edge: f64, beneath: f64) -> Self {
        let column_top = edge - HEAD;
        let title =
            |stage: &model::Stage| broken(&stage.title, TITLE, NODE_WIDTH - TITLE_LEFT - TITLE_RIGHT, 2);
        let titles: Vec<_> = page.journey.stages().iter().map(title).collect();
        let lines = titles.iter().map(|title| title.lines.len()).max().unwrap_or(1);
        let height = if lines > 1 { 56.0 } else { 40.0 } + if page.counted.is_some() { ENTERED } else { 0.0 };
        let node = |ground: &Ground| {
            let x = ground.rect.x + (ground.rect.width - NODE_WIDTH) / 2.0;
            Rect::new(x, column_top - BENEATH - beneath - height, NODE_WIDTH, height)
        };
        Self {
            nodes: page.layout.grounds().iter().map(node).collect(),
            titles,
            is_counted: page.counted.is_some(),
            column_top,
        }
    }

    /// The upper end of the nodes.
    pub(super) fn top(&self) -> f64 {
        self.nodes.first().map_or(self.column_top, |node| node.y)
    }

    /// One item for each stage, with its part of the ribbon; the columns reach down to `bottom`.
    pub(super) fn items(&self, page: &Page, ribbon: Option<&Ribbon>, bottom: f64) -> Vec<SceneItem> {
        (0..self.nodes.len()).map(|position| self.item(page, ribbon, position, bottom)).collect()
    }

    fn item(&self, page: &Page, ribbon: Option<&Ribbon>, position: usize, bottom: f64) -> SceneItem {
        let ground = page.layout.grounds()[position];
        let rect = Rect::new(ground.rect.x, self.column_top, ground.rect.width, bottom - self.column_top);
        let colours = page.stage_colours(position);
        let mut primitives = vec![block(rect, 16.0, &colours.tint, None)];
        self.add_node(page, position, &mut primitives);
        let mut figures: Vec<Figure> =
            self.add_entered(page, position, &mut primitives).into_iter().collect();
        figures.extend(ribbon.and_then(|ribbon| ribbon.paint(page, position, &mut primitives)));
        let node = self.nodes[position];
        let label = spoken::of_stage(page, position);
        let subject = Subject::Stage { stage: ground.stage };
        SceneItem::new(subject, rect.union(&node), label, primitives).with(Zones {
            header: Some(Plate { rect: node, radius: NODE_RADIUS }),
            title: Some(self.titles[position].zone(self.title_rect(position), TITLE)),
            cell: Some(Rect { height: bottom, ..ground.rect }),
            figures,
            ..Zones::default()
        })
    }

    /// Where the lines of a title stand: with the line beneath in the middle of the node.
    fn title_rect(&self, position: usize) -> Rect {
        let node = self.nodes[position];
        let height = self.titles[position].lines.len() as f64 * TITLE.leading;
        let width = NODE_WIDTH - TITLE_LEFT - TITLE_RIGHT;
        let whole = height + if self.is_counted { ENTERED } else { 0.0 };
        Rect::new(node.x + TITLE_LEFT, node.centre_y() - whole / 2.0, width, height)
    }

    /// Adds how many entered, beneath the title, and gives that figure.
    fn add_entered(&self, page: &Page, position: usize, primitives: &mut Vec<Primitive>) -> Option<Figure> {
        let counted = page.counted.as_ref()?;
        let account = counted.stage(page.journey.stages()[position].id)?;
        let entered = page.words.fill(counted.unit(), &[("count", Value::Count(account.entered))]);
        let title = self.title_rect(position);
        let baseline = title.bottom() + 11.7;
        let figure = Figure::of_entered(account, line_box(title.x, baseline, &entered, SMALL));
        primitives.push(said(title.x, baseline, entered, SMALL, &page.palette.muted, Anchor::Start));
        Some(figure)
    }

    fn add_node(&self, page: &Page, position: usize, primitives: &mut Vec<Primitive>) {
        let (node, title) = (self.nodes[position], &self.titles[position]);
        let colours = page.stage_colours(position);
        let account =
            page.counted.as_ref().and_then(|counted| counted.stage(page.journey.stages()[position].id));
        let tint = tint::of_losses(page, Level::Stage, account);
        primitives.push(tint::plate(page, node, NODE_RADIUS, solid(&colours.rim, 1.0), tint));
        let disc = Rect::new(node.x + 10.0, node.centre_y() - 12.0, 24.0, 24.0);
        primitives.push(block(disc, 12.0, &colours.disc, None));
        if page.journey.is_goal(Node::Stage(page.journey.stages()[position].id)) {
            primitives.push(Primitive::Icon {
                x: disc.x + 5.5,
                y: disc.y + 5.5,
                size: 13.0,
                d: FLAG_ICON.to_owned(),
                colour: colours.tone.clone(),
            });
        } else {
            let number = (position + 1).to_string();
            let baseline = disc.centre_y() + 4.3;
            primitives.push(said(disc.centre_x(), baseline, number, LABEL, &colours.tone, Anchor::Middle));
        }
        let place = self.title_rect(position);
        primitives.extend(written(place, place.y + 15.7, title, TITLE, &page.palette.ink));
    }
}
