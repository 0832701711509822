//! The files that the user has named: in a dialog, by dropping them on a window, on the command line or by having opened
//! them before. A page is held to them, so that whatever may come to run in it reaches no other file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use app::{Failure, FailureCode};
use tauri::{DragDropEvent, Manager, Webview, WebviewEvent, Wry};

/// What a file was named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// A workspace to open.
    Open,
    /// A source to import.
    Import,
    /// An image to put on a touchpoint.
    Image,
    /// Where to make a workspace.
    Create,
    /// Where to write a picture.
    Picture,
    /// Where to write a list.
    List,
    /// Where to write what is stored of somebody.
    Record,
    /// Where to write data, in a folder of their own.
    Data,
    /// Where to keep backups, in a folder of their own.
    Backups,
}

/// The files named so far, each for its purpose.
#[derive(Default)]
pub struct Chosen(Mutex<BTreeSet<(Purpose, PathBuf)>>);

impl Chosen {
    /// Notes that the user has named a file.
    pub fn note(&self, purpose: Purpose, path: impl Into<PathBuf>) {
        self.files(|files| files.insert((purpose, path.into())));
    }

    /// The file that a page names, if the user has. A file is written once for each time that it was named.
    pub fn file(&self, purpose: Purpose, path: &str) -> Result<PathBuf, Failure> {
        let named = (purpose, PathBuf::from(path));
        let is_named = self.files(|files| match purpose {
            Purpose::Open | Purpose::Import | Purpose::Image => files.contains(&named),
            Purpose::Create
            | Purpose::Picture
            | Purpose::List
            | Purpose::Record
            | Purpose::Data
            | Purpose::Backups => files.remove(&named),
        });
        if is_named { Ok(named.1) } else { Err(not_chosen(Path::new(path))) }
    }

    fn files<T>(&self, work: impl FnOnce(&mut BTreeSet<(Purpose, PathBuf)>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn not_chosen(path: &Path) -> Failure {
    let path = path.display().to_string();
    let message = format!("{path} was not chosen; choose it in a dialog, or drop it on the window.");
    Failure { code: FailureCode::NotChosen, params: [("path".to_owned(), path)].into(), message }
}

/// Notes the files that are dropped on a window.
pub fn on_webview_event(webview: &Webview<Wry>, event: &WebviewEvent) {
    if let WebviewEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        let chosen = webview.state::<Chosen>();
        for path in paths {
            chosen.note(Purpose::Open, path);
            chosen.note(Purpose::Import, path);
            chosen.note(Purpose::Image, path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_serves_the_purpose_that_it_was_named_for() {
        let chosen = Chosen::default();
        chosen.note(Purpose::Import, "/home/lena/events.csv");
        assert!(chosen.file(Purpose::Import, "/home/lena/events.csv").is_ok());
        assert!(chosen.file(Purpose::Import, "/home/lena/events.csv").is_ok());
        for (purpose, path) in [
            (Purpose::Picture, "/home/lena/events.csv"),
            (Purpose::Open, "/home/lena/events.csv"),
            (Purpose::Import, "/etc/passwd"),
            (Purpose::Import, "/home/lena/../../etc/passwd"),
            (Purpose::Import, ""),
        ] {
            let refused = chosen.file(purpose, path).unwrap_err();
            assert_eq!(refused.code, FailureCode::NotChosen, "{purpose:?} {path}");
        }
    }

    #[test]
    fn a_file_is_written_once_for_each_time_it_was_named() {
        let chosen = Chosen::default();
        for purpose in [
            Purpose::Create,
            Purpose::Picture,
            Purpose::List,
            Purpose::Record,
            Purpose::Data,
            Purpose::Backups,
        ] {
            chosen.note(purpose, "out");
            assert!(chosen.file(purpose, "out").is_ok());
            assert!(chosen.file(purpose, "out").is_err(), "{purpose:?} again");
        }
    }
}
