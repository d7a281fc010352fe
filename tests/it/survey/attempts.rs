//! Tries to reach somebody: what counts as one, and when somebody may be given up.

use brobyg::{account::link, course::Slot, message::Addressee};
use chrono::{Duration, NaiveTime};
use entity::{
    ContactAttempt,
    contact_attempts::{self, AttemptChannel, AttemptResult},
    links::{self, LinkPurpose},
    messages,
};
use sea_orm::{prelude::Uuid, sea_query::Expr};

use super::*;
use crate::support::Page;

async fn rows(app: &TestApp) -> Vec<ContactAttempt> {
    let all = contact_attempts::Entity::find().order_by_asc(contact_attempts::Column::AttemptedOn);
    all.all(app.db()).await.unwrap()
}

pub async fn write(app: &TestApp, survey: &Survey, (days_ago, hour, channel): (u64, u32, AttemptChannel)) {
    let attempt = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(survey.course_id),
        kind: Set(survey.kind),
        attempted_on: Set(today() - Days::new(days_ago)),
        attempted_at: Set(NaiveTime::from_hms_opt(hour, 0, 0)),
        channel: Set(channel),
        result: Set(AttemptResult::NoAnswer),
        ..Default::default()
    };
    contact_attempts::Entity::insert(attempt).exec_without_returning(app.db()).await.unwrap();
}

/// What came of a call today.
pub async fn says(app: &TestApp, survey: &Survey, result: AttemptResult) {
    let attempt = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(survey.course_id),
        kind: Set(survey.kind),
        attempted_on: Set(app.app.clock.today()),
        channel: Set(AttemptChannel::Phone),
        result: Set(result),
        ..Default::default()
    };
    contact_attempts::Entity::insert(attempt).exec_without_returning(app.db()).await.unwrap();
}

/// All that is asked before somebody may be given up, whatever ways of their own they have, of a survey that was due long ago.
pub async fn tried_enough(app: &TestApp, survey: &Survey) {
    let due_on = survey.due_on.min(today() - Days::new(20));
    let due = surveys::ActiveModel { id: Set(survey.id), due_on: Set(due_on), ..Default::default() };
    due.update(app.db()).await.unwrap();
    for tried in [(20, 11, AttemptChannel::Phone), (12, 18, AttemptChannel::Email), (2, 18, AttemptChannel::Phone)] {
        write(app, survey, tried).await;
    }
}

/// A survey that has been due for forty days, of somebody with a phone and a mail address.
pub async fn due_long(app: &TestApp) -> Survey {
    let course = completed_course(app, "Amira", 40).await;
    survey::schedule(app.db()).await.unwrap();
    survey_of(app, &course, SurveyKind::Exit).await.unwrap()
}

async fn tell(app: &TestApp, survey: &Survey, (days_ago, hour, channel, result): (u64, &str, &str, &str)) -> Page {
    let day = today() - Days::new(days_ago);
    let [date, month, year] = ["%d", "%m", "%Y"].map(|part| day.format(part).to_string());
    let fields = [
        ("channel", channel),
        ("result", result),
        ("attempted_day", &date),
        ("attempted_month", &month),
        ("attempted_year", &year),
        ("attempted_at", hour),
        ("note", "Ringede fra kontoret"),
    ];
    app.staff().await.submit(&format!("/surveys/{}/attempts", survey.id), &fields).await
}

#[test]
fn the_week_has_three_parts_and_a_weekday_without_an_hour_none() {
    let (wednesday, sunday) = (today(), NaiveDate::from_ymd_opt(2026, 3, 8).unwrap());
    let hour = |hour| NaiveTime::from_hms_opt(hour, 59, 0);
    assert_eq!(Slot::of(wednesday, hour(15)), Some(Slot::Daytime));
    assert_eq!(Slot::of(wednesday, hour(16)), Some(Slot::Evening));
    assert_eq!(Slot::of(sunday, None), Some(Slot::Weekend));
    assert_eq!(Slot::of(wednesday, None), None);
}

#[tokio::test]
async fn nobody_is_given_up_before_all_that_the_protocol_asks_was_done() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    let (staff, path) = (app.staff().await, format!("/surveys/{}", survey.id));
    let give_up = async || staff.submit(&format!("{path}/not-reached"), &[]).await;

    tell(&app, &survey, (16, "10", "phone", "no_answer")).await.assert_goes_to(&path);
    tell(&app, &survey, (15, "11", "phone", "voice_mail")).await.assert_goes_to(&path);
    staff.get(&path).await.assert_shows("Der mangler 1 dag og 1 vej").assert_shows("mindst én gang om aftenen");
    tell(&app, &survey, (9, "18.30", "email", "no_answer")).await.assert_goes_to(&path);
    staff.get(&path).await.assert_shows("Der skal gå 14 dage").assert_hides("mindst én gang om aftenen");
    give_up().await.assert_refused_with("Der er ikke prøvet nok endnu");
    // What came back undelivered was no try.
    tell(&app, &survey, (1, "18", "email", "bounced")).await.assert_goes_to(&path);
    give_up().await.assert_refused_with("Der er ikke prøvet nok endnu");

    tell(&app, &survey, (1, "18", "phone", "no_answer")).await.assert_goes_to(&path);
    give_up().await.assert_goes_to(&path);
    staff.get(&path).await.assert_shows("Ikke nået").assert_hides("Der mangler");
}

