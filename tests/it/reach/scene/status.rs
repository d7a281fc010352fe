//! How it goes: a sentence for whoever referred, and something that they wrote, to which somebody sees.

use entity::{
    responsibilities::{self, Thing},
    status_replies,
    status_updates::{self, Sentence},
    users,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::Scene;
use crate::support::today;

impl Scene {
    /// Gives the referral.
    pub(super) async fn status(&self) -> Uuid {
        let (db, now) = (self.app.db(), self.app.app.clock.now());
        self.app.course(&self.referral, &self.mentor).await;
        let said = status_updates::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(self.referral.id),
            sentence: Set(Sentence::MeetAsAgreed),
            said_at: Set(now),
            said_by: Set(self.staff.id),
            ..Default::default()
        };
        said.insert(db).await.unwrap();
        let referrer = users::Entity::find_by_id(self.referral.referrer_id.unwrap()).one(db).await.unwrap().unwrap();
        let written = status_replies::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(self.referral.id),
            is_partners: Set(true),
            text: Set("Hvordan går det?".into()),
            written_at: Set(now),
            written_by: Set(referrer.id),
            ..Default::default()
        };
        written.insert(db).await.unwrap();
        let responsible = responsibilities::ActiveModel {
            id: Set(Uuid::now_v7()),
            thing: Set(Thing::Referral),
            thing_id: Set(self.referral.id),
            user_id: Set(self.staff.id),
            since: Set(today()),
            until: Set(None),
            set_by: Set(None),
        };
        responsible.insert(db).await.unwrap();
        self.referral.id
    }
}
