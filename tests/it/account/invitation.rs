//! Inviting people, and the first password.

use brobyg::account::{self, InviteError, NewUser};
use chrono::Duration;
use entity::users::{self, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::PASSWORD;
use crate::support::{self, Browser, TestApp};

async fn invite(admin: &Browser, fields: &[(&str, &str)]) -> crate::support::Page {
    let mut all = vec![("name", "Rikke Vang"), ("email", "rikke@partner.example"), ("language", "da")];
    all.retain(|(name, _)| fields.iter().all(|(own, _)| own != name));
    all.extend_from_slice(fields);
    admin.submit("/admin/people/new", &all).await
}

async fn invitation_path(app: &TestApp) -> String {
    let mails = app.mails_to("rikke@partner.example").await;
    app.path_in(mails.last().unwrap())
}

fn new_user(email: &str, role: Role) -> NewUser {
    NewUser {
        name: "Sanne Holm".into(),
        email: email.into(),
        role,
        partner_id: None,
        language: "da".into(),
        invited_by: None,
    }
}

#[tokio::test]
async fn somebody_invited_chooses_a_password_through_the_link_and_is_in() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let admin = app.administrator().await;

    invite(&admin, &[("role", "referrer"), ("partner", &partner.id.to_string())]).await.assert_taken();
    let path = invitation_path(&app).await;
    let rikke = app.visitor();
    rikke.get(&path).await.assert_ok().assert_shows("rikke@partner.example");
    rikke.get(&path).await.assert_ok();
    rikke.submit(&path, &[("password", PASSWORD), ("again", PASSWORD)]).await.assert_goes_to("/");

    rikke.get("/account").await.assert_ok().assert_shows("Rikke Vang");
    rikke.get("/").await.assert_goes_to("/referrals");
}

#[tokio::test]
async fn an_invitation_works_once_and_not_for_ever() {
    let app = support::start().await;
    let admin = app.administrator().await;
    invite(&admin, &[("role", "staff")]).await.assert_taken();
    let path = invitation_path(&app).await;

    let rikke = app.visitor();
    rikke.submit(&path, &[("password", PASSWORD), ("again", PASSWORD)]).await.assert_taken();
    let again = app.visitor().submit(&path, &[("password", PASSWORD), ("again", PASSWORD)]).await;

    again.assert_refused_with("Linket kan ikke bruges mere");
    app.visitor().get(&path).await.assert_ok().assert_hides("rikke@partner.example");
}

#[tokio::test]
async fn an_invitation_that_lay_too_long_can_be_sent_again() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let location = invite(&admin, &[("role", "staff")]).await.location.unwrap();
    let old = invitation_path(&app).await;
    app.app.clock.advance(Duration::days(15));
    app.visitor().get(&old).await.assert_ok().assert_shows("Linket kan ikke bruges mere");

    let admin = app.administrator().await;
    admin.submit(&format!("{location}/invitation"), &[]).await.assert_goes_to(&location);

    let new = invitation_path(&app).await;
    assert_ne!(old, new);
    app.visitor().get(&new).await.assert_ok().assert_shows("rikke@partner.example");
}

#[tokio::test]
async fn an_invitation_of_an_address_in_use_comes_back_as_typed() {
    let app = support::start().await;
    let sanne = app.user("Sanne Holm", Role::Staff, None).await;
    let admin = app.administrator().await;

    let page = invite(&admin, &[("role", "staff"), ("email", &sanne.email.to_uppercase())]).await;

    page.assert_refused_with("Adressen bruges allerede af en bruger").assert_shows("Rikke Vang");
    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn a_referrer_is_invited_for_a_partner_and_nobody_is_made_a_mentor_by_choice() {
    let app = support::start().await;
    let admin = app.administrator().await;

    let without_partner = invite(&admin, &[("role", "referrer")]).await;
    let as_mentor = invite(&admin, &[("role", "mentor")]).await;
    let without_role = invite(&admin, &[]).await;

    without_partner.assert_refused_with("Vælg den samarbejdspartner");
    as_mentor.assert_refused_with("Vælg en rolle");
    without_role.assert_refused_with("Vælg en rolle");
}

#[tokio::test]
async fn two_invitations_of_one_address_at_once_make_one_person() {
    let app = support::start().await;
    let invite = async |email: &str| {
        let tx = app.db().begin().await.unwrap();
        let user = account::invite(&tx, app.app.clock.now(), new_user(email, Role::Staff)).await?;
        tx.commit().await.unwrap();
        Ok::<_, InviteError>(user)
    };

    let (one, two) = tokio::join!(invite("sanne@staff.example"), invite("Sanne@staff.example "));

    let refused = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert!(matches!(refused[..], [InviteError::EmailTaken]), "{refused:?}");
    let people = users::Entity::find().filter(users::Column::Email.eq("sanne@staff.example"));
    assert_eq!(people.all(app.db()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_was_done_is_said_once() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let location = invite(&admin, &[("role", "staff")]).await.location.unwrap();

    admin.get(&location).await.assert_ok().assert_shows("Invitationen er på vej");
    admin.get("/admin").await.assert_ok().assert_hides("Invitationen er på vej");
}

#[tokio::test]
async fn a_mail_to_a_reader_of_english_is_in_english() {
    let app = support::start().await;
    let admin = app.administrator().await;

    invite(&admin, &[("role", "staff"), ("language", "en")]).await.assert_taken();

    let mails = app.mails_to("rikke@partner.example").await;
    assert_eq!(mails[0].subject, "Welcome to Brobyg");
    assert!(mails[0].text.starts_with("Hello Rikke\n") || mails[0].text.starts_with("Hello Rikke\r\n"));
}
