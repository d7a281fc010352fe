//! Makes the draft of a referral of an enquiry, so that nothing is typed again.

use chrono::{DateTime, Utc};
use entity::enquiries;
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
    draft_form::draft_form,
};
use crate::{database::Database, record::Change, referral::draft, viewer::Viewer};

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
    if let (State::Drafted, Some(draft_id)) = (act.state, act.row.draft_id) {
        draft::take_over(&act.tx, viewer, draft_id).await?;
        act.finish::<ActError>(now, Change::of(viewer, "enquiry", id, "taken-over")).await?;
        return Ok(draft_id);
    }
    let draft_id = Uuid::now_v7();
    draft::begin(&act.tx, now, viewer, draft_id, &draft_form(&act.row, housing_area_id)).await?;
    act.update(enquiries::ActiveModel { draft_id: Set(Some(draft_id)), ..Default::default() }).await?;
    act.finish::<ActError>(now, Change::of(viewer, "enquiry", id, "drafted")).await?;
    Ok(draft_id)
}
