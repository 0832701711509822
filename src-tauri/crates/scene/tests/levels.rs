//! Levels of detail: what is written at one can be read wherever it is shown, and stays where its item is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use fixtures::Story;
use model::{Compared, Level, Stakes, TouchpointId};
use scene::{
    Among, Anchor, Change, Closeness, Evidence, Lens, Marks, Picture, Primitive, Reading, Rect, Scene,
    SceneItem, Subject, compared, ghosts_of, lay_out, text_width, way,
};

const ALL: [Closeness; 3] = [Closeness::Near, Closeness::Middle, Closeness::Far];
/// The least size of what is written, in pixels on the screen.
const LEAST: f64 = 11.0;

fn stories() -> Vec<Story> {
    vec![
        fixtures::shop(),
        fixtures::labelled(fixtures::shop()),
        fixtures::written(),
        fixtures::laned(),
        fixtures::celled(),
        fixtures::circle(),
        fixtures::ring(12),
        fixtures::ring(1),
        fixtures::hostile(),
        fixtures::crowd(60, 90, 6),
    ]
}

/// Every way in which a story is shown: at both levels through each lens, and without numbers.
fn pictures<'s>(story: &'s Story, compared: &'s Compared, stakes: &'s Stakes) -> Vec<Picture<'s>> {
    let mut pictures = vec![Picture { evidence: None, ..fixtures::picture(story, Level::Stage) }];
    for level in [Level::Stage, Level::Touchpoint] {
        let through = |lens| {
            let against = (lens == Lens::Comparison).then_some((&Among::Everybody, compared));
            let stakes = Some(stakes).filter(|_| lens == Lens::Value);
            let evidence = Some(Evidence { against, stakes, ..fixtures::evidence(story, level) });
            let reading = Reading { lens, ..Reading::default() };
            Picture { reading, evidence, ..fixtures::picture(story, level) }
        };
        pictures.extend(Lens::ALL.map(through));
    }
    pictures
}

/// What is written of an item at a level: the text, its size, and a box around its capitals.
fn written(item: &SceneItem, at: Closeness) -> Vec<(&str, f64, Rect)> {
    let line = |primitive| match primitive {
        &Primitive::Text { x, y, ref text, size, weight, anchor, .. } => {
            let width = text_width(text, size, weight);
            let left = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            Some((text.as_str(), size, Rect::new(left, y - 0.73 * size, width, 0.73 * size)))
        }
        _ => None,
    };
    item.seen_at(at).filter_map(line).collect()
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    inner.x >= outer.x - 0.1
        && inner.y >= outer.y - 0.1
        && inner.right() <= outer.right() + 0.1
        && inner.bottom() <= outer.bottom() + 0.1
}

/// The smallest text of each level, in pixels where that is shown smallest.
fn smallest(scene: &Scene, items: &[SceneItem]) -> [f64; 3] {
    ALL.map(|at| {
        let texts = items.iter().flat_map(|item| written(item, at));
        texts.map(|(_, size, _)| size).fold(f64::INFINITY, f64::min) * scene.levels.from(at)
    })
}

#[test]
fn what_is_written_at_a_level_can_be_read_wherever_it_is_shown() {
    for story in stories() {
        for picture in pictures(&story, &fixtures::compared(&story), &fixtures::at_stake(&story)) {
            let scene = lay_out(&picture);
            let smallest = smallest(&scene, &scene.items);
            assert!(smallest.iter().all(|size| *size >= LEAST), "{smallest:?}");
            assert!(smallest.iter().all(|size| size.is_finite()), "a level has no text: {smallest:?}");
        }
    }
}

