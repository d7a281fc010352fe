//! A meeting is agreed in three taps, changed and called off, by the mentor or by staff.

use chrono::Duration;
use entity::meetings::Channel;

use super::{at, in_days, local, planning};
use crate::{
    course::{date, form},
    support::today,
};

#[tokio::test]
async fn the_mentor_agrees_a_meeting_with_a_day_an_hour_and_a_button() {
    let planning = planning().await;
    let mentor = planning.pair.app.mentor_browser(&planning.pair.mentor).await;
    let page = mentor.get(&planning.pair.path("")).await;
    page.assert_ok().assert_shows("Aftal næste møde").assert_shows("I morgen, torsdag 5. marts").assert_shows("16.00");

    // What the page would post after three taps.
    let tapped = [("tapped_on", "2026-03-05"), ("tapped_at", "16.00"), ("minutes", "60"), ("channel", "in_person")];
    mentor.submit(&planning.pair.path("/planned"), &tapped).await.assert_goes_to(&planning.pair.path(""));

    let all = planning.all().await;
    assert_eq!((all.len(), all[0].starts_at, all[0].minutes), (1, in_days(1), 60));
    assert_eq!((all[0].sequence, all[0].suggested_by), (0, Some(mentor.user.as_ref().unwrap().id)));
    let page = mentor.get(&planning.pair.path("")).await;
    page.assert_shows("Næste møde").assert_shows("torsdag 5. marts kl. 16.00").assert_shows("Mødet er aftalt");
    mentor.get("/mentor").await.assert_shows("torsdag 5. marts kl. 16.00").assert_shows("Amira");
    // The usual is chosen from now on: the same weekday and hour, as long and by the same way.
    page.assert_shows("value=\"2026-03-12\" checked").assert_shows("value=\"16.00\" checked");
}

#[tokio::test]
async fn a_day_and_an_hour_of_their_own_are_typed_as_people_write_them() {
    let planning = planning().await;
    let staff = planning.pair.app.staff().await;
    staff.get(&planning.pair.path("/planned/new")).await.assert_ok();
    for (number, (typed, hour, minute)) in
        [("kl. 9", 9, 0), ("16:30", 16, 30), ("1645", 16, 45), ("7.05", 7, 5)].into_iter().enumerate()
    {
        let day = today() + Duration::days(10 + i64::try_from(number).unwrap());
        let fields = [("hour", typed), ("minutes", "45"), ("channel", "video")];
        staff.submit(&planning.pair.path("/planned"), &form(&date("day", day), &fields)).await.assert_taken();
        let all = planning.all().await;
        assert_eq!(all.last().unwrap().starts_at, local(day, hour, minute), "{typed}");
        assert_eq!((all.last().unwrap().minutes, all.last().unwrap().channel), (45, Channel::Video));
    }
    let history = staff.get(&planning.pair.path("/history")).await;
    history.assert_shows("Et møde blev aftalt: mødedag 14-03-2026").assert_shows("På mentorens vegne.");
}

#[tokio::test]
async fn what_cannot_be_agreed_comes_back_as_typed_with_the_reason() {
    let planning = planning().await;
    let mentor = planning.pair.app.mentor_browser(&planning.pair.mentor).await;
    let send = async |day, hour| {
        let fields = [("hour", hour), ("minutes", "60"), ("channel", "in_person")];
        mentor.submit(&planning.pair.path("/planned"), &form(&date("day", day), &fields)).await
    };

    send(today(), "10.00").await.assert_refused_with("Det tidspunkt er gået").assert_shows("10.00");
    send(today() + Duration::days(190), "10").await.assert_refused_with("inden for det næste halve år");
    send(today() + Duration::days(1), "25").await.assert_refused_with("Skriv et klokkeslæt");
    // The last Sunday of March has no half past two.
    send("2026-03-29".parse().unwrap(), "2.30").await.assert_refused_with("Det klokkeslæt findes ikke den dag");
    send(today() + Duration::days(1), "16").await.assert_taken();
    send(today() + Duration::days(1), "16.30").await.assert_refused_with("allerede aftalt at mødes på det tidspunkt");
    send(today() + Duration::days(1), "17").await.assert_taken();
    assert_eq!(planning.all().await.len(), 2);
}

#[tokio::test]
async fn a_meeting_is_moved_and_called_off_on_its_own_page() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(2))).await.unwrap();
    let mentor = planning.pair.app.mentor_browser(&planning.pair.mentor).await;
    let path = planning.pair.path(&format!("/planned/{}", meeting.id));
    mentor.get(&path).await.assert_ok().assert_shows("value=\"16.00\"");

    let fields = [("hour", "17"), ("minutes", "30"), ("channel", "phone"), ("version", "0")];
    let later = date("day", today() + Duration::days(3));
    mentor.submit(&path, &form(&later, &fields)).await.assert_taken();
    let moved = planning.now(&meeting).await;
    assert_eq!((moved.starts_at, moved.sequence), (in_days(3) + Duration::hours(1), 1));
    assert_eq!(moved.moved_from, Some(in_days(2)));

    mentor.submit(&format!("{path}/cancellation"), &[]).await.assert_taken();
    mentor.submit(&format!("{path}/cancellation"), &[]).await.assert_taken();
    let off = planning.now(&meeting).await;
    assert_eq!((off.sequence, off.cancelled_by), (2, Some(mentor.user.as_ref().unwrap().id)));
    mentor.get(&path).await.assert_not_found();
    mentor.get(&planning.pair.path("")).await.assert_hides("Næste møde</h2>\n<p>");
    let staff = planning.pair.app.staff().await;
    let history = staff.get(&planning.pair.path("/history")).await;
    history.assert_shows("mødedag 07-03-2026 i stedet for 06-03-2026").assert_shows("Et aftalt møde blev aflyst");
}

#[tokio::test]
async fn a_meeting_of_another_course_and_one_that_has_begun_are_not_changed() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(1))).await.unwrap();
    let other = planning.pair.app.referral("Omar Test").await;
    let course = planning.pair.app.course(&other, &planning.pair.app.mentor("Mona").await).await;
    let staff = planning.pair.app.staff().await;

    staff.get(&format!("/courses/{}/planned/{}", course.id, meeting.id)).await.assert_not_found();
    planning.turn(in_days(1));
    assert!(planning.change(&meeting, at(in_days(5))).await.is_err());
    assert!(planning.cancel(&meeting).await.is_err());
    assert_eq!(planning.now(&meeting).await, meeting);
}

#[tokio::test]
async fn what_is_still_to_come_is_called_off_when_the_course_ends() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(3))).await.unwrap();
    assert_eq!(planning.subjects_to(super::MENTOR).await, ["Et møde er aftalt"]);
    let staff = planning.pair.app.staff().await;
    let ended = date("ended_on", today());
    let told = [("ended_by", "mentee"), ("reason", "no_time"), ("step", "confirm")];
    staff.submit(&planning.pair.path("/ending"), &form(&ended, &told)).await.assert_taken();

    assert!(planning.now(&meeting).await.cancelled_at.is_some());
    assert!(planning.subjects_to(super::MENTOR).await.contains(&"Et møde er aflyst".to_owned()));
}
