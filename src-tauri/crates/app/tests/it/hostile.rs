//! Damaged workspaces as a shell opens them. `TOUCHLINE_CASES` sets how many are tried.

use std::time::{Duration, Instant};
use std::{env, fs};

use app::{Listing, Page, Session};
use tempfile::TempDir;

use crate::screen::{Screen, view};

/// What takes longer hangs; on a machine that does much else a second is soon gone.
const TOO_LONG: Duration = Duration::from_mins(1);

#[test]
fn random_damage_is_refused_or_shown() {
    let cases: u64 = env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60);
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.list(ad, "ad");
    screen.import();
    let Screen { folder, session, .. } = screen;
    drop(session);
    let whole = fs::read(folder.path().join("w.touchline")).expect("read");
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    for case in 0..cases {
        let mut damaged = whole.clone();
        for _ in 0..=case % 6 {
            // Marsaglia's xorshift.
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let at = random as usize % damaged.len();
            damaged[at] = [0, 1, 0x7F, 0xFF, (random >> 40) as u8][(random >> 32) as usize % 5];
        }
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("w.touchline");
        fs::write(&path, damaged).expect("written");
        let begun = Instant::now();
        look_at_all(&path);
        assert!(begun.elapsed() < TOO_LONG, "case {case}");
    }
}

/// Looks at everything; each look may fail.
fn look_at_all(path: &std::path::Path) {
    let Ok(mut session) = Session::open(path) else { return };
    let Ok(overview) = session.overview() else { return };
    for map in &overview.maps {
        let _ = session.view_map(view(map.id));
    }
    let _ = session.people(&Listing::default(), &[], Page { start: 0, length: 100 });
    let _ = (session.map_summaries(), session.undo(), session.redo());
}
