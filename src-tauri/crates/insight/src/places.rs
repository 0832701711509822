//! Where the counter of each step is.

use std::fmt::Debug;

use rustc_hash::FxHashMap;

use crate::step::STATES;

/// Gives each step a place.
pub(crate) trait Places<S>: Debug + Send + Sync {
    /// A place.
    type Place: Copy + Into<u64>;

    /// The places of the steps between so many nodes.
    fn new(nodes: usize) -> Self;

    /// Looks some steps up, and gives a place to those that have none yet.
    fn look_up(&mut self, steps: &[S]);

    /// The places of the steps that were last looked up.
    fn looked_up<'a>(&'a self, steps: &'a [S]) -> &'a [Self::Place];

    /// The place of a step, if there is one.
    fn find(&self, step: u64) -> Option<usize>;

    /// How many places there are.
    fn len(&self) -> usize;

    /// The step that has a place.
    fn step(&self, place: usize) -> u64;
}

/// A place for every step from the start.
#[derive(Debug)]
pub(crate) struct Every(usize);

impl Places<u16> for Every {
    type Place = u16;

    fn new(nodes: usize) -> Self {
        Self(STATES * nodes * (nodes + 1))
    }

    fn look_up(&mut self, _: &[u16]) {}

    fn looked_up<'a>(&'a self, steps: &'a [u16]) -> &'a [u16] {
        steps
    }

    fn find(&self, step: u64) -> Option<usize> {
        Some(step as usize)
    }

    fn len(&self) -> usize {
        self.0
    }

    fn step(&self, place: usize) -> u64 {
        place as u64
    }
}

/// Up to this many nodes there is a table of all steps; beyond, one of those that occur.
const DENSE: usize = 1000;

/// Stands in a table for a step that has not occurred.
const NOWHERE: u32 = 0;

/// Places in the order in which steps first occurred: most of all that could be never do.
#[derive(Debug)]
pub(crate) struct Found {
    /// For each step its place, counted from 1; empty if there are too many.
    table: Vec<u32>,
    of: FxHashMap<u64, u32>,
    steps: Vec<u64>,
    /// The places that were last asked for.
    asked: Vec<u32>,
}

impl Found {
    /// The place of a step, counted from 1; a new one if it has none yet.
    #[inline]
    fn entry(place: &mut u32, step: u64, steps: &mut Vec<u64>) -> u32 {
        if *place == NOWHERE {
            steps.push(step);
            *place = steps.len() as u32;
        }
        *place
    }
}

impl Places<u64> for Found {
    type Place = u32;

    fn new(nodes: usize) -> Self {
        let table = vec![NOWHERE; if nodes <= DENSE { STATES * nodes * (nodes + 1) } else { 0 }];
        Self { table, of: FxHashMap::default(), steps: Vec::new(), asked: Vec::new() }
    }

    fn look_up(&mut self, steps: &[u64]) {
        let Self { table, of, steps: known, asked } = self;
        asked.clear();
        if table.is_empty() {
            asked.extend(steps.iter().map(|&step| Self::entry(of.entry(step).or_default(), step, known) - 1));
        } else {
            asked.extend(steps.iter().map(|&step| Self::entry(&mut table[step as usize], step, known) - 1));
        }
    }

    fn looked_up<'a>(&'a self, _: &'a [u64]) -> &'a [u32] {
        &self.asked
    }

    fn find(&self, step: u64) -> Option<usize> {
        let place = self.table.get(step as usize).or_else(|| self.of.get(&step))?;
        (*place).checked_sub(1).map(|place| place as usize)
    }

    fn len(&self) -> usize {
        self.steps.len()
    }

    fn step(&self, place: usize) -> u64 {
        self.steps[place]
    }
}
