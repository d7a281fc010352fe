//! Who is left out of a sample, or belongs to another part of it.

use chrono::Days;
use entity::{
    courses::{self, CourseClass},
    interview_strata::{self, Stratum},
    referrals,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};

use super::sample::{all_drawn, draws, ended};
use crate::support::{self, TestApp, today};

/// What the last sample counts of those whose course was completed: how many there were, and how many are asked already.
async fn last_counts(app: &TestApp) -> (i32, i32) {
    let strata = interview_strata::Entity::find().order_by_desc(interview_strata::Column::Id);
    let strata = strata.all(app.db()).await.unwrap();
    let last = strata.into_iter().find(|row| row.stratum == Stratum::Completed).unwrap();
    (last.frame, last.asked_already)
}

#[tokio::test]
async fn who_is_invited_or_was_interviewed_is_not_drawn_again_and_is_counted() {
    let app = support::start().await;
    ended(&app, "Amira", CourseClass::Completed, true).await;
    let staff = app.staff().await;
    let first = draws(&staff).await.split('?').next().unwrap().to_owned();
    let drawn = all_drawn(&app).await.remove(0);
    staff.submit(&format!("{first}/invitations"), &[]).await.assert_taken();

    draws(&staff).await;
    assert_eq!((all_drawn(&app).await.len(), last_counts(&app).await), (1, (1, 1)));

    let page = format!("/interviews/people/{}", drawn.id);
    staff.submit(&format!("{page}/answer"), &[("says", "yes")]).await.assert_taken();
    let day = [("on_day", "4"), ("on_month", "3"), ("on_year", "2026")];
    staff.submit(&format!("{page}/interview"), &day).await.assert_taken();
    draws(&staff).await;
    assert_eq!((all_drawn(&app).await.len(), last_counts(&app).await), (1, (1, 1)));
}

#[tokio::test]
async fn somebody_belongs_where_their_last_course_in_the_period_belongs_whatever_its_class_is() {
    let app = support::start().await;
    let first = ended(&app, "Amira", CourseClass::Completed, true).await;
    let last = ended(&app, "Bente", CourseClass::EndedEarly, true).await;
    let before = referrals::Entity::find_by_id(first.referral_id).one(app.db()).await.unwrap().unwrap();
    let of_same = referrals::ActiveModel {
        id: Set(last.referral_id),
        young_person_id: Set(before.young_person_id),
        ..Default::default()
    };
    of_same.update(app.db()).await.unwrap();
    let later =
        courses::ActiveModel { id: Set(last.id), ended_on: Set(Some(today() - Days::new(2))), ..Default::default() };
    later.update(app.db()).await.unwrap();

    draws(&app.staff().await).await;

    assert_eq!(last_counts(&app).await.0, 0);
    assert!(all_drawn(&app).await.iter().all(|row| row.stratum == Stratum::Mentors));
}
