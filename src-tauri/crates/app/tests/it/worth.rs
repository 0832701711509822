//! What is at stake on the map in view.

use std::fs;

use app::{
    InteractionColumns, InteractionImport, Lens, Level, Locale, Node, Question, Reading, Session, Theme, View,
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
