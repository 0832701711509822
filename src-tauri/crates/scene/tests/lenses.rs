//! What each lens shows of a map, and which paths are hidden.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod random_map;

use std::collections::BTreeSet;

use fixtures::Story;
use model::{Flow, Level, Node, Rate, Sentiment};
use scene::{
    Evidence, Lens, Locale, PathCount, Picture, Primitive, Reading, Scene, SceneItem, Subject, Theme, lay_out,
};

/// How a path is drawn that is on the map and carries too little.
const FAINT: (&str, f64) = ("#9aa4b2", 0.9);

fn scene(story: &Story, level: Level, lens: Lens, least: u8) -> Scene {
    picture(story, level, lens, least, Locale::En)
}

fn picture(story: &Story, level: Level, lens: Lens, least: u8, locale: Locale) -> Scene {
    let reading = Reading { lens, least, notes: false };
    lay_out(&Picture { reading, locale, ..fixtures::picture(story, level) })
}

fn item<'a>(scene: &'a Scene, id: &str) -> &'a SceneItem {
    scene.items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn texts(item: &SceneItem) -> Vec<&str> {
    item.primitives
        .iter()
        .filter_map(|primitive| match primitive {
            Primitive::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// The labels on curves.
fn labels(scene: &Scene) -> Vec<&str> {
    scene.items.iter().filter(|item| item.part_of.is_some()).flat_map(texts).collect()
}

/// The colour of the line of an edge, and how wide it is.
fn stroke(item: &SceneItem) -> (&str, f64) {
    let strokes = item.primitives.iter().filter_map(|primitive| match primitive {
        Primitive::Path { stroke: Some(stroke), fill: None, .. } => {
            Some((stroke.colour.as_str(), stroke.width))
        }
        _ => None,
    });
    // What sets it off from others is painted before it, in the colour of the ground.
    strokes.rev().find(|(colour, _)| *colour != "#ffffff").unwrap()
}

fn plate(item: &SceneItem) -> &str {
    let Primitive::Rect { fill: Some(fill), .. } = &item.primitives[0] else { panic!("{}", item.id) };
    fill
}

#[test]
fn each_lens_tells_one_thing() {
    let story = fixtures::shop();
    let through = |lens| scene(&story, Level::Touchpoint, lens, 0);
    let marker = |scene: &Scene| texts(item(scene, "touchpoint-8")).iter().any(|text| text.contains('%'));

    let conversion = through(Lens::Conversion);
    assert!(labels(&conversion).iter().all(|label| label.contains('%')));
    assert!(marker(&conversion));
    let time = through(Lens::Time);
    assert!(labels(&time).iter().all(|label| label.contains(" h · ")), "{:?}", labels(&time));
    assert!(!marker(&time));
    for lens in [Lens::DropOff, Lens::Emotion, Lens::Plain] {
        assert_eq!(labels(&through(lens)), Vec::<&str>::new(), "{lens:?}");
        assert_eq!(marker(&through(lens)), lens == Lens::DropOff);
    }
    let plain = through(Lens::Plain);
    let figures = plain.items.iter().flat_map(|item| &item.zones.figures).count();
    assert_eq!((figures, plain.paths), (0, None));
    assert!(plain.items.iter().all(|item| !matches!(item.subject, Subject::Ghost { .. })));
}

#[test]
fn cards_are_tinted_by_what_is_lost_and_by_feelings_and_by_nothing_else() {
    let story = fixtures::shop();
    let surface = Theme::Light.palette().surface.as_str();
    let plates = |lens: Lens| -> BTreeSet<String> {
        let scene = scene(&story, Level::Touchpoint, lens, 0);
        (1..=12).map(|id| plate(item(&scene, &format!("touchpoint-{id}"))).to_owned()).collect()
    };
    for lens in [Lens::Conversion, Lens::Time, Lens::Plain] {
        assert_eq!(plates(lens), BTreeSet::from([surface.to_owned()]), "{lens:?}");
    }
    let lost = scene(&story, Level::Touchpoint, Lens::DropOff, 0);
    let most = Theme::Light.palette().loss_tint(1.0).ground;
    // Of the product page 425 are lost, more than anywhere; nobody is lost at a goal.
    assert_eq!(plate(item(&lost, "touchpoint-4")), most);
    assert_eq!(plate(item(&lost, "touchpoint-12")), surface);
    let felt = scene(&story, Level::Touchpoint, Lens::Emotion, 0);
    let of = |sentiment| Theme::Light.palette().feeling(sentiment).ground;
    assert_eq!(plate(item(&felt, "touchpoint-8")), of(Sentiment::VeryNegative));
    assert_eq!(plate(item(&felt, "touchpoint-9")), of(Sentiment::Positive));
    assert_eq!(plate(item(&felt, "touchpoint-7")), surface);
}

#[test]
fn the_stages_follow_the_lens() {
    let story = fixtures::shop();
    for level in [Level::Stage, Level::Touchpoint] {
        let through = |lens| scene(&story, level, lens, 0);
        let lost = |scene: &Scene| texts(item(scene, "stage-1")).iter().any(|text| text.contains(" · "));
        let edge = |scene: &Scene| {
            let label = scene.items.iter().find(|item| item.id == "stage-edge-1-2-label");
            label.map(|label| texts(label).concat())
        };
        assert_eq!(edge(&through(Lens::Conversion)).as_deref(), Some("69\u{a0}% · 1,390"));
        assert_eq!(edge(&through(Lens::Time)).as_deref(), Some("26 h · 1,390"));
        assert_eq!(edge(&through(Lens::DropOff)), None);
        let told = Lens::ALL.map(|lens| lost(&through(lens)));
        assert_eq!(told, [true, true, false, false, false, false, false]);
    }
}

#[test]
fn the_legend_says_which_lens_it_is_with_the_numbers_of_the_map() {
    let story = fixtures::shop();
    let legend =
        |lens, locale| item(&picture(&story, Level::Touchpoint, lens, 0, locale), "legend").label.clone();
    let titles = Lens::ALL.map(|lens| legend(lens, Locale::En).split('.').nth(1).unwrap().trim().to_owned());
    assert_eq!(
        titles,
        [
            "Conversion: how many go on",
            "Drop-off: how many are lost",
            "Time: how long it takes to go on",
            "Emotion: how customers feel",
            "Comparison: by how much conversion differs",
            "Value at stake: what is lost with those who are lost",
            "The map as it is drawn",
        ]
    );
    assert!(legend(Lens::DropOff, Locale::Nl).contains("Uitval: hoeveel er afhaken. "));
    // Most are lost at the product page; the marker that explains markers is its own.
    let conversion = scene(&story, Level::Touchpoint, Lens::Conversion, 0);
    let (legend, card) = (item(&conversion, "legend"), item(&conversion, "touchpoint-4"));
    let marker = texts(card).into_iter().find(|text| text.contains('%')).unwrap();
    assert!(texts(legend).contains(&marker), "{marker}");
    assert!(texts(legend).contains(&"Drop-off, here of Product page"));
}

#[test]
fn of_too_few_only_the_number_is_told() {
    let mut story = fixtures::shop();
    let of = |flow: &Flow| (flow.from, flow.to) == (touchpoint(10), touchpoint(7));
    let flow = story.touchpoints.edges.iter_mut().find(|flow| of(flow)).unwrap();
    (flow.moved, flow.conversion) = (3, Rate::of(3, 4));
    let account = story.touchpoints.nodes.iter_mut().find(|account| account.node == touchpoint(10)).unwrap();
    account.drop_off = Rate::of(1, 4);
    let conversion = scene(&story, Level::Touchpoint, Lens::Conversion, 0);
    assert_eq!(texts(item(&conversion, "transition-13-label")), ["3"]);
    assert_eq!(stroke(item(&conversion, "transition-13")).0, Theme::Light.palette().line);
    assert!(texts(item(&conversion, "touchpoint-10")).contains(&"n = 4"));
    assert_eq!(texts(item(&scene(&story, Level::Touchpoint, Lens::Time, 0), "transition-13-label")), ["3"]);
}

fn touchpoint(id: i64) -> Node {
    Node::Touchpoint(model::TouchpointId(id))
}

#[test]
fn what_is_at_stake_is_told_where_it_is_known_and_tinted_where_it_is_clear() {
    let story = fixtures::shop();
    let stakes = fixtures::at_stake(&story);
    let through = |stakes| {
        let evidence = Evidence { stakes, ..fixtures::evidence(&story, Level::Touchpoint) };
        let reading = Reading { lens: Lens::Value, ..Reading::default() };
        lay_out(&Picture {
            reading,
            evidence: Some(evidence),
            ..fixtures::picture(&story, Level::Touchpoint)
        })
    };
    let shown = through(Some(&stakes));
    let surface = Theme::Light.palette().surface.clone();
    let (mut clear, mut chance) = (0, 0);
    for stake in &stakes.nodes {
        let Node::Touchpoint(id) = stake.node else { continue };
        let card = item(&shown, &format!("touchpoint-{id}", id = id.0));
        let Some(value) = stake.value else {
            assert!(!texts(card).iter().any(|text| text.ends_with("EUR")), "{}", card.id);
            continue;
        };
        let amount = Locale::En.amount(value.amount, Some("EUR"));
        assert!(texts(card).contains(&amount.as_str()), "{}: {amount}", card.id);
        assert!(card.label.contains(&format!("At stake {amount} (95 % interval ")), "{}", card.label);
        assert_eq!(plate(card) != surface, value.is_clear() && value.amount > 0.0, "{}", card.id);
        *(if value.is_clear() { &mut clear } else { &mut chance }) += 1;
    }
    assert!(clear > 2 && chance > 2, "{clear} {chance}");
    assert_eq!(labels(&shown), Vec::<&str>::new());
    let legend = |scene: &Scene| item(scene, "legend").label.clone();
    assert!(legend(&shown).contains("in the 90 days after entering it"));
    assert!(!legend(&shown).contains("it takes purchases"));
    assert!(legend(&through(None)).contains("it takes purchases"));
}

#[test]
fn a_return_has_a_hue_of_its_own() {
    let story = fixtures::shop();
    let shown = scene(&story, Level::Touchpoint, Lens::Conversion, 0);
    let palette = Theme::Light.palette();
    let rate =
        |from, to| story.touchpoints.flow(touchpoint(from), touchpoint(to)).unwrap().conversion.unwrap().rate;
    assert_eq!(stroke(item(&shown, "transition-1")).0, palette.conversion(rate(1, 4)));
    // From returning an item back to the basket.
    assert_eq!(stroke(item(&shown, "transition-13")).0, palette.returning(rate(10, 7)));
    // A circle begins again: that is no way back.
    let circle = fixtures::circle();
    let shown = scene(&circle, Level::Stage, Lens::Conversion, 0);
    let rate = circle.stages.edges.iter().find(|flow| (flow.from, flow.to) == (node(4), node(1))).unwrap();
    let colour = palette.conversion(rate.conversion.unwrap().rate);
    assert_eq!(stroke(item(&shown, "stage-edge-4-1")).0, colour);
}

fn node(id: i64) -> Node {
    Node::Stage(model::StageId(id))
}

#[test]
fn a_path_that_carries_too_little_stands_back_and_is_counted() {
    let story = fixtures::shop();
    let all = scene(&story, Level::Touchpoint, Lens::Conversion, 0);
    let some = scene(&story, Level::Touchpoint, Lens::Conversion, 25);
    let has = |scene: &Scene, id: &str| scene.items.iter().any(|item| item.id == id);
    // 18 of 100 go from comparing to the product page; it is drawn, and not the strongest way into or out of either.
    assert!(has(&all, "transition-5-label") && !has(&some, "transition-5-label"));
    assert_eq!(stroke(item(&some, "transition-5")), FAINT);
    assert!(has(&all, "ghost-1-2") && !has(&some, "ghost-3-7"));
    let paths = some.paths.unwrap();
    let words = format!("{} paths hidden, ", paths.hidden);
    assert!(item(&some, "legend").label.contains(&words), "{words}");
    assert!(item(&some, "legend").label.contains("at least 25\u{a0}% of the moves on"));
    // Cards stand where they stood.
    for id in 1..=12 {
        let id = format!("touchpoint-{id}");
        assert_eq!(item(&all, &id).bounds, item(&some, &id).bounds);
    }
}

#[test]
fn a_cards_ghost_paths_are_there_to_be_shown_with_what_is_told_of_them() {
    let story = fixtures::shop();
    let laid_over = |lens, id| {
        let reading = Reading { lens, least: 100, notes: false };
        let picture = Picture { reading, ..fixtures::picture(&story, Level::Touchpoint) };
        let items = scene::ghosts_of(&picture, model::TouchpointId(id));
        let lines = items.iter().filter(|item| item.part_of.is_none()).map(|item| item.id.clone());
        (
            lines.collect::<Vec<_>>(),
            items
                .iter()
                .filter(|item| item.part_of.is_some())
                .flat_map(texts)
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        )
    };
    // The weakest first, so that the strongest lies on top; whatever the slider hides.
    let (lines, labels) = laid_over(Lens::Conversion, 4);
    assert_eq!(lines, ["ghost-11-4", "ghost-7-4"]);
    assert_eq!(labels, ["7\u{a0}% · 66", "16\u{a0}% · 58"]);
    assert_eq!(laid_over(Lens::Time, 4).1, ["26 h · 66", "26 h · 58"]);
    // What is shown as the strongest way into a card is not laid over it.
    assert_eq!(laid_over(Lens::Conversion, 2).0, ["ghost-2-5"]);
    assert_eq!(laid_over(Lens::DropOff, 4), (vec![], vec![]));
}

/// The paths of which something is told: by their flows, counted from the picture.
fn told(story: &Story, scene: &Scene) -> PathCount {
    let told: BTreeSet<(Node, Node)> = scene
        .items
        .iter()
        .filter_map(|item| match item.subject {
            Subject::Ghost { from, to } => Some((Node::Touchpoint(from), Node::Touchpoint(to))),
            Subject::Transition { from, to, .. } if item.part_of.is_none() && stroke(item) != FAINT => {
                Some((Node::Touchpoint(from), Node::Touchpoint(to)))
            }
            _ => None,
        })
        .collect();
    let flows = &story.touchpoints.edges;
    let hidden = || flows.iter().filter(|flow| !told.contains(&(flow.from, flow.to)));
    PathCount {
        all: flows.len() as u64,
        hidden: hidden().count() as u64,
        moves: flows.iter().map(|flow| flow.moved).sum(),
        hidden_moves: hidden().map(|flow| flow.moved).sum(),
    }
}

#[test]
fn what_a_picture_says_it_hides_is_what_it_hides() {
    for seed in 0..24 {
        let story = random_map::story(seed);
        let mut before = 0;
        for least in [0, 5, 20, 60, 100] {
            let scene = scene(&story, Level::Touchpoint, Lens::Conversion, least);
            let paths = scene.paths.unwrap();
            assert_eq!(paths, told(&story, &scene), "map {seed} from {least} %");
            assert!(paths.hidden >= before, "map {seed}: more is shown from {least} %");
            before = paths.hidden;
            // Every touchpoint's strongest transitions stay, whatever is hidden.
            for flow in story.touchpoints.edges.iter().filter(|flow| is_strongest_out(&story, flow)) {
                let (Node::Touchpoint(from), Node::Touchpoint(to)) = (flow.from, flow.to) else { continue };
                let Some(drawn) = story.journey.transition(from, to) else { continue };
                let item = item(&scene, &format!("transition-{}", drawn.id.0));
                assert_ne!(stroke(item), FAINT, "map {seed} from {least} %: {}", item.id);
            }
        }
    }
}

fn is_strongest_out(story: &Story, flow: &Flow) -> bool {
    let others =
        story.touchpoints.edges.iter().filter(|other| other.from == flow.from && other.to != other.from);
    flow.from != flow.to && others.filter(|other| other.to != flow.to).all(|other| other.moved < flow.moved)
}
