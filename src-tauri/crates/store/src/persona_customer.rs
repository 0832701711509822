//! The table `persona_customer`: customers whom a persona stands for, or does not, whatever its segment says.

use model::{CustomerId, PersonaId};
use rusqlite::params;

use crate::{StoreError, Tx, Workspace};

/// The hand-picked and the hand-excluded customers of a persona, by row and each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ByHand {
    /// It stands for these.
    pub picked: Vec<CustomerId>,
    /// It does not stand for these.
    pub excluded: Vec<CustomerId>,
}

impl ByHand {
    /// Whether nobody was picked or excluded.
    pub fn is_empty(&self) -> bool {
        self.picked.is_empty() && self.excluded.is_empty()
    }
}

impl Workspace {
    /// Whom a persona stands for, or does not, by hand. Who is merged counts as who stands for it; where both was said of
    /// one person, it is picked.
    pub fn by_hand(&self, persona: PersonaId) -> Result<ByHand, StoreError> {
        let sql = "SELECT customer.id, picked FROM persona_customer JOIN customer ON customer.key = persona_customer.customer
                   WHERE persona = ?1";
        let mut select = self.conn.prepare_cached(sql)?;
        let mut rows = select.query([persona.0])?;
        let mut by_hand = ByHand::default();
        let merged = self.merged()?;
        while let Some(row) = rows.next()? {
            let customer = CustomerId(merged.kept(row.get(0)?));
            if row.get(1)? { by_hand.picked.push(customer) } else { by_hand.excluded.push(customer) }
        }
        for list in [&mut by_hand.picked, &mut by_hand.excluded] {
            list.sort_unstable();
            list.dedup();
        }
        let picked = by_hand.picked.clone();
        by_hand.excluded.retain(|customer| picked.binary_search(customer).is_err());
        Ok(by_hand)
    }
}

impl Tx<'_> {
    /// Says whether a persona stands for some customers; `None` leaves it to its segment.
    pub fn set_by_hand(
        &mut self,
        persona: PersonaId,
        customers: &[CustomerId],
        picked: Option<bool>,
    ) -> Result<(), StoreError> {
        self.check_persona(Some(persona))?;
        for customer in customers {
            let missing = StoreError::Missing { what: "customer", id: customer.0 };
            let key = self.text("SELECT key FROM customer WHERE id = ?1", [customer.0])?.ok_or(missing)?;
            // Also what was said of another key of the person.
            self.run(
                "DELETE FROM persona_customer WHERE persona = ?1 AND (customer = ?2
                     OR customer IN (SELECT alias FROM merged_key WHERE kept = ?2))",
                params![persona.0, key],
            )?;
            if let Some(picked) = picked {
                let sql = "INSERT INTO persona_customer (persona, customer, picked) VALUES (?1, ?2, ?3)";
                self.run(sql, params![persona.0, key, picked])?;
            }
        }
        Ok(())
    }
}
