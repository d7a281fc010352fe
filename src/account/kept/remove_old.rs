//! Forgets what was kept for long enough.

use chrono::{DateTime, Duration, Utc};
use entity::{kept_forms, submissions};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::linked;

/// Days that a form that was not taken is kept after it was typed: over a holiday of two weeks.
pub const FORMS_KEPT_DAYS: i64 = 14;
/// How long it is known that a form was carried out: longer than anybody goes back to an old page and sends it again.
const KNOWN_DAYS: i64 = 7;

/// Throws away forms that nobody has touched for [`FORMS_KEPT_DAYS`], and the names of forms carried out long ago.
pub async fn remove_old(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let kept = kept_forms::Column::KeptAt.lt(now - Duration::days(FORMS_KEPT_DAYS));
    kept_forms::Entity::delete_many().filter(kept).exec(tx).await?;
    linked::remove_old(tx, now).await?;
    let known = submissions::Column::At.lt(now - Duration::days(KNOWN_DAYS));
    submissions::Entity::delete_many().filter(known).exec(tx).await?;
    Ok(())
}
