//! Finding in the texts of a map, and what is found replaced.
//!
//! `texts_of_*` are the one list of what people write on a map: what is found there is what can be replaced there, and
//! a test sees that erasing, which looks through all rows, finds no text more.

use std::ops::Range;

use model::{
    AnyChannel, CardId, Cell, Details, Journey, Lane, LaneCard, LaneId, Link, Node, Note, NoteId, Outcome,
    OwnChannel, PersonaFeeling, PlannedContent, Stage, StageDetails, StageId, StoryStep, StoryStepId,
    Touchpoint, TouchpointId, Transition, TransitionDetails, TransitionId, Vote,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppError, Session};

/// What is looked for in the texts of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sought {
    /// The text. An empty one is nowhere.
    pub text: String,
    /// Whether capital letters are told from small ones.
    pub match_case: bool,
    /// Whether no letter and no digit may stand beside it.
    pub whole_word: bool,
}

/// On what of a map a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Written {
    /// The map itself.
    Map,
    /// A stage.
    Stage {
        /// Which.
        stage: StageId,
    },
    /// A touchpoint.
    Touchpoint {
        /// Which.
        touchpoint: TouchpointId,
    },
    /// A transition.
    Transition {
        /// Which.
        transition: TransitionId,
    },
    /// A lane.
    Lane {
        /// Which.
        lane: LaneId,
    },
    /// What a lane says of a stage or a touchpoint.
    Cell {
        /// Which lane.
        lane: LaneId,
        /// Of what.
        of: Node,
    },
    /// A card in a cell of a lane.
    LaneCard {
        /// Which.
        card: CardId,
    },
    /// A step of its story.
    StoryStep {
        /// Which.
        step: StoryStepId,
    },
    /// A sticky note.
    Note {
        /// Which.
        note: NoteId,
    },
}

/// Which text of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "they are called as what they are the text of")]
pub enum Field {
    Title,
    Aim,
    Entry,
    Description,
    Owner,
    Quote,
    Pain,
    Opportunity,
    Content,
    Format,
    Link,
    Address,
    Tag,
    Channel,
    Label,
    Cell,
    Note,
    Notes,
    Author,
    Cluster,
    Voter,
    // These are found in the whole workspace only; those after the name are of personas.
    Folder,
    Event,
    Name,
    Role,
    Age,
    Place,
    Goals,
    Needs,
    Frustrations,
    Motivations,
    Channels,
    Brands,
    Traits,
}

/// A place where what is sought stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Hit {
    /// On what.
    pub on: Written,
    /// In which of its texts.
    pub field: Field,
    /// In which of several such texts, from 0.
    pub entry: u32,
    /// How often it stands in the same text before.
    pub nth: u32,
    /// What stands around it.
    pub before: String,
    /// As it is written there.
    pub found: String,
    /// What stands after it.
    pub after: String,
}

impl Session {
    /// Where a text stands on the map in view, in the order in which the map is read.
    pub fn find(&self, sought: &Sought) -> Result<Vec<Hit>, AppError> {
        let showing = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        Ok(hits(&showing.journey, sought))
    }
}

/// Where something stands on a map.
pub(crate) fn hits(journey: &Journey, sought: &Sought) -> Vec<Hit> {
    let mut all = Vec::new();
    each_text(journey, &mut |on, field, entry, text| {
        for (nth, range) in sought.ranges(text).into_iter().enumerate() {
            all.push(Hit::of((on, field, entry), nth, text, &range));
        }
    });
    all
}

/// Calls for every text of a map, in the order in which the map is read.
pub(crate) fn each_text(journey: &Journey, see: &mut dyn FnMut(Written, Field, u32, &str)) {
    see(Written::Map, Field::Title, 0, &journey.map().title);
    for stage in journey.stages() {
        let on = Written::Stage { stage: stage.id };
        texts_of_stage(&mut stage.clone(), &mut |field, entry, text| see(on, field, entry, text));
        for touchpoint in journey.touchpoints_of(stage.id) {
            let on = Written::Touchpoint { touchpoint: touchpoint.id };
            let seen = &mut |field, entry, text: &mut String| see(on, field, entry, text);
            texts_of_touchpoint(&mut touchpoint.clone(), seen);
        }
    }
    for transition in journey.transitions() {
        let on = Written::Transition { transition: transition.id };
        texts_of_transition(&mut transition.clone(), &mut |field, entry, text| see(on, field, entry, text));
    }
    for lane in journey.lanes() {
        let on = |field, entry| cell_or_lane(lane, field, entry);
        texts_of_lane(&mut lane.clone(), &mut |field, entry, text| see(on(field, entry), field, 0, text));
        for card in journey.cards().iter().filter(|card| card.lane == lane.id) {
            let on = Written::LaneCard { card: card.id };
            texts_of_card(&mut card.clone(), &mut |field, entry, text| see(on, field, entry, text));
        }
    }
    for note in &journey.workshop().notes {
        let on = Written::Note { note: note.id };
        texts_of_note(&mut note.clone(), &mut |field, entry, text| see(on, field, entry, text));
    }
    for step in journey.story() {
        let on = Written::StoryStep { step: step.id };
        texts_of_step(&mut step.clone(), &mut |field, entry, text| see(on, field, entry, text));
    }
}

