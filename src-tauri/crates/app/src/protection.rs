//! Passphrases: opening a workspace by one, giving it one, another or none, and what becomes of its backups then.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Passphrase, StoreError, Unlocked, Workspace};

use crate::backups::Named;
use crate::trace::noted;
use crate::whole::{folder_of, part_in, write_whole};
use crate::{AppError, Session, Unrestored, keyring};

/// The fewest characters of a new passphrase.
pub(crate) const LEAST: usize = 10;

/// The note of what is to become of the backups, among them.
const INTENTION: &str = ".touchline-intention";

/// What the note says.
#[derive(Debug, Serialize, Deserialize)]
struct Intention {
    backups: OldBackups,
    /// The key that they have had, for who has the new one.
    key: Option<String>,
}

/// What is done with the copies of a workspace that Touchline made, when its passphrase changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OldBackups {
    /// They are protected as the workspace is.
    #[default]
    Follow,
    /// They are deleted.
    Delete,
    /// They stay as they are.
    Keep,
}

/// What became of the copies of a workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Protection {
    /// How many are protected now as the workspace is.
    pub followed: u32,
    /// How many were deleted.
    pub deleted: u32,
    /// How many stayed as they are: as was wanted, or since they cannot be read or written.
    pub left: u32,
}

/// Whether a passphrase is needed to open a file, as far as its bytes tell. Nobody in this process may have it open.
pub fn is_protected(path: &Path) -> Result<bool, AppError> {
    Ok(path.is_file() && Workspace::is_protected_file(path)?)
}

/// Opens the way to a workspace and its backups for as long as the answer is held, or a session that was opened meanwhile.
pub fn unlock(path: &Path, passphrase: &Passphrase) -> Result<Unlocked, AppError> {
    Ok(noted("unlock", || Unlocked::by_passphrase(path, passphrase))?)
}

impl Session {
    /// Whether a passphrase protects the workspace.
    pub fn is_protected(&self) -> bool {
        self.workspace.is_protected()
    }

    /// What opens the workspace, to be remembered.
    pub fn unlocked(&self) -> Option<Unlocked> {
        self.workspace.unlocked()
    }

    /// Protects the workspace with a passphrase, or with another than before.
    pub fn protect(
        self,
        passphrase: &Passphrase,
        backups: OldBackups,
    ) -> Result<(Self, Protection), Unrestored> {
        if !passphrase.has(LEAST) {
            return Err(Unrestored { error: AppError::WeakPassphrase, session: Some(Box::new(self)) });
        }
        match noted("derive_key", || Unlocked::fresh(passphrase)) {
            Ok(key) => self.put_under(Some(&key), backups),
            Err(error) => Err(Unrestored { error: error.into(), session: Some(Box::new(self)) }),
        }
    }

    /// Takes the passphrase off the workspace.
    pub fn unprotect(self, backups: OldBackups) -> Result<(Self, Protection), Unrestored> {
        if !self.is_protected() {
            let error = AppError::NotProtected(self.workspace.path().to_owned());
            return Err(Unrestored { error, session: Some(Box::new(self)) });
        }
        self.put_under(None, backups)
    }

