//! What the tests share: a workspace in a temporary folder, and looking into a file behind its back.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use model::{
    CustomerBatch, CustomerRows, InteractionBatch, InteractionRows, Journey, Lifecycle, MapId, NONE, Place,
    StageId, Texts, TouchpointId,
};
use rusqlite::Connection;
use rusqlite::types::Value;
use store::{ImportSource, NewWorkspace, Passphrase, StepLabel, StoreError, Tx, Unlocked, Workspace};
use tempfile::TempDir;

/// The instant of every test.
pub const NOW: i64 = 1_700_000_000_000;

/// The tables that history records.
pub const EDITED: [&str; 20] = [
    "workspace",
    "segment",
    "persona",
    "map",
    "stage",
    "touchpoint",
    "touchpoint_event",
    "transition",
    "lane",
    "cell",
    "touchpoint_cell",
    "lane_card",
    "left_event",
    "matched_event",
    "event_meaning",
    "merged_key",
    "story_step",
    "story_mark",
    "persona_customer",
    "note",
];

/// The tables that imports fill, save the list of imports itself.
pub const IMPORTED: [&str; 11] = [
    "customer",
    "attribute",
    "sheet",
    "sheet_column",
    "event",
    "channel",
    "currency",
    "interaction",
    "import_event",
    "import_channel",
    "import_currency",
];

pub struct Desk {
    pub folder: TempDir,
    pub path: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("shop.touchline");
        Self { folder, path }
    }

    pub fn create(&self) -> Workspace {
        let new = NewWorkspace { title: "Shop".to_owned(), timezone: "Europe/Amsterdam".to_owned() };
        Workspace::create(&self.path, &new, NOW).unwrap()
    }

    pub fn open(&self) -> Workspace {
        Workspace::open(&self.path).unwrap()
    }

    /// Protects the closed file by a passphrase, and keeps it unlocked.
    pub fn protect(&self, passphrase: &str) -> Unlocked {
        let key = Unlocked::fresh(&Passphrase::new(passphrase.to_owned())).unwrap();
        self.put_under(Some(&key));
        key
    }

    /// Puts the closed file under a key or none.
    pub fn put_under(&self, key: Option<&Unlocked>) {
        let part = self.folder.path().join("part");
        fs::write(&part, b"").unwrap();
        self.open().write_under(&part, key).unwrap();
        Workspace::supplant_and_wipe(&self.path, &part).unwrap();
    }

    /// Another desk with a copy of the closed file.
    pub fn copied(&self) -> Self {
        let copy = Self::new();
        fs::copy(&self.path, &copy.path).unwrap();
        copy
    }

    /// The names of the files in the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Every row of some tables; no workspace may have the file open.
    pub fn rows(&self, tables: &[&str]) -> Vec<String> {
        rows(&Connection::open(&self.path).unwrap(), tables)
    }

    /// Changes the file behind the app's back.
    pub fn tamper(&self, sql: &str) {
        let conn = Connection::open(&self.path).unwrap();
        conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).unwrap();
    }
}

pub fn rows(conn: &Connection, tables: &[&str]) -> Vec<String> {
    let mut rows = Vec::new();
    for table in tables {
        let mut select = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = select.column_count();
        let read =
            select.query_map([], |row| (0..width).map(|at| row.get::<_, Value>(at)).collect()).unwrap();
        let read: Result<Vec<Vec<Value>>, _> = read.collect();
        rows.extend(read.unwrap().into_iter().map(|row| format!("{table} {row:?}")));
    }
    rows
}

/// An edit that must succeed.
pub fn edit<T>(workspace: &mut Workspace, edit: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
    workspace.transact(&StepLabel::new("edit", "it"), NOW, edit).unwrap().0
}

/// The parts of a journey, to compare.
pub fn parts(journey: &Journey) -> String {
    let touchpoints: Vec<_> = journey.touchpoints().collect();
    let (stages, lanes) = (journey.stages(), journey.lanes());
    format!(
        "{:?} {stages:?} {touchpoints:?} {:?} {lanes:?} {:?} {:?}",
        journey.map(),
        journey.transitions(),
        journey.cards(),
        journey.workshop()
    )
}

