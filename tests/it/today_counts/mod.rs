//! Today counts each thing once, and as many as the list has that its line leads to.

mod letters;
mod needs;
mod whose;

use std::collections::BTreeMap;

use chrono::Days;
use entity::{
    Referral, consents::ConsentPurpose, mentors, messages, proposals, referrals, surveys, unknown_word_uses,
    unknown_words, users,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid, sea_query::Expr,
};

use crate::{
    kept_forms::lying::left_lying,
    support::{self, Browser, Page, TestApp, today},
};

/// What the overview says of each kind: how many there are, and which list it leads to.
fn sections(page: &Page) -> BTreeMap<String, (usize, String)> {
    let overview = page.assert_ok().body.split("<ul class=\"today-list").nth(1).unwrap_or_default();
    let parts = overview.split("</ul>").next().unwrap().split("<li id=\"").skip(1);
    let section = |part: &str| {
        let between = |start: &str, end: &str| part.split(start).nth(1).unwrap().split(end).next().unwrap().to_owned();
        let count = between("class=\"today-count\">", "</span>").parse().unwrap();
        let list = between("<a href=\"", "\"").replace("&#38;", "&");
        (part.split('"').next().unwrap().to_owned(), (count, list))
    };
    parts.map(section).collect()
}

/// How many there are of each kind on the page, and their list.
pub fn counted(page: &Page) -> Vec<(usize, String)> {
    sections(page).into_values().collect()
}

/// How many rows the list has.
async fn rows(staff: &Browser, list: &str) -> usize {
    let page = staff.get(list).await;
    let body = page.assert_ok().body.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next());
    body.map_or(0, |body| body.matches("<tr").count())
}

impl TestApp {
    async fn referral_that(&self, name: &str, change: impl FnOnce(&mut referrals::ActiveModel)) -> Referral {
        let referral = self.referral(name).await;
        let mut row = referrals::ActiveModel { id: Set(referral.id), ..Default::default() };
        change(&mut row);
        row.update(self.db()).await.unwrap()
    }

    async fn mentor_that(&self, name: &str, change: impl FnOnce(&mut mentors::ActiveModel)) {
        let mentor = self.mentor(name).await;
        let mut row = mentors::ActiveModel { id: Set(mentor.id), ..Default::default() };
        change(&mut row);
        row.update(self.db()).await.unwrap();
    }

    async fn course_that(&self, name: &str, change: impl FnOnce(&mut entity::courses::ActiveModel)) -> entity::Course {
        let (referral, mentor) = (self.referral(name).await, self.mentor(&format!("Mentor {name}")).await);
        let course = self.course(&referral, &mentor).await;
        let mut row = entity::courses::ActiveModel { id: Set(course.id), ..Default::default() };
        change(&mut row);
        row.update(self.db()).await.unwrap()
    }

    async fn met(&self, course: &entity::Course, days_ago: u64) {
        let meeting = entity::meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            held_on: Set(today() - Days::new(days_ago)),
            attendance: Set(entity::meetings::Attendance::Held),
            logged_at: Set(self.app.clock.now()),
            known_on: Set(None),
            ..Default::default()
        };
        meeting.insert(self.db()).await.unwrap();
    }
}

/// People who wait to be matched, and others who must not be taken for such.
async fn referrals_in_every_state(app: &TestApp) {
    let day = |days| Some(today() - Days::new(days));
    for name in ["Undecided 1", "Undecided 2"] {
        app.referral_that(name, |row| row.accepted_on = Set(None)).await;
    }
    app.referral_that("Free", |_| ()).await;
    app.referral_that("Rested", |row| row.rests_until = Set(Some(today()))).await;
    app.referral_that("Rests", |row| row.rests_until = Set(Some(today() + Days::new(1)))).await;
    app.referral_that("Talk", |row| row.talk_asked_on = Set(day(3))).await;
    let long_ago = today() - Days::new(100);
    app.referral_that("Unsure", |row| row.referred_on = Set(long_ago)).await;
    app.referral_that("Asked", |row| {
        row.referred_on = Set(long_ago);
        row.interest_asked_on = Set(day(2));
    })
    .await;
    app.referral_that("Talk and unsure", |row| {
        row.referred_on = Set(long_ago);
        row.talk_asked_on = Set(day(3));
    })
    .await;
    app.referral_that("Rests and unsure", |row| {
        row.referred_on = Set(long_ago);
        row.rests_until = Set(Some(today() + Days::new(9)));
    })
    .await;
    app.referral_that("Gone", |row| row.withdrawn_on = Set(day(1))).await;
}

