//! `touchline`: the use cases of Touchline without a window, for scripts and for checking.
//!
//! JSON goes to standard output, progress and errors to standard error. The exit code is 0 only when all was done,
//! 2 for wrong usage, 3 where a passphrase is missing or wrong, 141 where nobody reads the result to its end, and 1 otherwise.

mod arguments;
mod asking;
mod backup;
mod closer;
mod commands;
mod comparing;
mod duplicates;
mod erasing;
mod exporting;
mod find;
mod history;
mod import;
mod leaving;
mod merging;
mod passphrase;
mod privacy;
mod progress;
mod protect;
mod quality;
mod saying;
mod segment;
mod sequences;
mod who;
mod worth;

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use clap::Parser;
use saying::{Stop, harmless, warn};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};

/// The code of programs that SIGPIPE ends, as shells count it.
const CLOSED_PIPE: u8 = 128 + 13;

/// The code for a passphrase that is missing or wrong.
const LOCKED: u8 = 3;

/// The folder of the user's settings, as the window names it.
const APP: &str = "org.touchline.desktop";

fn main() -> ExitCode {
    app::hush_damage();
    let arguments = match arguments::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => return usage(&answer),
    };
    if arguments.verbose || std::env::var_os("TOUCHLINE_LOG").is_some_and(|value| !value.is_empty()) {
        log();
    }
    if let Some(settings) = dirs::config_dir() {
        app::keep_settings_in(settings.join(APP));
    }
    match app::noted("command", || commands::run(&arguments)) {
        Ok(code) => code,
        Err(Stop::App(error)) => {
            warn(format_args!("touchline: {error}"));
            if error.is_locked() {
                warn("touchline: give the passphrase with --passphrase-file or TOUCHLINE_PASSPHRASE");
            }
            ExitCode::from(if error.is_locked() { LOCKED } else { u8::from(error.is_usage()) + 1 })
        }
        Err(Stop::Output(error)) => unsaid(&error),
    }
}

/// Prints what the command line was answered with: help, the version or what is wrong with it.
fn usage(answer: &clap::Error) -> ExitCode {
    let text = answer.to_string();
    let printed = if text.lines().all(|line| harmless(line) == line) {
        answer.print()
    } else {
        text.lines().for_each(warn);
        Ok(())
    };
    match printed {
        Err(error) if !answer.use_stderr() => unsaid(&error),
        _ => ExitCode::from(answer.exit_code() as u8),
    }
}

/// Ends as is usual where standard output cannot be written: quietly if nobody reads on.
fn unsaid(error: &io::Error) -> ExitCode {
    if error.kind() == ErrorKind::BrokenPipe {
        return ExitCode::from(CLOSED_PIPE);
    }
    warn(format_args!("touchline: the result cannot be written to standard output: {error}"));
    ExitCode::FAILURE
}

/// Sends what the app notes, and nothing that libraries say, to standard error.
fn log() {
    let only_ours = Targets::new().with_target(app::TRACE_TARGET, LevelFilter::INFO);
    let lines =
        layer().log_internal_errors(false).with_ansi(false).with_target(false).with_writer(io::stderr);
    Registry::default().with(lines.with_filter(only_ours)).init();
}
