//! How long metrics, what is at stake and what will be spent take over 1 and 10 million interactions, beside an overlay.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use insight::ColumnsEngine;
use model::{ActiveBy, Asked, Cancel, Clock, DAY, Engine, Labels, Level, Meaning, Question, Worths};
use tests::generate;

const MILLION: usize = 1_000_000;

struct Utc;

impl Clock for Utc {
    fn wall(&self, at: i64) -> i64 {
        at
    }

    fn instant(&self, wall: i64) -> i64 {
        wall
    }
}

fn worth(criterion: &mut Criterion) {
    let journey = generate::journey(25, 5);
    let cancel = Cancel::default();
    for millions in [1, 10] {
        let columns = Arc::new(generate::columns(millions * MILLION));
        // Every tenth event is a purchase, of all of which the value is known.
        let bought = columns.events.iter().step_by(10).map(|event| (event.clone(), Meaning::Purchase));
        let meanings: BTreeMap<String, Meaning> = bought.collect();
        let values: Vec<f64> = (0..columns.len()).map(|row| (row % 97) as f64).collect();
        let currencies = Labels { names: vec!["EUR".to_owned()], codes: vec![1; columns.len()] };
        let worths = Worths { values: &values, currencies: &currencies, meanings: &meanings, clock: &Utc };
        let mut group = criterion.benchmark_group(format!("worth of {millions} M"));
        group.sample_size(10).throughput(Throughput::Elements(columns.len() as u64));
        let engine = ColumnsEngine::new(columns);
        let newest = engine.newest().unwrap_or_default();
        let question = Question { from: Some(newest - 90 * DAY), ..Question::new(Level::Touchpoint) };
        let asked = Asked { journey: &journey, question: &question, members: None, cancel: &cancel };
        group.bench_function("overlay", |bencher| {
            bencher.iter(|| engine.overlays(black_box(&asked), &[Level::Touchpoint]));
        });
        for (name, by) in [("purchases", ActiveBy::Purchases), ("contacts", ActiveBy::Contacts)] {
            group.bench_function(format!("metrics by {name}"), |bencher| {
                bencher.iter(|| engine.metrics(&asked, black_box(by), &worths));
            });
        }
        group.bench_function("stakes", |bencher| {
            bencher.iter(|| engine.stakes(&asked, Level::Touchpoint, &worths, black_box(90 * DAY)));
        });
        group.bench_function("projection", |bencher| {
            bencher.iter(|| engine.projection(black_box(&asked), &worths));
        });
    }
}

criterion_group!(benches, worth);
criterion_main!(benches);
