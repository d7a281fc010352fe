//! An address is the same address however it is pasted, at every door.

use entity::{
    partners,
    users::{self, Role},
};
use migration::MigratorTrait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};

use super::{PASSWORD, sign_in, with_password};
use crate::support;

const PASTED: [&str; 5] = [
    " Sanne.Holm@People.Example",
    "\u{feff}sanne.holm@people.example\u{200b}",
    "Sanne Holm <sanne.holm@people.example>",
    "mailto:sanne.holm@people.example",
    "sanne.holm＠people。example",
];

#[tokio::test]
async fn somebody_signs_in_with_the_address_as_it_was_pasted() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    with_password(&app, user).await;

    for pasted in PASTED {
        sign_in(&app, pasted, PASSWORD).await.assert_goes_to("/");
    }
}

#[tokio::test]
async fn what_is_no_address_is_told_so_and_not_that_the_password_is_wrong() {
    let app = support::start().await;

    for typed in ["sanne", "sanne..holm@people.example", "sanne@people", "søren@people.example", ""] {
        let page = sign_in(&app, typed, PASSWORD).await;
        page.assert_refused_with("Skriv en e-mailadresse").assert_hides("adgangskode er forkert");
        let page = app.visitor().submit("/password", &[("email", typed)]).await;
        page.assert_refused_with("Skriv en e-mailadresse");
    }
}

#[tokio::test]
async fn a_forgotten_password_is_asked_for_with_the_address_as_it_was_pasted() {
    let app = support::start().await;
    app.user("Sanne Holm", Role::Staff, None).await;

    app.visitor().submit("/password", &[("email", PASTED[2])]).await.assert_ok();

    assert_eq!(app.mails().await.len(), 1);
}

#[tokio::test]
async fn somebody_who_was_written_down_before_addresses_had_one_form_still_signs_in() {
    let app = support::start().await;
    for kept in ["info@brødrene.example", "søren@people.example"] {
        let user = app.user(&format!("Søren {kept}"), Role::Staff, None).await;
        let before = users::ActiveModel { id: Set(user.id), email: Set(kept.into()), ..Default::default() };
        with_password(&app, before.update(app.db()).await.unwrap()).await;

        sign_in(&app, kept, PASSWORD).await.assert_goes_to("/");
        sign_in(&app, &kept.to_uppercase(), PASSWORD).await.assert_goes_to("/");
    }
    // A letter reaches such a domain in the form that can be written to.
    app.visitor().submit("/password", &[("email", "info@brødrene.example")]).await.assert_ok();
    assert_eq!(app.mails_to("info@xn--brdrene-r1a.example").await.len(), 1);
}

#[tokio::test]
async fn an_invitation_is_written_down_in_the_one_form_and_nobody_is_invited_twice() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let form = |email| [("name", "Bo Holm"), ("email", email), ("role", "staff"), ("language", "da")];

    admin.submit("/admin/people/new", &form("Bo Holm <Bo@Brødrene.example>")).await.assert_taken();
    admin.submit("/admin/people/new", &form("mailto:bo@xn--brdrene-r1a.example")).await.assert_refused_with("allerede");

    let kept = users::Entity::find().filter(users::Column::Email.eq("bo@xn--brdrene-r1a.example"));
    assert_eq!(kept.count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn addresses_of_before_are_made_small_when_the_platform_is_upgraded() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let db = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();
    let names = migration::Migrator::migrations().into_iter().map(|migration| migration.name().to_owned());
    let since = names.skip_while(|name| name != "m0016_addresses").count();
    migration::Migrator::down(&db, Some(u32::try_from(since).unwrap())).await.unwrap();
    // Only what was there before is named.
    let typed = partners::Entity::update_many().filter(partners::Column::Id.eq(partner.id));
    let typed = typed.col_expr(partners::Column::ContactEmail, Expr::value(Some(" Nora@People.Example")));
    typed.exec(&db).await.unwrap();

    migration::Migrator::up(&db, None).await.unwrap();

    let nord = partners::Entity::find_by_id(partner.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(nord.contact_email.as_deref(), Some("nora@people.example"));
}
