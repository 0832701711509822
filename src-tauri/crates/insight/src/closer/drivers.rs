//! What goes with moving on: values of attributes, and touchpoints where customers had been before.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{
    AttributeColumn, Class, Columns, CustomerId, Driver, Drivers, ENOUGH, Factor, Journey, Leg, OddsRatio,
    Share, standing,
};

use super::factor::{Been, Value, places_among};
use super::touchpoints::Touchpoints;
use crate::met::{Met, met};
use crate::subject::Subject;

/// How many drivers are told at most.
const MOST: usize = 200;

/// What goes with moving along a leg.
pub(super) fn drivers(
    subject: &Subject<'_>,
    columns: &Columns,
    journey: &Journey,
    leg: Leg,
    customers: &[CustomerId],
    attributes: &mut dyn Iterator<Item = (String, Arc<AttributeColumn>)>,
) -> Drivers {
    let entrants = Entrants::of(subject, columns, leg);
    let all = entrants.all();
    // Where all moved on or nobody did, nothing goes with it.
    let mut found = Vec::new();
    if all.did > 0 && all.did < all.of {
        let places = places_among(columns, customers);
        for (name, column) in attributes {
            if subject.cancel.is_cancelled() {
                return Drivers::default();
            }
            for (value, with) in entrants.by_value(&column, &places) {
                let value = value.map(str::to_owned);
                found.extend(driver(Factor::Attribute { name: name.clone(), value }, with, all));
            }
        }
        let touchpoints = Touchpoints::of(columns, journey);
        let earlier = entrants.by_touchpoint(columns, &touchpoints);
        let ids = touchpoints.ids().iter();
        found.extend(ids.zip(earlier).filter_map(|(&id, with)| driver(Factor::Came(id), with, all)));
    }
    let chances: Vec<f64> = found.iter().map(|each: &Driver| each.odds.p).collect();
    for (each, stands) in found.iter_mut().zip(standing(&chances)) {
        each.is_clear &= stands;
    }
    let compared = found.len() as u64;
    found.sort_by(strongest_first);
    found.truncate(MOST);
    Drivers { all, compared, drivers: found }
}

fn strongest_first(one: &Driver, other: &Driver) -> std::cmp::Ordering {
    let clear = other.is_clear.cmp(&one.is_clear);
    let far = other.odds.at_least().total_cmp(&one.odds.at_least());
    clear
        .then(far)
        .then_with(|| one.odds.p.total_cmp(&other.odds.p))
        .then_with(|| one.factor.cmp(&other.factor))
}

/// What a factor comes to; `None` where one side has too few.
fn driver(factor: Factor, with: Share, all: Share) -> Option<Driver> {
    let without = Share { did: all.did - with.did, of: all.of - with.of };
    if with.of < ENOUGH || without.of < ENOUGH {
        return None;
    }
    let odds = OddsRatio::of(with, without);
    Some(Driver { factor, with, without, odds, is_clear: odds.excludes_chance() })
}

/// The entrants that matured, and which of them moved on.
struct Entrants {
    met: Vec<Met>,
    did: Vec<bool>,
}

impl Entrants {
    fn of(subject: &Subject<'_>, columns: &Columns, leg: Leg) -> Self {
        let met_of = |class| met(subject, columns, (leg.from, class));
        let met = met_of(Class::Matured);
        let mut moved = met_of(leg.matured_moved()).into_iter().peekable();
        let did = met.iter().map(|met| moved.next_if(|each| each.row == met.row).is_some()).collect();
        Self { met, did }
    }

    fn each(&self) -> impl Iterator<Item = (&Met, bool)> {
        self.met.iter().zip(self.did.iter().copied())
    }

    fn all(&self) -> Share {
        let mut all = Share::default();
        self.did.iter().for_each(|&did| count(&mut all, did));
        all
    }

    /// By each value of an attribute, as its first spelling, and by none. `places` says where the customers of the columns
    /// stand in it.
    fn by_value<'c>(
        &self,
        column: &'c AttributeColumn,
        places: &[Option<usize>],
    ) -> Vec<(Option<&'c str>, Share)> {
        let mut by_code = vec![Share::default(); column.texts.len() + 1];
        for (met, did) in self.each() {
            let code = places[met.customer as usize].map_or(0, |place| column.codes[place]);
            count(&mut by_code[code as usize], did);
        }
        let mut by_value: BTreeMap<Value, (usize, Share)> = BTreeMap::new();
        for (place, share) in by_code[1..].iter().enumerate().filter(|(_, share)| share.of > 0) {
            let (_, sum) = by_value.entry(Value::of(column, place)).or_insert((place, Share::default()));
            *sum = Share { did: sum.did + share.did, of: sum.of + share.of };
        }
        let values = by_value.into_values().map(|(place, share)| (Some(column.texts.get(place)), share));
        values.chain([(None, by_code[0])]).collect()
    }

    /// By each touchpoint of a map at which customers had been before.
    fn by_touchpoint(&self, columns: &Columns, touchpoints: &Touchpoints) -> Vec<Share> {
        let mut earlier = vec![Share::default(); touchpoints.ids().len()];
        let mut been = Been::new(columns, touchpoints);
        for (met, did) in self.each() {
            been.before(met).iter().for_each(|&number| count(&mut earlier[number], did));
        }
        earlier
    }
}

fn count(share: &mut Share, did: bool) {
    share.of += 1;
    share.did += u64::from(did);
}
