//! Workshops: what people stick on a map together, what they give their dots to, and what becomes of it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::words;
use crate::{Day, Node, NoteId, Place, StageTint};

words! {
    /// What a note became.
    pub enum OutcomeKind;
    /// Something that hurts customers.
    Pain = "pain",
    /// Something that could be made better.
    Opportunity = "opportunity",
    /// Something that somebody does about it.
    Action = "action",
}

/// What became of a note, who sees to it and by when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What it is now.
    pub kind: OutcomeKind,
    /// Who sees to it; empty, nobody yet.
    pub owner: String,
    /// By when.
    pub due: Option<Day>,
}

/// How many dots somebody gave to a note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Who.
    pub voter: String,
    /// How many, at least one.
    pub dots: u32,
}

/// A sticky note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Note {
    /// Its row.
    pub id: NoteId,
    /// What it sticks on; `None` where it sticks on nothing but the map.
    pub on: Option<Node>,
    /// Where its left top corner is: from that of the card or of the stage's ground that it sticks on, or else from that
    /// of the first stage's.
    pub place: Place,
    /// Whether it was put aside for later.
    pub parked: bool,
    /// What is written on it.
    pub text: String,
    /// Who wrote it; empty, nobody says.
    pub author: String,
    /// Its colour.
    pub tint: StageTint,
    /// The name of its cluster, which is in one place; empty, it is in none.
    pub cluster: String,
    /// Whether what is written on it is hidden until all notes are revealed.
    pub covered: bool,
    /// Who gave it dots, by name.
    pub votes: Vec<Vote>,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

impl Note {
    /// How many dots it has.
    pub fn dots(&self) -> u32 {
        self.votes.iter().map(|vote| vote.dots).fold(0, u32::saturating_add)
    }
}

/// The workshop of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Workshop {
    /// How many dots each person may give.
    pub dots: u32,
    /// The notes, by id.
    pub notes: Vec<Note>,
}

impl Default for Workshop {
    fn default() -> Self {
        Self { dots: Self::DOTS, notes: Vec::new() }
    }
}

/// Notes that are one: a cluster, or a note that is in none.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked<'a> {
    /// The name of the cluster; empty of a note that is in none.
    pub cluster: &'a str,
    /// Its notes, by id.
    pub notes: Vec<&'a Note>,
    /// How many dots they have together.
    pub dots: u32,
}

impl Workshop {
    /// How many dots each person may give if nobody says.
    pub const DOTS: u32 = 3;
    /// The most that each may be given.
    pub const MOST_DOTS: u32 = 100;

    /// How many dots somebody has given.
    pub fn given_by(&self, voter: &str) -> u32 {
        let given = self.notes.iter().flat_map(|note| &note.votes).filter(|vote| vote.voter == voter);
        given.map(|vote| vote.dots).fold(0, u32::saturating_add)
    }

    /// What is not parked, by dots: those with the most first, of equals those that were written first.
    pub fn ranking(&self) -> Vec<Ranked<'_>> {
        let mut ranked: Vec<Ranked<'_>> = Vec::new();
        for note in self.notes.iter().filter(|note| !note.parked) {
            let cluster = note.cluster.as_str();
            match ranked.iter_mut().find(|each| !cluster.is_empty() && each.cluster == cluster) {
                Some(one) => {
                    one.notes.push(note);
                    one.dots = one.dots.saturating_add(note.dots());
                }
                None => ranked.push(Ranked { cluster, notes: vec![note], dots: note.dots() }),
            }
        }
        ranked.sort_by_key(|each| std::cmp::Reverse(each.dots));
        ranked
    }

    /// What is parked, by id.
    pub fn parked(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.parked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(id: i64, cluster: &str, votes: &[(&str, u32)]) -> Note {
        Note {
            id: NoteId(id),
            on: None,
            place: Place { x: 0.0, y: 0.0 },
            parked: false,
            text: id.to_string(),
            author: String::new(),
            tint: StageTint::Ochre,
            cluster: cluster.to_owned(),
            covered: false,
            votes: votes
                .iter()
                .map(|(voter, dots)| Vote { voter: (*voter).to_owned(), dots: *dots })
                .collect(),
            outcome: None,
        }
    }

    #[test]
    fn clusters_are_ranked_by_the_dots_of_all_their_notes_and_parked_notes_not_at_all() {
        let parked = Note { parked: true, ..note(5, "", &[("Eva", 3)]) };
        let notes = vec![
            note(1, "", &[("Anna", 2)]),
            note(2, "Price", &[("Ben", 1)]),
            note(3, "Price", &[("Anna", 1), ("Eva", 1)]),
            note(4, "", &[("Ben", 2)]),
            parked,
        ];
        let workshop = Workshop { notes, ..Workshop::default() };
        let told: Vec<_> = workshop
            .ranking()
            .iter()
            .map(|each| {
                (each.cluster.to_owned(), each.dots, each.notes.iter().map(|note| note.id.0).collect())
            })
            .collect();
        let expected: Vec<(String, u32, Vec<i64>)> = vec![
            ("Price".to_owned(), 3, vec![2, 3]),
            (String::new(), 2, vec![1]),
            (String::new(), 2, vec![4]),
        ];
        assert_eq!(told, expected);
        assert_eq!(workshop.parked().map(|note| note.id.0).collect::<Vec<_>>(), [5]);
        assert_eq!(
            [workshop.given_by("Anna"), workshop.given_by("Eva"), workshop.given_by("anna")],
            [3, 4, 0]
        );
    }
}
