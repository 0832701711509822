//! Where curves touch the rims of cards: in the order of where they lead, so that they do not cross on their way out,
//! and with room for the labels that stand there.

use rustc_hash::FxHashSet;

use super::plan::Route;
use super::{LABEL_HEIGHT, Wire};
use crate::Rect;
use crate::zones::Side;

/// What a curve without a label takes of a rim.
const BARE: f64 = 9.0;
/// What it takes where there is room.
const AIRY: f64 = 14.0;
/// The middle of the rim of the lowest card, from its top: where a curve touches that is alone.
const MIDDLE: f64 = 36.0;
/// No curve touches a rim closer to a corner.
const CORNER: f64 = 7.0;
/// Between labels at a rim.
const BETWEEN: f64 = 4.0;

/// An end of a curve on a rim.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub card: u32,
    pub side: Side,
    pub wire: u32,
    pub arrives: bool,
    /// What it is ordered by along the rim.
    pub towards: (f64, f64),
}

/// Where the ends of each curve are, from the tops of their cards, and at which of them its label stands, if at one.
#[derive(Debug)]
pub(super) struct Ports {
    pub ends: Vec<(f64, f64)>,
    /// Of each curve, where its label stands.
    pub labels: Vec<Option<Spot>>,
}

/// Where room is kept for a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Where the curve starts.
    Start,
    /// Where it ends.
    End,
    /// On this part of it, which is horizontal.
    Part(usize),
}

/// The ends of one rim, with what each takes of it and how far from the top of the card they begin.
struct Rim {
    ends: Vec<End>,
    shares: Vec<f64>,
    start: f64,
    height: f64,
}

impl Rim {
    /// Where the ends are, from the top of the card.
    fn places(&self) -> impl Iterator<Item = (&End, f64)> {
        let mut reached = self.start;
        self.ends.iter().zip(&self.shares).map(move |(end, share)| {
            reached += share;
            (end, (reached - share / 2.0).clamp(CORNER, self.height - CORNER))
        })
    }

    fn whole(&self) -> f64 {
        self.shares.iter().sum()
    }
}

/// The ports of all curves; `parts` are the horizontal parts of each that a label may stand on.
pub(super) fn ports(
    cards: &[Rect],
    wires: &[Wire],
    routes: &[Route],
    parts: &[Option<(usize, f64)>],
    mut ends: Vec<End>,
) -> Ports {
    ends.sort_by(|one, other| {
        (one.card, one.side)
            .cmp(&(other.card, other.side))
            .then(one.towards.0.total_cmp(&other.towards.0))
            .then(one.towards.1.total_cmp(&other.towards.1))
            .then((one.wire, one.arrives).cmp(&(other.wire, other.arrives)))
    });
    let firm: Vec<End> = ends.iter().filter(|end| wires[end.wire as usize].firm).copied().collect();
    let firm: Vec<&[End]> = rims(&firm).collect();
    let labels = labels(cards, wires, routes, parts, &firm);
    let mut firm: Vec<Rim> = firm.iter().map(|ends| rim(cards, ends, &labels)).collect();
    let mut at = vec![(0.0, 0.0); wires.len()];
    for rim in &firm {
        note(rim.places(), &mut at);
    }
    for _ in 0..2 {
        for rim in &mut firm {
            align(rim, cards, wires, routes, &at);
            note(rim.places(), &mut at);
        }
    }
    let mut firm = firm.iter().peekable();
    for ends in rims(&ends) {
        let is_here = |rim: &&Rim| (rim.ends[0].card, rim.ends[0].side) == (ends[0].card, ends[0].side);
        note(between(cards, wires, ends, firm.next_if(is_here)), &mut at);
    }
    Ports { ends: at, labels }
}

/// The ends at each side of each card.
fn rims(ends: &[End]) -> impl Iterator<Item = &[End]> {
    ends.chunk_by(|one, other| (one.card, one.side) == (other.card, other.side))
}

