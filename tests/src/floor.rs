//! The floor under an overlay: what one pass over the same columns takes that looks at everything once and judges
//! nothing. No window, no maturity, no quartiles; a yardstick for benchmarks, not an answer.

use std::ops::Range;
use std::thread;

use model::{Codes, Columns, Instants};

/// How many event codes are told apart; the generated logs have 25.
const CODES: usize = 32;

/// What the pass counts, by event code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// How often one event came right after another of the same customer: `from * 32 + to`.
    pub moves: Vec<u64>,
    /// The seconds of those moves together.
    pub seconds: Vec<u64>,
    /// How many different customers have each event.
    pub customers: Vec<u64>,
}

impl Floor {
    fn new() -> Self {
        Self { moves: vec![0; CODES * CODES], seconds: vec![0; CODES * CODES], customers: vec![0; CODES] }
    }

    fn add(&mut self, other: &Self) {
        let sum =
            |all: &mut [u64], more: &[u64]| all.iter_mut().zip(more).for_each(|(all, more)| *all += more);
        sum(&mut self.moves, &other.moves);
        sum(&mut self.seconds, &other.seconds);
        sum(&mut self.customers, &other.customers);
    }
}

/// Counts generated columns on two cores.
///
/// # Panics
///
/// If the columns have more than 32 events, or instants that are no whole seconds: the generated have neither.
pub fn count(columns: &Columns) -> Floor {
    let (Codes::Narrow(codes), Instants::Seconds { after, .. }) = (&columns.event, &columns.at) else {
        panic!("generated columns are narrow and of whole seconds")
    };
    assert!(columns.events.len() <= CODES, "there are more events than counters");
    let customers = columns.customers.len();
    let pass = |part: Range<usize>| count_part(codes, after, &columns.offsets[part.start..=part.end]);
    thread::scope(|scope| {
        let half = scope.spawn(|| pass(0..customers / 2));
        let mut all = pass(customers / 2..customers);
        all.add(&half.join().expect("counting does not panic"));
        all
    })
}

fn count_part(codes: &[u8], seconds: &[u32], offsets: &[u32]) -> Floor {
    let mut floor = Floor::new();
    for ends in offsets.windows(2) {
        let rows = ends[0] as usize..ends[1] as usize;
        let (codes, seconds) = (&codes[rows.clone()], &seconds[rows]);
        let mut met = 0_u32;
        for &code in codes {
            met |= 1 << (usize::from(code) % CODES);
        }
        while met != 0 {
            floor.customers[met.trailing_zeros() as usize] += 1;
            met &= met - 1;
        }
        for (codes, seconds) in codes.windows(2).zip(seconds.windows(2)) {
            let at = usize::from(codes[0]) % CODES * CODES + usize::from(codes[1]) % CODES;
            floor.moves[at] += 1;
            floor.seconds[at] += u64::from(seconds[1] - seconds[0]);
        }
    }
    floor
}

#[cfg(test)]
mod tests {
    use model::CustomerId;

    use super::*;

    #[test]
    fn the_pass_counts_moves_times_and_customers() {
        let columns = Columns {
            events: ["ad", "page"].map(str::to_owned).into(),
            customers: vec![CustomerId(1), CustomerId(2)],
            offsets: vec![0, 3, 4],
            event: Codes::Narrow(vec![0, 1, 0, 1]),
            at: Instants::Seconds { base: 0, after: vec![5, 15, 45, 1] },
        };
        let floor = count(&columns);
        assert_eq!((floor.moves[1], floor.moves[CODES], floor.moves.iter().sum()), (1, 1, 2_u64));
        assert_eq!((floor.seconds[1], floor.seconds[CODES]), (10, 30));
        assert_eq!(floor.customers[..2], [1, 2]);
    }
}
