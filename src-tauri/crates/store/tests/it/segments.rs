//! Segments: their rules, what these refer to, and circles of them.

use model::{CustomerBatch, CustomerRows, PersonaId, Reference, Rule, SegmentId, rule_text};
use store::{NewPersona, StoreError, Tx, Workspace};

use crate::fixture::{Desk, edit, small_map, source};

fn rule(text: &str) -> Rule {
    rule_text::read(text).unwrap()
}

fn text(workspace: &Workspace, segment: SegmentId) -> String {
    rule_text::write(&workspace.segment_rule(segment).unwrap())
}

fn persona(tx: &mut Tx<'_>, name: &str, segment: Option<SegmentId>) -> Result<PersonaId, StoreError> {
    tx.add_persona(&NewPersona { name, segment, ..NewPersona::default() })
}

#[test]
fn a_rule_is_kept_and_changed_and_gone_back_to() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let old = "did at least 2 times \"add to cart\" within 30 days of the first";
    let segment = edit(&mut workspace, |tx| tx.add_segment("Keen", &rule(old)));
    edit(&mut workspace, |tx| tx.set_segment_rule(segment, &rule("everybody")));
    drop(workspace);
    let mut workspace = desk.open();
    assert_eq!(text(&workspace, segment), "everybody");
    workspace.undo().unwrap();
    assert_eq!(text(&workspace, segment), old);
    let missing = workspace.segment_rule(SegmentId(9));
    assert!(matches!(missing, Err(StoreError::Missing { what: "segment", id: 9 })));
    drop(workspace);
    desk.tamper("UPDATE segment SET rule = '{\"like\": 1}'");
    let error = desk.open().segment_rule(segment).unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
}

#[test]
fn what_is_deleted_leaves_its_name_in_rules_and_comes_back_by_undo() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "Shop");
    let (map, stage, touchpoint) = (small.map.0, small.stages[0].0, small.touchpoints[1].0);
    let titles: Vec<String> =
        workspace.journey(small.map).unwrap().touchpoints().map(|each| each.title.clone()).collect();
    let stages: Vec<String> =
        workspace.journey(small.map).unwrap().stages().iter().map(|each| each.title.clone()).collect();
    let lena = edit(&mut workspace, |tx| persona(tx, "Lena", None));
    let all = edit(&mut workspace, |tx| tx.add_segment("Whole", &rule("everybody")));
    let said = format!(
        "stands at stage #{stage} on #{map} or did touchpoint #{touchpoint} on #{map} or persona #{} or segment #{}",
        lena.0, all.0
    );
    let segment = edit(&mut workspace, |tx| tx.add_segment("Referring", &rule(&said)));
    assert_eq!(text(&workspace, segment), said);

    let mut now = said.clone();
    let mut gone = |workspace: &mut Workspace, was: String, is: String, delete: &dyn Fn(&mut Tx<'_>)| {
        edit(workspace, |tx| {
            delete(tx);
            Ok(())
        });
        now = now.replace(&was, &is);
        assert_eq!(text(workspace, segment), now);
    };
    gone(&mut workspace, format!("persona #{}", lena.0), "persona Lena".to_owned(), &|tx| {
        tx.delete_persona(lena).unwrap();
    });
    gone(&mut workspace, format!("segment #{}", all.0), "segment Whole".to_owned(), &|tx| {
        tx.delete_segment(all).unwrap();
    });
    gone(&mut workspace, format!("touchpoint #{touchpoint}"), format!("touchpoint {}", titles[1]), &|tx| {
        tx.delete_touchpoint(small.touchpoints[1]).unwrap();
    });
    gone(&mut workspace, format!("stage #{stage}"), format!("stage {}", stages[0]), &|tx| {
        tx.delete_stage(small.stages[0]).unwrap();
    });
    gone(&mut workspace, format!("#{map}"), "Shop".to_owned(), &|tx| tx.delete_map(small.map).unwrap());
    // What is made now has the old ids, and the rule does not mean it.
    let other = edit(&mut workspace, |tx| persona(tx, "Other", None));
    assert_eq!(other, lena);
    assert!(text(&workspace, segment).contains("persona Lena"));
    for _ in 0..6 {
        workspace.undo().unwrap();
    }
    assert_eq!(text(&workspace, segment), said);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_circle_is_refused_by_the_names_in_it() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let first = edit(&mut workspace, |tx| tx.add_segment("First", &rule("everybody")));
    let second = edit(&mut workspace, |tx| {
        tx.add_segment("Second", &Rule::None(vec![Rule::Segment(Reference::Id(first.0))]))
    });
    let lena = edit(&mut workspace, |tx| persona(tx, "Lena", Some(second)));
    let circular = Rule::Any(vec![rule("plan is pro"), Rule::Persona(Reference::Id(lena.0))]);
    let label = store::StepLabel::new("edit", "it");
    let refused = workspace.transact(&label, 0, |tx| tx.set_segment_rule(first, &circular)).unwrap_err();
    assert_eq!(refused.to_string(), "segments and personas in a circle: Lena → Second → First → Lena");
    assert_eq!(text(&workspace, first), "everybody");

    edit(&mut workspace, |tx| {
        let mut unbound = tx.persona(lena)?;
        unbound.segment = None;
        tx.edit_persona(&unbound)?;
        tx.set_segment_rule(first, &circular)
    });
    let refused = workspace
        .transact(&label, 0, |tx| {
            let mut bound = tx.persona(lena)?;
            bound.segment = Some(second);
            tx.edit_persona(&bound)
        })
        .unwrap_err();
    assert!(matches!(refused, StoreError::Circle(_)), "{refused}");
}

#[test]
fn the_id_of_a_customer_never_comes_to_mean_another() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let import = |workspace: &mut Workspace, key: &str| {
        let mut rows = CustomerRows::default();
        rows.push([key, ""]);
        let batch = CustomerBatch { attributes: Vec::new(), blocks: vec![rows] };
        workspace.import_customers(batch, &source(key), 0, &|_, _| true).unwrap()
    };
    import(&mut workspace, "a");
    let second = import(&mut workspace, "b");
    let b = workspace.customer_by_key("b").unwrap().unwrap();
    workspace.undo_import(second, &|_, _| true).unwrap();
    import(&mut workspace, "c");
    assert!(workspace.customer_by_key("c").unwrap().unwrap() > b);
    let c = workspace.customer_by_key("c").unwrap().unwrap();
    workspace.erase_customers(&[c], true).unwrap();
    import(&mut workspace, "d");
    assert!(workspace.customer_by_key("d").unwrap().unwrap() > c);
}
