//! The fonts that pictures are painted with: those that scenes are measured with, and the machine's own only for
//! scripts that those lack.

use std::sync::{Arc, LazyLock};

use scene::{Primitive, Scene};
use usvg::fontdb::Database;

static BUNDLED: LazyLock<Arc<Database>> = LazyLock::new(|| Arc::new(bundled()));

/// Looking through the machine's fonts takes long, so it is done once, and only when a text needs them.
static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = bundled();
    fonts.load_system_fonts();
    Arc::new(fonts)
});

/// The fonts for a scene.
pub(crate) fn fonts_for(scene: &Scene) -> Arc<Database> {
    Arc::clone(if needs_more(scene) { &ALL } else { &BUNDLED })
}

fn bundled() -> Database {
    let mut fonts = Database::new();
    for file in scene::fonts::files() {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_serif_family("Inter");
    fonts.set_sans_serif_family("Inter");
    fonts
}

fn needs_more(scene: &Scene) -> bool {
    scene.items.iter().flat_map(|item| &item.primitives).any(|primitive| match primitive {
        Primitive::Text { text, .. } => {
            text.chars().any(|character| !character.is_ascii() && !scene::fonts::covers(character))
        }
        _ => false,
    })
}
