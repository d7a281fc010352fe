//! Who is responsible for something new, as the rules have it.

use brobyg::{course, duty::Thing, mentor::screening};
use entity::{mentors, mentors::CriminalRecordStatus, partners, proposals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::{
    referral::{filled, send},
    support::{self, today, viewer_of},
};

#[tokio::test]
async fn a_new_referral_is_seen_to_by_whoever_sees_to_its_partner() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let area = app.housing_area("Ringgade", &partner).await;
    let karen = app.coordinator("Karen Holm", "+4511223344").await;
    let referrer = app.referrer(&partner).await;
    let before = send(&referrer, &filled(&area).with("name", "Amira Holm")).await;
    app.sees_to(&karen, Thing::Partner, partner.id).await;

    let after = send(&referrer, &filled(&area).with("name", "Bilal Noor").with("phone", "50 00 02 00")).await;

    assert_eq!(app.hand(Thing::Referral, after).await, Some(karen.id));
    assert_eq!(app.hand(Thing::Referral, before).await, None, "nobody was responsible when it was sent");
}

#[tokio::test]
async fn a_new_partner_is_seen_to_by_whoever_writes_it_down() {
    let app = support::start().await;
    let administrator = app.administrator().await;

    administrator.submit("/admin/partners/new", &[("name", "Ringparken")]).await.assert_taken();

    let partner = partners::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!(app.hand(Thing::Partner, partner.id).await, administrator.user.map(|user| user.id));
}

#[tokio::test]
async fn a_course_is_seen_to_by_whoever_sees_to_its_referral() {
    let app = support::start().await;
    let (referral, jonas) = (app.referral("Amira Holm").await, app.mentor("Jonas").await);
    let karen = app.coordinator("Karen Holm", "+4511223344").await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    let proposal = app.proposal(&referral, &jonas).await;
    let held = proposals::Entity::find_by_id(proposal.id).one(app.db()).await.unwrap().unwrap().seat_hold_id.unwrap();
    let new = course::NewCourse {
        referral_id: referral.id,
        mentor_id: jonas.id,
        proposal_id: Some(proposal.id),
        seat_hold_id: held,
        matched_on: today(),
        planned_end_on: None,
        by: None,
    };

    let tx = app.db().begin().await.unwrap();
    let course = course::begin(&tx, app.app.clock.now(), &app.app.config.rules, new).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(app.hand(Thing::Course, course.id).await, Some(karen.id));
}

#[tokio::test]
async fn a_mentor_is_seen_to_by_whoever_approved() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let ready = mentors::ActiveModel {
        id: Set(jonas.id),
        email_confirmed_at: Set(Some(app.app.clock.now())),
        approved_on: Set(None),
        interviewed_on: Set(Some(today())),
        criminal_record_status: Set(Some(CriminalRecordStatus::Approved)),
        criminal_record_expires_on: Set(Some(today())),
        ..Default::default()
    };
    ready.update(app.db()).await.unwrap();
    let karen = app.coordinator("Karen Holm", "+4511223344").await;

    screening::approve(app.db(), app.app.clock.now(), &viewer_of(&karen), jonas.id).await.unwrap();

    assert_eq!(app.hand(Thing::Mentor, jonas.id).await, Some(karen.id));
}
