//! What belongs together of the workspace, a copy of it and what both come from, and what became of it.

use model::Persona;
use store::{DrawnMap, DrawnSegment};

use super::MapState;

/// Something that has a row and a name.
pub(super) trait Item: PartialEq {
    fn row(&self) -> i64;
    fn name(&self) -> &str;
}

impl Item for DrawnMap {
    fn row(&self) -> i64 {
        self.map.id.0
    }

    fn name(&self) -> &str {
        &self.map.title
    }
}

impl Item for Persona {
    fn row(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Item for DrawnSegment {
    fn row(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// One thing as it was, as it is here, and as it is there.
pub(super) struct Pair<'a, T> {
    pub base: Option<&'a T>,
    pub ours: Option<&'a T>,
    pub theirs: Option<&'a T>,
}

impl<T: Item> Pair<'_, T> {
    /// What became of it; `is_same` tells whether it is the same here and there, whatever the rows.
    pub fn state(&self, is_same: impl Fn(&T, &T) -> bool) -> MapState {
        match (self.base, self.ours, self.theirs) {
            (_, Some(ours), Some(theirs)) if is_same(ours, theirs) => MapState::Same,
            (Some(base), Some(ours), Some(_)) if ours == base => MapState::ChangedThere,
            (Some(base), Some(_), Some(theirs)) if theirs == base => MapState::ChangedHere,
            (_, Some(_), Some(_)) => MapState::ChangedBoth,
            (Some(base), Some(ours), None) if ours == base => MapState::DeletedThere,
            (Some(base), None, Some(theirs)) if theirs == base => MapState::DeletedHere,
            (_, Some(_), None) => MapState::OnlyHere,
            (_, None, _) => MapState::OnlyThere,
        }
    }
}

/// Pairs by the row where it was there before, and by the name where it was not; first those of the workspace, in order,
/// then those that only the copy has.
pub(super) fn pairs<'a, T: Item>(base: &'a [T], ours: &'a [T], theirs: &'a [T]) -> Vec<Pair<'a, T>> {
    let of_row = |items: &'a [T], row: i64| items.iter().find(|each| each.row() == row);
    let is_new = |item: &T| of_row(base, item.row()).is_none();
    let mut paired: Vec<Pair<'a, T>> = Vec::new();
    for here in ours {
        let theirs = if is_new(here) {
            theirs.iter().find(|there| is_new(there) && there.name() == here.name())
        } else {
            of_row(theirs, here.row())
        };
        paired.push(Pair { base: of_row(base, here.row()), ours: Some(here), theirs });
    }
    for there in theirs {
        let is_paired = paired.iter().any(|pair| pair.theirs.is_some_and(|each| each.row() == there.row()));
        if !is_paired {
            paired.push(Pair { base: of_row(base, there.row()), ours: None, theirs: Some(there) });
        }
    }
    paired
}
