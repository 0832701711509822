//! Logs and maps of any size that are the same on every machine: what benchmarks and large tests work on.

use std::io::{self, Write};

use model::{
    Codes, Columns, CustomerId, Details, Instants, Journey, Lifecycle, Map, MapId, Stage, StageDetails,
    StageId, Touchpoint, TouchpointId, Transition, TransitionDetails, TransitionId,
};

/// How many interactions a customer has.
pub const PER_CUSTOMER: usize = 12;

/// The start of 2024 in UTC milliseconds: every log lies in that year.
pub const START: i64 = 1_704_067_200_000;

const SECONDS: u32 = 366 * 86_400;

/// The touchpoints that every log knows, in the order in which a customer tends to meet them.
const TITLES: [&str; 25] = [
    "Advert",
    "Search result",
    "Social post",
    "Newsletter",
    "Home page",
    "Category page",
    "Product page",
    "Compare",
    "Reviews",
    "Wish list",
    "Store visit",
    "Chat",
    "Sign up",
    "Basket",
    "Shipping",
    "Payment",
    "Order",
    "Confirmation",
    "Tracking",
    "Delivery",
    "First use",
    "Help page",
    "Support call",
    "Survey",
    "Recommendation",
];

const STAGES: [&str; 8] = ["Aware", "Consider", "Buy", "Receive", "Stay", "Recommend", "Return", "Renew"];

const PLATFORMS: [&str; 3] = ["desktop", "mobile", "app"];

/// A small generator of numbers that look random: `SplitMix64`.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The sequence that belongs to a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to but not including `end`, which must not be 0.
    pub fn below(&mut self, end: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// A number from `start` up to but not including `end`.
    pub fn between(&mut self, start: u32, end: u32) -> u32 {
        start + self.below(end - start)
    }
}

/// One interaction of a generated customer.
#[derive(Debug, Clone, Copy)]
struct Contact {
    /// Which of [`TITLES`].
    touchpoint: u8,
    /// Seconds since [`START`].
    at: u32,
}

/// What a customer does: on through the touchpoints, now and then skipping some, staying or going back.
fn log(customer: usize) -> [Contact; PER_CUSTOMER] {
    let mut random = Random::new((customer as u64).wrapping_mul(0x5851_f42d_4c95_7f2d));
    let last = TITLES.len() as u32 - 1;
    let mut touchpoint = random.below(5);
    let mut at = random.below(SECONDS - 86_400);
    std::array::from_fn(|_| {
        let contact = Contact { touchpoint: touchpoint as u8, at };
        touchpoint = match random.below(100) {
            0..10 => touchpoint,
            10..65 => touchpoint + random.between(1, 4),
            65..80 => touchpoint + random.between(4, 9),
            _ => touchpoint.saturating_sub(random.between(1, 6)),
        };
        touchpoint = touchpoint.min(last);
        let gap = match random.below(100) {
            0..50 => random.between(5, 3600),
            50..85 => random.between(3600, 2 * 86_400),
            _ => random.between(2 * 86_400, 40 * 86_400),
        };
        at += gap.min(random.below(1 + (SECONDS - 1 - at) / 2));
        contact
    })
}

/// The name of the event that is contact at the touchpoint with this number, from 0.
pub fn event(touchpoint: usize) -> String {
    title(touchpoint).to_lowercase().replace(' ', "_")
}

fn title(touchpoint: usize) -> String {
    match touchpoint / TITLES.len() {
        0 => TITLES[touchpoint].to_owned(),
        round => format!("{} {}", TITLES[touchpoint % TITLES.len()], round + 1),
    }
}

/// So many interactions, [`PER_CUSTOMER`] for each customer (fewer for the last), of 25 events, on whole seconds.
pub fn columns(interactions: usize) -> Columns {
    let customers = interactions.div_ceil(PER_CUSTOMER);
    let mut event = Vec::with_capacity(interactions);
    let mut after = Vec::with_capacity(interactions);
    let mut offsets = Vec::with_capacity(customers + 1);
    offsets.push(0);
    for customer in 0..customers {
        for contact in log(customer).iter().take(interactions - event.len()) {
            event.push(contact.touchpoint);
            after.push(contact.at);
        }
        offsets.push(event.len() as u32);
    }
    Columns {
        events: (0..TITLES.len()).map(self::event).collect(),
        customers: (1..=customers as i64).map(CustomerId).collect(),
        offsets,
        event: Codes::Narrow(event),
        at: Instants::Seconds { base: START, after },
    }
}

