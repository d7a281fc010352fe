//! The agreement is both sides': each change is a version that both confirm.

use chrono::Days;
use entity::{CourseAgreement, course_agreements, links};
use poem::http::StatusCode;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};

use super::{Pair, amira_and_jonas, date, form};
use crate::support::{Browser, today};

const OWN: &str = "ung@ung.example";
const MENTOR: &str = "jonas@mentor.example";

async fn versions(pair: &Pair) -> Vec<CourseAgreement> {
    let all = course_agreements::Entity::find().order_by_asc(course_agreements::Column::Version);
    all.all(pair.app.db()).await.unwrap()
}

async fn agree(pair: &Pair, browser: &Browser, told: &[(&str, &str)]) {
    let day = date("planned_end_on", pair.course.planned_end_on);
    let version = pair.now().await.version.to_string();
    let mut all = form(&day, told);
    all.push(("version", &version));
    browser.submit(&pair.path("/agreement"), &all).await.assert_taken();
}

/// The path of the link in the last mail to somebody about the agreement.
async fn link(pair: &Pair, email: &str) -> String {
    let mails = pair.app.mails_to(email).await;
    pair.app.path_in(mails.iter().rfind(|mail| mail.subject == "Det har I aftalt").expect(email))
}

#[tokio::test]
async fn what_the_mentor_writes_down_the_young_person_confirms_with_one_press() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let told = [
        ("goal", "Et fritidsjob"),
        ("rhythm_every", "14"),
        ("contact", "Skriv en sms"),
        ("complaints", "Ring til Sanne"),
    ];
    agree(&pair, &mentor, &told).await;

    let first = versions(&pair).await.remove(0);
    assert_eq!((first.version, first.mentor_confirmed_at.is_some(), first.mentee_confirmed_at), (1, true, None));
    assert!(pair.app.mails_to(MENTOR).await.is_empty(), "whoever wrote it has confirmed it");
    mentor.get(&pair.path("")).await.assert_shows("Den unge har ikke bekræftet").assert_shows("Ring til Sanne");
    let visitor = pair.app.visitor();
    let path = link(&pair, OWN).await;
    let page = visitor.get(&path).await;
    page.assert_shows("Til Amira fra mentorordningen").assert_shows("Hver anden uge").assert_shows("Skriv en sms");
    page.assert_hides("Hassan");
    assert_eq!(versions(&pair).await.remove(0).mentee_confirmed_at, None, "looking confirms nothing");

    for _ in 0..2 {
        visitor.submit(&path, &[("confirmed", "yes")]).await.assert_goes_to(&format!("{path}/read"));
    }

    assert!(versions(&pair).await.remove(0).mentee_confirmed_at.is_some());
    visitor.get(&path).await.assert_shows("Du har bekræftet aftalen").assert_shows("Et fritidsjob");
    mentor.get(&pair.path("")).await.assert_shows("Den unge bekræftede 4. marts 2026");
}

#[tokio::test]
async fn a_change_is_a_new_version_that_both_are_asked_about_and_the_old_one_stays() {
    let pair = amira_and_jonas().await;
    let (mentor, staff) = (pair.app.mentor_browser(&pair.mentor).await, pair.app.staff().await);
    agree(&pair, &mentor, &[("goal", "Et fritidsjob")]).await;
    let old = link(&pair, OWN).await;
    let visitor = pair.app.visitor();
    visitor.submit(&old, &[("confirmed", "yes")]).await.assert_taken();

    agree(&pair, &staff, &[("goal", "En læreplads")]).await;

    let all = versions(&pair).await;
    assert_eq!(
        all.iter().map(|one| (one.version, one.goal.as_str())).collect::<Vec<_>>(),
        [(1, "Et fritidsjob"), (2, "En læreplads")]
    );
    assert_eq!((all[1].mentor_confirmed_at, all[1].mentee_confirmed_at), (None, None));
    visitor.get(&old).await.assert_shows("Et fritidsjob").assert_shows("Der er en nyere aftale");
    let refused = visitor.submit(&old, &[("confirmed", "yes")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = mentor.get(&pair.path("/agreements")).await;
    page.assert_shows("Version 2").assert_shows("Version 1").assert_shows("Et fritidsjob");

    let gate = link(&pair, MENTOR).await;
    visitor.get(&gate).await.assert_shows("Dette link er til Jonas").assert_hides("En læreplads");
    visitor.submit(&gate, &[]).await.assert_goes_to(&format!("{gate}/read"));
    visitor.get(&format!("{gate}/read")).await.assert_shows("En læreplads");
    visitor.submit(&format!("{gate}/read"), &[("confirmed", "yes")]).await.assert_taken();
    assert!(versions(&pair).await[1].mentor_confirmed_at.is_some());
}

#[tokio::test]
async fn what_is_the_same_is_no_new_version_and_asks_nobody() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    for _ in 0..2 {
        agree(&pair, &mentor, &[("goal", "Et fritidsjob"), ("rhythm_every", "7")]).await;
    }

    assert_eq!(versions(&pair).await.len(), 1);
    assert_eq!(pair.app.mails_to(OWN).await.len(), 1);
}

#[tokio::test]
async fn a_mentor_who_has_signed_in_confirms_what_staff_wrote_down() {
    let pair = amira_and_jonas().await;
    let (mentor, staff) = (pair.app.mentor_browser(&pair.mentor).await, pair.app.staff().await);
    agree(&pair, &staff, &[("goal", "Et fritidsjob")]).await;
    let path = pair.path(&format!("/agreements/{}/confirmation", versions(&pair).await[0].id));
    staff.get(&pair.path("")).await.assert_hides(&path);
    mentor.get(&pair.path("")).await.assert_shows(&path);

    mentor.submit(&path, &[]).await.assert_goes_to(&pair.path(""));

    assert!(versions(&pair).await[0].mentor_confirmed_at.is_some());
    mentor.get(&pair.path("")).await.assert_hides(&path).assert_shows("Mentoren bekræftede 4. marts 2026");
}

#[tokio::test]
async fn the_copy_closes_with_the_course() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    agree(&pair, &mentor, &[("goal", "Et fritidsjob")]).await;
    let path = link(&pair, OWN).await;
    assert_eq!(links::Entity::find().all(pair.app.db()).await.unwrap().len(), 1);

    pair.change(|row| (row.ended_on, row.seat_hold_id) = (Set(Some(today() - Days::new(1))), Set(None))).await;

    let page = pair.app.visitor().get(&path).await;
    page.assert_ok().assert_shows("Linket viser ikke noget længere").assert_hides("Et fritidsjob");
}
