//! The messages of a case and to its young person, as staff see them on its page.

use chrono::{DateTime, Utc};
use entity::{Referral, courses, interviewees, proposals, surveys, young_people};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, QueryTrait,
    Select,
    prelude::Uuid,
    sea_query::{Expr, SelectStatement, UnionType},
};

use crate::{
    database::Database,
    message::{self, About},
    record::Change,
    referral::find_case,
    viewer::Viewer,
};

const THING: &str = "thing";
const PERSON: &str = "person";

#[derive(FromQueryResult)]
struct Known {
    kind: String,
    id: Uuid,
}

/// All that messages of a case are about, and the young person by every record that was made part of theirs.
pub async fn about(db: &impl ConnectionTrait, referral: &Referral) -> Result<About, DbErr> {
    let of_case = proposals::Column::ReferralId.eq(referral.id);
    let mut all = part(THING, proposals::Entity::find().filter(of_case), proposals::Column::Id);
    let of_case = courses::Column::ReferralId.eq(referral.id);
    all.union(UnionType::All, part(THING, courses::Entity::find().filter(of_case.clone()), courses::Column::Id));
    let asked = surveys::Entity::find().join(JoinType::InnerJoin, surveys::to_course()).filter(of_case.clone());
    all.union(UnionType::All, part(THING, asked, surveys::Column::Id));
    let drawn = interviewees::Entity::find().join(JoinType::InnerJoin, interviewees::to_course());
    let drawn = drawn.filter(of_case).filter(interviewees::of_young_people());
    all.union(UnionType::All, part(THING, drawn, interviewees::Column::Id));
    let merged = young_people::Entity::find().filter(young_people::Column::MergedInto.eq(referral.young_person_id));
    all.union(UnionType::All, part(PERSON, merged, young_people::Column::Id));
    let known = Known::find_by_statement(db.get_database_backend().build(&all)).all(db).await?;
    let mut about = About { things: vec![referral.id], people: vec![referral.young_person_id] };
    for row in known {
        if row.kind == PERSON { about.people.push(row.id) } else { about.things.push(row.id) }
    }
    Ok(about)
}

fn part<E: EntityTrait>(kind: &str, found: Select<E>, id: E::Column) -> SelectStatement {
    found.select_only().expr_as(Expr::val(kind), "kind").column_as(id, "id").into_query()
}

/// Begins again what somebody had switched off, as they ask staff for it. False when the page shows no such thing.
pub async fn switch_on(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    opt_out: Uuid,
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(case) = find_case(&tx, viewer, id).await? else { return Ok(false) };
    if !message::switch_on(&tx, now, &about(&tx, &case.referral).await?, opt_out).await? {
        return Ok(false);
    }
    Change::of(viewer, "referral", id, "mail_wanted").write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Writes again by a way of which somebody says that it is right. False when the page shows no such way.
pub async fn try_way(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid, way: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(case) = find_case(&tx, viewer, id).await? else { return Ok(false) };
    if !message::try_way_again(&tx, &about(&tx, &case.referral).await?, way).await? {
        return Ok(false);
    }
    Change::of(viewer, "referral", id, "way_tried").write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}
