//! What leaves a workspace comes back as it was.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use app::{
    AppError, Content, CustomerImport, DataExport, DataFormat, InteractionImport, Locale, NewWorkspace,
    Phase, Session,
};
use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;

fn workspace(folder: &Path, name: &str) -> Session {
    let new = NewWorkspace {
        title: None,
        timezone: "Europe/Amsterdam".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    Session::create(&folder.join(name), &new).expect("created")
}

fn everything(format: DataFormat) -> DataExport {
    DataExport { what: Content::ALL.to_vec(), format, safe: false, replace: false }
}

/// Exports all tables, and gives what is in them: the header, and all rows by customer.
fn exported(session: &Session, folder: &Path, format: DataFormat) -> Vec<Vec<String>> {
    let files = session.export_data(folder, &everything(format), &|_| true).expect("exported").files;
    let rows = |path: &str| {
        let text = fs::read_to_string(path).expect("text");
        let mut rows: Vec<String> = text.split('\n').map(str::to_owned).collect();
        // Customers stand in the order in which they came; what one of them did stays in its order.
        rows[1..].sort_by_key(|row| row.split(",\"time").next().unwrap_or_default().to_owned());
        rows
    };
    files.iter().filter(|file| file.path.ends_with("jsonl")).map(|file| rows(&file.path)).collect()
}

/// Reads what was exported into another workspace.
fn read_back(from: &Path, to: &mut Session, extension: &str) {
    let customers = from.join(format!("customers.{extension}"));
    let strict = CustomerImport { strict: true, ..CustomerImport::default() };
    to.import_customers(&customers, &strict, &|_| true).expect("customers");
    let strict = InteractionImport { strict: true, ..InteractionImport::default() };
    let interactions = from.join(format!("interactions.{extension}"));
    to.import_interactions(&interactions, &strict, &|_| true).expect("interactions");
}

/// Texts with all that a format might stumble over.
fn awkward() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a"),
        Just("B"),
        Just("é"),
        Just("漢"),
        Just("'"),
        Just("\""),
        Just(","),
        Just(";"),
        Just("\t"),
        Just("|"),
        Just("="),
        Just("-"),
        Just("+1"),
        Just("@"),
        Just("\\n"),
        Just("\n"),
        Just("\r\n"),
        Just(" "),
        Just("1.234"),
        Just("2024-03-31"),
        Just("null"),
        Just("true"),
        Just("[x]"),
        Just("{}"),
        Just("\u{feff}"),
        Just("\u{202e}"),
    ];
    vec(piece, 1..5).prop_map(|pieces| pieces.concat().trim().to_owned()).prop_filter("something", |text| {
        // The mark of an encoding at the start of a file is not part of it.
        !text.is_empty() && !text.starts_with('\u{feff}')
    })
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

prop_compose! {
    fn interaction()(
        customer in 0..4_usize,
        minute in 0..6_u32,
        day in proptest::option::weighted(0.2, 1..32_u32),
        event in 0..4_usize,
        channel in proptest::option::of(0..3_usize),
        value in proptest::option::of(prop_oneof![any::<i32>().prop_map(f64::from), -1e6..1e6, Just(1.234), Just(-0.0), Just(1e-7)]),
    ) -> (usize, String, usize, Option<usize>, Option<f64>) {
        let time = day.map_or(format!("2024-03-31 02:{minute:02}:00.25"), |day| format!("2024-03-{day:02}"));
        (customer, time, event, channel, value)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn random_data_comes_back_as_it_was(
        texts in vec(awkward(), 12),
        interactions in vec(interaction(), 1..30),
        attributes in vec(proptest::option::of(awkward()), 8),
    ) {
        let folder = TempDir::new().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let mut session = workspace(folder.path(), "one.touchline");
        let mut crm = "customer,name,City,size\n".to_owned();
        for (customer, values) in attributes.chunks(2).enumerate() {
            let [one, other] = [0, 1].map(|at| values[at].as_deref().map(quoted).unwrap_or_default());
            writeln!(crm, "{},{},{one},{other}", quoted(&texts[customer]), quoted(&texts[customer + 4])).expect("text");
        }
        let mut log = "customer,time,event,channel,value\n".to_owned();
        for (customer, time, event, channel, value) in &interactions {
            let channel = channel.map(|at| quoted(&texts[at + 5])).unwrap_or_default();
            let value = value.map(|value| value.to_string()).unwrap_or_default();
            let [customer, event] = [&texts[*customer], &texts[event + 8]].map(|text| quoted(text));
            writeln!(log, "{customer},{time},{event},{channel},{value}").expect("text");
        }
        fs::write(at("crm.csv"), crm).expect("written");
        fs::write(at("log.csv"), log).expect("written");
        session.import_customers(&at("crm.csv"), &CustomerImport::default(), &|_| true).expect("imported");
        session.import_interactions(&at("log.csv"), &InteractionImport::default(), &|_| true).expect("imported");

        let before = exported(&session, &at("json"), DataFormat::Json);
        exported(&session, &at("csv"), DataFormat::Csv);
        exported(&session, &at("parquet"), DataFormat::Parquet);
        for (from, extension) in [("csv", "csv"), ("json", "jsonl"), ("parquet", "parquet")] {
            let mut other = workspace(folder.path(), &format!("{from}.touchline"));
            read_back(&at(from), &mut other, extension);
            let again = exported(&other, &at(&format!("{from} again")), DataFormat::Json);
            prop_assert_eq!(&again, &before, "by {}", extension);
        }
    }
}

#[test]
fn an_export_that_is_stopped_leaves_nothing() {
    let folder = TempDir::new().expect("a folder");
    let session = Session::sample(&folder.path().join("s.touchline")).expect("the sample");
    let out = folder.path().join("out");
    let stop = session.export_data(&out, &everything(DataFormat::Csv), &|progress| {
        assert_eq!((progress.phase, progress.of), (Phase::Writing, 31_706));
        progress.done < 20_000
    });
    assert!(matches!(stop, Err(AppError::Store(_))), "{stop:?}");
    assert!(!out.exists());
}
