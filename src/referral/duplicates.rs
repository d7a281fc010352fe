//! Possible duplicates of a young person, as far as a viewer may know of them.

use entity::{YoungPerson, referrals, search_texts::SearchKind, young_people, young_people::Column};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    likeness::{Likeness, Probe, day_for_month, likeness},
    queries::newest_of_people,
};
use crate::{
    list::{Typed, containing, name_of},
    viewer::Viewer,
};

/// The most records that are compared; more than so many alike are no help to anybody.
const MOST_COMPARED: u64 = 200;

/// A record that may be of the same person.
#[derive(Clone, Debug)]
pub struct Duplicate {
    pub person: YoungPerson,
    /// The newest referral of that person.
    pub referral: Option<entity::Referral>,
    pub likeness: Likeness,
}

/// Records that may be of the same person, except the record `except` itself, for staff: one query.
pub async fn people_alike(
    db: &impl ConnectionTrait,
    probe: &Probe,
    except: Option<Uuid>,
) -> Result<Vec<(YoungPerson, Likeness)>, DbErr> {
    let others = Condition::all().add_option(except.map(|id| Column::Id.ne(id)));
    let people = candidates(db, probe, others).await?.into_iter();
    Ok(people.filter_map(|person| likeness(probe, &person).map(|likeness| (person, likeness))).collect())
}

/// Records that may be of the same person, as far as the viewer may know of them: two queries. A referrer is told of
/// people whom the own partner referred, and of nobody else: not even that there is somebody. Staff see all of them,
/// here and in the journal once the referral is sent.
pub async fn duplicates(db: &impl ConnectionTrait, viewer: &Viewer, probe: &Probe) -> Result<Vec<Duplicate>, DbErr> {
    let may_know = if viewer.is_staff() { Condition::all() } else { referred_by(viewer.partner_id) };
    let people = candidates(db, probe, may_know).await?.into_iter();
    let alike: Vec<_> =
        people.filter_map(|person| likeness(probe, &person).map(|likeness| (person, likeness))).collect();
    let ids: Vec<Uuid> = alike.iter().map(|(person, _)| person.id).collect();
    let mut newest = newest_of_people(db, &ids).await?;
    let with_referral = |(person, likeness): (YoungPerson, Likeness)| Duplicate {
        referral: newest.remove(&person.id),
        person,
        likeness,
    };
    Ok(alike.into_iter().map(with_referral).collect())
}

/// People of whom this partner sent a referral; nobody's partner has sent any.
fn referred_by(partner_id: Option<Uuid>) -> Condition {
    let mut own = Query::select();
    own.expr(Expr::val(1))
        .from(referrals::Entity)
        .and_where(
            Expr::col((referrals::Entity, referrals::Column::YoungPersonId)).equals((young_people::Entity, Column::Id)),
        )
        .and_where(referrals::Column::PartnerId.eq(partner_id.unwrap_or_default()));
    Condition::all().add(Expr::exists(own))
}

/// The records worth comparing: the same birth date, the same phone, or first and last name alike enough for SQL.
async fn candidates(db: &impl ConnectionTrait, probe: &Probe, among: Condition) -> Result<Vec<YoungPerson>, DbErr> {
    let mut alike = Condition::any()
        .add(Column::BirthDate.eq(probe.birth_date))
        .add_option(day_for_month(probe.birth_date).map(|date| Column::BirthDate.eq(date)))
        .add_option(probe.phone.clone().map(|phone| Column::Phone.eq(phone)));
    let words: Vec<&str> = probe.name.split_whitespace().collect();
    let names = || [name_of(SearchKind::YoungPerson, Column::Id)];
    let name_holds = |part: &str| containing(names(), &Typed::from(part).forgiving());
    if let [first, .., last] = words[..] {
        alike = alike.add(Condition::all().add_option(name_holds(first)).add_option(name_holds(last)));
    }
    young_people::Entity::find()
        .filter(alike)
        .filter(Column::MergedInto.is_null())
        .filter(Column::Name.ne(""))
        .filter(among)
        .limit(MOST_COMPARED)
        .all(db)
        .await
}
