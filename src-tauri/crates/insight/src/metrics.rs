//! The metrics of a period, and the people behind each.

use std::collections::BTreeMap;

use model::{
    ActiveBy, Asked, Columns, CustomerId, EngineError, Entry, Lifetime, Meaning, Measured, Metrics,
    MetricsQuestion, Rate, Revenue, Sample, Score, Survey, Tile, Touchpoint, TouchpointId, Worths, YEAR,
};

use crate::purchases::Purchases;
use crate::shards;

/// What a customer did around the period.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else, and all go together")]
struct Seen {
    /// Active before the time just before the period.
    long_ago: bool,
    /// Active in the time of the period's length just before it.
    before: bool,
    /// Active in the period.
    now: bool,
    /// Bought something in the period.
    bought: bool,
    /// When it was first seen in the period, UTC milliseconds; else the start of the period.
    at: i64,
    /// The last answer in the period to each survey.
    answers: [Option<f64>; Survey::ALL.len()],
    /// The last answer in the period about each touchpoint, as a feeling.
    felt: Vec<(TouchpointId, f64)>,
}

impl Seen {
    fn is(&self, tile: Tile) -> bool {
        match tile {
            Tile::AtStart => self.before,
            Tile::Active => self.now,
            Tile::Kept => self.before && self.now,
            Tile::Gone => self.before && !self.now,
            Tile::Fresh => self.now && !self.before && !self.long_ago,
            Tile::WonBack => self.now && !self.before && self.long_ago,
            Tile::Buyers => self.bought,
            Tile::Answered(survey, said) => self.answers[survey as usize]
                .is_some_and(|value| said.is_none_or(|said| survey.answer(value) == Some(said))),
            Tile::Felt(touchpoint) => self.felt.iter().any(|(each, _)| *each == touchpoint),
        }
    }
}

impl Seen {
    /// Takes an answer about a touchpoint in the place of those before.
    fn felt_at(&mut self, touchpoint: Option<TouchpointId>, feeling: f64) {
        let Some(touchpoint) = touchpoint else { return };
        self.felt.retain(|(each, _)| *each != touchpoint);
        self.felt.push((touchpoint, feeling));
    }
}

/// What is counted besides customers.
#[derive(Debug, Clone, Default)]
struct Sums {
    purchases: u64,
    refunds: u64,
    sum: f64,
    off_scale: [u64; Survey::ALL.len()],
}

/// A period and everything needed to count it.
pub(crate) struct Study<'a> {
    columns: &'a Columns,
    asked: &'a Asked<'a>,
    members: Option<Vec<bool>>,
    worths: &'a Worths<'a>,
    activity: ActiveBy,
    purchases: Purchases,
    /// The survey of each event, by code.
    survey: Vec<Option<Survey>>,
    /// The touchpoint that lists each event, by code.
    touchpoint: Vec<Option<TouchpointId>>,
    from: i64,
    to: i64,
}

