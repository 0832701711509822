//! What the window may ask about the quality of the data.

use app::{Changes, Duplicates, Failure, FlawEffect, Likeness, MapId, OfFlaw, Quality, Question};
use tauri::{Manager, WebviewWindow};

use crate::open::{Open, aside, on_session};

const LOOK: &str = "quality";
const EFFECT: &str = "flaw_effect";

/// What is wrong with the data. It stops the look before it.
#[tauri::command]
#[specta::specta]
pub async fn quality(window: WebviewWindow, map: Option<MapId>) -> Result<Quality, Failure> {
    aside(window, LOOK, move |session| session.quality(map)).await
}

/// What a flaw does to the rates of a map. It stops the one before it.
#[tauri::command]
#[specta::specta]
pub async fn flaw_effect(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    flaw: OfFlaw,
) -> Result<FlawEffect, Failure> {
    aside(window, EFFECT, move |session| session.flaw_effect(map, &question, &flaw)).await
}

/// What merging customers who are alike would do.
#[tauri::command]
#[specta::specta]
pub async fn duplicates(window: WebviewWindow, by: Likeness) -> Result<Duplicates, Failure> {
    on_session(window, move |session| session.duplicates(by)).await
}

/// Merges customers who are alike.
#[tauri::command]
#[specta::specta]
pub async fn merge_duplicates(window: WebviewWindow, by: Likeness) -> Result<Changes, Failure> {
    on_session(window, move |session| Ok(session.merge_duplicates(by)?.1)).await
}

/// Stops looking at the quality of the data, since it is not wanted any more; what is waited for then fails as cancelled.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn stop_quality(window: WebviewWindow) {
    let open = window.state::<Open>();
    open.stop_aside(window.label(), LOOK);
    open.stop_aside(window.label(), EFFECT);
}
