//! Painting a band of a picture: only what lies in it.

use resvg::tiny_skia::{Pixmap, PixmapMut, Transform};
use usvg::{Group, Node, Tree};

/// Some rows of a picture.
pub(crate) struct Band {
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// Paints a band at a scale. Nothing if there is no memory for it.
pub(crate) fn paint(tree: &Tree, scale: f32, band: &Band) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(band.width, band.height)?;
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, 0.0, -(band.top as f32));
    let rows = (band.top as f32 / scale, (band.top + band.height) as f32 / scale);
    paint_group(tree.root(), transform, rows, &mut pixmap.as_mut());
    Some(pixmap)
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
            // A group with an id is an item of the scene: painted whole, as a straight line alone has no box.
            Node::Group(group) if group.id().is_empty() && !group.should_isolate() => {
                paint_group(group, transform, rows, pixmap);
            }
            _ => {
                // It moves a node to the corner of its box; this moves it back.
                resvg::render_node(node, transform.pre_translate(bounds.x(), bounds.y()), pixmap);
            }
        }
    }
}
