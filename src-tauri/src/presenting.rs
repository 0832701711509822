//! A story that is presented: what the audience's window and the presenter's tell one another, by way of the shell.

use std::sync::{Mutex, PoisonError};

use app::{Failure, MapId};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::{Manager, WebviewWindow, Window};
use tauri_specta::Event;

use crate::windows::another;

/// What the presenter's window is called.
const PRESENTER: &str = "presenter";

/// Where a presentation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Presentation {
    /// Of which map.
    pub map: MapId,
    /// At which step, from 0.
    pub step: u32,
    /// Whether the audience sees nothing.
    pub black: bool,
    /// Whether the audience still sees the step at which this was asked, whatever comes.
    pub frozen: bool,
    /// When it began, UTC milliseconds.
    #[specta(type = Number)]
    pub began: i64,
    /// When it is to end, if that was said.
    #[specta(type = Option<Number>)]
    pub ends: Option<i64>,
}

/// Tells all windows where the presentation is; `None`, that it is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct PresentationTold(pub Option<Presentation>);

/// The presentation under way, and the window that shows it to the audience.
#[derive(Default)]
pub struct Presenting(Mutex<Option<(String, Presentation)>>);

impl Presenting {
    /// Takes what a window tells; the first that tells of a presentation shows it.
    fn take(&self, label: &str, now: Option<Presentation>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let shown_by = held.take().map_or_else(|| label.to_owned(), |(shown_by, _)| shown_by);
        *held = now.map(|now| (shown_by, now));
    }

    fn current(&self) -> Option<Presentation> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().map(|(_, now)| now.clone())
    }

    /// Ends it if it is shown by a window; says whether it was.
    fn end_with(&self, label: &str) -> bool {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.take_if(|(shown_by, _)| shown_by == label).is_some()
    }
}

/// Takes the window to the whole screen or back, and tells all windows where the presentation is; `null` ends it.
#[tauri::command]
#[specta::specta]
pub async fn present(window: WebviewWindow, now: Option<Presentation>) -> Result<(), Failure> {
    if window.label() != PRESENTER {
        // A system that has no full screen shows it in the window.
        let _ = window.set_fullscreen(now.is_some());
    }
    window.state::<Presenting>().take(window.label(), now.clone());
    // Nobody may listen yet, or any more.
    let _ = PresentationTold(now).emit(&window);
    Ok(())
}

/// The presentation under way, for a window that comes to it.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn presentation(window: WebviewWindow) -> Option<Presentation> {
    window.state::<Presenting>().current()
}

/// Opens the presenter's window, on another screen where there is one; one that is open comes to the front.
#[tauri::command]
#[specta::specta]
pub async fn open_presenter(window: WebviewWindow, map: MapId) -> Result<(), Failure> {
    if let Some(open) = window.app_handle().get_webview_window(PRESENTER) {
        // It is seen anyway where the system does not let windows come forward.
        let _ = open.set_focus();
        return Ok(());
    }
    let page = format!("index.html?map={}&presenter=1", map.0);
    let opened = another(&window, PRESENTER.to_owned(), page)?;
    let here = window.current_monitor().ok().flatten();
    let other = window
        .available_monitors()
        .unwrap_or_default()
        .into_iter()
        .find(|monitor| here.as_ref().is_none_or(|here| monitor.position() != here.position()));
    if let Some(other) = other {
        // Where the system places windows itself, the user moves it.
        let _ = opened.set_position(*other.position());
        let _ = opened.maximize();
    }
    Ok(())
}

/// Ends the presentation with the window that shows it.
pub fn end_with(window: &Window) {
    if window.state::<Presenting>().end_with(window.label()) {
        // Nobody may listen any more.
        let _ = PresentationTold(None).emit(window);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(step: u32) -> Presentation {
        Presentation { map: MapId(1), step, black: false, frozen: false, began: 0, ends: None }
    }

    #[test]
    fn a_presentation_is_the_windows_that_began_it() {
        let presenting = Presenting::default();
        presenting.take("main", Some(at(0)));
        presenting.take(PRESENTER, Some(at(1)));
        assert_eq!(presenting.current(), Some(at(1)));
        assert!(!presenting.end_with(PRESENTER), "it goes on without the presenter's window");
        assert!(presenting.end_with("main"));
        assert_eq!(presenting.current(), None);
        presenting.take("window-2", Some(at(2)));
        presenting.take("window-2", None);
        assert!(!presenting.end_with("window-2"));
    }
}
