//! Who gets the letter of the week: whoever wants it and is there.

use chrono::Days;
use entity::{users, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{JONAS, RIKKE, SANNE, Week, monday, week};
use crate::support::{Browser, TestApp, today};

/// The same person signed in anew, as a sign-in does not last over days.
async fn again(app: &TestApp, browser: &Browser) -> Browser {
    Browser::signed_in(app, browser.user.clone().unwrap()).await
}

#[tokio::test]
async fn a_mentor_gets_it_once_they_ask_and_everybody_else_until_they_say_no() {
    let Week { pair, sanne, jonas, .. } = week().await;
    let app = &pair.app;
    jonas.get("/account").await.assert_ok().assert_shows("Du får den ikke nu.");
    let as_sanne = Browser::signed_in(app, sanne.clone()).await;
    as_sanne.get("/account").await.assert_ok().assert_shows("Du får den nu.");
    app.morning_of(monday()).await;
    let (sanne, jonas) = (Browser::signed_in(app, sanne).await, again(app, &jonas).await);
    let count = async |email| app.weekly_to(email).await.len();
    assert_eq!([count(SANNE).await, count(RIKKE).await, count(JONAS).await], [1, 1, 0]);

    sanne.submit("/account/digest", &[("wanted", "no")]).await.assert_goes_to("/account");
    sanne.get("/account").await.assert_shows("Du får den ikke nu.");
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_goes_to("/account");
    jonas.get("/account").await.assert_shows("Du får den nu.");

    app.morning_of(monday() + Days::new(7)).await;
    assert_eq!([count(SANNE).await, count(RIKKE).await, count(JONAS).await], [1, 2, 1]);
}

#[tokio::test]
async fn one_click_in_the_letter_switches_it_off_and_the_own_page_on_again() {
    let Week { pair, jonas, .. } = week().await;
    let app = &pair.app;
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_taken();
    app.morning_of(monday()).await;
    let mail = app.weekly_to(JONAS).await.pop().unwrap();
    let link = mail.text.split_whitespace().find(|word| word.contains("/unsubscribe/")).unwrap();
    let path = format!("/unsubscribe/{}", link.rsplit('/').next().unwrap());

    app.visitor().get(&path).await.assert_ok().assert_shows("ugebreve");
    app.visitor().post(&path, &[("List-Unsubscribe", "One-Click")]).await.assert_ok();
    let jonas = again(app, &jonas).await;
    jonas.get("/account").await.assert_shows("Du får den ikke nu.");
    let mentor = format!("/mentors/{}", pair.mentor.id);
    app.staff().await.get(&mentor).await.assert_ok().assert_shows("Ugebreve: slået fra");
    app.morning_of(monday() + Days::new(7)).await;
    assert_eq!(app.weekly_to(JONAS).await.len(), 1);

    let jonas = again(app, &jonas).await;
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_taken();
    app.morning_of(monday() + Days::new(14)).await;
    assert_eq!(app.weekly_to(JONAS).await.len(), 2);
}

#[tokio::test]
async fn what_waits_for_somebody_who_is_away_stands_in_the_letter_of_whoever_steps_in() {
    let Week { pair, sanne, .. } = week().await;
    let app = &pair.app;
    let bent = app.user("Bent Brobygger", Role::Staff, None).await;
    app.is_away(&sanne, &bent, today(), monday() + Days::new(3)).await;

    app.morning_of(monday()).await;

    assert_eq!(app.weekly_to(SANNE).await.len(), 0);
    let mail = app.weekly_to("bent.brobygger@people.example").await.pop().unwrap();
    assert!(mail.text.contains("/courses?needs=advice&responsible=mine"), "{}", mail.text);
}

#[tokio::test]
async fn somebody_who_left_gets_none_also_when_it_was_queued_before() {
    let Week { pair, rikke, sanne, .. } = week().await;
    let app = &pair.app;
    let leaves = async |id| {
        let disabled_at = Set(Some(app.app.clock.now()));
        users::ActiveModel { id: Set(id), disabled_at, ..Default::default() }.update(app.db()).await.unwrap()
    };
    leaves(rikke.id).await;
    app.app.clock.advance(super::at(monday(), 7) - app.app.clock.now());
    app.digests_by_clock().await;
    leaves(sanne.id).await;

    app.app.clock.advance(chrono::Duration::hours(3));

    for email in [SANNE, RIKKE] {
        assert_eq!(app.weekly_to(email).await.len(), 0, "{email}");
    }
}

#[tokio::test]
async fn nothing_of_a_course_whose_contact_is_stopped_stands_in_a_mentors_letter() {
    let Week { pair, sanne, jonas, .. } = week().await;
    let app = &pair.app;
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_taken();
    app.refused(&pair.referral, entity::consents::ConsentPurpose::MentorCourse).await;

    app.morning_of(monday()).await;

    assert_eq!(app.weekly_to(JONAS).await.len(), 0);
    assert!(Browser::signed_in(app, sanne).await.get("/today").await.status.is_success());
}
