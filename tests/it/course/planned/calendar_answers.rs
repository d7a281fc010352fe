//! A calendar answers an invitation: its mail comes in where mails come back, and what it says is shown.

use brobyg::{
    calendar::{named, replies},
    callback::{Came, take_mail},
    course::stand_in::NewStandIn,
    matching::stand_in::name,
    message::Taken,
};
use chrono::{DateTime, Days, Duration, Utc};
use entity::{
    PlannedMeeting,
    calendar_answers::{self, CalendarSays},
};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{MENTOR, OWN, Planning, at, in_days, planning};
use crate::support::{UNKNOWN, today, viewer_of};

/// An answer as Google's calendar writes it: the reply as a part of the mail, and the same as a file.
struct Answer<'a> {
    from: &'a str,
    attendee: &'a str,
    id: Uuid,
    sequence: i32,
    at: DateTime<Utc>,
    says: &'a str,
}

impl Answer<'_> {
    fn calendar(&self) -> String {
        let Self { attendee, id, sequence, says, .. } = self;
        format!(
            "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n\
             METHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:20260311T150000Z\r\nDTEND:20260311T160000Z\r\nDTSTAMP:{}\r\n\
             ORGANIZER;CN=Brobyg:mailto:brobyg@localhost\r\nUID:{id}\r\n\
             ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={says};CN=\"Ung: \r\n ; person\";X-NUM-GUESTS=0:mailto:{attendee}\r\n\
             SEQUENCE:{sequence}\r\nSTATUS:CONFIRMED\r\nSUMMARY:Møde i forløb\r\nTRANSP:OPAQUE\r\n\
             BEGIN:VALARM\r\nUID:{}\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            self.at.format("%Y%m%dT%H%M%SZ"),
            Uuid::nil(),
        )
    }

    fn mail(&self) -> String {
        let calendar = self.calendar();
        format!(
            "From: Somebody <{}>\r\nTo: brobyg@localhost\r\nSubject: Afvist: et møde\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n--outer\r\n\
             Content-Type: multipart/alternative; boundary=\"inner\"\r\n\r\n--inner\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\nSomebody har afvist\r\n--inner\r\n\
             Content-Type: text/calendar; charset=UTF-8; method=REPLY\r\n\r\n{calendar}\r\n--inner--\r\n--outer\r\n\
             Content-Type: application/ics; name=\"invite.ics\"\r\nContent-Disposition: attachment\r\n\r\n{calendar}\r\n--outer--\r\n",
            self.from
        )
    }
}

impl Planning {
    /// A meeting in a week of which both were told.
    async fn told(&self) -> PlannedMeeting {
        let meeting = self.plan(at(in_days(7))).await.unwrap();
        assert!(!self.sent_to(OWN).await.is_empty() && !self.sent_to(MENTOR).await.is_empty());
        meeting
    }

    /// What becomes of an answer of whoever this is, who answers for themselves, so many minutes from now.
    async fn says(&self, whom: &str, (id, sequence): (Uuid, i32), minutes: i64, says: &str) -> Taken {
        let at = self.pair.app.app.clock.now() + Duration::minutes(minutes);
        self.take(&Answer { from: whom, attendee: whom, id, sequence, at, says }).await
    }

    async fn take(&self, answer: &Answer<'_>) -> Taken {
        let app = &self.pair.app;
        let came = take_mail(app.db(), app.app.clock.now(), answer.mail().as_bytes()).await.unwrap();
        match came.as_slice() {
            [Came::Answer(_, taken)] => *taken,
            [] => Taken::Unknown,
            other => panic!("{other:?}"),
        }
    }

    async fn stored(&self) -> Vec<CalendarSays> {
        let all = calendar_answers::Entity::find().all(self.pair.app.db()).await.unwrap();
        all.into_iter().map(|answer| answer.says).collect()
    }
}

