//! How long a whole overlay takes: counts, rates, times and unique customers, over 1 and 10 million interactions; beside
//! it the floor, one pass that only counts, and the same question about a tenth of the customers.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use insight::{entrants, overlay};
use model::{Class, Columns, Journey, Level, Mode, Question, Unit};
use tests::{floor, generate};

const MILLION: usize = 1_000_000;

fn questions() -> [(&'static str, Question); 4] {
    let touchpoints = Question::new(Level::Touchpoint);
    [
        ("touchpoints", touchpoints.clone()),
        ("stages", touchpoints.at(Level::Stage)),
        ("touchpoints by visits", Question { unit: Unit::Visits, ..touchpoints.clone() }),
        ("touchpoints eventually", Question { mode: Mode::Eventual, ..touchpoints }),
    ]
}

fn overlays(criterion: &mut Criterion) {
    let journey = generate::journey(25, 5);
    for millions in [1, 10] {
        let columns = generate::columns(millions * MILLION);
        let mut group = criterion.benchmark_group(format!("overlay of {millions} M"));
        group.sample_size(20).throughput(Throughput::Elements(columns.len() as u64));
        for (name, question) in questions() {
            group.bench_function(name, |bencher| {
                bencher.iter(|| overlay(&columns, &journey, black_box(&question), None));
            });
        }
        group.bench_function("floor", |bencher| bencher.iter(|| floor::count(black_box(&columns))));
        group.bench_function("touchpoints of a tenth", |bencher| {
            let (question, members) = (Question::new(Level::Touchpoint), tenth(&columns));
            bencher.iter(|| overlay(&columns, &journey, black_box(&question), Some(&members)));
        });
        group.bench_function("the list behind a count", |bencher| {
            let question = Question::new(Level::Touchpoint);
            let node = busiest(&journey);
            bencher.iter(|| entrants(&columns, &journey, black_box(&question), None, node, Class::Dropped));
        });
    }
}

/// Every tenth customer.
fn tenth(columns: &Columns) -> Vec<bool> {
    (0..columns.customers.len()).map(|customer| customer % 10 == 0).collect()
}

fn busiest(journey: &Journey) -> model::Node {
    journey.nodes(Level::Touchpoint)[journey.len() / 2]
}

criterion_group!(benches, overlays);
criterion_main!(benches);
