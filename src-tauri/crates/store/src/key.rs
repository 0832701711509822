//! What opens a protected workspace, and which of that is known at the moment.
//!
//! A protected file is one of `SQLCipher` (<https://www.zetetic.net/sqlcipher/design/>): each page is encrypted and signed
//! by itself, and the file begins with the salt with which its key is made of a passphrase. All else in it looks like
//! chance. Who opens files here names them by their paths alone; a key is known, by its salt, for as long as somebody
//! holds it.

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use icu_normalizer::ComposingNormalizerBorrowed;
use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::pkcs5::pbkdf2_hmac;
use openssl::pkey::PKey;
use openssl::rand::rand_bytes;
use openssl::sign::Signer;
use openssl::symm::{Cipher, Crypter, Mode, decrypt_aead, encrypt_aead};
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::StoreError;
use crate::file::{Claim, is_alone, size_of};
use crate::lineage::first_pages_beside;

/// How many bytes a page of a protected file has: the larger, the less is signed and encrypted for the same bytes, and the
/// more for a small edit.
pub(crate) const PAGE: usize = 16_384;

/// How SQLite begins the first page of every file, in the place of which a protected one has its salt.
pub(crate) const MAGIC: &[u8; SALT] = b"SQLite format 3\0";

/// How often a passphrase is hashed: what a guess costs.
const ITERATIONS: usize = 256_000;

const SALT: usize = 16;
const RAW: usize = 32;
const IV: usize = 16;
const MAC: usize = 32;

/// Of AES in Galois/Counter Mode.
const NONCE: usize = 12;
const TAG: usize = 16;

/// What differs between the salts of the two keys, by which pages are encrypted and signed.
const MASK: u8 = 0x3A;

/// The keys that somebody holds.
static KNOWN: Mutex<Vec<Weak<Key>>> = Mutex::new(Vec::new());

/// What a user types to open a protected workspace. It is shown nowhere, and wiped from memory when it is not needed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase as it was typed. Keyboards make an é of one or of two characters; they are the same passphrase.
    pub fn new(text: String) -> Self {
        let typed = Zeroizing::new(text);
        Self(Zeroizing::new(ComposingNormalizerBorrowed::new_nfc().normalize(&typed).into_owned()))
    }

    /// Whether it has this many characters, not all of them a few of the same.
    pub fn has(&self, characters: usize) -> bool {
        let different: BTreeSet<char> = self.0.chars().collect();
        self.0.chars().count() >= characters && different.len() >= characters / 2
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What pages are encrypted with, and the salt by which it came from a passphrase.
pub(crate) struct Key {
    raw: Zeroizing<[u8; RAW]>,
    salt: [u8; SALT],
    signs: Zeroizing<[u8; RAW]>,
}

/// The right to open the files of one key, for as long as it is held.
#[derive(Clone)]
pub struct Unlocked(Arc<Key>);

impl fmt::Debug for Unlocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unlocked")
    }
}

impl Unlocked {
    /// A new key for a passphrase.
    pub fn fresh(passphrase: &Passphrase) -> Result<Self, StoreError> {
        let mut salt = [0; SALT];
        rand_bytes(&mut salt).map_err(uncommon)?;
        Ok(Self::known(Key::of_passphrase(passphrase, salt)?))
    }

    /// Unlocks a file by its passphrase.
    pub fn by_passphrase(path: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        Self::by(path, |salt| Key::of_passphrase(passphrase, salt))
    }

    /// Unlocks a file by what [`secret`](Self::secret) told.
    pub fn by_secret(path: &Path, secret: &str) -> Result<Self, StoreError> {
        let raw = bytes_of(secret).ok_or_else(|| StoreError::WrongPassphrase(path.to_owned()))?;
        Self::by(path, |salt| Key::new(raw.clone(), salt))
    }

    fn by(path: &Path, make: impl FnOnce([u8; SALT]) -> Result<Key, StoreError>) -> Result<Self, StoreError> {
        let claim = Claim::share(path)?;
        let first = claim.first_page().map_err(|source| StoreError::Io { path: path.to_owned(), source })?;
        let Some(salt) = salt_of(claim.path(), &first) else {
            return Err(StoreError::Foreign(path.to_owned()));
        };
        let key = make(salt)?;
        // Where a page was cut off as it was written, what it is written from is beside the file still.
        if key.open_page(1, &first).is_some()
            || first_pages_beside(claim.path()).iter().any(|page| key.open_page(1, page).is_some())
        {
            Ok(Self::known(key))
        } else {
            Err(StoreError::WrongPassphrase(path.to_owned()))
        }
    }

