//! PDFs, read back by programs of others: poppler and qpdf.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../../scene/tests/fixtures/mod.rs"]
mod fixtures;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use export::{Paper, PaperSize, PdfOptions, PngOptions, pdf, png};
use fixtures::Story;
use model::Level;
use scene::{Picture, Primitive, Scene, Subject, Theme, lay_out};

const ENGLISH: PdfOptions<'_> = PdfOptions { language: "en", paper: None };

fn scene(story: &Story, level: Level, theme: Theme) -> Scene {
    lay_out(&Picture {
        evidence: Some(fixtures::evidence(story, level)),
        theme,
        ..fixtures::picture(story, Level::Touchpoint)
    })
}

/// A PDF of a scene as a file.
fn file(name: &str, scene: &Scene, options: &PdfOptions<'_>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, pdf(scene, options).unwrap()).unwrap();
    path
}

/// What a program says of a file, where it has nothing to complain of.
fn told(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(file).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && complaints.is_empty(), "{program}: {complaints}");
    String::from_utf8(output.stdout).unwrap()
}

/// Whether qpdf finds a file sound.
fn check(file: &Path) {
    let output = Command::new("qpdf").arg("--check").arg(file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("No syntax or stream encoding errors"), "{said}");
}

/// The pixels of a page at 96 to the inch, which is one for each unit of the scene: red, green and blue.
fn painted(file: &Path) -> (u32, u32, Vec<u8>) {
    let to = file.with_extension("");
    let status =
        Command::new("pdftoppm").args(["-r", "96", "-png", "-singlefile"]).arg(file).arg(&to).status();
    assert!(status.unwrap().success());
    pixels(&std::fs::read(file.with_extension("png")).unwrap())
}

fn pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, pixels)
}

/// How far two pictures of one size are apart: the mean difference of a byte over all, and over the worst tile of 48 by 48.
fn apart(one: &[u8], other: &[u8], width: u32) -> (f64, f64) {
    let mut tiles: BTreeMap<(usize, usize), (u64, u64)> = BTreeMap::new();
    for (at, (one, other)) in one.iter().zip(other).enumerate() {
        let (x, y) = (at / 3 % width as usize, at / 3 / width as usize);
        let (sum, count) = tiles.entry((x / 48, y / 48)).or_default();
        *sum += u64::from(one.abs_diff(*other));
        *count += 1;
    }
    let mean = |(sum, count): (u64, u64)| sum as f64 / count as f64;
    let whole = tiles.values().fold((0, 0), |all, tile| (all.0 + tile.0, all.1 + tile.1));
    (mean(whole), tiles.values().map(|tile| mean(*tile)).fold(0.0, f64::max))
}

/// What two rasterisers may differ by, in levels of 255: over all of a picture, and where it is all text.
const MEAN: f64 = 2.0;
const WORST: f64 = 24.0;

#[test]
fn the_measure_sees_a_card_that_is_missing() {
    let whole = scene(&fixtures::shop(), Level::Touchpoint, Theme::Light);
    let mut lacking = whole.clone();
    let card = lacking.items.iter().position(|item| matches!(item.subject, Subject::Touchpoint { .. }));
    lacking.items.remove(card.unwrap());
    let (width, _, reference) = pixels(&png(&whole, &PngOptions { scale: 1.0, carried: None }).unwrap());
    let (_, _, page) = painted(&file("lacking", &lacking, &ENGLISH));
    let (_, worst) = apart(&page, &reference, width);
    println!("without a card: {worst:.1}");
    assert!(worst > WORST, "{worst}");
}

