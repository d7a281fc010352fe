//! What somebody typed and has left lying stands on a list of their own, on Today or where they start, and nowhere else.

use chrono::Duration;
use entity::{User, kept_forms};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::kept;
use crate::support::{self, Browser, TestApp};

/// Keeps what somebody typed on the page of a new meeting so long ago.
pub async fn left_lying(app: &TestApp, user: &User, hours: i64) -> kept_forms::Model {
    let row = kept_forms::ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(user.id),
        page: Set("/account?from=somewhere".into()),
        path: Set("/account".into()),
        action: Set("/account".into()),
        once: Set(Uuid::now_v7().simple().to_string()),
        turn: Set(1),
        why: Set("typed".into()),
        pairs: Set(serde_json::json!([["name", "Ida Halvt Skrevet"]])),
        is_incomplete: Set(false),
        kept_at: Set(app.app.clock.now() - Duration::hours(hours)),
    };
    row.insert(app.db()).await.unwrap()
}

fn user(browser: &Browser) -> User {
    browser.user.clone().unwrap()
}

#[tokio::test]
async fn staff_find_what_they_left_lying_on_today_and_go_on_or_throw_it_away() {
    let app = support::start().await;
    let staff = app.staff().await;
    staff.get("/today").await.assert_ok().assert_hides("Det, du har skrevet og ikke sendt");
    left_lying(&app, &user(&staff), 2).await;
    let old = left_lying(&app, &user(&staff), 30).await;

    let today = staff.get("/today").await;
    today.assert_shows("Det, du har skrevet og ikke sendt").assert_shows("Skriv videre").assert_shows("Din bruger");
    today.assert_hides("Ida Halvt Skrevet");
    app.staff().await.get("/today").await.assert_hides("Det, du har skrevet og ikke sendt");
    staff.get(&format!("/kept/{}", old.id)).await.assert_goes_to("/account?from=somewhere");

    staff.submit(&format!("/today/kept/{}/settlement", old.id), &[]).await.assert_taken();

    assert_eq!(kept(&app).await.len(), 1);
    staff.get("/today").await.assert_hides("Det, du har skrevet og ikke sendt");
}

#[tokio::test]
async fn mentors_and_referrers_find_it_where_they_start() {
    let app = support::start().await;
    let (jonas, partner) = (app.mentor("Jonas").await, app.partner("Helhedsplan Nord").await);
    let (mentor, referrer) = (app.mentor_browser(&jonas).await, app.referrer(&partner).await);
    for (browser, home) in [(mentor, "/mentor"), (referrer, "/referrals")] {
        browser.get(home).await.assert_ok().assert_hides("/kept?lying=yes");
        left_lying(&app, &user(&browser), 2).await;
        browser.get(home).await.assert_hides("/kept?lying=yes");
        left_lying(&app, &user(&browser), 30).await;
        browser.get(home).await.assert_shows("/kept?lying=yes").assert_shows("Du har skrevet noget");
    }
}

#[tokio::test]
async fn the_list_is_of_ones_own_and_says_where_and_not_what() {
    let app = support::start().await;
    let (staff, other) = (app.staff().await, app.staff().await);
    let old = left_lying(&app, &user(&staff), 30).await;
    left_lying(&app, &user(&staff), 2).await;
    let rows = |page: &support::Page| page.body.matches("<th scope=\"row\">").count();

    let all = staff.get("/kept").await;
    all.assert_ok().assert_shows("Din bruger").assert_hides("Ida Halvt Skrevet").assert_shows("14 dage");
    assert_eq!(rows(&all), 2);
    assert_eq!(rows(&staff.get("/kept?lying=yes").await), 1);
    other.get("/kept").await.assert_ok().assert_shows("Du har ikke noget liggende");
    other.get(&format!("/kept/{}", old.id)).await.assert_not_found();
    other.submit(&format!("/today/kept/{}/settlement", old.id), &[]).await.assert_not_found();

    staff.submit("/kept/removal", &[("id", &old.id.to_string())]).await.assert_taken();

    assert_eq!(rows(&staff.get("/kept").await), 1);
    assert_eq!(kept(&app).await.len(), 1);
}
