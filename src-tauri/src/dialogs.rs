//! The system's file dialogs. They are opened from here, so that the page itself needs no right to them.

use std::ffi::OsStr;
use std::path::PathBuf;

use app::{Failure, FailureCode};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::chosen::{Chosen, Purpose};
use crate::open::apart;

/// The extension of a workspace file.
const WORKSPACE: &str = "touchline";

/// The extension of a list of people.
const LIST: &str = "csv";

/// The extensions of what is stored of somebody: a page, or for programs.
const RECORD: &[&str] = &["html", "json"];

/// The extensions of files that interactions and customers can be imported from.
const SOURCES: &[&str] =
    &["csv", "tsv", "txt", "xlsx", "xlsm", "json", "jsonl", "ndjson", "xes", "gz", "parquet", "png", "svg"];

/// The extensions of images that can be put on touchpoints.
const IMAGES: &[&str] = &["png", "jpg", "jpeg", "webp"];

/// What a file is chosen for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A workspace to open.
    OpenWorkspace,
    /// Where to make a workspace.
    NewWorkspace {
        /// The file name to propose, without extension.
        name: String,
    },
    /// A source to import.
    Source,
    /// An image to put on a touchpoint.
    Image,
    /// Where to write a picture.
    Picture {
        /// `png` or `svg`.
        format: String,
        /// The file name to propose, without extension.
        name: String,
    },
    /// Where to write a list of people.
    List {
        /// The file name to propose, without extension.
        name: String,
    },
    /// Where to write what is stored of somebody.
    Record {
        /// The file name to propose, without extension.
        name: String,
    },
    /// The folder in which to make one for data.
    Folder,
    /// The folder in which to keep backups.
    BackupFolder,
}

/// What a dialog says besides what the toolkit puts on it, in the window's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DialogWords {
    /// Its title.
    pub title: String,
    /// What the files are that it shows.
    pub files: String,
}

/// Lets the user choose a file; nothing if the user backs out.
#[tauri::command]
#[specta::specta]
pub async fn choose_file(
    app: AppHandle,
    kind: FileKind,
    words: DialogWords,
) -> Result<Option<String>, Failure> {
    let dialog = kind.dialog(&app, &words);
    let purpose = kind.purpose();
    let chosen = apart(&app, move |_| {
        let chosen = match kind {
            FileKind::Folder | FileKind::BackupFolder => dialog.blocking_pick_folder(),
            _ if kind.is_written() => dialog.blocking_save_file(),
            _ => dialog.blocking_pick_file(),
        };
        let Some(path) = chosen.and_then(|path| path.into_path().ok()) else { return Ok(None) };
        let path = kind.complete(path)?;
        path.into_os_string().into_string().map(Some).map_err(|_| not_text())
    });
    let chosen = chosen.await?;
    if let Some(path) = &chosen {
        app.state::<Chosen>().note(purpose, path);
    }
    Ok(chosen)
}

fn not_text() -> Failure {
    Failure::plain(
        FailureCode::PathNotText,
        "The name of this file or of its folder is not valid text; rename it first.",
    )
}

impl FileKind {
    fn is_written(&self) -> bool {
        matches!(
            self,
            Self::NewWorkspace { .. }
                | Self::Picture { .. }
                | Self::List { .. }
                | Self::Record { .. }
                | Self::Folder
                | Self::BackupFolder
        )
    }

    fn purpose(&self) -> Purpose {
        match self {
            Self::OpenWorkspace => Purpose::Open,
            Self::NewWorkspace { .. } => Purpose::Create,
            Self::Source => Purpose::Import,
            Self::Picture { .. } => Purpose::Picture,
            Self::List { .. } => Purpose::List,
            Self::Record { .. } => Purpose::Record,
            Self::Image => Purpose::Image,
            Self::Folder => Purpose::Data,
            Self::BackupFolder => Purpose::Backups,
        }
    }

    /// The extension that a file of this kind has when it is written.
    fn extension(&self) -> Option<&str> {
        match self {
            Self::NewWorkspace { .. } => Some(WORKSPACE),
            Self::Picture { format, .. } => Some(format),
            Self::List { .. } => Some(LIST),
            Self::Record { .. } => Some(RECORD[0]),
            Self::OpenWorkspace | Self::Source | Self::Image | Self::Folder | Self::BackupFolder => None,
        }
    }

    /// The name that a file of this kind is proposed to have.
    fn proposed_name(&self) -> Option<String> {
        let (Self::NewWorkspace { name }
        | Self::Picture { name, .. }
        | Self::List { name }
        | Self::Record { name }) = self
        else {
            return None;
        };
        Some(format!("{}.{}", file_name(name), self.extension()?))
    }

