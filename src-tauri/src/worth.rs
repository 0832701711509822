//! What the window may ask about what customers are worth.

use app::{ActiveBy, EventMeaning, Failure, HORIZON, MapId, Metrics, Projection, Question, Session, Stakes};
use tauri::WebviewWindow;

use crate::open::{aside, on_session};

/// The events that interactions have, and what the values of each mean.
#[tauri::command]
#[specta::specta]
pub async fn event_meanings(window: WebviewWindow) -> Result<Vec<EventMeaning>, Failure> {
    on_session(window, |session: &mut Session| session.event_meanings()).await
}

/// How many customers stay and what they are worth, in the range of a question.
#[tauri::command]
#[specta::specta]
pub async fn metrics(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    activity: Option<ActiveBy>,
) -> Result<Metrics, Failure> {
    aside(window, "metrics", move |session| session.metrics(map, &question, activity)).await
}

/// What customers will spend in the year after the data; nothing where the data do not allow to say.
#[tauri::command]
#[specta::specta]
pub async fn projection(
    window: WebviewWindow,
    map: MapId,
    question: Question,
) -> Result<Option<Projection>, Failure> {
    aside(window, "projection", move |session| session.projection(map, &question)).await
}

/// What is at stake at each node of a question's level, within 90 days.
#[tauri::command]
#[specta::specta]
pub async fn stakes(window: WebviewWindow, map: MapId, question: Question) -> Result<Stakes, Failure> {
    aside(window, "stakes", move |session| session.stakes(map, &question, HORIZON)).await
}
