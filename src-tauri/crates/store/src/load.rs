//! Columns out of the cached chunks, and out of the rows to compare.

use model::{Codes, Columns, CustomerId, Instants};
use rusqlite::{Connection, Row};

use crate::StoreError;
use crate::checksum::checksum;
use crate::dictionary::EVENT;

/// At most this many event names have 8-bit codes.
const NARROW: usize = 256;

/// The code of a name that the dictionary does not have.
const UNKNOWN: u16 = u16::MAX;

/// Whether seconds after `first` reach `last` in 32 bits.
pub(crate) fn fits_seconds(first: i64, last: i64) -> bool {
    last.checked_sub(first).is_some_and(|span| span / 1000 <= i64::from(u32::MAX))
}

/// The columns as the cache has them; `None` if its blobs do not fit together.
pub(crate) fn load(conn: &Connection) -> Result<Option<Columns>, StoreError> {
    let names = EVENT.names(conn)?;
    let Some(shape) = Shape::read(conn)? else { return Ok(None) };
    let mut filling = Filling::new(&names, &shape);
    let mut select = conn.prepare_cached(
        "SELECT start, interactions, first_at, last_at, whole_seconds, wide_events, checksum,
                customer, length, event, at
         FROM chunk ORDER BY start",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if filling.add(&Blobs::of(row)?).is_none() {
            return Ok(None);
        }
    }
    Ok(Some(filling.finish(names)))
}

/// What is known of all chunks before their blobs are read.
struct Shape {
    interactions: usize,
    customers: usize,
    /// The first instant, if all instants are whole seconds after it.
    base: Option<i64>,
}

impl Shape {
    fn read(conn: &Connection) -> Result<Option<Self>, StoreError> {
        let mut select = conn.prepare_cached(
            "SELECT interactions, length(customer), first_at, last_at, whole_seconds, length(event) FROM chunk",
        )?;
        let mut rows = select.query([])?;
        let (mut interactions, mut customers, mut whole) = (0_u64, 0_u64, true);
        let (mut firsts, mut last) = (Vec::new(), i64::MIN);
        // What the blobs say of their length cannot be more than there is, so neither is what memory is asked for.
        let mut room = size(conn)?;
        while let Some(row) = rows.next()? {
            let events = row.get::<_, i64>(5)? as u64;
            let Some(left) = room.checked_sub(events) else { return Ok(None) };
            room = left;
            if u64::from(row.get::<_, u32>(0)?) > events {
                return Ok(None);
            }
            interactions += u64::from(row.get::<_, u32>(0)?);
            customers += row.get::<_, i64>(1)? as u64 / 8;
            firsts.push(row.get::<_, i64>(2)?);
            last = last.max(row.get(3)?);
            whole &= row.get::<_, bool>(4)?;
        }
        if u32::try_from(interactions).is_err() || customers > interactions {
            return Ok(None);
        }
        let base = firsts.iter().copied().min().filter(|&base| {
            whole
                && fits_seconds(base, last)
                && firsts.iter().all(|first| fits_seconds(base, *first) && (first - base) % 1000 == 0)
        });
        Ok(Some(Self { interactions: interactions as usize, customers: customers as usize, base }))
    }
}

/// How many bytes the whole file has.
fn size(conn: &Connection) -> Result<u64, StoreError> {
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    // Of a protected file it is told as text.
    let sql = "SELECT CAST((SELECT * FROM pragma_page_size) AS INTEGER)";
    let page: i64 = conn.query_row(sql, [], |row| row.get(0))?;
    Ok(pages.saturating_mul(page) as u64)
}

/// One chunk as it is stored.
struct Blobs<'row> {
    start: i64,
    interactions: usize,
    first_at: i64,
    last_at: i64,
    whole_seconds: bool,
    wide_events: bool,
    checksum: i64,
    customer: &'row [u8],
    length: &'row [u8],
    event: &'row [u8],
    at: &'row [u8],
}

impl<'row> Blobs<'row> {
    fn of(row: &'row Row<'_>) -> Result<Self, StoreError> {
        let blob = |index| -> rusqlite::Result<&'row [u8]> { Ok(row.get_ref(index)?.as_blob()?) };
        Ok(Self {
            start: row.get(0)?,
            interactions: row.get::<_, u32>(1)? as usize,
            first_at: row.get(2)?,
            last_at: row.get(3)?,
            whole_seconds: row.get(4)?,
            wide_events: row.get(5)?,
            checksum: row.get(6)?,
            customer: blob(7)?,
            length: blob(8)?,
            event: blob(9)?,
            at: blob(10)?,
        })
    }

