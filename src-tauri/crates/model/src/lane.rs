//! Lanes: rows under the journey that say what customers do, think and feel, stage by stage or touchpoint by touchpoint.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::words;
use crate::{CardId, Image, LaneId, Node, StageTint};

words! {
    /// What a lane is about, as journey maps and service blueprints have them.
    pub enum LaneKind;
    /// The curve through the sentiments of the touchpoints.
    Emotion = "emotion",
    /// What customers do.
    Actions = "actions",
    /// What they think.
    Thoughts = "thoughts",
    /// What hurts them.
    Pains = "pains",
    /// What could be made better.
    Opportunities = "opportunities",
    /// What they are shown or sent.
    Content = "content",
    /// The channels of the touchpoints.
    Channels = "channels",
    /// What is measured.
    Kpis = "kpis",
    /// What staff do in sight of the customer. Above it is the line of interaction.
    FrontStage = "front_stage",
    /// What staff do out of sight. Above it is the line of visibility.
    BackStage = "back_stage",
    /// What systems and partners do for staff. Above it is the line of internal interaction.
    Support = "support",
    /// What it looks like, in images.
    Storyboard = "storyboard",
    /// Something else, which the lane's title says.
    Own = "own",
}

words! {
    /// What the cells of a lane are about.
    pub enum CellsBy;
    /// Each is about a stage.
    Stage = "stage",
    /// Each is about a touchpoint.
    Touchpoint = "touchpoint",
}

impl LaneKind {
    /// Whether people write in its cells; what others show is read from the touchpoints.
    pub fn is_written(self) -> bool {
        !matches!(self, Self::Emotion | Self::Channels)
    }
}

/// How much of a lane a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LaneView {
    /// All of it.
    #[default]
    Open,
    /// Its title only.
    Collapsed,
    /// Nothing.
    Hidden,
}

impl LaneView {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Open, Self::Collapsed, Self::Hidden];

    /// The name by which the workspace file knows this view.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Collapsed => "collapsed",
            Self::Hidden => "hidden",
        }
    }

    /// The view with this stored name, or `None`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// A lane of one map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Lane {
    /// Its row.
    pub id: LaneId,
    /// What it is about.
    pub kind: LaneKind,
    /// What it is called; empty, it is called as its kind is in the reader's language.
    pub title: String,
    /// How much of it pictures show.
    pub view: LaneView,
    /// Whether its cells are about stages or touchpoints. Those of the other kind are kept, and not shown.
    pub by: CellsBy,
    /// How high its cells are at least, in units of the scene; they are never lower than what they say.
    pub height: u32,
    /// What it says of stages, then of touchpoints, by their ids; of others nothing.
    pub cells: Vec<Cell>,
}

/// What a lane says of a stage or a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Cell {
    /// What it is about.
    pub of: Node,
    /// The text. A line that begins with "- " is an entry of a list, what stands between two pairs of asterisks is set
    /// bold, and `[words](address)` is a link.
    pub text: String,
}

/// A card in a cell of a lane: a note, or an image with what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LaneCard {
    /// Its row.
    pub id: CardId,
    /// The lane that it is in.
    pub lane: LaneId,
    /// What the cell is about that it is in.
    pub of: Node,
    /// Its place among the cards there: the lower, the earlier.
    pub position: u32,
    /// What is written on it, of the form of a cell's text.
    pub text: String,
    /// Its tint; `None` takes the one of the stage.
    pub tint: Option<StageTint>,
    /// What it shows.
    #[specta(type = Option<String>)]
    pub image: Option<Image>,
}

impl Lane {
    /// The most that cells are high at least.
    pub const HIGHEST: u32 = 2_000;

    /// What it says of a stage or a touchpoint; nothing is an empty text.
    pub fn text(&self, of: Node) -> &str {
        self.cells.iter().find(|cell| cell.of == of).map_or("", |cell| cell.text.as_str())
    }

    /// Whether its cells are about what this is.
    pub fn is_about(&self, of: Node) -> bool {
        matches!((self.by, of), (CellsBy::Stage, Node::Stage(_)) | (CellsBy::Touchpoint, Node::Touchpoint(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_names_lead_back_to_their_kinds_and_views() {
        assert!(LaneKind::ALL.iter().all(|&kind| LaneKind::from_name(kind.name()) == Some(kind)));
        assert!(LaneView::ALL.into_iter().all(|view| LaneView::from_name(view.name()) == Some(view)));
        assert_eq!((LaneKind::from_name("lane"), LaneView::from_name("")), (None, None));
    }
}
