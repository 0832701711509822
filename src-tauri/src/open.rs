//! The workspace that the windows show, and how commands get at it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use app::{
    AppError, BackupReason, Cancel, Failure, FailureCode, Overview, Protection, Session, Unlocked,
    Unrestored, noted,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{Manager, WebviewWindow, Wry};
use tauri_specta::Event;

/// Tells a window that another has changed something; it answers with the command `catch_up`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct ChangedElsewhere;

/// The open workspace, if any.
#[derive(Default)]
pub struct Open {
    session: Mutex<Option<Session>>,
    // Outside the lock, which an import holds for as long as it runs; each with the window that waits for it.
    tasks: Mutex<Vec<(String, Weak<AtomicBool>)>>,
    // Outside the lock too, which a count holds; the last of each window.
    counts: Mutex<BTreeMap<String, Cancel>>,
    trials: Mutex<BTreeMap<String, Cancel>>,
    // And what is counted beside a map: the last of each kind of each window.
    asides: Mutex<BTreeMap<(String, &'static str), Cancel>>,
    /// What was unlocked last, until a workspace is opened or closed: between the passphrase and that there may be a
    /// question about the log.
    unlocked: Mutex<Option<Unlocked>>,
    /// Whether it was told that the workspace cannot be backed up as it should be.
    told_unsaved: AtomicBool,
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

    /// Asks the long tasks that a window waits for to stop; they leave nothing behind.
    pub fn cancel(&self, window: &str) {
        self.cancel_where(|each| each == window);
    }

    fn cancel_where(&self, stops: impl Fn(&str) -> bool) {
        self.tasks().retain(|(window, task)| {
            let Some(task) = task.upgrade() else { return false };
            task.fetch_or(stops(window), Ordering::Relaxed);
            true
        });
    }

    /// Starts a long task that [`Open::cancel`] stops.
    pub fn start(&self, window: &str) -> Task {
        let task = Arc::new(AtomicBool::new(false));
        let mut tasks = self.tasks();
        tasks.retain(|(_, task)| task.strong_count() > 0);
        tasks.push((window.to_owned(), Arc::downgrade(&task)));
        Task(task)
    }

    fn tasks(&self) -> MutexGuard<'_, Vec<(String, Weak<AtomicBool>)>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a count that [`Open::stop_counting`] stops.
    pub fn start_counting(&self, window: &str) -> Cancel {
        let cancel = Cancel::default();
        self.counts().insert(window.to_owned(), cancel.clone());
        cancel
    }

    /// Stops the count that started last for a window; what it was for then fails, and changes nothing.
    pub fn stop_counting(&self, window: &str) {
        if let Some(count) = self.counts().get(window) {
            count.cancel();
        }
    }

    fn counts(&self) -> MutexGuard<'_, BTreeMap<String, Cancel>> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets a window that is gone.
    pub fn forget(&self, window: &str) {
        self.cancel(window);
        self.stop_counting(window);
        self.counts().remove(window);
        if let Some(trial) = self.trials().remove(window) {
            trial.cancel();
        }
        self.stop_asides(|each| each == window);
        if let Some(session) = self.session().as_mut() {
            session.forget_window(window);
        }
    }

    /// Starts the trial of a rule, and stops the window's one before: only the newest is wanted.
    pub fn start_trial(&self, window: &str) -> Cancel {
        let cancel = Cancel::default();
        if let Some(before) = self.trials().insert(window.to_owned(), cancel.clone()) {
            before.cancel();
        }
        cancel
    }

    fn trials(&self) -> MutexGuard<'_, BTreeMap<String, Cancel>> {
        self.trials.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a count beside the map, and stops the window's one before of its kind: only the newest is wanted.
    pub fn start_aside(&self, window: &str, kind: &'static str) -> Cancel {
        let cancel = Cancel::default();
        if let Some(before) = self.asides().insert((window.to_owned(), kind), cancel.clone()) {
            before.cancel();
        }
        cancel
    }

    /// Stops the window's count of a kind beside the map, which nobody waits for any more.
    pub fn stop_aside(&self, window: &str, kind: &'static str) {
        if let Some(count) = self.asides().remove(&(window.to_owned(), kind)) {
            count.cancel();
        }
    }

    fn asides(&self) -> MutexGuard<'_, BTreeMap<(String, &'static str), Cancel>> {
        self.asides.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stop_asides(&self, stops: impl Fn(&str) -> bool) {
        self.asides().retain(|(window, _), count| {
            let stays = !stops(window);
            if !stays {
                count.cancel();
            }
            stays
        });
    }

    /// Closes the workspace.
    pub fn close(&self) {
        self.cancel_where(|_| true);
        self.counts().values().for_each(Cancel::cancel);
        self.trials().values().for_each(Cancel::cancel);
        self.stop_asides(|_| true);
        *self.session() = None;
        self.keep(None);
    }

    /// Keeps what opens a workspace, until one is opened or closed.
    pub fn keep(&self, unlocked: Option<Unlocked>) {
        *self.unlocked.lock().unwrap_or_else(PoisonError::into_inner) = unlocked;
    }

    /// What the workspace holds, if one is open, for a window that hears from now on what others change.
    pub fn join(&self, window: &str) -> Result<Option<Overview>, AppError> {
        let join = |session: &mut Session| {
            session.turn_to(window);
            session.overview()
        };
        self.session().as_mut().map(join).transpose()
    }

    /// What the workspace in a file holds, if it is the one that is open.
    pub fn shows(&self, path: &Path) -> Result<Option<Overview>, AppError> {
        let overview = self.session().as_ref().map(Session::overview).transpose()?;
        Ok(overview.filter(|overview| is_same_file(Path::new(&overview.path), path)))
    }

    /// Backs the open workspace up, if one is open and that is due. Gives why it could not be done, or not in the folder
    /// of choice, once until it could.
    pub fn back_up(&self, reason: BackupReason) -> Option<Failure> {
        let place = self.session();
        let session = place.as_ref()?;
        let made = noted("back_up", || match reason {
            BackupReason::Hourly => session.back_up_hourly(),
            _ => session.back_up(reason),
        });
        let wrong = match made {
            Err(error) => Some(not_backed_up(&error)),
            Ok(_) => session
                .missing_backup_folder()
                .map(|folder| made_beside(&folder))
                .or_else(|| untreated(session.untreated_backups())),
        };
        let told = self.told_unsaved.swap(wrong.is_some(), Ordering::Relaxed);
        wrong.filter(|_| !told)
    }

    /// Puts a backup in the place of the workspace that is open.
    pub fn restore(&self, window: &str, backup: &str) -> Result<Overview, Failure> {
        let mut place = self.session();
        let Some(session) = place.take() else { return Err(no_workspace()) };
        match noted("restore", || session.restore(backup)) {
            Ok(restored) => {
                let session = place.insert(restored);
                session.turn_to(window);
                Ok(session.overview()?)
            }
            Err(unrestored) => {
                *place = unrestored.session.map(|session| *session);
                Err(unrestored.error.into())
            }
        }
    }

    /// Changes by what the open workspace is opened; gives what it holds, what became of its backups, and by what it is
    /// opened now.
    pub fn change_protection(
        &self,
        window: &str,
        change: impl FnOnce(Session) -> Result<(Session, Protection), Unrestored>,
    ) -> Result<(Overview, Protection, Option<Unlocked>), Failure> {
        let mut place = self.session();
        let Some(session) = place.take() else { return Err(no_workspace()) };
        match noted("change_protection", || change(session)) {
            Ok((changed, backups)) => {
                let session = place.insert(changed);
                session.turn_to(window);
                Ok((session.overview()?, backups, session.unlocked()))
            }
            Err(unrestored) => {
                *place = unrestored.session.map(|session| *session);
                Err(unrestored.error.into())
            }
        }
    }

    /// Puts a workspace in the place of the one that is open.
    pub fn put(&self, opened: Session) -> Result<Overview, AppError> {
        let overview = opened.overview()?;
        *self.session() = Some(opened);
        self.keep(None);
        Ok(overview)
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Carries out work that may take a while away from the window's thread.
pub async fn apart<T: Send + 'static>(
    asked: &impl Manager<Wry>,
    work: impl FnOnce(&Open) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let app = asked.app_handle().clone();
    let done = tauri::async_runtime::spawn_blocking(move || work(&app.state::<Open>())).await;
    done.unwrap_or_else(|_| {
        Err(Failure::plain(
            FailureCode::Unexpected,
            "Something went wrong inside Touchline; nothing was changed.",
        ))
    })
}

/// Carries out work on the open workspace for a window, away from the window's thread. Other windows that it leaves
/// behind are told so.
pub async fn on_session<T: Send + 'static>(
    window: WebviewWindow,
    work: impl FnOnce(&mut Session) -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    let asked = window.clone();
    let work = move |open: &Open| match open.session().as_mut() {
        Some(session) => {
            session.turn_to(window.label());
            let done = work(session);
            for behind in session.behind() {
                // A window that cannot be told is closing.
                let _ = ChangedElsewhere.emit_to(&window, behind);
            }
            Ok(done?)
        }
        None => Err(no_workspace()),
    };
    apart(&asked, work).await
}

fn not_backed_up(error: &AppError) -> Failure {
    let reason = error.to_string();
    let message = format!("The workspace could not be backed up: {reason}.");
    Failure { code: FailureCode::NotBackedUp, params: [("reason".to_owned(), reason)].into(), message }
}

fn made_beside(folder: &Path) -> Failure {
    let folder = folder.display().to_string();
    let message = format!("{folder} is not there; backups are made beside the workspace until it is.");
    Failure { code: FailureCode::BackedUpBeside, params: [("path".to_owned(), folder)].into(), message }
}

fn untreated(backups: usize) -> Option<Failure> {
    let (code, count) = (FailureCode::BackupsUntreated, backups.to_string());
    let message = format!("{count} backups are not protected as the workspace is, although they were to be.");
    (backups > 0).then(|| Failure { code, params: [("count".to_owned(), count)].into(), message })
}

fn no_workspace() -> Failure {
    Failure::plain(FailureCode::NoWorkspace, "No workspace is open.")
}

/// Shows something on the open workspace; [`Open::stop_counting`] stops its counts.
pub async fn counting<T: Send + 'static>(
    window: WebviewWindow,
    work: impl FnOnce(&mut Session) -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    let cancel = window.state::<Open>().start_counting(window.label());
    on_session(window, move |session| session.heeding(cancel, work)).await
}

