//! The desktop shell of Touchline.

fn main() {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .run(tauri::generate_context!())
        .expect("without a window there is nothing to go on with");
}
