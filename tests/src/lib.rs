//! What the suites share. The suites themselves are the test targets of this package.

pub mod contacts;
#[cfg(feature = "e2e")]
pub mod e2e;
pub mod floor;
pub mod generate;
#[cfg(test)]
mod promises;
