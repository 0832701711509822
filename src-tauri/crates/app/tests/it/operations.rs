//! Every operation: what it says has changed is what has changed, when it is done, undone and done again.

use std::collections::BTreeSet;

use app::operations::{
    AddCard, AddLane, AddMap, AddNote, AddPersona, AddSegment, AddStage, AddStorySteps, AddTouchpoint,
    AddTouchpointTo, Connect, Delete, DeleteCard, DeleteFolder, DeleteLane, DeleteMap, DeleteNote,
    DeletePersona, DeleteSegment, DeleteStage, DeleteStoryStep, DuplicateMap, EditCard, EditFeeling,
    EditNote, EditPersona, EditSegment, EditStage, EditStoryStep, EditTouchpoints, EditTransitions,
    InsertTouchpoint, JoinNotes, LeaveEvent, Lock, MakeTwin, MergeCustomers, MoveCard, MoveLane, MoveNote,
    MoveStage, MoveStoryStep, MoveToFolder, MoveTouchpoints, PartTwins, PickForPersona, Reconnect,
    RenameFolder, RenameLane, RenameMap, RenameStage, RenameTouchpoint, ReplaceTexts, ResizeLane,
    ResizeStage, RevealNotes, SeparateCustomer, SetCellsBy, SetChannel, SetDots, SetEvents, SetLaneView,
    SetLifecycle, SetMapPersonas, SetMeaning, SetPersonaSegment, SetSentiment, SetStageGoal, SetSubJourney,
    SetTouchpointGoal, SettleNote, TidyUp, Unlock, VoteForNote, WriteCell,
};
use app::{
    Actor, AnyChannel, CardChange, CardId, CellsBy, ChannelIcon, ChannelKind, ContentStatus, CustomerId, Day,
    DetailChange, Drama, Edit, EvidenceKind, FeelingChange, Frame, Joined, KnownBy, LaneId, LaneKind,
    LaneView, Lifecycle, Link, Listing, Locale, MapId, Meaning, Move, NewStoryStep, Node, NoteChange, NoteId,
    OutcomeKind, OwnChannel, Page, PersonaChange, PersonaId, PersonaKind, Placed, PlannedContent, Rule,
    SegmentId, Sentiment, Shown, Sought, StageChange, StageId, StageTint, Stick, StoryStepChange,
    StoryStepId, TouchpointId, Trait, TransitionChange, TransitionKind, Who, rule_of_text,
};

use crate::image;
use crate::screen::Screen;

/// Every field of a touchpoint that can be changed, once.
fn details() -> Vec<DetailChange> {
    let text = |text: &str| text.to_owned();
    let content =
        PlannedContent { what: text("Unboxing"), format: text("Video"), status: ContentStatus::Idea };
    let link = Link { title: text("Research"), address: text("https://example.org/1") };
    vec![
        DetailChange::Description(text("Where it is decided")),
        DetailChange::Owner(text("Shop team")),
        DetailChange::Actor(Actor::BackStage),
        DetailChange::Drama(Drama::of(4)),
        DetailChange::MomentOfTruth(true),
        image::shown(),
        DetailChange::Quote(text("“Is it safe?”")),
        DetailChange::Pains(vec![text(" Slow "), text(" ")]),
        DetailChange::Opportunities(vec![text("Faster"), text("Simpler")]),
        DetailChange::Content(vec![content]),
        DetailChange::Links(vec![link]),
        DetailChange::AddTag(text(" mobile ")),
        DetailChange::AddTag(text("checkout")),
        DetailChange::RemoveTag(text("mobile")),
        DetailChange::Evidence(Some(KnownBy { kind: EvidenceKind::Observed, day: Day::parse("2024-03-01") })),
    ]
}

/// Does things, and notes what.
struct Script {
    screen: Screen,
    done: Vec<&'static str>,
}

impl Script {
    fn edit(&mut self, edit: impl Into<Edit>) -> i64 {
        let edit = edit.into();
        let wire = serde_json::to_value(&edit).expect("an edit is JSON");
        assert_eq!(wire["edit"], edit.label(), "the tag on the wire is the label in history");
        self.done.push(edit.label());
        self.screen.edit(edit)
    }

