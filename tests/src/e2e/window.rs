//! The app's window under WebDriver: what a user sees in it and does to it.
//!
//! An element is named by its `data-testid`. Everything waits until the element is displayed.

use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MOUSE_BUTTON_RIGHT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::e2e::process::{Process, kill, running};
use crate::e2e::{Desk, PATIENCE, Picture, program, screen, until};

/// Keys that have no character of their own, as WebDriver names them.
pub mod key {
    /// Control.
    pub const CONTROL: char = '\u{E009}';
    /// Alt.
    pub const ALT: char = '\u{E00A}';
    /// Shift.
    pub const SHIFT: char = '\u{E008}';
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Delete.
    pub const DELETE: char = '\u{E017}';
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// The arrow to the right.
    pub const RIGHT: char = '\u{E014}';
    /// The second function key.
    pub const F2: char = '\u{E032}';
    /// The fifth function key.
    pub const F5: char = '\u{E035}';
    /// The arrow up.
    pub const UP: char = '\u{E013}';
    /// The arrow down.
    pub const DOWN: char = '\u{E015}';
}

/// A rectangle in the window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Place {
    /// The point in its middle.
    pub fn middle(self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }
}

/// The app's window. When a test fails while it is open, a picture of it stays in `out/e2e/`.
pub struct Window {
    client: Client,
    runtime: Runtime,
    driver: Process,
    app: u32,
    display: String,
}

impl Window {
    /// Opens the app on a desk.
    pub(super) fn open(desk: &Desk, workspace: Option<&Path>) -> Self {
        let arguments: Vec<_> = workspace.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        Self::driven(desk, &program("touchline-desktop"), &arguments)
    }

