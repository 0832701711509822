//! Maps as hands make them: 10 to 300 touchpoints, on the grid, off it, touching one another; with skips, returns,
//! self-loops and ghost paths.

use std::collections::BTreeSet;

use model::{Details, Journey, Level, Lifecycle, Question, Touchpoint};

use crate::fixtures::{self, Story};

/// A small generator of numbers that look random.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// How the cards of a map came to stand where they are.
#[derive(Clone, Copy)]
enum Hand {
    /// Where the app puts them.
    Tidy,
    /// Near there.
    Loose,
    /// Anywhere.
    Dropped,
    /// Flush against one another, in rows and columns.
    Touching,
}

const TITLES: [&str; 4] = [
    "Basket",
    "Compares prices and reviews",
    "A title that needs three lines of a card to be told whole",
    "Chat",
];

/// The map that belongs to a seed.
pub fn story(seed: u64) -> Story {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d);
    random.below(2);
    let hand = [Hand::Tidy, Hand::Loose, Hand::Dropped, Hand::Touching][random.below(4)];
    // Small maps are more common than large ones.
    let most = [20, 40, 80, 300][random.below(4)];
    let count = 10 + random.below(most - 9);
    let stages = 1 + random.below(6);
    let each = count.div_ceil(stages);
    let cards: Vec<Touchpoint> = (0..count)
        .map(|index| {
            let place = place(&mut random, hand, index % each, each);
            let title = TITLES[random.below(4)];
            let card = fixtures::touchpoint(index as i64 + 1, (index / each) as i64 + 1, title, place);
            // A row of marks makes a card taller; of those that touch, it would lie on the next.
            let pains = if index % 3 == 0 && !matches!(hand, Hand::Touching) { 2 } else { 0 };
            let details = Details { pains: vec!["Slow".to_owned(); pains], ..Details::default() };
            Touchpoint { details, ..card }
        })
        .collect();
    let (drawn, moves) = edges(&mut random, count, each);
    let journey = Journey::build(
        fixtures::map("Any map", Lifecycle::NonLinear),
        (1..=stages as i64).map(|id| fixtures::stage(id, &format!("Stage {id}"))).collect(),
        cards,
        fixtures::transitions(&drawn),
    )
    .unwrap();
    let left = |id: i64| moves.iter().filter(|(from, ..)| *from == id).map(|(.., moved)| moved).sum::<u64>();
    let entries: Vec<_> = (1..=count as i64).map(|id| (id, 40 + left(id), 5, 3)).collect();
    let touchpoints = fixtures::overlay(&journey, Question::new(Level::Touchpoint), &entries, &moves);
    let entries: Vec<_> = (1..=stages as i64).map(|id| (id, 8_000, 300, 100)).collect();
    let stages = fixtures::overlay(&journey, Question::new(Level::Stage), &entries, &[]);
    Story { journey, stages, touchpoints, personas: Vec::new() }
}

fn place(random: &mut Random, hand: Hand, index: usize, each: usize) -> (f64, f64) {
    let tidy = scene::Layout::tidy_place(index);
    let lanes = (each as f64).sqrt().ceil() as usize / 2 + 1;
    let mut near =
        |coordinate: f64, by: usize| (coordinate + 8.0 * random.below(by) as f64 - 4.0 * by as f64).max(0.0);
    match hand {
        Hand::Tidy => (tidy.x, tidy.y),
        Hand::Loose => (near(tidy.x, 9), near(tidy.y, 5)),
        Hand::Touching => (208.0 * (index % lanes) as f64, 112.0 * (index / lanes) as f64),
        Hand::Dropped => {
            let x = near(320.0 * lanes as f64 / 2.0, 40 * lanes);
            (x, near(200.0 * (each / lanes) as f64 / 2.0 + 100.0, 25 * (each / lanes) + 25))
        }
    }
}

type Edges = (Vec<(i64, i64)>, Vec<(i64, i64, u64)>);

/// The transitions, 1.7 for each touchpoint, and what moved along them and along a third as many ghost paths.
fn edges(random: &mut Random, count: usize, each: usize) -> Edges {
    let mut ends = BTreeSet::new();
    let wanted = (count * 17 / 10) * 4 / 3;
    for _ in 0..wanted {
        let from = random.below(count);
        let to = match random.below(20) {
            0..9 => from + 1 + random.below(4),
            9..14 => from + each.min(8) + random.below(each),
            14..18 => from.saturating_sub(1 + random.below(each + 2)),
            18 => random.below(count),
            _ => from,
        };
        ends.insert((from as i64 + 1, to.min(count - 1) as i64 + 1));
    }
    let is_drawn = |index: usize| index % 4 != 3;
    let drawn =
        ends.iter().enumerate().filter(|(index, _)| is_drawn(*index)).map(|(_, ends)| *ends).collect();
    let moves = ends.iter().map(|&(from, to)| (from, to, 8 + random.below(120) as u64)).collect();
    (drawn, moves)
}
