//! An agreed meeting stands in the calendar of whoever comes, and of nobody else.

use entity::PlannedMeeting;

use super::{Away, JONAS, OWN, TOVE, away};
use crate::course::planned::{at, in_days};

impl Away {
    /// What the calendar of somebody was told, in its order: the method and the number.
    async fn told(&self, email: &str) -> Vec<(String, String)> {
        let sent = self.planning.sent_to(email).await;
        let number = |ics: &str| ics.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().to_owned();
        let with_calendar = sent.iter().filter(|mail| !mail.calendars.is_empty()).map(|mail| mail.calendar());
        with_calendar.map(|(method, ics)| (method.clone(), number(ics))).collect()
    }

    async fn agreed(&self, days: i64) -> PlannedMeeting {
        let meeting = self.planning.plan(at(in_days(days))).await.unwrap();
        self.planning.pair.app.mails().await;
        meeting
    }
}

fn told(method: &str, number: u32) -> (String, String) {
    (method.to_owned(), number.to_string())
}

#[tokio::test]
async fn what_was_agreed_before_somebody_stands_in_passes_into_their_calendar_and_back() {
    let away = away().await;
    away.agreed(3).await;
    let period = away.stands_in(2, 5).await;

    assert_eq!(away.told(JONAS).await, [told("REQUEST", 0), told("CANCEL", 0)]);
    assert_eq!(away.told(TOVE).await, [told("REQUEST", 0)]);
    assert_eq!(away.mails(JONAS, "Et møde er ikke længere dit").await.len(), 1);
    assert_eq!(away.mails(TOVE, "Et møde er aftalt").await.len(), 1);

    away.end(&period).await;
    assert_eq!(away.told(JONAS).await, [told("REQUEST", 0), told("CANCEL", 0), told("REQUEST", 0)]);
    assert_eq!(away.told(TOVE).await, [told("REQUEST", 0), told("CANCEL", 0)]);
    assert_eq!(away.told(OWN).await, [told("REQUEST", 0)], "the young person meets at the same time");
}

#[tokio::test]
async fn a_meeting_that_is_moved_off_the_days_of_a_stand_in_leaves_their_calendar() {
    let away = away().await;
    let period = away.stands_in(2, 5).await;
    let meeting = away.agreed(3).await;
    assert_eq!(away.told(TOVE).await, [told("REQUEST", 0)]);

    away.planning.change(&meeting, at(in_days(8))).await.unwrap();
    assert_eq!(away.told(TOVE).await, [told("REQUEST", 0), told("CANCEL", 1)]);
    assert_eq!(away.told(JONAS).await, [told("REQUEST", 1)]);
    let off = away.mails(TOVE, "Et møde er ikke længere dit").await;
    assert!(off[0].contains("7. marts") && !off[0].contains("12. marts"), "{}", off[0]);

    // What is on none of their days is nothing to tell when the days become fewer.
    away.shorten(&period, 3).await.unwrap();
    assert_eq!(away.told(JONAS).await.len(), 1);
}

#[tokio::test]
async fn days_that_are_taken_from_a_stand_in_give_their_meetings_back() {
    let away = away().await;
    let period = away.stands_in(2, 6).await;
    away.agreed(3).await;
    away.agreed(5).await;

    away.shorten(&period, 4).await.unwrap();
    assert_eq!(away.told(JONAS).await, [told("REQUEST", 0)]);
    assert_eq!(away.told(TOVE).await, [told("REQUEST", 0), told("REQUEST", 0), told("CANCEL", 0)]);
}
