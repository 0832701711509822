//! What the window may ask of the open workspace: each command is one call of the session.

use app::{
    Avatar, Changes, Detail, Edit, ExportOptions, Exported, Failure, Finds, Hit, Idea, Locale, MapId,
    MapView, Move, NewCard, Overview, PersonaFacts, PersonaId, PersonaSheet, Primitive, ProposedStep,
    Question, Scene, SceneChanges, SceneItem, Session, SheetOptions, Sought, StoryStepId, SubJourney,
    Template, Theme, TouchpointId, View, Wanted,
};
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::{Open, apart, aside, counting, on_session};

/// What the workspace holds besides the map in view.
#[tauri::command]
#[specta::specta]
pub async fn overview(window: WebviewWindow) -> Result<Overview, Failure> {
    on_session(window, |session| session.overview()).await
}

/// Shows a map: its parts, its whole picture and its numbers.
#[tauri::command]
#[specta::specta]
pub async fn view_map(window: WebviewWindow, view: View) -> Result<MapView, Failure> {
    counting(window, move |session| session.view_map(view)).await
}

/// Shows the same map in answer to another question, or in another theme or language.
#[tauri::command]
#[specta::specta]
pub async fn ask(window: WebviewWindow, view: View) -> Result<Changes, Failure> {
    counting(window, move |session| session.ask(view)).await
}

/// Stops the count that a map or a question waits for, since another is asked for; it then fails as cancelled.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn stop_counting(window: WebviewWindow) {
    window.state::<Open>().stop_counting(window.label());
}

/// Carries out an edit: one step of history.
#[tauri::command]
#[specta::specta]
pub async fn edit(window: WebviewWindow, edit: Edit) -> Result<Changes, Failure> {
    on_session(window, move |session| session.edit(&edit)).await
}

/// An image file made small, in Base64, to be put on touchpoints.
#[tauri::command]
#[specta::specta]
pub async fn read_image(app: AppHandle, path: String) -> Result<String, Failure> {
    let path = app.state::<Chosen>().file(Purpose::Image, &path)?;
    apart(&app, move |_| Ok(app::read_image(&path)?.text())).await
}

/// Shows where cards would stand while they are dragged; nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn preview(window: WebviewWindow, moves: Vec<Move>) -> Result<SceneChanges, Failure> {
    on_session(window, move |session| session.preview(&moves)).await
}

/// The ghost paths of a card on the map in view that its picture leaves out, to be laid over it.
#[tauri::command]
#[specta::specta]
pub async fn ghosts_of(window: WebviewWindow, touchpoint: TouchpointId) -> Result<Vec<SceneItem>, Failure> {
    on_session(window, move |session| session.ghosts_of(touchpoint)).await
}

/// Where a card that is wanted would stand; nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn new_card(window: WebviewWindow, wanted: Wanted) -> Result<NewCard, Failure> {
    on_session(window, move |session| session.new_card(&wanted)).await
}

/// Where a text stands on the map in view.
#[tauri::command]
#[specta::specta]
pub async fn find(window: WebviewWindow, sought: Sought) -> Result<Vec<Hit>, Failure> {
    on_session(window, move |session| session.find(&sought)).await
}

/// What becomes of those who begin a map that a touchpoint opens, as a question has it.
#[tauri::command]
#[specta::specta]
pub async fn sub_journey(
    window: WebviewWindow,
    map: MapId,
    question: Question,
) -> Result<Option<SubJourney>, Failure> {
    on_session(window, move |session| session.sub_journey(map, &question)).await
}

/// Where a text stands in all that people have written in the workspace.
#[tauri::command]
#[specta::specta]
pub async fn find_anywhere(window: WebviewWindow, typed: String, locale: Locale) -> Result<Finds, Failure> {
    on_session(window, move |session| session.find_anywhere(&typed, locale)).await
}

/// What other windows have changed since this one was last told.
#[tauri::command]
#[specta::specta]
pub async fn catch_up(window: WebviewWindow) -> Result<Changes, Failure> {
    on_session(window, |session| Ok(session.catch_up())).await
}

/// Takes back the last step.
#[tauri::command]
#[specta::specta]
pub async fn undo(window: WebviewWindow) -> Result<Changes, Failure> {
    on_session(window, Session::undo).await
}

/// Does the step again that was taken back last.
#[tauri::command]
#[specta::specta]
pub async fn redo(window: WebviewWindow) -> Result<Changes, Failure> {
    on_session(window, Session::redo).await
}

/// The steps of a story for the map in view; nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn propose_story(window: WebviewWindow) -> Result<Vec<ProposedStep>, Failure> {
    counting(window, Session::propose_story).await
}

/// The picture that a step of a story shows.
#[tauri::command]
#[specta::specta]
pub async fn story_scene(
    window: WebviewWindow,
    step: StoryStepId,
    theme: Theme,
    locale: Locale,
) -> Result<Scene, Failure> {
    on_session(window, move |session| session.story_scene(step, theme, locale)).await
}

