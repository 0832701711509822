//! A workspace that is open: made, opened, edited, undone and redone through one door.

use std::cell::OnceCell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Utc;
use chrono_tz::Tz;
use insight::ColumnsEngine;
use model::{Attribute, Cancel, Columns, Engine, Journey, Level, Lifecycle, MapId, Node, Question};
use store::{NewPersona, Parted, StepLabel, StoreError, Tx, Workspace};

use crate::discover::{self, Detail, Proposal};
use crate::edit::touched_by;
use crate::members::KeptMembers;
use crate::operations::{AddMap, AddTouchpointTo, Operation, Part, Scope, add_map};
use crate::people::KeptLists;
use crate::population::Population;
use crate::showing::Showing;
use crate::stages::Stages;
use crate::steps::Opening;
use crate::templates::add_from_template;
use crate::trace::noted;
use crate::windows::{Missed, Windows};
use crate::{AppError, Changes, DEFAULT_TEMPLATE, Edit, Locale, OverlayReport, report, when, whole};

/// What a new workspace starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// Its title; the file's name unless given.
    pub title: Option<String>,
    /// The time zone of its dates, an IANA name.
    pub timezone: String,
    /// The template of its first map; the five-stage lifecycle unless given.
    pub template: Option<String>,
    /// Whether that map has the template's touchpoints and lanes, too.
    pub examples: bool,
    /// A first persona, whose journey the first map tells.
    pub persona: Option<String>,
    /// The language of its first map.
    pub locale: Locale,
}

/// A map in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapSummary {
    /// Its title.
    pub title: String,
    /// The shape of its lifecycle.
    pub lifecycle: Lifecycle,
    /// The names of its personas.
    pub personas: Vec<String>,
    /// The titles of its stages in order.
    pub stages: Vec<String>,
    /// The titles of its touchpoints, by stage.
    pub touchpoints: Vec<String>,
    /// How many transitions it has.
    pub transitions: usize,
}

/// A workspace file, open.
#[derive(Debug)]
pub struct Session {
    pub(crate) workspace: Workspace,
    pub(crate) zone: Tz,
    /// The state in which it was opened.
    pub(crate) opened: String,
    /// Where in its history that was, if that can be told.
    pub(crate) opening: Option<Opening>,
    /// How many undone steps the last edit discarded, until that is told.
    pub(crate) discarded: u64,
    /// Whether it is all there that it starts with: until then there is nothing to back up.
    pub(crate) is_made: bool,
    pub(crate) showing: Option<Showing>,
    /// What others have changed since the window in turn was told.
    pub(crate) missed: Option<Missed>,
    pub(crate) windows: Windows,
    pub(crate) attributes: OnceCell<Vec<Attribute>>,
    pub(crate) kept_lists: KeptLists,
    pub(crate) kept_members: KeptMembers,
    pub(crate) population: Population,
    columns: Option<Arc<Columns>>,
    engine: Option<Arc<dyn Engine>>,
    /// Stops the count under way.
    cancel: Cancel,
}

/// The current instant in UTC milliseconds. Nothing below the session reads a clock.
pub(crate) fn now() -> i64 {
    Utc::now().timestamp_millis()
}

impl Session {
    /// Makes a workspace with one map.
    pub fn create(path: &Path, new: &NewWorkspace) -> Result<Self, AppError> {
        let template = new.template.as_deref().unwrap_or(DEFAULT_TEMPLATE);
        Self::create_whole(path, new.title.as_deref(), &new.timezone, |session| {
            session.transact(AddMap::LABEL, template, |tx| {
                let persona = match &new.persona {
                    Some(name) => Some(tx.add_persona(&NewPersona { name, ..NewPersona::default() })?),
                    None => None,
                };
                add_from_template(tx, template, None, new.locale, new.examples, persona).map(drop)
            })
        })
    }

