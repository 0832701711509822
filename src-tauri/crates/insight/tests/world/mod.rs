//! A few customers with all that rules ask about, and a second reading of what rules mean: one customer at a time,
//! slowly, from the same words and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{
    AttributeColumn, AttributeTest, Cancel, Clock, Codes, Columns, CustomerId, DAY, Did, Forms, InOrder,
    Instants, Journey, Known, Labels, Lifecycle, Often, OnMap, Operand, Reference, Rule, Spot, Texts, What,
    Worth,
};

#[path = "../fixture/mod.rs"]
mod fixture;

const HOUR: i64 = 3_600_000;

/// 2024-03-31 in days since 1970.
const DAY_ZERO: i64 = 19_813;

/// Two hours ahead of UTC, always.
pub struct TwoAhead;

impl Clock for TwoAhead {
    fn wall(&self, at: i64) -> i64 {
        at + 2 * HOUR
    }

    fn instant(&self, wall: i64) -> i64 {
        wall - 2 * HOUR
    }
}

/// What is written as text, number or date, with what it says; of a date, when it begins and how long it lasts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says {
    Text,
    Number(f64),
    Date(i64, i64),
}

/// Values that customers have and that rules compare them with.
pub const PLANS: [(&str, Says); 5] =
    [("Pro", Says::Text), ("pro", Says::Text), ("free", Says::Text), ("Été", Says::Text), ("10", Says::Text)];
pub const AGES: [(&str, Says); 5] = [
    ("9", Says::Number(9.0)),
    ("10", Says::Number(10.0)),
    ("10.0", Says::Number(10.0)),
    ("-3.5", Says::Number(-3.5)),
    ("100", Says::Number(100.0)),
];
pub const DATES: [(&str, Says); 5] = [
    ("2024-03-30", Says::Date((DAY_ZERO - 1) * DAY, DAY)),
    ("2024-03-31", Says::Date(DAY_ZERO * DAY, DAY)),
    ("2024-03-31 00:00", Says::Date(DAY_ZERO * DAY, 1)),
    ("2024-04-01 09:30", Says::Date((DAY_ZERO + 1) * DAY + 9 * HOUR + HOUR / 2, 1)),
    ("2024-03-30T23:00:00Z", Says::Date(DAY_ZERO * DAY + HOUR, 1)),
];

pub const ATTRIBUTES: [(&str, [(&str, Says); 5]); 3] = [("plan", PLANS), ("age", AGES), ("since", DATES)];
pub const EVENTS: [&str; 4] = ["ad", "page", "order", "other"];
pub const CHANNELS: [&str; 2] = ["mail", "shop"];

/// What a customer did: hours since `DAY_ZERO` began in UTC, which event, through which channel, of what value.
pub type Deed = (i64, usize, Option<usize>, Option<i32>);

/// A customer: for each attribute which value, what it did, and where it belongs.
#[derive(Debug, Clone)]
pub struct Person {
    pub values: Vec<Option<usize>>,
    pub deeds: Vec<Deed>,
    pub in_persona: bool,
    pub in_segment: bool,
}

#[derive(Debug, Clone)]
pub struct World {
    pub people: Vec<Person>,
    /// In hours, as the deeds.
    pub cutoff: i64,
}

fn at(hours: i64) -> i64 {
    DAY_ZERO * DAY + hours * HOUR
}

/// One map: the touchpoints 1 and 2 in stage 1 count `ad` and `page`, touchpoint 3 in stage 2 counts `order`.
fn journey() -> Journey {
    let cards = vec![(1, vec!["ad".to_owned()]), (1, vec!["page".to_owned()]), (2, vec!["order".to_owned()])];
    fixture::build(vec!["Look".to_owned(), "Buy".to_owned()], cards, &[], Lifecycle::Linear)
}

impl World {
    /// Whom the crate finds.
    pub fn members(&self, rule: &Rule) -> Vec<bool> {
        let customers: Vec<_> = (1..=self.people.len() as i64).map(CustomerId).collect();
        let columns = self.columns();
        let (channels, values) = self.labels();
        let attributes = (0..ATTRIBUTES.len()).map(|attribute| self.attribute(attribute)).collect();
        let belongs = |is: fn(&Person) -> bool| {
            BTreeMap::from([(1, Arc::new(self.people.iter().map(is).collect::<Vec<_>>()))])
        };
        let known = Known {
            customers: &customers,
            cutoff: at(self.cutoff),
            clock: &TwoAhead,
            attributes: &attributes,
            channels: Some(&channels),
            values: Some(&values),
            journeys: &BTreeMap::from([(1, journey())]),
            segments: &belongs(|person| person.in_segment),
            personas: &belongs(|person| person.in_persona),
            cancel: &Cancel::default(),
        };
        insight::members(rule, &columns, &known).expect("a rule that fits the attributes")
    }

