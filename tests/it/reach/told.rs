//! Who is told about a referral, whatever happens to it.

use brobyg::{
    message::Addressee,
    referral::{Told, told},
};
use entity::{Partner, Referral, partners, referrals, users, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::support::{self, TestApp, today};

async fn with_contact(app: &TestApp) -> Partner {
    let partner = app.partner("Helhedsplan Nord").await;
    let contact = partners::ActiveModel {
        id: Set(partner.id),
        contact_name: Set(Some("Kirsten Vang".into())),
        contact_email: Set(Some("plan@partner.example".into())),
        ..Default::default()
    };
    contact.update(app.db()).await.unwrap()
}

/// A referral that was moved in from files: only an address says who referred.
async fn moved_in(app: &TestApp, partner: &Partner, email: Option<&str>) -> Referral {
    let referral = app.referral_by("Amira", partner, None).await;
    let row = referrals::ActiveModel {
        id: Set(referral.id),
        referrer_email: Set(email.map(Into::into)),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap()
}

async fn address(app: &TestApp, referral: &Referral) -> Option<String> {
    told(app.db(), referral).await.unwrap().map(|told| told.email)
}

#[tokio::test]
async fn whoever_sent_it_is_told_and_sees_it() {
    let app = support::start().await;
    let partner = with_contact(&app).await;
    let rikke = app.user("Rikke", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira", &partner, Some(&rikke)).await;

    let found = told(app.db(), &referral).await.unwrap();

    let wanted = Told {
        whom: Addressee::user(rikke.id),
        email: rikke.email.clone(),
        name: "Rikke".into(),
        language: "da".into(),
        sees_it: true,
    };
    assert_eq!(found, Some(wanted));
}

#[tokio::test]
async fn of_a_referral_that_was_moved_in_the_address_is_told_with_or_without_a_sign_in() {
    let app = support::start().await;
    let partner = with_contact(&app).await;
    let rikke = app.user("Rikke", Role::Referrer, Some(&partner)).await;

    let with_sign_in = moved_in(&app, &partner, Some("Rikke@People.example")).await;
    let without = moved_in(&app, &partner, Some("gone@partner.example")).await;
    let nobody = moved_in(&app, &partner, None).await;

    assert_eq!(address(&app, &with_sign_in).await, Some(rikke.email));
    let found = told(app.db(), &without).await.unwrap().unwrap();
    assert_eq!((found.email.as_str(), found.sees_it), ("gone@partner.example", false));
    assert_eq!(address(&app, &nobody).await.as_deref(), Some("plan@partner.example"));
}

#[tokio::test]
async fn somebody_who_was_shut_out_or_moved_is_not_told_but_the_partners_contact() {
    let app = support::start().await;
    let (partner, elsewhere) = (with_contact(&app).await, app.partner("Anden plan").await);
    for (name, change) in [
        ("Lars", users::ActiveModel { disabled_at: Set(Some(app.app.clock.now())), ..Default::default() }),
        ("Mona", users::ActiveModel { partner_id: Set(Some(elsewhere.id)), ..Default::default() }),
    ] {
        let user = app.user(name, Role::Referrer, Some(&partner)).await;
        let sent = app.referral_by("Amira", &partner, Some(&user)).await;
        let imported = moved_in(&app, &partner, Some(&user.email)).await;
        users::ActiveModel { id: Set(user.id), ..change }.update(app.db()).await.unwrap();
        for referral in [sent, imported] {
            assert_eq!(address(&app, &referral).await.as_deref(), Some("plan@partner.example"), "{name}");
        }
    }
}

#[tokio::test]
async fn of_a_closed_partner_without_anybody_nobody_is_told() {
    let app = support::start().await;
    let partner = with_contact(&app).await;
    let referral = moved_in(&app, &partner, None).await;
    let closed = partners::ActiveModel { id: Set(partner.id), closed_on: Set(Some(today())), ..Default::default() };
    closed.update(app.db()).await.unwrap();

    assert_eq!(address(&app, &referral).await, None);
}

#[tokio::test]
async fn the_begun_and_the_ended_course_of_a_moved_in_referral_are_told_to_its_referrer() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    app.user("Rikke", Role::Referrer, Some(&partner)).await;
    let referral = moved_in(&app, &partner, Some("rikke@people.example")).await;
    let (mentor, staff) = (app.mentor("Jonas").await, app.staff().await);
    let proposal = app.proposal(&referral, &mentor).await;
    let page = format!("/proposals/{}", proposal.id);
    staff.submit(&format!("{page}/acceptance"), &[]).await.assert_taken();
    let begun = staff.submit(&format!("{page}/mentee-acceptance"), &[]).await;
    let course = begun.location.unwrap();
    let ending = [
        ("step", "confirm"),
        ("ended_by", "mentor"),
        ("reason", "no_time"),
        ("ended_on_day", "4"),
        ("ended_on_month", "3"),
        ("ended_on_year", "2026"),
    ];
    staff.submit(&format!("{course}/ending"), &ending).await.assert_taken();

    let subjects: Vec<String> =
        app.mails_to("rikke@people.example").await.into_iter().map(|mail| mail.subject).collect();
    assert!(subjects.contains(&"Et forløb er begyndt".to_owned()), "{subjects:?}");
    assert!(subjects.contains(&"Et forløb er slut".to_owned()), "{subjects:?}");
}
