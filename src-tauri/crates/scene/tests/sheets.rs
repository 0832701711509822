//! Sheets of personas: reference pictures, and that nothing on them lies over anything else, whatever is written.
//!
//! After a wanted change, run with `UPDATE_REFERENCES=1`, look at the files and commit them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::path::Path;

use chrono_tz::Tz;
use model::{
    AnyChannel, Avatar, ChannelIcon, ChannelKind, Face, Hair, Image, OwnChannel, Persona, PersonaDetails,
    PersonaId, PersonaKind, StageTint, Trait,
};
use proptest::prelude::*;
use scene::{
    Anchor, Locale, Primitive, Rect, Scene, Share, Sheet, SheetPart, Subject, SvgOptions, Theme, sheet, svg,
    text_width,
};

/// 27 November 2026, 12:00 UTC.
const MADE: i64 = 1_795_780_800_000;

fn persona(name: &str) -> Persona {
    Persona::new(PersonaId(1), name)
}

fn side(low: &str, high: &str, value: u8) -> Trait {
    Trait { low: low.to_owned(), high: high.to_owned(), value }
}

/// One of whom everything is written.
fn written() -> Persona {
    let text = |text: &str| text.to_owned();
    Persona {
        description: text(
            "Orders for the whole family, knows the shop by heart and comes back every few weeks.\nShopping is what happens between bedtime and the news; what is new she hears of from friends.",
        ),
        goals: text(
            "Find the usual things fast and be done in five minutes.\nHave the parcel come when somebody is at home.",
        ),
        frustrations: text("Anything that has changed places.\nA payment that has to be entered twice."),
        details: PersonaDetails {
            avatar: Avatar { face: Face::Freckles, hair: Hair::Long, tint: StageTint::Rose },
            kind: Some(PersonaKind::Primary),
            role: text("Team lead at a care home, mother of two"),
            age: text("38"),
            place: text("Utrecht"),
            quote: text("“I know what I want. Just don’t make me look for it.”"),
            needs: text(
                "- The last order one tap away.\n- A day of delivery that holds.\n- To pay without getting up.",
            ),
            motivations: text("Time for the family.\nBeing known after four years."),
            channels: vec![
                ChannelKind::App.into(),
                ChannelKind::Email.into(),
                ChannelKind::Website.into(),
                AnyChannel::Own(OwnChannel {
                    name: text("Friends at the school gate"),
                    icon: ChannelIcon::People,
                }),
            ],
            brands: vec![text("Kleine Beer"), text("Nordlys"), text("Zonnegoud")],
            traits: vec![
                side("Plans ahead", "Buys on impulse", 20),
                side("Stays loyal", "Tries others", 0),
                side("Looks at the price", "Looks at the quality", 66),
                side("On the phone", "At a computer", 100),
            ],
            photo: None,
        },
        ..persona("Lena, loyal regular")
    }
}

/// One of whom more is written than anybody reads.
fn long() -> Persona {
    let text =
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze and all that she ever wanted to say of the shop. ";
    let much = |times: usize| text.repeat(times);
    Persona {
        description: much(8),
        goals: much(4) + "\n" + &much(2),
        frustrations: "שום דבר לא מגיע בזמן\n配送が遅い\nअच्छा नहीं".to_owned(),
        details: PersonaDetails {
            avatar: Avatar { face: Face::Beard, hair: Hair::Curly, tint: StageTint::Moss },
            kind: Some(PersonaKind::Negative),
            role: much(2),
            age: much(1),
            place: much(1),
            quote: much(4),
            needs: "One.".to_owned(),
            motivations: String::new(),
            channels: ChannelKind::ALL.iter().map(|&kind| kind.into()).collect(),
            brands: vec![much(1), "מותג".to_owned(), "&lt;b&gt;<b>".to_owned()],
            traits: vec![side(&much(1), &much(1), 50), side("", "שקט", 7), side("短い", "x", 93)],
            photo: Image::of(include_bytes!("fixtures/shelf.jpg")),
        },
        ..persona(&much(2))
    }
}

fn shown(persona: &Persona, theme: Theme, locale: Locale) -> Sheet<'_> {
    Sheet { persona, share: None, made: Some(MADE), theme, locale, zone: Tz::UTC }
}

fn check(name: &str, sheet_of: &Sheet) {
    let actual = svg(&sheet(sheet_of), &SvgOptions::default());
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_REFERENCES").is_some() {
        std::fs::write(&expected, &actual).unwrap();
    }
    let same = std::fs::read_to_string(&expected).is_ok_and(|reference| reference == actual);
    assert!(same, "the picture differs from {}", expected.display());
}

#[test]
fn a_persona_of_whom_everything_is_written() {
    let lena = written();
    let share = Some(Share { customers: 1234, of: 6800, segment: "Loyal customers" });
    check("sheet-light", &Sheet { share, ..shown(&lena, Theme::Light, Locale::En) });
    check("sheet-dark", &Sheet { share, ..shown(&lena, Theme::Dark, Locale::Nl) });
}

#[test]
fn a_persona_of_whom_too_much_is_written() {
    let much = long();
    let share = Some(Share { customers: 0, of: 3, segment: "Nobody ".repeat(20).leak() });
    check("sheet-long", &Sheet { share, ..shown(&much, Theme::Light, Locale::Nl) });
}

