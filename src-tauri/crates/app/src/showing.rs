//! The map in view: its journey, its numbers and its picture as they were last sent.

use std::{mem, slice};

use model::{
    Against, Asked, Asks, Class, Journey, Level, Overlay, Persona, PersonaId, PersonaOrSegment, Question,
    SegmentId, StageId, TouchpointId, Who,
};

use crate::operations::Part;
use crate::session::now;
use crate::{
    AppError, Changes, Evidence, Extras, HORIZON, Locale, MapView, Move, Parts, PartsChanges, SceneChanges,
    Session, Theme, View,
};
use scene::{Among, Layout, NewCard, Picture, Scene, SceneItem, Wanted};
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
    /// Makes looking again fail.
    #[cfg(test)]
    broken: bool,
}

impl Showing {
    fn new(view: View, journey: Journey, parts: Parts, evidence: Option<Evidence>, scene: Scene) -> Self {
        Self {
            view,
            journey,
            parts,
            evidence,
            scene,
            #[cfg(test)]
            broken: false,
        }
    }

    /// Its numbers.
    pub fn evidence(&self) -> Option<&Evidence> {
        self.evidence.as_ref()
    }

    /// Its picture, as the shell has it.
    pub fn scene(&self) -> &Scene {
        &self.scene
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
        let evidence = self.evidence(&journey, &view)?;
        self.show(view, journey, evidence)
    }

    fn show(
        &mut self,
        view: View,
        journey: Journey,
        evidence: Option<Evidence>,
    ) -> Result<MapView, AppError> {
        let scene = self.scene(&journey, evidence.as_ref(), &view)?;
        let parts = Parts::of(&journey, self.workspace.left_events(view.map)?);
        let shown = MapView { parts, scene, evidence };
        let MapView { parts, scene, evidence } = shown.clone();
        self.showing = Some(Showing::new(view, journey, parts, evidence, scene));
        Ok(shown)
    }

    /// Shows the map in view in another way: another question, theme or language.
    pub fn ask(&mut self, view: View) -> Result<Changes, AppError> {
        let before = self.showing.take().ok_or(AppError::NothingInView)?;
        let shown = match self.view_after(&before, view) {
            Ok(shown) => shown,
            Err(error) => {
                self.showing = Some(before);
                return Err(error);
            }
        };
        Ok(Changes {
            parts: PartsChanges::between(&before.parts, &shown.parts),
            scene: Some(scene::changes(&before.scene, &shown.scene)),
            evidence: shown.evidence,
            history: self.history()?,
            ..Changes::default()
        })
    }

