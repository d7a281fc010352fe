//! Ways by which nothing arrives to the young person of a course: for a query on courses that joins their young people.

use entity::{
    contact_ways::{Column as Of, Entity},
    courses::Column,
    mentors::ContactPreference,
    messages::AddresseeKind,
    referrals, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

/// Whether what is written down there with the young person of the outer query is a dead way.
fn dead(value: young_people::Column) -> Expr {
    let value = Expr::col((young_people::Entity, value));
    Expr::exists(dead_ways().filter(Expr::col((Entity, Of::Value)).eq(value)).into_query())
}

/// At least one of the own ways is dead, and none is alive. Who wants to be reached through the partner needs none.
pub(super) fn is_unreachable() -> Condition {
    use young_people::Column as Young;
    let gone = |value: Young| Condition::any().add(value.is_null()).add(dead(value));
    let through_partner = Young::ContactPreference.eq(ContactPreference::ThroughPartner);
    Condition::all()
        .add(Column::ReferralId.in_subquery(of_people_with_a_dead_way()))
        .add(gone(Young::Email))
        .add(gone(Young::Phone))
        .add(Condition::any().add(dead(Young::Email)).add(dead(Young::Phone)))
        .add(Condition::any().add(Young::ContactPreference.is_null()).add(through_partner.not()))
}

/// One of the ways that are written down with the young person is dead. Whoever has no other is told of as not to be reached;
/// a dead way to the mentor is told of once for all their courses.
pub(super) fn has_dead_way() -> Condition {
    use young_people::Column as Young;
    Condition::all()
        .add(Column::ReferralId.in_subquery(of_people_with_a_dead_way()))
        .add(Condition::any().add(dead(Young::Email)).add(dead(Young::Phone)))
        .add(is_unreachable().not())
}

/// When the last of these ways died, for a query on courses: of those that are still written down.
pub fn dead_way_since() -> Expr {
    Expr::from(dead_and_written().select_only().expr(Of::DiedOn.max()).into_query())
}

/// The address or number that died last of them.
pub fn dead_way_value() -> Expr {
    let last = dead_and_written().order_by_desc(Of::DiedOn).order_by_desc(Of::Id).limit(1);
    Expr::from(last.select_only().column(Of::Value).into_query())
}

fn dead_and_written() -> Select<Entity> {
    let written = |value| Expr::col((Entity, Of::Value)).equals((young_people::Entity, value));
    dead_ways().filter(written(young_people::Column::Email).or(written(young_people::Column::Phone)))
}

/// Few ways are dead: from them to the referrals, and not the other way round.
fn of_people_with_a_dead_way() -> SelectStatement {
    let theirs = Expr::col((Entity, Of::OwnerId));
    let mut found = Query::select();
    found
        .column((referrals::Entity, referrals::Column::Id))
        .from(referrals::Entity)
        .inner_join(Entity, theirs.equals((referrals::Entity, referrals::Column::YoungPersonId)))
        .and_where(Of::DiedOn.is_not_null());
    found
}

/// When the last of the ways to the young person of the row around this died, for a query on courses.
pub fn unreachable_since() -> Expr {
    Expr::from(dead_ways().select_only().expr(Of::DiedOn.max()).into_query())
}

/// The dead ways of the young person of the outer query.
fn dead_ways() -> Select<Entity> {
    Entity::find()
        .filter(Expr::col((Entity, Of::OwnerId)).equals((young_people::Entity, young_people::Column::Id)))
        .filter(Of::Owner.eq(AddresseeKind::YoungPerson))
        .filter(Of::DiedOn.is_not_null())
}
