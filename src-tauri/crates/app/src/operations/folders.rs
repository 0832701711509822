//! Operations on the folders that maps are in: a folder is a name, and is there for as long as a map is in it.

use model::MapId;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Puts a map into a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveToFolder {
    /// Which.
    pub map: MapId,
    /// The name of the folder; with an empty one the map is in none.
    pub folder: String,
}

impl Operation for MoveToFolder {
    const LABEL: &'static str = "move_to_folder";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_map_folder(self.map, self.folder.trim())?;
        Ok(None)
    }
}

/// Renames a folder; where another has the name already, the two become one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RenameFolder {
    /// Which.
    pub folder: String,
    /// Its new name.
    pub name: String,
}

impl Operation for RenameFolder {
    const LABEL: &'static str = "rename_folder";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.name.trim().to_owned()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        match self.name.trim() {
            "" => Err(store::StoreError::Untitled("folder").into()),
            name => {
                tx.rename_folder(&self.folder, name)?;
                Ok(None)
            }
        }
    }
}

/// Deletes a folder; the maps in it stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteFolder {
    /// Which.
    pub folder: String,
}

impl Operation for DeleteFolder {
    const LABEL: &'static str = "delete_folder";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.folder.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.rename_folder(&self.folder, "")?;
        Ok(None)
    }
}
