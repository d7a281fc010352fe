//! What is guessed at leaves a row in the security log that says what it was, and nothing of what was guessed.

use chrono::Duration;
use entity::{security_events::SecurityKind, users::Role};
use poem::http::StatusCode;
use sea_orm::prelude::Uuid;

use super::{
    PASSWORD,
    security::{log, of_kind},
    with_password,
};
use crate::{
    permissions::{matrix::lines, scene::Scene},
    support::{self, TestApp},
};

async fn routes_of(app: &TestApp, kind: SecurityKind) -> Vec<String> {
    of_kind(app, kind).await.into_iter().filter_map(|event| event.route).collect()
}

#[tokio::test]
async fn a_guessed_link_of_each_kind_is_a_row_and_the_right_one_is_none() {
    let scene = Scene::set().await;
    let (mut guessed, mut tried) = (Vec::new(), 0);
    for line in lines().iter().filter(|line| line.method == "GET" && line.path.contains("{link.")) {
        let visitor = scene.browser("visitor").await;
        visitor.get(&scene.path(&line.path)).await;
        let start = line.path.split("{link.").next().unwrap();
        visitor.get(&format!("{start}qgaettet-token")).await;
        guessed.push(format!("GET {start}:token"));
        tried += 1;
    }

    let mut told = routes_of(&scene.app, SecurityKind::LinkUnknown).await;
    assert!(tried > 5, "the links were not found");
    told.sort_unstable();
    guessed.sort_unstable();
    assert_eq!(told, guessed);
    assert!(!format!("{:?}", log(&scene.app).await).contains("qgaettet"));
}

#[tokio::test]
async fn a_form_sent_to_a_guessed_or_used_link_is_a_row_and_using_one_is_none() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    app.visitor().submit("/password", &[("email", &user.email)]).await.assert_ok();
    let link = app.path_in(app.mails_to(&user.email).await.last().unwrap());
    let new = [("password", "otte harer under en busk"), ("again", "otte harer under en busk")];

    app.visitor().submit(&link, &new).await.assert_goes_to("/");
    assert_eq!(routes_of(&app, SecurityKind::LinkUnknown).await.len(), 0);
    let again = app.visitor();
    again.submit(&link, &new).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);

    assert_eq!(routes_of(&app, SecurityKind::LinkUnknown).await, ["POST /password/:token"]);
}

#[tokio::test]
async fn a_session_that_has_ended_or_is_made_up_is_a_row_and_having_none_is_not() {
    let app = support::start().await;
    let staff = app.staff().await;
    app.visitor().get("/today").await.assert_goes_to("/sign-in?next=%2Ftoday");
    assert_eq!(routes_of(&app, SecurityKind::SessionUnknown).await.len(), 0);

    app.app.clock.advance(Duration::days(2));
    staff.get("/today").await.assert_goes_to("/sign-in?next=%2Ftoday");
    let forger = app.visitor();
    forger.set_cookie(brobyg::account::session_cookie(&app.app), "qgaettet");
    forger.get("/referrals").await;

    assert_eq!(routes_of(&app, SecurityKind::SessionUnknown).await, ["GET /today", "GET /referrals"]);
    assert!(!format!("{:?}", log(&app).await).contains("qgaettet"));
}

#[tokio::test]
async fn a_try_whose_password_was_not_looked_at_is_not_told_as_a_wrong_password() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    let visitor = app.visitor();
    for _ in 0..5 {
        visitor.submit("/sign-in", &[("email", &user.email), ("password", "gættet")]).await;
    }
    visitor
        .submit("/sign-in", &[("email", &user.email), ("password", PASSWORD)])
        .await
        .assert_refused_with("mange gange");

    assert_eq!(of_kind(&app, SecurityKind::SignInFailed).await.len(), 5);
    let too_many = of_kind(&app, SecurityKind::TooMany).await;
    assert_eq!(too_many.len(), 1);
    assert!(too_many[0].account_key.is_some());
}

#[tokio::test]
async fn asking_too_often_for_a_new_password_is_a_row() {
    let app = support::start().await;
    let visitor = app.visitor();
    for _ in 0..10 {
        visitor.submit("/password", &[("email", "sanne@people.example")]).await;
    }

    let (asked, too_many) =
        (of_kind(&app, SecurityKind::ResetAsked).await.len(), of_kind(&app, SecurityKind::TooMany).await.len());
    assert!(asked > 0 && too_many > 0, "{asked} asked, {too_many} too many");
    assert_eq!(asked + too_many, 10);
}

#[tokio::test]
async fn an_id_that_is_none_is_told_like_one_of_nothing() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    let referrer = app.referrer(&partner).await;

    for id in ["qkarla-lind", "1", "%00", &Uuid::nil().to_string()] {
        let page = referrer.get(&format!("/referrals/{id}")).await;
        assert!(page.status.is_client_error(), "{id}: {}", page.status);
    }

    assert_eq!(routes_of(&app, SecurityKind::NotFound).await, ["GET /referrals/:id"; 4]);
}
