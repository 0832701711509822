//! Passphrases: given to a workspace, changed and taken off.

use std::path::Path;

use app::{AppError, OldBackups, Protection, Session};
use serde_json::json;

use crate::arguments;
use crate::passphrase::Sources;
use crate::saying::{Stop, print_json, say};

/// What is to be done with the passphrase and with the backups.
pub struct Asked {
    pub change: bool,
    pub remove: bool,
    pub backups: arguments::OldBackups,
}

/// Protects a workspace, or does with its passphrase what is asked.
pub fn run(file: &Path, asked: &Asked, new: &Sources<'_>, json: bool) -> Result<(), Stop> {
    let session = Session::open(file)?;
    let backups = match asked.backups {
        arguments::OldBackups::Follow => OldBackups::Follow,
        arguments::OldBackups::Delete => OldBackups::Delete,
        arguments::OldBackups::Keep => OldBackups::Keep,
    };
    if session.is_protected() && !asked.change && !asked.remove {
        return Err(AppError::Protected(file.to_owned()).into());
    }
    if !session.is_protected() && (asked.change || asked.remove) {
        return Err(AppError::NotProtected(file.to_owned()).into());
    }
    let done = if asked.remove {
        session.unprotect(backups)
    } else {
        let Some(passphrase) = new.new_passphrase()? else { return Err(AppError::WeakPassphrase.into()) };
        session.protect(&passphrase, backups)
    };
    let (session, treated) = done.map_err(|unrestored| unrestored.error)?;
    tell(file, &session, &treated, json)
}

fn tell(file: &Path, session: &Session, treated: &Protection, json: bool) -> Result<(), Stop> {
    let Protection { followed, deleted, left } = treated;
    let protected = session.is_protected();
    if json {
        let backups = json!({ "followed": followed, "deleted": deleted, "left": left });
        return print_json(&json!({ "protected": protected, "backups": backups }));
    }
    let now = if protected { "opens with the new passphrase alone" } else { "opens without a passphrase" };
    say(format_args!("{} {now}", file.display()))?;
    say(format_args!("backups: {followed} likewise, {deleted} deleted, {left} as they were"))
}
