//! Short links show the page of the full one, and nothing happens by looking.

use std::collections::BTreeSet;

use brobyg::token::{read_spelled, spell, token_hash};
use entity::links::{self, LinkPurpose};
use poem::{
    Request,
    http::{Method, StatusCode},
};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::support::{self, Page, TestApp};

/// A link to choose a password, under a token of this kind.
async fn linked(app: &TestApp, token: &str) {
    let user = app.user("Sanne Holm", entity::users::Role::Staff, None).await;
    let now = app.app.clock.now();
    let link = links::ActiveModel {
        token_hash: Set(token_hash(token)),
        purpose: Set(LinkPurpose::PasswordReset),
        subject_id: Set(user.id),
        created_at: Set(now),
        expires_at: Set(now + chrono::Duration::hours(2)),
        used_at: Set(None),
        message_id: Set(None),
    };
    links::Entity::insert(link).exec_without_returning(app.db()).await.unwrap();
}

fn short_token() -> String {
    spell(&[0x5a; 13])
}

async fn ask(app: &TestApp, method: Method, path: &str) -> Page {
    app.visitor().send(Request::builder().method(method).uri_str(path).finish()).await
}

#[test]
fn a_short_token_holds_more_bits_than_anybody_guesses_and_no_sign_that_looks_like_another() {
    let tokens: BTreeSet<String> = (0..=255).map(|byte| spell(&[byte; 13])).collect();

    assert_eq!(tokens.len(), 256);
    for token in tokens {
        assert_eq!(token.len(), 21);
        assert!(
            !token.contains(['i', 'l', 'o', 'u']) && token.chars().all(|sign| sign.is_ascii_alphanumeric()),
            "{token}"
        );
        assert_eq!(read_spelled(&token).unwrap().len(), 13);
    }
    assert_eq!(read_spelled(&spell(b"Brobyg")).unwrap(), b"Brobyg");
    assert_eq!((read_spelled("O1Il0"), read_spelled("O1Il ")), (read_spelled("01110"), None));
}

#[tokio::test]
async fn a_short_link_shows_the_page_of_the_full_one_and_its_form_works_there() {
    let app = support::start().await;
    let token = short_token();
    linked(&app, &token).await;
    let browser = app.visitor();

    let page = browser.get(&format!("/s/{token}")).await;

    page.assert_ok().assert_shows("name=\"password\"");
    assert_eq!(page.location, None, "a scanner follows what leads on");
    let password = "en lang adgangskode om regnvejr og broer";
    let taken = browser.submit(&format!("/s/{token}"), &[("password", password), ("again", password)]).await;
    taken.assert_taken();
}

#[tokio::test]
async fn a_short_link_opens_as_it_is_typed_and_with_what_stuck_to_it() {
    let app = support::start().await;
    let token = short_token();
    linked(&app, &token).await;

    for typed in [token.to_uppercase(), token.replace('0', "O"), format!("{token}."), format!("{token})")] {
        app.visitor().get(&format!("/s/{typed}")).await.assert_ok().assert_shows("name=\"password\"");
    }
}

#[tokio::test]
async fn looking_at_a_short_link_spends_nothing() {
    let app = support::start().await;
    let token = short_token();
    linked(&app, &token).await;
    let path = format!("/s/{token}");

    let head = ask(&app, Method::HEAD, &path).await;
    for _ in 0..3 {
        ask(&app, Method::GET, &path).await.assert_ok();
    }

    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    let link = links::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((link.used_at, links::Entity::find().count(app.db()).await.unwrap()), (None, 1));
}

#[tokio::test]
async fn a_short_link_that_was_never_given_out_is_not_found() {
    let app = support::start().await;
    linked(&app, &short_token()).await;

    for token in
        [spell(&[0x5b; 13]), short_token()[1..].to_owned(), "x".repeat(9000), "%00".into(), "..%2Fadmin".into()]
    {
        let page = app.visitor().get(&format!("/s/{token}")).await;
        assert!(page.status.is_client_error(), "{token}: {}", page.status);
        page.assert_hides("name=\"password\"");
    }
}
