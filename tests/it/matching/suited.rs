//! From a mentor to those waiting whom the mentor suits.

use brobyg::matching::LOOKED_AT;
use entity::{
    Referral, Words, mentor_industries, mentors, partners, readings, readings::ReadingPurpose, referral_industries,
    referrals, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, Page, TestApp, today};

/// Makes this the wish, in a division of DB07; without one nobody has confirmed an industry.
async fn wishes(app: &TestApp, referral: &Referral, wish: &str, division: Option<&str>) {
    let told = referrals::ActiveModel { id: Set(referral.id), wish: Set(wish.into()), ..Default::default() };
    told.update(app.db()).await.unwrap();
    let own = referral_industries::Column::ReferralId.eq(referral.id);
    match division {
        Some(division) => {
            let row = referral_industries::Entity::find().filter(own).one(app.db()).await.unwrap().unwrap();
            let changed = referral_industries::ActiveModel {
                id: Set(row.id),
                code: Set(division.into()),
                division: Set(division.into()),
                ..Default::default()
            };
            changed.update(app.db()).await.unwrap();
        }
        None => {
            referral_industries::Entity::delete_many().filter(own).exec(app.db()).await.unwrap();
        }
    }
}

async fn lives_at(app: &TestApp, referral: &Referral, postcode: &str) {
    let moved = partners::ActiveModel {
        id: Set(referral.partner_id),
        postcode: Set(Some(postcode.into())),
        ..Default::default()
    };
    moved.update(app.db()).await.unwrap();
}

fn order<'a>(page: &Page, names: &[&'a str]) -> Vec<&'a str> {
    let mut found: Vec<(usize, &str)> =
        names.iter().filter_map(|name| Some((page.body.find(&format!(">{name}</a></h2>"))?, *name))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

#[tokio::test]
async fn the_mentors_page_leads_to_those_waiting_whom_the_mentor_suits_the_best_first() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let near = mentors::ActiveModel { id: Set(jonas.id), postcode: Set(Some("4600".into())), ..Default::default() };
    near.update(app.db()).await.unwrap();
    let (amira, bilal, carla, dina) = (
        app.referral("Amira").await,
        app.referral("Bilal").await,
        app.referral("Carla").await,
        app.referral("Dina").await,
    );
    lives_at(&app, &bilal, "9000").await;
    wishes(&app, &carla, "vil gerne være frisør", Some("96")).await;
    wishes(&app, &dina, "vil gerne være it-udvikler", None).await;
    let (staff, path) = (app.staff().await, format!("/mentors/{}/match", jonas.id));
    let mentors_page = staff.get(&format!("/mentors/{}", jonas.id)).await;
    mentors_page.assert_ok().assert_shows("Hvem passer mentoren til?").assert_shows(&path);

    let page = staff.get(&path).await;

    page.assert_ok().assert_shows("Hvem passer Jonas til?").assert_hides("Carla");
    let shown = order(&page, &["Amira", "Bilal", "Dina"]);
    assert_eq!((shown.len(), shown[2]), (3, "Bilal"), "who is far away comes last");
    page.assert_shows("km væk er for langt").assert_shows("Har 1 af 1 plads fri");
    let match_page = format!("/referrals/{}/match?mentor={}", amira.id, jonas.id);
    page.assert_shows(&match_page);
    // The index knows nobody: the mentor is there as they came from there.
    staff.get(&match_page).await.assert_ok().assert_shows("Mentoren, du kom fra").assert_shows("Jonas</a>");
    staff.submit(&match_page, &[("mentor_id", &jonas.id.to_string()), ("found", "searched")]).await.assert_taken();
    staff.get(&path).await.assert_hides("Amira").assert_shows("Alle mentorens pladser er taget");
}

#[tokio::test]
async fn what_stands_against_a_pair_is_said_and_what_keeps_the_young_person_back() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let (amira, bilal, carla) = (app.referral("Amira").await, app.referral("Bilal").await, app.referral("Carla").await);
    let must = referrals::ActiveModel {
        id: Set(amira.id),
        mentor_language: Set(Some("so".into())),
        musts: Set(Words(vec!["language".into()])),
        ..Default::default()
    };
    must.update(app.db()).await.unwrap();
    let owed = referrals::ActiveModel { id: Set(bilal.id), talk_asked_on: Set(Some(today())), ..Default::default() };
    owed.update(app.db()).await.unwrap();
    let staff = app.staff().await;

    let page = staff.get(&format!("/mentors/{}/match", jonas.id)).await;

    page.assert_ok().assert_shows("Taler ikke det sprog, der er et krav").assert_shows("Tal med samarbejdspartneren");
    assert_eq!(order(&page, &["Amira", "Bilal", "Carla"])[0], "Carla", "who can be proposed comes first");
    assert_eq!(carla.talk_asked_on, None);
    staff.set_cookie("language", "en");
    let page = staff.get(&format!("/mentors/{}/match", jonas.id)).await;
    page.assert_shows("Whom does Jonas suit?").assert_shows("Does not speak the language that is a must");
}

