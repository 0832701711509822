//! A slide: the items of a part of a scene as groups of shapes.

use std::collections::HashMap;

use model::CardId;
use rustc_hash::FxHashSet;
use scene::{Handle, Members, Primitive, Rect, Scene, SceneItem, Stroke, Subject};

use super::frame::{Frame, TITLE_BOX};
use super::shapes::{self, Words, colour};
use super::step::StorySlide;
use crate::xml::escaped;

/// A part of a scene that has a slide of its own.
pub(super) struct Parts<'a> {
    /// What it is called.
    name: String,
    items: Vec<&'a SceneItem>,
    /// What is around them.
    pub bounds: Rect,
    /// What stands over them, where something does.
    title: Option<&'a str>,
}

/// A slide with its images, which are JPEGs.
pub(super) struct Slide {
    pub xml: String,
    pub images: Vec<Vec<u8>>,
    /// What is said to it.
    pub notes: String,
}

impl Slide {
    /// Whether something is said to it.
    pub(super) fn has_notes(&self) -> bool {
        !self.notes.trim().is_empty()
    }
}

impl<'a> Parts<'a> {
    /// All of it.
    pub(super) fn whole(scene: &'a Scene) -> Self {
        let name = scene.heading().map_or_else(String::new, |heading| heading.label.clone());
        Self { name, items: scene.items.iter().collect(), bounds: scene.bounds, title: None }
    }

    /// What a step of a story shows of its picture: all that reaches into its part of it.
    pub(super) fn step(step: &'a StorySlide, painted: &'a Scene) -> Self {
        let items = painted.items.iter().filter(|item| reaches(&item.bounds, &step.area)).collect();
        Self { name: step.title.clone(), items, bounds: step.area, title: Some(&step.title) }
    }

    /// Each stage that has cards, with these, what leads from one of them to another, and what lanes say of it.
    pub(super) fn stages(scene: &'a Scene) -> impl Iterator<Item = Self> {
        let stages = scene.outline.stages.iter().filter(|stage| !stage.cards.is_empty());
        stages.filter_map(|stage| {
            let mut of_stage: Vec<&str> = stage.cards.iter().map(|card| card.item.as_str()).collect();
            of_stage.push(&stage.item);
            let mut members = Members::default();
            for item in scene.items.iter().filter(|item| of_stage.contains(&item.id.as_str())) {
                match item.subject {
                    Subject::Stage { stage } => _ = members.stages.insert(stage),
                    Subject::Touchpoint { touchpoint } => _ = members.touchpoints.insert(touchpoint),
                    _ => {}
                }
            }
            members.cards = cards_of(scene, &members);
            let belongs = |item: &&SceneItem| members.has(item.subject);
            let items: Vec<&SceneItem> = scene.items.iter().filter(belongs).collect();
            let bounds = items.iter().map(|item| item.bounds).reduce(|all, each| all.union(&each))?;
            let header = items.iter().find(|item| item.id == stage.item)?;
            Some(Self {
                name: header.title().unwrap_or_default(),
                items,
                bounds: bounds.grown(8.0),
                title: None,
            })
        })
    }
}

/// The cards in those cells of lanes that are about something in a part.
fn cards_of(scene: &Scene, members: &Members) -> FxHashSet<CardId> {
    let subjects: HashMap<&str, Subject> =
        scene.items.iter().map(|item| (item.id.as_str(), item.subject)).collect();
    let mut belongs = false;
    let mut cards = FxHashSet::default();
    for id in scene.outline.lanes.iter().flat_map(|lane| &lane.cells) {
        match subjects.get(id.as_str()) {
            Some(cell @ Subject::Cell { .. }) => belongs = members.has(*cell),
            Some(Subject::LaneCard { card }) if belongs => _ = cards.insert(*card),
            _ => {}
        }
    }
    cards
}

/// Whether one rectangle reaches into another.
fn reaches(one: &Rect, other: &Rect) -> bool {
    one.x < other.x + other.width
        && one.y < other.y + other.height
        && one.x + one.width > other.x
        && one.y + one.height > other.y
}

