//! The file around the slides. Source: ECMA-376, part 2, and part 1, chapter 13.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use scene::Scene;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::frame::SLIDE;
use super::notes;
use super::slide::Slide;
use crate::xml::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument";

const THEME: &str = include_str!("parts/theme.xml");
const MASTER: &str = include_str!("parts/master.xml");
const LAYOUT: &str = include_str!("parts/layout.xml");

/// A presentation on its way into a file.
pub(super) struct Package {
    title: String,
    language: String,
    slides: Vec<Slide>,
}

impl Package {
    pub(super) fn new(scene: &Scene, language: &str) -> Self {
        let title = scene.heading().map_or("", |heading| heading.label.trim());
        Self { title: escaped(title), language: language.to_owned(), slides: Vec::new() }
    }

    pub(super) fn add(&mut self, slide: Slide) {
        self.slides.push(slide);
    }

    /// Whether something is said to any slide.
    fn has_notes(&self) -> bool {
        self.slides.iter().any(Slide::has_notes)
    }

    /// The bytes of the file.
    pub(super) fn write(&self) -> ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // No clock is read, so that the same scene gives the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let mut put = |name: &str, bytes: &[u8]| -> ZipResult<()> {
            zip.start_file(name, options)?;
            zip.write_all(bytes)?;
            Ok(())
        };
        put("[Content_Types].xml", self.types().as_bytes())?;
        put(
            "_rels/.rels",
            related(
                &[("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")],
                true,
            )
            .as_bytes(),
        )?;
        put("docProps/core.xml", self.about().as_bytes())?;
        put("docProps/app.xml", format!("{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Touchline</Application></Properties>").as_bytes())?;
        put("ppt/presentation.xml", self.presentation().as_bytes())?;
        put("ppt/_rels/presentation.xml.rels", self.relations().as_bytes())?;
        put("ppt/theme/theme1.xml", THEME.as_bytes())?;
        put("ppt/slideMasters/slideMaster1.xml", MASTER.as_bytes())?;
        let of_master =
            [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")];
        put("ppt/slideMasters/_rels/slideMaster1.xml.rels", related(&of_master, false).as_bytes())?;
        put("ppt/slideLayouts/slideLayout1.xml", LAYOUT.as_bytes())?;
        let of_layout = [("slideMaster", "../slideMasters/slideMaster1.xml")];
        put("ppt/slideLayouts/_rels/slideLayout1.xml.rels", related(&of_layout, false).as_bytes())?;
        if self.has_notes() {
            put("ppt/notesMasters/notesMaster1.xml", notes::MASTER.as_bytes())?;
            // A theme is one master's.
            let of_notes = [("theme", "../theme/theme2.xml")];
            put("ppt/notesMasters/_rels/notesMaster1.xml.rels", related(&of_notes, false).as_bytes())?;
            put("ppt/theme/theme2.xml", THEME.as_bytes())?;
        }
        let mut images = 0;
        for (at, slide) in (1..).zip(&self.slides) {
            let first = images + 1;
            images += slide.images.len();
            let names: Vec<String> =
                (first..=images).map(|image| format!("../media/image{image}.jpeg")).collect();
            let layout = ("slideLayout", "../slideLayouts/slideLayout1.xml");
            let notes = format!("../notesSlides/notesSlide{at}.xml");
            let said = slide.has_notes().then_some(("notesSlide", notes.as_str()));
            let images_of = names.iter().map(|name| ("image", name.as_str()));
            let of_slide: Vec<_> = std::iter::once(layout).chain(images_of).chain(said).collect();
            put(&format!("ppt/slides/slide{at}.xml"), slide.xml.as_bytes())?;
            put(&format!("ppt/slides/_rels/slide{at}.xml.rels"), related(&of_slide, false).as_bytes())?;
            for (image, bytes) in (first..).zip(&slide.images) {
                put(&format!("ppt/media/image{image}.jpeg"), bytes)?;
            }
            if slide.has_notes() {
                let page = notes::page(&slide.notes, &self.language);
                put(&format!("ppt/notesSlides/notesSlide{at}.xml"), page.as_bytes())?;
                let own = format!("../slides/slide{at}.xml");
                let of_notes = [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", own.as_str())];
                put(
                    &format!("ppt/notesSlides/_rels/notesSlide{at}.xml.rels"),
                    related(&of_notes, false).as_bytes(),
                )?;
            }
        }
        Ok(zip.finish()?.into_inner())
    }

    fn types(&self) -> String {
        let part =
            |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
        let slides = (1..=self.slides.len()).map(|at| {
            part(&format!("ppt/slides/slide{at}.xml"), &format!("{TYPE}.presentationml.slide+xml"))
        });
        let noted = (1..).zip(&self.slides).filter(|(_, slide)| slide.has_notes()).map(|(at, _)| {
            part(
                &format!("ppt/notesSlides/notesSlide{at}.xml"),
                &format!("{TYPE}.presentationml.notesSlide+xml"),
            )
        });
        let of_notes = [
            part("ppt/notesMasters/notesMaster1.xml", &format!("{TYPE}.presentationml.notesMaster+xml")),
            part("ppt/theme/theme2.xml", &format!("{TYPE}.theme+xml")),
        ];
        let of_notes = of_notes.into_iter().filter(|_| self.has_notes());
        let rest = [
            part("ppt/presentation.xml", &format!("{TYPE}.presentationml.presentation.main+xml")),
            part("ppt/slideMasters/slideMaster1.xml", &format!("{TYPE}.presentationml.slideMaster+xml")),
            part("ppt/slideLayouts/slideLayout1.xml", &format!("{TYPE}.presentationml.slideLayout+xml")),
            part("ppt/theme/theme1.xml", &format!("{TYPE}.theme+xml")),
            part("docProps/app.xml", &format!("{TYPE}.extended-properties+xml")),
            part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ];
        let parts: String = slides.chain(noted).chain(of_notes).chain(rest).collect();
        format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>{parts}</Types>"
        )
    }

    fn about(&self) -> String {
        format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
             <dc:title>{}</dc:title><dc:creator>Touchline</dc:creator><dc:language>{}</dc:language></cp:coreProperties>",
            self.title, self.language
        )
    }

    fn presentation(&self) -> String {
        let mut slides = String::new();
        for at in 0..self.slides.len() {
            write!(slides, "<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + at, 3 + at).expect("text takes text");
        }
        let mut master = String::new();
        if self.has_notes() {
            let at = 3 + self.slides.len();
            write!(master, "<p:notesMasterIdLst><p:notesMasterId r:id=\"rId{at}\"/></p:notesMasterIdLst>")
                .expect("text takes text");
        }
        format!(
            "{HEAD}<p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">\
             <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>{master}<p:sldIdLst>{slides}</p:sldIdLst>\
             <p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>",
            SLIDE[0], SLIDE[1]
        )
    }

    fn relations(&self) -> String {
        let slides: Vec<String> = (1..=self.slides.len()).map(|at| format!("slides/slide{at}.xml")).collect();
        let first = [("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml")];
        let notes = self.has_notes().then_some(("notesMaster", "notesMasters/notesMaster1.xml"));
        let all: Vec<_> = first
            .into_iter()
            .chain(slides.iter().map(|slide| ("slide", slide.as_str())))
            .chain(notes)
            .collect();
        related(&all, false)
    }
}

/// What a part refers to, by `rId1` and so on; of the whole file its title and language too.
fn related(parts: &[(&str, &str)], of_file: bool) -> String {
    let mut all = String::new();
    for (at, (kind, target)) in (1..).zip(parts) {
        write!(all, "<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
            .expect("text takes text");
    }
    let about = if of_file {
        "<Relationship Id=\"about\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    } else {
        ""
    };
    format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{all}{about}</Relationships>")
}
