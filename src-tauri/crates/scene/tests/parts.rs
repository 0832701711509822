//! Parts of maps as pictures of their own.

mod fixtures;

use std::collections::BTreeMap;

use model::Level;
use scene::{Extent, Extras, Scene, Subject, lay_out, lay_out_part};

fn items(scene: &Scene) -> BTreeMap<&str, &scene::SceneItem> {
    scene.items.iter().map(|item| (item.id.as_str(), item)).collect()
}

#[test]
fn a_stage_stands_as_on_the_whole_and_nothing_else_of_the_map_does() {
    for story in [fixtures::shop(), fixtures::hostile()] {
        let picture = fixtures::picture(&story, Level::Touchpoint);
        let whole = lay_out(&picture);
        for stage in story.journey.stages() {
            let part = lay_out_part(&picture, &Extent::Stage { stage: stage.id });
            let (all, kept) = (items(&whole), items(&part));
            let mut cards = 0;
            for (id, item) in &kept {
                let is_around = matches!(
                    item.subject,
                    Subject::Heading | Subject::Persona { .. } | Subject::Legend | Subject::Lane { .. }
                );
                assert!(part.bounds.union(&item.bounds) == part.bounds, "{id} is on the picture");
                match item.subject {
                    Subject::Touchpoint { touchpoint } => {
                        cards += 1;
                        assert_eq!(
                            story.journey.touchpoint(touchpoint).expect("it is there").stage,
                            stage.id
                        );
                        assert_eq!(item.primitives, all[id].primitives, "{id} stands where it stands");
                    }
                    Subject::Cell { .. } | Subject::LaneCard { .. } => {}
                    _ if is_around => {}
                    _ => assert_eq!(item.primitives, all[id].primitives, "{id} stands where it stands"),
                }
            }
            assert_eq!(cards, story.journey.touchpoints_of(stage.id).count(), "all of its cards");
            assert!(kept.contains_key("heading") && kept.contains_key("legend"));
            let outlined: Vec<&String> = part.outline.stages.iter().map(|stage| &stage.item).collect();
            assert_eq!(outlined, [&format!("stage-{}", stage.id.0)]);
            assert!(part.outline.walk.iter().all(|card| kept.contains_key(card.as_str())));
        }
    }
}

#[test]
fn what_is_picked_comes_with_the_ways_between_and_without_stages() {
    let story = fixtures::shop();
    let picture = fixtures::picture(&story, Level::Touchpoint);
    let picked: Vec<_> = story.journey.touchpoints().map(|touchpoint| touchpoint.id).take(3).collect();
    let part = lay_out_part(&picture, &Extent::Touchpoints { touchpoints: picked.clone() });
    let mut ways = 0;
    for item in &part.items {
        match item.subject {
            Subject::Touchpoint { touchpoint } => assert!(picked.contains(&touchpoint)),
            Subject::Transition { from, to, .. } => {
                ways += usize::from(item.part_of.is_none());
                assert!(picked.contains(&from) && picked.contains(&to));
            }
            Subject::Stage { .. } | Subject::StageEdge { .. } => panic!("{} is no card", item.id),
            _ => {}
        }
    }
    let drawn = story.journey.transitions().into_iter();
    let between = drawn.filter(|way| picked.contains(&way.from) && picked.contains(&way.to)).count();
    assert_eq!(ways, between);
}

#[test]
fn the_whole_is_what_it_was_and_nothing_is_a_picture_too() {
    let story = fixtures::shop();
    let picture = fixtures::picture(&story, Level::Touchpoint);
    assert_eq!(lay_out_part(&picture, &Extent::Whole), lay_out(&picture));
    let bare = scene::Picture {
        extras: Extras { heading: false, personas: false, lanes: false, legend: false },
        ..picture
    };
    let nothing = lay_out_part(&bare, &Extent::Touchpoints { touchpoints: Vec::new() });
    assert!(nothing.items.is_empty() && nothing.bounds.width > 0.0);
}
