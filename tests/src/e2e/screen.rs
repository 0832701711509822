//! What is on the screen, as the X server has it.

use std::path::PathBuf;
use std::process::Command;

use crate::e2e::out;

/// Takes a picture of the whole screen; `None` when the server is gone.
pub fn photograph(display: &str, name: &str) -> Option<PathBuf> {
    let path = out().join(format!("{name}.png"));
    let taken = Command::new("import").args(["-display", display, "-window", "root"]).arg(&path).status();
    taken.is_ok_and(|status| status.success()).then_some(path)
}

/// Runs `xdotool` on a display and gives what it prints; `None` when it fails, as it does when nothing is found.
pub fn xdotool(display: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new("xdotool")
        .env("DISPLAY", display)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("xdotool cannot be started: {error}"));
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
