//! Cuts a stream into blocks in which every record is whole.

use std::borrow::BorrowMut;
use std::io::{self, Read};

use crate::ReadError;
use crate::source::Feed;

/// How long a line may be, in bytes.
pub(crate) const LONGEST_LINE: usize = 8 << 20;

/// How records end.
pub(crate) trait Ends {
    /// Where the last record that is surely whole ends. `bytes` starts at a record, and more may follow them.
    fn last_end(&self, bytes: &[u8]) -> Option<usize>;
}

/// Cuts a feed, or what is made of one as it is read, into blocks at the ends of records.
pub(crate) struct Cutter<F, E> {
    feed: F,
    ends: E,
    /// What was read beyond the last block.
    rest: Vec<u8>,
    /// Whether the feed has ended.
    over: bool,
}

impl<F: Read + BorrowMut<Feed>, E: Ends> Cutter<F, E> {
    /// Cuts `feed`, which is at the start of a record.
    pub fn new(feed: F, ends: E) -> Self {
        Self { feed, ends, rest: Vec::new(), over: false }
    }

    /// What is cut.
    pub fn feed(&self) -> &Feed {
        self.feed.borrow()
    }

    /// What is cut, to be read on without cutting.
    pub fn feed_mut(&mut self) -> &mut Feed {
        self.feed.borrow_mut()
    }

    /// The next blocks of about `size` bytes: `most` of them, or fewer at the end of the feed.
    pub fn blocks(&mut self, most: usize, size: usize) -> Result<Vec<Vec<u8>>, ReadError> {
        let mut blocks = Vec::with_capacity(most);
        while blocks.len() < most {
            let Some(block) = self.block(size)? else { break };
            blocks.push(block);
        }
        Ok(blocks)
    }

    fn block(&mut self, size: usize) -> Result<Option<Vec<u8>>, ReadError> {
        let mut block = std::mem::take(&mut self.rest);
        let mut goal = size;
        loop {
            self.fill(&mut block, goal).map_err(|error| self.feed().blame(error))?;
            if self.over {
                return Ok((!block.is_empty()).then_some(block));
            }
            if let Some(end) = self.ends.last_end(&block) {
                self.rest = block.split_off(end);
                return Ok(Some(block));
            }
            if block.len() > LONGEST_LINE {
                return Err(ReadError::LongLine { limit: LONGEST_LINE });
            }
            goal = (block.len() * 2).min(LONGEST_LINE + 1);
        }
    }

    /// Reads on until there are `goal` bytes or the feed ends.
    fn fill(&mut self, block: &mut Vec<u8>, goal: usize) -> io::Result<()> {
        let missing = goal.saturating_sub(block.len());
        block.reserve_exact(missing);
        let read = (&mut self.feed).take(missing as u64).read_to_end(block)?;
        self.over = read < missing;
        Ok(())
    }
}
