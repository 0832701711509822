//! Erasing people: their rows, and whatever else in the file says what only they had.
//!
//! All of it is one change of the whole file, in which what is erased is overwritten.

use std::collections::BTreeSet;

use model::{CustomerId, Forgotten, Reference};
use rusqlite::{Connection, OptionalExtension, params};

use crate::details::{is_list, readable};
use crate::dictionary::{self, CHANNEL, CURRENCY, EVENT};
use crate::history::{self, RECORDED};
use crate::segment::written;
use crate::traces::{BLANK, Traces};
use crate::{
    ImportSource, StoreError, Tx, Workspace, attribute_names, columns, import, merged, search, sheet, version,
};

/// How many people are taken out of the tallies one by one: beyond, the tallies are made again.
const FEW: usize = 8;

/// How many people are looked for in the history: for more, all of it is forgotten.
const SOUGHT: usize = 200;

/// What is known of somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Keys and names.
    pub names: BTreeSet<String>,
    /// Values of attributes, and events, channels and currencies that nobody else has.
    pub values: BTreeSet<String>,
}

/// What was done besides erasing rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wiped {
    /// How many steps of history are forgotten: those that said something of them, and what led up to them.
    pub steps: u64,
    /// The names of the versions that are deleted, because they said something of them.
    pub versions: Vec<String>,
    /// How many imports have another name now, because theirs said who it was.
    pub imports: u64,
    /// The names of the segments whose rules named them or what only they had.
    pub segments: Vec<String>,
    /// The events that only they had, which maps no longer list.
    pub events: Vec<String>,
    /// The user's own texts that name them still.
    pub mentions: Vec<Mention>,
}

/// A text of the user's own that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Of what: the name of a table, such as `touchpoint`.
    pub of: &'static str,
    /// The text.
    pub text: String,
}

impl Known {
    /// Adds what is known elsewhere.
    pub fn add(&mut self, other: Self) {
        self.names.extend(other.names);
        self.values.extend(other.values);
    }

    /// Whether a text says one of the names.
    pub fn are_named_in(&self, text: &str) -> bool {
        Traces::of(&self.names, &BTreeSet::default()).are_in(text.as_bytes())
    }
}

impl Workspace {
    /// What is known of the customer with some keys: at least the keys.
    pub fn known_of(&self, keys: &BTreeSet<String>) -> Result<Known, StoreError> {
        let mut known = known_of(&self.conn, &self.rows_of(keys)?)?;
        known.names.extend(keys.iter().cloned());
        Ok(known)
    }

    /// The rows that are stored under some keys, sorted: who else is one with them here is not asked.
    fn rows_of(&self, keys: &BTreeSet<String>) -> Result<Vec<i64>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id FROM customer WHERE key = ?1")?;
        let mut rows = Vec::new();
        for key in keys {
            rows.extend(select.query_row([key], |row| row.get::<_, i64>(0)).optional()?);
        }
        rows.sort_unstable();
        Ok(rows)
    }

    /// Erases the customer with some keys, with all interactions and all that imports say of it, and whatever else says
    /// what is known of it; this cannot be undone. Where `everywhere` is not set, values and events that only it had
    /// stay in the rules of segments and on maps. `None` if there is nothing of it.
    pub fn erase(
        &mut self,
        keys: &BTreeSet<String>,
        known: &Known,
        everywhere: bool,
    ) -> Result<Option<Wiped>, StoreError> {
        let customer = self.rows_of(keys)?;
        let mut wiped = None;
        let erased = self.in_bulk(|conn| {
            let done = erase_people(conn, &customer, known, everywhere)?;
            let is_nothing = customer.is_empty() && done.is_nothing();
            wiped = (!is_nothing).then_some(done);
            // So that nothing is written where nothing was found.
            if is_nothing { Err(StoreError::Missing { what: "customer", id: 0 }) } else { Ok(()) }
        });
        match erased {
            Err(StoreError::Missing { .. }) if wiped.is_none() && customer.is_empty() => Ok(None),
            other => other.map(|()| wiped),
        }
    }

    /// Erases customers by their rows, likewise.
    pub fn erase_customers(&mut self, ids: &[CustomerId], everywhere: bool) -> Result<Wiped, StoreError> {
        let merged = self.merged()?;
        let mut ids: Vec<i64> = ids.iter().flat_map(|id| merged.rows(merged.kept(id.0))).collect();
        ids.sort_unstable();
        ids.dedup();
        self.in_bulk(|conn| {
            let known = known_of(conn, &ids)?;
            erase_people(conn, &ids, &known, everywhere)
        })
    }
}

