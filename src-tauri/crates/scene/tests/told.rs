//! Whose journeys a map tells, in its heading.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use model::{Level, Persona, PersonaId};
use scene::{Picture, Primitive, Scene, SceneItem, Subject, lay_out};

fn scene(personas: &[Persona]) -> Scene {
    let story = fixtures::shop();
    lay_out(&Picture { personas, ..fixtures::picture(&story, Level::Touchpoint) })
}

fn told(scene: &Scene) -> Vec<&SceneItem> {
    scene.items.iter().filter(|item| matches!(item.subject, Subject::Persona { .. })).collect()
}

fn heading(scene: &Scene) -> &SceneItem {
    scene.items.iter().find(|item| item.subject == Subject::Heading).unwrap()
}

/// The lines of text of an item.
fn texts(item: &SceneItem) -> Vec<&str> {
    let mut texts = Vec::new();
    for primitive in &item.primitives {
        if let Primitive::Text { text, .. } = primitive {
            texts.push(text.as_str());
        }
    }
    texts
}

#[test]
fn each_of_several_stands_in_a_row_with_its_avatar_and_its_name() {
    let scene = scene(&fixtures::named(&["Nora", "Tom", "Ida"]));
    let items = told(&scene);
    let names: Vec<_> = items.iter().flat_map(|item| texts(item)).collect();
    assert_eq!(names, ["Nora", "Tom", "Ida"]);
    let rect = heading(&scene).bounds;
    for two in items.windows(2) {
        assert!(two[0].bounds.right() < two[1].bounds.x);
        assert!((two[0].bounds.y - two[1].bounds.y).abs() < 1e-9);
        assert_ne!(two[0].primitives[0], two[1].primitives[0], "they look different");
    }
    let last = items[2].bounds;
    assert!(rect.x <= items[0].bounds.x && last.right() <= rect.right() && last.bottom() <= rect.bottom());
    assert!(heading(&scene).label.ends_with("Personas: Nora; Tom; Ida."));
    assert_eq!((items[1].label.as_str(), items[1].id.as_str()), ("Persona: Tom", "persona-2"));
}

#[test]
fn of_more_than_five_the_others_are_counted() {
    let names = ["Nora", "Tom", "Ida", "Lena", "Max", "Zoë", "Amir"];
    let scene = scene(&fixtures::named(&names));
    assert_eq!(told(&scene).len(), 5);
    assert_eq!(texts(heading(&scene)).last(), Some(&"+2"));
    assert!(heading(&scene).label.ends_with("Personas: Nora; Tom; Ida; Lena; Max; Zoë; Amir."));
}

#[test]
fn long_names_are_shortened_until_all_have_room() {
    let long = ["A name that nobody can remember who has read it but once"; 6];
    let scene = scene(&fixtures::named(&long));
    let items = told(&scene);
    assert!(items.iter().all(|item| texts(item)[0].ends_with('…')));
    assert!(items[4].bounds.right() + 20.0 < heading(&scene).bounds.right(), "there is room for “+1”");
}

#[test]
fn one_alone_says_who_it_is_and_names_that_run_from_right_to_left_begin_there() {
    let nora = Persona {
        description: "\n34, new to the shop\nAnd more.".to_owned(),
        ..Persona::new(PersonaId(7), "Nora")
    };
    let alone = scene(&[nora]);
    assert_eq!(texts(told(&alone)[0]), ["Nora · 34, new to the shop"]);
    let mirrored = scene(&fixtures::named(&["מיכל", "Tom"]));
    let (items, rect) = (told(&mirrored), heading(&mirrored).bounds);
    assert!(
        (items[0].bounds.right() - rect.right()).abs() < 1e-9 && items[1].bounds.right() < items[0].bounds.x
    );
    assert!(told(&scene(&[])).is_empty());
    assert!(heading(&scene(&[])).bounds.height < heading(&alone).bounds.height);
}
