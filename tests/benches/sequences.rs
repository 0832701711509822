//! How long funnels, variants and paths take over 1 and 10 million interactions, and the list behind one of their counts.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use insight::ColumnsEngine;
use model::{
    Along, Asked, Cancel, Engine, Exclusion, Funnel, Level, PathsOf, Question, StepClass, Toward, VariantsOf,
};
use tests::generate;

const MILLION: usize = 1_000_000;

fn sequences(criterion: &mut Criterion) {
    let journey = generate::journey(25, 5);
    let (stages, touchpoints) = (journey.nodes(Level::Stage), journey.nodes(Level::Touchpoint));
    let plain = Funnel::of(stages.clone());
    let mut chosen = plain.clone();
    chosen.steps[1].optional = true;
    chosen.exclusions.push(Exclusion { node: touchpoints[12], after: 1 });
    let (question, cancel) = (Question::new(Level::Touchpoint), Cancel::default());
    for millions in [1, 10] {
        let columns = Arc::new(generate::columns(millions * MILLION));
        let mut group = criterion.benchmark_group(format!("sequences of {millions} M"));
        group.sample_size(10).throughput(Throughput::Elements(columns.len() as u64));
        let engine = ColumnsEngine::new(columns);
        let asked = Asked { journey: &journey, question: &question, members: None, cancel: &cancel };
        group.bench_function("funnel of stages", |bencher| {
            bencher.iter(|| engine.funnel(&asked, black_box(&plain)));
        });
        group.bench_function("funnel with exclusions", |bencher| {
            bencher.iter(|| engine.funnel(&asked, black_box(&chosen)));
        });
        group.bench_function("variants", |bencher| {
            bencher.iter(|| engine.variants(&asked, black_box(VariantsOf { length: 6, top: 8 })));
        });
        let of = PathsOf { node: touchpoints[12], toward: Toward::Next, depth: 3, most: 4 };
        group.bench_function("paths", |bencher| bencher.iter(|| engine.paths(&asked, black_box(of))));
        let lost = Along::Funnel { funnel: plain.clone(), step: 1, class: StepClass::Lost };
        group.bench_function("the list behind a count", |bencher| {
            bencher.iter(|| engine.who_went(&asked, black_box(&lost)));
        });
    }
}

criterion_group!(benches, sequences);
criterion_main!(benches);
