//! What pictures say, to readers and to screen readers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use fixtures::Story;
use model::{
    Class, Coverage, DAY, Details, Elsewhere, Journey, Level, Mode, Persona, PersonaId, Question, Repeats,
    StepClass, Touchpoint, Toward, Unit,
};
use scene::{Among, Evidence, Locale, Picture, Scene, Went, lay_out};

fn scene(story: &Story, level: Level, locale: Locale, among: &Among) -> Scene {
    let evidence = Some(Evidence { among, ..fixtures::evidence(story, level) });
    lay_out(&Picture { evidence, locale, ..fixtures::picture(story, level) })
}

fn label<'a>(scene: &'a Scene, id: &str) -> &'a str {
    &scene.items.iter().find(|item| item.id == id).unwrap().label
}

fn legend(change: impl Fn(&mut Question), locale: Locale, among: &Among) -> String {
    let mut story = fixtures::shop();
    change(&mut story.touchpoints.question);
    label(&scene(&story, Level::Touchpoint, locale, among), "legend").to_owned()
}

fn check(said: &str, expected: &[&str]) {
    for part in expected {
        assert!(said.contains(part), "“{part}” is not in: {said}");
    }
}

#[test]
fn each_item_is_a_whole_sentence() {
    let story = fixtures::shop();
    let english = scene(&story, Level::Touchpoint, Locale::En, &Among::Everybody);
    assert_eq!(
        label(&english, "touchpoint-8"),
        "Touchpoint Checkout and payment, in stage Buy. Channel: Payment. Sentiment: very negative. 764 customers \
         entered: 655 moved on, 22 in progress, 14 came back late, 73 never came back. Drop-off 12\u{a0}% of 742 (95 % \
         interval 10\u{a0}% to 14\u{a0}%)."
    );
    assert_eq!(
        label(&english, "transition-6"),
        "From Product page to Basket. 402 customers moved on. Conversion 30\u{a0}% of 1,340 (95 % interval 28\u{a0}% \
         to 33\u{a0}%). Half took no longer than 26 hours."
    );
    check(label(&english, "ghost-1-2"), &["Ghost path from Instagram advertisement to Search result"]);
    check(label(&english, "touchpoint-12"), &["This is a goal.", "122 stayed", "Stayed 78\u{a0}% of 157"]);
    let dutch = scene(&story, Level::Stage, Locale::Nl, &Among::Everybody);
    assert_eq!(
        label(&dutch, "stage-1"),
        "Fase 1 van 5: Discover. 2.104 klanten kwamen binnen: 1.414 verder, 92 onderweg, 71 te laat terug, 527 \
         niet terug. Uitval 30\u{a0}% van 2.012 (95%-interval 28\u{a0}% tot 32\u{a0}%)."
    );
    check(
        label(&dutch, "stage-edge-2-3"),
        &["Van Consider naar Buy. 806 klanten gingen verder. Conversie 53\u{a0}%"],
    );
}

#[test]
fn what_is_written_of_a_touchpoint_is_spoken() {
    let story = fixtures::written();
    let english = scene(&story, Level::Touchpoint, Locale::En, &Among::Everybody);
    check(label(&english, "touchpoint-1"), &["Channel: Advertisement. Evidence: assumed. 1,212 customers"]);
    check(
        label(&english, "touchpoint-5"),
        &[
            "Description: Three tabs open, at night. Quote: “Is it cheaper elsewhere?”",
            "2 pains: Shipping is shown late; Reviews look bought. Tags: mobile.",
        ],
    );
    check(
        label(&english, "touchpoint-8"),
        &[
            "This is a moment of truth. Staff act, back stage. Owner: Payments. Drama: 5 of 5. Evidence: observed \
             on 1\u{a0}Mar\u{a0}2026. 1 pain: Refused without a reason. 12 opportunities: Keep the card; Keep",
        ],
    );
    check(label(&english, "touchpoint-10"), &["Channel: Kiosk. Sentiment: negative. 1 opportunity: A label"]);
    check(label(&english, "lane-1"), &["Receive: Delivery, Kiosk."]);
    check(label(&english, "legend"), &["Moment of truth. Only assumed. Quote, pains, opportunities."]);
    let plain = scene(&fixtures::shop(), Level::Touchpoint, Locale::En, &Among::Everybody);
    assert!(!label(&plain, "legend").contains("Moment of truth"));
    let dutch = scene(&story, Level::Touchpoint, Locale::Nl, &Among::Everybody);
    check(
        label(&dutch, "touchpoint-8"),
        &["Dit is een moment van de waarheid.", "waargenomen op 1\u{a0}mrt\u{a0}2026"],
    );
}

