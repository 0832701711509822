//! Each different text once.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use model::Texts;

/// Gives each different text a code, counted from 1 in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    texts: Texts,
    codes: HashTable<u32>,
}

impl Interner {
    /// The code of a text.
    pub(crate) fn code(&mut self, text: &str) -> u32 {
        let texts = &self.texts;
        let of = |code: u32| texts.get(code as usize - 1);
        let hash = FxBuildHasher.hash_one(text);
        if let Some(&code) = self.codes.find(hash, |&code| of(code) == text) {
            return code;
        }
        let code = texts.len() as u32 + 1;
        self.codes.insert_unique(hash, code, |&code| FxBuildHasher.hash_one(of(code)));
        self.texts.push(text);
        code
    }

    /// The texts in the order of their codes.
    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The texts alone.
    pub(crate) fn into_texts(self) -> Texts {
        self.texts
    }
}
