//! Erasing interactions that are older than is kept: from the workspace and from every copy that Touchline made of it.

use chrono::{DateTime, Days, Months};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::operations::Part;
use crate::session::now;
use crate::{AppError, Changes, Erased, Session, when};

/// What is older than is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Aged {
    /// What is before this instant, UTC milliseconds, is too old.
    #[specta(type = Number)]
    pub before: i64,
    /// The interactions that are too old.
    #[specta(type = Number)]
    pub interactions: u64,
    /// All interactions.
    #[specta(type = Number)]
    pub of: u64,
    /// The customers who have no other interactions.
    #[specta(type = Number)]
    pub customers: u64,
    /// Those of them whom nothing else is known of, who go in any case.
    #[specta(type = Number)]
    pub unknown: u64,
}

/// What was erased because it was too old.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Expiry {
    /// How many interactions.
    #[specta(type = Number)]
    pub interactions: u64,
    /// How many customers.
    #[specta(type = Number)]
    pub customers: u64,
    /// What was done besides.
    pub erased: Erased,
    /// What changed.
    pub changes: Changes,
}

impl Session {
    /// What is older than an age, such as `2y`, or before a date.
    pub fn aged(&mut self, age: &str) -> Result<Aged, AppError> {
        let before = before(age, now(), self.zone)?;
        let columns = self.columns()?;
        let mut aged = Aged { before, of: columns.at.len() as u64, ..Aged::default() };
        let listed = self.workspace.listed()?;
        for (customer, ends) in columns.customers.iter().zip(columns.offsets.windows(2)) {
            let span = ends[0] as usize..ends[1] as usize;
            let old = span.clone().take_while(|&row| columns.at.millis(row) < before).count();
            aged.interactions += old as u64;
            if old == span.len() && old > 0 {
                aged.customers += 1;
                aged.unknown += u64::from(listed.binary_search(customer).is_err());
            }
        }
        Ok(aged)
    }

    /// Erases the interactions that are older than an age or before a date, from the backups too; this cannot be undone.
    /// Customers who have no others go with them, if they are to or if nothing else is known of them.
    pub fn expire(&mut self, age: &str, with_customers: bool) -> Result<Expiry, AppError> {
        self.refuse_looking()?;
        let before = before(age, now(), self.zone)?;
        // While they are there still, it can be tried again.
        let (backups, deleted_copies) =
            self.erase_in_copies(|copy| Ok(copy.expire(before, with_customers)?.is_some()))?;
        let expired = self.workspace.expire(before, with_customers)?.unwrap_or_default();
        self.forget_interactions();
        self.lose_beginning();
        Ok(Expiry {
            interactions: expired.interactions,
            customers: expired.customers,
            erased: Erased { backups, deleted_copies, ..expired.wiped.into() },
            changes: self.changes_after(&Part::OF_ERASING),
        })
    }
}

/// The instant before which is too old: a date or an instant, or the beginning of the day so many days (`90d`), weeks
/// (`12w`), months (`18mo`) or years (`2y`) ago.
fn before(age: &str, now: i64, zone: Tz) -> Result<i64, AppError> {
    let age = age.trim();
    let bad = || AppError::BadAge(age.to_owned());
    let digits = age.find(|each: char| !each.is_ascii_digit()).unwrap_or(age.len());
    let (Ok(count), unit) = (age[..digits].parse::<u32>(), &age[digits..]) else { return Err(bad()) };
    let today = DateTime::from_timestamp_millis(now).ok_or_else(bad)?.with_timezone(&zone).date_naive();
    let back = |days: u64| today.checked_sub_days(Days::new(days));
    let date = match unit {
        "d" => back(count.into()),
        "w" => back(u64::from(count) * 7),
        "mo" => today.checked_sub_months(Months::new(count)),
        "y" => count.checked_mul(12).and_then(|months| today.checked_sub_months(Months::new(months))),
        _ => return when::instant(age, zone).map_err(|_| bad()),
    };
    date.and_then(|date| when::beginning(date, zone)).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(age: &str, zone: &str, expected: Option<&str>) {
        let zone = when::zone(zone).unwrap();
        let now = when::instant("2026-02-28T23:30:00Z", zone).unwrap();
        assert_eq!(before(age, now, zone).ok().map(when::rfc3339).as_deref(), expected, "{age}");
    }

    #[test]
    fn an_age_is_so_long_before_today_or_a_date() {
        check("2y", "UTC", Some("2024-02-28T00:00:00Z"));
        check("2y", "Europe/Amsterdam", Some("2024-02-29T23:00:00Z"));
        check("18mo", "UTC", Some("2024-08-28T00:00:00Z"));
        check("2w", "UTC", Some("2026-02-14T00:00:00Z"));
        check(" 0d ", "UTC", Some("2026-02-28T00:00:00Z"));
        check("2024-03-31", "Europe/Amsterdam", Some("2024-03-30T23:00:00Z"));
        check("2024-03-31T12:00Z", "Europe/Amsterdam", Some("2024-03-31T12:00:00Z"));
        for bad in ["", "y", "2", "2m", "-2y", "99999999999y", "4000000000y", "soon", "2 y", "é"] {
            check(bad, "UTC", None);
        }
    }
}
