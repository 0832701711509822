//! What the table `touchpoint` keeps of a touchpoint besides its title and place. Lists are JSON.

use std::borrow::Cow;

use rusqlite::types::{Type, Value as SqlValue};
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use model::{
    Actor, AnyChannel, ChannelIcon, ChannelKind, Day, Details, Drama, EvidenceKind, Image, KnownBy,
    OwnChannel, TouchpointId,
};

use crate::error::unknown;
use crate::schema::{TEXT, TITLE};
use crate::tx::{bounded, named};
use crate::{StoreError, Tx};

/// The columns of all this, as [`read`] and [`channel`] find them.
pub(crate) const COLUMNS: &str =
    "channel, own_channel, own_icon, description, owner, actor, drama, is_moment_of_truth,
    quote, pains, opportunities, content, links, tags, evidence, evidence_day, image";

/// The columns in which people write freely of touchpoints and stages, or show what they look like, and who a persona is
/// said to be, each with its table and with what it holds where nothing is written. Labels of transitions are as titles are.
const WRITTEN: [(&str, &str, Option<&str>); 20] = [
    ("touchpoint", "description", Some("")),
    ("touchpoint", "owner", Some("")),
    ("touchpoint", "quote", Some("")),
    ("touchpoint", "pains", LIST),
    ("touchpoint", "opportunities", LIST),
    ("touchpoint", "content", LIST),
    ("touchpoint", "links", LIST),
    ("touchpoint", "tags", LIST),
    ("touchpoint", "image", None),
    ("lane_card", "image", None),
    ("stage", "aim", Some("")),
    ("stage", "entry", Some("")),
    ("persona_feeling", "quote", Some("")),
    ("story_step", "title", Some("")),
    ("story_step", "notes", Some("")),
    ("persona", "role", Some("")),
    ("persona", "age", Some("")),
    ("persona", "place", Some("")),
    ("persona", "quote", Some("")),
    ("persona", "photo", None),
];

/// A list in which nothing stands.
const LIST: Option<&str> = Some("[]");

/// The other lists: of a persona, which are no more of somebody than its goals are, and the votes on notes, which stay
/// behind whole.
const LISTS: [(&str, &str); 4] =
    [("persona", "channels"), ("persona", "brands"), ("persona", "traits"), ("note", "votes")];

/// The channel of a touchpoint, from its columns on.
pub(crate) fn channel(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<AnyChannel>> {
    let name: String = row.get(first + 1)?;
    if !name.is_empty() {
        let icon = word(row, first + 2, ChannelIcon::from_name)?;
        let icon = icon.ok_or_else(|| unknown(first + 2, ""))?;
        return Ok(Some(AnyChannel::Own(OwnChannel { name, icon })));
    }
    Ok(word(row, first, ChannelKind::from_name)?.map(AnyChannel::Kind))
}

/// The rest of it, from the columns of the channel on.
pub(crate) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Details> {
    let at = |column: usize| first + 3 + column;
    let drama: Option<i64> = row.get(at(3))?;
    let kind = word(row, at(11), EvidenceKind::from_name)?;
    Ok(Details {
        description: row.get(at(0))?,
        owner: row.get(at(1))?,
        actor: word(row, at(2), Actor::from_name)?.ok_or_else(|| unknown(at(2), ""))?,
        drama: drama
            .map(|number| Drama::of(number).ok_or_else(|| unknown(at(3), &number.to_string())))
            .transpose()?,
        moment_of_truth: row.get(at(4))?,
        quote: row.get(at(5))?,
        pains: list(row, at(6))?,
        opportunities: list(row, at(7))?,
        content: list(row, at(8))?,
        links: list(row, at(9))?,
        tags: list(row, at(10))?,
        evidence: match kind {
            Some(kind) => Some(KnownBy { kind, day: word(row, at(12), Day::parse)? }),
            None => None,
        },
        image: image(row, at(13))?,
    })
}

/// What a word in a column stands for, if there is one.
pub(crate) fn word<T>(
    row: &Row<'_>,
    column: usize,
    of: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let word = row.get_ref(column)?.as_str_or_null()?;
    word.map(|word| of(word).ok_or_else(|| unknown(column, word))).transpose()
}

/// The image in a column, if there is one.
pub(crate) fn image(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Image>> {
    let bytes = row.get_ref(column)?.as_blob_or_null()?;
    bytes.map(|bytes| Image::of(bytes).ok_or_else(|| unknown(column, "an image"))).transpose()
}

/// A list in a column.
pub(crate) fn list<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<T>> {
    match row.get_ref(column)?.as_str()? {
        // So it is with most.
        "[]" => Ok(Vec::new()),
        json => serde_json::from_str(json)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())),
    }
}

