//! The program as scripts run it.

use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Runs the program in a folder.
pub fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline"))
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the program runs")
}

/// What the program says as JSON, after seeing that it succeeded.
pub fn json(folder: &TempDir, arguments: &[&str]) -> Value {
    let output = run(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A folder with the sample workspace, `s.touchline`.
pub fn sample() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    json(&folder, &["sample", "s.touchline", "--json"]);
    folder
}
