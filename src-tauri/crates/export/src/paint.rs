//! Painting a band of a picture: only what lies in it.

use resvg::tiny_skia::{Pixmap, PixmapMut, Transform};
use usvg::{Group, Node, Tree};

/// The rows of a picture from `top` on.
pub(crate) struct Band {
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// Paints a band at a scale on a ground that covers it, and gives its pixels as red, green and blue. Nothing if
/// there is no memory for it.
pub(crate) fn paint(tree: &Tree, scale: f32, band: &Band) -> Option<Vec<u8>> {
    let mut pixmap = Pixmap::new(band.width, band.height)?;
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, 0.0, -(band.top as f32));
    let rows = (band.top as f32 / scale, (band.top + band.height) as f32 / scale);
    paint_group(tree.root(), transform, rows, &mut pixmap.as_mut());
    let mut pixels = Vec::with_capacity(band.width as usize * band.height as usize * 3);
    for pixel in pixmap.data().chunks_exact(4) {
        pixels.extend_from_slice(&pixel[..3]);
    }
    Some(pixels)
}

/// The renderer looks at everything for each band; this leaves out what lies above or below.
fn paint_group(group: &Group, transform: Transform, rows: (f32, f32), pixmap: &mut PixmapMut) {
    let transform = transform.pre_concat(group.transform());
    for node in group.children() {
        let Some(bounds) = node.abs_layer_bounding_box() else { continue };
        if bounds.bottom() + 1.0 < rows.0 || bounds.top() - 1.0 > rows.1 {
            continue;
        }
        match node {
            Node::Group(group) if !group.should_isolate() => paint_group(group, transform, rows, pixmap),
            _ => {
                // It moves a node to the corner of its box; this moves it back.
                resvg::render_node(node, transform.pre_translate(bounds.x(), bounds.y()), pixmap);
            }
        }
    }
}
