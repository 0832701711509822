//! Records and their fields, split from bytes in which every record is whole.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memrchr};

/// What opens and closes a quoted field.
const QUOTE: u8 = b'"';

/// How far a quote reaches in a file.
pub(crate) const REACH: usize = 1 << 20;

/// How many fields of a record are told apart; beyond, they are counted.
pub(crate) const MOST_FIELDS: usize = 4096;

/// How records and fields end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grammar {
    /// Ends a field.
    pub separator: u8,
    /// Ends a record: LF, or CR in a file without LF.
    pub terminator: u8,
    /// How far from its opening a quote may close, in bytes. A quote that is not closed within is taken to be
    /// a mistake, so that it costs one row and not the rest of the file.
    pub reach: usize,
}

impl Grammar {
    /// Where the last record that is surely whole ends, its terminator included. `bytes` starts at a record;
    /// `more` tells whether the file goes on after them.
    pub fn last_end(self, bytes: &[u8], more: bool) -> Option<usize> {
        let mut end = None;
        let mut from = 0;
        loop {
            let open = self.next_opening(bytes, from);
            let plain = &bytes[from..open.unwrap_or(bytes.len())];
            end = memrchr(self.terminator, plain).map(|at| from + at + 1).or(end);
            let Some(open) = open else { return end };
            from = match self.closing(bytes, open) {
                // The next byte may double it.
                Some(close) if close + 1 == bytes.len() && more => return end,
                Some(close) => close + 1,
                None if bytes.len() - open <= self.reach && more => return end,
                None => {
                    let Some(at) = memchr(self.terminator, &bytes[open..]) else { return end };
                    end = Some(open + at + 1);
                    open + at + 1
                }
            };
        }
    }

    /// The next quote from `from`, which is outside quotes, that starts a field.
    fn next_opening(self, bytes: &[u8], from: usize) -> Option<usize> {
        memchr_iter(QUOTE, &bytes[from..])
            .map(|at| from + at)
            .find(|&at| at == 0 || bytes[at - 1] == self.separator || bytes[at - 1] == self.terminator)
    }

    /// The quote that closes the one at `open`. It may be doubled if it is the last byte.
    fn closing(self, bytes: &[u8], open: usize) -> Option<usize> {
        let limit = bytes.len().min(open + self.reach);
        let mut from = open + 1;
        loop {
            let at = from + memchr(QUOTE, bytes.get(from..limit)?)?;
            if bytes.get(at + 1) != Some(&QUOTE) {
                return Some(at);
            }
            from = at + 2;
        }
    }
}

/// Where a field's text is.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: usize,
    to: usize,
    /// In the unescaped text, not in the block.
    unescaped: bool,
}

/// Walks over the records of a block, skipping blank lines.
pub(crate) struct Records<'a> {
    bytes: &'a [u8],
    grammar: Grammar,
    /// Whether the block has any quote; if not, splitting is simpler.
    quotes: bool,
    at: usize,
    line: u64,
    spans: Vec<Span>,
    /// How many fields the record has.
    fields: usize,
    /// The text of the record's fields that cannot be had from the block as they are.
    unescaped: Vec<u8>,
}

/// One record.
pub(crate) struct Record<'a> {
    bytes: &'a [u8],
    /// The first [`MOST_FIELDS`].
    spans: &'a [Span],
    fields: usize,
    unescaped: &'a [u8],
    /// The whole record as it is in the block.
    pub raw: &'a [u8],
    /// The line where it starts, from 0 at the start of the block.
    pub line: u64,
    /// Whether every quote is closed; if not, the fields mean nothing.
    pub closed: bool,
}

impl Record<'_> {
    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.fields
    }

    /// How long the longest field is, in bytes.
    pub fn longest(&self) -> usize {
        self.spans.iter().map(|span| span.to - span.from).max().unwrap_or(0)
    }

    /// A field without the space around it.
    pub fn field(&self, index: usize) -> &[u8] {
        let span = self.spans[index];
        let text = if span.unescaped { self.unescaped } else { self.bytes };
        trimmed(text[span.from..span.to].trim_ascii())
    }
}

/// Text without white space around it, also such as only Unicode has. What is not UTF-8 stays as it is.
#[inline]
fn trimmed(text: &[u8]) -> &[u8] {
    let odd = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii());
    if !odd(text.first()) && !odd(text.last()) {
        return text;
    }
    std::str::from_utf8(text).map_or(text, |text| text.trim().as_bytes())
}

/// A record's text in another encoding than that of its block.
#[derive(Default)]
pub(crate) struct Transcript {
    spans: Vec<Span>,
    text: Vec<u8>,
}

