//! A letter that does not arrive: its cause in plain words beside the record and on Today, and another try from there.

use std::time::Duration as Wall;

use brobyg::{
    jobs::LETTERS,
    language::Tr,
    message::{self, Cause, Post},
    word::Worded,
};
use entity::{Proposal, messages, young_people};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{
    self, Browser, TestApp,
    smtp::{MailServer, Mood},
};

async fn deliver(app: &TestApp, url: &str) {
    let post = Post::open(url, "Brobyg <post@brobyg.example>", false).unwrap().with_patience(Wall::from_millis(300));
    message::deliver_due(&app.app.desk(), &post, LETTERS).await.unwrap();
}

/// A mentor has said yes; the letter to the young person is queued, and nobody else is written to.
async fn asked(app: &TestApp) -> (Proposal, Browser) {
    let referral = app.referral("Amira Holm").await;
    let mail = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    app.change_person(&referral, mail).await;
    let proposal = app.proposal(&referral, &app.mentor("Jonas").await).await;
    let staff = app.staff().await;
    staff.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();
    (proposal, staff)
}

async fn letter(app: &TestApp) -> messages::Model {
    let asked = messages::Entity::find().filter(messages::Column::Kind.eq("mentee_asked"));
    asked.one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn an_unknown_mailbox_stands_on_the_proposal_and_on_today_until_the_mended_letter_arrives() {
    let app = support::start().await;
    let (proposal, staff) = asked(&app).await;
    let server = MailServer::open(Mood::Refuses).await;
    deliver(&app, &server.url).await;

    let page = format!("/proposals/{}", proposal.id);
    let sentence = "Modtagerens mailserver kender ikke adressen.";
    staff.get(&page).await.assert_shows(sentence).assert_shows("Til den unge: vil du have denne mentor?");
    let letter = letter(&app).await;
    let path = format!("/letters/{}", letter.id);
    staff.get("/today").await.assert_shows("Beskeder, der ikke kom frem").assert_shows(sentence).assert_shows(&path);
    staff.get("/today").await.assert_shows("Unge, ingen har kunnet skrive til");
    staff.get(&path).await.assert_goes_to(&page);

    server.turns(Mood::Takes);
    staff.submit(&path, &[]).await.assert_goes_to(&page);
    deliver(&app, &server.url).await;
    staff.get(&page).await.assert_hides("En mail er ikke kommet frem");
    staff
        .get("/today")
        .await
        .assert_hides("Beskeder, der ikke kom frem")
        .assert_hides("Unge, ingen har kunnet skrive til");
}

#[tokio::test]
async fn staff_take_a_letter_off_the_list_when_they_have_told_in_another_way() {
    let app = support::start().await;
    let (proposal, staff) = asked(&app).await;
    deliver(&app, &MailServer::open(Mood::Refuses).await.url).await;
    let path = format!("/letters/{}/settled", letter(&app).await.id);

    staff.submit(&path, &[]).await.assert_goes_to(&format!("/proposals/{}", proposal.id));

    staff.get("/today").await.assert_hides("Beskeder, der ikke kom frem");
    staff.submit(&path, &[]).await.assert_status(poem::http::StatusCode::CONFLICT);
}

#[tokio::test]
async fn causes_are_told_apart() {
    for (mood, cause) in [
        (Mood::Refuses, Cause::MailboxUnknown),
        (Mood::RefusesByPolicy, Cause::SenderRefused),
        (Mood::IsFull, Cause::MailboxFull),
        (Mood::FindsItTooLarge, Cause::TooLarge),
        (Mood::PutsOff, Cause::PutOff),
        (Mood::RefusesSignIn, Cause::SignInRefused),
        (Mood::WantsEncryption, Cause::NoEncryption),
        (Mood::Hangs, Cause::TooLong),
    ] {
        let app = support::start().await;
        asked(&app).await;
        let server = MailServer::open(mood).await;
        let url = if mood == Mood::RefusesSignIn { server.url_with_sign_in() } else { server.url.clone() };
        deliver(&app, &url).await;
        assert_eq!(letter(&app).await.failure, Some(cause.code().into_owned()));
    }
}

#[tokio::test]
async fn a_server_without_encryption_and_one_that_is_away_are_told_apart() {
    let app = support::start().await;
    asked(&app).await;
    let server = MailServer::open(Mood::Takes).await;
    deliver(&app, &server.url.replace("smtp://", "smtps://")).await;
    assert_eq!(letter(&app).await.failure, Some(Cause::NoEncryption.code().into_owned()));

    let app = support::start().await;
    asked(&app).await;
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", closed.local_addr().unwrap());
    drop(closed);
    deliver(&app, &url).await;
    assert_eq!(letter(&app).await.failure, Some(Cause::ServerAway.code().into_owned()));
}

#[tokio::test]
async fn a_letter_that_may_not_leave_unencrypted_says_so_beside_the_record_and_to_administrators() {
    let app = support::start().await;
    let (proposal, staff) = asked(&app).await;
    // A server that offers no STARTTLS, where the settings ask for it.
    let server = MailServer::open(Mood::Takes).await;
    deliver(&app, &format!("{}?tls=required", server.url)).await;

    let sentence = "Platformen og mailserveren kan ikke tale krypteret sammen.";
    assert!(server.mails().is_empty());
    staff.get(&format!("/proposals/{}", proposal.id)).await.assert_shows(sentence);
    let mails = app.administrator().await.get("/admin/mail").await;
    mails.assert_shows(sentence).assert_shows("BROBYG_MAIL_URL").assert_shows("Ingen mails kan sendes lige nu");
}

#[tokio::test]
async fn what_is_no_address_is_a_cause_of_its_own_and_is_not_tried_again() {
    let app = support::start().await;
    let (proposal, staff) = asked(&app).await;
    let wrong = young_people::ActiveModel { email: Set(Some("amira ung.example".into())), ..Default::default() };
    let referral = entity::referrals::Entity::find_by_id(proposal.referral_id).one(app.db()).await.unwrap().unwrap();
    app.change_person(&referral, wrong).await;
    deliver(&app, &MailServer::open(Mood::Takes).await.url).await;

    let letter = letter(&app).await;
    assert_eq!(letter.failure, Some(Cause::AddressWrong.code().into_owned()));
    assert!(letter.given_up_at.is_some());
    staff.get(&format!("/proposals/{}", proposal.id)).await.assert_shows("Adressen er ikke en mailadresse.");
}

#[tokio::test]
async fn a_letter_that_waits_stands_beside_the_record_and_with_administrators_with_its_next_try() {
    let app = support::start().await;
    let (proposal, staff) = asked(&app).await;
    deliver(&app, &MailServer::open(Mood::PutsOff).await.url).await;

    let page = staff.get(&format!("/proposals/{}", proposal.id)).await;
    page.assert_shows("Mailserveren bad os vente.").assert_shows("Platformen prøver igen 04-03-2026 10:31.");
    staff.get("/today").await.assert_hides("Beskeder, der ikke kom frem");
    let mails = app.administrator().await.get("/admin/mail").await;
    mails.assert_shows("Mails, der venter").assert_shows("04-03-2026 10:31").assert_shows("Mailserveren bad os vente.");
}

#[test]
fn every_cause_and_every_kind_has_its_words_in_both_languages() {
    for tr in [Tr::Danish, Tr::English] {
        for cause in Cause::all() {
            for text in [cause.label(tr), cause.advice(tr)] {
                assert!(!text.contains("message-"), "{text}");
            }
            assert_eq!(Cause::read(&cause.code()), Some(cause));
        }
        for kind in LETTERS.concat() {
            assert!(!message::what(tr, kind.name).contains("message-"), "{kind:?}");
        }
    }
    assert_eq!(Cause::kept("the mail server answered 550"), Cause::Unknown);
}
