//! A progress bar on standard error, drawn only on a terminal.

use app::{Phase, Progress};
use indicatif::{ProgressBar, ProgressStyle};

/// Shows how far a long task is.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar that has not begun.
    pub fn new() -> Self {
        let bar = ProgressBar::new(1);
        if let Ok(style) = ProgressStyle::with_template("{msg:8} {wide_bar} {percent:>3} %  {eta}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Shows this progress.
    pub fn show(&self, progress: Progress) {
        self.0.set_message(match progress.phase {
            Phase::Reading => "reading",
            Phase::Storing => "storing",
            Phase::Writing => "writing",
        });
        self.0.set_length(progress.of.max(1));
        self.0.set_position(progress.done);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
