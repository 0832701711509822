//! Customers who are one person: whatever is counted is what it would be if sources had used one key from the start.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use app::operations::{AddSegment, Connect, SeparateCustomer};
use app::{
    BackupReason, Content, CustomerImport, DataExport, DataFormat, Disguise, InteractionImport, Level,
    Likeness, Listing, Page, Question, Session, Who, rule_of_text,
};
use proptest::prelude::*;

use crate::screen::Screen;

const WHOLE: Page = Page { start: 0, length: 1000 };

/// A row of a log: who, under which of its keys, what, on which day, through which channel and worth what.
type Contact = (u8, bool, u8, u8, Option<u8>, Option<u8>);

/// A row about a customer: who, under which of its keys, and the plan.
type Said = (u8, bool, u8);

fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    let contact =
        (0..4_u8, any::<bool>(), 0..4_u8, 1..9_u8, prop::option::of(0..2_u8), prop::option::of(1..50_u8));
    prop::collection::vec(contact, 1..40)
}

fn key(who: u8, other: bool, apart: bool) -> String {
    if other && apart { format!("P {who}") } else { format!("p{who}") }
}

fn log(rows: &[Contact], apart: bool) -> String {
    let mut text = "user_id,event,timestamp,channel,value\n".to_owned();
    for (who, other, event, day, channel, value) in rows {
        let channel = channel.map(|channel| format!("c{channel}")).unwrap_or_default();
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        let key = key(*who, *other, apart);
        let _ = writeln!(text, "{key},e{event},2024-01-0{day}T00:00:00Z,{channel},{value}");
    }
    text
}

fn crm(rows: &[Said], apart: bool) -> String {
    let mut text = "user_id,plan\n".to_owned();
    for (who, other, plan) in rows {
        let _ = writeln!(text, "{},plan{plan}", key(*who, *other, apart));
    }
    text
}

/// A workspace with a map of three events.
fn shop() -> Screen {
    let mut screen = Screen::new();
    let touchpoints = ["e0", "e1", "e2"].map(|event| {
        let touchpoint = screen.add(event, 40.0, 40.0);
        screen.list(touchpoint, event);
        touchpoint
    });
    screen.edit(Connect { from: touchpoints[0], to: touchpoints[1] });
    for (name, rule) in [("Plan", "plan is plan1"), ("Twice", "did at least 2 times e1")] {
        let rule = rule_of_text(rule).expect("a rule");
        screen.edit(AddSegment { name: name.to_owned(), rule });
    }
    screen
}

fn import_log(screen: &mut Screen, name: &str, text: &str) {
    let log = screen.write(name, text);
    // The same rows may come again: whether they are new is told by the key that the source gives.
    let asked = InteractionImport { again: true, ..InteractionImport::default() };
    let imported = screen.session.import_interactions(&log, &asked, &|_| true);
    screen.apply(&imported.expect("imported").changes);
}

fn import_crm(screen: &mut Screen, text: &str) {
    let crm = screen.write("crm.csv", text);
    let imported = screen.session.import_customers(&crm, &CustomerImport::default(), &|_| true);
    screen.apply(&imported.expect("imported").changes);
}

/// A text in which both keys of everybody are the same.
fn plain(text: &str) -> String {
    text.to_lowercase().replace("p ", "p")
}

