//! What young people of a test agree to, and how they want to be reached.

use chrono::NaiveDate;
use entity::{
    Referral, YoungPerson,
    consents::{self, ConsentPurpose},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{TestApp, today};

impl TestApp {
    /// The young person said yes today.
    pub async fn agreed(&self, referral: &Referral, purpose: ConsentPurpose) {
        self.answered(referral, purpose, None).await;
    }

    /// The young person said no today, to what nobody had asked before.
    pub async fn refused(&self, referral: &Referral, purpose: ConsentPurpose) {
        self.answered(referral, purpose, Some(today())).await;
    }

    async fn answered(&self, referral: &Referral, purpose: ConsentPurpose, no_on: Option<NaiveDate>) {
        let answer = consents::ActiveModel {
            id: Set(Uuid::now_v7()),
            young_person_id: Set(referral.young_person_id),
            referral_id: Set(referral.id),
            purpose: Set(purpose),
            text_version: Set(1),
            given_on: Set(today()),
            withdrawn_on: Set(no_on),
            was_given: Set(no_on.is_none()),
            recorded_by: Set(None),
        };
        consents::Entity::insert(answer).exec_without_returning(self.db()).await.unwrap();
    }

    pub async fn change_person(&self, referral: &Referral, change: young_people::ActiveModel) -> YoungPerson {
        let change = young_people::ActiveModel { id: Set(referral.young_person_id), ..change };
        change.update(self.db()).await.unwrap()
    }
}
