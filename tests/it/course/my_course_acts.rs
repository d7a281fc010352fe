//! Behind the link a mentor without a sign-in does what others do on the page of the course, and hears what is said there.

use brobyg::course::{meeting::NewMeeting, planned};
use chrono::Duration;
use entity::{PlannedMeeting, links::LinkPurpose, meetings::Attendance, mentors, users};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{Pair, amira_and_jonas, date, form, my_course::linked};
use crate::support::{Browser, today, viewer_of};

const JONAS: &str = "jonas@mentor.example";

/// The page behind the link, and a browser that has never signed in.
async fn opened() -> (Pair, String, Browser) {
    let pair = amira_and_jonas().await;
    let (open, phone) = (format!("{}/open", linked(&pair).await), pair.app.visitor());
    (pair, open, phone)
}

async fn agreed(pair: &Pair) -> Vec<PlannedMeeting> {
    planned::of_course(pair.app.db(), pair.course.id).await.unwrap()
}

/// Three taps: a day, an hour and the button.
async fn taps(phone: &Browser, open: &str, days: i64) -> StatusCode {
    let day = (today() + Duration::days(days)).to_string();
    let taps = [("tapped_on", day.as_str()), ("tapped_at", "16.00"), ("minutes", "60"), ("channel", "in_person")];
    phone.submit(&format!("{open}/planned"), &taps).await.status
}

/// What the change log says was done for the mentor by nobody who signed in.
async fn is_the_mentors(pair: &Pair, action: &str) -> bool {
    let changes = pair.changes(action).await;
    changes.len() == 1
        && changes.iter().all(|one| one.on_behalf_of.as_deref() == Some("mentor") && one.by_user.is_none())
}

#[tokio::test]
async fn a_meeting_is_agreed_moved_and_called_off_as_on_the_page_of_the_course() {
    let (pair, open, phone) = opened().await;
    phone.get(&open).await.assert_shows("tapped_on").assert_hides("/courses/");

    assert_eq!(taps(&phone, &open, 3).await, StatusCode::SEE_OTHER);
    let meeting = agreed(&pair).await.remove(0);
    assert_eq!(meeting.suggested_by, None);
    let own = format!("{open}/planned/{}", meeting.id);
    phone.get(&open).await.assert_shows("Næste møde").assert_shows(&own);
    assert!(pair.app.mails_to(JONAS).await.iter().any(|mail| mail.subject.contains("Et møde er aftalt")));
    phone.get(&format!("{own}/calendar.ics")).await.assert_shows("BEGIN:VCALENDAR").assert_hides("/open");

    let day = date("day", today() + Duration::days(4));
    let moved = form(&day, &[("hour", "17.00"), ("minutes", "60"), ("channel", "in_person"), ("version", "0")]);
    phone.submit(&own, &moved).await.assert_goes_to(&open);
    assert_eq!(agreed(&pair).await[0].sequence, 1);

    phone.submit(&format!("{own}/cancellation"), &[]).await.assert_goes_to(&open);
    assert!(agreed(&pair).await[0].cancelled_at.is_some());
    for action in ["meeting_planned", "meeting_moved", "meeting_called_off"] {
        assert!(is_the_mentors(&pair, action).await, "{action}");
    }
}

#[tokio::test]
async fn what_they_wrote_down_they_correct_and_remove_and_nothing_else() {
    let (pair, open, phone) = opened().await;
    let (staff, now) = (viewer_of(&pair.app.user("Sanne", users::Role::Staff, None).await), pair.app.app.clock.now());
    let theirs = NewMeeting::held(today() - Duration::days(2));
    let theirs = brobyg::course::meeting::log(pair.app.db(), now, &staff, pair.course.id, theirs).await.unwrap();
    let day = date("held_on", today());
    phone.submit(&open, &form(&day, &[("attendance", "held"), ("note", "Forkert")])).await.assert_goes_to(&open);
    let own = pair.meetings().await.into_iter().find(|one| one.id != theirs.id).unwrap();
    assert_eq!((own.logged_by, own.logged_by_mentor), (None, Some(pair.mentor.id)));

    let (mine, not_mine) = (format!("{open}/meetings/{}", own.id), format!("{open}/meetings/{}", theirs.id));
    phone.get(&open).await.assert_shows("Forkert").assert_shows(&mine).assert_hides(&not_mine);
    phone.get(&not_mine).await.assert_status(StatusCode::NOT_FOUND);
    phone.submit(&format!("{not_mine}/removal"), &[]).await.assert_status(StatusCode::NOT_FOUND);

    let page = phone.get(&mine).await;
    let (_, seen) = page.body.split_once("name=\"seen\" value=\"").unwrap();
    let seen = seen.split('"').next().unwrap();
    let day = date("held_on", today() - Duration::days(1));
    let right = form(&day, &[("attendance", "mentee_no_show"), ("note", "Rettet"), ("seen", seen)]);
    phone.submit(&mine, &right).await.assert_goes_to(&open);
    let corrected = pair.meetings().await.into_iter().find(|one| one.id == own.id).unwrap();
    assert_eq!((corrected.attendance, corrected.note.as_deref()), (Attendance::MenteeNoShow, Some("Rettet")));
    phone.submit(&format!("{mine}/removal"), &[]).await.assert_goes_to(&open);
    assert_eq!(pair.meetings().await.len(), 1);
    for action in ["meeting_corrected", "meeting_removed"] {
        assert!(is_the_mentors(&pair, action).await, "{action}");
    }
}