/// Everything under history as the workspace tells it.
pub fn told(workspace: &Workspace) -> String {
    let mut told = format!("{:?} {:?}", workspace.about().unwrap(), workspace.personas().unwrap());
    for segment in workspace.segments().unwrap() {
        write!(told, "{segment:?} {:?}", workspace.segment_rule(segment.id).unwrap()).unwrap();
    }
    for map in workspace.maps().unwrap() {
        told.push_str(&parts(&workspace.journey(map.id).unwrap()));
    }
    told
}

pub struct Small {
    pub map: MapId,
    pub stages: Vec<StageId>,
    pub touchpoints: Vec<TouchpointId>,
}

/// A map with three stages, a touchpoint in each, and transitions from each to the next.
pub fn small_map(workspace: &mut Workspace, title: &str) -> Small {
    edit(workspace, |tx| {
        let map = tx.add_map(title, Lifecycle::Linear, None)?;
        let (mut stages, mut touchpoints) = (Vec::new(), Vec::new());
        for (position, (stage, touchpoint)) in
            [("Aware", "Ad"), ("Consider", "Page"), ("Buy", "Order")].iter().enumerate()
        {
            stages.push(tx.add_stage(map, position, stage)?);
            touchpoints.push(tx.add_touchpoint(stages[position], touchpoint, place(0.0))?);
            tx.set_events(touchpoints[position], &[touchpoint.to_lowercase()])?;
        }
        tx.add_transition(touchpoints[0], touchpoints[1])?;
        tx.add_transition(touchpoints[1], touchpoints[2])?;
        Ok(Small { map, stages, touchpoints })
    })
}

pub fn place(y: f64) -> Place {
    Place { x: 24.0, y }
}

pub fn source(name: &str) -> ImportSource {
    ImportSource {
        name: format!("{name}.csv"),
        fingerprint: format!("digest of {name}"),
        columns: BTreeMap::from([("event".to_owned(), "Event name".to_owned())]),
        rejected: 2,
        ..ImportSource::default()
    }
}

pub fn always(_done: u64, _all: u64) -> bool {
    true
}

/// A batch of rows: customer, event, instant.
pub fn batch(rows: &[(&str, &str, i64)]) -> InteractionBatch {
    let (mut customers, mut events) = (Vec::new(), Vec::new());
    let mut part = InteractionRows::default();
    for (customer, event, at) in rows {
        part.customer.push(position(&mut customers, customer) as u32);
        part.event.push(position(&mut events, event) as u16);
        part.at.push(*at);
    }
    InteractionBatch { events, ..one_part(customers.iter().collect(), part) }
}

/// A batch of one part, of customers alone.
pub fn one_part(customers: Texts, rows: InteractionRows) -> InteractionBatch {
    InteractionBatch {
        customers,
        events: Vec::new(),
        channels: Vec::new(),
        currencies: Vec::new(),
        parts: Box::new(vec![rows]),
    }
}

/// The same batch with its rows changed.
pub fn changed(mut batch: InteractionBatch, change: impl Fn(&mut InteractionRows)) -> InteractionBatch {
    let mut parts = Vec::new();
    let copy = &mut |rows: &InteractionRows| {
        let mut rows = rows.clone();
        change(&mut rows);
        parts.push(rows);
    };
    batch.parts.each(copy).unwrap();
    InteractionBatch { parts: Box::new(parts), ..batch }
}

/// The same batch with channels, values, currencies and dates without a time on some rows.
pub fn with_extras(batch: InteractionBatch) -> InteractionBatch {
    let batch = changed(batch, |rows| {
        for row in 0..rows.len() {
            rows.channel.push([0, 1, NONE][row % 3]);
            rows.value.push(if row % 2 == 0 { 12.5 } else { f64::NAN });
            rows.currency.push(if row % 2 == 0 { 0 } else { NONE });
            rows.date_only.push(row % 4 == 0);
        }
    });
    let named = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    InteractionBatch { channels: named(&["web", "shop"]), currencies: named(&["EUR"]), ..batch }
}

fn position(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|each| each == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    })
}

/// A batch of customers, each with a key, a plan and a city.
pub fn customers(rows: &[(&str, Option<&str>, Option<&str>)]) -> CustomerBatch {
    let mut block = CustomerRows::default();
    for (key, plan, city) in rows {
        let name = format!("Name of {key}");
        block.push([key, name.as_str(), plan.unwrap_or_default(), city.unwrap_or_default()]);
    }
    CustomerBatch { attributes: vec!["plan".to_owned(), "city".to_owned()], blocks: vec![block] }
}

pub fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}
