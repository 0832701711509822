//! Everything that a workspace holds, written into a folder as files that others read, and that can be read back.

mod documents;
mod wire;

use std::fs;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use exchange::{Column, Datum, Kind, TableFormat, TableWriter};
use store::{Contact, StoreError};

use crate::whole::Whole;
use crate::{AppError, Phase, Progress, Session, Watch};

pub use wire::{Content, DataExport, DataFormat, ExportedData, ExportedFile};

/// How many rows are written before the progress is told again.
const TOLD: u64 = 1 << 14;

/// The heading of the customer's key: the one that imports know best.
const KEY: &str = "customer_key";

/// The heading of the customer's name.
const NAME: &str = "name";

impl Session {
    /// Writes what is asked for into a folder, which is made if there is none: all files or none. A file that is there
    /// is written over only if that is asked for.
    pub fn export_data(
        &self,
        folder: &Path,
        asked: &DataExport,
        watch: Watch<'_>,
    ) -> Result<ExportedData, AppError> {
        let failed = |error| AppError::Write { path: folder.to_owned(), error };
        let is_new = !folder.exists();
        fs::create_dir_all(folder).map_err(failed)?;
        let files = self.write_data(folder, asked, watch);
        if files.is_err() && is_new {
            // Nothing was written into it; what else there may be stays.
            let _ = fs::remove_dir(folder);
        }
        Ok(ExportedData { folder: folder.display().to_string(), files: files? })
    }

    fn write_data(
        &self,
        folder: &Path,
        asked: &DataExport,
        watch: Watch<'_>,
    ) -> Result<Vec<ExportedFile>, AppError> {
        let mut going =
            Leaving { session: self, folder, asked, pace: self.pace(asked, watch)?, files: Vec::new() };
        for content in Content::ALL.into_iter().filter(|content| asked.what.contains(content)) {
            match content {
                Content::Customers => going.customers()?,
                Content::Interactions => going.interactions()?,
                Content::Maps => going.maps()?,
                Content::Segments => going.segments()?,
            }
        }
        going.pace.tell()?;
        going.files.into_iter().map(Written::finish).collect()
    }

    fn pace<'a>(&self, asked: &DataExport, watch: Watch<'a>) -> Result<Pace<'a>, AppError> {
        let counts = self.workspace.counts()?;
        let of = asked.what.iter().map(|content| match content {
            Content::Customers => counts.customers,
            Content::Interactions => counts.interactions,
            // These take no time.
            Content::Maps | Content::Segments => 0,
        });
        Ok(Pace { watch, done: 0, of: of.sum() })
    }
}

/// An export under way.
struct Leaving<'a> {
    session: &'a Session,
    folder: &'a Path,
    asked: &'a DataExport,
    pace: Pace<'a>,
    /// What is written and not yet in its place.
    files: Vec<Written>,
}

/// A file that is written beside its place.
struct Written {
    file: Whole,
    path: PathBuf,
    content: Content,
    rows: u64,
}

impl Written {
    fn finish(self) -> Result<ExportedFile, AppError> {
        let Self { file, path, content, rows } = self;
        file.finish().map_err(|error| AppError::Write { path: path.clone(), error })?;
        Ok(ExportedFile { path: path.display().to_string(), content, rows })
    }
}

/// How far an export is.
struct Pace<'a> {
    watch: Watch<'a>,
    done: u64,
    of: u64,
}

impl Pace<'_> {
    fn row(&mut self) -> Result<(), AppError> {
        self.done += 1;
        if self.done.is_multiple_of(TOLD) { self.tell() } else { Ok(()) }
    }

    fn tell(&self) -> Result<(), AppError> {
        let on = (self.watch)(Progress { phase: Phase::Writing, done: self.done, of: self.of });
        if on { Ok(()) } else { Err(StoreError::Cancelled.into()) }
    }
}

/// A table on its way into a file.
struct Table {
    writer: TableWriter<BufWriter<Whole>>,
    path: PathBuf,
    rows: u64,
}

