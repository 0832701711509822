//! The sheet of a persona: a page of its own, painted from the same primitives as maps. At the left a panel in the
//! persona's tint with its avatar and the facts, at the right its name and what is written of it.

mod cards;
mod panel;
mod traits;

use chrono_tz::Tz;
use model::{Persona, PersonaKind};

use crate::detail::LEVELS;
use crate::item::SceneItem;
use crate::layout::STEP;
use crate::lines::{LABEL, Type, broken};
use crate::outline::Outline;
use crate::shapes::{block, said, written};
use crate::subject::{SheetPart, Subject};
use crate::terms::Terms;
use crate::theme::StageColours;
use crate::words::{Value, Words};
use crate::{Anchor, Locale, Palette, Primitive, Rect, Scene, Theme, Weight};

/// How wide the page is, without its margin.
const WIDTH: f64 = 960.0;
/// How wide the panel is.
const PANEL: f64 = 264.0;
/// Between the panel and what stands beside it.
const GUTTER: f64 = 40.0;
/// Around everything.
const MARGIN: f64 = 48.0;
/// Between two parts.
const GAP: f64 = 28.0;

/// The name of the persona.
const NAME: Type = Type { size: 36.0, weight: Weight::SemiBold, leading: 44.0 };
/// What the persona would say.
const QUOTE: Type = Type { size: 20.0, weight: Weight::Regular, leading: 30.0 };
/// What is written of it.
const PROSE: Type = Type { size: 15.0, weight: Weight::Regular, leading: 24.0 };

/// No text takes more lines: a book is no sheet.
const LONGEST: usize = 40;

/// A persona as a page of its own.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// Who.
    pub persona: &'a Persona,
    /// How many of all customers it stands for, if a segment says which.
    pub share: Option<Share<'a>>,
    /// When the page is made, UTC milliseconds; `None` of one that says no date.
    pub made: Option<i64>,
    /// Light or dark.
    pub theme: Theme,
    /// The language.
    pub locale: Locale,
    /// The zone in which dates are days.
    pub zone: Tz,
}

/// How many of all customers a persona stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share<'a> {
    /// So many.
    pub customers: u64,
    /// Of so many.
    pub of: u64,
    /// The name of the segment that says which.
    pub segment: &'a str,
}

/// Lays a sheet out. The same sheet gives the same scene on every machine.
pub fn sheet(sheet: &Sheet) -> Scene {
    let page = Page::of(sheet);
    let mut column = Column { x: PANEL + GUTTER, width: WIDTH - PANEL - GUTTER, y: 0.0, items: Vec::new() };
    head(&page, &mut column);
    cards::add(&page, &mut column);
    let height = column.y.max(panel::height(&page));
    let mut items = panel::items(&page, height);
    items.append(&mut column.items);
    Scene {
        bounds: Rect::new(0.0, 0.0, WIDTH, height).grown(MARGIN).rounded_out(),
        background: page.palette.background.clone(),
        items,
        outline: Outline::default(),
        paths: None,
        step: STEP,
        levels: LEVELS,
    }
}

/// What the painters of the parts share.
struct Page<'a> {
    sheet: &'a Sheet<'a>,
    palette: &'static Palette,
    tint: &'static StageColours,
    words: Words,
    terms: Terms,
}

impl<'a> Page<'a> {
    fn of(sheet: &'a Sheet<'a>) -> Self {
        let words = Words::of(sheet.locale);
        let palette = sheet.theme.palette();
        let tint = palette.tinted(sheet.persona.details.avatar.tint);
        Self { sheet, palette, tint, words, terms: Terms::of(words) }
    }
}

/// Parts one beneath the other.
struct Column {
    x: f64,
    width: f64,
    /// Where the next part begins.
    y: f64,
    items: Vec<SceneItem>,
}

impl Column {
    fn part(&mut self, part: SheetPart, height: f64, label: String, primitives: Vec<Primitive>) {
        let bounds = Rect::new(self.x, self.y, self.width, height);
        self.items.push(SceneItem::new(Subject::Sheet { part }, bounds, label, primitives));
        self.y += height;
    }

