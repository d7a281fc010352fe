//! To a partner without a sign-in.

use brobyg::{
    language::Tr,
    message::{Addressee, opt_out},
};
use entity::{messages::Category, partners};

use super::*;

const CONTACT: &str = "kontakt@partner.example";

/// A partner whose contact signs in nowhere, and somebody whom they referred.
async fn partner(app: &TestApp) -> (entity::Partner, entity::Referral) {
    let partner = app.partner("Helhedsplan Syd").await;
    let contact = partners::ActiveModel {
        id: Set(partner.id),
        contact_email: Set(Some(CONTACT.into())),
        contact_name: Set(Some("Kirsten Toft".into())),
        ..Default::default()
    };
    let partner = contact.update(app.db()).await.unwrap();
    let referral = app.referral_by("Amira Hassan", &partner, None).await;
    (partner, referral)
}

async fn asks(app: &TestApp, referral: &entity::Referral) {
    let row = referrals::ActiveModel {
        id: Set(referral.id),
        accepted_on: Set(None),
        asked_at: Set(Some(app.app.clock.now())),
        question: Set(Some("Hvornår?".into())),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn its_contact_is_told_what_waits_by_numbers_and_with_a_link_that_opens() {
    let app = support::start().await;
    let (_, referral) = partner(&app).await;
    asks(&app, &referral).await;
    app.morning_of(monday()).await;

    let mails = app.weekly_to(CONTACT).await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(mail.text.contains("Det her venter på dig:"), "{}", mail.text);
    let line = format!("Henvist {} (A): ", Tr::Danish.date(&referral.referred_on));
    assert!(mail.text.contains(&line) && !mail.text.contains(&referral.reference), "{}", mail.text);
    assert!(!mail.text.contains("Amira") && !mail.text.contains("/referrals/"), "{}", mail.text);
    assert_eq!(app.path_in(mail), "/enquiry");
    app.visitor().get("/enquiry").await.assert_ok();
    let (_, token) = mail.text.split_once("/unsubscribe/").unwrap();
    app.visitor().get(&format!("/unsubscribe/{}", token.split_whitespace().next().unwrap())).await.assert_ok();
}

#[tokio::test]
async fn there_is_none_where_nothing_waits_nobody_wants_it_or_somebody_who_signs_in_is_told() {
    for case in ["nothing", "no", "closed", "somebody who signs in sent it"] {
        let app = support::start().await;
        let (partner, referral) = partner(&app).await;
        if case != "nothing" {
            asks(&app, &referral).await;
        } else {
            let long_ago = referrals::ActiveModel {
                id: Set(referral.id),
                withdrawn_on: Set(Some(today() - Days::new(60))),
                ..Default::default()
            };
            long_ago.update(app.db()).await.unwrap();
        }
        match case {
            "no" => {
                let whom = Addressee::partner(partner.id);
                opt_out(app.db(), app.app.clock.now(), whom, Category::Digest).await.unwrap();
            }
            "closed" => {
                let shut =
                    partners::ActiveModel { id: Set(partner.id), closed_on: Set(Some(today())), ..Default::default() };
                shut.update(app.db()).await.unwrap();
            }
            "nothing" => {}
            _ => {
                let user = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
                let by = referrals::ActiveModel {
                    id: Set(referral.id),
                    referrer_id: Set(Some(user.id)),
                    ..Default::default()
                };
                by.update(app.db()).await.unwrap();
            }
        }
        app.morning_of(monday()).await;
        let got = app.weekly_to(CONTACT).await;
        // Whoever signs in gets their own letter, of what they sent.
        assert!(got.is_empty(), "{case}: {got:?}");
    }
}

#[tokio::test]
async fn a_contact_who_signs_in_is_told_of_those_that_nobody_sent_too() {
    let app = support::start().await;
    let (partner, referral) = partner(&app).await;
    asks(&app, &referral).await;
    let user = app.user("Kirsten Toft", Role::Referrer, Some(&partner)).await;
    let known = entity::users::ActiveModel { id: Set(user.id), email: Set(CONTACT.into()), ..Default::default() };
    known.update(app.db()).await.unwrap();
    app.morning_of(monday()).await;

    let mails = app.weekly_to(CONTACT).await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    let line = format!("Henvist {} (A): ", Tr::Danish.date(&referral.referred_on));
    assert!(mail.text.contains(&line) && !mail.text.contains(&referral.reference), "{}", mail.text);
    assert!(!mail.text.contains(&format!("/referrals/{}", referral.id)), "its page is not theirs: {}", mail.text);
}
