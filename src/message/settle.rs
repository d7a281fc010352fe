//! What a try led to, written down as dated facts by whoever has the claim.

use chrono::{DateTime, Duration, Utc};
use entity::{
    Message as Row,
    messages::{self, Channel},
    withholdings,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{
    Addressee, Cause, Desk, IfUnknown, MessageKind, Undelivered, Unwanted, Withheld,
    attempt::{Outcome, settle_own, to},
    stop, way,
};
use crate::word::Worded;

/// For so long after its first try a message is tried again; the standard asks for four days at least.
const GIVE_UP: Duration = Duration::days(5);
/// Minutes before the next try, later and later; the last pause is repeated.
const PAUSES: [i64; 9] = [1, 5, 15, 30, 60, 120, 240, 480, 720];
/// From this pause on, messages of one moment are spread, so that they do not come back as one.
const SPREAD_FROM: i64 = 15;
/// After so many copies of which none was answered for, somebody has to look.
const MOST_COPIES: i32 = 3;

/// Writes an outcome down. Nothing when somebody else has the claim by now.
pub(super) async fn settle(
    desk: &Desk,
    kind: Option<&MessageKind>,
    row: &Row,
    (outcome, found): (Outcome, Option<(Addressee, Channel)>),
) -> Result<(), DbErr> {
    let now = desk.clock.now();
    let (whom, channel) = found.unzip();
    let row = &Row { channel: channel.or(row.channel), ..row.clone() };
    let tx = desk.db.begin().await?;
    let base = messages::ActiveModel {
        claim: Set(None),
        claimed_until: Set(None),
        withheld_at: Set(None),
        withheld: Set(None),
        ..whom.map(to).unwrap_or_default()
    };
    let change = match outcome {
        Outcome::Lost => return Ok(()),
        Outcome::Taken => {
            // Asked first: one mail in a thousand ends a stop.
            if stop::open_stop(&tx, way_of(row)).await?.is_some() {
                stop::end(&tx, now, way_of(row)).await?;
            }
            messages::ActiveModel { accepted_at: Set(Some(now)), next_try_at: Set(None), failure: Set(None), ..base }
        }
        Outcome::Unwanted(why) => unwanted(base, now, why),
        Outcome::Withheld(why, until) => withheld(&tx, base, row, now, (why, until)).await?,
        Outcome::Failed(error) => failed(&tx, base, row, now, error).await?,
        Outcome::Closed(until) => messages::ActiveModel { channel: Set(row.channel), ..untried(base, row, until) },
        Outcome::Unknown => unknown(base, kind, row, now),
    };
    let given_up = change.given_up_at.is_set().then(|| failure_of(&change)).flatten();
    if settle_own(&tx, row, change).await? {
        if let Some(cause) = given_up {
            way::failed(&tx, now, row.id, cause).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn failure_of(change: &messages::ActiveModel) -> Option<Cause> {
    change.failure.try_as_ref().and_then(Option::as_deref).map(Cause::kept)
}

fn unwanted(base: messages::ActiveModel, now: DateTime<Utc>, why: Unwanted) -> messages::ActiveModel {
    messages::ActiveModel {
        unwanted_at: Set(Some(now)),
        unwanted: Set(Some(why.code().into_owned())),
        next_try_at: Set(None),
        failure: Set(None),
        ..base
    }
}

/// It has not been tried: neither its tries nor the time for them have begun.
async fn withheld(
    tx: &impl ConnectionTrait,
    base: messages::ActiveModel,
    row: &Row,
    now: DateTime<Utc>,
    (why, until): (Withheld, DateTime<Utc>),
) -> Result<messages::ActiveModel, DbErr> {
    let reason = why.code().into_owned();
    let held = withholdings::ActiveModel {
        id: Set(Uuid::now_v7()),
        message_id: Set(row.id),
        at: Set(now),
        reason: Set(reason.clone()),
        until: Set(until),
    };
    withholdings::Entity::insert(held).exec_without_returning(tx).await?;
    Ok(messages::ActiveModel { withheld_at: Set(Some(now)), withheld: Set(Some(reason)), ..untried(base, row, until) })
}

/// As it was before it was taken up, and to be taken up then.
fn untried(base: messages::ActiveModel, row: &Row, until: DateTime<Utc>) -> messages::ActiveModel {
    messages::ActiveModel {
        next_try_at: Set(Some(until)),
        tries: Set(row.tries - 1),
        first_tried_at: Set(if row.tries > 1 { row.first_tried_at } else { None }),
        ..base
    }
}

/// The way that a message went; before there was another, all went by mail.
fn way_of(row: &Row) -> Channel {
    row.channel.unwrap_or(Channel::Mail)
}

/// Nothing has arrived. What is no fault of the message costs it neither tries nor time.
async fn failed(
    tx: &impl ConnectionTrait,
    base: messages::ActiveModel,
    row: &Row,
    now: DateTime<Utc>,
    error: Undelivered,
) -> Result<messages::ActiveModel, DbErr> {
    let error = own_fault(tx, row, error).await?;
    let word = error.cause.code().into_owned();
    tracing::warn!(message = %row.id, kind = row.kind, tries = row.tries, "{word}");
    let base =
        messages::ActiveModel { handing_over_at: Set(None), placed_on: Set(None), failure: Set(Some(word)), ..base };
    if error.is_the_way {
        let next = stop::stop(tx, now, way_of(row), error.cause).await?;
        return Ok(messages::ActiveModel {
            next_try_at: Set(Some(next)),
            tries: Set(row.tries - 1),
            first_tried_at: Set(None),
            ..base
        });
    }
    let is_over = row.first_tried_at.is_some_and(|first| first + GIVE_UP <= now);
    if error.cause.is_permanent() || is_over {
        return Ok(messages::ActiveModel { given_up_at: Set(Some(now)), next_try_at: Set(None), ..base });
    }
    let later = error.wait.map_or(DateTime::<Utc>::MIN_UTC, |wait| now + wait);
    Ok(messages::ActiveModel { next_try_at: Set(Some(next_try(row, now).max(later))), ..base })
}

/// A message that is refused as if we were a stranger, while others have got through since, is refused itself.
async fn own_fault(tx: &impl ConnectionTrait, row: &Row, error: Undelivered) -> Result<Undelivered, DbErr> {
    let is_again = error.cause == Cause::SenderRefused && row.failure.as_deref() == Some(&error.cause.code());
    if is_again && stop::open_stop(tx, Channel::Mail).await?.is_none() {
        return Ok(Undelivered { cause: Cause::Refused, wait: None, is_the_way: false });
    }
    Ok(error)
}

/// It may have arrived: it is sent again where twice is better than never, and else somebody is asked.
fn unknown(
    base: messages::ActiveModel,
    kind: Option<&MessageKind>,
    row: &Row,
    now: DateTime<Utc>,
) -> messages::ActiveModel {
    let copies = row.copies + 1;
    let is_again = kind.is_some_and(|kind| kind.declared.unknown == IfUnknown::Again)
        && row.channel != Some(Channel::Sms)
        && copies < MOST_COPIES;
    tracing::warn!(message = %row.id, kind = row.kind, copies, is_again, "nobody knows whether it arrived");
    let cause = if row.channel == Some(Channel::Sms) { Cause::TextUnknown } else { Cause::MayHaveArrived };
    let base = messages::ActiveModel {
        unknown_at: Set(Some(now)),
        copies: Set(copies),
        failure: Set(Some(cause.code().into_owned())),
        ..base
    };
    match is_again {
        true => {
            let next = Set(Some(next_try(row, now)));
            messages::ActiveModel { handing_over_at: Set(None), next_try_at: next, ..base }
        }
        false => messages::ActiveModel { next_try_at: Set(None), ..base },
    }
}

fn next_try(row: &Row, now: DateTime<Utc>) -> DateTime<Utc> {
    let number = usize::try_from(row.tries - 1).unwrap_or_default();
    let minutes = PAUSES.get(number).or(PAUSES.last()).copied().unwrap_or(1);
    let spread = if minutes < SPREAD_FROM { 0 } else { row.id.as_u128() % 60 };
    let spread = Duration::seconds(i64::try_from(spread).unwrap_or_default() * minutes / 5);
    now + Duration::minutes(minutes) + spread
}
