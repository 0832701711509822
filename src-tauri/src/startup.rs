//! What the window needs before it shows anything: the language, and the workspace that was named on the command
//! line.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use app::{Failure, Locale, Overview, Session};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::leaving::Leaving;
use crate::open::apart;
use crate::system;
use crate::workspaces::enter;

/// The workspace named when the app was started, until it is opened.
pub struct Named(Mutex<Option<PathBuf>>);

impl Named {
    /// The first argument, or else `TOUCHLINE_OPEN`. A relative path counts from where the app was started.
    pub fn from_environment() -> Self {
        let named = std::env::args_os().nth(1).or_else(|| std::env::var_os("TOUCHLINE_OPEN"));
        let named = named.filter(|path: &OsString| !path.is_empty());
        Self(Mutex::new(named.and_then(|path| std::path::absolute(path).ok())))
    }

    fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// What the window starts with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Startup {
    /// The system's language, or English.
    pub locale: Locale,
    /// The workspace that is open already: named on the command line, or from before the window was loaded again.
    pub overview: Option<Overview>,
    /// Why the workspace named on the command line could not be opened.
    pub failure: Option<Failure>,
}

/// What the window starts with. It has to listen by now to being asked to leave.
#[tauri::command]
#[specta::specta]
pub async fn startup(window: WebviewWindow) -> Result<Startup, Failure> {
    window.state::<Leaving>().listen(window.label());
    let mut failure = None;
    if let Some(path) = window.state::<Named>().take() {
        window.state::<Chosen>().note(Purpose::Open, &path);
        failure = enter(window.clone(), path, Session::open_or_look).await.err();
    }
    let label = window.label().to_owned();
    let overview = apart(&window, move |open| Ok(open.join(&label)?)).await?;
    Ok(Startup { locale: system::locale(), overview, failure })
}
