//! Each operation on the edited tables: what it does, and what it refuses.

use model::{
    Actor, AnyChannel, Avatar, CellsBy, ChannelIcon, ChannelKind, ContentStatus, Day, Details, Drama,
    EvidenceKind, Face, Hair, Image, KnownBy, Lane, LaneKind, LaneView, Lifecycle, Link, Node, OwnChannel,
    Persona, PersonaDetails, PersonaKind, Place, PlannedContent, Rule, Sentiment, StageDetails, StageId,
    StageTint, TouchpointId, Trait, TransitionDetails, TransitionId, TransitionKind,
};
use store::{CardFace, NewPersona, StepLabel, StoreError, Tx, Workspace};

use crate::fixture::{Desk, NOW, Small, edit, place, small_map, told};

/// An edit that must fail and change nothing.
fn refused<T: std::fmt::Debug>(
    workspace: &mut Workspace,
    edit: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
) -> StoreError {
    let before = (told(workspace), workspace.history().unwrap());
    let error =
        workspace.transact(&StepLabel::new("edit", "it"), NOW, edit).expect_err("it should be refused");
    assert_eq!((told(workspace), workspace.history().unwrap()), before);
    error
}

fn pro() -> Rule {
    Rule::attribute_is("plan", "pro")
}

fn stage_titles(workspace: &Workspace, small: &Small) -> Vec<String> {
    workspace.journey(small.map).unwrap().stages().iter().map(|stage| stage.title.clone()).collect()
}

