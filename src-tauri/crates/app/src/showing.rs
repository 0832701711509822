//! The map in view: its journey, its numbers and its picture as they were last sent.

use model::{Columns, Journey, Level, Overlay, Question, StageId};

use crate::operations::Part;
use crate::{AppError, Changes, Evidence, Locale, MapView, Move, Parts, SceneChanges, Session, Theme, View};
use scene::{Layout, NewCard, Picture, Scene, Wanted};
use store::StoreError;

/// The map in view.
#[derive(Debug)]
pub(crate) struct Showing {
    pub view: View,
    pub journey: Journey,
    parts: Parts,
    evidence: Option<Evidence>,
    /// What the shell has on its screen; during a drag, ahead of `journey`.
    scene: Scene,
}

impl Parts {
    fn of(journey: &Journey, left_events: Vec<String>) -> Self {
        Self {
            map: journey.map().clone(),
            stages: journey.stages().to_vec(),
            touchpoints: journey.touchpoints().cloned().collect(),
            transitions: journey.transitions().into_iter().cloned().collect(),
            findings: journey.findings(),
            left_events,
        }
    }
}

impl From<Theme> for scene::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

impl From<Locale> for scene::Locale {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::En => Self::En,
            Locale::Nl => Self::Nl,
        }
    }
}

impl Session {
    /// Shows a map from now on, whole.
    pub fn view_map(&mut self, view: View) -> Result<MapView, AppError> {
        let journey = self.workspace.journey(view.map)?;
        let evidence = self.evidence(&journey, view.question.as_ref())?;
        let scene = self.scene(&journey, evidence.as_ref(), &view)?;
        let parts = Parts::of(&journey, self.workspace.left_events(view.map)?);
        let shown = MapView { parts, scene, evidence };
        let MapView { parts, scene, evidence } = shown.clone();
        self.showing = Some(Showing { view, journey, parts, evidence, scene });
        Ok(shown)
    }

    /// Shows the map in view in another way: another question, theme or language.
    pub fn ask(&mut self, view: View) -> Result<Changes, AppError> {
        let before = self.showing.take().ok_or(AppError::NothingInView)?;
        let shown = match self.view_map(view) {
            Ok(shown) => shown,
            Err(error) => {
                self.showing = Some(before);
                return Err(error);
            }
        };
        Ok(Changes {
            parts: Some(shown.parts),
            scene: Some(scene::changes(&before.scene, &shown.scene)),
            evidence: shown.evidence,
            history: self.history()?,
            ..Changes::default()
        })
    }

    /// The picture while cards are being dragged; nothing is written. Without moves, the picture as it is stored.
    pub fn preview(&mut self, moves: &[Move]) -> Result<SceneChanges, AppError> {
        let showing = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        let layout = Layout::of(&showing.journey);
        let mut touchpoints: Vec<_> = showing.journey.touchpoints().cloned().collect();
        for each in moves {
            if let Some(touchpoint) =
                touchpoints.iter_mut().find(|touchpoint| touchpoint.id == each.touchpoint)
            {
                let landing = layout.landing(each.left, each.top);
                (touchpoint.stage, touchpoint.place) =
                    landing.unwrap_or((touchpoint.stage, touchpoint.place));
            }
        }
        let journey = Journey::build(
            showing.journey.map().clone(),
            showing.journey.stages().to_vec(),
            touchpoints,
            showing.journey.transitions().into_iter().cloned().collect(),
        )
        .expect("moving the touchpoints of a sound journey to finite places leaves it sound");
        let scene = self.scene(&journey, showing.evidence.as_ref(), &showing.view)?;
        let showing = self.showing.as_mut().ok_or(AppError::NothingInView)?;
        let changes = scene::changes(&showing.scene, &scene);
        showing.scene = scene;
        Ok(changes)
    }

    /// Where a card that is wanted would stand on the map in view; nothing is written.
    pub fn new_card(&self, wanted: &Wanted) -> Result<NewCard, AppError> {
        let showing = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        let found = Layout::of(&showing.journey).new_card(wanted);
        Ok(found.ok_or(StoreError::Missing { what: "stage", id: 0 })?)
    }

