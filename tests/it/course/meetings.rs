//! Meetings are logged, corrected and removed.

use chrono::Days;
use entity::meetings::{Attendance, Channel};
use sea_orm::Set;

use super::{amira_and_jonas, date, form, today};

#[tokio::test]
async fn one_tap_logs_that_the_two_met_today() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    mentor.submit(&pair.path("/meetings/today"), &[]).await.assert_goes_to(&pair.path(""));

    let meetings = pair.meetings().await;
    assert_eq!(meetings.len(), 1);
    assert_eq!((meetings[0].held_on, meetings[0].attendance), (today(), Attendance::Held));
    assert_eq!(meetings[0].logged_by, Some(mentor.user.as_ref().unwrap().id));
    let page = mentor.get(&pair.path("")).await;
    page.assert_ok().assert_shows("Godt at I mødtes").assert_hides("/meetings/today");
}

#[tokio::test]
async fn a_meeting_posted_twice_is_one_meeting() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = date("held_on", today() - Days::new(1));
    let told = form(&day, &[("attendance", "held"), ("minutes", "45"), ("channel", "video")]);

    for _ in 0..2 {
        mentor.submit(&pair.path("/meetings"), &told).await.assert_goes_to(&pair.path(""));
        mentor.submit(&pair.path("/meetings/today"), &[]).await.assert_goes_to(&pair.path(""));
    }

    assert_eq!(pair.meetings().await.len(), 2);
}

#[tokio::test]
async fn another_meeting_of_the_same_day_is_sent_to_the_first_to_be_corrected() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = date("held_on", today());
    mentor.submit(&pair.path("/meetings/today"), &[]).await.assert_taken();

    let again = mentor.submit(&pair.path("/meetings"), &form(&day, &[("attendance", "held"), ("minutes", "90")])).await;

    again.assert_refused_with("Der er allerede skrevet sådan et møde på den dag").assert_shows("value=\"90\"");
    let cancelled = form(&day, &[("attendance", "cancelled_by_mentee")]);
    mentor.submit(&pair.path("/meetings"), &cancelled).await.assert_taken();
}

#[tokio::test]
async fn a_meeting_lies_between_the_match_and_today() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let log = async |day| {
        let day = date("held_on", day);
        mentor.submit(&pair.path("/meetings"), &form(&day, &[("attendance", "held")])).await
    };

    log(today() - Days::new(31)).await.assert_refused_with("Dagen ligger før matchet");
    log(today() + Days::new(1)).await.assert_refused_with("Dagen er ikke kommet endnu");
    log(today() - Days::new(30)).await.assert_taken();
}

#[tokio::test]
async fn a_form_that_cannot_be_read_comes_back_as_typed() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = date("held_on", today());

    let page = mentor
        .submit(&pair.path("/meetings"), &form(&day, &[("minutes", "en time"), ("note", "Vi så på CV'er 010203-1234")]))
        .await;

    page.assert_refused_with("Skriv et helt tal fra 1 til 600");
    page.assert_shows("Vælg, hvordan det gik").assert_shows("en time");
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn a_cpr_number_in_a_note_is_refused() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = date("held_on", today());
    let told = form(&day, &[("attendance", "held"), ("note", "Hun hedder 010203-1234")]);

    mentor.submit(&pair.path("/meetings"), &told).await.assert_refused_with("Det ligner et CPR-nummer");
}

#[tokio::test]
async fn what_staff_log_for_the_mentor_says_so() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let day = date("held_on", today() - Days::new(2));
    let told = form(&day, &[("attendance", "mentee_no_show"), ("channel", "in_person"), ("note", "Ventede en time")]);

    staff.submit(&pair.path("/meetings"), &told).await.assert_taken();

    let meeting = &pair.meetings().await[0];
    assert_eq!((meeting.attendance, meeting.channel), (Attendance::MenteeNoShow, Some(Channel::InPerson)));
    assert_eq!(pair.changes("meeting_logged").await[0].on_behalf_of.as_deref(), Some("mentor"));
    staff.get(&pair.path("/history")).await.assert_ok().assert_shows("På mentorens vegne.").assert_shows("02-03-2026");
}

#[tokio::test]
async fn a_mentor_corrects_and_removes_what_the_mentor_logged_but_not_what_staff_logged() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    mentor.submit(&pair.path("/meetings/today"), &[]).await.assert_taken();
    let own = pair.path(&format!("/meetings/{}", pair.meetings().await[0].id));
    pair.met(1).await;
    let others = pair.meetings().await.into_iter().find(|meeting| meeting.logged_by.is_none()).unwrap();
    let others = pair.path(&format!("/meetings/{}", others.id));
    let day = date("held_on", today());
    let told = form(&day, &[("attendance", "held"), ("minutes", "75")]);

    mentor.get(&own).await.assert_ok();
    mentor.submit(&own, &told).await.assert_taken();
    assert!(pair.meetings().await.iter().any(|meeting| meeting.minutes == Some(75)));
    mentor.submit(&format!("{own}/removal"), &[]).await.assert_taken();

    mentor.get(&others).await.assert_not_found();
    mentor.submit(&others, &told).await.assert_not_found();
    mentor.submit(&format!("{others}/removal"), &[]).await.assert_not_found();
    assert_eq!(pair.meetings().await.len(), 1);
    assert_eq!(pair.changes("meeting_corrected").await.len() + pair.changes("meeting_removed").await.len(), 2);
}

#[tokio::test]
async fn after_the_ending_the_meetings_of_a_mentor_stand() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    pair.change(|row| {
        row.ended_on = Set(Some(today() - Days::new(1)));
        row.seat_hold_id = Set(None);
    })
    .await;

    let late = mentor.submit(&pair.path("/meetings/today"), &[]).await;

    late.assert_status(poem::http::StatusCode::CONFLICT);
    let staff = pair.app.staff().await;
    staff.submit(&pair.path("/meetings/today"), &[]).await.assert_refused_with("efter forløbets afslutning");
}

#[tokio::test]
async fn a_completed_course_does_not_lose_its_class_without_a_reason() {
    let pair = amira_and_jonas().await;
    pair.met(3).await;
    pair.change(|row| {
        row.ended_on = Set(Some(today()));
        row.planned_end_on = Set(today());
        row.seat_hold_id = Set(None);
    })
    .await;
    let staff = pair.app.staff().await;

    let removal = pair.path(&format!("/meetings/{}/removal", pair.meetings().await[0].id));
    staff.submit(&removal, &[]).await.assert_refused_with("Genåbn forløbet først");

    assert_eq!(pair.meetings().await.len(), 3);
}

#[tokio::test]
async fn two_taps_at_once_are_one_meeting() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let path = pair.path("/meetings/today");

    let taps = (0..8).map(|_| mentor.submit(&path, &[]));
    for page in futures::future::join_all(taps).await {
        page.assert_taken();
    }

    assert_eq!(pair.meetings().await.len(), 1);
}
