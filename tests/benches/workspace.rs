//! How long the workspace file takes: importing 1 and 10 million interactions from CSV, opening their columns again,
//! and an edit from the call to the changes that a window redraws, with 1,000 touchpoints on the map.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use app::operations::MoveTouchpoints;
use app::{InteractionImport, Level, Locale, Move, NewWorkspace, Question, Session, Stages, Theme, View};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use tempfile::TempDir;
use tests::generate;

const MILLION: usize = 1_000_000;

fn source(folder: &Path, interactions: usize) -> PathBuf {
    let path = folder.join(format!("{interactions}.csv"));
    let mut file = BufWriter::new(File::create(&path).expect("a source"));
    generate::csv(interactions, &mut file).and_then(|()| file.flush()).expect("written");
    path
}

fn fresh(folder: &Path) -> (PathBuf, Session) {
    let path = folder.join("bench.touchline");
    if path.exists() {
        fs::remove_file(&path).expect("removed");
    }
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        persona: None,
        locale: Locale::En,
    };
    let session = Session::create(&path, &new).expect("created");
    (path, session)
}

fn import(session: &mut Session, source: &Path) {
    session.import_interactions(source, &InteractionImport::default(), &|_| true).expect("imported");
}

fn imports(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    for millions in [1, 10] {
        let source = source(folder.path(), millions * MILLION);
        let mut group = criterion.benchmark_group(format!("{millions} M interactions"));
        group.sample_size(10).throughput(Throughput::Elements((millions * MILLION) as u64));
        group.bench_function("read from CSV", |bencher| {
            let options = exchange::ReadOptions {
                zone: chrono_tz::Tz::UTC,
                strict: true,
                forms: exchange::Forms::default(),
            };
            let columns = exchange::InteractionColumns::default();
            bencher
                .iter(|| exchange::read_interactions(&source, &columns, &options, &|_| true).expect("read"));
        });
        group.bench_function("import from CSV", |bencher| {
            bencher.iter_batched(
                || fresh(folder.path()).1,
                |mut session| {
                    import(&mut session, &source);
                    session
                },
                BatchSize::PerIteration,
            );
        });
        let (path, mut session) = fresh(folder.path());
        import(&mut session, &source);
        drop(session);
        group.bench_function("open the columns", |bencher| {
            bencher.iter(|| {
                store::Workspace::open(&path).and_then(|workspace| workspace.columns()).expect("open")
            });
        });
    }
}

/// A workspace with a map of so many touchpoints, in view.
fn drawn(folder: &Path, touchpoints: usize) -> (Session, app::MapView) {
    let (_, mut session) = fresh(folder);
    let events: Vec<String> = (0..touchpoints).map(generate::event).collect();
    let stages: Vec<String> = events
        .chunks(touchpoints.div_ceil(5))
        .enumerate()
        .map(|(index, events)| format!("Stage {}: {}", index + 1, events.join(", ")))
        .collect();
    let source = source(folder, 12_000);
    import(&mut session, &source);
    let stages = Stages::parse(&stages.join("; ")).expect("stages");
    let map = session.discover("Bench", Some(stages)).expect("discovered");
    let question = Some(Question::new(Level::Touchpoint));
    let shown =
        session.view_map(View { map, question, theme: Theme::Light, locale: Locale::En }).expect("shown");
    (session, shown)
}

fn edits(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    for touchpoints in [30, 1000] {
        let (mut session, shown) = drawn(folder.path(), touchpoints);
        let touchpoint = shown.parts.touchpoints[touchpoints / 2].id;
        let mut group = criterion.benchmark_group(format!("a map of {touchpoints} touchpoints"));
        let mut top = 0.0;
        group.bench_function("move a card, durably", |bencher| {
            bencher.iter(|| {
                top = if top > 400.0 { 0.0 } else { top + 8.0 };
                let moves = vec![Move { touchpoint, left: 600.0, top }];
                session.edit(&MoveTouchpoints { map: shown.parts.map.id, moves }.into()).expect("moved")
            });
        });
        group.bench_function("drag a card, a frame", |bencher| {
            bencher.iter(|| {
                top = if top > 400.0 { 0.0 } else { top + 8.0 };
                session.preview(&[Move { touchpoint, left: 600.0, top }]).expect("previewed")
            });
        });
    }
}

criterion_group!(benches, imports, edits);
criterion_main!(benches);
