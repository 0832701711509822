//! The table `segment`: its rules.

use rusqlite::{Connection, OptionalExtension, Row, params};

use model::{Rule, Segment, SegmentId, circle};

use crate::tx::{free, named};
use crate::{StoreError, Tx, Workspace};

impl Workspace {
    /// All segments, in the order in which they were added.
    pub fn segments(&self) -> Result<Vec<Segment>, StoreError> {
        all(&self.conn)
    }

    /// The rule of a segment.
    pub fn segment_rule(&self, id: SegmentId) -> Result<Rule, StoreError> {
        Tx::new(&self.conn).segment_rule(id)
    }

    /// Refuses a rule with which a segment and others would be said of each other.
    pub fn check_segment_rule(&self, id: SegmentId, rule: &Rule) -> Result<(), StoreError> {
        let tx = Tx::new(&self.conn);
        let mut rules = tx.segment_rules()?;
        rules.iter_mut().filter(|(each, _)| *each == id).for_each(|(_, each)| each.clone_from(rule));
        tx.refuse_circles(&rules)
    }
}

/// All segments, in the order in which they were added.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Segment>, StoreError> {
    let mut select = conn.prepare_cached("SELECT id, name FROM segment ORDER BY id")?;
    let segments =
        select.query_map([], |row| Ok(Segment { id: SegmentId(row.get(0)?), name: row.get(1)? }))?;
    Ok(segments.collect::<Result<_, _>>()?)
}

impl Tx<'_> {
    /// Adds a segment: the customers of whom a rule is true.
    pub fn add_segment(&mut self, name: &str, rule: &Rule) -> Result<SegmentId, StoreError> {
        self.check_segment_name(name, None)?;
        let sql = "INSERT INTO segment (name, attribute, value, rule) VALUES (?1, '', '', ?2)";
        Ok(SegmentId(self.insert(sql, params![name, written(rule)?])?))
    }

    /// Renames a segment.
    pub fn rename_segment(&mut self, id: SegmentId, name: &str) -> Result<(), StoreError> {
        self.check_segment_name(name, Some(id))?;
        self.change("segment", id.0, "UPDATE segment SET name = ?2 WHERE id = ?1", params![id.0, name])
    }

    /// Gives a segment another rule.
    pub fn set_segment_rule(&mut self, id: SegmentId, rule: &Rule) -> Result<(), StoreError> {
        let sql = "UPDATE segment SET rule = ?2, attribute = '', value = '' WHERE id = ?1";
        self.change("segment", id.0, sql, params![id.0, written(rule)?])?;
        self.check_circles()
    }

    /// Deletes a segment; its personas stay, without one.
    pub fn delete_segment(&mut self, id: SegmentId) -> Result<(), StoreError> {
        self.letting_go(|tx| {
            tx.run("UPDATE persona SET segment = NULL WHERE segment = ?1", [id.0])?;
            tx.change("segment", id.0, "DELETE FROM segment WHERE id = ?1", [id.0])
        })
    }

    /// The rule of a segment.
    pub(crate) fn segment_rule(&self, id: SegmentId) -> Result<Rule, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT id, attribute, value, rule FROM segment WHERE id = ?1")?;
        let row = select.query_row([id.0], read).optional()?;
        rule_of(row.ok_or(StoreError::Missing { what: "segment", id: id.0 })?)
    }

    /// The rules of all segments.
    pub(crate) fn segment_rules(&self) -> Result<Vec<(SegmentId, Rule)>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT id, attribute, value, rule FROM segment ORDER BY id")?;
        let rows: Vec<_> = select.query_map([], read)?.collect::<Result<_, _>>()?;
        rows.into_iter().map(|row| Ok((row.id, rule_of(row)?))).collect()
    }

    /// Refuses segments and personas that are said of each other.
    pub(crate) fn check_circles(&self) -> Result<(), StoreError> {
        self.refuse_circles(&self.segment_rules()?)
    }

    fn refuse_circles(&self, rules: &[(SegmentId, Rule)]) -> Result<(), StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT id, segment FROM persona WHERE segment IS NOT NULL")?;
        let personas: Vec<(i64, i64)> =
            select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        match circle(rules, &personas) {
            None => Ok(()),
            Some(around) => Err(StoreError::Circle(self.names_of(&around)?)),
        }
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

/// A row of the table.
struct Stored {
    id: SegmentId,
    attribute: String,
    value: String,
    rule: Option<String>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let (id, attribute, value, rule) = (SegmentId(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Stored { id, attribute, value, rule })
}

fn rule_of(row: Stored) -> Result<Rule, StoreError> {
    let Some(rule) = row.rule else { return Ok(Rule::attribute_is(&row.attribute, &row.value)) };
    let damaged = |error| StoreError::damaged(format!("the rule of segment {} is none: {error}", row.id.0));
    serde_json::from_str(&rule).map_err(damaged)
}

/// The rule as the file has it.
pub(crate) fn written(rule: &Rule) -> Result<String, StoreError> {
    if rule.depth() > Rule::DEEPEST {
        return Err(StoreError::Unsound(format!("rules are nested deeper than {}", Rule::DEEPEST)));
    }
    serde_json::to_string(rule).map_err(|error| StoreError::Unsound(error.to_string()))
}
