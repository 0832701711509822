//! The real app on a desk of its own: an X server, a session bus, a home folder and a WebDriver, all of which end
//! with the test.
//!
//! Journeys wait for what a user would see, never for a span of time. Only one desk is set at a time, whatever
//! runs the tests.

mod chooser;
mod desk;
mod keyboard;
mod picture;
mod process;
mod screen;
mod wait;
mod window;

pub use chooser::Chooser;
pub use desk::Desk;
pub use keyboard::Keyboard;
pub use picture::{Difference, Picture};
pub use wait::{PATIENCE, until};
pub use window::{Place, Window, key};

use std::path::{Path, PathBuf};

/// A program of this workspace, as the same build left it.
///
/// # Panics
///
/// When it has not been built.
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("a running program has a path");
    // Programs lie in target/PROFILE, tests one folder further down.
    let beside = own.ancestors().skip(1).take(2).map(|folder| folder.join(name));
    let found = beside.clone().find(|path| path.exists());
    found.unwrap_or_else(|| {
        panic!(
            "{name} is missing: build it first (`make build`); looked for {:?}",
            beside.collect::<Vec<_>>()
        )
    })
}

/// Where journeys leave pictures of what they saw.
pub fn out() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../out/e2e");
    std::fs::create_dir_all(&folder).expect("the checkout can be written");
    folder.canonicalize().expect("it was just made")
}
