//! The table `lane_card`: notes and images in the cells of lanes. Those of a cell are in the order of their positions,
//! which may have gaps.

use model::{CardId, Image, LaneCard, LaneId, MapId, Node, StageId, StageTint, TouchpointId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::details::{image, word};
use crate::error::unknown;
use crate::schema::TEXT;
use crate::tx::bounded;
use crate::{StoreError, Tx};

/// What a card says and shows, whatever its place.
#[derive(Debug, Clone, Copy)]
pub struct CardFace<'a> {
    /// What is written on it.
    pub text: &'a str,
    /// Its tint; `None` takes the one of the stage.
    pub tint: Option<StageTint>,
    /// What it shows.
    pub image: Option<&'a Image>,
}

impl<'a> From<&'a LaneCard> for CardFace<'a> {
    fn from(card: &'a LaneCard) -> Self {
        Self { text: &card.text, tint: card.tint, image: card.image.as_ref() }
    }
}

/// The columns of a card, as [`read`] finds them.
const COLUMNS: &str = "id, lane, stage, touchpoint, position, text, tint, image";

/// The cards on a map by id.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<LaneCard>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM lane_card WHERE map = ?1 ORDER BY id");
    let mut select = conn.prepare_cached(&sql)?;
    Ok(select.query_map([map.0], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<LaneCard> {
    let of = match (row.get(2)?, row.get(3)?) {
        (Some(stage), None) => Node::Stage(StageId(stage)),
        (None, Some(touchpoint)) => Node::Touchpoint(TouchpointId(touchpoint)),
        _ => return Err(unknown(2, "what a card is about")),
    };
    Ok(LaneCard {
        id: CardId(row.get(0)?),
        lane: LaneId(row.get(1)?),
        of,
        position: row.get(4)?,
        text: row.get(5)?,
        tint: word(row, 6, StageTint::from_name)?,
        image: image(row, 7)?,
    })
}

impl Tx<'_> {
    /// A card.
    pub fn card(&self, id: CardId) -> Result<LaneCard, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM lane_card WHERE id = ?1");
        let found = self.conn.prepare_cached(&sql)?.query_row([id.0], read).optional()?;
        found.ok_or(StoreError::Missing { what: "card", id: id.0 })
    }

    /// Adds a card to a cell, at a place from 0 among those that are there; one past the end is the end.
    pub fn add_card(
        &mut self,
        lane: LaneId,
        of: Node,
        place: usize,
        face: CardFace<'_>,
    ) -> Result<CardId, StoreError> {
        bounded("card", face.text, TEXT)?;
        let map = self.map_of_cell(lane, of)?;
        let (stage, touchpoint) = ids(of);
        let sql = "INSERT INTO lane_card (lane, stage, touchpoint, map, position, text, tint, image)
                   VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)";
        let CardFace { text, tint, image } = face;
        let (tint, image) = (tint.map(StageTint::name), image.map(Image::bytes));
        let id = CardId(self.insert(sql, params![lane.0, stage, touchpoint, map.0, text, tint, image])?);
        self.put_card(id, lane, of, place)?;
        Ok(id)
    }

    /// Sets what a card says and shows.
    pub fn set_card(&mut self, id: CardId, face: CardFace<'_>) -> Result<(), StoreError> {
        bounded("card", face.text, TEXT)?;
        let CardFace { text, tint, image } = face;
        let sql = "UPDATE lane_card SET text = ?2, tint = ?3, image = ?4 WHERE id = ?1";
        let params = params![id.0, text, tint.map(StageTint::name), image.map(Image::bytes)];
        self.change("card", id.0, sql, params)
    }

    /// Moves a card into a cell of its map, to a place from 0 among the others that are there; one past the end is the end.
    pub fn move_card(&mut self, id: CardId, lane: LaneId, of: Node, place: usize) -> Result<(), StoreError> {
        let card = self.card(id)?;
        if self.map_of_cell(lane, of)? != self.map_of_cell(card.lane, card.of)? {
            return Err(StoreError::Missing { what: "cell", id: lane.0 });
        }
        let (stage, touchpoint) = ids(of);
        let sql = "UPDATE lane_card SET lane = ?2, stage = ?3, touchpoint = ?4 WHERE id = ?1";
        self.change("card", id.0, sql, params![id.0, lane.0, stage, touchpoint])?;
        self.put_card(id, lane, of, place)
    }

    /// Deletes a card.
    pub fn delete_card(&mut self, id: CardId) -> Result<(), StoreError> {
        self.change("card", id.0, "DELETE FROM lane_card WHERE id = ?1", [id.0])
    }

    /// Deletes the cards of a lane.
    pub fn clear_cards(&mut self, lane: LaneId) -> Result<(), StoreError> {
        self.run("DELETE FROM lane_card WHERE lane = ?1", [lane.0])?;
        Ok(())
    }

    /// Gives a card a place from 0 among the others of its cell.
    fn put_card(&self, id: CardId, lane: LaneId, of: Node, place: usize) -> Result<(), StoreError> {
        let (stage, touchpoint) = ids(of);
        let sql = "SELECT id, position FROM lane_card
                   WHERE lane = ?1 AND stage IS ?2 AND touchpoint IS ?3 ORDER BY position, id";
        let mut select = self.conn.prepare_cached(sql)?;
        let all = select
            .query_map(params![lane.0, stage, touchpoint], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(i64, i64)>, _>>()?;
        let mut order: Vec<i64> = all.iter().map(|(each, _)| *each).filter(|each| *each != id.0).collect();
        order.insert(place.min(order.len()), id.0);
        for (position, each) in (0_i64..).zip(order) {
            if !all.contains(&(each, position)) {
                self.run("UPDATE lane_card SET position = ?2 WHERE id = ?1", [each, position])?;
            }
        }
        Ok(())
    }
}

/// The columns that say what a cell is about.
fn ids(of: Node) -> (Option<i64>, Option<i64>) {
    match of {
        Node::Stage(stage) => (Some(stage.0), None),
        Node::Touchpoint(touchpoint) => (None, Some(touchpoint.0)),
    }
}
