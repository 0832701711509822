//! Reference pictures: fixed journeys must give these very bytes of SVG.
//!
//! After a wanted change, run with `UPDATE_REFERENCES=1`, look at the files and commit them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use std::path::{Path, PathBuf};

use fixtures::Story;
use model::{Level, Times};
use scene::{Among, Evidence, Lens, Locale, Picture, Reading, SvgOptions, Theme, lay_out, svg};

/// 1 January and 27 November 2026, 12:00 UTC.
const FIRST: i64 = 1_767_268_800_000;
const MADE: i64 = 1_795_780_800_000;

fn picture(story: &Story, level: Option<Level>, theme: Theme, locale: Locale) -> String {
    let evidence = level.map(|level| fixtures::evidence(story, level));
    painted(story, evidence, Reading::default(), theme, locale)
}

fn painted(
    story: &Story,
    evidence: Option<Evidence<'_>>,
    reading: Reading,
    theme: Theme,
    locale: Locale,
) -> String {
    let evidence = evidence.map(|evidence| Evidence { first: Some(FIRST), ..evidence });
    let shown = fixtures::picture(story, Level::Touchpoint);
    let scene = lay_out(&Picture { evidence, reading, made: Some(MADE), theme, locale, ..shown });
    svg(&scene, &SvgOptions::default())
}

fn check(name: &str, actual: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref");
    let expected = folder.join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_REFERENCES").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&expected, actual).unwrap();
    }
    if std::fs::read_to_string(&expected).is_ok_and(|reference| reference == actual) {
        return;
    }
    let aside: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.svg"));
    std::fs::write(&aside, actual).unwrap();
    panic!(
        "the picture differs from its reference\n  expected: {}\n  actual:   {}",
        expected.display(),
        aside.display()
    );
}

fn check_all(name: &str, story: &Story) {
    let touchpoints = picture(story, Some(Level::Touchpoint), Theme::Light, Locale::En);
    check(&format!("{name}-light"), &touchpoints);
    let stages = picture(story, Some(Level::Stage), Theme::Dark, Locale::Nl);
    check(&format!("{name}-dark-stages"), &stages);
}

#[test]
fn a_shop() {
    check_all("shop", &fixtures::shop());
    check("shop-plain", &picture(&fixtures::shop(), None, Theme::Light, Locale::En));
}

#[test]
fn a_shop_with_labels_on_its_curves() {
    let story = fixtures::labelled(fixtures::shop());
    check_all("labelled", &story);
    check("labelled-plain", &picture(&story, None, Theme::Light, Locale::En));
}

#[test]
fn a_shop_of_which_much_is_written() {
    let story = fixtures::written();
    let touchpoints = picture(&story, Some(Level::Touchpoint), Theme::Light, Locale::En);
    check("written-light", &touchpoints);
    check("written-dark-plain", &picture(&story, None, Theme::Dark, Locale::Nl));
}

#[test]
fn a_shop_of_several_personas() {
    let names = ["Nora, new to the shop", "Tom", "Lena, loyal regular", "مريم", "Ravi", "Zoë", "Max"];
    let mut story = Story { personas: fixtures::named(&names), ..fixtures::shop() };
    story.personas[1].details.photo = fixtures::shelf();
    check("told-light-plain", &picture(&story, None, Theme::Light, Locale::En));
    check("told-dark-plain", &picture(&story, None, Theme::Dark, Locale::Nl));
}

#[test]
fn a_shop_as_several_personas_feel_it() {
    let story = fixtures::felt(&["Nora, new to the shop", "Tom", "Lena, loyal regular"]);
    check("felt-light-plain", &picture(&story, None, Theme::Light, Locale::En));
    check("felt-dark-stages", &picture(&story, Some(Level::Stage), Theme::Dark, Locale::Nl));
    let measured = fixtures::measured();
    let with = |story: &Story, theme, locale| {
        let evidence = Evidence { measured: &measured, ..fixtures::evidence(story, Level::Touchpoint) };
        painted(story, Some(evidence), Reading::default(), theme, locale)
    };
    check("measured-light", &with(&story, Theme::Light, Locale::En));
    check("measured-dark-alone", &with(&fixtures::felt(&["Nora"]), Theme::Dark, Locale::Nl));
    let alone = Story { personas: story.personas[1..2].to_vec(), ..story };
    check("felt-alone", &picture(&alone, None, Theme::Light, Locale::En));
}

#[test]
fn a_shop_through_each_lens() {
    let mut story = fixtures::shop();
    for (index, flow) in (1_u32..).zip(&mut story.touchpoints.edges) {
        flow.seconds =
            flow.seconds.map(|times| Times { median: 40.0 * 1.6_f64.powf(f64::from(index)), ..times });
    }
    let compared = fixtures::compared(&story);
    let stakes = fixtures::at_stake(&story);
    let names = ["conversion", "drop-off", "time", "emotion", "comparison", "value", "plain"];
    for (lens, name) in Lens::ALL.into_iter().zip(names) {
        let through = |least, theme, locale| {
            let against = (lens == Lens::Comparison).then_some((&Among::Everybody, &compared));
            let stakes = Some(&stakes).filter(|_| lens == Lens::Value);
            let evidence = Evidence { against, stakes, ..fixtures::evidence(&story, Level::Touchpoint) };
            painted(&story, Some(evidence), Reading { lens, least, notes: false }, theme, locale)
        };
        check(&format!("lens-{name}-light"), &through(20, Theme::Light, Locale::En));
        check(&format!("lens-{name}-dark"), &through(0, Theme::Dark, Locale::Nl));
    }
}

#[test]
fn lanes_under_the_shop() {
    check_all("lanes", &fixtures::laned());
}

#[test]
fn cells_with_all_that_they_hold() {
    check_all("cells", &fixtures::celled());
}

#[test]
fn a_circle_with_returns_and_ghosts() {
    check_all("circle", &fixtures::circle());
}

#[test]
fn rings_of_stages() {
    for count in [1, 2, 5, 12] {
        check_all(&format!("ring-{count}"), &fixtures::ring(count));
    }
    check("ring-5-plain", &picture(&fixtures::ring(5), None, Theme::Light, Locale::En));
}

#[test]
fn hostile_names() {
    check_all("hostile", &fixtures::hostile());
}

#[test]
fn exported_files_carry_the_fonts_that_their_text_needs() {
    let embedded = |story: &Story| {
        let shown = fixtures::picture(story, Level::Touchpoint);
        let scene = lay_out(&Picture { personas: &[], evidence: None, ..shown });
        svg(&scene, &SvgOptions { embed_fonts: true, ..SvgOptions::default() })
    };
    let latin = embedded(&fixtures::shop());
    assert_eq!(latin.matches("@font-face").count(), 2);
    assert!(latin.len() < 100_000, "Latin alone is small: {}", latin.len());
    let whole = embedded(&fixtures::hostile());
    assert_eq!(whole.matches("@font-face").count(), 2);
    assert!(whole.len() > 200_000, "{}", whole.len());
}
