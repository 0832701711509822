//! What the window needs before it shows anything: the language, the recent workspaces and the one that was named
//! on the command line.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use app::{Failure, Locale, Overview, Session};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};

use crate::commands::enter;
use crate::open::apart;
use crate::recent::{Recent, Shelf};

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
    /// The workspaces opened last that are still there, the newest first.
    pub recent: Vec<Recent>,
    /// The workspace that is open already: named on the command line, or from before the window was loaded again.
    pub overview: Option<Overview>,
    /// Why the workspace named on the command line could not be opened.
    pub failure: Option<Failure>,
}

/// What the window starts with.
#[tauri::command]
#[specta::specta]
pub async fn startup(app: AppHandle) -> Result<Startup, Failure> {
    let mut failure = None;
    if let Some(path) = app.state::<Named>().take() {
        let path = path.to_string_lossy().into_owned();
        failure = enter(app.clone(), path, Session::open).await.err();
    }
    let recent = Shelf::of(&app).map(|shelf| shelf.list()).unwrap_or_default();
    let overview = apart(app, |open| Ok(open.overview()?)).await?;
    Ok(Startup { locale: system_locale(), recent, overview, failure })
}

/// The system's language, or English.
pub fn system_locale() -> Locale {
    language(sys_locale::get_locale().as_deref())
}

fn language(tag: Option<&str>) -> Locale {
    let primary = tag.unwrap_or_default().split(['-', '_', '.']).next().unwrap_or_default();
    if primary.eq_ignore_ascii_case("nl") { Locale::Nl } else { Locale::En }
}

/// The system's time zone as an IANA name, or UTC where the system has none.
pub fn timezone() -> String {
    TimeZone::system().iana_name().unwrap_or("UTC").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_systems_get_dutch_and_others_english() {
        for tag in ["nl", "nl-NL", "nl_BE.UTF-8", "NL"] {
            assert_eq!(language(Some(tag)), Locale::Nl, "{tag}");
        }
        for tag in ["en-GB", "C", "POSIX", "", "nds-NL", "de-DE"] {
            assert_eq!(language(Some(tag)), Locale::En, "{tag}");
        }
        assert_eq!(language(None), Locale::En);
    }

    #[test]
    fn the_time_zone_is_one_that_can_be_read_back() {
        assert!(TimeZone::get(&timezone()).is_ok());
    }
}