/// The texts of a step of a story.
pub(crate) fn texts_of_step(step: &mut StoryStep, see: See<'_>) {
    let StoryStep { id: _, title, notes, shown: _ } = step;
    see(Field::Title, 0, title);
    see(Field::Notes, 0, notes);
}

/// Of which cell a text of a lane is, if of any: cells are counted.
pub(crate) fn cell_or_lane(lane: &Lane, field: Field, entry: u32) -> Written {
    match lane.cells.get(entry as usize) {
        Some(cell) if field == Field::Cell => Written::Cell { lane: lane.id, of: cell.of },
        _ => Written::Lane { lane: lane.id },
    }
}

/// What is called with each text: which it is, which of several, and the text.
pub(crate) type See<'a> = &'a mut dyn FnMut(Field, u32, &mut String);

/// The texts of a stage.
pub(crate) fn texts_of_stage(stage: &mut Stage, see: See<'_>) {
    // Named one by one, here and below, so that a field more is not forgotten.
    let Stage { id: _, title, goal: _, locked: _, details } = stage;
    let StageDetails { aim, entry, tint: _, width: _ } = details;
    see(Field::Title, 0, title);
    see(Field::Aim, 0, aim);
    see(Field::Entry, 0, entry);
}

/// The texts of a touchpoint. Its events are names in what is imported: what they are called there is not for the map.
pub(crate) fn texts_of_touchpoint(touchpoint: &mut Touchpoint, see: See<'_>) {
    let Touchpoint {
        id: _,
        stage: _,
        title,
        place: _,
        channel,
        sentiment: _,
        feelings,
        goal: _,
        events: _,
        sub_journey: _,
        locked: _,
        details,
    } = touchpoint;
    see(Field::Title, 0, title);
    if let Some(AnyChannel::Own(OwnChannel { name, icon: _ })) = channel {
        see(Field::Channel, 0, name);
    }
    texts_of_details(details, see);
    // The first quote is the one of the details.
    for (entry, PersonaFeeling { persona: _, sentiment: _, quote }) in (1..).zip(feelings) {
        see(Field::Quote, entry, quote);
    }
}

fn texts_of_details(details: &mut Details, see: See<'_>) {
    let Details {
        description,
        owner,
        actor: _,
        drama: _,
        moment_of_truth: _,
        quote,
        pains,
        opportunities,
        content,
        links,
        tags,
        evidence: _,
        image: _,
    } = details;
    see(Field::Description, 0, description);
    see(Field::Owner, 0, owner);
    see(Field::Quote, 0, quote);
    for (field, list) in [(Field::Pain, pains), (Field::Opportunity, opportunities), (Field::Tag, tags)] {
        (0..).zip(list).for_each(|(entry, text)| see(field, entry, text));
    }
    for (entry, PlannedContent { what, format, status: _ }) in (0..).zip(content) {
        see(Field::Content, entry, what);
        see(Field::Format, entry, format);
    }
    for (entry, Link { title, address }) in (0..).zip(links) {
        see(Field::Link, entry, title);
        see(Field::Address, entry, address);
    }
}

/// The text of a transition.
pub(crate) fn texts_of_transition(transition: &mut Transition, see: See<'_>) {
    let TransitionDetails { label, kind: _ } = &mut transition.details;
    see(Field::Label, 0, label);
}

