//! Journeys: what is refused, and what the graph answers.

use model::{
    Details, Direction, Finding, Journey, Kind, Level, Lifecycle, Map, MapId, Node, Place, Problem, Stage,
    StageDetails, StageId, Touchpoint, TouchpointId, Transition, TransitionDetails, TransitionId,
};
use proptest::prelude::*;

/// Stages of these titles, and touchpoints as (title, stage from 0, events); ids count from 1.
struct Parts {
    lifecycle: Lifecycle,
    stages: Vec<Stage>,
    touchpoints: Vec<Touchpoint>,
    transitions: Vec<Transition>,
}

fn parts(stages: &[&str], touchpoints: &[(&str, usize, &[&str])], transitions: &[(i64, i64)]) -> Parts {
    let stage = |(index, title): (usize, &&str)| Stage {
        id: StageId(index as i64 + 1),
        title: (*title).to_owned(),
        goal: None,
        locked: false,
        details: StageDetails::default(),
    };
    let touchpoint = |(index, (title, stage, events)): (usize, &(&str, usize, &[&str]))| Touchpoint {
        id: TouchpointId(index as i64 + 1),
        stage: StageId(*stage as i64 + 1),
        title: (*title).to_owned(),
        place: Place { x: 0.0, y: index as f64 },
        channel: None,
        sentiment: None,
        goal: None,
        events: events.iter().map(|&event| event.to_owned()).collect(),
        sub_journey: None,
        feelings: Vec::new(),
        locked: false,
        details: Details::default(),
    };
    let transition = |(index, &(from, to)): (usize, &(i64, i64))| Transition {
        id: TransitionId(index as i64 + 1),
        from: TouchpointId(from),
        to: TouchpointId(to),
        details: TransitionDetails::default(),
    };
    Parts {
        lifecycle: Lifecycle::NonLinear,
        stages: stages.iter().enumerate().map(stage).collect(),
        touchpoints: touchpoints.iter().enumerate().map(touchpoint).collect(),
        transitions: transitions.iter().enumerate().map(transition).collect(),
    }
}

impl Parts {
    fn build(self) -> Result<Journey, Vec<Problem>> {
        let map = Map::new(MapId(1), "Shop", self.lifecycle);
        Journey::build(map, self.stages, self.touchpoints, self.transitions)
    }
}

/// ad -> page -> order -> again, order back to page, ad over to order, and a lonely one.
fn shop() -> Journey {
    parts(
        &["Aware", "Consider", "Buy"],
        &[("Ad", 0, &["ad"]), ("Page", 1, &["page", "demo"]), ("Order", 2, &["order"]), ("Lonely", 1, &[])],
        &[(1, 2), (2, 3), (3, 2), (1, 3)],
    )
    .build()
    .expect("sound")
}

fn ids(ids: &[i64]) -> Vec<TouchpointId> {
    ids.iter().copied().map(TouchpointId).collect()
}

#[test]
fn parts_that_do_not_fit_are_named() {
    let mut wrong = parts(&["A"], &[("One", 0, &["x"]), ("Two", 4, &["x"])], &[(1, 9), (1, 2), (1, 2)]);
    wrong.touchpoints[0].place.x = f64::NAN;
    let said: Vec<_> = wrong.build().unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "the touchpoint “One” has no finite place",
            "the touchpoint “Two” is in a stage that the map does not have (5)",
            "the event “x” is listed by “One” and by “Two”",
            "transition 1 leads from or to a touchpoint that the map does not have",
            "“One” and “Two” are joined twice",
        ]
    );
}

#[test]
fn ids_are_used_once() {
    let mut wrong = parts(&["A", "B"], &[("One", 0, &[]), ("Two", 0, &[])], &[]);
    wrong.stages[1].id = StageId(1);
    wrong.touchpoints[1].id = TouchpointId(1);
    let problems = wrong.build().unwrap_err();
    assert_eq!(problems, [Problem::StageTwice(StageId(1)), Problem::TouchpointTwice(TouchpointId(1))]);
}

#[test]
fn the_graph_answers() {
    let shop = shop();
    assert_eq!(shop.starts(), ids(&[1]));
    assert_eq!(shop.reachable_from_start().into_iter().collect::<Vec<_>>(), ids(&[1, 2, 3]));
    assert_eq!(shop.dead_ends(), ids(&[4]), "an order is a goal, not a dead end");
    assert_eq!(shop.cycles(), [ids(&[2, 3])]);
    assert_eq!(shop.paths(TouchpointId(1), TouchpointId(3), 9), [ids(&[1, 3]), ids(&[1, 2, 3])]);
    assert_eq!(shop.paths(TouchpointId(1), TouchpointId(3), 1).len(), 1);
    assert_eq!(shop.paths(TouchpointId(1), TouchpointId(4), 9), Vec::<Vec<TouchpointId>>::new());
    assert_eq!(shop.next(TouchpointId(1)), ids(&[2, 3]));
    assert_eq!(shop.previous(TouchpointId(2)), ids(&[1, 3]));
    assert_eq!(shop.touchpoint_of_event("demo").map(|each| each.id), Some(TouchpointId(2)));
    assert_eq!(shop.touchpoint_of_event("none"), None);
}

