//! Schemes as files: those of the repository, and made-up ones.

use std::path::PathBuf;

use brobyg::exchange::{File, files_of};

/// The files of a folder of `tests/fixtures`.
pub fn folder(name: &str) -> Vec<File> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    files_of(&[path]).unwrap()
}
