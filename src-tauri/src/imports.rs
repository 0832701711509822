//! Imports: sources looked into, taken in with progress, cancelled and taken back.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::{
    Changes, CustomerImport, Encoding, Failure, ImportId, ImportSummary, Imported, InteractionImport,
    Progress, Source, noted,
};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::open::{Open, apart, on_session};

/// How often the window hears how far an import is.
const BEAT: Duration = Duration::from_millis(80);

/// Says what a source holds, before it is imported.
#[tauri::command]
#[specta::specta]
pub async fn inspect_source(
    app: AppHandle,
    path: String,
    encoding: Option<Encoding>,
) -> Result<Source, Failure> {
    apart(&app, move |_| Ok(app::inspect_source(Path::new(&path), encoding)?)).await
}

/// The import that took the content of a source before, if one did.
#[tauri::command]
#[specta::specta]
pub async fn imported_before(
    window: WebviewWindow,
    path: String,
    progress: Channel<Progress>,
) -> Result<Option<ImportSummary>, Failure> {
    let report = reporter(&window, progress);
    // Only the answer needs the workspace, not the reading of the whole source.
    let hash = move |_: &Open| Ok(app::fingerprint(Path::new(&path), &report)?);
    let fingerprint = apart(&window, hash).await?;
    on_session(window, move |session| session.imported_before(&fingerprint)).await
}

/// Imports interactions.
#[tauri::command]
#[specta::specta]
pub async fn import_interactions(
    window: WebviewWindow,
    path: String,
    options: InteractionImport,
    progress: Channel<Progress>,
) -> Result<Imported, Failure> {
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        noted("import_interactions", || session.import_interactions(Path::new(&path), &options, &report))
    })
    .await
}

/// Imports customers.
#[tauri::command]
#[specta::specta]
pub async fn import_customers(
    window: WebviewWindow,
    path: String,
    options: CustomerImport,
    progress: Channel<Progress>,
) -> Result<Imported, Failure> {
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        noted("import_customers", || session.import_customers(Path::new(&path), &options, &report))
    })
    .await
}

/// Asks the import that the window waits for, and those behind it, to stop. It is not async, so that it waits for nothing.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn cancel_import(window: WebviewWindow) {
    window.state::<Open>().cancel(window.label());
}

/// Takes back all that an import brought.
#[tauri::command]
#[specta::specta]
pub async fn undo_import(
    window: WebviewWindow,
    import_id: ImportId,
    progress: Channel<Progress>,
) -> Result<Changes, Failure> {
    let report = reporter(&window, progress);
    on_session(window, move |session| session.undo_import(import_id, &report)).await
}

/// Starts an import: what it calls to tell the window how far it is, and to hear whether it should go on.
fn reporter(window: &WebviewWindow, progress: Channel<Progress>) -> impl Fn(Progress) -> bool + Sync + use<> {
    let task = window.state::<Open>().start(window.label());
    let told: Mutex<Option<(app::Phase, Instant)>> = Mutex::new(None);
    move |now| {
        let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
        let due = told.is_none_or(|(phase, at)| phase != now.phase || at.elapsed() >= BEAT);
        if due {
            *told = Some((now.phase, Instant::now()));
            // A window that no longer listens is closing; the import is cancelled then.
            let _ = progress.send(now);
        }
        !task.is_cancelled()
    }
}
