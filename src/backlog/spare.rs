//! What a job by the clock leaves alone.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::{Import, courses, held_letters, imported_things, imports, questionnaires, surveys};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{ExprTrait, SelectStatement},
};

use crate::{clock::local_date, database::Database};

/// What a job finds as of an instant, without what it would have found of a file on the day on which that came, where staff have not
/// said that the clock writes. How many that are is kept, so that they are told before they say it.
pub async fn spared<F>(
    db: &Database,
    (job, at): (&str, DateTime<Utc>),
    find: impl Fn(DateTime<Utc>) -> F,
) -> Result<Vec<Uuid>, DbErr>
where
    F: Future<Output = Result<Vec<Uuid>, DbErr>>,
{
    let mut due = find(at).await?;
    let holding = imports::Entity::find().filter(imports::holding()).order_by_asc(imports::Column::Id).all(db).await?;
    for import in holding {
        let held = held(db, &import, find(import.imported_at).await?).await?;
        let count = due.len();
        due.retain(|id| !held.contains(id));
        note(db, at, (import.id, job), count - due.len()).await?;
    }
    Ok(due)
}

/// Of what was due on the day of an import, what it brought in.
async fn held(db: &impl ConnectionTrait, import: &Import, before: Vec<Uuid>) -> Result<HashSet<Uuid>, DbErr> {
    if before.is_empty() {
        return Ok(HashSet::new());
    }
    let theirs: HashSet<Uuid> = items_of(db, import.id).await?;
    Ok(before.into_iter().filter(|id| theirs.contains(id)).collect())
}

/// All that hangs on what an import brought in, as jobs name it.
async fn items_of(db: &impl ConnectionTrait, import: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    use imported_things::Column::{ImportId, ThingId};
    let things = || imported_things::Entity::find().filter(ImportId.eq(import)).select_only().column(ThingId);
    let of_courses = || -> SelectStatement {
        let [own, of_referral] = [courses::Column::Id, courses::Column::ReferralId];
        let theirs = own.in_subquery(things().into_query()).or(of_referral.in_subquery(things().into_query()));
        courses::Entity::find().filter(theirs).select_only().column(own).into_query()
    };
    let courses = courses::Entity::find().filter(courses::Column::Id.in_subquery(of_courses()));
    let surveys = surveys::Entity::find().filter(surveys::Column::CourseId.in_subquery(of_courses()));
    let asked = questionnaires::Entity::find().filter(questionnaires::Column::CourseId.in_subquery(of_courses()));
    let mut ids: HashSet<Uuid> = things().into_tuple().all(db).await?.into_iter().collect();
    ids.extend(courses.select_only().column(courses::Column::Id).into_tuple::<Uuid>().all(db).await?);
    ids.extend(surveys.select_only().column(surveys::Column::Id).into_tuple::<Uuid>().all(db).await?);
    ids.extend(asked.select_only().column(questionnaires::Column::Id).into_tuple::<Uuid>().all(db).await?);
    Ok(ids)
}

async fn note(db: &Database, at: DateTime<Utc>, (import, job): (Uuid, &str), count: usize) -> Result<(), DbErr> {
    use held_letters::Column;
    let tx = db.begin().await?;
    let own = held_letters::Entity::delete_many().filter(Column::ImportId.eq(import)).filter(Column::Job.eq(job));
    own.exec(&tx).await?;
    if count > 0 {
        let row = held_letters::ActiveModel {
            import_id: Set(import),
            job: Set(job.to_owned()),
            count: Set(i32::try_from(count).unwrap_or(i32::MAX)),
            found_on: Set(local_date(at)),
        };
        held_letters::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    tx.commit().await
}
