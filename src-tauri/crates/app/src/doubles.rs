//! Who may be one person twice: customers who have the same key but for case and space, or the same e-mail address.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use model::{AttributeColumn, CustomerId};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::Merged;

use crate::operations::MergeCustomers;
use crate::{AppError, Changes, Session, when};

/// In which way two customers are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// Their keys are the same but for case and space.
    Key,
    /// They have the same e-mail address, whatever the case.
    Email,
}

/// Customers who are alike: groups of at least two, sorted, by the first of each.
pub(crate) type Doubles = Vec<Vec<CustomerId>>;

/// How many people are told as examples.
const EXAMPLES: usize = 5;

/// What merging those who are alike would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Duplicates {
    /// In which way they are alike.
    pub by: Likeness,
    /// How many people they are.
    #[specta(type = Number)]
    pub people: u64,
    /// How many customers count as these people so far.
    #[specta(type = Number)]
    pub customers: u64,
    /// Some of the people: the customers that each is, whoever stands for it first.
    pub examples: Vec<Vec<Double>>,
}

/// A customer that is another's duplicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Double {
    /// The customer.
    pub customer: CustomerId,
    /// Its key.
    pub key: String,
    /// Its name, if a source has one.
    pub name: Option<String>,
}

/// The names of attributes, without case and what is no letter, that hold e-mail addresses.
const OF_EMAIL: [&str; 6] =
    ["email", "emailaddress", "emailadres", "mail", "mailaddress", "personalemailaddress"];

impl Session {
    /// What merging those who are alike would do: who has been known longest stands for each person.
    pub fn duplicates(&mut self, by: Likeness) -> Result<Duplicates, AppError> {
        let doubles = self.doubles(by)?;
        let mut examples = Vec::new();
        for person in doubles.iter().take(EXAMPLES) {
            let named = self.workspace.named(person)?.into_iter();
            examples.push(named.map(|(customer, key, name)| Double { customer, key, name }).collect());
        }
        let customers = doubles.iter().map(|person| person.len() as u64).sum();
        Ok(Duplicates { by, people: doubles.len() as u64, customers, examples })
    }

    /// Merges those who are alike, in one step that can be undone, and gives what that did.
    pub fn merge_duplicates(&mut self, by: Likeness) -> Result<(Duplicates, Changes), AppError> {
        let merged = self.duplicates(by)?;
        let people = self.doubles(by)?.to_vec();
        let changes = self.edit(&MergeCustomers { people }.into())?;
        Ok((merged, changes))
    }

    /// Who is alike in a way.
    pub(crate) fn doubles(&mut self, likeness: Likeness) -> Result<Arc<Doubles>, AppError> {
        if let Some(doubles) = self.population.doubles(likeness) {
            return Ok(doubles);
        }
        let doubles = Arc::new(match likeness {
            Likeness::Key => self.alike_by_key()?,
            Likeness::Email => self.alike_by_email()?,
        });
        let merged = self.workspace.merged()?;
        let doubles = if merged.is_empty() { doubles } else { Arc::new(people(&doubles, &merged)) };
        self.population.keep_doubles(likeness, &doubles);
        Ok(doubles)
    }

    fn alike_by_key(&mut self) -> Result<Doubles, AppError> {
        let mut marks = Vec::new();
        self.workspace.each_key(|customer, key| marks.push((hash(&folded(key)), customer)))?;
        let mut groups: BTreeMap<String, BTreeSet<CustomerId>> = BTreeMap::new();
        for (customer, key, _) in self.workspace.named(&suspects(marks))? {
            groups.entry(folded(&key)).or_default().insert(customer);
        }
        Ok(joined(groups.into_values()))
    }

