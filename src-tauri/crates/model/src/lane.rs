//! Lanes: rows under the journey that say what customers do, think and feel, stage by stage.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::words;
use crate::{LaneId, StageId};

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
    /// Something else, which the lane's title says.
    Own = "own",
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
    /// What it says of stages, by their ids; of others nothing.
    pub cells: Vec<Cell>,
}

/// What a lane says of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Cell {
    /// The stage.
    pub stage: StageId,
    /// The text. A line that begins with "- " is an entry of a list, and what stands between two pairs of asterisks
    /// is set bold.
    pub text: String,
}

impl Lane {
    /// What it says of a stage; nothing is an empty text.
    pub fn text(&self, stage: StageId) -> &str {
        self.cells.iter().find(|cell| cell.stage == stage).map_or("", |cell| cell.text.as_str())
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
