//! Between the surveys the young person is asked whether messages still reach them.

use std::collections::BTreeSet;

use brobyg::survey::quiet_test;
use chrono::Duration;
use entity::{
    contact_ways,
    contact_ways::WayKind,
    messages::{self, AddresseeKind},
    young_people,
};

use super::*;

/// Somebody whose course ends today and who has said that we may ask.
async fn asked(app: &TestApp) -> Survey {
    let course = completed_course(app, "Amira", 0).await;
    survey::schedule(app.db()).await.unwrap();
    let later = survey_of(app, &course, SurveyKind::TwelveMonth).await.unwrap();
    let referral = referral_of(app, &later).await;
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let own = young_people::ActiveModel {
        id: Set(referral.young_person_id),
        email: Set(Some("amira@ung.example".into())),
        ..Default::default()
    };
    own.update(app.db()).await.unwrap();
    later
}

async fn run(app: &TestApp) {
    let now = app.app.clock.now();
    for _ in 0..2 {
        for brobyg::backlog::Due { id, .. } in quiet_test::to_ask(app.db(), now).await.unwrap() {
            let tx = app.db().begin().await.unwrap();
            quiet_test::ask(&tx, now, &app.app.sms, id).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
}

/// The days on which tests were queued.
async fn days(app: &TestApp) -> BTreeSet<NaiveDate> {
    let all = messages::Entity::find().filter(messages::Column::Kind.eq("quiet-test")).all(app.db()).await.unwrap();
    all.iter().map(|message| message.queued_at.date_naive()).collect()
}

#[tokio::test]
async fn the_tests_come_three_six_and_nine_months_after_the_course_each_once() {
    let app = support::start().await;
    asked(&app).await;

    for _ in 0..370 {
        run(&app).await;
        app.app.clock.advance(Duration::days(1));
    }

    let after = |months| today().checked_add_months(Months::new(months)).unwrap();
    assert_eq!(days(&app).await, BTreeSet::from([after(3), after(6), after(9)]));
}

#[tokio::test]
async fn nobody_is_tested_without_a_yes_nor_after_a_no() {
    let app = support::start().await;
    let later = asked(&app).await;
    let unasked = completed_course(&app, "Bilal", 0).await;
    survey::schedule(app.db()).await.unwrap();
    assert!(survey_of(&app, &unasked, SurveyKind::TwelveMonth).await.is_some());
    let (referral, staff) = (referral_of(&app, &later).await, app.staff().await.user.unwrap());
    let tx = app.db().begin().await.unwrap();
    brobyg::referral::refused_when_asked(&tx, app.app.clock.now(), &referral, staff.id).await.unwrap();
    tx.commit().await.unwrap();

    app.app.clock.advance(Duration::days(92));
    run(&app).await;

    assert!(days(&app).await.is_empty());
}

#[tokio::test]
async fn one_press_confirms_the_way_and_a_new_number_is_a_way_nobody_has_tried() {
    let app = support::start().await;
    asked(&app).await;
    app.app.clock.advance(Duration::days(92));
    run(&app).await;
    let mail = app.mails_to("amira@ung.example").await.pop().unwrap();
    let (path, young) = (app.path_in(&mail), app.visitor());
    young.get(&path).await.assert_shows("Til Amira fra mentorordningen").assert_hides("Jonas");
    young.submit(&path, &[("number", "nul otte")]).await.assert_refused_with("nul otte");

    young.submit(&path, &[("number", "20 30 40 51")]).await.assert_goes_to("/still-here/thanks");

    young.get("/still-here/thanks").await.assert_ok().assert_shows("kan få fat i dig");
    young.get(&path).await.assert_shows("Vi behøver ikke svaret længere");
    young.submit(&path, &[("number", "")]).await.assert_refused_with("Vi behøver ikke svaret længere");
    let ways = contact_ways::Entity::find().filter(contact_ways::Column::Owner.eq(AddresseeKind::YoungPerson));
    let ways = ways.order_by_asc(contact_ways::Column::Kind).all(app.db()).await.unwrap();
    let told: Vec<_> = ways.iter().map(|way| (way.kind, way.value.as_str(), way.confirmed_on)).collect();
    let confirmed = Some(app.app.clock.today());
    assert_eq!(told, [(WayKind::Mail, "amira@ung.example", confirmed), (WayKind::Phone, "+4520304051", None)]);
}

#[tokio::test]
async fn a_link_that_is_too_late_asks_nothing() {
    let app = support::start().await;
    let later = asked(&app).await;
    app.app.clock.advance(Duration::days(92));
    run(&app).await;
    let mail = app.mails_to("amira@ung.example").await.pop().unwrap();
    let answered = surveys::ActiveModel {
        id: Set(later.id),
        answered_on: Set(Some(app.app.clock.today())),
        status: Set(Some(ActivityStatus::Job)),
        ..Default::default()
    };
    answered.update(app.db()).await.unwrap();

    app.visitor().get(&app.path_in(&mail)).await.assert_ok().assert_hides("Amira");
}