    fn dialog(&self, app: &AppHandle, words: &DialogWords) -> FileDialogBuilder<tauri::Wry> {
        let mut dialog = app.dialog().file().set_title(&words.title);
        if let Some(window) = app.get_webview_window("main") {
            dialog = dialog.set_parent(&window);
        }
        // Without a place the toolkit shows what was used last, where no folder can be chosen.
        let place = || app.path().document_dir().or_else(|_| app.path().home_dir());
        if let (true, Ok(folder)) = (self.is_written(), place()) {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = self.proposed_name() {
            dialog = dialog.set_file_name(name);
        }
        match self {
            Self::OpenWorkspace | Self::NewWorkspace { .. } => dialog.add_filter(&words.files, &[WORKSPACE]),
            Self::Source => dialog.add_filter(&words.files, SOURCES),
            Self::Image => dialog.add_filter(&words.files, IMAGES),
            Self::Picture { format, .. } => dialog.add_filter(&words.files, &[format]),
            Self::List { .. } => dialog.add_filter(&words.files, &[LIST]),
            Self::Record { .. } => dialog.add_filter(&words.files, RECORD),
            Self::Folder | Self::BackupFolder => dialog,
        }
    }

    /// Adds the extension that the user left out. The dialog has asked whether the name as typed may be overwritten,
    /// not the name with its extension, so a picture or a list that has that one is left alone; a workspace never takes
    /// the place of another file anyway.
    fn complete(&self, path: PathBuf) -> Result<PathBuf, Failure> {
        let Some(extension) = self.extension() else { return Ok(path) };
        let others = if matches!(self, Self::Record { .. }) { RECORD } else { &[] };
        let its = [extension];
        let is_its = |given: &OsStr| its.iter().chain(others).any(|each| given.eq_ignore_ascii_case(each));
        if path.extension().is_some_and(is_its) {
            return Ok(path);
        }
        let mut completed = path.into_os_string();
        completed.push(".");
        completed.push(extension);
        let completed = PathBuf::from(completed);
        if matches!(self, Self::NewWorkspace { .. }) || !completed.exists() {
            return Ok(completed);
        }
        let path = completed.display().to_string();
        let message = format!("{path} is there already; choose another name.");
        Err(Failure { code: FailureCode::FileExists, params: [("path".to_owned(), path)].into(), message })
    }
}

/// A title as a file name that every system takes.
pub fn file_name(title: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let plain = |c: char| if c.is_control() || hidden(c) || "/\\:*?\"<>|".contains(c) { ' ' } else { c };
    let name: String = title.chars().map(plain).take(80).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if name.is_empty() { "Touchline".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_becomes_a_file_name() {
        for (title, name) in [
            ("First purchase", "First purchase"),
            ("../../etc/passwd", "etc passwd"),
            ("<img src=x onerror=alert(1)>", "img src=x onerror=alert(1)"),
            ("a:b\u{0}c\nd", "a b c d"),
            ("map\u{202e}gnp.exe", "map gnp.exe"),
            (" . ", "Touchline"),
            ("", "Touchline"),
            ("رحلة العميل 🛒", "رحلة العميل 🛒"),
        ] {
            assert_eq!(file_name(title), name);
        }
        assert_eq!(file_name(&"x".repeat(10_000)).len(), 80);
    }

    #[test]
    fn a_new_file_is_proposed_under_its_title() {
        let workspace = FileKind::NewWorkspace { name: "Web shop 2026".into() };
        assert_eq!(workspace.proposed_name().as_deref(), Some("Web shop 2026.touchline"));
        let picture = FileKind::Picture { format: "png".into(), name: "a/b".into() };
        assert_eq!(picture.proposed_name().as_deref(), Some("a b.png"));
        let list = FileKind::List { name: "Lost at Ad".into() };
        assert_eq!(list.proposed_name().as_deref(), Some("Lost at Ad.csv"));
        assert_eq!(FileKind::OpenWorkspace.proposed_name(), None);
    }

    #[test]
    fn an_extension_left_out_is_added_but_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let kind = FileKind::Picture { format: "png".into(), name: String::new() };
        let [bare, whole, loud] = ["map", "map.png", "map.PNG"].map(|name| folder.path().join(name));
        assert_eq!(kind.complete(bare.clone()).unwrap(), whole);
        assert_eq!(kind.complete(loud.clone()).unwrap(), loud);
        std::fs::write(&whole, "").unwrap();
        assert_eq!(kind.complete(bare).unwrap_err().code, FailureCode::FileExists);
        assert_eq!(kind.complete(whole.clone()).unwrap(), whole);
    }

    #[test]
    fn what_is_stored_of_somebody_is_a_page_or_for_programs() {
        let kind = FileKind::Record { name: "Ann".into() };
        assert_eq!(kind.proposed_name().as_deref(), Some("Ann.html"));
        for (named, completed) in [("ann", "ann.html"), ("ann.json", "ann.json"), ("ann.org", "ann.org.html")]
        {
            assert_eq!(kind.complete(PathBuf::from(named)).unwrap(), PathBuf::from(completed));
        }
    }

    #[test]
    fn a_file_that_is_read_keeps_its_name() {
        let path = PathBuf::from("events");
        assert_eq!(FileKind::Source.complete(path.clone()).unwrap(), path);
    }
}
