//! What every handler can reach.

use std::sync::Arc;

use sea_orm::prelude::Uuid;

use crate::{
    clock::Clock,
    config::Config,
    database::Database,
    message::{Desk, Post, sms::Sms},
    record::SecurityLog,
    search::MentorIndex,
    token::CsrfKey,
};

/// The running platform. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Database,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub csrf: CsrfKey,
    pub security: SecurityLog,
    pub post: Post,
    pub sms: Sms,
    /// The mentors, to be searched; follows the database within a second.
    pub search: Arc<MentorIndex>,
    /// Whether this is the demo, where everything is invented.
    pub demo: bool,
}

impl App {
    /// What the composers of letters can reach, for a message that is only looked at.
    pub fn desk(&self) -> Desk {
        Desk {
            db: self.db.clone(),
            clock: self.clock.clone(),
            config: self.config.clone(),
            key: self.csrf.clone(),
            sms: self.sms.clone(),
            message: Uuid::now_v7(),
            queued_at: self.clock.now(),
            unsubscribe: None,
        }
    }
}
