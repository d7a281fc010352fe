//! What mentors take part in: written down once for all, summed, and missed when it is long ago.

use entity::mentor_activities;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{self, TestApp};

/// What staff type.
fn typed<'a>(kind: &'a str, day: [&'a str; 3], who: &'a str) -> Vec<(&'a str, &'a str)> {
    let [day, month, year] = day;
    vec![
        ("kind", kind),
        ("held_on_day", day),
        ("held_on_month", month),
        ("held_on_year", year),
        ("minutes", "90"),
        ("who", who),
    ]
}

async fn count(app: &TestApp) -> u64 {
    mentor_activities::Entity::find().count(app.db()).await.unwrap()
}

#[tokio::test]
async fn an_evening_with_several_is_written_down_once_and_shown_to_each_with_the_hours() {
    let app = support::start().await;
    let (jonas, _mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let staff = app.staff().await;
    let who = "Jonas\nMONA@mentor.example\n\nJonas";
    let evening = typed("supervision", ["3", "3", "2026"], who);
    staff.submit("/mentor-activities", &evening).await.assert_goes_to("/mentors");
    staff.submit("/mentor-activities", &evening).await.assert_goes_to("/mentors");
    assert_eq!(count(&app).await, 2, "each once, however often it is sent");
    let day = typed("course", ["2", "3", "2026"], "Jonas");
    staff.submit("/mentor-activities", &day).await.assert_goes_to("/mentors");

    let page = staff.get(&format!("/mentors/{}", jonas.id)).await;
    page.assert_shows("Supervision").assert_shows("1,5 timer").assert_shows("I alt 3 timer");
    let mentor = app.mentor_browser(&jonas).await;
    mentor.get("/mentor/profile").await.assert_shows("I alt 3 timer").assert_hides("/mentor-activities");
}

#[tokio::test]
async fn one_who_is_not_known_holds_all_back_and_is_named() {
    let app = support::start().await;
    app.mentor("Jonas").await;
    let staff = app.staff().await;
    let typed = typed("exchange", ["3", "3", "2026"], "Jonas\nUkendt Person");
    let refused = staff.submit("/mentor-activities", &typed).await;
    refused.assert_refused_with("der hedder: Ukendt Person").assert_shows("Jonas\nUkendt Person");
    assert_eq!(count(&app).await, 0);
}

#[tokio::test]
async fn one_called_like_another_is_told_apart_by_the_address() {
    let app = support::start().await;
    let (one, other) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let same = entity::mentors::ActiveModel {
        id: sea_orm::ActiveValue::Set(other.id),
        name: sea_orm::ActiveValue::Set("Jonas".into()),
        ..Default::default()
    };
    sea_orm::ActiveModelTrait::update(same, app.db()).await.unwrap();
    let staff = app.staff().await;
    let by_name = typed("course", ["3", "3", "2026"], "Jonas");
    staff.submit("/mentor-activities", &by_name).await.assert_refused_with("flere end én");
    let by_mail = typed("course", ["3", "3", "2026"], "jonas@mentor.example");
    staff.submit("/mentor-activities", &by_mail).await.assert_taken();
    let all = mentor_activities::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(all.iter().map(|row| row.mentor_id).collect::<Vec<_>>(), [one.id]);
}

#[tokio::test]
async fn who_is_in_a_course_and_has_had_no_supervision_for_long_is_found() {
    let app = support::start().await;
    let (referral, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.mentor("Mona").await;
    let course = app.course(&referral, &jonas).await;
    let staff = app.staff().await;
    let matched = async |days: u64| {
        let row = entity::courses::ActiveModel {
            id: sea_orm::ActiveValue::Set(course.id),
            matched_on: sea_orm::ActiveValue::Set(support::today() - chrono::Days::new(days)),
            ..Default::default()
        };
        sea_orm::ActiveModelTrait::update(row, app.db()).await.unwrap();
    };
    const LIST: &str = "/mentors?unsupported=yes";
    matched(119).await;
    staff.get(LIST).await.assert_hides("Jonas");
    matched(120).await;
    staff.get(LIST).await.assert_shows("Jonas").assert_hides("Mona");

    // 4 November is 120 days before, 5 November 119.
    staff.submit("/mentor-activities", &typed("course", ["3", "3", "2026"], "Jonas")).await.assert_taken();
    staff.submit("/mentor-activities", &typed("supervision", ["4", "11", "2025"], "Jonas")).await.assert_taken();
    staff.get(LIST).await.assert_shows("Jonas");
    staff.submit("/mentor-activities", &typed("exchange", ["5", "11", "2025"], "Jonas")).await.assert_taken();
    staff.get(LIST).await.assert_hides("Jonas");
}
