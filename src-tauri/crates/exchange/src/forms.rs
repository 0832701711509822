//! How a source writes text, dates and numbers: told by the user, or decided by what the whole source shows.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::ReadError;

/// How text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// Windows-1252, the usual encoding of older Western exports.
    Windows1252,
}

impl Encoding {
    /// Bytes as text; what is not text becomes U+FFFD.
    pub(crate) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        }
    }
}

/// Whether the day or the month comes first in dates such as `31/03/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

/// What separates the whole of a number from its fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// A point: 1,234.50.
    Point,
    /// A comma: 1.234,50.
    Comma,
}

/// How a source writes text, dates and numbers; what is `None` is recognised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Forms {
    /// How its text is encoded.
    pub encoding: Option<Encoding>,
    /// Whether day or month comes first in its dates.
    pub date_order: Option<DateOrder>,
    /// What the decimals of its numbers follow.
    pub decimal: Option<DecimalMark>,
}

/// What text shows of how it is encoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Script {
    /// Characters of UTF-8 beyond ASCII.
    characters: u64,
    /// Sequences of bytes that are no character.
    bad_sequences: u64,
}

impl Script {
    /// What a stretch of text shows. A character that is cut off at its end is not counted: what follows it is not
    /// known.
    pub fn of(bytes: &[u8]) -> Self {
        let mut script = Self::default();
        if bytes.is_ascii() {
            return script;
        }
        let starts = |text: &str| text.bytes().filter(|&byte| byte >= 0xC0).count() as u64;
        let mut left = bytes.len();
        for chunk in bytes.utf8_chunks() {
            script.characters += starts(chunk.valid());
            left -= chunk.valid().len() + chunk.invalid().len();
            let cut_off = || left == 0 && is_cut_off(chunk.invalid());
            if !chunk.invalid().is_empty() && !cut_off() {
                script.bad_sequences += 1;
            }
        }
        script
    }

    /// The encoding that the text speaks for: UTF-8 unless most of what is beyond ASCII is not UTF-8.
    pub fn encoding(self) -> Encoding {
        if self.bad_sequences > self.characters { Encoding::Windows1252 } else { Encoding::Utf8 }
    }
}

/// What a part of a source shows of how it writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// How its text is encoded.
    pub script: Script,
    /// Times in forms that leave nothing to guess.
    pub plain_times: u64,
    /// Dates that can only have the day first, or only the month.
    pub day_first: u64,
    pub month_first: u64,
    /// Dates that can have either first, and the first of them.
    pub open_dates: u64,
    pub open_date: Option<String>,
    /// Numbers in which only a point, or only a comma, can be the decimal mark.
    pub points: u64,
    pub commas: u64,
    /// The first number in which a point can be either mark, and the first in which a comma can.
    pub open_point: Option<String>,
    pub open_comma: Option<String>,
}

impl Evidence {
    /// Counts a time that leaves nothing to guess, if it is one.
    pub fn noted<T>(&mut self, time: Option<T>) -> Option<T> {
        self.plain_times += u64::from(time.is_some());
        time
    }

    /// Adds what a later part shows.
    pub fn append(&mut self, part: &Self) {
        self.script.characters += part.script.characters;
        self.script.bad_sequences += part.script.bad_sequences;
        self.plain_times += part.plain_times;
        self.day_first += part.day_first;
        self.month_first += part.month_first;
        self.open_dates += part.open_dates;
        self.points += part.points;
        self.commas += part.commas;
        for (first, later) in [
            (&mut self.open_date, &part.open_date),
            (&mut self.open_point, &part.open_point),
            (&mut self.open_comma, &part.open_comma),
        ] {
            if first.is_none() {
                first.clone_from(later);
            }
        }
    }

    /// The forms without those that nothing in the source could have doubted.
    pub fn used(&self, forms: Forms) -> Forms {
        let dates = self.day_first + self.month_first + self.open_dates > 0;
        let numbers = self.points + self.commas > 0 || self.open_point.is_some() || self.open_comma.is_some();
        Forms {
            encoding: forms.encoding,
            date_order: forms.date_order.filter(|_| dates),
            decimal: forms.decimal.filter(|_| numbers),
        }
    }

    /// The order that the dates speak for. `None` leaves those out that can be read either way, which are then few
    /// beside others that leave nothing to guess.
    pub fn date_order(&self) -> Result<Option<DateOrder>, ReadError> {
        match (self.day_first > 0, self.month_first > 0) {
            (true, true) => Err(ReadError::MixedDates),
            (true, false) => Ok(Some(DateOrder::Dmy)),
            (false, true) => Ok(Some(DateOrder::Mdy)),
            (false, false) if self.open_dates > self.plain_times => {
                Err(ReadError::OpenDates { example: self.open_date.clone().unwrap_or_default() })
            }
            (false, false) => Ok(None),
        }
    }

    /// The decimal mark that the numbers speak for. Where nothing speaks for either, a point is a decimal point if
    /// `fractions` are more likely than thousands.
    pub fn decimal(&self, fractions: bool) -> Result<DecimalMark, ReadError> {
        let open = self.open_comma.as_ref().or(self.open_point.as_ref());
        match (self.points > 0, self.commas > 0, open) {
            (true, false, _) | (false, false, None) => Ok(DecimalMark::Point),
            (false, true, _) | (true, true, None) => Ok(DecimalMark::Comma),
            (false, false, Some(_)) if self.open_comma.is_none() && fractions => Ok(DecimalMark::Point),
            (_, _, Some(example)) => Err(ReadError::OpenNumbers { example: example.clone() }),
        }
    }
}

/// Whether bytes are the beginning of a character.
fn is_cut_off(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], characters: u64, bad: u64, encoding: Encoding) {
        let script = Script::of(bytes);
        assert_eq!(script, Script { characters, bad_sequences: bad }, "{bytes:?}");
        assert_eq!(script.encoding(), encoding, "{bytes:?}");
    }

    #[test]
    fn the_share_of_bad_sequences_decides_the_encoding() {
        check(b"plain", 0, 0, Encoding::Utf8);
        check("José, Zoë".as_bytes(), 2, 0, Encoding::Utf8);
        check(b"Jos\xE9, Zo\xEB, x", 0, 2, Encoding::Windows1252);
        check(b"Jos\xC3\xA9, Zo\xEB, x", 1, 1, Encoding::Utf8);
        check(b"Jos\xC3", 0, 0, Encoding::Utf8);
        check(b"Jos\xC3,", 0, 1, Encoding::Windows1252);
    }
}
