//! What came back once stands on Today once: a letter that did not arrive because a way is dead waits until somebody has seen to
//! the way, as that is what is to be done first. Then the letter is there to be sent again.

use chrono::NaiveDate;
use entity::{contact_ways, courses, mentors, messages, messages::AddresseeKind, referrals, young_people};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use crate::{
    mentor::list::{Filter, found},
    referral,
};

/// Letters whose way stands on Today itself: it is dead and still written down with a mentor, or with a young person in a course.
/// For a query on messages.
pub(super) fn is_told_as_way(today: NaiveDate) -> Expr {
    use contact_ways::Column;
    let of = |owner: AddresseeKind, theirs: SelectStatement| {
        Condition::all().add(Column::Owner.eq(owner)).add(Expr::exists(theirs))
    };
    let stands = Condition::any()
        .add(of(AddresseeKind::Mentor, mentor(today)))
        .add(of(AddresseeKind::YoungPerson, young_person()));
    let way = Expr::col((contact_ways::Entity, Column::Id)).equals((messages::Entity, messages::Column::WayId));
    let dead = contact_ways::Entity::find().filter(way).filter(Column::DiedOn.is_not_null()).filter(stands);
    Expr::exists(dead.select_only().expr(Expr::val(1)).into_query())
}

fn mentor(today: NaiveDate) -> SelectStatement {
    use mentors::Column;
    let own = Expr::col((mentors::Entity, Column::Id)).equals(OWNER);
    let written = Expr::col((mentors::Entity, Column::Email)).equals(VALUE);
    let written = written.or(Expr::col((mentors::Entity, Column::Phone)).equals(VALUE));
    found(&Filter::default(), today).filter(own).filter(written).select_only().expr(Expr::val(1)).into_query()
}

fn young_person() -> SelectStatement {
    use young_people::Column;
    let own = Expr::col((young_people::Entity, Column::Id)).equals(OWNER);
    let written = Expr::col((young_people::Entity, Column::Email)).equals(VALUE);
    let written = written.or(Expr::col((young_people::Entity, Column::Phone)).equals(VALUE));
    let running = courses::open()
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .filter(referral::goes_on());
    running.filter(own).filter(written).select_only().expr(Expr::val(1)).into_query()
}

const OWNER: (contact_ways::Entity, contact_ways::Column) = (contact_ways::Entity, contact_ways::Column::OwnerId);
const VALUE: (contact_ways::Entity, contact_ways::Column) = (contact_ways::Entity, contact_ways::Column::Value);