impl Wiped {
    fn is_nothing(&self) -> bool {
        self.steps == 0
            && self.versions.is_empty()
            && self.imports == 0
            && self.segments.is_empty()
            && self.events.is_empty()
    }
}

/// What is known of some customers, whose ids are sorted.
pub(crate) fn known_of(conn: &Connection, ids: &[i64]) -> Result<Known, StoreError> {
    let mut known = Known::default();
    let mut select = conn.prepare_cached("SELECT key, name FROM customer WHERE id = ?1")?;
    for id in ids {
        let mut rows = select.query([id])?;
        if let Some(row) = rows.next()? {
            known.names.insert(row.get(0)?);
            known.names.extend(row.get::<_, Option<String>>(1)?);
        }
    }
    sheet::texts_about(conn, ids, &mut known)?;
    for dictionary in [EVENT, CHANNEL, CURRENCY] {
        known.values.extend(dictionary.names_of_only(conn, ids)?);
    }
    Ok(known)
}

/// Erases customers and all that is known of them.
pub(crate) fn erase_people(
    conn: &Connection,
    ids: &[i64],
    known: &Known,
    everywhere: bool,
) -> Result<Wiped, StoreError> {
    merged::forget(conn, ids, &known.names)?;
    erase_rows(conn, ids)?;
    let alone = if everywhere { left_alone(conn, known.values.clone())? } else { BTreeSet::default() };
    let traces = Traces::of(&known.names, &alone);
    // What history says of the rows that are changed here would not fit them any more.
    let mut before = BTreeSet::default();
    let segments = forget_in_rules(conn, ids, &traces, &mut before)?;
    let events = forget_events(conn, &traces, &mut before)?;
    let imports = blank_imports(conn, &traces)?;
    let steps = if ids.len() > SOUGHT {
        history::forget_all(conn)?
    } else {
        history::forget_where(conn, |bytes| {
            traces.are_in(bytes) || before.iter().any(|text| has(bytes, text))
        })?
    };
    // However many are erased: a version is whole by itself.
    let versions = version::forget_where(conn, |bytes| {
        traces.are_in(bytes) || before.iter().any(|text| has(bytes, text))
    })?;
    Ok(Wiped { steps, versions, imports, segments, events, mentions: mentions(conn, &traces)? })
}

/// Erases the rows of customers, whose ids are sorted, and what is derived from them.
fn erase_rows(conn: &Connection, ids: &[i64]) -> Result<(), StoreError> {
    let few = ids.len() <= FEW;
    let (mut interactions, mut customers) = (
        conn.prepare("DELETE FROM interaction WHERE customer = ?1")?,
        conn.prepare("DELETE FROM customer WHERE id = ?1")?,
    );
    for &id in ids {
        if few {
            [EVENT, CHANNEL, CURRENCY].into_iter().try_for_each(|each| each.discount(conn, id))?;
        }
        interactions.execute([id])?;
    }
    if !few {
        dictionary::mend(conn)?;
    }
    [EVENT, CHANNEL, CURRENCY].into_iter().try_for_each(|each| each.forget_unused(conn))?;
    sheet::erase(conn, ids)?;
    attribute_names::forget_unused(conn)?;
    for &id in ids {
        if customers.execute([id])? == 0 {
            return Err(StoreError::Missing { what: "customer", id });
        }
    }
    search::erase(conn, ids)?;
    columns::refresh_around(conn, ids)
}

/// Those of some texts that nothing says any more.
fn left_alone(conn: &Connection, mut texts: BTreeSet<String>) -> Result<BTreeSet<String>, StoreError> {
    sheet::each_text(conn, |text| {
        texts.remove(text);
    })?;
    for dictionary in [EVENT, CHANNEL, CURRENCY] {
        dictionary.names(conn)?.iter().for_each(|(_, name)| {
            texts.remove(name);
        });
    }
    attribute_names::all(conn)?.values().for_each(|name| {
        texts.remove(name);
    });
    let mut is_key = conn.prepare("SELECT 1 FROM customer WHERE key = ?1")?;
    let mut alone = BTreeSet::default();
    for text in texts {
        if !is_key.exists([&text])? {
            alone.insert(text);
        }
    }
    Ok(alone)
}

