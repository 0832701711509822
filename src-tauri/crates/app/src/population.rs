//! The stored customers, their attributes and what else their interactions have, as far as they have been asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{AttributeColumn, CustomerId, Labels, Marks, Ranks};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::doubles::{Doubles, Likeness};
use crate::{AppError, Column, Session, when};

/// How many values of an attribute are offered.
const VALUES_OFFERED: usize = 100;

/// Longer values than this are free text, which nobody chooses from a list.
const LONGEST_OFFERED: usize = 200;

/// How many orders are kept.
const ORDERS_KEPT: usize = 8;

/// A value of an attribute and how many customers have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttributeValue {
    /// The value, as a source writes it.
    pub value: String,
    /// How many customers have it.
    #[specta(type = Number)]
    pub customers: u64,
}

/// What is known of the customers; it is read when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Population {
    roll: Option<Arc<Vec<CustomerId>>>,
    columns: BTreeMap<String, Option<Arc<AttributeColumn>>>,
    ranks: BTreeMap<Column, Arc<Ranks>>,
    has_names: Option<bool>,
    channels: Option<Arc<Labels>>,
    currencies: Option<Arc<Labels>>,
    values: Option<Arc<Vec<f64>>>,
    marks: Option<Arc<Marks>>,
    doubles: BTreeMap<Likeness, Arc<Doubles>>,
}

impl Population {
    /// Who is alike in some way, if that is known.
    pub(crate) fn doubles(&self, likeness: Likeness) -> Option<Arc<Doubles>> {
        self.doubles.get(&likeness).map(Arc::clone)
    }

    /// Keeps who is alike in some way.
    pub(crate) fn keep_doubles(&mut self, likeness: Likeness, doubles: &Arc<Doubles>) {
        self.doubles.insert(likeness, Arc::clone(doubles));
    }

    /// Where each customer stands in an order, if that is known.
    pub(crate) fn ranks(&self, by: &Column) -> Option<Arc<Ranks>> {
        self.ranks.get(by).map(Arc::clone)
    }

    /// Keeps where each customer stands in an order.
    pub(crate) fn keep_ranks(&mut self, by: &Column, ranks: &Arc<Ranks>) {
        if self.ranks.len() >= ORDERS_KEPT {
            self.ranks.clear();
        }
        self.ranks.insert(by.clone(), Arc::clone(ranks));
    }
}

impl Session {
    /// All customers by row.
    pub(crate) fn roll(&mut self) -> Result<Arc<Vec<CustomerId>>, AppError> {
        if let Some(roll) = &self.population.roll {
            return Ok(Arc::clone(roll));
        }
        let roll = Arc::new(self.workspace.roll()?);
        self.population.roll = Some(Arc::clone(&roll));
        Ok(roll)
    }

    /// Whether any customer has a name.
    pub(crate) fn has_names(&mut self) -> Result<bool, AppError> {
        if let Some(has_names) = self.population.has_names {
            return Ok(has_names);
        }
        let has_names = self.workspace.has_names()?;
        self.population.has_names = Some(has_names);
        Ok(has_names)
    }

    /// An attribute of the customers in [`roll`](Self::roll), in its order; `None` if no customer has it.
    pub(crate) fn attribute(&mut self, name: &str) -> Result<Option<Arc<AttributeColumn>>, AppError> {
        if let Some(column) = self.population.columns.get(name) {
            return Ok(column.clone());
        }
        let roll = self.roll()?;
        let zone = self.zone;
        let wall = |at| when::wall(at, zone);
        let column = self.workspace.attribute_column(name, &roll, &wall)?.map(Arc::new);
        self.population.columns.insert(name.to_owned(), column.clone());
        Ok(column)
    }

    /// The channel of each interaction.
    pub(crate) fn channels(&mut self) -> Result<Arc<Labels>, AppError> {
        if let Some(channels) = &self.population.channels {
            return Ok(Arc::clone(channels));
        }
        let channels = Arc::new(self.workspace.interaction_channels()?);
        self.population.channels = Some(Arc::clone(&channels));
        Ok(channels)
    }

    /// The currency of each interaction.
    pub(crate) fn currencies(&mut self) -> Result<Arc<Labels>, AppError> {
        if let Some(currencies) = &self.population.currencies {
            return Ok(Arc::clone(currencies));
        }
        let currencies = Arc::new(self.workspace.interaction_currencies()?);
        self.population.currencies = Some(Arc::clone(&currencies));
        Ok(currencies)
    }

    /// The value of each interaction, NaN for none.
    pub(crate) fn values(&mut self) -> Result<Arc<Vec<f64>>, AppError> {
        if let Some(values) = &self.population.values {
            return Ok(Arc::clone(values));
        }
        let values = Arc::new(self.workspace.interaction_values()?);
        self.population.values = Some(Arc::clone(&values));
        Ok(values)
    }

    /// What else is known of each interaction.
    pub(crate) fn marks(&mut self) -> Result<Arc<Marks>, AppError> {
        if let Some(marks) = &self.population.marks {
            return Ok(Arc::clone(marks));
        }
        let cancel = self.cancel();
        let marks = Arc::new(self.workspace.interaction_marks(&|| !cancel.is_cancelled())?);
        self.population.marks = Some(Arc::clone(&marks));
        Ok(marks)
    }

    /// The most frequent values of an attribute that have a text in them, in whatever case: at most 100, the most
    /// frequent first.
    pub fn attribute_values(&mut self, name: &str, search: &str) -> Result<Vec<AttributeValue>, AppError> {
        let Some(column) = self.attribute(name)? else { return Ok(Vec::new()) };
        let search = search.to_lowercase();
        let mut values: Vec<(u64, &str)> = column.counts().into_iter().zip(column.texts.iter()).collect();
        values.retain(|(count, value)| {
            *count > 0
                && value.len() <= LONGEST_OFFERED
                && (search.is_empty() || value.to_lowercase().contains(&search))
        });
        values.sort_unstable_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.cmp(second)));
        values.truncate(VALUES_OFFERED);
        let offered = |(customers, value): (u64, &str)| AttributeValue { value: value.to_owned(), customers };
        Ok(values.into_iter().map(offered).collect())
    }
}
