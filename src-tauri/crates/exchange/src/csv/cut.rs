//! Cuts a stream into blocks in which every record is whole.

use std::io::{self, Read};

use crate::ReadError;
use crate::source::Feed;

use super::record::Grammar;

/// How long a line may be, in bytes.
const LONGEST_LINE: usize = 8 << 20;

/// Cuts a feed into blocks at the ends of records.
pub(crate) struct Cutter {
    feed: Feed,
    grammar: Grammar,
    /// What was read beyond the last block.
    rest: Vec<u8>,
    /// Whether the feed has ended.
    over: bool,
}

impl Cutter {
    /// Cuts `feed`, which is at the start of a record.
    pub fn new(feed: Feed, grammar: Grammar) -> Self {
        Self { feed, grammar, rest: Vec::new(), over: false }
    }

    /// What is cut.
    pub fn feed(&self) -> &Feed {
        &self.feed
    }

    /// What is cut, to be read on without cutting.
    pub fn feed_mut(&mut self) -> &mut Feed {
        &mut self.feed
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
            self.fill(&mut block, goal).map_err(|error| self.feed.blame(error))?;
            if self.over {
                return Ok((!block.is_empty()).then_some(block));
            }
            if let Some(end) = self.grammar.last_end(&block, true) {
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