/// Takes people out of the rules that name them, and gives the names of these segments.
fn forget_in_rules(
    conn: &Connection,
    ids: &[i64],
    traces: &Traces,
    before: &mut BTreeSet<String>,
) -> Result<Vec<String>, StoreError> {
    let is_one = |customer: &Reference| match customer {
        Reference::Id(id) => ids.binary_search(id).is_ok(),
        Reference::Name(name) => traces.has(name),
    };
    let blank = |text: &str| if traces.has(text) { Some(BLANK.to_owned()) } else { traces.blanked(text) };
    let mut named = Vec::new();
    for (segment, rule) in Tx::new(conn).segment_rules()? {
        let mut forgetting = rule.clone();
        forgetting.forget(&Forgotten { customer: &is_one, text: &blank });
        if forgetting == rule {
            continue;
        }
        let (name, stored, value): (String, Option<String>, String) =
            conn.query_row("SELECT name, rule, value FROM segment WHERE id = ?1", [segment.0], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        before.insert(stored.unwrap_or(value));
        conn.execute(
            "UPDATE segment SET rule = ?2, attribute = '', value = '' WHERE id = ?1",
            params![segment.0, written(&forgetting)?],
        )?;
        named.push(name);
    }
    Ok(named)
}

/// Takes events off the maps that only people who are erased had, and gives their names.
fn forget_events(
    conn: &Connection,
    traces: &Traces,
    before: &mut BTreeSet<String>,
) -> Result<Vec<String>, StoreError> {
    let present: BTreeSet<String> = EVENT.names(conn)?.into_iter().map(|(_, name)| name).collect();
    let mut listed = conn.prepare(
        "SELECT event FROM touchpoint_event UNION SELECT event FROM left_event UNION SELECT event FROM matched_event
         UNION SELECT event FROM event_meaning",
    )?;
    let listed: Vec<String> = listed.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let is_theirs =
        |event: &String| !present.contains(event) && (traces.has(event) || traces.are_in(event.as_bytes()));
    let gone: Vec<String> = listed.into_iter().filter(is_theirs).collect();
    for event in &gone {
        for table in ["touchpoint_event", "left_event", "matched_event", "event_meaning"] {
            conn.execute(&format!("DELETE FROM {table} WHERE event = ?1"), [event])?;
        }
    }
    before.extend(gone.iter().cloned());
    Ok(gone)
}

/// Blanks what the imports' names say of people, and gives how many did.
fn blank_imports(conn: &Connection, traces: &Traces) -> Result<u64, StoreError> {
    let mut blanked = 0;
    for import in import::all(conn)? {
        let blank = |text: &String| traces.blanked(text).unwrap_or_else(|| text.clone());
        let ImportSource { name, columns, key, .. } = &import.source;
        let changed = ImportSource {
            name: blank(name),
            columns: columns.iter().map(|(field, column)| (blank(field), blank(column))).collect(),
            key: key.as_ref().map(blank),
            ..import.source.clone()
        };
        if changed != import.source {
            blanked += 1;
            import::rename(conn, import.id, &changed)?;
        }
    }
    Ok(blanked)
}

/// The user's own texts in which people are named.
pub(crate) fn mentions(conn: &Connection, traces: &Traces) -> Result<Vec<Mention>, StoreError> {
    let mut found = Vec::new();
    // What is noted by the keys of customers is nobody's own text.
    for of in RECORDED.into_iter().filter(|of| !["merged_key", "persona_customer"].contains(of)) {
        let mut columns =
            conn.prepare("SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT' ORDER BY cid")?;
        let columns: Vec<String> = columns.query_map([of], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for column in columns {
            let mut select =
                conn.prepare(&format!("SELECT \"{column}\" FROM {of} WHERE \"{column}\" IS NOT NULL"))?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let text = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
                let text = if is_list(of, &column) { readable(text) } else { text.into() };
                if traces.are_in(text.as_bytes()) {
                    found.push(Mention { of, text: text.into_owned() });
                }
            }
        }
    }
    Ok(found)
}

fn has(bytes: &[u8], text: &str) -> bool {
    memchr::memmem::find(bytes, text.as_bytes()).is_some()
}
