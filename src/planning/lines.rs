//! The lines of a meeting as they are written, and read again to plan anew.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{
    Referral, planned_pairs,
    planned_pairs::{Column, Entity, WhyLeft},
    referrals,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::{Json, Uuid},
    sea_query::Expr,
};

use super::{
    PlanningError,
    arrange::{Before, Choice, Outcome, Waiting},
    cost,
    queries::proposed_at,
    seats::READ_AT_ONCE,
    stored::{self, Facts},
    weigh::held_back,
};
use crate::referral;

/// Rows in one insert.
const WRITTEN_AT_ONCE: usize = 500;

/// Replaces the plan. Pairs that have become proposals stay.
pub async fn replace<'a>(
    tx: &impl ConnectionTrait,
    meeting_id: Uuid,
    lines: impl Iterator<Item = (&'a Waiting, &'a Outcome)>,
) -> Result<(), PlanningError> {
    unproposed(meeting_id).exec(tx).await?;
    let proposed = proposed_at(tx, meeting_id).await?;
    let lines = (0..).zip(lines).filter(|(_, (one, _))| !proposed.contains(&one.referral.id));
    let rows = lines.map(|(position, line)| stored::row(meeting_id, position, line));
    let rows = rows.collect::<Result<Vec<_>, _>>().map_err(anyhow::Error::from)?;
    for some in rows.chunks(WRITTEN_AT_ONCE) {
        Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn unproposed(meeting_id: Uuid) -> sea_orm::DeleteMany<Entity> {
    Entity::delete_many().filter(Column::MeetingId.eq(meeting_id)).filter(planned_pairs::unproposed())
}

/// Takes out the lines of those who are not among these: they do not wait any more.
pub async fn take_out_others(
    tx: &impl ConnectionTrait,
    meeting_id: Uuid,
    waiting: &[Waiting],
) -> Result<(), PlanningError> {
    let kept: HashSet<Uuid> = waiting.iter().filter_map(|one| Some(one.before.as_ref()?.line_id)).collect();
    let all = Entity::find().select_only().column(Column::Id).filter(Column::MeetingId.eq(meeting_id));
    let all = all.filter(planned_pairs::unproposed()).into_tuple::<Uuid>().all(tx).await?;
    let others: Vec<Uuid> = all.into_iter().filter(|id| !kept.contains(id)).collect();
    for some in others.chunks(READ_AT_ONCE) {
        unproposed(meeting_id).filter(Column::Id.is_in(some.iter().copied())).exec(tx).await?;
    }
    Ok(())
}

/// Writes these lines anew.
pub async fn change<'a>(
    tx: &impl ConnectionTrait,
    lines: impl Iterator<Item = (&'a Waiting, &'a Outcome)>,
) -> Result<(), PlanningError> {
    let lines: Vec<(Uuid, &Outcome)> =
        lines.filter_map(|(one, outcome)| Some((one.before.as_ref()?.line_id, outcome))).collect();
    let mut known = facts_of(tx, &lines.iter().map(|(line_id, _)| *line_id).collect::<Vec<_>>()).await?;
    for (line_id, outcome) in lines {
        let (mentor_id, why_left) = stored::columns(outcome);
        let facts = known.remove(&line_id).unwrap_or_default().with(outcome);
        let facts = serde_json::to_value(facts).map_err(anyhow::Error::from)?;
        let changed = Entity::update_many()
            .col_expr(Column::MentorId, Expr::value(mentor_id))
            .col_expr(Column::WhyLeft, Expr::value(why_left))
            .col_expr(Column::Facts, Expr::value(facts))
            .col_expr(Column::Refusal, Expr::value(Option::<String>::None));
        let own = changed.filter(Column::Id.eq(line_id)).filter(planned_pairs::unproposed());
        own.exec(tx).await?;
    }
    Ok(())
}

/// What was remembered of these lines.
async fn facts_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Facts>, DbErr> {
    let mut known = HashMap::new();
    for some in ids.chunks(READ_AT_ONCE) {
        let found = Entity::find().select_only().columns([Column::Id, Column::Facts]);
        let found = found.filter(Column::Id.is_in(some.iter().copied())).into_tuple::<(Uuid, Json)>().all(db).await?;
        known.extend(found.into_iter().map(|(id, facts)| (id, Facts::read(&facts))));
    }
    Ok(known)
}

/// A line without the facts, which are most of it and seldom needed.
#[derive(FromQueryResult)]
struct Written {
    #[sea_orm(nested)]
    referral: Referral,
    line_id: Uuid,
    planned_id: Option<Uuid>,
    why_left: Option<WhyLeft>,
    choices: Option<Vec<u8>>,
}

/// Those of a plan who still wait, with what was weighed for each; nothing when a plan has not kept it, or was never made.
pub async fn weighed_before(
    db: &impl ConnectionTrait,
    meeting_id: Uuid,
    today: NaiveDate,
) -> Result<Option<Vec<Waiting>>, DbErr> {
    let rows: Vec<Written> = referrals::Entity::find()
        .join(JoinType::InnerJoin, planned_pairs::to_referral().rev())
        .column_as(Column::Id, "line_id")
        .column_as(Column::MentorId, "planned_id")
        .column_as(Column::WhyLeft, "why_left")
        .column_as(Column::Choices, "choices")
        .filter(Column::MeetingId.eq(meeting_id))
        .filter(planned_pairs::unproposed())
        .filter(referral::in_state(referral::State::Waiting))
        .order_by_asc(Column::Position)
        .into_model()
        .all(db)
        .await?;
    let unpacked = |row: Written| {
        let choices = stored::unpacked(row.choices.as_deref()?);
        Some((row, choices))
    };
    let lines: Option<Vec<(Written, Vec<Choice>)>> = rows.into_iter().map(unpacked).collect();
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else { return Ok(None) };
    let wanting: Vec<Uuid> =
        lines.iter().filter(|(row, choices)| row.needs_facts(choices)).map(|(row, _)| row.line_id).collect();
    let facts = facts_of(db, &wanting).await?;
    Ok(Some(lines.into_iter().map(|(row, choices)| row.before(choices, &facts, today)).collect()))
}

impl Written {
    /// Whether only the facts tell what the pair costs, or why there was nobody to choose.
    fn needs_facts(&self, choices: &[Choice]) -> bool {
        let is_elsewhere = self.planned_id.is_some_and(|id| cost_in(choices, id).is_none());
        is_elsewhere || (choices.is_empty() && self.planned_id.is_none() && self.nobody().is_none())
    }

    /// Why there was nobody to choose, when that is why the line was left.
    fn nobody(&self) -> Option<WhyLeft> {
        use WhyLeft::{NobodyNear, RuledOut, TooFar, WishUnread};
        self.why_left.filter(|why| matches!(why, WishUnread | NobodyNear | TooFar | RuledOut))
    }

    fn before(self, choices: Vec<Choice>, facts: &HashMap<Uuid, Facts>, today: NaiveDate) -> Waiting {
        let known = facts.get(&self.line_id);
        let nobody = self.nobody().or_else(|| known.and_then(|facts| facts.nobody));
        let planned = self.planned_id.and_then(|id| cost_in(&choices, id));
        let cost = planned.or_else(|| known.map(|facts| cost::of_pair(facts.score))).unwrap_or_default();
        Waiting {
            held_back: held_back(&self.referral, today),
            choices,
            nobody: nobody.unwrap_or(WhyLeft::NobodyNear),
            is_lock_refused: false,
            near: Vec::new(),
            before: Some(Before { line_id: self.line_id, mentor_id: self.planned_id, why_left: self.why_left, cost }),
            wanted: None,
            referral: self.referral,
        }
    }
}

fn cost_in(choices: &[Choice], mentor_id: Uuid) -> Option<u32> {
    choices.iter().find(|choice| choice.mentor_id == mentor_id).map(|choice| choice.cost)
}