async fn proposals_in_every_state(app: &TestApp) {
    let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 5).await;
    let now = Some(app.app.clock.now());
    for (young, change) in [
        ("Proposed", proposals::ActiveModel { question: Set(None), ..Default::default() }),
        ("Question", proposals::ActiveModel { asked_at: Set(now), ..Default::default() }),
        ("Mentee", proposals::ActiveModel { mentor_accepted_at: Set(now), ..Default::default() }),
        ("Mentee, in vain", proposals::ActiveModel { mentor_accepted_at: Set(now), ..Default::default() }),
        ("Unasked", proposals::ActiveModel { mentor_accepted_at: Set(now), ..Default::default() }),
    ] {
        let proposal = app.proposal(&app.referral(young).await, &mentor).await;
        let change = proposals::ActiveModel { id: Set(proposal.id), expires_on: Set(proposal.expires_on), ..change };
        change.update(app.db()).await.unwrap();
        if young.starts_with("Mentee") {
            written_to(app, proposal.id, young == "Mentee, in vain").await;
        }
    }
}

/// A letter to the young person of a proposal is on its way, or was given up.
async fn written_to(app: &TestApp, proposal_id: Uuid, is_given_up: bool) {
    let now = app.app.clock.now();
    let tx = app.db().begin().await.unwrap();
    let kind = brobyg::matching::letters::MENTEE_ASKED;
    brobyg::message::queue(&tx, now, kind, proposal_id, "").await.unwrap();
    tx.commit().await.unwrap();
    if is_given_up {
        let own = messages::Entity::update_many().filter(messages::Column::SubjectId.eq(proposal_id));
        own.col_expr(messages::Column::GivenUpAt, Expr::value(Some(now)))
            .col_expr(messages::Column::Failure, Expr::value("mailbox-unknown"))
            .exec(app.db())
            .await
            .unwrap();
    }
}

/// Young people who say no to a mentor while something goes on: counted once, as stopped.
async fn stopped_in_every_state(app: &TestApp) {
    let mentor = app.mentor_in("Sonja", "it-udvikler", "62", 5).await;
    let proposed = app.referral("Stopped, proposed").await;
    app.proposal(&proposed, &mentor).await;
    let never_met = app.course_that("Stopped, never met", |row| row.matched_on = Set(today() - Days::new(20))).await;
    let waiting = app.referral("Stopped, waiting").await;
    for referral_id in [proposed.id, never_met.referral_id, waiting.id] {
        let referral = referrals::Entity::find_by_id(referral_id).one(app.db()).await.unwrap().unwrap();
        app.refused(&referral, ConsentPurpose::MentorCourse).await;
    }
}

async fn courses_in_every_state(app: &TestApp) {
    app.course_that("Never met", |row| row.matched_on = Set(today() - Days::new(20))).await;
    app.course_that("New", |row| row.matched_on = Set(today())).await;
    let silent = app.course_that("Silent", |_| ()).await;
    app.met(&silent, 25).await;
    let over = app.course_that("Over", |row| row.planned_end_on = Set(today() - Days::new(1))).await;
    app.met(&over, 1).await;
    let soon = app.course_that("Soon over", |row| row.planned_end_on = Set(today() + Days::new(10))).await;
    app.met(&soon, 1).await;
    let ended = app
        .course_that("Ended", |row| {
            row.ended_on = Set(Some(today()));
            row.seat_hold_id = Set(None);
            row.class_override = Set(Some(entity::courses::CourseClass::Completed));
            row.override_reason = Set(Some("Nåede sit mål".into()));
        })
        .await;
    for (kind, due) in [(surveys::SurveyKind::Exit, 0), (surveys::SurveyKind::TwelveMonth, 365)] {
        let survey = surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(ended.id),
            kind: Set(kind),
            due_on: Set(today() + Days::new(due)),
            ..Default::default()
        };
        survey.insert(app.db()).await.unwrap();
    }
}

