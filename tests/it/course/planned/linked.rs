//! The young person's link: it says whose it is, shows how things stand, and nothing happens by looking.

use brobyg::course::concern::{self, NewConcern, Raiser};
use entity::{changes, links, planned_meetings};
use poem::{Request, http::Method};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{OWN, at, ics::read, in_days, planning};
use crate::support::{Browser, viewer_of};

async fn ask(browser: &Browser, method: Method, path: &str) {
    let page = browser.send(Request::builder().method(method).uri_str(path).finish()).await;
    page.assert_ok();
}

#[tokio::test]
async fn a_scanner_that_opens_every_link_of_a_mail_changes_no_row() {
    let planning = planning().await;
    planning.plan(at(in_days(7))).await.unwrap();
    let mail = planning.sent_to(OWN).await.remove(0);
    let (_, path) = mail.text.split_once(&planning.pair.app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap();
    let db = planning.pair.app.db();
    let rows = async || {
        let links = links::Entity::find().all(db).await.unwrap();
        let changes = changes::Entity::find().all(db).await.unwrap().len();
        (links, planned_meetings::Entity::find().all(db).await.unwrap(), changes)
    };
    let before = rows().await;

    let scanner = planning.pair.app.visitor();
    for method in [Method::HEAD, Method::GET, Method::GET, Method::GET] {
        ask(&scanner, method, path).await;
    }

    assert_eq!(rows().await, before);
    // A page on which nothing can be sent but the language.
    let page = scanner.get(path).await;
    let forms: Vec<_> = page.body.split("<form ").skip(1).map(|form| form.split('>').next().unwrap()).collect();
    assert!(forms.iter().all(|form| form.contains("/language")), "{forms:?}");
}

#[tokio::test]
async fn the_page_says_whose_it_is_and_then_how_things_stand() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    let mail = planning.sent_to(OWN).await.remove(0);
    let (_, path) = mail.text.split_once(&planning.pair.app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap();
    let visitor = planning.pair.app.visitor();

    let page = visitor.get(path).await;
    page.assert_ok().assert_shows("Til Amira fra mentorordningen").assert_shows("onsdag 11. marts kl. 16.00");
    // Of others the mentor alone is named, whom they are to ring or write to.
    page.assert_shows("Jonas").assert_hides("Hassan").assert_hides(OWN);
    let (whose, when) = (page.body.find("Til Amira").unwrap(), page.body.find("onsdag 11").unwrap());
    assert!(whose < when);

    planning.change(&meeting, at(in_days(8))).await.unwrap();
    planning.plan(at(in_days(12))).await.unwrap();
    let page = visitor.get(path).await;
    page.assert_shows("torsdag 12. marts kl. 16.00").assert_shows("mandag 16. marts kl. 16.00");
    planning.cancel(&planning.now(&meeting).await).await.unwrap();
    visitor.get(path).await.assert_shows("Mødet er aflyst").assert_shows("mandag 16. marts");
    planning.turn(in_days(9));
    visitor.get(path).await.assert_hides("Mødet er aflyst").assert_shows("mandag 16. marts");
}

#[tokio::test]
async fn the_page_offers_the_meeting_for_a_calendar_as_long_as_it_is_to_come() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    let mail = planning.sent_to(OWN).await.remove(0);
    let (_, path) = mail.text.split_once(&planning.pair.app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap();
    let (visitor, file) = (planning.pair.app.visitor(), format!("{path}/calendar.ics"));
    visitor.get(path).await.assert_ok().assert_shows(&file);

    let mentors = format!("/courses/{}/planned/{}/calendar.ics", meeting.course_id, meeting.id);
    let mentor = planning.pair.app.mentor_browser(&planning.pair.mentor).await;
    mentor.get(&format!("/courses/{}", meeting.course_id)).await.assert_shows(&mentors);
    for calendar in [visitor.get(&file).await, mentor.get(&mentors).await] {
        calendar.assert_ok();
        let events = read(&calendar.body);
        let [event] = events.as_slice() else { panic!("{}", calendar.body) };
        // The same meeting as in the invitation, so that no calendar has it twice.
        assert_eq!((event.of("UID"), event.method.as_deref()), (meeting.id.to_string().as_str(), Some("PUBLISH")));
        assert_eq!((event.of("DTSTART"), event.of("SUMMARY")), ("20260311T150000Z", "Møde i forløb"));
        assert!(!calendar.body.contains("Amira") && !calendar.body.contains("Jonas"), "{}", calendar.body);
    }

    planning.cancel(&meeting).await.unwrap();
    visitor.get(&file).await.assert_not_found();
    mentor.get(&mentors).await.assert_not_found();
}

#[tokio::test]
async fn a_link_that_is_none_or_of_a_course_that_is_over_shows_nothing() {
    let planning = planning().await;
    planning.plan(at(in_days(7))).await.unwrap();
    let mail = planning.sent_to(OWN).await.remove(0);
    let path =
        planning.pair.app.app.config.base_url.len() + mail.text.find(&planning.pair.app.app.config.base_url).unwrap();
    let path = mail.text[path..].split_whitespace().next().unwrap().to_owned();
    let visitor = planning.pair.app.visitor();
    planning
        .pair
        .change(|row| {
            row.ended_on = sea_orm::ActiveValue::Set(Some(crate::support::today()));
            row.seat_hold_id = sea_orm::ActiveValue::Set(None);
        })
        .await;

    for path in [path, format!("/meeting/{}", Uuid::now_v7())] {
        let page = visitor.get(&path).await;
        page.assert_ok().assert_shows("Linket viser ikke noget længere").assert_hides("Amira").assert_hides("marts");
    }
}

/// Who is told with a link that a meeting is off finds that behind it, also when the course is over.
#[tokio::test]
async fn the_link_of_a_meeting_that_was_called_off_says_so_after_the_course() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    let mail = planning.sent_to(OWN).await.remove(0);
    let (_, path) = mail.text.split_once(&planning.pair.app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap();
    let (visitor, set) = (planning.pair.app.visitor(), sea_orm::ActiveValue::Set);
    planning.cancel(&meeting).await.unwrap();
    planning.plan(at(in_days(12))).await.unwrap();
    let (today, none) = (set(Some(crate::support::today())), sea_orm::ActiveValue::Set(None));
    planning.pair.change(|row| (row.ended_on, row.seat_hold_id) = (today, none)).await;

    let page = visitor.get(path).await;
    page.assert_shows("Til Amira fra mentorordningen").assert_shows("Mødet er aflyst").assert_hides("/concern/");
    page.assert_hides("16. marts");
    planning.turn(in_days(9));
    visitor.get(path).await.assert_shows("Linket viser ikke noget længere").assert_hides("Amira");
}

/// That contact is stopped for now is said of a course that runs; once it is over the meeting is off, and that is all.
#[tokio::test]
async fn a_course_that_ended_while_contact_was_stopped_says_that_the_meeting_is_off() {
    let planning = planning().await;
    planning.plan(at(in_days(7))).await.unwrap();
    let mail = planning.sent_to(OWN).await.remove(0);
    let app = &planning.pair.app;
    let (_, path) = mail.text.split_once(&app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap();
    let (visitor, staff) = (app.visitor(), viewer_of(&planning.staff));
    let (now, new) = (app.app.clock.now(), NewConcern { said: "Noget er galt".into(), wants_stop: true });
    concern::raise(app.db(), now, Raiser::Signed(&staff), planning.pair.course.id, new).await.unwrap();
    visitor.get(path).await.assert_shows("ikke kontakt lige nu").assert_hides("Mødet er aflyst");

    let (today, none) = (sea_orm::ActiveValue::Set(Some(crate::support::today())), sea_orm::ActiveValue::Set(None));
    planning.pair.change(|row| (row.ended_on, row.seat_hold_id) = (today, none)).await;

    visitor.get(path).await.assert_shows("Mødet er aflyst").assert_hides("ikke kontakt lige nu");
}
