//! Columns of cards in an order, and what that order costs: the curves that cross, weighed by who moves along them.

/// A curve between two cards, taken as straight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub ends: [usize; 2],
    pub weight: u64,
}

/// What it costs that a curve passes a card in its own column, in crossings of the lightest curves.
const PASSING: u64 = 2;

/// Columns of cards in an order.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    columns: Vec<Vec<usize>>,
    /// Of each card, whether it stays where it is.
    stays: Vec<bool>,
    /// Of each card, its column and its row.
    at: Vec<(usize, usize)>,
    lines: Vec<Line>,
    /// Of each card, its lines.
    lines_of: Vec<Vec<usize>>,
}

impl Rows {
    pub(super) fn new(columns: Vec<Vec<usize>>, stays: Vec<bool>, lines: Vec<Line>) -> Self {
        let mut lines_of = vec![Vec::new(); stays.len()];
        for (index, line) in lines.iter().enumerate() {
            for end in line.ends {
                lines_of[end].push(index);
            }
        }
        let mut rows = Self { at: vec![(0, 0); stays.len()], columns, stays, lines, lines_of };
        for column in 0..rows.columns.len() {
            rows.note(column);
        }
        rows
    }

    pub(super) fn columns(&self) -> &[Vec<usize>] {
        &self.columns
    }

    pub(super) fn stays(&self, card: usize) -> bool {
        self.stays[card]
    }

    pub(super) fn is_one_column(&self, card: usize, other: usize) -> bool {
        self.at[card].0 == self.at[other].0
    }

    /// The cards to which one is joined, with the weights of the curves.
    pub(super) fn neighbours(&self, card: usize) -> impl Iterator<Item = (usize, u64)> {
        self.lines_of[card].iter().map(move |&line| {
            let Line { ends: [from, to], weight } = self.lines[line];
            (if from == card { to } else { from }, weight)
        })
    }

    /// Notes where the cards of a column are.
    fn note(&mut self, column: usize) {
        for (row, &card) in self.columns[column].iter().enumerate() {
            self.at[card] = (column, row);
        }
    }

    /// What the order costs.
    pub(super) fn cost(&self) -> u64 {
        let all = 0..self.lines.len();
        let pairs: u64 =
            all.clone().map(|one| (0..one).map(|other| self.crossing(one, other)).sum::<u64>()).sum();
        pairs + all.map(|line| self.passing(line)).sum::<u64>()
    }

    /// Orders each column by the weighted median of the rows to which its cards are joined, in one direction or the
    /// other. Cards that stay, or are joined to no other column, keep their rows.
    pub(super) fn median(&mut self, back: bool) {
        let count = self.columns.len();
        for step in 0..count {
            let column = if back { count - 1 - step } else { step };
            let mut joined: Vec<(f64, usize)> = Vec::new();
            for &card in &self.columns[column] {
                joined.extend(self.middle(card).map(|middle| (middle, card)));
            }
            joined.sort_by(|one, other| {
                one.0.total_cmp(&other.0).then(self.at[one.1].1.cmp(&self.at[other.1].1))
            });
            let mut sorted = joined.iter().map(|(_, card)| *card);
            let is_joined: Vec<bool> =
                self.columns[column].iter().map(|card| self.middle(*card).is_some()).collect();
            for (slot, _) in self.columns[column].iter_mut().zip(is_joined).filter(|(_, joined)| *joined) {
                *slot = sorted.next().unwrap_or(*slot);
            }
            self.note(column);
        }
    }

    /// The weighted median of the rows to which a card is joined in other columns, unless it stays.
    fn middle(&self, card: usize) -> Option<f64> {
        if self.stays[card] {
            return None;
        }
        let mut rows: Vec<(usize, u64)> = self
            .neighbours(card)
            .filter(|(other, _)| !self.is_one_column(card, *other))
            .map(|(other, weight)| (self.at[other].1, weight))
            .collect();
        rows.sort_unstable();
        let half = rows.iter().map(|row| row.1).sum::<u64>();
        let mut passed = 0;
        let place = rows.iter().position(|row| {
            passed += 2 * row.1;
            passed >= half
        })?;
        // Where the weights on both sides are one, in the middle.
        let next = if passed == half { rows.get(place + 1) } else { None };
        Some((rows[place].0 + next.unwrap_or(&rows[place]).0) as f64 / 2.0)
    }

    /// Lets neighbours change places as long as less crosses then.
    pub(super) fn transpose(&mut self) {
        let mut changed = true;
        while changed {
            changed = false;
            for column in 0..self.columns.len() {
                for row in 1..self.columns[column].len() {
                    changed |= self.improve(column, row);
                }
            }
        }
    }

    /// Lets a card and the one above it change places if less crosses then; says whether it does.
    fn improve(&mut self, column: usize, row: usize) -> bool {
        if [row - 1, row].iter().all(|row| self.stays[self.columns[column][*row]]) {
            return false;
        }
        let before = self.cost_of(column, row);
        self.swap(column, row);
        let is_better = self.cost_of(column, row) < before;
        if !is_better {
            self.swap(column, row);
        }
        is_better
    }

    /// Lets a card and the one above it change places.
    fn swap(&mut self, column: usize, row: usize) {
        self.columns[column].swap(row - 1, row);
        for row in [row - 1, row] {
            self.at[self.columns[column][row]].1 = row;
        }
    }

    /// What those lines cost that end at a card or at the one above it, and those that pass them in their column.
    fn cost_of(&self, column: usize, row: usize) -> u64 {
        let [above, below] = [row - 1, row].map(|row| self.columns[column][row]);
        let mut own = [self.lines_of[above].as_slice(), &self.lines_of[below]].concat();
        own.sort_unstable();
        own.dedup();
        let mut cost = 0;
        for &line in &own {
            let others =
                (0..self.lines.len()).filter(|other| *other < line || own.binary_search(other).is_err());
            cost += others.map(|other| self.crossing(line, other)).sum::<u64>() + self.passing(line);
        }
        cost
    }

    /// What a line costs within one column: it passes each card between its ends.
    fn passing(&self, line: usize) -> u64 {
        let Line { ends: [from, to], weight } = self.lines[line];
        if !self.is_one_column(from, to) {
            return 0;
        }
        let between = self.at[from].1.abs_diff(self.at[to].1).saturating_sub(1);
        PASSING * weight * between as u64
    }

    /// What it costs that two lines cross; nothing if they do not.
    fn crossing(&self, one: usize, other: usize) -> u64 {
        let (one, other) = (&self.lines[one], &self.lines[other]);
        let ([a, b], [c, d]) = (self.upright(one), self.upright(other));
        let (left, right) = (a.0.max(c.0), b.0.min(d.0));
        if left >= right {
            return 0;
        }
        let apart = |column| height(a, b, column) - height(c, d, column);
        if apart(left) * apart(right) < -1e-9 { one.weight * other.weight } else { 0 }
    }

    /// The ends of a line from left to right, each as column and row.
    fn upright(&self, line: &Line) -> [(usize, usize); 2] {
        let mut ends = line.ends.map(|end| self.at[end]);
        ends.sort_unstable();
        ends
    }
}

/// How far down a line is in a column.
fn height(from: (usize, usize), to: (usize, usize), column: usize) -> f64 {
    let along = (column - from.0) as f64 / (to.0 - from.0) as f64;
    from.1 as f64 + (to.1 as f64 - from.1 as f64) * along
}
