//! What a column can be.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a column is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The key of the customer.
    Customer,
    /// The name of the event.
    Event,
    /// The instant.
    Time,
    /// The channel.
    Channel,
    /// The value.
    Value,
    /// The currency of the value.
    Currency,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Customer => "customer",
            Self::Event => "event",
            Self::Time => "time",
            Self::Channel => "channel",
            Self::Value => "value",
            Self::Currency => "currency",
        })
    }
}
