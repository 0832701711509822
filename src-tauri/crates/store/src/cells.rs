//! One column of a sheet and how it is stored: each different value once, and a code for each row.

use model::{Forms, Texts, varint};
use rusqlite::Row;

use crate::checksum::checksum;
use crate::interner::Interner;

/// A column while it is being gathered.
#[derive(Debug, Default)]
pub(crate) struct Gathering {
    values: Interner,
    codes: Vec<u32>,
}

/// A column of a sheet: 0 for no value, else the place of the value from 1.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    pub(crate) texts: Texts,
    pub(crate) codes: Vec<u32>,
}

/// A column as the file has it.
pub(crate) struct Stored {
    pub(crate) forms: Forms,
    pub(crate) text: Vec<u8>,
    pub(crate) code: Vec<u8>,
    pub(crate) checksum: i64,
}

impl Stored {
    fn new(forms: Forms, text: Vec<u8>, code: Vec<u8>) -> Self {
        let checksum = checksum(&[], &[&text, &code]);
        Self { forms, text, code, checksum }
    }
}

impl Gathering {
    /// Appends a row; an empty text is no value.
    pub(crate) fn push(&mut self, value: &str) {
        let code = if value.is_empty() { 0 } else { self.values.code(value) };
        self.codes.push(code);
    }

    /// Whether no row has a value.
    pub(crate) fn is_blank(&self) -> bool {
        self.values.texts().is_empty()
    }

    /// The column as the file is to have it.
    pub(crate) fn stored(&self) -> Stored {
        let mut text = Vec::with_capacity(self.values.texts().bytes() + self.values.texts().len());
        for value in self.values.texts().iter() {
            varint::push(&mut text, value.len() as u64);
            text.extend_from_slice(value.as_bytes());
        }
        let code = if is_narrow(self.values.texts()) {
            self.codes.iter().map(|&code| code as u8).collect()
        } else {
            // A sheet has fewer than 65,536 rows, so it cannot have more values.
            self.codes.iter().flat_map(|&code| (code as u16).to_le_bytes()).collect()
        };
        Stored::new(forms_of(self.values.texts()), text, code)
    }
}

impl Cells {
    /// A stored column of so many rows; `None` if its blobs do not fit together.
    pub(crate) fn of(text: &[u8], code: &[u8], rows: usize) -> Option<Self> {
        let mut texts = Texts::default();
        let mut rest = text;
        while !rest.is_empty() {
            let length = usize::try_from(varint::take(&mut rest)?).ok()?;
            let (value, after) = rest.split_at_checked(length)?;
            texts.push(std::str::from_utf8(value).ok().filter(|value| !value.is_empty())?);
            rest = after;
        }
        let codes: Vec<u32> = if is_narrow(&texts) {
            code.iter().map(|&code| u32::from(code)).collect()
        } else {
            let (pairs, odd) = code.as_chunks();
            odd.is_empty().then(|| pairs.iter().map(|&pair| u32::from(u16::from_le_bytes(pair))).collect())?
        };
        let sound = codes.len() == rows && codes.iter().all(|&code| code as usize <= texts.len());
        sound.then_some(Self { texts, codes })
    }

    /// The column of a row of the file that has text, code and their checksum from a place on; `None` if they are not as
    /// they were written.
    pub(crate) fn read(row: &Row<'_>, from: usize, rows: usize) -> rusqlite::Result<Option<Self>> {
        let (text, code) = (row.get_ref(from)?.as_blob()?, row.get_ref(from + 1)?.as_blob()?);
        let sound = checksum(&[], &[text, code]) == row.get::<_, i64>(from + 2)?;
        Ok(if sound { Self::of(text, code, rows) } else { None })
    }

    /// The forms in which all values can be read.
    pub(crate) fn forms(&self) -> Forms {
        forms_of(&self.texts)
    }

    /// The value of a row.
    pub(crate) fn value(&self, row: usize) -> Option<&str> {
        let code = self.codes[row] as usize;
        (code > 0).then(|| self.texts.get(code - 1))
    }

    /// The column with only some of its rows, to be stored again.
    pub(crate) fn keeping(&self, rows: &[usize]) -> Gathering {
        let mut kept = Gathering::default();
        for &row in rows {
            kept.push(self.value(row).unwrap_or_default());
        }
        kept
    }
}

/// Whether the codes of so many values fit in 8 bits.
fn is_narrow(values: &Texts) -> bool {
    u8::try_from(values.len()).is_ok()
}

fn forms_of(values: &Texts) -> Forms {
    let mut forms = Forms::ALL;
    for value in values.iter() {
        forms = forms.and(Forms::of(value));
        if forms == Forms::NONE {
            break;
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[&str]) {
        let mut gathering = Gathering::default();
        for value in values {
            gathering.push(value);
        }
        let stored = gathering.stored();
        let cells = Cells::of(&stored.text, &stored.code, values.len()).unwrap();
        let read: Vec<_> = (0..values.len()).map(|row| cells.value(row).unwrap_or_default()).collect();
        assert_eq!(read, values);
    }

    #[test]
    fn a_column_comes_back_as_it_was() {
        check(&[]);
        check(&["", "a", "", "b", "a", "مرحبا"]);
        for different in [254, 255, 256, 257, 1000] {
            let values: Vec<_> = (0..different).map(|number| format!("value {number}")).collect();
            check(&values.iter().map(String::as_str).chain([""]).collect::<Vec<_>>());
        }
    }

    #[test]
    fn blobs_that_do_not_fit_together_are_found_out() {
        assert_eq!(Cells::of(&[1, b'a'], &[1, 0], 2).unwrap().value(0), Some("a"));
        for (text, code, rows) in [
            (&[1, b'a'][..], &[2][..], 1),
            (&[1, b'a'], &[1], 2),
            (&[2, b'a'], &[1], 1),
            (&[1, 0xFF], &[1], 1),
            (&[0], &[1], 1),
            (&[0x80], &[0], 1),
        ] {
            assert_eq!(Cells::of(text, code, rows), None, "{text:?} {code:?}");
        }
    }
}
