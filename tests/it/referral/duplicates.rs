//! The same young person twice: told before sending, to each as much as they may know.

use brobyg::referral::{Probe, duplicates};
use brobyg::web::Viewer;
use chrono::NaiveDate;
use entity::users::Role;
use sea_orm::prelude::Uuid;

use super::{draft_path, filled, partner_with_area, send};
use crate::support;

#[tokio::test]
async fn a_referrer_is_shown_people_of_the_own_partner_by_name() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    send(&app.referrer(&partner).await, &filled(&area)).await;
    let colleague = app.referrer(&partner).await;
    let (id, again) = (Uuid::now_v7(), filled(&area).with("name", "FATIMA  HOLM"));

    colleague.submit(&draft_path(id, "/check"), &again.fields()).await.assert_taken();
    let page = colleague.get(&draft_path(id, "/check")).await;

    page.assert_ok().assert_shows("Fatima Holm: samme navn og fødselsdato");
}

#[tokio::test]
async fn of_people_of_another_partner_a_referrer_learns_only_that_staff_will_check() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    send(&app.referrer(&partner).await, &filled(&area)).await;
    let other = app.partner("Helhedsplan Bakkedal").await;
    let other_area = app.housing_area("Bakkedal", &other).await;
    let (stranger, id) = (app.referrer(&other).await, Uuid::now_v7());
    let alike = filled(&other_area).with("name", "Fatima Yasmin Holm").with("phone", "50000999");

    stranger.submit(&draft_path(id, "/check"), &alike.fields()).await.assert_taken();
    let page = stranger.get(&draft_path(id, "/check")).await;

    page.assert_ok().assert_shows("En anden kan også have henvist den unge").assert_hides("Fatima Holm");
}

#[tokio::test]
async fn staff_see_a_possible_duplicate_on_a_new_referral_with_the_way_to_merge() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &filled(&area)).await;
    let id = send(&referrer, &filled(&area).with("name", "Fatma Holm")).await;

    let page = app.staff().await.get(&format!("/referrals/{id}")).await;

    page.assert_ok().assert_shows("Måske kender vi allerede den unge").assert_shows("/merge?with=");
}

#[tokio::test]
async fn names_birth_dates_and_phones_are_compared_as_people_write_them() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let known = filled(&area).with("name", "Søren Østergård Møller").with("phone", "50 00 07 00");
    send(&app.referrer(&partner).await, &known).await;
    let staff =
        Viewer { user_id: Uuid::now_v7(), name: "Sanne".into(), role: Role::Staff, partner_id: None, mentor_id: None };
    let born = NaiveDate::from_ymd_opt(2006, 5, 17).unwrap();
    let other_day = NaiveDate::from_ymd_opt(2004, 1, 9).unwrap();
    for (name, birth_date, phone, is_alike) in [
        ("søren østergård møller", born, None, true),
        ("SØREN MØLLER", other_day, None, true),
        ("Soeren Moeller", born, None, true),
        ("Soren Ostergaard Moller", born, None, true),
        ("Søren Møler", born, None, true),
        ("Møller, Søren", born, None, true),
        ("Søren", born, None, true),
        ("Søren", other_day, None, false),
        ("Karla Lind", other_day, Some("+4550000700"), true),
        ("Karla Lind", born, None, false),
        ("Karla Lind", other_day, None, false),
    ] {
        let probe = Probe { name: name.into(), birth_date, phone: phone.map(str::to_owned) };
        let found = duplicates(app.db(), &staff, &probe, None).await.unwrap();
        assert_eq!(!found.known.is_empty(), is_alike, "{name} {birth_date} {phone:?}");
    }
}

#[tokio::test]
async fn day_and_month_the_other_way_round_are_noticed() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &filled(&area).born("7", "5", "2006")).await;
    let id = Uuid::now_v7();

    referrer.submit(&draft_path(id, "/check"), &filled(&area).born("5", "7", "2006").fields()).await.assert_taken();

    referrer.get(&draft_path(id, "/check")).await.assert_shows("samme navn og fødselsdato");
}
