//! What happens to mentors, as the database has it.

use brobyg::mentor;
use chrono::NaiveDate;
use entity::{Mentor, mentor_pauses, mentors};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::TestApp;

impl TestApp {
    /// Changes what the mentor works as, as another process would: with the row that tells of it.
    pub async fn becomes(&self, mentor: &Mentor, occupation: &str) {
        let tx = self.db().begin().await.unwrap();
        let row = mentors::ActiveModel { id: Set(mentor.id), occupation: Set(occupation.into()), ..Default::default() };
        row.update(&tx).await.unwrap();
        mentor::changed(&tx, mentor.id).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The mentor takes a pause; without `until` it has no end yet.
    pub async fn pause(&self, mentor: &Mentor, from: NaiveDate, until: Option<NaiveDate>) {
        let pause = mentor_pauses::ActiveModel {
            id: Set(Uuid::now_v7()),
            mentor_id: Set(mentor.id),
            from_on: Set(from),
            until_on: Set(until),
            reason: Set(None),
        };
        pause.insert(self.db()).await.unwrap();
    }
}
