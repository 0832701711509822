//! Backups of the open workspace: made as it goes, and put back when the user says so.

use std::thread;
use std::time::Duration;

use app::{Backup, BackupPlace, BackupReason, Comparison, Failure, MovedBackups, Overview};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, WebviewWindow};
use tauri_specta::Event;

use crate::chosen::{Chosen, Purpose};
use crate::open::{Open, apart, on_session};
use crate::windows;

/// Tells all windows that the workspace could not be backed up, or not where it should be, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct NotBackedUp(pub Failure);

/// How long after it was opened a workspace is backed up: what the window shows first does not wait for it.
const SETTLED: Duration = Duration::from_secs(3);

/// How often it is looked whether the last backup is an hour old.
const BEAT: Duration = Duration::from_mins(1);

/// The backups of the workspace, the newest first.
#[tauri::command]
#[specta::specta]
pub async fn backups(window: WebviewWindow) -> Result<Vec<Backup>, Failure> {
    on_session(window, |session| session.backups()).await
}

/// Where the backups are kept.
#[tauri::command]
#[specta::specta]
pub async fn backup_place(window: WebviewWindow) -> Result<BackupPlace, Failure> {
    on_session(window, |session| session.backup_place()).await
}

/// Keeps the backups in a folder that was chosen, or beside the workspace; those that are there are moved.
#[tauri::command]
#[specta::specta]
pub async fn keep_backups_in(window: WebviewWindow, folder: Option<String>) -> Result<MovedBackups, Failure> {
    let file = |path: String| window.state::<Chosen>().file(Purpose::Backups, &path);
    let folder = folder.map(file).transpose()?;
    on_session(window, move |session| session.keep_backups_in(folder.as_deref())).await
}

/// Makes a backup, unless nothing has changed since the newest.
#[tauri::command]
#[specta::specta]
pub async fn back_up(window: WebviewWindow) -> Result<Option<Backup>, Failure> {
    on_session(window, |session| session.back_up(BackupReason::Asked)).await
}

/// What the workspace and one of its backups hold.
#[tauri::command]
#[specta::specta]
pub async fn compare_backup(window: WebviewWindow, backup: String) -> Result<Comparison, Failure> {
    on_session(window, move |session| session.compare(&backup)).await
}

/// Puts a backup in the place of the workspace, which is backed up first.
#[tauri::command]
#[specta::specta]
pub async fn restore_backup(window: WebviewWindow, backup: String) -> Result<Overview, Failure> {
    windows::leave_alone(&window).await?;
    let label = window.label().to_owned();
    let overview = apart(&window, move |open| open.restore(&label, &backup)).await?;
    windows::name(window.app_handle(), Some(&overview.title));
    Ok(overview)
}

/// Backs a workspace up that was just opened.
pub fn begin(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(SETTLED);
        back_up_now(&app, BackupReason::Opened);
    });
}

fn back_up_now(app: &AppHandle, reason: BackupReason) {
    if let Some(failure) = app.state::<Open>().back_up(reason) {
        // Windows that cannot be told are closing.
        let _ = NotBackedUp(failure).emit(app);
    }
}

/// Backs up what is open, hour by hour, as long as the app runs.
pub fn go_on(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(BEAT);
            back_up_now(&app, BackupReason::Hourly);
        }
    });
}
