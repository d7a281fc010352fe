//! Staff answer a mentor's question; the clock goes on where it stood.

use chrono::{DateTime, Utc};
use entity::proposals;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{ProposalError, State, letters, queries::locked, state};
use crate::{clock::local_date, database::Database, message, viewer::Viewer};

pub async fn answer(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    answer: String,
) -> Result<(), ProposalError> {
    let tx = db.begin().await?;
    let proposal = locked(&tx, viewer, id).await?;
    if state(&proposal) != State::QuestionAsked || !viewer.is_staff() {
        return Err(ProposalError::NoLongerOpen);
    }
    let waited = proposal.asked_at.map(|asked| local_date(now) - local_date(asked)).unwrap_or_default();
    let answered = proposals::ActiveModel {
        id: Set(id),
        answer: Set(Some(answer)),
        answered_at: Set(Some(now)),
        expires_on: Set(proposal.expires_on + waited),
        ..Default::default()
    };
    answered.update(&tx).await?;
    message::queue(&tx, now, letters::ANSWERED, id, &now.timestamp().to_string()).await?;
    tx.commit().await?;
    Ok(())
}
