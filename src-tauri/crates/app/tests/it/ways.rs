//! Stages and transitions: what is written of them, and what becomes of them where one is taken away or put between.

use std::fs;

use app::operations::{
    AddLane, AddTouchpoint, Connect, DeleteStage, EditStage, EditTransitions, InsertTouchpoint, Reconnect,
    ResizeStage, WriteCell,
};
use app::{
    AnyChannel, ChannelKind, Content, DataExport, DataFormat, Edit, FailureCode, Joined, LaneId, LaneKind,
    Move, Node, SceneItem, StageChange, StageId, StageTint, Subject, TouchpointId, Transition,
    TransitionChange, TransitionId, TransitionKind, Wanted,
};

use crate::screen::Screen;

/// A map of three stages with a card in each but the middle one, which has two.
struct Shop {
    screen: Screen,
    stages: [StageId; 3],
    ad: TouchpointId,
    page: TouchpointId,
    basket: TouchpointId,
    order: TouchpointId,
}

impl Shop {
    fn new() -> Self {
        let mut screen = Screen::new();
        let stages = screen.look().parts.stages;
        for stage in &stages[3..] {
            screen.edit(DeleteStage { stage: stage.id, into: None });
        }
        let stages = [stages[0].id, stages[1].id, stages[2].id];
        let ad = screen.add("Ad", 40.0, 40.0);
        let page = screen.add("Page", 352.0, 40.0);
        let basket = screen.add("Basket", 352.0, 240.0);
        let order = screen.add("Order", 664.0, 40.0);
        Self { screen, stages, ad, page, basket, order }
    }

    fn connect(&mut self, from: TouchpointId, to: TouchpointId) -> TransitionId {
        TransitionId(self.screen.edit(Connect { from, to }))
    }

    fn write(&mut self, transition: TransitionId, label: &str) {
        let change = TransitionChange::Label(label.to_owned());
        self.screen.edit(EditTransitions { transitions: vec![transition], change });
    }

    /// From where to where, with what is written on it.
    fn ways(&mut self) -> Vec<(TouchpointId, TouchpointId, String)> {
        let transitions = self.screen.look().parts.transitions;
        let mut ways: Vec<_> =
            transitions.into_iter().map(|each| (each.from, each.to, each.details.label)).collect();
        ways.sort();
        ways
    }

    fn transition(&mut self, id: TransitionId) -> Transition {
        let transitions = self.screen.look().parts.transitions;
        transitions.into_iter().find(|each| each.id == id).expect("it is there")
    }

    fn card(&self, touchpoint: TouchpointId) -> (f64, f64) {
        let is_card = |item: &&SceneItem| item.subject == Subject::Touchpoint { touchpoint };
        let found = self.screen.seen.scene.items.iter().find(is_card).expect("a card");
        (found.bounds.x, found.bounds.y)
    }

    fn refused(&mut self, edit: impl Into<Edit>) -> FailureCode {
        app::Failure::from(self.screen.session.edit(&edit.into()).expect_err("refused")).code
    }
}

#[test]
fn a_deleted_stage_leaves_its_cards_where_they_are_in_the_one_beside_it() {
    for into in [0, 2] {
        let mut shop = Shop::new();
        let [first, middle, last] = shop.stages;
        let (ad, page, basket, order) = (shop.ad, shop.page, shop.basket, shop.order);
        shop.connect(ad, page);
        shop.connect(page, order);
        let map = shop.screen.map;
        let lane = LaneId(shop.screen.edit(AddLane {
            map,
            kind: LaneKind::Pains,
            title: String::new(),
            position: 0,
        }));
        for (stage, text) in [(first, "one"), (middle, "two"), (last, "three")] {
            shop.screen.edit(WriteCell { lane, of: Node::Stage(stage), text: text.to_owned() });
        }
        let all = [ad, page, basket, order];
        let before = all.map(|card| shop.card(card));
        shop.screen.edit(DeleteStage { stage: middle, into: Some(shop.stages[into]) });
        assert_eq!(all.map(|card| shop.card(card)), before);
        let parts = shop.screen.look().parts;
        assert_eq!(parts.stages.len(), 2);
        let stage_of = |id| parts.touchpoints.iter().find(|each| each.id == id).expect("it is there").stage;
        assert_eq!(all.map(stage_of), [first, shop.stages[into], shop.stages[into], last]);
        let texts = [first, last].map(|stage| parts.lanes[0].text(Node::Stage(stage)).to_owned());
        assert_eq!(texts, [["one\ntwo", "three"], ["one", "two\nthree"]][into / 2]);
        assert_eq!(parts.transitions.len(), 2);
        let changes = shop.screen.session.undo().expect("undone");
        shop.screen.apply(&changes);
        assert_eq!(shop.screen.look().parts.stages.len(), 3, "one step");
        assert_eq!(all.map(|card| shop.card(card)), before);
    }
}

