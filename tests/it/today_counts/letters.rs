//! Letters that are left for each reason.

use entity::{messages, messages::AddresseeKind, surveys, text_answers};
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

/// What people wrote by text message: two of one young person are one line, and what was seen to is none.
pub async fn texted(app: &TestApp) {
    let now = app.app.clock.now();
    let referrals = entity::referrals::Entity::find().all(app.db()).await.unwrap();
    let mentor = entity::mentors::Entity::find().filter(entity::mentors::known());
    let mentor = mentor.one(app.db()).await.unwrap().unwrap();
    let (young, referrer) = (AddresseeKind::YoungPerson, AddresseeKind::User);
    let all = [
        (young, referrals[0].young_person_id, Some(referrals[0].id), None),
        (young, referrals[0].young_person_id, Some(referrals[0].id), None),
        (young, referrals[1].young_person_id, Some(referrals[1].id), Some(now)),
        (referrer, Uuid::now_v7(), Some(referrals[1].id), None),
        (AddresseeKind::Mentor, mentor.id, None, None),
    ];
    for (whom, id, referral_id, settled_at) in all {
        let row = text_answers::ActiveModel {
            id: Set(Uuid::now_v7()),
            addressee: Set(Some(whom)),
            addressee_id: Set(Some(id)),
            referral_id: Set(referral_id),
            text: Set("Hej".into()),
            came_at: Set(now),
            settled_at: Set(settled_at),
            settled_by: Set(None),
        };
        text_answers::Entity::insert(row).exec_without_returning(app.db()).await.unwrap();
    }
}
