//! The list: filtered, sorted and paged by its address.

use brobyg::{
    industry::{self, IndustryCode},
    language::Tr,
};

use super::{filled, partner_with_area, send};
use crate::support;

#[tokio::test]
async fn a_referrer_sees_each_own_referral_with_its_status_and_what_comes_next() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    referrer.get("/referrals").await.assert_ok().assert_shows("Du har ikke henvist nogen endnu");
    send(&referrer, &filled(&area)).await;

    let page = referrer.get("/referrals").await;

    page.assert_ok().assert_shows("Fatima Holm").assert_shows("Venter på svar").assert_shows("svarer dig");
}

#[tokio::test]
async fn the_list_is_filtered_by_state_partner_area_industry_and_text() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &filled(&area).with("name", "Øzlem Åkær")).await;
    let waiting = app.referral("Karla Lind").await;
    let staff = app.staff().await;

    for (filter, shows_ozlem, shows_karla) in [
        (String::new(), true, true),
        ("state=awaiting-answer".into(), true, false),
        ("state=waiting".into(), false, true),
        (format!("partner={}", partner.id), true, false),
        (format!("area={}", waiting.housing_area_id), false, true),
        ("industry=62".into(), false, true),
        ("q=ØZLEM".into(), true, false),
        ("q=%C3%B8zlem+%C3%A5k%C3%A6r".into(), true, false),
        ("q=lave+APPS".into(), false, true),
        ("q=%25".into(), false, false),
        ("state=nonsense&partner=nonsense&page=x".into(), true, true),
    ] {
        let page = staff.get(&format!("/referrals?{filter}")).await;
        page.assert_ok();
        assert_eq!(page.body.contains("Øzlem"), shows_ozlem, "{filter}");
        assert_eq!(page.body.contains("Karla"), shows_karla, "{filter}");
    }
}

#[tokio::test]
async fn the_list_is_sorted_by_its_address_the_newest_first_otherwise() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    for name in ["Berit Holm", "anna Holm", "Carl Holm"] {
        send(&referrer, &filled(&area).with("name", name)).await;
    }

    for (query, order) in [
        ("", ["Carl", "anna", "Berit"]),
        ("?sort=referred&dir=asc", ["Berit", "anna", "Carl"]),
        ("?sort=name&dir=asc", ["anna", "Berit", "Carl"]),
        ("?sort=name&dir=desc", ["Carl", "Berit", "anna"]),
        ("?sort=secrets", ["Berit", "anna", "Carl"]),
    ] {
        let body = referrer.get(&format!("/referrals{query}")).await.body;
        let places = order.map(|name| body.find(name).unwrap());
        assert!(places.is_sorted(), "{query}: {places:?}");
    }
}

#[tokio::test]
async fn a_page_of_the_list_holds_fifty() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    for number in 0..51 {
        app.referral_by(&format!("Ung nummer {number}"), &partner, None).await;
    }
    let staff = app.staff().await;

    let (first, second) = (staff.get("/referrals").await, staff.get("/referrals?page=2").await);

    assert_eq!(first.body.matches("Ung nummer").count(), 50);
    assert_eq!(second.body.matches("Ung nummer").count(), 1);
    first.assert_shows("51 fundet");
}

/// As on the list of mentors: nobody has to know the official titles and their numbers.
#[tokio::test]
async fn the_filter_by_industry_calls_each_by_its_everyday_name() {
    let page = support::start().await.staff().await.get("/referrals").await;

    for choice in industry::choices(Tr::Danish) {
        let code: IndustryCode = choice.value.parse().unwrap();
        let option = format!("<option value=\"{}\">", code.division());
        page.assert_shows(&option);
        let (_, rest) = page.body.split_once(&option).unwrap();
        assert_eq!(rest.split("</option>").next(), Some(escaped(&choice.label).as_str()));
    }
}

/// As a page writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
}
