//! Who learns of a concern, and who does not.

use brobyg::duty::Thing;
use chrono::NaiveDate;
use entity::{
    partners, readings,
    readings::{Column, ReadingPurpose},
    users::Role,
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{SAID, worry};
use crate::support::{Browser, today};

#[tokio::test]
async fn the_other_side_sees_neither_the_words_nor_that_there_are_any() {
    let worry = worry().await;
    let mentor = worry.as_mentor().await;
    let page = worry.linked().await.replace("/concern/", "/my-mentor/");
    let before = mentor.get(&worry.pair.path("")).await.body;

    worry.amira_writes().await;
    let after = mentor.get(&worry.pair.path("")).await;
    after.assert_ok().assert_hides(SAID).assert_hides("/concerns/0").assert_hides("bekymring i forløbet");
    let lines = |body: &str| body.lines().filter(|line| !line.contains("_csrf")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&before), lines(&after.body));
    mentor.get(&worry.pair.path("/concerns/new")).await.assert_ok().assert_hides("Det har du skrevet før");

    mentor.submit(&worry.pair.path("/concerns"), &[("said", "Amira virker bange")]).await.assert_taken();
    worry.pair.app.visitor().get(&page).await.assert_ok().assert_hides("bange").assert_hides("Bekymring");
}

#[tokio::test]
async fn only_the_responsible_their_deputy_and_administrators_read_it() {
    let worry = worry().await;
    let concern = worry.amira_writes().await;
    let (app, path) = (&worry.pair.app, format!("/concerns/{}", concern.id));
    let colleague = app.user("Kim Kollega", Role::Staff, None).await;
    let as_kim = Browser::signed_in(app, colleague.clone()).await;

    as_kim.get(&path).await.assert_not_found();
    as_kim.get("/concerns").await.assert_ok().assert_hides("Amira");
    as_kim.submit(&format!("{path}/stop"), &[]).await.assert_not_found();
    as_kim.get(&worry.pair.path("")).await.assert_ok().assert_hides("Der er en bekymring i forløbet");
    app.administrator().await.get(&path).await.assert_ok();
    worry.as_sanne().await.get(&worry.pair.path("")).await.assert_shows("Der er en bekymring i forløbet");

    app.is_away(&worry.sanne, &colleague, today(), today()).await;
    as_kim.get(&path).await.assert_ok().assert_shows(SAID);
    worry.as_sanne().await.get(&path).await.assert_ok();
}

#[tokio::test]
async fn where_nobody_is_responsible_all_of_staff_read_it() {
    let worry = worry().await;
    let app = &worry.pair.app;
    let (referral, mentor) = (app.referral("Bilal Test").await, app.mentor("Mona").await);
    let course = app.course(&referral, &mentor).await;
    let path = format!("/courses/{}/concerns", course.id);
    app.staff().await.submit(&path, &[("said", "De skændes")]).await.assert_taken();

    let concern = worry.newest().await;
    app.staff().await.get(&format!("/concerns/{}", concern.id)).await.assert_ok().assert_shows("De skændes");
    app.sees_to(&worry.sanne, Thing::Course, course.id).await;
    app.staff().await.get(&format!("/concerns/{}", concern.id)).await.assert_not_found();
}

#[tokio::test]
async fn each_reading_is_in_the_log_as_of_a_concern() {
    let worry = worry().await;
    let concern = worry.amira_writes().await;

    worry.as_sanne().await.get(&format!("/concerns/{}", concern.id)).await.assert_ok();

    let read = readings::Entity::find().filter(Column::Purpose.eq(ReadingPurpose::Concern));
    let read = read.filter(Column::UserId.eq(worry.sanne.id));
    assert_eq!(read.count(worry.pair.app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_referrer_says_it_from_the_page_of_the_referral_and_sees_only_their_own() {
    let worry = worry().await;
    worry.amira_writes().await;
    let app = &worry.pair.app;
    let partner = app.partner("Helhedsplan Vest").await;
    let rikke = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Carla Test", &partner, Some(&rikke)).await;
    let as_rikke = Browser::signed_in(app, rikke).await;
    let form = format!("/referrals/{}/concerns/new", referral.id);
    as_rikke.get(&form).await.assert_not_found();
    app.course(&referral, &app.mentor("Mona").await).await;

    as_rikke.get(&format!("/referrals/{}", referral.id)).await.assert_ok().assert_shows(&form);
    let path = format!("/referrals/{}/concerns", referral.id);
    as_rikke.submit(&path, &[("said", "Mentor skriver om natten")]).await.assert_taken();

    as_rikke.get(&form).await.assert_ok().assert_shows("Det har du skrevet før").assert_hides(SAID);
    as_rikke.get("/concerns").await.assert_status(poem::http::StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn for_somebody_under_18_the_duty_and_the_municipalitys_number_stand_beside_it() {
    let worry = worry().await;
    let (app, mentor) = (&worry.pair.app, worry.as_mentor().await);
    let form = worry.pair.path("/concerns/new");
    mentor.get(&form).await.assert_ok().assert_shows("tel:112").assert_hides("barnets lov");

    let referral = &worry.pair.referral;
    let born = |day: &str| young_people::ActiveModel {
        birth_date: Set(day.parse::<NaiveDate>().unwrap()),
        ..Default::default()
    };
    app.change_person(referral, born("2008-03-05")).await;
    let page = mentor.get(&form).await;
    page.assert_shows("barnets lov § 135")
        .assert_shows("tel:116111")
        .assert_shows("Kommunens nummer står her ikke endnu");
    worry.as_sanne().await.get(&form).await.assert_shows("Bed en administrator skrive det");

    let number = Set(Some("+4556676767".to_owned()));
    let partner =
        partners::ActiveModel { id: Set(referral.partner_id), municipality_phone: number, ..Default::default() };
    partner.update(app.db()).await.unwrap();
    mentor.get(&form).await.assert_shows("tel:+4556676767").assert_shows("56 67 67 67");
    app.visitor().get(&worry.linked().await).await.assert_shows("BørneTelefonen").assert_hides("barnets lov");

    // On the eighteenth birthday it is no more a child.
    app.change_person(referral, born("2008-03-04")).await;
    mentor.get(&form).await.assert_hides("barnets lov");
}
