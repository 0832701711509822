//! The stages: their nodes above, their columns and the accounts at the head of each.

use std::sync::Arc;

use model::{Account, Level, Node};

use crate::geometry::point;
use crate::icons::FLAG_ICON;
use crate::layout::{Ground, PADDING};
use crate::lens::Footing;
use crate::lines::{LABEL, Lines, SMALL, TITLE, broken};
use crate::marker::share_lost;
use crate::page::Page;
use crate::shapes::{block, falling, line_box, said, solid, written};
use crate::words::Value;
use crate::zones::{Figure, Plate, Zones};
use crate::{Anchor, Primitive, Rect, SceneItem, Subject, spoken, tint};

/// The width of a stage's node.
pub(super) const NODE_WIDTH: f64 = 192.0;
/// Between a node and its column.
const BENEATH: f64 = 12.0;
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
    /// The upper end of the columns.
    column_top: f64,
}

impl StageRow {
    /// The row whose columns have their ground below `edge`.
    pub(super) fn of(page: &Page, edge: f64) -> Self {
        let column_top = edge - if page.counted.is_some() { 64.0 } else { 16.0 };
        let title =
            |stage: &model::Stage| broken(&stage.title, TITLE, NODE_WIDTH - TITLE_LEFT - TITLE_RIGHT, 2);
        let titles: Vec<_> = page.journey.stages().iter().map(title).collect();
        let lines = titles.iter().map(|title| title.lines.len()).max().unwrap_or(1);
        let height = if lines > 1 { 56.0 } else { 40.0 };
        let node = |ground: &Ground| {
            let x = ground.rect.x + (ground.rect.width - NODE_WIDTH) / 2.0;
            Rect::new(x, column_top - BENEATH - height, NODE_WIDTH, height)
        };
        Self { nodes: page.layout.grounds().iter().map(node).collect(), titles, column_top }
    }

    /// The upper end of the nodes.
    pub(super) fn top(&self) -> f64 {
        self.nodes.first().map_or(self.column_top, |node| node.y)
    }

    /// One item for each stage; the columns reach down to `bottom`.
    pub(super) fn items(&self, page: &Page, bottom: f64) -> Vec<SceneItem> {
        (0..self.nodes.len()).map(|position| self.item(page, position, bottom)).collect()
    }

    fn item(&self, page: &Page, position: usize, bottom: f64) -> SceneItem {
        let ground = page.layout.grounds()[position];
        let rect = Rect::new(ground.rect.x, self.column_top, ground.rect.width, bottom - self.column_top);
        let colours = page.palette.stage(position);
        let mut primitives = vec![block(rect, 16.0, &colours.tint, None)];
        self.add_node(page, position, &mut primitives);
        let mut figures = Vec::new();
        if let Some(counted) = &page.counted
            && let Some(account) = counted.stage(ground.stage)
        {
            let unit = counted.unit();
            figures = add_account(page, unit, account, point_of_head(&rect), &mut primitives);
        }
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

    /// Where the lines of a title stand: in the middle of the node.
    fn title_rect(&self, position: usize) -> Rect {
        let node = self.nodes[position];
        let height = self.titles[position].lines.len() as f64 * TITLE.leading;
        let width = NODE_WIDTH - TITLE_LEFT - TITLE_RIGHT;
        Rect::new(node.x + TITLE_LEFT, node.centre_y() - height / 2.0, width, height)
    }

    fn add_node(&self, page: &Page, position: usize, primitives: &mut Vec<Primitive>) {
        let (node, title) = (self.nodes[position], &self.titles[position]);
        let colours = page.palette.stage(position);
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

fn point_of_head(column: &Rect) -> (f64, f64) {
    (column.x + PADDING, column.y + 26.0)
}

/// Adds how many entered, and beneath it who dropped off or stayed; gives both figures.
fn add_account(
    page: &Page,
    unit: &'static str,
    account: &Account,
    (x, baseline): (f64, f64),
    primitives: &mut Vec<Primitive>,
) -> Vec<Figure> {
    let (palette, words) = (page.palette, page.words);
    let entered = words.fill(unit, &[("count", Value::Count(account.entered))]);
    let mut figures = vec![Figure::of_entered(account, line_box(x, baseline, &entered, LABEL))];
    primitives.push(said(x, baseline, entered, LABEL, &palette.ink, Anchor::Start));
    let Some(rate) = account.drop_off.filter(|_| page.lens.tells_losses()) else { return figures };
    let share = share_lost(page, account, &rate);
    let footing = Footing::of(rate.of);
    let few = footing != Footing::Enough;
    let hollow = few || account.unseen_ahead;
    let values =
        [("share", Value::Text(&share)), ("count", Value::Count(if few { rate.of } else { rate.count }))];
    let text = match (account.goal, few) {
        _ if footing == Footing::TooFew => format!("n = {}", words.locale.count(rate.of)),
        (false, false) => words.fill("drop-off", &values),
        (false, true) => words.fill("drop-off-few", &values),
        (true, false) => words.fill("stayed", &values),
        (true, true) => words.fill("stayed-few", &values),
    };
    let baseline = baseline + 18.0;
    let ink = if account.goal || footing == Footing::TooFew { &palette.muted } else { &palette.loss };
    if account.goal {
        primitives.push(Primitive::Icon {
            x: x - 1.0,
            y: baseline - 10.0,
            size: 12.0,
            d: FLAG_ICON.to_owned(),
            colour: palette.accent.clone(),
        });
    } else {
        primitives.push(Primitive::Path {
            d: falling(point(x + 4.5, baseline - 4.3), 4.2),
            fill: (!hollow).then(|| ink.clone()),
            stroke: hollow.then(|| solid(ink, 1.0)),
        });
    }
    let style = if few { SMALL } else { LABEL };
    let place = line_box(x + 15.0, baseline, &text, style);
    figures.push(Figure::of_drop_off(account, &rate, Rect { x, width: place.right() - x, ..place }));
    primitives.push(said(x + 15.0, baseline, text, style, ink, Anchor::Start));
    figures
}
