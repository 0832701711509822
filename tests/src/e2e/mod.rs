//! The real app on a desk of its own: an X server, a session bus, a home folder and a WebDriver, all of which end
//! with the test.
//!
//! Journeys wait for what a user would see, never for a span of time. Only one desk is set at a time, whatever
//! runs the tests.

mod chooser;
mod desk;
mod picture;
mod process;
mod screen;
mod wait;
mod window;

pub use chooser::Chooser;
pub use desk::Desk;
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
    let own = std::env::current_exe().expect("a running test has a path");
    let folder = own.parent().and_then(Path::parent).expect("tests lie in target/PROFILE/deps");
    let path = folder.join(name);
    assert!(path.exists(), "{} is missing: build it first (`make build`)", path.display());
    path
}

/// Where journeys leave pictures of what they saw.
pub fn out() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../out/e2e");
    std::fs::create_dir_all(&folder).expect("the checkout can be written");
    folder.canonicalize().expect("it was just made")
}