#[tokio::test]
async fn nobody_is_offered_who_does_not_wait_or_says_no_to_a_mentor() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    app.course(&app.referral("Amira").await, &app.mentor("Mona").await).await;
    let bilal = app.referral("Bilal").await;
    let closed = referrals::ActiveModel { id: Set(bilal.id), closed_on: Set(Some(today())), ..Default::default() };
    closed.update(app.db()).await.unwrap();

    let page = app.staff().await.get(&format!("/mentors/{}/match", jonas.id)).await;

    page.assert_ok().assert_shows("Ingen, der venter, passer lige nu").assert_hides("Amira").assert_hides("Bilal");
}

#[tokio::test]
async fn who_is_shown_stands_in_the_reading_log_and_only_staff_ask() {
    let app = support::start().await;
    let (jonas, amira) = (app.mentor("Jonas").await, app.referral("Amira").await);
    let path = format!("/mentors/{}/match", jonas.id);
    let own = app.mentor_browser(&jonas).await;
    own.get(&path).await.assert_status(poem::http::StatusCode::FORBIDDEN);
    assert!(readings::Entity::find().one(app.db()).await.unwrap().is_none());

    app.staff().await.get(&path).await.assert_ok().assert_shows("Amira");

    let read = readings::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((read.young_person_id, read.purpose), (Some(amira.young_person_id), ReadingPurpose::Matching));
}

#[tokio::test]
async fn a_mentor_of_whom_nothing_tells_the_trade_is_asked_for_it() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "xyz", "62", 1).await;
    mentor_industries::Entity::delete_many().exec(app.db()).await.unwrap();

    let page = app.staff().await.get(&format!("/mentors/{}/match", jonas.id)).await;

    page.assert_ok().assert_shows("Vi kender ikke mentorens branche").assert_shows("/edit");
}

/// Copies of a referral, so many, each of somebody of their own.
async fn wait_too(app: &TestApp, like: &Referral, count: usize) {
    let person = young_people::Entity::find_by_id(like.young_person_id).one(app.db()).await.unwrap().unwrap();
    let ids: Vec<(Uuid, Uuid)> = (0..count).map(|_| (Uuid::now_v7(), Uuid::now_v7())).collect();
    let people = ids.iter().map(|(id, _)| young_people::ActiveModel {
        id: Set(*id),
        reference: Set(id.simple().to_string()),
        name: Set("Anden Ung".into()),
        ..person.clone().into()
    });
    young_people::Entity::insert_many(people.collect::<Vec<_>>()).exec_without_returning(app.db()).await.unwrap();
    let waiting = ids.iter().map(|(person, id)| referrals::ActiveModel {
        id: Set(*id),
        young_person_id: Set(*person),
        reference: Set(id.simple().to_string()),
        ..like.clone().into()
    });
    referrals::Entity::insert_many(waiting.collect::<Vec<_>>()).exec_without_returning(app.db()).await.unwrap();
    let industries = ids.iter().map(|(_, id)| referral_industries::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(*id),
        position: Set(0),
        system: Set(mentor_industries::IndustrySystem::Db07),
        code: Set("62".into()),
        division: Set("62".into()),
        confirmed_by: Set(None),
    });
    let industries: Vec<_> = industries.collect();
    referral_industries::Entity::insert_many(industries).exec_without_returning(app.db()).await.unwrap();
}

#[tokio::test]
async fn where_more_wait_than_are_weighed_those_within_reach_are_and_the_page_says_so() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let near = mentors::ActiveModel { id: Set(jonas.id), postcode: Set(Some("4600".into())), ..Default::default() };
    near.update(app.db()).await.unwrap();
    let far = app.referral("Bilal").await;
    lives_at(&app, &far, "9000").await;
    wait_too(&app, &far, LOOKED_AT).await;
    let amira = app.referral("Amira").await;
    let newest = referrals::ActiveModel { id: Set(amira.id), referred_on: Set(today()), ..Default::default() };
    newest.update(app.db()).await.unwrap();

    let page = app.staff().await.get(&format!("/mentors/{}/match", jonas.id)).await;

    page.assert_ok().assert_shows(&format!("De {LOOKED_AT}, vi har vejet"));
    assert_eq!(order(&page, &["Amira", "Bilal"])[0], "Amira", "near, though others have waited longer");
    assert_eq!(page.body.matches("</a></h2>").count(), 20);
}