/// Notes where ends are.
fn note<'e>(places: impl IntoIterator<Item = (&'e End, f64)>, at: &mut [(f64, f64)]) {
    for (end, place) in places {
        let slot = &mut at[end.wire as usize];
        *(if end.arrives { &mut slot.1 } else { &mut slot.0 }) = place;
    }
}

/// Where the light ends of a rim are: evenly between the firm ones, which do not make way for them.
fn between<'e>(cards: &[Rect], wires: &[Wire], ends: &'e [End], rim: Option<&Rim>) -> Vec<(&'e End, f64)> {
    let (mut edges, height) = (Vec::new(), cards[ends[0].card as usize].height);
    if let Some(rim) = rim {
        edges.extend(
            rim.places().zip(&rim.shares).map(|((_, at), share)| (at - share / 2.0, at + share / 2.0)),
        );
    }
    let mut places = Vec::new();
    let mut before = 0;
    for slot in ends.chunk_by(|one, other| !wires[one.wire as usize].firm && !wires[other.wire as usize].firm)
    {
        if wires[slot[0].wire as usize].firm {
            before += 1;
            continue;
        }
        let from = if before == 0 { 0.0 } else { edges[before - 1].1 };
        let to = edges.get(before).map_or(height, |edge| edge.0);
        let apart = (to - from) / (slot.len() + 1) as f64;
        let place = |rank: i32| (from + apart * f64::from(rank)).clamp(CORNER, height - CORNER);
        places.extend(slot.iter().zip(1..).map(|(end, rank)| (end, place(rank))));
    }
    places
}

/// Where each label stands: at a rim as far as rims have room, or else on a horizontal part of its curve.
///
/// A gap is widened by labels at either of its banks, so those that can stand at one or the other all stand at one.
fn labels(
    cards: &[Rect],
    wires: &[Wire],
    routes: &[Route],
    parts: &[Option<(usize, f64)>],
    rims: &[&[End]],
) -> Vec<Option<Spot>> {
    let mut left: Vec<f64> =
        rims.iter().map(|ends| cards[ends[0].card as usize].height - BARE * ends.len() as f64).collect();
    let mut places = vec![[None; 2]; wires.len()];
    for (rim, ends) in rims.iter().enumerate() {
        for end in *ends {
            places[end.wire as usize][usize::from(end.arrives)] = Some(rim);
        }
    }
    let mut labels = vec![None; wires.len()];
    let mut banks = Banks::default();
    let mut order: Vec<usize> = (0..wires.len()).filter(|wire| wires[*wire].firm).collect();
    order.sort_by_key(|wire| Freedom::of(&routes[*wire], parts[*wire]));
    for wire in order {
        let part = parts[wire].map(|(part, length)| (Spot::Part(part), length));
        let ends = banks.ranked(&routes[wire]);
        let is_cheap = |spot: &Spot| banks.holds(&routes[wire], *spot);
        let mut spots: Vec<Spot> = ends.to_vec();
        if let Some((spot, length)) = part {
            let place = if length >= AMPLE {
                spots.iter().take_while(|spot| is_cheap(spot)).count()
            } else {
                spots.len()
            };
            spots.insert(place, spot);
        }
        let fits = |spot: &Spot| match spot {
            Spot::Part(_) => true,
            Spot::Start => places[wire][0].is_some_and(|rim: usize| left[rim] >= MORE),
            Spot::End => places[wire][1].is_some_and(|rim: usize| left[rim] >= MORE),
        };
        let chosen = spots.into_iter().find(fits);
        if let Some(spot @ (Spot::Start | Spot::End)) = chosen {
            if let Some(rim) = places[wire][usize::from(spot == Spot::End)] {
                left[rim] -= MORE;
            }
            banks.take(&routes[wire], spot);
        }
        labels[wire] = chosen;
    }
    labels
}

/// What a label takes of a rim, more than a bare end.
const MORE: f64 = LABEL_HEIGHT + BETWEEN - BARE;
/// A horizontal part this long has room for a label.
const AMPLE: f64 = 120.0;

