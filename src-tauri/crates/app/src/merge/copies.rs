//! Finding the copies of a workspace that a synchronised folder has left beside it.

use std::fs;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{StoreError, Workspace};

use crate::whole::folder_of;
use crate::{AppError, Session};

/// How workspaces end.
const END: &str = ".touchline";

/// A copy of the workspace beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Copy {
    /// The name of its file, by which it is known.
    pub name: String,
    /// When it was changed last, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// Whether a passphrase is needed to tell whether it is a copy, and what it holds.
    pub is_locked: bool,
}

impl Session {
    /// The copies of this workspace that a synchronised folder has left in conflict with it, or that this is one of: they
    /// are named as such folders name them, and say that they are this workspace, or nothing without a passphrase.
    pub fn copies(&self) -> Result<Vec<Copy>, AppError> {
        let path = self.workspace.path();
        let (folder, created) = (folder_of(path), self.workspace.about()?.created);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let entries =
            fs::read_dir(folder).map_err(|error| AppError::Write { path: folder.to_owned(), error })?;
        let mut copies = Vec::new();
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let metadata = entry.metadata().ok().filter(fs::Metadata::is_file);
            let Some(metadata) = metadata.filter(|_| is_named_alike(&stem, &name)) else { continue };
            let is_locked = match Workspace::created_of(&entry.path()) {
                Ok(its) if its == created => false,
                Err(StoreError::Locked(_)) => true,
                // Of another workspace, or what cannot be read, nothing is known that it would be a copy of this one.
                _ => continue,
            };
            let age = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let at = age.and_then(|age| i64::try_from(age.as_millis()).ok()).unwrap_or_default();
            copies.push(Copy { name, at, is_locked });
        }
        copies.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(copies)
    }

    /// The file of a copy, by its name.
    pub fn copy_file(&self, name: &str) -> Result<PathBuf, AppError> {
        let is_there = self.copies()?.iter().any(|copy| copy.name == name);
        let file = folder_of(self.workspace.path()).join(name);
        if is_there { Ok(file) } else { Err(AppError::NoCopyOfThis(file)) }
    }
}

/// Whether one of two workspaces, the first known by its name without its end, is named as a copy of the other.
fn is_named_alike(stem: &str, name: &str) -> bool {
    let other = name.strip_suffix(END).unwrap_or(name);
    is_named_as_copy(stem, name) || is_named_as_copy(other, &format!("{stem}{END}"))
}

/// Whether a synchronised folder would name a copy of a workspace so. Dropbox and Nextcloud write “(conflicted copy …)” in
/// the user's language, Google Drive “(1)”, iCloud “2”, Microsoft “-MACHINE”, Syncthing “.sync-conflict-…”, ownCloud
/// “_conflict-…”.
fn is_named_as_copy(stem: &str, name: &str) -> bool {
    let Some(rest) = name.strip_suffix(END).and_then(|name| name.strip_prefix(stem)) else { return false };
    let is_number = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|each| each.is_ascii_digit())
    };
    let is_conflict = |text: &str| {
        let text = text.to_lowercase();
        text.contains("confli") || text.contains("konfli")
    };
    if let Some(within) = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')')) {
        return is_number(within, 3) || is_conflict(within);
    }
    if let Some(machine) = rest.strip_prefix('-') {
        return !machine.is_empty()
            && machine.chars().all(|each| each.is_alphanumeric() || "-_".contains(each));
    }
    rest.strip_prefix(' ').is_some_and(|number| is_number(number, 2))
        || rest.starts_with(".sync-conflict-")
        || rest.starts_with("_conflict-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_the_names_that_synchronised_folders_give_them() {
        for name in [
            "Shop (conflicted copy 2026-11-01).touchline",
            "Shop (Jan's conflicted copy 2026-11-01).touchline",
            "Shop (conflicterende kopie van Jan 2026-11-01).touchline",
            "Shop (In Konflikt stehende Kopie von Jan 2026-11-01).touchline",
            "Shop-MacBook.touchline",
            "Shop-DESKTOP-7F3_2.touchline",
            "Shop.sync-conflict-20261101-101010-ABCDEFG.touchline",
            "Shop_conflict-20261101-101010.touchline",
            "Shop (1).touchline",
            "Shop 2.touchline",
        ] {
            assert!(is_named_as_copy("Shop", name), "{name}");
        }
        for name in [
            "Shop.touchline",
            "Shop (B2B).touchline",
            "Shop 2025.touchline",
            "Shop - before the workshop.touchline",
            "Shop-.touchline",
            "Shopping-MacBook.touchline",
            "Workshop (1).touchline",
            "Shop (1).touchline-wal",
            "Shop (1).csv",
        ] {
            assert!(!is_named_alike("Shop", name), "{name}");
        }
        assert!(is_named_alike("Shop (1)", "Shop.touchline"), "whichever is opened");
    }
}
