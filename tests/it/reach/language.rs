//! The pages behind a young person's links speak as the letters do, unless whoever reads chose otherwise.

use brobyg::account::link;
use entity::{Referral, Words, consents::ConsentPurpose, links::LinkPurpose, proposals, surveys, young_people};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support::{self, Browser, TestApp};

const IN_ENGLISH: &str = "<html lang=\"en\"";
const IN_DANISH: &str = "<html lang=\"da\"";

async fn link(app: &TestApp, to: &str, purpose: LinkPurpose, subject: Uuid) -> String {
    let tx = app.db().begin().await.unwrap();
    let token = link::issue(&tx, app.app.clock.now(), purpose, subject).await.unwrap();
    tx.commit().await.unwrap();
    format!("/{to}/{token}")
}

async fn speaking(app: &TestApp, name: &str, languages: &[&str]) -> Referral {
    let referral = app.referral(name).await;
    let spoken = Words(languages.iter().map(|code| (*code).to_owned()).collect());
    app.change_person(&referral, young_people::ActiveModel { languages: Set(spoken), ..Default::default() }).await;
    referral
}

/// A link of each kind that young people get: whether a mentor is still wanted, to one mentor, and how it went.
async fn links(app: &TestApp, languages: &[&str]) -> Vec<String> {
    let (waits, asked) = (speaking(app, "Amira", languages).await, speaking(app, "Bilal", languages).await);
    let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 4).await;
    let proposal = app.proposal(&asked, &mentor).await;
    let accepted = proposals::ActiveModel {
        id: Set(proposal.id),
        mentor_accepted_at: Set(Some(app.app.clock.now())),
        ..Default::default()
    };
    accepted.update(app.db()).await.unwrap();
    let met = speaking(app, "Carla", languages).await;
    app.agreed(&met, ConsentPurpose::Survey).await;
    app.completed_course(&met, &app.mentor("Mona").await).await;
    let survey = surveys::Entity::find().one(app.db()).await.unwrap().unwrap();
    vec![
        link(app, "still", LinkPurpose::Interest, waits.id).await,
        link(app, "yes", LinkPurpose::MenteeAnswer, proposal.id).await,
        link(app, "survey", LinkPurpose::Survey, survey.id).await,
    ]
}

async fn switch(browser: &Browser, language: &str, page: &str) {
    browser.submit("/language", &[("_language", language), ("_page", page)]).await.assert_goes_to(page);
}

#[tokio::test]
async fn each_link_opens_in_the_language_of_its_letter_until_another_is_chosen() {
    let app = support::start().await;
    for path in links(&app, &["so", "en"]).await {
        let young = app.visitor();

        young.get(&path).await.assert_ok().assert_shows(IN_ENGLISH);
        switch(&young, "da", &path).await;
        young.get(&path).await.assert_ok().assert_shows(IN_DANISH);
    }
}

#[tokio::test]
async fn whoever_speaks_danish_reads_danish_and_can_choose_english() {
    let app = support::start().await;
    for path in links(&app, &["en", "da"]).await {
        let young = app.visitor();

        young.get(&path).await.assert_ok().assert_shows(IN_DANISH);
        switch(&young, "en", &path).await;
        young.get(&path).await.assert_ok().assert_shows(IN_ENGLISH);
    }
}

#[tokio::test]
async fn what_is_wrong_the_thanks_and_a_spent_link_speak_as_the_page_did() {
    let app = support::start().await;
    let links = links(&app, &["en"]).await;
    for (path, answer) in links.iter().zip([("answer", "yes"), ("answer", "yes"), ("status", "job")]) {
        let young = app.visitor();
        young.submit(path, &[]).await.assert_refused_with(IN_ENGLISH);

        let taken = young.submit(path, &[answer]).await;

        let thanks = taken.assert_taken().location.clone().unwrap();
        young.get(&thanks).await.assert_ok().assert_shows(IN_ENGLISH);
        young.get(path).await.assert_ok().assert_shows(IN_ENGLISH);
    }
    let unknown = format!("/still/{}", "a".repeat(43));
    app.visitor().get(&unknown).await.assert_ok().assert_shows(IN_DANISH);
}
