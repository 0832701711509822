//! Replacing a text wherever it stands on a map.

use std::collections::BTreeSet;

use model::{Details, Journey, Lane, LaneCard, MapId, Note, Stage, StoryStep, Touchpoint, Transition};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{CardFace, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;
use crate::finding::{
    Field, Hit, Sought, Written, cell_or_lane, hits, texts_of_card, texts_of_lane, texts_of_note,
    texts_of_stage, texts_of_step, texts_of_touchpoint, texts_of_transition,
};
use crate::matching::match_touchpoint;

/// Replaces a text wherever it stands on a map, or in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReplaceTexts {
    /// On which map.
    pub map: MapId,
    /// What is replaced.
    pub sought: Sought,
    /// By what.
    pub with: String,
    /// The only place where; `null` for all.
    pub only: Option<Hit>,
}

impl Operation for ReplaceTexts {
    const LABEL: &'static str = "replace_texts";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.sought.text.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let journey = tx.journey(self.map)?;
        let mut found = hits(&journey, &self.sought);
        found.retain(|hit| self.only.as_ref().is_none_or(|only| only == hit));
        if found.is_empty() {
            return Err(AppError::NothingToReplace);
        }
        self.in_map(tx, &journey, &found)?;
        for stage in journey.stages() {
            self.in_stage(tx, stage, &found)?;
        }
        for touchpoint in journey.touchpoints() {
            self.in_touchpoint(tx, touchpoint, &found)?;
        }
        for transition in journey.transitions() {
            self.in_transition(tx, transition, &found)?;
        }
        for lane in journey.lanes() {
            self.in_lane(tx, lane, &found)?;
        }
        for card in journey.cards() {
            self.in_card(tx, card, &found)?;
        }
        for step in journey.story() {
            self.in_step(tx, step, &found)?;
        }
        for note in &journey.workshop().notes {
            self.in_note(tx, note, &found)?;
        }
        Ok(None)
    }
}

impl ReplaceTexts {
    fn in_map(&self, tx: &mut Tx<'_>, journey: &Journey, found: &[Hit]) -> Result<(), AppError> {
        let mut title = journey.map().title.clone();
        self.replace(found, (Written::Map, Field::Title, 0), &mut title);
        if title != journey.map().title {
            tx.rename_map(self.map, &title)?;
        }
        Ok(())
    }

    fn in_stage(&self, tx: &mut Tx<'_>, stage: &Stage, found: &[Hit]) -> Result<(), AppError> {
        let mut now = stage.clone();
        let on = Written::Stage { stage: stage.id };
        texts_of_stage(&mut now, &mut |field, entry, text| self.replace(found, (on, field, entry), text));
        if now.title != stage.title {
            tx.rename_stage(stage.id, &now.title)?;
        }
        if now.details != stage.details {
            tx.set_stage_details(stage.id, &now.details)?;
        }
        Ok(())
    }

    fn in_touchpoint(&self, tx: &mut Tx<'_>, was: &Touchpoint, found: &[Hit]) -> Result<(), AppError> {
        let mut now = was.clone();
        let on = Written::Touchpoint { touchpoint: was.id };
        texts_of_touchpoint(&mut now, &mut |field, entry, text| {
            self.replace(found, (on, field, entry), text);
        });
        if now.title != was.title {
            tx.rename_touchpoint(was.id, &now.title)?;
            match_touchpoint(tx, was.id)?;
        }
        if now.channel != was.channel {
            tx.set_channel(was.id, now.channel.as_ref())?;
        }
        if now.details != was.details {
            tx.set_details(was.id, &without_blanks(now.details))?;
        }
        for (now, _) in now.feelings.iter().zip(&was.feelings).filter(|(now, was)| now != was) {
            tx.set_feeling(was.id, now)?;
        }
        Ok(())
    }

    fn in_transition(&self, tx: &mut Tx<'_>, was: &Transition, found: &[Hit]) -> Result<(), AppError> {
        let mut now = was.clone();
        let on = Written::Transition { transition: was.id };
        texts_of_transition(&mut now, &mut |field, entry, text| {
            self.replace(found, (on, field, entry), text);
        });
        if now.details != was.details {
            tx.set_transition_details(was.id, &now.details)?;
        }
        Ok(())
    }

    fn in_lane(&self, tx: &mut Tx<'_>, lane: &Lane, found: &[Hit]) -> Result<(), AppError> {
        let mut now = lane.clone();
        texts_of_lane(&mut now, &mut |field, entry, text| {
            self.replace(found, (cell_or_lane(lane, field, entry), field, 0), text);
        });
        if now.title != lane.title {
            tx.rename_lane(lane.id, &now.title)?;
        }
        for (now, was) in now.cells.iter().zip(&lane.cells).filter(|(now, was)| now.text != was.text) {
            tx.write_cell(lane.id, was.of, &now.text)?;
        }
        Ok(())
    }

    fn in_card(&self, tx: &mut Tx<'_>, was: &LaneCard, found: &[Hit]) -> Result<(), AppError> {
        let mut now = was.clone();
        let on = Written::LaneCard { card: was.id };
        texts_of_card(&mut now, &mut |field, entry, text| self.replace(found, (on, field, entry), text));
        if now != *was {
            tx.set_card(was.id, CardFace::from(&now))?;
        }
        Ok(())
    }

    fn in_step(&self, tx: &mut Tx<'_>, was: &StoryStep, found: &[Hit]) -> Result<(), AppError> {
        let mut now = was.clone();
        let on = Written::StoryStep { step: was.id };
        texts_of_step(&mut now, &mut |field, entry, text| self.replace(found, (on, field, entry), text));
        if now != *was {
            tx.write_story_step(was.id, &now.title, &now.notes)?;
        }
        Ok(())
    }

    fn in_note(&self, tx: &mut Tx<'_>, was: &Note, found: &[Hit]) -> Result<(), AppError> {
        let mut now = was.clone();
        let on = Written::Note { note: was.id };
        texts_of_note(&mut now, &mut |field, entry, text| self.replace(found, (on, field, entry), text));
        if now != *was {
            tx.set_note(was.id, &now)?;
        }
        Ok(())
    }

    /// Replaces what was found in a text.
    fn replace(&self, found: &[Hit], (on, field, entry): (Written, Field, u32), text: &mut String) {
        let is_here = |hit: &&Hit| hit.on == on && hit.field == field && hit.entry == entry;
        let wanted: Vec<u32> = found.iter().filter(is_here).map(|hit| hit.nth).collect();
        let ranges = (0..).zip(self.sought.ranges(text)).filter(|(nth, _)| wanted.contains(nth));
        let (mut now, mut from) = (String::new(), 0);
        for (_, range) in ranges {
            now.push_str(&text[from..range.start]);
            now.push_str(&self.with);
            from = range.end;
        }
        now.push_str(&text[from..]);
        *text = now;
    }
}

/// Nothing stays in a list that says nothing, and no tag stays twice.
fn without_blanks(mut details: Details) -> Details {
    for list in [&mut details.pains, &mut details.opportunities, &mut details.tags] {
        list.retain(|text| !text.trim().is_empty());
    }
    let mut known = BTreeSet::new();
    details.tags.retain(|tag| known.insert(tag.clone()));
    details
}
