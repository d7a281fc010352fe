//! One try with one message: whether it is wanted, whether it is the time, and then out of the house.

use chrono::{DateTime, Utc};
use entity::{
    Message as Row,
    messages::{self, Category, Channel, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, SqlErr};

use super::{
    Addressee, Cause, Desk, Given, Letter, MessageKind, Post, Quiet, Undelivered, Unsubscribe, Unwanted, UselessAfter,
    Withheld,
    envelope::Envelope,
    held::{full_until, is_counted, is_near, quiet_until},
    opt_out::has_opted_out_of,
    sms::Meaning,
    stop::closed_until,
    way,
};
use crate::clock::local_date;

/// A composer that fails in such a way that nothing is written down is not asked for ever.
const MOST_TRIES: i32 = 50;

/// What a try led to.
pub(super) enum Outcome {
    Taken,
    Unwanted(Unwanted),
    Withheld(Withheld, DateTime<Utc>),
    Failed(Undelivered),
    /// Its way is closed to all of us, and tried by another one.
    Closed(DateTime<Utc>),
    Unknown,
    /// Somebody else has the claim by now.
    Lost,
}

/// Tries a message that is claimed, and says who it is for and by which way, where that was found. One that was being handed over when its
/// sender died may have arrived.
pub(super) async fn attempt(
    desk: &Desk,
    post: &Post,
    kind: Option<&MessageKind>,
    row: &Row,
) -> Result<(Outcome, Option<(Addressee, Channel)>), DbErr> {
    let for_nobody = |outcome| Ok((outcome, None));
    if row.handing_over_at.is_some() {
        return for_nobody(Outcome::Unknown);
    }
    let Some(kind) = kind.filter(|_| row.tries <= MOST_TRIES) else {
        tracing::error!(message = %row.id, kind = row.kind, "nobody composes messages of this kind");
        return for_nobody(Outcome::Failed(Undelivered::of(Cause::NotComposed)));
    };
    if kind.declared.useless_after.is_over(row.due_at, desk.clock.now()) {
        return for_nobody(Outcome::Unwanted(Unwanted::TooLate));
    }
    match (kind.compose)(desk.with(row, kind), row.subject_id).await {
        Ok(Some(letter)) if is_too_late(kind, &letter, desk.clock.now()) => {
            for_nobody(Outcome::Unwanted(Unwanted::TooLate))
        }
        Ok(Some(letter)) => {
            debug_assert!(kind.declared.covers(&letter), "{} does not declare {:?}", kind.name, letter.said);
            let outcome = match held_back(desk, kind, row, &letter).await? {
                Some(outcome) => outcome,
                None if letter.channel == Channel::Sms => send_text(desk, kind, row, &letter).await?,
                None => send(desk, post, kind, row, &letter).await?,
            };
            Ok((outcome, Some((letter.whom, letter.channel))))
        }
        Ok(None) => for_nobody(Outcome::Unwanted(Unwanted::Answered)),
        Err(error) => {
            tracing::error!(message = %row.id, kind = row.kind, "{error:#}");
            for_nobody(Outcome::Failed(Undelivered::of(Cause::NotComposed)))
        }
    }
}

/// Whether what it tells of has come meanwhile.
fn is_too_late(kind: &MessageKind, letter: &Letter, now: DateTime<Utc>) -> bool {
    let has_come = letter.occasion.is_some_and(|occasion| occasion.last <= now);
    has_come && kind.declared.useless_after == UselessAfter::Occasion
}

/// Why it is not sent now, as far as its receiver is concerned.
async fn held_back(desk: &Desk, kind: &MessageKind, row: &Row, letter: &Letter) -> Result<Option<Outcome>, DbErr> {
    let now = desk.clock.now();
    let (to, category) = (letter.whom, kind.declared.category);
    let may_opt_out = kind.declared.unsubscribe == Unsubscribe::OneClick;
    if may_opt_out && has_opted_out_of(&desk.db, (to, category), letter.channel).await? {
        return Ok(Some(Outcome::Unwanted(Unwanted::OptedOut)));
    }
    let quiet = quiet_until(now, to).filter(|until| match kind.declared.quiet {
        Quiet::AtOnce => false,
        Quiet::Waits => true,
        Quiet::WaitsUnlessNear => !letter.occasion.is_some_and(|occasion| is_near(occasion, now, *until)),
    });
    if let Some(until) = quiet {
        return Ok(Some(Outcome::Withheld(Withheld::Quiet, until)));
    }
    let full = full_until(&desk.db, now, to, (row.id, kind.name, category)).await?;
    Ok(full.map(|(why, until)| Outcome::Withheld(why, until)))
}

async fn send(desk: &Desk, post: &Post, kind: &MessageKind, row: &Row, letter: &Letter) -> Result<Outcome, DbErr> {
    let return_key = desk.key.return_key(row.id);
    let envelope = Envelope {
        id: row.id,
        now: desk.clock.now(),
        return_key: &return_key,
        unsubscribe: desk.with(row, kind).unsubscribe,
    };
    let addressed = match post.address(&envelope, letter).await {
        Ok(addressed) => addressed,
        Err(error) => return Ok(Outcome::Failed(error)),
    };
    if let Some(outcome) = hand_over(desk, kind.declared.category, row, letter, Some(return_key)).await? {
        return Ok(outcome);
    }
    Ok(match addressed.give().await {
        Given::Taken => Outcome::Taken,
        Given::Refused(error) => Outcome::Failed(error),
        Given::Unknown => Outcome::Unknown,
    })
}

/// A text message leaves whole: a gateway says what is wrong with its number when it has all of it.
async fn send_text(desk: &Desk, kind: &MessageKind, row: &Row, letter: &Letter) -> Result<Outcome, DbErr> {
    let now = desk.clock.now();
    if let Some(until) = closed_until(&desk.db, now, Channel::Sms).await? {
        return Ok(Outcome::Closed(until));
    }
    if let Some(outcome) = hand_over(desk, kind.declared.category, row, letter, None).await? {
        return Ok(outcome);
    }
    let handed = desk.sms.send(row.id, now, &letter.to, &letter.text).await;
    tracing::info!(message = %row.id, meaning = ?handed.meaning, code = handed.code, "a text message was handed over");
    let failed = |cause| Outcome::Failed(Undelivered::of(cause));
    Ok(match handed.meaning {
        Meaning::Accepted => Outcome::Taken,
        Meaning::Temporary => failed(Cause::GatewayAway),
        Meaning::Number => failed(Cause::NumberDead),
        Meaning::Ours => failed(Cause::TextRefused),
        Meaning::Stopped => failed(Cause::GatewayClosed),
        Meaning::Unknown => Outcome::Unknown,
    })
}

/// Writes that the message leaves, before it does, and takes the place of the day for it. Something only when it must not.
async fn hand_over(
    desk: &Desk,
    category: Category,
    row: &Row,
    letter: &Letter,
    return_key: Option<String>,
) -> Result<Option<Outcome>, DbErr> {
    let now = desk.clock.now();
    let tx = desk.db.begin().await?;
    // Two may have looked at the same time.
    if let Some((why, until)) = full_until(&tx, now, letter.whom, (row.id, &row.kind, category)).await? {
        return Ok(Some(Outcome::Withheld(why, until)));
    }
    let way = way::way_of(&tx, local_date(now), letter).await?;
    // Somebody who asks for a sign-in sits and waits for it: their mailbox may be there again.
    if way.died_on.is_some() && category != Category::SignIn {
        return Ok(Some(Outcome::Failed(Undelivered::of(Cause::WayDead))));
    }
    let leaves = messages::ActiveModel {
        way_id: Set(Some(way.id)),
        channel: Set(Some(letter.channel)),
        language: Set(Some(letter.language.lang().to_owned())),
        return_key: Set(return_key),
        handing_over_at: Set(Some(now)),
        withheld_at: Set(None),
        withheld: Set(None),
        placed_on: Set(is_counted(category).then(|| local_date(now))),
        ..to(letter.whom)
    };
    match settle_own(&tx, row, leaves).await {
        Ok(true) => tx.commit().await.map(|()| None),
        Ok(false) => Ok(Some(Outcome::Lost)),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            drop(tx);
            let full = full_until(&desk.db, now, letter.whom, (row.id, &row.kind, category)).await?;
            let (why, until) = full.ok_or(error)?;
            Ok(Some(Outcome::Withheld(why, until)))
        }
        Err(error) => Err(error),
    }
}

/// The columns that say who is written to.
pub(super) fn to(whom: Addressee) -> messages::ActiveModel {
    messages::ActiveModel { addressee: Set(Some(whom.kind)), addressee_id: Set(Some(whom.id)), ..Default::default() }
}

/// Changes a message as long as the claim to it is the one that it was read with. False when somebody else has it.
pub(super) async fn settle_own(
    tx: &impl ConnectionTrait,
    row: &Row,
    change: messages::ActiveModel,
) -> Result<bool, DbErr> {
    let own = messages::Entity::update_many().set(change).filter(Column::Id.eq(row.id));
    Ok(own.filter(Column::Claim.eq(row.claim)).exec(tx).await?.rows_affected == 1)
}
