//! Who reads a concern: whoever is responsible for its course, whoever steps in for them, whom it was passed on to, and
//! administrators. Where nobody is responsible, all of staff.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Concern,
    concerns::{Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};

use crate::{
    clock::local_date,
    database::Database,
    duty::{Asking, Whose},
    record::Held,
    viewer::{Viewer, nobody},
};

/// The concerns that a viewer may read, for a query on concerns.
pub fn readable_by(viewer: &Viewer, today: NaiveDate) -> Condition {
    if viewer.is_administrator() {
        return Condition::all();
    }
    if !viewer.is_staff() {
        return nobody();
    }
    let asking = Asking { me: viewer.user_id, today };
    let ways = [Whose::Mine, Whose::Of(viewer.user_id), Whose::Nobodys];
    let theirs = ways.into_iter().map(|whose| whose.is(Column::CourseId.into_expr(), asking));
    theirs.fold(Condition::any(), Condition::add).add(Column::PassedTo.eq(viewer.user_id))
}

/// The concern, if there is one that this viewer may read.
pub(super) async fn find_for(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Option<Concern>, DbErr> {
    Entity::find_by_id(id).filter(readable_by(viewer, today)).one(db).await
}

/// Begins an act on a concern that this viewer may read, if there is one.
pub(super) async fn begin(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Option<Held<Concern>>, DbErr> {
    let tx = db.begin().await?;
    let found = Entity::find_by_id(id).filter(readable_by(viewer, local_date(now))).lock_exclusive().one(&tx).await?;
    Ok(found.map(|row| Held { tx, row, state: () }))
}

/// The ids of the open concerns of a course that this viewer may read, the newest first.
pub(in crate::course) async fn open_of_course(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id)).filter(entity::concerns::open());
    let own = own.filter(readable_by(viewer, today)).order_by_desc(Column::RaisedAt);
    own.select_only().column(Column::Id).into_tuple().all(db).await
}
