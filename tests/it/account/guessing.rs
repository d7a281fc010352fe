//! Guessing passwords: slowed down by network and account, and never at the cost of the person.

use std::sync::Arc;

use chrono::Duration;
use entity::{User, known_devices, sign_in_attempts, users::Role};
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use tokio::task::JoinSet;

use super::{PASSWORD, with_password};
use crate::support::{self, Browser, Page, TestApp};

const WRONG: &str = "noget helt andet end det";

async fn sanne(app: &TestApp) -> User {
    with_password(app, app.user("Sanne Holm", Role::Staff, None).await).await
}

async fn sign_in(browser: &Browser, address: &str, email: &str, password: &str) -> Page {
    browser.submit_from(address, "/sign-in", &[("email", email), ("password", password)]).await
}

fn must_wait(page: &Page) -> bool {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
    page.body.contains("prøvet for mange gange")
}

async fn tries(app: &TestApp) -> u64 {
    sign_in_attempts::Entity::find().count(app.db()).await.unwrap()
}

#[tokio::test]
async fn of_sixty_guesses_sent_at_once_no_more_are_tried_than_one_after_the_other() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let browser = Arc::new(app.visitor());
    browser.get("/sign-in").await;

    let mut guesses = JoinSet::new();
    for _ in 0..60 {
        let (browser, email) = (Arc::clone(&browser), sanne.email.clone());
        guesses.spawn(async move { must_wait(&sign_in(&browser, "203.0.113.7", &email, WRONG).await) });
    }
    let waiting = guesses.join_all().await.into_iter().filter(|must_wait| *must_wait).count();

    assert!(waiting >= 55, "{} of 60 were tried", 60 - waiting);
    assert_eq!(tries(&app).await as usize, 60 - waiting);
}

#[tokio::test]
async fn a_64_counts_as_one_and_addresses_of_ipv4_however_they_are_written() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let networks = [
        ["2001:db8:1:2::1", "2001:db8:1:2:ffff::1", "[2001:db8:1:2::3]:4711", "2001:db8:1:2:a:b:c:d"],
        ["203.0.113.7", "203.0.113.7:4711", "::ffff:203.0.113.7", "[::ffff:203.0.113.7]:80"],
    ];
    for addresses in networks {
        let visitor = app.visitor();
        for address in addresses.iter().cycle().take(5) {
            assert!(!must_wait(&sign_in(&visitor, address, &sanne.email, WRONG).await), "{address}");
        }
        for address in addresses {
            assert!(must_wait(&sign_in(&visitor, address, &sanne.email, WRONG).await), "{address}");
        }
    }
    assert!(!must_wait(&sign_in(&app.visitor(), "2001:db8:1:3::1", &sanne.email, WRONG).await));
}

#[tokio::test]
async fn strangers_do_not_keep_a_person_out_of_a_device_of_theirs() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let own = app.visitor();
    sign_in(&own, "192.0.2.1", &sanne.email, PASSWORD).await.assert_taken();
    own.submit("/sign-out", &[]).await.assert_taken();

    let stranger = app.visitor();
    for number in 0..130 {
        sign_in(&stranger, &format!("2001:db8:{number:x}::1"), &sanne.email, WRONG).await;
    }

    // Everybody else waits, also from a network that has never tried; she mistypes, and comes in, whereever she is.
    assert!(must_wait(&sign_in(&app.visitor(), "198.51.100.1", &sanne.email, PASSWORD).await));
    assert!(!must_wait(&sign_in(&own, "198.51.100.2", &sanne.email, WRONG).await));
    sign_in(&own, "198.51.100.2", &sanne.email, PASSWORD).await.assert_taken();
}

#[tokio::test]
async fn on_a_known_device_nobody_guesses_for_long_either() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let own = app.visitor();
    sign_in(&own, "192.0.2.1", &sanne.email, PASSWORD).await.assert_taken();
    own.submit("/sign-out", &[]).await.assert_taken();

    for number in 0..5 {
        assert!(!must_wait(&sign_in(&own, &format!("198.51.100.{number}"), &sanne.email, WRONG).await));
    }
    assert!(must_wait(&sign_in(&own, "198.51.100.9", &sanne.email, PASSWORD).await));

    app.app.clock.advance(Duration::minutes(16));
    sign_in(&own, "198.51.100.9", &sanne.email, PASSWORD).await.assert_taken();
}

#[tokio::test]
async fn a_device_is_known_for_the_person_who_signed_in_there_alone() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let other = with_password(&app, app.user("Bodil Krag", Role::Staff, None).await).await;
    let attacker = app.visitor();
    sign_in(&attacker, "192.0.2.1", &other.email, PASSWORD).await.assert_taken();
    attacker.submit("/sign-out", &[]).await.assert_taken();

    for _ in 0..5 {
        sign_in(&attacker, "192.0.2.1", &sanne.email, WRONG).await;
    }

    assert!(must_wait(&sign_in(&attacker, "192.0.2.1", &sanne.email, PASSWORD).await));
}

#[tokio::test]
async fn a_new_password_makes_every_device_unknown() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let own = app.visitor();
    sign_in(&own, "192.0.2.1", &sanne.email, PASSWORD).await.assert_taken();
    assert_eq!(known_devices::Entity::find().count(app.db()).await.unwrap(), 1);

    let new = "seks ænder under et bord";
    let fields = [("current", PASSWORD), ("password", new), ("again", new)];
    own.submit("/account/password", &fields).await.assert_taken();

    assert_eq!(known_devices::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_stored_of_a_device_lets_nobody_in() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let own = app.visitor();
    sign_in(&own, "192.0.2.1", &sanne.email, PASSWORD).await.assert_taken();

    let token = own.cookie("device").unwrap();
    let stored = known_devices::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_ne!(stored.key, token);
    assert_ne!(stored.key, brobyg::token::token_hash(&token));
}

#[tokio::test]
async fn a_right_password_is_no_guess() {
    let app = support::start().await;
    let sanne = sanne(&app).await;

    for _ in 0..7 {
        sign_in(&app.visitor(), "192.0.2.1", &sanne.email, PASSWORD).await.assert_taken();
    }

    assert_eq!(tries(&app).await, 0);
}

#[tokio::test]
async fn known_and_unknown_addresses_are_counted_and_answered_alike() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let mut seen = Vec::new();
    for (network, email) in [("192.0.2.1", sanne.email.as_str()), ("192.0.2.2", "nobody@people.example")] {
        let visitor = app.visitor();
        let mut answers = Vec::new();
        for _ in 0..8 {
            let page = sign_in(&visitor, network, email, WRONG).await;
            answers.push((page.status, page.body.replace(email, "").replace(&token_of(&page), "")));
        }
        seen.push((answers, tries(&app).await));
    }

    assert_eq!(seen[0].0, seen[1].0);
    assert_eq!(seen[1].1, 2 * seen[0].1);
}

fn token_of(page: &Page) -> String {
    page.body.split("name=\"_csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_password_of_ones_own_name_or_a_common_word_is_refused_with_every_other_mistake_at_once() {
    let app = support::start().await;
    let sanne = sanne(&app).await;
    let own = Browser::signed_in(&app, sanne).await;

    for new in ["sanneholm sanneholm", "Sommer2026Sommer2026", "brobygbrobyg2026"] {
        let page = own.submit("/account/password", &[("password", new), ("again", "noget andet")]).await;
        page.assert_refused_with("nem at gætte").assert_shows("ikke ens").assert_shows("Skriv din adgangskode");
    }
}
