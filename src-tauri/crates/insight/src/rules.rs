//! Who a rule is true of, at the cut-off.
//!
//! A rule is answered for all customers at once, part by part: an attribute by looking at each of its different values
//! once, what customers did in one pass over the columns. What a rule names that is gone is true of nobody.

mod attributes;
mod deeds;
mod operands;
mod places;

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{Columns, CustomerId, EngineError, Known, Reference, Rule};

/// Whether a rule is true of each of the customers. The things it refers to are meant by their rows: a name means
/// nothing here, and nobody is meant by it.
pub fn members(rule: &Rule, columns: &Columns, known: &Known<'_>) -> Result<Vec<bool>, EngineError> {
    if known.cancel.is_cancelled() {
        return Err(EngineError::Cancelled);
    }
    let nobody = || vec![false; known.customers.len()];
    Ok(match rule {
        Rule::All(rules) => {
            let mut so_far = vec![true; known.customers.len()];
            for rule in rules {
                combine(&mut so_far, &members(rule, columns, known)?, |one, other| one & other);
            }
            so_far
        }
        Rule::Any(rules) => any(rules, columns, known)?,
        Rule::None(rules) => any(rules, columns, known)?.into_iter().map(|is| !is).collect(),
        Rule::Attribute(of) => attributes::members(of, known)?,
        Rule::Did(did) => deeds::did(did, columns, known)?,
        Rule::DidInOrder(order) => deeds::in_order(order, columns, known),
        Rule::StandsAt(place) => deeds::stands_at(place, columns, known),
        Rule::Persona(persona) => belongs(known.personas, persona).unwrap_or_else(nobody),
        Rule::Segment(segment) => belongs(known.segments, segment).unwrap_or_else(nobody),
        Rule::Customers(customers) => picked(customers, known),
    })
}

fn any(rules: &[Rule], columns: &Columns, known: &Known<'_>) -> Result<Vec<bool>, EngineError> {
    let mut so_far = vec![false; known.customers.len()];
    for rule in rules {
        combine(&mut so_far, &members(rule, columns, known)?, |one, other| one | other);
    }
    Ok(so_far)
}

fn combine(so_far: &mut [bool], more: &[bool], how: impl Fn(bool, bool) -> bool) {
    so_far.iter_mut().zip(more).for_each(|(each, &other)| *each = how(*each, other));
}

fn belongs(all: &BTreeMap<i64, Arc<Vec<bool>>>, reference: &Reference) -> Option<Vec<bool>> {
    Some(all.get(&reference.id()?)?.to_vec())
}

fn picked(customers: &[Reference], known: &Known<'_>) -> Vec<bool> {
    let mut picked = vec![false; known.customers.len()];
    for id in customers.iter().filter_map(Reference::id) {
        if let Ok(place) = known.customers.binary_search(&CustomerId(id)) {
            picked[place] = true;
        }
    }
    picked
}
