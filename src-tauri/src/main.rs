//! The desktop shell: its windows and dialogs and commands that only translate between them and `app::Session`.
//!
//! Nothing is decided here. No crate below this one knows that there is a window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod backups;
mod bindings;
mod chosen;
mod clipboard;
mod closer;
mod commands;
mod copies;
mod crash;
mod data;
mod dialogs;
mod guard;
mod handles;
mod history;
mod imports;
mod leaving;
mod log;
mod open;
mod people;
mod presenting;
mod privacy;
mod private;
mod protection;
mod quality;
mod recent;
mod rules;
mod sequences;
mod startup;
mod system;
mod tasks;
mod windows;
mod workspaces;
mod worth;

use std::io::Write;

use chosen::Chosen;
use clipboard::Copied;
use leaving::Leaving;
use open::Open;
use presenting::Presenting;
use startup::Named;
use tauri::{Manager, RunEvent};

fn main() {
    let bindings = bindings::commands();
    let window = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(guard::guard())
        .manage(Open::default())
        .manage(Named::from_environment())
        .manage(Leaving::default())
        .manage(Chosen::default())
        .manage(Copied::default())
        .manage(Presenting::default())
        .invoke_handler(bindings.invoke_handler())
        .setup(move |app| {
            // Without a folder for data there is neither a log nor a report.
            if let Ok(folder) = app.path().app_data_dir() {
                log::start(&folder.join("logs"));
                crash::watch(&folder);
                app::keep_templates_in(folder.join("templates"));
            }
            if let Ok(folder) = app.path().app_config_dir() {
                app::keep_settings_in(folder);
            }
            bindings.mount_events(app);
            handles::hold(app.handle());
            backups::go_on(app.handle());
            Ok(())
        })
        .on_window_event(leaving::on_window_event)
        .on_webview_event(chosen::on_webview_event)
        .build(tauri::generate_context!());
    match window {
        Ok(window) => window.run(|app, event| {
            if let RunEvent::Exit = event {
                // Closes the file in good order: an import still running is cancelled and leaves nothing.
                app.state::<Open>().close();
            }
        }),
        Err(error) => {
            // Standard error may be closed or full, which is no reason to panic.
            let _ = writeln!(std::io::stderr(), "touchline-desktop: the window cannot be opened: {error}");
            std::process::exit(1);
        }
    }
}