/// All that counts or lists customers, with everybody under one key.
fn told(screen: &mut Screen) -> String {
    let map = screen.map;
    let mut told = String::new();
    let session = &mut screen.session;
    let title = session.overview().expect("an overview").maps[0].title.clone();
    for level in [Level::Stage, Level::Touchpoint] {
        let question = Question::new(level);
        let report = session.overlay_report(&title, &question).expect("counted");
        let _ = writeln!(told, "{}", serde_json::to_string(&report).expect("JSON"));
        for figure in session.figures(map, &question).expect("figures") {
            let who = session.who_report(&figure.who(map, &question)).expect("a list");
            let mut keys = who.customers.clone();
            for key in &mut keys {
                *key = plain(key);
            }
            keys.sort();
            assert_eq!(figure.count, who.count);
            let _ = writeln!(told, "{} {keys:?}", figure.count);
        }
    }
    let mut quality = serde_json::to_value(session.quality_report(None).expect("looked")).expect("JSON");
    quality["at"] = serde_json::Value::Null;
    let _ = writeln!(told, "{quality}");
    for segment in session.overview().expect("an overview").segments {
        let count = session.people(&Listing::of(Who::Segment(segment.id)), &[], WHOLE).expect("a list").count;
        let _ = writeln!(told, "{} {count}", segment.name);
    }
    let people = session.people(&Listing::of(Who::Everybody), &["plan".to_owned()], WHOLE).expect("a list");
    assert_eq!(people.count, session.overview().expect("an overview").counts.customers);
    let mut rows = BTreeMap::new();
    for person in people.rows {
        let whole = session.customer(person.customer).expect("a customer");
        let timeline = session.timeline(person.customer, Some(map), WHOLE).expect("a timeline");
        let events: Vec<_> =
            timeline.iter().map(|each| (each.at, &each.event, &each.channel, each.value)).collect();
        let row = format!("{:?} {:?} {:?} {events:?}", person.values, whole.attributes, person.activity);
        rows.insert(plain(&person.key), row);
    }
    let _ = writeln!(told, "{rows:?}");
    told + &exported(screen)
}

/// Customers and interactions as they leave, in the order of keys.
fn exported(screen: &Screen) -> String {
    let what = vec![Content::Customers, Content::Interactions];
    let asked = DataExport { what, format: DataFormat::Csv, safe: false, replace: true };
    let data = screen.session.export_data(&screen.path("out"), &asked, &|_| true).expect("written");
    let mut texts = Vec::new();
    for file in data.files {
        let text = plain(&fs::read_to_string(&file.path).expect("readable"));
        let mut lines: Vec<&str> = text.lines().collect();
        // Stable: each customer's interactions stay in their order.
        lines.sort_by_key(|line| line.split(',').next().map(str::to_owned));
        texts.push(lines.join("\n"));
    }
    texts.join("\n\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn what_is_merged_counts_as_if_it_had_had_one_key_from_the_start(
        first in contacts(),
        said in prop::collection::vec((0..5_u8, any::<bool>(), 0..3_u8), 0..8),
        later in contacts(),
    ) {
        let (mut one, mut two) = (shop(), shop());
        for (screen, apart) in [(&mut one, false), (&mut two, true)] {
            import_log(screen, "log.csv", &log(&first, apart));
            if !said.is_empty() {
                import_crm(screen, &crm(&said, apart));
            }
        }
        let before = told(&mut two);
        let found = two.session.duplicates(Likeness::Key).expect("looked");
        let (merged, changes) = two.session.merge_duplicates(Likeness::Key).expect("merged");
        two.apply(&changes);
        prop_assert_eq!(&merged, &found);
        prop_assert_eq!(told(&mut two), told(&mut one));
        prop_assert_eq!(two.session.duplicates(Likeness::Key).expect("looked").people, 0);
        if found.people > 0 {
            let undone = two.session.undo().expect("undone");
            two.apply(&undone);
            prop_assert_eq!(told(&mut two), before);
            let redone = two.session.redo().expect("redone");
            two.apply(&redone);
        }
        // What is imported later is theirs; who is new is not merged by itself.
        for (screen, apart) in [(&mut one, false), (&mut two, true)] {
            import_log(screen, "later.csv", &log(&later, apart));
        }
        let changes = two.session.merge_duplicates(Likeness::Key).expect("merged").1;
        two.apply(&changes);
        prop_assert_eq!(told(&mut two), told(&mut one));
    }
}

fn two_of_one() -> Screen {
    let mut screen = Screen::new();
    import_log(
        &mut screen,
        "log.csv",
        "user_id,event,timestamp\nnora,ad,2024-01-01\nN-17,order,2024-01-02\nbob,ad,2024-01-03\n",
    );
    import_crm(
        &mut screen,
        "user_id,email,name,city\nnora,N@x.example,,Utrecht\nN-17,n@X.example,Nora Quist,Ommen\nbob,b@x.example,Bob,Ede\n",
    );
    screen
}

fn found(session: &mut Session, search: &str) -> Vec<String> {
    let listing = Listing { search: search.to_owned(), ..Listing::of(Who::Everybody) };
    let people = session.people(&listing, &[], WHOLE).expect("a list");
    people.rows.into_iter().map(|row| row.key).collect()
}

