//! Slides, read back by LibreOffice.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../../scene/tests/fixtures/mod.rs"]
mod fixtures;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use export::{PngOptions, PptxOptions, StorySlide, png, pptx, pptx_with_story};
use fixtures::Story;
use model::Level;
use scene::{Picture, Scene, SceneItem, Subject, Theme, lay_out};

const ENGLISH: PptxOptions<'_> = PptxOptions { language: "en" };

fn scene(story: &Story, theme: Theme) -> Scene {
    let evidence = Some(fixtures::evidence(story, Level::Touchpoint));
    lay_out(&Picture { evidence, theme, ..fixtures::picture(story, Level::Touchpoint) })
}

/// A slide of the file, as text.
fn slide(file: &[u8], number: usize) -> Option<String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(&format!("ppt/slides/slide{number}.xml")).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

/// The slides as LibreOffice shows them, as PDF.
fn shown(name: &str, file: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("slides-{name}"));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.pptx"));
    std::fs::write(&path, file).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &path])
        .output()
        .unwrap_or_else(|error| panic!("LibreOffice: {error}"));
    let pdf = path.with_extension("pdf");
    assert!(pdf.exists(), "{}", String::from_utf8_lossy(&output.stderr));
    pdf
}

fn text(pdf: &Path) -> String {
    let output = Command::new("pdftotext").args(["-raw"]).arg(pdf).arg("-").output().unwrap();
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How dark a picture is in each of 96 by 54 fields, 0 to 255.
fn fields(png: &[u8]) -> Vec<f64> {
    let mut reader = ::png::Decoder::new(Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (info.width as usize, info.height as usize);
    let mut fields = vec![(0_u64, 0_u64); 96 * 54];
    for (at, byte) in pixels.iter().enumerate() {
        let (x, y) = (at / 3 % width, at / 3 / width);
        let field = &mut fields[y * 54 / height * 96 + x * 96 / width];
        *field = (field.0 + u64::from(*byte), field.1 + 1);
    }
    fields.iter().map(|&(sum, count)| sum as f64 / count.max(1) as f64).collect()
}

/// The values of an attribute after some text.
fn after(text: &str, before: &str) -> Vec<u32> {
    text.match_indices(before)
        .map(|(at, _)| text[at + before.len()..].split('"').next().unwrap().parse().unwrap())
        .collect()
}

#[test]
fn each_connector_is_glued_to_a_card_at_both_ends() {
    for story in [fixtures::shop(), fixtures::circle(), fixtures::hostile()] {
        let scene = scene(&story, Theme::Light);
        let file = pptx(&scene, &ENGLISH).unwrap();
        let slide = slide(&file, 1).unwrap();
        let ids = after(&slide, "<p:cNvPr id=\"");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "no id is given twice");
        let drawn = scene
            .items
            .iter()
            .filter(|item| matches!(item.subject, Subject::Transition { .. }) && item.part_of.is_none());
        let (starts, ends) = (after(&slide, "<a:stCxn id=\""), after(&slide, "<a:endCxn id=\""));
        assert!(starts.len() >= drawn.count() && starts.len() == ends.len());
        assert!(starts.iter().chain(&ends).all(|id| unique.contains(id)));
    }
}

#[test]
fn a_step_of_a_story_has_a_slide_with_its_title_and_its_notes() {
    let scene = scene(&fixtures::shop(), Theme::Light);
    let stages = scene.outline.stages.iter().filter(|stage| !stage.cards.is_empty()).count();
    let is_card = |item: &&SceneItem| matches!(item.subject, Subject::Touchpoint { .. });
    let card = scene.items.iter().find(is_card).unwrap();
    let step = StorySlide {
        scene: scene.clone(),
        title: "Where it <begins>".to_owned(),
        notes: "Say it slowly.\nThen wait.".to_owned(),
        area: card.bounds.grown(20.0),
        lit: BTreeSet::from([card.id.clone()]),
    };
    let silent = StorySlide { notes: String::new(), ..step.clone() };
    let file = pptx_with_story(&scene, &[step, silent], &ENGLISH).unwrap();
    let slide = slide(&file, 2 + stages).unwrap();
    assert!(slide.contains("Where it &lt;begins&gt;"));
    assert!(slide.contains("<a:alpha val="), "what is not lit stands back");
    let mut zip = zip::ZipArchive::new(Cursor::new(&file[..])).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).ok().map(|mut part| part.read_to_string(&mut text).unwrap())?;
        Some(text)
    };
    let notes = read(&format!("ppt/notesSlides/notesSlide{}.xml", 2 + stages)).unwrap();
    assert!(notes.contains("Say it slowly.") && notes.contains("Then wait."));
    assert_eq!(read(&format!("ppt/notesSlides/notesSlide{}.xml", 3 + stages)), None);
    let pdf = shown("story", &file);
    assert!(text(&pdf).contains("Where it <begins>"));
}

