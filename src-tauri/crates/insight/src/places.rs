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

/// Places in the order in which steps first occurred: most of all that could be never do.
#[derive(Debug)]
pub(crate) struct Found {
    of: FxHashMap<u64, u32>,
    steps: Vec<u64>,
    /// The places that were last asked for.
    asked: Vec<u32>,
}

impl Places<u64> for Found {
    type Place = u32;

    fn new(_: usize) -> Self {
        Self { of: FxHashMap::default(), steps: Vec::new(), asked: Vec::new() }
    }

    fn look_up(&mut self, steps: &[u64]) {
        let place = |&step: &u64| {
            *self.of.entry(step).or_insert_with(|| {
                self.steps.push(step);
                self.steps.len() as u32 - 1
            })
        };
        self.asked.clear();
        self.asked.extend(steps.iter().map(place));
    }

    fn looked_up<'a>(&'a self, _: &'a [u64]) -> &'a [u32] {
        &self.asked
    }

    fn find(&self, step: u64) -> Option<usize> {
        self.of.get(&step).map(|&place| place as usize)
    }

    fn len(&self) -> usize {
        self.steps.len()
    }

    fn step(&self, place: usize) -> u64 {
        self.steps[place]
    }
}
