//! The pages behind the links: whose they are first, one press, and nothing by looking.

use chrono::Days;
use entity::{links, meeting_questions::DidMeet};
use poem::{
    Request,
    http::{Method, StatusCode},
};
use sea_orm::EntityTrait;

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
async fn the_mentors_link_says_whose_it_is_before_it_says_of_whom() {
    let asking = asked().await;
    let visitor = asking.planning.pair.app.visitor();
    let path = asking.link(MENTOR).await;

    let gate = visitor.get(&path).await;
    gate.assert_ok().assert_shows("Dette link er til Jonas").assert_shows("Det er ikke mig");
    gate.assert_hides("Amira").assert_hides("5. marts");
    visitor.submit(&path, &[]).await.assert_goes_to(&format!("{path}/answer"));
    let page = visitor.get(&format!("{path}/answer")).await;
    page.assert_shows("Du og Amira skulle mødes torsdag 5. marts").assert_hides("Hassan");
    visitor.get("/met/not-me").await.assert_ok().assert_shows("Så luk siden");
}

#[tokio::test]
async fn the_young_person_presses_once_and_the_link_is_spent() {
    let asking = asked().await;
    let visitor = asking.planning.pair.app.visitor();
    let path = asking.link(OWN).await;
    let page = visitor.get(&path).await;
    page.assert_shows("Til Amira fra mentorordningen").assert_shows("Mødtes I?").assert_hides("Jonas");

    visitor.submit(&path, &[("answer", "met")]).await.assert_goes_to("/met/thanks");

    visitor.get("/met/thanks").await.assert_ok().assert_shows("Tak for dit svar");
    visitor.get(&path).await.assert_ok().assert_shows("Vi behøver ikke svaret længere").assert_hides("Amira");
    let again = visitor.submit(&path, &[("answer", "not_met")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asking.question().await.mentee_said, Some(DidMeet::Met));
}

#[tokio::test]
async fn a_no_asks_why_and_for_the_new_day_and_can_be_taken_back_until_then() {
    let asking = asked().await;
    let visitor = asking.planning.pair.app.visitor();
    let path = asking.link(OWN).await;

    let no = visitor.submit(&path, &[("answer", "not_met")]).await;
    no.assert_goes_to(&format!("{path}/answer"));
    let page = visitor.get(&format!("{path}/answer")).await;
    page.assert_shows("Hvorfor blev det ikke til noget?").assert_shows("Trykkede du forkert?");
    let path = format!("{path}/answer");
    visitor.submit(&path, &[("answer", "why")]).await.assert_refused_with("Vælg, hvorfor");
    let day = |day| [("answer", "why"), ("why", "ill"), ("next_day", day), ("next_month", "3"), ("next_year", "2026")];
    visitor.submit(&path, &day("4")).await.assert_refused_with("Det tidspunkt er gået");
    visitor.submit(&path, &day("12")).await.assert_goes_to("/met/thanks");

    let question = asking.question().await;
    assert_eq!(question.mentee_said, Some(DidMeet::NotMet));
    assert_eq!(question.next_on, Some(today() + Days::new(8)));
    visitor.get(&path).await.assert_shows("Vi behøver ikke svaret længere");
}

#[tokio::test]
async fn a_scanner_that_opens_every_page_changes_nothing() {
    let asking = asked().await;
    let scanner = asking.planning.pair.app.visitor();
    let db = asking.planning.pair.app.db();
    let paths = [asking.link(MENTOR).await, asking.link(OWN).await];
    let rows = async || (asking.questions().await, links::Entity::find().all(db).await.unwrap());
    let before = rows().await;

    for path in paths.iter().flat_map(|path| [path.clone(), format!("{path}/answer")]) {
        for method in [Method::HEAD, Method::GET, Method::GET] {
            scanner.send(Request::builder().method(method).uri_str(&path).finish()).await.assert_ok();
        }
    }

    assert_eq!(rows().await, before);
}

#[tokio::test]
async fn the_mentors_own_pages_ask_too_where_no_meeting_was_agreed() {
    let asking = asking().await;
    let pair = &asking.planning.pair;
    pair.change(|row| row.matched_on = sea_orm::ActiveValue::Set(today())).await;
    asking.morning(today() + Days::new(15)).await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let question = asking.question().await;
    let path = pair.path(&format!("/questions/{}", question.id));
    for page in [pair.path(""), "/mentor".to_owned()] {
        mentor.get(&page).await.assert_shows(&path).assert_shows("4. marts 2026?");
    }

    mentor.submit(&path, &[("answer", "met"), ("met_on", "2026-03-10")]).await.assert_goes_to(&pair.path(""));

    let said = asking.question().await;
    assert_eq!((said.mentor_said, said.mentor_met_on), (Some(DidMeet::Met), Some(today() + Days::new(6))));
    mentor.get("/mentor").await.assert_hides(&path);
    // What was not asked of them they cannot answer.
    let other = pair.app.mentor_browser(&pair.app.mentor("Mette").await).await;
    other.submit(&path, &[("answer", "not_met")]).await.assert_not_found();
}

#[tokio::test]
async fn staff_are_asked_once_whether_the_two_met_and_not_whether_they_did_themselves() {
    let asking = asked().await;
    let pair = &asking.planning.pair;
    let staff = asking.staff().await;
    let before = staff.get(&pair.path("")).await;
    assert_eq!(before.body.matches("Mødtes de?").count(), 1, "the meeting that is to be told of");
    before.assert_hides("Mødtes I?").assert_hides("Ja, vi mødtes");

    asking.says_met(MENTOR).await;
    asking.says_not_met(OWN, "not_reached").await;

    let page = staff.get(&pair.path("")).await;
    assert_eq!(page.body.matches("Mødtes de?").count(), 1, "{}", page.body);
    page.assert_shows("/settlement").assert_hides("Mødtes I?");
}
