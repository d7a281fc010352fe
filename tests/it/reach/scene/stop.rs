//! Somebody has answered STOP to a text message.

use brobyg::message::{self, Addressee};
use entity::{Referral, mentors};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::Scene;

impl Scene {
    /// The young person, or the mentor, has answered STOP.
    pub(super) async fn stopped(&self, is_young: bool) -> Uuid {
        let (now, mentor) = (self.app.app.clock.now(), self.mentor.id);
        let number =
            mentors::ActiveModel { id: Set(mentor), phone: Set(Some("+4512121212".into())), ..Default::default() };
        number.update(self.app.db()).await.unwrap();
        let (whom, subject) = match is_young {
            true => (Addressee::young_person(self.referral.young_person_id), self.referral.id),
            false => (Addressee::mentor(mentor), mentor),
        };
        let tx = self.app.db().begin().await.unwrap();
        message::stop_texts(&tx, now, whom).await.unwrap();
        tx.commit().await.unwrap();
        subject
    }

    pub fn referral(&self) -> &Referral {
        &self.referral
    }

    pub fn mentor_id(&self) -> Uuid {
        self.mentor.id
    }
}
