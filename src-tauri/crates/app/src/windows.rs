//! The windows that look at a workspace. One of them is answered at a time: what it shows is the session's map in
//! view. What the others miss meanwhile is noted, and told when they ask for it, so that each hears of all changes in
//! the order of its own answers.

use std::collections::BTreeMap;
use std::mem;

use crate::operations::Part;
use crate::showing::Showing;
use crate::{Changes, Session};

/// Which window is answered, and the others.
#[derive(Debug, Default)]
pub(crate) struct Windows {
    /// The window that is answered; `None` on a command line.
    current: Option<String>,
    away: BTreeMap<String, Away>,
}

/// A window that is not answered now.
#[derive(Debug, Default)]
struct Away {
    showing: Option<Showing>,
    missed: Option<Missed>,
}

/// What others have changed since a window was last told.
#[derive(Debug, Default)]
pub(crate) struct Missed {
    /// What besides the maps in view.
    pub parts: Vec<Part>,
    /// Whether the window knows that there is something.
    known: bool,
}

impl Windows {
    /// Notes for all other windows that something has changed.
    pub fn miss(&mut self, touched: &[Part]) {
        for away in self.away.values_mut() {
            let missed = away.missed.get_or_insert_default();
            missed.parts = Part::union(&missed.parts, touched);
            missed.known = false;
        }
    }
}

impl Session {
    /// Answers a window from now on, with the map that it shows.
    pub fn turn_to(&mut self, window: &str) {
        if self.windows.current.as_deref() == Some(window) {
            return;
        }
        let next = self.windows.away.remove(window).unwrap_or_default();
        let last = Away {
            showing: mem::replace(&mut self.showing, next.showing),
            missed: mem::replace(&mut self.missed, next.missed),
        };
        if let Some(label) = self.windows.current.replace(window.to_owned()) {
            self.windows.away.insert(label, last);
        }
    }

    /// Forgets a window that is gone.
    pub fn forget_window(&mut self, window: &str) {
        self.windows.away.remove(window);
        if self.windows.current.as_deref() == Some(window) {
            self.windows.current = None;
            self.showing = None;
            self.missed = None;
        }
    }

    /// The windows that have missed something and are to be told that they have; each is named once for what it missed.
    pub fn behind(&mut self) -> Vec<String> {
        let unaware = self.windows.away.iter_mut().filter_map(|(label, away)| {
            let missed = away.missed.as_mut().filter(|missed| !missed.known)?;
            missed.known = true;
            Some(label.clone())
        });
        unaware.collect()
    }

    /// What the window has missed: all that others have changed since it was last told.
    pub fn catch_up(&mut self) -> Changes {
        self.tell(&[])
    }
}