    fn attribute(&self, attribute: usize) -> (String, Option<Arc<AttributeColumn>>) {
        let (name, all) = &ATTRIBUTES[attribute];
        let has = |place: usize| self.people.iter().any(|person| person.values[attribute] == Some(place));
        let used: Vec<usize> = (0..all.len()).filter(|&place| has(place)).collect();
        let texts: Texts = used.iter().map(|&place| all[place].0).collect();
        let forms = texts.iter().fold(Forms::ALL, |forms, text| forms.and(Forms::of(text)));
        let code = |person: &Person| {
            person.values[attribute]
                .and_then(|place| used.iter().position(|&each| each == place))
                .map_or(0, |place| place as u32 + 1)
        };
        let codes = self.people.iter().map(code).collect();
        let column = AttributeColumn::new(texts, codes, forms.decide(), &|at| TwoAhead.wall(at));
        ((*name).to_owned(), (!used.is_empty()).then(|| Arc::new(column)))
    }

    /// Those who did nothing are in no column.
    fn columns(&self) -> Columns {
        let mut columns = Columns::empty();
        columns.events = EVENTS.iter().map(|&event| event.to_owned()).collect();
        let (mut codes, mut millis) = (Vec::new(), Vec::new());
        for (person, id) in self.people.iter().zip(1..) {
            if person.deeds.is_empty() {
                continue;
            }
            codes.extend(person.deeds.iter().map(|deed| deed.1 as u8));
            millis.extend(person.deeds.iter().map(|deed| at(deed.0)));
            columns.customers.push(CustomerId(id));
            columns.offsets.push(codes.len() as u32);
        }
        Columns { event: Codes::Narrow(codes), at: Instants::Millis(millis), ..columns }
    }

    fn labels(&self) -> (Labels, Vec<f64>) {
        let deeds = || self.people.iter().flat_map(|person| &person.deeds);
        let names = CHANNELS.iter().map(|&channel| channel.to_owned()).collect();
        let codes = deeds().map(|deed| deed.2.map_or(0, |channel| channel as u32 + 1)).collect();
        let values = deeds().map(|deed| deed.3.map_or(f64::NAN, f64::from)).collect();
        (Labels { names, codes }, values)
    }

    /// Whether a rule is true of a person, as the definitions read.
    pub fn holds(&self, rule: &Rule, index: usize) -> bool {
        let person = &self.people[index];
        match rule {
            Rule::All(rules) => rules.iter().all(|rule| self.holds(rule, index)),
            Rule::Any(rules) => rules.iter().any(|rule| self.holds(rule, index)),
            Rule::None(rules) => !rules.iter().any(|rule| self.holds(rule, index)),
            Rule::Attribute(of) => {
                let found = ATTRIBUTES.iter().position(|(name, _)| *name == of.name);
                let value = found.and_then(|place| Some(ATTRIBUTES[place].1[person.values[place]?]));
                self.passes(&of.test, value)
            }
            Rule::Did(did) => self.did(did, person),
            Rule::DidInOrder(order) => order_holds(order, &self.deeds(person), None),
            Rule::StandsAt(place) => {
                let deeds = self.deeds(person);
                let on_map = |deed: &&Deed| place.map.id() == Some(1) && EVENTS[deed.1] != "other";
                deeds.iter().rev().find(on_map).is_some_and(|deed| is_at(place, deed))
            }
            Rule::Persona(persona) => persona.id() == Some(1) && person.in_persona,
            Rule::Segment(segment) => segment.id() == Some(1) && person.in_segment,
            Rule::Customers(customers) => customers.contains(&Reference::Id(index as i64 + 1)),
        }
    }

    /// What a person did until the cut-off.
    fn deeds(&self, person: &Person) -> Vec<Deed> {
        person.deeds.iter().copied().filter(|deed| deed.0 <= self.cutoff).collect()
    }

    fn passes(&self, test: &AttributeTest, value: Option<(&str, Says)>) -> bool {
        let Some((written, says)) = value else {
            return matches!(test, AttributeTest::IsEmpty | AttributeTest::IsNot(_));
        };
        let lower = written.to_lowercase();
        let is = |operand: &Operand| {
            lower == operand.0.to_lowercase() || compares(says, &Worth::Is(operand.clone())).unwrap_or(false)
        };
        match test {
            AttributeTest::Is(operand) => is(operand),
            AttributeTest::IsNot(operand) => !is(operand),
            AttributeTest::OneOf(operands) => operands.iter().any(is),
            AttributeTest::IsEmpty => false,
            AttributeTest::Contains(operand) => lower.contains(&operand.0.to_lowercase()),
            AttributeTest::StartsWith(operand) => lower.starts_with(&operand.0.to_lowercase()),
            AttributeTest::WithinDays(days) => {
                let Says::Date(date, _) = says else { unreachable!("only asked of dates") };
                let today = TwoAhead.wall(at(self.cutoff));
                date <= today && today.div_euclid(DAY) - date.div_euclid(DAY) <= i64::from(*days)
            }
            by_size => compares(says, &by_size.worth().expect("a comparison")).expect("operands that fit"),
        }
    }

