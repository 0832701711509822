//! What the log may know: which operation, how long it took, how many, and the code of what went wrong. Titles, names,
//! keys, paths and cells have no way into it: everything noted is a number or a word of the program's own.

use std::time::Instant;

use crate::FailureCode;

/// The target of everything that is noted; a log takes nothing else, for libraries may tell of what passes through.
pub const TRACE_TARGET: &str = "touchline";

/// Carries out an operation and notes its name, how long it took and whether it was done.
pub fn noted<T, E>(op: &'static str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let begun = Instant::now();
    let result = work();
    let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: TRACE_TARGET, op, ms, done = result.is_ok());
    result
}

/// Notes that something went wrong.
pub(crate) fn note_failure(code: FailureCode) {
    tracing::warn!(target: TRACE_TARGET, ?code);
}

/// Notes how many rows an import read, took and rejected, and how many touchpoints it gave events.
pub(crate) fn note_import(read: u64, taken: u64, rejected: u64, matched: usize) {
    tracing::info!(target: TRACE_TARGET, op = "imported", read, taken, rejected, matched);
}
