//! Where each customer stands in an order.

use crate::CustomerId;

/// Where each customer stands in an order: equals have the same rank, and who has nothing to be ordered by has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranks {
    /// By id. Ids are given out one after the other, so that few numbers are wasted.
    of: Vec<u32>,
}

/// The rank of who has none.
const UNRANKED: u32 = u32::MAX;

impl Ranks {
    /// Ranks customers by what each has; those that are not among them have no rank.
    pub fn by<K: Ord>(mut having: Vec<(CustomerId, K)>) -> Self {
        having.sort_unstable_by(|(_, one), (_, other)| one.cmp(other));
        let mut rank = 0;
        let ranked = having.iter().enumerate().map(|(index, (customer, key))| {
            if index > 0 && having[index - 1].1 != *key {
                rank += 1;
            }
            (*customer, rank)
        });
        Self::of_each(ranked)
    }

    /// The ranks of these customers; the others have none.
    pub fn of_each(ranked: impl Iterator<Item = (CustomerId, u32)>) -> Self {
        let mut of = Vec::new();
        for (customer, rank) in ranked {
            let Ok(place) = usize::try_from(customer.0) else { continue };
            if place >= of.len() {
                of.resize(place + 1, UNRANKED);
            }
            of[place] = rank;
        }
        Self { of }
    }

    /// The rank of a customer, from 0; `None` if it has nothing to be ordered by.
    pub fn of(&self, customer: CustomerId) -> Option<u32> {
        let rank = self.of.get(usize::try_from(customer.0).ok()?).copied()?;
        (rank != UNRANKED).then_some(rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_share_a_rank_and_nothing_has_none() {
        let ranks = Ranks::by(vec![(CustomerId(7), "b"), (CustomerId(2), "a"), (CustomerId(3), "b")]);
        let of = |id| ranks.of(CustomerId(id));
        assert_eq!((of(2), of(3), of(7)), (Some(0), Some(1), Some(1)));
        assert_eq!((of(1), of(8), of(-1)), (None, None, None));
        assert_eq!(Ranks::by(Vec::<(CustomerId, u8)>::new()).of(CustomerId(0)), None);
    }
}
