//! Reading a text piece by piece, and saying where it goes wrong.

use super::tokens::{Token, cut};
use super::{RuleError, is_reserved};
use crate::{Operand, Reference};

/// A text that is being read.
pub(super) struct Reader {
    tokens: Vec<(usize, Token)>,
    next: usize,
    /// Where the text ends, in characters from 1.
    end: usize,
    pub(super) depth: usize,
}

/// What was read, or why it could not be.
pub(super) type Read<T> = Result<T, RuleError>;

impl Reader {
    pub(super) fn of(text: &str) -> Read<Self> {
        Ok(Self { tokens: cut(text)?, next: 0, end: text.chars().count() + 1, depth: 0 })
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.next == self.tokens.len()
    }

    /// Something in parentheses, any number of times, with commas between.
    pub(super) fn list<T>(&mut self, item: impl Fn(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        self.sign("(")?;
        let mut items = Vec::new();
        if self.takes_sign(")") {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if !self.takes_sign(",") {
                self.sign(")")?;
                return Ok(items);
            }
        }
    }

    pub(super) fn days(&mut self) -> Read<u32> {
        let days = self.count()?;
        if !self.takes("day") {
            self.words(&["days"])?;
        }
        Ok(days)
    }

    pub(super) fn count(&mut self) -> Read<u32> {
        let number = match self.tokens.get(self.next) {
            Some((_, Token::Word(word))) => word.parse().ok(),
            _ => None,
        };
        let Some(number) = number else { return self.fails("a whole number") };
        self.next += 1;
        Ok(number)
    }

    pub(super) fn operand(&mut self) -> Read<Operand> {
        self.text("a value").map(Operand)
    }

    pub(super) fn text(&mut self, expected: &str) -> Read<String> {
        match self.tokens.get(self.next) {
            Some((_, Token::Quoted(text))) => {
                self.next += 1;
                Ok(text.clone())
            }
            Some((_, Token::Word(word))) if !is_reserved(word) => {
                self.next += 1;
                Ok(word.clone())
            }
            _ => self.fails(expected),
        }
    }

    pub(super) fn reference(&mut self, expected: &str) -> Read<Reference> {
        if let Some(&(_, Token::Id(id))) = self.tokens.get(self.next) {
            self.next += 1;
            return Ok(Reference::Id(id));
        }
        self.text(expected).map(Reference::Name)
    }

    /// The word of the language that is next, in lower case.
    pub(super) fn keyword(&self) -> Option<String> {
        match self.tokens.get(self.next) {
            Some((_, Token::Word(word))) if is_reserved(word) => Some(word.to_ascii_lowercase()),
            _ => None,
        }
    }

    pub(super) fn next_is(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.next), Some((_, Token::Word(next))) if next.eq_ignore_ascii_case(word))
    }

    pub(super) fn takes(&mut self, word: &str) -> bool {
        let taken = self.next_is(word);
        self.next += usize::from(taken);
        taken
    }

    pub(super) fn words(&mut self, words: &[&str]) -> Read<()> {
        for word in words {
            if !self.takes(word) {
                return self.fails(&format!("“{word}”"));
            }
        }
        Ok(())
    }

    pub(super) fn takes_sign(&mut self, sign: &str) -> bool {
        let taken = matches!(self.tokens.get(self.next), Some((_, Token::Sign(next))) if *next == sign);
        self.next += usize::from(taken);
        taken
    }

    pub(super) fn sign(&mut self, sign: &str) -> Read<()> {
        if self.takes_sign(sign) { Ok(()) } else { self.fails(&format!("“{sign}”")) }
    }

    pub(super) fn fails<T>(&self, expected: &str) -> Read<T> {
        let found = self.tokens.get(self.next).map_or("the end".to_owned(), |(_, token)| token.shown());
        let quoted = match self.tokens.get(self.next) {
            Some((_, Token::Word(word))) if is_reserved(word) => "; in quotes it would be a name or a value",
            _ => "",
        };
        Err(self.problem(format!("expected {expected}, found {found}{quoted}")))
    }

    pub(super) fn problem(&self, problem: String) -> RuleError {
        RuleError { at: self.tokens.get(self.next).map_or(self.end, |(at, _)| *at), problem }
    }
}
