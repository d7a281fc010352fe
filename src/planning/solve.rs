//! Makes the plan of a meeting and writes it down: afresh, or as decisions have changed it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::{MatchingMeeting, matching_meetings};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use super::{
    PlanningError,
    arrange::{Outcome, Waiting},
    lines,
    plan::settle,
    queries::{decisions_of, find_for, locked_while_open, proposed_at, wants_a_plan},
    weigh::{WHILE_ONE_WAITS, weigh},
};
use crate::{clock::local_date, config::Rules, database::Database, referral, search::MentorIndex, viewer::Viewer};

/// How often a plan is made again because somebody decided something meanwhile.
const TRIES: usize = 4;

/// The platform's database, its index of mentors, its rules, and when it is.
pub type Tools<'a> = (&'a Database, &'a Arc<MentorIndex>, &'a Rules, DateTime<Utc>);

/// Plans afresh for everybody who waits now: at once, or by [`keep`] when they are many.
pub async fn solve_or_ask(tools: Tools<'_>, viewer: &Viewer, meeting_id: Uuid) -> Result<(), PlanningError> {
    let (db, _, _, now) = tools;
    if referral::waiting().count(db).await? <= WHILE_ONE_WAITS as u64 {
        return solve(tools, viewer, meeting_id).await;
    }
    ask(db, now, viewer, meeting_id).await
}

/// Asks for a plan that [`keep`] makes.
pub async fn ask(db: &Database, now: DateTime<Utc>, viewer: &Viewer, meeting_id: Uuid) -> Result<(), PlanningError> {
    find_for(db, viewer, meeting_id).await?.ok_or(PlanningError::NotFound)?;
    let tx = db.begin().await?;
    locked_while_open(&tx, meeting_id).await?;
    let asked = matching_meetings::ActiveModel {
        id: Set(meeting_id),
        asked_at: Set(Some(now)),
        weighed: Set(0),
        to_weigh: Set(0),
        ..Default::default()
    };
    asked.update(&tx).await?;
    Ok(tx.commit().await?)
}

/// Makes the plans that were asked for, and those that are older than the last decision.
pub async fn keep(tools: Tools<'_>) -> Result<(), PlanningError> {
    let (db, ..) = tools;
    for meeting in matching_meetings::Entity::find().filter(wants_a_plan()).all(db).await? {
        let made = match meeting.asked_at {
            Some(_) => afresh(tools, meeting.id).await,
            None => follow(tools, meeting.id).await,
        };
        match made {
            // Whoever decided or closed it meanwhile is served by the next run.
            Err(PlanningError::ChangedMeanwhile | PlanningError::Closed) => {}
            made => made?,
        }
    }
    Ok(())
}

/// Plans without holding the database up, and writes the plan down unless somebody decided something meanwhile.
pub async fn solve(tools: Tools<'_>, viewer: &Viewer, meeting_id: Uuid) -> Result<(), PlanningError> {
    find_for(tools.0, viewer, meeting_id).await?.ok_or(PlanningError::NotFound)?;
    afresh(tools, meeting_id).await
}

async fn afresh(tools: Tools<'_>, meeting_id: Uuid) -> Result<(), PlanningError> {
    let (db, index, rules, now) = tools;
    let locked = decisions_of(db, meeting_id).await?.into_iter().collect::<super::Decisions>().locked;
    let except = proposed_at(db, meeting_id).await?;
    let waiting = weigh(db, index, rules, local_date(now), (&locked, &except), Some(meeting_id)).await?;
    written(tools, meeting_id, &Arc::new(waiting), Making::Afresh).await.map(drop)
}

/// Makes the plan anew under what was decided, out of what was weighed for it before: only pairs that are new are weighed.
/// Whoever does not wait any more falls out.
pub async fn follow(tools: Tools<'_>, meeting_id: Uuid) -> Result<(), PlanningError> {
    let (db, _, _, now) = tools;
    for _ in 0..TRIES {
        let making = Making::Following(of(db, meeting_id).await?.solved_at);
        let Some(waiting) = lines::weighed_before(db, meeting_id, local_date(now)).await? else {
            return afresh(tools, meeting_id).await;
        };
        if written(tools, meeting_id, &Arc::new(waiting), making).await? {
            return Ok(());
        }
    }
    Err(PlanningError::ChangedMeanwhile)
}

/// How a plan comes about.
#[derive(Clone, Copy)]
enum Making {
    Afresh,
    /// Out of the lines of the plan that was made then.
    Following(Option<DateTime<Utc>>),
}

async fn of(db: &Database, meeting_id: Uuid) -> Result<MatchingMeeting, PlanningError> {
    matching_meetings::Entity::find_by_id(meeting_id).one(db).await?.ok_or(PlanningError::NotFound)
}

/// False where another plan was made meanwhile, with lines of its own.
async fn written(
    (db, _, rules, now): Tools<'_>,
    meeting_id: Uuid,
    waiting: &Arc<Vec<Waiting>>,
    making: Making,
) -> Result<bool, PlanningError> {
    let is_fresh = matches!(making, Making::Afresh);
    for _ in 0..TRIES {
        let meeting = of(db, meeting_id).await?;
        let decisions = decisions_of(db, meeting_id).await?.into_iter().collect();
        let (outcomes, total) = settle(db, rules, local_date(now), waiting, decisions).await?;
        let tx = db.begin().await?;
        let locked = locked_while_open(&tx, meeting_id).await?;
        if matches!(making, Making::Following(made_at) if locked.solved_at != made_at) {
            return Ok(false);
        }
        if locked.version == meeting.version {
            write(&tx, meeting_id, waiting, &outcomes, is_fresh).await?;
            mark_solved(&tx, is_fresh.then_some(now), &meeting, total).await?;
            tx.commit().await?;
            return Ok(true);
        }
    }
    Err(PlanningError::ChangedMeanwhile)
}

async fn write(
    tx: &impl ConnectionTrait,
    meeting_id: Uuid,
    waiting: &[Waiting],
    outcomes: &[Option<Outcome>],
    is_fresh: bool,
) -> Result<(), PlanningError> {
    let new = waiting.iter().zip(outcomes).filter_map(|(one, outcome)| Some((one, outcome.as_ref()?)));
    if is_fresh {
        return lines::replace(tx, meeting_id, new).await;
    }
    lines::take_out_others(tx, meeting_id, waiting).await?;
    lines::change(tx, new).await
}

async fn mark_solved(
    tx: &impl ConnectionTrait,
    made_afresh: Option<DateTime<Utc>>,
    meeting: &MatchingMeeting,
    total: u64,
) -> Result<(), DbErr> {
    let mut solved = matching_meetings::ActiveModel {
        id: Set(meeting.id),
        solved_version: Set(meeting.version),
        total: Set(total.try_into().unwrap_or(i64::MAX)),
        ..Default::default()
    };
    if made_afresh.is_some() {
        solved.solved_at = Set(made_afresh);
        solved.asked_at = Set(None);
    }
    solved.update(tx).await.map(drop)
}
