//! JSON lines: each row an object on a line of its own, with every column, so that the first line names them all.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::{Column, Datum, day_text, instant_text};

#[derive(Debug)]
pub(super) struct JsonLines<W: Write> {
    sink: W,
    columns: Vec<String>,
}

impl<W: Write> JsonLines<W> {
    pub fn begin(sink: W, columns: &[Column]) -> Self {
        Self { sink, columns: columns.iter().map(|column| column.heading.clone()).collect() }
    }

    pub fn row(&mut self, cells: &[Datum<'_>]) -> io::Result<()> {
        serde_json::to_writer(&mut self.sink, &Object { columns: &self.columns, cells })?;
        self.sink.write_all(b"\n")
    }

    pub fn finish(mut self) -> io::Result<W> {
        self.sink.flush()?;
        Ok(self.sink)
    }
}

struct Object<'a> {
    columns: &'a [String],
    cells: &'a [Datum<'a>],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.cells.len()))?;
        for (name, cell) in self.columns.iter().zip(self.cells) {
            object.serialize_key(name)?;
            match *cell {
                Datum::Nothing => object.serialize_value(&())?,
                Datum::Text(text) => object.serialize_value(text)?,
                Datum::Number(number) => object.serialize_value(&number)?,
                Datum::Instant(at) => object.serialize_value(&instant_text(at))?,
                Datum::Day(at, zone) => object.serialize_value(&day_text(at, zone))?,
            }
        }
        object.end()
    }
}
