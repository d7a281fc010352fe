//! How it goes: a sentence for whoever referred, and something that they wrote, to which somebody sees.

use entity::{
    advice_requests,
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
        self.sees_to(Thing::Referral, self.referral.id).await;
        self.referral.id
    }

    /// A mentor who asks for advice about a course, to which somebody sees. Gives the course, or what they asked once it is answered.
    pub(super) async fn advice(&self, is_answered: bool) -> Uuid {
        let (db, now) = (self.app.db(), self.app.app.clock.now());
        let course = self.app.course(&self.referral, &self.mentor).await;
        let asked = advice_requests::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            text: Set("Hvad gør jeg?".into()),
            asked_at: Set(now),
            asked_by: Set(Some(self.staff.id)),
            answered_at: Set(is_answered.then_some(now)),
            answered_by: Set(is_answered.then_some(self.staff.id)),
            answer: Set(is_answered.then(|| "Skriv til hende".into())),
        };
        let asked = asked.insert(db).await.unwrap();
        self.sees_to(Thing::Course, course.id).await;
        if is_answered { asked.id } else { course.id }
    }

    async fn sees_to(&self, thing: Thing, id: Uuid) {
        let responsible = responsibilities::ActiveModel {
            id: Set(Uuid::now_v7()),
            thing: Set(thing),
            thing_id: Set(id),
            user_id: Set(self.staff.id),
            since: Set(today()),
            until: Set(None),
            set_by: Set(None),
        };
        responsible.insert(self.app.db()).await.unwrap();
    }
}
