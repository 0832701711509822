//! The system's keyring, in which what opens a workspace is remembered if its user wants that: its key, never the
//! passphrase, under the salt of the file, so that it is found wherever the file is moved and says nothing of it.
//!
//! A keyring may be missing, or wait for its user to open it. Nothing here waits longer than a moment for that.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use keyring_core::{Entry, Error};
use store::{Unlocked, Workspace};

use crate::AppError;

/// Under which all that Touchline remembers stands.
const SERVICE: &str = "Touchline";

/// How long the system is waited for where it need not ask anybody.
const MOMENT: Duration = Duration::from_secs(2);

/// How long the user has to open the keyring, if the system asks for that.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether the system has a keyring.
pub fn has_keyring() -> bool {
    within(MOMENT, connect).is_some()
}

/// Remembers on this machine what opens the files of a key.
pub fn remember(key: &Unlocked) -> Result<(), AppError> {
    let (name, secret) = (key.name(), key.secret());
    within(PATIENCE, move || entry(&name)?.set_password(&secret)).ok_or(AppError::NoKeyring)
}

/// Opens the way to a protected workspace, if it is remembered on this machine.
pub fn recall(path: &Path) -> Option<Unlocked> {
    let name = Workspace::key_name(path).ok().flatten()?;
    let secret = within(PATIENCE, move || entry(&name)?.get_password())?;
    // What does not open it any more is of no use.
    Unlocked::by_secret(path, &zeroize::Zeroizing::new(secret)).ok()
}

/// Forgets what opens the files of a key.
pub(crate) fn forget(key: &Unlocked) {
    let name = key.name();
    // Where nothing is remembered there is nothing to forget.
    within(MOMENT, move || entry(&name)?.delete_credential());
}

fn entry(name: &str) -> Result<Entry, Error> {
    connect()?;
    Entry::new(SERVICE, name)
}

/// Does something with the keyring, which may never answer.
fn within<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Option<T> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(work()));
    told.recv_timeout(time).ok()?.ok()
}

/// Finds the system's keyring, unless one is found already.
fn connect() -> Result<(), Error> {
    if keyring_core::get_default_store().is_none() {
        keyring_core::set_default_store(system()?);
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn system() -> Result<std::sync::Arc<keyring_core::CredentialStore>, Error> {
    // Without a bus, asking for one would start one.
    let has_bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(|folder| Path::new(&folder).join("bus"));
    if !has_bus && !runtime.is_some_and(|bus| bus.exists()) {
        return Err(Error::NoDefaultStore);
    }
    Ok(dbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn system() -> Result<std::sync::Arc<keyring_core::CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "windows")]
fn system() -> Result<std::sync::Arc<keyring_core::CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
fn system() -> Result<std::sync::Arc<keyring_core::CredentialStore>, Error> {
    Err(Error::NoDefaultStore)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::{Locale, NewWorkspace, OldBackups, Passphrase, Session};

    #[test]
    fn what_is_remembered_opens_the_workspace_until_its_passphrase_changes() {
        keyring_core::set_default_store(keyring_core::mock::Store::new().unwrap());
        assert!(has_keyring());
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("Shop.touchline");
        let (title, template, persona) = (None, None, None);
        let new = NewWorkspace {
            title,
            timezone: "UTC".to_owned(),
            template,
            examples: false,
            persona,
            locale: Locale::En,
        };
        let session = Session::create(&path, &new).unwrap();
        drop(session);
        assert!(recall(&path).is_none(), "it is not protected");

        let phrase = |text: &str| Passphrase::new(text.to_owned());
        let protect = |text: &str| {
            let session = Session::open(&path).unwrap();
            session.protect(&phrase(text), OldBackups::Follow).unwrap().0
        };
        let session = protect("correct horse battery");
        let key = session.unlocked().unwrap();
        remember(&key).unwrap();
        drop((session, key));
        assert!(Session::open(&path).is_err(), "nothing is known of it");

        // Wherever it is.
        let moved = folder.path().join("Moved.touchline");
        std::fs::copy(&path, &moved).unwrap();
        for path in [&moved, &path] {
            let remembered = recall(path).unwrap();
            drop(Session::open(path).unwrap());
            drop(remembered);
        }
        let remembered = recall(&path);
        drop(protect("staple of horses"));
        drop(remembered);
        assert!(recall(&path).is_none() && recall(&moved).is_none(), "the old one is forgotten");
        app_opens_by(&path, "staple of horses");
    }

    fn app_opens_by(path: &Path, text: &str) {
        let _unlocked = crate::unlock(path, &Passphrase::new(text.to_owned())).unwrap();
        Session::open(path).unwrap();
    }

    #[test]
    fn a_keyring_that_does_not_answer_is_not_waited_for() {
        let never = || {
            thread::sleep(Duration::from_mins(1));
            Ok(())
        };
        assert!(within(Duration::from_millis(20), never).is_none());
    }
}
