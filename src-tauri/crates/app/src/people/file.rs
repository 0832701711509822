//! Lists of people as files for spreadsheets and programs.

use std::io::{self, BufWriter};
use std::path::Path;

use exchange::CsvWriter;
use store::StoreError;

use super::{Column, FileColumn, Listing, Person, Reader};
use crate::whole::Whole;
use crate::{AppError, Locale, Phase, Progress, Session, Watch, when};

/// How many values are read at once. What is known of customers is gone through for each stretch of rows, so that many
/// small ones would take long.
const VALUES: usize = 200_000;

/// The fewest and the most rows of a stretch.
const STRIDE: (usize, usize) = (1000, 16_384);

impl Session {
    /// Writes a whole list as CSV, in its order and with these columns, and gives how many rows it has. Where `watch`
    /// says `false`, nothing is written: a file that is there already stays as it is.
    pub fn export_people(
        &mut self,
        path: &Path,
        listing: &Listing,
        columns: &[FileColumn],
        reader: Reader,
        watch: Watch<'_>,
    ) -> Result<u64, AppError> {
        self.refuse_workspaces(path)?;
        let failed = |error| AppError::Write { path: path.to_owned(), error };
        let mut csv = Whole::begin(path).and_then(|file| writer(file, reader)).map_err(failed)?;
        csv.record(columns.iter().map(|column| column.heading.as_str())).map_err(failed)?;
        let list = self.list(listing)?;
        let of = list.rows.len() as u64;
        let tell = |done: usize| {
            let on = watch(Progress { phase: Phase::Writing, done: done as u64, of });
            if on { Ok(()) } else { Err(StoreError::Cancelled) }
        };
        let attributes: Vec<String> = columns.iter().filter_map(|each| each.column.attribute()).collect();
        let stride = (VALUES / (attributes.len() + 1)).clamp(STRIDE.0, STRIDE.1);
        for start in (0..list.rows.len()).step_by(stride) {
            tell(start)?;
            let rows = list.stretch(start, start + stride, listing.order.descending);
            for person in self.shown(&rows, &attributes)? {
                let record = self.record(person, columns, reader);
                csv.record(record.iter().map(String::as_str)).map_err(failed)?;
            }
        }
        tell(list.rows.len())?;
        let written = csv.finish().and_then(|file| Ok(file.into_inner()?));
        written.and_then(Whole::finish).map_err(failed)?;
        Ok(of)
    }

    /// The columns of a file that leaves nothing out that is known of some people, headed as programs expect.
    pub fn every_column(&self, with_entry: bool) -> Result<Vec<FileColumn>, AppError> {
        let headed = |column, heading: &str| FileColumn { column, heading: heading.to_owned() };
        let mut columns = vec![headed(Column::Key, "key"), headed(Column::Name, "name")];
        columns.extend(with_entry.then(|| headed(Column::Entry, "entered")));
        for attribute in self.workspace.attributes()? {
            columns.push(FileColumn {
                heading: attribute.name.clone(),
                column: Column::Attribute(attribute.name),
            });
        }
        Ok(columns)
    }

    fn record(&self, person: Person, columns: &[FileColumn], reader: Reader) -> Vec<String> {
        let mut values = person.values.into_iter();
        let instant = |at: Option<i64>| match (at, reader) {
            (None, _) => String::new(),
            (Some(at), Reader::Program) => when::rfc3339(at),
            (Some(at), Reader::Spreadsheet(_)) => when::clock(at, self.zone),
        };
        let cell = |each: &FileColumn| match &each.column {
            Column::Key => person.key.clone(),
            Column::Name => person.name.clone().unwrap_or_default(),
            Column::Entry => instant(person.entry),
            Column::First => instant(person.activity.first),
            Column::Last => instant(person.activity.last),
            Column::Interactions => person.activity.interactions.to_string(),
            Column::Attribute(_) => values.next().flatten().unwrap_or_default(),
        };
        columns.iter().map(cell).collect()
    }
}

fn writer(file: Whole, reader: Reader) -> io::Result<CsvWriter<BufWriter<Whole>>> {
    let sink = BufWriter::new(file);
    match reader {
        Reader::Program => Ok(CsvWriter::new(sink)),
        // Where numbers have a comma, lists are separated by semicolons.
        Reader::Spreadsheet(Locale::Nl) => CsvWriter::for_spreadsheet(sink, ';'),
        Reader::Spreadsheet(Locale::En) => CsvWriter::for_spreadsheet(sink, ','),
    }
}

impl Column {
    fn attribute(&self) -> Option<String> {
        match self {
            Self::Attribute(name) => Some(name.clone()),
            Self::Key | Self::Name | Self::Entry | Self::First | Self::Last | Self::Interactions => None,
        }
    }
}
