//! Plans afresh, under everything that people have decided, and writes the plan down.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::{
    matching_meetings, planned_pairs,
    planned_pairs::{Column, Entity},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use super::{
    Plan, PlanningError,
    plan::plan,
    queries::{decisions_of, find_for, open_and_locked, proposed_at},
    stored,
};
use crate::{clock::local_date, config::Rules, database::Database, search::MentorIndex, viewer::Viewer};

/// How often a plan is made again because somebody decided something meanwhile.
const TRIES: usize = 4;
/// Rows in one insert.
const WRITTEN_AT_ONCE: usize = 500;

/// Plans without holding the database up, and writes the plan down unless somebody decided something meanwhile.
pub async fn solve(
    db: &Database,
    index: &Arc<MentorIndex>,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    meeting_id: Uuid,
) -> Result<(), PlanningError> {
    for _ in 0..TRIES {
        let meeting = find_for(db, viewer, meeting_id).await?.ok_or(PlanningError::NotFound)?;
        let decisions = decisions_of(db, meeting_id).await?.into_iter().collect();
        let except = proposed_at(db, meeting_id).await?;
        let plan = plan(db, index, local_date(now), rules, decisions, &except).await?;
        let tx = db.begin().await?;
        if open_and_locked(&tx, viewer, meeting_id).await?.version == meeting.version {
            write(&tx, now, &meeting, &plan).await?;
            tx.commit().await?;
            return Ok(());
        }
    }
    Err(PlanningError::ChangedMeanwhile)
}

/// Pairs that have become proposals stay; the rest of the plan is replaced.
async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    meeting: &entity::MatchingMeeting,
    plan: &Plan,
) -> Result<(), PlanningError> {
    let replaced = Entity::delete_many().filter(Column::MeetingId.eq(meeting.id)).filter(planned_pairs::unproposed());
    replaced.exec(tx).await?;
    let proposed = proposed_at(tx, meeting.id).await?;
    let lines = (0..).zip(&plan.lines).filter(|(_, line)| !proposed.contains(&line.referral.id));
    let rows = lines.map(|(position, line)| stored::row(meeting.id, position, line));
    let rows = rows.collect::<Result<Vec<_>, _>>().map_err(anyhow::Error::from)?;
    for some in rows.chunks(WRITTEN_AT_ONCE) {
        Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    mark_solved(tx, now, meeting, plan.total).await?;
    Ok(())
}

async fn mark_solved(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    meeting: &entity::MatchingMeeting,
    total: u64,
) -> Result<(), DbErr> {
    let solved = matching_meetings::ActiveModel {
        id: Set(meeting.id),
        solved_at: Set(Some(now)),
        solved_version: Set(meeting.version),
        total: Set(total.try_into().unwrap_or(i64::MAX)),
        ..Default::default()
    };
    solved.update(tx).await.map(drop)
}
