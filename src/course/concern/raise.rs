//! Somebody says that they are worried.

use chrono::{DateTime, Utc};
use entity::{
    Concern,
    concerns::{self, Column, ConcernSide},
    courses,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::{letters, stop::stop_in};
use crate::{
    database::Database,
    message,
    record::{Change, SAID_AGAIN_WITHIN},
    viewer::Viewer,
};

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub struct NewConcern {
    pub said: String,
    /// Whether the two are to have no contact for now. Staff stop it by this; anybody else asks for it.
    pub wants_stop: bool,
}

/// Who says it.
#[derive(Clone, Copy, Debug)]
pub enum Raiser<'a> {
    Signed(&'a Viewer),
    /// One of the sides, by a link.
    Linked(ConcernSide),
}

impl Raiser<'_> {
    fn side(self) -> ConcernSide {
        match self {
            Self::Linked(side) => side,
            Self::Signed(viewer) if viewer.is_staff() => ConcernSide::Staff,
            Self::Signed(viewer) if viewer.is_mentor() => ConcernSide::Mentor,
            Self::Signed(_) => ConcernSide::Referrer,
        }
    }

    /// Who came by a link.
    fn without_sign_in(self) -> Option<&'static str> {
        match self {
            Self::Signed(_) | Self::Linked(ConcernSide::Staff) => None,
            Self::Linked(ConcernSide::Mentor) => Some("mentor"),
            Self::Linked(ConcernSide::YoungPerson) => Some("mentee"),
            Self::Linked(ConcernSide::Referrer) => Some("referrer"),
        }
    }

    fn viewer(&self) -> Option<&Viewer> {
        match self {
            Self::Signed(viewer) => Some(viewer),
            Self::Linked(_) => None,
        }
    }
}

/// The very same, said by the same just before.
async fn said_before(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    raiser: Raiser<'_>,
    course_id: Uuid,
    new: &NewConcern,
) -> Result<Option<Concern>, DbErr> {
    let by = raiser.viewer().map(|viewer| viewer.user_id);
    // Once staff have closed it, the same words are a worry anew; and what staff stop by them is stopped.
    if new.wants_stop && raiser.side() == ConcernSide::Staff {
        return Ok(None);
    }
    concerns::Entity::find()
        .filter(concerns::open())
        .filter(Column::CourseId.eq(course_id))
        .filter(Column::Side.eq(raiser.side()))
        .filter(by.map_or(Column::RaisedBy.is_null(), |by| Column::RaisedBy.eq(by)))
        .filter(Column::Said.eq(new.said.as_str()))
        .filter(Column::WantsStop.eq(new.wants_stop))
        .filter(Column::RaisedAt.gt(now - SAID_AGAIN_WITHIN))
        .one(tx)
        .await
}

/// Writes down a concern about a course that the caller has found through the viewer or the link, and tells staff. Where staff
/// ask for it, contact is stopped by the same act.
pub async fn raise(
    db: &Database,
    now: DateTime<Utc>,
    raiser: Raiser<'_>,
    course_id: Uuid,
    new: NewConcern,
) -> Result<Concern, DbErr> {
    let tx = db.begin().await?;
    courses::Entity::find_by_id(course_id).lock_exclusive().one(&tx).await?;
    if let Some(same) = said_before(&tx, now, raiser, course_id, &new).await? {
        return Ok(same);
    }
    let by = raiser.viewer();
    let concern = concerns::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        side: Set(raiser.side()),
        raised_by: Set(by.map(|viewer| viewer.user_id)),
        raised_at: Set(now),
        said: Set(new.said),
        wants_stop: Set(new.wants_stop),
        ..Default::default()
    };
    let concern = concern.insert(&tx).await?;
    message::queue(&tx, now, letters::RAISED, concern.id, "").await?;
    let change = Change { subject: "concern", subject_id: concern.id, action: "raised", ..Change::default() };
    Change { by: by.map(|viewer| viewer.user_id), on_behalf_of: raiser.without_sign_in(), ..change }
        .write(&tx, now)
        .await?;
    if let Some(viewer) = by.filter(|viewer| new.wants_stop && viewer.is_staff()) {
        stop_in(&tx, now, viewer, &concern).await?;
    }
    tx.commit().await?;
    Ok(concern)
}
