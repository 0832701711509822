//! `touchline export-data`: what a workspace holds, as files for others.

use std::path::Path;

use app::{Content, DataExport, DataFormat, Session};

use crate::arguments;
use crate::progress::Bar;
use crate::saying::{Stop, print_json, say_all, warn};

/// What is asked for: everything unless it is told.
pub fn asked(
    format: arguments::DataFormat,
    what: &[arguments::Content],
    safe: bool,
    replace: bool,
) -> DataExport {
    let content = |what: &arguments::Content| match what {
        arguments::Content::Customers => Content::Customers,
        arguments::Content::Interactions => Content::Interactions,
        arguments::Content::Maps => Content::Maps,
        arguments::Content::Segments => Content::Segments,
    };
    let what: Vec<Content> = what.iter().map(content).collect();
    DataExport {
        what: if what.is_empty() { Content::ALL.to_vec() } else { what },
        format: match format {
            arguments::DataFormat::Csv => DataFormat::Csv,
            arguments::DataFormat::Json => DataFormat::Json,
            arguments::DataFormat::Parquet => DataFormat::Parquet,
        },
        safe,
        replace,
    }
}

/// Exports what was asked for, and says which files hold it.
pub fn run(file: &Path, folder: &Path, asked: &DataExport, json: bool) -> Result<(), Stop> {
    let bar = Bar::new();
    let exported = Session::look(file)?.export_data(folder, asked, &|progress| {
        bar.show(progress);
        true
    });
    bar.finish();
    let exported = exported?;
    warn("note: these files hold personal data, and are not encrypted");
    if json {
        return print_json(&exported);
    }
    say_all(exported.files.iter().map(|each| format!("{}: {} rows", each.path, each.rows)))
}
