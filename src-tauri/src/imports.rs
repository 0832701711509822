//! Imports: sources looked into, taken in with progress and taken back.

use app::{
    Changes, CustomerImport, DocumentLook, Encoding, Failure, ImportId, ImportSummary, Imported,
    InteractionImport, Progress, Source, Survey, Taken, noted,
};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::{Open, apart, on_session};
use crate::tasks::reporter;

/// Says what a source holds, before it is imported.
#[tauri::command]
#[specta::specta]
pub async fn inspect_source(
    app: AppHandle,
    path: String,
    encoding: Option<Encoding>,
    sheet: Option<String>,
) -> Result<Source, Failure> {
    let path = app.state::<Chosen>().file(Purpose::Import, &path)?;
    apart(&app, move |_| Ok(app::inspect_source(&path, encoding, sheet.as_deref())?)).await
}

/// The import that took the content of a source before, if one did.
#[tauri::command]
#[specta::specta]
pub async fn imported_before(
    window: WebviewWindow,
    path: String,
    progress: Channel<Progress>,
) -> Result<Option<ImportSummary>, Failure> {
    let path = window.state::<Chosen>().file(Purpose::Import, &path)?;
    let report = reporter(&window, progress);
    // Only the answer needs the workspace, not the reading of the whole source.
    let hash = move |_: &Open| Ok(app::fingerprint(&path, &report)?);
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
    let path = window.state::<Chosen>().file(Purpose::Import, &path)?;
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        noted("import_interactions", || session.import_interactions(&path, &options, &report))
    })
    .await
}

/// Imports purchases: rows of one event, whose values are amounts.
#[tauri::command]
#[specta::specta]
pub async fn import_purchases(
    window: WebviewWindow,
    path: String,
    options: InteractionImport,
    progress: Channel<Progress>,
) -> Result<Imported, Failure> {
    let path = window.state::<Chosen>().file(Purpose::Import, &path)?;
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        noted("import_purchases", || session.import_purchases(&path, &options, &report))
    })
    .await
}

/// Imports answers to a survey: rows of one event, whose values are scores.
#[tauri::command]
#[specta::specta]
pub async fn import_scores(
    window: WebviewWindow,
    path: String,
    survey: Survey,
    options: InteractionImport,
    progress: Channel<Progress>,
) -> Result<Imported, Failure> {
    let path = window.state::<Chosen>().file(Purpose::Import, &path)?;
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        noted("import_scores", || session.import_scores(&path, survey, &options, &report))
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
    let path = window.state::<Chosen>().file(Purpose::Import, &path)?;
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        noted("import_customers", || session.import_customers(&path, &options, &report))
    })
    .await
}

/// What a document of maps or segments holds; nothing if the file is something else.
#[tauri::command]
#[specta::specta]
pub async fn inspect_document(app: AppHandle, path: String) -> Result<Option<DocumentLook>, Failure> {
    let path = app.state::<Chosen>().file(Purpose::Import, &path)?;
    apart(&app, move |_| Ok(app::inspect_document(&path)?)).await
}

/// Adds the maps or segments of a document.
#[tauri::command]
#[specta::specta]
pub async fn import_document(window: WebviewWindow, path: String) -> Result<Taken, Failure> {
    let path = window.state::<Chosen>().file(Purpose::Import, &path)?;
    on_session(window, move |session| noted("import_document", || session.import_document(&path))).await
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
