//! Letters that are left for each reason.

use entity::{messages, surveys};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{TestApp, today};

/// Letters that are left, for each reason, and others that must not be taken for such.
pub async fn left(app: &TestApp) {
    let now = Set(Some(app.app.clock.now()));
    let word = |word: &str| Set(Some(word.to_owned()));
    let none = messages::ActiveModel::default;
    let bounced = || messages::ActiveModel { accepted_at: now.clone(), bounced_at: now.clone(), ..none() };
    let unknown = || messages::ActiveModel { unknown_at: now.clone(), failure: word("may-have-arrived"), ..none() };
    let not_asked = || messages::ActiveModel {
        unwanted_at: now.clone(),
        unwanted: word("opted-out"),
        category: Set(messages::Category::Survey),
        ..none()
    };
    let survey = surveys::Entity::find().filter(surveys::Column::DueOn.eq(today())).one(app.db()).await.unwrap();
    let survey = survey.unwrap().id;
    let asked = app.referral_that("Asked in vain", |row| row.interest_asked_on = Set(Some(today()))).await;
    let elsewhere = Uuid::now_v7;
    for (kind, about, facts) in [
        ("referral_question", elsewhere(), bounced()),
        ("referral_question", elsewhere(), messages::ActiveModel { unwanted_at: now.clone(), ..bounced() }),
        ("referral_accepted", elsewhere(), unknown()),
        ("referral_accepted", elsewhere(), unknown()),
        ("referral_accepted", elsewhere(), messages::ActiveModel { next_try_at: now.clone(), ..unknown() }),
        ("referral_accepted", elsewhere(), messages::ActiveModel { accepted_at: now.clone(), ..none() }),
        // Twice about one survey; about one that is over; and a reminder, which asks nothing.
        ("survey-link", survey, not_asked()),
        ("survey-link", survey, not_asked()),
        ("survey-link", elsewhere(), not_asked()),
        ("referral_interest", asked.id, not_asked()),
        (
            "proposal_reminder",
            survey,
            messages::ActiveModel { category: Set(messages::Category::Reminder), ..not_asked() },
        ),
    ] {
        app.message(kind, about, None, facts).await;
    }
}
