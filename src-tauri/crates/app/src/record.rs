//! All that is stored of one person, as a file that can be handed over.

mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::CustomerId;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{StoreError, Workspace};

use crate::session::now;
use crate::whole::write_whole;
use crate::{AppError, Locale, Mention, Session, rfc3339};

/// All that is stored of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Record {
    /// The key by which sources know the person.
    pub key: String,
    /// The other keys that are merged with it.
    pub other_keys: Vec<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The title of the workspace.
    pub workspace: String,
    /// When it was looked up, in RFC 3339.
    pub at: String,
    /// The attributes that are in force.
    pub attributes: BTreeMap<String, String>,
    /// What each import brought.
    pub imports: Vec<Brought>,
    /// All interactions, the first ones first.
    pub interactions: Vec<Deed>,
    /// The names of the segments that the person is in.
    pub segments: Vec<String>,
    /// The names of the personas that stand for the person.
    pub personas: Vec<String>,
    /// The backups in which the person is.
    pub backups: Vec<String>,
    /// The user's own texts in which the person is named.
    pub mentions: Vec<Mention>,
}

/// What an import brought of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Brought {
    /// The name of the file.
    pub source: String,
    /// When it was imported, in RFC 3339.
    pub at: String,
    /// What it says of the person, row by row.
    pub rows: Vec<Row>,
    /// How many interactions it brought.
    pub interactions: u32,
}

/// What a row of an import says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Row {
    /// The name.
    pub name: Option<String>,
    /// The attributes with their values.
    pub attributes: BTreeMap<String, String>,
}

/// One dated contact of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Deed {
    /// When: in RFC 3339, or a date where the source gave no time.
    pub at: String,
    /// What happened.
    pub event: String,
    /// Through which channel.
    pub channel: Option<String>,
    /// What it was worth.
    pub value: Option<f64>,
    /// In which currency.
    pub currency: Option<String>,
}

impl Session {
    /// All that is stored of the customer with a key.
    pub fn record_of(&mut self, key: &str) -> Result<Record, AppError> {
        let customer =
            self.workspace.customer_by_key(key)?.ok_or_else(|| AppError::NoCustomer(key.to_owned()))?;
        let stored = self.customer(customer)?;
        let (segments, personas) = (self.workspace.segments()?, self.workspace.personas()?);
        let keys = self.keys_of(key)?;
        let known = self.workspace.known_of(&keys)?;
        let mentions = self.workspace.mentions(&known)?.into_iter().map(Mention::from);
        Ok(Record {
            key: stored.key,
            other_keys: stored.other_keys,
            name: stored.name,
            workspace: self.workspace.about()?.title,
            at: rfc3339(now()),
            attributes: stored.attributes.into_iter().collect(),
            imports: self.brought(customer)?,
            interactions: self.deeds(customer)?,
            segments: segments
                .into_iter()
                .filter(|each| stored.segments.contains(&each.id))
                .map(|each| each.name)
                .collect(),
            personas: personas
                .into_iter()
                .filter(|each| stored.personas.contains(&each.id))
                .map(|each| each.name)
                .collect(),
            backups: self.backups_with(&keys)?,
            mentions: mentions.chain(self.file_naming(&known)).collect(),
        })
    }

    /// Writes all that is stored of a customer, by the extension of the file: `json` for programs, else a page in a
    /// language.
    pub fn write_record(&mut self, key: &str, path: &Path, locale: Locale) -> Result<(), AppError> {
        self.refuse_workspaces(path)?;
        let record = self.record_of(key)?;
        let bytes = if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            serde_json::to_vec_pretty(&record).map_err(|error| StoreError::Unsound(error.to_string()))?
        } else {
            page::page(&record, locale).into_bytes()
        };
        write_whole(path, &bytes).map_err(|error| AppError::Write { path: path.to_owned(), error })
    }

    /// Writes all that is stored of a customer, likewise.
    pub fn write_record_of(
        &mut self,
        customer: CustomerId,
        path: &Path,
        locale: Locale,
    ) -> Result<(), AppError> {
        let key = self.customer(customer)?.key;
        self.write_record(&key, path, locale)
    }

    fn brought(&self, customer: CustomerId) -> Result<Vec<Brought>, AppError> {
        let (sayings, counts) = (self.workspace.sayings(customer)?, self.workspace.brought(customer)?);
        let mut brought = Vec::new();
        for import in self.workspace.imports()? {
            let rows: Vec<Row> = sayings
                .iter()
                .filter(|saying| saying.import == import.id)
                .map(|saying| Row { name: saying.name.clone(), attributes: saying.attributes.clone() })
                .collect();
            let count = counts.iter().find(|(id, _)| *id == import.id).map_or(0, |(_, count)| *count);
            if count > 0 || !rows.is_empty() {
                let interactions = u32::try_from(count).unwrap_or(u32::MAX);
                let at = rfc3339(import.at);
                brought.push(Brought { source: import.source.name, at, rows, interactions });
            }
        }
        Ok(brought)
    }

    fn deeds(&self, customer: CustomerId) -> Result<Vec<Deed>, AppError> {
        let all = self.workspace.timeline(customer, 0, u64::MAX)?;
        let deed = |each: store::Interaction| Deed {
            at: if each.date_only { self.date(each.at) } else { rfc3339(each.at) },
            event: each.event,
            channel: each.channel,
            value: each.value,
            currency: each.currency,
        };
        Ok(all.into_iter().map(deed).collect())
    }

    fn date(&self, at: i64) -> String {
        let shown = crate::when::clock(at, self.zone);
        shown.split(' ').next().unwrap_or_default().to_owned()
    }

    /// The backups in which the customer with some keys is.
    fn backups_with(&self, keys: &BTreeSet<String>) -> Result<Vec<String>, AppError> {
        let mut with = Vec::new();
        for named in self.named_backups()? {
            let backup = Workspace::look(&named.path())?;
            let found = keys.iter().map(|key| backup.customer_by_key(key)).collect::<Result<Vec<_>, _>>()?;
            if found.iter().any(Option::is_some) {
                with.push(named.id);
            }
        }
        Ok(with)
    }
}
