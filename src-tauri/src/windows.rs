//! The app's windows: more of them on the open workspace, and their going when it is closed.

use std::thread;
use std::time::Duration;

use app::{Failure, FailureCode, MapId};
use tauri::utils::config::WindowConfig;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::leaving::{self, Leaving};
use crate::open::apart;

/// How often it is looked whether windows have gone.
const BEAT: Duration = Duration::from_millis(20);

/// How many characters of a title stand on a window's frame.
const MOST_ON_FRAME: usize = 200;

/// Opens another window on the open workspace, which shows a map first.
#[tauri::command]
#[specta::specta]
pub async fn open_window(window: WebviewWindow, map: Option<MapId>) -> Result<(), Failure> {
    let open = window.app_handle().webview_windows();
    let free =
        (2..=open.len() + 2).map(|number| format!("window-{number}")).find(|label| !open.contains_key(label));
    let label = free.expect("there are more numbers than windows");
    let page = map.map_or_else(|| "index.html".to_owned(), |MapId(map)| format!("index.html?map={map}"));
    another(&window, label, page)?;
    Ok(())
}

/// Opens a window beside another, as large and in all that is configured like the first, on a page of the app.
pub fn another(window: &WebviewWindow, label: String, page: String) -> Result<WebviewWindow, Failure> {
    let unscaled = |size: tauri::PhysicalSize<u32>| {
        Ok::<_, tauri::Error>(size.to_logical::<f64>(window.scale_factor()?))
    };
    let size = window.inner_size().and_then(unscaled).map_err(not_opened)?;
    // Like the first window in all that is configured.
    let Some(first) = window.config().app.windows.first().cloned() else {
        return Err(not_opened(tauri::Error::WindowNotFound));
    };
    let (url, title) = (WebviewUrl::App(page.into()), window.title().unwrap_or_default());
    let config = WindowConfig { label, url, title, width: size.width, height: size.height, ..first };
    WebviewWindowBuilder::from_config(window, &config)
        .and_then(WebviewWindowBuilder::build)
        .map_err(not_opened)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn not_opened(error: tauri::Error) -> Failure {
    Failure::plain(FailureCode::Unexpected, &format!("The window cannot be opened: {error}."))
}

/// Names all windows after the workspace that they show.
pub fn name(app: &AppHandle, workspace: Option<&str>) {
    let named = |title| format!("{} – Touchline", on_frame(title));
    let title = workspace.map_or_else(|| "Touchline".to_owned(), named);
    for window in app.webview_windows().into_values() {
        // Only the name on the window's frame is at stake.
        let _ = window.set_title(&title);
    }
}

/// A title as a window's frame can show it: the system takes a NUL for a mistake of the program, and ends it.
fn on_frame(title: &str) -> String {
    title.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_ON_FRAME).collect()
}

/// Lets all windows but one go, since the workspace that they show is to be closed. Fails if something that was begun
/// in one of them could not be written.
pub async fn leave_alone(window: &WebviewWindow) -> Result<(), Failure> {
    let (app, keeps) = (window.app_handle().clone(), window.label().to_owned());
    let others = move || {
        let windows = app.webview_windows();
        windows.into_iter().filter(|(label, _)| *label != keeps).map(|(_, window)| window).collect::<Vec<_>>()
    };
    for other in others() {
        leaving::dismiss(&other);
    }
    let app = window.app_handle().clone();
    apart(window, move |_| {
        loop {
            let others = others();
            if others.is_empty() {
                return Ok(());
            }
            if others.iter().any(|other| app.state::<Leaving>().stays(other.label())) {
                return Err(Failure::plain(
                    FailureCode::WindowStays,
                    "Another window could not write what was begun in it; the workspace stays open.",
                ));
            }
            thread::sleep(BEAT);
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_can_stand_on_a_frame() {
        assert_eq!(on_frame("Web\0shop\n2026"), "Web shop 2026");
        assert_eq!(on_frame(&"é".repeat(10_000)).chars().count(), MOST_ON_FRAME);
    }
}
