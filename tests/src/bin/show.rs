//! Opens the app where there is no display, waits until its map is displayed, and leaves what it saw as pictures.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;
use tests::e2e::Desk;

fn main() -> ExitCode {
    let Some(workspace) = std::env::args_os().nth(1) else {
        eprintln!("usage: show FILE.touchline");
        return ExitCode::from(2);
    };
    let workspace = PathBuf::from(workspace);
    let out = PathBuf::from("out");
    if let Err(error) = std::fs::create_dir_all(&out) {
        eprintln!("show: {}: {error}", out.display());
        return ExitCode::FAILURE;
    }
    let desk = Desk::set();
    show(&desk, &workspace, &out.join("window.png"));
    export(&desk, &workspace, &out);
    ExitCode::SUCCESS
}

/// Photographs the window once its map and the numbers on it are displayed.
fn show(desk: &Desk, workspace: &Path, picture: &Path) {
    let window = desk.open(Some(workspace));
    window.shows("canvas");
    window.reads("coverage", |text| text.contains('%'));
    window.picture("window").write(picture);
    println!("the window: {}", picture.display());
    window.close();
}

/// Exports the workspace's first map.
fn export(desk: &Desk, workspace: &Path, out: &Path) {
    let workspace = workspace.to_string_lossy();
    let maps: Value =
        serde_json::from_str(&desk.touchline(["maps", &workspace, "--json"])).unwrap_or_default();
    let title = maps[0]["title"].as_str().unwrap_or_default();
    for name in ["map.png", "map.svg"] {
        let path = out.join(name);
        desk.touchline(["export", &workspace, "--map", title, "--out", &path.to_string_lossy()]);
        println!("the map “{title}”: {}", path.display());
    }
}
