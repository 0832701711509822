//! The fonts that pictures are painted with: those that scenes are measured with. The machine's own are never looked at,
//! so that pictures are the same everywhere.

use std::sync::{Arc, LazyLock};

use usvg::fontdb::Database;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for file in scene::fonts::files() {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_serif_family("Inter");
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

/// The bundled fonts.
pub(crate) fn fonts() -> Arc<Database> {
    Arc::clone(&FONTS)
}
