//! Lines in great numbers: painted as the renderer would, at a fraction of its cost.
//!
//! The renderer blends each line with what is below it, in runs of a pixel or two. Here the lines of one colour that
//! follow each other are gathered in a mask of bits, sixteen to a pixel, and blended once. Where they cross, their edges
//! are as of one shape; that alone tells the two apart.

use resvg::tiny_skia::{PathSegment, PixmapMut, Point, Transform};
use usvg::{Group, Node, Paint, Path, Tree};

/// From so many lines on a picture is painted this way.
const MANY: usize = 3000;

/// The samples of a pixel in each direction, as many as the renderer takes.
const SAMPLES: usize = 4;

/// The pixels that one word of a row of samples holds.
const PIXELS: usize = u64::BITS as usize / SAMPLES;

/// How far a chord may be from its curve, in pixels.
const FLAT: f32 = 0.1;

/// The bits of a fraction of a sample.
const FRACTION: u32 = 12;

/// Further than any sample, with its fraction.
const NOWHERE: i32 = 1 << 29;

/// The corners of what stands for the round end of a line.
const ROUND: [(f32, f32); 8] = {
    const HALF: f32 = std::f32::consts::FRAC_1_SQRT_2;
    [
        (1.0, 0.0),
        (HALF, HALF),
        (0.0, 1.0),
        (-HALF, HALF),
        (-1.0, 0.0),
        (-HALF, -HALF),
        (0.0, -1.0),
        (HALF, -HALF),
    ]
};

/// Whether a picture has so many lines that they are worth it.
pub(crate) fn are_many(tree: &Tree) -> bool {
    fn count(group: &Group) -> usize {
        let of = |node: &Node| match node {
            Node::Group(group) => count(group),
            Node::Path(path) => usize::from(Shape::of(path).is_some()),
            Node::Image(_) | Node::Text(_) => 0,
        };
        group.children().iter().map(of).sum()
    }
    count(tree.root()) >= MANY
}

/// What can be painted here: one opaque colour, along a path or in it.
struct Shape {
    colour: [u8; 3],
    /// The width of a stroke; none of what is filled.
    width: Option<f32>,
}

impl Shape {
    fn of(path: &Path) -> Option<Self> {
        let opaque = |paint: &Paint, opacity: usvg::Opacity| match paint {
            Paint::Color(colour) if opacity == usvg::Opacity::ONE => {
                Some([colour.red, colour.green, colour.blue])
            }
            _ => None,
        };
        match (path.fill(), path.stroke()) {
            (None, Some(stroke)) if stroke.dasharray().is_none() => {
                let colour = opaque(stroke.paint(), stroke.opacity())?;
                Some(Self { colour, width: Some(stroke.width().get()) })
            }
            (Some(fill), None) if is_triangle(path) => {
                Some(Self { colour: opaque(fill.paint(), fill.opacity())?, width: None })
            }
            _ => None,
        }
    }
}

fn is_triangle(path: &Path) -> bool {
    use PathSegment::{Close, LineTo, MoveTo};
    let mut segments = path.data().segments();
    matches!(
        [(); 5].map(|()| segments.next()),
        [Some(MoveTo(_)), Some(LineTo(_)), Some(LineTo(_)), Some(Close), None]
    )
}

/// The lines of one colour that wait to be painted into a band.
pub(crate) struct Lines {
    colour: [u8; 3],
    /// For each row of pixels so many words of each of its rows of samples.
    bits: Vec<[u64; SAMPLES]>,
    words: usize,
    /// For each row of pixels, the words in which there is something.
    touched: Vec<(usize, usize)>,
    /// The rows of pixels in which there is something.
    rows: (usize, usize),
    points: Vec<Point>,
    /// Where a shape begins and ends in each row of samples that it has.
    spans: Vec<(i32, i32)>,
}