impl Table {
    fn row(&mut self, cells: &[Datum<'_>]) -> Result<(), AppError> {
        self.rows += 1;
        self.writer.row(cells).map_err(|error| AppError::Write { path: self.path.clone(), error })
    }
}

impl Leaving<'_> {
    fn customers(&mut self) -> Result<(), AppError> {
        let session = self.session;
        let attributes: Vec<String> =
            session.workspace.attributes()?.into_iter().map(|attribute| attribute.name).collect();
        let [key, name] = [KEY, NAME].map(|heading| free_heading(heading, &attributes));
        let headings = [key, name].into_iter().chain(attributes.iter().cloned());
        let columns: Vec<Column> = headings.map(|heading| Column { heading, kind: Kind::Text }).collect();
        let mut table = self.table("customers", &columns)?;
        session.workspace.each_customer(|customer| {
            let mut values = customer.attributes.iter().peekable();
            let mut cells = vec![Datum::Text(&customer.key), text(customer.name.as_deref())];
            // Both are sorted by name.
            cells.extend(attributes.iter().map(|attribute| {
                text(values.next_if(|(name, _)| name == attribute).map(|(_, value)| value.as_str()))
            }));
            table.row(&cells)?;
            self.pace.row()
        })?;
        self.keep(Content::Customers, table)
    }

    fn interactions(&mut self) -> Result<(), AppError> {
        let columns = [
            (KEY, Kind::Text),
            ("time", Kind::Instant),
            ("event", Kind::Text),
            ("channel", Kind::Text),
            ("value", Kind::Number),
            ("currency", Kind::Text),
        ];
        let columns = columns.map(|(heading, kind)| Column { heading: heading.to_owned(), kind });
        let mut table = self.table("interactions", &columns)?;
        let session = self.session;
        session.workspace.each_contact(|contact: &Contact<'_>| {
            let time = if contact.date_only {
                Datum::Day(contact.at, session.zone)
            } else {
                Datum::Instant(contact.at)
            };
            table.row(&[
                Datum::Text(contact.customer),
                time,
                Datum::Text(contact.event),
                text(contact.channel),
                contact.value.map_or(Datum::Nothing, Datum::Number),
                text(contact.currency),
            ])?;
            self.pace.row()
        })?;
        self.keep(Content::Interactions, table)
    }

    fn table(&self, name: &str, columns: &[Column]) -> Result<Table, AppError> {
        let (format, extension) = match self.asked.format {
            DataFormat::Csv => (TableFormat::Csv { safe: self.asked.safe }, "csv"),
            DataFormat::Json => (TableFormat::JsonLines, "jsonl"),
            DataFormat::Parquet => (TableFormat::Parquet, "parquet"),
        };
        let path = self.folder.join(format!("{name}.{extension}"));
        let failed = |error| AppError::Write { path: path.clone(), error };
        let sink = BufWriter::new(self.begin(&path)?);
        let writer = TableWriter::begin(sink, format, columns).map_err(failed)?;
        Ok(Table { writer, path, rows: 0 })
    }

    /// Begins a file beside its place.
    fn begin(&self, path: &Path) -> Result<Whole, AppError> {
        self.session.refuse_workspaces(path)?;
        if !self.asked.replace && fs::symlink_metadata(path).is_ok() {
            return Err(AppError::FileThere(path.to_owned()));
        }
        Whole::begin(path).map_err(|error| AppError::Write { path: path.to_owned(), error })
    }

    fn keep(&mut self, content: Content, table: Table) -> Result<(), AppError> {
        let Table { writer, path, rows } = table;
        let file = writer.finish().and_then(|sink| sink.into_inner().map_err(io::Error::from));
        let file = file.map_err(|error| AppError::Write { path: path.clone(), error })?;
        self.files.push(Written { file, path, content, rows });
        Ok(())
    }
}

fn text(text: Option<&str>) -> Datum<'_> {
    text.map_or(Datum::Nothing, Datum::Text)
}

/// A heading that no attribute has, and that is known for what it is all the same: names of columns are compared by
/// their letters.
fn free_heading(heading: &str, attributes: &[String]) -> String {
    let mut heading = heading.to_owned();
    while attributes.contains(&heading) {
        heading.push('_');
    }
    heading
}