/// Ink that can be read on a ground.
fn ink_on(background: &str) -> &'static str {
    let [red, green, blue, _] = scene::channels(background).map(u32::from);
    if red + green + blue > 3 * 127 { "#1b1f27" } else { "#f2f4f8" }
}

/// The title of a step: a text that can be edited, on the slide's ground.
fn heading(id: u32, title: &str, background: &str, ink: &str, language: &str) -> String {
    let [x, y, width, height] = TITLE_BOX;
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Title\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>\
         <p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>{}</p:spPr>\
         <p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" rIns=\"0\" anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang=\"{language}\" sz=\"2400\" b=\"1\">{}<a:latin typeface=\"Arial\"/></a:rPr><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
        colour(background),
        colour(ink),
        escaped(title),
    )
}

/// The slide of a part of a scene.
pub(super) fn slide(scene: &Scene, parts: &Parts<'_>, frame: &Frame, language: &str) -> Slide {
    let mut writer =
        Writer { frame, language, last: 1, ports: HashMap::new(), glue: HashMap::new(), images: Vec::new() };
    writer.lay_out(parts);
    let mut shapes: String = parts.items.iter().map(|item| writer.item(item)).collect();
    if let Some(title) = parts.title.filter(|title| !title.is_empty()) {
        // Over what reaches beyond the part that is shown.
        let id = writer.id();
        shapes += &heading(id, title, &scene.background, ink_on(&scene.background), language);
    }
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">\
         <p:cSld name=\"{}\"><p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>\
         {shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
        escaped(&parts.name),
        colour(&scene.background),
    );
    Slide { xml, images: writer.images, notes: String::new() }
}

struct Writer<'a> {
    frame: &'a Frame,
    language: &'a str,
    /// The id that was given last.
    last: u32,
    /// The places on each card to which connectors are glued, each with its id.
    ports: HashMap<Subject, Vec<(u32, Handle)>>,
    /// By the id of its item, to which port and site of it a transition is glued at its start and its end.
    glue: HashMap<String, [(u32, u32); 2]>,
    images: Vec<Vec<u8>>,
}

