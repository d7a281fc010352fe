//! Addresses and numbers of mentors by which nothing arrives, and text messages of theirs that wait: for a query on mentors.

use entity::{
    contact_ways::{Column, Entity},
    mentors,
    messages::AddresseeKind,
    text_answers,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
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

/// The address or number that died last.
pub fn dead_way_value() -> Expr {
    let own = Expr::col((Entity, Column::OwnerId)).equals((mentors::Entity, mentors::Column::Id));
    let last = dead().filter(own).order_by_desc(Column::DiedOn).order_by_desc(Column::Id).limit(1);
    Expr::from(last.select_only().column(Column::Value).into_query())
}

/// Dead ways that stand in the row of the mentor beside them or around them.
fn dead() -> Select<Entity> {
    let written = |value| Expr::col((Entity, Column::Value)).equals((mentors::Entity, value));
    Entity::find()
        .filter(Column::Owner.eq(AddresseeKind::Mentor))
        .filter(Column::DiedOn.is_not_null())
        .filter(written(mentors::Column::Email).or(written(mentors::Column::Phone)))
}

/// Mentors who wrote a text message that nobody has seen to.
pub fn has_waiting_text() -> Condition {
    let waiting = text_answers::Entity::find().select_only().column(text_answers::Column::AddresseeId);
    let waiting = waiting.filter(text_answers::waiting_of(AddresseeKind::Mentor));
    Condition::all().add(mentors::Column::Id.in_subquery(waiting.into_query()))
}

/// Since when the first of them waits.
pub fn text_waits_since() -> Expr {
    use text_answers::{Column as Of, Entity as Answer};
    let own = Expr::col((Answer, Of::AddresseeId)).equals((mentors::Entity, mentors::Column::Id));
    let waiting = Answer::find().select_only().expr(Of::CameAt.min()).filter(own);
    Expr::from(waiting.filter(text_answers::waiting_of(AddresseeKind::Mentor)).into_query())
}
