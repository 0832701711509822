//! Funnels, variants and paths, and the people behind each of their numbers.

use app::{
    Along, AtBranch, Branch, Exclusion, Funnel, Level, Listing, Locale, MapId, NamedSteps, Node, Page,
    PathsOf, Question, Repeats, Sequence, Session, StepClass, Theme, Toward, Unit, VariantsOf, WhichVariant,
    Who,
};
use tempfile::TempDir;

fn sample() -> (TempDir, Session, MapId) {
    let folder = TempDir::new().expect("a folder");
    let session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    let map = session.overview().expect("overview").maps[0].id;
    (folder, session, map)
}

/// Fails unless a number opens as many people; tells that it was looked at.
fn opens(session: &mut Session, who: &Who, count: u64) -> u64 {
    let page = Page { start: 0, length: 1 };
    let people = session.people(&Listing::of(who.clone()), &[], page).expect("people");
    assert_eq!(people.count, count, "{who:?}");
    1
}

fn stages(session: &Session, map: MapId) -> Vec<Node> {
    let titles = &session.map_summaries().expect("maps")[0].stages;
    titles.iter().map(|title| session.node_by_title(map, title, Level::Stage).expect("a stage")).collect()
}

fn questions(session: &Session) -> Vec<Question> {
    let plain = Question::new(Level::Stage);
    let segment = session.overview().expect("overview").segments[0].id;
    vec![
        plain.clone(),
        Question { window: None, who: Who::Segment(segment), ..plain.clone() },
        Question { unit: Unit::Visits, repeats: Repeats::Keep, from: Some(1_706_000_000_000), ..plain },
    ]
}

#[test]
fn every_number_of_a_funnel_opens_its_people() {
    let (_folder, mut session, map) = sample();
    let nodes = stages(&session, map);
    let mut optional = Funnel::of(nodes.clone());
    optional.steps[1].optional = true;
    optional.exclusions.push(Exclusion { node: nodes[nodes.len() - 1], after: 0 });
    let mut looked_at = 0;
    for question in questions(&session) {
        for funnel in [Funnel::of(nodes.clone()), optional.clone()] {
            let counts = session.funnel(map, &question, &funnel).expect("a funnel");
            assert!(counts.steps[0].reached > 50 && counts.steps[1].reached > 10, "{counts:?}");
            for (step, found) in (0..).zip(&counts.steps) {
                for class in StepClass::ALL {
                    let along = Along::Funnel { funnel: funnel.clone(), step, class };
                    let who = Sequence { map, question: question.clone(), along }.who();
                    looked_at += opens(&mut session, &who, found.count(class));
                }
            }
        }
    }
    assert!(looked_at > 50, "{looked_at}");
}

#[test]
fn every_number_of_variants_opens_its_people() {
    let (_folder, mut session, map) = sample();
    let of = VariantsOf { length: 4, top: 6 };
    for question in questions(&session) {
        let variants = session.variants(map, &question, of).expect("variants");
        assert_eq!(variants.top.len(), 6);
        let who = |which| {
            let along = Along::Variant { of, which };
            Sequence { map, question: question.clone(), along }.who()
        };
        opens(&mut session, &who(WhichVariant::Any), variants.customers);
        opens(&mut session, &who(WhichVariant::Others), variants.others);
        for variant in &variants.top {
            opens(&mut session, &who(WhichVariant::Is(variant.nodes.clone())), variant.count);
            opens(&mut session, &who(WhichVariant::WentOn(variant.nodes.clone())), variant.went_on);
        }
    }
}

