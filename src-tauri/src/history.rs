//! The history of the open workspace.

use app::{Changes, Failure, Locale, MapComparison, MapId, Moment, Steps, Theme, VersionId};
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

/// Gives what is on the maps at a moment a name, and keeps it under that.
#[tauri::command]
#[specta::specta]
pub async fn name_version(window: WebviewWindow, moment: Moment, name: String) -> Result<(), Failure> {
    on_session(window, move |session| session.name_version(moment, &name).map(drop)).await
}

/// Renames a version.
#[tauri::command]
#[specta::specta]
pub async fn rename_version(window: WebviewWindow, version: VersionId, name: String) -> Result<(), Failure> {
    on_session(window, move |session| session.rename_version(version, &name)).await
}

/// Deletes a version with what it keeps.
#[tauri::command]
#[specta::specta]
pub async fn delete_version(window: WebviewWindow, version: VersionId) -> Result<(), Failure> {
    on_session(window, move |session| session.delete_version(version)).await
}

/// Compares a map at two moments.
#[tauri::command]
#[specta::specta]
pub async fn compare_moments(
    window: WebviewWindow,
    map: MapId,
    from: Moment,
    to: Moment,
    theme: Theme,
    locale: Locale,
) -> Result<MapComparison, Failure> {
    on_session(window, move |session| session.compare_moments(map, from, to, theme, locale)).await
}

/// Compares a map with its twin.
#[tauri::command]
#[specta::specta]
pub async fn compare_twins(
    window: WebviewWindow,
    map: MapId,
    theme: Theme,
    locale: Locale,
) -> Result<MapComparison, Failure> {
    on_session(window, move |session| session.compare_twins(map, theme, locale)).await
}

/// Makes a map what it was at a moment.
#[tauri::command]
#[specta::specta]
pub async fn restore_map(window: WebviewWindow, map: MapId, moment: Moment) -> Result<Changes, Failure> {
    on_session(window, move |session| session.restore_map(map, moment)).await
}
