//! Makes the draft of a referral of an enquiry, so that nothing is typed again.

use chrono::{DateTime, Utc};
use entity::enquiries;
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
    draft_form::draft_form,
};
use crate::{database::Database, referral::draft, viewer::Viewer};

/// Begins the draft, for the partner of a housing area if one is chosen already, and returns its id. A draft that a
/// colleague has begun becomes the viewer's own, as it stands.
pub async fn refer(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    housing_area_id: Option<Uuid>,
) -> Result<Uuid, ActError> {
    let act = act::begin(db, viewer, id, State::is_open).await?;
    if let (State::Drafted, Some(draft_id)) = (act.state, act.enquiry.draft_id) {
        draft::take_over(&act.tx, viewer, draft_id).await?;
        act.finish(now, viewer, "taken-over", None).await?;
        return Ok(draft_id);
    }
    let draft_id = Uuid::now_v7();
    draft::begin(&act.tx, now, viewer, draft_id, &draft_form(&act.enquiry, housing_area_id)).await?;
    act.update(enquiries::ActiveModel { draft_id: Set(Some(draft_id)), ..Default::default() }).await?;
    act.finish(now, viewer, "drafted", None).await?;
    Ok(draft_id)
}
