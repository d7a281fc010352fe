//! Two mentors side by side on the match page, and what a card tells of a mentor.

use brobyg::mentor;
use chrono::Days;
use entity::{
    Course, Mentor, Words,
    courses::{self, CourseClass},
    mentors::{self, Gender},
    referrals::Reason,
    seat_holds,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::support::{self, TestApp, today};

/// A course of this mentor that ended so many days ago.
async fn ended(app: &TestApp, mentor: &Mentor, (days, class): (u64, CourseClass), reason: Option<Reason>) -> Course {
    let course = app.course(&app.referral("Bilal Canary").await, mentor).await;
    let over = courses::ActiveModel {
        id: Set(course.id),
        seat_hold_id: Set(None),
        ended_on: Set(Some(today() - Days::new(days))),
        class_override: Set(Some(class)),
        interruption_reason: Set(reason),
        ..Default::default()
    };
    let over = over.update(app.db()).await.unwrap();
    seat_holds::Entity::delete_by_id(course.seat_hold_id.unwrap()).exec(app.db()).await.unwrap();
    over
}

async fn told(app: &TestApp, mentor: &Mentor, gender: Gender, strengths: &str) {
    let told = mentors::ActiveModel {
        id: Set(mentor.id),
        gender: Set(Some(gender)),
        birth_year: Set(Some(1980)),
        postcode: Set(Some("4000".into())),
        strengths: Set(Words(vec![strengths.into()])),
        ..Default::default()
    };
    told.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn a_card_tells_load_last_course_strengths_and_what_the_last_course_came_to() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let (jonas, mona) = (app.mentor_in("Jonas", "it-udvikler", "62", 2).await, app.mentor("Mona").await);
    told(&app, &jonas, Gender::Male, "lytter").await;
    ended(&app, &jonas, (9, CourseClass::Completed), None).await;
    let last = ended(&app, &jonas, (2, CourseClass::Interrupted), Some(Reason::NoContact)).await;
    app.course(&app.referral("Carla").await, &jonas).await;
    ended(&app, &mona, (3, CourseClass::Completed), Some(Reason::Other)).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match", amira.id));

    let page = staff.get(&path).await;

    page.assert_ok().assert_shows("1 forløb i gang, 1 af 2 pladser optaget").assert_shows("lytter");
    page.assert_shows("Afbrudt: Kunne ikke træffes, 2. marts 2026").assert_shows(&format!("/courses/{}", last.id));
    // A completed course has no reason; what came before the last is not told, and nobody's name.
    page.assert_shows("Gennemført, 1. marts 2026").assert_hides("23. februar 2026").assert_hides("Bilal");
    page.assert_shows("0 forløb i gang, 0 af 1 plads optaget").assert_shows("Til 01-03-2026").assert_shows("I gang");
    staff.set_cookie("language", "en");
    staff.get(&path).await.assert_shows("1 course running, 1 of 2 seats taken");
}

#[tokio::test]
async fn two_mentors_stand_side_by_side_by_each_reason() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor_in("Mona", "bager", "10", 1).await);
    told(&app, &jonas, Gender::Male, "lytter").await;
    told(&app, &mona, Gender::Female, "netværk").await;
    ended(&app, &jonas, (2, CourseClass::Completed), None).await;
    app.pause(&mona, today(), None).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match", amira.id));
    staff.get(&path).await.assert_ok().assert_hides("Ved siden af hinanden").assert_shows("form=\"compare\"");

    let page = staff.get(&format!("{path}?compare={}&compare={}&gender=female", jonas.id, mona.id)).await;

    let (_, rest) = page.assert_ok().body.split_once("Ved siden af hinanden").unwrap();
    let table = rest.split_once("</table>").unwrap().0;
    for label in [
        "Fag og branche",
        "Afstand",
        "Sprog",
        "Køn",
        "Alder",
        "Tider",
        "Belastning",
        "Seneste forløb",
        "Sådan endte det sidste",
        "Styrker",
        "Står i vejen",
    ] {
        assert!(table.contains(&format!("<th scope=\"row\">{label}</th>")), "{label} is missing in {table}");
    }
    assert!(table.find("Jonas").unwrap() < table.find("Mona").unwrap());
    for said in ["bager", "lytter", "netværk", "Kvinde", "Mand", "Omkring 46 år", "Gennemført", "Mentoren holder pause"]
    {
        assert!(table.contains(said), "{said} is missing in {table}");
    }
    assert_eq!(table.matches("name=\"mentor_id\"").count(), 1, "only one of the two can be proposed");
    assert!(rest.contains(&format!("href=\"{path}?gender=female\"")), "the filters stay when the comparison is closed");
}

#[tokio::test]
async fn other_than_two_are_not_compared_and_the_page_says_what_to_do() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let (mona, tove) = (app.mentor("Mona").await, app.mentor("Tove").await);
    let staff = app.staff().await;
    let nobody = sea_orm::prelude::Uuid::now_v7();

    for chosen in [vec![jonas.id], vec![jonas.id, jonas.id], vec![jonas.id, mona.id, tove.id], vec![jonas.id, nobody]] {
        let chosen: Vec<String> = chosen.iter().map(|id| format!("compare={id}")).collect();
        let page = staff.get(&format!("/referrals/{}/match?{}", amira.id, chosen.join("&"))).await;
        page.assert_ok().assert_shows("Vælg to mentorer at sammenligne").assert_hides("Ved siden af hinanden");
    }
}
