//! Courses that are over.

use entity::{
    Course, Mentor, Referral,
    courses::{self, CourseClass},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{TestApp, today};

impl TestApp {
    /// A course that ended today as completed; its surveys are planned.
    pub async fn completed_course(&self, referral: &Referral, mentor: &Mentor) -> Course {
        let course = self.course(referral, mentor).await;
        let ended = courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(today())),
            seat_hold_id: Set(None),
            class_override: Set(Some(CourseClass::Completed)),
            ..Default::default()
        };
        let ended = ended.update(self.db()).await.unwrap();
        brobyg::survey::schedule(self.db()).await.unwrap();
        ended
    }
}
