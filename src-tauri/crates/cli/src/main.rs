//! `touchline`: the use cases of Touchline without a window, for scripts and for checking.
//!
//! JSON goes to standard output, progress and errors to standard error. The exit code is 0 only when all was done,
//! 2 for wrong usage and 1 otherwise.

mod arguments;
mod asking;
mod commands;
mod progress;
mod saying;
mod segment;
mod who;

use std::process::ExitCode;

use clap::Parser;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    if arguments.verbose || std::env::var_os("TOUCHLINE_LOG").is_some_and(|value| !value.is_empty()) {
        log();
    }
    match app::noted("command", || commands::run(&arguments)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("touchline: {error}");
            ExitCode::from(if error.is_usage() { 2 } else { 1 })
        }
    }
}

/// Sends what the app notes, and nothing that libraries say, to standard error.
fn log() {
    let only_ours = Targets::new().with_target(app::TRACE_TARGET, LevelFilter::INFO);
    let lines = layer().with_ansi(false).with_target(false).with_writer(std::io::stderr);
    Registry::default().with(lines.with_filter(only_ours)).init();
}
