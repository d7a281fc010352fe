//! A sample follows from the seed and the data alone.

use std::collections::BTreeSet;

use brobyg::interview::{Candidate, draw};
use chrono::Days;
use entity::{
    Course, Interviewee, changes,
    consents::ConsentPurpose,
    courses::{self, CourseClass},
    interview_strata::{self, Stratum},
    interviewees, readings, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder, prelude::Uuid};
use sha2::{Digest, Sha256};

use crate::support::{self, Browser, TestApp, today};

fn candidate(number: u128) -> Candidate {
    Candidate {
        id: Uuid::from_u128(number),
        course_id: Uuid::from_u128(number),
        agrees: true,
        is_minor: false,
        is_asked: false,
    }
}

fn chosen(seed: &str, candidates: &[Candidate]) -> Vec<u128> {
    let drawn = draw(seed, Stratum::Completed, candidates, 5);
    drawn.chosen.iter().map(|one| one.id.as_u128()).collect()
}

#[test]
fn the_same_seed_draws_the_same_in_whatever_order_they_come_and_another_seed_others() {
    let mut all: Vec<_> = (1..=40).map(candidate).collect();
    let drawn = chosen("forår", &all);
    all.reverse();
    assert_eq!(chosen("forår", &all), drawn);
    assert_ne!(chosen("efterår", &all), drawn);
}

/// As the ADR says it, worked out again without the product.
#[test]
fn whoever_knows_the_seed_draws_the_same_by_the_rule_as_it_is_written_down() {
    let all: Vec<_> = (1..=40).map(candidate).collect();
    let place = |id: Uuid| Sha256::digest(format!("forår\ncompleted\n{}", id.hyphenated())).to_vec();
    let mut by_hand: Vec<Uuid> = all.iter().map(|one| one.id).collect();
    by_hand.sort_by_key(|id| place(*id));
    let by_hand: Vec<u128> = by_hand.into_iter().take(5).map(|id| id.as_u128()).collect();
    assert_eq!(chosen("forår", &all), by_hand);
}

#[test]
fn who_lacks_consent_is_under_18_or_is_asked_already_is_never_drawn_and_is_counted() {
    let mut all: Vec<_> = (1..=6).map(candidate).collect();
    all[0].agrees = false;
    all[1].is_minor = true;
    all[2].is_asked = true;
    let drawn = draw("forår", Stratum::Interrupted, &all, 100);
    assert_eq!((drawn.frame, drawn.without_consent, drawn.minors, drawn.asked_already), (6, 1, 1, 1));
    let ids: BTreeSet<u128> = drawn.chosen.iter().map(|one| one.id.as_u128()).collect();
    assert_eq!(ids, BTreeSet::from([4, 5, 6]));
}

/// A course that has ended so, of a young person who says yes to being interviewed or has said nothing.
pub async fn ended(app: &TestApp, name: &str, class: CourseClass, agrees: bool) -> Course {
    let reversed: String = name.to_lowercase().chars().rev().collect();
    let (referral, mentor) = (app.referral(name).await, app.mentor(&format!("Mentor {reversed}")).await);
    let course = app.course(&referral, &mentor).await;
    if agrees {
        app.agreed(&referral, ConsentPurpose::Interview).await;
    }
    let over = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today() - Days::new(10))),
        seat_hold_id: Set(None),
        class_override: Set(Some(class)),
        ..Default::default()
    };
    over.update(app.db()).await.unwrap()
}

const FORM: [(&str, &str); 10] = [
    ("from_on_day", "1"),
    ("from_on_month", "1"),
    ("from_on_year", "2026"),
    ("to_on_day", "4"),
    ("to_on_month", "3"),
    ("to_on_year", "2026"),
    ("completed", "2"),
    ("interrupted", "5"),
    ("mentors", "1"),
    ("seed", "forår"),
];

pub async fn draws(staff: &Browser) -> String {
    let page = staff.submit("/interviews", &FORM).await;
    page.assert_taken().location.clone().unwrap()
}

pub async fn all_drawn(app: &TestApp) -> Vec<Interviewee> {
    let all = interviewees::Entity::find().order_by_asc(interviewees::Column::Id);
    all.all(app.db()).await.unwrap()
}