    /// What a shell must redraw after rows have changed.
    pub(crate) fn changes_after(&mut self, touched: &[Part]) -> Result<Changes, AppError> {
        let overview = self.overview_changes(touched)?;
        let mut changes = Changes { overview, history: self.history()?, ..Changes::default() };
        let Some(mut showing) = self.showing.take() else { return Ok(changes) };
        if !self.workspace.maps()?.iter().any(|map| map.id == showing.view.map) {
            return Ok(changes);
        }
        let asks_otherwise = self.forget_lost_segment(&mut showing.view)?;
        let journey = self.workspace.journey(showing.view.map)?;
        if touched.contains(&Part::Numbers) || asks_otherwise || !counts_alike(&showing.journey, &journey) {
            showing.evidence = self.evidence(&journey, showing.view.question.as_ref())?;
            changes.evidence.clone_from(&showing.evidence);
        }
        let scene = self.scene(&journey, showing.evidence.as_ref(), &showing.view)?;
        changes.scene = Some(scene::changes(&showing.scene, &scene));
        let parts = Parts::of(&journey, self.workspace.left_events(showing.view.map)?);
        if parts != showing.parts {
            changes.parts = Some(parts.clone());
            showing.parts = parts;
        }
        showing.journey = journey;
        showing.scene = scene;
        self.showing = Some(showing);
        Ok(changes)
    }

    /// Asks about all customers when the segment in question is not there any more, and tells whether it is not.
    fn forget_lost_segment(&self, view: &mut View) -> Result<bool, AppError> {
        let Some(question) = &mut view.question else { return Ok(false) };
        let Some(segment) = question.segment else { return Ok(false) };
        let lost = !self.workspace.segments()?.iter().any(|each| each.id == segment);
        if lost {
            question.segment = None;
        }
        Ok(lost)
    }

    /// The overlays at both levels; `None` without a question or without interactions.
    pub(crate) fn evidence(
        &mut self,
        journey: &Journey,
        question: Option<&Question>,
    ) -> Result<Option<Evidence>, AppError> {
        let Some(question) = question else { return Ok(None) };
        let columns = self.columns()?;
        if columns.is_empty() {
            return Ok(None);
        }
        let members = self.members(question, &columns)?;
        let overlay = |level| insight::overlay(&columns, journey, &question.at(level), members.as_deref());
        let customers = members
            .as_ref()
            .map_or(columns.customers.len(), |members| members.iter().filter(|&&member| member).count());
        Ok(Some(Evidence {
            stages: overlay(Level::Stage),
            touchpoints: overlay(Level::Touchpoint),
            customers: customers as u64,
        }))
    }

    /// The overlay of a journey.
    pub(crate) fn overlay(&mut self, journey: &Journey, question: &Question) -> Result<Overlay, AppError> {
        let columns = self.columns()?;
        let members = self.members(question, &columns)?;
        Ok(insight::overlay(&columns, journey, question, members.as_deref()))
    }

    /// Which of the customers with interactions are in the question's segment; `None` for all.
    fn members(&self, question: &Question, columns: &Columns) -> Result<Option<Vec<bool>>, AppError> {
        Ok(question.segment.map(|segment| self.workspace.members(segment, columns)).transpose()?)
    }

    /// The picture of a journey.
    pub(crate) fn scene(
        &self,
        journey: &Journey,
        evidence: Option<&Evidence>,
        view: &View,
    ) -> Result<Scene, AppError> {
        let personas = self.workspace.personas()?;
        let persona = personas.iter().find(|persona| Some(persona.id) == journey.map().persona);
        let segments = self.workspace.segments()?;
        let asked = view.question.as_ref();
        let segment =
            segments.iter().find(|each| Some(each.id) == asked.and_then(|question| question.segment));
        let evidence = evidence.map(|evidence| scene::Evidence {
            stages: &evidence.stages,
            touchpoints: &evidence.touchpoints,
            level: asked.map_or(Level::Touchpoint, |question| question.level),
            segment: segment.map(|segment| segment.name.as_str()),
            customers: evidence.customers,
        });
        Ok(scene::lay_out(&Picture {
            journey,
            persona: persona.map(|persona| persona.name.as_str()),
            evidence,
            theme: view.theme.into(),
            locale: view.locale.into(),
            zone: self.zone,
        }))
    }
}

/// Whether an overlay of one journey is one of the other too: the same stages, events, edges and goals.
fn counts_alike(one: &Journey, other: &Journey) -> bool {
    let stages = |journey: &Journey| -> Vec<(StageId, Option<bool>)> {
        journey.stages().iter().map(|stage| (stage.id, stage.goal)).collect()
    };
    one.map().lifecycle == other.map().lifecycle
        && stages(one) == stages(other)
        && one.len() == other.len()
        && one
            .touchpoints()
            .zip(other.touchpoints())
            .all(|(a, b)| (a.id, a.stage, a.goal, &a.events) == (b.id, b.stage, b.goal, &b.events))
        && one.edges(Level::Touchpoint) == other.edges(Level::Touchpoint)
}