/// The texts of a lane: its title, and its cells in their order.
pub(crate) fn texts_of_lane(lane: &mut Lane, see: See<'_>) {
    let Lane { id: _, kind: _, title, view: _, by: _, height: _, cells } = lane;
    see(Field::Title, 0, title);
    for (entry, Cell { of: _, text }) in (0..).zip(cells) {
        see(Field::Cell, entry, text);
    }
}

/// The text of a card in a lane.
pub(crate) fn texts_of_card(card: &mut LaneCard, see: See<'_>) {
    let LaneCard { id: _, lane: _, of: _, position: _, text, tint: _, image: _ } = card;
    see(Field::Note, 0, text);
}

/// The texts of a note. What is covered is not to be found before it is revealed.
pub(crate) fn texts_of_note(note: &mut Note, see: See<'_>) {
    let Note { id: _, on: _, place: _, parked: _, text, author, tint: _, cluster, covered, votes, outcome } =
        note;
    if !*covered {
        see(Field::Note, 0, text);
    }
    see(Field::Author, 0, author);
    see(Field::Cluster, 0, cluster);
    for (entry, Vote { voter, dots: _ }) in (0..).zip(votes) {
        see(Field::Voter, entry, voter);
    }
    if let Some(Outcome { kind: _, owner, due: _ }) = outcome {
        see(Field::Owner, 0, owner);
    }
}

/// How many characters around what is found are told.
const AROUND: usize = 32;

impl Hit {
    fn of((on, field, entry): (Written, Field, u32), nth: usize, text: &str, range: &Range<usize>) -> Self {
        let [before, found, after] = around(text, range, AROUND);
        Self { on, field, entry, nth: u32::try_from(nth).unwrap_or(u32::MAX), before, found, after }
    }
}

/// What stands before a part of a text, the part, and what stands after it, with so many characters on either side.
pub(crate) fn around(text: &str, range: &Range<usize>, characters: usize) -> [String; 3] {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let first = before.char_indices().rev().take(characters).last().map_or(before.len(), |(at, _)| at);
    let rest = after.char_indices().nth(characters).map_or(after.len(), |(at, _)| at);
    [&before[first..], &text[range.clone()], &after[..rest]].map(str::to_owned)
}

impl Sought {
    /// Where it stands in a text, from left to right; none overlaps another.
    pub(crate) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(first) = text[from..].chars().next() {
            match self.length_at(&text[from..]) {
                Some(length) if !self.whole_word || is_word(text, from, from + length) => {
                    found.push(from..from + length);
                    from += length;
                }
                _ => from += first.len_utf8(),
            }
        }
        found
    }

    /// How many bytes of a text it is that begins with it.
    fn length_at(&self, text: &str) -> Option<usize> {
        if self.match_case {
            return (!self.text.is_empty() && text.starts_with(&self.text)).then_some(self.text.len());
        }
        let mut wanted = self.text.chars().flat_map(char::to_lowercase).peekable();
        wanted.peek()?;
        for (at, character) in text.char_indices() {
            for small in character.to_lowercase() {
                // What is sought may end within a character that is written as two small ones: that is not it.
                wanted.next_if_eq(&small)?;
            }
            if wanted.peek().is_none() {
                return Some(at + character.len_utf8());
            }
        }
        None
    }
}

/// Whether no letter and no digit stands beside a part of a text.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let is_part = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    !is_part(text[..start].chars().next_back()) && !is_part(text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, (case, word): (bool, bool), found: &[&str], within: &str) {
        let sought = Sought { text: text.to_owned(), match_case: case, whole_word: word };
        let all: Vec<_> = sought.ranges(within).into_iter().map(|range| &within[range]).collect();
        assert_eq!(all, found, "{text} in {within}");
    }

    #[test]
    fn what_is_sought_is_found_by_case_and_as_a_word() {
        check("cart", (false, false), &["Cart", "cart", "cart"], "Cart, cart and carton");
        check("cart", (true, false), &["cart", "cart"], "Cart, cart and carton");
        check("cart", (false, true), &["Cart", "cart"], "Cart, cart and carton");
        check("aa", (false, false), &["aA", "Aa"], "aAAaa");
        check("ÉTÉ", (false, true), &["été", "Été"], "été, Été, étés");
        check("", (false, false), &[], "anything");
        check("", (true, false), &[], "anything");
        check("i", (false, false), &["i"], "İi");
        check("2", (false, true), &["2"], "2 a2 22");
        check("日本", (false, false), &["日本"], "in 日本語");
        check(" (a", (false, false), &[" (A"], "x (A)");
    }
}
