//! Segments and personas that are said of each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Asks, Rule, SegmentId};

/// Something with customers of its own, by its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonaOrSegment {
    /// A persona.
    Persona(i64),
    /// A segment.
    Segment(i64),
}

/// A circle of segments and personas, from one back to the same, if there is any. Personas come with their segment.
pub fn circle(segments: &[(SegmentId, Rule)], personas: &[(i64, i64)]) -> Option<Vec<PersonaOrSegment>> {
    let mut said_of: BTreeMap<PersonaOrSegment, Vec<PersonaOrSegment>> = BTreeMap::new();
    for (segment, rule) in segments {
        said_of.insert(PersonaOrSegment::Segment(segment.0), Asks::of(rule).belongings);
    }
    for &(persona, segment) in personas {
        said_of.insert(PersonaOrSegment::Persona(persona), vec![PersonaOrSegment::Segment(segment)]);
    }
    let mut search = Search { said_of: &said_of, done: BTreeSet::new(), way: Vec::new() };
    said_of.keys().find_map(|&start| search.from(start))
}

struct Search<'a> {
    said_of: &'a BTreeMap<PersonaOrSegment, Vec<PersonaOrSegment>>,
    /// From where no circle is come to.
    done: BTreeSet<PersonaOrSegment>,
    way: Vec<PersonaOrSegment>,
}

impl Search<'_> {
    fn from(&mut self, at: PersonaOrSegment) -> Option<Vec<PersonaOrSegment>> {
        if self.done.contains(&at) {
            return None;
        }
        if let Some(start) = self.way.iter().position(|&each| each == at) {
            return Some(self.way[start..].iter().copied().chain([at]).collect());
        }
        self.way.push(at);
        let next = self.said_of.get(&at).map_or(&[][..], Vec::as_slice);
        let found = next.iter().find_map(|&next| self.from(next));
        self.way.pop();
        self.done.insert(at);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PersonaOrSegment::{Persona, Segment};

    fn check(rules: &[&str], personas: &[(i64, i64)], expected: Option<&[PersonaOrSegment]>) {
        let read = |rule: &&str| crate::rule_text::read(rule).unwrap();
        let segments: Vec<_> = (1..).map(SegmentId).zip(rules.iter().map(read)).collect();
        assert_eq!(circle(&segments, personas).as_deref(), expected, "{rules:?}");
    }

    #[test]
    fn circles_are_found() {
        check(&["segment #2 and not segment #3", "segment #3", "everybody"], &[], None);
        check(&["segment #1"], &[], Some(&[Segment(1), Segment(1)]));
        check(
            &["everybody", "segment #3 or plan is pro", "none of (a is b, segment #2)"],
            &[],
            Some(&[Segment(2), Segment(3), Segment(2)]),
        );
        check(&["persona #7"], &[(7, 1)], Some(&[Persona(7), Segment(1), Persona(7)]));
        check(&["persona #7"], &[], None);
        check(&["persona \"Lena\""], &[(7, 1)], None);
    }

    #[test]
    fn many_ways_to_the_same_are_gone_once() {
        let rules: Vec<String> = (1..=60).map(|id| format!("segment #{0} or segment #{0}", id + 1)).collect();
        check(&rules.iter().map(String::as_str).collect::<Vec<_>>(), &[], None);
    }
}
