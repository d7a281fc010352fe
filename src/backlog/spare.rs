//! What a job by the clock leaves alone.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{courses, held_letters, imported_things, imports};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::Due;
use crate::{clock::local_date, database::Database};

/// Things of one statement: a database takes only so many values in one.
const AT_ONCE: usize = 500;

/// What is done, and how many things are left alone of each file.
pub struct Spared {
    pub found: Vec<Uuid>,
    held: HashMap<Uuid, i32>,
}

/// What a job found, without what was due by the day on which a file brought it in, where staff have not said that the clock
/// writes. A thing with an occasion of later is done.
pub async fn spared(db: &impl ConnectionTrait, due: Vec<Due>) -> Result<Spared, DbErr> {
    let holding = holding(db).await?;
    let latest = holding.values().max().copied();
    let before: HashSet<Uuid> =
        due.iter().filter(|due| latest.is_some_and(|day| due.on <= day)).map(|due| due.of).collect();
    let brought = if before.is_empty() { HashMap::new() } else { brought_by(db, before).await? };
    let holds = |due: &Due| {
        let imports = brought.get(&due.of)?;
        imports.iter().copied().find(|import| holding.get(import).is_some_and(|day| due.on <= *day))
    };
    let (mut found, mut seen, mut left) = (Vec::new(), HashSet::new(), HashMap::<Uuid, Uuid>::new());
    for due in &due {
        match holds(due) {
            Some(import) => {
                left.entry(due.id).or_insert(import);
            }
            None if seen.insert(due.id) => found.push(due.id),
            None => {}
        }
    }
    let mut held = HashMap::<Uuid, i32>::new();
    for (_, import) in left.into_iter().filter(|(id, _)| !seen.contains(id)) {
        *held.entry(import).or_default() += 1;
    }
    Ok(Spared { found, held })
}

/// Whether a file brought a thing in: a course also with its referral.
pub async fn was_brought(db: &impl ConnectionTrait, thing: Uuid) -> Result<bool, DbErr> {
    Ok(!brought_by(db, HashSet::from([thing])).await?.is_empty())
}

/// The last day on which what was due of a thing is held, as a file brought it in on which staff have not said yes.
pub async fn held_until(db: &impl ConnectionTrait, of: Uuid) -> Result<Option<NaiveDate>, DbErr> {
    let holding = holding(db).await?;
    if holding.is_empty() {
        return Ok(None);
    }
    let imports = brought_by(db, HashSet::from([of])).await?.remove(&of).unwrap_or_default();
    Ok(imports.iter().filter_map(|import| holding.get(import).copied()).max())
}

impl Spared {
    /// Keeps how many of each file are left alone by a job, where that is not what is kept already: staff are told before they say
    /// anything.
    pub async fn keep(&self, db: &Database, at: DateTime<Utc>, job: &str) -> Result<(), DbErr> {
        use held_letters::Column;
        let tx = db.begin().await?;
        let own = held_letters::Entity::find().filter(Column::Job.eq(job)).all(&tx).await?;
        let kept: HashMap<Uuid, i32> = own.into_iter().map(|row| (row.import_id, row.count)).collect();
        if kept == self.held {
            return Ok(());
        }
        held_letters::Entity::delete_many().filter(Column::Job.eq(job)).exec(&tx).await?;
        let rows = self.held.iter().map(|(import, count)| held_letters::ActiveModel {
            import_id: Set(*import),
            job: Set(job.to_owned()),
            count: Set(*count),
            found_on: Set(local_date(at)),
        });
        let rows: Vec<_> = rows.collect();
        for some in rows.chunks(AT_ONCE) {
            held_letters::Entity::insert_many(some.to_vec()).exec_without_returning(&tx).await?;
        }
        tx.commit().await
    }
}

/// The files of which the clock does not write, with the day on which each came.
async fn holding(db: &impl ConnectionTrait) -> Result<HashMap<Uuid, NaiveDate>, DbErr> {
    let holding = imports::Entity::find().filter(imports::holding()).all(db).await?;
    Ok(holding.into_iter().map(|import| (import.id, local_date(import.imported_at))).collect())
}

/// Which files brought each of these in: the thing itself, or the referral of a course.
async fn brought_by(db: &impl ConnectionTrait, things: HashSet<Uuid>) -> Result<HashMap<Uuid, Vec<Uuid>>, DbErr> {
    use imported_things::{Column, Entity};
    let things: Vec<Uuid> = things.into_iter().collect();
    let mut found = HashMap::<Uuid, Vec<Uuid>>::new();
    for some in things.chunks(AT_ONCE) {
        let own = Entity::find().filter(Column::ThingId.is_in(some.iter().copied()));
        let own = own.select_only().columns([Column::ThingId, Column::ImportId]);
        let mut pairs: Vec<(Uuid, Uuid)> = own.into_tuple().all(db).await?;
        let of_referral = courses::Entity::find()
            .join(JoinType::InnerJoin, courses::to_imported_referral())
            .filter(courses::Column::Id.is_in(some.iter().copied()))
            .select_only()
            .column(courses::Column::Id)
            .column(Column::ImportId);
        pairs.extend(of_referral.into_tuple::<(Uuid, Uuid)>().all(db).await?);
        pairs.into_iter().for_each(|(thing, import)| found.entry(thing).or_default().push(import));
    }
    Ok(found)
}
