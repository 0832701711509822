//! Maps that are kept as templates.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use app::operations::{AddMap, EditTouchpoints, SetEvents, SetMapPersonas};
use app::{DetailChange, FailureCode, Locale, MapId, NewWorkspace, Session, Template, Theme};

use crate::screen::{Screen, view};

/// The folder of this process: it is named once.
fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = tempfile::TempDir::new().expect("a folder").keep().join("templates");
        app::keep_templates_in(folder.clone());
        folder
    })
}

fn own() -> Vec<Template> {
    app::templates(Locale::En).into_iter().filter(|each| each.own).collect()
}

fn code(error: app::AppError) -> FailureCode {
    app::Failure::from(error).code
}

/// One test: what is kept is the same for all workspaces of a process.
#[test]
fn a_map_is_kept_without_customers_and_makes_others_until_it_is_deleted() {
    let folder = folder();
    let mut screen = Screen::new();
    let map = screen.map;
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.edit(SetEvents { touchpoint: ad, events: vec!["secret event".to_owned()] });
    for change in [
        DetailChange::Quote("secret quote".to_owned()),
        DetailChange::Owner("secret owner".to_owned()),
        DetailChange::Description("Where it begins".to_owned()),
        DetailChange::AddTag("mobile".to_owned()),
    ] {
        screen.edit(EditTouchpoints { touchpoints: vec![ad], change });
    }
    let persona = screen.edit(app::operations::AddPersona { name: "secret persona".to_owned() });
    screen.edit(SetMapPersonas { map, personas: vec![app::PersonaId(persona)] });
    let before = screen.overview.clone();
    let id = screen.session.keep_template(map, " My way ").expect("kept");
    assert_eq!(screen.session.overview().expect("an overview"), before, "nothing of the workspace changes");
    assert_eq!(
        own().iter().map(|each| (each.id.as_str(), each.title.as_str())).collect::<Vec<_>>(),
        [(id.as_str(), "My way")]
    );
    let text = fs::read_to_string(folder.join(format!("{id}.json"))).expect("a file");
    assert!(
        !text.contains("secret") && text.contains("Where it begins") && text.contains("mobile"),
        "{text}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let file = fs::metadata(folder.join(format!("{id}.json"))).expect("a file");
        assert_eq!(file.permissions().mode() & 0o777, 0o600, "it is for the user alone");
    }
    assert_eq!(
        code(screen.session.keep_template(map, "My way").expect_err("taken")),
        FailureCode::TitleTaken
    );
    assert_eq!(code(screen.session.keep_template(map, " ").expect_err("no name")), FailureCode::Untitled);

    // It makes maps and workspaces, and has a picture.
    let title = "Of mine".to_owned();
    let made = AddMap { title, template: id.clone(), locale: Locale::Nl, examples: true };
    let made = MapId(screen.edit(made));
    let parts = screen.session.view_map(view(made)).expect("shown").parts;
    assert_eq!(parts.touchpoints[0].details.description, "Where it begins");
    assert!(parts.touchpoints[0].events.is_empty());
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: Some(id.clone()),
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let session = Session::create(&screen.path("other.touchline"), &new).expect("created");
    let summaries = session.map_summaries().expect("maps");
    assert_eq!((summaries[0].title.as_str(), summaries[0].touchpoints.len()), ("My way", 0));
    app::template_scene(&id, true, Theme::Light, Locale::En).expect("a picture");

    app::rename_template(&id, "Our way").expect("renamed");
    assert_eq!(own()[0].title, "Our way");
    // What is no template is not listed, and no other file can be named.
    fs::write(folder.join("own-9.json"), "{}").expect("written");
    assert_eq!(own().len(), 1);
    for foreign in ["own-../x", "own-", "own-77", "own-9"] {
        app::rename_template(foreign, "X").expect_err(foreign);
    }
    app::delete_template(&id).expect("deleted");
    assert_eq!(own(), []);
    assert_eq!(code(app::delete_template(&id).expect_err("gone")), FailureCode::UnknownTemplate);
}