    /// Opens a page of a file in the browser that comes with the driven one.
    pub(super) fn browse(desk: &Desk, page: &Path) -> Self {
        let browser = "webkit2gtk-4.1/MiniBrowser";
        let homes = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|home| home.path());
        let found = homes.map(|home| home.join(browser)).find(|path| path.exists());
        let window = Self::driven(desk, &found.expect("WebKitGTK's browser"), &["--automation".to_owned()]);
        let address = format!("file://{}", page.display());
        window.ask(window.client.goto(&address)).expect("the page opens");
        window
    }

    /// Opens a program that WebDriver can drive.
    fn driven(desk: &Desk, binary: &Path, arguments: &[String]) -> Self {
        let port = free_port();
        let driver = Process::start("WebKitWebDriver", |command| {
            desk.dress(command.args(["--host=127.0.0.1", &format!("--port={port}")]))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
        });
        until("WebKitWebDriver to listen", || TcpStream::connect(("127.0.0.1", port)).ok());
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime needs no more");
        let options = json!({ "binary": binary.to_string_lossy(), "args": arguments });
        let capabilities = [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let opened = runtime.block_on(async { timeout(PATIENCE, builder.connect(&address)).await });
        let client = opened.expect("the window opens in time").expect("the app can be driven");
        let entry = format!("DISPLAY={}", desk.display());
        let app = until("the app's process", || running(binary, &entry).first().copied());
        Self { client, runtime, driver, app, display: desk.display().to_owned() }
    }

    fn ask<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        let answer = self.runtime.block_on(async { timeout(PATIENCE, command).await });
        answer.expect("WebDriver answers in time")
    }

    /// Waits until an element is displayed.
    fn element(&self, id: &str) -> Element {
        let css = format!("[data-testid=\"{id}\"]");
        until(&format!("{id} to be displayed"), || self.displayed(&css))
    }

    fn displayed(&self, css: &str) -> Option<Element> {
        let found = self.ask(self.client.find_all(Locator::Css(css))).ok()?;
        found.into_iter().find(|element| self.ask(element.is_displayed()).unwrap_or(false))
    }

    /// Waits until an element is displayed, and gives where.
    pub fn shows(&self, id: &str) -> Place {
        until(&format!("{id} to stand somewhere"), || {
            let element = serde_json::to_value(self.element(id)).ok()?;
            let script = "const { left, top, width, height } = arguments[0].getBoundingClientRect();
                return [left, top, width, height]";
            let place = self.ask(self.client.execute(script, vec![element])).ok()?;
            let side = |index: usize| place[index].as_f64();
            Some(Place { left: side(0)?, top: side(1)?, width: side(2)?, height: side(3)? })
        })
    }

    /// Whether an element is displayed just now.
    pub fn shows_now(&self, id: &str) -> bool {
        self.displayed(&format!("[data-testid=\"{id}\"]")).is_some()
    }

    /// Waits until an element is not displayed.
    pub fn hides(&self, id: &str) {
        until(&format!("{id} to go"), || (!self.shows_now(id)).then_some(()));
    }

    /// Waits until an element's text is as wanted, and gives it.
    pub fn reads(&self, id: &str, wanted: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        let what = format!("{id} to read as wanted");
        let element = || {
            let text = self.ask(self.displayed(&format!("[data-testid=\"{id}\"]"))?.text()).ok()?;
            last.clone_from(&text);
            wanted(&text).then_some(text)
        };
        until(&what, element)
    }

    /// Clicks an element once it can be used; one that something else still covers is tried again.
    pub fn click(&self, id: &str) {
        until(&format!("{id} to take a click"), || {
            let element = self.element(id);
            let usable = self.ask(element.is_enabled()).unwrap_or(false);
            usable.then(|| self.ask(element.click()).ok()).flatten()
        });
    }

    /// Clicks what reads so.
    pub fn click_text(&self, text: &str) {
        let mark = "const found = [...document.querySelectorAll('button, a, [role=button], li span')]
                .find(each => each.textContent.trim() === arguments[0] && each.checkVisibility())
                ?? [...document.querySelectorAll('button, a, [role=button]')]
                .find(each => each.textContent.includes(arguments[0]) && each.checkVisibility());
            if (!found) return null;
            const { left, top, width, height } = found.getBoundingClientRect();
            return [left + width / 2, top + height / 2];";
        let point = until(&format!("“{text}” to click"), || {
            let point = self.script(mark, vec![text.into()]);
            point[0].as_f64().zip(point[1].as_f64())
        });
        self.click_at(point, 1);
    }

    /// Chooses from a list by the value of the choice.
    pub fn choose(&self, id: &str, value: &str) {
        let element = self.element(id);
        self.ask(element.select_by_value(value))
            .unwrap_or_else(|error| panic!("{id} has no {value}: {error}"));
    }

    /// Replaces what is in a field.
    pub fn fill(&self, id: &str, text: &str) {
        let element = self.element(id);
        self.ask(element.clear()).unwrap_or_else(|error| panic!("{id} cannot be cleared: {error}"));
        self.ask(element.send_keys(text)).unwrap_or_else(|error| panic!("{id} takes no text: {error}"));
    }

    /// Types text to whatever has the focus.
    pub fn type_text(&self, text: &str) {
        let strokes = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.strike(strokes);
    }

    /// Presses keys together, such as Control and z, and lets them go.
    pub fn press(&self, keys: &[char]) {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        self.strike(down.chain(up));
    }

    /// Holds a key down, until it is [let go of](Self::lift).
    pub fn hold(&self, value: char) {
        self.strike([KeyAction::Down { value }].into_iter());
    }

    /// Lets go of a key that is held.
    pub fn lift(&self, value: char) {
        self.strike([KeyAction::Up { value }].into_iter());
    }

    fn strike(&self, strokes: impl Iterator<Item = KeyAction>) {
        let actions = strokes.fold(KeyActions::new("keyboard".into()), InputSource::then);
        self.ask(self.client.perform_actions(actions)).expect("keys can be pressed");
    }

    /// Clicks at a point of the window, `times` in quick succession.
    pub fn click_at(&self, point: (f64, f64), times: usize) {
        let mut actions = vec![move_to(point, 0)];
        for _ in 0..times {
            actions.push(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            actions.push(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.point(actions);
    }

    /// Asks for the menu of what is at a point of the window.
    pub fn ask_menu(&self, point: (f64, f64)) {
        let button = MOUSE_BUTTON_RIGHT;
        self.point(vec![move_to(point, 0), PointerAction::Down { button }, PointerAction::Up { button }]);
    }

    /// Rests the pointer at a point of the window.
    pub fn hover(&self, point: (f64, f64)) {
        self.point(vec![move_to((point.0 + 2.0, point.1), 0), move_to(point, 50)]);
    }

    /// Drags from one point of the window to another.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        self.take(from, to);
        self.let_go();
    }

    /// Lets go of what is held.
    pub fn let_go(&self) {
        self.point(vec![PointerAction::Up { button: MOUSE_BUTTON_LEFT }]);
    }

    /// Takes something at a point of the window to another and holds it there, in steps as a hand does, the first of which
    /// is small: webkit swallows the first move, and what is dragged lags behind by the one that makes it a drag.
    pub fn take(&self, from: (f64, f64), to: (f64, f64)) {
        let mut actions = vec![move_to(from, 0), PointerAction::Down { button: MOUSE_BUTTON_LEFT }];
        let whole = f64::hypot(to.0 - from.0, to.1 - from.1).max(1.0);
        let first = (4.0 / whole).min(1.0);
        let shares = (1..=10).map(|step| f64::from(step) / 10.0);
        for share in [0.0, first].into_iter().chain(shares) {
            actions.push(move_to((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share), 20));
        }
        self.point(actions);
    }

    fn point(&self, actions: Vec<PointerAction>) {
        let actions = actions.into_iter().fold(MouseActions::new("mouse".into()), InputSource::then);
        self.ask(self.client.perform_actions(actions)).expect("the pointer can be moved");
    }

    /// How many windows the app has.
    pub fn count(&self) -> usize {
        self.ask(self.client.windows()).expect("the app is there").len()
    }

    /// The window that is looked at, for turning back to it.
    pub fn handle(&self) -> WindowHandle {
        self.ask(self.client.window()).expect("there is a window")
    }

    /// Turns to one of the app's windows.
    pub fn turn_to(&self, window: &WindowHandle) {
        self.ask(self.client.switch_to_window(window.clone())).expect("it is there");
    }

    /// Waits until there is another window, and turns to it.
    pub fn turn_to_another(&self) {
        let here = self.handle();
        let another = until("another window", || {
            let windows = self.ask(self.client.windows()).ok()?;
            windows.into_iter().find(|each| *each != here)
        });
        self.turn_to(&another);
    }

    /// Loads the page anew, and waits until it is there.
    pub fn reload(&self) {
        self.ask(self.client.refresh()).expect("the page loads again");
    }

    /// Runs a script in the page and gives what it returns.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask(self.client.execute(script, arguments)).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs a script that calls its last argument when it is done, and gives what it calls it with.
    pub fn script_async(&self, script: &str) -> Value {
        self.ask(self.client.execute_async(script, Vec::new()))
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What the window shows, once two looks in a row see the same: nothing moves or is still being painted. The
    /// picture is also left as `out/e2e/NAME.png`.
    pub fn picture(&self, name: &str) -> Picture {
        let mut before = self.look(name);
        until("the window to come to rest", || {
            let now = self.look(name);
            let rests = now == before;
            before = now;
            rests.then_some(())
        });
        before
    }

    /// The window's part of the screen. Without a window manager it stands in the left top corner, undecorated.
    fn look(&self, name: &str) -> Picture {
        let inner = self.script("return [innerWidth, innerHeight]", Vec::new());
        let side = |index: usize| inner[index].as_u64().and_then(|side| u32::try_from(side).ok());
        let (width, height) = side(0).zip(side(1)).expect("a window has a size");
        let path =
            screen::photograph(&self.display, name).expect("the screen is there as long as the window");
        let picture = Picture::read(&path).part(0, 0, width, height);
        picture.write(&path);
        picture
    }

    /// Gives the window another size, and waits until it has it.
    pub fn resize(&self, width: u32, height: u32) {
        let id = self.xid();
        let size = [width.to_string(), height.to_string()];
        let asked = ["windowsize", &id, &size[0], &size[1]];
        assert!(screen::xdotool(&self.display, &asked).is_some(), "the window cannot be resized");
        until(&format!("a window of {width} x {height}"), || {
            let inner = self.script("return [innerWidth, innerHeight]", Vec::new());
            (inner[0] == width && inner[1] == height).then_some(())
        });
    }

    /// Its id on the screen.
    fn xid(&self) -> String {
        screen::xdotool(&self.display, &["search", "--onlyvisible", "--name", "Touchline"])
            .and_then(|ids| Some(ids.lines().next()?.to_owned()))
            .expect("the window is on the screen")
    }

    /// Closes the window as a user does, and waits until the app has ended.
    pub fn close(mut self) {
        let client = self.client.clone();
        // The app may be gone before the driver can say so.
        let _ = self.runtime.block_on(async { timeout(Duration::from_secs(10), client.close()).await });
        self.ends();
    }

    /// Closes the window by its frame's button, as window managers tell of it, and waits until the app has ended.
    pub fn close_by_manager(mut self) {
        let id = self.xid().parse().expect("an id is a number");
        screen::ask_to_close(&self.display, id).expect("the X server takes the message");
        self.ends();
    }

    /// Kills the app in the middle of whatever it does, as a power cut would.
    pub fn cut(mut self) {
        kill(self.app);
        self.ends();
    }

    /// Presses Control and q, upon which the app ends by itself.
    pub fn quit(mut self) {
        let keys = [KeyAction::Down { value: key::CONTROL }, KeyAction::Down { value: 'q' }];
        let actions = keys.into_iter().fold(KeyActions::new("keyboard".into()), InputSource::then);
        // The app may be gone before the driver can say that the keys are down.
        let _ = self.ask(self.client.perform_actions(actions));
        self.ends();
    }

    fn ends(&mut self) {
        // A process that is ending still holds its files for a moment after it looks gone; as a zombie it holds none.
        let state = PathBuf::from(format!("/proc/{}/stat", self.app));
        until("the app to end", || {
            let stat = std::fs::read_to_string(&state).unwrap_or_default();
            stat.rsplit(") ").next().is_none_or(|rest| rest.is_empty() || rest.starts_with('Z')).then_some(())
        });
        assert!(self.driver.runs(), "WebKitWebDriver outlives its window");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let test = std::thread::current().name().unwrap_or("journey").replace("::", "-");
            if let Some(path) = screen::photograph(&self.display, &format!("failed-{test}")) {
                eprintln!("what the window showed: {}", path.display());
            }
        }
    }
}

fn move_to((x, y): (f64, f64), milliseconds: u64) -> PointerAction {
    PointerAction::MoveTo { duration: Some(Duration::from_millis(milliseconds)), x, y }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("the loopback has free ports");
    listener.local_addr().expect("it is bound").port()
}
