//! From a journey and its evidence to a scene.

use std::thread;

use jiff::tz::TimeZone;
use model::{Journey, Level, Overlay};

use crate::journey_edges::JourneyEdges;
use crate::legend_facts::Omissions;
use crate::outline::outline;
use crate::page::Page;
use crate::stages::StageRow;
use crate::{Locale, Rect, Scene, SceneItem, Theme, card, heading, journey_edges, legend, stage_edges};

/// Around everything.
const MARGIN: f64 = 48.0;
/// No picture is narrower: heading and legend need room.
const NARROWEST: f64 = 720.0;

/// From this many cards on, a second core is worth waking.
const MANY: usize = 100;

/// What a picture shows, and how.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// The map.
    pub journey: &'a Journey,
    /// The name of the persona whose journey it is.
    pub persona: Option<&'a str>,
    /// What customers really did, if it is to be shown.
    pub evidence: Option<Evidence<'a>>,
    /// Light or dark.
    pub theme: Theme,
    /// The language.
    pub locale: Locale,
    /// The zone in which the legend's dates are days.
    pub zone: TimeZone,
}

/// What customers really did, at both levels: answers to the same question but for its level.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The answer at the level of stages.
    pub stages: &'a Overlay,
    /// The answer at the level of touchpoints.
    pub touchpoints: &'a Overlay,
    /// The level that the reader studies: its curves carry the numbers, the other's step back.
    pub level: Level,
    /// The name of the segment, if only its customers are counted.
    pub segment: Option<&'a str>,
    /// How many customers are in the sample.
    pub customers: u64,
}

/// Lays out a picture. The same picture gives the same scene on every machine.
pub fn lay_out(picture: &Picture) -> Scene {
    let page = Page::of(picture);
    let width = page.layout.extent().right().max(NARROWEST);
    let row = StageRow::of(&page);
    let mut stages = stage_edges::stage_edges(&page, &row);
    let (cards, mut edges) = cards_and_edges(&page);
    let reach = edges.extent.map_or(0.0, |extent| extent.bottom() + 24.0);
    let bottom = page.layout.extent().bottom().max(reach);
    let omissions = Omissions { ghosts: edges.ghosts, stage_paths: stages.shown, labels: edges.unlabelled };

    let mut items = vec![heading::item(&page, stages.top - 40.0, width)];
    items.extend(row.items(&page, bottom));
    items.append(&mut stages.items);
    items.append(&mut edges.curves);
    items.extend(cards);
    items.append(&mut edges.labels);
    items.push(legend::item(&page, bottom + 40.0, width, &omissions));

    let content = Rect::new(0.0, items[0].bounds.y, width, 0.0).union(&items[items.len() - 1].bounds);
    let content = edges.extent.map_or(content, |extent| content.union(&extent));
    Scene {
        bounds: content.grown(MARGIN).rounded_out(),
        background: page.palette.background.clone(),
        outline: outline(page.journey, &items),
        items,
    }
}

/// The cards and the curves between them: side by side on two cores where there are many.
fn cards_and_edges(page: &Page) -> (Vec<SceneItem>, JourneyEdges) {
    let cards = || page.layout.cards().iter().map(|each| card::item(page, each)).collect();
    if page.layout.cards().len() < MANY {
        return (cards(), journey_edges::edges(page));
    }
    thread::scope(|scope| {
        let cards = scope.spawn(cards);
        let edges = journey_edges::edges(page);
        (cards.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), edges)
    })
}