#[test]
fn what_is_written_of_stages_and_transitions_is_spoken() {
    let story = fixtures::labelled(fixtures::shop());
    let english = scene(&story, Level::Touchpoint, Locale::En, &Among::Everybody);
    check(label(&english, "stage-1"), &["Its aim: Wants to be sure. Entered when: Saw a page. 2,104"]);
    check(label(&english, "transition-2"), &["Label: “by mail”. This is an alternative."]);
    check(label(&english, "transition-4"), &["This is a way back."]);
    check(label(&english, "legend"), &["Alternative way. Way back."]);
    let dutch = scene(&story, Level::Touchpoint, Locale::Nl, &Among::Everybody);
    check(label(&dutch, "transition-2"), &["Opschrift: “by mail”. Dit is een alternatief."]);
    let plain = scene(&fixtures::shop(), Level::Touchpoint, Locale::En, &Among::Everybody);
    assert!(!label(&plain, "legend").contains("Alternative way"));
}

#[test]
fn a_text_without_end_is_spoken_in_brief() {
    let mut story = fixtures::written();
    let touchpoints = story.journey.touchpoints().cloned().map(|each| Touchpoint {
        details: Details { quote: "so ".repeat(100_000), ..each.details.clone() },
        ..each
    });
    let transitions = story.journey.transitions().into_iter().cloned().collect();
    let (map, stages) = (story.journey.map().clone(), story.journey.stages().to_vec());
    story.journey = Journey::build(map, stages, touchpoints.collect(), transitions).unwrap();
    let scene = scene(&story, Level::Touchpoint, Locale::En, &Among::Everybody);
    let said = label(&scene, "touchpoint-2");
    assert!(said.contains("so so so") && said.contains('…') && said.len() < 1_200, "{} bytes", said.len());
}

#[test]
fn the_legend_defines_what_was_asked() {
    let plain = legend(|_| (), Locale::En, &Among::Everybody);
    check(
        &plain,
        &[
            "within 30 days of entering",
            "Rates count only those whose 30 days had ended",
            "Each customer once at each touchpoint",
            "Sample: 2,412 customers",
            "Window: 30 days",
            "Entered at any time",
            "Data until 14\u{a0}Nov\u{a0}2026",
            "Coverage: 93\u{a0}% of 31,106 interactions",
            "All customers",
        ],
    );
    let eventual =
        legend(|question| question.mode = Mode::Eventual, Locale::En, &Among::Segment("Gold".to_owned()));
    check(&eventual, &["whatever came between", "may pass 100 % in total", "Segment: Gold"]);
    let lost = Among::Entrants {
        class: Class::Lost,
        node: "Checkout".to_owned(),
        to: None,
        map: "Shop".to_owned(),
        in_part: false,
    };
    check(&legend(|_| (), Locale::En, &lost), &["Only who dropped off at Checkout (on “Shop”)"]);
    let went = |went| Among::Went { went, map: "Shop".to_owned() };
    let lost = went(Went::Funnel(StepClass::Lost, "Checkout".to_owned()));
    check(
        &legend(|_| (), Locale::En, &lost),
        &["Only who came no further than Checkout in a funnel (on “Shop”)"],
    );
    let back = went(Went::Path(Toward::Before, vec!["Order".to_owned(), "Cart".to_owned()]));
    check(&legend(|_| (), Locale::Nl, &back), &["Alleen wie Cart → Order aflegde (op ‘Shop’)"]);
    check(&legend(|_| (), Locale::Nl, &Among::Picked(1)), &["1 uitgekozen klant  ·"]);
    check(&legend(|_| (), Locale::Nl, &Among::Persona("Lena".to_owned())), &["Klanten van Lena"]);
    let both = Among::Personas(vec!["Lena".to_owned(), "Tom".to_owned()]);
    check(&legend(|_| (), Locale::En, &both), &["Customers of any of: Lena · Tom"]);
    let unlimited = legend(|question| question.window = None, Locale::Nl, &Among::Everybody);
    check(&unlimited, &["Termijn: onbeperkt", "30 dagen of langer voor het einde", "wie nog onderweg is"]);
    let visits = |question: &mut Question| {
        question.unit = Unit::Visits;
        question.repeats = Repeats::Keep;
        question.observed = true;
        question.window = Some(36 * 3_600_000);
    };
    check(
        &legend(visits, Locale::En, &Among::Everybody),
        &[
            "is a visit of its own",
            "7,583 visits",
            "Observed: Rates count all who entered",
            "Window: 36 hours",
        ],
    );
}

#[test]
fn a_picture_says_from_when_it_and_its_data_are() {
    let story = fixtures::shop();
    let said = |locale, id: &str| {
        let first = Some(1_767_268_800_000); // 2026-01-01 12:00 UTC
        let level = Level::Touchpoint;
        let scene = lay_out(&Picture {
            personas: &[Persona {
                description: "\n34, new to the shop\nAnd more.".to_owned(),
                ..Persona::new(PersonaId(1), "Nora")
            }],
            evidence: Some(Evidence { first, ..fixtures::evidence(&story, level) }),
            made: Some(1_795_780_800_000), // 2026-11-27 12:00 UTC
            locale,
            ..fixtures::picture(&story, level)
        });
        label(&scene, id).to_owned()
    };
    check(&said(Locale::En, "legend"), &["Data from 1\u{a0}Jan\u{a0}2026 to 14\u{a0}Nov\u{a0}2026"]);
    check(
        &said(Locale::Nl, "legend"),
        &["Gegevens van 1\u{a0}jan\u{a0}2026 tot en met 14\u{a0}nov\u{a0}2026"],
    );
    check(
        &said(Locale::En, "heading"),
        &["non-linear lifecycle · 27\u{a0}Nov\u{a0}2026", "Persona: Nora · 34, new to the shop."],
    );
}

