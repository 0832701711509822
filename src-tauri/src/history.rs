//! The history of the open workspace.

use app::{Changes, Failure, Moment, Steps};
use tauri::WebviewWindow;

use crate::open::on_session;

/// The steps that are kept.
#[tauri::command]
#[specta::specta]
pub async fn steps(window: WebviewWindow) -> Result<Steps, Failure> {
    on_session(window, |session| session.steps()).await
}

/// Undoes steps, or does them again, until the workspace is as it was at a moment.
#[tauri::command]
#[specta::specta]
pub async fn go_to(window: WebviewWindow, moment: Moment) -> Result<Changes, Failure> {
    on_session(window, move |session| session.go_to(moment)).await
}
