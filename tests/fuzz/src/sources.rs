//! Sources of interactions and customers, and instants as people write them.

use std::env;
use std::io::Write;
use std::path::Path;

use exchange::{
    DateOrder, DecimalMark, Encoding, Forms, InteractionColumns, ReadOptions, inspect, instant_of,
    read_customers, read_interactions,
};
use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::NamedTempFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What can be read as an instant is one of the years that a calendar has.
pub(crate) fn instants(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    for zone in [chrono_tz::UTC, chrono_tz::Europe::Amsterdam, chrono_tz::Pacific::Apia] {
        let years = -62_135_683_200_000 - 86_400_000..253_402_300_800_000 + 86_400_000;
        assert!(instant_of(text, zone).is_none_or(|at| years.contains(&at)), "{text:?}");
    }
}

/// The first byte says how the others are read: compressed or not, and in which forms.
pub(crate) fn sources(bytes: &[u8]) {
    let Some((&how, content)) = bytes.split_first() else { return };
    let mut file = NamedTempFile::new().expect("a file");
    if how & 1 == 1 {
        let mut encoder = GzEncoder::new(&mut file, Compression::fast());
        encoder.write_all(content).expect("written");
        encoder.finish().expect("packed");
    } else {
        file.write_all(content).expect("written");
    }
    let forms = Forms {
        encoding: [None, Some(Encoding::Utf8), Some(Encoding::Windows1252), None][usize::from(how >> 1 & 3)],
        date_order: [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), None][usize::from(how >> 3 & 3)],
        decimal: [None, Some(DecimalMark::Point), Some(DecimalMark::Comma), None][usize::from(how >> 5 & 3)],
    };
    read_in_each_way(file.path(), forms);
}

/// Each part of a workbook begins with a byte for which it is and one for how many 64 bytes it has: an archive around
/// them is always whole, so that what is damaged is within.
pub(crate) fn workbooks(bytes: &[u8]) {
    const PARTS: [&str; 6] = [
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
    ];
    let mut file = NamedTempFile::new().expect("a file");
    let mut archive = ZipWriter::new(&mut file);
    let mut rest = bytes;
    let mut taken = [false; PARTS.len()];
    while let [part, length, following @ ..] = rest {
        let part = usize::from(*part) % PARTS.len();
        let (content, behind) = following.split_at(following.len().min(usize::from(*length) * 64));
        rest = behind;
        if !std::mem::replace(&mut taken[part], true) {
            archive.start_file(PARTS[part], SimpleFileOptions::default()).expect("begun");
            archive.write_all(content).expect("written");
        }
    }
    archive.finish().expect("an archive");
    read_in_each_way(file.path(), Forms::default());
}

/// A log in XES as it is.
pub(crate) fn logs_of_events(bytes: &[u8]) {
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(b"<?xml version=\"1.0\"?>").expect("written");
    file.write_all(bytes).expect("written");
    read_in_each_way(file.path(), Forms::default());
}

/// How sources are read here.
pub fn options(forms: Forms) -> ReadOptions {
    ReadOptions {
        zone: chrono_tz::Europe::Amsterdam,
        strict: false,
        forms,
        large: false,
        sheet: None,
        folder: env::temp_dir(),
    }
}

/// Reads a source as interactions and as customers, by columns that are guessed and by any. What is read adds up.
///
/// # Panics
///
/// If it does not.
pub fn read_in_each_way(path: &Path, forms: Forms) {
    let options = options(forms);
    let columns = inspect(path, forms.encoding, None).map(|source| source.columns).unwrap_or_default();
    let column = |at: usize| columns.get(at % columns.len().max(1)).cloned();
    let [customer, event, time] = [0, 1, 2].map(column);
    let told = InteractionColumns { customer, event, time, ..InteractionColumns::default() };
    for columns in [InteractionColumns::default(), told] {
        let Ok(mut reading) = read_interactions(path, &columns, &options, &|_| true) else { continue };
        let mut seen = 0;
        let customers = reading.batch.customers.len();
        let see = &mut |part: &model::InteractionRows| {
            seen += part.len() as u64;
            assert!(part.customer.iter().all(|&number| (number as usize) < customers));
        };
        reading.batch.parts.each(see).expect("the rows come back");
        assert_eq!(seen + reading.rejected.total, reading.rows);
    }
    if let Ok(reading) = read_customers(path, column(0).as_deref(), &[], &options, &|_| true) {
        assert_eq!(reading.batch.len() as u64 + reading.rejected.total, reading.rows);
    }
}
