//! Parquet: typed columns in groups of rows, instants as microseconds in UTC.
//!
//! Where some instants are days, a column of flags beside theirs says which, and the file says in which zone.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;

use chrono_tz::Tz;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::{Column, Datum, Kind};
use crate::columnar::{ONLY_DAYS, ZONE};

/// How many rows a group has.
const GROUP: usize = 1 << 16;

pub(super) struct Columnar<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<Filling>,
    rows: usize,
    zone: Option<Tz>,
}

/// A column of the group that is being filled.
enum Filling {
    Texts(Vec<ByteArray>, Vec<i16>),
    Numbers(Vec<f64>, Vec<i16>),
    /// With whether each is a day.
    Instants(Vec<i64>, Vec<i16>, Vec<bool>),
}

impl<W: Write + Send> Columnar<W> {
    pub fn begin(sink: W, columns: &[Column]) -> io::Result<Self> {
        let mut fields = Vec::new();
        for Column { heading, kind } in columns {
            let (physical, logical) = match kind {
                Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
                Kind::Number | Kind::Share => (Physical::DOUBLE, None),
                Kind::Instant => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
            };
            fields.push(field(heading, physical, logical, Repetition::OPTIONAL)?);
            if *kind == Kind::Instant {
                let flag = format!("{heading}{ONLY_DAYS}");
                fields.push(field(&flag, Physical::BOOLEAN, None, Repetition::REQUIRED)?);
            }
        }
        let schema = Type::group_type_builder("table").with_fields(fields).build().map_err(failed)?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer =
            SerializedFileWriter::new(sink, Arc::new(schema), Arc::new(properties)).map_err(failed)?;
        let columns = columns.iter().map(|column| Filling::of(column.kind)).collect();
        Ok(Self { writer, columns, rows: 0, zone: None })
    }

    pub fn row(&mut self, cells: &[Datum<'_>]) -> io::Result<()> {
        for (column, &cell) in self.columns.iter_mut().zip(cells) {
            if let Datum::Day(_, zone) = cell {
                self.zone = Some(zone);
            }
            column.push(cell);
        }
        self.rows += 1;
        if self.rows == GROUP { self.write_group().map_err(failed) } else { Ok(()) }
    }

    pub fn finish(mut self) -> io::Result<W> {
        if self.rows > 0 {
            self.write_group().map_err(failed)?;
        }
        if let Some(zone) = self.zone {
            self.writer.append_key_value_metadata(KeyValue::new(ZONE.to_owned(), zone.name().to_owned()));
        }
        self.writer.into_inner().map_err(failed)
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let mut writer = next(&mut group)?;
            match column {
                Filling::Texts(values, levels) => {
                    writer.typed::<ByteArrayType>().write_batch(values, Some(levels), None)?;
                }
                Filling::Numbers(values, levels) => {
                    writer.typed::<DoubleType>().write_batch(values, Some(levels), None)?;
                }
                Filling::Instants(values, levels, days) => {
                    writer.typed::<Int64Type>().write_batch(values, Some(levels), None)?;
                    writer.close()?;
                    writer = next(&mut group)?;
                    writer.typed::<BoolType>().write_batch(days, None, None)?;
                }
            }
            writer.close()?;
            column.clear();
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

/// The writer of the next column: there is one in the schema for each that is filled.
fn next<'a, W: Write + Send>(
    group: &'a mut SerializedRowGroupWriter<'_, W>,
) -> Result<SerializedColumnWriter<'a>, ParquetError> {
    group.next_column()?.ok_or_else(|| ParquetError::EOF("the schema has no more columns".to_owned()))
}

impl Filling {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Texts(Vec::new(), Vec::new()),
            Kind::Number | Kind::Share => Self::Numbers(Vec::new(), Vec::new()),
            Kind::Instant => Self::Instants(Vec::new(), Vec::new(), Vec::new()),
        }
    }

    fn push(&mut self, cell: Datum<'_>) {
        let there = i16::from(!matches!(cell, Datum::Nothing));
        match (self, cell) {
            (Self::Texts(values, levels), cell) => {
                levels.push(there);
                if let Datum::Text(text) = cell {
                    values.push(ByteArray::from(text));
                }
            }
            (Self::Numbers(values, levels), cell) => {
                levels.push(there);
                if let Datum::Number(number) = cell {
                    values.push(number);
                }
            }
            (Self::Instants(values, levels, days), cell) => {
                levels.push(there);
                days.push(matches!(cell, Datum::Day(..)));
                if let Datum::Instant(at) | Datum::Day(at, _) = cell {
                    values.push(at.saturating_mul(1000));
                }
            }
        }
    }

    fn clear(&mut self) {
        match self {
            Self::Texts(values, levels) => (values.clear(), levels.clear()),
            Self::Numbers(values, levels) => (values.clear(), levels.clear()),
            Self::Instants(values, levels, days) => {
                days.clear();
                (values.clear(), levels.clear())
            }
        };
    }
}

fn field(
    name: &str,
    physical: Physical,
    logical: Option<LogicalType>,
    repetition: Repetition,
) -> io::Result<Arc<Type>> {
    let field =
        Type::primitive_type_builder(name, physical).with_logical_type(logical).with_repetition(repetition);
    Ok(Arc::new(field.build().map_err(failed)?))
}

/// What went wrong, as the system said it where it did.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}

impl<W: Write + Send> fmt::Debug for Columnar<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Columnar").field("rows", &self.rows).finish_non_exhaustive()
    }
}
