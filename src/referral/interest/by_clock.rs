//! What the clock does: asks whoever has waited long, once more after a week, and closes what nobody answers.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    consents::ConsentPurpose,
    messages,
    referrals::{self, Column, Entity, Reason},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{ANSWER_DAYS, Interest, interest, to_ask, unanswered_since};
use crate::{
    clock::local_date,
    config::Rules,
    database::{Database, Transaction},
    message::{self, sms::Sms},
    record::Change,
    referral::{State, interest::letters, queries::state_of, reach, requeue::close_waiting},
};

/// Asks in writing whoever has waited so long that nobody knows; how many. Whom nothing can be written to is left to staff.
pub async fn ask_unsure(db: &Database, now: DateTime<Utc>, sms: &Sms, rules: &Rules) -> Result<usize, DbErr> {
    let today = local_date(now);
    let never = Condition::any()
        .add(Column::InterestAskedOn.is_null())
        .add(Expr::col(Column::InterestAskedOn).lte(Expr::col(Column::RequeuedOn)));
    let mut asked = 0;
    for id in ids(db, to_ask(rules, today).add(never)).await? {
        let tx = db.begin().await?;
        if let Some(referral) = waiting(&tx, id, rules, today, |known| matches!(known, Interest::Unsure(_))).await?
            && reach(&tx, &referral, ConsentPurpose::MentorCourse).await?.in_writing(sms).is_some()
        {
            let version = Set(referral.version + 1);
            let asked_on = Set(Some(today));
            let row =
                referrals::ActiveModel { id: Set(id), version, interest_asked_on: asked_on, ..Default::default() };
            row.update(&tx).await?;
            message::queue(&tx, now, letters::INTEREST, id, &today.to_string()).await?;
            by_clock(id, "interest_asked").write(&tx, now).await?;
            asked += 1;
        }
        tx.commit().await?;
    }
    Ok(asked)
}

/// Asks once more whoever has not answered for a week, and tells the referrer. Safe to run twice.
pub async fn ask_again(db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
    let week_ago = local_date(now) - Days::new(ANSWER_DAYS);
    let found: Vec<(Uuid, Option<NaiveDate>)> = Entity::find()
        .filter(unanswered_since(week_ago))
        .select_only()
        .columns([Column::Id, Column::InterestAskedOn])
        .into_tuple()
        .all(db)
        .await?;
    for (id, asked_on) in found {
        let Some(asked_on) = asked_on else { continue };
        let tx = db.begin().await?;
        for kind in [letters::INTEREST_REMINDER, letters::INTEREST_UNANSWERED] {
            message::queue(&tx, now, kind, id, &asked_on.to_string()).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Closes the referrals whose young person was asked, was reminded at least a week ago by a message that arrived as far as we
/// know, and has not answered; how many. The referrer is told, and the referral can be opened again.
pub async fn close_unanswered(db: &Database, now: DateTime<Utc>, rules: &Rules) -> Result<usize, DbErr> {
    let today = local_date(now);
    let asked_by = today - Days::new(rules.interest_close_days.unsigned_abs());
    let mut closed = 0;
    for id in ids(db, unanswered_since(asked_by).add(was_reminded(now))).await? {
        let tx = db.begin().await?;
        let is_old = |known: Interest| matches!(known, Interest::Asked(on) if on <= asked_by);
        if waiting(&tx, id, rules, today, is_old).await?.is_some() {
            close_waiting(&tx, id, Reason::NoContact, today).await?;
            message::queue(&tx, now, letters::INTEREST_CLOSED, id, &today.to_string()).await?;
            by_clock(id, "interest_unanswered").write(&tx, now).await?;
            closed += 1;
        }
        tx.commit().await?;
    }
    Ok(closed)
}

/// Whose reminder was taken a week ago, and did not come back: whoever was never reached is not closed by a clock.
fn was_reminded(now: DateTime<Utc>) -> Expr {
    use messages::Column as Of;
    let mut reminder = Query::select();
    reminder
        .expr(Expr::val(1))
        .from(messages::Entity)
        .and_where(Expr::col((messages::Entity, Of::SubjectId)).equals((Entity, Column::Id)))
        .and_where(Of::Kind.eq(letters::INTEREST_REMINDER.name))
        .and_where(Of::AcceptedAt.lte(now - Days::new(ANSWER_DAYS)))
        .and_where(Of::QueuedAt.gt(now - Days::new(365)))
        .and_where(Of::BouncedAt.is_null())
        .and_where(Of::UnknownAt.is_null());
    Expr::exists(reminder)
}

async fn ids(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Uuid>, DbErr> {
    Entity::find().filter(which).select_only().column(Column::Id).into_tuple().all(db).await
}

/// The referral under its lock, if it still waits and of its interest this much is known: somebody may just have answered.
async fn waiting(
    tx: &Transaction,
    id: Uuid,
    rules: &Rules,
    today: NaiveDate,
    is_so: impl Fn(Interest) -> bool,
) -> Result<Option<entity::Referral>, DbErr> {
    let Some(referral) = Entity::find_by_id(id).lock_exclusive().one(tx).await? else { return Ok(None) };
    let waits = state_of(tx, &referral).await? == State::Waiting;
    Ok(Some(referral).filter(|referral| waits && is_so(interest(referral, rules, today))))
}

fn by_clock(id: Uuid, action: &'static str) -> Change {
    Change { subject: "referral", subject_id: id, action, ..Change::default() }
}
