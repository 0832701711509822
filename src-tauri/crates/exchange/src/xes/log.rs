//! The events of a log, one after the other, as its bytes come.

use std::borrow::Cow;
use std::io::{self, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use memchr::memchr;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::reader::Reader;

use super::Event;
use crate::cell::Cell;
use crate::csv::record::{MOST_FIELDS, REACH};
use crate::cut::LONGEST_LINE;
use crate::error::ReadError;
use crate::json;
use crate::rejection::RejectReason;
use crate::source::Feed;

/// How deep elements may be within one another.
const DEEPEST: usize = 64;

/// How many bytes a key may have, with those that it is within.
const LONGEST_KEY: usize = 4096;

/// Which attributes an element of XML may have that are looked at.
const LOOKED_AT: usize = 16;

/// What a trace or an event says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Attributes {
    /// In the order of the file.
    pub named: Vec<(String, Cell<String>)>,
    /// Why what it says cannot be taken.
    pub fault: Option<RejectReason>,
    /// How many bytes it has.
    pub bytes: usize,
}

/// Where in a log something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Log,
    Trace,
    Event,
    /// Within an attribute of a trace or an event, whose key has so many bytes of [`Log::key`].
    Within(usize),
    /// Where nothing is of interest.
    Aside,
}

/// A log that is read from its first event to its last.
pub(super) struct Log {
    xml: Reader<BufReader<Measured>>,
    buffer: Vec<u8>,
    open: Vec<Place>,
    /// The keys that what is read is within, joined.
    key: String,
    trace: Attributes,
    event: Attributes,
    /// Whether the log has ended.
    over: bool,
}

impl Log {
    /// The log that a feed has, which notes in `read` how far it is in the file.
    pub fn new(feed: Feed, read: Arc<AtomicU64>) -> Self {
        let mut xml = Reader::from_reader(BufReader::new(Measured { feed, alone: 0, bytes: 0, read }));
        xml.config_mut().expand_empty_elements = true;
        let (trace, event) = Default::default();
        Self { xml, buffer: Vec::new(), open: Vec::new(), key: String::new(), trace, event, over: false }
    }

    /// How many bytes were read, unpacked.
    pub fn read(&self) -> u64 {
        self.xml.get_ref().get_ref().bytes
    }

