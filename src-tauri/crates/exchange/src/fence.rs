//! Where a panic is an error of the file that is read.
//!
//! The readers of Parquet and of workbooks panic at some of what a damaged file can say, which is no fault of this
//! program's state: what they were reading is dropped.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};

use crate::error::ReadError;

thread_local! {
    static WITHIN: Cell<bool> = const { Cell::new(false) };
}

/// Keeps a panic that is the damage of a file from the hook for panics that is set now: the reading tells of it.
pub fn hush_damage() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !WITHIN.get() {
            hook(info);
        }
    }));
}

/// Reads something of a file.
///
/// # Errors
///
/// What the reading gives, and `damage` if it panics.
pub(crate) fn within<T>(
    read: impl FnOnce() -> Result<T, ReadError>,
    damage: impl FnOnce() -> ReadError,
) -> Result<T, ReadError> {
    WITHIN.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(read));
    WITHIN.set(false);
    outcome.unwrap_or_else(|_| Err(damage()))
}
