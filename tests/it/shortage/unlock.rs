//! What would help the most of those whom nobody suits.

use std::collections::HashMap;

use brobyg::{
    matching::{Change, Unlock},
    mentor as mentors_room,
    shortage::{LOOKED_AT, PLENTY, Step, Stuck, Unlocked, ranked, unlocked},
};
use chrono::Days;
use entity::{Mentor, courses, mentors, referrals, young_people};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{course_until, lives_at, mentor, wishing};
use crate::support::{self, TestApp, today};

async fn reckoned(app: &TestApp) -> Unlocked {
    mentors_room::index::rebuild(&app.app).await.unwrap();
    unlocked(app.db(), &app.app.search, today(), &app.app.config.rules).await.unwrap()
}

/// Each step: what, at whom, how many have a mentor then, and how many have somebody suggested.
fn told(found: &Unlocked) -> Vec<(Change, Vec<&str>, u32, u32)> {
    let names = |step: &Step| step.mentors.iter().map(|id| found.names[id].as_str()).collect();
    found.steps.iter().map(|step| (step.change, names(step), step.helped, step.suggested)).collect()
}

async fn certificate_ran_out(app: &TestApp, mentor: &Mentor) {
    let row = mentors::ActiveModel {
        id: Set(mentor.id),
        criminal_record_expires_on: Set(Some(today() - Days::new(1))),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn the_change_that_gives_the_most_people_a_mentor_stands_first() {
    let app = support::start().await;
    for name in ["Amira", "Bilal", "Celina"] {
        wishing(&app, name, &["DB25:62"]).await;
    }
    let (bo, ida) = (mentor(&app, "Bo", 2, &["DB25:62"]).await, mentor(&app, "Ida", 1, &["DB25:62"]).await);
    app.pause(&bo, today(), None).await;
    certificate_ran_out(&app, &ida).await;
    course_until(&app, &mentor(&app, "Sven", 1, &["DB25:62"]).await, today() + Days::new(30)).await;

    let found = reckoned(&app).await;

    assert_eq!((found.waiting, found.looked_at, found.stuck, found.unread), (3, 3, 3, 0));
    // All three would have Bo suggested, who has two seats.
    let [first, second, third] = &told(&found)[..] else { panic!("{found:?}") };
    assert_eq!(*first, (Change::EndPause, vec!["Bo"], 2, 3));
    assert_eq!(*second, (Change::RenewCertificate, vec!["Ida"], 1, 3));
    assert_eq!(*third, (Change::AddSeat, vec!["Sven"], 1, 3));
    let industries: Vec<_> = found.industries.iter().map(|(code, people)| (code.to_string(), *people)).collect();
    assert_eq!(industries, [("DB25:62".to_owned(), 3)]);
}

#[tokio::test]
async fn the_same_at_two_mentors_is_a_step_of_its_own_where_it_helps_more_than_either() {
    let app = support::start().await;
    for name in ["Amira", "Bilal"] {
        wishing(&app, name, &["DB25:62"]).await;
    }
    for name in ["Ida", "Eva"] {
        certificate_ran_out(&app, &mentor(&app, name, 1, &["DB25:62"]).await).await;
    }

    let found = reckoned(&app).await;

    let steps = told(&found);
    assert_eq!(steps.len(), 3);
    assert_eq!((steps[0].0, steps[0].1.len(), steps[0].2), (Change::RenewCertificate, 2, 2));
    assert_eq!((steps[1].2, steps[2].2), (1, 1));
    let page = app.staff().await.get("/shortage/unlock").await;
    page.assert_ok().assert_shows("Hvis 2 straffeattester blev fornyet, kunne 2 unge få en mentor");
}

#[tokio::test]
async fn what_takes_two_changes_is_no_step() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB25:62"]).await;
    let bo = mentor(&app, "Bo", 1, &["DB25:62"]).await;
    app.pause(&bo, today(), None).await;
    certificate_ran_out(&app, &bo).await;

    let found = reckoned(&app).await;

    assert_eq!((found.stuck, told(&found)), (1, vec![]));
    let page = app.staff().await.get("/shortage/unlock").await;
    page.assert_ok()
        .assert_shows("Ingen enkelt ting hos en mentor ville være nok")
        .assert_shows("href=\"/shortage/62\"");
}

#[tokio::test]
async fn whoever_has_somebody_to_be_proposed_is_not_stuck() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB25:62"]).await;
    mentor(&app, "Tove", 1, &["DB25:62"]).await;
    app.pause(&mentor(&app, "Bo", 2, &["DB25:62"]).await, today(), None).await;

    let found = reckoned(&app).await;

    assert_eq!((found.waiting, found.stuck, found.steps.len()), (1, 0, 0));
    app.staff().await.get("/shortage/unlock").await.assert_ok().assert_shows("Ingen sidder fast");
}

