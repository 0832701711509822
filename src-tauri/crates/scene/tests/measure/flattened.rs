//! Path data as short straight lines.

use scene::Rect;

/// A point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// A line through points.
#[derive(Debug)]
pub struct Line {
    points: Vec<Point>,
    pub bounds: Rect,
}

/// Into how many lines an arc is divided.
const PARTS: usize = 24;

impl Line {
    /// The line of path data as scenes have it: absolute commands M, L, A (circles) and Z.
    pub fn of(d: &str) -> Self {
        let mut points: Vec<Point> = Vec::new();
        for (letter, numbers) in commands(d) {
            let last = points.last().copied();
            match (letter, numbers.as_slice(), last) {
                ('M' | 'L', &[x, y], _) => points.push(Point { x, y }),
                ('A', &[radius, _, _, _, sweep, x, y], Some(from)) => {
                    points.extend(arc(from, radius, sweep > 0.5, Point { x, y }));
                }
                ('Z', [], _) => {}
                _ => panic!("unknown path data: {letter} in {d}"),
            }
        }
        let bounds =
            points.iter().map(|at| Rect::new(at.x, at.y, 0.0, 0.0)).reduce(|all, each| all.union(&each));
        Self { points, bounds: bounds.unwrap_or_default() }
    }

    fn parts(&self) -> impl Iterator<Item = (Point, Point)> {
        self.points.windows(2).map(|ends| (ends[0], ends[1]))
    }

    /// How long it is.
    pub fn length(&self) -> f64 {
        self.parts().map(|(from, to)| (to.x - from.x).hypot(to.y - from.y)).sum()
    }

    /// By how many right angles it turns.
    pub fn turned(&self) -> f64 {
        let ways: Vec<f64> = self
            .parts()
            .filter(|(from, to)| (to.x - from.x).hypot(to.y - from.y) > 0.3)
            .map(|(from, to)| (to.y - from.y).atan2(to.x - from.x))
            .collect();
        let turn = |ends: &[f64]| (ends[1] - ends[0]).sin().atan2((ends[1] - ends[0]).cos()).abs();
        ways.windows(2).map(turn).sum::<f64>() / std::f64::consts::FRAC_PI_2
    }

    /// Whether it enters a rectangle.
    pub fn meets(&self, rect: &Rect) -> bool {
        let near = self.bounds.x < rect.right()
            && rect.x < self.bounds.right()
            && self.bounds.y < rect.bottom()
            && rect.y < self.bounds.bottom();
        let flat = self.bounds.width == 0.0 || self.bounds.height == 0.0;
        (near || flat) && self.parts().any(|(from, to)| enters(from, to, rect))
    }

    /// How often it crosses another.
    pub fn crossings(&self, other: &Self) -> usize {
        if !self.bounds.grown(0.5).overlaps(&other.bounds.grown(0.5)) {
            return 0;
        }
        // Only what reaches into where both are can cross.
        let (here, there) = (self.bounds.grown(0.5), other.bounds.grown(0.5));
        let theirs: Vec<(Point, Point)> = other.parts().filter(|part| !apart(*part, &here)).collect();
        let mut count = 0;
        for (a, b) in self.parts().filter(|part| !apart(*part, &there)) {
            let around = Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs());
            let near = theirs.iter().filter(|part| !apart(**part, &around));
            count += near.filter(|(c, d)| cross(a, b, *c, *d)).count();
        }
        count
    }
}

/// The commands of path data with their numbers.
fn commands(d: &str) -> impl Iterator<Item = (char, Vec<f64>)> {
    let starts = d.char_indices().filter(|(_, letter)| letter.is_ascii_alphabetic());
    let starts: Vec<(usize, char)> = starts.collect();
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| *at).chain([d.len()]).collect();
    let numbers = |text: &str| text.split_whitespace().map(|each| each.parse().expect("a number")).collect();
    let parts: Vec<_> =
        starts.iter().zip(ends).map(|(&(at, letter), end)| (letter, numbers(&d[at + 1..end]))).collect();
    parts.into_iter()
}

fn share(part: usize) -> f64 {
    part as f64 / PARTS as f64
}

/// Points on the smaller arc of a circle from one point to another.
fn arc(from: Point, radius: f64, clockwise: bool, to: Point) -> Vec<Point> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let chord = dx.hypot(dy).max(1e-9);
    let away = (radius * radius - chord * chord / 4.0).max(0.0).sqrt() * if clockwise { 1.0 } else { -1.0 };
    let centre = Point {
        x: f64::midpoint(from.x, to.x) - dy / chord * away,
        y: f64::midpoint(from.y, to.y) + dx / chord * away,
    };
    let start = (from.y - centre.y).atan2(from.x - centre.x);
    let turn = {
        let end = (to.y - centre.y).atan2(to.x - centre.x);
        (end - start).sin().atan2((end - start).cos())
    };
    let on = |part| {
        let angle = start + turn * share(part);
        Point { x: centre.x + radius * angle.cos(), y: centre.y + radius * angle.sin() }
    };
    (1..=PARTS).map(on).collect()
}

/// Whether a straight line enters a rectangle (after Liang and Barsky's clipping).
fn enters(from: Point, to: Point, rect: &Rect) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - rect.x),
        (dx, rect.right() - from.x),
        (-dy, from.y - rect.y),
        (dy, rect.bottom() - from.y),
    ];
    for (along, room) in sides {
        if along == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if along < 0.0 {
            first = first.max(room / along);
        } else {
            last = last.min(room / along);
        }
    }
    rect.width > 0.0 && rect.height > 0.0 && first < last
}

/// Whether a straight line lies beside, over or under a rectangle.
fn apart((from, to): (Point, Point), rect: &Rect) -> bool {
    from.x.max(to.x) < rect.x
        || from.x.min(to.x) > rect.right()
        || from.y.max(to.y) < rect.y
        || from.y.min(to.y) > rect.bottom()
}

/// Whether two straight lines cross; the second may start on the first, but not end on it.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    let (one, two) = (side(a, b, c), side(a, b, d));
    let (three, four) = (side(c, d, a), side(c, d, b));
    (one > 0.0) != (two > 0.0) && (three > 0.0) != (four > 0.0)
}
