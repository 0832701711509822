//! Reads a source of interactions.

use std::path::Path;

use model::InteractionBatch;

use crate::cell::Cell;
use crate::clock::Clock;
use crate::columns::{InteractionColumns, Positions};
use crate::error::ReadError;
use crate::forms::{DecimalMark, Evidence, Forms};
use crate::guess;
use crate::intake::{self, Intake, OnProgress, Opener, Outcome, ReadOptions, Reading, Split};
use crate::ledger::{CHANNEL, CURRENCY, CUSTOMER, EVENT, Ledger, NAMED, NOTHING, Rows};
use crate::names::{LONGEST_NAME, Listing, Mark, Names};
use crate::rejection::RejectReason;
use crate::role::Role;
use crate::stages::StageChecks;
use crate::table::{self, Head, Header, Row, Table};
use crate::xlsx::Sheets;

/// What was read from a source of interactions.
pub type InteractionReading = Reading<InteractionBatch, InteractionColumns>;

/// Reads all interactions of a source, in its order. Columns that are not given are guessed.
///
/// `progress` is called every few dozen milliseconds; if it returns false, reading stops with
/// [`ReadError::Cancelled`].
pub fn read_interactions(
    path: &Path,
    columns: &InteractionColumns,
    options: &ReadOptions,
    progress: &(dyn Fn(crate::Progress) -> bool + Sync),
) -> Result<InteractionReading, ReadError> {
    read_split(
        &|encoding| table::open(path, encoding, options.sheet.as_deref(), options.large),
        columns,
        options,
        Split::default(),
        progress,
    )
}

/// As [`read_interactions`], of whatever can be opened, with the work split as told.
pub(crate) fn read_split(
    open: Opener<'_>,
    columns: &InteractionColumns,
    options: &ReadOptions,
    split: Split,
    progress: OnProgress<'_>,
) -> Result<InteractionReading, ReadError> {
    let sampled = |head: &Head| sample(head, columns, options);
    let (taken, outcome) = intake::in_its_forms(open, options.forms, sampled, |table, forms| {
        let options = ReadOptions { forms, ..options.clone() };
        read_as(table, columns, &options, split, progress)
    })?;
    let Outcome { rejected, rows, fingerprint, forms, .. } = outcome.check(options.strict)?;
    let Taken { ledger, header, sheets, columns, unread_value } = taken;
    let Header { written: header, repeated, .. } = header;
    let local_times = ledger.local_times;
    let stages = Some(ledger.checks.clone()).filter(|checks| !checks.stages.is_empty());
    let batch = ledger.batch();
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
        stages,
    })
}

/// What one reading takes.
struct Taken {
    ledger: Ledger,
    header: Header,
    sheets: Option<Sheets>,
    columns: InteractionColumns,
    unread_value: Option<String>,
}

fn read_as(
    table: &mut dyn Table,
    given: &InteractionColumns,
    options: &ReadOptions,
    split: Split,
    progress: OnProgress<'_>,
) -> Result<(Taken, Outcome), ReadError> {
    let Head { header, sample, sheets, .. } = table.head();
    let (header, sheets) = (header.clone(), sheets.clone());
    let names = &header.names;
    let positions = Positions::of(&guess::interactions(names, sample, given), names)?;
    let columns = positions.names(names, given);
    let unread_value = guess::unread_value(names, sample, given);
    let every = given.every.as_deref().unwrap_or_default().trim();
    let stages: Vec<&str> = given.stages.iter().map(|each| each.stage.trim()).collect();
    if stages.iter().any(|stage| stage.is_empty() || stage.len() > LONGEST_NAME) {
        return Err(ReadError::MissingColumn { role: Role::Event, columns: names.clone() });
    }
    let form = Form { positions, every, stages, options };
    let mut ledger = Ledger::new(split.workers, &options.folder)?;
    let outcome = intake::read_all(table, &form, split, progress, |worker, rows| {
        ledger.enter(worker, &rows, &columns)
    })?;
    Ok((Taken { ledger, header, sheets, columns, unread_value }, outcome))
}

/// What the first rows show of how the source writes dates and numbers.
fn sample(head: &Head, given: &InteractionColumns, options: &ReadOptions) -> Evidence {
    let Head { header: Header { names: header, .. }, sample, .. } = head;
    let mut evidence = Evidence::default();
    let Ok(at) = Positions::of(&guess::interactions(header, sample, given), header) else { return evidence };
    let mut clock = Clock::new(options.zone);
    for row in sample {
        for time in at.time.iter().chain(&at.stages).filter_map(|&time| row.get(time)) {
            time.lent().instant(&mut clock, None, &mut evidence);
        }
        if let Some(value) = at.value.and_then(|value| row.get(value)) {
            value.lent().number(DecimalMark::Point, &mut evidence);
        }
    }
    evidence
}

/// How a row is read.
struct Form<'a> {
    positions: Positions,
    /// The event of every row, where no column says it.
    every: &'a str,
    /// The names of the stages whose dates a row has.
    stages: Vec<&'a str>,
    options: &'a ReadOptions,
}

/// What a worker remembers: the names it has seen, and the zone's days.
struct Scribe {
    names: [Names; 4],
    /// Where the lists had come to when the block began.
    marks: [Mark; 4],
    /// The customers of the last rows, to be numbered together.
    customers: Listing,
    clock: Clock,
}

