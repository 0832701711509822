//! Painting a band of a picture: only what lies in it.

use resvg::tiny_skia::{Pixmap, PixmapMut, Transform};
use usvg::{Group, Node, Tree};

use crate::lines::{self, Lines};

/// Some rows of a picture.
pub(crate) struct Band {
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// A picture that is painted band by band.
pub(crate) struct Picture {
    tree: Tree,
    scale: f32,
    many_lines: bool,
}

impl Picture {
    /// A picture at a scale.
    pub(crate) fn new(tree: Tree, scale: f32) -> Self {
        Self { many_lines: lines::are_many(&tree), tree, scale }
    }

    /// Paints a band, its lines apart if they are many. Nothing if there is no memory for it.
    pub(crate) fn paint(&self, band: &Band) -> Option<Pixmap> {
        let mut pixmap = Pixmap::new(band.width, band.height)?;
        let scale = self.scale;
        let transform = Transform::from_row(scale, 0.0, 0.0, scale, 0.0, -(band.top as f32));
        let rows = (band.top as f32 / scale, (band.top + band.height) as f32 / scale);
        let lines = self.many_lines.then(|| Lines::new(band.width, band.height));
        let mut painting = Painting { pixmap: pixmap.as_mut(), rows, lines };
        painting.group(self.tree.root(), transform);
        painting.flush();
        Some(pixmap)
    }
}

/// A band that is being painted.
struct Painting<'a> {
    pixmap: PixmapMut<'a>,
    /// Which rows of the picture are in it.
    rows: (f32, f32),
    lines: Option<Lines>,
}

impl Painting<'_> {
    /// The renderer looks at everything for each band; this leaves out what lies above or below.
    fn group(&mut self, group: &Group, transform: Transform) {
        let transform = transform.pre_concat(group.transform());
        for node in group.children() {
            let Some(bounds) = node.abs_layer_bounding_box() else { continue };
            if bounds.bottom() + 1.0 < self.rows.0 || bounds.top() - 1.0 > self.rows.1 {
                continue;
            }
            match node {
                // A group with an id is an item of the scene: painted whole, as a straight line alone has no box.
                Node::Group(group) if group.id().is_empty() && !group.should_isolate() => {
                    self.group(group, transform);
                }
                Node::Group(group) if self.takes_lines(group, transform) => {}
                _ => {
                    self.flush();
                    // It moves a node to the corner of its box; this moves it back.
                    let transform = transform.pre_translate(bounds.x(), bounds.y());
                    resvg::render_node(node, transform, &mut self.pixmap);
                }
            }
        }
    }

    fn takes_lines(&mut self, group: &Group, transform: Transform) -> bool {
        self.lines.as_mut().is_some_and(|lines| lines.take(group, transform, &mut self.pixmap))
    }

    /// Paints the lines that wait, below what comes.
    fn flush(&mut self) {
        if let Some(lines) = &mut self.lines {
            lines.paint(&mut self.pixmap);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// Lines and heads of two colours, above and below shapes that the renderer paints.
    fn tree() -> Tree {
        let mut svg = String::from(
            "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200' stroke-linecap='round'><rect width='300' height='200' fill='#fff'/>",
        );
        for line in 0..60 {
            let (x, y) = (5 + line * 7 % 290, 5 + line * 37 % 190);
            let colour = if line < 40 { "#9aa4b2" } else { "#b3261e" };
            let width = 1.5 + f64::from(line % 4) * 1.5;
            let bend = 300 - x;
            write!(svg, "<g id='line-{line}'><path d='M{x} {y}C{bend} {y} 150 10 {bend} 100L{bend} 190' fill='none' stroke='{colour}' stroke-width='{width}'/><path d='M{x} {y}L{bend} 9L150 {y}Z' fill='{colour}'/></g>").unwrap();
            if line == 30 {
                svg.push_str("<g id='card'><rect x='100' y='50' width='90' height='70' rx='8' fill='#fff' stroke='#222'/></g>");
            }
        }
        Tree::from_str(&(svg + "</svg>"), &usvg::Options::default()).unwrap()
    }

    #[test]
    fn many_lines_look_as_few_do() {
        for (scale, top) in [(1.0, 0), (2.0, 100)] {
            let band = Band { top, width: (300.0 * scale) as u32, height: 100 };
            let paint = |many_lines| Picture { tree: tree(), scale, many_lines }.paint(&band).unwrap();
            let (few, many) = (paint(false), paint(true));
            let differences: Vec<_> =
                few.data().iter().zip(many.data()).map(|(few, many)| few.abs_diff(*many)).collect();
            let sum: u64 = differences.iter().copied().map(u64::from).sum();
            let mean = sum as f64 / differences.len() as f64;
            assert!(mean < 1.0, "they differ by {mean}");
            assert!(sum > 0, "they are painted in two ways");
            let far = differences.iter().filter(|&&difference| difference > 64).count();
            assert!(far * 200 < differences.len(), "{far} of {} are far off", differences.len());
        }
    }
}
