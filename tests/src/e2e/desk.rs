//! A desk: an X server, a session bus and a home folder that nobody has used before.

use std::fs::{File, create_dir_all};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::e2e::process::Process;
use crate::e2e::{Window, program};

/// The size of the desk's screen; the app's window fits on it whole.
const SCREEN: &str = "1440x900x24";

/// The size of one on which a whole map fits as large as life.
const WIDE: &str = "3200x3000x24";

/// How desktops draw text. A bare X server asks for full hinting, with which letters snap to whole pixels.
const TEXT: &str = "Xft.antialias: 1\nXft.hinting: 1\nXft.hintstyle: hintslight\nXft.rgba: none\n";

/// Where a journey takes place. While it stands, no other does.
pub struct Desk {
    display: String,
    bus_address: String,
    locale: &'static str,
    // In the order in which they are cleared away.
    _bus: Process,
    _server: Process,
    home: TempDir,
    _turn: File,
}

impl Desk {
    /// Sets a desk for a user with an English system in Amsterdam, as soon as no other desk stands.
    pub fn set() -> Self {
        Self::with_screen(SCREEN)
    }

    /// The same with a screen on which a whole map fits as large as life.
    pub fn set_wide() -> Self {
        Self::with_screen(WIDE)
    }

    fn with_screen(screen: &str) -> Self {
        let turn =
            File::create(std::env::temp_dir().join("touchline-e2e.lock")).expect("temp can be written");
        turn.lock().expect("a lock on a local file");
        let home = TempDir::new().expect("temp can be written");
        for folder in ["config", "data", "cache", "run", "Documents"] {
            create_dir_all(home.path().join(folder)).expect("temp can be written");
        }
        std::fs::write(home.path().join(".Xdefaults"), TEXT).expect("temp can be written");
        let private = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(home.path().join("run"), private).expect("the folder is ours");
        let mut server = Process::start("Xvfb", |command| {
            let place = ["-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"];
            command.args(place).stdout(Stdio::piped()).stderr(Stdio::null())
        });
        let display = format!(":{}", first_line("Xvfb", &mut server));
        let mut bus = Process::start("dbus-daemon", |command| {
            let how = ["--session", "--nofork", "--nosyslog", "--print-address=1"];
            command.args(how).stdout(Stdio::piped()).stderr(Stdio::null())
        });
        let bus_address = first_line("dbus-daemon", &mut bus);
        Self { display, bus_address, locale: "en_GB.UTF-8", _bus: bus, _server: server, home, _turn: turn }
    }

    /// The same desk for a user with a Dutch system.
    #[must_use]
    pub fn in_dutch(self) -> Self {
        Self { locale: "nl_NL.UTF-8", ..self }
    }

    /// A path in the user's documents.
    pub fn document(&self, name: &str) -> PathBuf {
        self.home.path().join("Documents").join(name)
    }

    /// The user's settings.
    pub fn config(&self) -> PathBuf {
        self.home.path().join("config")
    }

    /// The folder of the app's own data.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data/org.touchline.desktop")
    }

    /// The X display.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Opens the app's window, with a workspace named on its command line or with none.
    pub fn open(&self, workspace: Option<&Path>) -> Window {
        Window::open(self, workspace)
    }

    /// Opens a page of a file in a browser.
    pub fn browse(&self, page: &Path) -> Window {
        Window::browse(self, page)
    }

    /// Runs the command line, which must succeed, and gives its standard output.
    pub fn touchline<const N: usize>(&self, arguments: [&str; N]) -> String {
        let mut command = Command::new(program("touchline"));
        let output = self.dress(&mut command).args(arguments).output().expect("it was built");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "touchline {arguments:?}: {errors}");
        String::from_utf8(output.stdout).expect("it prints UTF-8")
    }

    /// Runs the command line, which must fail, and gives what it says on standard error.
    pub fn touchline_refuses<const N: usize>(&self, arguments: [&str; N]) -> String {
        let mut command = Command::new(program("touchline"));
        let output = self.dress(&mut command).args(arguments).output().expect("it was built");
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && !errors.is_empty(), "touchline {arguments:?} succeeded");
        errors
    }

    /// Makes the sample workspace among the documents.
    pub fn sample(&self) -> PathBuf {
        let path = self.document("Sample.touchline");
        self.touchline(["sample", path.to_str().expect("temp paths are UTF-8")]);
        path
    }

    /// Gives a program this desk's environment.
    pub fn dress<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let home = self.home.path();
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("LANG", self.locale)
            .env("TZ", "Europe/Amsterdam")
            .env("GDK_BACKEND", "x11")
            .env("GIO_USE_VFS", "local")
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("LC_ALL")
            .env_remove("LANGUAGE")
            .env_remove("WAYLAND_DISPLAY")
    }
}

/// The line by which a server says that it is ready.
fn first_line(name: &str, server: &mut Process) -> String {
    let stdout = server.child().stdout.as_mut().unwrap_or_else(|| panic!("{name} has a piped output"));
    let mut line = String::new();
    BufReader::new(stdout)
        .read_line(&mut line)
        .unwrap_or_else(|error| panic!("{name} says nothing: {error}"));
    assert!(!line.trim().is_empty(), "{name} did not start");
    line.trim().to_owned()
}
