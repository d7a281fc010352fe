//! What staff make of enquiries.

use chrono::{Days, Duration};
use entity::{changes, enquiries, enquiries::CloseReason, referral_drafts, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{all, find, path, send, teacher};
use crate::{
    referral::draft_path,
    support::{self, Browser, TestApp, today},
};

/// Staff begin a referral of an enquiry; gives the draft's id.
async fn refer(browser: &Browser, enquiry: &entity::Enquiry, area: &str) -> Uuid {
    let page = browser.submit(&path(enquiry, "/referral"), &[("area", area)]).await;
    let location = page.assert_taken().location.clone().unwrap();
    location.strip_prefix("/referrals/drafts/").unwrap().parse().unwrap()
}

async fn received(app: &TestApp, first_name: &str, days_ago: u64) -> entity::Enquiry {
    let enquiry = app.enquiry(first_name).await;
    let earlier = enquiries::ActiveModel {
        id: Set(enquiry.id),
        received_on: Set(today() - Days::new(days_ago)),
        ..Default::default()
    };
    earlier.update(app.db()).await.unwrap()
}

#[tokio::test]
async fn staff_find_enquiries_on_their_list_and_on_today_s() {
    let app = support::start().await;
    send(&app.visitor(), &teacher()).await.assert_taken();
    app.enquiry("Ida").await;
    let staff = app.staff().await;

    staff.get("/today").await.assert_ok().assert_shows("Yusuf").assert_shows("Henvendelser, der venter på svar");
    let list = staff.get("/enquiries").await;
    list.assert_ok().assert_shows("Yusuf").assert_shows("Lærer eller vejleder").assert_shows("Ida");

    staff.get("/enquiries?asking=other").await.assert_ok().assert_shows("Yusuf").assert_hides("Ida");
    staff.get("/enquiries?q=ida").await.assert_ok().assert_shows("Ida").assert_hides("Yusuf");
    staff.get("/enquiries?state=closed").await.assert_ok().assert_shows("Ingen henvendelser");
}

#[tokio::test]
async fn a_referrer_sees_nothing_of_enquiries_even_those_through_their_own_partner() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let enquiry = app.enquiry("Yusuf").await;
    let filed = enquiries::ActiveModel { id: Set(enquiry.id), partner_id: Set(Some(partner.id)), ..Default::default() };
    filed.update(app.db()).await.unwrap();
    let referrer = app.referrer(&partner).await;

    referrer.get("/referrals").await.assert_ok().assert_hides("Yusuf");
    referrer.get(&path(&enquiry, "")).await.assert_status(poem::http::StatusCode::FORBIDDEN).assert_hides("Yusuf");
}

#[tokio::test]
async fn an_enquiry_becomes_a_draft_with_everything_filled_in() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let area = app.housing_area("Solbakken", &partner).await;
    let visitor = app.visitor();
    let minor =
        [("age", "17"), ("guardian_name", "Huda Ali"), ("guardian_phone", "50 00 02 01"), ("place", "solbakken")];
    send(&visitor, &minor).await.assert_taken();
    let enquiry = all(&app).await.remove(0);
    let staff = app.staff().await;
    let chosen = format!("value=\"{}\" selected", area.id);
    staff.get(&path(&enquiry, "")).await.assert_ok().assert_shows(&chosen).assert_shows("vil gerne være bager");

    let draft_id = refer(&staff, &enquiry, &area.id.to_string()).await;

    let draft = referral_drafts::Entity::find_by_id(draft_id).one(app.db()).await.unwrap().unwrap();
    let typed = |field: &str| draft.form[field].as_str().unwrap().to_owned();
    assert_eq!((typed("name"), typed("phone"), typed("contact_preference")), words("Yusuf", "50 00 02 00", "sms"));
    assert_eq!(
        (typed("wish"), typed("area"), typed("guardian_name")),
        words("vil gerne være bager", &area.id.to_string(), "Huda Ali")
    );
    assert_eq!((typed("consent"), typed("knows_course")), (String::new(), String::new()));
    staff.get(&draft_path(draft_id, "")).await.assert_ok().assert_shows("Yusuf").assert_shows(&chosen);
    staff.get(&path(&enquiry, "")).await.assert_shows("er i gang med henvisningen");
}

fn words(first: &str, second: &str, third: &str) -> (String, String, String) {
    (first.into(), second.into(), third.into())
}

#[tokio::test]
async fn a_sent_referral_is_linked_from_its_enquiry() {
    let app = support::start().await;
    let (_, area) = crate::referral::partner_with_area(&app).await;
    let enquiry = app.enquiry("Fatima").await;
    let staff = app.staff().await;

    let draft_id = refer(&staff, &enquiry, &area.id.to_string()).await;
    let form = crate::referral::filled(&area);
    staff.submit(&draft_path(draft_id, "/check"), &form.fields()).await.assert_taken();
    staff.submit(&draft_path(draft_id, "/submission"), &[]).await.assert_taken();

    let page = staff.get(&path(&enquiry, "")).await;
    page.assert_ok().assert_shows("Blev til en henvisning").assert_shows(&format!("/referrals/{draft_id}"));
    staff.submit(&path(&enquiry, "/closure"), &[("reason", "other")]).await.assert_refused_with("står anderledes nu");
    staff.get("/enquiries?state=referred").await.assert_shows("Fatima");
    staff.get("/today").await.assert_hides("/enquiries/");
}

