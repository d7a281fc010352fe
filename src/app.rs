//! What every handler can reach.

use std::sync::Arc;

use crate::{clock::Clock, config::Config, database::Database, web::CsrfKey};

/// The running platform. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Database,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub csrf: CsrfKey,
    /// Whether this is the demo, where everything is invented.
    pub demo: bool,
}
