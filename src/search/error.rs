//! What can go wrong with the index.

use std::io;

use tantivy::TantivyError;

/// Why an index on disk cannot be used. Each but `Io` is mended by building the index again.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there is no index here yet")]
    Missing,
    #[error("the index is damaged: {0}")]
    Damaged(String),
    #[error("the index was built by another version")]
    OtherVersion,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Why the index could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error("another process is writing to this index")]
    InUse,
    #[error("the index cannot be used: {0}")]
    Index(TantivyError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<TantivyError> for SearchError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(..) => Self::InUse,
            other => Self::Index(other),
        }
    }
}