impl Intake for Form<'_> {
    type Scribe = Scribe;
    type Rows = Rows;

    fn scribe(&self) -> Scribe {
        Scribe {
            names: Default::default(),
            marks: Default::default(),
            customers: Listing::default(),
            clock: Clock::new(self.options.zone),
        }
    }

    fn take(
        &self,
        scribe: &mut Scribe,
        row: &dyn Row,
        rows: &mut Rows,
        evidence: &mut Evidence,
    ) -> Result<(), RejectReason> {
        let optional = |at: Option<usize>| at.map_or(NO_CELL, |at| row.cell(at));
        let Positions { customer, event, time, channel, value, currency, .. } = self.positions;
        let Some(time) = time else { return self.take_stages(scribe, row, rows, evidence) };
        let customer = filled(row.cell(customer), RejectReason::EmptyCustomer)?;
        let event = event.map_or(Cell::Text(self.every.as_bytes()), |event| row.cell(event));
        let event = filled(event, RejectReason::EmptyEvent)?;
        let time = filled(row.cell(time), RejectReason::EmptyTime)?;
        let cells = [customer, event, optional(channel), optional(currency)];
        let [customer, event, channel, currency] = cells.map(Cell::name);
        for (role, cell) in NAMED.into_iter().zip(cells) {
            if matches!(cell, Cell::Nested(_)) {
                return Err(RejectReason::Nested { role });
            }
        }
        for (role, name) in NAMED.into_iter().zip([&customer, &event, &channel, &currency]) {
            if name.len() > LONGEST_NAME {
                return Err(RejectReason::TooLong { role, bytes: name.len() as u32 });
            }
        }
        let Forms { date_order, decimal, .. } = self.options.forms;
        let instant = time
            .instant(&mut scribe.clock, date_order, evidence)
            .ok_or_else(|| RejectReason::bad_time(&time.name()))?;
        let decimal = decimal.unwrap_or(DecimalMark::Point);
        let value = optional(value);
        let number = if value.is_empty() {
            None
        } else {
            let number = value.number(decimal, evidence);
            Some(number.ok_or_else(|| RejectReason::bad_value(&value.name()))?)
        };
        let names = &mut scribe.names;
        let row = rows.at.len();
        scribe.customers.push(&customer);
        rows.event.push(names[EVENT].number(&event));
        rows.at.push(instant.at);
        rows.local_times.add(instant.shown);
        rows.date_only.set(row, instant.date_only.then_some(true), false);
        let mut numbered = |role: usize, name: &[u8]| (!name.is_empty()).then(|| names[role].number(name));
        rows.channel.set(row, numbered(CHANNEL, &channel), NOTHING);
        rows.value.set(row, number, f64::NAN);
        rows.currency.set(row, numbered(CURRENCY, &currency), NOTHING);
        if scribe.customers.is_large() {
            scribe.number_customers(rows);
        }
        Ok(())
    }

    fn end(&self, scribe: &mut Scribe, rows: &mut Rows) {
        scribe.number_customers(rows);
        let names = &scribe.names;
        rows.new = Some([0, 1, 2, 3].map(|role| names[role].since(scribe.marks[role])));
        scribe.marks = [0, 1, 2, 3].map(|role| names[role].mark());
    }
}

impl Form<'_> {
    /// Takes the dates of a row, each as an interaction whose event is the stage.
    fn take_stages(
        &self,
        scribe: &mut Scribe,
        row: &dyn Row,
        rows: &mut Rows,
        evidence: &mut Evidence,
    ) -> Result<(), RejectReason> {
        let customer = filled(row.cell(self.positions.customer), RejectReason::EmptyCustomer)?;
        if matches!(customer, Cell::Nested(_)) {
            return Err(RejectReason::Nested { role: Role::Customer });
        }
        let customer = customer.name();
        if customer.len() > LONGEST_NAME {
            return Err(RejectReason::TooLong { role: Role::Customer, bytes: customer.len() as u32 });
        }
        let order = self.options.forms.date_order;
        let mut instant = |&at: &usize| {
            let time = row.cell(at);
            if time.is_empty() {
                return Ok(None);
            }
            let instant = time.instant(&mut scribe.clock, order, evidence);
            instant.map(Some).ok_or_else(|| RejectReason::bad_time(&time.name()))
        };
        let instants = self.positions.stages.iter().map(&mut instant).collect::<Result<Vec<_>, _>>()?;
        if instants.iter().all(Option::is_none) {
            return Err(RejectReason::NoStage);
        }
        for (instant, stage) in instants.iter().zip(&self.stages) {
            let Some(instant) = instant else { continue };
            let row = rows.at.len();
            scribe.customers.push(&customer);
            rows.event.push(scribe.names[EVENT].number(stage.as_bytes()));
            rows.at.push(instant.at);
            rows.local_times.add(instant.shown);
            rows.date_only.set(row, instant.date_only.then_some(true), false);
        }
        if rows.checks.stages.is_empty() {
            rows.checks = StageChecks::of(self.stages.iter().copied());
        }
        let ats: Vec<_> = instants.iter().map(|instant| instant.as_ref().map(|instant| instant.at)).collect();
        rows.checks.add(&ats, self.options.zone);
        if scribe.customers.is_large() {
            scribe.number_customers(rows);
        }
        Ok(())
    }
}

impl Scribe {
    fn number_customers(&mut self, rows: &mut Rows) {
        self.names[CUSTOMER].number_all(&self.customers, &mut rows.customer);
        self.customers.clear();
    }
}

/// The cell of a column that there is not.
const NO_CELL: Cell<&[u8]> = Cell::Text(&[]);

fn filled(cell: Cell<&[u8]>, empty: RejectReason) -> Result<Cell<&[u8]>, RejectReason> {
    if cell.is_empty() { Err(empty) } else { Ok(cell) }
}
