//! Reads a list of customers.

use std::path::Path;

use model::{CustomerBatch, CustomerRows};

use crate::cell::Cell;
use crate::clock::LocalTimes;
use crate::columns::{self, Attribute, CustomerColumns};
use crate::error::ReadError;
use crate::forms::Evidence;
use crate::guess;
use crate::intake::{self, Intake, OnProgress, Opener, Outcome, ReadOptions, Reading, Split};
use crate::names::LONGEST_NAME;
use crate::rejection::RejectReason;
use crate::role::Role;
use crate::table::{self, Head, Header, Row};

/// What was read from a list of customers.
pub type CustomerReading = Reading<CustomerBatch, CustomerColumns>;

/// The field that is the name to show, when columns are given.
const NAME: &str = "name";

/// Reads all customers of a source, in its order.
///
/// `key` is the column of the customer's key, guessed if it is `None`. `columns` are pairs of a field and the
/// column it is read from, where the field `name` is the name to show and any other is an attribute of that
/// name. Without any, the name is guessed and every other column is an attribute of the same name.
///
/// `progress` is called every few dozen milliseconds; if it returns false, reading stops with
/// [`ReadError::Cancelled`].
pub fn read_customers(
    path: &Path,
    key: Option<&str>,
    columns: &[(String, String)],
    options: &ReadOptions,
    progress: &(dyn Fn(crate::Progress) -> bool + Sync),
) -> Result<CustomerReading, ReadError> {
    read_split(
        &|encoding| table::open(path, encoding, options.sheet.as_deref(), options.large),
        key,
        columns,
        options,
        Split::default(),
        progress,
    )
}

/// As [`read_customers`], of whatever can be opened, with the work split as told.
pub(crate) fn read_split(
    open: Opener<'_>,
    key: Option<&str>,
    columns: &[(String, String)],
    options: &ReadOptions,
    split: Split,
    progress: OnProgress<'_>,
) -> Result<CustomerReading, ReadError> {
    let nothing = |_: &Head| Evidence::default();
    let ((batch, columns, header, sheets), outcome) =
        intake::in_its_forms(open, options.forms, nothing, |table, _| {
            let Head { header, sheets, .. } = table.head().clone();
            let columns = chosen(&header.names, key, columns)?;
            let form = Form::new(&columns, &header.names)?;
            let attributes = columns.attributes.iter().map(|attribute| attribute.field.clone()).collect();
            let mut batch = CustomerBatch { attributes, blocks: Vec::new() };
            let outcome = intake::read_all(table, &form, split, progress, |_, rows| {
                batch.blocks.push(rows);
                Ok(())
            })?;
            Ok(((batch, columns, header, sheets), outcome))
        })?;
    let Outcome { rejected, rows, fingerprint, forms, .. } = outcome.check(options.strict)?;
    let (local_times, unread_value) = (LocalTimes::default(), None);
    let Header { written: header, repeated, .. } = header;
    Ok(Reading {
        batch,
        header,
        repeated,
        columns,
        rejected,
        rows,
        local_times,
        forms,
        unread_value,
        fingerprint,
        sheets,
        stages: None,
    })
}

/// The columns to read: those that were given, or else guessed.
fn chosen(
    header: &[String],
    key: Option<&str>,
    given: &[(String, String)],
) -> Result<CustomerColumns, ReadError> {
    let key = key.map(|key| columns::position(header, key)).transpose()?;
    let guessed = guess::customers(header, key);
    if given.is_empty() {
        return Ok(guessed);
    }
    let mut chosen = CustomerColumns { key: guessed.key, ..CustomerColumns::default() };
    for (field, column) in given {
        let column = header[columns::position(header, column)?].clone();
        if field == NAME {
            chosen.name.push(column);
        } else {
            chosen.attributes.push(Attribute { field: field.clone(), column });
        }
    }
    Ok(chosen)
}

/// How a row is read.
struct Form {
    key: usize,
    name: Vec<usize>,
    attributes: Vec<usize>,
}

impl Form {
    fn new(columns: &CustomerColumns, header: &[String]) -> Result<Self, ReadError> {
        let at = |column: &String| columns::position(header, column);
        let missing = || ReadError::MissingColumn { role: Role::Customer, columns: header.to_vec() };
        Ok(Self {
            key: at(columns.key.as_ref().ok_or_else(missing)?)?,
            name: columns.name.iter().map(at).collect::<Result<_, _>>()?,
            attributes: columns.attributes.iter().map(|it| at(&it.column)).collect::<Result<_, _>>()?,
        })
    }
}

impl Intake for Form {
    type Scribe = ();
    type Rows = CustomerRows;

    fn scribe(&self) {}

    fn take(
        &self,
        (): &mut (),
        row: &dyn Row,
        rows: &mut Self::Rows,
        _: &mut Evidence,
    ) -> Result<(), RejectReason> {
        let text = |at: usize| row.cell(at).text();
        if matches!(row.cell(self.key), Cell::Nested(_)) {
            return Err(RejectReason::Nested { role: Role::Customer });
        }
        let key = text(self.key);
        if key.is_empty() {
            return Err(RejectReason::EmptyCustomer);
        }
        if key.len() > LONGEST_NAME {
            return Err(RejectReason::TooLong { role: Role::Customer, bytes: key.len() as u32 });
        }
        let names: Vec<_> = self.name.iter().map(|&at| text(at)).filter(|name| !name.is_empty()).collect();
        let (name, values): (_, Vec<_>) =
            (names.join(" "), self.attributes.iter().map(|&at| text(at)).collect());
        let cells = [key.as_ref(), name.as_str()];
        rows.push(cells.into_iter().chain(values.iter().map(AsRef::as_ref)));
        Ok(())
    }

    fn end(&self, (): &mut (), _: &mut Self::Rows) {}
}
