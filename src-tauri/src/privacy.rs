//! What is asked for people's sake: a record of one, and a copy in which nobody is known.

use app::{CustomerId, Disguise, Disguised, Failure, Locale};
use tauri::{Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::open::on_session;

/// Writes all that is stored of a customer: as JSON if the file ends so, else as a page in a language.
#[tauri::command]
#[specta::specta]
pub async fn export_record(
    window: WebviewWindow,
    path: String,
    customer: CustomerId,
    locale: Locale,
) -> Result<(), Failure> {
    let path = window.state::<Chosen>().file(Purpose::Record, &path)?;
    on_session(window, move |session| session.write_record_of(customer, &path, locale)).await
}

/// Writes a copy for others, in which nobody is known by name.
#[tauri::command]
#[specta::specta]
pub async fn disguise(window: WebviewWindow, path: String, disguise: Disguise) -> Result<Disguised, Failure> {
    let path = window.state::<Chosen>().file(Purpose::Create, &path)?;
    on_session(window, move |session| session.disguise(&path, &disguise)).await
}