#[test]
fn stages_move_between_positions() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let [aware, consider, buy] = small.stages[..] else { panic!() };
    let check = |workspace: &mut Workspace, stage, to, expected: [&str; 3]| {
        edit(workspace, |tx| tx.move_stage(stage, to));
        assert_eq!(stage_titles(workspace, &small), expected);
    };
    check(&mut workspace, aware, 2, ["Consider", "Buy", "Aware"]);
    check(&mut workspace, aware, 0, ["Aware", "Consider", "Buy"]);
    check(&mut workspace, buy, 1, ["Aware", "Buy", "Consider"]);
    check(&mut workspace, buy, 99, ["Aware", "Consider", "Buy"]);
    check(&mut workspace, consider, 1, ["Aware", "Consider", "Buy"]);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_stage_is_added_between_others_and_deleted_with_what_is_on_it() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    edit(&mut workspace, |tx| tx.add_stage(small.map, 1, "Compare"));
    assert_eq!(stage_titles(&workspace, &small), ["Aware", "Compare", "Consider", "Buy"]);
    edit(&mut workspace, |tx| tx.delete_stage(small.stages[1]));
    assert_eq!(stage_titles(&workspace, &small), ["Aware", "Compare", "Buy"]);
    let journey = workspace.journey(small.map).unwrap();
    assert_eq!(journey.len(), 2);
    assert_eq!(journey.transitions().len(), 0);
    assert!(journey.touchpoint_of_event("page").is_none());
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn what_is_locked_is_neither_placed_resized_nor_deleted() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let (stage, card) = (small.stages[0], small.touchpoints[1]);
    edit(&mut workspace, |tx| {
        tx.lock_stage(stage, true)?;
        tx.lock_touchpoint(card, true)
    });
    let wide = StageDetails { width: Some(900), ..StageDetails::default() };
    let errors = [
        refused(&mut workspace, |tx| tx.move_stage(stage, 1)),
        refused(&mut workspace, |tx| tx.set_stage_details(stage, &wide)),
        refused(&mut workspace, |tx| tx.delete_stage(stage)),
        refused(&mut workspace, |tx| tx.delete_stage(small.stages[1])),
        refused(&mut workspace, |tx| tx.place_touchpoint(card, small.stages[1], place(80.0))),
        refused(&mut workspace, |tx| tx.delete_touchpoint(card)),
    ];
    let of: Vec<String> = errors
        .into_iter()
        .map(|error| match error {
            StoreError::LockedInPlace { title } => title,
            other => panic!("{other}"),
        })
        .collect();
    assert_eq!(of, ["Aware", "Aware", "Aware", "Page", "Page", "Page"]);
    let held = edit(&mut workspace, |tx| tx.locked_touchpoints(&small.touchpoints));
    assert_eq!(held.into_iter().collect::<Vec<_>>(), [card]);

    // What is written of it may change, and what is beside it.
    let aim = StageDetails { aim: "Seen".to_owned(), ..StageDetails::default() };
    edit(&mut workspace, |tx| {
        tx.set_stage_details(stage, &aim)?;
        tx.rename_touchpoint(card, "Shop page")?;
        tx.move_stage(small.stages[2], 0)?;
        tx.lock_touchpoint(card, false)?;
        tx.delete_touchpoint(card)
    });
    assert_eq!(stage_titles(&workspace, &small), ["Buy", "Aware", "Consider"]);
    for missing in [
        refused(&mut workspace, |tx| tx.lock_touchpoint(card, true)),
        refused(&mut workspace, |tx| tx.lock_stage(StageId(99), true)),
    ] {
        assert!(matches!(missing, StoreError::Missing { .. }), "{missing}");
    }
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn lanes_stand_in_order_and_say_something_of_stages() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let stage = small.stages[1];
    let of = Node::Stage(stage);
    let [pains, own] = edit(&mut workspace, |tx| {
        let own = tx.add_lane(small.map, 0, LaneKind::Own, "Devices")?;
        let pains = tx.add_lane(small.map, 0, LaneKind::Pains, "")?;
        tx.add_lane(small.map, 99, LaneKind::Emotion, "")?;
        tx.write_cell(pains, of, "- Too **slow**\n- Too dear")?;
        tx.move_lane(pains, 99)?;
        tx.set_lane_view(own, LaneView::Collapsed)?;
        Ok([pains, own])
    });
    let kinds = |workspace: &Workspace| -> Vec<_> {
        workspace.journey(small.map).unwrap().lanes().iter().map(|lane| lane.kind).collect()
    };
    assert_eq!(kinds(&workspace), [LaneKind::Own, LaneKind::Emotion, LaneKind::Pains]);
    let journey = workspace.journey(small.map).unwrap();
    assert_eq!(journey.lanes()[0].view, LaneView::Collapsed);
    assert_eq!(journey.lanes()[2].text(of), "- Too **slow**\n- Too dear");
    assert_eq!(journey.lanes()[2].text(Node::Stage(small.stages[0])), "");

    let emotion = journey.lanes()[1].id;
    let other = small_map(&mut workspace, "Second");
    assert!(matches!(refused(&mut workspace, |tx| tx.rename_lane(own, " ")), StoreError::Untitled("lane")));
    for (lane, stage) in [(emotion, stage), (pains, other.stages[0])] {
        let stage = Node::Stage(stage);
        let error = refused(&mut workspace, |tx| tx.write_cell(lane, stage, "no"));
        assert!(matches!(error, StoreError::Missing { what: "cell", .. }));
    }
    let error = refused(&mut workspace, |tx| tx.write_cell(pains, of, &"x".repeat((1 << 20) + 1)));
    assert!(matches!(error, StoreError::TooLong { what: "cell", .. }));

    edit(&mut workspace, |tx| {
        tx.write_cell(pains, of, "")?;
        tx.delete_lane(own)
    });
    let journey = workspace.journey(small.map).unwrap();
    assert!(journey.lanes().iter().all(|lane| lane.cells.is_empty()));
    assert_eq!(kinds(&workspace), [LaneKind::Emotion, LaneKind::Pains]);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn lanes_say_something_of_touchpoints_which_goes_with_them() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let [one, other] = [small.touchpoints[0], small.touchpoints[1]].map(Node::Touchpoint);
    let stage = Node::Stage(small.stages[0]);
    let lane = edit(&mut workspace, |tx| {
        let lane = tx.add_lane(small.map, 0, LaneKind::Thoughts, "")?;
        tx.write_cell(lane, stage, "Of the stage")?;
        tx.write_cell(lane, one, "Of the one")?;
        tx.write_cell(lane, other, "Of the other")?;
        tx.set_cells_by(lane, CellsBy::Touchpoint)?;
        tx.set_lane_height(lane, 9_000)?;
        tx.add_card(lane, one, 0, CardFace { text: "Note", tint: None, image: None })?;
        Ok(lane)
    });
    let journey = workspace.journey(small.map).unwrap();
    let said = &journey.lanes()[0];
    assert_eq!((said.by, said.height), (CellsBy::Touchpoint, Lane::HIGHEST));
    assert_eq!([stage, one, other].map(|of| said.text(of)), ["Of the stage", "Of the one", "Of the other"]);
    assert_eq!([stage, one].map(|of| said.is_about(of)), [false, true]);

    let emotion = edit(&mut workspace, |tx| tx.add_lane(small.map, 1, LaneKind::Emotion, ""));
    let error = refused(&mut workspace, |tx| tx.set_cells_by(emotion, CellsBy::Touchpoint));
    assert!(matches!(error, StoreError::Missing { what: "cell", .. }));

    edit(&mut workspace, |tx| tx.delete_touchpoint(small.touchpoints[0]));
    let journey = workspace.journey(small.map).unwrap();
    assert_eq!(journey.lanes()[0].text(one), "");
    assert_eq!(journey.cards(), []);
    workspace.undo().unwrap();
    let journey = workspace.journey(small.map).unwrap();
    assert_eq!((journey.lanes()[0].text(one), journey.cards().len()), ("Of the one", 1));
    let of_other = journey.touchpoint(small.touchpoints[1]).unwrap().stage;
    edit(&mut workspace, |tx| tx.delete_stage(of_other));
    assert_eq!(workspace.journey(small.map).unwrap().lanes()[0].text(other), "");
    edit(&mut workspace, |tx| tx.delete_lane(lane));
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn cards_stand_in_order_and_move_from_cell_to_cell() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let (stage, next) = (Node::Stage(small.stages[0]), Node::Stage(small.stages[1]));
    let face = |text| CardFace { text, tint: Some(StageTint::Rose), image: None };
    let (lane, cards) = edit(&mut workspace, |tx| {
        let lane = tx.add_lane(small.map, 0, LaneKind::Storyboard, "")?;
        let cards = [("a", 9), ("b", 9), ("c", 1)].map(|(text, at)| tx.add_card(lane, stage, at, face(text)));
        Ok((lane, cards.into_iter().collect::<Result<Vec<_>, _>>()?))
    });
    let told = |workspace: &Workspace, of| -> String {
        let journey = workspace.journey(small.map).unwrap();
        journey.cards_in(lane, of).iter().map(|card| card.text.as_str()).collect()
    };
    assert_eq!(told(&workspace, stage), "acb");
    edit(&mut workspace, |tx| tx.move_card(cards[1], lane, stage, 0));
    assert_eq!(told(&workspace, stage), "bac");
    edit(&mut workspace, |tx| {
        tx.move_card(cards[0], lane, next, 7)?;
        tx.set_card(cards[2], CardFace { text: "C", tint: None, image: None })
    });
    assert_eq!((told(&workspace, stage), told(&workspace, next)), ("bC".to_owned(), "a".to_owned()));
    edit(&mut workspace, |tx| tx.delete_card(cards[1]));
    assert_eq!(told(&workspace, stage), "C");
    for _ in 0..3 {
        workspace.undo().unwrap();
    }
    assert_eq!(told(&workspace, stage), "acb");

    let other = small_map(&mut workspace, "Second");
    let elsewhere = Node::Stage(other.stages[0]);
    let there = edit(&mut workspace, |tx| tx.add_lane(other.map, 0, LaneKind::Pains, ""));
    for (lane, of) in [(lane, elsewhere), (there, elsewhere), (there, stage)] {
        let error = refused(&mut workspace, |tx| tx.move_card(cards[0], lane, of, 0));
        assert!(matches!(error, StoreError::Missing { what: "cell", .. }));
    }
    let copy = edit(&mut workspace, |tx| tx.duplicate_map(small.map, "Copy"));
    assert_eq!(workspace.journey(copy).unwrap().cards().len(), 3);
    edit(&mut workspace, |tx| tx.delete_map(small.map));
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_touchpoint_keeps_what_it_is_given() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let id = small.touchpoints[0];
    edit(&mut workspace, |tx| {
        tx.rename_touchpoint(id, "Advertisement")?;
        tx.place_touchpoint(id, small.stages[2], Place { x: -3.25, y: 1e9 })?;
        tx.set_channel(id, Some(&ChannelKind::Social.into()))?;
        tx.set_sentiment(id, Some(Sentiment::VeryPositive))?;
        tx.set_touchpoint_goal(id, Some(false))?;
        tx.set_events(id, &["seen".to_owned(), "ad".to_owned(), "seen".to_owned()])
    });
    let journey = workspace.journey(small.map).unwrap();
    let touchpoint = journey.touchpoint(id).unwrap();
    assert_eq!(touchpoint.title, "Advertisement");
    assert_eq!((touchpoint.stage, touchpoint.place), (small.stages[2], Place { x: -3.25, y: 1e9 }));
    assert_eq!(
        (touchpoint.channel.clone(), touchpoint.sentiment),
        (Some(ChannelKind::Social.into()), Some(Sentiment::VeryPositive))
    );
    assert_eq!(
        (touchpoint.goal, &touchpoint.events[..]),
        (Some(false), &["ad".to_owned(), "seen".to_owned()][..])
    );
    edit(&mut workspace, |tx| {
        tx.set_channel(id, None)?;
        tx.set_sentiment(id, None)?;
        tx.set_touchpoint_goal(id, None)?;
        tx.set_events(id, &[])
    });
    let journey = workspace.journey(small.map).unwrap();
    let touchpoint = journey.touchpoint(id).unwrap();
    assert_eq!((&touchpoint.channel, touchpoint.sentiment, touchpoint.goal), (&None, None, None));
    assert!(touchpoint.events.is_empty());
}

