//! What pictures promise of their graphs: no curve runs over a foreign card, no label hides anything.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod measure;
mod random_map;

use chrono_tz::Tz;
use fixtures::Story;
use measure::Quality;
use model::Level;
use scene::{Among, Evidence, Locale, Picture, Theme, lay_out};

fn quality(story: &Story) -> Quality {
    let scene = lay_out(&Picture {
        journey: &story.journey,
        persona: story.persona,
        evidence: Some(Evidence {
            stages: &story.stages,
            touchpoints: &story.touchpoints,
            level: Level::Touchpoint,
            among: &Among::Everybody,
            customers: 2412,
        }),
        theme: Theme::Light,
        locale: Locale::En,
        zone: Tz::UTC,
    });
    Quality::of(&scene)
}

/// How many random maps are tried.
fn cases() -> u64 {
    std::env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(24)
}

/// A picture is at least as good as this: collisions, labels left out, crossings.
fn check(name: &str, quality: &Quality, worst: (usize, usize, usize)) {
    println!("{name}: {quality}");
    let found = (quality.collisions(), quality.unlabelled, quality.crossings);
    let is_good = found.0 <= worst.0 && found.1 <= worst.1 && found.2 <= worst.2;
    assert!(is_good, "{name}: {found:?} is worse than {worst:?}: {quality}");
}

#[test]
fn maps_of_all_sizes_have_clear_pictures() {
    let stories = [
        ("shop, 12 cards", fixtures::shop(), (22, 0, 16)),
        ("circle, 8 cards", fixtures::circle(), (4, 0, 5)),
        ("crowd, 30 cards", fixtures::crowd(30, 50, 5), (203, 0, 190)),
        ("crowd, 60 cards", fixtures::crowd(60, 100, 5), (345, 1, 527)),
        ("crowd, 300 cards", fixtures::crowd(300, 510, 5), (2_214, 330, 5_909)),
    ];
    for (name, story, worst) in &stories {
        check(name, &quality(story), *worst);
    }
}

#[test]
fn random_maps_have_clear_pictures() {
    let mut sum = Quality::default();
    for seed in 0..cases() {
        sum.add(&quality(&random_map::story(seed)));
    }
    let each = |all: usize| all * cases() as usize / 24 + 1;
    check("random maps", &sum, (each(8_046), each(550), each(12_221)));
}
