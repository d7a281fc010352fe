//! Drafts: what somebody typed and has not sent, kept on the server for them alone.

use chrono::{DateTime, Duration, Utc};
use entity::{
    ReferralDraft,
    referral_drafts::{self, Column, Entity},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, prelude::Uuid, sea_query::Expr,
};

use super::{
    intake::ReferralForm,
    queries::find_for,
    tab::{Standing, Tab},
};
use crate::{
    database::Database,
    form::Form,
    token::{CsrfKey, is_made_id, made_id},
    viewer::Viewer,
};

/// How long a draft is kept after it was last saved.
pub const DRAFT_DAYS: i64 = 90;

#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// It was sent meanwhile: what is typed now belongs nowhere.
    #[error("the draft was sent")]
    AlreadySent,
    /// Of somebody else, or under an id that the platform did not make for this person.
    #[error("the draft belongs to somebody else")]
    NotOwn,
    /// Another page saved it since this one was shown.
    #[error("the draft was changed on another page")]
    Overtaken,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The id of a form that this viewer opens now.
pub fn new_id(key: &CsrfKey, viewer: &Viewer) -> Uuid {
    made_id(key, "draft", viewer.user_id)
}

/// The draft, if it is the viewer's own.
pub async fn find(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<ReferralDraft>, DbErr> {
    Entity::find_by_id(id).filter(Column::UserId.eq(viewer.user_id)).one(db).await
}

/// The viewer's own drafts, the last saved first.
pub async fn of_viewer(db: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<ReferralDraft>, DbErr> {
    Entity::find().filter(Column::UserId.eq(viewer.user_id)).order_by_desc(Column::SavedAt).limit(20).all(db).await
}

/// Keeps what was typed on a page of the draft, but for fields that hold a CPR number: their names are returned. The id comes with the
/// empty form and becomes that of the referral, so one that the platform did not make for this person is not taken.
pub async fn save(
    db: &Database,
    (key, now): (&CsrfKey, DateTime<Utc>),
    viewer: &Viewer,
    id: Uuid,
    (mut form, tab): (ReferralForm, Tab),
) -> Result<Vec<&'static str>, DraftError> {
    let left_out = form.take_cpr_numbers();
    let tx = db.begin().await?;
    let kept = Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    match kept {
        Some(draft) if draft.user_id != viewer.user_id => return Err(DraftError::NotOwn),
        Some(draft) => match tab.standing(&draft) {
            Standing::Overtaken => return Err(DraftError::Overtaken),
            Standing::Older => return Ok(left_out),
            Standing::Newest => {
                let (tab, turn) = tab.mark(Some(&draft));
                let (form, saved_at) = (Set(form.kept().into()), Set(now));
                let saved =
                    referral_drafts::ActiveModel { form, saved_at, tab: Set(tab), turn: Set(turn), ..draft.into() };
                saved.update(&tx).await?;
            }
        },
        None => {
            if find_for(&tx, viewer, id).await?.is_some() {
                return Err(DraftError::AlreadySent);
            }
            if !is_made_id(key, "draft", viewer.user_id, id) {
                return Err(DraftError::NotOwn);
            }
            begin_on(&tx, now, viewer, id, (&form, tab)).await?;
        }
    }
    tx.commit().await?;
    Ok(left_out)
}

/// A new draft of the viewer, in the transaction of whatever it comes from.
pub async fn begin(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    form: &ReferralForm,
) -> Result<(), DbErr> {
    begin_on(tx, now, viewer, id, (form, Tab::default())).await
}

async fn begin_on(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    (form, tab): (&ReferralForm, Tab),
) -> Result<(), DbErr> {
    let (tab, turn) = tab.mark(None);
    let draft = referral_drafts::ActiveModel {
        id: Set(id),
        user_id: Set(viewer.user_id),
        form: Set(form.kept().into()),
        created_at: Set(now),
        saved_at: Set(now),
        tab: Set(tab),
        turn: Set(turn),
    };
    Entity::insert(draft).exec_without_returning(tx).await?;
    Ok(())
}

/// Makes a draft the viewer's own, so that another one's absence stops nobody. Whether there is such a draft.
pub async fn take_over(tx: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<bool, DbErr> {
    let taken = Entity::update_many().col_expr(Column::UserId, Expr::value(viewer.user_id)).filter(Column::Id.eq(id));
    Ok(taken.exec(tx).await?.rows_affected == 1)
}

/// Throws a draft away, whoever's it is, in the transaction of whatever makes it useless.
pub async fn remove(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Throws the viewer's own draft away.
pub async fn discard(db: &Database, viewer: &Viewer, id: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::UserId.eq(viewer.user_id)).exec(&tx).await?;
    tx.commit().await
}

/// Throws away drafts that nobody has saved for [`DRAFT_DAYS`].
pub async fn remove_old(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::SavedAt.lt(now - Duration::days(DRAFT_DAYS))).exec(tx).await.map(drop)
}