#[tokio::test]
async fn it_is_said_with_one_press_what_came_of_a_meeting() {
    let (pair, open, phone) = opened().await;
    taps(&phone, &open, 1).await;
    let meeting = agreed(&pair).await.remove(0);
    pair.app.app.clock.advance(Duration::days(2));
    phone.get(&open).await.assert_shows("Mødtes I?");

    phone
        .submit(&format!("{open}/planned/{}/answer", meeting.id), &[("attendance", "held")])
        .await
        .assert_goes_to(&open);

    assert_eq!(pair.meetings().await[0].logged_by_mentor, Some(pair.mentor.id));
    assert!(agreed(&pair).await[0].meeting_id.is_some());
}

#[tokio::test]
async fn whoever_signs_in_is_led_to_the_page_of_the_course() {
    let (pair, open, phone) = opened().await;
    let user = pair.app.user("Jonas", users::Role::Mentor, None).await;
    let used = users::ActiveModel { id: Set(user.id), last_seen_on: Set(Some(today())), ..Default::default() };
    used.update(pair.app.db()).await.unwrap();
    let has = mentors::ActiveModel { id: Set(pair.mentor.id), user_id: Set(Some(user.id)), ..Default::default() };
    has.update(pair.app.db()).await.unwrap();

    phone.get(&open).await.assert_shows(&pair.path("")).assert_hides("tapped_on");

    assert_eq!(taps(&phone, &open, 3).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(agreed(&pair).await.is_empty());
}

/// Of a course to which another link leads nothing is shown or done.
#[tokio::test]
async fn a_link_leads_to_its_own_course_alone() {
    let (pair, open, phone) = opened().await;
    let referral = pair.app.referral("Bilal Noor").await;
    let mentor = pair.app.mentor("Tove").await;
    let other = pair.app.course(&referral, &mentor).await;
    let staff = viewer_of(&pair.app.user("Sanne", users::Role::Staff, None).await);
    let now = pair.app.app.clock.now();
    let new = planned::NewPlan {
        starts_at: now + Duration::days(3),
        minutes: 60,
        channel: entity::meetings::Channel::InPerson,
    };
    let meeting = planned::plan(pair.app.db(), now, &staff, other.id, new).await.unwrap();
    let logged =
        brobyg::course::meeting::log(pair.app.db(), now, &staff, other.id, NewMeeting::held(today())).await.unwrap();

    for path in [format!("planned/{}", meeting.id), format!("meetings/{}", logged.id)] {
        phone.get(&format!("{open}/{path}")).await.assert_status(StatusCode::NOT_FOUND);
    }
    phone
        .submit(&format!("{open}/planned/{}/cancellation", meeting.id), &[])
        .await
        .assert_status(StatusCode::NOT_FOUND);
    assert_eq!(planned::of_course(pair.app.db(), other.id).await.unwrap()[0].cancelled_at, None);
}

/// Whoever goes back and sends the form again, on which today is chosen, has not met a second time.
#[tokio::test]
async fn the_same_words_sent_again_are_no_second_meeting_unasked() {
    let (pair, open, phone) = opened().await;
    let yesterday = date("held_on", today() - Duration::days(1));
    let told = [("attendance", "held"), ("note", "Vi skrev en ansøgning")];
    phone.submit(&open, &form(&yesterday, &told)).await.assert_taken();

    let day = date("held_on", today());
    let again = phone.submit(&open, &form(&day, &told)).await;
    again.assert_status(StatusCode::UNPROCESSABLE_ENTITY).assert_shows("Det samme står ved et møde");
    assert_eq!(pair.meetings().await.len(), 1);

    phone.submit(&open, &form(&day, &[("attendance", "held"), ("note", "Vi sendte den")])).await.assert_taken();
    phone.submit(&open, &form(&yesterday, &told)).await.assert_taken();
    assert_eq!(pair.meetings().await.len(), 2);
}

#[tokio::test]
async fn once_contact_is_stopped_the_page_says_not_to_contact_the_young_person() {
    let (pair, open, phone) = opened().await;
    pair.contact_is_stopped("Han råber").await;

    for path in [open.trim_end_matches("/open"), &open] {
        let page = phone.get(path).await;
        page.assert_shows("Kontakt ikke den unge. En medarbejder ringer til dig")
            .assert_hides("råber")
            .assert_hides("Amira");
    }
    assert_eq!(taps(&phone, &open, 3).await, StatusCode::UNPROCESSABLE_ENTITY);

    let tx = pair.app.db().begin().await.unwrap();
    let token = brobyg::account::link::issue(&tx, pair.app.app.clock.now(), LinkPurpose::MyMentor, pair.course.id)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let young = phone.get(&format!("/my-mentor/{token}")).await;
    young.assert_shows("Du og din mentor har ikke kontakt lige nu. En af os ringer til dig.").assert_hides("Jonas");
}

#[tokio::test]
async fn what_is_asked_stands_first_and_the_heading_says_what_the_page_is() {
    let (_pair, open, phone) = opened().await;
    phone.get(open.trim_end_matches("/open")).await.assert_shows("Dette link er til Jonas");

    let page = phone.get(&open).await;

    page.assert_shows("Forløb med Amira").assert_hides("Dette link er til");
    let (asked, log) = (page.body.find("/open/expectations").unwrap(), page.body.find("name=\"attendance\"").unwrap());
    assert!(asked < log);
}