/// A map of so many touchpoints spread over so many stages, each listing its [`event`]: transitions lead on to the
/// next touchpoint, and some skip two or go back, 1.5 for each touchpoint.
///
/// # Panics
///
/// If there are touchpoints but no stages.
pub fn journey(touchpoints: usize, stages: usize) -> Journey {
    let stage_of = |touchpoint: usize| touchpoint * stages / touchpoints;
    let columns = (0..stages).map(|stage| Stage {
        id: StageId(stage as i64 + 1),
        title: match stage / STAGES.len() {
            0 => STAGES[stage].to_owned(),
            round => format!("{} {}", STAGES[stage % STAGES.len()], round + 1),
        },
        goal: None,
        locked: false,
        details: StageDetails::default(),
    });
    let cards = (0..touchpoints).map(|number| {
        let stage = stage_of(number);
        let above = (0..number).rev().take_while(|&other| stage_of(other) == stage).count();
        Touchpoint {
            id: TouchpointId(number as i64 + 1),
            stage: StageId(stage as i64 + 1),
            title: title(number),
            place: scene::Layout::tidy_place(above),
            channel: None,
            sentiment: None,
            goal: None,
            events: vec![event(number)],
            sub_journey: None,
            feelings: Vec::new(),
            locked: false,
            details: Details::default(),
        }
    });
    let map = Map::new(MapId(1), "Generated", Lifecycle::NonLinear);
    Journey::build(map, columns.collect(), cards.collect(), transitions(touchpoints))
        .expect("every touchpoint is in a stage, every transition joins two of them, and no name comes twice")
}

fn transitions(touchpoints: usize) -> Vec<Transition> {
    let mut ends = Vec::new();
    for from in 0..touchpoints {
        ends.push((from, from + 1));
        if from % 3 == 0 {
            ends.push((from, from + 3));
        }
        if from % 6 == 4 {
            ends.push((from, from - 2));
        }
    }
    let touchpoint = |number: usize| TouchpointId(number as i64 + 1);
    ends.into_iter()
        .filter(|&(_, to)| to < touchpoints)
        .zip(1..)
        .map(|((from, to), id)| Transition {
            id: TransitionId(id),
            from: touchpoint(from),
            to: touchpoint(to),
            details: TransitionDetails::default(),
        })
        .collect()
}

/// Writes the interactions of [`columns`] as a table `user_id,event,timestamp,platform` with a heading, in order of
/// time overall, so that customers come interleaved. Give it a buffered writer.
pub fn csv(interactions: usize, out: &mut impl Write) -> io::Result<()> {
    let customers = 0..interactions.div_ceil(PER_CUSTOMER);
    let mut rows: Vec<_> = customers
        .flat_map(|customer| log(customer).map(|contact| (contact.at, customer as u32, contact.touchpoint)))
        .take(interactions)
        .collect();
    rows.sort_by_key(|&(at, ..)| at);
    let events: Vec<_> = (0..TITLES.len()).map(event).collect();
    writeln!(out, "user_id,event,timestamp,platform")?;
    for (at, customer, touchpoint) in rows {
        let (event, platform) = (&events[usize::from(touchpoint)], PLATFORMS[customer as usize % 3]);
        write!(out, "user_{customer:07},{event},")?;
        write_instant(at, out)?;
        writeln!(out, ",{platform}")?;
    }
    Ok(())
}

/// Writes seconds since [`START`] as `YYYY-MM-DD HH:MM:SS`.
fn write_instant(at: u32, out: &mut impl Write) -> io::Result<()> {
    const MONTHS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut day, second) = (at / 86_400, at % 86_400);
    let mut month = 0;
    while day >= MONTHS[month] {
        day -= MONTHS[month];
        month += 1;
    }
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    write!(out, "2024-{:02}-{:02} {hour:02}:{minute:02}:{second:02}", month + 1, day + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_sorted_by_time_and_stay_in_the_year() {
        let columns = columns(100_003);
        assert_eq!((columns.len(), columns.customers.len()), (100_003, 8334));
        let Instants::Seconds { after, .. } = &columns.at else { panic!("whole seconds") };
        for ends in columns.offsets.windows(2) {
            assert!(after[ends[0] as usize..ends[1] as usize].is_sorted());
        }
        assert!(after.iter().all(|&at| at < SECONDS));
    }

    #[test]
    fn the_table_tells_what_the_columns_hold() {
        let mut bytes = Vec::new();
        csv(1000, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
        assert!(rows.is_sorted_by_key(|row| row[2]));
        rows.sort_by_key(|row| row[0]);
        let columns = columns(1000);
        let events: Vec<_> = (0..1000).map(|row| columns.events[columns.event.code(row)].as_str()).collect();
        assert_eq!(rows.iter().map(|row| row[1]).collect::<Vec<_>>(), events);
    }

    #[test]
    fn instants_are_written_as_a_calendar_has_them() {
        let written = |at| {
            let mut bytes = Vec::new();
            write_instant(at, &mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(written(0), "2024-01-01 00:00:00");
        assert_eq!(written(59 * 86_400 + 3661), "2024-02-29 01:01:01");
        assert_eq!(written(SECONDS - 1), "2024-12-31 23:59:59");
    }

    #[test]
    fn a_map_of_any_size_is_sound() {
        for (touchpoints, stages) in [(0, 0), (1, 1), (25, 5), (300, 9)] {
            let journey = journey(touchpoints, stages);
            assert_eq!((journey.len(), journey.stages().len()), (touchpoints, stages));
        }
        assert_eq!(journey(300, 5).transitions().len(), 448);
    }
}
