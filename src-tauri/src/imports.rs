//! Imports: sources looked into, taken in with progress and taken back.

use std::path::Path;

use app::{
    Changes, CustomerImport, Encoding, Failure, ImportId, ImportSummary, Imported, InteractionImport,
    Progress, Source, noted,
};
use tauri::ipc::Channel;
use tauri::{AppHandle, WebviewWindow};

use crate::open::{Open, apart, on_session};
use crate::tasks::reporter;

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
