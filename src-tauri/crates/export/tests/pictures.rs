//! Pictures of whole journeys.

#[path = "../../scene/tests/fixtures/mod.rs"]
mod fixtures;

use export::{PngOptions, png};
use fixtures::Story;
use jiff::tz::TimeZone;
use model::Level;
use scene::{Evidence, Locale, Picture, Scene, Theme, lay_out};

fn scene(story: &Story, level: Option<Level>, theme: Theme, locale: Locale) -> Scene {
    lay_out(&Picture {
        journey: &story.journey,
        persona: story.persona,
        evidence: level.map(|level| Evidence {
            stages: &story.stages,
            touchpoints: &story.touchpoints,
            level,
            segment: None,
            customers: 2412,
        }),
        theme,
        locale,
        zone: TimeZone::UTC,
    })
}

#[test]
fn look() {
    let Ok(folder) = std::env::var("LOOK") else { return };
    for (name, story) in [("shop", fixtures::shop()), ("hostile", fixtures::hostile()), ("circle", fixtures::circle())] {
        for (kind, level, theme, locale) in [
            ("touchpoint", Some(Level::Touchpoint), Theme::Light, Locale::En),
            ("stage", Some(Level::Stage), Theme::Light, Locale::Nl),
            ("dark", Some(Level::Touchpoint), Theme::Dark, Locale::Nl),
            ("plain", None, Theme::Light, Locale::En),
        ] {
            let picture = png(&scene(&story, level, theme, locale), &PngOptions { scale: 1.0 }).unwrap();
            std::fs::write(format!("{folder}/{name}-{kind}.png"), picture).unwrap();
        }
    }
}
