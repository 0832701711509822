//! What the window may ask about people: lists of them, and one of them.

use app::{
    Changes, Customer, CustomerId, Failure, FileColumn, Listing, Locale, MapId, Page, People, Progress,
    Reader, Session, Theme, TimelineEntry, Way,
};
use tauri::ipc::Channel;
use tauri::{Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::on_session;
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

/// Erases a customer from the workspace and its backups, for good.
#[tauri::command]
#[specta::specta]
pub async fn erase_customer(window: WebviewWindow, customer: CustomerId) -> Result<Changes, Failure> {
    on_session(window, move |session| session.erase_customer(customer)).await
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
