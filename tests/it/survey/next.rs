//! The next step to reach somebody: on the list, on the page, and day by day.

use brobyg::{
    course::Slot,
    survey::{Known, Line, Next, Routes, Step, next},
};
use chrono::{Datelike, NaiveTime, Weekday};
use entity::{
    ContactAttempt,
    contact_attempts::{AttemptChannel, AttemptResult},
    contact_ways,
    contact_ways::WayKind,
    messages,
    messages::AddresseeKind,
    young_people,
};
use sea_orm::prelude::Uuid;

use super::*;

/// A Monday.
fn due_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

fn on_day(day: u64) -> NaiveDate {
    due_on() + Days::new(day)
}

fn rung(day: u64, hour: u32, result: AttemptResult) -> ContactAttempt {
    ContactAttempt {
        id: Uuid::nil(),
        course_id: Uuid::nil(),
        kind: SurveyKind::Exit,
        attempted_on: on_day(day),
        channel: AttemptChannel::Phone,
        result,
        attempted_by: None,
        attempted_at: NaiveTime::from_hms_opt(hour, 0, 0),
        note: None,
        message_id: None,
        call_back_on: None,
        call_back_at: None,
        struck_on: None,
    }
}

fn written(day: u64) -> ContactAttempt {
    ContactAttempt { channel: AttemptChannel::Email, ..rung(day, 17, AttemptResult::NoAnswer) }
}

fn with_both() -> Routes {
    Routes { phone: Some(Line::Live), has_email: true, has_other: false, is_written_to: true }
}

async fn step(tries: &[ContactAttempt], routes: &Routes, today: u64) -> Next {
    let app = support::start().await;
    next(&Known { due_on: due_on(), tries, routes }, &app.app.config.rules, on_day(today))
}

fn call(slot: Slot, day: u64) -> Next {
    Next { step: Step::Call(slot), on: on_day(day) }
}

#[tokio::test]
async fn calls_follow_the_messages_each_in_another_part_of_the_week() {
    let both = with_both();
    // Day 6 is a Sunday: an evening of the week is the day after.
    assert_eq!(on_day(6).weekday(), Weekday::Sun);
    assert_eq!(step(&[], &both, 0).await, call(Slot::Evening, 7));
    let one = [written(0), rung(7, 18, AttemptResult::NoAnswer)];
    assert_eq!(step(&one, &both, 8).await, call(Slot::Weekend, 12));
    let two = [one.as_slice(), &[rung(12, 12, AttemptResult::VoiceMail)]].concat();
    assert_eq!(step(&two, &both, 12).await, call(Slot::Daytime, 21));
    let three = [two.as_slice(), &[rung(21, 10, AttemptResult::NoAnswer)]].concat();
    assert_eq!(step(&three, &both, 21).await, call(Slot::Evening, 28));
}

#[tokio::test]
async fn whom_nothing_is_written_to_is_rung_at_once_and_a_late_call_is_for_today() {
    let by_phone = Routes { is_written_to: false, ..with_both() };
    assert_eq!(step(&[], &by_phone, 0).await, call(Slot::Evening, 0));
    assert_eq!(step(&[], &with_both(), 22).await, call(Slot::Evening, 22));
}

#[tokio::test]
async fn an_agreed_call_goes_before_all_and_not_now_is_a_week_of_rest() {
    let agreed = ContactAttempt {
        call_back_on: Some(on_day(10)),
        call_back_at: NaiveTime::from_hms_opt(14, 30, 0),
        ..rung(7, 18, AttemptResult::CallBack)
    };
    let hour = NaiveTime::from_hms_opt(14, 30, 0);
    let tries = [agreed, written(8)];
    assert_eq!(step(&tries, &with_both(), 8).await, Next { step: Step::CallBack(hour), on: on_day(10) });
    let later = [rung(7, 18, AttemptResult::NotNow)];
    assert_eq!(step(&later, &with_both(), 8).await, call(Slot::Weekend, 19));
}

#[tokio::test]
async fn a_number_that_was_not_in_use_is_tried_again_each_week() {
    let dead = Routes { phone: Some(Line::Dead), ..with_both() };
    let tries = [rung(7, 18, AttemptResult::NumberNotInUse)];
    assert_eq!(step(&tries, &dead, 8).await, call(Slot::Weekend, 19));
    assert_eq!(step(&tries, &Routes { phone: None, ..with_both() }, 8).await.step, Step::Wait);
}

