//! What pictures promise of their graphs: no curve runs over a foreign card, no label hides anything.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod measure;
mod random_map;

use std::thread;

use fixtures::Story;
use measure::Quality;
use model::{Journey, Level};
use scene::{Layout, lay_out};

fn quality(story: &Story) -> Quality {
    Quality::of(&scene_of(story), &story.journey)
}

fn scene_of(story: &Story) -> scene::Scene {
    lay_out(&fixtures::picture(story, Level::Touchpoint))
}

/// How many random maps are tried.
fn cases() -> u64 {
    std::env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(24)
}

/// A picture without collisions, and as good as this: transitions and ghost paths without a label, crossings.
fn check(name: &str, quality: &Quality, worst: ([usize; 2], usize)) {
    println!("{name}: {quality}");
    assert_eq!(quality.collisions(), 0, "{name}: {quality}");
    let [drawn, ghosts] = quality.unlabelled;
    let is_good = drawn <= worst.0[0] && ghosts <= worst.0[1] && quality.crossings <= worst.1;
    assert!(is_good, "{name} is worse than {worst:?}: {quality}");
}

#[test]
fn maps_of_all_sizes_have_clear_pictures() {
    let stories = [
        ("shop, 12 cards", fixtures::shop(), ([0, 1], 6)),
        ("shop with labels", fixtures::labelled(fixtures::shop()), ([0, 1], 8)),
        ("crowd with labels", fixtures::labelled(fixtures::crowd(60, 100, 5)), ([1, 3], 420)),
        ("circle, 8 cards", fixtures::circle(), ([0, 0], 5)),
        ("crowd, 30 cards", fixtures::crowd(30, 50, 5), ([0, 2], 165)),
        ("crowd, 60 cards", fixtures::crowd(60, 100, 5), ([1, 3], 400)),
        ("crowd, 300 cards", fixtures::crowd(300, 510, 5), ([2, 6], 4_400)),
    ];
    for (name, story, worst) in &stories {
        check(name, &quality(story), *worst);
    }
}

/// What pictures of the random maps of these seeds are like, without and with labels on all that they draw.
fn clear(seeds: impl Iterator<Item = u64>) -> Quality {
    let mut sum = Quality::default();
    for seed in seeds {
        let quality = quality(&random_map::story(seed));
        assert_eq!(quality.collisions(), 0, "map {seed}: {quality}");
        sum.add(&quality);
        let labelled = self::quality(&fixtures::labelled(random_map::story(seed)));
        assert_eq!(labelled.collisions(), 0, "map {seed} with labels: {labelled}");
        sum.add(&labelled);
    }
    sum
}

#[test]
fn random_maps_have_clear_pictures() {
    let sum = thread::scope(|scope| {
        let even = scope.spawn(|| clear((0..cases()).step_by(2)));
        let odd = clear((1..cases()).step_by(2));
        let mut sum = even.join().unwrap();
        sum.add(&odd);
        sum
    });
    println!("{} random maps: {sum}", cases());
    let [drawn, ghosts] = sum.unlabelled;
    assert!(50 * drawn <= sum.curves && 25 * ghosts <= sum.curves, "too many have no label: {sum}");
}

/// By how much the ground of a map grows for its transitions: in width, and in area.
fn growth(journey: &Journey) -> (f64, f64) {
    let cards = journey.touchpoints().cloned().collect();
    let bare = Journey::build(journey.map().clone(), journey.stages().to_vec(), cards, Vec::new()).unwrap();
    let [bare, whole] = [&bare, journey].map(|journey| Layout::of(journey).extent());
    let width = whole.width / bare.width;
    (width, width * whole.height / bare.height)
}

#[test]
fn cards_give_way_no_more_than_they_must() {
    let stories = [
        ("shop, 12 cards", fixtures::shop(), (1.08, 1.08)),
        ("circle, 8 cards", fixtures::circle(), (1.08, 1.08)),
        ("crowd, 30 cards", fixtures::crowd(30, 50, 5), (1.33, 1.39)),
        ("crowd, 60 cards", fixtures::crowd(60, 100, 5), (1.25, 1.3)),
        ("crowd, 300 cards", fixtures::crowd(300, 510, 5), (1.79, 1.86)),
    ];
    for (name, story, most) in &stories {
        let (width, area) = growth(&story.journey);
        println!("{name}: {width:.2} times as wide, {area:.2} times the area");
        assert!(width <= most.0 && area <= most.1, "{name}: {width:.3}, {area:.3}, more than {most:?}");
    }
}