#[test]
fn every_channel_and_sentiment_is_kept() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let id = small.touchpoints[0];
    for &channel in ChannelKind::ALL {
        for sentiment in Sentiment::ALL {
            edit(&mut workspace, |tx| {
                tx.set_channel(id, Some(&channel.into()))?;
                tx.set_sentiment(id, Some(sentiment))
            });
            let journey = workspace.journey(small.map).unwrap();
            let touchpoint = journey.touchpoint(id).unwrap();
            assert_eq!((&touchpoint.channel, touchpoint.sentiment), (&Some(channel.into()), Some(sentiment)));
        }
    }
    for &icon in ChannelIcon::ALL {
        let own = AnyChannel::Own(OwnChannel { name: "Fitting room".to_owned(), icon });
        edit(&mut workspace, |tx| tx.set_channel(id, Some(&own)));
        let journey = workspace.journey(small.map).unwrap();
        assert_eq!(journey.touchpoint(id).unwrap().channel, Some(own));
    }
}

/// The start of a JPEG of 20 by 10 pixels.
const JPEG: [u8; 15] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 20, 1, 1, 0x11, 0];

#[test]
fn what_is_written_of_a_touchpoint_is_kept_and_bounded() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let [id, other] = [small.touchpoints[0], small.touchpoints[1]];
    let text = |text: &str| text.to_owned();
    let whole = Details {
        description: text("Where it is decided.\nMostly in the evening."),
        owner: text("Shop team"),
        actor: Actor::FrontStage,
        drama: Drama::of(5),
        moment_of_truth: true,
        quote: text("“Is it \"safe\"?”"),
        pains: vec![text("Slow"), text("Two\nlines")],
        opportunities: vec![text("مرحبا")],
        content: vec![PlannedContent {
            what: text("Unboxing"),
            format: text("Video"),
            status: ContentStatus::InProgress,
        }],
        links: vec![Link { title: String::new(), address: text("https://example.org/?a=1&b=[]") }],
        tags: vec![text("mobile"), text("\0")],
        evidence: Some(KnownBy { kind: EvidenceKind::Measured, day: Day::parse("2024-02-29") }),
        image: Image::of(&JPEG),
    };
    assert!(whole.image.is_some());
    edit(&mut workspace, |tx| tx.set_details(id, &whole));
    assert_eq!(workspace.check().unwrap(), []);
    drop(workspace);
    let mut workspace = desk.open();
    let details = |workspace: &Workspace, id| {
        workspace.journey(small.map).unwrap().touchpoint(id).unwrap().details.clone()
    };
    assert_eq!(details(&workspace, id), whole);
    assert_eq!(details(&workspace, other), Details::default());
    assert_eq!(edit(&mut workspace, |tx| tx.details(id)), whole);
    workspace.undo().unwrap();
    assert_eq!(details(&workspace, id), Details::default());
    workspace.redo().unwrap();
    assert_eq!(details(&workspace, id), whole);

    let long = "x".repeat(10 << 20);
    for change in [
        (|details, long| details.description = long) as fn(&mut Details, String),
        |details, long| details.owner = long,
        |details, long| details.quote = long,
        |details, long| details.pains = vec![long],
        |details, long| details.opportunities = vec![String::new(), long],
        |details, long| details.tags = vec![long],
        |details, long| details.links = vec![Link { title: String::new(), address: long }],
    ] {
        let mut details = Details::default();
        change(&mut details, long.clone());
        let error = refused(&mut workspace, |tx| tx.set_details(id, &details));
        assert!(matches!(error, StoreError::TooLong { .. }), "{error}");
    }
    let own = |name: String| AnyChannel::Own(OwnChannel { name, icon: ChannelIcon::Cup });
    let error = refused(&mut workspace, |tx| tx.set_channel(id, Some(&own(long.clone()))));
    assert!(matches!(error, StoreError::TooLong { .. }), "{error}");
    let error = refused(&mut workspace, |tx| tx.set_channel(id, Some(&own(" ".to_owned()))));
    assert!(matches!(error, StoreError::Untitled("channel")), "{error}");
    let error = refused(&mut workspace, |tx| tx.set_details(TouchpointId(99), &whole));
    assert!(matches!(error, StoreError::Missing { what: "touchpoint", .. }), "{error}");
    assert_eq!(details(&workspace, id), whole);
}