async fn mentors_in_every_state(app: &TestApp) {
    app.mentor_that("Applicant", |row| {
        row.approved_on = Set(None);
        row.email_confirmed_at = Set(Some(app.app.clock.now()));
    })
    .await;
    app.mentor_that("Expiring", |row| row.criminal_record_expires_on = Set(Some(today() + Days::new(20)))).await;
    app.mentor_that("Never invited", |row| row.approved_on = Set(Some(today() - Days::new(400)))).await;
    let forgotten = app.mentor("Forgotten").await;
    let user = app.mentor_browser(&forgotten).await.user.unwrap();
    let invited = users::ActiveModel {
        id: Set(user.id),
        created_at: Set(app.app.clock.now() - chrono::Duration::days(400)),
        last_seen_on: Set(None),
        phone: Set(None),
        ..Default::default()
    };
    invited.update(app.db()).await.unwrap();
    let approved = mentors::ActiveModel {
        id: Set(forgotten.id),
        approved_on: Set(Some(today() - Days::new(400))),
        ..Default::default()
    };
    approved.update(app.db()).await.unwrap();
}

/// A word for which somebody waits, and one for which nobody does any more.
async fn words(app: &TestApp) {
    let waits = app.referral_that("Wishing", |_| ()).await;
    let gone = app.referral_that("Wished", |row| row.withdrawn_on = Set(Some(today()))).await;
    entity::referral_industries::Entity::delete_many().exec(app.db()).await.unwrap();
    for (word, referral) in [("kvabburfølle", waits), ("gnallerup", gone)] {
        let id = Uuid::now_v7();
        let unknown = unknown_words::ActiveModel {
            id: Set(id),
            word: Set(word.into()),
            first_seen_on: Set(today()),
            passed_over_on: Set(None),
        };
        unknown_words::Entity::insert(unknown).exec_without_returning(app.db()).await.unwrap();
        let used = unknown_word_uses::ActiveModel {
            unknown_word_id: Set(id),
            referral_id: Set(referral.id),
            solved_on: Set(None),
            ..Default::default()
        };
        unknown_word_uses::Entity::insert(used).exec_without_returning(app.db()).await.unwrap();
    }
}

/// A platform on which something of every kind waits, and something beside it that must not be taken for it.
async fn everything() -> TestApp {
    let app = support::start().await;
    app.enquiry("Egon").await;
    referrals_in_every_state(&app).await;
    proposals_in_every_state(&app).await;
    courses_in_every_state(&app).await;
    needs::courses(&app).await;
    needs::contact_work(&app).await;
    needs::follow_ups(&app).await;
    stopped_in_every_state(&app).await;
    mentors_in_every_state(&app).await;
    words(&app).await;
    letters::left(&app).await;
    letters::texted(&app).await;
    needs::file(&app).await;
    app
}

#[tokio::test]
async fn each_line_counts_what_its_list_shows_and_each_kind_is_there() {
    let app = everything().await;
    let staff = app.staff().await;
    left_lying(&app, staff.user.as_ref().unwrap(), 30).await;

    let sections = sections(&staff.get("/today").await);

    let mut wrong = Vec::new();
    for (kind, (count, list)) in sections.iter() {
        let listed = rows(&staff, list).await;
        if listed != *count {
            wrong.push(format!("{kind} counts {count}, but {list} has {listed}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(sections.len(), 44, "{sections:?}");
    let counts = ["letter", "bounced", "may-have-arrived", "not-asked"].map(|kind| sections[kind].0);
    assert_eq!(counts, [1, 1, 2, 2]);
}

#[tokio::test]
async fn a_referral_stands_under_one_heading_alone() {
    let app = support::start().await;
    referrals_in_every_state(&app).await;

    let sections = sections(&app.staff().await.get("/today").await);

    let counts: BTreeMap<&str, usize> = sections.iter().map(|(kind, (count, _))| (kind.as_str(), *count)).collect();
    let expected = [("interest", 1), ("talk", 2), ("undecided", 2), ("waiting", 3)];
    assert_eq!(counts, BTreeMap::from(expected));
}
