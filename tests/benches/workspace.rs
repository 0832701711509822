//! How long the workspace file takes: importing 1 and 10 million interactions from CSV, opening their columns again,
//! lists of all their customers and searches in them; an edit from the call to the changes that a window redraws, with
//! 1,000 touchpoints on the map; a long list of contacts, and a question about a segment of them; the first answer of a
//! file that a passphrase protects.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use app::operations::{AddSegment, MoveTouchpoints};
use app::{
    CustomerImport, InteractionImport, Level, Listing, Locale, Move, NewWorkspace, OldBackups, Page,
    Passphrase, Question, SegmentId, Session, Stages, Theme, View, Who,
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use tempfile::TempDir;
use tests::{contacts, generate};

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
        examples: false,
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
                large: false,
                sheet: None,
                folder: folder.path().to_owned(),
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
        group.finish();
        crowd(criterion, &format!("the customers of {millions} M interactions"), &path);
    }
}

/// Lists of all customers: the first page after opening, and searches in a list that is open.
fn crowd(criterion: &mut Criterion, name: &str, path: &Path) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    let page = Page { start: 0, length: 100 };
    let everybody = Listing::default();
    group.bench_function("the first page", |bencher| {
        bencher.iter_batched(
            || Session::open(path).expect("open"),
            |mut session| {
                session.people(&everybody, &[], page).expect("listed");
                session
            },
            BatchSize::PerIteration,
        );
    });
    let mut session = Session::open(path).expect("open");
    while session.prepare_search().expect("read") > 0 {}
    session.people(&everybody, &[], page).expect("listed");
    // Lists that were made lately are kept, so no search is made twice.
    let mut number = 0;
    for (name, digits) in [("search for one", 7), ("search for a thousand", 4)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                number = (number + 1) % 80;
                let search = format!("user {number:0digits$}");
                let listing = Listing { search, ..Listing::default() };
                session.people(&listing, &[], page).expect("found")
            });
        });
    }
}

/// A workspace with so many interactions and a map of so many touchpoints, in view.
fn drawn(folder: &Path, interactions: usize, touchpoints: usize) -> (Session, app::MapView) {
    let (_, mut session) = fresh(folder);
    let events: Vec<String> = (0..touchpoints).map(generate::event).collect();
    let stages: Vec<String> = events
        .chunks(touchpoints.div_ceil(5))
        .enumerate()
        .map(|(index, events)| format!("Stage {}: {}", index + 1, events.join(", ")))
        .collect();
    let source = source(folder, interactions);
    import(&mut session, &source);
    let stages = Stages::parse(&stages.join("; ")).expect("stages");
    let map = session.discover("Bench", Some(stages)).expect("discovered");
    let question = Some(Question::new(Level::Touchpoint));
    let shown = session
        .view_map(View {
            map,
            question,
            reading: app::Reading::default(),
            theme: Theme::Light,
            locale: Locale::En,
        })
        .expect("shown");
    (session, shown)
}

fn edits(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    for touchpoints in [30, 1000] {
        let (mut session, shown) = drawn(folder.path(), 12_000, touchpoints);
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

/// A list of 30,000 contacts with 250 properties each.
fn list(folder: &Path) -> PathBuf {
    let path = folder.join("contacts.csv");
    let mut file = BufWriter::new(File::create(&path).expect("a list"));
    contacts::csv(30_000, 250, &mut file).and_then(|()| file.flush()).expect("written");
    path
}

fn people(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    let list = list(folder.path());
    let import = |session: &mut Session| {
        session.import_customers(&list, &CustomerImport::default(), &|_| true).expect("imported");
    };
    let mut group = criterion.benchmark_group("30,000 contacts with 250 properties");
    group.sample_size(10);
    group.bench_function("import from CSV", |bencher| {
        bencher.iter_batched(
            || fresh(folder.path()).1,
            |mut session| {
                import(&mut session);
                session
            },
            BatchSize::PerIteration,
        );
    });
    let (mut session, _) = drawn(folder.path(), 30_000 * generate::PER_CUSTOMER, 25);
    import(&mut session);
    let rule = app::rule_of_text("property_0 is \"blue 0\"").expect("a rule");
    let added = session.edit(&AddSegment { name: "Blue".to_owned(), rule }.into()).expect("added").added;
    let blue = Who::Segment(SegmentId(added.expect("a segment")));
    for (name, who) in [("ask about everybody", Who::Everybody), ("ask about a segment", blue)] {
        let question = Question { who, ..Question::new(Level::Touchpoint) };
        group.bench_function(name, |bencher| {
            bencher.iter(|| session.overlay_report("Bench", &question).expect("counted"));
        });
    }
}

/// From a file of 10 million interactions to the first answer about its map: without a passphrase, with one, and with
/// its key at hand, as the system's keyring has it.
fn protected(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    let (session, _) = drawn(folder.path(), 10 * MILLION, 25);
    let path = folder.path().join("bench.touchline");
    let question = Question::new(Level::Touchpoint);
    let answer = || {
        let mut session = Session::open(&path).expect("open");
        session.overlay_report("Bench", &question).expect("counted");
        session
    };
    let mut group = criterion.benchmark_group("the first answer of 10 M interactions");
    group.sample_size(10);
    drop(session);
    group.bench_function("without a passphrase", |bencher| bencher.iter(&answer));
    let passphrase = Passphrase::new("correct horse battery staple".to_owned());
    let session = Session::open(&path).expect("open");
    let protected = session.protect(&passphrase, OldBackups::Keep);
    drop(protected.unwrap_or_else(|refused| panic!("{}", refused.error)));
    group.bench_function("with a passphrase", |bencher| {
        bencher.iter(|| {
            let unlocked = app::unlock(&path, &passphrase).expect("unlocked");
            (answer(), unlocked)
        });
    });
    let _key = app::unlock(&path, &passphrase).expect("unlocked");
    group.bench_function("with its key at hand", |bencher| bencher.iter(&answer));
}

criterion_group!(benches, imports, edits, people, protected);
criterion_main!(benches);