    fn alike_by_email(&mut self) -> Result<Doubles, AppError> {
        let (roll, zone) = (self.roll()?, self.zone);
        let wall = |at| when::wall(at, zone);
        let mut columns = Vec::new();
        for attribute in self.workspace.attributes()?.iter().filter(|each| is_of_email(&each.name)) {
            columns.extend(self.workspace.attribute_column(&attribute.name, &roll, &wall)?);
        }
        let mut marks = Vec::new();
        for column in &columns {
            let hashes: Vec<Option<u64>> =
                column.texts.iter().map(|text| address(text).map(|text| hash(&text))).collect();
            let of = |code: u32| code.checked_sub(1).and_then(|place| hashes[place as usize]);
            marks.extend(roll.iter().zip(&column.codes).filter_map(|(&one, &code)| Some((of(code)?, one))));
        }
        self.workspace.each_key(|customer, key| {
            marks.extend(address(key).map(|address| (hash(&address), customer)));
        })?;
        let suspects = suspects(marks);
        let mut groups: BTreeMap<String, BTreeSet<CustomerId>> = BTreeMap::new();
        for (customer, key, _) in self.workspace.named(&suspects)? {
            let place = roll.binary_search(&customer).ok();
            let value = |column| place.and_then(|place| AttributeColumn::value(column, place));
            for address in columns.iter().filter_map(value).chain([key.as_str()]).filter_map(address) {
                groups.entry(address).or_default().insert(customer);
            }
        }
        Ok(joined(groups.into_values()))
    }
}

/// Those who are alike but not yet merged: whoever is merged counts as who stands for it.
fn people(doubles: &Doubles, merged: &Merged) -> Doubles {
    let kept = |one: &CustomerId| CustomerId(merged.kept(one.0));
    joined(doubles.iter().map(|group| group.iter().map(kept).collect()))
}

/// A key without case and space.
fn folded(key: &str) -> String {
    key.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The e-mail address that a text is, without case.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let (name, host) = text.rsplit_once('@')?;
    let is_one = !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace);
    is_one.then(|| text.to_lowercase())
}

fn is_of_email(attribute: &str) -> bool {
    let plain: String =
        attribute.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect();
    OF_EMAIL.contains(&plain.as_str())
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The customers whose hash is also another's, sorted: few, so that their texts can be compared.
fn suspects(mut marks: Vec<(u64, CustomerId)>) -> Vec<CustomerId> {
    marks.sort_unstable();
    marks.dedup();
    let groups = marks.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    let mut suspects: Vec<CustomerId> = groups.flatten().map(|(_, customer)| *customer).collect();
    suspects.sort_unstable();
    suspects.dedup();
    suspects
}

/// The first of the group that somebody is in: each leads to one nearer to it, and it to itself.
fn first(first_of: &BTreeMap<CustomerId, CustomerId>, mut one: CustomerId) -> CustomerId {
    while let Some(&before) = first_of.get(&one).filter(|before| **before != one) {
        one = before;
    }
    one
}

/// Groups of at least two; those that share somebody are one.
fn joined(groups: impl Iterator<Item = BTreeSet<CustomerId>>) -> Doubles {
    let mut first_of: BTreeMap<CustomerId, CustomerId> = BTreeMap::new();
    for group in groups.filter(|group| group.len() > 1) {
        let firsts: BTreeSet<CustomerId> = group.iter().map(|&one| first(&first_of, one)).collect();
        let Some(&least) = firsts.first() else { continue };
        for one in firsts.into_iter().chain(group) {
            let root = first(&first_of, one);
            first_of.insert(root, least);
            first_of.insert(one, least);
        }
    }
    let mut joined: BTreeMap<CustomerId, Vec<CustomerId>> = BTreeMap::new();
    for &one in first_of.keys() {
        joined.entry(first(&first_of, one)).or_default().push(one);
    }
    joined.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_share_somebody_are_one() {
        let group = |ids: &[i64]| ids.iter().map(|&id| CustomerId(id)).collect::<BTreeSet<_>>();
        let groups = [group(&[4, 5]), group(&[1, 2]), group(&[7]), group(&[2, 5]), group(&[8, 9])];
        let found: Vec<Vec<i64>> = joined(groups.into_iter())
            .into_iter()
            .map(|group| group.into_iter().map(|one| one.0).collect())
            .collect();
        assert_eq!(found, [vec![1, 2, 4, 5], vec![8, 9]]);
    }

    #[test]
    fn keys_and_addresses_are_read_without_case_and_space() {
        assert_eq!(folded(" Ab 12\u{a0}c"), "ab12c");
        assert_eq!(address(" Nora@Shop.example ").as_deref(), Some("nora@shop.example"));
        assert_eq!(address("@shop.example"), None);
        assert_eq!(address("nora at home@x"), None);
        assert!(is_of_email("E-mail") && is_of_email("EMAIL_ADDRESS") && !is_of_email("email_opt_in"));
    }
}
