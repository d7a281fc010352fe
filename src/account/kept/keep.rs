//! Keeps what a person typed, and throws it away.

use entity::kept_forms::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

use super::{Kept, path_of};
use crate::{database::Database, form::typed, word::Worded};

/// How many forms are kept for one person; the oldest give way.
const MOST: u64 = 30;

/// Keeps a form for a person. Text of the same rendering that was typed later stays.
pub async fn keep(db: &Database, user_id: Uuid, kept: &Kept) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(user_id),
        page: Set(without_cpr_number(&kept.page).to_owned()),
        path: Set(path_of(&kept.page).to_owned()),
        action: Set(kept.action.clone()),
        once: Set(kept.once.clone()),
        turn: Set(kept.turn),
        why: Set(kept.why.code().into_owned()),
        pairs: Set(serde_json::to_value(&kept.pairs).map_err(|error| DbErr::Custom(error.to_string()))?),
        is_incomplete: Set(kept.is_incomplete),
        kept_at: Set(kept.at),
    };
    if !kept.once.is_empty() {
        // The same form, sent or put aside by another of its buttons.
        let other = Column::Action.ne(&kept.action).and(Column::Turn.lte(kept.turn));
        let same = Entity::delete_many().filter(Column::UserId.eq(user_id)).filter(Column::Once.eq(&kept.once));
        same.filter(other).exec(&tx).await?;
    }
    let again = OnConflict::columns([Column::UserId, Column::Action, Column::Once])
        .update_columns([
            Column::Page,
            Column::Path,
            Column::Turn,
            Column::Why,
            Column::Pairs,
            Column::IsIncomplete,
            Column::KeptAt,
        ])
        .action_and_where(Expr::col((Entity, Column::Turn)).lte(kept.turn))
        .to_owned();
    match Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => make_room(&tx, user_id).await?,
        Err(error) => return Err(error),
    }
    tx.commit().await
}

/// A search that stands in the address of a page may hold one too.
fn without_cpr_number(page: &str) -> &str {
    let query = page.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    if typed::names_with_cpr_number(&pairs).is_empty() { page } else { path_of(page) }
}

async fn make_room(tx: &impl ConnectionTrait, user_id: Uuid) -> Result<(), DbErr> {
    let own = Entity::find().select_only().column(Column::Id).filter(Column::UserId.eq(user_id));
    let newest: Vec<Uuid> = own.order_by_desc(Column::KeptAt).limit(MOST + 1).into_tuple().all(tx).await?;
    if newest.len() <= usize::try_from(MOST).unwrap_or(usize::MAX) {
        return Ok(());
    }
    let stay = &newest[..newest.len() - 1];
    let old = Entity::delete_many().filter(Column::UserId.eq(user_id)).filter(Column::Id.is_not_in(stay.to_vec()));
    old.exec(tx).await?;
    Ok(())
}

/// Throws away what was kept of one rendering of a form, as that was taken.
pub async fn forget_taken(db: &impl ConnectionTrait, user_id: Uuid, once: &str) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::UserId.eq(user_id)).filter(Column::Once.eq(once)).exec(db).await?;
    Ok(())
}

/// Throws away what was kept of a page of somebody and of those beneath it, as they may open them no more.
pub async fn forget_beneath(db: &impl ConnectionTrait, user_id: Uuid, path: &str) -> Result<(), DbErr> {
    let theirs = Entity::delete_many().filter(Column::UserId.eq(user_id));
    theirs.filter(Column::Path.starts_with(path)).exec(db).await.map(drop)
}

/// Throws away one kept form of a person. The page on which it stood, if there was one.
pub async fn throw_away(db: &Database, user_id: Uuid, id: Uuid) -> Result<Option<String>, DbErr> {
    let tx = db.begin().await?;
    let own = Entity::find_by_id(id).filter(Column::UserId.eq(user_id)).one(&tx).await?;
    Entity::delete_many().filter(Column::UserId.eq(user_id)).filter(Column::Id.eq(id)).exec(&tx).await?;
    tx.commit().await?;
    Ok(own.map(|kept| kept.page))
}

/// Whether anything is kept for the person of the query around it.
pub fn is_kept_for(user: impl Into<Expr>) -> Expr {
    let kept = Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::UserId)).eq(user.into()))
        .take();
    Expr::exists(kept)
}
