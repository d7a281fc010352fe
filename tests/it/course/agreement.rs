//! What the two agree, and the steps on the way.

use chrono::{Days, NaiveDate};
use entity::goals;
use sea_orm::EntityTrait;

use super::{amira_and_jonas, date, form, today};

#[tokio::test]
async fn the_two_write_down_what_they_agreed() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let end = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    let day = date("planned_end_on", end);
    let told = [
        ("goal", "Amira har en læreplads som datatekniker"),
        ("role_agreement", "Amira ringer selv"),
        ("rhythm_every", "7"),
        ("rhythm", "Tirsdag kl. 16"),
        ("version", "0"),
    ];

    mentor.submit(&pair.path("/agreement"), &form(&day, &told)).await.assert_goes_to(&pair.path(""));

    let course = pair.now().await;
    assert_eq!(course.goal.as_deref(), Some("Amira har en læreplads som datatekniker"));
    assert_eq!((course.planned_end_on, course.version, course.rhythm_days), (end, 1, Some(7)));
    mentor
        .get(&pair.path(""))
        .await
        .assert_ok()
        .assert_shows("Hver uge")
        .assert_shows("Tirsdag kl. 16")
        .assert_shows("30. juni 2026");
}

#[tokio::test]
async fn a_rhythm_of_their_own_is_a_number_of_days() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = date("planned_end_on", pair.course.planned_end_on);
    let agree = async |own, version| {
        let told = [("goal", "Et fritidsjob"), ("rhythm_every", "own"), ("rhythm_own", own), ("version", version)];
        mentor.submit(&pair.path("/agreement"), &form(&day, &told)).await
    };

    for wrong in ["", "2", "43", "tit"] {
        agree(wrong, "0").await.assert_refused_with("fra 3 til 42");
    }
    agree("10", "0").await.assert_taken();

    assert_eq!(pair.now().await.rhythm_days, Some(10));
    mentor.get(&pair.path("")).await.assert_shows("Med 10 dage imellem");
}

#[tokio::test]
async fn a_course_is_planned_for_three_to_six_months() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let agree = async |end| {
        let day = date("planned_end_on", end);
        mentor.submit(&pair.path("/agreement"), &form(&day, &[("goal", "Et fritidsjob"), ("version", "0")])).await
    };
    let matched = pair.course.matched_on;

    agree(matched + Days::new(80)).await.assert_refused_with("mellem tre og seks måneder efter matchet");
    agree(matched + Days::new(190))
        .await
        .assert_refused_with("mellem tre og seks måneder")
        .assert_shows("Et fritidsjob");
    agree(matched + chrono::Months::new(3)).await.assert_taken();
}

#[tokio::test]
async fn whoever_saves_second_is_told_that_somebody_was_first() {
    let pair = amira_and_jonas().await;
    let (staff, mentor) = (pair.app.staff().await, pair.app.mentor_browser(&pair.mentor).await);
    let day = date("planned_end_on", pair.course.planned_end_on);

    staff
        .submit(&pair.path("/agreement"), &form(&day, &[("goal", "Den første"), ("version", "0")]))
        .await
        .assert_taken();
    let second = mentor.submit(&pair.path("/agreement"), &form(&day, &[("goal", "Den anden"), ("version", "0")])).await;

    second.assert_status(poem::http::StatusCode::CONFLICT);
    assert_eq!(pair.now().await.goal.as_deref(), Some("Den første"));
}

#[tokio::test]
async fn a_step_is_added_once_reached_and_taken_away() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let goals = async || goals::Entity::find().all(pair.app.db()).await.unwrap();

    for _ in 0..2 {
        mentor.submit(&pair.path("/goals"), &[("text", "Skrive CV")]).await.assert_taken();
    }
    assert_eq!(goals().await.len(), 1);

    let step = pair.path(&format!("/goals/{}", goals().await[0].id));
    mentor.submit(&step, &[("reached", "yes")]).await.assert_taken();
    assert_eq!(goals().await[0].reached_on, Some(today()));
    mentor.get(&pair.path("")).await.assert_shows("Nået 04-03-2026");
    mentor.submit(&step, &[("reached", "no")]).await.assert_taken();
    assert_eq!(goals().await[0].reached_on, None);

    mentor.submit(&format!("{step}/removal"), &[]).await.assert_taken();
    assert!(goals().await.is_empty());
}

#[tokio::test]
async fn a_step_has_a_day_and_stands_on_the_mentors_first_page_when_it_has_come() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    for (text, due) in [("Ringe til skolen", today()), ("Skrive CV", today() + Days::new(1))] {
        mentor.submit(&pair.path("/goals"), &form(&date("due", due), &[("text", text)])).await.assert_taken();
    }

    mentor.get(&pair.path("")).await.assert_shows("Senest 4. marts 2026").assert_shows("Senest 5. marts 2026");
    mentor.get("/mentor").await.assert_shows("Ringe til skolen").assert_hides("Skrive CV");
    let step = goals::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    mentor.submit(&pair.path(&format!("/goals/{}", step.id)), &[("reached", "yes")]).await.assert_taken();
    mentor.get("/mentor").await.assert_hides("Ringe til skolen");
}

#[tokio::test]
async fn an_empty_step_is_refused() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    mentor.submit(&pair.path("/goals"), &[("text", "  ")]).await.assert_refused_with("Skriv delmålet");
}

#[tokio::test]
async fn a_step_of_another_course_is_not_found() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let other_mentor = pair.app.mentor("Mette").await;
    let other = pair.app.course(&pair.app.referral("Bilal").await, &other_mentor).await;
    let others = pair.app.mentor_browser(&other_mentor).await;
    others.submit(&format!("/courses/{}/goals", other.id), &[("text", "Skrive CV")]).await.assert_taken();
    let step = goals::Entity::find().one(pair.app.db()).await.unwrap().unwrap();

    let page = mentor.submit(&pair.path(&format!("/goals/{}", step.id)), &[("reached", "yes")]).await;

    page.assert_not_found();
}