#[test]
fn an_event_belongs_to_one_touchpoint_of_a_map() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let other = small_map(&mut workspace, "Second");
    let error = refused(&mut workspace, |tx| tx.set_events(small.touchpoints[1], &["ad".to_owned()]));
    assert!(matches!(&error, StoreError::EventTaken { event, by } if event == "ad" && by == "Ad"), "{error}");
    // It may move within one edit, and another map may list it too.
    edit(&mut workspace, |tx| {
        tx.set_events(small.touchpoints[0], &[])?;
        tx.set_events(small.touchpoints[1], &["ad".to_owned()])
    });
    assert_eq!(workspace.journey(other.map).unwrap().touchpoint_of_event("ad").unwrap().title, "Ad");
    assert_eq!(workspace.journey(small.map).unwrap().touchpoint_of_event("ad").unwrap().title, "Page");
}

#[test]
fn transitions_join_touchpoints_of_one_map_once() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let other = small_map(&mut workspace, "Second");
    let [ad, page, order] = small.touchpoints[..] else { panic!() };
    let error = refused(&mut workspace, |tx| tx.add_transition(ad, page));
    assert!(
        matches!(&error, StoreError::TransitionTaken { from, to } if from == "Ad" && to == "Page"),
        "{error}"
    );
    let error = refused(&mut workspace, |tx| tx.add_transition(ad, other.touchpoints[1]));
    assert!(matches!(error, StoreError::OtherMap { .. }), "{error}");
    let error = refused(&mut workspace, |tx| tx.place_touchpoint(ad, other.stages[0], place(0.0)));
    assert!(matches!(error, StoreError::OtherMap { .. }), "{error}");
    let id = edit(&mut workspace, |tx| {
        tx.add_transition(order, order)?;
        tx.add_transition(page, ad)
    });
    assert_eq!(workspace.journey(small.map).unwrap().transitions().len(), 4);
    edit(&mut workspace, |tx| tx.delete_transition(id));
    assert!(!workspace.journey(small.map).unwrap().connects(page, ad));
    edit(&mut workspace, |tx| tx.delete_touchpoint(order));
    assert_eq!(workspace.journey(small.map).unwrap().transitions().len(), 1);
}

