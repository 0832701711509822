//! Pictures of whole journeys as PNG, compared with references.
//!
//! After a wanted change, run with `UPDATE_REFERENCES=1`, look at the files and commit them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../../scene/tests/fixtures/mod.rs"]
mod fixtures;

use std::path::Path;

use export::{ExportError, PngOptions, png};
use fixtures::Story;
use model::Level;
use scene::{Anchor, Picture, Primitive, Rect, Scene, Theme, Weight, lay_out};

fn scene(story: &Story, level: Option<Level>, theme: Theme) -> Scene {
    let evidence = level.map(|level| fixtures::evidence(story, level));
    lay_out(&Picture { evidence, theme, ..fixtures::picture(story, Level::Touchpoint) })
}

/// Width, height and the bytes of red, green and blue.
fn pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.color_type, info.bit_depth), (::png::ColorType::Rgb, ::png::BitDepth::Eight));
    (info.width, info.height, pixels)
}

/// Compares with the reference: at most one byte in a thousand may differ visibly, as rasterisers round.
fn check(name: &str, file: &[u8]) {
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/ref/{name}.png"));
    if std::env::var_os("UPDATE_REFERENCES").is_some() {
        std::fs::create_dir_all(expected.parent().unwrap()).unwrap();
        std::fs::write(&expected, file).unwrap();
    }
    let (width, height, actual) = pixels(file);
    let (wide, high, reference) = pixels(&std::fs::read(&expected).unwrap());
    let differ = actual.iter().zip(&reference).filter(|(one, other)| one.abs_diff(**other) > 16).count();
    if (width, height) == (wide, high) && differ * 1000 <= reference.len() {
        return;
    }
    let aside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
    std::fs::write(&aside, file).unwrap();
    panic!("{differ} bytes differ\n  expected: {}\n  actual:   {}", expected.display(), aside.display());
}

#[test]
fn a_shop_in_the_light() {
    let picture = png(
        &scene(&fixtures::shop(), Some(Level::Touchpoint), Theme::Light),
        &PngOptions { scale: 1.0, carried: None },
    );
    check("shop-light", &picture.unwrap());
}

#[test]
fn a_circle_in_the_dark() {
    let picture = png(
        &scene(&fixtures::circle(), Some(Level::Stage), Theme::Dark),
        &PngOptions { scale: 1.0, carried: None },
    );
    check("circle-dark", &picture.unwrap());
}

#[test]
fn the_same_scene_gives_the_same_file_at_any_size() {
    let scene = scene(&fixtures::circle(), Some(Level::Touchpoint), Theme::Light);
    for scale in [1.0, 1.5, 4.0] {
        let file = png(&scene, &PngOptions { scale, carried: None }).unwrap();
        assert_eq!(file, png(&scene, &PngOptions { scale, carried: None }).unwrap());
        let (width, height, _) = pixels(&file);
        let length = |length: f64| (length * f64::from(scale)).round() as u32;
        assert_eq!((width, height), (length(scene.bounds.width), length(scene.bounds.height)));
    }
}

#[test]
fn hostile_names_have_a_picture() {
    let scene = scene(&fixtures::hostile(), Some(Level::Touchpoint), Theme::Dark);
    pixels(&png(&scene, &PngOptions::default()).unwrap());
}

#[test]
fn what_cannot_be_a_picture_is_refused() {
    let mut scene = scene(&fixtures::circle(), None, Theme::Light);
    for scale in [0.5, 4.5, f32::NAN, f32::INFINITY] {
        assert!(
            matches!(png(&scene, &PngOptions { scale, carried: None }), Err(ExportError::Scale(_))),
            "{scale}"
        );
    }
    scene.bounds.width = 40_000.0;
    scene.bounds.height = 9_000.5;
    let error = png(&scene, &PngOptions { scale: 1.0, carried: None }).unwrap_err();
    assert!(error.to_string().contains("40000 by 9001 pixels"), "{error}");
    scene.bounds.width = f64::INFINITY;
    assert!(matches!(
        png(&scene, &PngOptions { scale: 1.0, carried: None }),
        Err(ExportError::TooLarge { .. })
    ));
}

/// The columns in which anything is painted, of a scene that holds one line of text.
fn inked(text: &str, weight: Weight) -> (usize, usize) {
    let mut scene = scene(&fixtures::circle(), None, Theme::Light);
    scene.bounds = Rect::new(0.0, 0.0, 600.0, 60.0);
    scene.items.truncate(1);
    scene.items[0].primitives = vec![Primitive::Text {
        x: 20.0,
        y: 40.0,
        text: text.to_owned(),
        size: 24.0,
        weight,
        colour: "#000000".to_owned(),
        anchor: Anchor::Start,
        rtl: false,
    }];
    let (width, _, pixels) = pixels(&png(&scene, &PngOptions { scale: 1.0, carried: None }).unwrap());
    let mut columns: Vec<usize> = pixels
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte < 128)
        .map(|(at, _)| at / 3 % width as usize)
        .collect();
    columns.sort_unstable();
    (columns[0], columns[columns.len() - 1])
}

#[test]
fn text_is_painted_as_wide_as_it_was_measured() {
    for text in [
        "HHamburgefonstivH",
        "H1,234 customers · 64\u{a0}%H",
        "HАВТО→ΑΒΓH",
        "Hשלום🎉مرحباH",
        "HAVAToWaYH",
        "H漢字かな語한국H",
        "Hไทยครับ हिन्दी किताबH",
        "Hকখ\u{20000}H",
    ] {
        for weight in [Weight::Regular, Weight::SemiBold] {
            let (left, right) = inked(text, weight);
            let (stem_left, stem_right) = inked("H", weight);
            let bearing = scene::text_width("H", 24.0, weight) - (stem_right + 1 - stem_left) as f64;
            let painted = (right + 1 - left) as f64 + bearing;
            let measured = scene::text_width(text, 24.0, weight);
            assert!(
                (painted - measured).abs() < 2.0,
                "{text:?} {weight:?}: painted {painted}, measured {measured}"
            );
        }
    }
}

/// What no bundled font shows is told, and is a box with its code: not nothing, and not what the machine has.
#[test]
fn what_no_font_shows_is_a_box_with_its_code() {
    let mut scene = scene(&fixtures::circle(), None, Theme::Light);
    let text = |text: &str, y| Primitive::Text {
        x: 20.0,
        y,
        text: text.to_owned(),
        size: 24.0,
        weight: Weight::Regular,
        colour: "#000000".to_owned(),
        anchor: Anchor::Start,
        rtl: false,
    };
    scene.bounds = Rect::new(0.0, 0.0, 420.0, 190.0);
    scene.items.truncate(1);
    scene.items[0].primitives = vec![
        text("漢字かな 语言 語 한국어", 40.0),
        text("ไทยครับ หกดี", 80.0),
        text("हिन्दी किताब क्षत्रिय ग्राहक", 120.0),
        text("Aকখ\u{20000}Z", 160.0),
    ];
    assert_eq!(scene::fonts::unshown(&scene).into_iter().collect::<String>(), "কখ\u{20000}");
    let svg = export::svg(&scene, None);
    assert!(!svg.contains('ক') && svg.contains(">09<") && svg.contains(">95<"), "a box with 0995");
    check("scripts", &png(&scene, &PngOptions { scale: 1.0, carried: None }).unwrap());
}
