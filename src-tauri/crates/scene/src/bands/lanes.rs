//! The lanes: rows under the cards that say what customers do, think and feel, stage by stage or touchpoint by touchpoint.

mod cards;
mod cells;
mod channels;
mod emotion;
mod marks;
mod text;

pub(super) use emotion::sample as sample_of_measured;

use model::{Lane, LaneKind, LaneView};

use crate::band::{Band, Laid, Place};
use crate::detail::{Afar, MIDDLE};
use crate::geometry::point;
use crate::lines::{CARD, LABEL, shortened};
use crate::page::Page;
use crate::pen::Pen;
use crate::shapes::{dashed, said, solid, written};
use crate::words::{Value, Words};
use crate::zones::{Plate, Zones};
use crate::{Anchor, Locale, Primitive, Rect, SceneItem, Stroke, Subject};

/// The lanes, one below the other.
pub(crate) const BAND: Band = Band { gap: 0.0, lay };

/// Above the first lane.
const ABOVE: f64 = 32.0;
/// The height of the row in which a lane's title stands.
const TITLE_ROW: f64 = 36.0;
/// Between a lane and the next.
const BETWEEN: f64 = 12.0;
/// Between a cell's edge and its text.
const PADDING: f64 = 12.0;
/// The height of a cell in which nothing is written.
const EMPTY: f64 = 44.0;
/// The radius of a cell's corners.
const RADIUS: f64 = 8.0;

fn lay(page: &Page, place: &Place) -> Laid {
    let shown = page.journey.lanes().iter().filter(|lane| is_shown(page, lane));
    let mut items = Vec::new();
    let mut bottom = place.edge;
    for lane in shown {
        bottom += if items.is_empty() { ABOVE } else { BETWEEN };
        bottom = Row { page, lane, top: bottom }.lay(&mut items);
    }
    if let Some(members) = page.members() {
        let is_title = |item: &SceneItem| matches!(item.subject, Subject::Lane { .. });
        items.retain(|item| is_title(item) || members.has(item.subject));
    }
    Laid { height: bottom - place.edge, items, ..Laid::default() }
}

/// Whether the picture has room for a lane: of a part of the map only for those that speak cell by cell.
fn is_shown(page: &Page, lane: &Lane) -> bool {
    let is_whole = matches!(lane.kind, LaneKind::Emotion | LaneKind::Channels);
    lane.view != LaneView::Hidden && (page.members().is_none() || !is_whole)
}

/// A lane and where it begins.
struct Row<'a> {
    page: &'a Page<'a>,
    lane: &'a Lane,
    top: f64,
}

impl Row<'_> {
    /// Lays the lane out; gives where it ends.
    fn lay(&self, items: &mut Vec<SceneItem>) -> f64 {
        let top = self.top + TITLE_ROW;
        let mut title = self.title();
        let mut cells = Vec::new();
        let bottom = match (self.lane.view, self.lane.kind) {
            (LaneView::Collapsed | LaneView::Hidden, _) => top,
            (LaneView::Open, LaneKind::Emotion) => emotion::add(self.page, top, &mut title),
            (LaneView::Open, LaneKind::Channels) => channels::add(self.page, top, &mut title),
            (LaneView::Open, _) => cells::add(self, top, &mut title, &mut cells),
        };
        items.push(title);
        items.append(&mut cells);
        bottom
    }

    /// The line above the lane and its title.
    fn title(&self) -> SceneItem {
        let palette = self.page.palette;
        let rect = Rect::new(self.page.left(), self.top, self.page.width(), TITLE_ROW);
        let mut primitives =
            vec![Primitive::Path { d: across(self.page, rect.y), fill: None, stroke: Some(self.line()) }];
        let mut room = rect.width;
        if let Some(line) = line_of(self.lane.kind) {
            let words = self.page.words.say(line);
            room -= LABEL.width(&words) + 24.0;
            primitives.push(said(rect.right(), rect.y + 16.0, words, LABEL, &palette.accent, Anchor::End));
        }
        if (self.lane.kind, self.lane.view) == (LaneKind::Emotion, LaneView::Open) {
            let mut key = emotion::Key::of(self.page, rect);
            room -= key.width;
            primitives.append(&mut key.primitives);
        }
        let name = lane_name(self.lane, self.page.words.locale);
        let lines = shortened(&name, CARD, room);
        let zone = Rect::new(rect.x, rect.y + 10.0, room.min(320.0), CARD.leading);
        primitives.extend(written(Rect { width: room, ..zone }, rect.y + 24.5, &lines, CARD, &palette.ink));
        let label = self.page.words.fill("spoken-lane", &[("lane", Value::Text(&name))]);
        let brief = shortened(&name, MIDDLE, rect.width);
        let place = Rect { width: rect.width, ..zone };
        let afar = Afar {
            ground: 1,
            middle: written(place, rect.y + 28.0, &brief, MIDDLE, &palette.ink).collect(),
            far: Vec::new(),
        };
        let item = SceneItem::new(Subject::Lane { lane: self.lane.id }, rect, label, primitives);
        item.seen_afar(afar).with(Zones {
            header: Some(Plate { rect, radius: RADIUS }),
            title: Some(lines.zone(zone, CARD)),
            ..Zones::default()
        })
    }

    fn line(&self) -> Stroke {
        match line_of(self.lane.kind) {
            Some(_) => dashed(&self.page.palette.accent, 1.5, &[6.0, 5.0]),
            None => solid(&self.page.palette.hairline, 1.0),
        }
    }
}

/// Whether means of answers stand beside an emotion curve of the picture.
pub(super) fn shows_measured(page: &Page) -> bool {
    let mut lanes = page.journey.lanes().iter();
    page.has_measured() && lanes.any(|lane| (lane.kind, lane.view) == (LaneKind::Emotion, LaneView::Open))
}

/// A level line over the whole width.
fn across(page: &Page, y: f64) -> String {
    let left = page.left();
    Pen::new().move_to(point(left, y)).line_to(point(left + page.width(), y)).done()
}

/// What a lane is called in a language.
pub fn lane_name(lane: &Lane, locale: Locale) -> String {
    match lane.title.as_str() {
        "" => Words::of(locale).say(name_of(lane.kind)),
        title => title.to_owned(),
    }
}

/// The text that names a kind of lane.
fn name_of(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Emotion => "lane-emotion",
        LaneKind::Actions => "lane-actions",
        LaneKind::Thoughts => "lane-thoughts",
        LaneKind::Pains => "lane-pains",
        LaneKind::Opportunities => "lane-opportunities",
        LaneKind::Content => "lane-content",
        LaneKind::Channels => "lane-channels",
        LaneKind::Kpis => "lane-kpis",
        LaneKind::FrontStage => "lane-front-stage",
        LaneKind::BackStage => "lane-back-stage",
        LaneKind::Support => "lane-support",
        LaneKind::Storyboard => "lane-storyboard",
        LaneKind::Own => "lane-own",
    }
}

/// The line of a service blueprint that is above a kind of lane.
///
/// Source: G. L. Shostack, "Designing services that deliver", Harvard Business Review 62 (1984).
fn line_of(kind: LaneKind) -> Option<&'static str> {
    match kind {
        LaneKind::FrontStage => Some("line-of-interaction"),
        LaneKind::BackStage => Some("line-of-visibility"),
        LaneKind::Support => Some("line-of-internal-interaction"),
        _ => None,
    }
}