#[test]
fn a_transition_keeps_what_is_written_on_it_and_is_led_elsewhere() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let other = small_map(&mut workspace, "Second");
    let [ad, page, order] = small.touchpoints[..] else { panic!() };
    let id = edit(&mut workspace, |tx| tx.add_transition(ad, order));
    let details = TransitionDetails { label: "by mail".to_owned(), kind: Some(TransitionKind::Alternative) };
    edit(&mut workspace, |tx| tx.set_transition_details(id, &details));
    edit(&mut workspace, |tx| tx.reconnect(id, order, order));
    let journey = workspace.journey(small.map).unwrap();
    let led = journey.transition(order, order).unwrap();
    assert_eq!((led.id, &led.details), (id, &details));
    assert!(!journey.connects(ad, order));
    let error = refused(&mut workspace, |tx| tx.reconnect(id, ad, page));
    assert!(matches!(error, StoreError::TransitionTaken { .. }), "{error}");
    for (from, to) in [(ad, other.touchpoints[1]), (other.touchpoints[0], other.touchpoints[0])] {
        let error = refused(&mut workspace, |tx| tx.reconnect(id, from, to));
        assert!(matches!(error, StoreError::OtherMap { .. }), "{error}");
    }
    let error = refused(&mut workspace, |tx| tx.reconnect(TransitionId(99), ad, order));
    assert!(matches!(error, StoreError::Missing { what: "transition", id: 99 }), "{error}");
    let long = TransitionDetails { label: "x".repeat((1 << 16) + 1), kind: None };
    let error = refused(&mut workspace, |tx| tx.set_transition_details(id, &long));
    assert!(matches!(error, StoreError::TooLong { what: "label", .. }), "{error}");
    edit(&mut workspace, |tx| tx.reconnect(id, ad, order));
    workspace.undo().unwrap();
    assert!(workspace.journey(small.map).unwrap().connects(order, order));
}

