//! Distinct names with numbers in the order in which they first come.

use std::hash::{BuildHasher, Hasher};

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

use model::Texts;

/// How long a name may be, in bytes.
pub(crate) const LONGEST_NAME: usize = 1024;

/// Distinct names, numbered from 0 in the order in which they first came.
///
/// There may be a million, so that nearly every look at one waits for memory. Their text is in one piece
/// instead of a `String` each, and [`Names::number_all`] looks at many at a time, so that the waits overlap.
#[derive(Default)]
pub(crate) struct Names {
    text: Listing,
    table: HashTable<Slot>,
    /// Room for [`Names::number_all`] to work in.
    places: Vec<Place>,
}

#[derive(Clone, Copy)]
struct Slot {
    /// Half of the name's hash, which spares most looks at the text.
    tag: u32,
    number: u32,
    /// Where the text is.
    at: usize,
}

/// A name that is looked up, and the slot that is probably its own.
struct Place {
    tag: u32,
    at: usize,
    slot: Option<Slot>,
}

/// Names one after another in one piece: before each, two bytes with its length.
#[derive(Default, Clone)]
pub(crate) struct Listing(Vec<u8>);

/// Where a list of names has come to.
#[derive(Clone, Copy, Default)]
pub(crate) struct Mark(usize);

/// The hash that a tag stands for in the table.
fn spread(tag: u32) -> u64 {
    // The odd number nearest to 2^64 divided by the golden ratio: the table wants its high bits random too.
    u64::from(tag).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn tag(name: &[u8]) -> u32 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write(name);
    (hasher.finish() >> 32) as u32
}

/// How many names are looked up at a time: few enough to stay in the nearest cache.
const AT_A_TIME: usize = 512;

impl Names {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// The number of a name of at most [`LONGEST_NAME`] bytes, a new one if it is new.
    pub fn number(&mut self, name: &[u8]) -> u32 {
        self.number_tagged(tag(name), name)
    }

    /// Appends the number of each name, in their order.
    pub fn number_all(&mut self, names: &Listing, numbers: &mut Vec<u32>) {
        let mut at = 0;
        let mut places = std::mem::take(&mut self.places);
        while at < names.0.len() {
            places.clear();
            while at < names.0.len() && places.len() < AT_A_TIME {
                let name = names.name(at);
                places.push(Place { tag: tag(name), at, slot: None });
                at += 2 + name.len();
            }
            // None of these waits for another: first all slots, then all texts.
            for place in &mut places {
                place.slot = self.table.find(spread(place.tag), |slot| slot.tag == place.tag).copied();
            }
            for place in &places {
                let name = names.name(place.at);
                let known = place.slot.filter(|slot| self.text.name(slot.at) == name);
                numbers.push(known.map_or_else(|| self.number_tagged(place.tag, name), |slot| slot.number));
            }
        }
        self.places = places;
    }

    fn number_tagged(&mut self, tag: u32, name: &[u8]) -> u32 {
        let text = &mut self.text;
        let number = self.table.len() as u32;
        let same = |slot: &Slot| slot.tag == tag && text.name(slot.at) == name;
        match self.table.entry(spread(tag), same, |slot| spread(slot.tag)) {
            Entry::Occupied(slot) => slot.get().number,
            Entry::Vacant(slot) => {
                slot.insert(Slot { tag, number, at: text.0.len() });
                text.push(name);
                number
            }
        }
    }

    /// Where the list has come to.
    pub fn mark(&self) -> Mark {
        Mark(self.text.0.len())
    }

    /// The names that came after a mark.
    pub fn since(&self, mark: Mark) -> Listing {
        Listing(self.text.0[mark.0..].to_vec())
    }

    /// All names in their order, in one piece of memory.
    pub fn into_texts(self) -> Texts {
        // The table goes before its copy of the text is made.
        drop(self.table);
        self.text.names().map(String::from_utf8_lossy).collect()
    }
}

impl Listing {
    /// Appends a name of at most [`LONGEST_NAME`] bytes.
    pub fn push(&mut self, name: &[u8]) {
        self.0.extend_from_slice(&(name.len() as u16).to_le_bytes());
        self.0.extend_from_slice(name);
    }

    /// Takes all names out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether it takes more memory than the nearest caches have.
    pub fn is_large(&self) -> bool {
        self.0.len() > 16 << 10
    }

    /// All names in their order.
    fn names(&self) -> impl Iterator<Item = &[u8]> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let name = (at < self.0.len()).then(|| self.name(at))?;
            at += 2 + name.len();
            Some(name)
        })
    }

    fn name(&self, at: usize) -> &[u8] {
        let length = usize::from(u16::from_le_bytes([self.0[at], self.0[at + 1]]));
        &self.0[at + 2..at + 2 + length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_as_they_first_come() {
        let mut names = Names::default();
        let numbers: Vec<_> = ["b", "a", "b", "", "ä", "a"].map(|name| names.number(name.as_bytes())).into();
        assert_eq!(numbers, [0, 1, 0, 2, 3, 1]);
        assert_eq!(names.into_texts(), Texts::from_iter(["b", "a", "", "ä"]));
    }

    #[test]
    fn many_names_stay_apart_and_can_be_listed_from_a_mark() {
        let mut names = Names::default();
        for number in 0..50_000 {
            assert_eq!(names.number(format!("customer {number}").as_bytes()), number);
        }
        let mark = names.mark();
        names.number(b"one more");
        for number in 0..50_000 {
            assert_eq!(names.number(format!("customer {number}").as_bytes()), number);
        }
        assert_eq!(Listing::of(["one more"]).0, names.since(mark).0);
    }

    #[test]
    fn names_are_numbered_alike_one_by_one_and_all_at_once() {
        let text: Vec<_> = (0..5_000_u64).map(|row| (row * row % 1_999).to_string()).collect();
        let mut one = Names::default();
        let expected: Vec<_> = text.iter().map(|name| one.number(name.as_bytes())).collect();
        let (mut all, mut numbers) = (Names::default(), Vec::new());
        all.number_all(&Listing::of(text.iter().map(String::as_str)), &mut numbers);
        assert_eq!(numbers, expected);
        assert_eq!(all.into_texts(), one.into_texts());
    }

    impl Listing {
        fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
            let mut listing = Self::default();
            names.into_iter().for_each(|name| listing.push(name.as_bytes()));
            listing
        }
    }
}
