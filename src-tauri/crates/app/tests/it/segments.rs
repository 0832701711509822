//! Segments as a session answers them: rules by name, on real files, following what changes.

use std::fs;

use app::operations::{AddPersona, AddSegment, DeletePersona, EditSegment, SetEvents, SetPersonaSegment};
use app::{
    Cancel, CustomerImport, Edit, Failure, FailureCode, InteractionImport, Level, Locale, MapId,
    NewWorkspace, Node, PersonaId, Question, Rule, RuleTrial, SegmentCount, SegmentId, Session, Stages,
    Theme, View, Who, rule_of_json, rule_of_text,
};
use tempfile::TempDir;

const LOG: &str = "customer,event,timestamp,channel,value
ann,ad,2024-03-01 09:00,Mail,
ann,order,2024-03-03 09:00,Shop,40
ann,order,2024-03-30 23:30,Shop,60
bob,ad,2024-03-02 09:00,Mail,
bob,ad,2024-03-31 12:00,Web,
cy,order,2024-03-31 00:00,Web,15
";

const CRM: &str = "customer,country,age,since
ann,NL,41,2024-03-01
bob,nl,9,2024-03-31
cy,BE,,2023-12-31
di,,30,
";

fn shop() -> (TempDir, Session, MapId) {
    let folder = TempDir::new().expect("a folder");
    let new = NewWorkspace {
        title: None,
        timezone: "Europe/Amsterdam".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let mut session = Session::create(&folder.path().join("w.touchline"), &new).expect("created");
    let (log, crm) = (folder.path().join("log.csv"), folder.path().join("crm.csv"));
    fs::write(&log, LOG).expect("written");
    fs::write(&crm, CRM).expect("written");
    session.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    let stages = Stages::parse("Look: ad; Buy: order").expect("stages");
    let map = session.discover("Shop", Some(stages)).expect("a map");
    (folder, session, map)
}

fn edit(session: &mut Session, edit: impl Into<Edit>) -> i64 {
    session.edit(&edit.into()).expect("an edit").added.unwrap_or_default()
}

fn rule(session: &Session, text: &str) -> Rule {
    session.with_rows(&rule_of_text(text).expect("a rule")).expect("names that are there")
}

fn segment(session: &mut Session, name: &str, text: &str) -> SegmentId {
    let rule = rule(session, text);
    SegmentId(edit(session, AddSegment { name: name.to_owned(), rule }))
}

fn who(session: &mut Session, text: &str) -> String {
    let report = session.rule_report(&rule_of_text(text).expect("a rule"), None).expect("an answer");
    assert_eq!(report.count as usize, report.customers.len());
    report.customers.join(" ")
}

#[test]
fn rules_are_answered_by_names_over_what_was_imported() {
    let (_folder, mut session, _) = shop();
    segment(&mut session, "Dutch", "country is NL");
    let buyers = segment(&mut session, "Buyers", "did order");
    let lena = PersonaId(edit(&mut session, AddPersona { name: "Lena".to_owned() }));
    edit(&mut session, SetPersonaSegment { persona: lena, segment: Some(buyers) });
    edit(&mut session, AddPersona { name: "Nobody yet".to_owned() });
    for (text, expected) in [
        ("everybody", "ann bob cy di"),
        ("country is nl", "ann bob"),
        ("country is not NL", "cy di"),
        ("country is empty", "di"),
        ("age < 40", "bob di"),
        ("age between 30 and 41", "ann di"),
        ("since >= 2024-03-01 and since < 2024-03-31", "ann"),
        ("since within the last 30 days", "ann bob"),
        ("since within the last 29 days", "bob"),
        ("did order", "ann cy"),
        ("did at least 2 times order", "ann"),
        ("did at most 0 times ad", "cy di"),
        ("did order with value between 15 and 40", "ann cy"),
        ("did order with value > 40", "ann"),
        ("did channel Shop", "ann"),
        ("did exactly 1 time channel any of (Mail, Web)", "ann cy"),
        // Days are those of the workspace's zone.
        ("did anything from 2024-03-31", "bob cy"),
        ("did anything from 2024-03-31T00:30", "bob"),
        ("did order within 2 days of the first", "ann cy"),
        ("did exactly 1 time order within 2 days of the first", "ann cy"),
        ("did in order (ad, order)", "ann"),
        ("did in order (ad, order, order) each within 2 days", ""),
        ("did in order (touchpoint ad on Shop, stage Buy on Shop)", "ann"),
        ("stands at stage Look on Shop", "bob"),
        ("stands at touchpoint order on Shop", "ann cy"),
        ("persona Lena", "ann cy"),
        ("persona \"Nobody yet\"", ""),
        ("segment Dutch and not persona Lena", "bob"),
        ("customers (di, ann)", "ann di"),
    ] {
        assert_eq!(who(&mut session, text), expected, "{text}");
    }
    let by_json =
        rule_of_json(r#"{"all": [{"segment": "Dutch"}, {"did": {"what": {"events": ["order"]}}}]}"#);
    assert_eq!(session.rule_report(&by_json.expect("a rule"), None).expect("an answer").customers, ["ann"]);
}

#[test]
fn a_cut_off_leaves_out_what_comes_after() {
    let (_folder, mut session, map) = shop();
    let mut before = |text: &str, cutoff: &str| {
        let rule = rule_of_text(text).expect("a rule");
        session.rule_report(&rule, Some(cutoff)).expect("an answer").customers.join(" ")
    };
    assert_eq!(before("did at least 2 times order", "2024-03-30"), "");
    assert_eq!(before("since within the last 30 days", "2024-03-05"), "ann");
    let twice = segment(&mut session, "Twice", "did at least 2 times order");
    let asked = |cutoff| Question { who: Who::Segment(twice), cutoff, ..Question::new(Level::Stage) };
    let entered = |session: &mut Session, question: &Question| {
        session.figures(map, question).expect("figures").iter().map(|figure| figure.count).max()
    };
    assert_eq!(entered(&mut session, &asked(None)), Some(1));
    assert_eq!(entered(&mut session, &asked(Some(1_709_500_000_000))), Some(0));
}

#[test]
fn a_rule_is_written_with_the_names_that_things_have_now() {
    let (_folder, mut session, _) = shop();
    let dutch = segment(&mut session, "Dutch", "country is NL");
    let lena = PersonaId(edit(&mut session, AddPersona { name: "Lena".to_owned() }));
    let text = "segment Dutch or persona Lena or stands at stage Buy on Shop or did touchpoint ad on Shop or customers (di)";
    let all = segment(&mut session, "All sorts", text);
    let stored = session.segment_rule(all).expect("a rule");
    assert_eq!(session.text_of_rule(&stored).expect("a text"), text);
    edit(&mut session, EditSegment { segment: dutch, name: Some("From NL".to_owned()), rule: None });
    assert!(session.text_of_rule(&stored).expect("a text").starts_with("segment \"From NL\" or"));
    edit(&mut session, DeletePersona { persona: lena });
    let stored = session.segment_rule(all).expect("a rule");
    assert!(session.text_of_rule(&stored).expect("a text").contains("persona Lena"));
    let trial = session.try_rule(&stored, Some(all)).expect("an answer");
    assert_eq!(trial.count, Some(SegmentCount { customers: 4, of: 4 }));
}

#[test]
fn what_is_no_rule_says_why() {
    let (_folder, mut session, _) = shop();
    for (text, expected) in [
        (
            "country NL",
            "this is no rule: at character 9: expected “is”, “contains”, “starts with”, “within the last”, “between” or a comparison, found “NL”",
        ),
        ("segment Belgian", "there is no segment “Belgian”"),
        ("persona Lena", "there is no persona “Lena”"),
        ("customers (zoe)", "there is no customer “zoe”"),
        ("stands at stage Buy on Web", "there is no map “Web”"),
        (
            "stands at stage Sell on Shop",
            "the map “Shop” has no stage “Sell”; --level says whether stages or touchpoints are meant",
        ),
        ("country > 3", "“country” is text: only numbers and dates are compared by size"),
        ("age > old", "“old” is no number; write 1234.5"),
        ("since > 3", "“3” is no date; write 2024-03-31 or 2024-03-31T14:05"),
        ("did order from yesterday", "“yesterday” is no date; write 2024-03-31 or 2024-03-31T14:05"),
        ("age within the last 3 days", "“age” has no dates: only dates are within the last days"),
    ] {
        let answer = rule_of_text(text).and_then(|rule| session.rule_report(&rule, None));
        assert_eq!(answer.expect_err(text).to_string(), expected);
    }
    for json in ["{", r#"{"like": "x"}"#, r#"{"attribute": {"name": "age"}}"#] {
        let error = rule_of_json(json).expect_err(json);
        assert!(error.is_usage() && error.to_string().contains("line 1 column"), "{error}");
    }
    let deep = r#"{"none":["#.repeat(40) + r#"{"all":[]}"# + &"]}".repeat(40);
    assert_eq!(
        rule_of_json(&deep).expect_err("deep").to_string(),
        "this is no rule: rules are nested deeper than 32"
    );
    assert_eq!(
        session
            .unknown_to(&rule_of_text("cuntry is NL or did odrer or did channel Fax").expect("a rule"))
            .expect("told"),
        [
            "no customer has the attribute “cuntry”",
            "no interaction has the event “odrer”",
            "no interaction has the channel “Fax”"
        ]
    );
}

#[test]
fn a_circle_is_refused_by_its_names() {
    let (_folder, mut session, _) = shop();
    let first = segment(&mut session, "First", "everybody");
    let second = segment(&mut session, "Second", "not segment First");
    let lena = PersonaId(edit(&mut session, AddPersona { name: "Lena".to_owned() }));
    edit(&mut session, SetPersonaSegment { persona: lena, segment: Some(second) });
    let circular = rule(&session, "age > 3 and persona Lena");
    let error = session
        .edit(&EditSegment { segment: first, name: None, rule: Some(circular) }.into())
        .expect_err("a circle");
    let failure = Failure::from(error);
    assert_eq!(failure.code, FailureCode::SegmentCircle);
    assert_eq!(failure.params["names"], "Lena → Second → First → Lena");
    assert_eq!(who(&mut session, "segment Second"), "");
}

#[test]
fn a_rule_that_is_tried_says_which_of_its_parts_are_wrong() {
    let (_folder, mut session, _) = shop();
    let first = segment(&mut session, "First", "everybody");
    segment(&mut session, "Second", "not segment First");
    let mut check =
        |text: &str, of: Option<SegmentId>, count: Option<u64>, expected: &[(u32, FailureCode)]| {
            let rule = rule(&session, text);
            let RuleTrial { count: found, faults } = session.try_rule(&rule, of).expect("an answer");
            assert_eq!(found.map(|count| count.customers), count, "{text}");
            let faults: Vec<_> = faults.iter().map(|fault| (fault.part, fault.failure.code)).collect();
            assert_eq!(faults, expected, "{text}");
        };
    check("country is NL or did order", None, Some(3), &[]);
    check(
        "country is NL and (did order from yesterday or not (age > old or any of (since > 3))) and plan is x",
        None,
        None,
        &[(1, FailureCode::RuleNoDate), (2, FailureCode::RuleNoNumber), (3, FailureCode::RuleNoDate)],
    );
    check("age > 3 and segment Second", None, Some(0), &[]);
    check("age > 3 and segment Second", Some(first), None, &[(1, FailureCode::SegmentCircle)]);
    let cancel = Cancel::default();
    cancel.cancel();
    let belgian = rule(&session, "country is BE");
    let stopped = session.heeding(cancel, |session| session.try_rule(&belgian, None));
    assert_eq!(Failure::from(stopped.expect_err("stopped")).code, FailureCode::Cancelled);
}

#[test]
fn what_rules_are_made_of_is_offered() {
    let (_folder, mut session, map) = shop();
    let channels = session.channel_counts().expect("channels");
    let channels: Vec<_> = channels.iter().map(|each| (each.event.as_str(), each.count)).collect();
    assert_eq!(channels, [("Mail", 2), ("Shop", 2), ("Web", 2)]);
    let places = session.map_places(map).expect("places");
    let titles = |all: Vec<String>| all.join(", ");
    assert_eq!(titles(places.stages.iter().map(|(_, title)| title.clone()).collect()), "Look, Buy");
    assert_eq!(titles(places.touchpoints.iter().map(|(_, title)| title.clone()).collect()), "ad, order");
    let stands = rule(&session, "stands at stage Buy on Shop");
    let written = session.text_of_rule(&stands).expect("a text");
    assert_eq!(session.read_rule(&written).expect("a rule"), stands);
    let unknown = session.read_rule("segment Belgian").expect_err("no such segment");
    assert_eq!(Failure::from(unknown).code, FailureCode::NoSegment);
}

#[test]
fn members_follow_what_is_edited_and_imported() {
    let (folder, mut session, map) = shop();
    let node = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node");
    let Node::Touchpoint(touchpoint) = node else { panic!("a touchpoint") };
    let lookers = segment(&mut session, "Lookers", "stands at touchpoint ad on Shop");
    segment(&mut session, "Rest", "not segment Lookers");
    let view = View {
        map,
        question: Some(Question { who: Who::Segment(lookers), ..Question::new(Level::Stage) }),
        reading: app::Reading::default(),
        theme: Theme::Light,
        locale: Locale::En,
    };
    let shown = session.view_map(view).expect("shown");
    assert_eq!(shown.evidence.expect("numbers").customers, 1);
    assert_eq!(who(&mut session, "segment Rest"), "ann cy di");

    let changes = session.edit(&SetEvents { touchpoint, events: Vec::new() }.into()).expect("an edit");
    assert_eq!(changes.evidence.expect("numbers counted again").customers, 0);
    assert_eq!(who(&mut session, "segment Rest"), "ann bob cy di");
    session.undo().expect("undone");
    assert_eq!(who(&mut session, "segment Rest"), "ann cy di");

    let more = folder.path().join("more.csv");
    fs::write(&more, "customer,event,timestamp\nann,ad,2024-04-01\neve,ad,2024-04-01\n").expect("written");
    session.import_interactions(&more, &InteractionImport::default(), &|_| true).expect("imported");
    assert_eq!(who(&mut session, "segment Rest"), "cy di");
    let rule = rule(&session, "country is BE");
    let changes = session.edit(&EditSegment { segment: lookers, name: None, rule: Some(rule) }.into());
    assert_eq!(changes.expect("an edit").evidence.expect("numbers counted again").customers, 1);
    assert_eq!(who(&mut session, "segment Rest"), "ann bob di eve");
}
