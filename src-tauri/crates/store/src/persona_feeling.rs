//! The table `persona_feeling`: how personas feel at touchpoints, besides the one that a map tells of first.
//!
//! What that one feels and says is in the touchpoint's own row. Whose that is changes with the personas of the map: then
//! what each feels goes along with it. Rows of personas that a map does not tell of now are kept.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use model::{MapId, PersonaFeeling, PersonaId, Sentiment, TouchpointId};

use crate::error::unknown;
use crate::schema::TEXT;
use crate::tx::bounded;
use crate::{StoreError, Tx, map};

/// How personas feel at the touchpoints of a map, by touchpoint, in the order of their ids.
pub(crate) fn of_map(
    conn: &Connection,
    map: MapId,
) -> Result<BTreeMap<TouchpointId, Vec<PersonaFeeling>>, StoreError> {
    let mut feelings: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut select = conn.prepare_cached(
        "SELECT touchpoint, persona, sentiment, quote FROM persona_feeling WHERE map = ?1 ORDER BY persona",
    )?;
    let mut rows = select.query([map.0])?;
    while let Some(row) = rows.next()? {
        let score: Option<i64> = row.get(2)?;
        let sentiment =
            score.map(|score| Sentiment::from_score(score).ok_or_else(|| unknown(2, &score.to_string())));
        let feeling = PersonaFeeling {
            persona: PersonaId(row.get(1)?),
            sentiment: sentiment.transpose()?,
            quote: row.get(3)?,
        };
        feelings.entry(TouchpointId(row.get(0)?)).or_default().push(feeling);
    }
    Ok(feelings)
}

impl Tx<'_> {
    /// How a persona feels at a touchpoint, and what it says.
    pub fn feeling(&self, id: TouchpointId, persona: PersonaId) -> Result<PersonaFeeling, StoreError> {
        let (map, _) = self.touchpoint_spot(id)?;
        let journey = self.journey(map)?;
        let touchpoint =
            journey.touchpoint(id).ok_or(StoreError::Missing { what: "touchpoint", id: id.0 })?;
        let (sentiment, quote) = journey.feeling(touchpoint, persona);
        Ok(PersonaFeeling { persona, sentiment, quote: quote.to_owned() })
    }

    /// Sets how a persona feels at a touchpoint, and what it says. Of the first persona of the map that is what the
    /// touchpoint itself says.
    pub fn set_feeling(
        &mut self,
        touchpoint: TouchpointId,
        feeling: &PersonaFeeling,
    ) -> Result<(), StoreError> {
        let PersonaFeeling { persona, sentiment, quote } = feeling;
        bounded("quote", quote, TEXT)?;
        self.check_persona(Some(*persona))?;
        let (map, _) = self.touchpoint_spot(touchpoint)?;
        let score = sentiment.map(Sentiment::score);
        if map::one(self.conn, map)?.personas.first() == Some(persona) {
            let sql = "UPDATE touchpoint SET sentiment = ?2, quote = ?3 WHERE id = ?1";
            return self.change("touchpoint", touchpoint.0, sql, params![touchpoint.0, score, quote]);
        }
        if feeling.is_empty() {
            let sql = "DELETE FROM persona_feeling WHERE touchpoint = ?1 AND persona = ?2";
            self.run(sql, [touchpoint.0, persona.0])?;
            return Ok(());
        }
        let sql = "INSERT INTO persona_feeling (touchpoint, persona, map, sentiment, quote)
                   VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT DO UPDATE SET sentiment = excluded.sentiment, quote = excluded.quote";
        self.run(sql, params![touchpoint.0, persona.0, map.0, score, quote])?;
        Ok(())
    }

    /// Lets nothing be known of how personas feel at a touchpoint, but of the one that it says itself.
    pub fn clear_feelings(&mut self, touchpoint: TouchpointId) -> Result<(), StoreError> {
        self.run("DELETE FROM persona_feeling WHERE touchpoint = ?1", [touchpoint.0])?;
        Ok(())
    }

    /// Lets a map tell the journeys of other personas, the one that matters most first; each counts once. What each feels
    /// goes along with it. Where the first leaves and nothing is known of how the next feels, what stood for the one stands
    /// for the other.
    pub fn tell_personas(&mut self, id: MapId, personas: &[PersonaId]) -> Result<(), StoreError> {
        let before = map::one(self.conn, id)?.personas.first().copied();
        let after = personas.first().copied().filter(|after| before != Some(*after));
        if let Some(after) = after {
            let stays = before.filter(|before| personas.contains(before));
            if stays.is_some() || self.has_feelings(id, after)? {
                self.change_first(id, before, after)?;
            }
        }
        self.set_map_personas(id, personas)
    }

    /// Whether it is known how a persona feels anywhere on a map.
    fn has_feelings(&self, map: MapId, persona: PersonaId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM persona_feeling WHERE map = ?1 AND persona = ?2 LIMIT 1";
        Ok(self.number(sql, [map.0, persona.0])?.is_some())
    }

    /// Lets the touchpoints of a map say themselves how one persona feels, and its rows how the one before it does. What
    /// nobody's feelings were stays where the persona has none.
    fn change_first(
        &self,
        map: MapId,
        before: Option<PersonaId>,
        after: PersonaId,
    ) -> Result<(), StoreError> {
        if let Some(before) = before {
            let sql = "INSERT INTO persona_feeling (touchpoint, persona, map, sentiment, quote)
                       SELECT id, ?2, map, sentiment, quote FROM touchpoint
                       WHERE map = ?1 AND (sentiment IS NOT NULL OR quote <> '')";
            self.run(sql, [map.0, before.0])?;
            let sql = "UPDATE touchpoint SET sentiment = NULL, quote = '' WHERE map = ?1";
            self.run(sql, [map.0])?;
        }
        let sql = "UPDATE touchpoint SET sentiment = coalesce(felt.sentiment, touchpoint.sentiment),
                          quote = CASE felt.quote WHEN '' THEN touchpoint.quote ELSE felt.quote END
                   FROM persona_feeling AS felt
                   WHERE felt.touchpoint = touchpoint.id AND felt.map = ?1 AND felt.persona = ?2";
        self.run(sql, [map.0, after.0])?;
        self.run("DELETE FROM persona_feeling WHERE map = ?1 AND persona = ?2", [map.0, after.0])?;
        Ok(())
    }
}
