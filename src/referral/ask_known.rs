//! How often a referrer may ask whether somebody is known: each look at the last page before sending is one.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use thiserror::Error;

use crate::{
    account::throttle::{self, Try},
    database::Database,
    viewer::Viewer,
};

/// Looks in a quarter of an hour: more than anybody needs who writes referrals, too few to go through a list.
const MOST: u64 = 20;

#[derive(Debug, Error)]
pub enum AskKnownError {
    #[error("too many looks")]
    TooMany,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Counts a look. Staff may look as often as they like: they see everybody anyway.
pub async fn ask_known(db: &Database, now: DateTime<Utc>, viewer: &Viewer) -> Result<(), AskKnownError> {
    if viewer.is_staff() {
        return Ok(());
    }
    let own = format!("known:{}", viewer.user_id);
    let tried = Try::new(&own, &own);
    throttle::begin_in_public(db, now, tried, MOST).await?.map(drop).ok_or(AskKnownError::TooMany)
}
