//! The words for firms, and that they say nothing about anybody.

use super::{call_area, mentor, wishing, wishing_from};
use crate::support::{self, Page, TestApp};

/// What stands in the field with the text.
fn text(page: &Page) -> String {
    let field = page.body.split("<textarea").nth(1).unwrap().split_once('>').unwrap().1;
    field.split("</textarea>").next().unwrap().replace("&#39;", "'").trim().to_owned()
}

async fn wishing_software(app: &TestApp, names: &[&str]) {
    for name in names {
        wishing(app, name, &["DB25:62"]).await;
    }
}

#[tokio::test]
async fn firms_are_told_what_is_missing_what_a_mentor_does_and_where_to_apply() {
    let app = support::start().await;
    wishing_software(&app, &["Amira", "Bilal", "Celina"]).await;
    mentor(&app, "Tove", 1, &["DB25:62"]).await;

    let page = app.staff().await.get("/shortage/62").await;

    let text = text(page.assert_ok());
    for told in ["venter 3 unge", "It og programmering", "et par gange om måneden", "tre til seks måneder"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(text.contains(&format!("{}/mentors/apply", app.app.config.base_url)), "{text}");
    page.assert_shows("readonly");
    page.assert_shows("/mentors?industry=DB25:62");
}

#[tokio::test]
async fn fewer_than_three_are_not_counted_in_the_text() {
    let app = support::start().await;
    wishing_software(&app, &["Amira", "Bilal"]).await;

    let page = app.staff().await.get("/shortage/62").await;

    let text = text(page.assert_ok());
    assert!(text.contains("Lige nu venter unge på en mentor"), "{text}");
    let without_address = text.replace(&app.app.config.base_url, "");
    assert!(!without_address.contains(|letter: char| letter.is_ascii_digit()), "{text}");
}

#[tokio::test]
async fn an_area_is_named_only_when_three_of_those_who_wait_live_there() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    let mut referrals = Vec::new();
    for name in ["Amira", "Bilal", "Celina"] {
        referrals.push(wishing_from(&app, name, &partner, &["DB25:62"]).await);
    }
    call_area(&app, &referrals[0], "Ellemarken").await;
    let path = format!("/shortage/62?area={}", referrals[0].housing_area_id);
    let staff = app.staff().await;

    let alone = text(staff.get(&path).await.assert_ok());
    assert!(alone.contains("venter 3 unge på") && !alone.contains("Ellemarken"), "{alone}");

    for referral in &referrals[1..] {
        let moved = entity::referrals::ActiveModel {
            id: sea_orm::ActiveValue::Set(referral.id),
            housing_area_id: sea_orm::ActiveValue::Set(referrals[0].housing_area_id),
            ..Default::default()
        };
        sea_orm::ActiveModelTrait::update(moved, app.db()).await.unwrap();
    }
    let together = text(staff.get(&path).await.assert_ok());
    assert!(together.contains("venter 3 unge i Ellemarken"), "{together}");
}

#[tokio::test]
async fn nothing_in_the_text_is_about_a_person() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    for name in ["Amira Hassan", "Bilal Yilmaz", "Celina Holm"] {
        let referral = wishing_from(&app, name, &partner, &["DB25:62"]).await;
        call_area(&app, &referral, &format!("Område ved {name}")).await;
    }
    let staff = app.staff().await;

    for language in ["da", "en"] {
        staff.set_cookie("language", language);
        let page = staff.get("/shortage/62").await;
        let text = text(page.assert_ok());
        let personal =
            ["Amira", "Hassan", "Bilal", "Celina", "Område", "Køge", "4600", "apps", "2006", "19", "+45", "Sanne"];
        for told in personal {
            assert!(!text.contains(told), "{told}: {text}");
        }
    }
}

#[tokio::test]
async fn the_mail_says_the_same_as_the_field() {
    let app = support::start().await;
    wishing_software(&app, &["Amira", "Bilal", "Celina"]).await;

    let page = app.staff().await.get("/shortage/62").await;

    let link = page.assert_ok().body.split("href=\"mailto:").nth(1).unwrap().split('"').next().unwrap();
    let link = link.replace("&amp;", "&").replace("&#38;", "&");
    assert!(link.len() < 2_000, "mail programs cut what is longer: {}", link.len());
    let parsed = url::Url::parse(&format!("mailto:{link}")).unwrap();
    let told: Vec<_> = parsed.query_pairs().map(|(_, value)| value.into_owned()).collect();
    assert!(told[0].starts_with("Kan en hos jer være mentor for en ung?"), "{}", told[0]);
    assert_eq!(told[1].replace("\r\n", "\n"), text(&page));
}

#[tokio::test]
async fn the_text_speaks_the_language_of_the_page() {
    let app = support::start().await;
    wishing_software(&app, &["Amira", "Bilal", "Celina"]).await;
    let staff = app.staff().await;
    staff.set_cookie("language", "en");

    let page = staff.get("/shortage/62").await;

    let text = text(page.assert_ok());
    assert!(text.contains("3 young people are waiting for a mentor who knows your industry"), "{text}");
    assert!(text.contains("for three to six months") && !text.contains("venter"), "{text}");
}

#[tokio::test]
async fn there_is_nothing_to_write_about_an_industry_that_nobody_waits_for() {
    let app = support::start().await;
    wishing_software(&app, &["Amira"]).await;
    let staff = app.staff().await;

    let page = staff.get("/shortage/85").await;

    page.assert_ok().assert_shows("Ingen venter på en mentor i den branche").assert_hides("<textarea");
    for nowhere in ["/shortage/00", "/shortage/6201", "/shortage/62.01", "/shortage/software"] {
        staff.get(nowhere).await.assert_not_found();
    }
}