#[test]
fn touchpoints_go_into_a_stage_beside_theirs_only() {
    let mut shop = Shop::new();
    let [first, _, last] = shop.stages;
    for into in [first, last, StageId(999)] {
        let code = shop.refused(DeleteStage { stage: first, into: Some(into) });
        assert_eq!(code, FailureCode::Missing, "{into:?}");
    }
    assert_eq!(shop.screen.look().parts.stages.len(), 3);
}

#[test]
fn a_stage_is_as_wide_as_was_asked_and_as_its_cards_need() {
    let mut shop = Shop::new();
    let [first, ..] = shop.stages;
    let width = |shop: &Shop| {
        let is_first = |item: &&SceneItem| item.subject == Subject::Stage { stage: first };
        let found = shop.screen.seen.scene.items.iter().find(is_first).expect("a stage");
        found.zones.cell.expect("a ground").width
    };
    let before = width(&shop);
    for (asked, expected) in [(Some(600), 600.0), (Some(3), before), (None, before)] {
        shop.screen.edit(ResizeStage { stage: first, width: asked });
        assert_eq!((width(&shop),), (expected,), "{asked:?}");
    }
}

#[test]
fn a_card_put_on_a_curve_stands_between_its_ends() {
    let mut shop = Shop::new();
    let (ad, page, basket, order) = (shop.ad, shop.page, shop.basket, shop.order);
    let way = shop.connect(ad, order);
    shop.write(way, " by mail ");
    let map = shop.screen.map;
    let moved = Move { touchpoint: page, left: 360.0, top: 48.0 };
    shop.screen.edit(InsertTouchpoint { map, moved, transition: way });
    assert_eq!(shop.ways(), [(ad, page, "by mail".to_owned()), (page, order, String::new())]);
    assert_eq!(shop.transition(way).to, page, "the first part is still the same transition");

    // What is joined already stays joined once, and nothing that was written is lost.
    let short = shop.connect(ad, basket);
    let moved = Move { touchpoint: page, left: 360.0, top: 96.0 };
    shop.write(short, "at once");
    shop.screen.edit(InsertTouchpoint { map, moved, transition: short });
    let expected = [(ad, page, "by mail"), (page, basket, ""), (page, order, "")];
    assert_eq!(shop.ways(), expected.map(|(from, to, label)| (from, to, label.to_owned())));
    let changes = shop.screen.session.undo().expect("undone");
    shop.screen.apply(&changes);
    assert!(shop.ways().contains(&(ad, basket, "at once".to_owned())), "one step");

    // An end of the curve can only be moved.
    let before = shop.ways();
    let moved = Move { touchpoint: basket, left: 360.0, top: 400.0 };
    shop.screen.edit(InsertTouchpoint { map, moved, transition: short });
    assert_eq!(shop.ways(), before);
}

