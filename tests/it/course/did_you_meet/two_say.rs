//! What the two say together: a meeting, none, or a line for staff; and neither is shown the other's answer.

use brobyg::course::did_you_meet::{disagreements, unanswered};
use chrono::{Days, Duration};
use entity::{meeting_questions, meeting_questions::DidMeet, meetings::Attendance};
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter};

use super::{Asking, MENTOR, OWN, asking};
use crate::{
    course::planned::{at, in_days},
    support::today,
};

async fn asked() -> Asking {
    let asking = asking().await;
    asking.planning.plan(at(in_days(1))).await.unwrap();
    asking.morning(today() + Days::new(2)).await;
    asking
}

#[tokio::test]
async fn two_yes_are_one_meeting_in_the_log_with_what_was_agreed() {
    let asking = asked().await;
    let pair = &asking.planning.pair;

    asking.says_met(OWN).await;
    assert!(pair.meetings().await.is_empty());
    asking.says_met(MENTOR).await;

    let logged = pair.meetings().await;
    assert_eq!((logged.len(), logged[0].attendance, logged[0].minutes), (1, Attendance::Held, Some(60)));
    assert_eq!(logged[0].held_on, today() + Days::new(1));
    let question = asking.question().await;
    assert_eq!((question.outcome, question.meeting_id), (Some(DidMeet::Met), Some(logged[0].id)));
    assert_eq!(asking.planning.all().await[0].meeting_id, Some(logged[0].id));
    asking.morning(today() + Days::new(8)).await;
    assert_eq!(pair.meetings().await.len(), 1);
}

#[tokio::test]
async fn two_who_press_at_once_met_once() {
    let asking = asked().await;

    tokio::join!(asking.says_met(OWN), asking.says_met(MENTOR));

    assert_eq!(asking.planning.pair.meetings().await.len(), 1);
    assert_eq!(asking.question().await.outcome, Some(DidMeet::Met));
}

#[tokio::test]
async fn what_the_mentor_logs_meanwhile_is_the_answer() {
    let asking = asked().await;
    let pair = &asking.planning.pair;
    let link = asking.link(OWN).await;
    asking.says_met(OWN).await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let day = [("held_on_day", "5"), ("held_on_month", "3"), ("held_on_year", "2026"), ("attendance", "held")];

    mentor.submit(&pair.path("/meetings"), &day).await.assert_taken();

    assert_eq!(pair.meetings().await.len(), 1);
    assert_eq!(asking.question().await.outcome, Some(DidMeet::Met));
    pair.app.visitor().get(&link).await.assert_shows("Vi behøver ikke svaret længere");
    let logged = pair.meetings().await.remove(0);
    mentor.submit(&pair.path(&format!("/meetings/{}/removal", logged.id)), &[]).await.assert_taken();
    asking.morning(today() + Days::new(9)).await;
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn a_yes_and_a_no_are_for_staff_who_settle_it_with_one_press() {
    let asking = asked().await;
    let pair = &asking.planning.pair;
    asking.says_met(MENTOR).await;
    asking.says_not_met(OWN, "not_reached").await;
    let lines = meeting_questions::Entity::find().filter(disagreements());
    assert_eq!(lines.clone().count(pair.app.db()).await.unwrap(), 1);

    // Nobody else is told.
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let page = mentor.get(&pair.path("")).await;
    page.assert_hides("Mødtes ikke").assert_hides("Jeg kunne ikke få fat i den anden");
    let staff = asking.staff().await;
    let page = staff.get(&pair.path("")).await;
    page.assert_shows("Mødtes de?").assert_shows("Mødtes ikke: Jeg kunne ikke få fat i den anden");
    let path = pair.path(&format!("/questions/{}/settlement", asking.question().await.id));
    mentor.submit(&path, &[("met", "met")]).await.assert_status(poem::http::StatusCode::FORBIDDEN);
    staff.submit(&path, &[("note", "Ringet til begge")]).await.assert_refused_with("Vælg, om I mødtes");
    for _ in 0..2 {
        staff.submit(&path, &[("met", "met"), ("note", "Ringet til begge")]).await.assert_goes_to(&pair.path(""));
    }

    assert_eq!(pair.meetings().await.len(), 1);
    let question = asking.question().await;
    assert_eq!((question.outcome, question.note.as_deref()), (Some(DidMeet::Met), Some("Ringet til begge")));
    assert_eq!(lines.count(pair.app.db()).await.unwrap(), 0);
    staff.get(&pair.path("")).await.assert_hides("Mødtes de?");
    staff.get(&pair.path("/history")).await.assert_shows("Det blev afklaret, om de to mødtes");
}

#[tokio::test]
async fn silence_of_both_is_for_staff_once_the_days_are_over() {
    let asking = asked().await;
    let pair = &asking.planning.pair;
    let rules = pair.app.app.config.rules;
    let lines = async |day| {
        let waiting = meeting_questions::Entity::find().filter(unanswered(&rules, day));
        waiting.count(pair.app.db()).await.unwrap()
    };
    assert_eq!(lines(today() + Days::new(6)).await, 0);
    assert_eq!(lines(today() + Days::new(7)).await, 1);

    asking.planning.turn(in_days(7) + Duration::hours(1));
    let staff = asking.staff().await;
    staff.get(&pair.path("")).await.assert_shows("Har ikke svaret");
    let path = pair.path(&format!("/questions/{}/settlement", asking.question().await.id));
    staff.submit(&path, &[("met", "not_met")]).await.assert_taken();

    assert!(pair.meetings().await.is_empty());
    assert!(asking.planning.all().await[0].cancelled_at.is_some());
    assert_eq!(asking.question().await.outcome, Some(DidMeet::NotMet));
    assert_eq!(lines(today() + Days::new(9)).await, 0);
}
