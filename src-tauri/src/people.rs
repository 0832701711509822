//! What the window may ask about people: lists of them, and one of them.

use app::{
    Aged, Changes, Customer, CustomerId, Erasure, Expiry, Failure, FileColumn, Listing, Locale, MapId, Page,
    People, Progress, Reader, Session, Theme, TimelineEntry, Way,
};
use tauri::ipc::Channel;
use tauri::{Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::on_session;
use crate::recent::Shelf;
use crate::tasks::reporter;

/// A page of a list of people, with their values of some attributes, and how many there are.
#[tauri::command]
#[specta::specta]
pub async fn people(
    window: WebviewWindow,
    listing: Listing,
    attributes: Vec<String>,
    page: Page,
) -> Result<People, Failure> {
    on_session(window, move |session| session.people(&listing, &attributes, page)).await
}

/// Reads the words by which customers are found, some at a time, and gives how many customers are left. Until none are,
/// a search waits for it.
#[tauri::command]
#[specta::specta]
pub async fn prepare_search(window: WebviewWindow) -> Result<u32, Failure> {
    on_session(window, Session::prepare_search).await
}

/// Writes a list of people as CSV in the language of its reader, and gives how many rows it has. Where it is stopped, a
/// file that is there already stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn export_people(
    window: WebviewWindow,
    path: String,
    listing: Listing,
    columns: Vec<FileColumn>,
    locale: Locale,
    progress: Channel<Progress>,
) -> Result<u32, Failure> {
    let path = window.state::<Chosen>().file(Purpose::List, &path)?;
    let report = reporter(&window, progress);
    let rows = on_session(window, move |session| {
        let reader = Reader::Spreadsheet(locale);
        session.export_people(&path, &listing, &columns, reader, &report)
    });
    Ok(u32::try_from(rows.await?).unwrap_or(u32::MAX))
}

/// Adds a segment of those on a list of people.
#[tauri::command]
#[specta::specta]
pub async fn keep_list(window: WebviewWindow, name: String, listing: Listing) -> Result<Changes, Failure> {
    on_session(window, move |session| session.keep_list(&name, &listing)).await
}

/// Who a customer is.
#[tauri::command]
#[specta::specta]
pub async fn customer(window: WebviewWindow, customer: CustomerId) -> Result<Customer, Failure> {
    on_session(window, move |session| session.customer(customer)).await
}

/// Erases a customer from the workspace, its backups and the list of recent files, for good. Where `everywhere` is not
/// set, values and events that only this customer has stay in the rules of segments and on maps.
#[tauri::command]
#[specta::specta]
pub async fn erase_customer(
    window: WebviewWindow,
    customer: CustomerId,
    everywhere: bool,
) -> Result<Erasure, Failure> {
    let app = window.app_handle().clone();
    let erase = move |session: &mut Session| {
        let known = session.known_of(customer)?;
        Ok((known, session.erase_customer(customer, everywhere)?))
    };
    let (known, erasure) = on_session(window, erase).await?;
    if let Some(shelf) = Shelf::of(&app) {
        shelf.forget_where(|text| known.are_named_in(text));
    }
    Ok(erasure)
}

/// What is older than an age, such as `2y`, or before a date.
#[tauri::command]
#[specta::specta]
pub async fn aged(window: WebviewWindow, age: String) -> Result<Aged, Failure> {
    on_session(window, move |session| session.aged(&age)).await
}

/// Erases the interactions that are older than an age or before a date, for good; with them the customers who have no
/// others, if they are to go or nothing else is known of them.
#[tauri::command]
#[specta::specta]
pub async fn expire(window: WebviewWindow, age: String, with_customers: bool) -> Result<Expiry, Failure> {
    on_session(window, move |session| session.expire(&age, with_customers)).await
}

/// A page of what a customer did, each with the touchpoint of a map that lists it.
#[tauri::command]
#[specta::specta]
pub async fn timeline(
    window: WebviewWindow,
    customer: CustomerId,
    map: Option<MapId>,
    page: Page,
) -> Result<Vec<TimelineEntry>, Failure> {
    on_session(window, move |session| session.timeline(customer, map, page)).await
}

/// A customer's way over a map, to be laid over its picture.
#[tauri::command]
#[specta::specta]
pub async fn customer_way(
    window: WebviewWindow,
    customer: CustomerId,
    map: MapId,
    theme: Theme,
    locale: Locale,
) -> Result<Way, Failure> {
    on_session(window, move |session| session.way(customer, map, theme, locale)).await
}