#[tokio::test]
async fn the_database_itself_refuses_to_give_somebody_up_too_early() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    let give_up = async || {
        let given_up =
            surveys::ActiveModel { id: Set(survey.id), not_reached_on: Set(Some(today())), ..Default::default() };
        given_up.update(app.db()).await
    };
    for tried in [(20, 11, AttemptChannel::Phone), (19, 18, AttemptChannel::Email), (18, 18, AttemptChannel::Phone)] {
        assert!(give_up().await.is_err());
        write(&app, &survey, tried).await;
    }
    assert!(give_up().await.is_err(), "three days in a row are not two weeks");
    write(&app, &survey, (6, 18, AttemptChannel::Phone)).await;
    give_up().await.unwrap();
}

#[tokio::test]
async fn no_try_lies_before_the_survey_was_due() {
    let app = support::start().await;
    let survey = due_long(&app).await;

    let early = tell(&app, &survey, (41, "18", "phone", "no_answer")).await;

    early.assert_refused_with("Målingen var ikke forfalden endnu den dag").assert_shows("Ringede fra kontoret");
    tell(&app, &survey, (40, "18", "phone", "no_answer")).await.assert_taken();
}

#[tokio::test]
async fn whoever_says_no_to_the_survey_is_asked_no_more() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    let referral = referral_of(&app, &survey).await;
    app.agreed(&referral, ConsentPurpose::Survey).await;

    tell(&app, &survey, (0, "10", "phone", "refused")).await.assert_taken();

    assert!(agreement(app.db(), referral.id, ConsentPurpose::Survey).await.unwrap().is_no());
    tell(&app, &survey, (0, "11", "phone", "no_answer")).await.assert_refused_with("Den unge vil ikke spørges");
    let page = app.staff().await.get(&format!("/surveys/{}", survey.id)).await;
    page.assert_ok().assert_hides("/link").assert_hides("/mail");
}

#[tokio::test]
async fn a_try_that_was_written_down_wrongly_is_struck_out_and_stays_for_the_days_before() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    tell(&app, &survey, (1, "18", "phone", "no_answer")).await.assert_taken();
    let attempt = rows(&app).await.remove(0);
    let (staff, path) = (app.staff().await, format!("/surveys/{}", survey.id));

    let strike = format!("{path}/attempts/{}/removal", attempt.id);
    staff.submit(&strike, &[]).await.assert_goes_to(&path);

    staff.get(&path).await.assert_hides("Ringede fra kontoret").assert_shows("Der mangler 3 dage og 2 veje");
    let row = rows(&app).await.remove(0);
    assert_eq!((row.struck_on, row.note.as_deref()), (Some(today()), Some("Ringede fra kontoret")));
    staff.submit(&strike, &[]).await.assert_not_found();
}

#[tokio::test]
async fn a_day_to_ring_is_needed_where_they_asked_to_be_rung() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    tell(&app, &survey, (0, "10", "phone", "call_back")).await.assert_refused_with("dag, måned og år");
}

#[tokio::test]
async fn a_message_that_was_taken_is_a_try_with_its_hour_and_one_that_came_back_is_none() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    let person = referral_of(&app, &survey).await.young_person_id;
    let accepted = app.app.clock.now() - Duration::days(2);
    let facts = messages::ActiveModel { accepted_at: Set(Some(accepted)), ..Default::default() };
    let sent = app.message("survey-link", survey.id, Some(Addressee::young_person(person)), facts).await;
    let note = async || {
        for id in survey::unnoted(app.db()).await.unwrap() {
            let tx = app.db().begin().await.unwrap();
            survey::note(&tx, id).await.unwrap();
            tx.commit().await.unwrap();
        }
    };

    note().await;
    note().await;

    let attempts = rows(&app).await;
    assert_eq!(attempts.len(), 1);
    assert_eq!((attempts[0].channel, attempts[0].result), (AttemptChannel::Email, AttemptResult::NoAnswer));
    assert_eq!(attempts[0].attempted_on, today() - Days::new(2));
    assert!(attempts[0].attempted_at.is_some());
    let back = messages::ActiveModel { id: Set(sent.id), bounced_at: Set(Some(accepted)), ..Default::default() };
    back.update(app.db()).await.unwrap();
    note().await;
    assert_eq!(rows(&app).await[0].result, AttemptResult::Bounced);
}

#[tokio::test]
async fn the_message_by_whose_link_somebody_answers_is_the_try_that_brought_the_answer() {
    let app = support::start().await;
    let survey = due_long(&app).await;
    let referral = referral_of(&app, &survey).await;
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let facts = messages::ActiveModel { accepted_at: Set(Some(app.app.clock.now())), ..Default::default() };
    let whom = Some(Addressee::young_person(referral.young_person_id));
    let sent = app.message("survey-link", survey.id, whom, facts).await;
    let tx = app.db().begin().await.unwrap();
    let token = link::issue(&tx, app.app.clock.now(), LinkPurpose::Survey, survey.id).await.unwrap();
    let of_message = links::Entity::update_many().col_expr(links::Column::MessageId, Expr::value(sent.id));
    of_message.filter(links::Column::SubjectId.eq(survey.id)).exec(&tx).await.unwrap();
    tx.commit().await.unwrap();

    survey::answer_by_link(app.db(), app.app.clock.now(), (&token, "da"), ActivityStatus::Job).await.unwrap();

    let attempts = rows(&app).await;
    assert_eq!(attempts.len(), 1);
    assert_eq!((attempts[0].channel, attempts[0].result), (AttemptChannel::Email, AttemptResult::Answered));
}