#[tokio::test]
async fn staff_draw_by_stratum_and_the_same_seed_and_data_draw_the_same_people() {
    let app = support::start().await;
    for name in ["Amira", "Bilal", "Carla", "Dina"] {
        ended(&app, name, CourseClass::Completed, true).await;
    }
    let silent = ended(&app, "Emil", CourseClass::Interrupted, false).await;
    let broken = ended(&app, "Fatma", CourseClass::Interrupted, true).await;
    app.agrees_to_interviews(Some(silent.mentor_id), None).await;
    let staff = app.staff().await;

    let (first, second) = (draws(&staff).await, draws(&staff).await);

    assert_ne!(first, second);
    let rows = all_drawn(&app).await;
    let of = |sample: &str| -> Vec<(Stratum, i32, Uuid)> {
        let own = rows.iter().filter(|row| sample.contains(&row.sample_id.to_string()));
        own.map(|row| (row.stratum, row.position, row.course_id)).collect()
    };
    assert_eq!(of(&first), of(&second));
    let count = |stratum| of(&first).iter().filter(|row| row.0 == stratum).count();
    assert_eq!((count(Stratum::Completed), count(Stratum::Interrupted), count(Stratum::Mentors)), (2, 1, 1));
    assert!(of(&first).contains(&(Stratum::Interrupted, 1, broken.id)));
    let strata = interview_strata::Entity::find().all(app.db()).await.unwrap();
    let interrupted = strata.iter().find(|row| row.stratum == Stratum::Interrupted).unwrap();
    assert_eq!((interrupted.wanted, interrupted.frame, interrupted.without_consent), (5, 2, 1));
    staff.follow(&first).await.assert_ok().assert_shows("Fatma").assert_hides("Emil").assert_shows("forår");
}

#[tokio::test]
async fn nobody_under_18_is_drawn_although_they_agree() {
    let app = support::start().await;
    let course = ended(&app, "Amira", CourseClass::Completed, true).await;
    let referral = entity::referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap();
    let young = today() - chrono::Months::new(12 * 17);
    let person = young_people::ActiveModel { birth_date: Set(young), ..Default::default() };
    app.change_person(&referral, person).await;

    let sample = draws(&app.staff().await).await;

    assert!(all_drawn(&app).await.is_empty());
    app.staff().await.follow(&sample).await.assert_ok().assert_shows("Ingen blev trukket").assert_hides("Amira");
}

#[tokio::test]
async fn the_form_says_all_that_is_wrong_at_once_and_keeps_what_was_typed() {
    let app = support::start().await;
    let page = app.staff().await.submit("/interviews", &[("seed", "170506-1234"), ("completed", "nul")]).await;
    page.assert_refused_with("Det ligner et CPR-nummer").assert_shows("nul");
    let page = app.staff().await.submit("/interviews", &FORM[..6]).await;
    page.assert_refused_with("Skriv en nøgle");
    assert!(all_drawn(&app).await.is_empty());
}

#[tokio::test]
async fn the_file_is_logged_and_says_who_they_are_and_how_to_reach_them_only_of_those_who_said_yes() {
    let app = support::start().await;
    let course = ended(&app, "Amira", CourseClass::Completed, true).await;
    let referral = entity::referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap();
    let person = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    app.change_person(&referral, person).await;
    let staff = app.staff().await;
    let sample = draws(&staff).await;
    let file = format!("{}/file?file=csv", sample.split('?').next().unwrap());
    let told = staff.get(&file).await;
    told.assert_ok().assert_shows("completed-1").assert_hides("Amira").assert_hides("amira@ung.example");
    told.assert_hides(&course.reference);
    let drawn = all_drawn(&app).await.remove(0);

    let said = [("says", "yes"), ("wishes", "Efter kl. 16")];
    staff.submit(&format!("/interviews/people/{}/answer", drawn.id), &said).await.assert_taken();

    let told = staff.get(&file).await;
    told.assert_ok().assert_shows("Amira").assert_shows(&course.reference);
    told.assert_shows("amira@ung.example").assert_shows("Efter kl. 16");
    let read = readings::Entity::find().all(app.db()).await.unwrap();
    let exported = read.iter().filter(|reading| reading.purpose == readings::ReadingPurpose::Export).count();
    assert_eq!(exported, 2);
    let written = changes::Entity::find().all(app.db()).await.unwrap();
    assert!(written.iter().any(|change| change.subject == "interview_sample" && change.action == "drawn"));
}
