//! Questions as people write them: names, dates and spans as text.

use model::{Against, Level, MapId, Mode, Question, Repeats, Unit, Who};

use crate::{AppError, Session, when};

/// A question as people write it on a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which nodes are counted.
    pub level: Level,
    /// What an entrant is.
    pub unit: Unit,
    /// What counts as converting.
    pub mode: Mode,
    /// `30d`, `12h`, `90m`, `45s` or `none`.
    pub window: String,
    /// A date or an instant.
    pub from: Option<String>,
    /// A date or an instant, exclusive.
    pub to: Option<String>,
    /// A date or an instant.
    pub cutoff: Option<String>,
    /// Among whom.
    pub among: NamedWho,
    /// What successive interactions at one node are.
    pub repeats: Repeats,
    /// Rates over all entrants.
    pub observed: bool,
    /// With whom or with when they are compared, if they are.
    pub against: Option<NamedAgainst>,
}

/// With whom or with when those that a question asks about are compared, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedAgainst {
    /// All customers but those.
    Others,
    /// Other customers.
    Who(NamedWho),
    /// Another range of time: dates or instants, the end exclusive.
    Range {
        /// The first entry.
        from: Option<String>,
        /// The end of the entries.
        to: Option<String>,
    },
}

/// Among whom a question is asked, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum NamedWho {
    /// Those whose journeys the map tells: the customers of its personas, if these stand for some, else everybody.
    #[default]
    OfMap,
    /// All customers.
    Everybody,
    /// The customers of a segment.
    Segment(String),
    /// The customers that at least one of some personas stands for.
    Personas(Vec<String>),
}

impl Session {
    /// Reads a question about a map as people write it.
    pub fn question(&self, map: MapId, asked: &Asked) -> Result<Question, AppError> {
        let who = self.who(map, &asked.among)?;
        let (from, to) = self.range(asked.from.as_deref(), asked.to.as_deref())?;
        let against = match &asked.against {
            None => None,
            Some(NamedAgainst::Others) => Some(Against::Others),
            Some(NamedAgainst::Who(named)) => Some(Against::Who(self.who(map, named)?)),
            Some(NamedAgainst::Range { from, to }) => {
                let (from, to) = self.range(from.as_deref(), to.as_deref())?;
                Some(Against::Range { from, to })
            }
        };
        Ok(Question {
            unit: asked.unit,
            mode: asked.mode,
            window: when::window(&asked.window)?,
            from,
            to,
            cutoff: asked.cutoff.as_deref().map(|text| self.instant(text)).transpose()?,
            who,
            repeats: asked.repeats,
            observed: asked.observed,
            against,
            ..Question::new(asked.level)
        })
    }

    /// A range of time from two texts.
    fn range(&self, from: Option<&str>, to: Option<&str>) -> Result<(Option<i64>, Option<i64>), AppError> {
        let instant = |text: Option<&str>| text.map(|text| self.instant(text)).transpose();
        let (from, to) = (instant(from)?, instant(to)?);
        match from.zip(to) {
            Some((start, end)) if end < start => {
                Err(AppError::BadRange { from: when::rfc3339(start), to: when::rfc3339(end) })
            }
            _ => Ok((from, to)),
        }
    }

    /// A span as people write it, in milliseconds: `90d`, `12h`.
    pub fn span(&self, text: &str) -> Result<i64, AppError> {
        when::window(text)?.ok_or_else(|| AppError::BadWindow(text.to_owned()))
    }

    /// Whether a text is a date or an instant, as questions have them.
    pub fn is_instant(&self, text: &str) -> bool {
        self.instant(text).is_ok()
    }

    /// The instant that a text names, in UTC milliseconds.
    pub(crate) fn instant(&self, text: &str) -> Result<i64, AppError> {
        when::instant(text, self.zone)
    }

    fn who(&self, map: MapId, named: &NamedWho) -> Result<Who, AppError> {
        match named {
            NamedWho::OfMap => self.told_by(map),
            NamedWho::Everybody => Ok(Who::Everybody),
            NamedWho::Segment(name) => {
                let segments = self.workspace.segments()?;
                let found = segments.iter().find(|segment| segment.name == *name);
                found.map(|segment| Who::Segment(segment.id)).ok_or_else(|| AppError::NoSegment(name.clone()))
            }
            NamedWho::Personas(personas) => {
                let found =
                    personas.iter().map(|name| self.persona_by_name(name)).collect::<Result<_, _>>()?;
                Ok(Who::of_any(found))
            }
        }
    }

    fn told_by(&self, map: MapId) -> Result<Who, AppError> {
        let maps = self.workspace.maps()?;
        let told = maps.into_iter().find(|each| each.id == map).map(|map| map.personas).unwrap_or_default();
        let personas = self.workspace.personas()?;
        let mut stands = false;
        for each in personas.iter().filter(|each| told.contains(&each.id)) {
            stands = stands || each.segment.is_some() || !self.workspace.by_hand(each.id)?.picked.is_empty();
        }
        Ok(if stands { Who::of_any(told) } else { Who::Everybody })
    }
}
