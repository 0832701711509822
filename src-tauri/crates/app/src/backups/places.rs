//! Where backups lie: in a folder beside the workspace, or in one within a folder of the user's choice.
//!
//! What was chosen is kept among the settings of this machine, by the path of the workspace: a folder of one machine is
//! none of another. A workspace that was moved is known by when it was made.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::BackupReason;
use super::named::{END, Named, named_in, sort};
use crate::session::now;
use crate::whole::{folder_of, part_in};
use crate::{AppError, Session};

/// The folder of the user's settings.
static SETTINGS: OnceLock<PathBuf> = OnceLock::new();

/// Held while what was chosen is read and written.
static WRITING: Mutex<()> = Mutex::new(());

/// Keeps settings in a folder, from now on and for all workspaces; the first folder that is named stays. Without one, no
/// folder can be chosen for backups.
pub fn keep_settings_in(folder: PathBuf) {
    // A shell says so once.
    let _ = SETTINGS.set(folder);
}

/// Where the backups of a workspace are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupPlace {
    /// The folder of choice; none if they are kept beside the workspace.
    pub chosen: Option<String>,
    /// Whether the folder of choice is not there, so that backups are made beside the workspace.
    pub is_missing: bool,
}

/// What became of the backups when another folder was chosen for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MovedBackups {
    /// How many were moved to where backups are kept now.
    pub moved: u32,
    /// The former folder, if it was not there: what is in it stays, and is not known any more.
    pub left: Option<String>,
}

/// The folder in which the backups of a workspace lie, within the one that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Chosen {
    workspace: PathBuf,
    /// When the workspace was made.
    created: i64,
    folder: PathBuf,
    /// The former one, until all that is in it is moved.
    from: Option<PathBuf>,
}

impl Chosen {
    /// The folders of all workspaces.
    fn all() -> Result<Vec<Self>, AppError> {
        let Some(file) = file() else { return Ok(Vec::new()) };
        let read = match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(io::Error::from),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
        };
        read.map_err(|error| AppError::Write { path: file, error })
    }

    fn write(all: &[Self]) -> Result<(), AppError> {
        let file = file().ok_or(AppError::NoSettings)?;
        let written = serde_json::to_vec_pretty(all).map_err(io::Error::from).and_then(|bytes| {
            let folder = folder_of(&file);
            fs::create_dir_all(folder_of(folder))?;
            make_private(folder)?;
            let mut part = part_in(folder, true)?;
            part.write_all(&bytes)?;
            part.as_file().sync_all()?;
            part.persist(&file).map_err(|error| error.error)
        });
        written.map(drop).map_err(|error| AppError::Write { path: file, error })
    }

    /// The folders that are to be looked into.
    fn folders(&self) -> impl Iterator<Item = &Path> {
        [Some(&self.folder), self.from.as_ref()].into_iter().flatten().map(PathBuf::as_path)
    }
}

fn file() -> Option<PathBuf> {
    Some(SETTINGS.get()?.join("backup-folders.json"))
}

impl Session {
    /// Where the backups are kept.
    pub fn backup_place(&self) -> Result<BackupPlace, AppError> {
        let chosen = self.chosen()?;
        let within = |chosen: &Chosen| folder_of(&chosen.folder).display().to_string();
        Ok(BackupPlace {
            is_missing: chosen.as_ref().is_some_and(|chosen| !chosen.folder.is_dir()),
            chosen: chosen.as_ref().map(within),
        })
    }

    /// The folder of choice for backups, if it is not there: a disk that is not plugged in, for instance.
    pub fn missing_backup_folder(&self) -> Option<PathBuf> {
        let chosen = self.chosen().ok()??;
        chosen.folders().find(|folder| !folder.is_dir()).map(|folder| folder_of(folder).to_owned())
    }

