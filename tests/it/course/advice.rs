//! "I need advice": a sentence to whoever sees to the course, and a dated answer.

use entity::{
    advice_requests,
    responsibilities::{self, Thing},
    users::Role,
};
use poem::http::StatusCode;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use super::amira_and_jonas;
use crate::{
    permissions::{matrix::lines, scene::Scene},
    support::{Browser, today},
};

#[tokio::test]
async fn a_sentence_goes_to_whoever_sees_to_the_course_and_the_answer_to_the_mentor() {
    let pair = amira_and_jonas().await;
    let sanne = pair.app.user("Sanne Holm", Role::Staff, None).await;
    let responsible = responsibilities::ActiveModel {
        id: Set(Uuid::now_v7()),
        thing: Set(Thing::Course),
        thing_id: Set(pair.course.id),
        user_id: Set(sanne.id),
        since: Set(today()),
        until: Set(None),
        set_by: Set(None),
    };
    responsible.insert(pair.app.db()).await.unwrap();
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let path = pair.path("/advice");
    mentor.get(&pair.path("")).await.assert_shows(&path).assert_shows("Jeg har brug for et råd");
    mentor.submit(&path, &[]).await.assert_refused_with("Skriv en sætning først");
    mentor.submit(&path, &[("text", "Han svarer ikke")]).await.assert_goes_to(&path);

    let mails = pair.app.mails_to(&sanne.email).await;
    assert_eq!(mails.len(), 1);
    assert!(!mails[0].text.contains("Han svarer ikke"), "the page has it");

    let staff = Browser::signed_in(&pair.app, sanne).await;
    staff.get(&path).await.assert_shows("Han svarer ikke");
    let asked = advice_requests::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    let answer = format!("{path}/{}", asked.id);
    staff.submit(&answer, &[("text", "Prøv en sms")]).await.assert_goes_to(&path);
    staff.submit(&answer, &[("text", "Prøv igen")]).await.assert_status(StatusCode::CONFLICT);

    mentor.get(&path).await.assert_shows("Prøv en sms");
    assert_eq!(pair.app.mails_to("jonas@mentor.example").await.len(), 1);
    let open = advice_requests::Entity::find().filter_open();
    assert_eq!(open.count(pair.app.db()).await.unwrap(), 0);
}

trait Open {
    fn filter_open(self) -> Self;
}

impl Open for sea_orm::Select<advice_requests::Entity> {
    fn filter_open(self) -> Self {
        self.filter(advice_requests::open())
    }
}

#[tokio::test]
async fn in_a_course_that_has_ended_nothing_is_asked() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    pair.change(|course| course.ended_on = Set(Some(today()))).await;
    let path = pair.path("/advice");
    mentor.get(&path).await.assert_ok().assert_hides("Hvad vil du gerne have et råd om?");
    mentor.submit(&path, &[("text", "Hvad nu?")]).await.assert_status(StatusCode::CONFLICT);
}

#[tokio::test]
async fn every_page_of_a_course_that_a_mentor_may_open_leads_there_and_back() {
    let scene = Scene::set().await;
    let mentor = scene.browser("mentor").await;
    let is_of_course =
        |path: &str| path.starts_with("/courses/{course.") && !path.ends_with("/advice") && !path.ends_with(".ics");
    let mut walked = 0;
    for line in lines().iter().filter(|line| line.method == "GET" && is_of_course(&line.path)) {
        if line.gets("mentor") != "ok" {
            continue;
        }
        let path = scene.path(&line.path);
        let id = path.split('/').nth(2).unwrap();
        let page = mentor.get(&path).await;
        page.assert_ok().assert_shows(&format!("href=\"/courses/{id}/advice?back={path}\""));
        let asking = mentor.get(&format!("/courses/{id}/advice?back={path}")).await;
        asking
            .assert_ok()
            .assert_shows(&format!("href=\"{path}\""))
            .assert_hides(&format!("href=\"/courses/{id}/advice"));
        walked += 1;
    }
    assert!(walked > 10, "only {walked} pages were found");
}

#[tokio::test]
async fn whoever_asked_is_back_where_they_were_and_nowhere_else() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (path, back) = (pair.path("/advice"), pair.path("/meetings/new"));
    mentor.submit(&path, &[("text", "Han svarer ikke"), ("back", &back)]).await.assert_goes_to(&back);
    let refused = mentor.submit(&path, &[("back", &back)]).await;
    refused.assert_refused_with("Skriv en sætning først").assert_shows(&format!("href=\"{back}\""));

    for elsewhere in ["https://evil.example/", "//evil.example", "/today", "/courses/../today"] {
        mentor.submit(&path, &[("text", "Hvad nu?"), ("back", elsewhere)]).await.assert_goes_to(&path);
        let page = mentor.get(&format!("{path}?back={elsewhere}")).await;
        page.assert_ok().assert_hides(&format!("href=\"{elsewhere}\" "));
    }
}

