//! The table `event_meaning`: what the values of events mean.

use std::collections::BTreeMap;

use model::Meaning;

use crate::tx::named;
use crate::{StoreError, Tx, Workspace};

impl Workspace {
    /// What the values of events mean, by the events' names.
    pub fn meanings(&self) -> Result<BTreeMap<String, Meaning>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT event, meaning FROM event_meaning")?;
        let mut rows = select.query([])?;
        let mut meanings = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            let meaning = Meaning::named(&name)
                .ok_or_else(|| StoreError::damaged(format!("an event means “{name}”, which nothing does")))?;
            meanings.insert(row.get(0)?, meaning);
        }
        Ok(meanings)
    }
}

impl Tx<'_> {
    /// Sets what the values of an event mean, or that they mean nothing in particular.
    pub fn set_meaning(&mut self, event: &str, meaning: Option<Meaning>) -> Result<(), StoreError> {
        named("event", event)?;
        match meaning {
            Some(meaning) => self.run(
                "INSERT INTO event_meaning (event, meaning) VALUES (?1, ?2)
                 ON CONFLICT (event) DO UPDATE SET meaning = excluded.meaning",
                (event, meaning.name()),
            )?,
            None => self.run("DELETE FROM event_meaning WHERE event = ?1", [event])?,
        };
        Ok(())
    }
}