impl Lines {
    /// None yet, for a band of so many pixels.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        let (words, height) = ((width as usize).div_ceil(PIXELS), height as usize);
        Self {
            colour: [0; 3],
            bits: vec![[0; SAMPLES]; words * height],
            words,
            touched: vec![(usize::MAX, 0); height],
            rows: (usize::MAX, 0),
            points: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// Takes a group if it has nothing but lines; what waits in another colour is painted before.
    pub(crate) fn take(&mut self, group: &Group, transform: Transform, pixmap: &mut PixmapMut) -> bool {
        let shape = |node: &Node| match node {
            Node::Path(path) if path.is_visible() => Shape::of(path),
            _ => None,
        };
        if group.should_isolate() || !group.children().iter().all(|node| shape(node).is_some()) {
            return false;
        }
        for node in group.children() {
            let (Node::Path(path), Some(shape)) = (node, shape(node)) else { continue };
            if shape.colour != self.colour {
                self.paint(pixmap);
                self.colour = shape.colour;
            }
            self.add(path, shape.width, transform.pre_concat(group.transform()));
        }
        true
    }

    fn add(&mut self, path: &Path, width: Option<f32>, transform: Transform) {
        let mut points = std::mem::take(&mut self.points);
        let scale = transform.sx;
        for segment in
            path.data().clone().transform(transform).iter().flat_map(resvg::tiny_skia::Path::segments)
        {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.stroke(&points, width, scale);
                    points.clear();
                    points.push(to);
                }
                PathSegment::LineTo(to) => points.push(to),
                PathSegment::QuadTo(by, to) => flatten(&mut points, |from| {
                    let third = |end: Point| end + times(by - end, 2.0 / 3.0);
                    [from, third(from), third(to), to]
                }),
                PathSegment::CubicTo(by, near, to) => flatten(&mut points, |from| [from, by, near, to]),
                PathSegment::Close if width.is_none() => self.fill(&points),
                PathSegment::Close => points.extend(points.first().copied()),
            }
        }
        self.stroke(&points, width, scale);
        points.clear();
        self.points = points;
    }

    /// Marks a line through points: a quadrangle from each to the next, and a round at both ends.
    fn stroke(&mut self, points: &[Point], width: Option<f32>, scale: f32) {
        let Some(half) = width.map(|width| width * scale / 2.0) else { return };
        // What lies above or below the band is left out before anything is reckoned.
        let (above, below) = (-half, self.touched.len() as f32 + half);
        let is_out = |one: f32, other: f32| one.max(other) < above || one.min(other) > below;
        for pair in points.windows(2).filter(|pair| !is_out(pair[0].y, pair[1].y)) {
            let along = pair[1] - pair[0];
            let length = along.length();
            if length > 0.0 {
                let across = times(Point::from_xy(-along.y, along.x), half / length);
                self.fill(&[pair[0] + across, pair[1] + across, pair[1] - across, pair[0] - across]);
            }
        }
        let ends = [points.first(), points.last()].into_iter().flatten();
        for end in ends.filter(|end| !is_out(end.y, end.y)) {
            self.fill(&ROUND.map(|(x, y)| *end + times(Point::from_xy(x, y), half)));
        }
    }

    /// Marks the samples within a convex shape: those between its sides, row by row.
    fn fill(&mut self, corners: &[Point]) {
        let mut spans = std::mem::take(&mut self.spans);
        let height = self.touched.len() * SAMPLES;
        let (mut first, mut last) = (height, 0);
        for corner in corners {
            let row = first_row(corner.y, height);
            (first, last) = (first.min(row), last.max(row));
        }
        spans.clear();
        spans.resize(last.saturating_sub(first), (NOWHERE, -NOWHERE));
        let mut one = corners[corners.len() - 1];
        for &other in corners {
            let (upper, lower) = if one.y < other.y { (one, other) } else { (other, one) };
            let rows = first_row(upper.y, height)..first_row(lower.y, height);
            let slope = (lower.x - upper.x) / (lower.y - upper.y);
            let y = (rows.start as f32 + 0.5) / SAMPLES as f32 - upper.y;
            let mut x = fixed(upper.x + slope * y);
            let step = fixed(slope / SAMPLES as f32);
            for (left, right) in &mut spans[rows.start - first..][..rows.len()] {
                (*left, *right) = (x.min(*left), x.max(*right));
                x = x.wrapping_add(step);
            }
            one = other;
        }
        let most = (self.words * u64::BITS as usize) as i32;
        // The first sample whose middle is not to the left.
        let column = |x: i32| ((x + (1 << (FRACTION - 1)) - 1) >> FRACTION).clamp(0, most) as usize;
        for (row, &(left, right)) in (first..).zip(&spans) {
            self.mark(row, column(left), column(right));
        }
        self.spans = spans;
        self.touch(first, last, corners);
    }

    /// Marks samples of a row.
    #[inline]
    fn mark(&mut self, row: usize, from: usize, to: usize) {
        if from >= to {
            return;
        }
        let bits = u64::BITS as usize;
        let (first, last) = (from / bits, (to - 1) / bits);
        let (start, end) = (u64::MAX << (from % bits), u64::MAX >> (bits - 1 - (to - 1) % bits));
        let word = &mut self.bits[row / SAMPLES * self.words..][..self.words];
        if first == last {
            word[first][row % SAMPLES] |= start & end;
        } else {
            word[first][row % SAMPLES] |= start;
            word[first + 1..last].iter_mut().for_each(|word| word[row % SAMPLES] = u64::MAX);
            word[last][row % SAMPLES] |= end;
        }
    }

    /// Notes where there may be marks now.
    fn touch(&mut self, first: usize, last: usize, corners: &[Point]) {
        if first >= last {
            return;
        }
        let (first, last) = (first / SAMPLES, (last - 1) / SAMPLES + 1);
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        for corner in corners {
            (left, right) = (left.min(corner.x), right.max(corner.x));
        }
        let word = |x: f32| (x.max(0.0) as usize / PIXELS).min(self.words);
        let (left, right) = (word(left), (word(right) + 1).min(self.words));
        for touched in &mut self.touched[first..last] {
            *touched = (touched.0.min(left), touched.1.max(right));
        }
        self.rows = (self.rows.0.min(first), self.rows.1.max(last));
    }

    /// Paints what waits.
    pub(crate) fn paint(&mut self, pixmap: &mut PixmapMut) {
        let width = pixmap.width() as usize;
        for row in self.rows.0..self.rows.1 {
            let (from, to) = std::mem::replace(&mut self.touched[row], (usize::MAX, 0));
            let pixels = &mut pixmap.data_mut()[4 * width * row..][..4 * width];
            for word in from..to {
                let samples = std::mem::take(&mut self.bits[row * self.words + word]);
                let end = pixels.len().min(4 * PIXELS * (word + 1));
                blend(&mut pixels[4 * PIXELS * word..end], samples, self.colour);
            }
        }
        self.rows = (usize::MAX, 0);
    }
}

