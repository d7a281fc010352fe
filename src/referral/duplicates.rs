//! Possible duplicates of a young person, as far as a viewer may know of them.

use entity::{YoungPerson, referrals, young_people, young_people::Column};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, LikeExpr},
};

use super::{
    likeness::{Likeness, Probe, day_for_month, likeness},
    queries::newest_of_people,
};
use crate::web::Viewer;

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

/// What a viewer is told.
#[derive(Clone, Debug, Default)]
pub struct Duplicates {
    /// By name: for a referrer only people whom the own partner referred.
    pub known: Vec<Duplicate>,
    /// Whether others may know the person too; staff will look.
    pub elsewhere: bool,
}

/// Looks for records of the same person, except the record `except` itself: two queries.
pub async fn duplicates(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    probe: &Probe,
    except: Option<Uuid>,
) -> Result<Duplicates, DbErr> {
    let people = candidates(db, probe, except).await?;
    let alike: Vec<(YoungPerson, Likeness)> =
        people.into_iter().filter_map(|person| likeness(probe, &person).map(|likeness| (person, likeness))).collect();
    if alike.is_empty() {
        return Ok(Duplicates::default());
    }
    let ids: Vec<Uuid> = alike.iter().map(|(person, _)| person.id).collect();
    let mut newest = newest_of_people(db, &ids).await?;
    let mut found = Duplicates::default();
    for (person, likeness) in alike {
        let referral = newest.remove(&person.id);
        if viewer.is_staff() || is_own(viewer, referral.as_ref()) {
            found.known.push(Duplicate { person, referral, likeness });
        } else {
            found.elsewhere = true;
        }
    }
    Ok(found)
}

fn is_own(viewer: &Viewer, referral: Option<&referrals::Model>) -> bool {
    viewer.partner_id.is_some() && referral.map(|referral| referral.partner_id) == viewer.partner_id
}

/// The records worth comparing: the same birth date, the same phone, or first and last name alike enough for SQL.
async fn candidates(db: &impl ConnectionTrait, probe: &Probe, except: Option<Uuid>) -> Result<Vec<YoungPerson>, DbErr> {
    let mut alike = Condition::any()
        .add(Column::BirthDate.eq(probe.birth_date))
        .add_option(day_for_month(probe.birth_date).map(|date| Column::BirthDate.eq(date)))
        .add_option(probe.phone.clone().map(|phone| Column::Phone.eq(phone)));
    let words: Vec<&str> = probe.name.split_whitespace().collect();
    if let [first, .., last] = words[..] {
        alike = alike.add(Condition::all().add(name_holds(first)).add(name_holds(last)));
    }
    young_people::Entity::find()
        .filter(alike)
        .filter(Column::MergedInto.is_null())
        .filter(Column::Name.ne(""))
        .filter(Condition::all().add_option(except.map(|id| Column::Id.ne(id))))
        .limit(MOST_COMPARED)
        .all(db)
        .await
}

/// A filter on names: lower case, and any letters in place of those that are not plain ASCII, as databases differ there.
pub(super) fn name_holds(typed: &str) -> Expr {
    Func::lower(Expr::col((young_people::Entity, Column::Name))).like(LikeExpr::new(pattern(typed)))
}

/// `%mølle%` becomes `%m%lle%`.
pub(super) fn pattern(typed: &str) -> String {
    let mut pattern = String::from("%");
    for letter in typed.trim().to_lowercase().chars() {
        match letter {
            plain if plain.is_ascii_alphanumeric() || matches!(plain, ' ' | '-' | '.' | '@' | '\'') => {
                pattern.push(plain);
            }
            _ if pattern.ends_with('%') => {}
            _ => pattern.push('%'),
        }
    }
    if !pattern.ends_with('%') {
        pattern.push('%');
    }
    pattern
}