    /// Makes a workspace and what it starts with, which is not a step to undo. It is made beside its place and then moved
    /// there, so that there is never half of it.
    pub(crate) fn create_whole(
        path: &Path,
        title: Option<&str>,
        timezone: &str,
        fill: impl FnOnce(&mut Self) -> Result<(), AppError>,
    ) -> Result<Self, AppError> {
        let zone = when::zone(timezone)?;
        let named = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let title = title.map(str::to_owned).or(named).unwrap_or_else(|| "Workspace".to_owned());
        let new = store::NewWorkspace { title, timezone: timezone.to_owned() };
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::Exists(path.to_owned()).into());
        }
        let failed = |source| StoreError::Io { path: path.to_owned(), source };
        let part = whole::part_beside(path).map_err(failed)?;
        let workspace = Workspace::create(&part, &new, now())?;
        let mut session = Self { is_made: false, ..Self::of(workspace, zone) };
        noted("create", || fill(&mut session))?;
        session.workspace.forget_history()?;
        drop(session);
        part.persist_noclobber(path).map_err(|error| match error.error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
            _ => failed(error.error),
        })?;
        Self::open(path)
    }

    /// Opens a workspace.
    pub fn open(path: &Path) -> Result<Self, AppError> {
        Self::reopen(path).inspect(Self::go_on)
    }

    /// Opens a workspace again in the middle of something.
    pub(crate) fn reopen(path: &Path) -> Result<Self, AppError> {
        Self::opened("open", || Workspace::open(path))
    }

    /// Opens a workspace, or looks at it where it may not be written to.
    pub fn open_or_look(path: &Path) -> Result<Self, AppError> {
        Self::opened("open", || Workspace::open_or_look(path)).inspect(Self::go_on)
    }

    /// Goes on with what was left undone when the app ended last.
    fn go_on(&self) {
        if !self.workspace.is_read_only() {
            // What is left to do still is told.
            let _ = self.go_on_treating();
        }
    }

    /// Opens a workspace to look at it: edits are refused, and nothing is written to it or beside it.
    pub fn look(path: &Path) -> Result<Self, AppError> {
        Self::opened("look", || Workspace::look(path))
    }

    /// Opens a workspace to check it: what was derived in it stays as it is, and nothing is written.
    pub fn inspect(path: &Path) -> Result<Self, AppError> {
        Self::opened("inspect", || Workspace::inspect(path))
    }

    /// Opens a workspace to check and repair it: what was derived in it stays as it is until then.
    pub fn examine(path: &Path) -> Result<Self, AppError> {
        Self::opened("examine", || Workspace::examine(path))
    }

    fn opened(
        how: &'static str,
        open: impl FnOnce() -> Result<Workspace, StoreError>,
    ) -> Result<Self, AppError> {
        let workspace = noted(how, open)?;
        let name = workspace.about()?.timezone;
        let zone = when::zone(&name).map_err(|_| StoreError::Damaged {
            path: workspace.path().to_owned(),
            reason: format!("its time zone “{name}” is not known"),
        })?;
        let session = Self::of(workspace, zone);
        if !session.workspace.is_read_only() {
            whole::clear(whole::folder_of(session.workspace.path()));
            session.places_of_backups().unwrap_or_default().iter().for_each(|place| whole::clear(place));
            // What is in the way of it now is told when a backup is made.
            let _ = session.adopt_copies();
        }
        Ok(session)
    }

    /// Puts the log beside a workspace aside that is not the file's own, and gives where; the file can then be opened.
    pub fn set_log_aside(path: &Path) -> Result<PathBuf, AppError> {
        Ok(noted("set_log_aside", || Workspace::set_log_aside(path))?)
    }

    /// Makes two workspaces of one and the log beside it that is not its own, which both stay as they are.
    pub fn part(path: &Path) -> Result<Parted, AppError> {
        Ok(noted("part", || Workspace::part(path))?)
    }

    fn of(workspace: Workspace, zone: Tz) -> Self {
        // Without it no backup is known for that of the opening.
        let opened = workspace.state().unwrap_or_default();
        let opening = workspace.steps().ok().map(|steps| Opening::after(&steps));
        Self {
            workspace,
            zone,
            opened,
            opening,
            discarded: 0,
            is_made: true,
            showing: None,
            missed: None,
            windows: Windows::default(),
            attributes: OnceCell::new(),
            kept_lists: KeptLists::default(),
            kept_members: KeptMembers::default(),
            population: Population::default(),
            columns: None,
            engine: None,
            cancel: Cancel::default(),
        }
    }

    /// Carries out an edit as one transaction and one step of history.
    pub fn edit(&mut self, edit: &Edit) -> Result<Changes, AppError> {
        let in_view = self.showing.as_ref().map(|showing| &showing.journey);
        let subject = edit.subject(&Scope::of(&self.workspace, in_view)?);
        noted(edit.label(), || {
            let added = self.transact(edit.label(), &subject, |tx| edit.carry_out(tx))?;
            Ok(Changes { added, ..self.changes_after(edit.touches()) })
        })
    }

    /// The one door: the SQL transaction and the step of history open and close together.
    pub(crate) fn transact<T>(
        &mut self,
        op: &str,
        subject: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.forget_edited();
        let undone = self.workspace.history()?.undone;
        let (done, changed) = self.workspace.transact(&StepLabel::new(op, subject), now(), work)?;
        if changed {
            self.discarded = undone;
        }
        Ok(done)
    }

    /// Takes back the last step; without one, nothing changes.
    pub fn undo(&mut self) -> Result<Changes, AppError> {
        self.forget_edited();
        let undone = noted("undo", || self.workspace.undo())?;
        Ok(self.changes_after(undone.map_or(&[], |step| touched_by(&step.op))))
    }

    /// Does the step again that was taken back last; without one, nothing changes.
    pub fn redo(&mut self) -> Result<Changes, AppError> {
        self.forget_edited();
        let redone = noted("redo", || self.workspace.redo())?;
        Ok(self.changes_after(redone.map_or(&[], |step| touched_by(&step.op))))
    }

    /// The interactions as columns.
    pub(crate) fn columns(&mut self) -> Result<Arc<Columns>, AppError> {
        if let Some(columns) = &self.columns {
            return Ok(Arc::clone(columns));
        }
        let columns = Arc::new(self.workspace.columns()?);
        self.columns = Some(Arc::clone(&columns));
        Ok(columns)
    }

    /// The engine that counts.
    pub(crate) fn engine(&mut self) -> Result<Arc<dyn Engine>, AppError> {
        if let Some(engine) = &self.engine {
            return Ok(Arc::clone(engine));
        }
        let engine: Arc<dyn Engine> = Arc::new(ColumnsEngine::new(self.columns()?));
        self.engine = Some(Arc::clone(&engine));
        Ok(engine)
    }

    /// Does something whose counts stop when they are cancelled; it then fails, and what is in view stays.
    pub fn heeding<T>(&mut self, cancel: Cancel, work: impl FnOnce(&mut Self) -> T) -> T {
        self.cancel = cancel;
        let done = work(self);
        self.cancel = Cancel::default();
        done
    }

    /// What stops the count under way.
    pub(crate) fn cancel(&self) -> Cancel {
        self.cancel.clone()
    }

    /// Forgets who was meant by what an edit may change.
    pub(crate) fn forget_edited(&mut self) {
        self.kept_lists.forget();
        self.kept_members.forget_edited();
    }

    /// Forgets what was read of customers and interactions, because they have changed.
    pub(crate) fn forget_interactions(&mut self) {
        self.kept_lists.forget();
        self.kept_members.forget();
        self.columns = None;
        self.engine = None;
        self.attributes.take();
        self.population = Population::default();
    }

    /// The map with a title.
    pub fn map_by_title(&self, title: &str) -> Result<MapId, AppError> {
        let maps = self.workspace.maps()?;
        maps.iter()
            .find(|map| map.title == title)
            .map(|map| map.id)
            .ok_or_else(|| AppError::NoMap(title.to_owned()))
    }

    /// The maps as a list shows them, by title.
    pub fn map_summaries(&self) -> Result<Vec<MapSummary>, AppError> {
        let personas = self.workspace.personas()?;
        let mut summaries = Vec::new();
        for map in self.workspace.maps()? {
            let journey = self.workspace.journey(map.id)?;
            let name =
                |id| personas.iter().find(|persona| persona.id == id).map(|persona| persona.name.clone());
            summaries.push(MapSummary {
                personas: map.personas.into_iter().filter_map(name).collect(),
                stages: journey.stages().iter().map(|stage| stage.title.clone()).collect(),
                touchpoints: titles(&journey),
                transitions: journey.transitions().len(),
                title: map.title,
                lifecycle: map.lifecycle,
            });
        }
        Ok(summaries)
    }

    /// The overlay of a map, in words.
    pub fn overlay_report(&mut self, map: &str, question: &Question) -> Result<OverlayReport, AppError> {
        let journey = self.workspace.journey(self.map_by_title(map)?)?;
        let overlay = self.overlay(&journey, question)?;
        Ok(OverlayReport::of(&journey, &overlay, self.among(&question.who)?))
    }

    /// The node of a map with a title, at a level. Of nodes that share one, the later are told apart by a number as in
    /// the [report](OverlayReport): "Mail", "Mail (2)".
    pub fn node_by_title(&self, map: MapId, title: &str, level: Level) -> Result<Node, AppError> {
        let journey = self.workspace.journey(map)?;
        let found = report::names(&journey, level).into_iter().find(|(_, name)| name == title);
        found.map(|(node, _)| node).ok_or_else(|| AppError::NoNode {
            map: journey.map().title.clone(),
            node: title.to_owned(),
            level,
        })
    }

    /// Adds a map of the events that are there, with these stages or with stages of its own.
    pub fn discover(&mut self, title: &str, stages: Option<Stages>) -> Result<MapId, AppError> {
        let proposal =
            Proposal::new(&*self.engine()?, &*self.columns()?, stages, Detail::default(), Locale::En)?;
        self.draw_map(title, &proposal)
    }

    /// Adds a map of the events that are there, with stages of its own in the words of a language.
    pub fn discover_map(&mut self, title: &str, detail: Detail, locale: Locale) -> Result<Changes, AppError> {
        let proposal = Proposal::new(&*self.engine()?, &*self.columns()?, None, detail, locale)?;
        let map = self.draw_map(title, &proposal)?;
        let changes = self.changes_after(&[Part::Maps]);
        Ok(Changes { added: Some(map.0), ..changes })
    }

    /// Adds a touchpoint that carries an event's name, and so counts it, in the stage where customers come upon it.
    pub fn add_touchpoint_for(&mut self, map: MapId, event: &str) -> Result<Changes, AppError> {
        let journey = self.workspace.journey(map)?;
        let stage = discover::stage_for(&*self.columns()?, &journey, event);
        let stage = stage.ok_or(StoreError::Missing { what: "stage", id: 0 })?;
        self.edit(&AddTouchpointTo { map, stage, title: event.to_owned(), channel: None }.into())
    }

    fn draw_map(&mut self, title: &str, proposal: &Proposal) -> Result<MapId, AppError> {
        self.transact("discover_map", title, |tx| {
            let titles: Vec<String> = proposal.stages.iter().map(|(title, _)| title.clone()).collect();
            let map = add_map(tx, title, Lifecycle::NonLinear, &titles, None)?;
            proposal.draw(tx, map)?;
            Ok(map)
        })
    }

    /// What is wrong with the file: one sentence for each fault, none if it is sound.
    pub fn check(&mut self) -> Result<Vec<String>, AppError> {
        Ok(self.workspace.check()?.iter().map(ToString::to_string).collect())
    }

    /// Makes again what can be made from the rest of the file.
    pub fn repair(&mut self) -> Result<(), AppError> {
        self.forget_interactions();
        Ok(noted("repair", || self.workspace.repair())?)
    }
}

/// The titles of a journey's touchpoints, by stage.
fn titles(journey: &Journey) -> Vec<String> {
    journey
        .nodes(Level::Touchpoint)
        .into_iter()
        .filter_map(|node| journey.title(node).map(str::to_owned))
        .collect()
}
