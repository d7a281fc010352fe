//! Whoever is told of a young person, or of somebody who asked for a mentor, is in the reading log: asked of every page
//! of the matrix as everybody who may open it. A new page is in the matrix, so it is asked here too.

use std::collections::{BTreeMap, BTreeSet};

use brobyg::record::Change;
use entity::{Reading, enquiries, readings, referrals, users::Role, young_people};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryOrder,
    QuerySelect, prelude::Uuid,
};

use super::{
    ask,
    matrix::{ASKING, Line, lines},
    scene::Scene,
};
use crate::support::{self, Page, TestApp, today};

/// Words that stand nowhere but with one person: none is a part of another.
struct Canaries(BTreeMap<String, Uuid>);

impl Canaries {
    /// Gives everybody names, addresses and wishes that nobody else has.
    async fn put_on(app: &TestApp) -> Self {
        let mut words = BTreeMap::new();
        let people = young_people::Entity::find().order_by_asc(young_people::Column::Id).all(app.db()).await.unwrap();
        for (number, person) in people.into_iter().enumerate() {
            let (id, word) = (person.id, format!("qx{number}qx"));
            let person = young_people::ActiveModel {
                name: Set(format!("{word}fornavn {word}efternavn")),
                email: Set(Some(format!("{word}@ung.example"))),
                phone: Set(Some(format!("+4551{number:06}"))),
                ..person.into_active_model()
            };
            person.update(app.db()).await.unwrap();
            words.insert(word, id);
            words.insert(format!("51 {:02} {:02} {:02}", 0, number / 100, number % 100), id);
        }
        for referral in referrals::Entity::find().all(app.db()).await.unwrap() {
            let word = words.iter().find(|(_, id)| **id == referral.young_person_id).unwrap().0.clone();
            let wish = format!("{} {word}", referral.wish);
            let wish = referrals::ActiveModel { wish: Set(wish), ..referral.into_active_model() };
            wish.update(app.db()).await.unwrap();
        }
        for (number, enquiry) in enquiries::Entity::find().all(app.db()).await.unwrap().into_iter().enumerate() {
            let (id, word) = (enquiry.id, format!("qy{number}qy"));
            let named = enquiries::ActiveModel { first_name: Set(word.clone()), ..enquiry.into_active_model() };
            named.update(app.db()).await.unwrap();
            words.insert(word, id);
        }
        Self(words)
    }

    /// Everybody whom a page tells of.
    fn on(&self, page: &Page) -> BTreeSet<Uuid> {
        self.0.iter().filter(|(word, _)| page.body.contains(word.as_str())).map(|(_, id)| *id).collect()
    }

    /// The same but for first names: a link says whose it is before it says anything else.
    fn besides_first_names(&self, page: &Page) -> BTreeSet<Uuid> {
        let without = |word: &str| page.body.replace(&format!("{word}fornavn"), "");
        self.0.iter().filter(|(word, _)| without(word).contains(word.as_str())).map(|(_, id)| *id).collect()
    }
}

async fn log(app: &TestApp) -> Vec<Reading> {
    log_after(app, 0).await
}

/// What was written down after the first rows of the log.
async fn log_after(app: &TestApp, rows: u64) -> Vec<Reading> {
    readings::Entity::find().order_by_asc(readings::Column::Id).offset(rows).limit(10_000).all(app.db()).await.unwrap()
}

async fn rows(app: &TestApp) -> u64 {
    readings::Entity::find().count(app.db()).await.unwrap()
}

fn about(reading: &Reading) -> Uuid {
    reading.young_person_id.or(reading.enquiry_id).unwrap()
}

/// Asks one line as everybody who gets it; whom it told of, and what is missing in the log.
async fn told(scene: &Scene, canaries: &Canaries, line: &Line) -> (BTreeSet<&'static str>, Vec<String>) {
    let (mut telling, mut missing) = (BTreeSet::new(), Vec::new());
    for who in ASKING.into_iter().filter(|who| line.gets(who) == "ok") {
        let before = rows(&scene.app).await;
        let page = ask(scene, line, who).await;
        let user = scene.user_of(who);
        let is_own_link = user.is_none() && line.path.contains("{link.");
        let shown = if is_own_link { canaries.besides_first_names(&page) } else { canaries.on(&page) };
        let read: BTreeSet<Uuid> =
            log_after(&scene.app, before).await.iter().filter(|reading| reading.user_id == user).map(about).collect();
        if !shown.is_empty() {
            telling.insert(who);
        }
        // Behind a link of their own a mentor sees the anonymous card, which is in the log too.
        if user.is_none() && !is_own_link && !shown.is_empty() || !shown.is_subset(&read) {
            missing.push(format!("{} {} as {who}", line.method, line.path));
        }
    }
    (telling, missing)
}

