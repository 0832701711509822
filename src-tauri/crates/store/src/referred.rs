//! What rules of segments refer to, and what becomes of the rules when it is deleted.

use model::{PersonaOrSegment, Reference, Referent, Rule, SegmentId};

use crate::{StoreError, Tx, Workspace};

impl Workspace {
    /// The names of segments and personas; empty for one that is gone.
    pub fn names_of(&self, all: &[PersonaOrSegment]) -> Result<Vec<String>, StoreError> {
        Tx::new(&self.conn).names_of(all)
    }
}

impl Tx<'_> {
    /// Deletes something. Rules that refer to it say its name from now on, which is true of nobody: its id may come to
    /// belong to something else.
    pub(crate) fn letting_go<T>(
        &mut self,
        delete: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let referring = self.referring()?;
        let done = delete(self)?;
        for (segment, mut rule, names) in referring {
            if self.let_go(&mut rule, names)? {
                // The segment may be what was deleted.
                self.run(
                    "UPDATE segment SET rule = ?2 WHERE id = ?1",
                    (segment.0, crate::segment::written(&rule)?),
                )?;
            }
        }
        Ok(done)
    }

    /// The rules that refer to something, each with the names of all that it refers to, in order.
    fn referring(&self) -> Result<Vec<(SegmentId, Rule, Vec<String>)>, StoreError> {
        let mut referring = Vec::new();
        for (segment, mut rule) in self.segment_rules()? {
            let mut names = Vec::new();
            rule.each_reference(&mut |referent, reference| {
                if let Some(table) = table_of(referent) {
                    names.push(self.name_of(table, reference)?.unwrap_or_default());
                }
                Ok::<_, StoreError>(())
            })?;
            if !names.is_empty() {
                referring.push((segment, rule, names));
            }
        }
        Ok(referring)
    }

    /// Puts names in the place of what is not there any more, and says whether there was any.
    fn let_go(&self, rule: &mut Rule, names: Vec<String>) -> Result<bool, StoreError> {
        let (mut names, mut changed) = (names.into_iter(), false);
        rule.each_reference(&mut |referent, reference| {
            let Some(table) = table_of(referent) else { return Ok(()) };
            let name = names.next().unwrap_or_default();
            if reference.id().is_some() && self.name_of(table, reference)?.is_none() {
                *reference = Reference::Name(name);
                changed = true;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(changed)
    }

    pub(crate) fn names_of(&self, all: &[PersonaOrSegment]) -> Result<Vec<String>, StoreError> {
        let name = |each: &PersonaOrSegment| {
            let (table, id) = match each {
                PersonaOrSegment::Persona(id) => (PERSONA, *id),
                PersonaOrSegment::Segment(id) => (SEGMENT, *id),
            };
            Ok(self.name_of(table, &Reference::Id(id))?.unwrap_or_default())
        };
        all.iter().map(name).collect()
    }

    fn name_of(&self, sql: &str, reference: &Reference) -> Result<Option<String>, StoreError> {
        match reference {
            Reference::Id(id) => self.text(sql, [id]),
            Reference::Name(name) => Ok(Some(name.clone())),
        }
    }
}

const PERSONA: &str = "SELECT name FROM persona WHERE id = ?1";
const SEGMENT: &str = "SELECT name FROM segment WHERE id = ?1";

/// What gives the name of something by its id; nothing for customers, whose ids are never used again.
fn table_of(referent: Referent<'_>) -> Option<&'static str> {
    match referent {
        Referent::Map => Some("SELECT title FROM map WHERE id = ?1"),
        Referent::Touchpoint(_) => Some("SELECT title FROM touchpoint WHERE id = ?1"),
        Referent::Stage(_) => Some("SELECT title FROM stage WHERE id = ?1"),
        Referent::Persona => Some(PERSONA),
        Referent::Segment => Some(SEGMENT),
        Referent::Customer => None,
    }
}
