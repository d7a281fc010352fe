//! What a composer works at.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::Message;
use sea_orm::prelude::Uuid;

use super::{MessageKind, Unsubscribe, sms::Sms};
use crate::{clock::Clock, config::Config, database::Database, token::CsrfKey};

/// What a composer can reach, for one message. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    pub db: Database,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub key: CsrfKey,
    /// The way out for text messages, if there is one.
    pub sms: Sms,
    /// The message that is composed.
    pub message: Uuid,
    pub queued_at: DateTime<Utc>,
    /// Where its receiver can say that they want no more of its sort; nothing where they cannot.
    pub unsubscribe: Option<String>,
}

impl Desk {
    /// The whole address of a path of this site.
    pub fn url(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", self.config.base_url, path.as_ref())
    }

    /// The token of the message's link for a purpose: the same in every copy of it.
    pub fn token(&self, purpose: &str) -> String {
        self.key.link_token(purpose, self.message)
    }

    /// The same for a text message, where a link is short.
    pub fn short_token(&self, purpose: &str) -> String {
        self.key.short_link_token(purpose, self.message)
    }

    /// The same desk with this message on it.
    pub(super) fn with(&self, row: &Message, kind: &MessageKind) -> Self {
        let token = || self.key.unsubscribe_token(row.id);
        let unsubscribe = match kind.declared.unsubscribe {
            Unsubscribe::OneClick => Some(self.url(format!("/unsubscribe/{}", token()))),
            Unsubscribe::Never => None,
        };
        Self { message: row.id, queued_at: row.queued_at, unsubscribe, ..self.clone() }
    }
}
