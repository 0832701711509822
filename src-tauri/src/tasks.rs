//! Long tasks: the window hears how far they are, and can stop them.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::{Phase, Progress};
use tauri::ipc::Channel;
use tauri::{Manager, WebviewWindow};

use crate::open::Open;

/// How often the window hears how far a task is.
const BEAT: Duration = Duration::from_millis(80);

/// Asks the task that the window waits for, and those behind it, to stop. It is not async, so that it waits for nothing.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn cancel_tasks(window: WebviewWindow) {
    window.state::<Open>().cancel(window.label());
}

/// Starts a task: what it calls to tell the window how far it is, and to hear whether it should go on.
pub fn reporter(
    window: &WebviewWindow,
    progress: Channel<Progress>,
) -> impl Fn(Progress) -> bool + Sync + use<> {
    let task = window.state::<Open>().start(window.label());
    let told: Mutex<Option<(Phase, Instant)>> = Mutex::new(None);
    move |now| {
        let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
        let due = told.is_none_or(|(phase, at)| phase != now.phase || at.elapsed() >= BEAT);
        if due {
            *told = Some((now.phase, Instant::now()));
            // A window that no longer listens is closing; the task is cancelled then.
            let _ = progress.send(now);
        }
        !task.is_cancelled()
    }
}
