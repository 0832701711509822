//! Which column of a source is what.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::ReadError;
use crate::role::Role;
use crate::stages::StageDate;

/// The columns of a source of interactions, by their names. What is `None` is guessed when it is asked for,
/// and is not there when it is told. An empty name leaves the column out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct InteractionColumns {
    /// The key of the customer. Needed.
    pub customer: Option<String>,
    /// The name of the event. Needed.
    pub event: Option<String>,
    /// The instant. Needed.
    pub time: Option<String>,
    /// The channel.
    pub channel: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// The currency of the value.
    pub currency: Option<String>,
    /// The event of every row, where no column says it.
    #[serde(default)]
    pub every: Option<String>,
    /// The columns with the dates of stages, in the order of the stages; where there are some, each date of a row is an
    /// interaction and no other column is read but the customer.
    #[serde(default)]
    pub stages: Vec<StageDate>,
}

/// The columns of a source of customers, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct CustomerColumns {
    /// The key by which the source knows the customer; `None` if it is not recognised.
    pub key: Option<String>,
    /// The name to show: no column, one, or first and last name to be joined by a space.
    pub name: Vec<String>,
    /// The attributes, in the order of the columns.
    pub attributes: Vec<Attribute>,
}

/// An attribute of customers and the column it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename = "ColumnAttribute")]
pub struct Attribute {
    /// The name of the attribute.
    pub field: String,
    /// The column.
    pub column: String,
}

/// The position of a column that was given by name.
pub(crate) fn position(header: &[String], name: &str) -> Result<usize, ReadError> {
    let unknown = || ReadError::UnknownColumn { name: name.to_owned(), columns: header.to_vec() };
    header.iter().position(|column| column == name.trim()).ok_or_else(unknown)
}

/// The position of each role's column in a source of interactions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Positions {
    pub customer: usize,
    /// `None` where every row is the same event.
    pub event: Option<usize>,
    /// `None` where each row has dates of stages.
    pub time: Option<usize>,
    pub channel: Option<usize>,
    pub value: Option<usize>,
    pub currency: Option<usize>,
    /// The dates of stages.
    pub stages: Vec<usize>,
}

impl Positions {
    /// The positions of named columns.
    pub fn of(columns: &InteractionColumns, header: &[String]) -> Result<Self, ReadError> {
        let optional = |name: &Option<String>| {
            let given = name.as_deref().filter(|name| !name.trim().is_empty());
            given.map(|name| position(header, name)).transpose()
        };
        let needed = |name: &Option<String>, role| {
            let missing = ReadError::MissingColumn { role, columns: header.to_vec() };
            optional(name)?.ok_or(missing)
        };
        let stages = columns.stages.iter().map(|stage| position(header, &stage.column));
        let stages = stages.collect::<Result<Vec<_>, _>>()?;
        if !stages.is_empty() {
            let customer = needed(&columns.customer, Role::Customer)?;
            let (event, time, channel, value, currency) = Default::default();
            return Ok(Self { customer, event, time, channel, value, currency, stages });
        }
        Ok(Self {
            customer: needed(&columns.customer, Role::Customer)?,
            event: match columns.every {
                Some(_) => None,
                None => Some(needed(&columns.event, Role::Event)?),
            },
            time: Some(needed(&columns.time, Role::Time)?),
            channel: optional(&columns.channel)?,
            value: optional(&columns.value)?,
            currency: optional(&columns.currency)?,
            stages,
        })
    }

    /// The names of the columns at these positions.
    pub fn names(&self, header: &[String], given: &InteractionColumns) -> InteractionColumns {
        let name = |at: usize| header[at].clone();
        InteractionColumns {
            customer: Some(name(self.customer)),
            event: self.event.map(name),
            time: self.time.map(name),
            channel: self.channel.map(name),
            value: self.value.map(name),
            currency: self.currency.map(name),
            every: given.every.clone(),
            stages: given.stages.clone(),
        }
    }
}
