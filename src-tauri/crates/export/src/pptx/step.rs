//! A step of a story as a slide: what it shows of a picture beneath its title, and what is said to it.

use std::collections::BTreeSet;

use scene::{Colour, Primitive, Rect, Scene, SceneItem, Stroke, Subject};

/// How opaque what stands back is, as a share.
const BACK: f64 = 0.2;

/// A step of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct StorySlide {
    /// The picture that it shows, without what is left out.
    pub scene: Scene,
    /// What stands over it.
    pub title: String,
    /// What is said to it.
    pub notes: String,
    /// The part of the picture that it shows.
    pub area: Rect,
    /// The ids of the items that stay bright; nothing stands back where there are none.
    pub lit: BTreeSet<String>,
}

impl StorySlide {
    /// Its picture, with what stands back.
    pub(super) fn painted(&self) -> Scene {
        let mut scene = self.scene.clone();
        if !self.lit.is_empty() {
            scene.items.iter_mut().filter(|item| self.stands_back(item)).for_each(fade);
        }
        scene
    }

    fn stands_back(&self, item: &SceneItem) -> bool {
        let can = matches!(
            item.subject,
            Subject::Touchpoint { .. }
                | Subject::Transition { .. }
                | Subject::Ghost { .. }
                | Subject::StageEdge { .. }
        );
        can && !self.lit.contains(item.part_of.as_ref().unwrap_or(&item.id))
    }
}

fn fade(item: &mut SceneItem) {
    for primitive in &mut item.primitives {
        match primitive {
            Primitive::Rect { fill, stroke, .. } | Primitive::Path { fill, stroke, .. } => {
                fill.iter_mut().for_each(thin);
                stroke.iter_mut().map(|Stroke { colour, .. }| colour).for_each(thin);
            }
            Primitive::Text { colour, .. } | Primitive::Icon { colour, .. } => thin(colour),
            Primitive::Image { .. } => {}
        }
    }
}

/// Makes a colour as opaque as what stands back is.
fn thin(colour: &mut Colour) {
    let [red, green, blue, alpha] = scene::channels(colour);
    let alpha = (f64::from(alpha) * BACK).round() as u8;
    *colour = format!("#{red:02x}{green:02x}{blue:02x}{alpha:02x}");
}
