//! What the window may ask about ways through a map: funnels, variants and paths.

use app::{
    Branch, Failure, Funnel, FunnelCounts, Locale, MapId, PathsOf, Question, Theme, TouchpointId, Variants,
    VariantsOf, Way,
};
use tauri::WebviewWindow;

use crate::open::{aside, on_session};

/// How far customers come along a funnel on a map, as a question has it.
#[tauri::command]
#[specta::specta]
pub async fn funnel(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    funnel: Funnel,
) -> Result<FunnelCounts, Failure> {
    aside(window, "funnel", move |session| session.funnel(map, &question, &funnel)).await
}

/// The most frequent variants on a map, at the level of a question.
#[tauri::command]
#[specta::specta]
pub async fn variants(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    of: VariantsOf,
) -> Result<Variants, Failure> {
    aside(window, "variants", move |session| session.variants(map, &question, of)).await
}

/// The paths from or to a node of a map, as a question has it.
#[tauri::command]
#[specta::specta]
pub async fn paths(
    window: WebviewWindow,
    map: MapId,
    question: Question,
    of: PathsOf,
) -> Result<Branch, Failure> {
    aside(window, "paths", move |session| session.paths(map, &question, of)).await
}

/// The way along touchpoints of a map, to be laid over its picture.
#[tauri::command]
#[specta::specta]
pub async fn way_along(
    window: WebviewWindow,
    touchpoints: Vec<TouchpointId>,
    map: MapId,
    theme: Theme,
    locale: Locale,
) -> Result<Way, Failure> {
    on_session(window, move |session| session.way_along(&touchpoints, map, theme, locale)).await
}
