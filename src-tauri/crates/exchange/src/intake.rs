//! Reads all records of a source, over the cores.

use std::borrow::Cow;
use std::path::Path;
use std::{mem, thread};

use chrono_tz::Tz;
use memchr::memchr;

use crate::cut::Cutter;
use crate::head::{Encoding, Head};
use crate::record::{Record, Records};
use crate::source::Feed;
use crate::{LocalTimes, ReadError, RejectReason, Rejections};

/// How a source is to be read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The zone of instants that name none.
    pub zone: Tz,
    /// All or nothing: one rejected row fails the whole.
    pub strict: bool,
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file read.
    pub bytes: u64,
    /// Bytes that the file has.
    pub of: u64,
    /// Rows gathered.
    pub rows: u64,
}

/// What was read from a source: `B` is the batch, `C` tells which columns were used.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<B, C> {
    /// The accepted rows.
    pub batch: B,
    /// Which column was read as what.
    pub columns: C,
    /// The rows that were left out.
    pub rejected: Rejections,
    /// All rows there are, accepted or not; blank lines are none.
    pub rows: u64,
    /// The accepted rows whose local time had no instant, or two.
    pub local_times: LocalTimes,
    /// How the file turned out to be encoded.
    pub encoding: Encoding,
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
    /// The lines so far.
    lines: u64,
}

/// Why reading stopped.
pub(crate) enum Stop {
    /// It failed.
    Failed(ReadError),
    /// The file is not UTF-8, and nothing says that it ought to be.
    NotUtf8,
}

impl<E: Into<ReadError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Reads a source with `read`, and again as Windows-1252 if it turns out not to be UTF-8.
pub(crate) fn in_its_encoding<T>(
    path: &Path,
    mut read: impl FnMut(&Head) -> Result<T, Stop>,
) -> Result<T, ReadError> {
    match read(&Head::read(path, None)?) {
        Ok(all) => Ok(all),
        Err(Stop::Failed(error)) => Err(error),
        // Nothing is not Windows-1252, so there is no third round.
        Err(Stop::NotUtf8) => match read(&Head::read(path, Some(Encoding::Windows1252))?) {
            Err(Stop::NotUtf8) => Err(ReadError::Binary),
            Err(Stop::Failed(error)) => Err(error),
            Ok(all) => Ok(all),
        },
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
) -> Result<Outcome, Stop> {
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
            return Err(ReadError::Cancelled.into());
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
            Ok(cutter.blocks(split.workers)?)
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
    meanwhile: impl FnOnce() -> Result<T, Stop>,
) -> Result<(Parts<I>, T), Stop> {
    thread::scope(|scope| {
        let read =
            |(scribe, block): (_, Vec<u8>)| scope.spawn(move || read_block(head, intake, scribe, &block));
        let workers: Vec<_> = scribes.iter_mut().zip(blocks).map(read).collect();
        let done = meanwhile()?;
        let parts = workers.into_iter().map(|worker| match worker.join() {
            Ok(part) => part.ok_or(Stop::NotUtf8),
            Err(panic) => std::panic::resume_unwind(panic),
        });
        Ok((parts.collect::<Result<_, _>>()?, done))
    })
}

impl Outcome {
    fn add<R>(&mut self, part: &Part<R>) {
        self.rejected.append(&part.rejected, self.lines);
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

/// Reads the records of a block, or `None` if they are not UTF-8 and need not be.
fn read_block<I: Intake>(
    head: &Head,
    intake: &I,
    scribe: &mut I::Scribe,
    block: &[u8],
) -> Option<Part<I::Rows>> {
    let (text, doubtful) = text_of(head, block)?;
    let mut part = Part { rows: I::Rows::default(), rejected: Rejections::default(), records: 0, lines: 0 };
    let mut records = Records::new(&text, head.grammar);
    let expected = head.header.len();
    while let Some(record) = records.advance() {
        part.records += 1;
        let taken = if !record.closed {
            Err(RejectReason::UnclosedQuote)
        } else if doubtful && !is_text(record.raw) {
            Err(RejectReason::BadText)
        } else if record.len() == expected {
            intake.take(scribe, &record, &mut part.rows)
        } else {
            Err(RejectReason::WrongFieldCount { expected: expected as u32, found: record.len() as u32 })
        };
        if let Err(reason) = taken {
            part.rejected.add(record.line + 1, reason);
        }
    }
    part.lines = records.lines();
    intake.end(scribe, &mut part.rows);
    Some(part)
}

/// A block as it is to be split, and whether some of its records may not be text.
fn text_of<'a>(head: &Head, block: &'a [u8]) -> Option<(Cow<'a, [u8]>, bool)> {
    let zeros = memchr(0, block).is_some();
    if head.encoding == Encoding::Windows1252 {
        let text = head.encoding.decode(block).into_owned().into_bytes();
        return Some((Cow::Owned(text), zeros));
    }
    let valid = std::str::from_utf8(block).is_ok();
    (valid || head.marked).then_some((Cow::Borrowed(block), zeros || !valid))
}

/// Whether a record is UTF-8 without zero bytes.
fn is_text(raw: &[u8]) -> bool {
    memchr(0, raw).is_none() && std::str::from_utf8(raw).is_ok()
}
