//! What a shell has on its screen: a workspace in a temporary folder, and all that it was told of it.

use std::fs;
use std::path::PathBuf;

use app::operations::{AddMap, AddTouchpoint, SetEvents};
use app::{
    Changes, Edit, InteractionImport, Level, Locale, MapId, MapView, NewWorkspace, Overview, OverviewChanges,
    Question, Reading, Session, Theme, TouchpointId, View,
};
use tempfile::TempDir;

/// Five interactions of three customers.
pub const LOG: &str = "user_id,event,timestamp
a,ad,2024-01-01
a,order,2024-01-02
b,ad,2024-01-03
b,ad,2024-02-20
c,other,2024-03-01
";

/// The map in view and the overview, patched with each change.
pub struct Screen {
    pub folder: TempDir,
    pub session: Session,
    pub map: MapId,
    pub seen: MapView,
    pub overview: Overview,
}

impl Screen {
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let new = NewWorkspace {
            title: None,
            timezone: "UTC".to_owned(),
            template: None,
            examples: false,
            persona: None,
            locale: Locale::En,
        };
        let mut session = Session::create(&folder.path().join("w.touchline"), &new).expect("created");
        let overview = session.overview().expect("overview");
        let map = overview.maps[0].id;
        let seen = session.view_map(view(map)).expect("shown");
        Self { folder, session, map, seen, overview }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: &str) -> PathBuf {
        fs::write(self.path(name), content).expect("written");
        self.path(name)
    }

    /// Applies what changed, and sees that the screen then shows what a fresh look would.
    pub fn apply(&mut self, changes: &Changes) {
        if let Some(scene) = &changes.scene {
            self.seen.scene = scene.apply(&self.seen.scene);
        }
        self.seen.parts = changes.parts.apply(&self.seen.parts);
        self.seen.evidence = changes.evidence.clone().or(self.seen.evidence.take());
        let kept = &mut self.overview;
        let OverviewChanges { maps, personas, segments, imports, counts } = changes.overview.clone();
        kept.maps = maps.unwrap_or_else(|| kept.maps.clone());
        kept.personas = personas.unwrap_or_else(|| kept.personas.clone());
        kept.segments = segments.unwrap_or_else(|| kept.segments.clone());
        kept.imports = imports.unwrap_or_else(|| kept.imports.clone());
        kept.counts = counts.unwrap_or_else(|| kept.counts.clone());
        kept.history = changes.history.clone();
        assert_eq!(self.overview, self.session.overview().expect("overview"));
        if self.overview.maps.iter().any(|map| map.id == self.map) {
            let fresh = self.look();
            assert!(self.seen.scene == fresh.scene, "the patched scene is not the fresh one");
            assert_eq!(self.seen.parts, fresh.parts);
            if self.overview.counts.interactions > 0 {
                assert_eq!(self.seen.evidence, fresh.evidence);
            }
        }
    }

    pub fn look(&mut self) -> MapView {
        self.session.view_map(view(self.map)).expect("shown")
    }

    pub fn edit(&mut self, edit: impl Into<Edit>) -> i64 {
        let changes = self.session.edit(&edit.into()).expect("edited");
        self.apply(&changes);
        changes.added.unwrap_or_default()
    }

    pub fn add(&mut self, title: &str, left: f64, top: f64) -> TouchpointId {
        TouchpointId(self.edit(AddTouchpoint {
            map: self.map,
            title: title.to_owned(),
            left,
            top,
            joined: None,
            channel: None,
        }))
    }

    /// A touchpoint of another map than the one in view.
    pub fn touchpoint_elsewhere(&mut self) -> TouchpointId {
        let title = "Elsewhere".to_owned();
        let map = MapId(self.edit(AddMap {
            title,
            template: "funnel".to_owned(),
            locale: Locale::En,
            examples: false,
        }));
        let (title, left, top) = ("Far".to_owned(), 40.0, 40.0);
        TouchpointId(self.edit(AddTouchpoint { map, title, left, top, joined: None, channel: None }))
    }

    pub fn list(&mut self, touchpoint: TouchpointId, event: &str) {
        self.edit(SetEvents { touchpoint, events: vec![event.to_owned()] });
    }

    pub fn import(&mut self) -> app::Imported {
        let source = self.write("log.csv", LOG);
        let imported = self.session.import_interactions(&source, &InteractionImport::default(), &|_| true);
        let imported = imported.expect("imported");
        self.apply(&imported.changes);
        imported
    }
}

pub fn view(map: MapId) -> View {
    View {
        map,
        question: Some(Question::new(Level::Touchpoint)),
        reading: Reading::default(),
        theme: Theme::Light,
        locale: Locale::En,
    }
}
