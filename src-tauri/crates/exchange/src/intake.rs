//! Reads all records of a source, over the cores.

use std::path::Path;
use std::{mem, thread};

use chrono_tz::Tz;
use memchr::memchr;

use crate::clock::LocalTimes;
use crate::cut::Cutter;
use crate::error::ReadError;
use crate::forms::{Encoding, Evidence, Forms};
use crate::head::Head;
use crate::progress::Progress;
use crate::record::{Record, Records, Transcript};
use crate::rejection::{RejectReason, Rejections};
use crate::source::Feed;

/// How a source is to be read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The zone of instants that name none.
    pub zone: Tz,
    /// All or nothing: one rejected row fails the whole.
    pub strict: bool,
    /// How it writes text, dates and numbers, as far as that is told.
    pub forms: Forms,
}

/// What was read from a source: `B` is the batch, `C` tells which columns were used.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<B, C> {
    /// The accepted rows.
    pub batch: B,
    /// The names of all columns, read or not.
    pub header: Vec<String>,
    /// Which column was read as what.
    pub columns: C,
    /// The rows that were left out.
    pub rejected: Rejections,
    /// All rows there are, accepted or not; blank lines are none.
    pub rows: u64,
    /// The accepted rows whose local time had no instant, or two.
    pub local_times: LocalTimes,
    /// How the file turned out to write text, dates and numbers; `None` where it has none that could be doubted.
    pub forms: Forms,
    /// A column that is named like a value but was not read, because it mostly has no numbers.
    pub unread_value: Option<String>,
    /// The fingerprint of the file, as [`crate::fingerprint`] gives it.
    pub fingerprint: String,
}

/// How the work is split. The result does not depend on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Split {
    /// How many blocks are read at a time.
    pub workers: usize,
    /// The bytes in a block.
    pub block: usize,
}

impl Default for Split {
    fn default() -> Self {
        Self { workers: thread::available_parallelism().map_or(1, usize::from), block: 4 << 20 }
    }
}

/// Makes something of records. Every worker has a scribe of its own, which remembers from block to block.
pub(crate) trait Intake: Sync {
    /// What one worker remembers.
    type Scribe: Send;
    /// What comes of the accepted records of a block.
    type Rows: Send + Default;

    /// A scribe that remembers nothing.
    fn scribe(&self) -> Self::Scribe;

    /// Adds a record to the rows, or tells why not and leaves both as they are.
    fn take(
        &self,
        scribe: &mut Self::Scribe,
        record: &Record<'_>,
        rows: &mut Self::Rows,
        evidence: &mut Evidence,
    ) -> Result<(), RejectReason>;

    /// Ends the block.
    fn end(&self, scribe: &mut Self::Scribe, rows: &mut Self::Rows);
}

/// Something that is told how far reading is, and says whether to go on.
pub(crate) type OnProgress<'a> = &'a (dyn Fn(Progress) -> bool + Sync);

/// What came of one block.
struct Part<R> {
    rows: R,
    rejected: Rejections,
    evidence: Evidence,
    records: u64,
    lines: u64,
}

/// What came of one block each.
type Parts<I> = Vec<Part<<I as Intake>::Rows>>;

/// What came of all of them, besides the rows that were gathered.
#[derive(Default)]
pub(crate) struct Outcome {
    pub rejected: Rejections,
    pub rows: u64,
    pub fingerprint: String,
    pub evidence: Evidence,
    /// How it turned out to write, once that is decided.
    pub forms: Forms,
    /// The lines so far.
    lines: u64,
}

/// Reads a source with `read` until it was read in the forms that all of it speaks for. `read` is given the head and
/// the forms to read by.
pub(crate) fn in_its_forms<T>(
    path: &Path,
    told: Forms,
    sampled: impl Fn(&Head) -> Evidence,
    mut read: impl FnMut(&Head, Forms) -> Result<(T, Outcome), ReadError>,
) -> Result<(T, Outcome), ReadError> {
    let mut head = Head::read(path, told.encoding)?;
    // The first rows may leave open or mistake what the whole decides: then it is read once more.
    let sample = sampled(&head);
    let mut forms = Forms {
        encoding: Some(head.encoding),
        date_order: told.date_order.or(sample.date_order().ok().flatten()),
        decimal: told.decimal.or(sample.decimal(head.grammar.separator).ok()),
    };
    loop {
        let (all, mut outcome) = read(&head, forms)?;
        let evidence = &outcome.evidence;
        let encoding = if head.marked { Encoding::Utf8 } else { evidence.encoding() };
        let encoding = told.encoding.unwrap_or(encoding);
        if encoding != head.encoding {
            // In the other encoding other rows are whole, so what they show is not known yet.
            head = Head::read(path, Some(encoding))?;
            forms.encoding = Some(encoding);
            continue;
        }
        let decided = Forms {
            encoding: Some(encoding),
            date_order: match told.date_order {
                None => evidence.date_order()?,
                told => told,
            },
            decimal: Some(match told.decimal {
                None => evidence.decimal(head.grammar.separator)?,
                Some(told) => told,
            }),
        };
        if decided == forms {
            outcome.forms = evidence.used(decided);
            return Ok((all, outcome));
        }
        forms = decided;
    }
}

