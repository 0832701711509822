//! Maps as pages: whole, closed and the same each time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../../scene/tests/fixtures/mod.rs"]
mod fixtures;

use std::collections::BTreeSet;

use export::{HtmlOptions, html};
use fixtures::Story;
use model::Level;
use scene::{Locale, Scene, Theme, lay_out};
use usvg::roxmltree::{Document, ParsingOptions};

const OPTIONS: HtmlOptions<'_> = HtmlOptions { language: "en", locale: Locale::En, theme: Theme::Light };

fn scene(story: &Story) -> Scene {
    lay_out(&fixtures::picture(story, Level::Touchpoint))
}

#[test]
fn the_outline_has_every_item_that_says_something_once() {
    for story in [fixtures::shop(), fixtures::hostile()] {
        let scene = scene(&story);
        let page = html(&scene, &OPTIONS);
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let tree = Document::parse_with_options(&page, options).unwrap();
        let buttons =
            tree.descendants().filter_map(|node| Some((node.attribute("data-item")?, node.text()?)));
        let buttons: Vec<(&str, &str)> = buttons.collect();
        let outlined: BTreeSet<&str> = buttons.iter().map(|(item, _)| *item).collect();
        assert_eq!(outlined.len(), buttons.len(), "none twice");
        for item in scene.items.iter().filter(|item| !item.label.is_empty()) {
            // What leads to a stage edge is said by its stage.
            let is_edge = matches!(item.subject, scene::Subject::StageEdge { .. });
            assert!(is_edge || outlined.contains(item.id.as_str()), "{} is left out", item.id);
        }
        // Whatever is outlined can be lit, and whatever is a part has a whole.
        let ids: BTreeSet<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
        assert!(outlined.is_subset(&ids));
        let parts = tree.descendants().find(|node| node.attribute("id") == Some("parts")).unwrap();
        let parts: std::collections::BTreeMap<String, String> =
            serde_json::from_str(parts.text().unwrap()).unwrap();
        assert!(parts.iter().all(|(part, whole)| ids.contains(&**part) && ids.contains(&**whole)));
    }
}

#[test]
fn nothing_is_fetched_from_anywhere() {
    let page = html(&scene(&fixtures::hostile()), &OPTIONS);
    assert!(page.contains("default-src 'none'"));
    let tree =
        Document::parse_with_options(&page, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() })
            .unwrap();
    for node in tree.descendants() {
        for name in ["src", "href", "action"] {
            let from = node.attributes().find(|attribute| attribute.name() == name);
            assert!(
                from.is_none_or(|from| from.value().starts_with("data:") || from.value().starts_with('#'))
            );
        }
    }
    // Two scripts, both of the page's own making: no text of the map became one.
    assert_eq!(tree.descendants().filter(|node| node.tag_name().name() == "script").count(), 2);
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    assert!(html(&scene(&fixtures::shop()), &OPTIONS) == html(&scene(&fixtures::shop()), &OPTIONS));
}
