//! Whatever is done: undone to the start it is as it was, redone to the end it is as it became.

use model::{
    Actor, AnyChannel, Avatar, CardId, CellsBy, ChannelIcon, ChannelKind, ContentStatus, Day, Drama,
    EvidenceKind, KnownBy, Lane, LaneCard, LaneId, LaneKind, LaneView, Lifecycle, Link, Map, MapId, Node,
    Note, NoteId, OnMap, Outcome, OutcomeKind, OwnChannel, PersonaDetails, PersonaFeeling, Place,
    PlannedContent, Reference, Rule, Sentiment, Spot, Stage, StageDetails, StageId, StageTint, Touchpoint,
    TouchpointId, Transition, TransitionDetails, TransitionKind,
};
use proptest::prelude::*;
use store::{CardFace, Moment, NewPersona, StepLabel, StoreError, Tx, Workspace};

use crate::fixture::{Desk, EDITED, NOW, parts, small_map, told};

/// One random operation: which, on what, with what.
#[derive(Debug, Clone, Copy)]
struct Deed {
    kind: u8,
    first: usize,
    second: usize,
    word: u8,
}

/// One random step: some operations, perhaps in a burst, and afterwards perhaps some steps back and forth.
#[derive(Debug, Clone)]
struct Plan {
    deeds: Vec<Deed>,
    burst: Option<u8>,
    back: usize,
    forth: usize,
}

fn deeds() -> impl Strategy<Value = Deed> {
    (0..40_u8, 0..12_usize, 0..12_usize, 0..6_u8).prop_map(|(kind, first, second, word)| Deed {
        kind,
        first,
        second,
        word,
    })
}

fn plans() -> impl Strategy<Value = Plan> {
    let burst = prop_oneof![3 => Just(None), 1 => (0..2_u8).prop_map(Some)];
    let back = prop_oneof![4 => Just(0), 1 => 0..4_usize];
    (prop::collection::vec(deeds(), 1..5), burst, back, 0..3_usize)
        .prop_map(|(deeds, burst, back, forth)| Plan { deeds, burst, back, forth })
}

/// What there is to operate on.
#[derive(Default)]
struct World {
    maps: Vec<Map>,
    stages: Vec<(MapId, Stage)>,
    touchpoints: Vec<Touchpoint>,
    transitions: Vec<Transition>,
    lanes: Vec<Lane>,
    cards: Vec<LaneCard>,
    notes: Vec<Note>,
}

impl World {
    fn of(workspace: &Workspace) -> Self {
        let mut world = Self { maps: workspace.maps().unwrap(), ..Self::default() };
        for map in &world.maps {
            let journey = workspace.journey(map.id).unwrap();
            world.stages.extend(journey.stages().iter().map(|stage| (map.id, stage.clone())));
            world.touchpoints.extend(journey.touchpoints().cloned());
            world.transitions.extend(journey.transitions().into_iter().cloned());
            world.lanes.extend_from_slice(journey.lanes());
            world.cards.extend_from_slice(journey.cards());
            world.notes.extend_from_slice(&journey.workshop().notes);
        }
        world
    }

    fn map(&self, at: usize) -> MapId {
        pick(&self.maps, at).map_or(MapId(0), |map| map.id)
    }

    fn stage(&self, at: usize) -> StageId {
        pick(&self.stages, at).map_or(StageId(0), |(_, stage)| stage.id)
    }

    fn lane(&self, at: usize) -> LaneId {
        pick(&self.lanes, at).map_or(LaneId(0), |lane| lane.id)
    }

    fn touchpoint(&self, at: usize) -> TouchpointId {
        pick(&self.touchpoints, at).map_or(TouchpointId(0), |touchpoint| touchpoint.id)
    }
}

fn pick<T>(all: &[T], at: usize) -> Option<&T> {
    all.get(at % all.len().max(1))
}

