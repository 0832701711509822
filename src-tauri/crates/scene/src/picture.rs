//! What a picture shows: a journey and its evidence.

use chrono_tz::Tz;
use model::{Journey, Level, Overlay};

use crate::{Locale, Theme};

/// What a picture shows, and how.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// The map.
    pub journey: &'a Journey,
    /// The name of the persona whose journey it is.
    pub persona: Option<&'a str>,
    /// What customers really did, if it is to be shown.
    pub evidence: Option<Evidence<'a>>,
    /// Light or dark.
    pub theme: Theme,
    /// The language.
    pub locale: Locale,
    /// The zone in which the legend's dates are days.
    pub zone: Tz,
}

/// What customers really did, at both levels: answers to the same question but for its level.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The answer at the level of stages.
    pub stages: &'a Overlay,
    /// The answer at the level of touchpoints.
    pub touchpoints: &'a Overlay,
    /// The level that the reader studies: its curves carry the numbers, the other's step back.
    pub level: Level,
    /// The name of the segment, if only its customers are counted.
    pub segment: Option<&'a str>,
    /// How many customers are in the sample.
    pub customers: u64,
}
