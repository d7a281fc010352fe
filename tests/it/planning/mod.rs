//! The matching meeting.

mod agreed;
mod anew;
mod command;
mod cost;
mod held_back;
mod meeting;
mod plan;
mod weighed;

use std::collections::HashSet;

use brobyg::{
    mentor,
    planning::{Decisions, Outcome, Plan},
};
use chrono::Days;
use entity::{PlannedPair, Referral, planned_pairs, referral_industries, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{TestApp, today};

/// The mentors in the index, and the plan for everybody waiting.
async fn plan_of(app: &TestApp) -> Plan {
    mentor::index::rebuild(&app.app).await.unwrap();
    let (db, search, rules) = (&app.app.db, &app.app.search, &app.app.config.rules);
    brobyg::planning::plan(db, search, today(), rules, Decisions::default(), &HashSet::new()).await.unwrap()
}

/// The mentor planned for each, in the order of the plan.
fn mentors_of(plan: &Plan) -> Vec<(Uuid, Option<Uuid>)> {
    let mentor = |outcome: &Outcome| match outcome {
        Outcome::Pair { mentor_id, .. } => Some(*mentor_id),
        Outcome::Left(_) => None,
    };
    plan.lines.iter().map(|line| (line.referral.id, mentor(&line.outcome))).collect()
}

/// Somebody who has waited for so many days.
async fn waiting(app: &TestApp, name: &str, days: u64) -> Referral {
    let referral = app.referral(name).await;
    let earlier = referrals::ActiveModel {
        id: Set(referral.id),
        referred_on: Set(today() - Days::new(days)),
        ..Default::default()
    };
    earlier.update(app.db()).await.unwrap()
}

/// Somebody who wants to work in another industry than software.
async fn wishing(app: &TestApp, name: &str, wish: &str, division: Option<&str>) -> Referral {
    let referral = app.referral(name).await;
    let confirmed = referral_industries::Column::ReferralId.eq(referral.id);
    referral_industries::Entity::delete_many().filter(confirmed).exec(app.db()).await.unwrap();
    if let Some(division) = division {
        let industry = referral_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(referral.id),
            position: Set(0),
            system: Set(entity::mentor_industries::IndustrySystem::Db07),
            code: Set(division.into()),
            division: Set(division.into()),
            confirmed_by: Set(None),
        };
        industry.insert(app.db()).await.unwrap();
    }
    let worded = referrals::ActiveModel { id: Set(referral.id), wish: Set(wish.into()), ..Default::default() };
    worded.update(app.db()).await.unwrap()
}

/// What a meeting has written down for a referral.
async fn line_of(app: &TestApp, referral: &Referral) -> PlannedPair {
    let of_referral = planned_pairs::Column::ReferralId.eq(referral.id);
    planned_pairs::Entity::find().filter(of_referral).one(app.db()).await.unwrap().unwrap()
}
