//! The radar through its pages.

use brobyg::mentor::seats;
use chrono::Days;

use super::{call_area, call_partner, course_until, has_waited, mentor, wishing};
use crate::support::{self, Browser, TestApp, today};

/// Three wait for software, where one seat is free and one comes free; one waits for teaching.
async fn scene(app: &TestApp) -> Browser {
    for name in ["Amira", "Bilal", "Celina"] {
        wishing(app, name, &["DB25:62"]).await;
    }
    has_waited(app, &wishing(app, "Dina", &["DB25:85"]).await, 51).await;
    mentor(app, "Tove", 1, &["DB25:62"]).await;
    course_until(app, &mentor(app, "Uffe", 1, &["DB25:62"]).await, today() + Days::new(30)).await;
    app.staff().await
}

/// The cells of the row that names this industry, without their marks.
fn cells(body: &str, industry: &str) -> Vec<String> {
    let rows = body.split("<tr>").filter(|row| row.contains("data-title") && row.contains(industry));
    let row = rows.last().unwrap();
    let cells = row.split("<td").skip(1).map(|cell| {
        let cell = cell.split_once('>').unwrap().1.split("</td>").next().unwrap();
        let words = cell.split('<').map(|part| part.rsplit('>').next().unwrap());
        words.collect::<Vec<_>>().join(" ").trim().to_owned()
    });
    cells.collect()
}

#[tokio::test]
async fn the_radar_shows_each_industry_with_a_picture_and_the_same_figures_in_a_table() {
    let app = support::start().await;
    let staff = scene(&app).await;

    let page = staff.get("/shortage").await;

    page.assert_ok().assert_shows("4 unge venter på en mentor, og der mangler plads til 2.");
    let software = cells(&page.body, "It og programmering");
    assert_eq!(software, ["3", "10 dage", "1", "0", "1  03-04-2026", "1"]);
    assert_eq!(cells(&page.body, "Undervisning"), ["1", "51 dage", "0", "0", "0", "1"]);
    page.assert_shows("role=\"img\" aria-labelledby=\"shortage-0-title shortage-0-desc\"");
    page.assert_shows("3 venter. Til 1 er der en ledig plads").assert_shows("Der mangler plads til 1.");
    page.assert_shows("Sådan tæller vi").assert_hides(" style=");
    page.assert_hides("Amira").assert_hides("Dina").assert_hides("Tove");
    page.assert_shows("href=\"/shortage/62\"").assert_shows("href=\"/shortage/unlock\"");
}

#[tokio::test]
async fn the_industries_are_sorted_as_the_address_says() {
    let app = support::start().await;
    let staff = scene(&app).await;
    for name in ["Emil", "Fatima"] {
        wishing(&app, name, &["DB25:85"]).await;
    }
    let order = |body: &str| {
        let table = body.split("id=\"industries\"").nth(1).unwrap();
        let found: Vec<usize> = ["/shortage/62", "/shortage/85"].map(|row| table.find(row).unwrap()).into();
        if found[0] < found[1] { ["62", "85"] } else { ["85", "62"] }
    };

    // Three are missing in teaching, one in software.
    assert_eq!(order(&staff.get("/shortage").await.body), ["85", "62"]);
    assert_eq!(order(&staff.get("/shortage?sort=gap&dir=asc").await.body), ["62", "85"]);
    assert_eq!(order(&staff.get("/shortage?sort=industry&dir=asc").await.body), ["62", "85"]);
    assert_eq!(order(&staff.get("/shortage?sort=wait&dir=desc").await.body), ["85", "62"]);
    assert_eq!(order(&staff.get("/shortage?sort=free&dir=desc").await.body), ["62", "85"]);
    staff.get("/shortage?page=9&area=nothing").await.assert_ok().assert_shows("Undervisning");
}

#[tokio::test]
async fn one_who_wishes_two_industries_is_told_as_a_half_with_how_many_name_it() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB25:62", "DB25:85"]).await;

    let page = app.staff().await.get("/shortage").await;

    page.assert_ok().assert_shows("1 ung venter på en mentor, og der mangler plads til 1.");
    assert_eq!(cells(&page.body, "Undervisning")[0], "0,5  1 nævner branchen");
}

#[tokio::test]
async fn those_without_a_confirmed_industry_are_told_apart_with_the_way_to_them() {
    let app = support::start().await;
    wishing(&app, "Amira", &[]).await;

    let page = app.staff().await.get("/shortage").await;

    page.assert_ok().assert_shows("1 ung venter uden en bekræftet branche");
    page.assert_shows("/referrals?state=waiting&amp;industry=none").assert_hides("Ingen venter forgæves");
}