    fn known(key: Key) -> Self {
        let key = Arc::new(key);
        let mut known = known();
        known.retain(|other| other.strong_count() > 0);
        known.push(Arc::downgrade(&key));
        Self(key)
    }

    /// The key that is known for a file with this first page; none if the file is not protected.
    pub(crate) fn of(path: &Path, first: &[u8]) -> Result<Option<Self>, StoreError> {
        let Some(salt) = salt_of(path, first) else { return Ok(None) };
        let found = known().iter().filter_map(Weak::upgrade).find(|key| key.salt == salt);
        found.map(|key| Some(Self(key))).ok_or_else(|| StoreError::Locked(path.to_owned()))
    }

    /// By which its files are known in a keyring: their salt.
    pub fn name(&self) -> String {
        hex(&self.0.salt).to_string()
    }

    /// What opens its files at once: to be kept in a keyring and nowhere else.
    pub fn secret(&self) -> Zeroizing<String> {
        hex(&*self.0.raw)
    }

    /// Another key, for who has this one.
    pub fn seal(&self, other: &Self) -> Result<String, StoreError> {
        let Key { raw, salt, .. } = &*other.0;
        let plain = Zeroizing::new([raw.as_slice(), salt].concat());
        let (mut iv, mut tag) = ([0; NONCE], [0; TAG]);
        rand_bytes(&mut iv).map_err(uncommon)?;
        let by = self.seals().map_err(uncommon)?;
        let sealed = encrypt_aead(Cipher::aes_256_gcm(), &by, Some(&iv), &[], &plain, &mut tag);
        Ok(hex(&[&iv[..], &tag, &sealed.map_err(uncommon)?].concat()).to_string())
    }

    /// The key that was sealed by this one, and the right to open its files.
    pub fn unseal(&self, sealed: &str) -> Option<Self> {
        let bytes = bytes_of::<{ NONCE + TAG + RAW + SALT }>(sealed)?;
        let (iv, rest) = bytes.split_at(NONCE);
        let (tag, sealed) = rest.split_at(TAG);
        let plain = decrypt_aead(Cipher::aes_256_gcm(), &self.seals().ok()?, Some(iv), &[], sealed, tag);
        let plain = Zeroizing::new(plain.ok()?);
        let (raw, salt) = plain.split_first_chunk()?;
        Key::new(Zeroizing::new(*raw), salt.try_into().ok()?).ok().map(Self::known)
    }

    /// What other keys are sealed with; pages are with the key itself.
    fn seals(&self) -> Result<Zeroizing<Vec<u8>>, ErrorStack> {
        self.0.sign(b"seals keys").map(Zeroizing::new)
    }

    /// Gives a connection that has not read anything yet the key.
    pub(crate) fn open(&self, conn: &Connection) -> Result<(), StoreError> {
        let sql = format!("{} PRAGMA key = \"{}\"; {}", LOG, *self.words(), settings("main"));
        Ok(conn.execute_batch(&Zeroizing::new(sql))?)
    }

    /// The key in words of SQL.
    fn words(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}{}'", *self.secret(), *hex(&self.0.salt)))
    }

    /// A page of a file as it was before it was encrypted, if it was by this key.
    pub(crate) fn open_page(&self, number: u32, page: &[u8]) -> Option<Vec<u8>> {
        self.0.open_page(number, page)
    }
}

/// What is wrong with a page is told by the errors alone.
const LOG: &str = "PRAGMA cipher_log_level = NONE;";

/// How the pages of a protected database are made, save for the key.
fn settings(database: &str) -> String {
    format!(
        "PRAGMA {database}.cipher_page_size = {PAGE};
         PRAGMA {database}.cipher_hmac_algorithm = HMAC_SHA256;
         PRAGMA temp_store = MEMORY;"
    )
}

/// Attaches an empty file to a connection, as one of this key or as one that is not protected.
pub(crate) fn attach(
    conn: &Connection,
    path: &Path,
    name: &str,
    key: Option<&Unlocked>,
) -> Result<(), StoreError> {
    let words = key.map(Unlocked::words).unwrap_or_default();
    let path = path.to_str().ok_or_else(|| StoreError::Io {
        path: path.to_owned(),
        source: io::Error::new(io::ErrorKind::InvalidFilename, "its name is not text"),
    })?;
    conn.execute(&format!("ATTACH ?1 AS {name} KEY ?2"), [path, &words])?;
    if key.is_some() {
        conn.execute_batch(&format!("{LOG} {}", settings(name)))?;
    }
    Ok(())
}