#[tokio::test]
async fn whoever_passes_a_word_on_is_asked_once_after_two_weeks() {
    let near = Routes { phone: None, has_other: true, ..with_both() };
    assert_eq!(step(&[], &near, 3).await, Next { step: Step::SecondRoute, on: on_day(14) });
    for came_of_it in [AttemptResult::SomebodyElse, AttemptResult::NoAnswer] {
        let asked = [rung(14, 12, came_of_it)];
        assert_eq!(step(&asked, &near, 15).await, Next { step: Step::Wait, on: on_day(42) });
    }
}

#[tokio::test]
async fn giving_up_comes_when_the_platform_writes_no_more_and_enough_was_tried() {
    let enough = [written(0), rung(7, 18, AttemptResult::NoAnswer), rung(26, 12, AttemptResult::NoAnswer)];
    assert!(matches!(step(&enough, &with_both(), 27).await.step, Step::Call(_)));
    assert_eq!(step(&enough, &with_both(), 50).await, Next { step: Step::GiveUp, on: on_day(50) });
    assert!(matches!(step(&enough[..2], &with_both(), 50).await.step, Step::Call(_)));
}

#[tokio::test]
async fn what_was_tried_before_the_course_ended_anew_is_no_try_of_now() {
    let before = ContactAttempt { attempted_on: due_on() - Days::new(1), ..rung(0, 18, AttemptResult::NotNow) };
    assert_eq!(step(&[before], &with_both(), 0).await, call(Slot::Evening, 7));
}

/// An unanswered survey of somebody with a number of their own, and of whom they know.
async fn due_with_phone(app: &TestApp) -> Survey {
    let survey = exit_survey(app, "Amira").await;
    let person = referral_of(app, &survey).await.young_person_id;
    let known = young_people::ActiveModel {
        id: Set(person),
        phone: Set(Some("+4520304050".into())),
        email: Set(None),
        ..Default::default()
    };
    known.update(app.db()).await.unwrap();
    survey
}

async fn knows_an_aunt(app: &TestApp, survey: &Survey) {
    let aunt = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(AddresseeKind::YoungPerson),
        owner_id: Set(referral_of(app, survey).await.young_person_id),
        kind: Set(WayKind::SecondContact),
        value: Set("+4560708090".into()),
        name: Set("Tante Nadia".into()),
        agreed_on: Set(Some(today())),
        added_on: Set(today()),
        ..Default::default()
    };
    contact_ways::Entity::insert(aunt).exec_without_returning(app.db()).await.unwrap();
}

#[tokio::test]
async fn the_list_and_the_page_say_whom_to_ring_when_and_by_which_number() {
    let app = support::start().await;
    let survey = due_with_phone(&app).await;
    let staff = app.staff().await;
    for page in ["/surveys".to_owned(), format!("/surveys/{}", survey.id)] {
        staff
            .get(&page)
            .await
            .assert_shows("Næste skridt")
            .assert_shows("Ring en hverdag efter klokken 16, fra i dag: ");
        staff.get(&page).await.assert_shows("20 30 40 50");
    }
    let file = staff.get("/surveys?file=csv").await;
    file.assert_shows("Ring en hverdag efter klokken 16");

    super::attempts::says(&app, &survey, AttemptResult::NoAnswer).await;
    knows_an_aunt(&app, &survey).await;
    app.app.clock.advance(chrono::Duration::days(5));
    super::attempts::says(&app, &survey, AttemptResult::NoAnswer).await;
    app.app.clock.advance(chrono::Duration::days(5));

    let staff = app.staff().await;
    staff.get("/surveys").await.assert_shows("Bed Tante Nadia give besked videre").assert_shows("60 70 80 90");
}

#[tokio::test]
async fn nobody_who_says_no_has_a_next_step() {
    let app = support::start().await;
    let survey = due_with_phone(&app).await;
    super::attempts::says(&app, &survey, AttemptResult::NoAnswer).await;
    let referral = referral_of(&app, &survey).await;
    let (staff, tx) = (app.staff().await, app.db().begin().await.unwrap());
    let by = staff.user.clone().unwrap().id;
    brobyg::referral::refused_when_asked(&tx, app.app.clock.now(), &referral, by).await.unwrap();
    tx.commit().await.unwrap();

    staff.get("/surveys").await.assert_hides("20 30 40 50");
    staff.get(&format!("/surveys/{}", survey.id)).await.assert_hides("Næste skridt");
}

