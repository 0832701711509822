//! What the window may ask of the workspace: each command is one call of the session.

use std::path::Path;

use app::{
    Changes, Edit, ExportOptions, Failure, MapView, Move, NewWorkspace, Overview, SceneChanges, Session,
    Template, View,
};
use tauri::{AppHandle, Manager};

use crate::open::{Open, apart, on_session};
use crate::recent::{Recent, Shelf};
use crate::startup::timezone;

/// Makes a workspace with one map from a template, in the system's time zone, and opens it.
#[tauri::command]
#[specta::specta]
pub async fn create_workspace(
    app: AppHandle,
    path: String,
    title: String,
    template: String,
) -> Result<Overview, Failure> {
    let new =
        NewWorkspace { title: Some(title), timezone: timezone(), template: Some(template), persona: None };
    enter(app, path, move |path| Session::create(path, &new)).await
}

/// Makes the sample workspace and opens it.
#[tauri::command]
#[specta::specta]
pub async fn sample_workspace(app: AppHandle, path: String) -> Result<Overview, Failure> {
    enter(app, path, Session::sample).await
}

/// Opens a workspace.
#[tauri::command]
#[specta::specta]
pub async fn open_workspace(app: AppHandle, path: String) -> Result<Overview, Failure> {
    enter(app, path, Session::open).await
}

/// Opens a workspace, names the window after it and remembers it among the recent ones.
pub async fn enter(
    app: AppHandle,
    path: String,
    open: impl FnOnce(&Path) -> Result<Session, app::AppError> + Send + 'static,
) -> Result<Overview, Failure> {
    let overview = apart(app.clone(), move |place| Ok(place.replace(Path::new(&path), open)?)).await?;
    name_window(&app, Some(&overview.title));
    if let Some(shelf) = Shelf::of(&app) {
        shelf.remember(Recent { path: overview.path.clone(), title: overview.title.clone() });
    }
    Ok(overview)
}

fn name_window(app: &AppHandle, workspace: Option<&str>) {
    let title = workspace.map_or_else(|| "Touchline".to_owned(), |title| format!("{title} – Touchline"));
    if let Some(window) = app.get_webview_window("main") {
        // Only the name on the window's frame is at stake.
        let _ = window.set_title(&title);
    }
}

/// Closes the workspace.
#[tauri::command]
#[specta::specta]
pub async fn close_workspace(app: AppHandle) -> Result<(), Failure> {
    name_window(&app, None);
    apart(app, |open: &Open| {
        open.close();
        Ok(())
    })
    .await
}

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
    on_session(app, move |session| session.view_map(view)).await
}

/// Shows the same map in answer to another question, or in another theme or language.
#[tauri::command]
#[specta::specta]
pub async fn ask(app: AppHandle, view: View) -> Result<Changes, Failure> {
    on_session(app, move |session| session.ask(view)).await
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
    on_session(app, move |session| {
        session.export_map(Path::new(&path), &options)?;
        Ok(path)
    })
    .await
}

/// The templates of a new map.
#[tauri::command]
#[specta::specta]
pub fn templates() -> Vec<Template> {
    app::templates()
}

/// Ends the app.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn quit(app: AppHandle) {
    app.exit(0);
}
