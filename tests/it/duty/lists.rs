//! The filter "responsible" of lists and of Today.

use brobyg::duty::Thing;
use chrono::Days;
use entity::{courses, mentors, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{browser, in_days};
use crate::support::{self, TestApp, today};

/// What stands in the rows of a list.
fn rows(page: &support::Page) -> Vec<String> {
    let heads = page.assert_ok().body.split("<th scope=\"row\">").skip(1);
    heads.map(|rest| rest.split("\">").nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

async fn undecided(app: &TestApp, name: &str) -> entity::Referral {
    let referral = app.referral(name).await;
    let row = referrals::ActiveModel { id: Set(referral.id), accepted_on: Set(None), ..Default::default() };
    row.update(app.db()).await.unwrap()
}

#[tokio::test]
async fn every_list_of_things_is_filtered_by_who_sees_to_them_and_says_who_is_responsible() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let astrid = app.user("Astrid", entity::users::Role::Administrator, None).await;
    for (number, user) in [(1, Some(&karen)), (2, Some(&bent)), (3, None)] {
        let partner = app.partner(&format!("Plan {number}")).await;
        let referral = app.referral_by(&format!("Ung {number}"), &partner, None).await;
        let mentor = app.mentor(&format!("Mentor{number}")).await;
        let course = app.course(&referral, &mentor).await;
        if let Some(user) = user {
            for (thing, id) in [
                (Thing::Partner, partner.id),
                (Thing::Referral, referral.id),
                (Thing::Mentor, mentor.id),
                (Thing::Course, course.id),
            ] {
                app.sees_to(user, thing, id).await;
            }
        }
    }
    app.is_away(&karen, &astrid, in_days(0), in_days(3)).await;
    app.is_away(&bent, &astrid, in_days(5), in_days(6)).await;
    let reader = browser(&app, &astrid).await;

    for (list, name) in
        [("/admin/partners", "Plan"), ("/referrals", "Ung"), ("/mentors", "Mentor"), ("/courses", "Ung")]
    {
        let named = |numbers: &[u8]| {
            let space = if name == "Mentor" { "" } else { " " };
            numbers.iter().map(|number| format!("{name}{space}{number}")).collect::<Vec<_>>()
        };
        for (word, expected) in [
            ("mine".to_owned(), named(&[1])),
            ("nobody".to_owned(), named(&[3])),
            (bent.id.to_string(), named(&[2])),
            (karen.id.to_string(), named(&[1])),
            (astrid.id.to_string(), named(&[])),
        ] {
            let page = reader.get(&format!("{list}?responsible={word}")).await;
            assert_eq!(rows(&page), expected, "{list} {word}");
        }
        let sorted = reader.get(&format!("{list}?sort=responsible&dir=asc")).await;
        assert_eq!(rows(&sorted), named(&[2, 1, 3]), "{list}: whoever nobody sees to comes last");
        sorted.assert_shows("data-title=\"Ansvarlig\">Karen<").assert_shows("data-title=\"Ansvarlig\">Ingen<");
        let file = reader.get(&format!("{list}?file=csv&responsible=nobody")).await;
        file.assert_ok().assert_shows("duty_responsible").assert_hides("Karen");
    }
}

#[tokio::test]
async fn today_is_read_as_all_mine_or_nobodys_and_each_line_leads_to_as_many_rows() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    for (name, user) in [("Amira", Some(&karen)), ("Bilal", Some(&bent)), ("Cille", None)] {
        let referral = undecided(&app, name).await;
        let course =
            app.course(&app.referral(&format!("{name} i forløb")).await, &app.mentor(&format!("M{name}")).await).await;
        let late = courses::ActiveModel {
            id: Set(course.id),
            planned_end_on: Set(today() - Days::new(1)),
            ..Default::default()
        };
        late.update(app.db()).await.unwrap();
        let applied = app.mentor(&format!("Ansøger{name}")).await;
        let applied = mentors::ActiveModel { id: Set(applied.id), approved_on: Set(None), ..Default::default() };
        let applied = applied.update(app.db()).await.unwrap();
        let things = [(Thing::Referral, referral.id), (Thing::Course, course.id), (Thing::Mentor, applied.id)];
        if let Some(user) = user {
            for (thing, id) in things {
                app.sees_to(user, thing, id).await;
            }
        }
    }
    app.enquiry("Dina").await;
    app.is_away(&bent, &karen, in_days(0), in_days(1)).await;
    let (karens, bents) = (browser(&app, &karen).await, browser(&app, &bent).await);

    for (reader, word, shown, hidden) in [
        (&karens, "", &["Amira", "Bilal", "Cille", "Dina"][..], &[][..]),
        (&karens, "mine", &["Amira", "Bilal"], &["Cille", "Dina"]),
        (&bents, "mine", &[], &["Amira", "Bilal", "Cille", "Dina"]),
        (&bents, "nobody", &["Cille", "Dina"], &["Amira", "Bilal"]),
    ] {
        let page = reader.get(&format!("/today?responsible={word}")).await;
        for name in shown {
            page.assert_ok().assert_shows(name);
        }
        for name in hidden {
            page.assert_ok().assert_hides(name);
        }
        for (count, list) in crate::today_counts::counted(&page) {
            assert!(word.is_empty() || list.contains(word) || list.starts_with("/enquiries"), "{list}");
            assert_eq!(rows(&reader.get(&list).await).len(), count, "{list}");
        }
    }
    app.days_pass(2);
    let bents = browser(&app, &bent).await;
    bents.get("/today?responsible=mine").await.assert_ok().assert_shows("Bilal").assert_hides("Amira");
}