#[test]
fn every_number_of_paths_opens_its_people() {
    let (_folder, mut session, map) = sample();
    let nodes = stages(&session, map);
    for question in questions(&session) {
        for toward in [Toward::Next, Toward::Before] {
            let of = PathsOf { node: nodes[1], toward, depth: 3, most: 2 };
            let tree = session.paths(map, &question, of).expect("paths");
            assert!(tree.count > 10 && !tree.branches.is_empty(), "{tree:?}");
            let sequence = |along| Sequence { map, question: question.clone(), along };
            let looked_at = open_branch(&mut session, &sequence, of, &tree, &mut Vec::new());
            assert!(looked_at > 10, "{looked_at}");
        }
    }
}

fn open_branch(
    session: &mut Session,
    sequence: &dyn Fn(Along) -> Sequence,
    of: PathsOf,
    branch: &Branch,
    way: &mut Vec<Node>,
) -> u64 {
    let counts =
        [(AtBranch::Came, branch.count), (AtBranch::Others, branch.others), (AtBranch::Ended, branch.ended)];
    let mut looked_at = 0;
    for (class, count) in counts {
        let who = sequence(Along::Path { of, way: way.clone(), class }).who();
        looked_at += opens(session, &who, count);
    }
    for each in &branch.branches {
        way.push(each.node);
        looked_at += open_branch(session, sequence, of, each, way);
        way.pop();
    }
    looked_at
}

#[test]
fn those_who_are_lost_at_a_step_can_be_asked_about_and_kept() {
    let (_folder, mut session, map) = sample();
    let question = Question::new(Level::Stage);
    let funnel = Funnel::of(stages(&session, map));
    let counts = session.funnel(map, &question, &funnel).expect("a funnel");
    let step = counts.steps.iter().position(|step| step.lost > 0).expect("somebody is lost");
    let along = Along::Funnel { funnel: funnel.clone(), step: step as u32, class: StepClass::Lost };
    let lost = Sequence { map, question: question.clone(), along }.who();
    let asked = Question { who: lost.clone(), ..question };
    let again = session.funnel(map, &asked, &funnel).expect("a funnel");
    assert_eq!(again.steps[step].lost, counts.steps[step].lost);
    assert_eq!(again.steps[0].reached, counts.steps[step].lost);
    session.keep_list("Lost here", &Listing::of(lost.clone())).expect("a segment");
    let kept =
        session.overview().expect("overview").segments.into_iter().find(|each| each.name == "Lost here");
    let kept = session.who_report(&Who::Segment(kept.expect("it was kept").id)).expect("a list");
    assert_eq!(kept, session.who_report(&lost).expect("a list"));
}

#[test]
fn a_variant_is_lit_on_the_map() {
    let (_folder, mut session, map) = sample();
    let question = Question::new(Level::Touchpoint);
    let of = VariantsOf { length: 4, top: 3 };
    let variants = session.variants(map, &question, of).expect("variants");
    for variant in variants.top {
        let touchpoints: Vec<_> = variant
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::Touchpoint(id) => Some(*id),
                Node::Stage(_) => None,
            })
            .collect();
        assert_eq!(touchpoints.len(), variant.nodes.len());
        let way = session.way_along(&touchpoints, map, Theme::Light, Locale::En).expect("a way");
        assert_eq!(way.visits as usize, touchpoints.len());
    }
}

#[test]
fn steps_are_found_by_their_titles() {
    let (_folder, session, map) = sample();
    let titles = session.map_summaries().expect("maps")[0].stages.clone();
    let text = format!("{} > [{}] > !{} > {}", titles[0], titles[1], titles[3], titles[2]);
    let named = NamedSteps::parse(&text).expect("steps");
    let question = Question::new(Level::Stage);
    let funnel = session.funnel_of(map, &question, &named).expect("a funnel");
    let nodes = stages(&session, map);
    assert_eq!(funnel.steps.iter().map(|step| step.node).collect::<Vec<_>>(), nodes[..3]);
    assert_eq!(funnel.exclusions, [Exclusion { node: nodes[3], after: 1 }]);
    let missing = NamedSteps::parse("Nowhere > Somewhere").expect("steps");
    assert!(session.funnel_of(map, &question, &missing).is_err());
}
