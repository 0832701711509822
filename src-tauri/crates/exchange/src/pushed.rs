//! A table whose format gives its rows one after the other: they are read aside, in a thread of their own, and handed
//! over in blocks.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::cell::Cell;
use crate::error::ReadError;
use crate::forms::Script;
use crate::rejection::RejectReason;
use crate::table::{Block, Extent, Give, Head, Row, Table};

/// How many cells, and how many bytes of text, a block has about.
const MOST: (usize, usize) = (100_000, 1 << 20);

/// How many blocks wait to be taken.
const WAITING: usize = 2;

/// The cells of a row, one for each column, or why there is no such row.
pub(crate) type Cells = Result<Vec<Cell<String>>, RejectReason>;

/// What is given each row with its line, counted from 0 below the head, and says whether to go on.
pub(crate) type Push<'a> = &'a mut dyn FnMut(u64, Cells) -> bool;

/// What gives all rows of a file.
type Work = Box<dyn FnOnce(Push<'_>) -> Result<(), ReadError> + Send>;

/// A table that is read aside.
pub(crate) struct Pushed {
    head: Head,
    path: PathBuf,
    work: Option<Work>,
    blocks: Option<Receiver<Result<Lines, ReadError>>>,
    /// How many bytes of the file were read.
    read: Arc<AtomicU64>,
}

impl Pushed {
    /// A table of the rows that `work` gives, which notes in `read` how far it is in the file.
    pub fn new(
        head: Head,
        path: &Path,
        read: Arc<AtomicU64>,
        work: impl FnOnce(Push<'_>) -> Result<(), ReadError> + Send + 'static,
    ) -> Self {
        Self { head, path: path.to_owned(), work: Some(Box::new(work)), blocks: None, read }
    }

    fn next(&mut self) -> Result<Option<Lines>, ReadError> {
        if let Some(work) = self.work.take() {
            let (sender, receiver) = sync_channel(WAITING);
            thread::spawn(move || send(work, &sender));
            self.blocks = Some(receiver);
        }
        // A thread that ended has nothing more to say.
        self.blocks.as_ref().and_then(|blocks| blocks.recv().ok()).transpose()
    }
}

impl Table for Pushed {
    fn head(&self) -> &Head {
        &self.head
    }

    fn blocks(&mut self, most: usize, _: usize) -> Result<Vec<Box<dyn Block>>, ReadError> {
        let mut blocks: Vec<Box<dyn Block>> = Vec::with_capacity(most);
        while blocks.len() < most
            && let Some(lines) = self.next()?
        {
            blocks.push(Box::new(lines));
        }
        Ok(blocks)
    }

    fn read_so_far(&self) -> u64 {
        self.read.load(Ordering::Relaxed).min(self.head.size)
    }

    fn fingerprint(&mut self) -> Result<String, ReadError> {
        crate::fingerprint(&self.path, &|_| true)
    }
}

/// Does the work, and sends its rows in blocks for as long as somebody takes them.
fn send(work: Work, sender: &SyncSender<Result<Lines, ReadError>>) {
    let mut lines = Lines::default();
    let mut weight = (0, 0);
    let done = work(&mut |line, cells| {
        weight.0 += cells.as_ref().map_or(1, Vec::len);
        weight.1 += cells.iter().flatten().map(text_of).sum::<usize>();
        lines.end = line + 1;
        lines.rows.push((line, cells));
        if weight.0 < MOST.0 && weight.1 < MOST.1 {
            return true;
        }
        weight = (0, 0);
        let next = Lines { begin: lines.end, end: lines.end, rows: Vec::new() };
        sender.send(Ok(std::mem::replace(&mut lines, next))).is_ok()
    });
    // Nobody waits for more where reading was stopped.
    let _ = match done {
        Ok(()) if lines.rows.is_empty() => Ok(()),
        Ok(()) => sender.send(Ok(lines)),
        Err(error) => sender.send(Err(error)),
    };
}

fn text_of(cell: &Cell<String>) -> usize {
    match cell {
        Cell::Text(text) | Cell::Nested(text) => text.len(),
        Cell::Number(_) | Cell::Date { .. } | Cell::Instant(_) => 0,
    }
}

/// Some rows with their lines.
#[derive(Default)]
struct Lines {
    begin: u64,
    end: u64,
    rows: Vec<(u64, Cells)>,
}

impl Block for Lines {
    fn rows(&self, give: Give<'_>) -> Extent {
        for (line, cells) in &self.rows {
            match cells {
                Ok(cells) => give(line - self.begin, Ok(cells)),
                Err(reason) => give(line - self.begin, Err(reason.clone())),
            }
        }
        Extent { lines: self.end - self.begin, script: Script::default() }
    }
}

impl Row for Vec<Cell<String>> {
    fn cell(&self, column: usize) -> Cell<&[u8]> {
        self[column].lent()
    }
}
