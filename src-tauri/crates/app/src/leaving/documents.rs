//! Maps and segments on their way out: documents that can be read back, and beside them tables for people.

use std::io::{self, Write};

use exchange::{Column, Datum, Kind};
use model::{
    AnyChannel, Day, Details, Link, PersonaDetails, PersonaKind, PlannedContent, Sentiment, Trait,
    TransitionDetails, TransitionKind,
};

use super::{Content, DataFormat, Leaving, Written, text};
use crate::AppError;
use crate::documents::{Document, FeelingEntry, MapDocument, PersonaEntry, SegmentDocument, TouchpointEntry};

impl Leaving<'_> {
    pub(super) fn maps(&mut self) -> Result<(), AppError> {
        let document = self.session.map_document()?;
        self.document("maps", Content::Maps, document.maps.len(), &document)?;
        if self.asked.format == DataFormat::Csv {
            self.map_tables(&document)?;
        }
        Ok(())
    }

    pub(super) fn segments(&mut self) -> Result<(), AppError> {
        let document = self.session.segment_document()?;
        self.document("segments", Content::Segments, document.segments.len(), &document)?;
        if self.asked.format == DataFormat::Csv {
            let SegmentDocument { segments, .. } = &document;
            let rows = segments.iter().map(|each| [Datum::Text(&each.name), Datum::Text(&each.text)]);
            self.whole_table("segments", Content::Segments, ["segment", "rule"], rows)?;
        }
        Ok(())
    }

    fn map_tables(&mut self, document: &MapDocument) -> Result<(), AppError> {
        let MapDocument { maps, personas, .. } = document;
        self.persona_table(personas)?;
        let told: Vec<String> = maps.iter().map(|map| map.personas.join("; ")).collect();
        let rows = maps.iter().zip(&told).flat_map(|(map, told)| {
            map.stages.iter().map(move |stage| {
                let lifecycle = Datum::Text(map.lifecycle.name());
                [
                    Datum::Text(&map.title),
                    lifecycle,
                    text((!told.is_empty()).then_some(told)),
                    Datum::Text(&stage.title),
                    goal(stage.goal),
                    Datum::Text(&stage.details.aim),
                    Datum::Text(&stage.details.entry),
                ]
            })
        });
        let headings = ["map", "lifecycle", "persona", "stage", "goal", "aim", "entry"];
        self.whole_table("stages", Content::Maps, headings, rows)?;
        let rows = maps.iter().flat_map(|map| {
            map.transitions.iter().filter_map(|transition| {
                let at = |place: usize| map.touchpoints.get(place).map(|each| Datum::Text(&each.title));
                let TransitionDetails { label, kind } = &transition.details;
                let kind = text(kind.map(TransitionKind::name));
                let (from, to) = (at(transition.from)?, at(transition.to)?);
                Some([Datum::Text(&map.title), from, to, Datum::Text(label), kind])
            })
        });
        self.whole_table("transitions", Content::Maps, ["map", "from", "to", "label", "kind"], rows)?;
        self.touchpoint_table(document)
    }

    fn persona_table(&mut self, personas: &[PersonaEntry]) -> Result<(), AppError> {
        let lists: Vec<[String; 3]> = personas.iter().map(|each| lists_of(&each.details)).collect();
        let rows = personas.iter().zip(&lists).map(|(each, [channels, brands, traits])| {
            let PersonaDetails { kind, role, age, place, quote, needs, motivations, .. } = &each.details;
            [
                Datum::Text(&each.name),
                Datum::Text(&each.description),
                Datum::Text(&each.goals),
                Datum::Text(&each.frustrations),
                text(each.segment.as_deref()),
                text(kind.map(PersonaKind::name)),
                Datum::Text(role),
                Datum::Text(age),
                Datum::Text(place),
                Datum::Text(quote),
                Datum::Text(needs),
                Datum::Text(motivations),
                Datum::Text(channels),
                Datum::Text(brands),
                Datum::Text(traits),
            ]
        });
        let headings = [
            "persona",
            "description",
            "goals",
            "frustrations",
            "segment",
            "kind",
            "role",
            "age",
            "place",
            "quote",
            "needs",
            "motivations",
            "channels",
            "brands",
            "traits",
        ];
        self.whole_table("personas", Content::Maps, headings, rows)
    }

    fn touchpoint_table(&mut self, document: &MapDocument) -> Result<(), AppError> {
        let all = document.maps.iter().flat_map(|map| map.touchpoints.iter().map(move |each| (map, each)));
        let lists: Vec<[String; 7]> = all.clone().map(|(_, each)| listed(each)).collect();
        let rows = all.zip(&lists).map(|((map, each), lists)| {
            let [events, pains, opportunities, content, links, tags, feelings] =
                lists.each_ref().map(|list| Datum::Text(list));
            let Details { description, owner, actor, drama, moment_of_truth, quote, evidence, .. } =
                &each.details;
            let evidence = evidence.as_ref();
            [
                Datum::Text(&map.title),
                Datum::Text(&each.stage),
                Datum::Text(&each.title),
                Datum::Number(each.x),
                Datum::Number(each.y),
                text(each.channel.as_ref().map(channel)),
                each.sentiment
                    .map_or(Datum::Nothing, |sentiment| Datum::Number(Sentiment::score(sentiment) as f64)),
                goal(each.goal),
                events,
                text(each.sub_journey.as_deref()),
                Datum::Text(description),
                Datum::Text(owner),
                Datum::Text(actor.name()),
                drama.map_or(Datum::Nothing, |drama| Datum::Number(f64::from(drama.number()))),
                goal(Some(*moment_of_truth)),
                Datum::Text(quote),
                feelings,
                pains,
                opportunities,
                content,
                links,
                tags,
                text(evidence.map(|known| known.kind.name())),
                text(evidence.and_then(|known| known.day.as_ref()).map(Day::text)),
            ]
        });
        let headings = [
            "map",
            "stage",
            "touchpoint",
            "x",
            "y",
            "channel",
            "sentiment",
            "goal",
            "events",
            "sub_journey",
            "description",
            "owner",
            "actor",
            "drama",
            "moment_of_truth",
            "quote",
            "feelings",
            "pains",
            "opportunities",
            "content",
            "links",
            "tags",
            "evidence",
            "evidence_day",
        ];
        self.whole_table("touchpoints", Content::Maps, headings, rows)
    }

    fn whole_table<'a, const N: usize>(
        &mut self,
        name: &str,
        content: Content,
        headings: [&str; N],
        rows: impl Iterator<Item = [Datum<'a>; N]>,
    ) -> Result<(), AppError> {
        // These are for people: in CSV, in which all is text.
        let columns = headings.map(|heading| Column { heading: heading.to_owned(), kind: Kind::Text });
        let mut table = self.table(name, &columns)?;
        for row in rows {
            table.row(&row)?;
        }
        self.keep(content, table)
    }

    fn document<D: Document>(
        &mut self,
        name: &str,
        content: Content,
        entries: usize,
        document: &D,
    ) -> Result<(), AppError> {
        let path = self.folder.join(format!("{name}.json"));
        let mut file = self.begin(&path)?;
        let written = serde_json::to_vec_pretty(document).map_err(io::Error::from);
        let written = written.and_then(|json| file.write_all(&json));
        written.map_err(|error| AppError::Write { path: path.clone(), error })?;
        self.files.push(Written { file, path, content, rows: entries as u64 });
        Ok(())
    }
}