#[test]
fn a_new_card_within_a_curve_lies_on_none() {
    let mut shop = Shop::new();
    let (ad, page) = (shop.ad, shop.page);
    let way = shop.connect(ad, page);
    let (x, y) = shop.card(page);
    let map = shop.screen.map;
    let wanted = Wanted::Within { x: x - 32.0, y: y + 40.0 };
    let card = shop.screen.session.new_card(&wanted).expect("a card").plate.rect;
    let added = TouchpointId(shop.screen.edit(AddTouchpoint {
        map,
        title: "Search".to_owned(),
        left: card.x,
        top: card.y,
        joined: Some(Joined::Within(way)),
        channel: Some(AnyChannel::Kind(ChannelKind::Search)),
    }));
    assert_eq!(shop.ways(), [(ad, added, String::new()), (added, page, String::new())]);
    let parts = shop.screen.look().parts;
    let channel = parts.touchpoints.into_iter().find(|each| each.id == added).and_then(|each| each.channel);
    assert_eq!(channel, Some(AnyChannel::Kind(ChannelKind::Search)), "in the same step");
    let scene = &shop.screen.seen.scene;
    let cards: Vec<_> =
        scene.items.iter().filter(|item| matches!(item.subject, Subject::Touchpoint { .. })).collect();
    for (at, card) in cards.iter().enumerate() {
        assert!(cards[at + 1..].iter().all(|other| !other.bounds.overlaps(&card.bounds)), "{}", card.id);
    }
}

#[test]
fn a_transition_that_is_led_elsewhere_keeps_what_is_written_on_it() {
    let mut shop = Shop::new();
    let (ad, page, order) = (shop.ad, shop.page, shop.order);
    let way = shop.connect(ad, page);
    shop.write(way, "by mail");
    shop.connect(ad, order);
    assert_eq!(
        shop.refused(Reconnect { transition: way, from: ad, to: order }),
        FailureCode::TransitionTaken
    );
    shop.screen.edit(Reconnect { transition: way, from: page, to: page });
    assert_eq!(shop.ways(), [(ad, order, String::new()), (page, page, "by mail".to_owned())]);
}

#[test]
fn what_is_written_of_stages_and_transitions_leaves_and_comes_back() {
    let mut shop = Shop::new();
    let (ad, page, stage) = (shop.ad, shop.page, shop.stages[0]);
    let way = shop.connect(ad, page);
    shop.write(way, "by mail");
    let kind = TransitionChange::Kind(Some(TransitionKind::Alternative));
    shop.screen.edit(EditTransitions { transitions: vec![way], change: kind });
    for change in [
        StageChange::Aim("Be known".to_owned()),
        StageChange::Entry("Saw an advert".to_owned()),
        StageChange::Tint(Some(StageTint::Moss)),
    ] {
        shop.screen.edit(EditStage { stage, change });
    }
    shop.screen.edit(ResizeStage { stage, width: Some(640) });
    let folder = shop.screen.path("out");
    let asked =
        DataExport { what: Content::ALL.to_vec(), format: DataFormat::Csv, safe: false, replace: false };
    shop.screen.session.export_data(&folder, &asked, &|_| true).expect("exported");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
    assert!(read("stages.csv").contains("Be known,Saw an advert"), "{}", read("stages.csv"));
    assert!(read("transitions.csv").contains("Ad,Page,by mail,alternative"), "{}", read("transitions.csv"));

    shop.screen.session.import_document(&folder.join("maps.json")).expect("taken");
    let again = shop.screen.path("again");
    shop.screen.session.export_data(&again, &asked, &|_| true).expect("exported");
    let text = fs::read_to_string(again.join("maps.json")).expect("a file");
    for part in [r#""aim": "Be known""#, r#""tint": "moss""#, r#""width": 640"#, r#""label": "by mail""#] {
        assert_eq!(text.matches(part).count(), 2, "{part} in {text}");
    }
    let clip = shop.screen.session.clip(shop.screen.map, &[ad, page]).expect("a clip");
    let spot = app::PutAt { x: 300.0, y: 600.0, exact: true };
    shop.screen.session.paste(shop.screen.map, &clip, spot).expect("pasted");
    let copies = shop.ways().into_iter().filter(|(.., label)| label == "by mail").count();
    assert_eq!(copies, 2, "a copy keeps what is written on its transitions");
}