/// Reads every record of a source below its head. `gather` is given the worker's number and the rows of each
/// block, in the order of the file.
pub(crate) fn read_all<I: Intake>(
    path: &Path,
    head: &Head,
    intake: &I,
    split: Split,
    progress: OnProgress<'_>,
    mut gather: impl FnMut(usize, I::Rows) -> Result<(), ReadError>,
) -> Result<Outcome, ReadError> {
    let mut feed = Feed::open(path)?;
    feed.skip(head.start)?;
    let mut cutter = Cutter::new(feed, head.grammar, split.block);
    let mut scribes: Vec<_> = (0..split.workers).map(|_| intake.scribe()).collect();
    let mut outcome = Outcome { lines: head.lines, ..Outcome::default() };
    let mut blocks = cutter.blocks(split.workers)?;
    let mut parts = Vec::new();
    loop {
        let bytes = cutter.feed().read_so_far();
        if !progress(Progress { bytes, of: head.size, rows: outcome.rows }) {
            return Err(ReadError::Cancelled);
        }
        if blocks.is_empty() && parts.is_empty() {
            break;
        }
        let before = mem::take(&mut parts);
        (parts, blocks) = read_round(head, intake, &mut scribes, mem::take(&mut blocks), || {
            for (worker, part) in before.into_iter().enumerate() {
                outcome.add(&part);
                gather(worker, part.rows)?;
            }
            cutter.blocks(split.workers)
        })?;
    }
    outcome.fingerprint = cutter.feed().fingerprint()?;
    Ok(outcome)
}

/// Reads a block with each scribe, and does something else meanwhile.
fn read_round<I: Intake, T>(
    head: &Head,
    intake: &I,
    scribes: &mut [I::Scribe],
    blocks: Vec<Vec<u8>>,
    meanwhile: impl FnOnce() -> Result<T, ReadError>,
) -> Result<(Parts<I>, T), ReadError> {
    thread::scope(|scope| {
        let read =
            |(scribe, block): (_, Vec<u8>)| scope.spawn(move || read_block(head, intake, scribe, &block));
        let workers: Vec<_> = scribes.iter_mut().zip(blocks).map(read).collect();
        let done = meanwhile()?;
        let parts = workers.into_iter().map(|worker| match worker.join() {
            Ok(part) => part,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        Ok((parts.collect(), done))
    })
}

impl Outcome {
    fn add<R>(&mut self, part: &Part<R>) {
        self.rejected.append(&part.rejected, self.lines);
        self.evidence.append(&part.evidence);
        self.rows += part.records;
        self.lines += part.lines;
    }

    /// The error that it is if the rows that were left out are too many.
    pub fn check(self, strict: bool) -> Result<Self, ReadError> {
        match () {
            () if self.rows == 0 => Err(ReadError::NoRows),
            () if self.rejected.total == self.rows => {
                Err(ReadError::NothingTaken { rejections: self.rejected })
            }
            () if strict && !self.rejected.is_empty() => {
                Err(ReadError::Rejected { rejections: self.rejected })
            }
            () => Ok(self),
        }
    }
}

/// Reads the records of a block.
fn read_block<I: Intake>(head: &Head, intake: &I, scribe: &mut I::Scribe, block: &[u8]) -> Part<I::Rows> {
    let mut part = Part {
        rows: I::Rows::default(),
        rejected: Rejections::default(),
        evidence: Evidence::default(),
        records: 0,
        lines: 0,
    };
    part.evidence.count_text(block);
    let foreign = head.encoding == Encoding::Windows1252;
    let doubtful = memchr(0, block).is_some() || !foreign && std::str::from_utf8(block).is_err();
    let mut records = Records::new(block, head.grammar);
    let mut transcript = Transcript::default();
    let expected = head.header.len();
    while let Some(record) = records.advance() {
        part.records += 1;
        let taken = if !record.closed {
            Err(RejectReason::UnclosedQuote)
        } else if doubtful && !is_text(record.raw, head.encoding) {
            Err(RejectReason::BadText)
        } else if record.len() != expected {
            Err(RejectReason::WrongFieldCount { expected: expected as u32, found: record.len() as u32 })
        } else if foreign && !record.raw.is_ascii() {
            let record = transcript.of(&record, |text| head.encoding.decode(text));
            intake.take(scribe, &record, &mut part.rows, &mut part.evidence)
        } else {
            intake.take(scribe, &record, &mut part.rows, &mut part.evidence)
        };
        if let Err(reason) = taken {
            part.rejected.add(record.line + 1, reason);
        }
    }
    part.lines = records.lines();
    intake.end(scribe, &mut part.rows);
    part
}

/// Whether a record is text without zero bytes. Every byte is something in Windows-1252.
fn is_text(raw: &[u8], encoding: Encoding) -> bool {
    memchr(0, raw).is_none() && (encoding == Encoding::Windows1252 || std::str::from_utf8(raw).is_ok())
}