#[tokio::test]
async fn the_partner_gets_no_link_of_somebody_who_did_not_wish_it_and_is_asked_to_pass_a_word_on() {
    let app = support::start().await;
    let survey = exit_survey(&app, "Amira").await;
    let referral = referral_of(&app, &survey).await;
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let unknown = young_people::ActiveModel {
        id: Set(referral.young_person_id),
        phone: Set(None),
        email: Set(None),
        ..Default::default()
    };
    unknown.update(app.db()).await.unwrap();
    let referred = referrals::ActiveModel {
        id: Set(referral.id),
        referrer_email: Set(Some("henviser@partner.example".into())),
        ..Default::default()
    };
    referred.update(app.db()).await.unwrap();
    let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
    let tx = app.db().begin().await.unwrap();
    survey::invite(&tx, now, (&app.app.sms, rules), survey.id).await.unwrap();
    tx.commit().await.unwrap();

    let mails = app.mails().await;

    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Bed den unge ringe eller skrive til os"), "{}", mails[0].text);
    assert!(!mails[0].text.contains("/survey/"), "{}", mails[0].text);
    let kinds = messages::Entity::find().filter(messages::Column::SubjectId.eq(survey.id)).all(app.db()).await.unwrap();
    assert_eq!(kinds.len(), 1);
}

#[tokio::test]
async fn of_somebody_who_has_died_nothing_is_asked_any_more() {
    let app = support::start().await;
    let survey = due_with_phone(&app).await;
    let referral = referral_of(&app, &survey).await;
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let elsewhere = app.referral("Amira før").await;
    let theirs = referrals::ActiveModel {
        id: Set(elsewhere.id),
        young_person_id: Set(referral.young_person_id),
        ..Default::default()
    };
    theirs.update(app.db()).await.unwrap();
    app.agreed(&elsewhere, ConsentPurpose::Survey).await;
    let (staff, page) = (app.staff().await, format!("/surveys/{}", survey.id));
    let told = [
        ("channel", "phone"),
        ("result", "dead"),
        ("attempted_day", "4"),
        ("attempted_month", "3"),
        ("attempted_year", "2026"),
    ];
    staff.submit(&format!("{page}/attempts"), &told).await.assert_goes_to(&page);

    staff
        .get(&page)
        .await
        .assert_shows("Den unge er død")
        .assert_hides("Den unge sagde nej")
        .assert_hides("Næste skridt");
    staff.get("/surveys").await.assert_hides("20 30 40 50");
    let rules = &app.app.config.rules;
    assert!(survey::to_invite(app.db(), app.app.clock.now(), rules).await.unwrap().is_empty());
    assert!(is_no(&app, &elsewhere).await);
}

async fn is_no(app: &TestApp, referral: &Referral) -> bool {
    agreement(app.db(), referral.id, ConsentPurpose::Survey).await.unwrap().is_no()
}

#[tokio::test]
async fn a_death_that_came_in_a_file_ends_the_asking_too() {
    let app = support::start().await;
    let survey = due_with_phone(&app).await;
    app.agreed(&referral_of(&app, &survey).await, ConsentPurpose::Survey).await;
    super::attempts::says(&app, &survey, AttemptResult::Dead).await;
    let rules = &app.app.config.rules;

    // Then, at the quiet test, and on the day of the other survey of the course.
    for days in [0, 85, 275] {
        app.app.clock.advance(chrono::Duration::days(days));
        let now = app.app.clock.now();
        app.staff().await.get("/surveys").await.assert_hides("20 30 40 50");
        assert!(survey::to_invite(app.db(), now, rules).await.unwrap().is_empty(), "{days}");
        assert!(survey::quiet_test::to_ask(app.db(), now).await.unwrap().is_empty(), "{days}");
    }
    let later = surveys::Column::CourseId.eq(survey.course_id);
    let later = surveys::Entity::find().filter(later).filter(surveys::Column::Kind.eq(SurveyKind::TwelveMonth));
    let later = later.one(app.db()).await.unwrap().unwrap();
    assert!(later.due_on <= app.app.clock.today());
    let page = app.staff().await.get(&format!("/surveys/{}", later.id)).await;
    page.assert_shows("Den unge er død").assert_hides("Næste skridt");
}
