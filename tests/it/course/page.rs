//! Who may open a course, and what each sees of it.

use chrono::Days;
use entity::readings;
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};

use super::{amira_and_jonas, today};

#[tokio::test]
async fn staff_see_the_whole_course_and_their_reading_is_written_down() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;

    let page = staff.get(&pair.path("")).await;

    page.assert_ok().assert_shows("Amira Hassan").assert_shows("Jonas").assert_shows("Finde en læreplads");
    page.assert_shows(&format!("/referrals/{}", pair.referral.id));
    assert_eq!(readings::Entity::find().count(pair.app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn the_mentor_sees_the_first_name_and_what_is_needed_to_meet() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    let page = mentor.get(&pair.path("")).await;

    page.assert_ok().assert_shows("Forløb med Amira").assert_shows("tel:+4550000100").assert_shows("Vi mødtes i dag");
    page.assert_hides("Hassan")
        .assert_hides("/referrals/")
        .assert_hides(&pair.path("/ending"))
        .assert_hides("/history");
}

#[tokio::test]
async fn once_matched_both_sides_know_when_and_how_to_meet() {
    let pair = amira_and_jonas().await;
    let asked = entity::referrals::ActiveModel {
        id: Set(pair.referral.id),
        times: Set(Some(entity::Words(vec!["tue_evening".into()]))),
        interpreter_need: Set(Some("Somalisk tolk".into())),
        accessibility_need: Set(Some("Kan ikke gå på trapper".into())),
        ..Default::default()
    };
    asked.update(pair.app.db()).await.unwrap();
    let told = entity::mentors::ActiveModel {
        id: Set(pair.mentor.id),
        times: Set(Some(entity::Words(vec!["sun_morning".into()]))),
        contact_preference: Set(Some(entity::mentors::ContactPreference::Sms)),
        ..Default::default()
    };
    told.update(pair.app.db()).await.unwrap();
    let (staff, mentor) = (pair.app.staff().await, pair.app.mentor_browser(&pair.mentor).await);

    for page in [staff.get(&pair.path("")).await, mentor.get(&pair.path("")).await] {
        page.assert_ok()
            .assert_shows("Somalisk tolk")
            .assert_shows("Kan ikke gå på trapper")
            .assert_shows("tirsdag aften");
    }
    staff.get(&pair.path("")).await.assert_shows("søndag formiddag").assert_shows("Mentoren vil helst");
}

#[tokio::test]
async fn staff_notes_of_an_ending_stay_with_staff() {
    let pair = amira_and_jonas().await;
    pair.change(|row| {
        row.ended_on = Set(Some(today()));
        row.seat_hold_id = Set(None);
        row.ending_note = Set(Some("Svær start derhjemme".into()));
        row.override_reason = Set(Some("Aftalt med partneren".into()));
        row.class_override = Set(Some(entity::courses::CourseClass::Completed));
    })
    .await;
    let (staff, mentor) = (pair.app.staff().await, pair.app.mentor_browser(&pair.mentor).await);

    let for_staff = staff.get(&pair.path("")).await;
    let for_mentor = mentor.get(&pair.path("")).await;

    for_staff.assert_ok().assert_shows("Svær start derhjemme").assert_shows("Veje til den unge");
    for_mentor.assert_ok().assert_hides("Svær start").assert_hides("Aftalt med").assert_hides("Veje til den unge");
}

#[tokio::test]
async fn another_mentors_course_is_not_found_wherever_one_looks() {
    let pair = amira_and_jonas().await;
    let other = pair.app.mentor("Mette").await;
    let other = pair.app.mentor_browser(&other).await;

    for beneath in ["", "/certificate", "/agreement", "/pause", "/extension", "/meetings/new"] {
        other.get(&pair.path(beneath)).await.assert_not_found().assert_hides("Amira");
    }
    for beneath in ["/meetings", "/meetings/today", "/agreement", "/goals", "/pause", "/resumption", "/extension"] {
        other.submit(&pair.path(beneath), &[("text", "x")]).await.assert_not_found();
    }
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn a_mentor_has_no_use_for_the_pages_of_staff() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    for beneath in ["/ending", "/class", "/reopening", "/rematch", "/history"] {
        mentor.get(&pair.path(beneath)).await.assert_status(poem::http::StatusCode::FORBIDDEN);
    }
    mentor.submit(&pair.path("/ending"), &[]).await.assert_status(poem::http::StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn thirty_days_after_the_ending_the_mentor_still_finds_the_course_and_then_no_more() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let end = |days| {
        pair.change(move |row| {
            row.matched_on = Set(today() - Days::new(90));
            row.ended_on = Set(Some(today() - Days::new(days)));
            row.seat_hold_id = Set(None);
        })
    };

    end(30).await;
    mentor.get(&pair.path("")).await.assert_ok();
    mentor.get("/courses").await.assert_ok().assert_shows("Amira");

    end(31).await;
    mentor.get(&pair.path("")).await.assert_not_found();
    mentor.get("/courses").await.assert_ok().assert_hides("Amira");
    pair.app.staff().await.get(&pair.path("")).await.assert_ok();
}

#[tokio::test]
async fn the_next_mentor_sees_what_was_handed_over_and_nothing_else_of_the_course_before() {
    let pair = amira_and_jonas().await;
    pair.change(|row| {
        row.ended_on = Set(Some(today() - Days::new(2)));
        row.seat_hold_id = Set(None);
        row.handover = Set(Some("Har mødt en mentor to gange".into()));
        row.ending_note = Set(Some("Svær start derhjemme".into()));
    })
    .await;
    let next_mentor = pair.app.mentor("Mette").await;
    let next = pair.app.course(&pair.referral, &next_mentor).await;
    let mut row: entity::courses::ActiveModel = next.clone().into();
    row.rematch_of = Set(Some(pair.course.id));
    sea_orm::ActiveModelTrait::update(row, pair.app.db()).await.unwrap();

    let page = pair.app.mentor_browser(&next_mentor).await.get(&format!("/courses/{}", next.id)).await;

    page.assert_ok().assert_shows("Har mødt en mentor to gange").assert_hides("Svær start");
}

#[tokio::test]
async fn the_certificate_thanks_the_mentor_and_names_nobody_else() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    mentor.get(&pair.path("/certificate")).await.assert_not_found();

    pair.met(4).await;
    pair.change(|row| {
        row.ended_on = Set(Some(today()));
        row.seat_hold_id = Set(None);
    })
    .await;

    let page = mentor.get(&pair.path("/certificate")).await;
    page.assert_ok().assert_shows("Jonas").assert_shows("I mødtes 4 gange").assert_hides("Amira");
}