fn perform(tx: &mut Tx<'_>, world: &World, deed: Deed) -> Result<(), StoreError> {
    let Deed { kind, first, second, word } = deed;
    let title = ["Ad", "Page", "Buy", "x\0y", "\"; DROP TABLE map", "مرحبا"][usize::from(word)];
    let goal = [None, Some(true), Some(false)][usize::from(word) % 3];
    let place = Place { x: first as f64 * 0.1, y: second as f64 };
    match kind {
        0 => tx.add_map(title, Lifecycle::ALL[second % 3], None).map(drop),
        1 => tx.rename_map(world.map(first), title),
        2 => tx.set_lifecycle(world.map(first), Lifecycle::ALL[second % 3]),
        3 if word == 0 => tx.delete_map(world.map(first)),
        3 | 4 => tx.add_stage(world.map(first), second, title).map(drop),
        5 => tx.rename_stage(world.stage(first), title),
        6 | 7 => tx.move_stage(world.stage(first), second),
        8 => tx.set_stage_goal(world.stage(first), goal),
        9 => tx.delete_stage(world.stage(first)),
        10 | 11 => tx.add_touchpoint(world.stage(first), title, place).map(drop),
        12 => tx.rename_touchpoint(world.touchpoint(first), title),
        13 => tx.place_touchpoint(world.touchpoint(first), world.stage(second), place),
        14 => {
            let kind = pick(ChannelKind::ALL, second).copied().map(AnyChannel::Kind);
            tx.set_channel(world.touchpoint(first), kind.as_ref())
        }
        15 => tx.set_sentiment(world.touchpoint(first), pick(&Sentiment::ALL, second).copied()),
        16 => tx.set_touchpoint_goal(world.touchpoint(first), goal),
        17 => tx.set_events(world.touchpoint(first), &[title.to_owned(), format!("{second}")]),
        18 => tx.delete_touchpoint(world.touchpoint(first)),
        19 | 20 => tx.add_transition(world.touchpoint(first), world.touchpoint(second)).map(drop),
        21 => match pick(&world.transitions, first) {
            Some(transition) => tx.delete_transition(transition.id),
            None => Ok(()),
        },
        22..25 => perform_on_people(tx, world, deed, title),
        29..31 => perform_on_details(tx, world, deed, title),
        31 => {
            let tint = pick(StageTint::ALL, second).copied();
            let details = StageDetails { aim: title.to_owned(), entry: title.to_owned(), tint, width: None };
            tx.set_stage_details(world.stage(first), &details)
        }
        32..34 => perform_on_transitions(tx, world, deed, title),
        38.. => perform_on_notes(tx, world, deed, title),
        34.. => perform_on_maps(tx, world, deed, title),
        _ => perform_on_lanes(tx, world, deed, title),
    }
}

fn perform_on_transitions(tx: &mut Tx<'_>, world: &World, deed: Deed, title: &str) -> Result<(), StoreError> {
    let Some(transition) = pick(&world.transitions, deed.first) else { return Ok(()) };
    if deed.kind == 32 {
        return tx.reconnect(transition.id, transition.from, world.touchpoint(deed.second));
    }
    let kind = pick(TransitionKind::ALL, deed.second).copied();
    tx.set_transition_details(transition.id, &TransitionDetails { label: title.to_owned(), kind })
}

fn perform_on_details(tx: &mut Tx<'_>, world: &World, deed: Deed, title: &str) -> Result<(), StoreError> {
    let id = world.touchpoint(deed.first);
    let mut details = tx.details(id)?;
    let (title, many) = (title.to_owned(), deed.second % 3);
    match deed.second {
        0 => details.description = title,
        1 => details.owner = title,
        2 => details.actor = Actor::ALL[usize::from(deed.word) % 3],
        3 => details.drama = Drama::of(i64::from(deed.word)),
        4 => details.moment_of_truth = !details.moment_of_truth,
        5 => details.quote = title,
        6 => details.pains = vec![title; many + 1],
        7 => details.opportunities.push(title),
        8 => details.links.push(Link { title: title.clone(), address: title }),
        9 => {
            let status = ContentStatus::ALL[many];
            details.content = vec![PlannedContent { what: title.clone(), format: title, status }];
        }
        10 => details.tags.push(title),
        _ if deed.word == 0 => {
            let icon = ChannelIcon::ALL[deed.first];
            tx.set_channel(id, Some(&AnyChannel::Own(OwnChannel { name: title, icon })))?;
        }
        _ => {
            let kind = EvidenceKind::ALL[many];
            details.evidence = Some(KnownBy { kind, day: Day::parse("2024-02-29") });
        }
    }
    tx.set_details(id, &details)
}

fn perform_on_notes(tx: &mut Tx<'_>, world: &World, deed: Deed, title: &str) -> Result<(), StoreError> {
    let Deed { first, second, word, .. } = deed;
    let id = pick(&world.notes, first).map_or(NoteId(0), |note| note.id);
    let on = match second % 3 {
        0 => None,
        1 => Some(Node::Stage(world.stage(first))),
        _ => Some(Node::Touchpoint(world.touchpoint(first))),
    };
    let outcome = Outcome { kind: OutcomeKind::ALL[second % 3], owner: title.to_owned(), due: None };
    let note = Note {
        id,
        on,
        place: Place { x: first as f64 * 0.1, y: -(second as f64) },
        parked: word % 2 == 0,
        text: title.to_owned(),
        author: title.to_owned(),
        tint: StageTint::ALL[second % 3],
        cluster: title.to_owned(),
        covered: first % 2 == 0,
        votes: Vec::new(),
        outcome: Some(outcome).filter(|_| word > 2),
    };
    match word {
        0 => tx.delete_note(id),
        1 => tx.set_dots(world.map(first), second as u32),
        2 => tx.vote(id, title, second as u32 % 4),
        3 => tx.set_note(id, &note),
        _ => tx.add_note(world.map(first), &note).map(drop),
    }
}

