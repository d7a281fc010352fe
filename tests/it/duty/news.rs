//! One letter when the contact person is another one for good, and none for an absence.

use brobyg::duty::{self, Thing};
use entity::{courses, partners, referrals, users};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::in_days;
use crate::support::{self, today, viewer_of};

const SUBJECT: &str = "Du har fået en ny kontaktperson";

#[tokio::test]
async fn a_referrer_with_many_cases_gets_one_letter_when_their_contact_person_changes() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let partner = app.partner("Ringparken").await;
    let (rikke, idle) = (app.referrer(&partner).await.user.unwrap(), app.referrer(&partner).await.user.unwrap());
    app.sees_to(&karen, Thing::Partner, partner.id).await;
    for number in 0..12 {
        let referral = app.referral_by(&format!("Ung {number}"), &partner, Some(&rikke)).await;
        app.sees_to(&karen, Thing::Referral, referral.id).await;
    }
    let over = app.referral_by("Afsluttet", &partner, Some(&idle)).await;
    let closed = referrals::ActiveModel { id: Set(over.id), closed_on: Set(Some(today())), ..Default::default() };
    closed.update(app.db()).await.unwrap();
    app.sees_to(&karen, Thing::Referral, over.id).await;
    app.mails().await;
    app.days_pass(1);

    duty::hand_over_all(app.db(), app.app.clock.now(), &viewer_of(&karen), karen.id, bent.id).await.unwrap();

    let letters: Vec<_> = app.mails_to(&rikke.email).await.into_iter().filter(|mail| mail.subject == SUBJECT).collect();
    assert_eq!(letters.len(), 2, "one when Karen was named, one now");
    assert!(letters[1].text.contains("Bent, 55 66 77 88, bent@people.example"), "{}", letters[1].text);
    assert!(!letters[1].text.contains("Karen") && !letters[1].text.contains("Ung"), "{}", letters[1].text);
    assert!(app.mails_to(&idle.email).await.is_empty(), "no case of theirs is open");
}

#[tokio::test]
async fn the_contact_of_a_partner_is_told_by_mail_also_where_they_do_not_sign_in() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (partner, other) = (app.partner("Ringparken").await, app.partner("Skovparken").await);
    let rikke = app.referrer(&other).await.user.unwrap();
    for (of, email) in [(&partner, "kontakt@partner.example"), (&other, rikke.email.as_str())] {
        let contact =
            partners::ActiveModel { id: Set(of.id), contact_email: Set(Some(email.into())), ..Default::default() };
        contact.update(app.db()).await.unwrap();
    }
    let things = [(Thing::Partner, partner.id), (Thing::Partner, other.id)];

    duty::hand_over(app.db(), app.app.clock.now(), &viewer_of(&karen), &things, bent.id).await.unwrap();

    let told = app.mails_to("kontakt@partner.example").await;
    assert_eq!(told.len(), 1);
    assert!(told[0].subject == SUBJECT && told[0].text.contains("Bent, 55 66 77 88"), "{:?}", told[0]);
    // Whoever signs in is told as a referrer, and has no open case.
    assert!(app.mails_to(&rikke.email).await.is_empty());
}

#[tokio::test]
async fn a_mentor_with_a_running_course_is_told_once_and_one_without_never() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let (running, ended) =
        (app.course(&app.referral("Amira").await, &jonas).await, app.course(&app.referral("Bo").await, &mona).await);
    let row = courses::ActiveModel {
        id: Set(ended.id),
        ended_on: Set(Some(today())),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap();
    let things =
        [(Thing::Mentor, jonas.id), (Thing::Course, running.id), (Thing::Mentor, mona.id), (Thing::Course, ended.id)];

    duty::hand_over(app.db(), app.app.clock.now(), &viewer_of(&karen), &things, bent.id).await.unwrap();

    let told = app.mails_to(&jonas.email).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].subject == SUBJECT && told[0].text.contains("Bent, 55 66 77 88"), "{:?}", told[0]);
    assert!(app.mails_to(&mona.email).await.is_empty());
}

#[tokio::test]
async fn a_mentor_is_led_to_the_courses_only_with_a_sign_in_that_was_used() {
    for (seen_on, is_led) in [(None, false), (Some(today()), true)] {
        let app = support::start().await;
        let (karen, jonas) = (app.coordinator("Karen", "+4511223344").await, app.mentor("Jonas").await);
        let course = app.course(&app.referral("Amira").await, &jonas).await;
        let user = app.mentor_browser(&jonas).await.user.as_ref().unwrap().id;
        let seen = users::ActiveModel { id: Set(user), last_seen_on: Set(seen_on), ..Default::default() };
        seen.update(app.db()).await.unwrap();

        app.sees_to(&karen, Thing::Course, course.id).await;

        let told = app.mails_to(&jonas.email).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].text.contains("Se dine forløb"), is_led, "{}", told[0].text);
    }
}

#[tokio::test]
async fn an_absence_and_what_came_back_the_same_day_are_no_news() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let partner = app.partner("Ringparken").await;
    let rikke = app.referrer(&partner).await.user.unwrap();
    let referral = app.referral_by("Amira", &partner, Some(&rikke)).await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    assert_eq!(app.mails_to(&rikke.email).await.len(), 1);
    app.days_pass(1);

    app.is_away(&karen, &bent, in_days(1), in_days(2)).await;
    app.sees_to(&bent, Thing::Referral, referral.id).await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    app.mails().await;
    app.days_pass(5);

    assert_eq!(app.mails_to(&rikke.email).await.len(), 1);
}
