//! Random workspaces from which random people are erased: nothing that only they had is in any byte afterwards.
//! `TOUCHLINE_CASES` sets how many are tried.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use app::operations::{AddSegment, LeaveEvent, RenameTouchpoint, SetEvents};
use app::{
    AppError, BackupReason, CustomerImport, Edit, ImportId, InteractionImport, Locale, MapId, Moment,
    NewWorkspace, Session, Theme, TouchpointId, View, rule_of_json,
};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tempfile::TempDir;

/// How many people there may be.
const PEOPLE: u8 = 5;

/// One thing that somebody does: which, about whom, and how.
#[derive(Debug, Clone, Copy)]
struct Deed {
    kind: u8,
    person: u8,
    how: u8,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0..20_u8, 0..PEOPLE, any::<u8>()).prop_map(|(kind, person, how)| Deed { kind, person, how });
    prop::collection::vec(deed, 6..30)
}

/// What only one person has.
struct Person {
    key: String,
    name: String,
    city: String,
    mail: String,
    event: String,
    channel: String,
}

impl Person {
    fn of(case: u64, person: u8) -> Self {
        let mark = format!("{:05}q{person}", case * 7919 % 99_991);
        Self {
            key: if person == 0 { format!("{mark}@Example.org") } else { format!("user-{mark}") },
            name: format!("Näme \"{mark}\" van"),
            city: format!("City, {mark}"),
            mail: format!("mail+{mark}@x.example"),
            event: format!("saw 'page {mark}'"),
            channel: format!("line\\{mark}"),
        }
    }

    fn texts(&self) -> [&str; 6] {
        [&self.key, &self.name, &self.city, &self.mail, &self.event, &self.channel]
    }
}