#[tokio::test]
async fn behind_each_link_of_theirs_a_mentor_asks_without_signing_in() {
    let scene = Scene::set().await;
    let visitor = scene.browser("visitor").await;
    let opened = ["/met/{link.met_mentor}/answer", "/agreed/{link.agreed}/read", "/onward/{link.onward}/answer"];
    for (number, path) in opened.into_iter().enumerate() {
        let path = scene.path(path);
        let token = path.split('/').nth(2).unwrap();
        let asking = format!("/advice/{token}");
        visitor.get(&path).await.assert_ok().assert_shows(&format!("href=\"{asking}\""));
        let gate = path.rsplit_once('/').unwrap().0;
        visitor.get(gate).await.assert_hides(&asking);
        visitor.get(&asking).await.assert_ok().assert_shows(&format!("href=\"{path}\"")).assert_hides("Ung");

        visitor.submit(&asking, &[]).await.assert_refused_with("Skriv en sætning først");
        // The same words would be the same question.
        visitor.submit(&asking, &[("text", &format!("Hvad gør jeg {number}?"))]).await.assert_goes_to(&path);

        let by_link = advice_requests::Entity::find().filter(advice_requests::Column::AskedBy.is_null());
        assert_eq!(by_link.count(scene.app.db()).await.unwrap(), number as u64 + 1);
    }
    let young = scene.path("/advice/{link.my_mentor}");
    visitor.get(&young).await.assert_shows("Linket viser ikke noget længere");
    let refused = visitor.submit(&young, &[("text", "Hvad gør jeg?")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_letter_of_an_answer_shows_it_behind_a_link_once_whose_it_is_was_confirmed() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let path = pair.path("/advice");
    mentor.submit(&path, &[("text", "Han svarer ikke")]).await.assert_goes_to(&path);
    let asked = advice_requests::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    let staff = pair.app.staff().await;
    staff.submit(&format!("{path}/{}", asked.id), &[("text", "Prøv en sms")]).await.assert_goes_to(&path);
    let mails = pair.app.mails_to("jonas@mentor.example").await;
    assert!(!mails[0].text.contains("Prøv en sms"), "the page has it");
    let (link, visitor) = (pair.app.path_in(&mails[0]), pair.app.visitor());

    let gate = visitor.get(&link).await;
    gate.assert_shows("Dette link er til Jonas").assert_hides("Prøv en sms").assert_hides("Han svarer ikke");
    let read = format!("{link}/read");
    visitor.submit(&link, &[]).await.assert_goes_to(&read);
    visitor.get(&read).await.assert_shows("Han svarer ikke").assert_shows("Prøv en sms");

    let token = link.rsplit('/').next().unwrap();
    visitor.get(&read).await.assert_shows(&format!("href=\"/advice/{token}\""));
    visitor.submit(&format!("/advice/{token}"), &[("text", "Og hvis ikke?")]).await.assert_goes_to(&read);
    pair.app.days_pass(31);
    visitor.get(&read).await.assert_shows("Linket viser ikke noget længere").assert_hides("Prøv en sms");
}

#[tokio::test]
async fn what_was_asked_long_after_the_ending_can_be_read_once_it_is_answered() {
    let pair = amira_and_jonas().await;
    pair.change(|course| course.ended_on = Set(Some(today()))).await;
    pair.app.days_pass(40);
    let asked = advice_requests::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        text: Set("Hvad siger jeg til ham?".into()),
        asked_at: Set(pair.app.app.clock.now()),
        ..Default::default()
    };
    let asked = asked.insert(pair.app.db()).await.unwrap();
    let staff = pair.app.staff().await;

    staff.submit(&pair.path(&format!("/advice/{}", asked.id)), &[("text", "Prøv en sms")]).await.assert_taken();

    let mails = pair.app.mails_to("jonas@mentor.example").await;
    let (link, visitor) = (pair.app.path_in(&mails[0]), pair.app.visitor());
    visitor.submit(&link, &[]).await.assert_goes_to(&format!("{link}/read"));
    pair.app.days_pass(20);
    visitor.get(&format!("{link}/read")).await.assert_shows("Prøv en sms");
    pair.app.days_pass(11);
    visitor.get(&format!("{link}/read")).await.assert_hides("Prøv en sms");
}
