//! All customers and all interactions, one after the other, to be written elsewhere. No more of them is in memory than
//! a stretch.

use rusqlite::Row;
use rustc_hash::FxHashMap;

use model::CustomerId;

use crate::dictionary::{CHANNEL, CURRENCY, Dictionary, EVENT};
use crate::{Customer, StoreError, Workspace, merged};

/// How many customers are read at once. All that imports say of customers is gone through for each stretch.
const STRETCH: i64 = 50_000;

/// An interaction with the key of its customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contact<'a> {
    /// The key of the customer.
    pub customer: &'a str,
    /// When, UTC milliseconds.
    pub at: i64,
    /// Whether the source gave a date only, so that `at` is midnight in the zone in which it was read.
    pub date_only: bool,
    /// The event's name.
    pub event: &'a str,
    /// The channel, if the source has one.
    pub channel: Option<&'a str>,
    /// The value, if the source has one.
    pub value: Option<f64>,
    /// The currency of the value.
    pub currency: Option<&'a str>,
}

impl Workspace {
    /// Gives all customers with all their attributes, in the order in which they came to be known.
    pub fn each_customer<E: From<StoreError>>(
        &self,
        mut give: impl FnMut(&Customer) -> Result<(), E>,
    ) -> Result<(), E> {
        let (merged, mut after) = (self.merged()?, 0);
        loop {
            let mut ids = self.customers_after(after)?;
            let Some(last) = ids.last() else { return Ok(()) };
            after = last.0;
            ids.retain(|customer| !merged.is_alias(customer.0));
            self.customers(&ids)?.iter().try_for_each(&mut give)?;
        }
    }

    fn customers_after(&self, after: i64) -> Result<Vec<CustomerId>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT id FROM customer WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let ids = select.query_map([after, STRETCH], |row| Ok(CustomerId(row.get(0)?)))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Gives all interactions, each customer's in the order in which they are counted: by instant, then by the order in
    /// the source, then by import.
    pub fn each_contact<E: From<StoreError>>(
        &self,
        mut give: impl FnMut(&Contact<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let names = Names::of(self)?;
        let (mut of, mut key) = (0, String::new());
        let columns = "at, date_only, event, channel, value, currency";
        merged::each_interaction(&self.conn, &*self.merged()?, columns, |customer, row| {
            let contact = names.contact(row)?;
            if customer != of {
                (of, key) = (customer, self.key_of(CustomerId(customer))?);
            }
            give(&Contact { customer: &key, ..contact })
        })
    }

    fn key_of(&self, customer: CustomerId) -> Result<String, StoreError> {
        let key = self.keys(&[customer])?.pop();
        key.ok_or_else(|| {
            StoreError::damaged(format!("interactions are of customer {}, who is not there", customer.0))
        })
    }
}

/// The names of the dictionaries by their ids.
struct Names {
    events: FxHashMap<i64, String>,
    channels: FxHashMap<i64, String>,
    currencies: FxHashMap<i64, String>,
}

impl Names {
    fn of(workspace: &Workspace) -> Result<Self, StoreError> {
        let named = |dictionary: Dictionary| {
            Ok::<_, StoreError>(dictionary.names(&workspace.conn)?.into_iter().collect())
        };
        Ok(Self { events: named(EVENT)?, channels: named(CHANNEL)?, currencies: named(CURRENCY)? })
    }

    /// An interaction; whose it is is not known yet.
    fn contact(&self, row: &Row<'_>) -> Result<Contact<'_>, StoreError> {
        Ok(Contact {
            customer: "",
            at: row.get(1)?,
            date_only: row.get(2)?,
            event: named(&self.events, row.get(3)?)?,
            channel: row.get::<_, Option<i64>>(4)?.map(|id| named(&self.channels, id)).transpose()?,
            value: row.get(5)?,
            currency: row.get::<_, Option<i64>>(6)?.map(|id| named(&self.currencies, id)).transpose()?,
        })
    }
}

fn named(names: &FxHashMap<i64, String>, id: i64) -> Result<&str, StoreError> {
    let name = names.get(&id).map(String::as_str);
    name.ok_or_else(|| StoreError::damaged(format!("an interaction has the name {id}, which is not there")))
}
