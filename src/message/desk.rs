//! What a composer works at.

use std::sync::Arc;

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
