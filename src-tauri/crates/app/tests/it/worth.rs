//! What is at stake on the map in view.

use std::fmt::Write;
use std::fs;

use app::operations::SetMeaning;
use app::{
    ActiveBy, Edit, InteractionColumns, InteractionImport, Lens, Level, Locale, Meaning, MetricsQuestion,
    Node, OfTile, Question, Reading, Session, Survey, Theme, Tile, View, Who,
};
use tempfile::TempDir;

#[test]
fn the_lens_of_value_shows_what_is_at_stake_at_both_levels() {
    let folder = TempDir::new().expect("a folder");
    let mut session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    let map = session.overview().expect("overview").maps[0].id;
    let view = |lens| View {
        map,
        question: Some(Question::new(Level::Touchpoint)),
        reading: Reading { lens, ..Reading::default() },
        theme: Theme::Light,
        locale: Locale::En,
    };
    let evidence =
        |session: &mut Session, lens| session.view_map(view(lens)).expect("shown").evidence.expect("numbers");
    assert_eq!(evidence(&mut session, Lens::Conversion).stakes, None);
    let without = evidence(&mut session, Lens::Value).stakes.expect("looked at");
    assert!(without.nodes.iter().all(|stake| stake.value.is_none()), "nobody bought anything");

    let mut rows = "customer,date,amount,currency\n".to_owned();
    for number in 0..600 {
        rows += &["user_", &format!("{number:04}"), ",2024-06-10,", &(number % 50).to_string(), ",EUR\n"]
            .concat();
    }
    let source = folder.path().join("orders.csv");
    fs::write(&source, rows).expect("a file");
    let columns = InteractionColumns { every: Some("Order".to_owned()), ..InteractionColumns::default() };
    let options = InteractionImport { columns, ..InteractionImport::default() };
    let imported = session.import_purchases(&source, &options, &|_| true).expect("imported");
    assert_eq!(imported.report.taken, 600);
    let shown = imported.changes.evidence.expect("counted again").stakes.expect("looked at");
    assert_eq!(shown.currency.as_deref(), Some("EUR"));
    let has = |is: fn(Node) -> bool| shown.nodes.iter().any(|stake| is(stake.node) && stake.value.is_some());
    assert!(has(|node| matches!(node, Node::Stage(_))) && has(|node| matches!(node, Node::Touchpoint(_))));
    for level in [Level::Stage, Level::Touchpoint] {
        let alone = session.stakes(map, &Question::new(level), shown.horizon).expect("counted").nodes;
        assert!(alone.iter().all(|stake| shown.nodes.contains(stake)), "{level:?}");
    }
}

#[test]
fn answers_about_touchpoints_come_with_the_numbers_and_each_opens_its_people() {
    let folder = TempDir::new().expect("a folder");
    let mut session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    let map = session.overview().expect("overview").maps[0].id;
    let question = Question::new(Level::Touchpoint);
    let view = View {
        map,
        question: Some(question.clone()),
        reading: Reading::default(),
        theme: Theme::Light,
        locale: Locale::En,
    };
    let shown = session.view_map(view).expect("shown").evidence.expect("numbers");
    assert!(shown.measured.is_empty(), "nobody was asked");

    let mut rows = "customer,event,time,value\n".to_owned();
    for number in 0..30 {
        let _ = writeln!(rows, "user_{number:04},support_chat,2024-05-01 10:00:00,{}", 1 + number % 5);
    }
    let source = folder.path().join("answers.csv");
    fs::write(&source, rows).expect("a file");
    let imported = session.import_interactions(&source, &InteractionImport::default(), &|_| true);
    assert_eq!(imported.expect("imported").report.taken, 30);
    let csat = Some(Meaning::Score(Survey::Csat));
    let edit = Edit::SetMeaning(SetMeaning { event: "support_chat".to_owned(), meaning: csat });
    let changes = session.edit(&edit).expect("said");
    let measured = changes.evidence.expect("counted again").measured;
    let [only] = measured[..] else { panic!("{measured:?}") };
    assert_eq!(only.answered, 30);
    assert!(only.mean.abs() < 1e-9 && only.low < 0.0 && only.high > 0.0, "{only:?}");
    let of = MetricsQuestion { map, activity: ActiveBy::Contacts, question };
    let who = Who::Tile(Box::new(OfTile { tile: Tile::Felt(only.touchpoint), of }));
    assert_eq!(session.who_report(&who).expect("listed").count, only.answered);
}
