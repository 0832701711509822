//! Prepares the window's configuration, permissions and icons for the build.

fn main() {
    tauri_build::build();
}
