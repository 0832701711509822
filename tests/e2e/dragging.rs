//! What is dragged on the canvas besides stages: cards onto curves and in line with others, ends of transitions, channels.

use serde_json::Value;
use tests::e2e::{Desk, Place, Window, key, until};

use crate::editing::{on_canvas, says, start_anew};
use crate::finding::zoom;
use crate::map;
use crate::ways::{curves, has_curves, on_curve};

/// Where a card is taken to be moved: away from the rim, which draws lines.
fn grip(card: Place) -> (f64, f64) {
    (card.left + card.width * 0.22, card.top + card.height * 0.3)
}

/// Drags a card so that its middle comes to a point.
fn drag_card(window: &Window, card: &str, to: (f64, f64)) {
    let place = map::at_rest(window, card);
    let (from, middle) = (grip(place), place.middle());
    window.drag(from, (to.0 + from.0 - middle.0, to.1 + from.1 - middle.1));
}

/// Waits until a curve leads from a card to another, or near them.
fn leads(window: &Window, curve: &str, from: &str, to: &str) {
    let is_at = |(x, y): (f64, f64), place: Place| {
        let near = 12.0;
        x >= place.left - near
            && x <= place.left + place.width + near
            && y >= place.top - near
            && y <= place.top + place.height + near
    };
    until(&format!("{curve} from {from} to {to}"), || {
        let ends = [0.0, 1.0].map(|share| on_curve(window, curve, share));
        (is_at(ends[0], window.shows(from)) && is_at(ends[1], window.shows(to))).then_some(())
    });
}

#[test]
fn a_card_that_is_dropped_on_a_curve_goes_between_its_ends() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let ad = map::add(&window, on_canvas(&window, 0.12, 0.4), "Sees an advertisement");
    let order = map::add(&window, on_canvas(&window, 0.88, 0.4), "Orders");
    map::connect(&window, &ad, &order);
    let way = has_curves(&window, 1).remove(0);
    let between = map::add(&window, on_canvas(&window, 0.5, 0.75), "Compares");
    let before = map::at_rest(&window, &between);

    drag_card(&window, &between, on_curve(&window, &way, 0.5));
    has_curves(&window, 2);
    leads(&window, &way, &ad, &between);
    window.picture("dropped-on-curve");

    // One step back is the whole of it.
    window.press(&[key::CONTROL, 'z']);
    has_curves(&window, 1);
    until("the card to be back", || map::is_near(window.shows(&between), before).then_some(()));
    leads(&window, &way, &ad, &order);

    // A card that is joined already is only moved.
    window.press(&[key::CONTROL, key::SHIFT, 'z']);
    has_curves(&window, 2);
    let other = curves(&window).into_iter().find(|each| *each != way).expect("two curves");
    drag_card(&window, &ad, on_curve(&window, &other, 0.5));
    until("the card to stand elsewhere", || {
        (window.shows(&ad).left > window.shows(&between).left).then_some(())
    });
    has_curves(&window, 2);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn an_end_of_a_transition_is_led_to_another_card_and_the_rim_draws_lines_of_its_own() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let ad = map::add(&window, on_canvas(&window, 0.12, 0.4), "Sees an advertisement");
    let shop = map::add(&window, on_canvas(&window, 0.5, 0.4), "Visits the shop");
    let site = map::add(&window, on_canvas(&window, 0.5, 0.75), "Visits the site");
    map::connect(&window, &ad, &shop);
    let way = has_curves(&window, 1).remove(0);
    window.press(&[key::ESCAPE]);

    window.click_at(on_curve(&window, &way, 0.5), 1);
    window.take(map::at_rest(&window, "way-end").middle(), grip(window.shows(&site)));
    window.shows("way-line");
    window.picture("reconnecting");
    window.let_go();
    leads(&window, &way, &ad, &site);
    map::has_transitions(&window, 1);

    // By Escape it stays, and on the ground too.
    window.take(map::at_rest(&window, "way-end").middle(), grip(window.shows(&shop)));
    window.press(&[key::ESCAPE]);
    window.let_go();
    window.drag(map::at_rest(&window, "way-end").middle(), on_canvas(&window, 0.8, 0.5));
    leads(&window, &way, &ad, &site);

    // While it is selected, a line is drawn from the rim where it starts.
    window.shows("way-start");
    let (start, end) = (on_curve(&window, &way, 0.0), window.shows(&shop));
    window.hover(grip(window.shows(&ad)));
    window.drag(start, grip(end));
    map::has_transitions(&window, 2);
    leads(&window, &way, &ad, &site);
    window.press(&[key::CONTROL, 'z']);
    map::has_transitions(&window, 1);
    window.press(&[key::CONTROL, 'z']);
    leads(&window, &way, &ad, &shop);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn cards_are_drawn_in_line_while_they_are_dragged_unless_that_is_off() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let first = map::add(&window, on_canvas(&window, 0.3, 0.3), "Visits the shop");
    let second = map::add(&window, on_canvas(&window, 0.32, 0.8), "Asks a friend");
    let stands = map::at_rest(&window, &first);
    let askew = map::at_rest(&window, &second);
    let from = grip(askew);
    let beside = (from.0 + stands.left - askew.left + 3.0, from.1 - 40.0);

    window.take(from, beside);
    window.shows("guides");
    window.picture("guides");
    window.let_go();
    until("the cards in line", || ((window.shows(&second).left - stands.left).abs() < 0.6).then_some(()));
    window.hides("guides");
    window.press(&[key::CONTROL, 'z']);
    until("the card to be back", || map::is_near(window.shows(&second), askew).then_some(()));

    window.click("snap");
    window.drag(from, beside);
    let moved = until("the card to stand elsewhere", || {
        Some(window.shows(&second)).filter(|now| now.top < askew.top - 20.0)
    });
    assert!((moved.left - stands.left).abs() > 1.5, "{moved:?} is in line with {stands:?}");
    window.close();

    let window = desk.open(Some(&file));
    let pressed = "return document.querySelector('[data-testid=snap]').getAttribute('aria-pressed')";
    window.shows("snap");
    assert_eq!(window.script(pressed, Vec::new()), "false", "it stays off");
    window.close();
}

