//! The lines of a meeting as they are written, and read again to plan anew.

use chrono::NaiveDate;
use entity::{
    PlannedPair, Referral, planned_pairs,
    planned_pairs::{Column, Entity, WhyLeft},
    referrals,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    prelude::Uuid, sea_query::Expr,
};

use super::{
    PlanningError,
    arrange::{Before, Outcome, Waiting},
    queries::proposed_at,
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

/// Writes what is otherwise than before, and takes out who does not wait any more.
pub async fn change<'a>(
    tx: &impl ConnectionTrait,
    meeting_id: Uuid,
    lines: impl Iterator<Item = (&'a Waiting, &'a Outcome)>,
) -> Result<(), PlanningError> {
    let waiting = referral::waiting().select_only().column(referrals::Column::Id).into_query();
    unproposed(meeting_id).filter(Column::ReferralId.not_in_subquery(waiting)).exec(tx).await?;
    for (one, outcome) in lines {
        let Some(before) = &one.before else { continue };
        let (mentor_id, why_left) = stored::columns(outcome);
        if (before.mentor_id, before.why_left) != (mentor_id, why_left) {
            let facts = serde_json::to_value(before.facts.clone().with(outcome)).map_err(anyhow::Error::from)?;
            let changed = Entity::update_many()
                .col_expr(Column::MentorId, Expr::value(mentor_id))
                .col_expr(Column::WhyLeft, Expr::value(why_left))
                .col_expr(Column::Facts, Expr::value(facts))
                .col_expr(Column::Refusal, Expr::value(Option::<String>::None));
            let own = changed.filter(Column::Id.eq(before.line_id)).filter(planned_pairs::unproposed());
            own.exec(tx).await?;
        }
    }
    Ok(())
}

/// Those of a plan who still wait, with what was weighed for each; nothing when a plan has not kept it, or was never made.
pub async fn weighed_before(
    db: &impl ConnectionTrait,
    meeting_id: Uuid,
    today: NaiveDate,
) -> Result<Option<Vec<Waiting>>, DbErr> {
    let waiting = referral::waiting().select_only().column(referrals::Column::Id).into_query();
    let rows = Entity::find()
        .join(JoinType::InnerJoin, planned_pairs::to_referral())
        .select_also(referrals::Entity)
        .filter(Column::MeetingId.eq(meeting_id))
        .filter(planned_pairs::unproposed())
        .filter(Column::ReferralId.in_subquery(waiting))
        .order_by_asc(Column::Position)
        .all(db)
        .await?;
    let lines: Option<Vec<Waiting>> = rows.into_iter().map(|(pair, referral)| before(pair, referral?, today)).collect();
    Ok(lines.filter(|lines| !lines.is_empty()))
}

fn before(pair: PlannedPair, referral: Referral, today: NaiveDate) -> Option<Waiting> {
    let facts = Facts::read(&pair.facts);
    Some(Waiting {
        held_back: held_back(&referral, today),
        choices: stored::unpacked(&pair.choices?),
        nobody: facts.nobody.unwrap_or(WhyLeft::NobodyNear),
        is_lock_refused: false,
        near: Vec::new(),
        before: Some(Before { line_id: pair.id, mentor_id: pair.mentor_id, why_left: pair.why_left, facts }),
        wanted: None,
        referral,
    })
}
