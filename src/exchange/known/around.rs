//! What is agreed, the ways to people, and who sees to what.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use entity::{
    contact_ways, courses, mentors,
    messages::AddresseeKind,
    partners, planned_meetings, referrals,
    responsibilities::{self, Thing},
    users, young_people,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Select, prelude::Uuid};

use super::{
    Known, Page, after,
    courses::{cleaned, some},
    named,
};
use crate::exchange::{
    tables::{PlannedRow, ResponsibilityRow, WayRow, Whose},
    value::written,
};

pub async fn planned(db: &impl ConnectionTrait, from: &str) -> Result<Page<PlannedRow>, DbErr> {
    use planned_meetings::Column;
    let courses = some(db, from).await?;
    let names = cleaned(courses.clone());
    let of_these = Column::CourseId.is_in(names.keys().copied());
    let found = planned_meetings::Entity::find().filter(of_these).filter(planned_meetings::open()).all(db).await?;
    let addresses = addresses(db, found.iter().filter_map(|meeting| meeting.suggested_by).collect()).await?;
    let row = |meeting: &entity::PlannedMeeting| {
        let suggested_by = meeting.suggested_by.and_then(|id| addresses.get(&id));
        PlannedRow::of(meeting, &named(&names, meeting.course_id), suggested_by)
    };
    let rows = found.iter().map(|meeting| Known { id: meeting.id, row: row(meeting) }).collect();
    Ok(Page::of(rows, courses.iter().map(|(_, reference)| reference)))
}

/// When meetings of these courses were agreed that are called off or told of by now.
pub async fn over(db: &impl ConnectionTrait, courses: Vec<Uuid>) -> Result<HashSet<(Uuid, DateTime<Utc>)>, DbErr> {
    use planned_meetings::Column;
    let mut found = HashSet::new();
    for some in courses.chunks(1000) {
        let closed = planned_meetings::Entity::find().filter(planned_meetings::open().not());
        let closed = closed.filter(Column::CourseId.is_in(some.iter().copied())).select_only();
        let closed: Vec<(Uuid, DateTime<Utc>)> =
            closed.columns([Column::CourseId, Column::StartsAt]).into_tuple().all(db).await?;
        found.extend(closed);
    }
    Ok(found)
}

/// The addresses of sign-ins.
async fn addresses(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let found = users::Entity::find().filter(users::Column::Id.is_in(ids)).select_only();
    let found: Vec<(Uuid, String)> =
        found.columns([users::Column::Id, users::Column::Email]).into_tuple().all(db).await?;
    Ok(found.into_iter().collect())
}

/// A page of one of several tables that are read one after the other: the place says in which it is, and after which reference.
struct Place {
    table: usize,
    reference: String,
}

impl Place {
    fn read(from: &str) -> Self {
        let (table, reference) = from.split_once(' ').unwrap_or(("0", ""));
        Self { table: table.parse().unwrap_or_default(), reference: reference.to_owned() }
    }

    /// Where the next page begins: behind this one, in the next table, or nowhere.
    fn next(&self, of_table: Option<String>, tables: usize) -> Option<String> {
        let following = (self.table + 1 < tables).then(|| format!("{} ", self.table + 1));
        of_table.map(|reference| format!("{} {reference}", self.table)).or(following)
    }
}

/// Those to young people, then those to mentors. Whoever was made part of somebody else has theirs with that person.
pub async fn ways(db: &impl ConnectionTrait, from: &str) -> Result<Page<WayRow>, DbErr> {
    use contact_ways::Column;
    let place = Place::read(from);
    let (whose, owner, people) = match place.table {
        0 => {
            let kept = after::<young_people::Entity>(db, young_people::Column::Reference, &place.reference)
                .filter(young_people::Column::MergedInto.is_null());
            let columns = [young_people::Column::Id, young_people::Column::Reference];
            (Whose::YoungPerson, AddresseeKind::YoungPerson, ids(db, kept, columns).await?)
        }
        _ => (Whose::Mentor, AddresseeKind::Mentor, mentors_after(db, &place.reference).await?),
    };
    let names = cleaned(people.clone());
    let of_these = contact_ways::Entity::find().filter(Column::Owner.eq(owner));
    let found = of_these.filter(Column::OwnerId.is_in(names.keys().copied())).all(db).await?;
    let row = |way: &entity::ContactWay| WayRow::of(way, whose, &named(&names, way.owner_id));
    let rows = found.iter().map(|way| Known { id: way.id, row: row(way) }).collect();
    let page = Page::of(rows, people.iter().map(|(_, reference)| reference));
    Ok(Page { next: place.next(page.next, 2), rows: page.rows })
}

/// Who sees to each thing now, sort by sort.
pub async fn responsibilities(db: &impl ConnectionTrait, from: &str) -> Result<Page<ResponsibilityRow>, DbErr> {
    const THINGS: [Thing; 4] = [Thing::Partner, Thing::Mentor, Thing::Referral, Thing::Course];
    let place = Place::read(from);
    let thing = THINGS.get(place.table).copied().unwrap_or(Thing::Course);
    let things = match thing {
        Thing::Partner => {
            let found = after::<partners::Entity>(db, partners::Column::Name, &place.reference);
            ids(db, found, [partners::Column::Id, partners::Column::Name]).await?
        }
        Thing::Mentor => mentors_after(db, &place.reference).await?,
        Thing::Referral => {
            let found = after::<referrals::Entity>(db, referrals::Column::Reference, &place.reference);
            ids(db, found, [referrals::Column::Id, referrals::Column::Reference]).await?
        }
        Thing::Course => {
            let found = after::<courses::Entity>(db, courses::Column::Reference, &place.reference);
            ids(db, found, [courses::Column::Id, courses::Column::Reference]).await?
        }
    };
    let names = cleaned(things.clone());
    let current = responsibilities::Entity::find().filter(responsibilities::current());
    let of_these = responsibilities::Column::ThingId.is_in(names.keys().copied());
    let found = current.filter(of_these).all(db).await?;
    let addresses = addresses(db, found.iter().map(|row| row.user_id).collect()).await?;
    let row = |row: &entity::Responsibility| ResponsibilityRow {
        thing,
        id: named(&names, row.thing_id),
        responsible: addresses.get(&row.user_id).map(|email| written(email)).unwrap_or_default(),
        since: row.since,
    };
    let rows = found.iter().map(|found| Known { id: found.id, row: row(found) }).collect();
    let page = Page::of(rows, things.iter().map(|(_, reference)| reference));
    Ok(Page { next: place.next(page.next, THINGS.len()), rows: page.rows })
}

async fn mentors_after(db: &impl ConnectionTrait, reference: &str) -> Result<Vec<(Uuid, String)>, DbErr> {
    // An application whose address nobody has confirmed is not for anybody's eyes yet.
    let known = after::<mentors::Entity>(db, mentors::Column::Reference, reference).filter(mentors::known());
    ids(db, known, [mentors::Column::Id, mentors::Column::Reference]).await
}

async fn ids<E: EntityTrait>(
    db: &impl ConnectionTrait,
    found: Select<E>,
    columns: [E::Column; 2],
) -> Result<Vec<(Uuid, String)>, DbErr> {
    found.select_only().columns(columns).into_tuple().all(db).await
}