#[test]
fn the_slide_of_a_stage_has_the_cards_in_its_cells_and_no_others() {
    let scene = scene(&fixtures::celled(), Theme::Light);
    let file = pptx(&scene, &ENGLISH).unwrap();
    let stages: Vec<String> = (2..).map_while(|number| slide(&file, number)).collect();
    for (text, stage) in [("Photos by customers", 1), ("Day of delivery", 3), ("Sizes differ", 1)] {
        let with: Vec<usize> = (0..stages.len()).filter(|&each| stages[each].contains(text)).collect();
        assert_eq!(with, [stage], "{text}");
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let scene = scene(&fixtures::shop(), Theme::Light);
    assert_eq!(pptx(&scene, &ENGLISH).unwrap(), pptx(&scene, &ENGLISH).unwrap());
}

#[test]
fn libreoffice_shows_the_map_and_each_stage() {
    let story = fixtures::shop();
    let scene = scene(&story, Theme::Light);
    let file = pptx(&scene, &ENGLISH).unwrap();
    let stages = scene.outline.stages.iter().filter(|stage| !stage.cards.is_empty()).count();
    assert!(slide(&file, 1 + stages).is_some() && slide(&file, 2 + stages).is_none());
    let pdf = shown("shop", &file);
    let text = text(&pdf);
    let cards = scene.items.iter().filter(|item| matches!(item.subject, Subject::Touchpoint { .. }));
    for title in cards.filter_map(SceneItem::title) {
        assert!(text.matches(&title).count() >= 2, "{title} on the map and on its stage: {text}");
    }
    let page = pdf.with_extension("");
    let args = ["-r", "96", "-png", "-singlefile", "-f", "1", "-l", "1"];
    assert!(Command::new("pdftoppm").args(args).arg(&pdf).arg(&page).status().unwrap().success());
    // The picture, as large as the slide: in its middle, with a margin.
    let mut framed = scene.clone();
    let (width, height) = (scene.bounds.width, scene.bounds.height);
    let scale = (1232.0 / width).min(672.0 / height);
    let (wide, high) = (1280.0 / scale, 720.0 / scale);
    framed.bounds = scene::Rect::new(
        scene.bounds.centre_x() - wide / 2.0,
        scene.bounds.centre_y() - high / 2.0,
        wide,
        high,
    );
    let expected = fields(&png(&framed, &PngOptions { scale: 1.0, carried: None }).unwrap());
    let actual = fields(&std::fs::read(page.with_extension("png")).unwrap());
    let apart = |one: &[f64], other: &[f64]| {
        one.iter().zip(other).map(|(one, other)| (one - other).abs()).sum::<f64>() / one.len() as f64
    };
    let blank = vec![255.0; expected.len()];
    let (apart, from_blank) = (apart(&expected, &actual), apart(&expected, &blank));
    println!("LibreOffice's slide is {apart:.2} apart, a blank one {from_blank:.2}");
    // The font is another, and corners are not round.
    assert!(apart < 0.4 * from_blank, "{apart} of {from_blank}");
}

#[test]
fn hostile_names_are_shown_too() {
    let file = pptx(&scene(&fixtures::hostile(), Theme::Dark), &ENGLISH).unwrap();
    let text = text(&shown("hostile", &file));
    assert!(text.contains("<script>alert(") && text.contains("&amp;"), "{text}");
}
