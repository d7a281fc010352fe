//! Addresses and numbers of mentors by which nothing arrives: for a query on mentors.

use entity::{
    contact_ways::{Column, Entity},
    mentors,
    messages::AddresseeKind,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

/// Mentors with whom one is still written down. Few ways are dead: from them to the mentors, and not the other way round.
pub fn has_dead_way() -> Condition {
    let theirs = dead().join(JoinType::InnerJoin, entity::contact_ways::to_mentor()).select_only();
    Condition::all().add(mentors::Column::Id.in_subquery(theirs.column(Column::OwnerId).into_query()))
}

/// When the last of them died.
pub fn dead_way_since() -> Expr {
    let own = Expr::col((Entity, Column::OwnerId)).equals((mentors::Entity, mentors::Column::Id));
    Expr::from(dead().filter(own).select_only().expr(Column::DiedOn.max()).into_query())
}

/// Dead ways that stand in the row of the mentor beside them or around them.
fn dead() -> Select<Entity> {
    let written = |value| Expr::col((Entity, Column::Value)).equals((mentors::Entity, value));
    Entity::find()
        .filter(Column::Owner.eq(AddresseeKind::Mentor))
        .filter(Column::DiedOn.is_not_null())
        .filter(written(mentors::Column::Email).or(written(mentors::Column::Phone)))
}
