//! How personas feel at touchpoints: it goes along with whose journeys a map tells.

use model::{Details, MapId, PersonaFeeling, PersonaId, Sentiment, TouchpointId};
use store::{Moment, NewPersona, StepLabel, StoreError, Workspace};

use crate::fixture::{Desk, NOW, Small, edit, small_map};

/// What a touchpoint says of itself, and of others.
type Felt = (Option<Sentiment>, String, Vec<(PersonaId, Option<Sentiment>, String)>);

fn personas(workspace: &mut Workspace) -> [PersonaId; 3] {
    ["Nora", "Tom", "Ida"]
        .map(|name| edit(workspace, |tx| tx.add_persona(&NewPersona { name, ..NewPersona::default() })))
}

fn feeling(persona: PersonaId, sentiment: Option<Sentiment>, quote: &str) -> PersonaFeeling {
    PersonaFeeling { persona, sentiment, quote: quote.to_owned() }
}

fn felt(workspace: &Workspace, map: MapId, id: TouchpointId) -> Felt {
    let journey = workspace.journey(map).unwrap();
    let touchpoint = journey.touchpoint(id).unwrap().clone();
    let others = touchpoint.feelings.into_iter().map(|each| (each.persona, each.sentiment, each.quote));
    (touchpoint.sentiment, touchpoint.details.quote, others.collect())
}

/// A map of Nora and Tom, with what both feel at the first touchpoint.
fn with_two() -> (Desk, Workspace, Small, [PersonaId; 3]) {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let [nora, tom, ida] = personas(&mut workspace);
    let ad = small.touchpoints[0];
    edit(&mut workspace, |tx| {
        tx.set_sentiment(ad, Some(Sentiment::Positive))?;
        tx.set_details(ad, &Details { quote: "Nice".to_owned(), ..Details::default() })?;
        tx.tell_personas(small.map, &[nora, tom])?;
        tx.set_feeling(ad, &feeling(tom, Some(Sentiment::Negative), "Again?"))
    });
    (desk, workspace, small, [nora, tom, ida])
}

#[test]
fn the_first_feels_as_the_touchpoint_says_and_others_by_rows_of_their_own() {
    let (_desk, mut workspace, small, [nora, tom, ida]) = with_two();
    let (map, ad) = (small.map, small.touchpoints[0]);
    let tom_says = (tom, Some(Sentiment::Negative), "Again?".to_owned());
    let both = (Some(Sentiment::Positive), "Nice".to_owned(), vec![tom_says]);
    assert_eq!(felt(&workspace, map, ad), both);
    edit(&mut workspace, |tx| tx.set_feeling(ad, &feeling(nora, Some(Sentiment::Neutral), "")));
    assert_eq!(felt(&workspace, map, ad).0, Some(Sentiment::Neutral));
    edit(&mut workspace, |tx| tx.set_feeling(ad, &feeling(tom, None, "")));
    assert_eq!(felt(&workspace, map, ad).2, []);
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert_eq!(felt(&workspace, map, ad), both);

    let refused = |workspace: &mut Workspace, id, feeling: PersonaFeeling| {
        workspace.transact(&StepLabel::new("edit", "it"), NOW, |tx| tx.set_feeling(id, &feeling)).unwrap_err()
    };
    let long = feeling(ida, None, &"x".repeat((1 << 20) + 1));
    assert!(matches!(refused(&mut workspace, ad, long), StoreError::TooLong { what: "quote", .. }));
    let nobody = feeling(PersonaId(99), Some(Sentiment::Neutral), "");
    assert!(matches!(refused(&mut workspace, ad, nobody), StoreError::Missing { what: "persona", .. }));
    let nowhere = refused(&mut workspace, TouchpointId(99), feeling(tom, None, ""));
    assert!(matches!(nowhere, StoreError::Missing { what: "touchpoint", .. }));
}

