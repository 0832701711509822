//! The workspaces opened last, in a small file of the user's settings. It is a convenience: when it is missing or
//! damaged the list starts anew, and nothing else depends on it.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use app::Overview;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};

use crate::private;

/// How many are remembered.
const MOST: usize = 12;

/// How many characters of a title are remembered.
const LONGEST: usize = 200;

/// A list of more bytes is none that was written here.
const LARGEST: u64 = 1 << 20;

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Recent {
    /// The file.
    pub path: String,
    /// The workspace's title when it was opened last; of a protected one the name of its file.
    pub title: String,
}

/// Where the list is kept.
pub struct Shelf(PathBuf);

impl Shelf {
    /// The user's own; `None` on a system without a folder for settings.
    pub fn of(app: &AppHandle) -> Option<Self> {
        Some(Self(app.path().app_config_dir().ok()?.join("recent.json")))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Puts the workspace that is open first. What a passphrase protects is known here by the name of its file alone.
    pub fn remember_open(&self, overview: &Overview) {
        let named = Path::new(&overview.path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let title = if overview.is_protected { named.unwrap_or_default() } else { overview.title.clone() };
        self.remember(Recent { path: overview.path.clone(), title });
    }

    /// Those that are still there, the newest first.
    pub fn list(&self) -> Vec<Recent> {
        self.read().into_iter().filter(|each| Path::new(&each.path).is_file()).collect()
    }

    /// Puts a workspace first.
    fn remember(&self, opened: Recent) {
        let title = opened.title.chars().take(LONGEST).collect();
        let opened = Recent { title, ..opened };
        let mut list = self.read();
        list.retain(|each| each.path != opened.path);
        list.insert(0, opened);
        list.truncate(MOST);
        // A list that cannot be written, as on a full disk, must not keep anybody from working.
        let _ = self.write(&list);
    }

    /// Forgets those whose path or title a test finds something in.
    pub fn forget_where(&self, is_found: impl Fn(&str) -> bool) {
        let mut list = self.read();
        let before = list.len();
        list.retain(|each| !is_found(&each.path) && !is_found(&each.title));
        if list.len() < before {
            // A list that cannot be written can be cleared by hand.
            let _ = self.write(&list);
        }
    }

    /// Forgets all of them.
    pub fn clear(&self) -> std::io::Result<()> {
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn read(&self) -> Vec<Recent> {
        let is_small = fs::metadata(&self.0).is_ok_and(|file| file.is_file() && file.len() <= LARGEST);
        let bytes = if is_small { fs::read(&self.0).unwrap_or_default() } else { Vec::new() };
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Writes beside the file and renames, so that a power cut leaves the old list or the new one.
    fn write(&self, list: &[Recent]) -> std::io::Result<()> {
        if let Some(folder) = self.0.parent() {
            private::folder(folder)?;
        }
        let beside = self.0.with_extension("json.new");
        let mut file = private::file(&beside, OpenOptions::new().create(true).write(true).truncate(true))?;
        file.write_all(&serde_json::to_vec_pretty(list)?)?;
        file.sync_all()?;
        fs::rename(&beside, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(folder: &Path, name: &str) -> Recent {
        let path = folder.join(name);
        fs::write(&path, "").unwrap();
        Recent { path: path.to_str().unwrap().to_owned(), title: name.to_owned() }
    }

    #[test]
    fn of_a_long_title_the_beginning_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("recent.json"));
        let long = Recent { title: "é".repeat(10 << 20), ..workspace(folder.path(), "one") };
        shelf.remember(long);
        assert_eq!(shelf.list()[0].title, "é".repeat(LONGEST));
        assert!(fs::metadata(&shelf.0).unwrap().len() < 2000);
        fs::write(&shelf.0, vec![b' '; LARGEST as usize + 1]).unwrap();
        assert_eq!(shelf.list(), []);
    }

    #[test]
    fn the_last_opened_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("settings/recent.json"));
        let [one, two] = ["one", "two"].map(|name| workspace(folder.path(), name));
        for opened in [&one, &two, &one] {
            shelf.remember(opened.clone());
        }
        assert_eq!(shelf.list(), [one, two]);
    }

    #[test]
    fn a_workspace_that_is_gone_is_not_offered() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("recent.json"));
        let [kept, lost] = ["kept", "lost"].map(|name| workspace(folder.path(), name));
        shelf.remember(kept.clone());
        shelf.remember(lost.clone());
        fs::remove_file(&lost.path).unwrap();
        assert_eq!(shelf.list(), [kept]);
    }

    #[test]
    fn a_list_that_is_cleared_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("settings/recent.json"));
        shelf.clear().unwrap();
        shelf.remember(workspace(folder.path(), "one"));
        shelf.clear().unwrap();
        assert_eq!(shelf.list(), []);
        assert_eq!(fs::read_dir(folder.path().join("settings")).unwrap().count(), 0);
    }

    #[test]
    fn what_names_somebody_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("recent.json"));
        let [one, two] = ["anna@example.org", "two"].map(|name| workspace(folder.path(), name));
        shelf.remember(one);
        shelf.remember(two.clone());
        shelf.forget_where(|text| text.contains("anna@"));
        assert_eq!(shelf.list(), [two]);
        assert!(!fs::read_to_string(&shelf.0).unwrap().contains("anna"));
    }

    #[test]
    fn a_damaged_list_starts_anew() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("recent.json"));
        let opened = workspace(folder.path(), "opened");
        for damage in ["", "{", "[{\"path\":3}]", "\u{0}\u{0}"] {
            fs::write(&shelf.0, damage).unwrap();
            assert_eq!(shelf.list(), [], "{damage:?}");
            shelf.remember(opened.clone());
            assert_eq!(shelf.list(), std::slice::from_ref(&opened), "{damage:?}");
        }
    }

    #[test]
    fn the_list_stays_short() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf(folder.path().join("recent.json"));
        for number in 0..20 {
            shelf.remember(workspace(folder.path(), &number.to_string()));
        }
        let titles: Vec<_> = shelf.list().into_iter().map(|each| each.title).collect();
        assert_eq!(titles.first().map(String::as_str), Some("19"));
        assert_eq!(titles.len(), MOST);
    }
}
