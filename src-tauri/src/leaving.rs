//! Closing a window: it is asked first, so that it can write what the user has begun, and goes when it says so.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use app::Locale;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, WebviewWindow, Window, WindowEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
use tauri_specta::Event;

use crate::open::Open;
use crate::{presenting, system};

/// How long a window may take to write what was begun in it before the user is asked whether to close it anyway.
const PATIENCE: Duration = Duration::from_secs(8);

/// Asks a window to write what was begun in it; it answers with the command `leave`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct LeaveRequested;

/// Which windows listen, and which of them were asked to leave and have not answered.
#[derive(Default)]
pub struct Leaving(Mutex<BTreeMap<String, Asked>>);

/// What a window that listens was asked.
#[derive(Clone, Copy, Default)]
struct Asked {
    /// How often; tells a question from a later one.
    times: u64,
    waiting: bool,
    /// Whether it answered that it stays.
    stays: bool,
}

/// What came of asking a window to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    /// It does not listen.
    Deaf,
    /// It was asked before and has not answered.
    Repeated,
    /// It was asked, for this time.
    New(u64),
}

impl Leaving {
    /// The window listens from now on; until then it has nothing to write and closes at once.
    pub fn listen(&self, label: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(label.to_owned()).or_default();
    }

    /// Notes that a window is asked, if it listens.
    fn ask(&self, label: &str) -> Question {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match asked.get_mut(label) {
            None => Question::Deaf,
            Some(asked) if asked.waiting => Question::Repeated,
            Some(asked) => {
                *asked = Asked { times: asked.times + 1, waiting: true, stays: false };
                Question::New(asked.times)
            }
        }
    }

    /// The window has answered that it goes or stays.
    fn answer(&self, label: &str, stays: bool) {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(asked) = asked.get_mut(label) {
            (asked.waiting, asked.stays) = (false, stays);
        }
    }

    /// Whether a window has answered that it stays.
    pub fn stays(&self, label: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(label).is_some_and(|asked| asked.stays)
    }

    /// Whether a question waits for its answer still.
    fn waits(&self, label: &str, question: u64) -> bool {
        let asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.get(label).is_some_and(|asked| asked.waiting && asked.times == question)
    }

    fn forget(&self, label: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(label);
    }
}

/// Lets a window that is to be closed write first.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            if let Some(page) = window.get_webview_window(window.label())
                && ask(&page)
            {
                api.prevent_close();
            }
        }
        WindowEvent::Destroyed => {
            window.state::<Leaving>().forget(window.label());
            presenting::end_with(window);
            let (app, label) = (window.app_handle().clone(), window.label().to_owned());
            // The session may be busy, and this is the thread of all windows.
            thread::spawn(move || app.state::<Open>().forget(&label));
        }
        _ => {}
    }
}

/// Asks a window to leave; says whether it will answer.
fn ask(window: &WebviewWindow) -> bool {
    match window.state::<Leaving>().ask(window.label()) {
        Question::Deaf => false,
        Question::Repeated => true,
        Question::New(question) => {
            let heard = LeaveRequested.emit_to(window, window.label()).is_ok();
            if heard {
                watch(window.clone(), question);
            }
            heard
        }
    }
}

/// Offers to close a window that does not answer, as often as the user wants to wait.
fn watch(window: WebviewWindow, question: u64) {
    thread::spawn(move || {
        loop {
            thread::sleep(PATIENCE);
            if !window.state::<Leaving>().waits(window.label(), question) {
                return;
            }
            if closes_anyway(&window) {
                // It hangs: there is nobody to tell if it cannot be closed either.
                let _ = window.destroy();
                return;
            }
        }
    });
}

/// Asks the user whether to close a window that may not have written everything.
fn closes_anyway(window: &WebviewWindow) -> bool {
    let (text, close, wait) = match system::locale() {
        Locale::En => (
            "This window does not answer. If it is closed now, what was changed last in it may be lost.",
            "Close anyway",
            "Wait",
        ),
        Locale::Nl => (
            "Dit venster reageert niet. Als het nu wordt gesloten, kan wat er het laatst is gewijzigd verloren gaan.",
            "Toch sluiten",
            "Wachten",
        ),
    };
    let buttons = MessageDialogButtons::OkCancelCustom(close.to_owned(), wait.to_owned());
    let dialog = window.dialog().message(text).title("Touchline").kind(MessageDialogKind::Warning);
    dialog.buttons(buttons).parent(window).blocking_show()
}

/// A window's answer: it has written everything and goes, or something could not be written and it stays.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn leave(window: WebviewWindow, settled: bool) {
    window.state::<Leaving>().answer(window.label(), !settled);
    if settled {
        // A window that is gone already is what was wanted.
        let _ = window.destroy();
    }
}

/// Ends the app: each window goes when it has written what was begun in it, and the app with the last of them.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn quit(app: AppHandle) {
    for window in app.webview_windows().into_values() {
        dismiss(&window);
    }
}

/// Lets a window go: at once, or when it has written what was begun in it.
pub fn dismiss(window: &WebviewWindow) {
    if !ask(window) {
        // A window that is gone already is what was wanted.
        let _ = window.destroy();
    }
}

#[cfg(test)]
mod tests {
    use super::{Leaving, Question};

    #[test]
    fn a_window_that_does_not_listen_is_not_asked() {
        assert_eq!(Leaving::default().ask("main"), Question::Deaf);
    }

    #[test]
    fn a_window_is_asked_once_until_it_answers() {
        let leaving = Leaving::default();
        leaving.listen("main");
        assert_eq!(leaving.ask("main"), Question::New(1));
        assert_eq!(leaving.ask("main"), Question::Repeated);
        assert!(leaving.waits("main", 1));
        leaving.answer("main", true);
        assert!(leaving.stays("main"));
        assert!(!leaving.waits("main", 1));
        assert_eq!(leaving.ask("main"), Question::New(2));
        assert!(!leaving.stays("main"));
        assert!(!leaving.waits("main", 1) && leaving.waits("main", 2));
    }

    #[test]
    fn a_page_that_is_loaded_again_keeps_what_it_was_asked() {
        let leaving = Leaving::default();
        leaving.listen("main");
        leaving.ask("main");
        leaving.listen("main");
        assert!(leaving.waits("main", 1));
        leaving.forget("main");
        assert_eq!(leaving.ask("main"), Question::Deaf);
    }
}