    /// Keeps the backups in a folder within this one, or beside the workspace, from now on; those that are there are
    /// moved.
    pub fn keep_backups_in(&self, folder: Option<&Path>) -> Result<MovedBackups, AppError> {
        self.refuse_looking()?;
        let former = self.chosen()?;
        let left = self.missing_backup_folder().map(|folder| folder.display().to_string());
        let place = match folder {
            Some(folder) => self.choose(folder, former.as_ref())?,
            None => self.beside(),
        };
        make_private(&place).map_err(|error| AppError::Write { path: place.clone(), error })?;
        self.adopt_copies()?;
        let mut moved = 0;
        for named in self.named_backups()?.into_iter().filter(|named| named.folder != place) {
            move_file(&named.path(), &place.join(&named.id))?;
            moved += 1;
        }
        self.note(folder.is_some().then_some(&place), None)?;
        let emptied = former.iter().flat_map(Chosen::folders).map(Path::to_owned).chain([self.beside()]);
        for folder in emptied.filter(|folder| *folder != place) {
            // One in which something else lies stays.
            let _ = fs::remove_dir(folder);
        }
        Ok(MovedBackups { moved, left })
    }

    /// Notes a folder of the workspace's own within one that was chosen.
    fn choose(&self, folder: &Path, former: Option<&Chosen>) -> Result<PathBuf, AppError> {
        let io = |error| AppError::Write { path: folder.to_owned(), error };
        if !fs::metadata(folder).map_err(io)?.is_dir() {
            return Err(io(io::ErrorKind::NotADirectory.into()));
        }
        let folder = folder.canonicalize().map_err(io)?;
        let (path, others) = (self.canonical(), Chosen::all()?);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_taken =
            |place: &PathBuf| others.iter().any(|other| other.folder == *place && other.workspace != path);
        let mut count = 0;
        let mut place = folder.join(format!("{name}-backups-{:08x}", mark(&path, count)));
        while is_taken(&place) {
            count += 1;
            place = folder.join(format!("{name}-backups-{:08x}", mark(&path, count)));
        }
        make_private(&place).map_err(io)?;
        // What is on its way when this is interrupted is found in either.
        let from = former.map(|former| &former.folder).filter(|from| **from != place && from.is_dir());
        self.note(Some(&place), from)?;
        Ok(place)
    }

    /// Notes where the backups of the workspace lie.
    fn note(&self, folder: Option<&PathBuf>, from: Option<&PathBuf>) -> Result<(), AppError> {
        let (workspace, created) = (self.canonical(), self.workspace.about()?.created);
        let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let before = Chosen::all()?;
        let mut all = before.clone();
        let is_gone = |each: &Chosen| each.created == created && !each.workspace.exists();
        all.retain(|each| each.workspace != workspace && !is_gone(each));
        all.extend(folder.cloned().map(|folder| Chosen { workspace, created, folder, from: from.cloned() }));
        if all == before { Ok(()) } else { Chosen::write(&all) }
    }

    /// What was chosen for the workspace, also where it was before it was moved.
    fn chosen(&self) -> Result<Option<Chosen>, AppError> {
        let mut all = Chosen::all()?;
        if all.is_empty() {
            return Ok(None);
        }
        let (path, created) = (self.canonical(), self.workspace.about()?.created);
        all.retain(|each| each.created == created && (each.workspace == path || !each.workspace.exists()));
        all.sort_by_key(|each| each.workspace != path);
        Ok(all.into_iter().next())
    }

    pub(crate) fn canonical(&self) -> PathBuf {
        let path = self.workspace.path();
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }

    /// The folder beside the workspace.
    pub(super) fn beside(&self) -> PathBuf {
        let mut folder = self.workspace.path().as_os_str().to_owned();
        folder.push("-backups");
        folder.into()
    }

    /// The folders in which backups may lie, as far as they can be reached.
    pub(crate) fn places_of_backups(&self) -> Result<Vec<PathBuf>, AppError> {
        let chosen = self.chosen()?;
        let chosen = chosen.iter().flat_map(Chosen::folders).map(Path::to_owned);
        Ok(chosen.filter(|folder| folder.is_dir()).chain([self.beside()]).collect())
    }

