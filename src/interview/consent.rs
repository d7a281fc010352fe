//! What mentors and those who refer say to being interviewed: dated, taken back at any time. Young people say it with their other
//! consents (`referral::give_consent`).

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    InterviewConsent, Mentor, User,
    interview_consents::{self, Column, Entity},
    interviewees, mentors, referrals, users,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{clock::local_date, database::Database, mentor, record::Change, viewer::Viewer};

/// The number of the text of the consent as it is now.
pub const INTERVIEW_CONSENT_VERSION: i32 = 1;

/// Somebody who agrees for themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Party {
    Mentor(Box<Mentor>),
    /// Whoever refers.
    Contact(Box<User>),
}

impl Party {
    /// A mentor, if the viewer may see this one: staff, or the mentor they are.
    pub async fn mentor(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Self>, DbErr> {
        let found = mentor::find_for(db, viewer, id).await?;
        Ok(found.map(|mentor| Self::Mentor(Box::new(mentor))))
    }

    /// Whoever refers, or has referred before they became something else, if the viewer is staff or is this person.
    pub async fn contact(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Self>, DbErr> {
        if !viewer.is_staff() && viewer.user_id != id {
            return Ok(None);
        }
        let found = users::Entity::find_by_id(id).filter(has_referred()).one(db).await?;
        Ok(found.map(|user| Self::Contact(Box::new(user))))
    }

    pub fn id(&self) -> Uuid {
        match self {
            Self::Mentor(mentor) => mentor.id,
            Self::Contact(user) => user.id,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Mentor(mentor) => &mentor.name,
            Self::Contact(user) => &user.name,
        }
    }

    fn subject(&self) -> &'static str {
        match self {
            Self::Mentor(_) => "mentor",
            Self::Contact(_) => "account",
        }
    }

    /// All that they said, the last first.
    pub async fn said(&self, db: &impl ConnectionTrait) -> Result<Vec<InterviewConsent>, DbErr> {
        Entity::find().filter(of(self.id())).order_by_desc(Column::Id).all(db).await
    }

    /// The row of the party is held until the transaction ends, so that two clicks write one answer.
    async fn hold(&self, tx: &impl ConnectionTrait) -> Result<(), DbErr> {
        match self {
            Self::Mentor(mentor) => mentors::Entity::find_by_id(mentor.id).lock_exclusive().one(tx).await.map(drop),
            Self::Contact(user) => users::Entity::find_by_id(user.id).lock_exclusive().one(tx).await.map(drop),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ConsentError {
    /// They have said so already.
    #[error("referral-not-possible-now")]
    NotNow,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whoever refers, and who referred, agreed or was drawn before: what they said then is theirs to take back.
fn has_referred() -> Condition {
    let user = || Expr::col((users::Entity, users::Column::Id));
    let mut referred = Query::select();
    referred.expr(Expr::val(1)).from(referrals::Entity);
    referred.and_where(Expr::col((referrals::Entity, referrals::Column::ReferrerId)).eq(user()));
    let mut said = Query::select();
    said.expr(Expr::val(1)).from(Entity).and_where(Expr::col((Entity, Column::UserId)).eq(user()));
    let mut drawn = Query::select();
    drawn.expr(Expr::val(1)).from(interviewees::Entity);
    drawn.and_where(Expr::col((interviewees::Entity, interviewees::Column::UserId)).eq(user()));
    let before = [referred, said, drawn].map(Expr::exists);
    before.into_iter().fold(Condition::any().add(users::Column::Role.eq(users::Role::Referrer)), Condition::add)
}

fn of(id: Uuid) -> Condition {
    Condition::any().add(Column::MentorId.eq(id)).add(Column::UserId.eq(id))
}

/// Whether a mentor, or somebody who refers, says yes now.
pub async fn agrees_to_interviews(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    let standing = Entity::find().filter(of(id)).filter(Column::WithdrawnOn.is_null());
    Ok(standing.one(db).await?.is_some())
}

/// The mentor, or whoever referred, of somebody who was drawn says yes now, for a query on those who were drawn.
pub(super) fn party_agrees() -> Expr {
    let same =
        |column: Column, of: interviewees::Column| Expr::col((Entity, column)).equals((interviewees::Entity, of));
    let mut standing = Query::select();
    standing
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(
            same(Column::MentorId, interviewees::Column::MentorId)
                .or(same(Column::UserId, interviewees::Column::UserId)),
        )
        .and_where(Column::WithdrawnOn.is_null());
    Expr::exists(standing)
}

/// Writes down a yes of a day.
pub async fn agree(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    party: &Party,
    on: NaiveDate,
) -> Result<(), ConsentError> {
    let tx = db.begin().await?;
    party.hold(&tx).await?;
    if agrees_to_interviews(&tx, party.id()).await? {
        return Err(ConsentError::NotNow);
    }
    write(&tx, party, (on, true), Some(viewer.user_id)).await?;
    Change::of(viewer, party.subject(), party.id(), "interview_agreed").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Writes down that they take the yes back, or say no where nobody had asked.
pub async fn refuse(db: &Database, now: DateTime<Utc>, viewer: &Viewer, party: &Party) -> Result<(), ConsentError> {
    let tx = db.begin().await?;
    party.hold(&tx).await?;
    let said = party.said(&tx).await?;
    if !said.is_empty() && said.iter().all(|consent| consent.withdrawn_on.is_some()) {
        return Err(ConsentError::NotNow);
    }
    let today = local_date(now);
    match said.is_empty() {
        true => write(&tx, party, (today, false), Some(viewer.user_id)).await?,
        false => take_back(&tx, party.id(), today).await?,
    }
    Change::of(viewer, party.subject(), party.id(), "interview_refused").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Ends the yes that stands, for the transaction of whoever writes a no down.
pub(super) async fn take_back(tx: &impl ConnectionTrait, id: Uuid, today: NaiveDate) -> Result<(), DbErr> {
    let standing = Entity::update_many().col_expr(Column::WithdrawnOn, Expr::value(Some(today)));
    standing.filter(of(id)).filter(Column::WithdrawnOn.is_null()).exec(tx).await.map(drop)
}

async fn write(
    tx: &impl ConnectionTrait,
    party: &Party,
    (on, was_given): (NaiveDate, bool),
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    let (mentor_id, user_id) = match party {
        Party::Mentor(mentor) => (Some(mentor.id), None),
        Party::Contact(user) => (None, Some(user.id)),
    };
    let row = interview_consents::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor_id),
        user_id: Set(user_id),
        text_version: Set(INTERVIEW_CONSENT_VERSION),
        given_on: Set(on),
        withdrawn_on: Set((!was_given).then_some(on)),
        was_given: Set(was_given),
        recorded_by: Set(by),
    };
    row.insert(tx).await.map(drop)
}