#[test]
fn channels_are_dragged_onto_the_ground_a_card_and_a_curve() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    window.click("channels-open");
    window.shows("channels");
    let channel = |kind: &str| map::at_rest(&window, &format!("channel-{kind}")).middle();

    window.take(channel("advertisement"), on_canvas(&window, 0.3, 0.4));
    window.shows("channel-ghost");
    window.picture("channel-dragged");
    window.let_go();
    window.shows("title-editor");
    window.type_text("Sees a poster");
    window.press(&[key::ENTER]);
    let ad = map::card(&window, "Sees a poster");
    says(&window, "Sees a poster", &["Channel: Advertisement."]);
    let order = map::add(&window, on_canvas(&window, 0.9, 0.4), "Orders");
    window.drag(channel("phone"), grip(map::at_rest(&window, &order)));
    says(&window, "Orders", &["Channel: Phone."]);

    map::connect(&window, &ad, &order);
    let way = has_curves(&window, 1).remove(0);
    window.drag(channel("website"), on_curve(&window, &way, 0.5));
    window.shows("title-editor");
    window.type_text("Reads about it");
    window.press(&[key::ENTER]);
    has_curves(&window, 2);
    says(&window, "Reads about it", &["Channel: Website."]);
    window.picture("channels");

    // Let go where it was taken from it does nothing; by its key it goes beside the selection.
    window.drag(channel("email"), channel("website"));
    window.press(&[key::ESCAPE]);
    window.click(&order);
    window.script("document.querySelector('[data-testid=channel-email]').focus()", Vec::new());
    window.press(&[key::ENTER]);
    window.shows("title-editor");
    window.type_text("Gets a confirmation");
    window.press(&[key::ENTER]);
    says(&window, "Gets a confirmation", &["Channel: E-mail."]);
    has_curves(&window, 3);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

/// The names of the lanes, from top to bottom.
fn lanes(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid^=lane-hands-]')]
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map(each => each.dataset.testid)";
    let found = window.script(script, Vec::new());
    found.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

