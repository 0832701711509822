//! The workspace file from outside: real files, real SQLite.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test, as the tests themselves do")]

mod attributes;
mod columns;
mod customers;
mod edits;
mod feelings;
mod fixture;
mod history;
mod hostile;
mod imports;
mod laws;
mod looking;
mod opening;
mod protection;
mod segments;
mod strays;
mod versions;