    /// The folder in which backups are made now.
    pub(crate) fn place_of_backups(&self) -> Result<PathBuf, AppError> {
        let place = match self.chosen()? {
            Some(chosen) if chosen.folder.is_dir() => chosen.folder,
            _ => self.beside(),
        };
        make_private(&place).map_err(|error| AppError::Write { path: place.clone(), error })?;
        Ok(place)
    }

    /// All backups that can be reached, the newest first.
    pub(crate) fn named_backups(&self) -> Result<Vec<Named>, AppError> {
        let mut found = Vec::new();
        for place in self.places_of_backups()? {
            found.extend(named_in(&place)?);
        }
        sort(&mut found);
        Ok(found)
    }

    /// All backups, to do something to each of them: refused where some are out of reach.
    pub(crate) fn every_backup(&self) -> Result<Vec<Named>, AppError> {
        if let Some(folder) = self.missing_backup_folder() {
            return Err(AppError::BackupFolderMissing(folder));
        }
        self.adopt_copies()?;
        self.named_backups()
    }

    /// Makes the copies that migrations have made beside the workspace backups like any other.
    pub(crate) fn adopt_copies(&self) -> Result<(), AppError> {
        for (copy, format) in self.copies_of_migrations()? {
            let io = |error| AppError::Write { path: copy.clone(), error };
            let place = self.place_of_backups()?;
            let made = fs::metadata(&copy).and_then(|metadata| metadata.modified()).map_err(io)?;
            let age = made.duration_since(UNIX_EPOCH).ok();
            let mut at = age.and_then(|age| i64::try_from(age.as_millis()).ok()).unwrap_or_else(now);
            // It has no state that the workspace can be in now.
            let named = |at| Named::new(&place, at, BackupReason::Migration, &format).path();
            while named(at).exists() {
                at += 1;
            }
            move_file(&copy, &named(at))?;
        }
        Ok(())
    }

    /// The copies that were made beside the workspace before its format was changed, each with the format, as `v7`.
    fn copies_of_migrations(&self) -> Result<Vec<(PathBuf, String)>, AppError> {
        let path = self.workspace.path();
        let folder = folder_of(path);
        let stem = format!("{}.", path.file_stem().unwrap_or_default().to_string_lossy());
        let entries =
            fs::read_dir(folder).map_err(|error| AppError::Write { path: folder.to_owned(), error })?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|each| each.is_ascii_digit());
        let format = |name: &str| {
            let named = name.strip_prefix(&stem)?.strip_suffix(END)?;
            let (format, number) = named.split_once('-').unwrap_or((named, "1"));
            let fits = is_number(format.strip_prefix('v')?) && is_number(number);
            fits.then(|| format.to_owned())
        };
        let copy = |entry: fs::DirEntry| Some((entry.path(), format(&entry.file_name().to_string_lossy())?));
        Ok(entries.flatten().filter_map(copy).collect())
    }
}

/// A number that tells workspaces of one name apart, by their paths: FNV-1a.
fn mark(path: &Path, count: u32) -> u32 {
    let bytes = path.as_os_str().as_encoded_bytes().iter().copied().chain(count.to_le_bytes());
    bytes.fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Moves a file, also to another disk; there it is for its user alone.
fn move_file(from: &Path, to: &Path) -> Result<(), AppError> {
    let copy = || {
        let part = part_in(folder_of(to), true)?;
        io::copy(&mut fs::File::open(from)?, &mut part.as_file())?;
        part.as_file().sync_all()?;
        part.persist(to).map_err(|error| error.error)?;
        fs::remove_file(from)
    };
    let moved = fs::rename(from, to).or_else(|_| copy());
    moved.map_err(|error| AppError::Write { path: to.to_owned(), error })
}

/// Makes a folder that is for its user alone, unless it is there.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        made => made,
    }
}