#[test]
fn the_last_day_of_a_range_is_the_one_before_its_end() {
    let april = 1_775_001_600_000; // 2026-04-01 00:00 UTC
    let range = |question: &mut Question| {
        question.from = Some(april);
        question.to = Some(april + 30 * DAY);
    };
    check(
        &legend(range, Locale::En, &Among::Everybody),
        &["Entered 1\u{a0}Apr\u{a0}2026 to 30\u{a0}Apr\u{a0}2026"],
    );
    check(
        &legend(|question| question.to = Some(april), Locale::Nl, &Among::Everybody),
        &["Binnengekomen tot en met 31\u{a0}mrt\u{a0}2026"],
    );
}

#[test]
fn a_crowd_shows_what_matters_and_says_what_it_leaves_out() {
    let story = fixtures::crowd(300, 450, 5);
    let scene = scene(&story, Level::Touchpoint, Locale::En, &Among::Everybody);
    let count = |start: &str| {
        scene.items.iter().filter(|item| item.id.starts_with(start) && !item.label.is_empty()).count()
    };
    assert_eq!((count("ghost-"), count("transition-")), (60, 450));
    let labels = scene
        .items
        .iter()
        .filter(|item| item.id.ends_with("-label") && !item.id.starts_with("stage"))
        .count();
    assert!(labels >= 505, "{labels}");
    check(label(&scene, "legend"), &["390 paths hidden, 38\u{a0}% of moves"]);
    check(&legend(|_| {}, Locale::En, &Among::Everybody), &["1 label left out for want of room"]);
}

#[test]
fn cards_that_lie_on_one_another_are_counted() {
    let mut story = fixtures::shop();
    let mut cards: Vec<_> = story.journey.touchpoints().cloned().collect();
    cards[1].place = cards[0].place;
    let transitions = story.journey.transitions().into_iter().cloned().collect();
    let stages = story.journey.stages().to_vec();
    story.journey = Journey::build(story.journey.map().clone(), stages, cards, transitions).unwrap();
    let said = |locale| {
        let scene = scene(&story, Level::Touchpoint, locale, &Among::Everybody);
        label(&scene, "legend").to_owned()
    };
    check(&said(Locale::En), &["2 cards lie on one another, where curves may run beneath them"]);
    check(&said(Locale::Nl), &["2 kaarten liggen op elkaar; daar kunnen lijnen onder lopen"]);
}

#[test]
fn a_drop_off_that_says_too_much_is_said_to() {
    let mut story = fixtures::shop();
    story.touchpoints.coverage = Coverage::of(1, 2);
    let checkout = story.touchpoints.nodes.iter_mut().find(|account| account.dropped == 73).unwrap();
    checkout.elsewhere = Elsewhere { returned_late: 10, dropped: 60 };
    checkout.unseen_ahead = true;
    let english = scene(&story, Level::Touchpoint, Locale::En, &Among::Everybody);
    check(
        label(&english, "touchpoint-8"),
        &[
            "Of the 87 lost, 70 were busy outside this map.",
            "leads on to what lists no events, so the share is at most: Drop-off 12\u{a0}%",
        ],
    );
    check(
        label(&english, "legend"),
        &["Only 50\u{a0}% of what customers did", "70 were busy outside this map", "≤: the map leads on"],
    );
    let marker = |story: &Story, level| {
        let scene = scene(story, level, Locale::En, &Among::Everybody);
        scene.items.iter().flat_map(|item| item.primitives.clone()).any(|primitive| {
            matches!(primitive, scene::Primitive::Text { text, .. } if text.starts_with("≤\u{a0}"))
        })
    };
    assert!(marker(&story, Level::Touchpoint));
    assert!(!marker(&fixtures::shop(), Level::Touchpoint));
    story.stages.nodes[1].unseen_ahead = true;
    assert!(marker(&story, Level::Stage));
    let dutch = scene(&story, Level::Touchpoint, Locale::Nl, &Among::Everybody);
    check(
        label(&dutch, "legend"),
        &["Maar 50\u{a0}% van wat klanten deden", "waren er 70 buiten deze kaart actief"],
    );
    let plain = scene(&fixtures::shop(), Level::Touchpoint, Locale::En, &Among::Everybody);
    assert!(!label(&plain, "legend").contains("outside this map"));
}
