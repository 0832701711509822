//! How segments overlap: everybody is in exactly one overlap, whose number is its list.

use std::collections::BTreeMap;

use app::operations::{AddSegment, DeleteSegment};
use app::{CustomerImport, Listing, Page, Rule, SegmentId, Who, rule_of_text};
use proptest::prelude::*;

use crate::screen::Screen;

const WHOLE: Page = Page { start: 0, length: 1000 };

fn with_segments(rows: &[(u8, u8, u8)]) -> (Screen, Vec<SegmentId>) {
    let mut screen = Screen::new();
    let mut crm = "user_id,a,b,c\n".to_owned();
    for (place, (a, b, c)) in rows.iter().enumerate() {
        crm +=
            &["u", &place.to_string(), ",", &a.to_string(), ",", &b.to_string(), ",", &c.to_string(), "\n"]
                .concat();
    }
    let crm = screen.write("crm.csv", &crm);
    screen.session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    screen.overview = screen.session.overview().expect("an overview");
    let segments = ["a", "b", "c"].map(|name| {
        let rule = rule_of_text(&format!("{name} is 1")).expect("a rule");
        SegmentId(screen.edit(AddSegment { name: name.to_owned(), rule }))
    });
    (screen, segments.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn each_overlap_lists_exactly_its_people(rows in prop::collection::vec((0..2_u8, 0..2_u8, 0..2_u8), 1..30)) {
        let (mut screen, segments) = with_segments(&rows);
        let found = screen.session.overlaps(&segments).expect("counted");
        let mut naive: BTreeMap<Vec<bool>, u64> = BTreeMap::new();
        for &(a, b, c) in &rows {
            *naive.entry(vec![a == 1, b == 1, c == 1]).or_default() += 1;
        }
        prop_assert_eq!(found.customers, rows.len() as u64);
        prop_assert_eq!(found.overlaps.len(), naive.len());
        prop_assert!(found.overlaps.is_sorted_by_key(|overlap| std::cmp::Reverse(overlap.customers)));
        for overlap in &found.overlaps {
            let set: Vec<bool> = segments.iter().map(|each| overlap.of.within.contains(each)).collect();
            prop_assert_eq!(naive.remove(&set), Some(overlap.customers));
            let listing = Listing::of(Who::Overlap(overlap.of.clone()));
            let people = screen.session.people(&listing, &[], WHOLE).expect("a list");
            prop_assert_eq!((people.count, people.lasting), (overlap.customers, true));
        }
        for (place, size) in found.segments.iter().enumerate() {
            let has = |row: &&(u8, u8, u8)| [row.0, row.1, row.2][place] == 1;
            prop_assert_eq!(size.customers, rows.iter().filter(has).count() as u64);
        }
    }
}

#[test]
fn an_overlap_is_kept_as_a_rule_and_gone_with_its_segments() {
    let (mut screen, segments) = with_segments(&[(1, 1, 0), (1, 0, 0), (0, 0, 0)]);
    let found = screen.session.overlaps(&segments).expect("counted");
    let both = found.overlaps.iter().find(|overlap| overlap.of.within.len() == 2).expect("somebody");
    let who = Who::Overlap(both.of.clone());
    let kept =
        screen.session.keep_list("Both", &Listing::of(who.clone())).expect("kept").added.expect("a row");
    let rule = screen.session.segment_rule(SegmentId(kept)).expect("a rule");
    assert!(matches!(&rule, Rule::All(rules) if rules.len() == 3), "{rule:?}");
    let none = found.overlaps.iter().find(|overlap| overlap.of.within.is_empty()).expect("somebody");
    assert_eq!(none.customers, 1);
    screen.session.edit(&DeleteSegment { segment: SegmentId(kept) }.into()).expect("deleted");
    screen.session.edit(&DeleteSegment { segment: segments[0] }.into()).expect("deleted");
    assert!(screen.session.people(&Listing::of(who), &[], WHOLE).is_err());
    assert!(screen.session.overlaps(&segments).is_err());
}

#[test]
fn a_file_names_customers_by_a_column_or_line_by_line() {
    let (screen, _) = with_segments(&[(1, 1, 0), (1, 0, 0), (0, 0, 0)]);
    let named = |name: &str, content: &str| {
        let path = screen.write(name, content);
        let found = screen.session.customers_in_file(&path).expect("read");
        (found.customers.len(), found.unknown, found.first_unknown)
    };
    let nobody = Vec::<String>::new();
    assert_eq!(named("table.csv", "email,user_id\nx@y.z,u1\nx@y.z,u2\n,u1\n"), (2, 0, nobody));
    let list = named("list.txt", "\u{feff}u0\r\n\"u2\"; Nora\n\nu9\nu9\n");
    assert_eq!(list, (2, 1, vec!["u9".to_owned()]));
    let empty = screen.write("empty.txt", "\n\n");
    assert!(screen.session.customers_in_file(&empty).is_err());
    let bytes = screen.path("bytes.txt");
    std::fs::write(&bytes, [0xff, 0xfe, 0x00, 0x01]).expect("written");
    assert!(screen.session.customers_in_file(&bytes).is_err());
}
