//! The program that libFuzzer drives. `TOUCHLINE_FUZZ` names the target.
#![no_main]

use std::env;
use std::sync::OnceLock;

use fuzz::{TARGETS, Target};
use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<Target> = OnceLock::new();

fn named() -> Target {
    // libFuzzer's own hook ends the program at any panic.
    exchange::hush_damage();
    let name = env::var("TOUCHLINE_FUZZ").expect("TOUCHLINE_FUZZ names a target");
    TARGETS.iter().find(|target| target.0 == name).expect("there is such a target").1
}

fuzz_target!(|bytes: &[u8]| TARGET.get_or_init(named)(bytes));
