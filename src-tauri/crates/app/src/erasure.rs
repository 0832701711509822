//! Erasing a person: from the workspace, and from every copy of it that Touchline has made.

use std::collections::BTreeSet;
use std::fs;

use model::CustomerId;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Known, StoreError, Wiped, Workspace};

use crate::backups::Named;
use crate::operations::Part;
use crate::whole::{folder_of, part_in};
use crate::{AppError, Changes, Session};

/// What an erasure did besides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Erased {
    /// The backups from which was erased.
    pub backups: u32,
    /// The backups that cannot be read, which were deleted: nothing can be erased from them.
    pub deleted_copies: u32,
    /// The steps that can no longer be undone or done again, because they said something of who was erased.
    pub steps: u32,
    /// The versions that are deleted, because they said something of who was erased.
    pub versions: Vec<String>,
    /// The imports whose names said who it was, and do not any more.
    pub imports: u32,
    /// The segments whose rules named who was erased, or what nobody else has, and do not any more.
    pub segments: Vec<String>,
    /// The events that nobody else has, which maps no longer list.
    pub events: Vec<String>,
    /// Where the user's own texts name who was erased; they stay.
    pub mentions: Vec<Mention>,
}

/// A text of the user's own in which somebody is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mention {
    /// Of what: `file` for the workspace's own name, otherwise a kind of row, such as `touchpoint`.
    pub of: String,
    /// The text.
    pub text: String,
}

/// An erasure, with what a shell must redraw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Erasure {
    /// What was done besides.
    pub erased: Erased,
    /// What changed.
    pub changes: Changes,
}

impl Session {
    /// Erases the customer with a key, and with all others that are merged with it: all that the workspace and its backups hold of it is overwritten. This cannot be
    /// undone. Where `everywhere` is not set, values and events that only this customer has stay in the rules of segments
    /// and on maps.
    pub fn erase(&mut self, key: &str, everywhere: bool) -> Result<Erased, AppError> {
        self.refuse_looking()?;
        let keys = self.keys_of(key)?;
        let mut known = self.workspace.known_of(&keys)?;
        for named in self.every_backup()? {
            if let Some(backup) = readable(Workspace::look(&named.path()))? {
                known.add(backup.known_of(&keys)?);
            }
        }
        // While the customer is there still, it can be tried again.
        let (backups, deleted_copies) =
            self.erase_in_copies(|copy| Ok(copy.erase(&keys, &known, everywhere)?.is_some()))?;
        let wiped = self.workspace.erase(&keys, &known, everywhere)?;
        self.forget_interactions();
        self.lose_beginning();
        let Some(wiped) = wiped.or((backups > 0).then(Wiped::default)) else {
            return Err(AppError::NoCustomer(key.to_owned()));
        };
        let mut erased = Erased { backups, deleted_copies, ..wiped.into() };
        erased.mentions.extend(self.file_naming(&known));
        Ok(erased)
    }

    /// Erases a customer, and gives what a shell must redraw.
    pub fn erase_customer(&mut self, customer: CustomerId, everywhere: bool) -> Result<Erasure, AppError> {
        let key = self.customer(customer)?.key;
        let erased = self.erase(&key, everywhere)?;
        Ok(Erasure { erased, changes: self.changes_after(&Part::OF_ERASING) })
    }

    /// What the workspace knows of a customer.
    pub fn known_of(&mut self, customer: CustomerId) -> Result<Known, AppError> {
        let key = self.customer(customer)?.key;
        Ok(self.workspace.known_of(&self.keys_of(&key)?)?)
    }

    /// All keys of the customer with a key.
    pub(crate) fn keys_of(&self, key: &str) -> Result<BTreeSet<String>, AppError> {
        let others = self.workspace.other_keys(key)?;
        Ok(others.into_iter().chain([key.to_owned()]).collect())
    }

    /// Refuses what changes the workspace where it is only looked at.
    pub(crate) fn refuse_looking(&self) -> Result<(), AppError> {
        let path = || self.workspace.path().to_owned();
        if self.workspace.is_read_only() { Err(StoreError::ReadOnly(path()).into()) } else { Ok(()) }
    }

    /// The workspace's own name, where it says who somebody is.
    pub(crate) fn file_naming(&self, known: &Known) -> Option<Mention> {
        let name = self.workspace.path().file_name()?.to_string_lossy().into_owned();
        known.are_named_in(&name).then(|| Mention { of: "file".to_owned(), text: name })
    }

    /// Erases something in every backup, and deletes those that cannot be read. Gives how many of each; `erase` tells
    /// whether there was anything.
    pub(crate) fn erase_in_copies(
        &self,
        erase: impl Fn(&mut Workspace) -> Result<bool, AppError>,
    ) -> Result<(u32, u32), AppError> {
        let (mut erased, mut deleted) = (0, 0);
        for named in self.every_backup()? {
            let file = named.path();
            if readable(Workspace::is_present_format(&file))?.is_none() {
                fs::remove_file(&file).map_err(|error| AppError::Write { path: file, error })?;
                deleted += 1;
            } else if erase_in_backup(&named, &erase)? {
                erased += 1;
            }
        }
        Ok((erased, deleted))
    }
}

/// What was read of a backup; nothing if it is damaged or no backup at all.
fn readable<T>(read: Result<T, StoreError>) -> Result<Option<T>, AppError> {
    match read {
        Err(StoreError::Damaged { .. } | StoreError::Foreign(_)) => Ok(None),
        read => Ok(Some(read?)),
    }
}

/// Puts a backup in the place of another from which something was erased.
fn erase_in_backup(
    named: &Named,
    erase: impl Fn(&mut Workspace) -> Result<bool, AppError>,
) -> Result<bool, AppError> {
    let file = named.path();
    let io = |error| AppError::Write { path: file.clone(), error };
    let (part, path) = {
        let part = part_in(folder_of(&file), true).map_err(io)?;
        fs::copy(&file, part.path()).map_err(io)?;
        let path = part.path().to_owned();
        // Without its handle, whose lock the workspace needs.
        (part.into_temp_path(), path)
    };
    let mut workspace = Workspace::open_copy(&path)?;
    if !erase(&mut workspace)? {
        return Ok(false);
    }
    let place = named.holding(&workspace.state()?).path();
    drop(workspace);
    part.persist(&place).map_err(|error| io(error.error))?;
    fs::remove_file(&file).map_err(io)?;
    Ok(true)
}

impl From<store::Mention> for Mention {
    fn from(store::Mention { of, text }: store::Mention) -> Self {
        Self { of: of.to_owned(), text }
    }
}

impl From<Wiped> for Erased {
    fn from(wiped: Wiped) -> Self {
        let Wiped { steps, versions, imports, segments, events, mentions } = wiped;
        let mentions = mentions.into_iter().map(Mention::from);
        let few = |count| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            steps: few(steps),
            versions,
            imports: few(imports),
            segments,
            events,
            mentions: mentions.collect(),
            ..Self::default()
        }
    }
}
