//! The log of this app, in the folder of its own data: three files of a megabyte at most, the newest first. It is for
//! finding out what went wrong, stays on this machine, and holds nothing of what the user works on; see `app::noted`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};

use crate::private;

/// A file that grows beyond this makes room for the next.
const LARGEST: u64 = 1_000_000;

/// The files, the newest first.
const FILES: [&str; 3] = ["touchline.log", "touchline.1.log", "touchline.2.log"];

/// Starts the log in a folder. Without a place to write it there is none; nothing else depends on it.
pub fn start(folder: &Path) {
    if let Ok(log) = Rolling::open(folder, LARGEST) {
        // A second start, as in tests, keeps the first log.
        let _ = subscriber(log).try_init();
    }
}

fn subscriber(log: Rolling) -> impl SubscriberInitExt {
    let only_ours = Targets::new().with_target(app::TRACE_TARGET, LevelFilter::INFO);
    let lines = layer().with_ansi(false).with_target(false).with_writer(Mutex::new(log));
    Registry::default().with(lines.with_filter(only_ours))
}

/// A file that is put aside when it is full, and the oldest of those put aside removed.
struct Rolling {
    folder: PathBuf,
    file: File,
    size: u64,
    largest: u64,
}

impl Rolling {
    fn open(folder: &Path, largest: u64) -> io::Result<Self> {
        private::folder(folder)?;
        let file = private::file(&folder.join(FILES[0]), OpenOptions::new().create(true).append(true))?;
        let size = file.metadata()?.len();
        Ok(Self { folder: folder.to_owned(), file, size, largest })
    }

    fn roll(&mut self) -> io::Result<()> {
        for pair in FILES.windows(2).rev() {
            let (newer, older) = (self.folder.join(pair[0]), self.folder.join(pair[1]));
            if newer.exists() {
                fs::rename(newer, older)?;
            }
        }
        *self = Self::open(&self.folder, self.largest)?;
        Ok(())
    }
}

impl Write for Rolling {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.size > 0 && self.size + line.len() as u64 > self.largest {
            self.roll()?;
        }
        self.file.write_all(line)?;
        self.size += line.len() as u64;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use app::{Edit, Failure, InteractionImport, Locale, NewWorkspace, Session};
    use serde_json::json;
    use tracing_subscriber::util::SubscriberInitExt;

    use super::*;

    /// In everything that a user may give: no part of it may come back in the log.
    const MARK: &str = "xyzzymark";

    fn files(folder: &Path) -> Vec<String> {
        FILES.iter().filter_map(|name| fs::read_to_string(folder.join(name)).ok()).collect()
    }

    fn work(folder: &Path) -> Result<(), app::AppError> {
        let new = NewWorkspace {
            title: Some(format!("{MARK} title")),
            timezone: "UTC".to_owned(),
            template: None,
            examples: false,
            persona: Some(format!("{MARK} persona")),
            locale: Locale::En,
        };
        let mut session = Session::create(&folder.join(format!("{MARK}.touchline")), &new)?;
        let map = session.overview()?.maps[0].id;
        let add = |title: &str| -> Edit {
            let edit =
                json!({ "edit": "add_touchpoint", "map": map, "title": title, "left": 40, "top": 200 });
            serde_json::from_value(edit).unwrap()
        };
        session.edit(&add(&format!("{MARK}_event")))?;
        let source = folder.join(format!("{MARK}.csv"));
        let rows = format!("user,event,time\n{MARK}1,{MARK}_event,2024-01-01\n{MARK}2,{MARK},not {MARK}\n");
        fs::write(&source, rows).unwrap();
        session.import_interactions(&source, &InteractionImport::default(), &|_| true)?;
        session.undo()?;
        session.redo()?;
        session.discover(&format!("{MARK} map"), None)?;
        for refused in [
            session.edit(&add("")).map(drop),
            session.import_interactions(&source, &InteractionImport::default(), &|_| true).map(drop),
            Session::open(&folder.join(format!("{MARK}-missing"))).map(drop),
        ] {
            let failure = Failure::from(refused.unwrap_err());
            assert!(!failure.message.is_empty());
        }
        Ok(())
    }

    #[test]
    fn the_log_tells_what_was_done_and_nothing_of_what_it_was_done_to() {
        let folder = tempfile::tempdir().unwrap();
        let logs = folder.path().join("logs");
        let guard = subscriber(Rolling::open(&logs, LARGEST).unwrap()).set_default();
        work(folder.path()).unwrap();
        drop(guard);
        let log = files(&logs).concat();
        for told in
            ["op=\"add_touchpoint\"", "op=\"create\"", "op=\"undo\"", "op=\"imported\" read=2 taken=1"]
        {
            assert!(log.contains(told), "{told} is not in\n{log}");
        }
        for code in ["Untitled", "ImportedBefore", "WorkspaceNotFound"] {
            assert!(log.contains(&format!("code={code}")), "{code} is not in\n{log}");
        }
        assert!(log.contains("done=true") && log.contains("done=false") && log.contains("ms="));
        let temp = folder.path().file_name().unwrap().to_str().unwrap();
        for secret in [MARK, temp, "Awareness", "not a time"] {
            assert!(!log.contains(secret), "{secret} is in\n{log}");
        }
    }

    #[test]
    fn what_libraries_say_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let guard = subscriber(Rolling::open(folder.path(), LARGEST).unwrap()).set_default();
        tracing::error!(target: "some_library", path = MARK, "lost");
        app::noted("kept", || Ok::<_, ()>(())).unwrap();
        drop(guard);
        let log = files(folder.path()).concat();
        assert!(log.contains("kept") && !log.contains("lost"), "{log}");
    }

    #[test]
    fn three_files_are_kept_each_no_larger_than_it_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = Rolling::open(folder.path(), 100).unwrap();
        for number in 0..40 {
            log.write_all(format!("line number {number:02}\n").as_bytes()).unwrap();
        }
        drop(log);
        // It goes on where it was.
        Rolling::open(folder.path(), 100).unwrap().write_all(b"the last line\n").unwrap();
        let kept = files(folder.path());
        assert_eq!((kept.len(), fs::read_dir(folder.path()).unwrap().count()), (3, 3));
        assert!(kept.iter().all(|file| file.len() <= 100 && !file.is_empty()));
        assert!(kept[0].ends_with("line number 39\nthe last line\n"), "{kept:?}");
        assert!(kept[2].ends_with('\n') && !kept.concat().contains("number 00"));
    }
}
