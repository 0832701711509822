//! Where passphrases come from: a file, standard input, a variable or the terminal, and never an argument, which other
//! users of the machine can read.

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use app::{AppError, Passphrase, Session, Unlocked};

use crate::arguments::{Arguments, Merge};
use crate::saying::{Stop, warn};

/// How often a passphrase is asked for.
const TRIES: usize = 3;

/// Where a passphrase may come from, in this order: a file, a variable, the terminal.
pub struct Sources<'a> {
    file: Option<&'a Path>,
    variables: &'static [&'static str],
}

impl<'a> Sources<'a> {
    /// Those of the passphrase that opens a workspace.
    fn of_present(arguments: &'a Arguments) -> Self {
        Self { file: arguments.passphrase_file.as_deref(), variables: &["TOUCHLINE_PASSPHRASE"] }
    }

    /// Those of a new passphrase; of a workspace that has none yet, what would open it is the new one.
    pub fn of_new(file: Option<&'a Path>, arguments: &'a Arguments, changes: bool) -> Self {
        if changes {
            return Self { file, variables: &["TOUCHLINE_NEW_PASSPHRASE"] };
        }
        Self {
            file: file.or(arguments.passphrase_file.as_deref()),
            variables: &["TOUCHLINE_NEW_PASSPHRASE", "TOUCHLINE_PASSPHRASE"],
        }
    }

    /// The passphrase that was given; none if it would have to be asked for.
    fn given(&self) -> Result<Option<Passphrase>, Stop> {
        if let Some(path) = self.file {
            return Ok(Some(read(path)?));
        }
        let given = self.variables.iter().find_map(|variable| env::var(variable).ok());
        Ok(given.map(Passphrase::new))
    }

    /// A new passphrase, asked for twice; none if there is nobody to ask.
    pub fn new_passphrase(&self) -> Result<Option<Passphrase>, Stop> {
        if let Some(given) = self.given()? {
            return Ok(Some(given));
        }
        loop {
            let Some(typed) = ask("New passphrase: ")? else { return Ok(None) };
            if Some(&typed) == ask("Once more: ")?.as_ref() {
                return Ok(Some(typed));
            }
            warn("These are two different ones.");
        }
    }
}

/// Unlocks the workspace that a command opens, if it is protected, for as long as the answer is held.
pub fn unlock(arguments: &Arguments) -> Result<Option<Unlocked>, Stop> {
    let Some(path) = arguments.command.opened() else { return Ok(None) };
    unlock_file(path, &Sources::of_present(arguments))
}

/// Unlocks the copy that is merged into a workspace, likewise, if it has another passphrase than that.
pub fn unlock_copy(merge: &Merge) -> Result<Option<Unlocked>, Stop> {
    if Session::look(&merge.copy).is_ok() {
        return Ok(None);
    }
    let file = merge.copy_passphrase_file.as_deref();
    unlock_file(&merge.copy, &Sources { file, variables: &["TOUCHLINE_COPY_PASSPHRASE"] })
}

fn unlock_file(path: &Path, sources: &Sources<'_>) -> Result<Option<Unlocked>, Stop> {
    // What cannot be read is told of by what opens it.
    if !app::is_protected(path).unwrap_or(false) {
        return Ok(None);
    }
    if let Some(given) = sources.given()? {
        return Ok(Some(app::unlock(path, &given)?));
    }
    if let Some(remembered) = app::recall(path) {
        return Ok(Some(remembered));
    }
    for left in (0..TRIES).rev() {
        let Some(typed) =
            ask(&format!("Passphrase of {}: ", crate::saying::harmless(&path.display().to_string())))?
        else {
            break;
        };
        match app::unlock(path, &typed) {
            Err(error) if error.is_locked() && left > 0 => warn(format_args!("touchline: {error}")),
            other => return Ok(Some(other?)),
        }
    }
    // Opening it says that it is locked.
    Ok(None)
}

/// The first line of a file, or of standard input.
fn read(path: &Path) -> Result<Passphrase, Stop> {
    let failed = |error| AppError::Write { path: PathBuf::from(path), error };
    let read = |from: &mut dyn BufRead| -> io::Result<Passphrase> {
        let mut line = String::new();
        from.read_line(&mut line)?;
        line.truncate(line.trim_end_matches(['\n', '\r']).len());
        Ok(Passphrase::new(line))
    };
    let line = if path == Path::new("-") {
        read(&mut io::stdin().lock())
    } else {
        File::open(path).and_then(|file| read(&mut BufReader::new(file)))
    };
    Ok(line.map_err(failed)?)
}

/// Asks on the terminal, where there is one.
fn ask(question: &str) -> Result<Option<Passphrase>, Stop> {
    if !io::stdin().is_terminal() {
        return Ok(None);
    }
    let typed = rpassword::prompt_password(question);
    let typed = typed.map_err(|error| AppError::Write { path: PathBuf::from("/dev/tty"), error })?;
    Ok(Some(Passphrase::new(typed)))
}