    /// Adds lines that a user wrote to some primitives, and gives how high they are.
    fn write(
        &self,
        text: &str,
        (left, down): (f64, f64),
        (style, most): (Type, usize),
        colour: &str,
        into: &mut Vec<Primitive>,
    ) -> f64 {
        let place = Rect::new(self.x + left, self.y + down, self.width - left, 0.0);
        prose(text, place, style, most, colour, into)
    }
}

/// Writes the paragraphs of a text into a place, and gives how high they are.
fn prose(text: &str, place: Rect, style: Type, most: usize, colour: &str, into: &mut Vec<Primitive>) -> f64 {
    let (mut height, mut left) = (0.0, most);
    for paragraph in entries(text) {
        if left == 0 {
            break;
        }
        let lines = broken(paragraph, style, place.width, left);
        left -= lines.lines.len().min(left);
        let baseline = place.y + height + baseline(style);
        into.extend(written(place, baseline, &lines, style, colour));
        height += lines.lines.len() as f64 * style.leading;
    }
    height
}

/// From the top of a line to its baseline.
fn baseline(style: Type) -> f64 {
    f64::midpoint(style.leading, style.size * 0.72)
}

/// The lines of a text that say something, without what begins the entries of a list.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    let bare = |line: &str| -> usize {
        let line = line.trim_start();
        ["- ", "• ", "* "].iter().find(|bullet| line.starts_with(**bullet)).map_or(0, |bullet| bullet.len())
    };
    text.lines().map(move |line| line.trim_start()[bare(line)..].trim()).filter(|line| !line.is_empty())
}

/// What it is, the name, what the persona would say and its story.
fn head(page: &Page, column: &mut Column) {
    let Sheet { persona, made, zone, .. } = page.sheet;
    let kind = kind(page, persona.details.kind);
    let kicker = match made {
        Some(made) => {
            let day = page.words.locale.day(*made, *zone);
            page.words.fill("heading-made", &[("kind", Value::Text(&kind)), ("day", Value::Text(&day))])
        }
        None => kind.clone(),
    };
    let mut parts = vec![said(column.x, column.y + 12.0, kicker, LABEL, &page.tint.tone, Anchor::Start)];
    let height = column.write(&persona.name, (0.0, 22.0), (NAME, 4), &page.palette.ink, &mut parts);
    let label = format!("{}. {kind}.", persona.name);
    column.part(SheetPart::Name, 22.0 + height, label, parts);
    let before = column.items.len();
    quote(page, column);
    story(page, column);
    if column.items.len() == before && cards::is_empty(persona) && persona.details.traits.is_empty() {
        let text = page.words.say("sheet-empty");
        let mut parts = Vec::new();
        let height = column.write(&text, (0.0, 12.0), (PROSE, 4), &page.palette.muted, &mut parts);
        column.part(SheetPart::Story, 12.0 + height, text, parts);
    }
}

fn kind(page: &Page, kind: Option<PersonaKind>) -> String {
    page.words.say(match kind {
        None => "persona",
        Some(PersonaKind::Primary) => "persona-kind-primary",
        Some(PersonaKind::Secondary) => "persona-kind-secondary",
        Some(PersonaKind::Negative) => "persona-kind-negative",
        Some(PersonaKind::Internal) => "persona-kind-internal",
    })
}

fn quote(page: &Page, column: &mut Column) {
    let text = &page.sheet.persona.details.quote;
    if entries(text).next().is_none() {
        return;
    }
    column.y += 20.0;
    let mut parts = Vec::new();
    let height = column.write(text, (22.0, 0.0), (QUOTE, LONGEST), &page.palette.ink, &mut parts);
    let bar = Rect::new(column.x, column.y + 3.0, 4.0, height - 6.0);
    parts.insert(0, block(bar, 2.0, &page.tint.tone, None));
    let label = page.words.fill("spoken-quote", &[("text", Value::Text(text))]);
    column.part(SheetPart::Quote, height, label, parts);
}

fn story(page: &Page, column: &mut Column) {
    let text = &page.sheet.persona.description;
    if entries(text).next().is_none() {
        return;
    }
    column.y += 20.0;
    let mut parts = Vec::new();
    let height = column.write(text, (0.0, 0.0), (PROSE, LONGEST), &page.palette.ink, &mut parts);
    column.part(SheetPart::Story, height, text.clone(), parts);
}