struct World {
    folder: TempDir,
    people: Vec<Person>,
    session: Option<Session>,
    touchpoints: Vec<TouchpointId>,
    map: MapId,
    /// Who was erased and did not come back.
    gone: BTreeSet<u8>,
    /// Whose attributes are known, and whose interactions.
    listed: BTreeSet<u8>,
    logged: BTreeSet<u8>,
    /// Whether somebody has named what only one person has. From then on no import is undone: nothing would say any more
    /// whose it was.
    named: bool,
    files: u32,
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

impl World {
    fn new(case: u64) -> Self {
        let folder = TempDir::new().expect("a folder");
        let new = NewWorkspace {
            title: None,
            timezone: "UTC".to_owned(),
            template: None,
            examples: false,
            persona: None,
            locale: Locale::En,
        };
        let path = folder.path().join("Shop.touchline");
        let mut session = Session::create(&path, &new).expect("created");
        let map = session.overview().expect("an overview").maps[0].id;
        let csv = folder.path().join("start.csv");
        fs::write(&csv, "customer,event,timestamp\nstays,ad,2024-01-01\nstays,order,2024-01-02\n")
            .expect("written");
        session.import_interactions(&csv, &InteractionImport::default(), &|_| true).expect("imported");
        let drawn = session.discover("Found", None).expect("a map");
        let view = View {
            map: drawn,
            question: None,
            reading: app::Reading::default(),
            theme: Theme::Light,
            locale: Locale::En,
        };
        let parts = session.view_map(view).expect("a view").parts;
        let touchpoints = parts.touchpoints.iter().map(|each| each.id).collect();
        fs::remove_file(csv).expect("removed");
        let people = (0..PEOPLE).map(|person| Person::of(case, person)).collect();
        Self {
            folder,
            people,
            session: Some(session),
            touchpoints,
            map,
            gone: BTreeSet::new(),
            listed: BTreeSet::new(),
            logged: BTreeSet::new(),
            named: false,
            files: 0,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("Shop.touchline")
    }

    fn session(&mut self) -> &mut Session {
        self.session.as_mut().expect("it is open")
    }

    /// The people of a source, which is named after the first of them now and then.
    fn source(&mut self, deed: Deed, head: &str, row: impl Fn(&Person, u8) -> String) -> (PathBuf, Vec<u8>) {
        let among: Vec<u8> =
            (0..PEOPLE).filter(|person| *person == deed.person || deed.how >> person & 1 == 1).collect();
        self.files += 1;
        let file = if deed.how.is_multiple_of(3) {
            format!("{}-{}.csv", self.people[usize::from(deed.person)].key.to_uppercase(), self.files)
        } else {
            format!("log-{}.csv", self.files)
        };
        let mut text = head.to_owned();
        for &person in &among {
            text += &row(&self.people[usize::from(person)], deed.how);
            self.gone.remove(&person);
        }
        // They may be named for whoever is in them.
        let path = self.folder.path().join(file);
        fs::write(&path, text).expect("written");
        (path, among)
    }

    fn import_log(&mut self, deed: Deed) {
        let files = self.files;
        let (path, among) = self.source(deed, "customer,event,timestamp,channel\n", |person, how| {
            let day = how % 28 + 1;
            let (key, event, channel) = (quoted(&person.key), quoted(&person.event), quoted(&person.channel));
            format!(
                "{key},{event},2024-03-{day:02}T0{}:00Z,{channel}\n{key},order,2024-04-{day:02},Mail\n",
                files % 9
            )
        });
        let result = self.session().import_interactions(&path, &InteractionImport::default(), &|_| true);
        assert!(matches!(&result, Ok(_) | Err(AppError::ImportedBefore { .. })), "{result:?}");
        self.logged.extend(among.iter().filter(|_| result.is_ok()));
        fs::remove_file(path).expect("removed");
    }

    fn import_list(&mut self, deed: Deed) {
        let files = self.files;
        let (path, among) = self.source(deed, "customer,name,city,mail,plan\n", |person, _| {
            let [key, name, city, mail] =
                [&person.key, &person.name, &person.city, &person.mail].map(|text| quoted(text));
            format!("{key},{name},{city},{mail},plan {files}\n")
        });
        let result = self.session().import_customers(&path, &CustomerImport::default(), &|_| true);
        assert!(matches!(&result, Ok(_) | Err(AppError::ImportedBefore { .. })), "{result:?}");
        self.listed.extend(among.iter().filter(|_| result.is_ok()));
        fs::remove_file(path).expect("removed");
    }

    /// Edits, of which some are refused: names that are taken, customers who are not there.
    fn edit(&mut self, edit: impl Into<Edit>) {
        let _ = self.session().edit(&edit.into());
    }

    fn segment(&mut self, deed: Deed) {
        let person = &self.people[usize::from(deed.person)];
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let rule = match deed.how % 5 {
            0 => format!(r#"{{"attribute":{{"name":"city","test":{{"is":{}}}}}}}"#, text(&person.city)),
            1 => format!(
                r#"{{"any":[{{"attribute":{{"name":"mail","test":{{"one_of":["x",{}]}}}}}}]}}"#,
                text(&person.mail)
            ),
            2 => format!(r#"{{"did":{{"what":{{"events":["ad",{}]}}}}}}"#, text(&person.event)),
            3 => format!(r#"{{"did":{{"what":{{"channels":[{}]}}}}}}"#, text(&person.channel)),
            _ => format!(r#"{{"customers":["stays",{}]}}"#, text(&person.key)),
        };
        let known = [&self.listed, &self.listed, &self.logged, &self.logged, &self.logged];
        if !known[usize::from(deed.how % 5)].contains(&deed.person) {
            return;
        }
        self.named = true;
        let rule = rule_of_json(&rule).expect("a rule");
        let name = format!("Segment {} {}", deed.how, self.files);
        if let Ok(rule) = self.session().with_rows(&rule) {
            self.edit(AddSegment { name, rule });
        }
    }

    fn events(&mut self, deed: Deed) {
        if !self.logged.contains(&deed.person) {
            return;
        }
        self.named = true;
        let event = self.people[usize::from(deed.person)].event.clone();
        let touchpoint = self.touchpoints[usize::from(deed.how) % self.touchpoints.len()];
        if deed.how.is_multiple_of(4) {
            let map = self.map;
            self.edit(LeaveEvent { map, event, left: deed.how.is_multiple_of(8) });
        } else {
            self.edit(SetEvents { touchpoint, events: vec!["ad".to_owned(), event] });
        }
    }

    /// A title that was a key for a while.
    fn rename(&mut self, deed: Deed) {
        if self.gone.contains(&deed.person) {
            return;
        }
        let touchpoint = self.touchpoints[0];
        let key = self.people[usize::from(deed.person)].key.clone();
        for title in [format!("About {key}"), format!("Contact {}", deed.how)] {
            let name = format!("Version {}", self.session().steps().expect("steps").steps.len());
            self.edit(RenameTouchpoint { touchpoint, title });
            // Where that name is given already, it is another version's.
            let _ = self.session().name_version(Moment::Now, &name);
        }
    }

    /// Goes along the history, and past where a title is a key: what users call things themselves stays.
    fn travel(&mut self, step: impl Fn(&mut Session) -> Result<app::Changes, AppError>) {
        let session = self.session();
        step(session).expect("a step");
        let maps = session.map_summaries().expect("maps");
        if maps.iter().any(|map| map.touchpoints.iter().any(|title| title.starts_with("About "))) {
            step(session).expect("a step");
        }
    }

    fn undo_import(&mut self, deed: Deed) {
        if self.named {
            return;
        }
        let imports = self.session().overview().expect("an overview").imports;
        if let Some(import) = imports.get(usize::from(deed.how) % imports.len().max(1)) {
            let id: ImportId = import.id;
            // The one that stays keeps the map counting.
            if id.0 > 1 {
                self.session().undo_import(id, &|_| true).expect("undone");
                self.listed.clear();
                self.logged.clear();
            }
        }
    }

    fn erase(&mut self, person: u8) {
        let key = self.people[usize::from(person)].key.clone();
        self.listed.remove(&person);
        self.logged.remove(&person);
        match self.session().erase(&key, true) {
            Ok(_) => drop(self.gone.insert(person)),
            Err(AppError::NoCustomer(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }

    fn reopen(&mut self) {
        drop(self.session.take());
        self.check();
        self.session = Some(Session::open(&self.path()).expect("opened"));
    }

    fn perform(&mut self, deed: Deed) {
        match deed.kind {
            0..=2 => self.import_log(deed),
            3..=5 => self.import_list(deed),
            6..=8 => self.segment(deed),
            9 | 10 => self.events(deed),
            11 => self.rename(deed),
            12 => self.travel(Session::undo),
            13 => self.travel(Session::redo),
            14 => self.undo_import(deed),
            15 => drop(self.session().back_up(BackupReason::Asked).expect("backed up")),
            16 => drop(self.session().prepare_search().expect("prepared")),
            17 => self.reopen(),
            _ => self.erase(deed.person),
        }
    }

    /// Sees that nothing of those who are gone is left in any file.
    fn check(&self) {
        let mut found = Vec::new();
        for &person in &self.gone {
            let texts = self.people[usize::from(person)].texts().map(str::to_ascii_lowercase);
            look_for(self.folder.path(), &texts, &mut found);
        }
        assert!(found.is_empty(), "{found:?}");
    }
}

fn look_for(folder: &Path, texts: &[String], found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            look_for(&entry.path(), texts, found);
            continue;
        }
        let mut bytes = fs::read(entry.path()).expect("readable");
        bytes.extend(name.as_bytes());
        // What is no text in it becomes signs that none of the texts has.
        let bytes = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
        for text in texts {
            let quoted = serde_json::Value::from(text.as_str()).to_string();
            for text in [text.as_str(), &quoted[1..quoted.len() - 1]] {
                if bytes.contains(text) {
                    found.push(format!("{text} in {name}"));
                }
            }
        }
    }
}

fn run(case: u64, deeds: &[Deed]) -> usize {
    let mut world = World::new(case);
    for deed in deeds {
        world.perform(*deed);
    }
    for person in 0..PEOPLE {
        if deeds[0].how >> person & 1 == 1 {
            world.erase(person);
        }
    }
    let erased = world.gone.len();
    world.reopen();
    // What is left is sound, and what can be undone still is.
    assert_eq!(world.session().check().expect("checked"), Vec::<String>::new());
    while world.session().overview().expect("an overview").history.undo.is_some() {
        world.session().undo().expect("undone");
    }
    while world.session().overview().expect("an overview").history.redo.is_some() {
        world.session().redo().expect("redone");
    }
    world.reopen();
    erased
}

#[test]
fn whoever_is_erased_from_whatever_workspace_is_in_no_byte_of_it() {
    let cases = env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12);
    let mut runner =
        TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    let (case, erased) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let tried = runner.run(&deeds(), |deeds| {
        case.set(case.get() + 1);
        erased.set(erased.get() + run(case.get(), &deeds));
        Ok(())
    });
    tried.unwrap_or_else(|error| panic!("{error}"));
    assert!(erased.get() >= cases as usize, "{} people were erased", erased.get());
    println!("{cases} workspaces, {} people erased", erased.get());
}
