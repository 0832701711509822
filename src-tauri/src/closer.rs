//! Closer looks at a node or a way of a map, which the window asks for when somebody opens one.

use app::{CloserLook, Drivers, Failure, Leg, MapId, Period, Question};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{Manager, WebviewWindow};

use crate::open::{Open, aside};

/// What is counted only when somebody opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// A closer look at an account.
    Account,
    /// What goes with moving on.
    Drivers,
}

impl Look {
    /// By what its count is known among those beside the map.
    fn kind(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Drivers => "drivers",
        }
    }
}

/// How long moving on takes, how its rate went and what people did after they dropped. It stops the look before it.
#[tauri::command]
#[specta::specta]
pub async fn closer_look(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    leg: Leg,
    period: Period,
) -> Result<CloserLook, Failure> {
    let look = move |session: &mut app::Session| session.closer_look(map, &question, leg, period);
    aside(window, Look::Account.kind(), look).await
}

/// What goes with moving on. It stops the one before it.
#[tauri::command]
#[specta::specta]
pub async fn drivers(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    leg: Leg,
) -> Result<Drivers, Failure> {
    let look = move |session: &mut app::Session| session.drivers(map, &question, leg);
    aside(window, Look::Drivers.kind(), look).await
}

/// Stops the closer look that the window waits for, since it is not wanted any more; it then fails as cancelled.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn stop_looking(window: WebviewWindow, look: Look) {
    window.state::<Open>().stop_aside(window.label(), look.kind());
}