impl Transcript {
    /// Writes a record's fields down as `decode` reads them.
    pub fn of<'b>(&'b mut self, record: &Record<'b>, decode: impl Fn(&[u8]) -> Cow<'_, str>) -> Record<'b> {
        self.spans.clear();
        self.text.clear();
        for index in 0..record.len() {
            let from = self.text.len();
            self.text.extend_from_slice(decode(record.field(index)).as_bytes());
            self.spans.push(Span { from, to: self.text.len(), unescaped: true });
        }
        Record { spans: &self.spans, unescaped: &self.text, ..*record }
    }
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8], grammar: Grammar) -> Self {
        Self {
            bytes,
            grammar,
            quotes: memchr(QUOTE, bytes).is_some(),
            at: 0,
            line: 0,
            spans: Vec::new(),
            fields: 0,
            unescaped: Vec::new(),
        }
    }

    /// Where the next record starts.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// How many lines were ended so far.
    pub fn lines(&self) -> u64 {
        self.line
    }

    /// The next record, or `None` at the end.
    pub fn advance(&mut self) -> Option<Record<'_>> {
        loop {
            if self.at == self.bytes.len() {
                return None;
            }
            let (start, line) = (self.at, self.line);
            self.spans.clear();
            self.fields = 0;
            let closed = if self.quotes {
                self.split_quoted()
            } else {
                self.split_plain();
                true
            };
            let raw = &self.bytes[start..self.at];
            self.line +=
                if self.quotes { memchr_iter(self.grammar.terminator, raw).count() as u64 } else { 1 };
            if self.fields != 1 || !raw.trim_ascii().is_empty() {
                let Self { bytes, ref spans, fields, ref unescaped, .. } = *self;
                return Some(Record { bytes, spans, fields, unescaped, raw, line, closed });
            }
        }
    }

    /// Splits a record of a block without quotes.
    fn split_plain(&mut self) {
        while self.plain_field() {}
    }

    /// Splits a record that may have quotes; false if one is not closed.
    fn split_quoted(&mut self) -> bool {
        self.unescaped.clear();
        loop {
            let more = if self.bytes.get(self.at) == Some(&QUOTE) {
                let Some(close) = self.grammar.closing(self.bytes, self.at) else {
                    self.skip_line();
                    return false;
                };
                self.quoted_field(close)
            } else {
                self.plain_field()
            };
            if !more {
                return true;
            }
        }
    }

    /// Takes the field that starts here without a quote; tells whether another follows in the record.
    fn plain_field(&mut self) -> bool {
        let (to, more) = self.find_end(self.at);
        self.push(Span { from: self.at, to, unescaped: false });
        self.at = (to + 1).min(self.bytes.len());
        more
    }

    /// Takes the field whose quote opens here and closes at `close`; tells whether another follows in the
    /// record.
    fn quoted_field(&mut self, close: usize) -> bool {
        let inner = self.at + 1..close;
        let (to, more) = self.find_end(close + 1);
        let tail = self.bytes[close + 1..to].trim_ascii_end();
        let text = &self.bytes[inner.clone()];
        if tail.is_empty() && memchr(QUOTE, text).is_none() {
            self.push(Span { from: inner.start, to: inner.end, unescaped: false });
        } else {
            let from = self.unescaped.len();
            push_unescaped(&mut self.unescaped, text);
            self.unescaped.extend_from_slice(tail);
            self.push(Span { from, to: self.unescaped.len(), unescaped: true });
        }
        self.at = (to + 1).min(self.bytes.len());
        more
    }

    /// Takes a field of the record.
    #[inline]
    fn push(&mut self, span: Span) {
        self.fields += 1;
        if self.fields <= MOST_FIELDS {
            self.spans.push(span);
        }
    }

    /// Where the field ends that goes on at `from` outside quotes, and whether another follows in the record.
    #[inline]
    fn find_end(&self, from: usize) -> (usize, bool) {
        match memchr2(self.grammar.separator, self.grammar.terminator, &self.bytes[from..]) {
            Some(at) => (from + at, self.bytes[from + at] == self.grammar.separator),
            None => (self.bytes.len(), false),
        }
    }

    fn skip_line(&mut self) {
        let end = memchr(self.grammar.terminator, &self.bytes[self.at..]);
        self.at = end.map_or(self.bytes.len(), |at| self.at + at + 1);
    }
}

/// Appends text in which every quote is doubled, with single quotes.
fn push_unescaped(to: &mut Vec<u8>, mut text: &[u8]) {
    while let Some(at) = memchr(QUOTE, text) {
        to.extend_from_slice(&text[..=at]);
        text = text.get(at + 2..).unwrap_or_default();
    }
    to.extend_from_slice(text);
}
