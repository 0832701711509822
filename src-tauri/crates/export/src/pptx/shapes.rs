//! Primitives as shapes of DrawingML.
//!
//! Source: ECMA-376, part 1, chapters 19 (PresentationML) and 20 (DrawingML).

use std::fmt::Write;

use scene::{Anchor, Handle, Primitive, Rect, Side, Stroke, Weight, text_width};

use super::bent::Bent;
use super::frame::Frame;
use crate::curves::{Step, steps};
use crate::xml::escaped;

/// A font that all presentation programs have, or one as wide. It is no wider than Inter, in which scenes are measured, so
/// that all texts have room.
const FONT: &str = "Arial";
/// The ascender of that font in em: how far the top of a line is above its baseline. Source: its table `hhea`.
const ASCENT: f64 = 0.905;
/// The height of one of its lines in em.
const LINE: f64 = 1.149;

/// How wide and high a port is, in units of the scene.
const PORT: f64 = 1.0;

/// A colour as OOXML has it, with how opaque it is.
pub(super) fn colour(colour: &str) -> String {
    let [red, green, blue, alpha] = scene::channels(colour);
    let opacity = match alpha {
        u8::MAX => String::new(),
        alpha => format!("<a:alpha val=\"{}\"/>", u32::from(alpha) * 100_000 / 255),
    };
    format!(
        "<a:solidFill><a:srgbClr val=\"{red:02X}{green:02X}{blue:02X}\">{opacity}</a:srgbClr></a:solidFill>"
    )
}

/// What outlines a shape.
pub(super) fn line(stroke: Option<&Stroke>, frame: &Frame, head: &str) -> String {
    let Some(stroke) = stroke else { return "<a:ln><a:noFill/></a:ln>".to_owned() };
    let mut dash = String::new();
    if !stroke.dash.is_empty() {
        dash.push_str("<a:custDash>");
        for pair in stroke.dash.chunks(2) {
            // In thousandths of a per cent of the width of the line.
            let share = |length: f64| (length / stroke.width.max(0.1) * 100_000.0).round() as i64;
            let [on, off] = [pair[0], pair.get(1).copied().unwrap_or(pair[0])].map(share);
            write!(dash, "<a:ds d=\"{on}\" sp=\"{off}\"/>").expect("text takes text");
        }
        dash.push_str("</a:custDash>");
    }
    let width = frame.length(stroke.width).max(1);
    format!("<a:ln w=\"{width}\" cap=\"rnd\">{}{dash}<a:round/>{head}</a:ln>", colour(&stroke.colour))
}

/// Where a shape is.
fn placed(rect: &Rect, frame: &Frame) -> String {
    let [x, y] = frame.at([rect.x, rect.y]);
    let (width, height) = (frame.length(rect.width).max(0), frame.length(rect.height).max(0));
    format!("<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>")
}

/// A shape that says nothing: its geometry, what fills and what outlines it.
fn shape(id: u32, name: &str, geometry: &str, fill: Option<&str>, outline: &str) -> String {
    let fill = fill.map_or_else(|| "<a:noFill/>".to_owned(), colour);
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {id}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>\
         <p:spPr>{geometry}{fill}{outline}</p:spPr></p:sp>"
    )
}

/// A rectangle with round corners.
pub(super) fn block(
    id: u32,
    (rect, radius): (&Rect, f64),
    fill: Option<&str>,
    stroke: Option<&Stroke>,
    frame: &Frame,
) -> String {
    let least = rect.width.min(rect.height).max(0.1);
    let round = ((radius / least).min(0.5) * 100_000.0).round() as i64;
    let form = if round > 0 {
        format!(
            "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {round}\"/></a:avLst></a:prstGeom>"
        )
    } else {
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>".to_owned()
    };
    shape(id, "Shape", &(placed(rect, frame) + &form), fill, &line(stroke, frame, ""))
}

/// A place on the rim of a card to which a connector is glued: nothing that is seen, with the middle of that side of it on
/// the rim. All programs know the middles of sides, and few the sites of shapes of one's own.
pub(super) fn port(id: u32, &Handle { side, x, y }: &Handle, frame: &Frame) -> String {
    let (left, top) = match side {
        Side::Left => (x, y - PORT / 2.0),
        Side::Right => (x - PORT, y - PORT / 2.0),
        Side::Top => (x - PORT / 2.0, y),
        Side::Bottom => (x - PORT / 2.0, y - PORT),
    };
    let rect = Rect::new(left, top, PORT, PORT);
    let form = placed(&rect, frame) + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
    shape(id, "Port", &form, None, &line(None, frame, ""))
}

/// Which of the sites of a rectangle is in the middle of a side.
pub(super) fn site(side: Side) -> u32 {
    match side {
        Side::Top => 0,
        Side::Left => 1,
        Side::Bottom => 2,
        Side::Right => 3,
    }
}

