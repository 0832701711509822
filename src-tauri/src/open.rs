//! The workspace that the window shows, and how commands get at it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use app::{AppError, Cancel, Failure, FailureCode, Overview, Session};
use tauri::{AppHandle, Manager};

/// The open workspace, if any.
#[derive(Default)]
pub struct Open {
    session: Mutex<Option<Session>>,
    // Outside the lock, which an import holds for as long as it runs.
    tasks: Mutex<Vec<Weak<AtomicBool>>>,
    // Outside the lock too, which a count holds.
    count: Mutex<Cancel>,
    trial: Mutex<Cancel>,
}

/// A long task under way, or waiting for another. It is asked to stop for itself: what starts later revives nothing.
pub struct Task(Arc<AtomicBool>);

impl Task {
    /// Whether the task was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Open {
    /// The session behind its lock. A command that panicked has rolled its transaction back, so what it left behind
    /// is sound.
    fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the long tasks under way, and those that wait, to stop; they leave nothing behind.
    pub fn cancel(&self) {
        for task in self.tasks().drain(..).filter_map(|task| task.upgrade()) {
            task.store(true, Ordering::Relaxed);
        }
    }

    /// Starts a long task that [`Open::cancel`] stops.
    pub fn start(&self) -> Task {
        let task = Arc::new(AtomicBool::new(false));
        let mut tasks = self.tasks();
        tasks.retain(|task| task.strong_count() > 0);
        tasks.push(Arc::downgrade(&task));
        Task(task)
    }

    fn tasks(&self) -> MutexGuard<'_, Vec<Weak<AtomicBool>>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a count that [`Open::stop_counting`] stops.
    pub fn start_counting(&self) -> Cancel {
        let cancel = Cancel::default();
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) = cancel.clone();
        cancel
    }

    /// Stops the count that started last; what it was for then fails, and changes nothing.
    pub fn stop_counting(&self) {
        self.count.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }

    /// Starts the trial of a rule, and stops the one before: only the newest is wanted.
    pub fn start_trial(&self) -> Cancel {
        let cancel = Cancel::default();
        let mut trial = self.trial.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *trial, cancel.clone()).cancel();
        cancel
    }

    /// Closes the workspace.
    pub fn close(&self) {
        self.cancel();
        self.stop_counting();
        *self.session() = None;
    }

    /// What the workspace holds, if one is open.
    pub fn overview(&self) -> Result<Option<Overview>, AppError> {
        self.session().as_ref().map(Session::overview).transpose()
    }

    /// Puts the workspace that `open` gives in the place of the one that is open, which stays if `open` fails. One
    /// that is open already is not opened a second time.
    pub fn replace(
        &self,
        path: &Path,
        open: impl FnOnce(&Path) -> Result<Session, AppError>,
    ) -> Result<Overview, AppError> {
        let mut session = self.session();
        if let Some(already) = session.as_ref() {
            let overview = already.overview()?;
            if is_same_file(Path::new(&overview.path), path) {
                return Ok(overview);
            }
        }
        let opened = open(path)?;
        let overview = opened.overview()?;
        *session = Some(opened);
        Ok(overview)
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Carries out work that may take a while away from the window's thread.
pub async fn apart<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&Open) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tauri::async_runtime::spawn_blocking(move || work(&app.state::<Open>())).await;
    done.unwrap_or_else(|_| {
        Err(Failure::plain(
            FailureCode::Unexpected,
            "Something went wrong inside Touchline; nothing was changed.",
        ))
    })
}

/// Carries out work on the open workspace, away from the window's thread.
pub async fn on_session<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&mut Session) -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    let work = |open: &Open| match open.session().as_mut() {
        Some(session) => Ok(work(session)?),
        None => Err(Failure::plain(FailureCode::NoWorkspace, "No workspace is open.")),
    };
    apart(app, work).await
}

/// Shows something on the open workspace; [`Open::stop_counting`] stops its counts.
pub async fn counting<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&mut Session) -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    let cancel = app.state::<Open>().start_counting();
    on_session(app, move |session| session.heeding(cancel, work)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_count_that_started_last_is_stopped() {
        let open = Open::default();
        let (first, second) = (open.start_counting(), open.start_counting());
        open.stop_counting();
        let third = open.start_counting();
        assert!(!first.is_cancelled() && second.is_cancelled() && !third.is_cancelled());
    }

    #[test]
    fn a_trial_stops_the_one_before_and_no_count() {
        let open = Open::default();
        let (count, first) = (open.start_counting(), open.start_trial());
        let second = open.start_trial();
        open.stop_counting();
        assert!(count.is_cancelled() && first.is_cancelled() && !second.is_cancelled());
    }

    #[test]
    fn a_task_that_starts_later_does_not_revive_a_cancelled_one() {
        let open = Open::default();
        let (first, second) = (open.start(), open.start());
        open.cancel();
        let third = open.start();
        assert!(first.is_cancelled() && second.is_cancelled());
        assert!(!third.is_cancelled());
    }
}
