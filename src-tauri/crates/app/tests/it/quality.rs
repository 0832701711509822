//! What is wrong with the data: each flaw's number is its list, and what the rates are without it.

use std::collections::BTreeMap;
use std::fmt::Write;

use app::operations::{Connect, SetMeaning};
use app::{
    CustomerImport, Flaw, FlawEffect, InteractionImport, Level, Listing, Meaning, Node, OfFlaw, Page,
    Quality, Question, Rule, SegmentId, Session, TouchpointId, Who,
};
use proptest::prelude::*;

use crate::screen::Screen;

const WHOLE: Page = Page { start: 0, length: 1000 };

const CRM: &str = "user_id,email,plan
a,Nora@x.example,pro
A,,pro
b,nora@X.example,pro
c,c@x.example,
d,d@x.example,basic
nora@x.example,,basic
";

const LOG: &str = "user_id,event,timestamp,channel,value,currency
a,ad,2024-01-01T10:00:00Z,web,,
a,order,2024-01-02T10:00:00Z,web,10,EUR
a,order,2024-01-03T10:00:00Z,web,12,USD
a,page,2999-01-01T10:00:00Z,,,
A,ad,2024-01-05T10:00:00Z,web,,
A,order,2024-01-05T10:00:00Z,web,9,EUR
b,page,2024-01-09,web,,
b,ad,2024-01-08T10:00:00Z,web,,
b,order,2024-01-10T10:00:00Z,,,EUR
c,other,2024-01-10T10:00:00Z,mail,,
c,ad,2024-01-11T10:00:00Z,mail,,
";

fn flawed() -> (Screen, TouchpointId, TouchpointId) {
    let mut screen = Screen::new();
    let (ad, order) = (screen.add("Ad", 40.0, 40.0), screen.add("Order", 340.0, 40.0));
    screen.list(ad, "ad");
    screen.list(order, "order");
    screen.edit(Connect { from: ad, to: order });
    let crm = screen.write("crm.csv", CRM);
    screen.session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    let log = screen.write("flawed.csv", LOG);
    screen.session.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    let meaning = SetMeaning { event: "order".to_owned(), meaning: Some(Meaning::Purchase) };
    screen.session.edit(&meaning.into()).expect("edited");
    (screen, ad, order)
}

fn keys(session: &mut Session, who: Who) -> Vec<String> {
    let people = session.people(&Listing::of(who), &[], WHOLE).expect("a list");
    assert_eq!(people.count as usize, people.rows.len());
    let mut keys: Vec<String> = people.rows.into_iter().map(|row| row.key).collect();
    keys.sort();
    keys
}

fn who(found: &Quality, flaw: &Flaw) -> Who {
    Who::Flawed(Box::new(OfFlaw { flaw: flaw.clone(), map: found.map, at: found.at }))
}

#[test]
fn each_flaw_counts_exactly_its_customers() {
    let (mut screen, ..) = flawed();
    let found = screen.session.quality(Some(screen.map)).expect("looked");
    let mut listed = BTreeMap::new();
    for each in &found.flaws {
        let keys = keys(&mut screen.session, who(&found, &each.flaw));
        assert_eq!(keys.len() as u64, each.customers, "{:?}", each.flaw);
        listed.insert(each.flaw.clone(), (keys.join(" "), each.interactions));
    }
    let expected = [
        (Flaw::SameKey, "A a", None),
        (Flaw::SameEmail, "a b nora@x.example", None),
        (Flaw::WithoutInteractions, "d nora@x.example", None),
        (Flaw::Lacking("email".to_owned()), "A nora@x.example", None),
        (Flaw::Lacking("plan".to_owned()), "c", None),
        (Flaw::Future, "a", Some(1)),
        (Flaw::OutOfOrder, "b", Some(1)),
        (Flaw::Ties, "A", Some(2)),
        (Flaw::DateOnly, "b", Some(1)),
        (Flaw::Unmatched, "a b c", Some(3)),
        (Flaw::WithoutChannel, "a b", Some(2)),
        (Flaw::WithoutValue, "b", Some(1)),
        (Flaw::OtherCurrency, "a", Some(1)),
    ];
    for (flaw, keys, interactions) in expected {
        assert_eq!(listed.remove(&flaw), Some((keys.to_owned(), interactions)), "{flaw:?}");
    }
    assert!(listed.is_empty(), "{listed:?}");
    let without_map = screen.session.quality(None).expect("looked");
    assert!(without_map.flaws.iter().all(|each| each.flaw != Flaw::Ties));
}

#[test]
fn a_source_that_goes_from_new_to_old_is_in_order() {
    let mut screen = Screen::new();
    let log = "user_id,event,timestamp\na,x,2024-01-04\na,x,2024-01-03\na,x,2024-01-02\nb,x,2024-01-02\n\
               b,x,2024-01-05\nb,x,2024-01-01\na,x,2024-01-01\n";
    let log = screen.write("log.csv", log);
    screen.session.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    let found = screen.session.quality(None).expect("looked");
    assert_eq!(keys(&mut screen.session, who(&found, &Flaw::OutOfOrder)), ["b"]);
}