/// Blends a colour with the pixels of one word, by how many of their samples are marked.
fn blend(pixels: &mut [u8], samples: [u64; SAMPLES], colour: [u8; 3]) {
    const OF: u32 = (SAMPLES * SAMPLES) as u32;
    if samples == [0; SAMPLES] {
        return;
    }
    for (at, pixel) in pixels.chunks_exact_mut(4).enumerate() {
        let marked: u32 = samples.iter().map(|bits| (bits >> (at * SAMPLES) & 0xf).count_ones()).sum();
        for (old, new) in pixel.iter_mut().zip(colour).filter(|_| marked > 0) {
            *old = ((u32::from(*old) * (OF - marked) + u32::from(new) * marked + OF / 2) / OF) as u8;
        }
    }
}

/// Adds the chords of a cubic curve from the last point; as many as Wang's formula says.
fn flatten(points: &mut Vec<Point>, curve: impl FnOnce(Point) -> [Point; 4]) {
    let Some(&from) = points.last() else { return };
    let curve = curve(from);
    let bend = |at: usize| (curve[at] - times(curve[at + 1], 2.0) + curve[at + 2]).length();
    let count = (0.75 * bend(0).max(bend(1)) / FLAT).sqrt().ceil().clamp(1.0, 1000.0);
    for step in 1..=count as u32 {
        let after = step as f32 / count;
        let before = 1.0 - after;
        let (first, last) = (before * before, after * after);
        let shares = [before * first, 3.0 * first * after, 3.0 * before * last, after * last];
        let parts = curve.into_iter().zip(shares).map(|(point, share)| times(point, share));
        points.push(parts.fold(Point::zero(), |sum, part| sum + part));
    }
}

fn times(point: Point, factor: f32) -> Point {
    Point::from_xy(point.x * factor, point.y * factor)
}

/// The first of so many rows of samples whose middle is not above a height in pixels.
fn first_row(y: f32, height: usize) -> usize {
    let y = (y * SAMPLES as f32 + 0.5).clamp(0.0, height as f32 + 1.0);
    (y.ceil() as usize).saturating_sub(1)
}

/// A length in pixels as a number of samples, with a fraction.
fn fixed(x: f32) -> i32 {
    ((x * (SAMPLES << FRACTION) as f32) as i32).clamp(-NOWHERE, NOWHERE)
}
