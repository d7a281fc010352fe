//! Composes and sends the letters that are due, each at least once.
//!
//! A letter is leased before it is sent and marked afterwards. Whoever dies in between leaves a lease that runs out, and
//! somebody sends the letter again: under the same message id, so that mail programs can tell.

use chrono::{DateTime, Duration, Utc};
use entity::{
    Letter as Row,
    letters::{self, Column},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType},
};
use tokio::task::JoinSet;

use super::{Cause, Desk, LetterKind, Post, Undelivered, again::NOT_WANTED};
use crate::word::Worded;

/// After so many tries a letter is given up, and administrators see it.
pub const MOST_TRIES: i32 = 8;
/// Longer than a letter can take.
const LEASE: Duration = Duration::minutes(2);
/// Letters sent at the same time.
const AT_ONCE: u64 = 4;
/// Letters sent before the job ends its turn, so that the platform can stop.
const A_TURN: usize = 200;

enum Outcome {
    Sent,
    NotWanted,
    Failed(Undelivered),
}

/// Sends what is due now, four at a time, and returns how many letters it took up. Safe to run anywhere at any time.
pub async fn deliver_due(desk: &Desk, post: &Post, kinds: &'static [&'static [LetterKind]]) -> Result<usize, DbErr> {
    let mut taken = 0;
    while taken < A_TURN {
        let letters = lease(desk).await?;
        if letters.is_empty() {
            break;
        }
        taken += letters.len();
        let mut sending = JoinSet::new();
        for letter in letters {
            sending.spawn(deliver(desk.clone(), post.clone(), kinds, letter));
        }
        while let Some(done) = sending.join_next().await {
            // A composer that panicked leaves its lease to run out.
            done.unwrap_or(Ok(()))?;
        }
    }
    Ok(taken)
}

async fn lease(desk: &Desk) -> Result<Vec<Row>, DbErr> {
    let now = desk.clock.now();
    // Read first: to ask every other second whether there is anything to do must not cost a write.
    if letters::due(now).limit(1).one(&desk.db).await?.is_none() {
        return Ok(Vec::new());
    }
    let tx = desk.db.begin().await?;
    let due = letters::due(now).order_by_asc(Column::RunAt).limit(AT_ONCE);
    let letters = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).all(&tx).await?;
    letters::Entity::update_many()
        .col_expr(Column::LockedUntil, Expr::value(now + LEASE))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.is_in(letters.iter().map(|letter| letter.id)))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(letters.into_iter().map(|letter| Row { attempts: letter.attempts + 1, ..letter }).collect())
}

async fn deliver(desk: Desk, post: Post, kinds: &'static [&'static [LetterKind]], letter: Row) -> Result<(), DbErr> {
    let outcome = attempt(&desk, &post, kinds, &letter).await;
    settle(&desk, &letter, outcome).await
}

async fn attempt(desk: &Desk, post: &Post, kinds: &[&[LetterKind]], letter: &Row) -> Outcome {
    if letter.attempts > MOST_TRIES {
        return Outcome::Failed(Undelivered(Cause::NotComposed));
    }
    let Some(kind) = kinds.iter().copied().flatten().find(|kind| kind.name == letter.kind) else {
        tracing::error!(letter = %letter.id, kind = letter.kind, "nobody composes letters of this kind");
        return Outcome::Failed(Undelivered(Cause::NotComposed));
    };
    match (kind.compose)(desk.clone(), letter.subject_id).await {
        Ok(Some(composed)) => match post.send(letter.id, desk.clock.now(), &composed).await {
            Ok(()) => Outcome::Sent,
            Err(error) => Outcome::Failed(error),
        },
        Ok(None) => Outcome::NotWanted,
        Err(error) => {
            tracing::error!(letter = %letter.id, kind = letter.kind, "{error:#}");
            Outcome::Failed(Undelivered(Cause::NotComposed))
        }
    }
}

async fn settle(desk: &Desk, letter: &Row, outcome: Outcome) -> Result<(), DbErr> {
    let now = desk.clock.now();
    let mut settled = letters::ActiveModel { locked_until: Set(None), ..Default::default() };
    match outcome {
        Outcome::Sent => {
            settled.sent_at = Set(Some(now));
            settled.failure = Set(None);
        }
        Outcome::NotWanted => {
            settled.given_up_at = Set(Some(now));
            settled.failure = Set(Some(NOT_WANTED.to_owned()));
        }
        Outcome::Failed(Undelivered(cause)) => {
            let cause_word = cause.code();
            tracing::warn!(letter = %letter.id, kind = letter.kind, tries = letter.attempts, "{cause_word}");
            if cause.is_permanent() || letter.attempts >= MOST_TRIES {
                settled.given_up_at = Set(Some(now));
            }
            settled.run_at = Set(next_try(now, letter.attempts));
            settled.failure = Set(Some(cause_word.into_owned()));
        }
    }
    let tx = desk.db.begin().await?;
    let unsent = letters::Entity::update_many().set(settled).filter(Column::SentAt.is_null());
    unsent.filter(Column::Id.eq(letter.id)).exec(&tx).await?;
    tx.commit().await
}

/// Later and later, over about a day and a half in all.
fn next_try(now: DateTime<Utc>, tries: i32) -> DateTime<Utc> {
    let minutes = match tries {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        5 => 4 * 60,
        6 => 8 * 60,
        _ => 24 * 60,
    };
    now + Duration::minutes(minutes)
}