#[tokio::test]
async fn that_two_have_met_is_not_changed() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    let bo = mentor(&app, "Bo", 1, &["DB25:62"]).await;
    let course = app.course(&amira, &bo).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today())),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    let again = referrals::ActiveModel { id: Set(amira.id), requeued_on: Set(Some(today())), ..Default::default() };
    again.update(app.db()).await.unwrap();

    let found = reckoned(&app).await;

    assert_eq!((found.stuck, found.steps.len()), (1, 0));
}

#[tokio::test]
async fn a_wish_without_an_industry_is_counted_apart() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &[]).await;
    let row = referrals::ActiveModel { id: Set(amira.id), wish: Set("ved det ikke".into()), ..Default::default() };
    row.update(app.db()).await.unwrap();

    let found = reckoned(&app).await;

    assert_eq!((found.stuck, found.unread), (0, 1));
    let page = app.staff().await.get("/shortage/unlock").await;
    page.assert_ok().assert_shows("1 ung har et ønske, vi ikke kan læse en branche ud af");
}

#[tokio::test]
async fn the_page_says_it_in_words_leads_to_the_mentor_and_names_no_young_person() {
    let app = support::start().await;
    for name in ["Amira", "Bilal", "Celina", "Dina"] {
        wishing(&app, name, &["DB25:62"]).await;
    }
    let bo = mentor(&app, "Bo", 2, &["DB25:62"]).await;
    app.pause(&bo, today(), None).await;
    mentors_room::index::rebuild(&app.app).await.unwrap();
    let staff = app.staff().await;

    let page = staff.get("/shortage/unlock").await;

    page.assert_ok().assert_shows("Hvis Bo kom tilbage fra sin pause, kunne 2 unge få en mentor");
    page.assert_shows("4 unge ville få et forslag, men der ville kun være plads til 2.");
    page.assert_shows(&format!("href=\"/mentors/{}\"", bo.id)).assert_shows("href=\"/shortage/62\"");
    page.assert_hides("Amira").assert_hides("Vi har ikke set på alle");
    staff.set_cookie("language", "en");
    let english = staff.get("/shortage/unlock").await;
    english.assert_ok().assert_shows("If Bo came back from the break, 2 young people could have a mentor");
}

#[tokio::test]
async fn those_who_have_waited_longest_are_looked_at_and_the_page_says_how_many() {
    let app = support::start().await;
    let one = wishing(&app, "Amira", &["DB25:62"]).await;
    let person = young_people::Entity::find_by_id(one.young_person_id).one(app.db()).await.unwrap().unwrap();
    let (mut people, mut all) = (Vec::new(), Vec::new());
    for number in 0..LOOKED_AT {
        let (id, mut person, mut referral) = (Uuid::now_v7(), person.clone(), one.clone());
        (person.id, person.reference) = (id, format!("Y{number}"));
        (referral.id, referral.young_person_id, referral.reference) = (id, id, format!("R{number}"));
        people.push(young_people::ActiveModel::from(person).reset_all());
        all.push(referrals::ActiveModel::from(referral).reset_all());
    }
    for some in people.chunks(100) {
        young_people::Entity::insert_many(some.to_vec()).exec_without_returning(app.db()).await.unwrap();
    }
    for some in all.chunks(100) {
        referrals::Entity::insert_many(some.to_vec()).exec_without_returning(app.db()).await.unwrap();
    }

    let page = app.staff().await.get("/shortage/unlock").await;

    let (looked_at, all) = (LOOKED_AT, LOOKED_AT + 1);
    page.assert_ok().assert_shows(&format!("{all} unge ønsker kun brancher med få ledige mentorer"));
    page.assert_shows(&format!("Vi har set på de {looked_at}, der har ventet længst"));
}

