//! The system's own file dialog, which no WebDriver reaches: it is worked as a user does, from the keyboard.

use std::path::Path;

use crate::e2e::screen::xdotool;
use crate::e2e::{Desk, until};

/// A file dialog on the screen.
pub struct Chooser<'a> {
    display: &'a str,
    window: String,
}

impl<'a> Chooser<'a> {
    /// Waits for the dialog with this title.
    pub fn titled(desk: &'a Desk, title: &str) -> Self {
        let display = desk.display();
        let search = ["search", "--onlyvisible", "--name", title];
        let window = until(&format!("the dialog “{title}”"), || {
            xdotool(display, &search)?.lines().next_back().map(str::to_owned)
        });
        Self { display, window }
    }

    /// Types a path and confirms it; the dialog closes.
    pub fn choose(self, path: &Path) {
        let path = path.to_str().expect("paths in journeys are UTF-8");
        self.focus();
        // The field for a path; without it the first letters are lost while the dialog makes room for one.
        self.work(&["key", "--clearmodifiers", "ctrl+l", "ctrl+a"]);
        self.work(&["type", "--clearmodifiers", "--delay", "8", path]);
        // The first Enter may go to a list of completions.
        until("the dialog to take the path", || {
            self.work(&["key", "Return"]);
            (0..20).find_map(|_| self.is_closed())
        });
    }

    /// Backs out; the dialog closes.
    pub fn cancel(self) {
        self.focus();
        self.work(&["key", "Escape"]);
        until("the dialog to close", || self.is_closed());
    }

    fn focus(&self) {
        self.work(&["windowfocus", "--sync", &self.window]);
    }

    fn work(&self, arguments: &[&str]) {
        assert!(xdotool(self.display, arguments).is_some(), "xdotool {arguments:?} failed");
    }

    /// Looks a moment whether the dialog is gone.
    fn is_closed(&self) -> Option<()> {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let open = xdotool(self.display, &["search", "--onlyvisible", "--name", ".*"]).unwrap_or_default();
        (!open.lines().any(|id| id == self.window)).then_some(())
    }
}
