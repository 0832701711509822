//! Keeping the people of a list as a segment.

use model::{AttributeTest, CustomerId, Flaw, OfAttribute, Reference, Rule, Who};

use super::Listing;
use crate::members::{in_segments, standing_for};
use crate::operations::AddSegment;
use crate::{AppError, Changes, Session};

impl Session {
    /// Adds a segment of those on a list: with the rule that says who they are, or else of exactly these customers,
    /// whatever changes.
    pub fn keep_list(&mut self, name: &str, listing: &Listing) -> Result<Changes, AppError> {
        let rule = match listing.rule() {
            Some(rule) => rule,
            None => {
                Rule::Customers(self.on_list(listing)?.into_iter().map(|id| Reference::Id(id.0)).collect())
            }
        };
        self.edit(&AddSegment { name: name.to_owned(), rule }.into())
    }

    /// The customers on a list by row, each once.
    fn on_list(&mut self, listing: &Listing) -> Result<Vec<CustomerId>, AppError> {
        let mut customers: Vec<CustomerId> =
            self.list(listing)?.rows.iter().map(|row| row.customer).collect();
        customers.sort_unstable();
        customers.dedup();
        Ok(customers)
    }
}

impl Listing {
    /// The rule that says who is on the list, if one does.
    pub(super) fn rule(&self) -> Option<Rule> {
        if !self.search.trim().is_empty() {
            return None;
        }
        let mut rules = [rule_of(&self.who)?, rule_of(&self.within)?].concat();
        Some(if rules.len() == 1 { rules.remove(0) } else { Rule::All(rules) })
    }
}

/// The rules that say who is meant, all of which hold; `None` where it takes more than a rule.
fn rule_of(who: &Who) -> Option<Vec<Rule>> {
    match who {
        Who::Everybody => Some(Vec::new()),
        Who::Segment(segment) => Some(vec![Rule::Segment(Reference::Id(segment.0))]),
        Who::Overlap(of) => Some(in_segments(of)),
        Who::Persona(persona) => Some(vec![standing_for(&[*persona])]),
        Who::Personas(personas) => Some(vec![standing_for(personas)]),
        Who::Ruled(rule) => Some(vec![(**rule).clone()]),
        Who::Flawed(of) => match &of.flaw {
            Flaw::Lacking(name) => {
                let lacking = OfAttribute { name: name.clone(), test: AttributeTest::IsEmpty };
                Some(vec![Rule::Attribute(lacking)])
            }
            _ => None,
        },
        Who::Picked(_) | Who::Entrants(_) | Who::Sequence(_) | Who::Tile(_) => None,
        Who::Others(who) => Some(vec![Rule::None(vec![Rule::All(rule_of(who)?)])]),
    }
}
