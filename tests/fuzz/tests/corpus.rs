//! The bytes from which fuzzing begins, and those that once did harm.

use std::fs;
use std::path::Path;

use fuzz::TARGETS;

#[test]
fn what_fuzzing_begins_with_does_no_harm() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut folders: Vec<_> =
        fs::read_dir(&corpus).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    folders.sort();
    assert_eq!(folders, TARGETS.map(|target| target.0), "each target has a folder, and each folder a target");
    for (name, target) in TARGETS {
        for entry in fs::read_dir(corpus.join(name)).expect("a folder").flatten() {
            target(&fs::read(entry.path()).expect("bytes"));
        }
    }
}