#[test]
fn directions_follow_the_order_of_the_stages() {
    let shop = shop();
    let direction = |from, to| shop.direction(TouchpointId(from), TouchpointId(to));
    assert_eq!(direction(1, 2), Some(Direction::Forward));
    assert_eq!(direction(1, 3), Some(Direction::Skip));
    assert_eq!(direction(3, 2), Some(Direction::Back));
    assert_eq!(direction(2, 4), Some(Direction::Within));
    assert_eq!(direction(2, 7), None);
}

#[test]
fn stage_edges_come_from_order_transitions_and_shape() {
    let edge = |from, to| (Node::Stage(StageId(from)), Node::Stage(StageId(to)));
    assert_eq!(shop().edges(Level::Stage), [edge(1, 2), edge(1, 3), edge(2, 3), edge(3, 2)]);
    let mut circle = parts(&["A", "B", "C"], &[], &[]);
    circle.lifecycle = Lifecycle::Circular;
    let circle = circle.build().expect("sound");
    assert_eq!(circle.edges(Level::Stage), [edge(1, 2), edge(2, 3), edge(3, 1)]);
    assert_eq!(circle.kind(Node::Stage(StageId(2)), Node::Stage(StageId(1))), Kind::Ghost);
}

#[test]
fn the_goal_is_the_last_stage_unless_chosen() {
    let order = Node::Touchpoint(TouchpointId(3));
    assert!(shop().is_goal(Node::Stage(StageId(3))) && shop().is_goal(order));
    assert!(!shop().is_goal(Node::Stage(StageId(1))));
    let mut chosen = parts(&["A", "B"], &[("One", 0, &[]), ("Two", 1, &[]), ("Three", 1, &[])], &[]);
    chosen.stages[0].goal = Some(true);
    chosen.stages[1].goal = Some(false);
    chosen.touchpoints[2].goal = Some(true);
    let chosen = chosen.build().expect("sound");
    let goals: Vec<_> = [1, 2, 3].map(|id| chosen.is_goal(Node::Touchpoint(TouchpointId(id)))).to_vec();
    assert_eq!(goals, [true, false, true]);
}

#[test]
fn findings_name_what_may_want_mending() {
    let mut map = parts(
        &["A", "B", "C"],
        &[("One", 0, &["one"]), ("Two", 1, &[]), ("Apart", 1, &["apart"])],
        &[(1, 2), (2, 1)],
    );
    map.lifecycle = Lifecycle::Linear;
    assert_eq!(
        map.build().expect("sound").findings(),
        [
            Finding::EmptyStage(StageId(3)),
            Finding::NoEvents(TouchpointId(2)),
            Finding::Unreachable(TouchpointId(3)),
            Finding::DeadEnd(TouchpointId(3)),
            Finding::BackInLinear(TransitionId(2)),
        ]
    );
}

proptest! {
    #[test]
    fn questions_agree_on_any_graph(edges in prop::collection::btree_set((1..8_i64, 1..8_i64), 0..24)) {
        let touchpoints: Vec<(&str, usize, &[&str])> =
            (0..7).map(|index| ("T", usize::from(index > 1), [].as_slice())).collect();
        let edges: Vec<_> = edges.into_iter().collect();
        let journey = parts(&["A", "B"], &touchpoints, &edges).build().expect("sound");
        let reached = journey.reachable_from_start();
        for touchpoint in journey.touchpoints() {
            let by_path = journey
                .starts()
                .iter()
                .any(|&start| start == touchpoint.id || !journey.paths(start, touchpoint.id, 1).is_empty());
            prop_assert_eq!(reached.contains(&touchpoint.id), by_path);
            let onwards_and_back = journey
                .next(touchpoint.id)
                .into_iter()
                .any(|next| next == touchpoint.id || !journey.paths(next, touchpoint.id, 1).is_empty());
            let in_circle = journey.cycles().iter().any(|cycle| cycle.contains(&touchpoint.id));
            prop_assert_eq!(in_circle, onwards_and_back);
        }
        for path in journey.paths(TouchpointId(1), TouchpointId(5), 50) {
            prop_assert!(path.windows(2).all(|step| journey.connects(step[0], step[1])));
        }
    }
}
