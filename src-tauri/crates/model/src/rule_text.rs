//! Rules as people write them: `plan is pro and (did at least 2 times order or not segment "Loyal")`.
//!
//! [`read`] and [`write`] are each other's inverse. `touchline segment --help` tells the grammar.

mod read;
mod reader;
mod tokens;
mod write;

pub use read::read;
pub use write::write;

use thiserror::Error;

/// Why a text is no rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("at character {at}: {problem}")]
pub struct RuleError {
    /// Where, in characters from 1.
    pub at: usize,
    /// What is wrong there.
    pub problem: String,
}

/// The words that say what comes next: as a name or a value each of them is quoted.
const WORDS: [&str; 28] = [
    "all",
    "and",
    "any",
    "anything",
    "at",
    "between",
    "channel",
    "contains",
    "customers",
    "did",
    "empty",
    "everybody",
    "exactly",
    "from",
    "in",
    "is",
    "none",
    "not",
    "of",
    "one",
    "or",
    "persona",
    "segment",
    "stage",
    "stands",
    "to",
    "touchpoint",
    "with",
];

/// Whether a word says what comes next.
fn is_reserved(word: &str) -> bool {
    WORDS.iter().any(|reserved| reserved.eq_ignore_ascii_case(word))
}

/// Whether a character can stand in a name or value that is not quoted.
fn is_bare(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-' | ':' | '+' | '@')
}
