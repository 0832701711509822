//! Primitives painted onto a page.

use std::sync::LazyLock;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};
use krilla::text::{Font, TextDirection};
use scene::{LinkZone, Primitive, Scene, SceneItem, channels, codes, set};

use super::paper::Placed;
use crate::curves::{Step, steps};

/// The bundled fonts, each read once.
static FONTS: LazyLock<Vec<Option<Font>>> =
    LazyLock::new(|| scene::fonts::files().map(|file| Font::new(file.to_vec().into(), 0)).collect());

/// How far a control point is from the end of a quarter of a circle, by its radius.
const QUARTER: f64 = 0.552_284_75;

/// What paints onto a page, in units of the scene.
pub(super) struct Painter<'a> {
    surface: Surface<'a>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(mut surface: Surface<'a>, placed: &Placed) -> Self {
        let ([x, y], scale) = (placed.at([0.0; 2]), placed.scale as f32);
        surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, x as f32, y as f32));
        Self { surface }
    }

    /// Paints what is behind everything, to the edges of the page.
    pub(super) fn ground(&mut self, scene: &Scene, placed: &Placed) {
        let [left, top] = placed.at([0.0; 2]).map(|start| -start / placed.scale);
        let [width, height] = placed.page.map(|length| length / placed.scale);
        let page = scene::Rect::new(left, top, width, height);
        self.surface.start_tagged(ContentTag::Artifact(Artifact::new(
            ArtifactType::Background,
            Rect::from_xywh(0.0, 0.0, placed.page[0] as f32, placed.page[1] as f32),
        )));
        self.path(block(&page, 0.0), Some(&scene.background), None);
        self.surface.end_tagged();
    }

    /// Paints an item, and gives the mark by which it is found; none of what is mere decoration.
    pub(super) fn item(&mut self, item: &SceneItem) -> Option<Identifier> {
        if item.primitives.is_empty() {
            return None;
        }
        let tells = !item.label.is_empty() || item.part_of.is_some();
        let tag = if tells {
            ContentTag::Other
        } else {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
        };
        let mark = self.surface.start_tagged(tag);
        for primitive in &item.primitives {
            self.primitive(primitive);
        }
        self.surface.end_tagged();
        tells.then_some(mark)
    }

    pub(super) fn finish(mut self) {
        self.surface.pop();
        self.surface.finish();
    }

    fn primitive(&mut self, primitive: &Primitive) {
        match primitive {
            Primitive::Rect { rect, radius, fill, stroke } => {
                self.path(block(rect, *radius), fill.as_deref(), stroke.as_ref());
            }
            Primitive::Path { d, fill, stroke } => {
                self.path(path(&steps(d)), fill.as_deref(), stroke.as_ref());
            }
            Primitive::Text { .. } => self.text(primitive),
            Primitive::Icon { x, y, size, d, colour } => {
                let scale = (size / 24.0) as f32;
                self.surface
                    .push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, *x as f32, *y as f32));
                let stroke = scene::Stroke { colour: colour.clone(), width: 2.0, dash: Vec::new() };
                self.path(path(&steps(d)), None, Some(&stroke));
                self.surface.pop();
            }
            Primitive::Image { rect, radius, image } => {
                if let Some(image) = image {
                    self.image(rect, *radius, image.bytes());
                }
            }
        }
    }

    fn path(&mut self, path: Option<Path>, fill: Option<&str>, outline: Option<&scene::Stroke>) {
        let Some(path) = path else { return };
        if fill.is_none() && outline.is_none() {
            return;
        }
        self.surface.set_fill(fill.map(filling));
        self.surface.set_stroke(outline.map(stroke));
        self.surface.draw_path(&path);
    }

    fn text(&mut self, primitive: &Primitive) {
        let Primitive::Text { y, size, colour, .. } = primitive else { return };
        let parts = set(primitive);
        for part in &parts {
            let Some(font) = part.file().and_then(|file| FONTS.get(file)?.clone()) else {
                for code in codes(primitive, part) {
                    self.primitive(&code);
                }
                continue;
            };
            self.surface.set_fill(Some(filling(colour)));
            self.surface.set_stroke(None);
            let direction = if part.rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
            let start = Point::from_xy(part.x as f32, *y as f32);
            self.surface.draw_text(start, font, *size as f32, part.text, false, direction);
        }
        // Who reads or copies the text is to have a word end where the line does.
        if let (Some(last), Some(Some(font))) = (parts.last(), FONTS.first()) {
            let end = Point::from_xy((last.x + last.width) as f32, *y as f32);
            self.surface.draw_text(end, font.clone(), *size as f32, " ", false, TextDirection::LeftToRight);
        }
    }

    /// An image that fills a rectangle; what does not fit is cut off, alike on both sides.
    fn image(&mut self, rect: &scene::Rect, radius: f64, jpeg: &[u8]) {
        let (Ok(image), Some(frame)) = (Image::from_jpeg(jpeg.to_vec().into(), true), block(rect, radius))
        else {
            return;
        };
        let size = [image.size().0, image.size().1].map(f64::from);
        let scale = (rect.width / size[0]).max(rect.height / size[1]);
        let [width, height] = size.map(|length| length * scale);
        let (left, top) = (rect.centre_x() - width / 2.0, rect.centre_y() - height / 2.0);
        let Some(size) = Size::from_wh(width as f32, height as f32) else { return };
        self.surface.push_clip_path(&frame, &FillRule::NonZero);
        self.surface.push_transform(&Transform::from_translate(left as f32, top as f32));
        self.surface.draw_image(image, size);
        self.surface.pop();
        self.surface.pop();
    }
}