/// Opens a connection's file if it is protected; `key` is its key.
pub(crate) fn open(conn: &Connection, key: Option<&Unlocked>) -> Result<(), StoreError> {
    match key {
        Some(key) => key.open(conn),
        // Else what does not fit into memory would have to.
        None => Ok(conn.execute_batch("PRAGMA temp_store = FILE")?),
    }
}

/// A page of a file as SQLite sees it; none if it is not of this key.
pub(crate) fn plain(key: Option<&Unlocked>, number: u32, page: Vec<u8>) -> Option<Vec<u8>> {
    match key {
        Some(key) => key.open_page(number, &page),
        None => Some(page),
    }
}

/// By which the key of a file with this first page is known, if it is protected.
pub(crate) fn name_in(path: &Path, first: &[u8]) -> Option<String> {
    salt_of(path, first).map(|salt| hex(&salt).to_string())
}

/// The salt of a protected file, by its first page: what is not SQLite's, consists of whole pages and looks like chance.
fn salt_of(path: &Path, first: &[u8]) -> Option<[u8; SALT]> {
    let mut seen = [false; 256];
    for &byte in first {
        seen[usize::from(byte)] = true;
    }
    // Of so many bytes drawn by chance hardly ever one of the values is missing.
    let varied = seen.iter().filter(|&&seen| seen).count() > 246;
    let whole = size_of(path).is_multiple_of(PAGE as u64) || !is_alone(path);
    if first.len() < PAGE || first.starts_with(MAGIC) || !varied || !whole {
        return None;
    }
    first.first_chunk().copied()
}

impl Key {
    fn of_passphrase(passphrase: &Passphrase, salt: [u8; SALT]) -> Result<Self, StoreError> {
        let mut raw = Zeroizing::new([0; RAW]);
        pbkdf2_hmac(passphrase.0.as_bytes(), &salt, ITERATIONS, MessageDigest::sha512(), &mut *raw)
            .map_err(uncommon)?;
        Self::new(raw, salt)
    }

    fn new(raw: Zeroizing<[u8; RAW]>, salt: [u8; SALT]) -> Result<Self, StoreError> {
        let mut signs = Zeroizing::new([0; RAW]);
        let masked = salt.map(|byte| byte ^ MASK);
        pbkdf2_hmac(&*raw, &masked, 2, MessageDigest::sha512(), &mut *signs).map_err(uncommon)?;
        Ok(Self { raw, salt, signs })
    }

    fn open_page(&self, number: u32, page: &[u8]) -> Option<Vec<u8>> {
        if page.len() != PAGE {
            return None;
        }
        // The first page begins with the salt.
        let start = if number == 1 { SALT } else { 0 };
        let (sealed, rest) = page[start..].split_at(PAGE - start - IV - MAC);
        let (iv, mac) = rest.split_at(IV);
        let signed = [sealed, iv, &number.to_le_bytes()].concat();
        if !openssl::memcmp::eq(&self.sign(&signed).ok()?, mac) {
            return None;
        }
        let opened = self.decrypt(sealed, iv).ok()?;
        Some(if number == 1 { [MAGIC.as_slice(), &opened].concat() } else { opened })
    }

    fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, ErrorStack> {
        let key = PKey::hmac(&*self.signs)?;
        Signer::new(MessageDigest::sha256(), &key)?.sign_oneshot_to_vec(bytes)
    }

    fn decrypt(&self, sealed: &[u8], iv: &[u8]) -> Result<Vec<u8>, ErrorStack> {
        let mut crypter = Crypter::new(Cipher::aes_256_cbc(), Mode::Decrypt, &*self.raw, Some(iv))?;
        crypter.pad(false);
        let mut opened = vec![0; sealed.len() + IV];
        let length = crypter.update(sealed, &mut opened)?;
        opened.truncate(length);
        Ok(opened)
    }
}

/// What cannot happen short of memory.
fn uncommon(error: ErrorStack) -> StoreError {
    StoreError::Io { path: "OpenSSL".into(), source: io::Error::other(error) }
}

fn known() -> MutexGuard<'static, Vec<Weak<Key>>> {
    // A panic while the list was locked leaves it whole: each use is one call.
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hex(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len()));
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn bytes_of<const LENGTH: usize>(hex: &str) -> Option<Zeroizing<[u8; LENGTH]>> {
    let mut bytes = Zeroizing::new([0; LENGTH]);
    if hex.len() != 2 * LENGTH || !hex.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(bytes)
}
