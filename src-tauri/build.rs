//! Prepares the window's configuration, permissions and icons for the build.

fn main() {
    tauri_build::build();
    // The system's webview brings its own SQLite. Without this the linker would offer it ours by the same names.
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
}
