//! What a value is compared with: numbers and dates, and from which to which a comparison goes.

use std::ops::Bound;

use model::{Clock, DAY, Form, Moment, Operand, RuleFault, Worth};

/// From where to where a value may be.
pub(super) type Limits<T> = (Bound<T>, Bound<T>);

/// The limits that a comparison sets; `read` gives the first and the last value that an operand stands for.
pub(super) fn limits<T>(
    worth: &Worth,
    read: impl Fn(&Operand) -> Result<(T, T), RuleFault>,
) -> Result<Limits<T>, RuleFault> {
    let first = |operand| read(operand).map(|(first, _)| first);
    let last = |operand| read(operand).map(|(_, last)| last);
    Ok(match worth {
        Worth::Is(value) => (Bound::Included(first(value)?), Bound::Included(last(value)?)),
        Worth::Below(value) => (Bound::Unbounded, Bound::Excluded(first(value)?)),
        Worth::AtMost(value) => (Bound::Unbounded, Bound::Included(last(value)?)),
        Worth::Above(value) => (Bound::Excluded(last(value)?), Bound::Unbounded),
        Worth::AtLeast(value) => (Bound::Included(first(value)?), Bound::Unbounded),
        Worth::Between(low, high) => (Bound::Included(first(low)?), Bound::Included(last(high)?)),
    })
}

/// The number that is written, as the first and the last that it stands for.
pub(super) fn number(operand: &Operand) -> Result<(f64, f64), RuleFault> {
    let number = number_of(operand.0.trim()).ok_or_else(|| RuleFault::BadNumber(operand.0.clone()))?;
    Ok((number, number))
}

/// The number that a text says by itself.
pub(super) fn number_of(text: &str) -> Option<f64> {
    Form::Point.number(text).or_else(|| Form::Comma.number(text))
}

/// What calendar and clock show at the first and the last millisecond of what is written: of the whole day, where no
/// time is.
pub(super) fn date(operand: &Operand, clock: &dyn Clock) -> Result<(i64, i64), RuleFault> {
    let text = operand.0.trim();
    let first = date_of(text, clock).ok_or_else(|| RuleFault::BadDate(operand.0.clone()))?;
    let length = if text.contains(':') { 1 } else { DAY };
    Ok((first, first + length - 1))
}

/// What calendar and clock show at the date that a text says by itself.
pub(super) fn date_of(text: &str, clock: &dyn Clock) -> Option<i64> {
    Some(match Form::YearFirst.moment(text)? {
        Moment::Wall(wall) => wall,
        Moment::Utc(at) => clock.wall(at),
    })
}

/// The instant that is written, in UTC milliseconds; midnight where no time is.
pub(super) fn instant(operand: &Operand, clock: &dyn Clock) -> Result<i64, RuleFault> {
    match Form::YearFirst.moment(operand.0.trim()) {
        Some(Moment::Wall(wall)) => Ok(clock.instant(wall)),
        Some(Moment::Utc(at)) => Ok(at),
        None => Err(RuleFault::BadDate(operand.0.clone())),
    }
}
