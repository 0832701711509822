//! How segments overlap.

use std::collections::BTreeMap;

use model::{EngineError, MOST_TOGETHER, Overlaps, SegmentId};
use serde::Serialize;

use crate::{AppError, Session};

/// What `touchline overlaps --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverlapsReport {
    /// How many customers there are.
    pub customers: u64,
    /// How many customers are in each segment, by name.
    pub segments: BTreeMap<String, u64>,
    /// Every overlap that somebody is in, the largest first.
    pub overlaps: Vec<OverlapReport>,
}

/// How many customers are in exactly some of the segments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverlapReport {
    /// The names of the segments; none for those who are in none.
    pub within: Vec<String>,
    /// How many customers.
    pub customers: u64,
}

impl Session {
    /// How some segments overlap, at most 16 of them: the first ones.
    pub fn overlaps(&mut self, segments: &[SegmentId]) -> Result<Overlaps, AppError> {
        let mut segments = segments.to_vec();
        segments.truncate(MOST_TOGETHER);
        let mut groups = Vec::with_capacity(segments.len());
        for segment in &segments {
            if self.cancel().is_cancelled() {
                return Err(EngineError::Cancelled.into());
            }
            groups.push(self.is_in_segment(*segment)?);
        }
        Ok(Overlaps::of(&segments, &self.engine()?.sets(&groups)))
    }

    /// The overlaps of segments by their names; of the first ones there are, if none is named.
    pub fn overlaps_report(&mut self, named: &[String]) -> Result<OverlapsReport, AppError> {
        let all = self.workspace.segments()?;
        let id = |name: &String| {
            let found = all.iter().find(|segment| segment.name == *name).map(|segment| segment.id);
            found.ok_or_else(|| AppError::NoSegment(name.clone()))
        };
        let wanted = if named.is_empty() {
            all.iter().map(|segment| segment.id).collect()
        } else {
            named.iter().map(id).collect::<Result<Vec<_>, _>>()?
        };
        let found = self.overlaps(&wanted)?;
        let name = |id: &SegmentId| {
            all.iter()
                .find(|segment| segment.id == *id)
                .map(|segment| segment.name.clone())
                .unwrap_or_default()
        };
        Ok(OverlapsReport {
            customers: found.customers,
            segments: found.segments.iter().map(|size| (name(&size.segment), size.customers)).collect(),
            overlaps: found
                .overlaps
                .into_iter()
                .map(|overlap| OverlapReport {
                    within: overlap.of.within.iter().map(name).collect(),
                    customers: overlap.customers,
                })
                .collect(),
        })
    }
}