async fn everything_told(method_is: impl Fn(&str) -> bool) -> (BTreeMap<String, BTreeSet<&'static str>>, Vec<String>) {
    let scene = Scene::set().await;
    scene.people_who_are_alike().await;
    let planned = scene.path("/planning/{matching_meeting.open}/plan");
    scene.browser("staff").await.submit(&planned, &[]).await.assert_taken();
    let canaries = Canaries::put_on(&scene.app).await;
    let (mut all, mut missing) = (BTreeMap::new(), Vec::new());
    for line in lines().iter().filter(|line| method_is(&line.method)) {
        let (telling, gaps) = told(&scene, &canaries, line).await;
        all.entry(format!("{} {}", line.method, line.path)).or_insert_with(BTreeSet::new).extend(telling);
        missing.extend(gaps);
    }
    (all, missing)
}

#[tokio::test]
async fn every_page_that_tells_of_somebody_is_in_the_reading_log_for_everybody_who_opens_it() {
    let (telling, missing) = everything_told(|method| method == "GET").await;

    assert!(missing.is_empty(), "told without a reading:\n{}", missing.join("\n"));
    // The test sees what it is about: names stand on these pages.
    for (page, who) in [
        ("GET /today", "staff"),
        ("GET /mentor", "mentor"),
        ("GET /referrals", "referrer"),
        ("GET /referrals", "administrator"),
        ("GET /referrals/{referral.own}/receipt", "referrer"),
        ("GET /referrals/{referral.own}/report", "staff"),
        ("GET /referrals/{referral.through_own}/mentor", "referrer"),
        ("GET /courses", "mentor"),
        ("GET /courses/{course.own_mentor}", "mentor"),
        ("GET /courses/{course.own_mentor}/history", "staff"),
        ("GET /courses/{course.own_mentor}/ending", "staff"),
        ("GET /courses/{course.ended_own}/class", "staff"),
        ("GET /courses/{course.ended_own}/reopening", "staff"),
        ("GET /courses/{course.ended_own}/rematch", "administrator"),
        ("GET /proposals/{proposal.own_mentor}", "mentor"),
        ("GET /proposals/{proposal.own_mentor}", "staff"),
        ("GET /young-people/{young_person.own}/merge", "staff"),
        ("GET /planning/{matching_meeting.open}", "staff"),
        ("GET /mentors/{mentor.own}", "staff"),
        ("GET /enquiries", "staff"),
        ("GET /enquiries/{enquiry.waiting}", "administrator"),
        ("GET /surveys/{survey.open}", "staff"),
        ("GET /consents", "staff"),
    ] {
        assert!(telling.get(page).is_some_and(|told| told.contains(who)), "{page} names nobody to {who}");
    }
}

#[tokio::test]
async fn a_form_that_comes_back_with_somebody_on_it_is_in_the_reading_log_too() {
    let (telling, missing) = everything_told(|method| method != "GET").await;

    assert!(missing.is_empty(), "told without a reading:\n{}", missing.join("\n"));
    let some = telling.values().filter(|told| !told.is_empty()).count();
    assert!(some > 15, "only {some} forms came back with somebody on them");
}

#[tokio::test]
async fn what_cannot_be_written_into_the_reading_log_is_not_shown() {
    let app = support::start().await;
    let referral = app.referral("Karla Lind").await;
    let staff = app.staff().await;
    let path = format!("/referrals/{}", referral.id);
    staff.get(&path).await.assert_ok().assert_shows("Karla Lind");

    app.db().execute_unprepared("DROP TABLE readings").await.unwrap();

    for page in [staff.get(&path).await, staff.get("/referrals").await] {
        assert!(page.status.is_server_error(), "{}", page.body);
        page.assert_hides("Karla Lind");
    }
    staff.get("/privacy").await.assert_ok();
}

