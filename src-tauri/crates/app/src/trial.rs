//! Rules that are being written: what they would mean, and what they can be made of.

use model::{Level, MapId, Node, Rule, SegmentId};

use crate::report::names;
use crate::wire::{MapPlaces, PartFault, RuleTrial, SegmentCount};
use crate::{AppError, EventCount, Failure, FailureCode, Session, rule_of_text};

impl Session {
    /// What a rule would mean: of how many customers it is true, or which of its parts make no sense. It refers to
    /// things by their rows; for a segment that there is already, it may not lead back to that segment.
    pub fn try_rule(&mut self, rule: &Rule, of: Option<SegmentId>) -> Result<RuleTrial, AppError> {
        let error = match self.count_of(rule, of) {
            Ok(count) => return Ok(RuleTrial { count: Some(count), faults: Vec::new() }),
            Err(error) => error,
        };
        let mut faults = Vec::new();
        for (part, leaf) in (0..).zip(leaves(rule)) {
            let Err(error) = self.count_of(leaf, of) else { continue };
            let failure = Failure::from(error);
            if failure.code == FailureCode::Cancelled {
                faults.clear();
                break;
            }
            faults.push(PartFault { part, failure });
        }
        if faults.is_empty() { Err(error) } else { Ok(RuleTrial { count: None, faults }) }
    }

    fn count_of(&mut self, rule: &Rule, of: Option<SegmentId>) -> Result<SegmentCount, AppError> {
        if let Some(segment) = of {
            self.workspace.check_segment_rule(segment, rule)?;
        }
        let customers = self.members_of(rule, None)?.len() as u64;
        Ok(SegmentCount { customers, of: self.roll()?.len() as u64 })
    }

    /// Reads a rule in the language of rules, with what it names by its row.
    pub fn read_rule(&self, text: &str) -> Result<Rule, AppError> {
        self.with_rows(&rule_of_text(text)?)
    }

    /// The channels that interactions came through, the most frequent first, with how many.
    pub fn channel_counts(&mut self) -> Result<Vec<EventCount>, AppError> {
        let labels = self.channels()?;
        let mut counts = vec![0_u64; labels.names.len() + 1];
        labels.codes.iter().for_each(|&code| counts[code as usize] += 1);
        let named = |(event, count): (&String, u64)| EventCount { event: event.clone(), count };
        let mut channels: Vec<_> = labels.names.iter().zip(counts.drain(1..)).map(named).collect();
        channels.retain(|channel| channel.count > 0);
        channels.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.event.cmp(&b.event)));
        Ok(channels)
    }

    /// The places of a map that a rule may refer to.
    pub fn map_places(&self, map: MapId) -> Result<MapPlaces, AppError> {
        let journey = self.workspace.journey(map)?;
        let mut places = MapPlaces { stages: Vec::new(), touchpoints: Vec::new() };
        for level in [Level::Stage, Level::Touchpoint] {
            let mut names = names(&journey, level);
            for node in journey.nodes(level) {
                let name = names.remove(&node).unwrap_or_default();
                match node {
                    Node::Stage(stage) => places.stages.push((stage, name)),
                    Node::Touchpoint(touchpoint) => places.touchpoints.push((touchpoint, name)),
                }
            }
        }
        Ok(places)
    }
}

/// The parts of a rule that hold no others, in the order in which they are read.
fn leaves(rule: &Rule) -> Vec<&Rule> {
    let mut leaves = Vec::new();
    rule.each_part(&mut |part| {
        if !matches!(part, Rule::All(_) | Rule::Any(_) | Rule::None(_)) {
            leaves.push(part);
        }
    });
    leaves
}