fn perform_on_lanes(tx: &mut Tx<'_>, world: &World, deed: Deed, title: &str) -> Result<(), StoreError> {
    let Deed { kind, first, second, word } = deed;
    let lane = world.lane(first);
    let of = if first % 2 == 0 {
        Node::Stage(world.stage(second))
    } else {
        Node::Touchpoint(world.touchpoint(second))
    };
    let face = CardFace { text: title, tint: None, image: None };
    let card = pick(&world.cards, second).map_or(CardId(0), |card| card.id);
    let about = LaneKind::ALL[second % LaneKind::ALL.len()];
    match (kind, word) {
        (25, _) => tx.add_lane(world.map(first), second, about, title).map(drop),
        (26, 0) => tx.delete_lane(lane),
        (26, 1) => tx.rename_lane(lane, title),
        (26, _) => tx.move_lane(lane, second),
        (27, 0) => tx.set_lane_view(lane, LaneView::ALL[second % 3]),
        (27, 1) => tx.set_cells_by(lane, CellsBy::ALL[second % 2]),
        (27, 2) => tx.set_lane_height(lane, second as u32),
        (27, _) => tx.move_card(card, lane, of, first % 3),
        (_, 0) => tx.write_cell(lane, of, ""),
        (_, 1) => tx.add_card(lane, of, first % 3, face).map(drop),
        (_, 2) => tx.delete_card(card),
        _ => tx.write_cell(lane, of, title),
    }
}

fn perform_on_maps(tx: &mut Tx<'_>, world: &World, deed: Deed, title: &str) -> Result<(), StoreError> {
    let (first, second) = (world.map(deed.first), world.map(deed.second));
    match deed.kind {
        34 => tx.duplicate_map(first, &format!("{title} {}", deed.second)).map(drop),
        35 if first != second => tx.join_twins(first, second),
        36 => tx.set_map_folder(first, title),
        37 => tx.rename_folder(title, if deed.word == 0 { "" } else { "Other" }),
        _ => tx.part_twins(first),
    }
}

fn perform_on_people(tx: &mut Tx<'_>, world: &World, deed: Deed, title: &str) -> Result<(), StoreError> {
    let id = deed.first as i64 % 3 + 1;
    match (deed.kind, deed.second % 3) {
        (22, 0) => tx.add_segment(title, &rule(world, deed, title)).map(drop),
        (22, 1) if deed.word == 0 => tx.rename_segment(model::SegmentId(id), title),
        (22, 1) => tx.set_segment_rule(model::SegmentId(id), &rule(world, deed, title)),
        (22, _) => tx.delete_segment(model::SegmentId(id)),
        (23, 0) => {
            let other = model::PersonaId(i64::from(deed.word) % 3 + 1);
            tx.tell_personas(world.map(deed.first), &[model::PersonaId(id), other])?;
            let sentiment = pick(&Sentiment::ALL, deed.second).copied();
            let feeling = PersonaFeeling { persona: other, sentiment, quote: title.to_owned() };
            tx.set_feeling(world.touchpoint(deed.second), &feeling)
        }
        (23, 1) => tx.delete_persona(model::PersonaId(id)),
        (23, _) => tx.rename_workspace(title),
        _ => {
            let segment = deed.second.is_multiple_of(2).then_some(model::SegmentId(id));
            let id = tx.add_persona(&NewPersona { name: title, segment, ..NewPersona::default() })?;
            let details = PersonaDetails {
                avatar: Avatar::nth(deed.second),
                quote: title.to_owned(),
                brands: vec![title.to_owned()],
                ..PersonaDetails::default()
            };
            tx.set_persona_details(id, &details)
        }
    }
}

/// A rule about an attribute, or one that refers to something.
fn rule(world: &World, deed: Deed, title: &str) -> Rule {
    let (map, other) = (Reference::Id(world.map(deed.first).0), deed.second as i64 % 3 + 1);
    match deed.word {
        0 => Rule::attribute_is("plan", title),
        1 => Rule::Segment(Reference::Id(other)),
        2 => Rule::None(vec![Rule::Persona(Reference::Id(other))]),
        3 => {
            let node = Spot::Stage(Reference::Id(world.stage(deed.second).0));
            Rule::StandsAt(OnMap { map, node })
        }
        _ => {
            let node = Spot::Touchpoint(Reference::Id(world.touchpoint(deed.second).0));
            Rule::StandsAt(OnMap { map, node })
        }
    }
}

