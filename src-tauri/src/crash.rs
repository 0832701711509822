//! What is left when the app breaks: where in the program, in which version, on what system. The message of a panic is
//! not kept, for it may quote what the user works on.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use app::Failure;
use tauri::{AppHandle, Manager};

use crate::open::apart;
use crate::private;

/// The report's file, in the folder of the app's own data.
const REPORT: &str = "crash.txt";

/// Leaves a report in a folder whenever something panics from now on, besides what is told already; not for the
/// damage of a file that is read.
pub fn watch(folder: &Path) {
    let file = folder.join(REPORT);
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // A full disk must not hide the panic itself.
        let _ = leave(&file, info);
        told(info);
    }));
    app::hush_damage();
}

fn leave(file: &Path, info: &PanicHookInfo<'_>) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        private::folder(folder)?;
    }
    let mut file = private::file(file, OpenOptions::new().create(true).write(true).truncate(true))?;
    file.write_all(report(info).as_bytes())
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let mut text = String::new();
    let place = info.location().map_or_else(|| "unknown".to_owned(), ToString::to_string);
    let thread = thread::current();
    // Writing to a text cannot fail.
    let _ = writeln!(text, "Touchline {}", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "System: {} {}", std::env::consts::OS, std::env::consts::ARCH);
    let _ = writeln!(text, "Where: {place}");
    let _ = writeln!(text, "Thread: {}", thread.name().unwrap_or("unnamed"));
    let _ = write!(text, "\n{}", Backtrace::force_capture());
    text
}

fn file(app: &AppHandle) -> Option<PathBuf> {
    Some(app.path().app_data_dir().ok()?.join(REPORT))
}

/// What an earlier run of the app left when it broke.
#[tauri::command]
#[specta::specta]
pub async fn crash_report(app: AppHandle) -> Result<Option<String>, Failure> {
    let file = file(&app);
    apart(&app, move |_| Ok(file.and_then(|file| fs::read_to_string(file).ok()))).await
}

/// Deletes the report.
#[tauri::command]
#[specta::specta]
pub async fn forget_crash(app: AppHandle) -> Result<(), Failure> {
    let file = file(&app);
    apart(&app, move |_| {
        // One that cannot be deleted is offered again; nothing else comes of it.
        let _ = file.map(fs::remove_file);
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_where_and_nothing_of_what() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data").join(REPORT);
        let kept = file.clone();
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| leave(&kept, info).unwrap()));
        let broken = thread::Builder::new().name("work".to_owned()).spawn(|| {
            let customers: Vec<String> = vec!["Nora's secret".to_owned()];
            panic!("cannot read {customers:?}");
        });
        broken.unwrap().join().unwrap_err();
        panic::set_hook(before);
        let report = fs::read_to_string(file).unwrap();
        let version = concat!("Touchline ", env!("CARGO_PKG_VERSION"));
        for told in [version, "System: ", "crash.rs:", "Thread: work", "a_report_says_where"] {
            assert!(report.contains(told), "{told} is not in\n{report}");
        }
        assert!(!report.contains("Nora") && !report.contains("cannot read"), "{report}");
    }
}