    /// Writes the workspace anew under a key or none, and puts that in its place; then does the same with its copies.
    fn put_under(
        self,
        key: Option<&Unlocked>,
        backups: OldBackups,
    ) -> Result<(Self, Protection), Unrestored> {
        let path = self.workspace.path().to_owned();
        // While nothing has changed yet.
        if let (false, Err(error)) = (backups == OldBackups::Keep, self.every_backup()) {
            return Err(Unrestored { error, session: Some(Box::new(self)) });
        }
        // With it the copies are read.
        let before = self.workspace.unlocked();
        let prepared = self.intend(backups, before.as_ref(), key).and_then(|()| {
            let part = noted("rewrite", || self.rewritten(key))?;
            // No key is left then with which those could be read that are to follow.
            let early = key.is_none() && backups == OldBackups::Follow;
            let treated = early.then(|| noted("treat_backups", || self.treat_copies(key, backups)));
            Ok((part, treated.transpose()?))
        });
        let (part, treated) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return Err(self.given_up(error)),
        };
        drop(self);
        let put = Workspace::supplant_and_wipe(&path, &part);
        match (put, Self::reopen(&path)) {
            (Ok(()), Ok(session)) => {
                if let Some(before) = &before {
                    keyring::forget(before);
                }
                let treated = treated
                    .map_or_else(|| noted("treat_backups", || session.treat_copies(key, backups)), Ok)
                    .and_then(|treated| session.done_with().map(|()| treated));
                match treated {
                    Ok(treated) => Ok((session, treated)),
                    Err(error) => Err(Unrestored { error, session: Some(Box::new(session)) }),
                }
            }
            (Ok(()), Err(error)) => Err(Unrestored { error, session: None }),
            (Err(error), Ok(session)) => Err(session.given_up(error.into())),
            (Err(error), Err(_)) => Err(Unrestored { error: error.into(), session: None }),
        }
    }

    /// The session as it goes on under the key that it has, with the backups under that too.
    fn given_up(self, error: AppError) -> Unrestored {
        // What cannot be treated now is told of, and tried again.
        let _ = self.go_on_treating();
        Unrestored { error, session: Some(Box::new(self)) }
    }

    /// The workspace under a key or none, beside it and as accessible.
    fn rewritten(&self, key: Option<&Unlocked>) -> Result<tempfile::TempPath, AppError> {
        let path = self.workspace.path();
        if self.workspace.is_read_only() {
            return Err(StoreError::ReadOnly(path.to_owned()).into());
        }
        rewritten(path, |part| self.workspace.write_under(part, key))
    }

    /// Notes what is to become of the backups, so that it can be done later if the app ends before.
    fn intend(
        &self,
        backups: OldBackups,
        before: Option<&Unlocked>,
        key: Option<&Unlocked>,
    ) -> Result<(), AppError> {
        if backups == OldBackups::Keep || self.named_backups()?.is_empty() {
            return self.done_with();
        }
        let key = before.zip(key).map(|(before, key)| key.seal(before)).transpose()?;
        let note = self.place_of_backups()?.join(INTENTION);
        let written = serde_json::to_vec(&Intention { backups, key }).map_err(std::io::Error::from);
        let written = written.and_then(|bytes| write_whole(&note, &bytes));
        written.map_err(|error| AppError::Write { path: note, error })
    }

    /// What was to become of the backups when the app ended before it was done.
    fn intended(&self) -> Option<Intention> {
        let places = self.places_of_backups().ok()?;
        let note = places.iter().find_map(|place| fs::read(place.join(INTENTION)).ok())?;
        serde_json::from_slice(&note).ok()
    }

    fn done_with(&self) -> Result<(), AppError> {
        for note in self.places_of_backups()?.iter().map(|place| place.join(INTENTION)) {
            match fs::remove_file(&note) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(AppError::Write { path: note, error });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Does to the backups what was to be done when the passphrase changed, if the app ended before: to those that are not
    /// protected as the workspace is.
    pub(crate) fn go_on_treating(&self) -> Result<(), AppError> {
        let Some(Intention { backups, key: before }) = self.intended() else { return Ok(()) };
        let key = self.workspace.unlocked();
        // Held for as long as the copies are read.
        let _before = key.as_ref().zip(before).and_then(|(key, before)| key.unseal(&before));
        for copy in self.otherwise_protected()? {
            // What cannot be treated now is told of, and tried again.
            let _ = match backups {
                OldBackups::Delete => Workspace::remove_and_wipe(&copy).map_err(AppError::from),
                _ => put_copy_under(&copy, key.as_ref()),
            };
        }
        if self.otherwise_protected()?.is_empty() { self.done_with() } else { Ok(()) }
    }

    /// How many backups are not protected as the workspace is, although they were to be.
    pub fn untreated_backups(&self) -> usize {
        self.intended().map_or(0, |_| self.otherwise_protected().map_or(0, |copies| copies.len()))
    }

    /// The backups that have another key than the workspace, or one where it has none.
    fn otherwise_protected(&self) -> Result<Vec<PathBuf>, AppError> {
        let its = self.workspace.unlocked().map(|key| key.name());
        let backups = self.named_backups()?.into_iter().map(|named| named.path());
        // One that cannot be read says nothing of a key.
        let is_other = |copy: &PathBuf| Workspace::key_name(copy).is_ok_and(|name| name != its);
        Ok(backups.filter(is_other).collect())
    }

    fn treat_copies(&self, key: Option<&Unlocked>, backups: OldBackups) -> Result<Protection, AppError> {
        let mut treated = Protection::default();
        for copy in self.named_backups()?.iter().map(Named::path) {
            let done = match backups {
                OldBackups::Keep => false,
                OldBackups::Delete => Workspace::remove_and_wipe(&copy).is_ok(),
                OldBackups::Follow => put_copy_under(&copy, key).is_ok(),
            };
            match backups {
                OldBackups::Follow if done => treated.followed += 1,
                OldBackups::Delete if done => treated.deleted += 1,
                _ => treated.left += 1,
            }
        }
        Ok(treated)
    }
}

/// Puts a copy under a key or none.
fn put_copy_under(copy: &Path, key: Option<&Unlocked>) -> Result<(), AppError> {
    let part = rewritten(copy, |part| Workspace::rewrite_under(copy, part, key))?;
    Ok(Workspace::supplant_and_wipe(copy, &part)?)
}

/// A new file beside another and as accessible, written by the store.
fn rewritten(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<tempfile::TempPath, AppError> {
    let io = |error| AppError::Write { path: path.to_owned(), error };
    let part = part_in(folder_of(path), true).map_err(io)?;
    write(part.path())?;
    fs::metadata(path).and_then(|older| part.as_file().set_permissions(older.permissions())).map_err(io)?;
    // Without its handle, whose lock is in the way of whoever opens it.
    Ok(part.into_temp_path())
}