/// How freely a label can be placed: those that can stand at one bank alone come first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Freedom {
    OneBank,
    TwoBanks,
    Parts,
}

impl Freedom {
    fn of(route: &Route, part: Option<(usize, f64)>) -> Self {
        match part {
            Some(_) => Self::Parts,
            None if route.faces() => Self::TwoBanks,
            None => Self::OneBank,
        }
    }
}

/// The banks of vertical corridors at which labels stand: the corridor, and whether it is that on its right.
#[derive(Debug, Default)]
struct Banks(FxHashSet<(u32, bool)>);

impl Banks {
    fn bank(route: &Route, spot: Spot) -> Option<(u32, bool)> {
        let arrives = spot == Spot::End;
        let corridors = route.corridors();
        let corridor = if arrives { corridors.last() } else { corridors.first() };
        Some((*corridor?, route.side(arrives) == Side::Left))
    }

    fn holds(&self, route: &Route, spot: Spot) -> bool {
        Self::bank(route, spot).is_some_and(|bank| self.0.contains(&bank))
    }

    /// Both ends of a curve, first the one whose label widens no gap.
    fn ranked(&self, route: &Route) -> [Spot; 2] {
        let cost = |spot| match Self::bank(route, spot) {
            Some(bank) if self.0.contains(&bank) => 0,
            Some((corridor, right)) => 1 + u32::from(self.0.contains(&(corridor, !right))),
            None => 0,
        };
        if cost(Spot::End) < cost(Spot::Start) { [Spot::End, Spot::Start] } else { [Spot::Start, Spot::End] }
    }

    fn take(&mut self, route: &Route, spot: Spot) {
        self.0.extend(Self::bank(route, spot));
    }
}

fn rim(cards: &[Rect], ends: &[End], labels: &[Option<Spot>]) -> Rim {
    let height = cards[ends[0].card as usize].height;
    let is_labelled =
        |end: &&End| labels[end.wire as usize] == Some(if end.arrives { Spot::End } else { Spot::Start });
    let labelled = ends.iter().filter(is_labelled).count() as f64 * (LABEL_HEIGHT + BETWEEN);
    let bare = ends.iter().filter(|end| !is_labelled(end)).count() as f64;
    let least = if bare > 0.0 { ((height - labelled) / bare).min(AIRY) } else { 0.0 };
    let share = |end: &End| if is_labelled(&end) { LABEL_HEIGHT + BETWEEN } else { least };
    let mut rim = Rim { shares: ends.iter().map(share).collect(), ends: ends.to_vec(), start: 0.0, height };
    let whole = rim.whole();
    rim.start = (MIDDLE - whole / 2.0).clamp(0.0, (height - whole).max(0.0));
    rim
}

/// Shifts the ends of a rim, as far as there is room, so that the most curves to cards beside it are straight.
fn align(rim: &mut Rim, cards: &[Rect], wires: &[Wire], routes: &[Route], at: &[(f64, f64)]) {
    let own = cards[rim.ends[0].card as usize].y;
    let slack = (rim.height - rim.whole()).max(0.0);
    let mut shifts = vec![0.0];
    for (end, place) in rim.places() {
        let wire = &wires[end.wire as usize];
        if wire.from == wire.to || !routes[end.wire as usize].faces() {
            continue;
        }
        let (other, there) = if end.arrives {
            (wire.from, at[end.wire as usize].0)
        } else {
            (wire.to, at[end.wire as usize].1)
        };
        shifts.push(cards[other as usize].y + there - own - place);
    }
    let fits = |shift: f64| (-1e-6..=slack + 1e-6).contains(&(rim.start + shift));
    let straight = |shift: f64| shifts[1..].iter().filter(|other| (*other - shift).abs() < 0.5).count();
    let best =
        shifts.iter().copied().filter(|shift| fits(*shift)).max_by(|one, other| {
            straight(*one).cmp(&straight(*other)).then(other.abs().total_cmp(&one.abs()))
        });
    rim.start = (rim.start + best.unwrap_or(0.0)).clamp(0.0, slack);
}