/// Counts something beside the map on the open workspace; the next of its kind that the window asks for stops it.
pub async fn aside<T: Send + 'static>(
    window: WebviewWindow,
    kind: &'static str,
    work: impl FnOnce(&mut Session) -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    let cancel = window.state::<Open>().start_aside(window.label(), kind);
    on_session(window, move |session| session.heeding(cancel, work)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_count_that_a_window_started_last_is_stopped() {
        let open = Open::default();
        let (first, second, other) =
            (open.start_counting("main"), open.start_counting("main"), open.start_counting("other"));
        open.stop_counting("main");
        let third = open.start_counting("main");
        assert!(!first.is_cancelled() && second.is_cancelled() && !third.is_cancelled());
        assert!(!other.is_cancelled());
    }

    #[test]
    fn what_is_counted_beside_a_map_stops_only_what_was_counted_like_it() {
        let open = Open::default();
        let map = open.start_counting("main");
        let (first, paths, other) = (
            open.start_aside("main", "funnel"),
            open.start_aside("main", "paths"),
            open.start_aside("other", "funnel"),
        );
        let second = open.start_aside("main", "funnel");
        open.stop_counting("main");
        assert!(first.is_cancelled() && !second.is_cancelled() && map.is_cancelled());
        assert!(!paths.is_cancelled() && !other.is_cancelled());
        open.close();
        assert!(second.is_cancelled() && paths.is_cancelled() && other.is_cancelled());
    }

    #[test]
    fn a_trial_stops_the_one_before_and_no_count() {
        let open = Open::default();
        let (count, first) = (open.start_counting("main"), open.start_trial("main"));
        let second = open.start_trial("main");
        open.stop_counting("main");
        assert!(count.is_cancelled() && first.is_cancelled() && !second.is_cancelled());
    }

    #[test]
    fn a_task_that_starts_later_does_not_revive_a_cancelled_one() {
        let open = Open::default();
        let (first, second) = (open.start("main"), open.start("main"));
        open.cancel("main");
        let third = open.start("main");
        assert!(first.is_cancelled() && second.is_cancelled());
        assert!(!third.is_cancelled());
    }

    #[test]
    fn a_window_stops_its_own_tasks_alone() {
        let open = Open::default();
        let (one, other) = (open.start("main"), open.start("other"));
        open.forget("main");
        assert!(one.is_cancelled() && !other.is_cancelled());
        open.close();
        assert!(other.is_cancelled());
    }
}
