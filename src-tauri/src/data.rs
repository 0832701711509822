//! Data that leave the workspace, into a folder of their own.

use std::path::{Path, PathBuf};

use app::{DataExport, ExportedData, Failure, Progress, noted};
use tauri::ipc::Channel;
use tauri::{Manager, WebviewWindow};

use crate::chosen::{Chosen, Purpose};
use crate::dialogs::file_name;
use crate::open::on_session;
use crate::tasks::reporter;

/// Writes what the workspace holds as files into a new folder within the one that was chosen. Where it is stopped,
/// nothing is left.
#[tauri::command]
#[specta::specta]
pub async fn export_data(
    window: WebviewWindow,
    folder: String,
    asked: DataExport,
    progress: Channel<Progress>,
) -> Result<ExportedData, Failure> {
    let within = window.state::<Chosen>().file(Purpose::Data, &folder)?;
    let report = reporter(&window, progress);
    on_session(window, move |session| {
        let folder = new_folder(&within, &session.overview()?.title);
        noted("export_data", || session.export_data(&folder, &asked, &report))
    })
    .await
}

/// A folder that is not there yet, named after a workspace.
fn new_folder(within: &Path, title: &str) -> PathBuf {
    let name = file_name(title);
    let numbered = (2..).map(|count| within.join(format!("{name} ({count})")));
    let mut names = std::iter::once(within.join(&name)).chain(numbered);
    names.find(|folder| std::fs::symlink_metadata(folder).is_err()).unwrap_or_else(|| within.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_never_come_to_be_among_other_files() {
        let within = tempfile::tempdir().unwrap();
        for name in ["a b", "a b (2)", "a b (3)"] {
            let folder = new_folder(within.path(), "a/b");
            assert_eq!(folder, within.path().join(name));
            std::fs::create_dir(folder).unwrap();
        }
    }
}
