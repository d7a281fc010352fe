//! Administrators look after people.

use entity::users::{self, Role};
use poem::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{PASSWORD, sign_in, with_password};
use crate::support::{self, Browser, TestApp};

async fn is_open(app: &TestApp, user: &entity::User) -> bool {
    let found = users::Entity::find_by_id(user.id).filter(users::Column::DisabledAt.is_null());
    found.one(app.db()).await.unwrap().is_some()
}

#[tokio::test]
async fn a_closed_door_ends_the_sign_in_at_once_and_can_be_opened_again() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    let sanne = Browser::signed_in(&app, user.clone()).await;
    let admin = app.administrator().await;
    let path = format!("/admin/people/{}", user.id);

    admin.submit(&format!("{path}/disablement"), &[]).await.assert_goes_to(&path);

    sanne.get("/account").await.assert_goes_to("/sign-in?next=%2Faccount");
    sign_in(&app, &user.email, PASSWORD).await.assert_refused_with("E-mail eller adgangskode er forkert");
    admin.get(&path).await.assert_ok().assert_shows("Lukket af Astrid");

    admin.submit(&format!("{path}/enablement"), &[]).await.assert_goes_to(&path);
    sign_in(&app, &user.email, PASSWORD).await.assert_taken();
}

#[tokio::test]
async fn nobody_closes_their_own_door() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let own = admin.user.clone().unwrap();

    let page = admin.submit(&format!("/admin/people/{}/disablement", own.id), &[]).await;

    page.assert_status(StatusCode::FORBIDDEN);
    admin.get(&format!("/admin/people/{}", own.id)).await.assert_ok().assert_hides("/disablement");
    assert!(is_open(&app, &own).await);
}

#[tokio::test]
async fn two_administrators_cannot_close_the_door_on_each_other() {
    let app = support::start().await;
    let (astrid, bodil) = (app.administrator().await, app.administrator().await);
    let (a, b) = (astrid.user.clone().unwrap(), bodil.user.clone().unwrap());

    let (on_a, on_b) = (format!("/admin/people/{}/disablement", a.id), format!("/admin/people/{}/disablement", b.id));
    tokio::join!(astrid.submit(&on_b, &[]), bodil.submit(&on_a, &[]));

    assert!(is_open(&app, &a).await != is_open(&app, &b).await, "exactly one of them is left");
}

#[tokio::test]
async fn two_administrators_cannot_take_each_other_s_role() {
    let app = support::start().await;
    let (astrid, bodil) = (app.administrator().await, app.administrator().await);
    let (a, b) = (astrid.user.clone().unwrap(), bodil.user.clone().unwrap());
    let demote = async |browser: &Browser, other: &entity::User| {
        let fields = [("name", "Degraderet"), ("email", other.email.as_str()), ("role", "staff"), ("language", "da")];
        browser.submit(&format!("/admin/people/{}/edit", other.id), &fields).await
    };

    tokio::join!(demote(&astrid, &b), demote(&bodil, &a));

    let left = users::Entity::find().filter(users::Column::Role.eq(Role::Administrator)).all(app.db()).await.unwrap();
    assert_eq!(left.len(), 1, "exactly one of them is left");
}

#[tokio::test]
async fn a_person_is_changed_and_the_history_says_who_did_it() {
    let app = support::start().await;
    let (ringparken, byparken) = (app.partner("Ringparken").await, app.partner("Byparken").await);
    let rikke = app.user("Rikke Vang", Role::Referrer, Some(&ringparken)).await;
    let admin = app.administrator().await;
    let path = format!("/admin/people/{}", rikke.id);
    admin.get(&format!("{path}/edit")).await.assert_ok().assert_shows("Rikke Vang");

    let partner = byparken.id.to_string();
    let fields = [
        ("name", "Rikke Bjerg"),
        ("email", "RIKKE@partner.example"),
        ("role", "referrer"),
        ("partner", &partner),
        ("language", "da"),
    ];
    admin.submit(&format!("{path}/edit"), &fields).await.assert_goes_to(&path);

    let page = admin.get(&path).await;
    page.assert_ok().assert_shows("Rikke Bjerg").assert_shows("rikke@partner.example").assert_shows("Byparken");
    page.assert_shows("Rettet af Astrid");
}

#[tokio::test]
async fn an_administrator_stays_one_until_another_says_otherwise() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let own = admin.user.clone().unwrap();

    let fields = [("name", "Astrid"), ("email", own.email.as_str()), ("role", "staff"), ("language", "da")];
    let page = admin.submit(&format!("/admin/people/{}/edit", own.id), &fields).await;

    page.assert_refused_with("Du kan ikke ændre din egen rolle");
}

#[tokio::test]
async fn a_mentor_stays_a_mentor_whatever_is_posted() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    let jonas = app.mentor_browser(&mentor).await.user.clone().unwrap();
    let admin = app.administrator().await;

    let fields = [("name", "Jonas"), ("email", jonas.email.as_str()), ("role", "administrator"), ("language", "da")];
    let page = admin.submit(&format!("/admin/people/{}/edit", jonas.id), &fields).await;

    page.assert_refused_with("En mentor bliver ved at være mentor");
}

#[tokio::test]
async fn the_list_is_filtered_by_what_stands_in_the_address() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    app.user("Ærlig Østergård", Role::Staff, None).await;
    app.user("Rikke Vang", Role::Referrer, Some(&partner)).await;
    app.user("100_procent Sikker", Role::Staff, None).await;
    let admin = app.administrator().await;
    let shown = async |query: &str| admin.get(&format!("/admin/people?{query}")).await.body;

    assert!(shown("q=ærlig+ØSTER").await.contains("Ærlig Østergård"), "whatever the case of its letters");
    assert!(!shown("q=ærlig").await.contains("Rikke Vang"));
    assert!(!shown("q=%25").await.contains("Rikke Vang"), "a per cent sign is only that");
    assert!(shown("q=100_").await.contains("100_procent"));
    assert!(!shown("role=referrer").await.contains("Ærlig"));
    assert!(shown(&format!("partner={}", partner.id)).await.contains("Rikke Vang"));
    assert!(!shown("state=disabled").await.contains("Rikke Vang"));
    assert!(shown("state=invited&page=nonsense&sort=nonsense").await.contains("Rikke Vang"));
}

#[tokio::test]
async fn the_list_shows_fifty_people_a_page() {
    let app = support::start().await;
    for number in 10..70 {
        app.user(&format!("Person {number}"), Role::Staff, None).await;
    }
    let admin = app.administrator().await;

    let first = admin.get("/admin/people?q=person&role=staff").await;
    let second = admin.get("/admin/people?q=person&role=staff&page=2").await;
    let backwards = admin.get("/admin/people?q=person&sort=name&dir=desc").await;

    first.assert_ok().assert_shows("60 fundet").assert_shows("Person 59").assert_hides("Person 60");
    first.assert_shows("?q=person&#38;role=staff&#38;sort=name&#38;dir=asc&amp;page=2");
    second.assert_ok().assert_shows("Person 60").assert_hides("Person 59");
    backwards.assert_ok().assert_shows("Person 69").assert_hides("Person 19");
}