    fn stages(&mut self) {
        let map = self.screen.map;
        let stage = StageId(self.edit(AddStage { map, title: "New".to_owned(), position: 1 }));
        self.edit(RenameStage { stage, title: "Newer".to_owned() });
        self.edit(MoveStage { stage, position: 0 });
        self.edit(SetStageGoal { stage, goal: Some(true) });
        for change in [
            StageChange::Aim("Wanted".to_owned()),
            StageChange::Entry("A first visit".to_owned()),
            StageChange::Tint(Some(StageTint::Violet)),
        ] {
            self.edit(EditStage { stage, change });
        }
        self.edit(ResizeStage { stage, width: Some(600) });
        self.edit(DeleteStage { stage, into: None });
    }

    fn touchpoints(&mut self) {
        let map = self.screen.map;
        let stage = self.screen.look().parts.stages[0].id;
        let ad = self.touchpoint("Ad", None);
        let order = self.touchpoint("Order", Some(Joined::From(ad)));
        let page =
            TouchpointId(self.edit(AddTouchpointTo { map, stage, title: "Page".to_owned(), channel: None }));
        self.edit(Connect { from: page, to: order });
        self.edit(RenameTouchpoint { touchpoint: page, title: "Product page".to_owned() });
        let sought = Sought { text: "product".to_owned(), match_case: false, whole_word: true };
        self.edit(ReplaceTexts { map, sought, with: "Item".to_owned(), only: None });
        self.edit(MoveTouchpoints { map, moves: vec![Move { touchpoint: page, left: 700.0, top: 240.0 }] });
        self.edit(TidyUp { map, places: vec![Placed { touchpoint: page, x: 32.0, y: 312.0 }] });
        self.edit(SetChannel { touchpoints: vec![page, order], channel: Some(ChannelKind::Website.into()) });
        let stand = OwnChannel { name: "Stand".to_owned(), icon: ChannelIcon::Cup };
        self.edit(SetChannel { touchpoints: vec![page], channel: Some(AnyChannel::Own(stand)) });
        for change in details() {
            self.edit(EditTouchpoints { touchpoints: vec![page, order], change });
        }
        self.edit(SetSentiment { touchpoint: page, sentiment: Some(Sentiment::Negative) });
        self.edit(SetEvents { touchpoint: page, events: vec!["other".to_owned()] });
        self.edit(LeaveEvent { map, event: "unseen".to_owned(), left: true });
        self.edit(SetMeaning { event: "order".to_owned(), meaning: Some(Meaning::Purchase) });
        self.edit(SetTouchpointGoal { touchpoint: page, goal: Some(true) });
        let title = "Paying".to_owned();
        let template = "funnel".to_owned();
        let other = MapId(self.edit(AddMap { title, template, locale: Locale::En, examples: false }));
        self.edit(SetSubJourney { touchpoint: page, sub_journey: Some(other) });
        self.edit(Lock { touchpoints: vec![page], stages: vec![stage] });
        self.edit(Unlock { touchpoints: vec![page], stages: vec![stage] });
        let transitions = vec![self.screen.look().parts.transitions[0].id];
        for change in [
            TransitionChange::Label(" by mail ".to_owned()),
            TransitionChange::Kind(Some(TransitionKind::Alternative)),
        ] {
            self.edit(EditTransitions { transitions: transitions.clone(), change });
        }
        self.edit(Reconnect { transition: transitions[0], from: order, to: ad });
        let moved = Move { touchpoint: page, left: 320.0, top: 480.0 };
        self.edit(InsertTouchpoint { map, moved, transition: transitions[0] });
        self.edit(Delete { touchpoints: vec![page], transitions });
    }

    fn touchpoint(&mut self, title: &str, joined: Option<Joined>) -> TouchpointId {
        let (map, title) = (self.screen.map, title.to_owned());
        TouchpointId(self.edit(AddTouchpoint { map, title, left: 40.0, top: 40.0, joined, channel: None }))
    }