#[test]
fn a_person_has_one_page_and_is_found_by_all_its_keys() {
    let mut screen = two_of_one();
    let keys = ["nora", "N-17"].map(str::to_owned).to_vec();
    let changes = screen.session.merge_duplicates(Likeness::Email).expect("merged").1;
    screen.apply(&changes);
    assert_eq!(found(&mut screen.session, "N-17"), ["N-17"]);
    assert_eq!(found(&mut screen.session, "nora"), ["N-17"]);
    assert_eq!(found(&mut screen.session, "utrecht"), ["N-17"]);
    let record = screen.session.record_of("nora").expect("a record");
    assert_eq!((record.key.as_str(), &record.other_keys[..]), ("N-17", &keys[..1]));
    // Of each attribute what was said last.
    assert_eq!(record.attributes["city"], "Ommen");
    assert_eq!(record.interactions.len(), 2);
    let list = screen.write("keys.txt", "nora\nN-17\nbob\n");
    let named = screen.session.customers_in_file(&list).expect("read");
    let people =
        screen.session.people(&Listing::of(Who::Picked(named.customers)), &[], WHOLE).expect("a list");
    assert_eq!((people.count, people.customers), (2, 2));
    let customer = people.rows.iter().find(|row| row.key == "N-17").expect("listed").customer;
    screen.edit(SeparateCustomer { customer, key: Some("nora".to_owned()) });
    assert_eq!(found(&mut screen.session, "nora"), ["N-17", "nora"]);
    assert_eq!(screen.session.record_of("nora").expect("a record").other_keys, [""; 0]);
}

#[test]
fn a_fixed_list_made_before_means_the_same_people() {
    let mut screen = two_of_one();
    let list = screen.write("keys.txt", "nora\n");
    let named = screen.session.customers_in_file(&list).expect("read");
    let kept = screen.session.keep_list("Nora", &Listing::of(Who::Picked(named.customers))).expect("kept");
    screen.apply(&kept);
    let segment = Who::Segment(screen.overview.segments[0].id);
    let changes = screen.session.merge_duplicates(Likeness::Email).expect("merged").1;
    screen.apply(&changes);
    let people = screen.session.people(&Listing::of(segment), &[], WHOLE).expect("a list");
    assert_eq!(people.rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["N-17"]);
}

#[test]
fn whoever_is_erased_is_so_under_all_keys_everywhere() {
    let mut screen = two_of_one();
    // In which the two are not merged.
    screen.session.back_up(BackupReason::Asked).expect("backed up");
    let changes = screen.session.merge_duplicates(Likeness::Email).expect("merged").1;
    screen.apply(&changes);
    screen.session.back_up(BackupReason::Asked).expect("backed up");
    screen.session.erase("nora", true).expect("erased");
    for name in ["log.csv", "crm.csv"] {
        fs::remove_file(screen.path(name)).expect("removed");
    }
    assert_eq!(found(&mut screen.session, "").len(), 1);
    let mut left = Vec::new();
    let mut folders = vec![screen.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = fs::read(entry.path()).expect("readable");
            for text in ["nora", "N-17", "Quist", "Utrecht", "Ommen"] {
                let is_there = bytes.windows(text.len()).any(|each| each == text.as_bytes());
                left.extend(is_there.then(|| format!("{text} in {}", entry.path().display())));
            }
        }
    }
    assert_eq!(left, [""; 0]);
}

#[test]
fn a_copy_in_which_nobody_is_known_has_each_person_once() {
    let mut screen = two_of_one();
    let changes = screen.session.merge_duplicates(Likeness::Email).expect("merged").1;
    screen.apply(&changes);
    let copy = screen.path("copy.touchline");
    screen.session.disguise(&copy, &Disguise::default()).expect("written");
    let mut other = Session::look(&copy).expect("opened");
    assert_eq!(other.overview().expect("an overview").counts.customers, 2);
    assert_eq!(found(&mut other, "").len(), 2);
    let bytes = fs::read(&copy).expect("readable");
    assert!(!bytes.windows(4).any(|each| each == b"N-17"));
    assert_eq!(screen.session.duplicates(Likeness::Email).expect("looked").people, 0);
}