impl<'a> Study<'a> {
    /// The study of a question's range, of the customers that the mask says. A range without an end ends with the
    /// cut-off; one without a beginning begins with the data.
    pub(crate) fn new(
        (columns, newest): (&'a Columns, Option<i64>),
        asked: &'a Asked<'a>,
        members: Option<Vec<bool>>,
        activity: ActiveBy,
        worths: &'a Worths<'a>,
    ) -> Self {
        let cutoff = asked.question.cutoff.or(newest).unwrap_or_default();
        // Nothing after the cut-off counts.
        let to = asked.question.to.unwrap_or(i64::MAX).min(cutoff.saturating_add(1));
        let oldest =
            || (0..columns.customers.len()).map(|each| columns.at.millis(columns.offsets[each] as usize));
        let from = asked.question.from.or_else(|| oldest().min()).unwrap_or(to).min(to);
        let survey = |event: &String| match worths.meanings.get(event) {
            Some(Meaning::Score(survey)) => Some(*survey),
            _ => None,
        };
        Self {
            columns,
            asked,
            members,
            worths,
            activity,
            purchases: Purchases::of(columns, worths, cutoff),
            touchpoint: columns
                .events
                .iter()
                .map(|event| asked.journey.touchpoint_of_event(event).map(|each| each.id))
                .collect(),
            survey: columns.events.iter().map(survey).collect(),
            from,
            to,
        }
    }

    /// The metrics.
    pub(crate) fn metrics(&self) -> Result<Metrics, EngineError> {
        let mut sums = Sums::default();
        let seen = self.each(&mut sums)?;
        let count = |tile| seen.iter().filter(|(_, seen)| seen.is(tile)).count() as u64;
        let (at_start, kept) = (count(Tile::AtStart), count(Tile::Kept));
        let (retention, churn) = (Rate::of(kept, at_start), Rate::of(at_start - kept, at_start));
        let buyers = count(Tile::Buyers);
        let revenue = Revenue {
            currency: self.purchases.currency.clone(),
            purchases: sums.purchases,
            refunds: sums.refunds,
            buyers,
            sum: sums.sum,
            per_buyer: (buyers > 0).then(|| sums.sum / buyers as f64),
            other_currencies: self.purchases.other_currencies,
            without_value: self.purchases.without_value,
        };
        let lifetime = churn.and_then(|churn| self.lifetime(&revenue, churn.rate));
        let score = |survey: Survey| {
            let answers = seen.iter().filter_map(|(_, seen)| seen.answers[survey as usize]);
            let sum = answers.sum();
            let of = |said| count(Tile::Answered(survey, said));
            let shares = (of(Some(model::Answer::Good)), of(Some(model::Answer::Bad)));
            Score::of(survey, shares, of(None), sum, sums.off_scale[survey as usize])
        };
        let question =
            model::Question { from: Some(self.from), to: Some(self.to), ..self.asked.question.clone() };
        Ok(Metrics {
            of: MetricsQuestion { map: self.asked.journey.map().id, activity: self.activity, question },
            at_start,
            active: count(Tile::Active),
            kept,
            fresh: count(Tile::Fresh),
            won_back: count(Tile::WonBack),
            retention,
            churn,
            revenue,
            lifetime,
            scores: Survey::ALL.into_iter().filter_map(score).collect(),
        })
    }

    /// The people behind a figure, by customer and when they were first active in the period.
    pub(crate) fn people(&self, tile: Tile) -> Result<Vec<Entry>, EngineError> {
        let seen = self.each(&mut Sums::default())?;
        let is_meant = |(_, seen): &(CustomerId, Seen)| seen.is(tile);
        let entry = |(customer, seen): (CustomerId, Seen)| Entry { customer, at: seen.at };
        Ok(seen.into_iter().filter(is_meant).map(entry).collect())
    }

    /// What was answered about each touchpoint, in the order of the map; nothing of those about which nobody did.
    pub(crate) fn measured(&self) -> Result<Vec<Measured>, EngineError> {
        let mut feelings: BTreeMap<TouchpointId, Sample> = BTreeMap::new();
        for (touchpoint, feeling) in
            self.each(&mut Sums::default())?.into_iter().flat_map(|(_, seen)| seen.felt)
        {
            feelings.entry(touchpoint).or_default().add(feeling);
        }
        let of = |touchpoint: &Touchpoint| Measured::of(touchpoint.id, feelings.get(&touchpoint.id)?);
        Ok(self.asked.journey.touchpoints().filter_map(of).collect())
    }

    fn lifetime(&self, revenue: &Revenue, churn: f64) -> Option<Lifetime> {
        if churn <= 0.0 || revenue.purchases == 0 || self.from >= self.to {
            return None;
        }
        let period = (self.to - self.from) as f64 / YEAR as f64;
        let purchase_value = revenue.sum / revenue.purchases as f64;
        let purchases_per_year = revenue.purchases as f64 / revenue.buyers as f64 / period;
        let years = period / churn;
        Some(Lifetime {
            purchase_value,
            purchases_per_year,
            years,
            value: purchase_value * purchases_per_year * years,
        })
    }

    /// What each customer did.
    fn each(&self, sums: &mut Sums) -> Result<Vec<(CustomerId, Seen)>, EngineError> {
        let parts = shards::each(shards::split(&self.columns.offsets), |customers| {
            let mut sums = Sums::default();
            let is_meant = |&customer: &usize| {
                self.members.as_ref().is_none_or(|members| members.get(customer).is_some_and(|&is| is))
            };
            let seen: Vec<_> = customers
                .take_while(|_| !self.asked.cancel.is_cancelled())
                .filter(is_meant)
                .map(|customer| (self.columns.customers[customer], self.look_at(customer, &mut sums)))
                .collect();
            (seen, sums)
        });
        if self.asked.cancel.is_cancelled() {
            return Err(EngineError::Cancelled);
        }
        let mut all = Vec::new();
        for (seen, part) in parts {
            all.extend(seen);
            sums.purchases += part.purchases;
            sums.refunds += part.refunds;
            sums.sum += part.sum;
            sums.off_scale.iter_mut().zip(part.off_scale).for_each(|(sum, more)| *sum += more);
        }
        Ok(all)
    }

    fn look_at(&self, customer: usize, sums: &mut Sums) -> Seen {
        let mut seen = Seen { at: self.from, ..Seen::default() };
        for (at, amount) in self.purchases.of_customer(customer) {
            let is_purchase = amount >= 0.0;
            if self.activity == ActiveBy::Purchases && is_purchase {
                self.note(&mut seen, at);
            }
            if (self.from..self.to).contains(&at) {
                seen.bought |= is_purchase;
                sums.purchases += u64::from(is_purchase);
                sums.refunds += u64::from(amount < 0.0);
                sums.sum += amount;
            }
        }
        for row in self.columns.offsets[customer] as usize..self.columns.offsets[customer + 1] as usize {
            let (code, at) = (self.columns.event.code(row), self.columns.at.millis(row));
            if self.activity == ActiveBy::Contacts && self.touchpoint[code].is_some() {
                self.note(&mut seen, at);
            }
            let value = self.survey[code].filter(|_| (self.from..self.to).contains(&at));
            if let Some((survey, value)) = value.map(|survey| (survey, self.worths.values[row])) {
                match survey.feeling(value) {
                    Some(feeling) => {
                        seen.answers[survey as usize] = Some(value);
                        seen.felt_at(self.touchpoint[code], feeling);
                    }
                    None => sums.off_scale[survey as usize] += 1,
                }
            }
        }
        seen
    }

    /// Notes that a customer was active at an instant.
    fn note(&self, seen: &mut Seen, at: i64) {
        let length = self.to - self.from;
        if at >= self.to {
            return;
        }
        if at >= self.from {
            if !seen.now {
                seen.at = at;
            }
            seen.now = true;
        } else if at >= self.from.saturating_sub(length) {
            seen.before = true;
        } else {
            seen.long_ago = true;
        }
    }
}