#[test]
fn lanes_are_reordered_by_their_names_and_feelings_dragged_up_and_down() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let card = map::add(&window, on_canvas(&window, 0.12, 0.35), "Sees an advertisement");
    window.click_at(map::at_rest(&window, &card).middle(), 1);
    window.click("sentiment-positive");
    for kind in ["emotion", "thoughts"] {
        window.click("map-1");
        window.choose("lane-add", kind);
        window.shows("lane-title");
    }
    window.click("zoom-fit");
    let before = until("two lanes", || Some(lanes(&window)).filter(|all| all.len() == 2));

    // A point of the curve goes down by two feelings, and back.
    let point = card.replace("touchpoint", "feeling");
    let stands = map::at_rest(&window, &point);
    let (x, y) = stands.middle();
    window.take((x, y), (x, y + 46.0 * zoom(&window)));
    window.reads("feels", |text| text == "Negative");
    window.picture("feeling-dragged");
    window.let_go();
    says(&window, "Sees an advertisement", &["negative"]);
    until("the point to stand lower", || (window.shows(&point).top > stands.top + 20.0).then_some(()));
    window.click("undo");
    until("the point to be back", || map::is_near(window.shows(&point), stands).then_some(()));

    // The second lane goes above the first.
    let (from, to) = (map::at_rest(&window, &before[1]), window.shows(&before[0]));
    let grip = |place: Place| (place.left + 12.0, place.middle().1);
    window.take(grip(from), (grip(to).0, to.top - 4.0));
    window.shows("lane-mark");
    window.picture("lane-dragged");
    window.let_go();
    let turned: Vec<_> = before.iter().rev().cloned().collect();
    until("the lanes to be turned", || (lanes(&window) == turned).then_some(()));
    window.click("undo");
    until("the lanes to be as before", || (lanes(&window) == before).then_some(()));

    // Collapsed by its sign, it keeps its name.
    window.click(&before[0].replace("hands", "fold"));
    window.hides(&point);
    assert_eq!(lanes(&window), before);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn a_card_that_is_locked_stays_while_others_are_dragged_and_deleted_with_it() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let ad = map::add(&window, on_canvas(&window, 0.15, 0.4), "Sees an advertisement");
    let order = map::add(&window, on_canvas(&window, 0.6, 0.4), "Orders");
    let stood = map::at_rest(&window, &ad);
    window.click_at(grip(stood), 1);
    window.press(&[key::CONTROL, key::SHIFT, 'l']);
    window.shows(&ad.replace("touchpoint", "locked"));
    window.shows("is-locked");
    window.picture("locked");

    // Of all that is selected it stays.
    window.press(&[key::CONTROL, 'a']);
    let before = map::at_rest(&window, &order);
    drag_card(&window, &order, (before.middle().0 + 40.0, before.middle().1 + 120.0));
    until("the other card to stand elsewhere", || {
        (window.shows(&order).top > before.top + 60.0).then_some(())
    });
    assert!(map::is_near(map::at_rest(&window, &ad), stood));
    window.press(&[key::CONTROL, 'a']);
    window.press(&[key::DELETE]);
    until("the other card to be gone", || (map::cards(&window).len() == 1).then_some(()));
    window.press(&[key::DELETE]);
    window.shows("failure");
    assert_eq!(map::cards(&window).len(), 1);
    window.close();
    assert_eq!(map::touchpoints(&desk, &file), ["Sees an advertisement"]);
    desk.touchline(["check", &file.to_string_lossy()]);
}

/// The places of what the canvas has over the map, and of the cards: `[left, top, right, bottom]` each.
const PLACES: &str = "
    const place = (each) => {
        const { left, top, right, bottom } = each.getBoundingClientRect();
        return [left, top, right, bottom];
    };
    const all = (wanted) => [...document.querySelectorAll(`[data-testid=canvas] ${wanted}`)].map(place);
    return [all('.svelte-flow__minimap'), all('[data-testid^=touchpoint-]'), all('.lenses'), all('.zoom')]";

/// Whether one place covers some of another.
fn covers(one: &Value, other: &Value) -> bool {
    let [one, other] = [one, other].map(|place| [0, 1, 2, 3].map(|side| place[side].as_f64().unwrap_or(0.0)));
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[test]
fn with_space_held_the_map_is_dragged_wherever_it_is_taken() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.reads("coverage", |text| text.contains('%'));
    let [search, support] = ["Search", "Support chat"].map(|title| map::card(&window, title));
    let before = map::at_rest(&window, &search);
    let apart = |window: &Window| {
        let [one, other] = [window.shows(&search), window.shows(&support)];
        (other.left - one.left, other.top - one.top)
    };
    let between = apart(&window);
    let from = before.middle();
    window.hold(' ');
    window.drag(from, (from.0 + 90.0, from.1 + 40.0));
    window.lift(' ');
    let after = map::at_rest(&window, &search);
    let by = (after.left - before.left, after.top - before.top);
    assert!((by.0 - 90.0).abs() < 8.0 && (by.1 - 40.0).abs() < 8.0, "the map goes along: {by:?}");
    assert_eq!(apart(&window), between, "no card has moved on the map");
    window.picture("space-drag");

    // Without it the card moves, and the map stays.
    let from = after.middle();
    window.drag(from, (from.0, from.1 + 60.0));
    until("the card to have moved alone", || {
        let now = apart(&window);
        (now.1 < between.1 - 20.0).then_some(())
    });
    window.press(&[key::CONTROL, 'z']);
    until("the card to be back", || (apart(&window) == between).then_some(()));
}

#[test]
fn what_floats_over_the_map_covers_no_card_and_not_one_another() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.reads("coverage", |text| text.contains('%'));
    let card = map::card(&window, "Support chat");
    window.click(&card);
    map::at_rest(&window, &card);
    window.resize(1280, 800);
    map::at_rest(&window, &card);
    for step in 0..4 {
        let found = until("the minimap to be where it may stay", || {
            let found = window.script(PLACES, Vec::new());
            let cards = found[1].as_array()?;
            let maps = found[0].as_array()?;
            let covered = maps.iter().any(|map| cards.iter().any(|card| covers(map, card)));
            (!covered).then_some(found)
        });
        let [lenses, zoom] = [&found[2][0], &found[3][0]];
        assert!(!covers(lenses, zoom), "the lenses lie under the zoom: {lenses} {zoom}");
        window.picture(&format!("floating-{step}"));
        window.click(if step % 2 == 0 { "zoom-in" } else { "zoom-out" });
        map::at_rest(&window, &card);
    }
}
