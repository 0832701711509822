//! What customers will still spend: a projection, never mixed with what was observed.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

/// A customer's purchases as Fader and Hardie summarise them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Summary {
    /// Frequency: days with a purchase after the first.
    pub repeats: u32,
    /// Recency: days from the first purchase to the last.
    pub recency: u32,
    /// T: days from the first purchase to the end of the data.
    pub age: u32,
    /// The mean amount of a repeat day; 0 without repeats.
    #[specta(type = Number)]
    pub mean: f64,
}

/// The parameters of BG/NBD, time in weeks, and of Gamma-Gamma, as they fit the data.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Parameters {
    /// The shape of the purchase rates.
    #[specta(type = Number)]
    pub r: f64,
    /// Their scale, in weeks.
    #[specta(type = Number)]
    pub alpha: f64,
    /// The first shape of the chance to leave after a purchase.
    #[specta(type = Number)]
    pub a: f64,
    /// The second shape of that chance.
    #[specta(type = Number)]
    pub b: f64,
    /// The shape of amounts around a customer's mean.
    #[specta(type = Number)]
    pub p: f64,
    /// The shape of customers' means.
    #[specta(type = Number)]
    pub q: f64,
    /// The scale of customers' means.
    #[specta(type = Number)]
    pub gamma: f64,
}

/// What customers will spend in the year after the end of the data.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Projection {
    /// How many customers bought something up to then.
    #[specta(type = Number)]
    pub buyers: u64,
    /// How many of them more than once.
    #[specta(type = Number)]
    pub repeaters: u64,
    /// The parameters.
    pub parameters: Parameters,
    /// The purchases that a customer is expected to make in that year.
    #[specta(type = Number)]
    pub purchases: f64,
    /// What a customer is expected to spend in that year.
    #[specta(type = Number)]
    pub value: f64,
}

/// With fewer customers who bought more than once, nothing is projected.
pub const REPEATERS: u64 = 100;