impl Writer<'_> {
    fn id(&mut self) -> u32 {
        self.last += 1;
        self.last
    }

    /// Gives each transition between two cards its places on these.
    fn lay_out(&mut self, parts: &Parts<'_>) {
        let is_there =
            |touchpoint| parts.items.iter().any(|item| item.subject == Subject::Touchpoint { touchpoint });
        for item in parts.items.iter().filter(|item| item.part_of.is_none()) {
            let Subject::Transition { from, to, .. } = item.subject else { continue };
            let [start, end] = item.zones.handles[..] else { continue };
            if is_there(from) && is_there(to) {
                let glue = [(from, start), (to, end)].map(|(touchpoint, handle)| {
                    let id = self.id();
                    self.ports.entry(Subject::Touchpoint { touchpoint }).or_default().push((id, handle));
                    (id, shapes::site(handle.side))
                });
                self.glue.insert(item.id.clone(), glue);
            }
        }
    }

    fn item(&mut self, item: &SceneItem) -> String {
        let glue = self.glue.get(&item.id).copied();
        if let Some(drawn) = glue.and_then(|glue| self.connector(item, glue)) {
            return drawn;
        }
        let mut shapes = String::new();
        let mut title = item.zones.title.zip(item.title());
        for primitive in &item.primitives {
            match (item.has_in_title(primitive), title.take()) {
                // All of it at its first line.
                (true, Some((zone, whole))) => shapes += &self.title(&zone, &whole, primitive),
                (true, None) => {}
                (false, kept) => {
                    title = kept;
                    shapes += &self.primitive(primitive);
                }
            }
        }
        for (id, handle) in
            self.ports.get(&item.subject).filter(|_| item.part_of.is_none()).into_iter().flatten()
        {
            shapes += &shapes::port(*id, handle, self.frame);
        }
        let name = item.title().unwrap_or_else(|| kind(item.subject).to_owned());
        if shapes.is_empty() {
            return shapes;
        }
        shapes::group(self.id(), &name, &item.label, &item.bounds, &shapes, self.frame)
    }

    /// A transition as a connector along its whole path; where it is drawn hollow, its core is another.
    fn connector(&mut self, item: &SceneItem, glue: [(u32, u32); 2]) -> Option<String> {
        let path = item.zones.hit.as_ref()?;
        let strokes = item.primitives.iter().filter_map(|primitive| match primitive {
            Primitive::Path { stroke: Some(stroke), .. } => Some(stroke),
            _ => None,
        });
        // What is wider only sets it off from what it crosses.
        let own: Vec<&Stroke> = strokes.filter(|stroke| stroke.width <= path.line + 0.01).collect();
        let mut drawn = String::new();
        for (at, stroke) in own.into_iter().enumerate() {
            let (head, said) = if at == 0 { (head(path.line), item.label.as_str()) } else { ("", "") };
            drawn += &shapes::connector(self.id(), &path.d, stroke, glue, (head, said), self.frame)?;
        }
        (!drawn.is_empty()).then_some(drawn)
    }

    fn title(&mut self, zone: &scene::TitleZone, whole: &str, line: &Primitive) -> String {
        let Primitive::Text { y, size, weight, colour, anchor, rtl, .. } = line else { return String::new() };
        let words = Words { text: whole, size: *size, weight: *weight, colour, anchor: *anchor, rtl: *rtl };
        shapes::title(self.id(), &zone.rect, *y, &words, zone.leading, self.language, self.frame)
    }

    fn primitive(&mut self, primitive: &Primitive) -> String {
        let id = self.id();
        match primitive {
            Primitive::Rect { rect, radius, fill, stroke } => {
                shapes::block(id, (rect, *radius), fill.as_deref(), stroke.as_ref(), self.frame)
            }
            Primitive::Path { d, fill, stroke } => {
                shapes::path(id, d, fill.as_deref(), stroke.as_ref(), self.frame).unwrap_or_default()
            }
            Primitive::Text { .. } => {
                shapes::text(id, primitive, self.language, self.frame).unwrap_or_default()
            }
            Primitive::Icon { .. } => shapes::icon(id, primitive, self.frame).unwrap_or_default(),
            Primitive::Image { rect, radius, image } => {
                let Some(jpeg) = image.as_ref().map(model::Image::bytes) else { return String::new() };
                let Ok(size) = imagesize::blob_size(jpeg) else { return String::new() };
                self.images.push(jpeg.to_vec());
                let relation = format!("rId{}", self.images.len() + 1);
                let size = [size.width as f64, size.height as f64];
                shapes::image(id, rect, *radius, &relation, size, self.frame)
            }
        }
    }
}

/// The head of a connector so wide, of those that there are: they are two, three or five times as large as the line.
fn head(line: f64) -> &'static str {
    if line < 2.2 {
        "<a:tailEnd type=\"triangle\" w=\"lg\" len=\"lg\"/>"
    } else if line < 4.0 {
        "<a:tailEnd type=\"triangle\" w=\"med\" len=\"med\"/>"
    } else {
        "<a:tailEnd type=\"triangle\" w=\"sm\" len=\"sm\"/>"
    }
}

fn kind(subject: Subject) -> &'static str {
    match subject {
        Subject::Heading => "Heading",
        Subject::Persona { .. } => "Persona",
        Subject::Stage { .. } => "Stage",
        Subject::StageEdge { .. } => "Stage edge",
        Subject::Touchpoint { .. } => "Touchpoint",
        Subject::Transition { .. } => "Transition",
        Subject::Ghost { .. } => "Ghost path",
        Subject::Lane { .. } => "Lane",
        Subject::Cell { .. } => "Cell",
        Subject::LaneCard { .. } => "Lane card",
        Subject::Note { .. } => "Note",
        Subject::Cluster { .. } => "Cluster",
        Subject::Legend => "Legend",
        Subject::Sheet { .. } => "Sheet",
    }
}