/// Runs a step, then goes back and forth as planned.
fn run(workspace: &mut Workspace, plan: &Plan) {
    let world = World::of(workspace);
    let before = told(workspace);
    let burst = plan.burst.map(|burst| format!("burst {burst}"));
    let label = StepLabel { op: "deeds", subject: "world", burst: burst.as_deref() };
    let outcome = workspace
        .transact(&label, NOW, |tx| plan.deeds.iter().try_for_each(|&deed| perform(tx, &world, deed)));
    match outcome {
        Ok(((), changed)) => assert_eq!(changed, told(workspace) != before),
        Err(error) => {
            assert!(!matches!(error, StoreError::Sql(_) | StoreError::Damaged { .. }), "{error}");
            assert_eq!(told(workspace), before, "a refused step changed something");
        }
    }
    for _ in 0..plan.back {
        workspace.undo().unwrap();
    }
    for _ in 0..plan.forth {
        workspace.redo().unwrap();
    }
}

/// Every state from the present one back to the first.
fn walk_back(workspace: &mut Workspace) -> Vec<String> {
    let mut states = vec![told(workspace)];
    while workspace.undo().unwrap().is_some() {
        states.push(told(workspace));
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn undo_to_the_start_and_redo_to_the_end(plans in prop::collection::vec(plans(), 1..20)) {
        let desk = Desk::new();
        drop(desk.create());
        let start = desk.rows(&EDITED);
        let mut workspace = desk.open();
        small_map(&mut workspace, "First");
        for plan in &plans {
            run(&mut workspace, plan);
        }
        while workspace.redo().unwrap().is_some() {}
        prop_assert_eq!(workspace.check().unwrap(), []);
        drop(workspace);
        let end = desk.rows(&EDITED);

        let mut workspace = desk.open();
        let mut states = walk_back(&mut workspace);
        drop(workspace);
        prop_assert_eq!(desk.rows(&EDITED), start);

        let mut workspace = desk.open();
        prop_assert_eq!(states.pop(), Some(told(&workspace)));
        while workspace.redo().unwrap().is_some() {
            prop_assert_eq!(states.pop(), Some(told(&workspace)));
        }
        prop_assert_eq!(states.len(), 0);
        prop_assert_eq!(workspace.check().unwrap(), []);
        drop(workspace);
        prop_assert_eq!(desk.rows(&EDITED), end);
    }
    #[test]
    fn any_step_is_gone_to_and_looked_at_and_put_back_the_same(
        plans in prop::collection::vec(plans(), 1..12),
        ways in prop::collection::vec(0..40_usize, 1..6),
    ) {
        let desk = Desk::new();
        let mut workspace = desk.create();
        small_map(&mut workspace, "First");
        for plan in &plans {
            run(&mut workspace, plan);
        }
        while workspace.redo().unwrap().is_some() {}
        let steps = workspace.steps().unwrap();
        let mut states = walk_back(&mut workspace);
        states.reverse();
        let moment = |at: usize| at.checked_sub(1).map_or(Moment::Beginning, |at| Moment::Step(steps[at].number));
        for way in ways {
            let (from, to) = (told(&workspace), way % states.len());
            let past = workspace.past(moment(to)).unwrap();
            prop_assert_eq!(&told(&workspace), &from, "looking changes nothing");
            workspace.go_to(moment(to)).unwrap();
            prop_assert_eq!(&told(&workspace), &states[to]);
            for map in workspace.maps().unwrap() {
                prop_assert_eq!(
                    parts(&past.journey(map.id).unwrap()),
                    parts(&workspace.journey(map.id).unwrap())
                );
            }
        }
        // Each map, as it was half of the way back, in the place of what it is.
        workspace.go_to(moment(states.len() - 1)).unwrap();
        let past = workspace.past(moment(states.len() / 2)).unwrap();
        let before = told(&workspace);
        for map in workspace.maps().unwrap() {
            if past.replaced().maps.contains(&map.id) {
                continue;
            }
            let label = StepLabel::new("restore_map", "it");
            let restored = workspace.transact(&label, NOW, |tx| tx.restore_map(map.id, &past)).unwrap().1;
            prop_assert_eq!(workspace.check().unwrap(), []);
            if restored {
                workspace.undo().unwrap();
            }
            prop_assert_eq!(&told(&workspace), &before);
        }
    }
}
