//! Small scenes, counted by hand.

use brobyg::{
    industry::{IndustryCode, db25_division, neighbours},
    shortage::{Scope, area_lines, lines, unknown},
};
use chrono::Days;
use entity::{mentors, partners};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    all_lines, call_area, course_until, has_waited, known, line, lives_at, mentor, wish, wishing, wishing_from,
};
use crate::support::{self, today};

#[tokio::test]
async fn one_who_wishes_two_industries_counts_a_half_in_each_and_everybody_is_counted_once() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB25:62", "DB25:41"]).await;
    let bilal = wishing(&app, "Bilal", &["DB25:62"]).await;
    has_waited(&app, &bilal, 40).await;
    wishing(&app, "Celina", &[]).await;

    let lines = all_lines(&app).await;

    let counted: Vec<_> =
        lines.iter().map(|line| (line.industry.to_string(), line.people, line.waiting, line.gap)).collect();
    assert_eq!(counted, [("DB25:41".into(), 1, 0.5, 0.5), ("DB25:62".into(), 2, 1.5, 1.5)]);
    assert_eq!(lines[1].since, today() - Days::new(40));
    assert_eq!(unknown(&known(&app).await, Scope::default()), 1);
}

#[tokio::test]
async fn the_same_industry_in_both_systems_is_one_wish() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB07:62.01", "DB25:62"]).await;

    let lines = all_lines(&app).await;

    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].people, lines[0].waiting), (1, 1.0));
}

#[tokio::test]
async fn only_whoever_waits_for_a_mentor_is_counted() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    let bilal = wishing(&app, "Bilal", &["DB25:62"]).await;
    wishing(&app, "Celina", &["DB25:62"]).await;
    let (jonas, mona) = (mentor(&app, "Jonas", 1, &["DB25:62"]).await, mentor(&app, "Mona", 1, &["DB25:62"]).await);
    app.proposal(&amira, &jonas).await;
    app.course(&bilal, &mona).await;

    let software = line(&app, "62").await;

    assert_eq!((software.people, software.free, software.gap), (1, 0.0, 1.0));
}

#[tokio::test]
async fn a_free_seat_is_one_that_nobody_holds_of_a_mentor_who_may_be_proposed() {
    let app = support::start().await;
    for number in 0..4 {
        wishing(&app, &format!("Ung {number}"), &["DB25:62"]).await;
    }
    let tove = mentor(&app, "Tove", 3, &["DB25:62"]).await;
    app.proposal(&app.referral("Optaget").await, &tove).await;
    let paused = mentor(&app, "Pia", 2, &["DB25:62"]).await;
    app.pause(&paused, today(), None).await;
    let expired = mentor(&app, "Eva", 2, &["DB25:62"]).await;
    let record = mentors::ActiveModel {
        id: Set(expired.id),
        criminal_record_expires_on: Set(Some(today() - Days::new(1))),
        ..Default::default()
    };
    record.update(app.db()).await.unwrap();

    let software = line(&app, "62").await;

    assert_eq!((software.waiting, software.free, software.gap), (4.0, 2.0, 2.0));
}

#[tokio::test]
async fn a_seat_is_shared_among_those_of_the_mentor_s_industries_that_somebody_waits_for() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB25:62"]).await;
    mentor(&app, "Tove", 1, &["DB25:62", "DB25:85"]).await;

    assert_eq!(line(&app, "62").await.free, 1.0);

    wishing(&app, "Bilal", &["DB25:85"]).await;
    assert_eq!((line(&app, "62").await.free, line(&app, "85").await.free), (0.5, 0.5));
    assert_eq!((line(&app, "62").await.gap, line(&app, "85").await.gap), (0.5, 0.5));
}

