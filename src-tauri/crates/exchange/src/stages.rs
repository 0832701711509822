//! Dates of stages: a column for each stage that a customer may have come to, as systems for customers export them.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::cell::Cell;
use crate::clock::Clock;
use crate::forms::Evidence;
use crate::signatures::bare;

/// A stage and the column with the date on which a customer came to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct StageDate {
    /// The name of the stage, which is the event of its interactions.
    pub stage: String,
    /// The column.
    pub column: String,
}

/// The stages whose dates are known by the names of their columns, in their order.
const STAGES: &[(&str, &[&str])] = &[
    (
        "Created",
        &["createdate", "createddate", "createdon", "createdat", "created", "aanmaakdatum", "aangemaaktop"],
    ),
    ("First conversion", &["firstconversiondate"]),
    ("Subscriber", &["becameasubscriberdate", "hslifecyclestagesubscriberdate"]),
    ("Lead", &["becamealeaddate", "hslifecyclestageleaddate"]),
    ("MQL", &["becameamarketingqualifiedleaddate", "hslifecyclestagemarketingqualifiedleaddate"]),
    ("SQL", &["becameasalesqualifiedleaddate", "hslifecyclestagesalesqualifiedleaddate"]),
    ("Opportunity", &["becameanopportunitydate", "hslifecyclestageopportunitydate"]),
    ("Converted", &["converteddate", "dateconverted"]),
    ("Customer", &["becameacustomerdate", "hslifecyclestagecustomerdate"]),
    ("Evangelist", &["becameanevangelistdate", "hslifecyclestageevangelistdate"]),
    ("Closed", &["closedate", "closeddate", "actualclosedate", "afsluitdatum", "sluitingsdatum"]),
];

/// The dates of stages that a header has, in the order of the stages. A column of which the first rows have something
/// that is no date is none.
pub(crate) fn guessed(header: &[String], sample: &[Vec<Cell<String>>]) -> Vec<StageDate> {
    let bare: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let found = |(stage, names): &(&str, &[&str])| {
        let at = names.iter().find_map(|name| bare.iter().position(|it| it == name))?;
        let dated = are_dates(sample, at).then(|| header[at].clone())?;
        Some(StageDate { stage: (*stage).to_owned(), column: dated })
    };
    STAGES.iter().filter_map(found).collect()
}

/// Whether most of what the first rows have in a column are dates.
fn are_dates(sample: &[Vec<Cell<String>>], at: usize) -> bool {
    let mut clock = Clock::new(Tz::UTC);
    let cells = sample.iter().filter_map(|row| row.get(at)).map(Cell::lent).filter(|cell| !cell.is_empty());
    // Of a date such as 03/04/2024 it does not matter here which is the month.
    let mut is_date = |cell: &Cell<&[u8]>| {
        let mut evidence = Evidence::default();
        cell.instant(&mut clock, None, &mut evidence).is_some() || evidence.open_date.is_some()
    };
    let (dates, others): (Vec<_>, Vec<_>) = cells.partition(&mut is_date);
    dates.len() >= others.len()
}

/// How customers went through stages whose dates were read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StageChecks {
    /// Rows with at least one date.
    #[specta(type = Number)]
    pub rows: u64,
    /// Those that have every stage up to their last, each on a later day than the one before.
    #[specta(type = Number)]
    pub in_order: u64,
    /// Those that have a later stage and not this one, for at least one stage.
    #[specta(type = Number)]
    pub skipped: u64,
    /// Those that came to a stage before one that should be earlier.
    #[specta(type = Number)]
    pub reversed: u64,
    /// Those that came to two stages on one day.
    #[specta(type = Number)]
    pub same_day: u64,
    /// The same for each stage, in their order.
    pub stages: Vec<StageCheck>,
}

/// How customers went through one stage.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StageCheck {
    /// Its name.
    pub stage: String,
    /// Rows with its date.
    #[specta(type = Number)]
    pub reached: u64,
    /// Rows without it that have a later stage.
    #[specta(type = Number)]
    pub skipped: u64,
    /// Rows in which it is on an earlier day than a stage before it.
    #[specta(type = Number)]
    pub reversed: u64,
    /// Rows in which it is on the day of a stage before it.
    #[specta(type = Number)]
    pub same_day: u64,
}

impl StageChecks {
    /// None yet, of these stages.
    pub(crate) fn of<'a>(stages: impl Iterator<Item = &'a str>) -> Self {
        let stage = |name: &str| StageCheck { stage: name.to_owned(), ..StageCheck::default() };
        Self { stages: stages.map(stage).collect(), ..Self::default() }
    }

    /// Adds a row with the instant of each stage that it has.
    pub(crate) fn add(&mut self, instants: &[Option<i64>], zone: Tz) {
        let days: Vec<Option<NaiveDate>> =
            instants.iter().map(|at| at.and_then(|at| day(at, zone))).collect();
        let last = days.iter().rposition(Option::is_some).unwrap_or(0);
        let (mut before, mut any): (Option<NaiveDate>, [bool; 3]) = (None, [false; 3]);
        for (at, (day, check)) in days.iter().zip(&mut self.stages).enumerate() {
            let (skipped, reversed, same) = match (day, before) {
                (None, _) => (at < last, false, false),
                (Some(_), None) => (false, false, false),
                (Some(day), Some(before)) => (false, *day < before, *day == before),
            };
            check.reached += u64::from(day.is_some());
            check.skipped += u64::from(skipped);
            check.reversed += u64::from(reversed);
            check.same_day += u64::from(same);
            any = [any[0] | skipped, any[1] | reversed, any[2] | same];
            before = before.max(*day);
        }
        self.rows += 1;
        self.in_order += u64::from(any == [false; 3]);
        self.skipped += u64::from(any[0]);
        self.reversed += u64::from(any[1]);
        self.same_day += u64::from(any[2]);
    }

    /// Adds those of other rows.
    pub(crate) fn append(&mut self, other: &Self) {
        if self.stages.is_empty() {
            self.clone_from(other);
            return;
        }
        self.rows += other.rows;
        self.in_order += other.in_order;
        self.skipped += other.skipped;
        self.reversed += other.reversed;
        self.same_day += other.same_day;
        for (check, other) in self.stages.iter_mut().zip(&other.stages) {
            check.reached += other.reached;
            check.skipped += other.skipped;
            check.reversed += other.reversed;
            check.same_day += other.same_day;
        }
    }
}

fn day(at: i64, zone: Tz) -> Option<NaiveDate> {
    Some(DateTime::from_timestamp_millis(at)?.with_timezone(&zone).date_naive())
}
