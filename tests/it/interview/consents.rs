//! Mentors and those who refer say for themselves whether they may be interviewed.

use entity::{interview_consents, users::Role};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};

use crate::support::{self, Browser, TestApp, today};

async fn rows(app: &TestApp) -> Vec<entity::InterviewConsent> {
    let all = interview_consents::Entity::find().order_by_asc(interview_consents::Column::Id);
    all.all(app.db()).await.unwrap()
}

const TODAY: [(&str, &str); 3] = [("on_day", "4"), ("on_month", "3"), ("on_year", "2026")];

#[tokio::test]
async fn a_mentor_says_yes_takes_it_back_and_says_yes_again_each_with_its_day() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    let (own, path) = (app.mentor_browser(&mentor).await, format!("/mentors/{}/interview-consent", mentor.id));
    own.get("/account").await.assert_ok().assert_shows("Samtykke til interview");
    own.get(&path).await.assert_ok().assert_shows("Ikke besvaret");

    own.submit(&path, &TODAY).await.assert_taken();
    own.submit(&path, &TODAY).await.assert_refused_with("Det kan ikke lade sig gøre længere");
    own.submit(&format!("{path}/withdrawal"), &[]).await.assert_taken();
    own.submit(&format!("{path}/withdrawal"), &[]).await.assert_refused_with("Det kan ikke lade sig gøre længere");
    own.submit(&path, &TODAY).await.assert_taken();

    let said: Vec<_> = rows(&app).await.iter().map(|row| (row.was_given, row.given_on, row.withdrawn_on)).collect();
    assert_eq!(said, [(true, today(), Some(today())), (true, today(), None)]);
}

#[tokio::test]
async fn a_no_before_anybody_asked_stands_as_a_no() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let referrer = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let path = format!("/people/{}/interview-consent", referrer.id);

    let own = Browser::signed_in(&app, referrer).await;
    own.submit(&format!("{path}/withdrawal"), &[]).await.assert_taken();

    let said: Vec<_> = rows(&app).await.iter().map(|row| (row.was_given, row.withdrawn_on)).collect();
    assert_eq!(said, [(false, Some(today()))]);
    app.staff().await.get(&path).await.assert_ok().assert_shows("nej, 4. marts 2026");
}

#[tokio::test]
async fn whoever_took_back_what_they_agreed_to_reads_the_text_that_they_can_agree_to_now() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    app.agrees_to_interviews(Some(mentor.id), None).await;
    let earlier = interview_consents::ActiveModel {
        text_version: Set(0),
        withdrawn_on: Set(Some(today())),
        ..Default::default()
    };
    interview_consents::Entity::update_many().set(earlier).exec(app.db()).await.unwrap();

    let page = app.staff().await.get(&format!("/mentors/{}/interview-consent", mentor.id)).await;

    page.assert_ok().assert_hides("interview-consent-text").assert_shows("trukket tilbage");
    page.assert_shows("evaluator");
}

#[tokio::test]
async fn whoever_referred_and_became_staff_still_has_the_page_of_what_they_agreed_to() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let rikke = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira", &partner, Some(&rikke)).await;
    let path = format!("/people/{}/interview-consent", rikke.id);
    Browser::signed_in(&app, rikke.clone()).await.submit(&path, &TODAY).await.assert_taken();

    let staff = entity::users::ActiveModel {
        id: Set(rikke.id),
        role: Set(Role::Staff),
        partner_id: Set(None),
        ..Default::default()
    };
    let rikke = sea_orm::ActiveModelTrait::update(staff, app.db()).await.unwrap();

    let colleague = app.staff().await;
    colleague.get(&format!("/referrals/{}", referral.id)).await.assert_shows(&path);
    colleague.get(&path).await.assert_ok().assert_shows("Rikke Lund");
    let own = Browser::signed_in(&app, rikke).await;
    own.submit(&format!("{path}/withdrawal"), &[]).await.assert_taken();
    assert_eq!(rows(&app).await[0].withdrawn_on, Some(today()));
    // Of staff who never referred there is no such page.
    let other = colleague.user.as_ref().unwrap().id;
    app.staff().await.get(&format!("/people/{other}/interview-consent")).await.assert_not_found();
}
