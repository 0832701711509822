//! Imports: sources looked into, taken in with progress, cancelled and taken back.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::{Changes, CustomerImport, Failure, ImportId, Imported, InteractionImport, Progress, SourceReport};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, State};

use crate::open::{Open, on_session};

/// How often the window hears how far an import is.
const BEAT: Duration = Duration::from_millis(80);

/// Says what a source holds, before it is imported.
#[tauri::command]
#[specta::specta]
pub async fn inspect_source(app: AppHandle, path: String) -> Result<SourceReport, Failure> {
    on_session(app, move |session| session.inspect_source(Path::new(&path))).await
}

/// Imports interactions.
#[tauri::command]
#[specta::specta]
pub async fn import_interactions(
    app: AppHandle,
    path: String,
    options: InteractionImport,
    progress: Channel<Progress>,
) -> Result<Imported, Failure> {
    let report = reporter(&app, progress);
    on_session(app, move |session| session.import_interactions(Path::new(&path), &options, &report)).await
}

/// Imports customers.
#[tauri::command]
#[specta::specta]
pub async fn import_customers(
    app: AppHandle,
    path: String,
    options: CustomerImport,
    progress: Channel<Progress>,
) -> Result<Imported, Failure> {
    let report = reporter(&app, progress);
    on_session(app, move |session| session.import_customers(Path::new(&path), &options, &report)).await
}

/// Asks the running import to stop. It is not async, so that it waits for nothing.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn cancel_import(open: State<'_, Open>) {
    open.cancel();
}

/// Takes back all that an import brought.
#[tauri::command]
#[specta::specta]
pub async fn undo_import(
    app: AppHandle,
    import_id: ImportId,
    progress: Channel<Progress>,
) -> Result<Changes, Failure> {
    let report = reporter(&app, progress);
    on_session(app, move |session| session.undo_import(import_id, &report)).await
}

/// Starts an import: what it calls to tell the window how far it is, and to hear whether it should go on.
fn reporter(app: &AppHandle, progress: Channel<Progress>) -> impl Fn(Progress) -> bool + Sync + use<> {
    let app = app.clone();
    app.state::<Open>().start();
    let told: Mutex<Option<(app::Phase, Instant)>> = Mutex::new(None);
    move |now| {
        let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
        let due = told.is_none_or(|(phase, at)| phase != now.phase || at.elapsed() >= BEAT);
        if due {
            *told = Some((now.phase, Instant::now()));
            // A window that no longer listens is closing; the import is cancelled then.
            let _ = progress.send(now);
        }
        !app.state::<Open>().is_cancelled()
    }
}
