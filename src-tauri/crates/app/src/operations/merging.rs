//! Operations on which customers are one person.

use model::CustomerId;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Merges customers who are one person, whoever stands for each person first. Whatever sources say of the others, now or
/// later, is the first one's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MergeCustomers {
    /// The customers that each person is.
    pub people: Vec<Vec<CustomerId>>,
}

impl Operation for MergeCustomers {
    const LABEL: &'static str = "merge_customers";
    const TOUCHES: &'static [Part] = &[Part::Customers, Part::Counts, Part::Numbers];

    fn subject(&self, _: &Scope<'_>) -> String {
        String::new()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        for person in &self.people {
            tx.merge_customers(person)?;
        }
        Ok(None)
    }
}

/// Makes those who were merged into a customer others again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeparateCustomer {
    /// Who stands for them.
    pub customer: CustomerId,
    /// The key of the one to separate; without one, all.
    pub key: Option<String>,
}

impl Operation for SeparateCustomer {
    const LABEL: &'static str = "separate_customer";
    const TOUCHES: &'static [Part] = &[Part::Customers, Part::Counts, Part::Numbers];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.key.clone().unwrap_or_default()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.separate_customer(self.customer, self.key.as_deref())?;
        Ok(None)
    }
}
