//! What becomes of customers on a map that a touchpoint of another opens, in a few numbers.

use model::{Account, Class, Figure, Journey, Level, MapId, Mode, Node, Overlay, Question, Who};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{AppError, Session};

/// How many, and who they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counted {
    /// How many.
    #[specta(type = Number)]
    pub count: u64,
    /// Whom that counts.
    pub who: Who,
}

/// What becomes of those who begin a map: the account of its first stage that anybody enters, and who reaches its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SubJourney {
    /// The title of the stage.
    pub start: String,
    /// Who entered it.
    pub entered: Counted,
    /// Who of them moved on.
    pub moved: Counted,
    /// Who of them has not and still has time.
    pub in_progress: Counted,
    /// Who of them came back late or never, which the drop-off counts.
    pub lost: Counted,
    /// The title of the last goal, and who of them reached it in time, whatever came between; none where that is where they
    /// begin.
    pub reached: Option<(String, Counted)>,
}

impl SubJourney {
    fn of(journey: &Journey, overlay: &Overlay, question: &Question) -> Option<Self> {
        let account = overlay.nodes.iter().find(|account| account.entered > 0)?;
        let Account { node, entered, moved, in_progress, returned_late, dropped, .. } = account;
        let title = |node| journey.title(node).unwrap_or_default().to_owned();
        let counted = |class, mode, count| {
            let figure = Figure { node: *node, class, mode, count };
            Counted { count, who: figure.who(journey.map().id, question) }
        };
        let now = |class, count| counted(class, Mode::Next, count);
        let stages = journey.nodes(Level::Stage);
        let end = stages.into_iter().rev().find(|&stage| journey.is_goal(stage)).filter(|end| end != node);
        let reach = |end: Node| {
            let count = overlay.flow(*node, end).map_or(0, |flow| flow.moved);
            (title(end), counted(Class::MovedTo(end), Mode::Eventual, count))
        };
        Some(Self {
            start: title(*node),
            entered: now(Class::All, *entered),
            moved: now(Class::Moved, moved.iter().map(|moved| moved.count).sum()),
            in_progress: now(Class::InProgress, *in_progress),
            lost: now(Class::Lost, returned_late + dropped),
            reached: end.map(reach),
        })
    }
}

impl Session {
    /// What becomes of those who begin a map, as a question has it; none where nobody does.
    pub fn sub_journey(&mut self, map: MapId, question: &Question) -> Result<Option<SubJourney>, AppError> {
        let journey = self.workspace.journey(map)?;
        let question = Question { mode: Mode::Eventual, ..question.at(Level::Stage) };
        let overlay = self.overlay(&journey, &question)?;
        Ok(SubJourney::of(&journey, &overlay, &question))
    }
}