#[test]
fn a_stage_keeps_what_is_written_and_chosen_of_it() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let stage = small.stages[1];
    let text = |text: &str| text.to_owned();
    for tint in [None, Some(StageTint::Rust), Some(StageTint::Blue)] {
        let width = tint.map(|_| 640);
        let details = StageDetails { aim: text("Chosen"), entry: text("First visit"), tint, width };
        edit(&mut workspace, |tx| tx.set_stage_details(stage, &details));
        assert_eq!(workspace.journey(small.map).unwrap().stages()[1].details, details);
    }
    for (asked, kept) in [(1, 272), (u32::MAX, 10_000)] {
        let details = StageDetails { width: Some(asked), ..StageDetails::default() };
        edit(&mut workspace, |tx| tx.set_stage_details(stage, &details));
        assert_eq!(workspace.journey(small.map).unwrap().stages()[1].details.width, Some(kept));
    }
    let long = StageDetails { entry: "x".repeat((1 << 20) + 1), ..StageDetails::default() };
    let error = refused(&mut workspace, |tx| tx.set_stage_details(stage, &long));
    assert!(matches!(error, StoreError::TooLong { what: "entry", .. }), "{error}");
    let error = refused(&mut workspace, |tx| tx.set_stage_details(StageId(99), &StageDetails::default()));
    assert!(matches!(error, StoreError::Missing { what: "stage", id: 99 }), "{error}");
    workspace.undo().unwrap();
    assert_eq!(workspace.journey(small.map).unwrap().stages()[1].details.width, Some(272));
}

