//! Waiting for something to become so.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a journey waits for something to be seen: generous, as machines may be busy.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// Asks again and again until there is an answer, and gives it.
///
/// # Panics
///
/// When there is none within [`PATIENCE`]; `what` says what was waited for.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain for {what}");
        sleep(Duration::from_millis(50));
    }
}
