//! The mentor needs to know something first: the clock stands still until staff have answered.

use chrono::{DateTime, Utc};
use entity::proposals;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{Answering, ProposalError, State, letters, state};
use crate::{database::Database, message};

pub async fn ask(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Answering<'_>>,
    id: Uuid,
    question: String,
) -> Result<(), ProposalError> {
    let by = by.into();
    let tx = db.begin().await?;
    let proposal = by.locked(&tx, id).await?;
    if state(&proposal) != State::AwaitingMentor {
        return Err(ProposalError::NoLongerOpen);
    }
    let asked = proposals::ActiveModel {
        id: Set(id),
        question: Set(Some(question)),
        asked_at: Set(Some(now)),
        answer: Set(None),
        answered_at: Set(None),
        ..Default::default()
    };
    asked.update(&tx).await?;
    message::queue(&tx, now, letters::ASKED, id, &now.timestamp().to_string()).await?;
    tx.commit().await?;
    Ok(())
}
