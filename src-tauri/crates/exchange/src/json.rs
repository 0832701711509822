//! JSON as a table: an object a line, or a list of objects.
//!
//! - Each name that any object has is a column, in the order in which they first come. To know them all the file is
//!   gone through once before it is read.
//! - What an object lacks and `null` are empty, `true` and `false` are texts. A whole number that a floating-point
//!   number would round is kept as its digits.
//! - Rows that have few of many columns are refused as what unpacks to far more than its size is.
//! - What is in an object within a row goes by both names, `address.city`; of a list of pairs of `key` and `value` each
//!   is a column by its key. Any other list is kept as JSON where text is wanted.
//! - Of a list of objects each is a row, and rows are told by their number.

mod list;
mod object;
mod pairs;

use std::borrow::{Borrow, BorrowMut};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use hashbrown::HashMap;
use memchr::{memchr_iter, memrchr};
use rustc_hash::FxBuildHasher;

use crate::csv::record::MOST_FIELDS;
use crate::cut::{Cutter, Ends};
use crate::error::ReadError;
use crate::forms::Script;
use crate::source::{Feed, modest};
use crate::table::{Block, Extent, Give, Head, Header, Table};
use list::List;
use object::Object;
pub(crate) use object::number;

/// How many rows are shown before all are read.
const SAMPLE: usize = 50;

/// How many bytes the names of all columns may have.
const NAMES: usize = 256 << 10;

/// How many bytes are looked through at a time for names.
const BLOCK: usize = 1 << 20;

/// How the objects stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Each on a line of its own.
    Lines,
    /// In a list.
    List,
}

/// How the objects of a file stand, if its first bytes say that it has some.
pub(crate) fn layout_of(bytes: &[u8]) -> Option<Layout> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut solid = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    match (solid.next()?, solid.next()) {
        (b'{', Some(b'"' | b'}')) => Some(Layout::Lines),
        (b'[', Some(b'{' | b']')) => Some(Layout::List),
        _ => None,
    }
}

/// The place of each column by the name that is written.
type Places = HashMap<String, usize, FxBuildHasher>;

/// A JSON file.
pub(crate) struct Json {
    head: Head,
    places: Arc<Places>,
    cutter: Cutter<Stream, LineEnds>,
}

impl Json {
    /// Opens a file, after going through it for the names of its columns, or through its first bytes. Compressed, it
    /// may be `large`.
    pub fn open(path: &Path, layout: Layout, large: bool, most: Option<u64>) -> Result<Self, ReadError> {
        let mut looking = Cutter::new(Stream::open(path, layout, large || most.is_some())?, LineEnds);
        let mut names = Names::default();
        let mut looked_at = 0;
        while most.is_none_or(|most| looked_at < most) {
            let Some(block) = looking.blocks(1, BLOCK)?.pop() else { break };
            looked_at += block.len() as u64;
            lines(&block).try_for_each(|(_, line)| names.look_at(line))?;
        }
        if names.written.is_empty() {
            return Err(if looked_at == 0 { ReadError::Empty } else { ReadError::NoRows });
        }
        let limit = modest(looking.feed().size);
        if !large && names.rows.saturating_mul(names.written.len() as u64) > limit {
            return Err(ReadError::Swollen { limit });
        }
        let places = Arc::new(names.places);
        let columns = names.written.len();
        let sampled = |line: &String| Some(Object::read(line.as_bytes(), &places).ok()?.owned(columns));
        let head = Head {
            sample: names.sample.iter().filter_map(sampled).collect(),
            header: Header::of(names.written),
            encoding: None,
            fractions: true,
            lines: 0,
            size: looking.feed().size,
            sheets: None,
        };
        Ok(Self { head, places, cutter: Cutter::new(Stream::open(path, layout, large)?, LineEnds) })
    }
}

impl Table for Json {
    fn head(&self) -> &Head {
        &self.head
    }