/// The name of a channel.
fn channel(channel: &AnyChannel) -> &str {
    match channel {
        AnyChannel::Kind(kind) => kind.name(),
        AnyChannel::Own(own) => &own.name,
    }
}

/// The channels, brands and traits of a persona, in a cell each.
fn lists_of(details: &PersonaDetails) -> [String; 3] {
    let channels: Vec<&str> = details.channels.iter().map(channel).collect();
    let side = |each: &Trait| format!("{} {} {}", each.low, each.value, each.high);
    let traits: Vec<String> = details.traits.iter().map(side).collect();
    [channels.join("; "), details.brands.join("; "), traits.join("\n")]
}

/// The events, pains, opportunities, content, links and tags of a touchpoint, and how other personas feel there, in a cell
/// each.
fn listed(touchpoint: &TouchpointEntry) -> [String; 7] {
    let TouchpointEntry { events, details, feelings, .. } = touchpoint;
    let content = |each: &PlannedContent| format!("{} ({}, {})", each.what, each.format, each.status.name());
    let link = |each: &Link| format!("{} <{}>", each.title, each.address);
    [
        events.join("; "),
        details.pains.join("\n"),
        details.opportunities.join("\n"),
        details.content.iter().map(content).collect::<Vec<_>>().join("\n"),
        details.links.iter().map(link).collect::<Vec<_>>().join("\n"),
        details.tags.join("; "),
        feelings.iter().map(felt).collect::<Vec<_>>().join("\n"),
    ]
}

/// How a persona feels: its name, the score and what it says.
fn felt(feeling: &FeelingEntry) -> String {
    let FeelingEntry { persona, sentiment, quote } = feeling;
    let score = sentiment.map(|sentiment| format!(" {}", sentiment.score())).unwrap_or_default();
    if quote.is_empty() { format!("{persona}:{score}") } else { format!("{persona}:{score} “{quote}”") }
}

fn goal(goal: Option<bool>) -> Datum<'static> {
    text(goal.map(|goal| if goal { "yes" } else { "no" }))
}
