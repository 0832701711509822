//! Sheets of personas: what they count, and that they are written as pictures.

use app::operations::{AddPersona, AddSegment, EditPersona, SetPersonaSegment};
use app::{
    AppError, CustomerImport, Listing, Locale, Page, PersonaChange, PersonaId, SegmentCount, SegmentId,
    SheetOptions, SheetPart, Subject, Theme, Who, rule_of_text,
};

use crate::screen::Screen;

const CRM: &str = "user_id,plan\na,pro\nb,basic\nc,pro\nd,basic\n";

/// A workspace with four customers and a persona.
fn with_lena() -> (Screen, PersonaId) {
    let mut screen = Screen::new();
    let crm = screen.write("crm.csv", CRM);
    screen.session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    let lena = screen.session.edit(&AddPersona { name: "Lena".to_owned() }.into()).expect("added").added;
    (screen, PersonaId(lena.expect("a row")))
}

fn bind(screen: &mut Screen, persona: PersonaId) {
    let rule = rule_of_text("plan is pro").expect("a rule");
    let added = screen.session.edit(&AddSegment { name: "Pro".to_owned(), rule }.into()).expect("added");
    let segment = Some(SegmentId(added.added.expect("a row")));
    screen.session.edit(&SetPersonaSegment { persona, segment }.into()).expect("bound");
}

#[test]
fn a_share_is_that_of_all_customers_and_opens_them() {
    let (mut screen, lena) = with_lena();
    let sheet =
        |screen: &mut Screen| screen.session.persona_sheet(lena, Theme::Light, Locale::En).expect("a sheet");
    let part = Subject::Sheet { part: SheetPart::Share };
    let without = sheet(&mut screen);
    assert_eq!(without.share, None, "nobody says for whom it stands");
    assert!(without.scene.items.iter().all(|item| item.subject != part));

    bind(&mut screen, lena);
    let shown = sheet(&mut screen);
    let share = SegmentCount { customers: 2, of: 4 };
    assert_eq!(shown.share, Some(share));
    let told = shown.scene.items.iter().find(|item| item.subject == part).expect("it is there");
    assert_eq!(told.label, "Share of all customers: 50\u{a0}%, 2 of 4 customers. Segment: Pro");
    let page = Page { start: 0, length: 10 };
    let people = screen.session.people(&Listing::of(Who::Persona(lena)), &[], page).expect("a list");
    assert_eq!(people.count, share.customers, "the number is the list");

    // Another window, or an edit, may have deleted it.
    screen.session.undo().expect("undone");
    assert_eq!(sheet(&mut screen).share, None);
    let gone = screen.session.persona_sheet(PersonaId(99), Theme::Light, Locale::En);
    assert!(matches!(gone, Err(AppError::Store(_))));
}

#[test]
fn a_sheet_is_written_as_a_picture() {
    let (mut screen, lena) = with_lena();
    let change = PersonaChange::Quote("“Just <show> me”".to_owned());
    screen.session.edit(&EditPersona { persona: lena, change }.into()).expect("edited");
    let options = SheetOptions { scale: 1, paper: None, theme: Theme::Dark, locale: Locale::Nl };
    let export = |screen: &mut Screen, name: &str| {
        let path = screen.path(name);
        screen.session.export_persona(lena, &path, &options)?.write().map(|_| path)
    };
    let drawn =
        std::fs::read_to_string(export(&mut screen, "lena.svg").expect("written")).expect("a picture");
    assert!(drawn.contains("<title>Lena. Persona.</title>") && drawn.contains("“Just &lt;show&gt; me”"));
    let painted = std::fs::read(export(&mut screen, "lena.png").expect("written")).expect("a picture");
    assert_eq!(&painted[1..4], b"PNG");
    for (name, begins) in [("lena.pdf", &b"%PDF"[..]), ("lena.pptx", b"PK")] {
        let written = std::fs::read(export(&mut screen, name).expect("written")).expect("a file");
        assert!(written.starts_with(begins), "{name}");
    }
    // A sheet is no graph.
    for name in ["lena.gif", "lena.dot", "lena.mmd"] {
        assert!(matches!(export(&mut screen, name), Err(AppError::UnknownFormat(_))), "{name}");
    }
    assert!(export(&mut screen, "w.touchline").is_err());
    assert_eq!(screen.session.persona_by_name("Lena").expect("found"), lena);
    assert!(matches!(screen.session.persona_by_name("lena"), Err(AppError::NoPersona(_))));
}
