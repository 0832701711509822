//! The table `segment`, and which customers are in one.

use rusqlite::{OptionalExtension, params};

use model::{CustomerId, Segment, SegmentId};

use crate::tx::{free, named};
use crate::{StoreError, Tx, Workspace};

impl Workspace {
    /// All segments, in the order in which they were added.
    pub fn segments(&self) -> Result<Vec<Segment>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT id, name, attribute, value FROM segment ORDER BY id")?;
        let segments = select.query_map([], |row| {
            Ok(Segment {
                id: SegmentId(row.get(0)?),
                name: row.get(1)?,
                attribute: row.get(2)?,
                value: row.get(3)?,
            })
        })?;
        Ok(segments.collect::<Result<_, _>>()?)
    }

    /// The customers in a segment, by row; those without interactions as well.
    pub fn members(&self, id: SegmentId) -> Result<Vec<CustomerId>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT attribute, value FROM segment WHERE id = ?1")?;
        let rule: Option<(String, String)> =
            select.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((attribute, value)) = rule else {
            return Err(StoreError::Missing { what: "segment", id: id.0 });
        };
        let customers = self.roll()?;
        let Some(column) = self.attribute_column(&attribute, &customers, &|at| at)? else {
            return Ok(Vec::new());
        };
        let Some(wanted) = column.texts.iter().position(|text| text == value) else { return Ok(Vec::new()) };
        let has = |place: usize| column.codes[place] as usize == wanted + 1;
        Ok((0..customers.len()).filter(|&place| has(place)).map(|place| customers[place]).collect())
    }
}

impl Tx<'_> {
    /// Adds a segment: the customers whose attribute has a value.
    pub fn add_segment(&mut self, name: &str, attribute: &str, value: &str) -> Result<SegmentId, StoreError> {
        self.check_segment_name(name, None)?;
        let sql = "INSERT INTO segment (name, attribute, value) VALUES (?1, ?2, ?3)";
        Ok(SegmentId(self.insert(sql, params![name, attribute, value])?))
    }

    /// Renames a segment.
    pub fn rename_segment(&mut self, id: SegmentId, name: &str) -> Result<(), StoreError> {
        self.check_segment_name(name, Some(id))?;
        self.change("segment", id.0, "UPDATE segment SET name = ?2 WHERE id = ?1", params![id.0, name])
    }

    /// Deletes a segment; its personas stay, without one.
    pub fn delete_segment(&mut self, id: SegmentId) -> Result<(), StoreError> {
        self.run("UPDATE persona SET segment = NULL WHERE segment = ?1", [id.0])?;
        self.change("segment", id.0, "DELETE FROM segment WHERE id = ?1", [id.0])
    }

    /// Sees that the workspace has a segment.
    pub(crate) fn check_segment(&self, id: Option<SegmentId>) -> Result<(), StoreError> {
        let Some(id) = id else { return Ok(()) };
        match self.number("SELECT id FROM segment WHERE id = ?1", [id.0])? {
            Some(_) => Ok(()),
            None => Err(StoreError::Missing { what: "segment", id: id.0 }),
        }
    }

    fn check_segment_name(&self, name: &str, of: Option<SegmentId>) -> Result<(), StoreError> {
        named("segment", name)?;
        let sql = "SELECT id FROM segment WHERE name = ?1 AND id IS NOT ?2";
        free("segment", name, self.number(sql, params![name, of.map(|id| id.0)])?)
    }
}