    /// Whether the blobs are as they were written.
    fn fit(&self) -> bool {
        let flags = [self.whole_seconds.into(), self.wide_events.into()];
        let numbers = [self.start, self.interactions as i64, self.first_at, self.last_at, flags[0], flags[1]];
        let blobs = [self.customer, self.length, self.event, self.at];
        self.are_as_long_as_they_say() && checksum(&numbers, &blobs) == self.checksum
    }

    /// The first and the last instant.
    fn span(&self) -> Option<(i64, i64)> {
        // A fold becomes wide instructions, as looking for the least and the most does not.
        if self.whole_seconds {
            let seconds = numbers(self.at).map(u32::from_le_bytes);
            let (least, most) =
                seconds.fold((u32::MAX, 0), |(least, most), second| (least.min(second), most.max(second)));
            let instant = |second| self.first_at.checked_add(i64::from(second) * 1000);
            instant(least).zip(instant(most))
        } else {
            let instants = numbers(self.at).map(i64::from_le_bytes);
            Some(instants.fold((i64::MAX, i64::MIN), |(least, most), at| (least.min(at), most.max(at))))
        }
    }

    /// Whether the instants of each customer are in order, as counting takes for granted.
    fn is_in_order(&self) -> bool {
        if self.whole_seconds {
            self.falls_between_customers_only(u32::from_le_bytes)
        } else {
            self.falls_between_customers_only(i64::from_le_bytes)
        }
    }

    /// Whether an instant that is before the one ahead of it is always another customer's. There are as many such pairs
    /// in all as between customers.
    fn falls_between_customers_only<const SIZE: usize, T: Ord>(
        &self,
        number: impl Fn([u8; SIZE]) -> T,
    ) -> bool {
        let at = self.at.as_chunks::<SIZE>().0;
        let falls = |place: usize| number(at[place]) < number(at[place - 1]);
        // A sum of the width of a number becomes wide instructions too.
        let pairs = at.iter().zip(at.get(1..).unwrap_or_default());
        let all: u32 = pairs.map(|(&before, &after)| u32::from(number(after) < number(before))).sum();
        let mut place = 0;
        let between = numbers(self.length).filter(|&length| {
            let begins = place;
            place += u32::from_le_bytes(length) as usize;
            begins > 0 && falls(begins)
        });
        all as usize == between.count()
    }

    fn are_as_long_as_they_say(&self) -> bool {
        self.customer.len() == self.length.len() * 2
            && self.customer.len().is_multiple_of(8)
            && self.event.len() == self.interactions * if self.wide_events { 2 } else { 1 }
            && self.at.len() == self.interactions * if self.whole_seconds { 4 } else { 8 }
    }
}

/// Columns that are being filled.
struct Filling {
    /// The code of each event id less one; empty where they are the same.
    codes: Vec<u16>,
    names: usize,
    customers: Vec<CustomerId>,
    offsets: Vec<u32>,
    event: Codes,
    at: Instants,
}

impl Filling {
    fn new(names: &[(i64, String)], shape: &Shape) -> Self {
        let length = shape.interactions;
        let mut offsets = Vec::with_capacity(shape.customers + 1);
        offsets.push(0);
        Self {
            codes: codes_of(names),
            names: names.len(),
            customers: Vec::with_capacity(shape.customers),
            offsets,
            event: if names.len() <= NARROW {
                Codes::Narrow(Vec::with_capacity(length))
            } else {
                Codes::Wide(Vec::with_capacity(length))
            },
            at: match shape.base {
                Some(base) => Instants::Seconds { base, after: Vec::with_capacity(length) },
                None => Instants::Millis(Vec::with_capacity(length)),
            },
        }
    }

    /// Appends a chunk, or finds that it does not fit.
    fn add(&mut self, blobs: &Blobs<'_>) -> Option<()> {
        blobs.fit().then_some(())?;
        for id in numbers(blobs.customer).map(i64::from_le_bytes) {
            (self.customers.last() < Some(&CustomerId(id))).then_some(())?;
            self.customers.push(CustomerId(id));
        }
        let start = *self.offsets.last()?;
        let mut end = start;
        for length in numbers(blobs.length).map(u32::from_le_bytes) {
            end = end.checked_add(length).filter(|_| length > 0)?;
            self.offsets.push(end);
        }
        ((end - start) as usize == blobs.interactions).then_some(())?;
        (blobs.span() == Some((blobs.first_at, blobs.last_at)) && blobs.is_in_order()).then_some(())?;
        self.add_events(blobs)?;
        self.add_instants(blobs);
        Some(())
    }

