//! Signing in and out, and what guards it.

use poem::http::StatusCode;
use sea_orm::EntityTrait;

use crate::support;

#[tokio::test]
async fn a_page_for_staff_asks_a_visitor_to_sign_in_and_remembers_where_to_go() {
    let app = support::start().await;

    let page = app.visitor().submit("/sign-out", &[]).await;

    page.assert_goes_to("/sign-in?next=%2Fsign-out");
}

#[tokio::test]
async fn signing_out_ends_the_session_in_the_database() {
    let app = support::start().await;
    let staff = app.staff().await;

    staff.submit("/sign-out", &[]).await.assert_goes_to("/");

    assert!(entity::sessions::Entity::find().one(app.db()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_form_without_its_token_is_refused() {
    let app = support::start().await;
    let staff = app.staff().await;

    let page = staff.post("/sign-out", &[]).await;

    page.assert_status(StatusCode::FORBIDDEN);
}
