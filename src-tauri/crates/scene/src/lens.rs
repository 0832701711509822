//! Lenses: what a map shows besides what is drawn, one thing at a time, so that nothing fights.

use model::{Account, Contrast, Flow, Level, Overlay, Rate, RateDifference, Stake, Stakes, Value};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Colour;
use crate::page::Page;

/// What a map shows besides what is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    /// How many go on along each curve.
    #[default]
    Conversion,
    /// How many are lost at each stage and touchpoint.
    DropOff,
    /// How long those take that go on.
    Time,
    /// How customers feel at each touchpoint.
    Emotion,
    /// How much those asked about differ from those that they are compared with.
    Comparison,
    /// What is at stake with those who are lost at each stage and touchpoint.
    Value,
    /// Nothing: the map as it is drawn.
    Plain,
}

impl Lens {
    /// Every lens.
    pub const ALL: [Self; 7] = [
        Self::Conversion,
        Self::DropOff,
        Self::Time,
        Self::Emotion,
        Self::Comparison,
        Self::Value,
        Self::Plain,
    ];

    /// Whether curves carry figures.
    pub(crate) fn measures_paths(self) -> bool {
        matches!(self, Self::Conversion | Self::Time | Self::Comparison)
    }

    /// Whether stages and touchpoints tell how many are lost there.
    pub(crate) fn tells_losses(self) -> bool {
        matches!(self, Self::Conversion | Self::DropOff | Self::Comparison)
    }
}

/// How a picture is read: through which lens, and which paths it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
pub struct Reading {
    /// The lens.
    pub lens: Lens,
    /// Paths that carry less than so many per cent of the moves on from where they start stand back; 0 shows all.
    pub least: u8,
    /// Whether the notes of its workshop are on it.
    pub notes: bool,
}

/// How much a figure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Footing {
    /// So few that only their number is told.
    TooFew,
    /// Few enough to be uncertain.
    Few,
    Enough,
}

impl Footing {
    /// That of a figure about so many.
    pub(crate) fn of(count: u64) -> Self {
        match count {
            0..model::TOO_FEW => Self::TooFew,
            model::TOO_FEW..model::FEW => Self::Few,
            _ => Self::Enough,
        }
    }
}

/// What a lens sees in a flow.
pub(crate) struct Seen {
    pub colour: Colour,
    pub footing: Footing,
}

/// What the largest and the smallest are that a lens compares on a map.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    /// The shortest and the longest median time of a path that enough took to tell, in seconds.
    pub times: Option<(f64, f64)>,
    /// The most that are lost at one node.
    pub lost: u64,
    /// The largest difference that is clear, 0 to 1.
    pub difference: f64,
    /// The most that is clearly at stake at one node.
    pub value: f64,
}

impl Scale {
    pub(crate) fn of(overlay: &Overlay, contrast: Option<&Contrast>, stakes: Option<&Stakes>) -> Self {
        // Those that enough took, or else those that can be told at all.
        let times = times(overlay, Footing::Enough).or_else(|| times(overlay, Footing::Few));
        let lost = overlay.nodes.iter().filter_map(lost).max().unwrap_or(0);
        let clear = contrast.into_iter().flat_map(|contrast| &contrast.edges).filter(|each| each.is_clear());
        let difference =
            clear.filter_map(|each| each.difference).map(|each| each.points.abs()).fold(0.0, f64::max);
        let studied = |stake: &&Stake| stake.node.level() == overlay.question.level;
        let values = stakes.into_iter().flat_map(|stakes| &stakes.nodes).filter(studied);
        let value = values.filter_map(clear_value).fold(0.0, f64::max);
        Self { times, lost, difference, value }
    }

    /// Where a time stands between the shortest and the longest, 0 to 1, each doubling a step of the same length.
    fn pace(&self, seconds: f64) -> f64 {
        match self.times {
            Some((short, long)) if long > short => (seconds.max(1.0) / short).ln() / (long / short).ln(),
            _ => 0.5,
        }
    }
}

/// The shortest and the longest median time of the paths of a footing.
fn times(overlay: &Overlay, footing: Footing) -> Option<(f64, f64)> {
    let told = overlay.edges.iter().filter(|flow| Footing::of(flow.moved) == footing);
    let medians: Vec<f64> = told.filter_map(|flow| Some(flow.seconds?.median.max(1.0))).collect();
    let least = medians.iter().copied().reduce(f64::min)?;
    Some((least, medians.into_iter().fold(least, f64::max)))
}

/// What is at stake at a node, where that is clear.
pub(crate) fn clear_value(stake: &Stake) -> Option<f64> {
    Some(stake.value.filter(Value::is_clear)?.amount)
}

/// How many a node has lost, unless it is a goal or too few tell.
pub(crate) fn lost(account: &Account) -> Option<u64> {
    let rate = account.drop_off.filter(|rate| Footing::of(rate.of) == Footing::Enough)?;
    (!account.goal && rate.count > 0).then_some(rate.count)
}

/// What the lens of a picture sees in a flow: nothing, if nobody took it or the lens does not look at paths.
/// `returns` says whether it leads to an earlier stage.
pub(crate) fn seen(page: &Page, flow: &Flow, returns: bool) -> Option<Seen> {
    let (palette, counted) = (page.palette, page.counted.as_ref()?);
    if flow.moved == 0 {
        return None;
    }
    let (colour, of) = match page.lens {
        Lens::Conversion => {
            let rate = flow.conversion?;
            let colour = if returns { palette.returning(rate.rate) } else { palette.conversion(rate.rate) };
            (colour, rate.of)
        }
        Lens::Time => (palette.pace(counted.scale.pace(flow.seconds?.median)), flow.moved),
        Lens::Comparison => {
            let difference = counted.edge_contrast(flow)?.difference.filter(|each| each.is_clear)?;
            let share = difference.points / counted.scale.difference.max(f64::EPSILON);
            return Some(Seen { colour: palette.difference(share), footing: Footing::Enough });
        }
        Lens::DropOff | Lens::Emotion | Lens::Value | Lens::Plain => return None,
    };
    let footing = Footing::of(of);
    let colour = if footing == Footing::TooFew { palette.line.clone() } else { colour };
    Some(Seen { colour, footing })
}

/// A difference that can be told: both of its rates rest on enough for that.
pub(crate) fn told(sides: &[Option<Rate>; 2], difference: Option<RateDifference>) -> Option<RateDifference> {
    let can_be_told = |side: &Option<Rate>| side.is_some_and(|rate| Footing::of(rate.of) != Footing::TooFew);
    difference.filter(|_| sides.iter().all(can_be_told))
}

/// How much of a node's ground its losses tint, or what is at stake there, 0 to 1 of the most at one node; `None` where nothing is tinted.
pub(crate) fn loss_share(page: &Page, level: Level, account: Option<&Account>) -> Option<f64> {
    let counted = page.counted.as_ref().filter(|counted| counted.evidence.level == level)?;
    match page.lens {
        Lens::DropOff => Some(lost(account?)? as f64 / counted.scale.lost.max(1) as f64),
        Lens::Value => Some(clear_value(counted.stake(account?.node)?)? / counted.scale.value),
        _ => None,
    }
}
