//! What turns a row into a letter.

use std::{pin::Pin, sync::Arc};

use sea_orm::prelude::Uuid;

use super::Letter;
use crate::{clock::Clock, config::Config, database::Database};

/// What a composer can reach. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    pub db: Database,
    pub clock: Clock,
    pub config: Arc<Config>,
}

impl Desk {
    /// The whole address of a path of this site.
    pub fn url(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", self.config.base_url, path.as_ref())
    }
}

/// The letter, or nothing when it is no longer wanted: the person is gone, or has answered meanwhile.
pub type Composed = Pin<Box<dyn Future<Output = anyhow::Result<Option<Letter>>> + Send>>;

/// Composes the letters of one kind, given the id of what they are about. Issues the links in them.
pub type Composer = fn(Desk, Uuid) -> Composed;