#[tokio::test]
async fn what_a_calendar_answers_is_shown_with_the_meeting_to_mentor_and_staff() {
    let planning = planning().await;
    let app = &planning.pair.app;
    let meeting = planning.told().await;
    let this = (meeting.id, 0);
    let (mentor, staff) = (app.mentor_browser(&planning.pair.mentor).await, app.staff().await);

    for (minutes, says, shown) in
        [(0, "ACCEPTED", "sagde ja"), (1, "TENTATIVE", "sagde måske"), (2, "DECLINED", "sagde nej")]
    {
        app.app.clock.advance(Duration::minutes(5));
        assert_eq!(planning.says(OWN, this, minutes - 5, says).await, Taken::Noted);
        for browser in [&mentor, &staff] {
            let page = browser.get(&planning.pair.path("")).await;
            page.assert_ok().assert_shows(&format!("Den unge {shown} i sin kalender")).assert_hides(UNKNOWN);
        }
        mentor.get("/mentor").await.assert_shows(&format!("Den unge {shown} i sin kalender"));
    }
    planning.says(MENTOR, this, 0, "ACCEPTED").await;
    staff.get(&planning.pair.path("")).await.assert_shows("Mentoren sagde ja i sin kalender");
}

#[tokio::test]
async fn a_no_is_a_line_for_staff_until_the_meeting_moves_or_they_say_that_it_stands() {
    let planning = planning().await;
    let staff = planning.pair.app.staff().await;
    let meeting = planning.told().await;
    let line = "sagde nej i sin kalender til et møde";
    staff.get("/today").await.assert_hides(line);

    planning.says(MENTOR, (meeting.id, 0), 0, "DECLINED").await;
    staff.get("/today").await.assert_shows(line);
    staff.get("/courses?needs=no").await.assert_shows("Amira Hassan");

    // Another time is agreed: what was answered is about what is no more.
    planning.change(&meeting, at(in_days(8))).await.unwrap();
    staff.get("/today").await.assert_hides(line);
    staff.get(&planning.pair.path("")).await.assert_hides("i sin kalender");

    planning.sent_to(MENTOR).await;
    planning.says(MENTOR, (meeting.id, 1), 0, "DECLINED").await;
    staff.get("/today").await.assert_shows(line);
    let line_path = format!("/today/meeting-no/{}/settlement", planning.pair.course.id);
    staff.submit(&line_path, &[("responsible", "")]).await.assert_taken();
    staff.get("/today").await.assert_hides(line);
    staff.get(&planning.pair.path("/history")).await.assert_shows("står ved magt");
    staff.get(&planning.pair.path("")).await.assert_shows("Mentoren sagde nej");
}

#[tokio::test]
async fn an_answer_to_an_older_version_an_overtaken_one_and_the_same_again_change_nothing() {
    let planning = planning().await;
    let app = &planning.pair.app;
    let meeting = planning.told().await;
    app.app.clock.advance(Duration::hours(1));
    assert_eq!(planning.says(OWN, (meeting.id, 0), -10, "ACCEPTED").await, Taken::Noted);
    for (minutes, says) in [(-10, "ACCEPTED"), (-20, "DECLINED")] {
        assert_eq!(planning.says(OWN, (meeting.id, 0), minutes, says).await, Taken::Known);
    }
    // A clock that is ahead is right for no longer than until now.
    assert_eq!(planning.says(OWN, (meeting.id, 0), 9000, "TENTATIVE").await, Taken::Noted);
    app.app.clock.advance(Duration::hours(1));
    assert_eq!(planning.says(OWN, (meeting.id, 0), 0, "ACCEPTED").await, Taken::Noted);

    planning.change(&meeting, at(in_days(8))).await.unwrap();
    planning.sent_to(OWN).await;
    assert_eq!(planning.says(OWN, (meeting.id, 0), 5, "DECLINED").await, Taken::Known);
    assert_eq!(planning.stored().await, [CalendarSays::Accepted]);
    planning.cancel(&planning.now(&meeting).await).await.unwrap();
    assert_eq!(planning.says(OWN, (meeting.id, 1), 6, "DECLINED").await, Taken::Unknown);
}

