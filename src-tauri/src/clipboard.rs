//! Touchpoints by way of the system's clipboard: there they are an outline that any program takes, and here all that
//! they are, for as long as the clipboard has that outline.

use std::sync::{Mutex, PoisonError};

use app::{Clip, CopiedAs, ExportOptions, Failure, FailureCode, MapId, Pasted, Pixels, PutAt, TouchpointId};
use arboard::{Clipboard, Error, ImageData};
use tauri::{Manager, WebviewWindow};

use crate::open::{apart, on_session};

/// What was copied last, with the way to the clipboard: the system may ask for its content later.
#[derive(Default)]
pub struct Copied(Mutex<(Option<Clipboard>, Option<Clip>)>);

impl Copied {
    fn put(&self, clip: Clip) -> Result<(), Error> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (clipboard, copied) = &mut *place;
        opened(clipboard)?.set_text(clip.text())?;
        *copied = Some(clip);
        Ok(())
    }

    /// Puts something there that is no touchpoint.
    fn put_other(&self, put: impl FnOnce(&mut Clipboard) -> Result<(), Error>) -> Result<(), Failure> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (clipboard, copied) = &mut *place;
        *copied = None;
        opened(clipboard).and_then(put).map_err(|error| refused(&error))
    }

    /// The text of the clipboard, and what was copied if that is it.
    fn take(&self) -> Result<(String, Option<Clip>), Error> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (clipboard, copied) = &mut *place;
        let text = match opened(clipboard)?.get_text() {
            Err(Error::ContentNotAvailable) => String::new(),
            text => text?,
        };
        let ours = copied.as_ref().filter(|clip| clip.text() == text).cloned();
        Ok((text, ours))
    }
}

fn opened(place: &mut Option<Clipboard>) -> Result<&mut Clipboard, Error> {
    match place {
        Some(clipboard) => Ok(clipboard),
        None => Ok(place.insert(Clipboard::new()?)),
    }
}

fn refused(error: &Error) -> Failure {
    Failure::plain(FailureCode::NoClipboard, &format!("The system's clipboard cannot be used: {error}."))
}

/// Takes touchpoints of a map to the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn copy_touchpoints(
    window: WebviewWindow,
    map: MapId,
    touchpoints: Vec<TouchpointId>,
) -> Result<(), Failure> {
    let clip = on_session(window.clone(), move |session| session.clip(map, &touchpoints)).await?;
    let app = window.app_handle().clone();
    apart(&window, move |_| app.state::<Copied>().put(clip).map_err(|error| refused(&error))).await
}

/// Takes the address of a link to the clipboard: the window itself leads nowhere.
#[tauri::command]
#[specta::specta]
pub async fn copy_address(window: WebviewWindow, address: String) -> Result<(), Failure> {
    let app = window.app_handle().clone();
    apart(&window, move |_| app.state::<Copied>().put_other(|clipboard| clipboard.set_text(address))).await
}

/// Takes a picture of the map in view to the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn copy_map(window: WebviewWindow, kind: CopiedAs, options: ExportOptions) -> Result<(), Failure> {
    let copying = on_session(window.clone(), move |session| session.copy_map(&options)).await?;
    let app = window.app_handle().clone();
    // Painting needs the session no more.
    apart(&window, move |_| {
        let copied = app.state::<Copied>();
        match kind {
            CopiedAs::Svg => copied.put_other(|clipboard| clipboard.set_text(copying.svg())),
            CopiedAs::Png => {
                let Pixels { width, height, bytes } = copying.pixels()?;
                let (width, height) = (width as usize, height as usize);
                let image = ImageData { width, height, bytes: bytes.into() };
                copied.put_other(|clipboard| clipboard.set_image(image))
            }
        }
    })
    .await
}

/// Puts on a map what the clipboard has: touchpoints, or a text that lists some.
#[tauri::command]
#[specta::specta]
pub async fn paste(window: WebviewWindow, map: MapId, spot: PutAt) -> Result<Pasted, Failure> {
    let app = window.app_handle().clone();
    let taken =
        apart(&window, move |_| app.state::<Copied>().take().map_err(|error| refused(&error))).await?;
    on_session(window, move |session| match taken {
        (_, Some(clip)) => session.paste(map, &clip, spot),
        (text, None) => session.paste_text(map, &text, spot),
    })
    .await
}

/// Puts touchpoints on their map once more.
#[tauri::command]
#[specta::specta]
pub async fn duplicate(
    window: WebviewWindow,
    map: MapId,
    touchpoints: Vec<TouchpointId>,
) -> Result<Pasted, Failure> {
    on_session(window, move |session| session.duplicate(map, &touchpoints)).await
}
