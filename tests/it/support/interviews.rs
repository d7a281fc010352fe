//! People who were drawn to be interviewed.

use entity::{
    Course, Interviewee, User, consents::ConsentPurpose, interview_consents, interview_samples,
    interview_strata::Stratum, interviewees, referrals,
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{TestApp, today};

impl TestApp {
    /// Somebody of a course who agrees to be interviewed, was drawn today by this member of staff, and invited.
    pub async fn drawn(&self, by: &User, course: &Course, stratum: Stratum) -> Interviewee {
        let sample = interview_samples::ActiveModel {
            id: Set(Uuid::now_v7()),
            rule: Set(1),
            seed: Set("forår".into()),
            from_on: Set(today() - chrono::Months::new(12)),
            to_on: Set(today()),
            partner_id: Set(None),
            drawn_at: Set(self.app.clock.now()),
            drawn_by: Set(by.id),
        };
        let sample = interview_samples::Entity::insert(sample).exec_with_returning(self.db()).await.unwrap();
        let referral = referrals::Entity::find_by_id(course.referral_id).one(self.db()).await.unwrap().unwrap();
        let (mentor_id, user_id) = match stratum {
            Stratum::Mentors => (Some(course.mentor_id), None),
            Stratum::Contacts => (None, Some(referral.referrer_id.unwrap())),
            Stratum::Completed | Stratum::Interrupted => (None, None),
        };
        if mentor_id.or(user_id).is_some() {
            self.agrees_to_interviews(mentor_id, user_id).await;
        } else {
            self.agreed(&referral, ConsentPurpose::Interview).await;
        }
        let row = interviewees::ActiveModel {
            id: Set(Uuid::now_v7()),
            sample_id: Set(sample.id),
            stratum: Set(stratum),
            position: Set(1),
            course_id: Set(course.id),
            mentor_id: Set(mentor_id),
            user_id: Set(user_id),
            invited_on: Set(Some(today())),
            ..Default::default()
        };
        interviewees::Entity::insert(row).exec_with_returning(self.db()).await.unwrap()
    }

    /// A mentor, or somebody who refers, said yes today.
    pub async fn agrees_to_interviews(&self, mentor_id: Option<Uuid>, user_id: Option<Uuid>) {
        let consent = interview_consents::ActiveModel {
            id: Set(Uuid::now_v7()),
            mentor_id: Set(mentor_id),
            user_id: Set(user_id),
            text_version: Set(1),
            given_on: Set(today()),
            withdrawn_on: Set(None),
            was_given: Set(true),
            recorded_by: Set(None),
        };
        interview_consents::Entity::insert(consent).exec_without_returning(self.db()).await.unwrap();
    }
}
