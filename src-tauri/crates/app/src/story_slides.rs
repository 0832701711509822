//! The steps of a story as slides.

use std::collections::BTreeSet;

use export::StorySlide;
use model::{Frame, Journey, Lit, MapId, Shown, StoryStep};
use scene::{Rect, Scene, SceneItem, Subject};

use crate::{AppError, Locale, Session, Theme};

impl Session {
    /// The slides of a map's story, each with the numbers that it asks for.
    pub(crate) fn story_slides(
        &mut self,
        map: MapId,
        theme: Theme,
        locale: Locale,
    ) -> Result<Vec<StorySlide>, AppError> {
        let journey = self.workspace.journey(map)?;
        let slide = |step: &StoryStep| Ok(of_step(&journey, step, self.story_scene(step.id, theme, locale)?));
        journey.story().iter().map(slide).collect()
    }
}

fn of_step(journey: &Journey, step: &StoryStep, mut scene: Scene) -> StorySlide {
    let Shown { frame, lit, hidden, .. } = &step.shown;
    scene.items.retain(|item| match item.subject {
        Subject::Lane { lane } | Subject::Cell { lane, .. } => !hidden.contains(&lane),
        Subject::LaneCard { card } => {
            let found = journey.cards().iter().find(|each| each.id == card);
            found.is_none_or(|card| !hidden.contains(&card.lane))
        }
        _ => true,
    });
    let is_lit = |item: &&SceneItem| lit.iter().any(|lit| shows(journey, lit, item.subject));
    let lit: BTreeSet<String> = scene.items.iter().filter(is_lit).map(|item| item.id.clone()).collect();
    let area = match frame {
        Frame::Whole => scene.bounds,
        Frame::Area(area) => Rect::new(area.x, area.y, area.width, area.height),
        Frame::Stage(stage) => {
            let is_there = |subject| match subject {
                Subject::Stage { stage: id } => id == *stage,
                Subject::Touchpoint { touchpoint } => {
                    journey.touchpoint(touchpoint).is_some_and(|each| each.stage == *stage)
                }
                _ => false,
            };
            let items = scene.items.iter().filter(|item| is_there(item.subject)).map(|item| item.bounds);
            items.reduce(|all, each| all.union(&each)).unwrap_or(scene.bounds)
        }
    };
    StorySlide { scene, title: step.title.clone(), notes: step.notes.clone(), area, lit }
}

/// Whether what stays bright has a subject in it.
fn shows(journey: &Journey, lit: &Lit, subject: Subject) -> bool {
    match (*lit, subject) {
        (Lit::Stage(stage), Subject::Stage { stage: id }) => id == stage,
        (Lit::Stage(stage), Subject::StageEdge { from, to }) => from == stage || to == stage,
        (Lit::Stage(stage), Subject::Touchpoint { touchpoint }) => {
            journey.touchpoint(touchpoint).is_some_and(|each| each.stage == stage)
        }
        (Lit::Touchpoint(id), Subject::Touchpoint { touchpoint }) => id == touchpoint,
        (Lit::Way { from, to }, Subject::Touchpoint { touchpoint }) => touchpoint == from || touchpoint == to,
        (
            Lit::Way { from, to },
            Subject::Transition { from: start, to: end, .. } | Subject::Ghost { from: start, to: end },
        ) => (from, to) == (start, end),
        _ => false,
    }
}
