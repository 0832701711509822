//! What the window may ask of the open workspace: each command is one call of the session.

use std::path::PathBuf;

use app::{
    Changes, Detail, Edit, ExportOptions, Failure, Locale, MapId, MapView, Move, NewCard, Overview,
    SceneChanges, Session, Template, View, Wanted,
};
use tauri::{AppHandle, Manager};

use crate::open::{Open, apart, counting, on_session};

/// What the workspace holds besides the map in view.
#[tauri::command]
#[specta::specta]
pub async fn overview(app: AppHandle) -> Result<Overview, Failure> {
    on_session(app, |session| session.overview()).await
}

/// Shows a map: its parts, its whole picture and its numbers.
#[tauri::command]
#[specta::specta]
pub async fn view_map(app: AppHandle, view: View) -> Result<MapView, Failure> {
    counting(app, move |session| session.view_map(view)).await
}

/// Shows the same map in answer to another question, or in another theme or language.
#[tauri::command]
#[specta::specta]
pub async fn ask(app: AppHandle, view: View) -> Result<Changes, Failure> {
    counting(app, move |session| session.ask(view)).await
}

/// Stops the count that a map or a question waits for, since another is asked for; it then fails as cancelled.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn stop_counting(app: AppHandle) {
    app.state::<Open>().stop_counting();
}

/// Carries out an edit: one step of history.
#[tauri::command]
#[specta::specta]
pub async fn edit(app: AppHandle, edit: Edit) -> Result<Changes, Failure> {
    on_session(app, move |session| session.edit(&edit)).await
}

/// Shows where cards would stand while they are dragged; nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn preview(app: AppHandle, moves: Vec<Move>) -> Result<SceneChanges, Failure> {
    on_session(app, move |session| session.preview(&moves)).await
}

/// Where a card that is wanted would stand; nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn new_card(app: AppHandle, wanted: Wanted) -> Result<NewCard, Failure> {
    on_session(app, move |session| session.new_card(&wanted)).await
}

/// Takes back the last step.
#[tauri::command]
#[specta::specta]
pub async fn undo(app: AppHandle) -> Result<Changes, Failure> {
    on_session(app, Session::undo).await
}

/// Does the step again that was taken back last.
#[tauri::command]
#[specta::specta]
pub async fn redo(app: AppHandle) -> Result<Changes, Failure> {
    on_session(app, Session::redo).await
}

/// Writes the map in view as a picture, and gives the path.
#[tauri::command]
#[specta::specta]
pub async fn export_map(app: AppHandle, path: String, options: ExportOptions) -> Result<String, Failure> {
    let to = PathBuf::from(&path);
    let export = on_session(app.clone(), move |session| session.export_map(&to, &options)).await?;
    // Painting needs the session no more.
    apart(app, move |_| Ok(export.write()?)).await?;
    Ok(path)
}

/// Adds a map of the events that are there, in the words of a language.
#[tauri::command]
#[specta::specta]
pub async fn discover_map(
    app: AppHandle,
    title: String,
    detail: Detail,
    locale: Locale,
) -> Result<Changes, Failure> {
    on_session(app, move |session| session.discover_map(&title, detail, locale)).await
}

/// Adds a touchpoint for an event, in the stage where customers come upon it.
#[tauri::command]
#[specta::specta]
pub async fn add_touchpoint_for(app: AppHandle, map: MapId, event: String) -> Result<Changes, Failure> {
    on_session(app, move |session| session.add_touchpoint_for(map, &event)).await
}

/// The templates of a new map, in a language.
#[tauri::command]
#[specta::specta]
pub fn templates(locale: Locale) -> Vec<Template> {
    app::templates(locale)
}
