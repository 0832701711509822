//! Passphrases: typed to open a workspace, given to one, changed and taken off.

use app::{Failure, OldBackups, Overview, Passphrase, Protection, Session, Unrestored};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::{Open, apart};
use crate::recent::Shelf;
use crate::windows;
use crate::workspaces::enter;

/// What a user typed as a passphrase; it cannot be printed.
#[derive(Deserialize, Type)]
#[serde(transparent)]
#[specta(transparent)]
pub struct Typed(String);

impl From<Typed> for Passphrase {
    fn from(typed: Typed) -> Self {
        Self::new(typed.0)
    }
}

/// A workspace whose passphrase was changed, and what became of its backups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Protected {
    /// What the workspace holds.
    pub overview: Overview,
    /// What became of its backups.
    pub backups: Protection,
    /// Whether it was to be remembered on this machine and could not be.
    pub not_remembered: bool,
}

/// Opens a workspace by its passphrase; to be remembered on this machine if the user wants that.
#[tauri::command]
#[specta::specta]
pub async fn unlock_workspace(
    window: WebviewWindow,
    path: String,
    passphrase: Typed,
    remember: bool,
) -> Result<Overview, Failure> {
    let file = window.state::<Chosen>().file(Purpose::Open, &path)?;
    let (locked, typed) = (file.clone(), Passphrase::from(passphrase));
    apart(&window, move |open| {
        let key = app::unlock(&locked, &typed)?;
        if remember {
            // That it has to be typed again next time is no reason not to open it.
            let _ = app::remember(&key);
        }
        open.keep(Some(key));
        Ok(())
    })
    .await?;
    enter(window, file, Session::open_or_look).await
}

/// Protects the workspace with a passphrase, or with another than before; its backups as is wanted.
#[tauri::command]
#[specta::specta]
pub async fn protect_workspace(
    window: WebviewWindow,
    passphrase: Typed,
    backups: OldBackups,
    remember: bool,
) -> Result<Protected, Failure> {
    let typed = Passphrase::from(passphrase);
    change(window, move |session| session.protect(&typed, backups), remember).await
}

/// Takes the passphrase off the workspace, and off its backups if that is wanted.
#[tauri::command]
#[specta::specta]
pub async fn unprotect_workspace(window: WebviewWindow, backups: OldBackups) -> Result<Protected, Failure> {
    change(window, move |session| session.unprotect(backups), false).await
}

async fn change(
    window: WebviewWindow,
    change: impl FnOnce(Session) -> Result<(Session, Protection), Unrestored> + Send + 'static,
    remember: bool,
) -> Result<Protected, Failure> {
    windows::leave_alone(&window).await?;
    let label = window.label().to_owned();
    let work = move |open: &Open| {
        let (overview, backups, key) = open.change_protection(&label, change)?;
        let not_remembered = key.filter(|_| remember).is_some_and(|key| app::remember(&key).is_err());
        Ok(Protected { overview, backups, not_remembered })
    };
    let changed = apart(&window, work).await?;
    if let Some(shelf) = Shelf::of(window.app_handle()) {
        shelf.remember_open(&changed.overview);
    }
    Ok(changed)
}

/// Whether the system has a keyring in which what opens a workspace can be remembered.
#[tauri::command]
#[specta::specta]
pub async fn has_keyring(window: WebviewWindow) -> Result<bool, Failure> {
    apart(&window, |_| Ok(app::has_keyring())).await
}
