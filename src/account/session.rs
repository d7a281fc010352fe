//! Sessions: who is signed in, kept in the database so that ending one ends it everywhere.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{mentors, sessions, users};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::kept::is_kept_for;
use crate::{
    app::App,
    clock::local_date,
    config::Rules,
    database::Database,
    duty,
    message::Contact,
    token::{new_token, token_hash},
    viewer::Viewer,
};

/// How exactly "last seen" is known; writing it on every page would cost a commit a page.
const SEEN_EVERY: Duration = Duration::seconds(60);

/// How long after a session began another one may begin in its place, for whoever sent the very same form twice: longer
/// than a second click, shorter than somebody leaves a machine to others.
const AGAIN_WITHIN: Duration = Duration::minutes(1);

/// A session as found for one request.
#[derive(FromQueryResult)]
pub struct Found {
    pub user_id: Uuid,
    pub name: String,
    pub role: users::Role,
    pub partner_id: Option<Uuid>,
    pub mentor_id: Option<Uuid>,
    pub language: String,
    pub seen_at: DateTime<Utc>,
    /// Whether a form that was not taken is kept for this person.
    pub has_kept: bool,
    /// Whom the page names as the one to turn to.
    #[sea_orm(skip)]
    pub contact: Option<Contact>,
}

impl Found {
    pub fn viewer(&self) -> Viewer {
        Viewer {
            user_id: self.user_id,
            name: self.name.clone(),
            role: self.role,
            partner_id: self.partner_id,
            mentor_id: self.mentor_id,
        }
    }

    /// The same with whom the page of this path names.
    pub async fn turning_to(self, app: &App, path: &str) -> Result<Self, DbErr> {
        let contact = duty::turn_to(&app.db, &self.viewer(), path, app.clock.today()).await?;
        Ok(Self { contact, ..self })
    }

    pub fn is_seen_long_ago(&self, now: DateTime<Utc>) -> bool {
        now - self.seen_at >= SEEN_EVERY
    }
}

/// Starts a session and returns its token, which exists only in the browser.
pub async fn start(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    user_id: Uuid,
) -> Result<String, DbErr> {
    let token = new_token();
    let session = sessions::ActiveModel {
        token_hash: Set(token_hash(&token)),
        user_id: Set(user_id),
        created_at: Set(now),
        seen_at: Set(now),
        expires_at: Set(now + Duration::hours(rules.session_hours)),
    };
    sessions::Entity::insert(session).exec_without_returning(tx).await?;
    seen_on(tx, local_date(now), user_id).await?;
    Ok(token)
}

/// The session of a token, unless it is over, idle for too long, or its person is disabled.
pub async fn find(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    token: &str,
) -> Result<Option<Found>, DbErr> {
    going_on(now, rules, &token_hash(token))
        .select_only()
        .column_as(users::Column::Id, "user_id")
        .columns([users::Column::Name, users::Column::Role, users::Column::PartnerId, users::Column::Language])
        .column(sessions::Column::SeenAt)
        .column_as(is_kept_for(Expr::col((users::Entity, users::Column::Id))), "has_kept")
        .expr_as(own_mentor(), "mentor_id")
        .into_model::<Found>()
        .one(db)
        .await
}

/// Looked up for this one person: joined, PostgreSQL reads all mentors where most never sign in.
fn own_mentor() -> Expr {
    let own = Expr::col((mentors::Entity, mentors::Column::UserId)).equals((users::Entity, users::Column::Id));
    let mentor =
        Query::select().column((mentors::Entity, mentors::Column::Id)).from(mentors::Entity).and_where(own).take();
    mentor.into()
}

fn going_on(now: DateTime<Utc>, rules: &Rules, hash: &str) -> Select<sessions::Entity> {
    sessions::Entity::find_by_id(hash)
        .join(JoinType::InnerJoin, sessions::to_user())
        .filter(sessions::Column::ExpiresAt.gt(now))
        .filter(sessions::Column::SeenAt.gt(now - Duration::minutes(rules.session_idle_minutes)))
        .filter(users::Column::DisabledAt.is_null())
}

/// Starts another session for the person of one that has just begun and goes on, by its hash: its token. Nothing where
/// that one is over, as after signing out.
pub async fn begin_again(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    hash: &str,
) -> Result<Option<String>, DbErr> {
    let lately = sessions::Column::CreatedAt.gt(now - AGAIN_WITHIN);
    let tx = db.begin().await?;
    let Some(first) = going_on(now, rules, hash).filter(lately).one(&tx).await? else { return Ok(None) };
    let token = start(&tx, now, rules, first.user_id).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// Notes that a session, and so its person, is in use.
pub async fn seen(db: &Database, now: DateTime<Utc>, token: &str, user_id: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    sessions::Entity::update_many()
        .col_expr(sessions::Column::SeenAt, Expr::value(now))
        .filter(sessions::Column::TokenHash.eq(token_hash(token)))
        .exec(&tx)
        .await?;
    seen_on(&tx, local_date(now), user_id).await?;
    tx.commit().await
}

async fn seen_on(tx: &impl ConnectionTrait, today: NaiveDate, user_id: Uuid) -> Result<(), DbErr> {
    users::Entity::update_many()
        .col_expr(users::Column::LastSeenOn, Expr::value(today))
        .filter(users::Column::Id.eq(user_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends one session: that of the browser which signs in anew.
pub async fn end(db: &impl ConnectionTrait, token: &str) -> Result<(), DbErr> {
    sessions::Entity::delete_by_id(token_hash(token)).exec(db).await?;
    Ok(())
}

/// Ends every session of a person, on every machine.
pub async fn end_all(tx: &impl ConnectionTrait, user_id: Uuid) -> Result<(), DbErr> {
    sessions::Entity::delete_many().filter(sessions::Column::UserId.eq(user_id)).exec(tx).await?;
    Ok(())
}

/// The same by their own wish.
pub async fn sign_out(db: &Database, user_id: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    end_all(&tx, user_id).await?;
    tx.commit().await
}

/// Removes sessions that are over; run once an hour.
pub async fn remove_expired(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let removed = sessions::Entity::delete_many().filter(sessions::Column::ExpiresAt.lt(now)).exec(db).await?;
    Ok(removed.rows_affected)
}
