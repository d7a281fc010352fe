//! What is pressed about a line of Today, and what stands before its lines.

use brobyg::duty::Thing;
use chrono::Days;
use entity::today_snoozes;
use sea_orm::{EntityTrait, QueryFilter};

use crate::{
    support::{self, today},
    today_lines::part,
};

#[tokio::test]
async fn a_line_is_put_aside_by_two_presses_and_the_first_lines_stand_before_the_kinds() {
    let app = support::start().await;
    let course = app.silent_for("Stille Ung", 60).await;
    let staff = app.staff().await;
    let body = staff.get("/today").await.assert_ok().body.clone();
    let overview = part(&body, "overview");
    assert!(overview.contains("today-count") && !overview.contains(" open"), "the kinds are folded: {overview}");

    let open = staff.get(&format!("/today?open=silent-{}", course.id)).await;
    open.assert_shows("name=\"ready\" value=\"tomorrow\"").assert_shows("value=\"later\" checked");
    let path = format!("/today/silent/{}/snooze", course.id);
    for (ready, days) in [("tomorrow", 1), ("week", 7), ("two-weeks", 14)] {
        staff.submit(&path, &[("ready", ready), ("reason", "later"), ("until_on_day", "x")]).await.assert_taken();
        let put = today_snoozes::Entity::find().filter(today_snoozes::current()).one(app.db()).await.unwrap().unwrap();
        assert_eq!(put.until_on, today() + Days::new(days), "{ready}");
    }
}

#[tokio::test]
async fn whoever_has_it_is_not_offered_to_take_it() {
    let app = support::start().await;
    let course = app.silent_for("Stille Ung", 60).await;
    let staff = app.staff().await;
    let path = format!("/today?open=silent-{}", course.id);
    staff.get(&path).await.assert_shows("Jeg tager den");

    app.sees_to(staff.user.as_ref().unwrap(), Thing::Course, course.id).await;

    staff.get(&path).await.assert_hides("Jeg tager den").assert_shows("name=\"to\"");
}
