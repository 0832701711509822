//! Copies of the open workspace that a synchronised folder has left in conflict with it. A page knows them by the names that
//! it was told, and reaches no other file.

use app::{Backup, ComparedCopy, Copy, Failure, MapChoice, Merged};
use tauri::WebviewWindow;

use crate::open::{Open, apart, on_session};
use crate::protection::Typed;

/// The copies beside the workspace.
#[tauri::command]
#[specta::specta]
pub async fn copies(window: WebviewWindow) -> Result<Vec<Copy>, Failure> {
    on_session(window, |session| session.copies()).await
}

/// Unlocks a copy that has another passphrase than the workspace, until a workspace is opened or closed.
#[tauri::command]
#[specta::specta]
pub async fn unlock_copy(window: WebviewWindow, copy: String, passphrase: Typed) -> Result<(), Failure> {
    let file = on_session(window.clone(), move |session| session.copy_file(&copy)).await?;
    apart(&window, move |open: &Open| {
        open.keep(Some(app::unlock(&file, &passphrase.into())?));
        Ok(())
    })
    .await
}

/// Compares the workspace with a copy of it.
#[tauri::command]
#[specta::specta]
pub async fn compare_copy(window: WebviewWindow, copy: String) -> Result<ComparedCopy, Failure> {
    on_session(window, move |session| session.compare_copy(&session.copy_file(&copy)?)).await
}

/// Merges a copy into the workspace, with a choice for each map of the comparison.
#[tauri::command]
#[specta::specta]
pub async fn merge_copy(
    window: WebviewWindow,
    copy: String,
    choices: Vec<Option<MapChoice>>,
) -> Result<Merged, Failure> {
    on_session(window, move |session| session.merge_copy(&session.copy_file(&copy)?, &choices)).await
}

/// Makes a copy that was merged a backup.
#[tauri::command]
#[specta::specta]
pub async fn set_copy_aside(window: WebviewWindow, copy: String) -> Result<Backup, Failure> {
    on_session(window, move |session| session.set_copy_aside(&session.copy_file(&copy)?)).await
}