    fn lanes(&mut self) {
        let map = self.screen.map;
        let stage = self.screen.look().parts.stages[0].id;
        let lane = |kind, title: &str| AddLane { map, kind, title: title.to_owned(), position: 0 };
        let own = LaneId(self.edit(lane(LaneKind::Own, "Devices")));
        let thoughts = LaneId(self.edit(lane(LaneKind::Thoughts, "")));
        self.edit(RenameLane { lane: own, title: "Machines".to_owned() });
        self.edit(MoveLane { lane: own, position: 0 });
        self.edit(WriteCell { lane: thoughts, of: Node::Stage(stage), text: "- Is it **safe**?".to_owned() });
        self.edit(SetCellsBy { lane: thoughts, by: CellsBy::Touchpoint });
        self.edit(ResizeLane { lane: thoughts, height: 120 });
        let note = |place| AddCard {
            lane: thoughts,
            of: Node::Stage(stage),
            place,
            text: "Note".to_owned(),
            image: None,
        };
        let card = CardId(self.edit(note(0)));
        self.edit(note(1));
        self.edit(MoveCard { card, lane: own, of: Node::Stage(stage), place: 0 });
        for change in [
            CardChange::Text("Kiosk".to_owned()),
            CardChange::Tint(Some(StageTint::Moss)),
            CardChange::Image(model::Image::of(&image::JPEG)),
        ] {
            self.edit(EditCard { card, change });
        }
        self.edit(DeleteCard { card });
        self.edit(SetLaneView { lane: own, view: LaneView::Collapsed });
        self.edit(DeleteLane { lane: thoughts });
    }

    fn story(&mut self) {
        let map = self.screen.map;
        let stage = self.screen.look().parts.stages[0].id;
        let shown = Shown {
            frame: Frame::Stage(stage),
            lens: "drop_off".to_owned(),
            least: 5,
            question: None,
            lit: Vec::new(),
            hidden: Vec::new(),
        };
        let new = |title: &str| NewStoryStep {
            title: title.to_owned(),
            notes: "Begin here".to_owned(),
            shown: shown.clone(),
        };
        let step =
            StoryStepId(self.edit(AddStorySteps { map, place: 0, steps: vec![new("One"), new("Two")] }));
        for change in [
            StoryStepChange::Title("First".to_owned()),
            StoryStepChange::Notes("Say it".to_owned()),
            StoryStepChange::Shown(Box::new(Shown { frame: Frame::Whole, ..shown.clone() })),
        ] {
            self.edit(EditStoryStep { step, change });
        }
        self.edit(MoveStoryStep { step, place: 1 });
        self.edit(DeleteStoryStep { step });
    }

    fn workshop(&mut self) {
        let map = self.screen.map;
        let of = Node::Stage(self.screen.look().parts.stages[0].id);
        let add = |stick, text: &str| AddNote {
            map,
            stick,
            text: text.to_owned(),
            author: " Anna ".to_owned(),
            tint: StageTint::Rose,
            covered: true,
        };
        let note = NoteId(self.edit(add(Stick::On(of), "Too slow")));
        let other = NoteId(self.edit(add(Stick::At { left: 40.0, top: -400.0 }, "Slow, too")));
        self.edit(RevealNotes { map });
        for change in [
            NoteChange::Text("Far too slow".to_owned()),
            NoteChange::Author("Ben".to_owned()),
            NoteChange::Tint(StageTint::Moss),
            NoteChange::Parked(true),
        ] {
            self.edit(EditNote { note, change });
        }
        self.edit(MoveNote { note, stick: Stick::On(of), whole: false });
        self.edit(JoinNotes { note: other, to: note, name: String::new() });
        self.edit(EditNote { note, change: NoteChange::Cluster("Speed".to_owned()) });
        self.edit(SetDots { map, dots: 5 });
        self.edit(VoteForNote { note, voter: "Anna".to_owned(), dots: 4 });
        self.edit(SettleNote {
            note,
            kind: OutcomeKind::Action,
            owner: "Ben".to_owned(),
            due: Day::parse("2026-12-24"),
            of,
            lane: "To do".to_owned(),
            line: "Ben, before Christmas".to_owned(),
        });
        self.edit(DeleteNote { note: other });
    }

