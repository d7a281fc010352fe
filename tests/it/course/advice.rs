//! "I need advice": a sentence to whoever sees to the course, and a dated answer.

use entity::{
    advice_requests,
    responsibilities::{self, Thing},
    users::Role,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use super::amira_and_jonas;
use crate::support::{Browser, today};

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
        sea_orm::QueryFilter::filter(self, advice_requests::open())
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
