//! Images on touchpoints, chosen in the system's dialog.

use std::fs;

use image::{Rgb, RgbImage};
use tests::e2e::{Chooser, Desk, key, out, until};

use crate::editing::{on_canvas, start_anew};
use crate::map;

#[test]
fn a_touchpoint_gets_an_image_that_every_picture_has() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let card = map::add(&window, on_canvas(&window, 0.15, 0.45), "Sees the shelf");
    window.press(&[key::ESCAPE]);
    let place = map::at_rest(&window, &card);
    window.click_at((place.middle().0, place.top + 6.0), 1);
    let unfold = "const fold = document.querySelector('[data-testid=fold-details]'); if (fold) fold.open = true; return !!fold";
    until("the details", || (window.script(unfold, Vec::new()) == true).then_some(()));

    // Something else is refused, and nothing is lost.
    let notes = desk.document("notes.png");
    fs::write(&notes, "Shelf, third from the left").expect("written");
    window.click("detail-image-choose");
    Chooser::titled(&desk, "Choose an image").choose(&notes);
    window.reads("failure", |text| text.contains("notes.png cannot be used as an image"));

    let photo = desk.document("shelf.png");
    let shelf = RgbImage::from_fn(900, 600, |x, y| {
        let light = (120 + y / 5) as u8;
        if (x / 90 + y / 150) % 3 == 0 { Rgb([200, 90, 40]) } else { Rgb([light, light, 90]) }
    });
    shelf.save(&photo).expect("written");
    window.click("detail-image-choose");
    Chooser::titled(&desk, "Choose an image").choose(&photo);
    window.shows("detail-image");
    let painted = "return document.querySelectorAll('.canvas svg image').length";
    until("the image on the card", || (window.script(painted, Vec::new()) == 1).then_some(()));
    window.picture("image");
    window.press(&[key::CONTROL, 'z']);
    until("a card without it", || (window.script(painted, Vec::new()) == 0).then_some(()));
    window.press(&[key::CONTROL, key::SHIFT, 'z']);
    until("the image again", || (window.script(painted, Vec::new()) == 1).then_some(()));
    window.close();

    desk.touchline(["check", &file.to_string_lossy()]);
    let title = map::maps(&desk, &file)[0]["title"].as_str().expect("a title").to_owned();
    let picture = desk.document("map.svg");
    let (file, svg) = (file.to_string_lossy(), picture.to_string_lossy());
    desk.touchline(["export", &file, "--map", &title, "--out", &svg]);
    let svg = fs::read_to_string(&picture).expect("a picture");
    assert!(svg.contains("href=\"data:image/jpeg;base64,"));
    let picture = out().join("image-map.png");
    desk.touchline(["export", &file, "--map", &title, "--scale", "1", "--out", &picture.to_string_lossy()]);
}