    fn blocks(&mut self, most: usize, size: usize) -> Result<Vec<Box<dyn Block>>, ReadError> {
        let places = &self.places;
        let block = |bytes| -> Box<dyn Block> { Box::new(Lines { bytes, places: Arc::clone(places) }) };
        Ok(self.cutter.blocks(most, size)?.into_iter().map(block).collect())
    }

    fn read_so_far(&self) -> u64 {
        self.cutter.feed().read_so_far()
    }

    fn fingerprint(&mut self) -> Result<String, ReadError> {
        Ok(self.cutter.feed_mut().fingerprint()?)
    }
}

/// The names of the columns, as they are found.
#[derive(Default)]
struct Names {
    written: Vec<String>,
    places: Places,
    bytes: usize,
    rows: u64,
    /// The first lines.
    sample: Vec<String>,
}

impl Names {
    fn look_at(&mut self, line: &[u8]) -> Result<(), ReadError> {
        let Some(names) = object::names(line) else { return Ok(()) };
        self.rows += 1;
        for name in names {
            if self.places.contains_key(name.as_ref()) {
                continue;
            }
            self.bytes += name.len();
            if self.written.len() == MOST_FIELDS {
                return Err(ReadError::TooManyColumns { limit: MOST_FIELDS });
            }
            if self.bytes > NAMES {
                return Err(ReadError::LongLine { limit: NAMES });
            }
            self.places.insert(name.clone().into_owned(), self.written.len());
            self.written.push(name.into_owned());
        }
        if self.sample.len() < SAMPLE && line.len() < NAMES {
            self.sample.extend(std::str::from_utf8(line).map(str::to_owned));
        }
        Ok(())
    }
}

/// Lines end at line feeds: in a string of JSON there are none.
struct LineEnds;

impl Ends for LineEnds {
    fn last_end(&self, bytes: &[u8]) -> Option<usize> {
        memrchr(b'\n', bytes).map(|at| at + 1)
    }
}

/// The lines of a block that have something in them, each with its number from 0.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let numbered = (0..).zip(bytes.split(|&byte| byte == b'\n'));
    numbered.map(|(number, line)| (number, line.trim_ascii())).filter(|(_, line)| !line.is_empty())
}

/// Lines of a file, all of them whole.
struct Lines {
    bytes: Vec<u8>,
    places: Arc<Places>,
}

impl Block for Lines {
    fn rows(&self, give: Give<'_>) -> Extent {
        for (number, line) in lines(&self.bytes) {
            match Object::read(line, &self.places) {
                Ok(object) => give(number, Ok(&object)),
                Err(reason) => give(number, Err(reason)),
            }
        }
        Extent { lines: memchr_iter(b'\n', &self.bytes).count() as u64, script: Script::default() }
    }
}

/// The bytes of a file with an object a line.
struct Stream {
    feed: Feed,
    list: Option<List>,
}

impl Stream {
    fn open(path: &Path, layout: Layout, large: bool) -> Result<Self, ReadError> {
        let mut feed = Feed::open(path, large)?;
        let mut mark = [0; 3];
        let read = feed.read(&mut mark).map_err(|error| feed.blame(error))?;
        if mark[..read] != *b"\xEF\xBB\xBF" {
            feed = Feed::open(path, large)?;
        }
        let list = (layout == Layout::List).then(List::default);
        Ok(Self { feed, list })
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(list) = &mut self.list else { return self.feed.read(buffer) };
        loop {
            let read = self.feed.read(buffer)?;
            let kept = list.keep(&mut buffer[..read]);
            // Nothing read is the end; nothing kept is not.
            if read == 0 || kept > 0 {
                return Ok(kept);
            }
        }
    }
}

impl Borrow<Feed> for Stream {
    fn borrow(&self) -> &Feed {
        &self.feed
    }
}

impl BorrowMut<Feed> for Stream {
    fn borrow_mut(&mut self) -> &mut Feed {
        &mut self.feed
    }
}
