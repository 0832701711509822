//! What a copy has besides its maps and comes along: personas, and segments with their rules.

use std::collections::HashMap;

use model::{CustomerId, Persona, Reference, Referent};
use store::DrawnSegment;

use super::pairs::{Pair, pairs};
use super::rows::Rows;
use super::{MapState, Sides};
use crate::{AppError, Session};

/// What comes along, and how.
pub(super) struct Wanted<'a> {
    pub(super) personas: Vec<(Pair<'a, Persona>, MapState)>,
    pub(super) segments: Vec<(Pair<'a, DrawnSegment>, MapState)>,
    pub(super) rows: Rows,
}

impl<'a> Wanted<'a> {
    /// What a copy has, besides its maps, that the workspace has not.
    pub(super) fn of(here: &Session, there: &Session, sides: &'a Sides) -> Result<Self, AppError> {
        let Sides { ours, theirs, base, .. } = sides;
        let mut segments = Vec::new();
        for pair in pairs(&base.segments, &ours.segments, &theirs.segments) {
            let is_same = match (pair.ours, pair.theirs) {
                (Some(one), Some(other)) => {
                    one.name == other.name && here.with_names(&one.rule)? == there.with_names(&other.rule)?
                }
                _ => false,
            };
            let state = pair.state(|_, _| is_same);
            segments.push((pair, state));
        }
        let segment_of = |persona: &Persona, of: &[DrawnSegment]| {
            of.iter().find(|each| Some(each.id) == persona.segment).map(|each| each.name.clone())
        };
        let is_same = |one: &Persona, other: &Persona| {
            // The same but for its row and that of its segment.
            Persona { id: other.id, segment: other.segment, ..one.clone() } == *other
                && segment_of(one, &ours.segments) == segment_of(other, &theirs.segments)
        };
        let personas = pairs(&base.personas, &ours.personas, &theirs.personas);
        let personas = personas.into_iter().map(|pair| {
            let state = pair.state(is_same);
            (pair, state)
        });
        let rows = Rows { customers: customers(here, there, &theirs.segments)?, ..Rows::default() };
        Ok(Self { personas: personas.collect(), segments, rows })
    }

    /// The names of the personas that come along.
    pub(super) fn personas(&self) -> Vec<String> {
        let coming = self.personas.iter().filter(|(_, state)| comes(*state));
        coming.filter_map(|(pair, _)| pair.theirs.map(|each| each.name.clone())).collect()
    }

    /// The names of the segments that come along.
    pub(super) fn segments(&self) -> Vec<String> {
        let coming = self.segments.iter().filter(|(_, state)| comes(*state));
        coming.filter_map(|(pair, _)| pair.theirs.map(|each| each.name.clone())).collect()
    }
}

/// The customers that the rules of a copy name: by their row there the key and the row here.
fn customers(
    here: &Session,
    there: &Session,
    segments: &[DrawnSegment],
) -> Result<HashMap<i64, (String, Option<i64>)>, AppError> {
    let mut ids = Vec::new();
    for segment in segments {
        // It never fails.
        let _ = segment.rule.clone().each_reference(&mut |referent, reference| {
            if let (Referent::Customer, Reference::Id(row)) = (referent, &*reference) {
                ids.push(*row);
            }
            Ok::<_, ()>(())
        });
    }
    let mut found = HashMap::new();
    for id in ids {
        if let Some(key) = there.workspace.keys(&[CustomerId(id)])?.pop() {
            let row = here.workspace.customer_by_key(&key)?.map(|CustomerId(row)| row);
            found.insert(id, (key, row));
        }
    }
    Ok(found)
}

/// Whether something of the copy is taken over.
pub(super) fn comes(state: MapState) -> bool {
    matches!(state, MapState::OnlyThere | MapState::ChangedThere | MapState::ChangedBoth)
}
