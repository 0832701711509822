//! A keyboard on the screen, for a window that no WebDriver reaches.

use crate::e2e::{Desk, Picture, screen, until};

/// The keyboard, whose keys go to one window.
pub struct Keyboard<'a> {
    display: &'a str,
}

impl<'a> Keyboard<'a> {
    /// Waits for the window with this name, and for it to come to rest.
    pub fn of(desk: &'a Desk, name: &str) -> Self {
        let display = desk.display();
        let search = ["search", "--onlyvisible", "--name", name];
        let window = until(&format!("the window {name}"), || {
            screen::xdotool(display, &search)?.lines().next().map(str::to_owned)
        });
        let keyboard = Self { display };
        keyboard.work(&["windowfocus", "--sync", &window]);
        keyboard.rests();
        keyboard
    }

    /// Presses keys, as `xdotool` names them.
    pub fn press(&self, keys: &str) {
        self.work(&["key", "--clearmodifiers", keys]);
    }

    /// Types a text.
    pub fn write(&self, text: &str) {
        self.work(&["type", "--clearmodifiers", "--delay", "8", text]);
    }

    /// Waits until the screen shows something else than before.
    pub fn changes(&self, before: &Picture) {
        until("the screen to change", || (self.look()? != *before).then_some(()));
    }

    /// What the screen shows, once it shows something, and two looks in a row see the same.
    pub fn rests(&self) -> Picture {
        let mut before = None;
        until("the screen to come to rest", || {
            let now = self.look()?;
            let rests = before.as_ref() == Some(&now) && now.colours() > 32;
            before = Some(now);
            rests.then(|| before.take()).flatten()
        })
    }

    fn look(&self) -> Option<Picture> {
        screen::photograph(self.display, "keyboard").map(|path| Picture::read(&path))
    }

    fn work(&self, arguments: &[&str]) {
        assert!(screen::xdotool(self.display, arguments).is_some(), "xdotool {arguments:?} failed");
    }
}
