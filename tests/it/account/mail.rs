//! The mail as administrators see it.

use brobyg::{language::Tr, message::Withheld, word::Worded};
use chrono::Duration;
use entity::{messages, users::Role};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support;

#[tokio::test]
async fn outside_the_demo_nobody_reads_a_mail_of_somebody_else_or_its_link() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    app.visitor().submit("/password", &[("email", &user.email)]).await.assert_ok();
    let mail = app.mails().await.remove(0);
    let token = app.path_in(&mail).rsplit('/').next().unwrap().to_owned();
    let admin = app.administrator().await;

    let list = admin.get("/admin/mail").await;
    let page = admin.get(&format!("/admin/mail/{}", mail.name)).await;

    page.assert_ok()
        .assert_shows("Vælg en ny adgangskode")
        .assert_shows(&user.email)
        .assert_shows("vises kun i demoen");
    for page in [&list, &page] {
        page.assert_hides(&token).assert_hides("/password/").assert_hides("Hej Sanne");
    }
}

#[tokio::test]
async fn in_the_demo_the_mails_of_the_folder_can_be_read_and_their_links_followed() {
    let app = support::start().await.into_demo();
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    app.visitor().submit("/password", &[("email", &user.email)]).await.assert_ok();
    let mail = app.mails().await.remove(0);
    let admin = app.administrator().await;

    let list = admin.get("/admin/mail").await;
    let page = admin.get(&format!("/admin/mail/{}", mail.name)).await;

    list.assert_ok().assert_shows("Vælg en ny adgangskode").assert_shows(&user.email).assert_shows(&mail.name);
    let link = format!("href=\"{}{}\"", app.app.config.base_url, app.path_in(&mail));
    page.assert_ok().assert_shows("Hej Sanne").assert_shows(&link);
}

#[tokio::test]
async fn nothing_outside_the_folder_is_a_mail() {
    let app = support::start().await;
    std::fs::write(app.data.path().join("secret.eml"), "Subject: secret\r\n\r\nhidden").unwrap();
    let admin = app.administrator().await;

    for name in ["nosuch", "..%2Fsecret", "..%5Csecret", "%2e%2e%2fsecret", "secret.eml%00"] {
        admin.get(&format!("/admin/mail/{name}")).await.assert_not_found();
    }
}

#[tokio::test]
async fn a_letter_that_was_given_up_is_shown_without_a_name_and_can_be_tried_again() {
    let app = support::start().await;
    let now = app.app.clock.now();
    let given_up = messages::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set("invitation".into()),
        subject_id: Set(Uuid::now_v7()),
        dedup_key: Set("given up".into()),
        category: Set(messages::Category::SignIn),
        queued_at: Set(now),
        due_at: Set(now),
        tries: Set(8),
        copies: Set(0),
        given_up_at: Set(Some(now)),
        failure: Set(Some("server-away".into())),
        ..Default::default()
    };
    messages::Entity::insert(given_up).exec_without_returning(app.db()).await.unwrap();

    let admin = app.administrator().await;
    admin.get("/admin").await.assert_ok().assert_shows("1 brev kunne ikke leveres");
    let list = admin.get("/admin/mail").await;
    list.assert_ok().assert_shows("Invitation til at logge ind").assert_shows("Mailserveren svarer ikke.");
    let letter = list.body.split("/admin/letters/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    admin.submit(&format!("/admin/letters/{letter}"), &[]).await.assert_goes_to("/admin/mail");

    admin.get("/admin/mail").await.assert_ok().assert_hides("Mailserveren svarer ikke.").assert_shows("Vi prøver igen");
    admin.submit(&format!("/admin/letters/{letter}"), &[]).await.assert_not_found();
}

#[tokio::test]
async fn a_letter_that_is_held_back_stands_with_those_that_wait_and_with_its_reason() {
    for why in Withheld::all() {
        let app = support::start().await;
        let now = app.app.clock.now();
        let held = messages::ActiveModel {
            id: Set(Uuid::now_v7()),
            kind: Set("proposal_reminder".into()),
            subject_id: Set(Uuid::now_v7()),
            dedup_key: Set("held".into()),
            category: Set(messages::Category::Reminder),
            queued_at: Set(now),
            due_at: Set(now),
            next_try_at: Set(Some(now + Duration::hours(12))),
            tries: Set(0),
            copies: Set(0),
            withheld_at: Set(Some(now)),
            withheld: Set(Some(why.code().into_owned())),
            ..Default::default()
        };
        messages::Entity::insert(held).exec_without_returning(app.db()).await.unwrap();

        let page = app.administrator().await.get("/admin/mail").await;

        page.assert_ok().assert_shows(&why.label(Tr::Danish)).assert_shows("04-03-2026 22:30");
    }
}
