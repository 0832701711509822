//! Erasing a person: from the workspace, and from every copy of it that Touchline has made.

use std::fs;
use std::path::PathBuf;

use model::CustomerId;
use store::{StoreError, Workspace};

use crate::backups::{Named, named_in};
use crate::operations::Part;
use crate::whole::{folder_of, part_in};
use crate::{AppError, Changes, Session};

/// What an erasure did besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// The backups from which the customer was erased.
    pub backups: usize,
    /// The copies in an older format, which were deleted: they cannot be changed without making another copy.
    pub deleted: usize,
}

impl Session {
    /// Erases the customer with a key: all that the workspace and its backups hold of it is overwritten. This cannot be
    /// undone.
    pub fn erase(&mut self, key: &str) -> Result<Erased, AppError> {
        let customer =
            self.workspace.customer_by_key(key)?.ok_or_else(|| AppError::NoCustomer(key.to_owned()))?;
        if self.workspace.is_read_only() {
            return Err(StoreError::ReadOnly(self.workspace.path().to_owned()).into());
        }
        // While the customer is there still, it can be tried again.
        let erased = self.erase_in_copies(key)?;
        self.workspace.erase_customer(customer)?;
        self.forget_interactions();
        Ok(erased)
    }

    /// Erases a customer and gives what a shell must redraw.
    pub fn erase_customer(&mut self, customer: CustomerId) -> Result<Changes, AppError> {
        let key = self.customer(customer)?.key;
        self.erase(&key)?;
        Ok(self.changes_after(&Part::OF_IMPORT))
    }

    fn erase_in_copies(&self, key: &str) -> Result<Erased, AppError> {
        let folder = self.backup_folder();
        let mut erased = Erased::default();
        let mut older = self.copies_of_migrations()?;
        for named in named_in(&folder)? {
            let file = folder.join(&named.id);
            if !Workspace::is_present_format(&file)? {
                older.push(file);
            } else if self.erase_in_backup(&named, key)? {
                erased.backups += 1;
            }
        }
        for file in older {
            fs::remove_file(&file).map_err(|error| AppError::Write { path: file, error })?;
            erased.deleted += 1;
        }
        Ok(erased)
    }

    /// Puts a backup without the customer in the place of one that holds it.
    fn erase_in_backup(&self, named: &Named, key: &str) -> Result<bool, AppError> {
        let file = self.backup_folder().join(&named.id);
        let io = |error| AppError::Write { path: file.clone(), error };
        let (part, path) = {
            let part = part_in(folder_of(&file), true).map_err(io)?;
            fs::copy(&file, part.path()).map_err(io)?;
            let path = part.path().to_owned();
            // Without its handle, whose lock the workspace needs.
            (part.into_temp_path(), path)
        };
        let mut workspace = Workspace::open(&path)?;
        let Some(customer) = workspace.customer_by_key(key)? else { return Ok(false) };
        workspace.erase_customer(customer)?;
        let place = file.with_file_name(Named::new(named.at, named.reason, &workspace.state()?).id);
        drop(workspace);
        part.persist(&place).map_err(|error| io(error.error))?;
        fs::remove_file(&file).map_err(io)?;
        Ok(true)
    }

    /// The copies that were made beside the workspace before its format was changed.
    pub(crate) fn copies_of_migrations(&self) -> Result<Vec<PathBuf>, AppError> {
        let path = self.workspace.path();
        let folder = folder_of(path);
        let stem = format!("{}.v", path.file_stem().unwrap_or_default().to_string_lossy());
        let entries =
            fs::read_dir(folder).map_err(|error| AppError::Write { path: folder.to_owned(), error })?;
        let is_copy = |name: &str| {
            let number = name.strip_prefix(&stem).and_then(|rest| rest.strip_suffix(".touchline-backup"));
            number.is_some_and(|number| {
                !number.is_empty() && number.chars().all(|each| each.is_ascii_digit() || each == '-')
            })
        };
        Ok(entries
            .flatten()
            .filter(|entry| is_copy(&entry.file_name().to_string_lossy()))
            .map(|entry| entry.path())
            .collect())
    }
}
