//! What was agreed with housing areas, and the target that counts by it.

use chrono::{Days, NaiveDate};
use entity::{Referral, agreements, housing_areas, projects};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support::{self, Browser, TestApp, today};

fn day(ago: u64) -> NaiveDate {
    today() - Days::new(ago)
}

/// An agreement as an administrator types it.
fn typed(kind: &str, signed: NaiveDate, starts: NaiveDate, ends: Option<NaiveDate>) -> Vec<(String, String)> {
    let mut fields = vec![("kind".to_owned(), kind.to_owned())];
    for (name, day) in [("signed_on", Some(signed)), ("starts_on", Some(starts)), ("ends_on", ends)] {
        for (part, format) in [("day", "%-d"), ("month", "%-m"), ("year", "%Y")] {
            let written = day.map(|day| day.format(format).to_string()).unwrap_or_default();
            fields.push((format!("{name}_{part}"), written));
        }
    }
    fields
}

async fn agree(admin: &Browser, area: Uuid, fields: &[(String, String)]) -> support::Page {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    admin.submit(&format!("/admin/areas/{area}/agreements"), &fields).await
}

/// Three referrals of this year from three areas, and a project that promised that two areas go on.
async fn three_areas() -> (TestApp, Vec<Referral>) {
    let app = support::start().await;
    let project = projects::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set("Byg bro".into()),
        starts_on: Set(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()),
        ends_on: Set(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()),
        target_continuing_areas: Set(Some(2)),
        ..Default::default()
    };
    project.insert(app.db()).await.unwrap();
    let mut referrals = Vec::new();
    for name in ["Amira", "Bilal", "Carla"] {
        referrals.push(app.referral(name).await);
    }
    (app, referrals)
}

/// The result of the target in the file of the figures, and whether the page says that it is not known.
async fn going_on(staff: &Browser, as_of: &str) -> (String, bool) {
    let span = format!("from=2026-01-01&to=2026-12-31&as_of={as_of}");
    let file = staff.get(&format!("/outcomes/figures?file=csv&{span}")).await;
    let line = file.assert_ok().body.lines().find(|line| line.starts_with("targets.continuing_areas")).unwrap();
    let page = staff.get(&format!("/outcomes?{span}")).await;
    (line.split(',').nth(1).unwrap().to_owned(), page.assert_ok().body.contains("state-quiet\">Vides ikke<"))
}

#[tokio::test]
async fn areas_go_on_only_where_an_agreement_says_so_and_until_then_nobody_knows() {
    let (app, referrals) = three_areas().await;
    let (admin, staff) = (app.administrator().await, app.staff().await);
    let area = |number: usize| referrals[number].housing_area_id;
    assert_eq!(going_on(&staff, "2026-03-04").await, (String::new(), true), "all are open, and nothing is agreed");

    agree(&admin, area(0), &typed("pilot", day(5), day(5), None)).await.assert_taken();
    assert_eq!(
        going_on(&staff, "2026-03-04").await,
        ("0".into(), false),
        "as long as the project lasts is not going on"
    );

    agree(&admin, area(0), &typed("self_financed", day(4), day(4), None)).await.assert_taken();
    agree(&admin, area(1), &typed("own_mentor_corps", day(4), day(3), Some(day(1)))).await.assert_taken();
    agree(&admin, area(2), &typed("self_financed", day(4), today() + Days::new(9), None)).await.assert_taken();
    let closed = housing_areas::ActiveModel { id: Set(area(0)), closed_on: Set(Some(day(1))), ..Default::default() };
    closed.update(app.db()).await.unwrap();

    assert_eq!(going_on(&staff, "2026-03-04").await.0, "1", "one is in force, one is over, one has not begun");
    assert_eq!(going_on(&staff, "2026-03-02").await.0, "2", "two days ago the second was in force too");
    assert_eq!(going_on(&staff, "2026-02-27").await.0, "0", "nothing but the first agreement had been signed");
    assert_eq!(going_on(&staff, "2026-02-24").await, (String::new(), true), "nothing had been agreed yet");
}

#[tokio::test]
async fn an_agreement_of_an_area_that_referred_nobody_is_no_result_of_the_project() {
    let (app, referrals) = three_areas().await;
    let partner = entity::partners::Entity::find_by_id(referrals[0].partner_id).one(app.db()).await.unwrap().unwrap();
    let other = app.housing_area("Uden henvisninger", &partner).await;
    let admin = app.administrator().await;

    agree(&admin, other.id, &typed("self_financed", day(4), day(4), None)).await.assert_taken();

    assert_eq!(going_on(&app.staff().await, "2026-03-04").await, (String::new(), true));
}

#[tokio::test]
async fn an_agreement_stands_on_the_page_of_its_area_and_is_taken_back_when_it_was_a_mistake() {
    let (app, referrals) = three_areas().await;
    let admin = app.administrator().await;
    let path = format!("/admin/areas/{}", referrals[0].housing_area_id);
    admin.get(&path).await.assert_ok().assert_shows("Der er ikke skrevet nogen aftale ned.");

    let agreement = typed("own_mentor_corps", day(9), day(3), Some(today() + Days::new(300)));
    agree(&admin, referrals[0].housing_area_id, &agreement).await.assert_goes_to(&path);

    let page = admin.get(&path).await;
    page.assert_ok().assert_shows("Området fortsætter med egne mentorer").assert_shows("23-02-2026");
    page.assert_shows("01-03-2026").assert_shows("29-12-2026");
    let partner = admin.get(&format!("/admin/partners/{}", referrals[0].partner_id)).await;
    partner.assert_ok().assert_shows("skrev en aftale med et boligområde ned");
    let written = agreements::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!(written.written_by, Some(admin.user.as_ref().unwrap().id));

    let other = format!("/admin/areas/{}/agreements/{}/removal", referrals[1].housing_area_id, written.id);
    admin.submit(&other, &[]).await.assert_not_found();
    admin.submit(&format!("{path}/agreements/{}/removal", written.id), &[]).await.assert_goes_to(&path);
    admin.get(&path).await.assert_shows("Der er ikke skrevet nogen aftale ned.");
}

#[tokio::test]
async fn what_is_wrong_with_an_agreement_is_said_all_at_once_and_what_was_typed_stays() {
    let (app, referrals) = three_areas().await;
    let admin = app.administrator().await;
    let area = referrals[0].housing_area_id;

    let page = agree(&admin, area, &[("starts_on_year".to_owned(), "2026".to_owned())]).await;
    page.assert_refused_with("Vælg, hvad der er aftalt").assert_shows("value=\"2026\"");
    let tomorrow = today() + Days::new(1);
    let page = agree(&admin, area, &typed("pilot", tomorrow, day(1), None)).await;
    page.assert_refused_with("Datoen ligger i fremtiden");
    let page = agree(&admin, area, &typed("pilot", day(1), day(1), Some(day(2)))).await;
    page.assert_refused_with("Den sidste dag ligger før den første");

    assert!(agreements::Entity::find().all(app.db()).await.unwrap().is_empty());
}
