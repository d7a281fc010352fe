//! Referrals found: through a viewer, with what followed them, and those that wait for a mentor.

use std::collections::HashMap;

use entity::{
    Referral, YoungPerson, referral_industries,
    referrals::{self, Column, Entity},
    users, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, Query},
};

use super::{
    State,
    in_state::{in_state, state_code},
};
use crate::viewer::{Viewer, nobody};

/// The referrals that a viewer may see: staff all; a referrer those that they sent for their own partner, or that were
/// moved in under their own address; anybody else none.
pub fn visible_to(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return Condition::all();
    }
    let (true, Some(partner_id)) = (viewer.is_referrer(), viewer.partner_id) else {
        return nobody();
    };
    let mut own_address = Query::select();
    own_address
        .expr(Func::lower(Expr::col((users::Entity, users::Column::Email))))
        .from(users::Entity)
        .and_where(users::Column::Id.eq(viewer.user_id));
    let moved_in = Condition::all()
        .add(Column::ReferrerId.is_null())
        .add(Expr::expr(Func::lower(Expr::col((Entity, Column::ReferrerEmail)))).eq(Expr::from(own_address)));
    Condition::all()
        .add(Column::PartnerId.eq(partner_id))
        .add(Condition::any().add(Column::ReferrerId.eq(viewer.user_id)).add(moved_in))
}

/// The referral, if there is one that this viewer may see.
pub async fn find_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Referral>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(viewer)).one(db).await
}

/// The referral that something else is about; who sees that sees it too.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Referral>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Whose referral it is.
pub async fn person_of(db: &impl ConnectionTrait, referral: &Referral) -> Result<Option<YoungPerson>, DbErr> {
    young_people::Entity::find_by_id(referral.young_person_id).one(db).await
}

/// The referral with what followed it, locked until the transaction ends.
pub async fn locked(tx: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<(Referral, State)>, DbErr> {
    let found = Entity::find_by_id(id).filter(visible_to(viewer)).lock_exclusive().one(tx).await?;
    let Some(referral) = found else { return Ok(None) };
    let state = state_of(tx, &referral).await?;
    Ok(Some((referral, state)))
}

/// Where one referral stands.
///
/// # Errors
/// When the referral is no longer there.
pub async fn state_of(db: &impl ConnectionTrait, referral: &Referral) -> Result<State, DbErr> {
    let stands = states_of(db, &[referral.id]).await?.remove(&referral.id);
    stands.ok_or_else(|| DbErr::RecordNotFound(format!("referral {}", referral.id)))
}

/// Where each of these referrals stands, by its id: one query.
pub async fn states_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, State>, DbErr> {
    let referrals = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(ids.iter().copied()));
    let stands: Vec<(Uuid, State)> = referrals.expr_as(state_code(), "state").into_tuple().all(db).await?;
    Ok(stands.into_iter().collect())
}

/// Referrals that wait for a mentor, the longest waiting first.
pub fn waiting() -> Select<Entity> {
    Entity::find().filter(in_state(State::Waiting)).order_by_asc(Column::ReferredOn).order_by_asc(Column::Id)
}

/// Whether this referral waits for a mentor.
pub async fn is_waiting(db: &impl ConnectionTrait, referral: &Referral) -> Result<bool, DbErr> {
    Ok(state_of(db, referral).await? == State::Waiting)
}

/// The confirmed industries of these referrals, each referral's in order: one query.
pub async fn industries_of(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<referral_industries::Model>>, DbErr> {
    let rows = referral_industries::Entity::find()
        .filter(referral_industries::Column::ReferralId.is_in(ids.iter().copied()))
        .order_by_asc(referral_industries::Column::Position)
        .all(db)
        .await?;
    let mut industries: HashMap<Uuid, Vec<referral_industries::Model>> = HashMap::new();
    for row in rows {
        industries.entry(row.referral_id).or_default().push(row);
    }
    Ok(industries)
}

/// The newest referral of each of these young people: one query.
pub async fn newest_of_people(
    db: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<HashMap<Uuid, referrals::Model>, DbErr> {
    let rows = Entity::find()
        .filter(Column::YoungPersonId.is_in(people.iter().copied()))
        .order_by_asc(Column::ReferredOn)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|referral| (referral.young_person_id, referral)).collect())
}
