//! The letter of the week: whether somebody who signs in wants it. Staff and whoever refers get it until they say no, a mentor
//! once they ask for it. A no is the opt-out of the sort, however it was said.

use chrono::{DateTime, Utc};
use entity::{
    User,
    messages::Category,
    users::{self, Role},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{
    database::Database,
    message::{self, Addressee},
    viewer::Viewer,
};

/// As whom somebody who signs in gets it: a mentor as the mentor that they are, so that all that they are sent counts together.
pub fn digest_reader(user: Uuid, mentor: Option<Uuid>) -> Addressee {
    mentor.map_or_else(|| Addressee::user(user), Addressee::mentor)
}

/// Whether they want it; `mentor` is the mentor that they are.
pub async fn wants_digest(db: &impl ConnectionTrait, user: &User, mentor: Option<Uuid>) -> Result<bool, DbErr> {
    let is_asked_for = user.role != Role::Mentor || user.digest_since.is_some();
    Ok(is_asked_for && !message::has_opted_out(db, digest_reader(user.id, mentor), Category::Digest).await?)
}

/// Asks for it, or wants none from now on.
pub async fn choose_digest(db: &Database, now: DateTime<Utc>, viewer: &Viewer, is_wanted: bool) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let reader = digest_reader(viewer.user_id, viewer.mentor_id);
    message::choose(&tx, now, (reader, Category::Digest), is_wanted).await?;
    if is_wanted {
        let asked = users::ActiveModel { digest_since: Set(Some(now)), ..Default::default() };
        users::Entity::update_many().set(asked).filter(users::Column::Id.eq(viewer.user_id)).exec(&tx).await?;
    }
    tx.commit().await
}