    fn add_events(&mut self, blobs: &Blobs<'_>) -> Option<()> {
        let (codes, names) = (&self.codes, self.names);
        let code =
            |raw: u16| if codes.is_empty() { raw } else { *codes.get(usize::from(raw)).unwrap_or(&UNKNOWN) };
        let known = |raw: u16| usize::from(code(raw)) < names;
        match (&mut self.event, blobs.wide_events) {
            (Codes::Narrow(event), false) if codes.is_empty() => {
                known(u16::from(blobs.event.iter().copied().max().unwrap_or(0))).then_some(())?;
                event.extend_from_slice(blobs.event);
            }
            (event, false) => {
                blobs.event.iter().all(|&raw| known(u16::from(raw))).then_some(())?;
                extend(event, blobs.event.iter().map(|&raw| code(u16::from(raw))));
            }
            (event, true) => {
                numbers(blobs.event).all(|raw| known(u16::from_le_bytes(raw))).then_some(())?;
                extend(event, numbers(blobs.event).map(|raw| code(u16::from_le_bytes(raw))));
            }
        }
        Some(())
    }

    fn add_instants(&mut self, blobs: &Blobs<'_>) {
        let seconds = || numbers(blobs.at).map(u32::from_le_bytes);
        match (&mut self.at, blobs.whole_seconds) {
            (Instants::Seconds { base, after }, _) => {
                let shift = ((blobs.first_at - *base) / 1000) as u32;
                after.extend(seconds().map(|second| second.wrapping_add(shift)));
            }
            (Instants::Millis(at), true) => {
                let first = blobs.first_at;
                at.extend(seconds().map(|second| first.wrapping_add(i64::from(second) * 1000)));
            }
            (Instants::Millis(at), false) => at.extend(numbers(blobs.at).map(i64::from_le_bytes)),
        }
    }

    fn finish(self, names: Vec<(i64, String)>) -> Columns {
        Columns {
            events: names.into_iter().map(|(_, name)| name).collect(),
            customers: self.customers,
            offsets: self.offsets,
            event: self.event,
            at: self.at,
        }
    }
}

/// The code of each event id less one, where the ids have gaps; else nothing.
fn codes_of(names: &[(i64, String)]) -> Vec<u16> {
    let last = names.last().map_or(0, |(id, _)| *id as usize);
    if last == names.len() {
        return Vec::new();
    }
    let mut codes = vec![UNKNOWN; last];
    for (code, (id, _)) in names.iter().enumerate() {
        codes[*id as usize - 1] = code as u16;
    }
    codes
}

fn extend(event: &mut Codes, codes: impl Iterator<Item = u16>) {
    match event {
        // With at most 256 names every code fits.
        Codes::Narrow(narrow) => narrow.extend(codes.map(|code| code as u8)),
        Codes::Wide(wide) => wide.extend(codes),
    }
}

/// The numbers of `SIZE` bytes in a blob.
fn numbers<const SIZE: usize>(blob: &[u8]) -> impl Iterator<Item = [u8; SIZE]> {
    blob.as_chunks().0.iter().copied()
}

/// The columns as the rows have them, without the cache.
pub(crate) fn from_rows(conn: &Connection) -> Result<Columns, StoreError> {
    let names = EVENT.names(conn)?;
    let events = names.iter().map(|(_, name)| name.clone()).collect();
    let mut columns = Columns { events, offsets: Vec::new(), ..Columns::empty() };
    let (mut event, mut at) = (Vec::new(), Vec::new());
    let mut select =
        conn.prepare("SELECT customer, at, event FROM interaction ORDER BY customer, at, seq, import")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (customer, id) = (CustomerId(row.get(0)?), row.get::<_, i64>(2)?);
        if columns.customers.last() != Some(&customer) {
            columns.customers.push(customer);
            columns.offsets.push(at.len() as u32);
        }
        at.push(row.get::<_, i64>(1)?);
        let code = names.binary_search_by_key(&id, |(id, _)| *id);
        event.push(code.map_err(|_| StoreError::damaged(format!("there is no event {id}")))? as u16);
    }
    columns.offsets.push(at.len() as u32);
    columns.at = instants(at);
    columns.event = if names.len() <= NARROW {
        Codes::Narrow(event.into_iter().map(|code| code as u8).collect())
    } else {
        Codes::Wide(event)
    };
    Ok(columns)
}

fn instants(at: Vec<i64>) -> Instants {
    let (Some(&base), Some(&last)) = (at.iter().min(), at.iter().max()) else { return Instants::Millis(at) };
    if fits_seconds(base, last) && at.iter().all(|at| (at - base) % 1000 == 0) {
        Instants::Seconds { base, after: at.iter().map(|at| ((at - base) / 1000) as u32).collect() }
    } else {
        Instants::Millis(at)
    }
}
