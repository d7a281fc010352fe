//! The same young person twice: told before sending, to each as much as they may know.

use brobyg::referral::{Probe, people_alike};
use chrono::NaiveDate;
use entity::security_events::{self, SecurityKind};
use poem::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};

use super::{draft_path, filled, new_draft, partner_with_area, send};
use crate::support;

#[tokio::test]
async fn a_referrer_is_shown_people_of_the_own_partner_by_name() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    send(&app.referrer(&partner).await, &filled(&area)).await;
    let colleague = app.referrer(&partner).await;
    let (id, again) = (new_draft(&colleague).await, filled(&area).with("name", "FATIMA  HOLM"));

    colleague.submit(&draft_path(id, "/check"), &again.fields()).await.assert_taken();
    let page = colleague.get(&draft_path(id, "/check")).await;

    page.assert_ok().assert_shows("Fatima Holm: samme navn og fødselsdato");
}

#[tokio::test]
async fn of_people_of_another_partner_a_referrer_learns_nothing_and_staff_see_them_once_it_is_sent() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    send(&app.referrer(&partner).await, &filled(&area)).await;
    let other = app.partner("Helhedsplan Bakkedal").await;
    let other_area = app.housing_area("Bakkedal", &other).await;
    let stranger = app.referrer(&other).await;
    let alike = filled(&other_area).with("name", "Fatima Yasmin Holm");
    let (known_phone, nobodys) = (alike.with("phone", "50 00 01 00"), alike.with("phone", "50000999"));
    let nobodys = nobodys.with("name", "Zelda Yasmin Quist").born("9", "1", "2004");
    let mut pages = Vec::new();
    for form in [&known_phone, &nobodys] {
        let id = new_draft(&stranger).await;
        stranger.submit(&draft_path(id, "/check"), &form.fields()).await.assert_taken();
        let page = stranger.get(&draft_path(id, "/check")).await;
        page.assert_ok().assert_hides("Måske kender vi").assert_hides("Fatima Holm");
        pages.push((id, page));
    }
    // Nothing but what was typed differs.
    let bare = |(id, page): &(Uuid, crate::support::Page), typed: [&str; 4]| {
        let lines = page.body.lines().filter(|line| !line.contains("_csrf"));
        let body = lines.collect::<Vec<_>>().join("\n").replace(&id.to_string(), "");
        typed.into_iter().fold(body, |body, typed| body.replace(typed, "*"))
    };
    let known = bare(&pages[0], ["Fatima Yasmin Holm", "50 00 01 00", "17. maj 2006", "19 år"]);
    let unknown = bare(&pages[1], ["Zelda Yasmin Quist", "50 00 09 99", "9. januar 2004", "22 år"]);
    assert_eq!(known, unknown);

    stranger.submit(&draft_path(pages[0].0, "/submission"), &[]).await.assert_taken();
    let journal = app.staff().await.get(&format!("/referrals/{}", pages[0].0)).await;
    journal.assert_ok().assert_shows("Måske kender vi allerede den unge").assert_shows("Fatima Holm");
}

#[tokio::test]
async fn looking_whether_somebody_is_known_is_limited_and_in_the_security_log() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = new_draft(&referrer).await;
    referrer.submit(&draft_path(id, "/check"), &filled(&area).fields()).await.assert_taken();

    for _ in 0..20 {
        referrer.get(&draft_path(id, "/check")).await.assert_ok();
    }
    let too_many = referrer.get(&draft_path(id, "/check")).await;

    too_many.assert_status(StatusCode::TOO_MANY_REQUESTS);
    app.app.security.write_waiting(app.db(), app.app.clock.now()).await.unwrap();
    let asked = security_events::Entity::find().filter(security_events::Column::Kind.eq(SecurityKind::KnownAsked));
    assert_eq!(asked.count(app.db()).await.unwrap(), 20);
    // What was typed is kept, and a quarter of an hour later the page is there again.
    app.app.clock.advance(chrono::Duration::minutes(16));
    referrer.get(&draft_path(id, "/check")).await.assert_ok().assert_shows("Fatima Holm");
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
        let found = people_alike(app.db(), &probe, None).await.unwrap();
        assert_eq!(!found.is_empty(), is_alike, "{name} {birth_date} {phone:?}");
    }
}

#[tokio::test]
async fn day_and_month_the_other_way_round_are_noticed() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &filled(&area).born("7", "5", "2006")).await;
    let id = new_draft(&referrer).await;

    referrer.submit(&draft_path(id, "/check"), &filled(&area).born("5", "7", "2006").fields()).await.assert_taken();

    referrer.get(&draft_path(id, "/check")).await.assert_shows("samme navn og fødselsdato");
}
