//! What stands in brackets behind an instant: `2024-03-31T12:00+02:00[Europe/Amsterdam]` (RFC 9557).

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use memchr::memchr;

use crate::clock::instant_in;
use crate::instant::{Instant, ahead, is_utc};

/// The zone that brackets name.
#[derive(Debug, Clone, Copy)]
enum Place {
    Zone(Tz),
    /// So many milliseconds ahead of UTC.
    Ahead(i64),
}

/// What the brackets say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brackets(Option<Place>);

impl Brackets {
    /// Splits a text where its brackets begin. `None` if it has none; `Some(None)` if a zone in them is not known, or
    /// something that must be heeded is not.
    pub fn split(text: &[u8]) -> Option<(&[u8], Option<Self>)> {
        let at = memchr(b'[', text)?;
        Some((text[..at].trim_ascii_end(), Self::of(&text[at..])))
    }

    fn of(mut text: &[u8]) -> Option<Self> {
        let (mut place, mut first) = (None, true);
        while !text.is_empty() {
            let inner = text.strip_prefix(b"[")?;
            let (tag, rest) = inner.split_at(memchr(b']', inner)?);
            text = &rest[1..];
            let (critical, tag) = tag.strip_prefix(b"!").map_or((false, tag), |tag| (true, tag));
            let is_zone = memchr(b'=', tag).is_none();
            if is_zone && first {
                place = Some(Place::named(tag)?);
            } else if is_zone || critical {
                return None;
            }
            first = false;
        }
        Some(Self(place))
    }

    /// The instant of a time on `day` as the brackets and the text of the zone before them say; `None` if these
    /// disagree. Of what names no zone, `unplaced` tells the instant.
    pub fn instant(
        self,
        (day, time): (i64, Option<i64>),
        zone: &[u8],
        unplaced: impl FnOnce() -> Option<Instant>,
    ) -> Option<Instant> {
        let wall = day * crate::clock::DAY + time.unwrap_or(0);
        match (self.0, zone) {
            (None, []) => unplaced(),
            (Some(Place::Ahead(ahead)), []) => Instant::sure(wall - ahead),
            (Some(Place::Zone(zone)), []) => {
                let (at, shown) = instant_in(zone, DateTime::from_timestamp_millis(wall)?.naive_utc());
                Instant { at, date_only: time.is_none(), shown }.in_calendar()
            }
            (place, zone) => {
                let ahead = ahead(zone)?;
                let at = Instant::sure(wall - ahead)?;
                // With Z the local time is not known, so that it cannot be another than the zone's.
                let agree = is_utc(zone) || place.is_none_or(|place| place.ahead(at.at) == Some(ahead));
                agree.then_some(at)
            }
        }
    }
}

impl Place {
    fn named(name: &[u8]) -> Option<Self> {
        match ahead(name) {
            Some(ahead) if !is_utc(name) => Some(Self::Ahead(ahead)),
            _ => Tz::from_str_insensitive(std::str::from_utf8(name).ok()?).ok().map(Self::Zone),
        }
    }

    /// How far ahead of UTC its clock is at an instant.
    fn ahead(self, at: i64) -> Option<i64> {
        match self {
            Self::Ahead(ahead) => Some(ahead),
            Self::Zone(zone) => {
                let at = DateTime::from_timestamp_millis(at)?.naive_utc();
                Some(i64::from(zone.offset_from_utc_datetime(&at).fix().local_minus_utc()) * 1000)
            }
        }
    }
}
