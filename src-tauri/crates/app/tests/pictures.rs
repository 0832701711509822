//! Reference pictures of the templates, as the gallery shows them.
//!
//! After a wanted change, run with `UPDATE_REFERENCES=1`, look at the files and commit them.

use std::path::Path;

use app::{Locale, Theme, template_scene, templates};
use scene::SvgOptions;

#[test]
fn each_template_has_its_picture() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref");
    let mut differing = Vec::new();
    for template in templates(Locale::En) {
        let scene = template_scene(&template.id, true, Theme::Light, Locale::En).expect("a picture");
        let actual = scene::svg(&scene, &SvgOptions::default());
        let name = format!("{}.svg", template.id);
        if std::env::var_os("UPDATE_REFERENCES").is_some() {
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(folder.join(&name), &actual).expect("written");
        }
        if std::fs::read_to_string(folder.join(&name)).unwrap_or_default() != actual {
            std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name), &actual).expect("written");
            differing.push(name);
        }
    }
    assert!(differing.is_empty(), "{differing:?} differ from {}", folder.display());
}

#[test]
fn stages_alone_have_a_picture_without_cards() {
    let shown =
        |examples| template_scene("five-stages", examples, Theme::Dark, Locale::Nl).expect("a picture");
    let cards = |scene: &scene::Scene| {
        scene.items.iter().filter(|item| matches!(item.subject, scene::Subject::Touchpoint { .. })).count()
    };
    assert!(cards(&shown(true)) > 4);
    assert_eq!(cards(&shown(false)), 0);
    assert!(!shown(true).items.iter().any(|item| item.subject == scene::Subject::Legend));
}