#[tokio::test]
async fn a_colleague_can_go_on_with_a_draft_that_somebody_else_began() {
    let app = support::start().await;
    let enquiry = app.enquiry("Fatima").await;
    let (first, second) = (app.staff().await, app.staff().await);
    let draft_id = refer(&first, &enquiry, "").await;

    let taken = refer(&second, &enquiry, "").await;

    assert_eq!(taken, draft_id);
    second.get(&draft_path(draft_id, "")).await.assert_ok().assert_shows("Fatima");
    first.get(&draft_path(draft_id, "")).await.assert_not_found();
}

#[tokio::test]
async fn an_enquiry_whose_draft_was_thrown_away_waits_again() {
    let app = support::start().await;
    let enquiry = app.enquiry("Fatima").await;
    let staff = app.staff().await;
    let draft_id = refer(&staff, &enquiry, "").await;
    staff.get("/enquiries?state=waiting").await.assert_hides("Fatima");

    staff.submit(&draft_path(draft_id, "/removal"), &[]).await.assert_taken();

    staff.get("/enquiries?state=waiting").await.assert_shows("Fatima");
}

#[tokio::test]
async fn an_area_that_was_never_offered_is_refused() {
    let app = support::start().await;
    let enquiry = app.enquiry("Fatima").await;
    let staff = app.staff().await;

    let elsewhere = Uuid::now_v7().to_string();
    let page = staff.submit(&path(&enquiry, "/referral"), &[("area", &elsewhere)]).await;

    page.assert_refused_with("Vælg et boligområde fra listen");
    assert_eq!(find(&app, enquiry.id).await.draft_id, None);
}

#[tokio::test]
async fn an_enquiry_that_nobody_acts_upon_is_overdue_until_somebody_tries() {
    let app = support::start().await;
    let late = received(&app, "Sent", 4).await;
    received(&app, "Tids nok", 3).await;
    let staff = app.staff().await;
    staff.get("/enquiries?state=overdue").await.assert_shows("Sent").assert_hides("Tids nok");
    staff.get(&path(&late, "")).await.assert_shows("Over tid");

    let page = staff.submit(&path(&late, "/tries"), &[("tried_note", "Ingen svarede")]).await;

    page.assert_goes_to(&path(&late, ""));
    staff.get(&path(&late, "")).await.assert_shows("Ingen svarede").assert_hides("Over tid");
    staff.get("/enquiries?state=overdue").await.assert_hides("Sent");
}

#[tokio::test]
async fn an_enquiry_is_closed_with_a_reason_and_can_be_opened_again() {
    let app = support::start().await;
    let enquiry = app.enquiry("Fatima").await;
    let staff = app.staff().await;

    staff.submit(&path(&enquiry, "/closure"), &[]).await.assert_refused_with("Vælg, hvorfor");
    let closing = [("reason", "no_partner"), ("close_note", "Bor i Odense")];
    staff.submit(&path(&enquiry, "/closure"), &closing).await.assert_goes_to(&path(&enquiry, ""));
    let closed = find(&app, enquiry.id).await;
    assert_eq!((closed.closed_on, closed.close_reason), (Some(today()), Some(CloseReason::NoPartner)));
    staff.get(&path(&enquiry, "")).await.assert_shows("Ingen partner, hvor den unge bor").assert_shows("Bor i Odense");

    staff.submit(&path(&enquiry, "/opening"), &[]).await.assert_goes_to(&path(&enquiry, ""));
    assert_eq!(find(&app, enquiry.id).await.closed_on, None);
}

#[tokio::test]
async fn another_enquiry_with_the_same_phone_is_shown() {
    let app = support::start().await;
    let (first, _second) = (app.enquiry("Fatima").await, app.enquiry("Fatma").await);

    let page = app.staff().await.get(&path(&first, "")).await;

    page.assert_shows("Samme telefon eller e-mail").assert_shows("Fatma");
}

#[tokio::test]
async fn a_closed_enquiry_is_forgotten_after_six_months_with_what_was_noted_about_it() {
    let app = support::start().await;
    let (closed, open) = (app.enquiry("Fatima").await, app.enquiry("Ida").await);
    let staff = app.staff().await;
    staff.submit(&path(&closed, "/tries"), &[("tried_note", "Bor hos sin tante")]).await.assert_taken();
    staff.submit(&path(&closed, "/closure"), &[("reason", "no_contact")]).await.assert_taken();
    let (db, now) = (app.db(), app.app.clock.now());

    assert_eq!(app.remove_over(now + Duration::days(184)).await, 0);
    assert_eq!(app.remove_over(now + Duration::days(185)).await, 1);

    assert_eq!(all(&app).await.iter().map(|one| one.id).collect::<Vec<_>>(), [open.id]);
    let about = changes::Entity::find().filter(changes::Column::SubjectId.eq(closed.id)).all(db).await.unwrap();
    assert!(about.len() >= 2 && about.iter().all(|change| change.reason.is_none()), "{about:?}");
}

#[tokio::test]
async fn an_enquiry_that_became_a_referral_is_forgotten_six_months_later() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let referrer = app.user("Rikke", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Fatima Holm", &partner, Some(&referrer)).await;
    let enquiry = app.enquiry("Fatima").await;
    let linked = enquiries::ActiveModel { id: Set(enquiry.id), draft_id: Set(Some(referral.id)), ..Default::default() };
    linked.update(app.db()).await.unwrap();

    let removed = app.remove_over(app.app.clock.now() + Duration::days(400)).await;

    assert_eq!(removed, 1);
}