    fn did(&self, did: &Did, person: &Person) -> bool {
        let deeds = self.deeds(person);
        let instant = |operand: &Operand| match said(&DATES, operand) {
            Some(Says::Date(wall, _)) => TwoAhead.instant(wall),
            other => unreachable!("{other:?} is no date"),
        };
        let first = deeds.first().map(|deed| deed.0);
        let counts = |deed: &&Deed| {
            is_what(&did.what, deed)
                && did.from.as_ref().is_none_or(|from| at(deed.0) >= instant(from))
                && did.to.as_ref().is_none_or(|to| at(deed.0) < instant(to))
                && did.within_days.is_none_or(|days| deed.0 - first.expect("a deed") <= i64::from(days) * 24)
                && did.value.as_ref().is_none_or(|worth| {
                    deed.3.is_some_and(|value| {
                        compares(Says::Number(f64::from(value)), worth).expect("numbers")
                    })
                })
        };
        let count = deeds.iter().filter(counts).count() as u32;
        match did.times {
            Often::AtLeast(times) => count >= times,
            Often::AtMost(times) => count <= times,
            Often::Exactly(times) => count == times,
        }
    }
}

/// What an operand says, as one of a list; any number and date that rules have is in one.
fn said(all: &[(&str, Says)], operand: &Operand) -> Option<Says> {
    all.iter().find(|(text, _)| *text == operand.0).map(|(_, says)| *says)
}

/// Whether a value compares as a rule wants it; `None` where it cannot be compared.
fn compares(value: Says, worth: &Worth) -> Option<bool> {
    let list = if matches!(value, Says::Number(_)) { &AGES } else { &DATES };
    // The order of a value and an operand: before, within or after it.
    let side = |operand: &Operand| match (value, said(list, operand)?) {
        (Says::Number(number), Says::Number(other)) => number.partial_cmp(&other),
        (Says::Date(date, _), Says::Date(start, _)) if date < start => Some(std::cmp::Ordering::Less),
        (Says::Date(date, _), Says::Date(start, length)) if date >= start + length => {
            Some(std::cmp::Ordering::Greater)
        }
        (Says::Date(..), Says::Date(..)) => Some(std::cmp::Ordering::Equal),
        _ => None,
    };
    Some(match worth {
        Worth::Is(operand) => side(operand)?.is_eq(),
        Worth::Below(operand) => side(operand)?.is_lt(),
        Worth::AtMost(operand) => side(operand)?.is_le(),
        Worth::Above(operand) => side(operand)?.is_gt(),
        Worth::AtLeast(operand) => side(operand)?.is_ge(),
        Worth::Between(low, high) => side(low)?.is_ge() && side(high)?.is_le(),
    })
}

fn is_what(what: &What, deed: &Deed) -> bool {
    match what {
        What::Anything => true,
        What::Events(events) => events.iter().any(|event| event == EVENTS[deed.1]),
        What::Channels(channels) => {
            deed.2.is_some_and(|channel| channels.iter().any(|each| each == CHANNELS[channel]))
        }
        What::At(place) => is_at(place, deed),
    }
}

fn is_at(place: &OnMap, deed: &Deed) -> bool {
    let here = match EVENTS[deed.1] {
        "ad" => [Spot::Touchpoint(Reference::Id(1)), Spot::Stage(Reference::Id(1))],
        "page" => [Spot::Touchpoint(Reference::Id(2)), Spot::Stage(Reference::Id(1))],
        "order" => [Spot::Touchpoint(Reference::Id(3)), Spot::Stage(Reference::Id(2))],
        _ => return false,
    };
    place.map.id() == Some(1) && here.contains(&place.node)
}

/// Whether some of the deeds, after one at an hour if one is given, are the steps: every choice is tried.
fn order_holds(order: &InOrder, deeds: &[Deed], after: Option<i64>) -> bool {
    let Some((first, rest)) = order.steps.split_first() else { return true };
    let rest = InOrder { steps: rest.to_vec(), within_days: order.within_days };
    deeds.iter().any(|deed| {
        is_what(first, deed)
            && after.is_none_or(|after| {
                deed.0 > after && order.within_days.is_none_or(|days| deed.0 - after <= i64::from(days) * 24)
            })
            && order_holds(&rest, deeds, Some(deed.0))
    })
}