    fn people(&mut self) {
        let map = self.screen.map;
        let persona = PersonaId(self.edit(AddPersona { name: "Lena".to_owned() }));
        let tom = PersonaId(self.edit(AddPersona { name: "Tom".to_owned() }));
        self.edit(SetMapPersonas { map, personas: vec![persona] });
        self.edit(SetMapPersonas { map, personas: vec![tom, persona, tom] });
        let touchpoint = self.touchpoint("Felt", None);
        for change in
            [FeelingChange::Sentiment(Some(Sentiment::Positive)), FeelingChange::Quote(" Well. ".to_owned())]
        {
            self.edit(EditFeeling { touchpoint, persona, change });
        }
        for change in [
            PersonaChange::Name("Lena, loyal".to_owned()),
            PersonaChange::Goals("Be done".to_owned()),
            PersonaChange::Kind(Some(PersonaKind::Primary)),
            image::photo(),
            PersonaChange::Brands(vec![" Nordlys ".to_owned(), String::new()]),
            PersonaChange::Traits(vec![Trait {
                low: "calm".to_owned(),
                high: "hasty".to_owned(),
                value: 70,
            }]),
        ] {
            self.edit(EditPersona { persona, change });
        }
        let segment = SegmentId(
            self.edit(AddSegment { name: "Pro".to_owned(), rule: Rule::attribute_is("plan", "pro") }),
        );
        let rule = rule_of_text("plan is pro or did order").expect("a rule");
        self.edit(EditSegment { segment, name: Some("Pros".to_owned()), rule: Some(rule) });
        self.edit(SetPersonaSegment { persona, segment: Some(segment) });
        let customers = vec![CustomerId(1), CustomerId(2)];
        self.edit(PickForPersona { persona, customers: customers.clone(), picked: Some(true) });
        self.edit(PickForPersona { persona, customers: vec![CustomerId(2)], picked: Some(false) });
        self.edit(PickForPersona { persona, customers, picked: None });
        self.edit(DeleteSegment { segment });
        self.edit(DeletePersona { persona });
    }

    fn customers(&mut self) {
        let everybody = Listing::of(Who::Everybody);
        let people =
            self.screen.session.people(&everybody, &[], Page { start: 0, length: 9 }).expect("a list");
        let ids: Vec<CustomerId> = people.rows.iter().map(|row| row.customer).collect();
        self.edit(MergeCustomers { people: vec![ids[..2].to_vec()] });
        self.edit(MergeCustomers { people: vec![vec![ids[2], ids[1]]] });
        self.edit(SeparateCustomer { customer: ids[2], key: Some("a".to_owned()) });
    }

    fn maps(&mut self) {
        let map = MapId(self.edit(AddMap {
            title: "Second".to_owned(),
            template: "funnel".to_owned(),
            locale: Locale::Nl,
            examples: true,
        }));
        self.edit(RenameMap { map, title: "Other".to_owned() });
        self.edit(SetLifecycle { map, lifecycle: Lifecycle::Circular });
        self.edit(MoveToFolder { map, folder: " Shop ".to_owned() });
        self.edit(RenameFolder { folder: "Shop".to_owned(), name: "Shops".to_owned() });
        self.edit(DuplicateMap { map });
        self.edit(MakeTwin { map, title: "Other".to_owned() });
        self.edit(PartTwins { map });
        self.edit(DeleteFolder { folder: "Shops".to_owned() });
        self.edit(DeleteMap { map });
    }
}

#[test]
fn every_operation_tells_all_that_it_changes() {
    let mut screen = Screen::new();
    screen.import();
    let mut script = Script { screen, done: Vec::new() };
    script.stages();
    script.touchpoints();
    script.lanes();
    script.story();
    script.workshop();
    script.people();
    script.customers();
    script.maps();
    let known: BTreeSet<&str> = Edit::labels().collect();
    assert_eq!(script.done.iter().copied().collect::<BTreeSet<_>>(), known);

    let Script { mut screen, done } = script;
    let after = screen.overview.clone();
    for _ in &done {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert_eq!(screen.overview.history.undo, None);
    for label in &done {
        let changes = screen.session.redo().expect("redone");
        screen.apply(&changes);
        assert_eq!(&screen.overview.history.undo.as_ref().expect("a step").op, label);
    }
    assert_eq!(screen.overview, after);
}

#[test]
fn a_step_is_named_after_what_it_was_done_to() {
    let mut screen = Screen::new();
    let map = screen.map;
    let title = screen.overview.maps[0].title.clone();
    screen.edit(SetLifecycle { map, lifecycle: Lifecycle::Circular });
    assert_eq!(screen.overview.history.undo.as_ref().expect("a step").subject, title);
    let persona = PersonaId(screen.edit(AddPersona { name: "Lena".to_owned() }));
    screen.edit(DeletePersona { persona });
    assert_eq!(screen.overview.history.undo.as_ref().expect("a step").subject, "Lena");
}
