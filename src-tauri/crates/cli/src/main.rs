//! `touchline`: the use cases of Touchline without a window, for scripts and for checking.
//!
//! JSON goes to standard output, progress and errors to standard error. The exit code is 0 only when all was done,
//! 2 for wrong usage and 1 otherwise.

mod arguments;
mod commands;
mod progress;
mod who;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match commands::run(&arguments::Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("touchline: {error}");
            ExitCode::from(if error.is_usage() { 2 } else { 1 })
        }
    }
}
