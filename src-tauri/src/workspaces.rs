//! Which workspace is open: made, opened, closed, and those that can be opened again.

use std::path::{Path, PathBuf};

use app::{AppError, Failure, FailureCode, Locale, NewWorkspace, Overview, Session};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::{Open, apart};
use crate::recent::{Recent, Shelf};
use crate::{backups, system, windows};

/// The sample's file, in the folder of the app's own data.
const SAMPLE: &str = "sample.touchline";

/// What the start screen offers besides a new workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Offers {
    /// The workspaces opened last that are still there, the newest first.
    pub recent: Vec<Recent>,
    /// Whether the sample was opened before, and may have been changed.
    pub sample_kept: bool,
}

/// What can be opened.
#[tauri::command]
#[specta::specta]
pub async fn offers(app: AppHandle) -> Result<Offers, Failure> {
    let shelf = Shelf::of(&app);
    let sample = sample_file(&app);
    let offers = apart(&app, move |_| {
        Ok(Offers {
            recent: shelf.map(|shelf| shelf.list()).unwrap_or_default(),
            sample_kept: sample.is_some_and(|file| file.is_file()),
        })
    });
    let offers = offers.await?;
    for recent in &offers.recent {
        app.state::<Chosen>().note(Purpose::Open, &recent.path);
    }
    Ok(offers)
}

/// Forgets which workspaces were opened; they stay.
#[tauri::command]
#[specta::specta]
pub async fn forget_recent(app: AppHandle) -> Result<(), Failure> {
    let shelf = Shelf::of(&app);
    apart(&app, move |_| {
        let Some(shelf) = shelf else { return Ok(()) };
        Ok(shelf.clear().map_err(|error| AppError::Write { path: shelf.path().to_owned(), error })?)
    })
    .await
}

/// Makes a workspace with one map from a template, in the system's time zone, and opens it.
#[tauri::command]
#[specta::specta]
pub async fn create_workspace(
    window: WebviewWindow,
    path: String,
    title: String,
    template: String,
    examples: bool,
    locale: Locale,
) -> Result<Overview, Failure> {
    let timezone = system::timezone();
    let (title, template, persona) = (Some(title), Some(template), None);
    let new = NewWorkspace { title, timezone, template, examples, persona, locale };
    let file = window.state::<Chosen>().file(Purpose::Create, &path)?;
    enter(window, file, move |path| Session::create(path, &new)).await
}

/// Opens the sample workspace, which is made when it is missing; `anew`, its file is given up for the original.
#[tauri::command]
#[specta::specta]
pub async fn sample_workspace(window: WebviewWindow, anew: bool) -> Result<Overview, Failure> {
    let file = sample_file(window.app_handle()).ok_or_else(no_folder)?;
    enter(window, file, move |path| Session::open_sample(path, anew)).await
}

/// Where the sample is kept; `None` on a system without a folder for data.
fn sample_file(app: &AppHandle) -> Option<PathBuf> {
    Some(app.path().app_data_dir().ok()?.join(SAMPLE))
}

fn no_folder() -> Failure {
    Failure::plain(
        FailureCode::NoDataFolder,
        "There is no folder for the app's data, so the sample cannot be kept.",
    )
}

/// Opens a workspace.
#[tauri::command]
#[specta::specta]
pub async fn open_workspace(window: WebviewWindow, path: String) -> Result<Overview, Failure> {
    let file = window.state::<Chosen>().file(Purpose::Open, &path)?;
    enter(window, file, Session::open_or_look).await
}

/// Opens a workspace without the log beside it that is not the file's own; the log is kept under another name.
#[tauri::command]
#[specta::specta]
pub async fn open_without_log(window: WebviewWindow, path: String) -> Result<Overview, Failure> {
    let file = window.state::<Chosen>().file(Purpose::Open, &path)?;
    enter(window, file, |path| {
        Session::set_log_aside(path)?;
        Session::open(path)
    })
    .await
}

/// Opens what a workspace becomes by the log beside it that is not the file's own. That is a new file, beside another
/// without the log; what was there stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn open_with_log(window: WebviewWindow, path: String) -> Result<Overview, Failure> {
    let file = window.state::<Chosen>().file(Purpose::Open, &path)?;
    let parted = apart(&window, move |_| Ok(Session::part(&file)?)).await?;
    let Some(with) = parted.with else {
        return Err(Failure::plain(
            FailureCode::WorkspaceLogUnreadable,
            "With the log beside it the workspace cannot be read.",
        ));
    };
    enter(window, with, Session::open).await
}

/// Opens a workspace in the place of the one that is open, names the windows after it and remembers it among the recent
/// ones.
pub async fn enter(
    window: WebviewWindow,
    file: PathBuf,
    open: impl FnOnce(&Path) -> Result<Session, AppError> + Send + 'static,
) -> Result<Overview, Failure> {
    let shown = file.clone();
    let already = apart(&window, move |place| Ok(place.shows(&shown)?)).await?;
    let overview = if let Some(overview) = already {
        overview
    } else {
        let opened = apart(&window, move |_| {
            let _remembered = app::recall(&file);
            Ok(open(&file)?)
        })
        .await?;
        windows::leave_alone(&window).await?;
        let overview = apart(&window, move |place| Ok(place.put(opened)?)).await?;
        backups::begin(window.app_handle());
        overview
    };
    let app = window.app_handle();
    windows::name(app, Some(&overview.title));
    if let Some(shelf) = Shelf::of(app) {
        shelf.remember_open(&overview);
    }
    Ok(overview)
}

/// Closes the workspace, and all windows on it but the one that asks.
#[tauri::command]
#[specta::specta]
pub async fn close_workspace(window: WebviewWindow) -> Result<(), Failure> {
    windows::leave_alone(&window).await?;
    windows::name(window.app_handle(), None);
    apart(&window, |open: &Open| {
        open.close();
        Ok(())
    })
    .await
}
