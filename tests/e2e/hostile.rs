//! Names that would do harm if they were anything but text, and a window that talks to nobody.

use serde_json::json;
use tests::e2e::{Desk, Window, key};

use crate::map;

/// Names as no workshop gives them but files may.
fn names() -> Vec<String> {
    let long = "Ω".repeat(10_000);
    let plain = [
        "<img src=x onerror=\"document.title='owned'\">",
        "</text><script>document.title='owned'</script>",
        "\"; DROP TABLE touchpoint; --",
        "${7*7} {{7*7}} %s %n \\u0000",
        "رحلة العميل إلى المتجر",
        "👩🏽\u{200d}🚀 met e\u{301}\u{327} \u{202e}backwards",
        "' onload='alert(1)",
    ];
    plain.into_iter().map(str::to_owned).chain([long]).collect()
}

/// Carries an edit out as the window itself does.
fn edit(window: &Window, edit: &serde_json::Value) -> serde_json::Value {
    let call = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('edit', {{ edit: {edit} }}).then(done, error => done({{ error }}))"
    );
    window.script_async(&call)
}

#[test]
fn hostile_names_are_shown_as_text() {
    let desk = Desk::set();
    let file = desk.document("Hostile.touchline");
    desk.touchline(["new", &file.to_string_lossy()]);
    let window = desk.open(Some(&file));
    window.shows("canvas");
    let names = names();
    for (number, title) in names.iter().enumerate() {
        let place = json!({ "left": 80 + 300 * (number % 3), "top": 240 + 120 * (number / 3) });
        let add = json!({
            "edit": "add_touchpoint", "map": 1, "title": title, "left": place["left"], "top": place["top"],
        });
        let done = edit(&window, &add);
        assert!(done["added"].is_number(), "{title:.40}: {done}");
        for change in [
            json!({ "description": title }),
            json!({ "owner": title }),
            json!({ "quote": title }),
            json!({ "pains": [title, title] }),
            json!({ "links": [{ "title": title, "address": "javascript:document.title='owned'" }] }),
            json!({ "add_tag": title }),
        ] {
            let write =
                json!({ "edit": "edit_touchpoints", "touchpoints": [done["added"]], "change": change });
            let done = edit(&window, &write);
            assert!(done["error"].is_null(), "{title:.40}: {done}");
        }
        let channel = json!({ "name": title, "icon": "cup" });
        let set = json!({ "edit": "set_channel", "touchpoints": [done["added"]], "channel": channel });
        assert!(edit(&window, &set)["error"].is_null());
    }
    window.close();

    let window = desk.open(Some(&file));
    for title in &names {
        map::card(&window, title);
    }
    let foreign =
        "return document.querySelectorAll('[data-testid=canvas] img, [data-testid=canvas] script').length";
    assert_eq!(window.script(foreign, Vec::new()), 0);
    let title = window.script("return document.title", Vec::new());
    assert!(!title.to_string().contains("owned"), "{title}");
    // Names go through the inspector and the window's frame as well.
    let (card, _) = map::cards(&window).into_iter().next().expect("there are cards");
    window.click_at(window.shows(&card).middle(), 1);
    window.picture("hostile");
    window.press(&[key::CONTROL, 'z']);
    window.reads("saved", |text| !text.is_empty());
    window.close();

    let path = file.to_string_lossy();
    desk.touchline(["check", &path]);
    let picture = desk.document("hostile.svg");
    let all = map::maps(&desk, &file);
    let title = all[0]["title"].as_str().expect("there is a map");
    desk.touchline(["export", &path, "--map", title, "--out", &picture.to_string_lossy()]);
    let svg = std::fs::read_to_string(picture).unwrap();
    assert!(!svg.contains("<img") && !svg.contains("<script"), "the picture holds no elements but its own");
}

#[test]
fn no_request_leaves_the_window() {
    let desk = Desk::set();
    let server = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let port = server.local_addr().unwrap().port();
    let window = desk.open(Some(&desk.sample()));
    window.shows("canvas");
    let tries = format!(
        "const done = arguments[arguments.length - 1];
         const address = 'http://127.0.0.1:{port}/';
         const refused = [];
         document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
         const settled = [
             fetch(address).then(() => 'sent', () => 'refused'),
             new Promise(end => {{
                 const image = new Image();
                 image.onload = image.onerror = () => end('tried');
                 image.src = address + 'image.png';
             }}),
             new Promise(end => {{
                 const script = document.createElement('script');
                 script.onload = script.onerror = () => end('tried');
                 script.src = address + 'script.js';
                 document.head.append(script);
             }}),
         ];
         try {{ new WebSocket('ws://127.0.0.1:{port}/'); }} catch {{}}
         try {{ navigator.sendBeacon(address, 'x'); }} catch {{}}
         let evaluated = false;
         try {{ evaluated = new Function('return true')(); }} catch {{}}
         Promise.all(settled).then(([fetched]) => setTimeout(() => done({{ fetched, refused, evaluated }}), 200))"
    );
    let seen = window.script_async(&tries);
    assert_eq!(seen["fetched"], "refused", "{seen}");
    assert_eq!(seen["evaluated"], false, "text is never run as code");
    for directive in ["connect-src", "img-src", "script-src-elem"] {
        let refused = seen["refused"].as_array().expect("a list");
        assert!(refused.iter().any(|each| each == directive), "{directive} in {seen}");
    }
    assert!(server.accept().is_err(), "somebody was called");
    window.close();
}

