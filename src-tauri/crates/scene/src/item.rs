//! An item of a scene: one thing on the picture, which painters translate and shells make touchable.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::detail::Afar;
use crate::primitive::{Primitive, Rect};
use crate::subject::Subject;
use crate::zones::Zones;

/// One thing on the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SceneItem {
    /// Its name in this scene, stable while what it stands for is. Nothing is to be read from it.
    pub id: String,
    /// The id of the item that it is a part of: of the label on a curve, painted above the cards, the curve.
    pub part_of: Option<String>,
    /// What it stands for.
    pub subject: Subject,
    /// Its rectangle: of a touchpoint, the card; of an edge, the box around its curve.
    pub bounds: Rect,
    /// What a screen reader says of it, with its numbers, whole. Empty for a part of another item, which painters
    /// hide from assistive technology.
    pub label: String,
    /// What of it hands can touch.
    pub zones: Zones,
    /// What to paint, in order.
    pub primitives: Vec<Primitive>,
    /// What of that is seen from afar, and what stands in for the rest; `None` where all of it is seen from anywhere.
    pub afar: Option<Afar>,
}

impl SceneItem {
    /// The item of a subject, of which what comes before its text is seen from afar.
    pub(crate) fn new(subject: Subject, bounds: Rect, label: String, primitives: Vec<Primitive>) -> Self {
        let afar = Afar::before_text(&primitives);
        Self {
            id: subject.id(),
            part_of: None,
            subject,
            bounds,
            label,
            zones: Zones::default(),
            primitives,
            afar,
        }
    }

    /// The label on an item, painted apart from it.
    pub(crate) fn label_on(subject: Subject, bounds: Rect, primitives: Vec<Primitive>) -> Self {
        let whole = subject.id();
        Self {
            id: format!("{whole}-label"),
            part_of: Some(whole),
            ..Self::new(subject, bounds, String::new(), primitives)
        }
    }

    /// What is written where its title stands, as far as there is room for it; none where it has no title.
    pub fn title(&self) -> Option<String> {
        let lines = self.primitives.iter().filter_map(|primitive| match primitive {
            Primitive::Text { text, .. } if self.has_in_title(primitive) => Some(text.as_str()),
            _ => None,
        });
        let title = lines.collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    }

    /// Whether a primitive is a line of its title.
    pub fn has_in_title(&self, primitive: &Primitive) -> bool {
        let (Some(zone), Primitive::Text { x, y, .. }) = (self.zones.title, primitive) else { return false };
        let zone = zone.rect.grown(1.0);
        zone.x <= *x && *x <= zone.right() && zone.y <= *y && *y <= zone.bottom()
    }

    /// The item with these zones.
    #[must_use]
    pub(crate) fn with(self, zones: Zones) -> Self {
        Self { zones, ..self }
    }

    /// The item with this to be seen of it from afar.
    #[must_use]
    pub(crate) fn seen_afar(self, afar: Afar) -> Self {
        Self { afar: Some(afar), ..self }
    }
}
