//! What the window may ask while the rule of a segment is written.

use app::{
    AttributeValue, EventCount, Failure, MapId, MapPlaces, NamedCustomers, Overlaps, Rule, RuleTrial,
    SegmentId, Session,
};
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::{Open, aside, on_session};

/// The rule of a segment, with what it refers to by row.
#[tauri::command]
#[specta::specta]
pub async fn segment_rule(window: WebviewWindow, segment: SegmentId) -> Result<Rule, Failure> {
    on_session(window, move |session| session.segment_rule(segment)).await
}

/// What a rule would mean, for a new segment or one that there is. It stops the trial before it, which then fails as
/// cancelled.
#[tauri::command]
#[specta::specta]
pub async fn try_rule(
    window: WebviewWindow,
    rule: Rule,
    segment: Option<SegmentId>,
) -> Result<RuleTrial, Failure> {
    let cancel = window.state::<Open>().start_trial(window.label());
    on_session(window, move |session| session.heeding(cancel, |session| session.try_rule(&rule, segment)))
        .await
}

/// A rule in the language of rules.
#[tauri::command]
#[specta::specta]
pub async fn text_of_rule(window: WebviewWindow, rule: Rule) -> Result<String, Failure> {
    on_session(window, move |session| session.text_of_rule(&rule)).await
}

/// The customers that a file names by their keys; nothing is imported.
#[tauri::command]
#[specta::specta]
pub async fn customers_in_file(
    app: AppHandle,
    window: WebviewWindow,
    path: String,
) -> Result<NamedCustomers, Failure> {
    let path = app.state::<Chosen>().file(Purpose::Import, &path)?;
    on_session(window, move |session: &mut Session| session.customers_in_file(&path)).await
}

/// How some segments overlap. It stops what was asked for before.
#[tauri::command]
#[specta::specta]
pub async fn overlaps(window: WebviewWindow, segments: Vec<SegmentId>) -> Result<Overlaps, Failure> {
    aside(window, "overlaps", move |session| session.overlaps(&segments)).await
}

/// The rule that a text in the language of rules says.
#[tauri::command]
#[specta::specta]
pub async fn read_rule(window: WebviewWindow, text: String) -> Result<Rule, Failure> {
    on_session(window, move |session| session.read_rule(&text)).await
}

/// The most frequent values of an attribute that have a text in them.
#[tauri::command]
#[specta::specta]
pub async fn attribute_values(
    window: WebviewWindow,
    attribute: String,
    search: String,
) -> Result<Vec<AttributeValue>, Failure> {
    on_session(window, move |session| session.attribute_values(&attribute, &search)).await
}

/// The channels that interactions came through, the most frequent first.
#[tauri::command]
#[specta::specta]
pub async fn channel_counts(window: WebviewWindow) -> Result<Vec<EventCount>, Failure> {
    on_session(window, Session::channel_counts).await
}

/// The places of a map that a rule may refer to.
#[tauri::command]
#[specta::specta]
pub async fn map_places(window: WebviewWindow, map: MapId) -> Result<MapPlaces, Failure> {
    on_session(window, move |session| session.map_places(map)).await
}
