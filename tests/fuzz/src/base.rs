//! The workspace that damage is done to: one with something in every table.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use app::operations::{AddSegment, AddTouchpoint, EditTouchpoints, SetChannel, SetEvents};
use app::{
    AnyChannel, AppError, ChannelIcon, CustomerImport, DetailChange, Edit, InteractionImport, Level, Listing,
    Locale, MapId, NewWorkspace, OwnChannel, Page, Question, Reading, Rule, Session, Theme, TouchpointId,
    View,
};
use rusqlite::Connection;
use tempfile::TempDir;

const INTERACTIONS: &str = "customer,event,time,value,currency,channel
a,ad,2024-01-01,,,web
a,order,2024-01-02T10:00:00Z,12.5,EUR,store
b,ad,2024-01-03,,,web
b,ad,2024-02-20 08:30,,,app
c,other,2024-03-01,3,USD,web
";

const CUSTOMERS: &str = "id,name,plan,since
a,Anna,pro,2023-05-01
b,Bart,free,
d,Dora,pro,2024-01-01
";

/// A workspace's bytes.
pub(crate) struct Base {
    /// The closed file.
    pub(crate) file: Vec<u8>,
    /// The file and its log in the middle of work, as a power cut would leave them.
    pub(crate) cut: (Vec<u8>, Vec<u8>),
    /// What was called what, from the closed file of before that work to the last edit in the log.
    pub(crate) states: Vec<String>,
    /// Each column of each table.
    pub(crate) cells: Vec<(String, String)>,
}

/// What damage is done to; made once.
pub(crate) static BASE: LazyLock<Base> = LazyLock::new(|| make().expect("a sound workspace can be made"));

/// A folder with a workspace of these bytes.
pub(crate) fn laid(file: &[u8], log: Option<&[u8]>) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join(NAME), file).expect("written");
    if let Some(log) = log {
        fs::write(folder.path().join(LOG), log).expect("written");
    }
    folder
}

/// The workspace in such a folder.
pub(crate) const NAME: &str = "w.touchline";

/// The log beside it.
pub(crate) const LOG: &str = "w.touchline-wal";

/// Opens a workspace and looks at everything in it; each look may fail.
pub(crate) fn look_at_all(path: &Path) {
    let Ok(mut session) = Session::open(path) else { return };
    let Ok(overview) = session.overview() else { return };
    for map in overview.maps.iter().take(20) {
        let _ = session.view_map(view(map.id));
    }
    let page = Page { start: 0, length: 100 };
    let found = Listing { search: "a".to_owned(), ..Listing::default() };
    for listing in [Listing::default(), found] {
        if let Some(person) = session
            .people(&listing, &["plan".to_owned()], page)
            .ok()
            .and_then(|people| people.rows.into_iter().next())
        {
            let _ = session.customer(person.customer);
        }
    }
    for segment in overview.segments.iter().take(20) {
        let _ = session.segment_rule(segment.id).map(|rule| session.rule_report(&rule, None).is_ok());
    }
    let _ = (session.map_summaries(), session.backups(), session.check());
    let _ = (session.undo(), session.undo(), session.redo());
}

/// What a workspace calls itself and its maps.
pub(crate) fn told(session: &Session) -> Option<String> {
    let overview = session.overview().ok()?;
    Some(format!("{:?} {:?}", session.map_summaries().ok()?, overview.segments))
}

fn view(map: MapId) -> View {
    View {
        map,
        question: Some(Question::new(Level::Touchpoint)),
        reading: Reading::default(),
        theme: Theme::Light,
        locale: Locale::En,
    }
}

fn make() -> Result<Base, Box<dyn std::error::Error>> {
    let folder = TempDir::new()?;
    let path = folder.path().join(NAME);
    let (log, list) = (folder.path().join("log.csv"), folder.path().join("list.csv"));
    fs::write(&log, INTERACTIONS)?;
    fs::write(&list, CUSTOMERS)?;
    let new = NewWorkspace {
        title: None,
        timezone: "Europe/Amsterdam".to_owned(),
        template: None,
        examples: false,
        persona: Some("Lena".to_owned()),
        locale: Locale::En,
    };
    let mut session = Session::create(&path, &new)?;
    session.import_interactions(&log, &InteractionImport::default(), &|_| true)?;
    session.import_customers(&list, &CustomerImport::default(), &|_| true)?;
    edit(&mut session, "ad", &mut Vec::new())?;
    session.people(
        &Listing { search: "an".to_owned(), ..Listing::default() },
        &[],
        Page { start: 0, length: 9 },
    )?;
    drop(session);
    let mut session = Session::open(&path)?;
    let mut states: Vec<_> = told(&session).into_iter().collect();
    for title in ["order", "Third"] {
        edit(&mut session, title, &mut states)?;
    }
    // Reading the file here would drop this process's lock on it.
    let copied = |name: &str| -> Result<Vec<u8>, std::io::Error> {
        Ok(Command::new("cat").arg(folder.path().join(name)).output()?.stdout)
    };
    let cut = (copied(NAME)?, copied(LOG)?);
    drop(session);
    let cells = cells(&path)?;
    Ok(Base { file: fs::read(&path)?, cut, states, cells })
}

/// Adds a touchpoint that lists an event of its name, and a segment; tells what is there after each of these edits.
fn edit(
    session: &mut Session,
    title: &str,
    states: &mut Vec<String>,
) -> Result<(), Box<dyn std::error::Error>> {
    let map = session.overview()?.maps[0].id;
    let (title, left, top) = (title.to_owned(), 40.0, 40.0);
    let mut done = |edit: Edit| -> Result<_, AppError> {
        let changes = session.edit(&edit)?;
        states.extend(told(session));
        Ok(changes)
    };
    let added =
        done(AddTouchpoint { map, title: title.clone(), left, top, joined: None, channel: None }.into())?
            .added;
    let touchpoint = TouchpointId(added.unwrap_or_default());
    done(SetEvents { touchpoint, events: vec![title.clone()] }.into())?;
    let touchpoints = vec![touchpoint];
    let own = OwnChannel { name: title.clone(), icon: ChannelIcon::Cup };
    let channel = Some(AnyChannel::Own(own));
    done(SetChannel { touchpoints: touchpoints.clone(), channel }.into())?;
    for change in [DetailChange::Quote(title.clone()), DetailChange::Pains(vec![title.clone()])] {
        done(EditTouchpoints { touchpoints: touchpoints.clone(), change }.into())?;
    }
    done(AddSegment { name: title, rule: Rule::attribute_is("plan", "pro") }.into())?;
    Ok(())
}

fn cells(path: &Path) -> rusqlite::Result<Vec<(String, String)>> {
    let conn = Connection::open(path)?;
    let sql = "SELECT tables.name, columns.name FROM pragma_table_list AS tables
               JOIN pragma_table_xinfo(tables.name) AS columns
               WHERE tables.schema = 'main' AND tables.type IN ('table', 'shadow') AND tables.name NOT LIKE 'sqlite_%'
               ORDER BY 1, 2";
    let mut select = conn.prepare(sql)?;
    select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
