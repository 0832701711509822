//! What stands around a map on a page of its own.

use crate::Locale;
use crate::words::Words;

/// The words on a page that shows a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageWords {
    /// The name of the outline.
    pub outline: String,
    /// The name of the list of ways from a touchpoint.
    pub leads_to: String,
    /// The name of the list of ghost paths.
    pub ghosts: String,
    /// What enlarges the map.
    pub zoom_in: String,
    /// What makes it smaller.
    pub zoom_out: String,
    /// What shows all of it.
    pub zoom_fit: String,
    /// What can be done with it.
    pub hint: String,
}

impl PageWords {
    /// Those of a language.
    pub fn of(locale: Locale) -> Self {
        let words = Words::of(locale);
        Self {
            outline: words.say("canvas-outline"),
            leads_to: words.say("canvas-outline-leads-to"),
            ghosts: words.say("canvas-outline-ghosts"),
            zoom_in: words.say("canvas-zoom-in"),
            zoom_out: words.say("canvas-zoom-out"),
            zoom_fit: words.say("canvas-zoom-fit"),
            hint: words.say("page-hint"),
        }
    }
}
