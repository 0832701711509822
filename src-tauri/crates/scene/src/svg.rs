//! A scene as SVG.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::Image;

use crate::fonts::{FAMILIES, Script, is_shown};
use crate::lines::visible;
use crate::pen::{write_hundredths, write_scale};
use crate::setting::{codes, set};
use crate::{Anchor, Primitive, Rect, Scene, SceneItem, Stroke, Weight};

const LATIN: [&[u8]; 2] = [
    include_bytes!("../fonts/Inter-Regular-latin.woff2"),
    include_bytes!("../fonts/Inter-SemiBold-latin.woff2"),
];
const WHOLE: [&[u8]; 2] =
    [include_bytes!("../fonts/Inter-Regular.woff2"), include_bytes!("../fonts/Inter-SemiBold.woff2")];

/// How to write an SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SvgOptions {
    /// Put the fonts into the file, so that it looks the same wherever it is opened.
    pub embed_fonts: bool,
    /// Place the parts of a line that Inter does not show one by one, each in its own font: for a renderer that
    /// has the bundled fonts and does not choose among them well by itself.
    pub place_fallbacks: bool,
}

/// Writes a scene as one SVG document. The same scene gives the same bytes.
///
/// Every text is escaped; a character that XML 1.0 cannot hold becomes U+FFFD.
pub fn svg(scene: &Scene, options: &SvgOptions) -> String {
    let text = String::with_capacity(2048 + 1100 * scene.items.len());
    let mut svg = Writer { text, place_fallbacks: options.place_fallbacks, images: 0 };
    svg.open(&scene.bounds);
    svg.raw("<title>");
    svg.escaped(scene.heading().map_or("", |heading| &heading.label));
    svg.raw("</title>\n");
    if options.embed_fonts {
        svg.fonts(scene);
    }
    svg.block(&scene.bounds, 0.0, Some(&scene.background), None);
    svg.raw("\n");
    for item in &scene.items {
        svg.item(item);
    }
    svg.raw("</svg>\n");
    svg.text
}

struct Writer {
    text: String,
    place_fallbacks: bool,
    /// How many images there are so far.
    images: usize,
}

impl Writer {
    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// ` name="number"`.
    fn number(&mut self, name: &str, number: f64) {
        self.text.push(' ');
        self.raw(name);
        self.raw("=\"");
        write_hundredths(&mut self.text, number);
        self.text.push('"');
    }

    /// ` name="text"`, escaped.
    fn attribute(&mut self, name: &str, text: &str) {
        self.text.push(' ');
        self.raw(name);
        self.raw("=\"");
        self.escaped(text);
        self.text.push('"');
    }

    fn escaped(&mut self, text: &str) {
        // Most text needs no escape: whole runs are copied.
        let mut rest = text;
        while let Some(at) = rest.find(needs_care) {
            self.raw(&rest[..at]);
            let mut characters = rest[at..].chars();
            match characters.next() {
                Some('&') => self.raw("&amp;"),
                Some('<') => self.raw("&lt;"),
                Some('>') => self.raw("&gt;"),
                Some('"') => self.raw("&quot;"),
                Some('\t' | '\n' | '\r') => self.text.push(' '),
                Some(character) => self.text.push(visible(character)),
                None => {}
            }
            rest = characters.as_str();
        }
        self.raw(rest);
    }

    fn open(&mut self, bounds: &Rect) {
        self.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        self.number("width", bounds.width);
        self.number("height", bounds.height);
        self.raw(" viewBox=\"");
        for (index, number) in [bounds.x, bounds.y, bounds.width, bounds.height].into_iter().enumerate() {
            if index > 0 {
                self.text.push(' ');
            }
            write_hundredths(&mut self.text, number);
        }
        self.raw("\"");
        self.attribute("font-family", FAMILIES);
        self.raw(
            " text-rendering=\"geometricPrecision\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n",
        );
    }

    /// The fonts as data: Latin only if that is all there is.
    fn fonts(&mut self, scene: &Scene) {
        let is_latin = |text: &str| {
            text.chars().all(|character| character < '\u{100}' || "·–—‘’“”…→ \u{202f}".contains(character))
        };
        let latin = scene.items.iter().flat_map(|item| &item.primitives).all(|primitive| match primitive {
            Primitive::Text { text, .. } => is_latin(text),
            _ => true,
        });
        self.raw("<style>");
        for (font, weight) in (if latin { LATIN } else { WHOLE }).into_iter().zip(["400", "600"]) {
            self.raw("@font-face{font-family:Inter;font-weight:");
            self.raw(weight);
            self.raw(";src:url(data:font/woff2;base64,");
            STANDARD.encode_string(font, &mut self.text);
            self.raw(") format(\"woff2\")}");
        }
        self.raw("</style>\n");
    }

    fn item(&mut self, item: &SceneItem) {
        self.raw("<g");
        self.attribute("id", &item.id);
        if item.label.is_empty() {
            self.raw(" aria-hidden=\"true\"");
        } else {
            self.attribute("aria-label", &item.label);
        }
        self.raw(">");
        for primitive in &item.primitives {
            self.primitive(primitive);
        }
        for link in &item.zones.links {
            self.raw("<a");
            self.attribute("href", &link.address);
            self.raw(">");
            // Seen it is already: the words are set as a link.
            self.block(&link.rect, 0.0, Some("transparent"), None);
            self.raw("</a>");
        }
        self.raw("</g>\n");
    }

