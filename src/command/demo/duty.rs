//! Two of staff share the partners between them; one is away this week, and the other steps in.

use chrono::{Days, NaiveDate};
use entity::{courses, mentors, partners, referrals};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect, prelude::Uuid};

use super::Stage;
use crate::{
    clock::local_date,
    duty::{self, NewAbsence, Thing},
};

/// How many days the one who is away has been, and how many are left.
const AWAY: (i64, u64) = (2, 5);
/// Invented, as all numbers of the demo.
const MUNICIPALITY: &str = "+4550001999";

/// Every partner but the last is somebody's, and what comes of it is too; mentors are by turns.
pub async fn share(stage: &Stage<'_>) -> anyhow::Result<()> {
    let (app, people) = (stage.app, &stage.people);
    let shared = [people.staff.user_id, people.colleague.user_id];
    let all = partners::by_name().all(&app.db).await?;
    let start = local_date(stage.calendar.days_ago(400));
    let tx = app.db.begin().await?;
    for (number, partner) in all.iter().take(all.len().saturating_sub(1)).enumerate() {
        duty::begin(&tx, start, (Thing::Partner, partner.id), shared[number % 2]).await?;
    }
    // Whom a concern about somebody under 18 leads to; a file of partners has no column for it.
    let number = partners::ActiveModel { municipality_phone: Set(Some(MUNICIPALITY.to_owned())), ..Default::default() };
    partners::Entity::update_many().set(number).exec(&tx).await?;
    for referral in referrals::Entity::find().all(&tx).await? {
        duty::follow(&tx, referral.referred_on, (Thing::Referral, referral.id), referral.partner_id).await?;
    }
    for course in courses::Entity::find().all(&tx).await? {
        duty::follow(&tx, course.matched_on, (Thing::Course, course.id), course.referral_id).await?;
    }
    let mentors = mentors::Entity::find().select_only();
    let mentors = mentors.columns([mentors::Column::Id, mentors::Column::ApprovedOn]);
    let mentors: Vec<(Uuid, Option<NaiveDate>)> = mentors.into_tuple().all(&tx).await?;
    let approved = mentors.into_iter().filter_map(|(id, approved)| Some((id, approved?)));
    for (number, (id, approved)) in approved.enumerate() {
        duty::begin(&tx, approved, (Thing::Mentor, id), shared[number % 2]).await?;
    }
    tx.commit().await?;
    go_away(stage).await
}

async fn go_away(stage: &Stage<'_>) -> anyhow::Result<()> {
    let (people, (since, left)) = (&stage.people, AWAY);
    let (at, today) = (stage.calendar.days_ago(since), local_date(stage.calendar.now));
    let new = NewAbsence {
        user_id: people.colleague.user_id,
        deputy_id: people.staff.user_id,
        from_on: local_date(at),
        until_on: today + Days::new(left),
    };
    Ok(duty::be_away(&stage.app.db, at, &people.colleague, new).await?)
}