#[test]
fn what_each_feels_goes_along_when_another_comes_first() {
    let (_desk, mut workspace, small, [nora, tom, ida]) = with_two();
    let (map, [ad, page]) = (small.map, [small.touchpoints[0], small.touchpoints[1]]);
    let before = felt(&workspace, map, ad);
    edit(&mut workspace, |tx| tx.set_sentiment(page, Some(Sentiment::VeryNegative)));
    edit(&mut workspace, |tx| tx.tell_personas(map, &[tom, nora]));
    let nora_says = (nora, Some(Sentiment::Positive), "Nice".to_owned());
    assert_eq!(
        felt(&workspace, map, ad),
        (Some(Sentiment::Negative), "Again?".to_owned(), vec![nora_says.clone()])
    );
    // Of Tom nothing is known there.
    let angry = (nora, Some(Sentiment::VeryNegative), String::new());
    assert_eq!(felt(&workspace, map, page), (None, String::new(), vec![angry]));
    edit(&mut workspace, |tx| tx.tell_personas(map, &[nora, tom]));
    assert_eq!(felt(&workspace, map, ad), before);

    // One of whom nothing is known takes the place of the first, and what it felt.
    edit(&mut workspace, |tx| tx.tell_personas(map, &[ida]));
    assert_eq!(felt(&workspace, map, ad), before);
    // Tom comes back with what he felt, and Ida keeps what she has.
    edit(&mut workspace, |tx| tx.tell_personas(map, &[tom]));
    let ida_says = (ida, Some(Sentiment::Positive), "Nice".to_owned());
    assert_eq!(felt(&workspace, map, ad), (Some(Sentiment::Negative), "Again?".to_owned(), vec![ida_says]));
    while workspace.undo().unwrap().is_some() {}
    while workspace.redo().unwrap().is_some() {}
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn what_a_persona_felt_goes_with_it_with_the_touchpoint_and_with_the_map() {
    let (_desk, mut workspace, small, [nora, tom, _]) = with_two();
    let (map, ad) = (small.map, small.touchpoints[0]);
    let copy = edit(&mut workspace, |tx| tx.duplicate_map(map, "Second"));
    let of_copy = |workspace: &Workspace| workspace.journey(copy).unwrap().touchpoints().next().unwrap().id;
    let of_tom = |felt: &Felt| felt.2.iter().any(|(persona, ..)| *persona == tom);
    assert!(of_tom(&felt(&workspace, copy, of_copy(&workspace))));

    edit(&mut workspace, |tx| tx.delete_persona(nora));
    for (map, id) in [(map, ad), (copy, of_copy(&workspace))] {
        let (own, quote, others) = felt(&workspace, map, id);
        assert_eq!((own, quote.as_str(), others), (Some(Sentiment::Negative), "Again?", Vec::new()));
    }
    workspace.undo().unwrap();
    edit(&mut workspace, |tx| tx.delete_touchpoint(ad));
    edit(&mut workspace, |tx| {
        let stage = tx.journey(copy)?.stages()[0].id;
        tx.delete_stage(stage)
    });
    workspace.undo().unwrap();
    edit(&mut workspace, |tx| tx.delete_map(copy));
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_map_that_is_put_back_has_the_feelings_of_those_who_are_there() {
    let (_desk, mut workspace, small, [_, tom, ida]) = with_two();
    let (map, ad) = (small.map, small.touchpoints[0]);
    edit(&mut workspace, |tx| tx.set_feeling(ad, &feeling(ida, Some(Sentiment::Neutral), "")));
    let before = felt(&workspace, map, ad);
    let steps = workspace.steps().unwrap().len();
    edit(&mut workspace, |tx| tx.set_feeling(ad, &feeling(tom, None, "Oh")));
    edit(&mut workspace, |tx| tx.delete_persona(ida));
    let past = workspace.past(Moment::Step(steps as i64)).unwrap();
    edit(&mut workspace, |tx| tx.restore_map(map, &past));
    let (own, quote, mut others) = before;
    others.retain(|(persona, ..)| *persona == tom);
    assert_eq!(felt(&workspace, map, ad), (own, quote, others));
    assert_eq!(workspace.check().unwrap(), []);
}
