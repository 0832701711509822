//! How long a picture takes: laying out a map of 30, 100, 300 and 1,000 touchpoints with its overlay, writing it as SVG,
//! and as PNG at scale 2; and what the pictures are like.

#[path = "../../src-tauri/crates/scene/tests/measure/mod.rs"]
mod measure;

use chrono_tz::Tz;
use criterion::{Criterion, criterion_group, criterion_main};
use export::{PdfOptions, PngOptions, PptxOptions};
use model::{Level, Overlay, Persona, PersonaId, Question};
use scene::{Among, Evidence, Extras, Locale, Picture, Reading, Scene, SvgOptions, Theme};
use tests::generate;

struct Counted {
    journey: model::Journey,
    stages: Overlay,
    touchpoints: Overlay,
}

impl Counted {
    fn new(touchpoints: usize) -> Self {
        let journey = generate::journey(touchpoints, 5);
        let columns = generate::columns(120_000);
        let overlay = |level| insight::overlay(&columns, &journey, &Question::new(level), None);
        Self { stages: overlay(Level::Stage), touchpoints: overlay(Level::Touchpoint), journey }
    }

    fn scene(&self) -> Scene {
        scene::lay_out(&Picture {
            journey: &self.journey,
            personas: &[Persona::new(PersonaId(1), "Ravi, still deciding")],
            evidence: Some(Evidence {
                stages: &self.stages,
                touchpoints: &self.touchpoints,
                level: Level::Touchpoint,
                among: &Among::Everybody,
                customers: 10_000,
                first: None,
                against: None,
                stakes: None,
                measured: &[],
            }),
            reading: Reading::default(),
            extras: Extras::default(),
            made: None,
            theme: Theme::Light,
            locale: Locale::En,
            zone: Tz::UTC,
        })
    }
}

fn pictures(criterion: &mut Criterion) {
    for touchpoints in [30, 100, 300, 1000] {
        let counted = Counted::new(touchpoints);
        let scene = counted.scene();
        println!("{touchpoints} touchpoints: {}", measure::Quality::of(&scene, &counted.journey));
        let mut group = criterion.benchmark_group(format!("{touchpoints} touchpoints"));
        group.sample_size(10);
        group.bench_function("scene", |bencher| bencher.iter(|| counted.scene()));
        group.bench_function("svg", |bencher| {
            bencher.iter(|| scene::svg(&scene, &SvgOptions { embed_fonts: true, ..SvgOptions::default() }));
        });
        // At scale 2 the largest has more pixels than most programs open.
        let scale = if touchpoints > 300 { 1.0 } else { 2.0 };
        group.bench_function(format!("png at scale {scale}"), |bencher| {
            bencher.iter(|| export::png(&scene, &PngOptions { scale, carried: None }).expect("a picture"));
        });
        let on_paper = PdfOptions { language: "en", paper: None };
        group.bench_function("pdf", |bencher| {
            bencher.iter(|| export::pdf(&scene, &on_paper).expect("a picture"));
        });
        let slides = PptxOptions { language: "en" };
        group.bench_function("pptx", |bencher| {
            bencher.iter(|| export::pptx(&scene, &slides).expect("slides"));
        });
    }
}

criterion_group!(benches, pictures);
criterion_main!(benches);