/// What the map in view looks like as it is exported.
#[tauri::command]
#[specta::specta]
pub async fn export_scene(window: WebviewWindow, options: ExportOptions) -> Result<Scene, Failure> {
    on_session(window, move |session| session.export_scene(&options)).await
}

/// Writes the map in view as a picture, and tells where and what it lacks.
#[tauri::command]
#[specta::specta]
pub async fn export_map(
    window: WebviewWindow,
    path: String,
    options: ExportOptions,
) -> Result<Exported, Failure> {
    let to = window.state::<Chosen>().file(Purpose::Picture, &path)?;
    let export = on_session(window.clone(), move |session| session.export_map(&to, &options)).await?;
    // Painting needs the session no more.
    apart(&window, move |_| Ok(export.write()?)).await
}

/// The sheet of a persona.
#[tauri::command]
#[specta::specta]
pub async fn persona_sheet(
    window: WebviewWindow,
    persona: PersonaId,
    theme: Theme,
    locale: Locale,
) -> Result<PersonaSheet, Failure> {
    on_session(window, move |session| session.persona_sheet(persona, theme, locale)).await
}

/// What the data say of the customers of a persona. It stops the look before it.
#[tauri::command]
#[specta::specta]
pub async fn persona_facts(
    window: WebviewWindow,
    persona: PersonaId,
) -> Result<Option<PersonaFacts>, Failure> {
    aside(window, "persona_facts", move |session| session.persona_facts(persona)).await
}

/// Writes the sheet of a persona as a picture, and tells where and what it lacks.
#[tauri::command]
#[specta::specta]
pub async fn export_persona(
    window: WebviewWindow,
    path: String,
    persona: PersonaId,
    options: SheetOptions,
) -> Result<Exported, Failure> {
    let to = window.state::<Chosen>().file(Purpose::Picture, &path)?;
    let export = on_session(window.clone(), move |session| session.export_persona(persona, &to, &options));
    let export = export.await?;
    apart(&window, move |_| Ok(export.write()?)).await
}

/// Avatars, in squares of a size.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn portraits(avatars: Vec<Avatar>, size: u16) -> Vec<Vec<Primitive>> {
    avatars.iter().map(|&avatar| app::portrait(avatar, f64::from(size))).collect()
}

/// Adds a map of the events that are there, in the words of a language.
#[tauri::command]
#[specta::specta]
pub async fn discover_map(
    window: WebviewWindow,
    title: String,
    detail: Detail,
    locale: Locale,
) -> Result<Changes, Failure> {
    on_session(window, move |session| session.discover_map(&title, detail, locale)).await
}

/// Adds a touchpoint for an event, in the stage where customers come upon it.
#[tauri::command]
#[specta::specta]
pub async fn add_touchpoint_for(
    window: WebviewWindow,
    map: MapId,
    event: String,
) -> Result<Changes, Failure> {
    on_session(window, move |session| session.add_touchpoint_for(map, &event)).await
}

/// Puts the cards of a map in order: those of some touchpoints, or all of them.
#[tauri::command]
#[specta::specta]
pub async fn tidy_up(window: WebviewWindow, map: MapId, only: Vec<TouchpointId>) -> Result<Changes, Failure> {
    on_session(window, move |session| session.tidy_up(map, &only)).await
}

/// What can be tried in a stage with a title, in a language.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its arguments over by value")]
pub fn ideas(stage: String, locale: Locale) -> Vec<Idea> {
    app::ideas(&stage, locale)
}

/// The templates of a new map, in a language.
#[tauri::command]
#[specta::specta]
pub async fn templates(window: WebviewWindow, locale: Locale) -> Result<Vec<Template>, Failure> {
    apart(&window, move |_| Ok(app::templates(locale))).await
}

/// The picture of a map as a template makes it, with what it holds or its stages alone.
#[tauri::command]
#[specta::specta]
pub async fn template_scene(
    window: WebviewWindow,
    template: String,
    examples: bool,
    theme: Theme,
    locale: Locale,
) -> Result<Scene, Failure> {
    apart(&window, move |_| Ok(app::template_scene(&template, examples, theme, locale)?)).await
}

/// Keeps a map as a template, and gives its id.
#[tauri::command]
#[specta::specta]
pub async fn keep_template(window: WebviewWindow, map: MapId, title: String) -> Result<String, Failure> {
    on_session(window, move |session| session.keep_template(map, &title)).await
}

/// Renames a template that was kept.
#[tauri::command]
#[specta::specta]
pub async fn rename_template(window: WebviewWindow, template: String, title: String) -> Result<(), Failure> {
    apart(&window, move |_| Ok(app::rename_template(&template, &title)?)).await
}

/// Deletes a template that was kept.
#[tauri::command]
#[specta::specta]
pub async fn delete_template(window: WebviewWindow, template: String) -> Result<(), Failure> {
    apart(&window, move |_| Ok(app::delete_template(&template)?)).await
}
