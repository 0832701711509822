//! Where sticky notes are: on cards, on the grounds of stages, or on nothing but the map.

use model::{Node, Place};

use super::set_out::Layout;
use crate::Rect;
use crate::geometry::{Point, point};

/// How wide every note is.
pub const NOTE_WIDTH: f64 = 152.0;
/// How far below its upper edge a note sticks.
const STUCK: f64 = 24.0;
/// How far from one another notes are stuck by themselves.
const ASIDE: f64 = 24.0;
/// Where the first note on something is stuck.
const FIRST: (f64, f64) = (32.0, 48.0);

impl Layout<'_> {
    /// What a note sticks on whose left top corner is put at a point of the scene, and its place there.
    pub fn stuck(&self, left: f64, top: f64) -> (Option<Node>, Place) {
        let pin = point(left + NOTE_WIDTH / 2.0, top + STUCK);
        let card = self.cards().iter().rev().find(|card| holds(&card.rect, pin));
        let ground = self.grounds().iter().find(|ground| holds(&ground.rect, pin));
        let on = match (card, ground) {
            (Some(card), _) => Some(Node::Touchpoint(card.touchpoint.id)),
            (None, ground) => ground.map(|ground| Node::Stage(ground.stage)),
        };
        let from = self.note_corner(on, Place { x: 0.0, y: 0.0 });
        (on, Place { x: left - from.x, y: top - from.y })
    }

    /// Where the left top corner of a note is in the scene.
    pub(crate) fn note_corner(&self, on: Option<Node>, place: Place) -> Point {
        let rect = match on {
            Some(Node::Touchpoint(touchpoint)) => self.rect_of(touchpoint),
            Some(Node::Stage(stage)) => {
                self.grounds().iter().find(|ground| ground.stage == stage).map(|ground| ground.rect)
            }
            None => None,
        };
        let Rect { x, y, .. } = rect.unwrap_or_default();
        point(x + place.x, y + place.y)
    }

    /// Where a note is stuck on something that nobody points at, beside those that are there.
    pub fn first_place(there: &[Place]) -> Place {
        Self::clear_of(there, Place { x: FIRST.0, y: FIRST.1 })
    }

    /// The first place from this one on, downwards to the right, at which none of these is.
    pub fn clear_of(there: &[Place], mut place: Place) -> Place {
        let near = |one: f64, other: f64| (one - other).abs() < ASIDE / 2.0;
        while there.iter().any(|other| near(other.x, place.x) && near(other.y, place.y)) {
            place = Place { x: place.x + ASIDE, y: place.y + ASIDE };
        }
        place
    }
}

fn holds(rect: &Rect, at: Point) -> bool {
    rect.x <= at.x && at.x <= rect.right() && rect.y <= at.y && at.y <= rect.bottom()
}