#[test]
fn titles_are_given_and_once_only_where_they_name() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    small_map(&mut workspace, "Second");
    let (map, stage, touchpoint) = (small.map, small.stages[0], small.touchpoints[0]);
    for error in [
        refused(&mut workspace, |tx| tx.add_map("Second", Lifecycle::Linear, None)),
        refused(&mut workspace, |tx| tx.rename_map(map, "Second")),
        refused(&mut workspace, |tx| tx.add_stage(map, 0, "Buy")),
        refused(&mut workspace, |tx| tx.rename_stage(stage, "Buy")),
    ] {
        assert!(matches!(error, StoreError::TitleTaken { .. }), "{error}");
    }
    for error in [
        refused(&mut workspace, |tx| tx.add_map("", Lifecycle::Linear, None)),
        refused(&mut workspace, |tx| tx.rename_stage(stage, " \t")),
        refused(&mut workspace, |tx| tx.add_touchpoint(stage, "\u{a0}", place(0.0))),
        refused(&mut workspace, |tx| tx.set_events(touchpoint, &[String::new()])),
        refused(&mut workspace, |tx| tx.add_persona(&NewPersona::default())),
        refused(&mut workspace, |tx| tx.add_segment("", &pro())),
        refused(&mut workspace, |tx| tx.rename_workspace("")),
    ] {
        assert!(matches!(error, StoreError::Untitled(_)), "{error}");
    }
    edit(&mut workspace, |tx| {
        tx.rename_map(map, "First")?;
        tx.rename_stage(stage, "Aware")?;
        tx.add_touchpoint(stage, "Ad", place(90.0))
    });
}

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let (nowhere, nothing) = (StageId(99), TouchpointId(99));
    for error in [
        refused(&mut workspace, |tx| tx.add_touchpoint(nowhere, "Ad", place(0.0))),
        refused(&mut workspace, |tx| tx.move_stage(nowhere, 0)),
        refused(&mut workspace, |tx| tx.delete_stage(nowhere)),
        refused(&mut workspace, |tx| tx.set_stage_goal(nowhere, None)),
        refused(&mut workspace, |tx| tx.delete_touchpoint(nothing)),
        refused(&mut workspace, |tx| tx.set_channel(nothing, None)),
        refused(&mut workspace, |tx| tx.set_events(nothing, &[])),
        refused(&mut workspace, |tx| tx.add_transition(small.touchpoints[0], nothing)),
        refused(&mut workspace, |tx| tx.delete_map(model::MapId(99))),
        refused(&mut workspace, |tx| tx.add_stage(model::MapId(99), 0, "Aware")),
        refused(&mut workspace, |tx| tx.set_map_personas(small.map, &[model::PersonaId(99)])),
        refused(&mut workspace, |tx| tx.delete_persona(model::PersonaId(99))),
        refused(&mut workspace, |tx| tx.delete_segment(model::SegmentId(99))),
        workspace.journey(model::MapId(99)).unwrap_err(),
    ] {
        assert!(matches!(error, StoreError::Missing { .. }), "{error}");
    }
    let error = refused(&mut workspace, |tx| tx.add_touchpoint(small.stages[0], "Ad", place(f64::NAN)));
    assert!(matches!(error, StoreError::NoPlace), "{error}");
}

