//! What people have drawn in a workspace, as it is, and as far as it was the same in another file of the same descent before
//! the two went their own ways.
//!
//! History tells: the steps that both files have were made before, and the others can be undone in memory. What is the same
//! then in both is what both come from.

use std::path::Path;

use model::{
    Lane, LaneCard, Map, MapId, Persona, Rule, SegmentId, Stage, StoryStep, Touchpoint, TouchpointId,
    TransitionDetails, Workshop,
};
use rusqlite::Connection;

use crate::checksum::checksum;
use crate::file::key_of;
use crate::history::{apply, copy_recorded, inverse, last_done};
use crate::lineage::open_unchanged;
use crate::{
    StoreError, Tx, Workspace, lane, lane_card, map, note, persona, segment, stage, story, touchpoint,
    transition, unmatched,
};

/// All that is under history.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawn {
    /// The maps, in the order in which they were added.
    pub maps: Vec<DrawnMap>,
    /// The personas, likewise.
    pub personas: Vec<Persona>,
    /// The segments, likewise.
    pub segments: Vec<DrawnSegment>,
}

/// A map with all that is on it.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnMap {
    /// What it is.
    pub map: Map,
    /// In the order of the lifecycle.
    pub stages: Vec<Stage>,
    /// In the order in which they were added.
    pub touchpoints: Vec<Touchpoint>,
    /// From where to where, with what is written on them, likewise.
    pub transitions: Vec<(TouchpointId, TouchpointId, TransitionDetails)>,
    /// The lanes under it, from the uppermost.
    pub lanes: Vec<Lane>,
    /// The cards in their cells, by id.
    pub cards: Vec<LaneCard>,
    /// The steps of its story, in their order.
    pub story: Vec<StoryStep>,
    /// What people stuck on it.
    pub workshop: Workshop,
    /// The events that are left on no touchpoint on purpose, sorted.
    pub left_events: Vec<String>,
}

/// A segment with its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnSegment {
    /// Its row.
    pub id: SegmentId,
    /// Its name.
    pub name: String,
    /// Of whom it consists.
    pub rule: Rule,
}

impl Workspace {
    /// When the workspace in a file was made that nobody has open, by which copies of it are known. Nothing is written.
    pub fn created_of(path: &Path) -> Result<i64, StoreError> {
        let look = || {
            let conn = open_unchanged(path, key_of(path)?.as_ref())?;
            Ok(conn.query_row("SELECT created FROM workspace", [], |row| row.get(0))?)
        };
        look().map_err(|error: StoreError| error.of(path))
    }

    /// All that is under history.
    pub fn drawn(&self) -> Result<Drawn, StoreError> {
        drawn(&self.conn)
    }

    /// What was the same in this and in another file of the same descent, as far back as their histories reach: after the
    /// last step that both have, or else before their first.
    pub fn drawn_in_common(&self, other: &Self) -> Result<Drawn, StoreError> {
        let (mine, theirs) = (steps(&self.conn)?, steps(&other.conn)?);
        let last = mine.iter().filter(|step| theirs.binary_search(step).is_ok()).map(|(step, _)| *step).max();
        let mut common = rewound(&self.conn, last)?;
        let there = rewound(&other.conn, last)?;
        common.maps.retain(|map| there.maps.contains(map));
        common.personas.retain(|persona| there.personas.contains(persona));
        common.segments.retain(|segment| there.segments.contains(segment));
        Ok(common)
    }
}

/// The steps that are not undone, each with its checksum.
fn steps(conn: &Connection) -> Result<Vec<(i64, i64)>, StoreError> {
    let mut select =
        conn.prepare("SELECT step, at, changeset FROM history WHERE undone = 0 ORDER BY step")?;
    let mut rows = select.query([])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let changeset = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        steps.push((row.get(0)?, checksum(&[row.get(1)?], &[changeset])));
    }
    Ok(steps)
}

/// What was under history after a step, or before the first that is kept.
fn rewound(conn: &Connection, after: Option<i64>) -> Result<Drawn, StoreError> {
    let past = Connection::open_in_memory()?;
    copy_recorded(conn, &past)?;
    let mut number = i64::MAX;
    while let Some(step) =
        last_done(conn, number)?.filter(|step| after.is_none_or(|after| step.number > after))
    {
        // What cannot be undone any more was so from there on, at least.
        if apply(&past, &step, &inverse(&step.changeset)?).is_err() {
            break;
        }
        number = step.number;
    }
    drawn(&past)
}

fn drawn(conn: &Connection) -> Result<Drawn, StoreError> {
    let maps = map::all(conn)?.into_iter().map(|map| drawn_map(conn, map)).collect::<Result<_, _>>()?;
    let rules = Tx::new(conn).segment_rules()?.into_iter();
    let segments = segment::all(conn)?.into_iter().zip(rules);
    let segments = segments.map(|(segment, (id, rule))| DrawnSegment { id, name: segment.name, rule });
    Ok(Drawn { maps, personas: persona::all(conn)?, segments: segments.collect() })
}

fn drawn_map(conn: &Connection, map: Map) -> Result<DrawnMap, StoreError> {
    let id: MapId = map.id;
    let transitions = transition::of_map(conn, id)?;
    let mut touchpoints = touchpoint::of_map(conn, id)?;
    touchpoints.sort_by_key(|touchpoint| touchpoint.id);
    Ok(DrawnMap {
        map,
        stages: stage::of_map(conn, id)?,
        touchpoints,
        transitions: transitions.into_iter().map(|each| (each.from, each.to, each.details)).collect(),
        lanes: lane::of_map(conn, id)?,
        cards: lane_card::of_map(conn, id)?,
        story: story::of_map(conn, id)?,
        workshop: note::of_map(conn, id)?,
        left_events: unmatched::left_events(conn, id)?,
    })
}
