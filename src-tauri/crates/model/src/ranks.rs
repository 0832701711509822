//! Where each customer stands in an order.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::{AttributeColumn, CustomerId, Typed, sort_key};

/// Where each customer stands in an order: equals have the same rank, and who has nothing to be ordered by has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranks {
    /// By id. Ids are given out one after the other, so that few numbers are wasted.
    of: Vec<u32>,
    /// Those of higher ids, which a damaged file may have.
    far: BTreeMap<CustomerId, u32>,
}

/// From this id on too many numbers would be wasted.
const FAR: usize = 1 << 26;

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

    /// Ranks customers by their value of an attribute: numbers and dates by what they are, texts as people look them
    /// up. The column is of these customers.
    pub fn by_attribute(column: &AttributeColumn, customers: &[CustomerId]) -> Self {
        let ranks = match &column.typed {
            Typed::Text => {
                let keys: Vec<Vec<u8>> = column.texts.iter().map(sort_key).collect();
                ranked(keys.len(), |one, other| keys[one].cmp(&keys[other]))
            }
            Typed::Numbers(numbers) => {
                ranked(numbers.len(), |one, other| numbers[one].total_cmp(&numbers[other]))
            }
            Typed::Dates(dates) => ranked(dates.len(), |one, other| dates[one].cmp(&dates[other])),
        };
        let having = customers.iter().zip(&column.codes).filter(|(_, code)| **code > 0);
        Self::of_each(having.map(|(&customer, &code)| (customer, ranks[code as usize - 1])))
    }

    /// The ranks of these customers; the others have none.
    pub fn of_each(ranked: impl Iterator<Item = (CustomerId, u32)>) -> Self {
        let (mut of, mut far) = (Vec::new(), BTreeMap::new());
        for (customer, rank) in ranked {
            let Ok(place) = usize::try_from(customer.0) else { continue };
            if place >= FAR {
                far.insert(customer, rank);
                continue;
            }
            if place >= of.len() {
                of.resize(place + 1, UNRANKED);
            }
            of[place] = rank;
        }
        Self { of, far }
    }

    /// The rank of a customer, from 0; `None` if it has nothing to be ordered by.
    pub fn of(&self, customer: CustomerId) -> Option<u32> {
        let place = usize::try_from(customer.0).ok()?;
        let rank = if place < FAR { self.of.get(place) } else { self.far.get(&customer) }.copied()?;
        (rank != UNRANKED).then_some(rank)
    }
}

/// The rank of each of some values, which are compared by their places.
fn ranked(count: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&one, &other| compare(one, other));
    let mut ranks = vec![0; count];
    let mut rank = 0;
    for (index, &place) in places.iter().enumerate() {
        if index > 0 && compare(places[index - 1], place).is_ne() {
            rank += 1;
        }
        ranks[place] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Forms, Texts};

    fn by_values(values: &[&str], form: &str) -> Vec<Option<u32>> {
        let mut texts: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
        texts.sort_unstable();
        texts.dedup();
        let code = |value: &&str| texts.binary_search(value).map_or(0, |place| place as u32 + 1);
        let codes = values.iter().map(code).collect();
        let form = Forms::of(form).decide();
        let column = AttributeColumn::new(texts.into_iter().collect::<Texts>(), codes, form, &|at| at);
        let customers: Vec<CustomerId> = (1..=values.len() as i64).map(CustomerId).collect();
        let ranks = Ranks::by_attribute(&column, &customers);
        customers.iter().map(|&customer| ranks.of(customer)).collect()
    }

    #[test]
    fn values_rank_as_what_they_are() {
        let some = |ranks: &[u32]| ranks.iter().copied().map(Some).collect::<Vec<_>>();
        assert_eq!(by_values(&["10", "9", "9.0", "-1"], "10"), some(&[2, 1, 1, 0]));
        assert_eq!(by_values(&["2024-10-01", "2024-09-30"], "2024-10-01"), some(&[1, 0]));
        assert_eq!(by_values(&["Élise", "Zoë", "élise", "Bob"], "x"), some(&[1, 2, 1, 0]));
        assert_eq!(by_values(&["b", "", "a"], "x"), [Some(1), None, Some(0)]);
    }

    #[test]
    fn equals_share_a_rank_and_nothing_has_none() {
        let ranks = Ranks::by(vec![(CustomerId(7), "b"), (CustomerId(2), "a"), (CustomerId(3), "b")]);
        let of = |id| ranks.of(CustomerId(id));
        assert_eq!((of(2), of(3), of(7)), (Some(0), Some(1), Some(1)));
        assert_eq!((of(1), of(8), of(-1)), (None, None, None));
        let far = Ranks::by(vec![(CustomerId(i64::MAX), "b"), (CustomerId(2), "a")]);
        assert_eq!((far.of(CustomerId(i64::MAX)), far.of(CustomerId(2))), (Some(1), Some(0)));
        assert_eq!(Ranks::by(Vec::<(CustomerId, u8)>::new()).of(CustomerId(0)), None);
    }
}