fn free((width, height): (i64, i64), fill: &str, steps: &str) -> String {
    format!(
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>\
         <a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{width}\" h=\"{height}\"{fill}>{steps}</a:path></a:pathLst></a:custGeom>"
    )
}

/// Path data as the geometry of a shape with its place; `None` where there is nothing to draw. What is closed nowhere is
/// not filled either.
pub(super) fn outlined(d: &str, filled: bool, scale: f64, shift: [f64; 2], frame: &Frame) -> Option<String> {
    let moved = |at: [f64; 2]| [shift[0] + at[0] * scale, shift[1] + at[1] * scale];
    let steps: Vec<Step> = steps(d).into_iter().map(|step| step.through(moved)).collect();
    let points = steps.iter().flat_map(Step::points);
    let (mut least, mut most) = ([f64::MAX; 2], [f64::MIN; 2]);
    for point in points {
        for axis in [0, 1] {
            least[axis] = least[axis].min(point[axis]);
            most[axis] = most[axis].max(point[axis]);
        }
    }
    if least[0] > most[0] {
        return None;
    }
    let rect = Rect::new(least[0], least[1], most[0] - least[0], most[1] - least[1]);
    let pt = |at: [f64; 2]| {
        let [x, y] = [at[0] - rect.x, at[1] - rect.y].map(|length| frame.length(length));
        format!("<a:pt x=\"{x}\" y=\"{y}\"/>")
    };
    let mut drawn = String::new();
    for step in &steps {
        let step = match step {
            Step::Move(to) => format!("<a:moveTo>{}</a:moveTo>", pt(*to)),
            Step::Line(to) => format!("<a:lnTo>{}</a:lnTo>", pt(*to)),
            Step::Curve(points) => format!("<a:cubicBezTo>{}</a:cubicBezTo>", points.map(pt).concat()),
            Step::Close => "<a:close/>".to_owned(),
        };
        drawn.push_str(&step);
    }
    let size = (frame.length(rect.width).max(0), frame.length(rect.height).max(0));
    let fill = if filled { "" } else { " fill=\"none\"" };
    Some(placed(&rect, frame) + &free(size, fill, &drawn))
}

/// A path of whatever form.
pub(super) fn path(
    id: u32,
    d: &str,
    fill: Option<&str>,
    stroke: Option<&Stroke>,
    frame: &Frame,
) -> Option<String> {
    let form = outlined(d, fill.is_some(), 1.0, [0.0; 2], frame)?;
    Some(shape(id, "Shape", &form, fill, &line(stroke, frame, "")))
}

/// An icon.
pub(super) fn icon(id: u32, primitive: &Primitive, frame: &Frame) -> Option<String> {
    let Primitive::Icon { x, y, size, d, colour } = primitive else { return None };
    let scale = size / 24.0;
    let form = outlined(d, false, scale, [*x, *y], frame)?;
    let stroke = Stroke { colour: colour.clone(), width: 2.0 * scale, dash: Vec::new() };
    Some(shape(id, "Icon", &form, None, &line(Some(&stroke), frame, "")))
}

/// A connector along path data, glued to a place on a card at each end.
pub(super) fn connector(
    id: u32,
    d: &str,
    stroke: &Stroke,
    [from, to]: [(u32, u32); 2],
    (head, said): (&str, &str),
    frame: &Frame,
) -> Option<String> {
    let form = match Bent::along(d) {
        Some(bent) => routed(&bent, frame),
        // It keeps its form where its ends do not move.
        None => outlined(d, false, 1.0, [0.0; 2], frame)?,
    };
    Some(format!(
        "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"Transition {id}\" descr=\"{}\"/><p:cNvCxnSpPr>\
         <a:stCxn id=\"{}\" idx=\"{}\"/><a:endCxn id=\"{}\" idx=\"{}\"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>\
         <p:spPr>{form}{}</p:spPr></p:cxnSp>",
        escaped(said),
        from.0,
        from.1,
        to.0,
        to.1,
        line(Some(stroke), frame, head),
    ))
}

/// The geometry of a connector that programs route, with its place.
fn routed(bent: &Bent, frame: &Frame) -> String {
    let [x, y] = frame.at(bent.middle);
    let [width, height] = bent.extent.map(|length| frame.length(length).max(1));
    let turned = if bent.turned { " rot=\"5400000\"" } else { "" };
    let mirrored = [" flipH=\"1\"", " flipV=\"1\""].into_iter().zip(bent.mirrored);
    let mirrored: String = mirrored.filter(|(_, is)| *is).map(|(name, _)| name).collect();
    let mut bends = String::new();
    for (at, share) in (1..).zip(&bent.bends) {
        let share = (share * 100_000.0).round() as i64;
        write!(bends, "<a:gd name=\"adj{at}\" fmla=\"val {share}\"/>").expect("text takes text");
    }
    format!(
        "<a:xfrm{turned}{mirrored}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"{}\"><a:avLst>{bends}</a:avLst></a:prstGeom>",
        x - width / 2,
        y - height / 2,
        bent.preset,
    )
}

