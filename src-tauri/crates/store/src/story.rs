//! The tables `story_step` and `story_mark`: the story of a map, in steps whose positions may have gaps.

use std::collections::BTreeMap;

use model::{
    Area, Frame, LaneId, Level, Lit, MapId, Question, Shown, StageId, StoryStep, StoryStepId, TouchpointId,
};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use crate::error::unknown;
use crate::schema::{TEXT, TITLE};
use crate::tx::bounded;
use crate::{StoreError, Tx, Workspace};

/// The columns of a step, as [`read`] finds them.
const COLUMNS: &str = "id, title, notes, stage, x, y, width, height, lens, least, question";

/// The steps of a map's story, in their order.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<StoryStep>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM story_step WHERE map = ?1 ORDER BY position, id");
    let mut select = conn.prepare_cached(&sql)?;
    let mut steps: Vec<StoryStep> = select.query_map([map.0], read)?.collect::<Result<_, _>>()?;
    if !steps.is_empty() {
        take_marks(conn, map, &mut steps)?;
    }
    Ok(steps)
}

fn take_marks(conn: &Connection, map: MapId, steps: &mut [StoryStep]) -> Result<(), StoreError> {
    let mut shown: BTreeMap<StoryStepId, &mut Shown> =
        steps.iter_mut().map(|step| (step.id, &mut step.shown)).collect();
    let sql =
        "SELECT step, stage, touchpoint, to_touchpoint, lane FROM story_mark WHERE map = ?1 ORDER BY id";
    let mut select = conn.prepare_cached(sql)?;
    let mut rows = select.query([map.0])?;
    while let Some(row) = rows.next()? {
        let Some(shown) = shown.get_mut(&StoryStepId(row.get(0)?)) else { continue };
        let touchpoint = row.get::<_, Option<i64>>(2)?.map(TouchpointId);
        match (row.get(1)?, touchpoint, row.get(3)?, row.get(4)?) {
            (Some(stage), ..) => shown.lit.push(Lit::Stage(StageId(stage))),
            (_, Some(from), Some(to), _) => shown.lit.push(Lit::Way { from, to: TouchpointId(to) }),
            (_, Some(touchpoint), ..) => shown.lit.push(Lit::Touchpoint(touchpoint)),
            (.., Some(lane)) => shown.hidden.push(LaneId(lane)),
            _ => return Err(unknown(1, "what a mark is about").into()),
        }
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoryStep> {
    let frame = match (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?) {
        (Some(stage), ..) => Frame::Stage(StageId(stage)),
        (None, Some(x), Some(y), Some(width), Some(height)) => {
            let area = Area { x, y, width, height };
            if !area.is_sound() {
                return Err(unknown(4, "a part of a picture"));
            }
            Frame::Area(area)
        }
        _ => Frame::Whole,
    };
    Ok(StoryStep {
        id: StoryStepId(row.get(0)?),
        title: row.get(1)?,
        notes: row.get(2)?,
        shown: Shown {
            frame,
            lens: row.get(8)?,
            least: row.get(9)?,
            question: row.get_ref(10)?.as_str_or_null()?.map(question).transpose()?,
            lit: Vec::new(),
            hidden: Vec::new(),
        },
    })
}

/// A question as it is kept. What it does not say, since it was kept before that could be asked, is as it is asked at first.
fn question(json: &str) -> rusqlite::Result<Question> {
    let merged = || -> serde_json::Result<Question> {
        let kept: serde_json::Map<String, Value> = serde_json::from_str(json)?;
        let mut whole = serde_json::to_value(Question::new(Level::Touchpoint))?;
        if let Some(whole) = whole.as_object_mut() {
            whole.extend(kept);
        }
        serde_json::from_value(whole)
    };
    merged().map_err(|error| rusqlite::Error::FromSqlConversionFailure(10, Type::Text, error.into()))
}

impl Workspace {
    /// The map of whose story a step is.
    pub fn map_of_story_step(&self, id: StoryStepId) -> Result<MapId, StoreError> {
        Tx::new(&self.conn).map_of_step(id)
    }
}

impl Tx<'_> {
    /// A step of a story.
    pub fn story_step(&self, id: StoryStepId) -> Result<StoryStep, StoreError> {
        let steps = of_map(self.conn, self.map_of_step(id)?)?;
        steps.into_iter().find(|step| step.id == id).ok_or(StoreError::Missing { what: "step", id: id.0 })
    }

    /// Adds a step to the story of a map, at a place from 0; one past the end is the end.
    pub fn add_story_step(
        &mut self,
        map: MapId,
        place: usize,
        (title, notes): (&str, &str),
        shown: &Shown,
    ) -> Result<StoryStepId, StoreError> {
        self.check_map(map)?;
        let sql = "INSERT INTO story_step (map, position, title, notes, lens, least)
                   VALUES (?1, 0, '', '', ?2, 0)";
        let id = StoryStepId(self.insert(sql, params![map.0, shown.lens])?);
        self.write_story_step(id, title, notes)?;
        self.show_in_story_step(id, shown)?;
        self.put_story_step(id, map, place)?;
        Ok(id)
    }

    /// Sets what stands over a step and what is said to it.
    pub fn write_story_step(&mut self, id: StoryStepId, title: &str, notes: &str) -> Result<(), StoreError> {
        bounded("step", title, TITLE)?;
        bounded("step", notes, TEXT)?;
        let sql = "UPDATE story_step SET title = ?2, notes = ?3 WHERE id = ?1";
        self.change("step", id.0, sql, params![id.0, title, notes])
    }

    /// Sets what a step shows.
    pub fn show_in_story_step(&mut self, id: StoryStepId, shown: &Shown) -> Result<(), StoreError> {
        bounded("step", &shown.lens, TITLE)?;
        let (stage, area) = match shown.frame {
            Frame::Whole => (None, None),
            Frame::Stage(stage) => (Some(stage), None),
            Frame::Area(area) => (None, Some(area).filter(Area::is_sound)),
        };
        let map = self.map_of_step(id)?;
        if let Some(stage) = stage
            && self.map_of_stage(stage)? != map
        {
            return Err(StoreError::Missing { what: "stage", id: stage.0 });
        }
        let question = shown.question.as_ref().map(serde_json::to_string).transpose();
        let question = question.map_err(|error| StoreError::Unsound(error.to_string()))?;
        bounded("step", question.as_deref().unwrap_or_default(), TEXT)?;
        let sql = "UPDATE story_step SET stage = ?2, x = ?3, y = ?4, width = ?5, height = ?6, lens = ?7,
                   least = ?8, question = ?9 WHERE id = ?1";
        let [x, y, width, height] = [
            area.map(|area| area.x),
            area.map(|area| area.y),
            area.map(|area| area.width),
            area.map(|area| area.height),
        ];
        let least = shown.least.min(100);
        let stage = stage.map(|stage| stage.0);
        self.run(sql, params![id.0, stage, x, y, width, height, shown.lens, least, question])?;
        self.mark_story_step(id, map, shown)
    }

    fn mark_story_step(&self, id: StoryStepId, map: MapId, shown: &Shown) -> Result<(), StoreError> {
        self.run("DELETE FROM story_mark WHERE step = ?1", [id.0])?;
        let sql = "INSERT INTO story_mark (step, map, stage, touchpoint, to_touchpoint, lane)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        for lit in &shown.lit {
            let (stage, from, to) = match lit {
                Lit::Stage(stage) => (Some(stage.0), None, None),
                Lit::Touchpoint(touchpoint) => (None, Some(touchpoint.0), None),
                Lit::Way { from, to } => (None, Some(from.0), Some(to.0)),
            };
            self.run(sql, params![id.0, map.0, stage, from, to, None::<i64>])?;
        }
        let none = None::<i64>;
        for lane in &shown.hidden {
            self.run(sql, params![id.0, map.0, none, none, none, lane.0])?;
        }
        Ok(())
    }

    /// Moves a step to a place from 0 among the others of its story; one past the end is the end.
    pub fn move_story_step(&mut self, id: StoryStepId, place: usize) -> Result<(), StoreError> {
        self.put_story_step(id, self.map_of_step(id)?, place)
    }

    /// Deletes a step of a story.
    pub fn delete_story_step(&mut self, id: StoryStepId) -> Result<(), StoreError> {
        self.run("DELETE FROM story_mark WHERE step = ?1", [id.0])?;
        self.change("step", id.0, "DELETE FROM story_step WHERE id = ?1", [id.0])
    }

    /// Deletes the story of a map.
    pub fn clear_story(&mut self, map: MapId) -> Result<(), StoreError> {
        self.run("DELETE FROM story_mark WHERE map = ?1", [map.0])?;
        self.run("DELETE FROM story_step WHERE map = ?1", [map.0])?;
        Ok(())
    }

    /// Lets stories go on without a stage: a step that showed it shows the whole map.
    pub(crate) fn part_stories_from_stage(&self, stage: StageId) -> Result<(), StoreError> {
        self.run("DELETE FROM story_mark WHERE stage = ?1", [stage.0])?;
        self.run("UPDATE story_step SET stage = NULL WHERE stage = ?1", [stage.0])?;
        Ok(())
    }

    fn map_of_step(&self, id: StoryStepId) -> Result<MapId, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT map FROM story_step WHERE id = ?1")?;
        let map = select.query_row([id.0], |row| Ok(MapId(row.get(0)?))).optional()?;
        map.ok_or(StoreError::Missing { what: "step", id: id.0 })
    }

    fn put_story_step(&self, id: StoryStepId, map: MapId, place: usize) -> Result<(), StoreError> {
        let sql = "SELECT id, position FROM story_step WHERE map = ?1 ORDER BY position, id";
        let mut select = self.conn.prepare_cached(sql)?;
        let all = select
            .query_map([map.0], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(i64, i64)>, _>>()?;
        let mut order: Vec<i64> = all.iter().map(|(each, _)| *each).filter(|each| *each != id.0).collect();
        order.insert(place.min(order.len()), id.0);
        for (position, each) in (0_i64..).zip(order) {
            if !all.contains(&(each, position)) {
                self.run("UPDATE story_step SET position = ?2 WHERE id = ?1", [each, position])?;
            }
        }
        Ok(())
    }
}