#[tokio::test]
async fn the_form_of_a_sent_referral_is_a_reading_also_for_whoever_sent_it() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    app.housing_area("Karlemosen", &partner).await;
    let referrer = app.referrer(&partner).await;
    let referral = app.referral_by("Karla Lind", &partner, referrer.user.as_ref()).await;

    referrer.get(&format!("/referrals/{}/amendment", referral.id)).await.assert_ok().assert_shows("Karla Lind");

    let read = log(&app).await;
    assert_eq!(read.iter().map(about).collect::<Vec<_>>(), [referral.young_person_id]);
    assert_eq!((read[0].user_id, read[0].role), (referrer.user.as_ref().map(|user| user.id), Some(Role::Referrer)));
}

#[tokio::test]
async fn a_draft_that_came_from_an_enquiry_is_a_reading_of_the_enquiry() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    app.housing_area("Karlemosen", &partner).await;
    let enquiry = app.enquiry("Egon").await;
    let staff = app.staff().await;
    let begun = staff.submit(&format!("/enquiries/{}/referral", enquiry.id), &[]).await;
    let draft = begun.assert_taken().location.clone().unwrap();
    let colleague = app.staff().await;
    colleague.submit(&format!("/enquiries/{}/referral", enquiry.id), &[]).await.assert_goes_to(&draft);
    let before = rows(&app).await;

    colleague.get(&draft).await.assert_ok().assert_shows("Egon");

    let read = log_after(&app, before).await;
    assert_eq!(read.iter().map(|reading| reading.enquiry_id).collect::<Vec<_>>(), [Some(enquiry.id)]);
    assert_eq!(read[0].user_id, colleague.user.as_ref().map(|user| user.id));
}

#[tokio::test]
async fn the_courses_taken_away_in_a_file_are_read_in_the_name_of_whoever_took_them() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Karla Lind").await, app.mentor("Jonas").await);
    app.course(&referral, &mentor).await;
    let staff = app.staff().await;
    let year = "from_day=1&from_month=1&from_year=2020&to_day=31&to_month=12&to_year=2026";

    let file = staff.get(&format!("/outcomes/courses?file=csv&{year}")).await;

    file.assert_ok().assert_shows("course,referral");
    let read = log(&app).await;
    assert_eq!(read.iter().map(about).collect::<Vec<_>>(), [referral.young_person_id], "{}", file.body);
    assert_eq!(read[0].role, Some(Role::Staff));
}

#[tokio::test]
async fn an_export_and_a_backup_on_the_machine_are_readings_of_everybody_by_nobody_who_signed_in() {
    let app = support::start().await;
    let (referral, enquiry) = (app.referral("Karla Lind").await, app.enquiry("Egon").await);
    let folder = tempfile::tempdir().unwrap();
    let now = app.app.clock.now();

    brobyg::exchange::export(app.db(), folder.path(), now).await.unwrap();

    let read = log(&app).await;
    assert_eq!(read.iter().map(about).collect::<Vec<_>>(), [referral.young_person_id]);
    assert_eq!((read[0].user_id, read[0].role), (None, None));
    let before = rows(&app).await;

    brobyg::exchange::backup(app.db(), now, &folder.path().join("copy")).await.unwrap();

    let left: BTreeSet<Uuid> = log_after(&app, before).await.iter().map(about).collect();
    assert_eq!(left, BTreeSet::from([referral.young_person_id, enquiry.id]));
    assert!(
        log_after(&app, before).await.iter().all(|reading| reading.at == now && today() <= reading.at.date_naive())
    );
}

#[tokio::test]
async fn the_database_lets_nobody_take_a_reading_or_a_change_back() {
    let app = support::start().await;
    let referral = app.referral("Karla Lind").await;
    app.staff().await.get(&format!("/referrals/{}", referral.id)).await.assert_ok();
    let change = Change { subject: "referral", subject_id: referral.id, action: "taken", ..Change::default() };
    change.write(app.db(), app.app.clock.now()).await.unwrap();
    let read = rows(&app).await;
    assert!(read > 0);

    for taking_back in ["DELETE FROM readings", "UPDATE readings SET purpose = 'export'", "DELETE FROM changes"] {
        let refused = app.db().execute_unprepared(taking_back).await.unwrap_err();
        assert!(refused.to_string().contains("only added to"), "{taking_back}: {refused}");
    }

    assert_eq!(rows(&app).await, read);
}
