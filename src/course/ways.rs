//! Ways by which nothing arrives, to the two of a course: for a query on courses that joins their young people.

use entity::{
    contact_ways::{Column as Of, Entity},
    courses::{self, Column},
    mentors::{self, ContactPreference},
    messages::AddresseeKind,
    referrals, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, Func, Order, Query, SelectStatement, UnionType},
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

/// One of the ways that are written down with the young person or the mentor is dead. Whoever has no other is told of as not to
/// be reached.
pub(super) fn has_dead_way() -> Condition {
    use young_people::Column as Young;
    let of_the_young = Condition::all()
        .add(Column::ReferralId.in_subquery(of_people_with_a_dead_way()))
        .add(Condition::any().add(dead(Young::Email)).add(dead(Young::Phone)))
        .add(is_unreachable().not());
    let of_the_mentor = Column::MentorId.in_subquery(dead_ways_to_mentors(Of::OwnerId));
    // From the few dead ways to the courses; what a caller adds holds besides.
    let few = Column::Id.in_subquery(of_courses_with_a_dead_way());
    Condition::all().add(few).add(Condition::any().add(of_the_young).add(of_the_mentor))
}

fn of_courses_with_a_dead_way() -> SelectStatement {
    let of = |side: Column, found: SelectStatement| {
        let mut own = Query::select();
        own.column((courses::Entity, Column::Id)).from(courses::Entity).and_where(side.in_subquery(found));
        own
    };
    let mut found = of(Column::ReferralId, of_people_with_a_dead_way());
    found.union(UnionType::All, of(Column::MentorId, dead_ways_to_mentors(Of::OwnerId)));
    found
}

/// Of the dead ways to mentors that are still written down with them.
fn dead_ways_to_mentors(column: Of) -> SelectStatement {
    let theirs = Expr::col((Entity, Of::OwnerId)).equals((mentors::Entity, mentors::Column::Id));
    let value = |of| Expr::col((Entity, Of::Value)).equals((mentors::Entity, of));
    let value = value(mentors::Column::Email).or(value(mentors::Column::Phone));
    let mut found = Query::select();
    found
        .column((Entity, column))
        .from(Entity)
        .inner_join(mentors::Entity, theirs.and(value))
        .and_where(Of::Owner.eq(AddresseeKind::Mentor))
        .and_where(Of::DiedOn.is_not_null());
    found
}

/// When the last of these ways died, for a query on courses: of those that are still written down.
pub fn dead_way_since() -> Expr {
    let mut of_mentor = dead_ways_to_mentors(Of::DiedOn);
    let own = Expr::col((Entity, Of::OwnerId)).equals((courses::Entity, Column::MentorId));
    of_mentor.and_where(own).order_by((Entity, Of::DiedOn), Order::Desc).limit(1);
    let written = |value| Expr::col((Entity, Of::Value)).equals((young_people::Entity, value));
    let is_written = written(young_people::Column::Email).or(written(young_people::Column::Phone));
    let of_the_young = dead_ways().filter(is_written).select_only().expr(Of::DiedOn.max());
    Expr::from(Func::coalesce([Expr::from(of_the_young.into_query()), Expr::from(of_mentor)]))
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
