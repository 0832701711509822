//! A scene as one page that any browser shows without a network: the map to be moved and enlarged, what it says where the
//! pointer is, and its outline in words. The page is HTML and XML alike.

mod outline;

use std::fmt::Write;

use scene::{Locale, PageWords, Scene, SvgOptions, Theme};

use crate::xml::escaped;
use outline::outline;

/// How the page looks.
const STYLE: &str = include_str!("html/page.css");

/// What the page does.
const SCRIPT: &str = include_str!("html/page.js");

/// How to make a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HtmlOptions<'a> {
    /// The language of the texts, as BCP 47 has it.
    pub language: &'a str,
    /// The language of what stands around the picture.
    pub locale: Locale,
    /// The colours around the picture.
    pub theme: Theme,
}

/// Writes a scene as an HTML file that needs no other. The same scene gives the same bytes.
pub fn html(scene: &Scene, options: &HtmlOptions<'_>) -> String {
    let words = PageWords::of(options.locale);
    let title = escaped(scene.heading().map_or("", |heading| &heading.label));
    let svg = scene::svg(scene, &SvgOptions { embed_fonts: true, ..SvgOptions::default() });
    let mut page = String::with_capacity(svg.len() + 1024 * scene.items.len());
    let button = |does: &str, sign: &str, name: &str| {
        let name = escaped(name);
        format!(
            "<button type=\"button\" data-does=\"{does}\" title=\"{name}\" aria-label=\"{name}\">{sign}</button>"
        )
    };
    // Nothing is fetched, whatever stands in the texts.
    let _ = write!(
        page,
        "<!DOCTYPE html>\n\
         <html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n<style>\n{colours}{STYLE}</style>\n</head>\n<body>\n\
         <main tabindex=\"0\" aria-label=\"{title}\">\n<div class=\"picture\" aria-hidden=\"true\">\n{svg}</div>\n</main>\n\
         <p class=\"told\" role=\"status\" data-hint=\"{hint}\">{hint}</p>\n\
         <div class=\"tools\">{out}{fit}{closer}</div>\n\
         <details class=\"outline\"><summary>{name}</summary>\n{outline}</details>\n\
         <script type=\"application/json\" id=\"parts\">{parts}</script>\n\
         <script>\n/*<![CDATA[*/\n{SCRIPT}/*]]>*/\n</script>\n</body>\n</html>\n",
        language = options.language,
        colours = colours(options.theme),
        hint = escaped(&words.hint),
        out = button("out", "−", &words.zoom_out),
        fit = button("fit", "⤢", &words.zoom_fit),
        closer = button("in", "+", &words.zoom_in),
        name = escaped(&words.outline),
        outline = outline(scene, &words),
        parts = parts(scene),
    );
    page
}

/// The colours of a theme, by the names that the style has for them.
fn colours(theme: Theme) -> String {
    let palette = theme.palette();
    let named = [
        ("background", &palette.background),
        ("surface", &palette.surface),
        ("hairline", &palette.hairline),
        ("ink", &palette.ink),
        ("muted", &palette.muted),
        ("accent", &palette.accent),
    ];
    let mut colours = String::from(":root {");
    for (name, colour) in named {
        let _ = write!(colours, " --{name}: {};", &**colour);
    }
    colours + " }\n"
}

/// Of which items others are parts, as JSON.
fn parts(scene: &Scene) -> String {
    let parts = scene.items.iter().filter_map(|item| Some((&item.id, item.part_of.as_ref()?)));
    let parts: std::collections::BTreeMap<_, _> = parts.collect();
    serde_json::to_string(&parts).unwrap_or_default()
}