/// What a column of a table under history holds where nothing is written, if people write freely in it.
pub(crate) fn blank(table: &str, column: &str) -> Option<SqlValue> {
    let written = WRITTEN.iter().find(|(of, name, _)| *of == table && *name == column);
    written.map(|(_, _, blank)| blank.map_or(SqlValue::Null, |text| SqlValue::Text(text.to_owned())))
}

/// Whether a column of a table under history holds a list.
pub(crate) fn is_list(table: &str, column: &str) -> bool {
    WRITTEN.iter().any(|(of, name, blank)| *of == table && *name == column && *blank == LIST)
        || LISTS.contains(&(table, column))
}

/// A list as people read it: what stands in it.
pub(crate) fn readable(list: &str) -> Cow<'_, str> {
    fn texts(value: Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(all) => all.into_iter().for_each(|each| texts(each, found)),
            Value::Object(all) => all.into_iter().for_each(|(_, each)| texts(each, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    match serde_json::from_str(list) {
        Ok(value) => texts(value, &mut found),
        Err(_) => return list.into(),
    }
    found.join(" · ").into()
}

impl Tx<'_> {
    /// Sets the channel that a touchpoint uses.
    pub fn set_channel(&mut self, id: TouchpointId, channel: Option<&AnyChannel>) -> Result<(), StoreError> {
        let (kind, own, icon) = match channel {
            Some(AnyChannel::Own(own)) => {
                named("channel", &own.name)?;
                (None, own.name.as_str(), Some(own.icon.name()))
            }
            Some(AnyChannel::Kind(kind)) => (Some(kind.name()), "", None),
            None => (None, "", None),
        };
        let sql = "UPDATE touchpoint SET channel = ?2, own_channel = ?3, own_icon = ?4 WHERE id = ?1";
        self.change("touchpoint", id.0, sql, params![id.0, kind, own, icon])
    }

    /// What is written of a touchpoint.
    pub fn details(&self, id: TouchpointId) -> Result<Details, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM touchpoint WHERE id = ?1");
        let found = self.conn.prepare_cached(&sql)?.query_row([id.0], |row| read(row, 0));
        found.map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => StoreError::Missing { what: "touchpoint", id: id.0 },
            other => other.into(),
        })
    }

    /// Sets what is written of a touchpoint.
    pub fn set_details(&mut self, id: TouchpointId, details: &Details) -> Result<(), StoreError> {
        bounded("description", &details.description, TEXT)?;
        bounded("owner", &details.owner, TITLE)?;
        bounded("quote", &details.quote, TEXT)?;
        let evidence = details.evidence.as_ref();
        let sql = "UPDATE touchpoint SET description = ?2, owner = ?3, actor = ?4, drama = ?5,
                          is_moment_of_truth = ?6, quote = ?7, pains = ?8, opportunities = ?9, content = ?10,
                          links = ?11, tags = ?12, evidence = ?13, evidence_day = ?14, image = ?15
                          WHERE id = ?1";
        let params = params![
            id.0,
            details.description,
            details.owner,
            details.actor.name(),
            details.drama.map(Drama::number),
            details.moment_of_truth,
            details.quote,
            json("pains", &details.pains)?,
            json("opportunities", &details.opportunities)?,
            json("content", &details.content)?,
            json("links", &details.links)?,
            json("tags", &details.tags)?,
            evidence.map(|known| known.kind.name()),
            evidence.and_then(|known| known.day.as_ref()).map(Day::text),
            details.image.as_ref().map(Image::bytes),
        ];
        self.change("touchpoint", id.0, sql, params)
    }
}

/// A list as it is kept.
pub(crate) fn json<T: Serialize>(what: &'static str, list: &[T]) -> Result<String, StoreError> {
    let json =
        serde_json::to_string(list).map_err(|error| StoreError::damaged(format!("{what}: {error}")))?;
    bounded(what, &json, TEXT)?;
    Ok(json)
}