#[tokio::test]
async fn nobody_answers_for_somebody_else_or_without_an_invitation() {
    let planning = planning().await;
    let meeting = planning.told().await;
    let now = planning.pair.app.app.clock.now();
    let stranger = "somebody@else.example";
    for (from, attendee, id, says) in [
        (stranger, stranger, meeting.id, "DECLINED"),
        // Said to be somebody who was invited, and sent by another.
        (stranger, OWN, meeting.id, "DECLINED"),
        (OWN, MENTOR, meeting.id, "DECLINED"),
        (OWN, OWN, Uuid::now_v7(), "DECLINED"),
        (OWN, OWN, meeting.id, "DELEGATED"),
    ] {
        let taken = planning.take(&Answer { from, attendee, id, sequence: 0, at: now, says }).await;
        assert_eq!(taken, Taken::Unknown, "{from} {attendee} {says}");
    }
    assert!(planning.stored().await.is_empty());
    // Addresses are one however they are spelled.
    let shouted = OWN.to_uppercase();
    assert_eq!(planning.says(&shouted, (meeting.id, 0), 0, "ACCEPTED").await, Taken::Noted);
}

#[test]
fn of_what_is_no_answer_nothing_is_read() {
    let now = today().and_hms_opt(9, 30, 0).unwrap().and_utc();
    let good = Answer { from: OWN, attendee: OWN, id: Uuid::now_v7(), sequence: 3, at: now, says: "ACCEPTED" };
    let calendar = good.calendar();
    let read = replies(&calendar);
    let [reply] = read.as_slice() else { panic!("{read:?}") };
    assert_eq!((reply.id, reply.sequence, reply.stamped_at), (good.id, 3, now));
    assert_eq!((reply.attendee.as_str(), reply.says), (named(OWN).as_str(), CalendarSays::Accepted));

    for (from, to) in [
        ("METHOD:REPLY", "METHOD:REQUEST"),
        ("METHOD:REPLY\r\n", ""),
        ("PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION"),
        ("SEQUENCE:3", "SEQUENCE:x"),
        ("DTSTAMP:20260304T093000Z", "DTSTAMP:yesterday"),
        ("DTSTAMP:20260304T093000Z\r\n", ""),
        ("ATTENDEE;", "ATTENDEE;PARTSTAT=DECLINED:mailto:b@c.example\r\nATTENDEE;"),
        ("UID:", "X-UID:"),
        ("BEGIN:VEVENT", "BEGIN:VTODO"),
    ] {
        assert!(calendar.contains(from), "{from}");
        assert_eq!(replies(&calendar.replacen(from, to, 1)), [], "{to}");
    }
    for nonsense in ["", ":::", "BEGIN:VCALENDAR", "END:VEVENT\r\nEND:VEVENT", "\u{0}\u{feff}", "BEGIN\r\n \r\n;:;"] {
        assert_eq!(replies(nonsense), []);
    }
}

#[tokio::test]
async fn what_the_young_persons_calendar_said_stands_when_somebody_stands_in() {
    let planning = planning().await;
    let meeting = planning.told().await;
    assert_eq!(planning.says(OWN, (meeting.id, 0), 1, "DECLINED").await, Taken::Noted);
    let (app, course) = (&planning.pair.app, &planning.pair.course);
    let tove = app.mentor("Tove").await;
    let new = NewStandIn { mentor_id: tove.id, from_on: today() + Days::new(5), until_on: today() + Days::new(9) };
    let (now, rules) = (app.app.clock.now(), &app.app.config.rules);

    name(app.db(), now, rules, &viewer_of(&planning.staff), (course.id, new)).await.unwrap();

    let staff = app.staff().await;
    staff.get("/courses?needs=no").await.assert_shows("Amira Hassan");
    // Whoever comes now was told of the same version, and their calendar counts.
    assert!(!planning.sent_to(&tove.email).await.is_empty());
    assert_eq!(planning.says(&tove.email, (meeting.id, 0), 2, "ACCEPTED").await, Taken::Noted);
}