#[test]
fn deleting_a_persona_or_a_segment_leaves_who_referred_to_it() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let (persona, segment) = edit(&mut workspace, |tx| {
        let segment = tx.add_segment("Pro", &pro())?;
        let nora =
            NewPersona { name: "Nora", goals: "A bag", segment: Some(segment), ..NewPersona::default() };
        let persona = tx.add_persona(&nora)?;
        tx.set_map_personas(small.map, &[persona])?;
        tx.set_lifecycle(small.map, Lifecycle::Circular)?;
        Ok((persona, segment))
    });
    let map = &workspace.maps().unwrap()[0];
    assert_eq!((&map.personas[..], map.lifecycle), (&[persona][..], Lifecycle::Circular));
    edit(&mut workspace, |tx| {
        tx.rename_segment(segment, "Professional")?;
        tx.edit_persona(&Persona {
            id: persona,
            name: "Nora, new".to_owned(),
            description: "New to the shop".to_owned(),
            goals: String::new(),
            frustrations: "Waiting".to_owned(),
            segment: Some(segment),
            details: PersonaDetails { brands: vec!["Nordlys".to_owned()], ..PersonaDetails::default() },
        })
    });
    assert_eq!(workspace.personas().unwrap()[0].details.brands, ["Nordlys"]);
    assert_eq!(workspace.segments().unwrap()[0].name, "Professional");
    assert_eq!(workspace.personas().unwrap()[0].frustrations, "Waiting");
    edit(&mut workspace, |tx| tx.delete_segment(segment));
    assert_eq!(workspace.personas().unwrap()[0].segment, None);
    edit(&mut workspace, |tx| tx.delete_persona(persona));
    assert_eq!(workspace.maps().unwrap()[0].personas, []);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn all_that_is_written_of_a_persona_is_kept_and_undone() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let persona =
        edit(&mut workspace, |tx| tx.add_persona(&NewPersona { name: "Nora", ..NewPersona::default() }));
    assert_eq!(workspace.personas().unwrap()[0].details, PersonaDetails::default());
    let text = |text: &str| text.to_owned();
    let details = PersonaDetails {
        avatar: Avatar { face: Face::Glasses, hair: Hair::Headscarf, tint: StageTint::Violet },
        kind: Some(PersonaKind::Internal),
        role: text("Nurse"),
        age: text("34"),
        place: text("Utrecht"),
        quote: text("“When?”"),
        needs: text("Sleep\nA parcel"),
        motivations: text("Her children"),
        channels: vec![
            ChannelKind::Chat.into(),
            AnyChannel::Own(OwnChannel { name: text("Ward"), icon: ChannelIcon::Bell }),
        ],
        brands: vec![text("Nordlys")],
        traits: vec![Trait { low: text("calm"), high: text("hasty"), value: 100 }],
        photo: Image::of(&JPEG),
    };
    edit(&mut workspace, |tx| tx.set_persona_details(persona, &details));
    workspace.undo().unwrap();
    assert_eq!(workspace.personas().unwrap()[0].details, PersonaDetails::default());
    workspace.redo().unwrap();
    drop(workspace);
    let mut workspace = desk.open();
    assert_eq!(workspace.personas().unwrap()[0].details, details);
    let refused = refused(&mut workspace, |tx| {
        let quote = "x".repeat(2 << 20);
        tx.set_persona_details(persona, &PersonaDetails { quote, ..PersonaDetails::default() })
    });
    assert!(matches!(refused, StoreError::TooLong { .. }), "{refused}");
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_map_tells_the_journeys_of_several_in_their_order_and_each_once() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let [nora, tom, ida] = ["Nora", "Tom", "Ida"]
        .map(|name| edit(&mut workspace, |tx| tx.add_persona(&NewPersona { name, ..NewPersona::default() })));
    let told = |workspace: &Workspace| workspace.maps().unwrap()[0].personas.clone();
    edit(&mut workspace, |tx| tx.set_map_personas(small.map, &[tom, nora, tom, ida, nora]));
    assert_eq!(told(&workspace), [tom, nora, ida]);
    edit(&mut workspace, |tx| tx.set_map_personas(small.map, &[ida, tom]));
    assert_eq!(told(&workspace), [ida, tom]);
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), [tom, nora, ida]);
    // The first goes, and those after it stay.
    edit(&mut workspace, |tx| tx.delete_persona(tom));
    assert_eq!(told(&workspace), [nora, ida]);
    edit(&mut workspace, |tx| tx.delete_persona(ida));
    assert_eq!(told(&workspace), [nora]);
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), [tom, nora, ida]);
    edit(&mut workspace, |tx| tx.delete_map(small.map));
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), [tom, nora, ida]);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn names_are_kept_as_they_are() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let long = "ß".repeat(10_000);
    let names =
        ["\"; DROP TABLE map; --", "مرحبا بالعالم", "👩🏽‍🚀🇳🇱", &long, "a\0b", "\0", "  spaces\n", "'quote'"];
    for (number, name) in names.iter().enumerate() {
        edit(&mut workspace, |tx| {
            let segment = tx.add_segment(name, &Rule::attribute_is(name, name))?;
            tx.add_persona(&NewPersona {
                name,
                goals: name,
                segment: Some(segment),
                ..NewPersona::default()
            })?;
            let map = tx.add_map(name, Lifecycle::NonLinear, None)?;
            let stage = tx.add_stage(map, 0, name)?;
            let touchpoint = tx.add_touchpoint(stage, name, place(number as f64))?;
            tx.set_events(touchpoint, &[(*name).to_owned()])
        });
    }
    while workspace.undo().unwrap().is_some() {}
    assert_eq!(workspace.maps().unwrap(), []);
    while workspace.redo().unwrap().is_some() {}
    drop(workspace);
    let workspace = desk.open();
    for (number, name) in names.iter().enumerate() {
        let map = &workspace.maps().unwrap()[number];
        assert_eq!((&map.title, map.lifecycle), (&(*name).to_owned(), Lifecycle::NonLinear));
        let journey = workspace.journey(map.id).unwrap();
        assert_eq!(journey.stages()[0].title, *name);
        assert_eq!(journey.touchpoint_of_event(name).unwrap().title, *name);
        let segment = &workspace.segments().unwrap()[number];
        assert_eq!(segment.name, *name);
        assert_eq!(workspace.segment_rule(segment.id).unwrap(), Rule::attribute_is(name, name));
        assert_eq!(workspace.personas().unwrap()[number].goals, *name);
    }
    assert_eq!(workspace.check().unwrap(), []);
}