    fn primitive(&mut self, primitive: &Primitive) {
        match primitive {
            Primitive::Rect { rect, radius, fill, stroke } => {
                self.block(rect, *radius, fill.as_deref(), stroke.as_ref());
            }
            Primitive::Path { d, fill, stroke } => {
                self.raw("<path");
                self.attribute("d", d);
                self.ink(fill.as_deref(), stroke.as_ref());
                self.raw("/>");
            }
            Primitive::Text { .. } => self.text(primitive),
            Primitive::Icon { x, y, size, d, colour } => {
                self.raw("<path transform=\"translate(");
                write_hundredths(&mut self.text, *x);
                self.text.push(' ');
                write_hundredths(&mut self.text, *y);
                self.raw(") scale(");
                write_scale(&mut self.text, size / 24.0);
                self.raw(")\"");
                self.attribute("d", d);
                self.raw(" fill=\"none\"");
                self.attribute("stroke", colour);
                self.raw(" stroke-width=\"2\"/>");
            }
            Primitive::Image { rect, radius, image } => {
                if let Some(image) = image {
                    self.image(rect, *radius, image);
                }
            }
        }
    }

    fn block(&mut self, rect: &Rect, radius: f64, fill: Option<&str>, stroke: Option<&Stroke>) {
        self.raw("<rect");
        self.number("x", rect.x);
        self.number("y", rect.y);
        self.number("width", rect.width);
        self.number("height", rect.height);
        if radius > 0.0 {
            self.number("rx", radius);
        }
        self.ink(fill, stroke);
        self.raw("/>");
    }

    fn image(&mut self, rect: &Rect, radius: f64, image: &Image) {
        self.images += 1;
        let name = format!("image-{}", self.images);
        self.raw("<clipPath");
        self.attribute("id", &name);
        self.raw(">");
        self.block(rect, radius, Some("#000"), None);
        self.raw("</clipPath><image");
        self.number("x", rect.x);
        self.number("y", rect.y);
        self.number("width", rect.width);
        self.number("height", rect.height);
        self.raw(" preserveAspectRatio=\"xMidYMid slice\"");
        self.attribute("clip-path", &format!("url(#{name})"));
        self.raw(" href=\"data:image/jpeg;base64,");
        STANDARD.encode_string(image.bytes(), &mut self.text);
        self.raw("\"/>");
    }

    fn ink(&mut self, fill: Option<&str>, stroke: Option<&Stroke>) {
        self.attribute("fill", fill.unwrap_or("none"));
        let Some(stroke) = stroke else { return };
        self.attribute("stroke", &stroke.colour);
        self.number("stroke-width", stroke.width);
        if !stroke.dash.is_empty() {
            self.raw(" stroke-dasharray=\"");
            for (index, &length) in stroke.dash.iter().enumerate() {
                if index > 0 {
                    self.text.push(' ');
                }
                write_hundredths(&mut self.text, length);
            }
            self.raw("\"");
        }
    }

    fn text(&mut self, primitive: &Primitive) {
        let Primitive::Text { x, text, anchor, rtl, .. } = primitive else { return };
        let odd = || text.chars().any(|character| !is_plain(character));
        if self.place_fallbacks && odd() || !text.chars().all(is_shown) {
            self.pieces(primitive);
            return;
        }
        self.open_text(primitive, *x, true);
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.raw(" text-anchor=\"middle\""),
            Anchor::End => self.raw(" text-anchor=\"end\""),
        }
        self.raw(">");
        self.directed(text, *rtl);
        self.raw("</text>");
    }

    /// A line with its parts placed from left to right.
    fn pieces(&mut self, primitive: &Primitive) {
        for part in set(primitive) {
            if part.file().is_none() {
                for code in codes(primitive, &part) {
                    self.primitive(&code);
                }
                continue;
            }
            // The fallbacks have one weight, by which they were measured.
            self.open_text(primitive, part.x, part.script == Script::Inter);
            if let Some(family) = part.script.family() {
                self.attribute("font-family", family);
            }
            self.raw(" xml:space=\"preserve\">");
            self.directed(part.text, part.rtl);
            self.raw("</text>");
        }
    }

    /// `<text` with its attributes but for the anchor; `bold` if its weight counts.
    fn open_text(&mut self, primitive: &Primitive, x: f64, bold: bool) {
        let Primitive::Text { y, size, weight, colour, .. } = primitive else { return };
        self.raw("<text");
        self.number("x", x);
        self.number("y", *y);
        self.number("font-size", *size);
        if bold && *weight == Weight::SemiBold {
            self.raw(" font-weight=\"600\"");
        }
        self.attribute("fill", colour);
    }

    /// The text between marks of embedding if it runs from right to left. The property `direction` is known to
    /// fewer renderers, and with it `text-anchor` would change sides.
    fn directed(&mut self, text: &str, rtl: bool) {
        if rtl {
            self.raw("\u{202b}");
        }
        self.escaped(text);
        if rtl {
            self.raw("\u{202c}");
        }
    }
}

fn needs_care(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"') || character.is_control() || visible(character) != character
}

/// Whether a character is surely in Inter and runs from left to right.
fn is_plain(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '…' | '–' | '’' | '“' | '”')
}