#[test]
fn so_can_what_is_laid_over_it() {
    let story = fixtures::shop();
    let picture = fixtures::picture(&story, Level::Touchpoint);
    let cards: Vec<TouchpointId> = story.journey.touchpoints().map(|each| each.id).collect();
    let changes: Vec<(Subject, Change)> =
        cards.iter().map(|&touchpoint| (Subject::Touchpoint { touchpoint }, Change::Changed)).collect();
    let marked = compared(&picture, &Marks { changes, ..Marks::default() });
    let mut over = marked.items.clone();
    over.extend(way(&picture, &cards).items);
    over.extend(cards.iter().flat_map(|&card| ghosts_of(&picture, card)));
    let smallest = smallest(&marked, &over);
    assert!(smallest.iter().all(|size| *size >= LEAST), "{smallest:?}");
}

#[test]
fn a_number_is_found_at_the_levels_that_write_it() {
    let (mut near, mut middle, mut amounts) = (0, 0, 0);
    for story in stories() {
        for picture in pictures(&story, &fixtures::compared(&story), &fixtures::at_stake(&story)) {
            let scene = lay_out(&picture);
            // Amounts of money are longer than shares, so fewer of them have room.
            let tells_amounts = picture.reading.lens == Lens::Value;
            for item in &scene.items {
                for figure in &item.zones.figures {
                    let texts = written(item, Closeness::Middle);
                    let is_written = texts.iter().any(|(text, _, ink)| {
                        let middle = Rect::new(ink.centre_x(), ink.centre_y(), 0.0, 0.0);
                        text.contains(|each: char| each.is_ascii_digit()) && holds(&figure.rect, &middle)
                    });
                    // A title may have digits too, where a number was.
                    if figure.seen == Closeness::Middle {
                        assert!(is_written, "{}: {figure:?}", item.id);
                        *(if tells_amounts { &mut amounts } else { &mut middle }) += 1;
                    }
                    near += usize::from(!tells_amounts);
                }
            }
        }
    }
    assert!(middle > 500 && middle * 3 > near && amounts > 20, "{middle} of {near}, {amounts} amounts");
}

/// What of a picture can be told from afar stands within its own item, so that nothing hides anything.
fn check(scene: &Scene) {
    for item in &scene.items {
        for (text, _, ink) in written(item, Closeness::Middle) {
            let at = format!("“{text}” {ink:?} of {} {:?}", item.id, item.bounds);
            // What drops off stands on the rim of a card and beside a stage.
            let own = item.zones.figures.iter().map(|figure| figure.rect);
            let room = own.chain([item.bounds]).find(|room| holds(room, &ink));
            assert!(room.is_some(), "{at}");
        }
    }
    let stages = scene.items.iter().filter(|item| matches!(item.subject, Subject::Stage { .. }));
    let titles: Vec<_> = stages.flat_map(|item| written(item, Closeness::Far)).collect();
    for (index, (title, _, ink)) in titles.iter().enumerate() {
        for (other, _, beside) in &titles[..index] {
            assert!(!ink.overlaps(beside), "“{title}” lies on “{other}”");
        }
    }
}

#[test]
fn all_of_it_stays_where_its_item_is() {
    for story in stories() {
        for picture in pictures(&story, &fixtures::compared(&story), &fixtures::at_stake(&story)) {
            check(&lay_out(&picture));
        }
    }
}

#[test]
fn cards_are_named_at_the_middle_level_and_stages_at_all() {
    let story = fixtures::shop();
    let scene = lay_out(&fixtures::picture(&story, Level::Touchpoint));
    let texts = |item: &SceneItem, at| -> String {
        written(item, at).iter().map(|(text, ..)| *text).collect::<Vec<_>>().join(" ")
    };
    for item in &scene.items {
        match item.subject {
            Subject::Touchpoint { touchpoint } => {
                let title = &story.journey.touchpoint(touchpoint).unwrap().title;
                let first = title.split(' ').next().unwrap();
                assert!(texts(item, Closeness::Middle).contains(first), "{title}");
                assert_eq!(texts(item, Closeness::Far), "");
            }
            Subject::Stage { stage } => {
                let title = &story.journey.stages().iter().find(|each| each.id == stage).unwrap().title;
                assert_eq!(texts(item, Closeness::Far), *title);
                assert!(texts(item, Closeness::Middle).contains(title.as_str()));
            }
            _ => {}
        }
    }
}
