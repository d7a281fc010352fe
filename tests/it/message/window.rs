//! The moment in which nobody knows: a letter has left, and the server has not answered for it.

use brobyg::{
    account::link,
    message::{self, Cause, Desk, State, state},
    word::Worded,
};
use chrono::Duration;
use entity::{links::LinkPurpose, users::Role};

use super::{KINDS, deliver, only_letter, post_to, queue};
use crate::support::{
    self,
    smtp::{MailServer, Mood},
};

#[tokio::test]
async fn a_server_that_takes_its_time_over_the_last_dot_gets_the_letter_once() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesItsTime(400)).await;
    queue(&app, "plain", "").await;

    tokio::join!(deliver(&app, &server), deliver(&app, &server));
    app.app.clock.advance(Duration::hours(1));
    deliver(&app, &server).await;

    assert_eq!(server.mails().len(), 1);
    assert_eq!(state(&only_letter(&app).await), State::Accepted);
}

#[tokio::test]
async fn a_letter_that_comes_while_a_server_is_silent_does_not_wait_for_it() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesAndFallsSilent).await;
    queue(&app, "plain", "first").await;
    let (desk, post) = (app.app.desk(), post_to(&server));
    let sending = tokio::spawn(async move { message::deliver_due(&desk, &post, KINDS).await });
    server.is_waited_for().await;

    server.turns(Mood::Takes);
    queue(&app, "plain", "second").await;
    while server.arrived() < 2 {
        tokio::task::yield_now().await;
    }

    assert!(!sending.is_finished(), "the first one is still waited for");
    sending.abort();
}

#[tokio::test]
async fn a_letter_that_nobody_answered_for_is_unknown_and_somebody_is_asked() {
    for mood in [Mood::TakesAndBreaksOff, Mood::TakesAndFallsSilent] {
        let app = support::start().await;
        let server = MailServer::open(mood).await;
        queue(&app, "plain", "").await;
        deliver(&app, &server).await;

        server.turns(Mood::Takes);
        app.app.clock.advance(Duration::days(3));
        deliver(&app, &server).await;

        let letter = only_letter(&app).await;
        assert_eq!(server.mails().len(), 1, "{mood:?}");
        assert_eq!(state(&letter), State::Unknown);
        assert_eq!(letter.failure, Some(Cause::MayHaveArrived.code().into_owned()));
        assert_eq!(message::unsettled().all(app.db()).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn whoever_knows_that_it_did_not_arrive_sends_it_again() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesAndBreaksOff).await;
    queue(&app, "plain", "").await;
    deliver(&app, &server).await;

    server.turns(Mood::Takes);
    assert!(message::try_again(app.db(), app.app.clock.now(), only_letter(&app).await.id).await.unwrap());
    deliver(&app, &server).await;

    assert_eq!(server.mails().len(), 2);
    assert_eq!(state(&only_letter(&app).await), State::Accepted);
    assert!(message::unsettled().all(app.db()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_letter_somebody_waits_for_goes_again_under_the_same_id_with_the_same_link_and_not_for_ever() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesAndBreaksOff).await;
    queue(&app, "sign_in", "").await;
    for _ in 0..20 {
        deliver(&app, &server).await;
        app.app.clock.advance(Duration::hours(2));
    }

    let said = |raw: &String, word: &str| raw.lines().find(|line| line.contains(word)).map(str::to_owned);
    let copies = server.raw();
    assert!((2..=3).contains(&copies.len()), "{} copies", copies.len());
    for word in ["Message-ID:", "/invitations/"] {
        let first = said(&copies[0], word);
        assert!(first.is_some() && copies.iter().all(|copy| said(copy, word) == first), "{word} {first:?}");
    }
    assert_eq!(state(&only_letter(&app).await), State::Unknown);
    assert_eq!(message::unsettled().all(app.db()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_sender_that_dies_while_the_letter_leaves_makes_it_unknown() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesAndFallsSilent).await;
    queue(&app, "plain", "").await;

    let (desk, post) = (app.app.desk(), post_to(&server));
    tokio::select! {
        sent = message::deliver_due(&desk, &post, KINDS) => panic!("the server is silent, but {sent:?}"),
        () = server.is_waited_for() => {}
    }
    assert_eq!(state(&only_letter(&app).await), State::HandingOver);
    server.turns(Mood::Takes);
    app.app.clock.advance(Duration::minutes(30));
    deliver(&app, &server).await;

    assert_eq!(state(&only_letter(&app).await), State::Unknown);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn whoever_comes_back_after_its_claim_ran_out_changes_nothing() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesItsTime(600)).await;
    queue(&app, "sign_in", "").await;

    let (desk, post) = (app.app.desk(), post_to(&server));
    let late = tokio::spawn(async move { message::deliver_due(&desk, &post, KINDS).await });
    while server.mails().is_empty() {
        tokio::task::yield_now().await;
    }
    // Somebody else finds a claim that has run out, and notes that the letter may have arrived.
    app.app.clock.advance(Duration::minutes(30));
    deliver(&app, &server).await;
    let before = only_letter(&app).await;
    late.await.unwrap().unwrap();

    assert!(before.unknown_at.is_some());
    assert_eq!(only_letter(&app).await, before);
}

#[tokio::test]
async fn an_older_letter_that_goes_again_has_its_own_link_and_leaves_the_newer_one_alone() {
    let app = support::start().await;
    let invited = app.user("Ida Ny", Role::Staff, None).await.id;
    let invite = async |desk: &Desk| link::issue_in(desk, LinkPurpose::Invitation, invited).await.unwrap();
    let find = async |token: &str| link::find_any(app.db(), app.app.clock.now(), token).await.unwrap();
    let is_usable = async |token: &str| find(token).await.is_some();
    let older = app.app.desk();
    let first = invite(&older).await;
    app.app.clock.advance(Duration::hours(1));
    let newer = app.app.desk();

    let second = invite(&newer).await;
    assert!(!is_usable(&first).await, "the newer one takes the older one's place");

    assert_eq!(invite(&older).await, first);
    assert!(is_usable(&first).await && is_usable(&second).await);
    assert_ne!(first, second);
    // One that was used stays used, however often its letter goes again.
    let tx = app.db().begin().await.unwrap();
    assert!(link::spend(&tx, app.app.clock.now(), LinkPurpose::Invitation, &first).await.unwrap().is_some());
    tx.commit().await.unwrap();
    invite(&older).await;
    assert!(!is_usable(&first).await);
}
