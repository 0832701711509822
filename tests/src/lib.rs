//! What the suites share. The suites themselves are the test targets of this package.

#[cfg(feature = "e2e")]
pub mod e2e;
pub mod generate;
