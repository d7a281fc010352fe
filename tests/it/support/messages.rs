//! Messages that were written before.

use brobyg::message::Addressee;
use entity::messages::{self, Category, Channel};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::TestApp;

impl TestApp {
    /// A message of a kind about something, composed for somebody or not yet, with these facts.
    pub async fn message(
        &self,
        kind: &str,
        about: Uuid,
        whom: Option<Addressee>,
        facts: messages::ActiveModel,
    ) -> messages::Model {
        let now = self.app.clock.now();
        let category = if facts.category.is_set() { facts.category.clone() } else { Set(Category::Case) };
        let row = messages::ActiveModel {
            id: Set(Uuid::now_v7()),
            kind: Set(kind.into()),
            subject_id: Set(about),
            dedup_key: Set(Uuid::now_v7().to_string()),
            category,
            channel: Set(whom.map(|_| Channel::Mail)),
            addressee: Set(whom.map(|whom| whom.kind)),
            addressee_id: Set(whom.map(|whom| whom.id)),
            language: Set(whom.map(|_| "da".into())),
            queued_at: Set(now),
            due_at: Set(now),
            tries: Set(1),
            copies: Set(0),
            ..facts
        };
        messages::Entity::insert(row).exec_with_returning(self.db()).await.unwrap()
    }
}