    /// The map after another view of it: what was counted is not counted again for another lens, theme or language.
    fn view_after(&mut self, before: &Showing, view: View) -> Result<MapView, AppError> {
        let asked = |view: &View| (view.map, view.question.clone(), view.compares(), view.values());
        let asks_alike = asked(&view) == asked(&before.view);
        // What other windows have changed meanwhile may count otherwise.
        if !asks_alike || self.missed.is_some() {
            return self.view_map(view);
        }
        let journey = self.workspace.journey(view.map)?;
        if counts_alike(&before.journey, &journey) {
            return self.show(view, journey, before.evidence.clone());
        }
        self.view_map(view)
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
        let (lanes, cards) = (showing.journey.lanes().to_vec(), showing.journey.cards().to_vec());
        let workshop = showing.journey.workshop().clone();
        let journey = Journey::build(
            showing.journey.map().clone(),
            showing.journey.stages().to_vec(),
            touchpoints,
            showing.journey.transitions().into_iter().cloned().collect(),
        )
        .map(|journey| journey.with_lanes(lanes).with_cards(cards).with_workshop(workshop))
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

    /// What a shell must redraw after rows have changed. They have, whatever happens here: if looking again fails, the
    /// shell is told that what it shows is stale.
    pub(crate) fn changes_after(&mut self, touched: &[Part]) -> Changes {
        self.windows.miss(touched);
        if touched.contains(&Part::Customers) {
            self.forget_interactions();
        }
        self.tell(touched)
    }

    /// What the window in turn must redraw, with all that it missed.
    pub(crate) fn tell(&mut self, touched: &[Part]) -> Changes {
        let missed = self.missed.take().map(|missed| missed.parts).unwrap_or_default();
        let looked = self.look_again(&Part::union(touched, &missed));
        looked.unwrap_or_else(|_| Changes { stale: true, ..Changes::default() })
    }

    fn look_again(&mut self, touched: &[Part]) -> Result<Changes, AppError> {
        let overview = self.overview_changes(touched)?;
        let (history, discarded) = (self.history()?, mem::take(&mut self.discarded));
        let mut changes = Changes { overview, history, discarded, ..Changes::default() };
        let maps = self.workspace.maps()?;
        let Some(before) = self.showing.take() else { return Ok(changes) };
        if !maps.iter().any(|map| map.id == before.view.map) {
            return Ok(changes);
        }
        let renewed = self.renewed(&before, touched);
        // What the screen shows is kept until it is known what comes in its place.
        let (now, recounted) = match renewed {
            Ok(renewed) => renewed,
            Err(error) => {
                self.showing = Some(before);
                return Err(error);
            }
        };
        changes.evidence = now.evidence.clone().filter(|_| recounted);
        changes.scene = Some(scene::changes(&before.scene, &now.scene));
        changes.parts = PartsChanges::between(&before.parts, &now.parts);
        self.showing = Some(now);
        Ok(changes)
    }

    /// The map in view as it is now, and whether it was counted again.
    fn renewed(&mut self, before: &Showing, touched: &[Part]) -> Result<(Showing, bool), AppError> {
        #[cfg(test)]
        if before.broken {
            return Err(AppError::NothingInView);
        }
        let mut view = before.view.clone();
        let asks_otherwise =
            self.forget_lost_who(&mut view)? || self.asks_of_others(view.question.as_ref(), touched)?;
        let journey = self.workspace.journey(view.map)?;
        let recounted =
            touched.contains(&Part::Numbers) || asks_otherwise || !counts_alike(&before.journey, &journey);
        let evidence = if recounted { self.evidence(&journey, &view)? } else { before.evidence.clone() };
        let scene = self.scene(&journey, evidence.as_ref(), &view)?;
        let parts = Parts::of(&journey, self.workspace.left_events(view.map)?);
        Ok((Showing::new(view, journey, parts, evidence, scene), recounted))
    }

    /// Asks about everybody when those in question cannot be told any more, and says whether they cannot.
    fn forget_lost_who(&self, view: &mut View) -> Result<bool, AppError> {
        let Some(question) = &mut view.question else { return Ok(false) };
        let lost = !self.is_there(&question.who)?;
        if lost {
            question.who = Who::Everybody;
        }
        let lost_others = match &question.against {
            Some(Against::Who(who)) => !self.is_there(who)?,
            Some(Against::Others | Against::Range { .. }) | None => false,
        };
        if lost_others {
            question.against = None;
        }
        Ok(lost || lost_others)
    }

    /// Whether a question may be about other people since something was edited.
    fn asks_of_others(&self, question: Option<&Question>, touched: &[Part]) -> Result<bool, AppError> {
        let Some(question) = question else { return Ok(false) };
        Ok(self.may_mean_others(&question.who, touched)?
            || match &question.against {
                Some(Against::Who(who)) => self.may_mean_others(who, touched)?,
                Some(Against::Others | Against::Range { .. }) | None => false,
            })
    }

    /// Whether a who may mean other people since something was edited: who entered a node changes with any
    /// map, and so may a segment or a persona.
    fn may_mean_others(&self, who: &Who, touched: &[Part]) -> Result<bool, AppError> {
        Ok(match who {
            Who::Everybody | Who::Picked(_) => false,
            Who::Segment(segment) => {
                touched.contains(&Part::Segments) || self.is_of_edits(PersonaOrSegment::Segment(segment.0))?
            }
            Who::Overlap(of) => {
                let segments = of.within.iter().chain(&of.without);
                let of_edits = segments.map(|each| self.is_of_edits(PersonaOrSegment::Segment(each.0)));
                touched.contains(&Part::Segments) || of_edits.collect::<Result<Vec<_>, _>>()?.contains(&true)
            }
            Who::Persona(persona) => self.may_stand_for_others(&[*persona], touched)?,
            Who::Personas(personas) => self.may_stand_for_others(personas, touched)?,
            Who::Others(who) => self.may_mean_others(who, touched)?,
            Who::Ruled(rule) => Asks::of(rule).is_of_edits(),
            Who::Entrants(_) | Who::Sequence(_) | Who::Tile(_) | Who::Flawed(_) => true,
        })
    }

    fn may_stand_for_others(&self, personas: &[PersonaId], touched: &[Part]) -> Result<bool, AppError> {
        if touched.contains(&Part::Segments) || touched.contains(&Part::Personas) {
            return Ok(true);
        }
        let of_edits = personas.iter().map(|each| self.is_of_edits(PersonaOrSegment::Persona(each.0)));
        Ok(of_edits.collect::<Result<Vec<_>, _>>()?.contains(&true))
    }

    /// The overlays at both levels; `None` without a question or without interactions.
    pub(crate) fn evidence(&mut self, journey: &Journey, view: &View) -> Result<Option<Evidence>, AppError> {
        let Some(question) = &view.question else { return Ok(None) };
        let engine = self.engine()?;
        if engine.customers(None) == 0 {
            return Ok(None);
        }
        let [stages, touchpoints] = self.overlays(journey, question, [Level::Stage, Level::Touchpoint])?;
        let customers = engine.customers(self.members(&question.who, question.cutoff)?.as_deref());
        let first = self.workspace.counts()?.first;
        let comparing = if view.compares() { self.contrast(journey, [&stages, &touchpoints])? } else { None };
        let (compared, incomparable) = match comparing {
            None => (None, None),
            Some(Ok(compared)) => (Some(compared), None),
            Some(Err(incomparable)) => (None, Some(incomparable)),
        };
        let levels = [Level::Stage, Level::Touchpoint];
        let valued =
            view.values().then(|| self.stakes_at(view.map, question, &levels, HORIZON)).transpose()?;
        let measured = self.measured(journey, question)?;
        Ok(Some(Evidence {
            stages,
            touchpoints,
            customers,
            first,
            compared,
            incomparable,
            stakes: valued,
            measured,
        }))
    }

    /// The overlay of a journey.
    pub(crate) fn overlay(&mut self, journey: &Journey, question: &Question) -> Result<Overlay, AppError> {
        let [overlay] = self.overlays(journey, question, [question.level])?;
        Ok(overlay)
    }

    pub(crate) fn overlays<const N: usize>(
        &mut self,
        journey: &Journey,
        question: &Question,
        levels: [Level; N],
    ) -> Result<[Overlay; N], AppError> {
        let engine = self.engine()?;
        let members = self.members(&question.who, question.cutoff)?;
        let (members, cancel) = (members.as_deref(), self.cancel());
        let overlays = engine.overlays(&Asked { journey, question, members, cancel: &cancel }, &levels)?;
        Ok(overlays.try_into().expect("an engine answers at each level that it is asked at"))
    }

    /// Whom a question asks about, as its picture says it.
    pub(crate) fn among(&self, who: &Who) -> Result<Among, AppError> {
        Ok(match who {
            Who::Everybody => Among::Everybody,
            Who::Segment(id) => {
                let segments = self.workspace.segments()?;
                let found = segments.into_iter().find(|each| each.id == *id);
                found.map_or(Among::Everybody, |segment| Among::Segment(segment.name))
            }
            Who::Overlap(of) => {
                let all = self.workspace.segments()?;
                let name =
                    |id: &SegmentId| all.iter().find(|each| each.id == *id).map(|each| each.name.clone());
                let names = |ids: &[SegmentId]| ids.iter().filter_map(name).collect();
                Among::Overlap { within: names(&of.within), without: names(&of.without) }
            }
            Who::Persona(id) => {
                let personas = self.workspace.personas()?;
                let found = personas.into_iter().find(|each| each.id == *id);
                found.map_or(Among::Everybody, |persona| Among::Persona(persona.name))
            }
            Who::Personas(ids) => {
                let all = self.workspace.personas()?;
                let name = |id| all.iter().find(|each| each.id == id).map(|persona| persona.name.clone());
                Among::Personas(ids.iter().filter_map(|&id| name(id)).collect())
            }
            Who::Picked(customers) => Among::Picked(customers.len() as u64),
            Who::Tile(tile) => Among::Tile(tile.tile),
            Who::Ruled(_) => Among::Ruled,
            Who::Flawed(of) => Among::Flawed(of.flaw.clone()),
            Who::Others(who) => Among::Others(Box::new(self.among(who)?)),
            Who::Sequence(sequence) => self.went(sequence)?,
            Who::Entrants(entrants) => {
                let journey = self.workspace.journey(entrants.map)?;
                let title = |node| journey.title(node).unwrap_or_default().to_owned();
                let to = match entrants.class {
                    Class::MovedTo(to) | Class::MaturedMovedTo(to) => Some(title(to)),
                    _ => None,
                };
                let (node, map) = (title(entrants.node), journey.map().title.clone());
                let in_part = entrants.part.is_some();
                Among::Entrants { class: entrants.class, node, to, map, in_part }
            }
        })
    }

    /// The picture of a journey.
    pub(crate) fn scene(
        &self,
        journey: &Journey,
        evidence: Option<&Evidence>,
        view: &View,
    ) -> Result<Scene, AppError> {
        self.pictured(journey, evidence, view, scene::lay_out)
    }

    /// The ghost paths of a card on the map in view that its picture leaves out, to be laid over it.
    pub fn ghosts_of(&self, touchpoint: TouchpointId) -> Result<Vec<SceneItem>, AppError> {
        let Showing { journey, evidence, view, .. } = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        self.pictured(journey, evidence.as_ref(), view, |picture| scene::ghosts_of(picture, touchpoint))
    }

    /// Whose journeys a picture tells: those of all personas on the map, or of those alone who are asked about.
    fn told_of(&self, journey: &Journey, who: Option<&Who>) -> Result<Vec<Persona>, AppError> {
        let asked = match who {
            Some(Who::Persona(persona)) => slice::from_ref(persona),
            Some(Who::Personas(personas)) => personas,
            _ => &[],
        };
        let all = self.workspace.personas()?;
        let on_map = &journey.map().personas;
        let alone: Vec<&PersonaId> = on_map.iter().filter(|id| asked.contains(id)).collect();
        let shown = if alone.is_empty() { on_map.iter().collect() } else { alone };
        Ok(shown.into_iter().filter_map(|id| all.iter().find(|each| each.id == *id).cloned()).collect())
    }

    /// What is laid out of the picture of a journey.
    pub(crate) fn pictured<T>(
        &self,
        journey: &Journey,
        evidence: Option<&Evidence>,
        view: &View,
        lay_out: impl FnOnce(&Picture) -> T,
    ) -> Result<T, AppError> {
        let asked = view.question.as_ref();
        let personas = self.told_of(journey, asked.map(|question| &question.who))?;
        let among = asked.map(|question| self.among(&question.who)).transpose()?.unwrap_or_default();
        let compared = evidence.and_then(|evidence| evidence.compared.as_ref());
        let others = compared.map(|compared| self.among(&compared.sides[1].who)).transpose()?;
        let evidence = evidence.map(|evidence| scene::Evidence {
            stages: &evidence.stages,
            touchpoints: &evidence.touchpoints,
            level: asked.map_or(Level::Touchpoint, |question| question.level),
            among: &among,
            against: others.as_ref().zip(compared),
            stakes: evidence.stakes.as_ref(),
            measured: &evidence.measured,
            customers: evidence.customers,
            first: evidence.first,
        });
        Ok(lay_out(&Picture {
            journey,
            personas: &personas,
            evidence,
            reading: view.reading,
            extras: Extras::default(),
            made: Some(now()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::RenameMap;
    use crate::{NewWorkspace, Session};

    #[test]
    fn an_edit_that_is_made_succeeds_even_if_it_cannot_be_shown() {
        let folder = tempfile::tempdir().unwrap();
        let new = NewWorkspace {
            title: None,
            timezone: "UTC".to_owned(),
            template: None,
            examples: false,
            persona: None,
            locale: Locale::En,
        };
        let mut session = Session::create(&folder.path().join("w.touchline"), &new).unwrap();
        let map = session.overview().unwrap().maps[0].id;
        let view = View {
            map,
            question: Some(Question::new(Level::Stage)),
            reading: scene::Reading::default(),
            theme: Theme::Light,
            locale: Locale::En,
        };
        let first = session.view_map(view.clone()).unwrap().scene;
        let rename = |title: &str| RenameMap { map, title: title.to_owned() }.into();

        session.showing.as_mut().unwrap().broken = true;
        let changes = session.edit(&rename("Made")).unwrap();
        assert!(changes.stale && changes.scene.is_none());
        assert_eq!(session.overview().unwrap().maps[0].title, "Made");
        assert!(session.undo().unwrap().stale && session.redo().unwrap().stale);

        // The screen still shows the picture from before, and the next answer starts from there.
        session.showing.as_mut().unwrap().broken = false;
        let changes = session.edit(&rename("Shown")).unwrap();
        assert!(!changes.stale);
        let patched = changes.scene.unwrap().apply(&first);
        assert!(patched == session.view_map(view).unwrap().scene);
    }
}
