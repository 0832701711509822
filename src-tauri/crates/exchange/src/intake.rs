//! Reads all rows of a table, over the cores.

use std::path::PathBuf;
use std::{mem, thread};

use chrono_tz::Tz;

use crate::clock::LocalTimes;
use crate::error::ReadError;
use crate::forms::{Encoding, Evidence, Forms};
use crate::progress::Progress;
use crate::rejection::{RejectReason, Rejections};
use crate::stages::StageChecks;
use crate::table::{Block, Head, Row, Table};
use crate::xlsx::Sheets;

/// How a source is to be read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The zone of instants that name none.
    pub zone: Tz,
    /// All or nothing: one rejected row fails the whole.
    pub strict: bool,
    /// How it writes text, dates and numbers, as far as that is told.
    pub forms: Forms,
    /// Whether it may unpack to far more than files of its size do.
    pub large: bool,
    /// The sheet of a workbook; `None` is the first that is shown.
    pub sheet: Option<String>,
    /// Where interactions may be kept until they are stored, if they are many: in a file that nobody sees.
    pub folder: PathBuf,
}

/// What was read from a source: `B` is the batch, `C` tells which columns were used.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<B, C> {
    /// The accepted rows.
    pub batch: B,
    /// The names of all columns, read or not, as they are written.
    pub header: Vec<String>,
    /// The names by which columns go that are written like one before them.
    pub repeated: Vec<String>,
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
    /// The sheets of the file and which was read, where its format has sheets.
    pub sheets: Option<Sheets>,
    /// How the rows went through stages, where their dates were read.
    pub stages: Option<StageChecks>,
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

/// Makes something of rows. Every worker has a scribe of its own, which remembers from block to block.
pub(crate) trait Intake: Sync {
    /// What one worker remembers.
    type Scribe: Send;
    /// What comes of the accepted rows of a block.
    type Rows: Send + Default;

    /// A scribe that remembers nothing.
    fn scribe(&self) -> Self::Scribe;

    /// Adds a row to the others, or tells why not and leaves them as they are.
    fn take(
        &self,
        scribe: &mut Self::Scribe,
        row: &dyn Row,
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
    all: u64,
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

/// Opens a source from its start, with its text in an encoding or else in the one that it speaks for.
pub(crate) type Opener<'a> = &'a dyn Fn(Option<Encoding>) -> Result<Box<dyn Table>, ReadError>;

/// Reads a source with `read` until it was read in the forms that all of it speaks for. `read` is given the table, at
/// its start, and the forms to read by.
pub(crate) fn in_its_forms<T>(
    open: Opener<'_>,
    told: Forms,
    sampled: impl Fn(&Head) -> Evidence,
    mut read: impl FnMut(&mut dyn Table, Forms) -> Result<(T, Outcome), ReadError>,
) -> Result<(T, Outcome), ReadError> {
    let mut table = open(told.encoding)?;
    let Head { encoding, fractions, .. } = *table.head();
    // The first rows may leave open or mistake what the whole decides: then it is read once more.
    let sample = sampled(table.head());
    let mut forms = Forms {
        encoding,
        date_order: told.date_order.or(sample.date_order().ok().flatten()),
        decimal: told.decimal.or(sample.decimal(fractions).ok()),
    };
    loop {
        let (all, mut outcome) = read(&mut *table, forms)?;
        let evidence = &outcome.evidence;
        let encoding = forms.encoding.map(|_| told.encoding.unwrap_or(evidence.script.encoding()));
        if encoding == forms.encoding {
            let decided = Forms {
                encoding,
                date_order: match told.date_order {
                    None => evidence.date_order()?,
                    told => told,
                },
                decimal: Some(match told.decimal {
                    None => evidence.decimal(fractions)?,
                    Some(told) => told,
                }),
            };
            if decided == forms {
                outcome.forms = evidence.used(decided);
                return Ok((all, outcome));
            }
            forms = decided;
        } else {
            // In the other encoding other rows are whole, so what they show is not known yet.
            forms.encoding = encoding;
        }
        table = open(forms.encoding)?;
    }
}

/// Reads every row of a table that is at its start. `gather` is given the worker's number and the rows of each
/// block, in the order of the table.
pub(crate) fn read_all<I: Intake>(
    table: &mut dyn Table,
    intake: &I,
    split: Split,
    progress: OnProgress<'_>,
    mut gather: impl FnMut(usize, I::Rows) -> Result<(), ReadError>,
) -> Result<Outcome, ReadError> {
    let Head { lines, size, .. } = *table.head();
    let mut scribes: Vec<_> = (0..split.workers).map(|_| intake.scribe()).collect();
    let mut outcome = Outcome { lines, ..Outcome::default() };
    let mut blocks = table.blocks(split.workers, split.block)?;
    let mut parts = Vec::new();
    loop {
        if !progress(Progress { bytes: table.read_so_far(), of: size, rows: outcome.rows }) {
            return Err(ReadError::Cancelled);
        }
        if blocks.is_empty() && parts.is_empty() {
            break;
        }
        let before = mem::take(&mut parts);
        (parts, blocks) = read_round(intake, &mut scribes, mem::take(&mut blocks), || {
            for (worker, part) in before.into_iter().enumerate() {
                outcome.add(&part);
                gather(worker, part.rows)?;
            }
            table.blocks(split.workers, split.block)
        })?;
    }
    outcome.fingerprint = table.fingerprint()?;
    Ok(outcome)
}

/// Reads a block with each scribe, and does something else meanwhile.
fn read_round<I: Intake, T>(
    intake: &I,
    scribes: &mut [I::Scribe],
    blocks: Vec<Box<dyn Block>>,
    meanwhile: impl FnOnce() -> Result<T, ReadError>,
) -> Result<(Parts<I>, T), ReadError> {
    thread::scope(|scope| {
        let read =
            |(scribe, block): (_, Box<dyn Block>)| scope.spawn(move || read_block(intake, scribe, &*block));
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
        self.rows += part.all;
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

/// Reads the rows of a block.
fn read_block<I: Intake>(intake: &I, scribe: &mut I::Scribe, block: &dyn Block) -> Part<I::Rows> {
    let mut rows = I::Rows::default();
    let (mut rejected, mut evidence) = (Rejections::default(), Evidence::default());
    let mut all = 0;
    let extent = block.rows(&mut |line, row| {
        all += 1;
        if let Err(reason) = row.and_then(|row| intake.take(scribe, row, &mut rows, &mut evidence)) {
            rejected.add(line + 1, reason);
        }
    });
    evidence.script = extent.script;
    intake.end(scribe, &mut rows);
    Part { rows, rejected, evidence, all, lines: extent.lines }
}
