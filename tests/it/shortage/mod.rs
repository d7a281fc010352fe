//! The shortage radar: what is counted, whom firms are told of, and what would help the most people.

mod figures;
mod pages;
mod recruit;
mod unlock;

use brobyg::shortage::{Known, Line, Scope, lines};
use chrono::{Days, NaiveDate};
use entity::{
    Mentor, Partner, Referral, courses, mentor_industries, mentor_industries::IndustrySystem, mentors, partners,
    referral_industries, referrals,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{TestApp, today};

/// Somebody who waits and wishes these industries, as `DB25:62`.
async fn wishing(app: &TestApp, name: &str, industries: &[&str]) -> Referral {
    let referral = app.referral(name).await;
    wish(app, &referral, industries).await;
    referral
}

/// The same, referred by this partner from an area of its own.
async fn wishing_from(app: &TestApp, name: &str, partner: &Partner, industries: &[&str]) -> Referral {
    let referral = app.referral_by(name, partner, None).await;
    wish(app, &referral, industries).await;
    referral
}

async fn wish(app: &TestApp, referral: &Referral, industries: &[&str]) {
    let confirmed = referral_industries::Column::ReferralId.eq(referral.id);
    referral_industries::Entity::delete_many().filter(confirmed).exec(app.db()).await.unwrap();
    for (position, code) in (0..).zip(industries) {
        let (system, code, division) = stored(code);
        let industry = referral_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(referral.id),
            position: Set(position),
            system: Set(system),
            code: Set(code),
            division: Set(division),
            confirmed_by: Set(None),
        };
        industry.insert(app.db()).await.unwrap();
    }
}

/// A mentor who may be proposed, with so many seats in these industries and an occupation that tells nothing.
async fn mentor(app: &TestApp, name: &str, seats: i32, industries: &[&str]) -> Mentor {
    let mentor = app.mentor_in(name, "–", "62", seats).await;
    let given = mentor_industries::Column::MentorId.eq(mentor.id);
    mentor_industries::Entity::delete_many().filter(given).exec(app.db()).await.unwrap();
    for (position, code) in (0..).zip(industries) {
        let (system, code, division) = stored(code);
        let industry = mentor_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            mentor_id: Set(mentor.id),
            position: Set(position),
            system: Set(system),
            code: Set(code),
            division: Set(division),
        };
        industry.insert(app.db()).await.unwrap();
    }
    mentor
}

fn stored(code: &str) -> (IndustrySystem, String, String) {
    let (system, code) = code.split_once(':').unwrap();
    let system = if system == "DB07" { IndustrySystem::Db07 } else { IndustrySystem::Db25 };
    (system, code.to_owned(), code[..2].to_owned())
}

async fn lives_at(app: &TestApp, mentor: &Mentor, postcode: &str) {
    let row = mentors::ActiveModel { id: Set(mentor.id), postcode: Set(Some(postcode.into())), ..Default::default() };
    row.update(app.db()).await.unwrap();
}

/// The partner's area, given a name.
async fn call_area(app: &TestApp, referral: &Referral, name: &str) {
    let row = entity::housing_areas::ActiveModel {
        id: Set(referral.housing_area_id),
        name: Set(name.into()),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap();
}

async fn call_partner(app: &TestApp, referral: &Referral, name: &str) {
    let row = partners::ActiveModel { id: Set(referral.partner_id), name: Set(name.into()), ..Default::default() };
    row.update(app.db()).await.unwrap();
}

/// A course of this mentor with somebody else, planned to end on this day.
async fn course_until(app: &TestApp, mentor: &Mentor, ends_on: NaiveDate) {
    let mentee = app.referral("Optaget").await;
    let course = app.course(&mentee, mentor).await;
    let planned = courses::ActiveModel { id: Set(course.id), planned_end_on: Set(ends_on), ..Default::default() };
    planned.update(app.db()).await.unwrap();
}

async fn has_waited(app: &TestApp, referral: &Referral, days: u64) {
    let since = Set(today() - Days::new(days));
    let row = referrals::ActiveModel { id: Set(referral.id), referred_on: since, ..Default::default() };
    row.update(app.db()).await.unwrap();
}

async fn known(app: &TestApp) -> Known {
    Known::load(app.db(), today(), &app.app.config.rules).await.unwrap()
}

/// The lines about everybody.
async fn all_lines(app: &TestApp) -> Vec<Line> {
    lines(&known(app).await, Scope::default())
}

/// The line of the industry with this number.
async fn line(app: &TestApp, division: &str) -> Line {
    all_lines(app).await.into_iter().find(|line| line.industry.division() == division).unwrap()
}