#[tokio::test]
async fn whoever_wishes_an_industry_with_plenty_of_mentors_need_not_be_looked_at() {
    let app = support::start().await;
    wishing(&app, "Amira", &["DB25:62"]).await;
    wishing(&app, "Bilal", &["DB07:41.10", "DB25:85"]).await;
    for number in 0..PLENTY {
        mentor(&app, &format!("Mentor{number}"), 1, &["DB07:62.01"]).await;
    }

    let found = reckoned(&app).await;
    assert_eq!((found.waiting, found.doubtful, found.looked_at, found.stuck), (2, 1, 1, 1));

    for number in 0..PLENTY {
        mentor(&app, &format!("Ejendomsmægler{number}"), 1, &["DB25:68"]).await;
    }
    let found = reckoned(&app).await;
    assert_eq!((found.doubtful, found.looked_at, found.stuck), (0, 0, 0));
}

#[tokio::test]
async fn plenty_far_away_is_not_plenty_and_whoever_asks_for_more_is_looked_at() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    for number in 0..PLENTY {
        let mentor = mentor(&app, &format!("Mentor{number}"), 1, &["DB25:62"]).await;
        lives_at(&app, &mentor, if number == 0 { "9000" } else { "4600" }).await;
    }
    let found = reckoned(&app).await;
    assert_eq!((found.doubtful, found.stuck), (1, 0));

    lives_at(&app, &mentor(&app, "Karen", 1, &["DB25:62"]).await, "4600").await;
    assert_eq!(reckoned(&app).await.doubtful, 0);

    let asks = referrals::ActiveModel {
        id: Set(amira.id),
        mentor_language: Set(Some("so".into())),
        musts: Set(entity::Words(vec!["language".into()])),
        ..Default::default()
    };
    asks.update(app.db()).await.unwrap();
    let found = reckoned(&app).await;
    assert_eq!((found.doubtful, found.stuck), (1, 1));
}

#[tokio::test]
async fn the_match_page_of_somebody_whom_nobody_suits_says_what_would_help() {
    let app = support::start().await;
    let amira = wishing(&app, "Amira", &["DB25:62"]).await;
    let bo = mentor(&app, "Bo", 1, &["DB25:62"]).await;
    app.pause(&bo, today(), None).await;
    mentors_room::index::rebuild(&app.app).await.unwrap();
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match", amira.id));

    let page = staff.get(&path).await;
    page.assert_ok().assert_shows("Hvad ville hjælpe?").assert_shows("Bo kan foreslås, hvis pausen slutter");

    certificate_ran_out(&app, &bo).await;
    staff.get(&path).await.assert_ok().assert_shows("Der skal en ny mentor til").assert_shows("href=\"/shortage\"");

    mentor(&app, "Tove", 1, &["DB25:62"]).await;
    mentors_room::index::rebuild(&app.app).await.unwrap();
    staff.get(&path).await.assert_ok().assert_hides("Hvad ville hjælpe?");
}

#[test]
fn several_at_once_are_counted_by_seats_and_only_those_needed_are_named() {
    let ids: Vec<Uuid> = (0..3).map(|_| Uuid::now_v7()).collect();
    let stuck = |mentors: &[usize]| Stuck { mentors: mentors.iter().map(|at| ids[*at]).collect() };
    let unlocks = |seats: [u32; 3]| -> HashMap<Uuid, Unlock> {
        let pause = |(id, seats): (&Uuid, u32)| (*id, Unlock { change: Change::EndPause, seats });
        ids.iter().zip(seats).map(pause).collect()
    };
    let references = ids.iter().copied().zip(["a", "b", "c"]).collect();
    // The first two have only the first mentor, the third one has all of them, the fourth has nobody.
    let people = [stuck(&[0]), stuck(&[0]), stuck(&[0, 1, 2]), stuck(&[])];

    let steps = ranked(&people, &unlocks([2, 1, 1]), &references).unwrap();

    let counts: Vec<_> = steps.iter().map(|step| (step.mentors.clone(), step.helped, step.suggested)).collect();
    // Two mentors are enough for all three, and the third mentor is not asked.
    assert_eq!(
        counts,
        [(vec![ids[0], ids[1]], 3, 3), (vec![ids[0]], 2, 3), (vec![ids[1]], 1, 1), (vec![ids[2]], 1, 1),]
    );
    let alone = ranked(&people, &unlocks([3, 1, 1]), &references).unwrap();
    assert_eq!((alone[0].mentors.clone(), alone[0].helped, alone.len()), (vec![ids[0]], 3, 3));
}