#[tokio::test]
async fn what_a_neighbour_has_to_spare_counts_half() {
    let app = support::start().await;
    assert!(neighbours("62").contains(&"61") && neighbours("61").contains(&"62") && !neighbours("62").contains(&"85"));
    // Software and electronics have something in common, and nobody would be sent from the one to the other.
    assert!(!neighbours("62").contains(&"26"));
    for number in 0..3 {
        wishing(&app, &format!("Ung {number}"), &["DB25:62"]).await;
    }
    wishing(&app, "Amira", &["DB25:61"]).await;
    mentor(&app, "Tove", 3, &["DB25:61"]).await;
    // Another trade altogether is nobody's neighbour here.
    mentor(&app, "Sven", 5, &["DB25:85"]).await;

    let (software, telephony) = (line(&app, "62").await, line(&app, "61").await);

    // Of three seats in telephony one is for her who waits there; the other two count half.
    assert_eq!((software.free, software.neighbours, software.gap), (0.0, 1.0, 2.0));
    assert_eq!((telephony.free, telephony.gap), (3.0, 0.0));
}

#[tokio::test]
async fn seats_come_free_when_courses_are_planned_to_end_within_three_months() {
    let app = support::start().await;
    for number in 0..5 {
        wishing(&app, &format!("Ung {number}"), &["DB25:62"]).await;
    }
    let soon = today() + Days::new(30);
    course_until(&app, &mentor(&app, "Tove", 1, &["DB25:62"]).await, soon).await;
    course_until(&app, &mentor(&app, "Sven", 1, &["DB25:62"]).await, today() + Days::new(150)).await;
    // Past its end, nobody knows when it will; and a mentor who pauses, or who will have left, frees no seat.
    course_until(&app, &mentor(&app, "Uffe", 1, &["DB25:62"]).await, today() - Days::new(1)).await;
    let paused = mentor(&app, "Pia", 1, &["DB25:62"]).await;
    course_until(&app, &paused, soon).await;
    app.pause(&paused, today(), None).await;
    let leaving = mentor(&app, "Lars", 1, &["DB25:62"]).await;
    course_until(&app, &leaving, soon).await;
    let left = mentors::ActiveModel { id: Set(leaving.id), left_on: Set(Some(soon)), ..Default::default() };
    left.update(app.db()).await.unwrap();

    let software = line(&app, "62").await;

    assert_eq!((software.coming, software.coming_on, software.gap), (1.0, vec![soon], 4.0));
}

#[tokio::test]
async fn the_gap_is_what_is_left_when_everything_is_counted() {
    let app = support::start().await;
    for number in 0..6 {
        wishing(&app, &format!("Ung {number}"), &["DB25:62"]).await;
    }
    mentor(&app, "Tove", 2, &["DB25:62"]).await;
    mentor(&app, "Sven", 2, &["DB25:61"]).await;
    course_until(&app, &mentor(&app, "Uffe", 1, &["DB25:62"]).await, today() + Days::new(90)).await;

    let line = line(&app, "62").await;

    // Six wait: two seats are free, two of the neighbour's count one, one comes free. Two are missing.
    assert_eq!((line.free, line.neighbours, line.coming, line.gap), (2.0, 1.0, 1.0, 2.0));
}

#[tokio::test]
async fn of_an_area_or_a_partner_only_their_own_are_counted_and_only_seats_within_reach() {
    let app = support::start().await;
    let (koege, aalborg) = (app.partner("Køge plan").await, app.partner("Aalborg plan").await);
    let far = partners::ActiveModel { id: Set(aalborg.id), postcode: Set(Some("9000".into())), ..Default::default() };
    far.update(app.db()).await.unwrap();
    let amira = wishing_from(&app, "Amira", &koege, &["DB25:62"]).await;
    call_area(&app, &amira, "Ellemarken").await;
    wishing_from(&app, "Bilal", &koege, &["DB25:62"]).await;
    let celina = wishing_from(&app, "Celina", &aalborg, &["DB25:62"]).await;
    let (near, north) = (mentor(&app, "Tove", 1, &["DB25:62"]).await, mentor(&app, "Nanna", 4, &["DB25:62"]).await);
    lives_at(&app, &near, "4600").await;
    lives_at(&app, &north, "9000").await;
    let known = known(&app).await;

    let counted = |scope| lines(&known, scope).into_iter().map(|line| (line.people, line.free)).collect::<Vec<_>>();

    assert_eq!(counted(Scope::default()), [(3, 5.0)]);
    assert_eq!(counted(Scope { area: Some(amira.housing_area_id), partner: None }), [(1, 1.0)]);
    assert_eq!(counted(Scope { area: None, partner: Some(koege.id) }), [(2, 1.0)]);
    assert_eq!(counted(Scope { area: None, partner: Some(aalborg.id) }), [(1, 4.0)]);
    assert_eq!(counted(Scope { area: Some(amira.housing_area_id), partner: Some(aalborg.id) }), []);
    let areas = area_lines(&known);
    let of = |id| areas.iter().find(|line| line.area.id == id).unwrap();
    assert_eq!(areas.len(), 3);
    assert_eq!((of(amira.housing_area_id).waiting, of(amira.housing_area_id).free), (1, 1.0));
    assert_eq!((of(celina.housing_area_id).free, of(celina.housing_area_id).gap), (4.0, 0.0));
}

