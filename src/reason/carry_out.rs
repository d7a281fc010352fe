//! What a reason does to the mentor and the young person, in the transaction that gives the reason.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{Consequences, Span};
use crate::{clock::local_date, mentor};

/// Pauses the mentor for as long as it is declared. `by` says who gave the reason, or whose word it
/// was: nobody and nobody's of a young person without a sign-in.
pub async fn pause_mentor(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: (Option<Uuid>, Option<&'static str>),
    mentor_id: Uuid,
    follows: Consequences,
) -> Result<(), DbErr> {
    let back_on = follows.pause.over_on(local_date(now));
    match follows.pause {
        Span::None => Ok(()),
        // The day named last still belongs to a pause.
        Span::Days(_) | Span::Open => {
            mentor::stand_down(tx, now, by, mentor_id, back_on.and_then(|day| day.pred_opt())).await
        }
    }
}