/// Some text that can be edited.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub size: f64,
    pub weight: Weight,
    pub colour: &'a str,
    pub anchor: Anchor,
    pub rtl: bool,
}

/// A line of text where it stands.
pub(super) fn text(id: u32, primitive: &Primitive, language: &str, frame: &Frame) -> Option<String> {
    let Primitive::Text { x, y, text, size, weight, colour, anchor, rtl } = primitive else { return None };
    let width = text_width(text, *size, *weight);
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let rect = Rect::new(left, y - ASCENT * size, width, LINE * size);
    let words = Words { text, size: *size, weight: *weight, colour, anchor: *anchor, rtl: *rtl };
    Some(written(id, &rect, &words, (false, None), language, frame))
}

/// A title in its lines, which are one text and break anew where that is edited.
pub(super) fn title(
    id: u32,
    rect: &Rect,
    first: f64,
    words: &Words<'_>,
    leading: f64,
    language: &str,
    frame: &Frame,
) -> String {
    // Another font may be a little wider.
    let slack = 0.04 * rect.width;
    let left = match words.anchor {
        Anchor::Start => rect.x,
        Anchor::Middle => rect.x - slack / 2.0,
        Anchor::End => rect.x - slack,
    };
    let wide = Rect::new(left, first - ASCENT * words.size, rect.width + slack, rect.height);
    written(id, &wide, words, (true, Some(leading)), language, frame)
}

fn written(
    id: u32,
    rect: &Rect,
    words: &Words<'_>,
    (wraps, leading): (bool, Option<f64>),
    language: &str,
    frame: &Frame,
) -> String {
    let align = match words.anchor {
        Anchor::Start => "l",
        Anchor::Middle => "ctr",
        Anchor::End => "r",
    };
    let rtl = if words.rtl { " rtl=\"1\"" } else { "" };
    let bold = if words.weight == Weight::SemiBold { " b=\"1\"" } else { "" };
    let wrap = if wraps { "square" } else { "none" };
    let spacing = leading.map(|leading| {
        let share = (leading / (LINE * words.size) * 100_000.0).round() as i64;
        format!("<a:lnSpc><a:spcPct val=\"{share}\"/></a:lnSpc>")
    });
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Text {id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>\
         <p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>\
         <p:txBody><a:bodyPr wrap=\"{wrap}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>\
         <a:p><a:pPr algn=\"{align}\"{rtl}>{}</a:pPr><a:r><a:rPr lang=\"{language}\" sz=\"{}\"{bold} dirty=\"0\">{}\
         <a:latin typeface=\"{FONT}\"/><a:cs typeface=\"{FONT}\"/></a:rPr><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
        placed(rect, frame),
        spacing.unwrap_or_default(),
        frame.type_size(words.size),
        colour(words.colour),
        escaped(words.text),
    )
}

/// An image that fills a rectangle; what does not fit is cut off, alike on both sides.
pub(super) fn image(
    id: u32,
    rect: &Rect,
    radius: f64,
    relation: &str,
    size: [f64; 2],
    frame: &Frame,
) -> String {
    let scale = (rect.width / size[0]).max(rect.height / size[1]);
    let cut = |axis: usize, room: f64| ((1.0 - room / (size[axis] * scale)) / 2.0 * 100_000.0).round() as i64;
    let (beside, above) = (cut(0, rect.width), cut(1, rect.height));
    let round = ((radius / rect.width.min(rect.height).max(0.1)).min(0.5) * 100_000.0).round() as i64;
    format!(
        "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"Image {id}\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>\
         <p:blipFill><a:blip r:embed=\"{relation}\"/><a:srcRect l=\"{beside}\" t=\"{above}\" r=\"{beside}\" b=\"{above}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
         <p:spPr>{}<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {round}\"/></a:avLst></a:prstGeom></p:spPr></p:pic>",
        placed(rect, frame),
    )
}

/// Shapes that belong together.
pub(super) fn group(id: u32, name: &str, said: &str, bounds: &Rect, shapes: &str, frame: &Frame) -> String {
    let [x, y] = frame.at([bounds.x, bounds.y]);
    let (width, height) = (frame.length(bounds.width), frame.length(bounds.height));
    format!(
        "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"{}\" descr=\"{}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>\
         <a:chOff x=\"{x}\" y=\"{y}\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>",
        escaped(name),
        escaped(said),
    )
}
