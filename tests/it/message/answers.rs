//! What the answers of a server lead to: for a letter, and for all of them.

use brobyg::{
    message::{self, Cause, State, state},
    word::Worded,
};
use chrono::Duration;
use entity::{messages, messages::Channel};
use sea_orm::{EntityTrait, QueryOrder};

use super::{deliver, only_letter, queue};
use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
};

async fn is_stopped(app: &TestApp) -> bool {
    message::open_stop(app.db(), Channel::Mail).await.unwrap().is_some()
}

#[tokio::test]
async fn a_time_that_the_server_states_is_waited_for() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Greylists).await;
    queue(&app, "plain", "").await;
    deliver(&app, &server).await;
    server.turns(Mood::Takes);

    app.app.clock.advance(Duration::seconds(299));
    assert_eq!(deliver(&app, &server).await, 0);
    app.app.clock.advance(Duration::seconds(30));
    assert_eq!(deliver(&app, &server).await, 1);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_dead_address_and_a_letter_that_is_too_large_end_that_letter_alone() {
    for mood in [Mood::Refuses, Mood::FindsItTooLarge] {
        let app = support::start().await;
        let server = MailServer::open(mood).await;
        queue(&app, "plain", "").await;
        deliver(&app, &server).await;

        assert_eq!(state(&only_letter(&app).await), State::GivenUp, "{mood:?}");
        assert!(!is_stopped(&app).await);
    }
}

#[tokio::test]
async fn a_full_mailbox_is_tried_again() {
    let app = support::start().await;
    let server = MailServer::open(Mood::IsFull).await;
    queue(&app, "plain", "").await;
    deliver(&app, &server).await;

    assert_eq!(state(&only_letter(&app).await), State::Queued);
    assert!(!is_stopped(&app).await);
}

#[tokio::test]
async fn what_is_wrong_with_us_stops_all_letters_alarms_the_operator_and_gives_up_none() {
    for mood in [Mood::RefusesByPolicy, Mood::RefusesSignIn, Mood::WantsEncryption, Mood::IsAway] {
        let app = support::start().await;
        let mut server = MailServer::open(mood).await;
        if mood == Mood::RefusesSignIn {
            server.url = server.url_with_sign_in();
        }
        for number in 0..20 {
            queue(&app, "plain", &number.to_string()).await;
        }
        deliver(&app, &server).await;

        assert!(is_stopped(&app).await, "{mood:?}");
        assert!(server.visits() <= 4, "{mood:?}: {} knocks", server.visits());
        let admin = app.administrator().await;
        for page in ["/admin", "/today"] {
            admin.get(page).await.assert_ok().assert_shows("Ingen mails kan sendes lige nu");
        }
        app.staff().await.get("/today").await.assert_hides("Ingen mails kan sendes lige nu");

        for _ in 0..200 {
            app.app.clock.advance(Duration::hours(1));
            deliver(&app, &server).await;
        }
        let letters = messages::Entity::find().all(app.db()).await.unwrap();
        assert!(letters.iter().all(|letter| state(letter) == State::Queued), "{mood:?}");

        server.turns(if mood == Mood::RefusesSignIn { Mood::TakesSignIn } else { Mood::Takes });
        for _ in 0..4 {
            app.app.clock.advance(Duration::minutes(11));
            deliver(&app, &server).await;
        }
        assert_eq!(server.mails().len(), 20, "{mood:?}");
        assert!(!is_stopped(&app).await);
        admin.get("/today").await.assert_hides("Ingen mails kan sendes lige nu");
    }
}

#[tokio::test]
async fn a_letter_that_is_refused_while_others_get_through_is_given_up_alone() {
    let app = support::start().await;
    let server = MailServer::open(Mood::RefusesByPolicy).await;
    queue(&app, "plain", "refused").await;
    deliver(&app, &server).await;
    queue(&app, "plain", "taken").await;

    server.turns(Mood::Takes);
    // The one that has waited shorter is tried first: the refused one waits for its next try.
    app.app.clock.advance(Duration::minutes(1));
    let letters = messages::Entity::find().order_by_asc(messages::Column::NextTryAt).all(app.db()).await.unwrap();
    assert!(letters[0].failure.is_none());
    server.turns(Mood::TakesOneThenRefuses);
    deliver(&app, &server).await;

    let refused = messages::Entity::find_by_id(letters[1].id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(state(&refused), State::GivenUp);
    assert_eq!(refused.failure, Some(Cause::Refused.code().into_owned()));
    assert!(!is_stopped(&app).await);
}

#[tokio::test]
async fn what_an_answer_means_follows_from_its_finer_code_and_never_from_the_address_of_a_machine() {
    for (answer, cause, stops) in [
        ("550 5.1.1 user unknown [185.7.12.3]", Cause::MailboxUnknown, false),
        ("550 5.1.1 user unknown, seen from 5.7.12.3", Cause::MailboxUnknown, false),
        ("550 no such user", Cause::MailboxUnknown, false),
        ("550 5.6.0 content rejected", Cause::Refused, false),
        ("554 5.6.1 rejected by host [10.5.7.1]", Cause::Refused, false),
        ("550 5.7.26 unauthenticated mail", Cause::SenderRefused, true),
    ] {
        let app = support::start().await;
        let server = MailServer::open(Mood::Answers(answer)).await;
        queue(&app, "plain", "").await;
        deliver(&app, &server).await;

        let letter = only_letter(&app).await;
        assert_eq!(letter.failure.as_deref(), Some(&*cause.code()), "{answer}");
        assert_eq!(is_stopped(&app).await, stops, "{answer}");
    }
}
