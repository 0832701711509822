//! Keeps what Tauri's handles share alive for as long as the app runs.

use std::mem;

use tauri::AppHandle;

/// How many handles are held: in the worst traffic that was tried, a count strayed by one in some thousand calls.
const HELD: usize = 50_000;

/// Holds so many handles that what they share is never freed.
///
/// Handles are cloned and dropped on all threads, and one of the counts of who shares what they stand for, that of
/// `tao`'s list of windows, is no atomic one. Each time that two threads change it at once it strays, and when it came
/// to nothing the list was freed while it was in use.
pub fn hold(app: &AppHandle) {
    for _ in 0..HELD {
        mem::forget(app.clone());
    }
}
