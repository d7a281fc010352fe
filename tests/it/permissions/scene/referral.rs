//! What comes in: referrals with their drafts, enquiries, words that nobody knows.

use entity::{
    consents::ConsentPurpose, enquiries, links::LinkPurpose, referral_drafts, unknown_words, users::Role,
    vocabulary_words, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::Scene;
use crate::support::today;

impl Scene {
    pub(super) async fn referral(&mut self) {
        let colleague = self.app.user("Karen Kollega", Role::Referrer, Some(&self.own.partner)).await;
        let theirs = self.app.referral_by("Kollegas Ung", &self.own.partner, Some(&colleague)).await;
        self.name("referral.colleague", theirs.id);
        self.name("young_person.own", self.own.referral.young_person_id);
        self.name("young_person.other", self.other.referral.young_person_id);
        for (name, user_id) in [("draft.referrer", self.own.referrer.id), ("draft.staff", self.staff.id)] {
            let now = self.app.app.clock.now();
            let draft = referral_drafts::ActiveModel {
                id: Set(Uuid::now_v7()),
                user_id: Set(user_id),
                form: Set(serde_json::json!({})),
                created_at: Set(now),
                saved_at: Set(now),
                tab: Set(String::new()),
                turn: Set(0),
            };
            let draft = referral_drafts::Entity::insert(draft).exec_with_returning(self.app.db()).await.unwrap();
            self.name(name, draft.id);
        }
    }

    /// Somebody as old as the young person of the own referral, somebody merged into them, and a consent of theirs.
    pub async fn people_who_are_alike(&self) {
        let own = self.own.referral.young_person_id;
        let (twin, absorbed) = (self.app.young_person("Samme Ung").await, self.app.young_person("Samme Ung").await);
        assert_ne!(twin.id, absorbed.id);
        let merged =
            young_people::ActiveModel { id: Set(absorbed.id), merged_into: Set(Some(own)), ..Default::default() };
        merged.update(self.app.db()).await.unwrap();
        self.app.agreed(&self.own.referral, ConsentPurpose::MentorCourse).await;
    }

    pub(super) async fn enquiry(&mut self) {
        let waiting = self.app.enquiry("Egon").await;
        let closed = self.app.enquiry("Lone").await;
        let closing =
            enquiries::ActiveModel { id: Set(closed.id), closed_on: Set(Some(today())), ..Default::default() };
        closing.update(self.app.db()).await.unwrap();
        self.name("enquiry.waiting", waiting.id);
        self.name("enquiry.closed", closed.id);
        self.link("link.enquiry", LinkPurpose::PartnerEnquiry, self.own.partner.id).await;
    }

    pub(super) async fn vocabulary(&mut self) {
        let unknown = unknown_words::ActiveModel {
            id: Set(Uuid::now_v7()),
            word: Set("snurrebasser".into()),
            first_seen_on: Set(today()),
            passed_over_on: Set(None),
        };
        let unknown = unknown_words::Entity::insert(unknown).exec_with_returning(self.app.db()).await.unwrap();
        self.name("unknown_word.any", unknown.id);
        let added = vocabulary_words::ActiveModel {
            id: Set(Uuid::now_v7()),
            word: Set("robotfører".into()),
            system: Set(entity::mentor_industries::IndustrySystem::Db25),
            code: Set("28".into()),
            added_by: Set(Some(self.staff.id)),
            added_at: Set(self.app.app.clock.now()),
        };
        let added = vocabulary_words::Entity::insert(added).exec_with_returning(self.app.db()).await.unwrap();
        self.name("added_word.any", added.id);
    }
}
