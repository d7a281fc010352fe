//! Who is asked about the meetings while somebody stands in.

use brobyg::course::did_you_meet::asked_of_mentor;
use entity::meetings::Attendance;
use poem::http::StatusCode;
use sea_orm::ActiveValue::Set;

use super::{Away, JONAS, OWN, TOVE, away, day};
use crate::course::planned::{at, in_days, local};

const MET: &str = "Mødtes I?";

impl Away {
    /// The morning so many days later, when the jobs have run and letters may leave.
    async fn morning(&self, days: u64) {
        self.planning.turn(local(day(days), 6, 0));
        self.planning.pair.app.meetings_by_clock().await;
        self.planning.turn(local(day(days), 11, 0));
        self.planning.pair.app.mails().await;
    }

    /// The same of the job that looks for silent courses.
    async fn silent_morning(&self, days: u64) {
        self.planning.turn(local(day(days), 6, 0));
        self.planning.pair.app.silence_by_clock().await;
        self.planning.turn(local(day(days), 11, 0));
        self.planning.pair.app.mails().await;
    }

    /// The path of the link in the last question to somebody.
    async fn link(&self, email: &str) -> String {
        let app = &self.planning.pair.app;
        let mails = app.mails_to(email).await;
        app.path_in(mails.iter().rfind(|mail| mail.subject == MET).expect(email))
    }
}

#[tokio::test]
async fn whether_they_met_is_asked_of_whoever_stood_in_and_their_yes_is_theirs_in_the_log() {
    let away = away().await;
    let pair = &away.planning.pair;
    away.stands_in(0, 5).await;
    away.planning.plan(at(in_days(2))).await.unwrap();
    // What is told of it leaves on its own day: nobody is asked twice a day.
    pair.app.mails().await;
    away.morning(3).await;
    assert_eq!((away.mails(TOVE, MET).await.len(), away.mails(JONAS, MET).await.len()), (1, 0));

    let (visitor, link) = (pair.app.visitor(), away.link(TOVE).await);
    visitor.get(&link).await.assert_shows("Dette link er til Tove").assert_hides("Amira");
    visitor.get(&format!("{link}/answer")).await.assert_shows("Amira").assert_shows("/advice/");
    visitor.submit(&away.link(OWN).await, &[("answer", "met")]).await.assert_goes_to("/met/thanks");
    visitor.submit(&format!("{link}/answer"), &[("answer", "met")]).await.assert_goes_to("/met/thanks");

    let logged = pair.meetings().await;
    assert_eq!((logged.len(), logged[0].attendance, logged[0].logged_by), (1, Attendance::Held, Some(away.user.id)));
    let staff = pair.app.staff().await;
    staff.get(&away.path("/history")).await.assert_shows("Tove: Et møde blev skrevet på");
}

#[tokio::test]
async fn the_link_of_a_period_that_was_ended_opens_nothing_and_the_mentor_is_asked() {
    let away = away().await;
    let pair = &away.planning.pair;
    let period = away.stands_in(0, 5).await;
    away.planning.plan(at(in_days(2))).await.unwrap();
    pair.app.mails().await;
    away.morning(3).await;
    let (visitor, link) = (pair.app.visitor(), away.link(TOVE).await);
    let token = link.rsplit('/').next().unwrap().to_owned();
    away.end(&period).await;

    visitor.get(&link).await.assert_hides("Tove");
    visitor.get(&format!("{link}/answer")).await.assert_hides("Amira");
    let answer = visitor.submit(&format!("{link}/answer"), &[("answer", "met")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.get(&format!("/advice/{token}")).await.assert_shows("Linket viser ikke noget længere");
    let concern = visitor.submit(&format!("/concern/{token}"), &[("said", "Hun er bange")]).await;
    assert_eq!(concern.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn reminders_and_a_silent_course_go_to_whoever_stands_in() {
    let away = away().await;
    let pair = &away.planning.pair;
    pair.change(|row| row.matched_on = Set(day(0))).await;
    away.stands_in(0, 40).await;
    pair.app.mails().await;
    for days in 1..20 {
        away.silent_morning(days).await;
    }
    away.planning.plan(at(in_days(24))).await.unwrap();
    away.planning.turn(local(day(23), 16, 5));
    let jonas = away.planning.subjects_to(JONAS).await;
    assert_eq!(jonas, ["Vikarmentor i dit forløb"]);
    for subject in ["Har I aftalt noget?", "Et møde er aftalt", "Husk dit møde"] {
        assert_eq!(away.mails(TOVE, subject).await.len(), 1, "{subject}");
    }
}

#[tokio::test]
async fn an_agreed_meeting_is_told_to_whoever_meets_on_that_day() {
    let away = away().await;
    away.stands_in(0, 5).await;
    away.planning.plan(at(in_days(4))).await.unwrap();
    away.planning.plan(at(in_days(8))).await.unwrap();
    for email in [TOVE, JONAS] {
        assert_eq!(away.mails(email, "Et møde er aftalt").await.len(), 1, "{email}");
    }
}

#[tokio::test]
async fn on_their_own_page_each_is_asked_only_about_their_days() {
    let away = away().await;
    let pair = &away.planning.pair;
    away.stands_in(2, 5).await;
    away.planning.plan(at(in_days(1))).await.unwrap();
    away.planning.plan(at(in_days(3))).await.unwrap();
    away.turn(4);
    let jonas = pair.app.mentor_browser(&pair.mentor).await;
    jonas.get("/mentor").await.assert_shows("5. marts").assert_hides("7. marts");
    let tove = away.browser().await;
    tove.get("/mentor").await.assert_shows("7. marts").assert_hides("torsdag 5. marts");
    let asked = asked_of_mentor(pair.app.db(), day(4), pair.mentor.id, &[pair.course.id]).await.unwrap();
    assert!(asked.is_empty());
}