/// A link over words that are painted as one.
pub(super) fn link(zone: &LinkZone, placed: &Placed) -> Annotation {
    let [left, top, right, bottom] = placed.rect(&zone.rect).map(|edge| edge as f32);
    let rect = Rect::from_ltrb(left, top, right, bottom);
    let rect =
        rect.unwrap_or_else(|| Rect::from_xywh(0.0, 0.0, 1.0, 1.0).expect("one by one is a rectangle"));
    let target = Target::Action(Action::Link(LinkAction::new(zone.address.clone())));
    Annotation::new_link(LinkAnnotation::new(rect, target), Some(zone.address.clone()))
}

fn paint(colour: &str) -> (rgb::Color, NormalizedF32) {
    let [red, green, blue, alpha] = channels(colour);
    (
        rgb::Color::new(red, green, blue),
        NormalizedF32::new(f32::from(alpha) / 255.0).unwrap_or(NormalizedF32::ONE),
    )
}

fn filling(colour: &str) -> Fill {
    let (colour, opacity) = paint(colour);
    Fill { paint: colour.into(), opacity, rule: FillRule::NonZero }
}

fn stroke(stroke: &scene::Stroke) -> Stroke {
    let (colour, opacity) = paint(&stroke.colour);
    let array: Vec<f32> = stroke.dash.iter().map(|length| *length as f32).collect();
    Stroke {
        paint: colour.into(),
        width: stroke.width as f32,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        opacity,
        dash: (!array.is_empty()).then_some(StrokeDash { array, offset: 0.0 }),
        ..Stroke::default()
    }
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let near = |[x, y]: [f64; 2]| (x as f32, y as f32);
    for step in steps {
        match *step {
            Step::Move(to) => path.move_to(near(to).0, near(to).1),
            Step::Line(to) => path.line_to(near(to).0, near(to).1),
            Step::Curve(points) => {
                let [(x1, y1), (x2, y2), (x, y)] = points.map(near);
                path.cubic_to(x1, y1, x2, y2, x, y);
            }
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// A rectangle with round corners.
fn block(rect: &scene::Rect, radius: f64) -> Option<Path> {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let round = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if round <= 0.0 {
        let corners = [[right, top], [right, bottom], [left, bottom]].map(Step::Line);
        return path(&[&[Step::Move([left, top])], &corners[..], &[Step::Close]].concat());
    }
    let near = round * (1.0 - QUARTER);
    path(&[
        Step::Move([left + round, top]),
        Step::Line([right - round, top]),
        Step::Curve([[right - near, top], [right, top + near], [right, top + round]]),
        Step::Line([right, bottom - round]),
        Step::Curve([[right, bottom - near], [right - near, bottom], [right - round, bottom]]),
        Step::Line([left + round, bottom]),
        Step::Curve([[left + near, bottom], [left, bottom - near], [left, bottom - round]]),
        Step::Line([left, top + round]),
        Step::Curve([[left, top + near], [left + near, top], [left + round, top]]),
        Step::Close,
    ])
}
