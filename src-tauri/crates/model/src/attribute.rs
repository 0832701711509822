//! What is known of customers besides what they did: one typed column for each attribute.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Form, Moment, Texts};

/// What the values of an attribute are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// Text.
    Text,
    /// Numbers.
    Number,
    /// Dates, perhaps with a time.
    Date,
}

/// An attribute of the stored customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Attribute {
    /// Its name, as the sources have it.
    pub name: String,
    /// What its values are.
    pub kind: AttributeKind,
}

/// What the texts of a column say.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// Just what they are.
    Text,
    /// A number for each text.
    Numbers(Vec<f64>),
    /// A date for each text: what calendar and clock show in the workspace's zone, as milliseconds since they showed
    /// 1970.
    Dates(Vec<i64>),
}

/// One attribute of all stored customers: each different value once, and for each customer which it has.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeColumn {
    /// The different values, as the sources write them.
    pub texts: Texts,
    /// What they say.
    pub typed: Typed,
    /// For each customer, in the order of their ids: 0 for no value, else the place of its value, counted from 1.
    pub codes: Vec<u32>,
}

impl AttributeColumn {
    /// The column of values that all have a form; `wall` gives what calendar and clock show in the workspace's zone
    /// at an instant.
    pub fn new(texts: Texts, codes: Vec<u32>, form: Option<Form>, wall: &dyn Fn(i64) -> i64) -> Self {
        let typed = match form.map(|form| (form, form.kind())) {
            Some((form, AttributeKind::Number)) => {
                // Every value has the form, so there is no text without a number.
                Typed::Numbers(texts.iter().map(|text| form.number(text).unwrap_or(f64::NAN)).collect())
            }
            Some((form, AttributeKind::Date)) => {
                let date = |text| match form.moment(text) {
                    Some(Moment::Wall(at)) => at,
                    Some(Moment::Utc(at)) => wall(at),
                    None => i64::MIN,
                };
                Typed::Dates(texts.iter().map(date).collect())
            }
            Some((_, AttributeKind::Text)) | None => Typed::Text,
        };
        Self { texts, typed, codes }
    }

    /// What the values are.
    pub fn kind(&self) -> AttributeKind {
        match self.typed {
            Typed::Text => AttributeKind::Text,
            Typed::Numbers(_) => AttributeKind::Number,
            Typed::Dates(_) => AttributeKind::Date,
        }
    }

    /// The value of a customer, by its place among all customers.
    pub fn value(&self, customer: usize) -> Option<&str> {
        let code = *self.codes.get(customer)?;
        (code > 0).then(|| self.texts.get(code as usize - 1))
    }

    /// How many customers have each of the different values.
    pub fn counts(&self) -> Vec<u64> {
        let mut counts = vec![0; self.texts.len()];
        for &code in self.codes.iter().filter(|&&code| code > 0) {
            counts[code as usize - 1] += 1;
        }
        counts
    }
}