#[test]
fn a_persona_of_whom_nothing_is_written() {
    check("sheet-empty", &shown(&persona("Somebody"), Theme::Light, Locale::En));
}

#[test]
fn a_screen_reader_is_told_all_that_is_written() {
    let lena = written();
    let share = Some(Share { customers: 1234, of: 6800, segment: "Loyal customers" });
    let scene = sheet(&Sheet { share, ..shown(&lena, Theme::Light, Locale::En) });
    let label = |part: SheetPart| {
        let found = scene.items.iter().find(|item| item.subject == Subject::Sheet { part });
        found.map(|item| item.label.as_str()).unwrap_or_default()
    };
    assert_eq!(label(SheetPart::Name), "Lena, loyal regular. Primary persona.");
    assert_eq!(
        label(SheetPart::Share),
        "Share of all customers: 18\u{a0}%, 1,234 of 6,800 customers. Segment: Loyal customers"
    );
    assert_eq!(label(SheetPart::Brands), "Brands: Kleine Beer, Nordlys, Zonnegoud");
    assert_eq!(
        label(SheetPart::Needs),
        "Needs: The last order one tap away.; A day of delivery that holds.; To pay without getting up."
    );
    let traits = label(SheetPart::Traits);
    assert!(traits.contains("between “Plans ahead” and “Buys on impulse” at 20\u{a0}%"), "{traits}");
}

/// The room that a line of text takes.
fn room(primitive: &Primitive) -> Option<Rect> {
    let Primitive::Text { x, y, text, size, weight, anchor, .. } = primitive else { return None };
    let width = text_width(text, *size, *weight);
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Some(Rect::new(left, y - size * 0.72, width, size * 0.72))
}

/// Every part stands by itself but for the panel, and every line in its part, on no other line.
fn stands_apart(scene: &Scene) -> Result<(), TestCaseError> {
    let parts: Vec<_> =
        scene.items.iter().filter(|item| item.subject != Subject::Sheet { part: SheetPart::Panel }).collect();
    for (index, one) in parts.iter().enumerate() {
        for other in &parts[index + 1..] {
            prop_assert!(!one.bounds.overlaps(&other.bounds), "{} lies on {}", one.id, other.id);
        }
        let inside = one.bounds.union(&scene.bounds);
        prop_assert_eq!(inside, scene.bounds, "{} leaves the page", &one.id);
        let lines: Vec<Rect> = one.primitives.iter().filter_map(room).collect();
        for (index, line) in lines.iter().enumerate() {
            // Marks that are stacked on one letter are wider than they are measured.
            let within = line.x > one.bounds.x - 1.0
                && line.right() < one.bounds.right() + 3.0
                && line.y > one.bounds.y - 1.0
                && line.bottom() < one.bounds.bottom() + 1.0;
            prop_assert!(within, "{line:?} leaves {} {:?}", one.id, one.bounds);
            for other in &lines[index + 1..] {
                prop_assert!(!line.overlaps(other), "{line:?} lies on {other:?} in {}", one.id);
            }
        }
    }
    Ok(())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => "[a-zA-Zé ,.]{0,60}(\n[a-zA-Z -]{0,200}){0,4}",
        1 => "[\u{5d0}-\u{5ea} ]{1,80}",
        1 => "[一-十a-z\n ]{1,80}",
        1 => "x{30,400}",
    ]
}

prop_compose! {
    fn personas()(
        all in prop::collection::vec(texts(), 9),
        channels in prop::collection::vec(prop::sample::select(ChannelKind::ALL), 0..9),
        brands in prop::collection::vec("[a-zA-Z ]{1,60}", 0..6),
        traits in prop::collection::vec(("[a-zA-Z ]{0,50}", "[a-zA-Z ]{0,50}", 0..=100_u8), 0..6),
        place in 0..40_usize,
        kind in prop::option::of(prop::sample::select(PersonaKind::ALL)),
    ) -> Persona {
        let [name, description, goals, frustrations, role, quote, needs, motivations, where_] =
            <[String; 9]>::try_from(all).unwrap();
        Persona {
            description,
            goals,
            frustrations,
            details: PersonaDetails {
                avatar: Avatar::nth(place),
                kind,
                age: role.clone(),
                role,
                place: where_,
                quote,
                needs,
                motivations,
                channels: channels.into_iter().map(AnyChannel::Kind).collect(),
                brands,
                traits: traits.iter().map(|(low, high, value)| side(low, high, *value)).collect(),
                photo: None,
            },
            ..persona(&format!("N{name}"))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_on_a_sheet_lies_on_anything_else(persona in personas(), of in 0..9000_u64, dark: bool) {
        let share = (of > 0).then_some(Share { customers: of / 3, of, segment: "Some of them" });
        let (theme, locale) = if dark { (Theme::Dark, Locale::Nl) } else { (Theme::Light, Locale::En) };
        let scene = sheet(&Sheet { share, ..shown(&persona, theme, locale) });
        stands_apart(&scene)?;
    }
}

#[test]
fn the_longest_texts_stand_apart_too() {
    stands_apart(&sheet(&shown(&long(), Theme::Light, Locale::Nl))).unwrap();
}