#[test]
fn it_looks_as_the_png_does() {
    for (name, story, level, theme) in [
        ("shop", fixtures::shop(), Level::Touchpoint, Theme::Light),
        ("circle", fixtures::circle(), Level::Stage, Theme::Dark),
        ("hostile", fixtures::hostile(), Level::Touchpoint, Theme::Light),
        ("celled", fixtures::celled(), Level::Touchpoint, Theme::Light),
    ] {
        let scene = scene(&story, level, theme);
        let file = file(name, &scene, &ENGLISH);
        check(&file);
        let (width, height, page) = painted(&file);
        let (wide, high, reference) =
            pixels(&png(&scene, &PngOptions { scale: 1.0, carried: None }).unwrap());
        assert_eq!((width, height), (wide, high), "{name}");
        let (mean, worst) = apart(&page, &reference, width);
        println!("{name}: {mean:.2}, at worst {worst:.1}");
        // Rasterisers round edges and set type in ways of their own.
        assert!(mean < MEAN && worst < WORST, "{name}: {mean}, {worst}");
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let scene = scene(&fixtures::shop(), Level::Touchpoint, Theme::Light);
    assert_eq!(pdf(&scene, &ENGLISH).unwrap(), pdf(&scene, &ENGLISH).unwrap());
}

#[test]
fn what_is_written_can_be_found() {
    let scene = scene(&fixtures::shop(), Level::Touchpoint, Theme::Light);
    let text = told("pdftotext", &["-raw"], &file("found", &scene, &ENGLISH));
    let titles = scene.items.iter().filter(|item| matches!(item.subject, Subject::Touchpoint { .. }));
    for title in titles.filter_map(scene::SceneItem::title) {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&title), "{title} is not in {words}");
    }
}

#[test]
fn it_is_tagged_in_the_order_of_the_journey() {
    let scene = scene(&fixtures::shop(), Level::Touchpoint, Theme::Light);
    let file = file("tagged", &scene, &PdfOptions { language: "nl", ..ENGLISH });
    let about = Command::new("pdfinfo").arg(&file).output().unwrap();
    let about = String::from_utf8(about.stdout).unwrap();
    assert!(about.contains("Tagged:          yes"), "{about}");
    assert!(about.contains(&format!("Title:           {}", scene.heading().unwrap().label)), "{about}");
    let tree = Command::new("pdfinfo").arg("-struct-text").arg(&file).output().unwrap();
    // It writes titles of headings in an encoding of their own.
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let mut from = 0;
    for stage in &scene.outline.stages {
        for id in std::iter::once(&stage.item).chain(stage.cards.iter().map(|card| &card.item)) {
            let title = scene.items.iter().find(|item| &item.id == id).unwrap().title().unwrap();
            let at = tree[from..].find(&title);
            from += at.unwrap_or_else(|| panic!("{title} does not follow in\n{tree}"));
        }
    }
    let plain = file.with_extension("plain.pdf");
    let rewritten =
        Command::new("qpdf").args(["--qdf", "--object-streams=disable"]).arg(&file).arg(&plain).status();
    assert!(rewritten.unwrap().success());
    let plain = String::from_utf8_lossy(&std::fs::read(&plain).unwrap()).into_owned();
    let figures = scene
        .items
        .iter()
        .filter(|item| matches!(item.subject, Subject::Touchpoint { .. } | Subject::Transition { .. }));
    let figures = figures.filter(|item| item.part_of.is_none()).count();
    assert!(plain.matches("/Alt ").count() >= figures, "what is drawn says what it shows");
    assert!(plain.contains("/Lang (nl)") && plain.contains("/Outlines") && plain.contains("pdfuaid"));
}

#[test]
fn what_no_accessible_document_may_hold_is_a_picture_all_the_same() {
    let mut scene = scene(&fixtures::circle(), Level::Stage, Theme::Light);
    for item in &mut scene.items {
        for primitive in &mut item.primitives {
            if let Primitive::Text { text, .. } = primitive {
                text.insert(0, '\u{feff}');
            }
        }
    }
    check(&file("marked", &scene, &ENGLISH));
}

#[test]
fn on_paper_it_keeps_its_shape() {
    let scene = scene(&fixtures::shop(), Level::Touchpoint, Theme::Light);
    let options = PdfOptions { paper: Some(Paper { size: PaperSize::A3, landscape: true }), ..ENGLISH };
    let file = file("a3", &scene, &options);
    check(&file);
    let about = String::from_utf8(Command::new("pdfinfo").arg(&file).output().unwrap().stdout).unwrap();
    assert!(about.contains("1190.55 x 841.89 pts (A3)"), "{about}");
}
