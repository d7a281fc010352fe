//! Pause, resumption and extension.

use chrono::Days;
use entity::{course_extensions, course_pauses};
use sea_orm::{EntityTrait, Set};

use super::{amira_and_jonas, date, form, held, today};

#[tokio::test]
async fn a_pause_explains_silence_until_the_course_goes_on() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    held(&pair.app, &pair.course, today() - Days::new(29)).await;
    mentor.get(&pair.path("")).await.assert_ok().assert_shows("state-warn").assert_shows("Stille");

    let day = date("from_on", today() - Days::new(10));
    let paused = mentor.submit(&pair.path("/pause"), &form(&day, &[("reason", "Eksamen")])).await;

    paused.assert_goes_to(&pair.path(""));
    mentor.get(&pair.path("")).await.assert_shows("På pause").assert_shows("Eksamen").assert_hides("Stille");
    mentor.submit(&pair.path("/resumption"), &[]).await.assert_goes_to(&pair.path(""));
    mentor.get(&pair.path("")).await.assert_shows("state-active").assert_hides("Stille");
    let pause = course_pauses::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!(pause.until_on, Some(today() - Days::new(1)));
}

#[tokio::test]
async fn a_pause_that_is_taken_back_the_same_day_never_was() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = date("from_on", today());
    mentor.submit(&pair.path("/pause"), &form(&day, &[("reason", "Ferie")])).await.assert_taken();

    mentor.submit(&pair.path("/resumption"), &[]).await.assert_taken();

    assert!(course_pauses::Entity::find().one(pair.app.db()).await.unwrap().is_none());
    assert_eq!(pair.changes("resumed").await.len(), 1);
}

#[tokio::test]
async fn pauses_do_not_overlap_and_do_not_begin_in_the_future() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let pause = async |from, until: Option<_>| {
        let mut days = date("from_on", from);
        days.extend(until.map(|until| date("until_on", until)).unwrap_or_default());
        staff.submit(&pair.path("/pause"), &form(&days, &[("reason", "Ferie")])).await
    };
    let ago = |days| today() - Days::new(days);

    pause(ago(20), Some(ago(10))).await.assert_taken();
    pause(ago(10), None).await.assert_refused_with("Der er allerede en pause i de dage");
    pause(ago(9), Some(ago(12))).await.assert_refused_with("Pausen slutter, før den begynder");
    pause(today() + Days::new(1), None).await.assert_refused_with("En pause begynder i dag eller tidligere");
    pause(ago(31), None).await.assert_refused_with("Dagen ligger før matchet");
    pause(ago(9), None).await.assert_taken();
}

#[tokio::test]
async fn an_extension_needs_a_reason_and_every_one_stays_on_record() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let extend = async |until, reason: &str| {
        let day = date("until_on", until);
        mentor.submit(&pair.path("/extension"), &form(&day, &[("reason", reason)])).await
    };
    let planned = pair.course.planned_end_on;

    extend(planned + Days::new(30), " ").await.assert_refused_with("Skriv hvorfor");
    extend(planned, "Praktik").await.assert_refused_with("Vælg en dag efter den nuværende slutdato");
    extend(planned + Days::new(400), "Praktik").await.assert_refused_with("højst et år ad gangen");
    extend(planned + Days::new(30), "Praktikken slutter senere").await.assert_goes_to(&pair.path(""));
    extend(planned + Days::new(60), "Eksamen i juni").await.assert_taken();

    assert_eq!(pair.now().await.planned_end_on, planned + Days::new(60));
    assert_eq!(course_extensions::Entity::find().all(pair.app.db()).await.unwrap().len(), 2);
    let page = mentor.get(&pair.path("")).await;
    page.assert_shows("Praktikken slutter senere").assert_shows("Eksamen i juni");
}

#[tokio::test]
async fn a_course_past_its_planned_end_is_extended_from_today_on() {
    let pair = amira_and_jonas().await;
    pair.change(|row| row.planned_end_on = Set(today() - Days::new(10))).await;
    let staff = pair.app.staff().await;
    staff.get(&pair.path("")).await.assert_shows("Skal afsluttes eller forlænges");

    let day = date("until_on", today() - Days::new(1));
    let past = staff.submit(&pair.path("/extension"), &form(&day, &[("reason", "Praktik")])).await;

    past.assert_refused_with("Vælg en dag, der ikke er gået");
}

#[tokio::test]
async fn after_an_extension_the_agreement_no_longer_moves_the_end() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let later = date("until_on", pair.course.planned_end_on + Days::new(30));
    mentor.submit(&pair.path("/extension"), &form(&later, &[("reason", "Praktik")])).await.assert_taken();

    let day = date("planned_end_on", pair.course.matched_on + chrono::Months::new(4));
    let moved = mentor.submit(&pair.path("/agreement"), &form(&day, &[("goal", "Job"), ("version", "1")])).await;

    moved.assert_refused_with("Flyt slutdatoen med en ny forlængelse");
}