    /// The next event.
    pub fn next(&mut self) -> Result<Option<Event<'_>>, ReadError> {
        while !self.over {
            self.xml.get_mut().get_mut().alone = 0;
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.clear();
            let ended = match self.xml.read_event_into(&mut buffer) {
                Ok(event) => self.pass(&event)?,
                Err(error) => return Err(self.blame(error)),
            };
            self.buffer = buffer;
            if ended {
                let attributes = std::mem::take(&mut self.event);
                return Ok(Some(Event { trace: Cow::Borrowed(&self.trace), attributes }));
            }
        }
        Ok(None)
    }

    /// Takes in what comes next, and tells whether an event ends with it.
    fn pass(&mut self, event: &Xml<'_>) -> Result<bool, ReadError> {
        match event {
            Xml::Start(element) => self.begin(element)?,
            Xml::End(_) => return Ok(self.end()),
            Xml::DocType(text) if text.contains("<!ENTITY") => {
                return Err(ReadError::damaged_xes("it defines entities of its own, which no log needs"));
            }
            Xml::Eof if !self.open.is_empty() => return Err(ReadError::damaged_xes("it is cut off")),
            Xml::Eof if self.read() == 0 => return Err(ReadError::Empty),
            Xml::Eof => self.over = true,
            _ => {}
        }
        Ok(false)
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.open.len() == DEEPEST {
            return Err(ReadError::damaged_xes("it has elements too deep within one another"));
        }
        let name = element.local_name();
        let name = name.as_ref();
        let place = match (self.open.last(), name) {
            (None, "log") => Place::Log,
            (None, _) => return Err(ReadError::NotALog),
            (Some(Place::Log), "trace") => {
                self.trace = Attributes::default();
                Place::Trace
            }
            (Some(Place::Log), "event") => {
                (self.trace, self.event) = Default::default();
                Place::Event
            }
            (Some(Place::Trace), "event") => {
                self.event = Attributes::default();
                Place::Event
            }
            (Some(Place::Within(_)), "values") => Place::Within(self.key.len()),
            (
                Some(Place::Trace | Place::Event | Place::Within(_)),
                "string" | "date" | "int" | "float" | "boolean" | "id" | "list" | "container",
            ) => {
                let before = self.key.len();
                self.attribute(element, name)?;
                Place::Within(before)
            }
            _ => Place::Aside,
        };
        self.open.push(place);
        Ok(())
    }

    fn end(&mut self) -> bool {
        match self.open.pop() {
            Some(Place::Within(before)) => self.key.truncate(before),
            Some(Place::Event) => return true,
            _ => {}
        }
        false
    }

    /// Adds an attribute to the event or the trace that it is of.
    fn attribute(&mut self, element: &BytesStart<'_>, kind: &str) -> Result<(), ReadError> {
        let (mut key, mut value) = (None, None);
        for attribute in element.attributes().with_checks(false).take(LOOKED_AT) {
            let attribute = attribute.map_err(|error| ReadError::damaged_xes(&error.to_string()))?;
            match attribute.key.as_ref() {
                "key" => key = Some(attribute),
                "value" => value = Some(attribute),
                _ => {}
            }
        }
        let text = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            attribute.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned)
        };
        let key = key.map(text).transpose().map_err(|error| ReadError::damaged_xes(&error.to_string()))?;
        let key = key.unwrap_or_default();
        let within = !self.key.is_empty();
        if within {
            self.key.push('.');
        }
        self.key.push_str(key.trim());
        if self.key.len() > LONGEST_KEY {
            return Err(ReadError::damaged_xes("a key is too long"));
        }
        let of_event = self.open.contains(&Place::Event);
        let attributes = if of_event { &mut self.event } else { &mut self.trace };
        match value.map(text) {
            // Lists and containers have none.
            None => Ok(()),
            Some(Ok(value)) => attributes.add(&self.key, value.trim(), kind, within),
            Some(Err(_)) => {
                attributes.fault = Some(RejectReason::BadText);
                Ok(())
            }
        }
    }

    fn blame(&self, error: quick_xml::Error) -> ReadError {
        let measured = self.xml.get_ref().get_ref();
        match error {
            quick_xml::Error::Io(_) if measured.alone > LONGEST_LINE as u64 => {
                ReadError::LongLine { limit: LONGEST_LINE }
            }
            quick_xml::Error::Io(error) => {
                measured.feed.blame(io::Error::new(error.kind(), error.to_string()))
            }
            error => ReadError::damaged_xes(&error.to_string()),
        }
    }
}

impl Attributes {
    fn add(&mut self, key: &str, value: &str, kind: &str, within: bool) -> Result<(), ReadError> {
        self.bytes += key.len() + value.len();
        if self.named.len() == MOST_FIELDS {
            return Err(ReadError::TooManyColumns { limit: MOST_FIELDS });
        }
        if self.bytes > LONGEST_LINE {
            return Err(ReadError::LongLine { limit: LONGEST_LINE });
        }
        if value.len() > REACH {
            self.fault = Some(RejectReason::LongField { bytes: value.len() as u32 });
        } else if memchr(0, value.as_bytes()).is_some() {
            self.fault = Some(RejectReason::BadText);
        }
        // Of what a list has, entries come one after the other.
        if within
            && let Some((last, Cell::Text(text))) = self.named.last_mut()
            && last == key
        {
            text.push_str("; ");
            text.push_str(value);
            return Ok(());
        }
        let number = matches!(kind, "int" | "float").then(|| json::number(value).ok()).flatten();
        let cell = number.map_or_else(|| Cell::Text(value.to_owned()), |number| number.owned());
        self.named.push((key.to_owned(), cell));
        Ok(())
    }
}

/// A feed of which no single thing may be longer than a line.
struct Measured {
    feed: Feed,
    /// How many bytes were read for what comes next.
    alone: u64,
    bytes: u64,
    /// How many bytes of the file were read.
    read: Arc<AtomicU64>,
}

impl Read for Measured {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.feed.read(buffer)?;
        self.alone += read as u64;
        self.bytes += read as u64;
        self.read.store(self.feed.read_so_far(), Ordering::Relaxed);
        if self.alone > LONGEST_LINE as u64 { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}