#[tokio::test]
async fn of_the_whole_scheme_no_seat_fills_a_gap_that_is_too_far_away() {
    let app = support::start().await;
    let aalborg = app.partner("Aalborg plan").await;
    let far = partners::ActiveModel { id: Set(aalborg.id), postcode: Set(Some("9000".into())), ..Default::default() };
    far.update(app.db()).await.unwrap();
    for name in ["Amira", "Bilal"] {
        wishing(&app, name, &["DB25:62"]).await;
    }
    let (near, north) = (mentor(&app, "Tove", 1, &["DB25:62"]).await, mentor(&app, "Nanna", 4, &["DB25:62"]).await);
    lives_at(&app, &near, "4600").await;
    lives_at(&app, &north, "9000").await;

    assert_eq!((line(&app, "62").await.free, line(&app, "62").await.gap), (1.0, 1.0));
    wishing_from(&app, "Celina", &aalborg, &["DB25:62"]).await;
    assert_eq!((line(&app, "62").await.free, line(&app, "62").await.gap), (5.0, 1.0));
    let goes = mentors::ActiveModel { id: Set(north.id), max_km: Set(Some(400)), ..Default::default() };
    goes.update(app.db()).await.unwrap();
    assert_eq!(line(&app, "62").await.gap, 0.0);
}

#[tokio::test]
async fn a_mentor_who_has_not_said_where_counts_as_near() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    mentor(&app, "Tove", 2, &["DB25:62"]).await;

    let scope = Scope { area: Some(amira.housing_area_id), partner: None };

    assert_eq!(lines(&known(&app).await, scope)[0].free, 2.0);
}

#[tokio::test]
async fn an_area_names_the_industry_in_which_most_are_missing() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    wish(&app, &amira, &["DB25:62", "DB25:85"]).await;
    mentor(&app, "Tove", 1, &["DB25:62"]).await;

    let areas = area_lines(&known(&app).await);

    assert_eq!((areas[0].waiting, areas[0].gap), (1, 0.5));
    assert_eq!(areas[0].most_missing.as_ref().map(IndustryCode::division), Some("85"));
}

#[tokio::test]
async fn the_query_and_the_rule_agree_on_the_division_of_any_code() {
    let app = support::start().await;
    let codes = [
        "DB07:45",
        "DB07:45.11",
        "DB07:45.20",
        "DB07:45.31",
        "DB07:45.40",
        "DB07:47.91",
        "DB07:63.91",
        "DB07:63.11",
        "DB07:70.21",
        "DB07:70.22",
        "DB07:41.10",
        "DB07:41.20",
        "DB07:62.01",
        "DB25:62.10",
        "DB25:47.81",
        "DB25:95.31",
    ];
    let mut expected = Vec::new();
    for code in codes {
        let referral = wishing(&app, "Ung", &[code]).await;
        let code: IndustryCode = code.parse().unwrap();
        expected.push((referral.housing_area_id, Some(db25_division(&code).to_owned())));
    }

    let found = known(&app).await.waiting;

    for (area_id, division) in expected {
        let group = found.iter().find(|group| group.area_id == area_id).unwrap();
        assert_eq!(group.division, division);
    }
    let division = |code: &str| db25_division(&code.parse().unwrap()).to_owned();
    assert_eq!(["DB07:45", "DB07:45.11", "DB07:45.20", "DB07:63.91"].map(division), ["95", "47", "95", "60"]);
    assert_eq!(["DB07:70.21", "DB07:70.22", "DB07:41.10", "DB07:47.91"].map(division), ["73", "70", "68", "47"]);
}
