//! Files of the platform: for its own user alone, and whole or not there at all.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// From here on whatever this process makes is for its own user alone, from the first byte: files 0600, folders 0700.
pub fn make_for_us_alone() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// A new file in the place of whatever has this name.
///
/// # Errors
/// When it cannot be made.
pub fn create(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => new_file().open(path),
    }
}

fn new_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder, and those above it, if it is not there.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a file so that a crash, or a full disk, leaves what was there before or all of the new.
///
/// # Errors
/// When it is not certain that all of it is on the disk.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = beside(path, "unfinished");
    let written =
        create(&unfinished).and_then(|mut file| file.write_all(bytes)).and_then(|()| publish(&unfinished, path));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// A name in the same folder for what is not finished.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{ending}"))
}

/// Gives a finished file its name, once everything is on disk.
///
/// # Errors
/// When it is not certain that all of it is on the disk under its name.
pub fn publish(unfinished: &Path, path: &Path) -> io::Result<()> {
    File::open(unfinished)?.sync_all()?;
    fs::rename(unfinished, path)?;
    sync_folder_of(path)
}

/// A name is on the disk when its folder is.
#[cfg(unix)]
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder_of(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Waits until no other process holds the lock of this name, and holds it until the file is closed. A process that is
/// killed lets it go.
///
/// # Errors
/// When the file cannot be made or locked.
pub fn lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    match file.lock() {
        // Some file systems have no locks; there only one process may use a folder.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

/// Takes the rights of everybody but our own user from what is there already, with all that is in a folder which others
/// could enter. Says what they could read until now. Links are left alone, and so are folders that all users share.
///
/// # Errors
/// When the rights of something cannot be read or changed.
#[cfg(unix)]
pub fn tighten(path: &Path) -> io::Result<Vec<PathBuf>> {
    use std::os::unix::fs::PermissionsExt;
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        found => found?,
    };
    let (mode, shared) = (found.permissions().mode(), 0o1000);
    if found.is_symlink() || mode & 0o077 == 0 || mode & shared != 0 {
        return Ok(Vec::new());
    }
    let mut tightened = vec![path.to_owned()];
    fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
    if found.is_dir() {
        for entry in fs::read_dir(path)? {
            tightened.extend(tighten(&entry?.path())?);
        }
    }
    Ok(tightened)
}

#[cfg(not(unix))]
pub fn tighten(_: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(Vec::new())
}