#[tokio::test]
async fn where_nobody_waits_nobody_waits_in_vain() {
    let app = support::start().await;
    let staff = app.staff().await;

    for path in ["/shortage", "/shortage/areas"] {
        staff.get(path).await.assert_ok().assert_shows("Ingen venter forgæves");
    }
    wishing(&app, "Amira", &["DB25:62"]).await;
    mentor(&app, "Tove", 1, &["DB25:62"]).await;
    let page = staff.get("/shortage").await;
    page.assert_ok().assert_shows("Ingen venter forgæves").assert_shows("Der er plads til alle, der venter");
}

#[tokio::test]
async fn the_housing_areas_lead_to_the_industries_of_one_of_them() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    let bilal = wishing(&app, "Bilal", &["DB25:85"]).await;
    call_area(&app, &amira, "Ellemarken").await;
    call_area(&app, &bilal, "Askerød").await;
    let staff = app.staff().await;

    let areas = staff.get("/shortage/areas?sort=area&dir=asc").await;

    let place = |name: &str| areas.body.find(name).unwrap();
    assert!(place("Askerød") < place("Ellemarken"));
    let own = format!("/shortage?area={}", amira.housing_area_id);
    areas.assert_ok().assert_shows(&own).assert_hides("Amira");
    let page = staff.get(&own).await;
    page.assert_ok().assert_shows("href=\"/shortage/62?area=").assert_hides("href=\"/shortage/85");
    let of_partner = staff.get(&format!("/shortage?partner={}", bilal.partner_id)).await;
    of_partner.assert_ok().assert_shows("href=\"/shortage/85?partner=").assert_hides("href=\"/shortage/62");
}

#[tokio::test]
async fn the_figures_can_be_taken_away_and_no_cell_runs_as_a_formula() {
    let app = support::start().await;
    let staff = scene(&app).await;
    let hostile = wishing(&app, "Emil", &["DB25:62", "DB25:85"]).await;
    call_area(&app, &hostile, "=cmd|' /C calc'!A0").await;
    call_partner(&app, &hostile, "+45 60").await;
    wishing(&app, "Fatima", &[]).await;

    let all = staff.get("/shortage?file=csv").await;
    let scope = format!("area={}&partner={}", hostile.housing_area_id, hostile.partner_id);
    let one = staff.get(&format!("/shortage?file=csv&{scope}")).await;

    let rows: Vec<&str> = all.assert_ok().body.lines().collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[1].starts_with("DB25:62,It og programmering"), "{}", rows[1]);
    assert!(rows[1].ends_with(",4,3.5,2026-02-22,10,1,0,1,2026-04-03,1.5,,"), "{}", rows[1]);
    assert!(rows[3].starts_with(",Uden en bekræftet branche,1,1,"), "{}", rows[3]);
    one.assert_ok().assert_shows("'=cmd|' /C calc'!A0").assert_shows(",'+45 60");
    all.assert_hides("Amira").assert_hides("Tove");
}

#[tokio::test]
async fn the_radar_speaks_english_too() {
    let app = support::start().await;
    let staff = scene(&app).await;
    wishing(&app, "Emil", &["DB25:62", "DB25:85"]).await;
    staff.set_cookie("language", "en");

    let page = staff.get("/shortage").await;

    page.assert_ok().assert_shows("5 young people are waiting for a mentor").assert_shows("IT and programming");
    page.assert_shows("3.5 waiting. A free seat for 1").assert_shows("51 days").assert_hides("nævner");
    staff.get("/shortage/areas").await.assert_ok().assert_shows("Missing mentors in the housing areas");
}

#[tokio::test]
async fn staff_and_administrators_come_to_the_radar_from_the_list_of_mentors() {
    let app = support::start().await;
    for browser in [app.staff().await, app.administrator().await] {
        browser.get("/mentors").await.assert_ok().assert_shows("href=\"/shortage\"");
    }
}

#[tokio::test]
async fn the_page_counts_the_seats_anew_when_a_mentor_has_changed() {
    let app = support::start().await;
    for name in ["Amira", "Bilal"] {
        wishing(&app, name, &["DB25:62"]).await;
    }
    let tove = mentor(&app, "Tove", 1, &["DB25:62"]).await;
    let staff = app.staff().await;
    for _ in 0..2 {
        staff.get("/shortage").await.assert_ok().assert_shows("Til 1 er der en ledig plads");
    }

    let tx = app.db().begin().await.unwrap();
    seats::set_count(&tx, tove.id, 2).await.unwrap();
    tx.commit().await.unwrap();

    staff.get("/shortage").await.assert_ok().assert_shows("Til 2 er der en ledig plads");
    app.proposal(&app.referral("Carla").await, &tove).await;
    staff.get("/shortage").await.assert_ok().assert_shows("Til 1 er der en ledig plads");
}
