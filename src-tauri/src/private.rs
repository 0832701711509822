//! The app's own files, for the user alone: they tell on what somebody works.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a folder and those above it, if they are missing.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)
}

/// Opens a file to write, as `how` says; one that is there already is made private too.
pub fn file(path: &Path, how: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(how, 0o600);
    let file = how.open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(file)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn what_the_app_writes_for_itself_is_for_the_user_alone() {
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let inner = folder.path().join("a/b");
        super::folder(&inner).unwrap();
        assert_eq!((mode(&inner), mode(inner.parent().unwrap())), (0o700, 0o700));
        let [new, older] = ["new", "older"].map(|name| inner.join(name));
        fs::write(&older, "older").unwrap();
        fs::set_permissions(&older, fs::Permissions::from_mode(0o644)).unwrap();
        for path in [&new, &older] {
            file(path, OpenOptions::new().create(true).append(true)).unwrap();
            assert_eq!(mode(path), 0o600);
        }
        assert_eq!(fs::read(&older).unwrap(), b"older");
    }
}