#[test]
fn the_window_stays_on_its_own_page() {
    let desk = Desk::set();
    let server = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://127.0.0.1:{}/", server.local_addr().unwrap().port());
    let window = desk.open(Some(&desk.sample()));
    window.shows("canvas");
    let before = window.script("window.stayed = true; return location.href", Vec::new());
    for lead_away in [
        "const meta = document.createElement('meta');
         meta.httpEquiv = 'refresh';
         meta.content = '0;url=' + arguments[0];
         document.head.append(meta)",
        "location.href = arguments[0]",
        "location.href = 'file:///etc/passwd'",
        "location.href = 'data:text/html,elsewhere'",
        "const link = document.createElement('a');
         link.href = arguments[0];
         document.body.append(link);
         link.click()",
        "window.open(arguments[0])",
    ] {
        window.script(lead_away, vec![json!(address)]);
        std::thread::sleep(std::time::Duration::from_millis(300));
        let now = window.script("return [location.href, window.stayed]", Vec::new());
        assert_eq!(now, json!([before, true]), "{lead_away}");
        assert_eq!(window.count(), 1, "{lead_away}");
        assert!(server.accept().is_err(), "somebody was called: {lead_away}");
    }
    window.close();
}

#[test]
fn the_page_reaches_no_file_that_was_not_chosen() {
    let desk = Desk::set();
    let (picture, workspace) = (desk.document("photo.png"), desk.document("New.touchline"));
    std::fs::write(&picture, "not to be lost").unwrap();
    let sample = desk.sample();
    let window = desk.open(Some(&sample));
    window.shows("canvas");
    let extras = json!({ "heading": true, "personas": true, "lanes": true, "legend": true });
    let reading = json!({ "lens": "conversion", "least": 0, "notes": false });
    let options = json!({
        "scale": 1, "paper": null, "reading": reading, "extent": { "kind": "whole" }, "extras": extras,
        "carries": true, "theme": "light", "locale": "en",
    });
    for (command, arguments) in [
        ("inspect_source", json!({ "path": "/etc/passwd", "encoding": null })),
        ("export_map", json!({ "path": picture, "options": options })),
        (
            "create_workspace",
            json!({ "path": workspace, "title": "New", "template": "blank", "examples": false, "locale": "en" }),
        ),
        ("open_workspace", json!({ "path": sample.with_file_name("Other.touchline") })),
    ] {
        let call = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('{command}', {arguments}).then(done, error => done({{ error }}))"
        );
        let told = window.script_async(&call);
        assert_eq!(told["error"]["code"], "not_chosen", "{command}: {told}");
    }
    assert_eq!(std::fs::read_to_string(&picture).unwrap(), "not to be lost");
    assert!(!workspace.exists());
    window.close();
}

#[test]
fn the_window_asks_for_nothing_that_its_policy_refuses() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.shows("canvas");
    let listen = "window.refused = [];
        document.addEventListener('securitypolicyviolation', event => refused.push(
            event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));
        window.addEventListener('error', event => refused.push(event.message));
        window.addEventListener('unhandledrejection', event => refused.push(String(event.reason)))";
    window.script(listen, Vec::new());
    let (card, _) = map::cards(&window).into_iter().next().expect("the sample has cards");
    window.hover(window.shows(&card).middle());
    window.shows("account-card");
    window.click_at(window.shows(&card).middle(), 1);
    window.shows("touchpoint-delete");
    for (open, shown) in [("import-open", "import-dialog"), ("export-open", "export-dialog")] {
        window.click(open);
        window.shows(shown);
        window.press(&[key::ESCAPE]);
        window.hides(shown);
    }
    for control in ["question-from", "theme-toggle", "locale-toggle", "zoom-in", "zoom-fit"] {
        window.click(control);
        window.press(&[key::ESCAPE]);
    }
    window.picture("policy");
    let refused = window.script("return window.refused", Vec::new());
    assert_eq!(refused, json!([]));
    window.close();
}
