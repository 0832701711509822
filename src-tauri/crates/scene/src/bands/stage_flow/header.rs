//! The stages: their nodes above, with how many entered, and their columns.

use std::sync::Arc;

use model::{Level, Node};

use super::ribbon::{Loss, Ribbon};
use crate::detail::{Afar, FAR, MIDDLE};
use crate::icons::FLAG_ICON;
use crate::lines::{LABEL, Lines, SMALL, TITLE, broken, shortened};
use crate::page::Page;
use crate::shapes::{block, in_the_middle, line_box, said, solid, written};
use crate::theme::Tint;
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
/// Around a title in the type of the middle level.
const BRIEF_SIDE: f64 = 6.0;
/// How far a title in the type of the farthest level may reach beyond its column, on both sides together.
pub(super) const FAR_BEYOND: f64 = 24.0;

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

/// Where the item of a stage is, beside its node.
pub(super) struct Place {
    /// Around all of it.
    pub bounds: Rect,
    /// Where its name stands at the farthest level of detail,
    pub far: Rect,
    /// and how wide it may be there.
    pub far_room: f64,
    /// The lower end of the ground for its cards.
    pub cell_bottom: f64,
}

impl StageRow {
    /// The row whose columns have their ground below `edge`, with so much room between nodes and columns.
    pub(super) fn of(page: &Page, edge: f64, beneath: f64) -> Self {
        let mut row = Self::unplaced(page, edge - HEAD);
        let bottom = row.column_top - BENEATH - beneath;
        for (node, ground) in row.nodes.iter_mut().zip(page.layout.grounds()) {
            node.x = ground.rect.x + (ground.rect.width - NODE_WIDTH) / 2.0;
            node.y = bottom - node.height;
        }
        row
    }

    /// The nodes with their left top corners still at the origin.
    pub(super) fn unplaced(page: &Page, column_top: f64) -> Self {
        let title =
            |stage: &model::Stage| broken(&stage.title, TITLE, NODE_WIDTH - TITLE_LEFT - TITLE_RIGHT, 2);
        let titles: Vec<_> = page.journey.stages().iter().map(title).collect();
        let lines = titles.iter().map(|title| title.lines.len()).max().unwrap_or(1);
        let height = if lines > 1 { 56.0 } else { 40.0 } + if page.counted.is_some() { ENTERED } else { 0.0 };
        let nodes = vec![Rect::new(0.0, 0.0, NODE_WIDTH, height); titles.len()];
        Self { nodes, titles, is_counted: page.counted.is_some(), column_top }
    }

    /// The upper end of the nodes.
    pub(super) fn top(&self) -> f64 {
        self.nodes.first().map_or(self.column_top, |node| node.y)
    }

    /// One item for each stage, with its part of the ribbon; the columns reach down to `bottom`.
    pub(super) fn items(&self, page: &Page, ribbon: Option<&Ribbon>, bottom: f64) -> Vec<SceneItem> {
        let item = |position: usize| {
            let column = self.column(page, position, bottom);
            let mut beneath = vec![block(column, 16.0, &page.stage_colours(position).tint, None)];
            beneath.extend(ribbon.into_iter().flat_map(|ribbon| ribbon.paint(page, position)));
            let node = self.nodes[position];
            let place = Place {
                bounds: column.union(&node),
                far: Rect { x: column.x, width: column.width, ..node },
                far_room: column.width + FAR_BEYOND,
                cell_bottom: bottom,
            };
            self.item(page, position, &place, beneath, ribbon.and_then(|ribbon| ribbon.loss(page, position)))
        };
        (0..self.nodes.len()).map(item).collect()
    }

    /// The column of a stage down to `bottom`.
    pub(super) fn column(&self, page: &Page, position: usize, bottom: f64) -> Rect {
        let ground = page.layout.grounds()[position].rect;
        Rect::new(ground.x, self.column_top, ground.width, bottom - self.column_top)
    }

    /// A stage with what is beneath its node and what it loses.
    pub(super) fn item(
        &self,
        page: &Page,
        position: usize,
        place: &Place,
        beneath: Vec<Primitive>,
        loss: Option<Loss>,
    ) -> SceneItem {
        let ground = page.layout.grounds()[position];
        let node = self.nodes[position];
        let mut primitives = beneath;
        primitives.push(self.plate(page, position));
        let mut afar = Afar {
            ground: primitives.len() as u32,
            middle: self.title_in_brief(page, position),
            far: title_from_afar(page, position, place.far, place.far_room),
        };
        self.add_title(page, position, &mut primitives);
        let mut figures: Vec<Figure> =
            self.add_entered(page, position, &mut primitives).into_iter().collect();
        if let Some(loss) = loss {
            primitives.extend(loss.painted);
            afar.middle.extend(loss.brief);
            figures.push(loss.figure);
        }
        let label = spoken::of_stage(page, position);
        let subject = Subject::Stage { stage: ground.stage };
        let item = SceneItem::new(subject, place.bounds, label, primitives).with(Zones {
            header: Some(Plate { rect: node, radius: NODE_RADIUS }),
            title: Some(self.titles[position].zone(self.title_rect(position), TITLE)),
            cell: Some(Rect { height: place.cell_bottom, ..ground.rect }),
            figures,
            ..Zones::default()
        });
        item.seen_afar(afar)
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

    /// The plate of a stage, tinted by what the lens sees there.
    fn plate(&self, page: &Page, position: usize) -> Primitive {
        let colours = page.stage_colours(position);
        tint::plate(
            page,
            self.nodes[position],
            NODE_RADIUS,
            solid(&colours.rim, 1.0),
            tint_of(page, position),
        )
    }

    /// The title in the type of the middle level, on the plate without the number.
    fn title_in_brief(&self, page: &Page, position: usize) -> Vec<Primitive> {
        let room = self.nodes[position].grown(-BRIEF_SIDE);
        let most = ((room.height / MIDDLE.leading) as usize).max(1);
        let title = broken(page.stage_title(position), MIDDLE, room.width, most);
        in_the_middle(&room, &title, MIDDLE, &page.palette.ink)
    }

    fn add_title(&self, page: &Page, position: usize, primitives: &mut Vec<Primitive>) {
        let (node, title) = (self.nodes[position], &self.titles[position]);
        let colours = page.stage_colours(position);
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

/// What the lens sees in a stage.
fn tint_of(page: &Page, position: usize) -> Option<Tint> {
    let stage = page.journey.stages()[position].id;
    tint::of_losses(page, Level::Stage, page.counted.as_ref().and_then(|counted| counted.stage(stage)))
}

/// The title in the type of the farthest level, on a plate, as wide as there is room.
pub(super) fn title_from_afar(page: &Page, position: usize, plate: Rect, room: f64) -> Vec<Primitive> {
    let ground = match tint_of(page, position) {
        Some(tint) => tint.ground,
        None => page.stage_colours(position).disc.clone(),
    };
    let title = shortened(page.stage_title(position), FAR, room);
    let mut painted = vec![block(plate, NODE_RADIUS, &ground, None)];
    painted.extend(in_the_middle(&plate, &title, FAR, &page.palette.ink));
    painted
}
