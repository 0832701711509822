//! Tests of an attribute: each different value is looked at once.

use std::ops::RangeBounds;

use model::{
    AttributeColumn, AttributeTest, Clock, DAY, Known, OfAttribute, Operand, RuleFault, Typed, Worth,
};

use super::operands::{date, date_of, limits, number, number_of};

/// Whether each of the customers passes a test of an attribute.
pub(super) fn members(of: &OfAttribute, known: &Known<'_>) -> Result<Vec<bool>, RuleFault> {
    let without = of.test.takes_nothing();
    let Some(column) = known.attributes.get(&of.name).and_then(Option::as_ref) else {
        return Ok(vec![without; known.customers.len()]);
    };
    // What customers without a value are stands first, as their code is 0.
    let mut by_code = vec![without];
    by_code.extend(passing(of, column, known)?);
    Ok(column.codes.iter().map(|&code| by_code[code as usize]).collect())
}

/// Whether each of the different values passes.
fn passing(of: &OfAttribute, column: &AttributeColumn, known: &Known<'_>) -> Result<Vec<bool>, RuleFault> {
    match &of.test {
        AttributeTest::Is(operand) => Ok(equal(column, operand, known.clock)),
        AttributeTest::IsNot(operand) => {
            Ok(equal(column, operand, known.clock).into_iter().map(|is| !is).collect())
        }
        AttributeTest::OneOf(operands) => {
            let mut passing = vec![false; column.texts.len()];
            for operand in operands {
                let equal = equal(column, operand, known.clock);
                passing.iter_mut().zip(equal).for_each(|(each, is)| *each |= is);
            }
            Ok(passing)
        }
        AttributeTest::IsEmpty => Ok(vec![false; column.texts.len()]),
        AttributeTest::Contains(part) => Ok(texts(column, part, |text, part| text.contains(part))),
        AttributeTest::StartsWith(start) => Ok(texts(column, start, |text, start| text.starts_with(start))),
        AttributeTest::WithinDays(days) => recent(of, column, *days, known),
        AttributeTest::Below(_)
        | AttributeTest::AtMost(_)
        | AttributeTest::Above(_)
        | AttributeTest::AtLeast(_)
        | AttributeTest::Between(..) => match of.test.worth() {
            Some(worth) => by_size(of, column, &worth, known.clock),
            None => Ok(Vec::new()),
        },
    }
}

/// Whether each of the different values, in small letters, is so beside an operand in small letters.
fn texts(column: &AttributeColumn, operand: &Operand, is_so: fn(&str, &str) -> bool) -> Vec<bool> {
    let operand = operand.0.to_lowercase();
    column.texts.iter().map(|text| is_so(&text.to_lowercase(), &operand)).collect()
}

/// Whether each of the different values is this one: the same text without case, or the same number or date.
fn equal(column: &AttributeColumn, operand: &Operand, clock: &dyn Clock) -> Vec<bool> {
    let mut equal = texts(column, operand, |text, operand| text == operand);
    let is = Worth::Is(operand.clone());
    let same = match &column.typed {
        Typed::Text => None,
        Typed::Numbers(numbers) => {
            limits(&is, number).ok().map(|limits| within(numbers.iter().copied().map(Some), &limits))
        }
        Typed::Dates(dates) => limits(&is, |operand| date(operand, clock))
            .ok()
            .map(|limits| within(dates.iter().copied().map(Some), &limits)),
    };
    for (each, same) in equal.iter_mut().zip(same.into_iter().flatten()) {
        *each |= same;
    }
    equal
}

/// Whether each of the different values is as large as a comparison wants it. Among texts, those that say a number or
/// a date by themselves may be.
fn by_size(
    of: &OfAttribute,
    column: &AttributeColumn,
    worth: &Worth,
    clock: &dyn Clock,
) -> Result<Vec<bool>, RuleFault> {
    let read_date = |operand: &Operand| date(operand, clock);
    match &column.typed {
        Typed::Numbers(numbers) => Ok(within(numbers.iter().copied().map(Some), &limits(worth, number)?)),
        Typed::Dates(dates) => Ok(within(dates.iter().copied().map(Some), &limits(worth, read_date)?)),
        Typed::Text => {
            let numbers: Vec<_> = column.texts.iter().map(number_of).collect();
            let dates: Vec<_> = column.texts.iter().map(|text| date_of(text, clock)).collect();
            let has_numbers = numbers.iter().any(Option::is_some);
            match (limits(worth, number), limits(worth, read_date)) {
                (Ok(limits), _) if has_numbers => Ok(within(numbers.into_iter(), &limits)),
                (_, Ok(limits)) if dates.iter().any(Option::is_some) => {
                    Ok(within(dates.into_iter(), &limits))
                }
                _ => Err(RuleFault::Unordered { attribute: of.name.clone() }),
            }
        }
    }
}

/// Whether each of the different dates is at most so many days before the day of the cut-off, and not after it.
fn recent(
    of: &OfAttribute,
    column: &AttributeColumn,
    days: u32,
    known: &Known<'_>,
) -> Result<Vec<bool>, RuleFault> {
    let dates: Vec<Option<i64>> = match &column.typed {
        Typed::Dates(dates) => dates.iter().copied().map(Some).collect(),
        Typed::Numbers(_) => Vec::new(),
        Typed::Text => column.texts.iter().map(|text| date_of(text, known.clock)).collect(),
    };
    if dates.iter().all(Option::is_none) {
        return Err(RuleFault::Undated { attribute: of.name.clone() });
    }
    let last = known.clock.wall(known.cutoff);
    let first = last - last.rem_euclid(DAY) - i64::from(days) * DAY;
    Ok(within(dates.into_iter(), &(first..=last)))
}

fn within<T: PartialOrd>(values: impl Iterator<Item = Option<T>>, limits: &impl RangeBounds<T>) -> Vec<bool> {
    values.map(|value| value.is_some_and(|value| limits.contains(&value))).collect()
}
