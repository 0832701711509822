//! Segments with their rules, as JSON and as text.

use std::collections::HashMap;
use std::path::Path;

use model::{Persona, Reference, Referent, Rule, SegmentId, rule_text};
use serde::{Deserialize, Serialize};
use store::Tx;

use super::{Document, Missing, MissingKind, Names, Taken, persona_names, read};
use crate::operations::Part;
use crate::{AppError, Session};

/// All segments of a workspace.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SegmentDocument {
    format: String,
    version: u32,
    /// The segments, in the order in which they were added.
    pub segments: Vec<SegmentEntry>,
}

impl Document for SegmentDocument {
    const FORMAT: &'static str = "touchline segments";
}

/// A segment.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SegmentEntry {
    pub name: String,
    /// The rule, as `touchline segment --rule` takes it. What it names and nobody has is true of nobody.
    pub rule: Rule,
    /// The same as `--text` takes it, for people. It is not read.
    #[serde(default)]
    pub text: String,
    /// The names of the personas that stand for its customers.
    #[serde(default)]
    pub personas: Vec<String>,
}

impl Session {
    /// All segments as a document.
    pub(crate) fn segment_document(&self) -> Result<SegmentDocument, AppError> {
        let personas = self.workspace.personas()?;
        let named: Vec<_> = personas.iter().zip(persona_names(&personas)).collect();
        let mut segments = Vec::new();
        for segment in self.workspace.segments()? {
            let rule = self.lasting(&self.workspace.segment_rule(segment.id)?)?;
            let stands_for = named.iter().filter(|(persona, _)| persona.segment == Some(segment.id));
            segments.push(SegmentEntry {
                text: rule_text::write(&rule),
                rule,
                personas: stands_for.map(|(_, name)| name.clone()).collect(),
                name: segment.name,
            });
        }
        let (format, version) = (SegmentDocument::FORMAT.to_owned(), SegmentDocument::VERSION);
        Ok(SegmentDocument { format, version, segments })
    }

    /// A stored rule in which everything goes by its name, in a way that means the same in another workspace.
    fn lasting(&self, rule: &Rule) -> Result<Rule, AppError> {
        let mut rule = rule.clone();
        // A name in a stored rule is of something that is gone. It must not come to mean what has the name now.
        rule.each_reference(&mut |referent, reference| {
            if let Reference::Name(name) = reference {
                while self.row(referent, name).is_ok() {
                    name.push_str(" (gone)");
                }
            }
            Ok::<_, AppError>(())
        })?;
        let mut rule = self.with_names(&rule)?;
        forget_unknown_customers(&mut rule);
        Ok(rule)
    }

    /// Adds the segments of a document: one step of history. One whose name is taken is numbered. What a rule refers to
    /// and is not here stays in it by name, and is true of nobody.
    pub fn import_segments(&mut self, path: &Path) -> Result<Taken, AppError> {
        let document: SegmentDocument = read(path)?;
        let mut taken: Names = self.workspace.segments()?.into_iter().map(|each| each.name).collect();
        let names: Vec<String> = document.segments.iter().map(|each| taken.take(&each.name)).collect();
        let mut missing = Vec::new();
        let mut rules = Vec::with_capacity(names.len());
        for (entry, name) in document.segments.iter().zip(&names) {
            if entry.rule.depth() > Rule::DEEPEST {
                return Err(AppError::BadRule(format!("rules are nested deeper than {}", Rule::DEEPEST)));
            }
            rules.push(self.found(entry, name, &document, &mut missing)?);
        }
        let personas = self.workspace.personas()?;
        let by_name: HashMap<String, _> = persona_names(&personas).into_iter().zip(&personas).collect();
        let subject = if let [name] = &names[..] { name.clone() } else { String::new() };
        self.transact("import_segments", &subject, |tx| {
            let ids = add(tx, &names, &document, rules)?;
            for ((entry, id), name) in document.segments.iter().zip(ids).zip(&names) {
                for persona in &entry.personas {
                    let Some(here) = by_name.get(persona) else {
                        let (of, what) = (name.clone(), MissingKind::Persona);
                        missing.push(Missing { of, what, name: persona.clone() });
                        continue;
                    };
                    // One that stands for some customers already does so on purpose.
                    if here.segment.is_none() {
                        tx.edit_persona(&Persona { segment: Some(id), ..(*here).clone() })?;
                    }
                }
            }
            Ok(())
        })?;
        let renamed = document.segments.into_iter().map(|each| each.name).zip(names.clone());
        let renamed = renamed.filter(|(before, now)| before != now).collect();
        let changes = self.changes_after(&[Part::Segments, Part::Personas, Part::Numbers]);
        Ok(Taken { added: names, renamed, missing, changes })
    }

    /// The rule of an entry with rows in the place of names, but for segments of the document.
    fn found(
        &self,
        entry: &SegmentEntry,
        of: &str,
        document: &SegmentDocument,
        missing: &mut Vec<Missing>,
    ) -> Result<Rule, AppError> {
        let mut rule = entry.rule.clone();
        rule.each_reference(&mut |referent, reference| {
            // A row of another workspace means something else here.
            let name = match &*reference {
                Reference::Name(name) => name.clone(),
                Reference::Id(row) => row.to_string(),
            };
            let comes_along = matches!(referent, Referent::Segment)
                && document.segments.iter().any(|each| each.name == name);
            *reference = match self.row(referent, &name) {
                Ok(row) if !comes_along => Reference::Id(row),
                _ => Reference::Name(name.clone()),
            };
            if reference.id().is_none() && !comes_along {
                missing.push(Missing { of: of.to_owned(), what: kind(referent), name });
            }
            Ok::<_, AppError>(())
        })?;
        Ok(rule)
    }
}

/// Adds segments, whose rules may refer to each other by the names in the document, and gives their rows.
fn add(
    tx: &mut Tx<'_>,
    names: &[String],
    document: &SegmentDocument,
    rules: Vec<Rule>,
) -> Result<Vec<SegmentId>, AppError> {
    let nobody = Rule::Any(Vec::new());
    let ids: Vec<SegmentId> =
        names.iter().map(|name| tx.add_segment(name, &nobody)).collect::<Result<_, _>>()?;
    let by_name: HashMap<&str, SegmentId> =
        document.segments.iter().map(|each| each.name.as_str()).zip(ids.iter().copied()).collect();
    for (&id, mut rule) in ids.iter().zip(rules) {
        rule.each_reference(&mut |referent, reference| {
            if let (Referent::Segment, Reference::Name(name)) = (referent, &*reference)
                && let Some(SegmentId(row)) = by_name.get(name.as_str())
            {
                *reference = Reference::Id(*row);
            }
            Ok::<_, AppError>(())
        })?;
        tx.set_segment_rule(id, &rule)?;
    }
    Ok(ids)
}

/// Leaves customers out of lists who have no key: they are not stored, and nobody will be that customer again.
fn forget_unknown_customers(rule: &mut Rule) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) | Rule::None(rules) => {
            rules.iter_mut().for_each(forget_unknown_customers);
        }
        Rule::Customers(customers) => customers.retain(|customer| customer.id().is_none()),
        _ => {}
    }
}

fn kind(referent: Referent<'_>) -> MissingKind {
    match referent {
        Referent::Map => MissingKind::Map,
        Referent::Touchpoint(_) => MissingKind::Touchpoint,
        Referent::Stage(_) => MissingKind::Stage,
        Referent::Persona => MissingKind::Persona,
        Referent::Segment => MissingKind::Segment,
        Referent::Customer => MissingKind::Customer,
    }
}