#[test]
fn who_lacks_an_attribute_is_kept_as_the_rule_that_says_so() {
    let (mut screen, ..) = flawed();
    let found = screen.session.quality(None).expect("looked");
    let listing = Listing::of(who(&found, &Flaw::Lacking("plan".to_owned())));
    let kept = screen.session.keep_list("Without a plan", &listing).expect("kept").added.expect("a row");
    let rule = screen.session.segment_rule(SegmentId(kept)).expect("a rule");
    assert!(matches!(&rule, Rule::Attribute(of) if of.name == "plan"), "{rule:?}");
}

#[test]
fn the_effect_is_what_the_rates_are_without_the_flaw() {
    let (mut screen, ad, order) = flawed();
    let question = Question { cutoff: Some(1_720_000_000_000), ..Question::new(Level::Touchpoint) };
    let (map, at) = (screen.map, screen.session.quality(Some(screen.map)).expect("looked").at);
    let effect = |screen: &mut Screen, flaw| -> FlawEffect {
        let of = OfFlaw { flaw, map: Some(map), at };
        screen.session.flaw_effect(map, &question, &of).expect("counted")
    };
    // Of four who saw the ad, three went on to order.
    let ties = effect(&mut screen, Flaw::Ties);
    assert_eq!((ties.rates, ties.changed, ties.gone), (1, 1, 0));
    let shift = ties.largest.expect("it changes");
    assert_eq!((shift.from, shift.to), (Node::Touchpoint(ad), Node::Touchpoint(order)));
    assert_eq!([shift.before, shift.after].map(|rate| (rate.count, rate.of)), [(3, 4), (2, 3)]);
    let currency = effect(&mut screen, Flaw::OtherCurrency);
    assert_eq!((currency.changed, currency.largest), (0, None));
    let email = effect(&mut screen, Flaw::SameEmail).largest.expect("it changes");
    assert_eq!((email.after.count, email.after.of), (1, 2));
    let unmatched = effect(&mut screen, Flaw::Unmatched);
    assert_eq!(unmatched.changed, 0);
}

#[test]
fn what_lies_in_the_future_moves_the_cut_off() {
    let (mut screen, ..) = flawed();
    let map = screen.map;
    let question = Question { window: Some(i64::MAX / 4), ..Question::new(Level::Touchpoint) };
    let at = screen.session.quality(None).expect("looked").at;
    let of = OfFlaw { flaw: Flaw::Future, map: Some(map), at };
    let long = 365 * 86_400_000 * 100;
    let effect =
        screen.session.flaw_effect(map, &Question { window: Some(long), ..question }, &of).expect("counted");
    // Whoever had a hundred years to move on by the year 2999 has not had them by 2024.
    assert_eq!((effect.rates, effect.gone), (1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn ties_and_unmatched_events_are_what_a_naive_reading_finds(
        log in prop::collection::vec((0..4_u8, 0..4_u8, 0..6_u8), 1..40),
    ) {
        let mut screen = Screen::new();
        let touchpoints = ["e0", "e1", "e2"].map(|event| {
            let touchpoint = screen.add(event, 40.0, 40.0);
            screen.list(touchpoint, event);
            touchpoint
        });
        assert_eq!(touchpoints.len(), 3);
        let mut text = "user_id,event,timestamp\n".to_owned();
        for (who, event, day) in &log {
            let _ = writeln!(text, "u{who},e{event},2024-01-0{}T00:00:00Z", day + 1);
        }
        let source = screen.write("log.csv", &text);
        screen.session.import_interactions(&source, &InteractionImport::default(), &|_| true).expect("imported");
        let found = screen.session.quality(Some(screen.map)).expect("looked");
        let count = |flaw: &Flaw| found.flaws.iter().find(|each| each.flaw == *flaw).expect("looked for");
        let mut ties = 0;
        for who in 0..4 {
            let mut its: Vec<(u8, u8)> =
                log.iter().filter(|row| row.0 == who && row.1 < 3).map(|row| (row.2, row.1)).collect();
            // By instant, then by the order in the source.
            its.sort_by_key(|row| row.0);
            let tied = |place: usize, other: Option<&(u8, u8)>| {
                other.is_some_and(|other| other.0 == its[place].0 && other.1 != its[place].1)
            };
            ties += (0..its.len())
                .filter(|&place| {
                    tied(place, its.get(place + 1)) || place > 0 && tied(place, its.get(place - 1))
                })
                .count() as u64;
        }
        prop_assert_eq!(count(&Flaw::Ties).interactions, Some(ties));
        let unmatched = log.iter().filter(|row| row.1 == 3).count() as u64;
        prop_assert_eq!(count(&Flaw::Unmatched).interactions, Some(unmatched));
        let future = count(&Flaw::Future);
        prop_assert_eq!((future.customers, future.interactions), (0, Some(0)));
    }
}
