//! Writes what the import changes, table by table and many rows at a time, in the transaction of the import.

mod around;
mod courses;
mod followup;
mod mentors;
mod past;
mod people;
mod places;
mod referrals;
mod seats;

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IdenStatic, IntoActiveModel,
    Iterable, ModelTrait, QueryFilter, Value,
    prelude::Uuid,
    sea_query::{Nullable, OnConflict},
};

use super::{
    import::{How, Progress},
    merge::{Entry, Fate, Side},
    scheme::Scheme,
    tables::Row,
};
use crate::{backlog, record::Change};

/// Rows written by one statement: with thirty columns it stays under the bind limits of both databases.
const CHUNK: usize = 500;

pub async fn scheme(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    places::partners(tx, scheme, progress).await?;
    places::areas(tx, scheme, progress).await?;
    places::agreements(tx, scheme, how, progress).await?;
    mentors::write(tx, scheme, how, progress).await?;
    let ended = past::ended(tx, scheme).await?;
    let people = people::write(tx, scheme).await?;
    referrals::write(tx, scheme, &people, how, progress).await?;
    courses::write(tx, scheme, how, progress).await?;
    followup::meetings(tx, scheme, how, progress).await?;
    followup::surveys(tx, scheme, how, progress).await?;
    followup::attempts(tx, scheme, progress).await?;
    around::planned(tx, scheme, how, progress).await?;
    around::ways(tx, scheme, &people, progress).await?;
    around::responsibilities(tx, scheme, how, progress).await?;
    if how.moved_days == 0 {
        backlog::brought(tx, how.now, &brought(scheme, ended)).await?;
    }
    log(tx, scheme, how).await
}

/// What may be written to and was not there before, and the courses of which the files tell that they have ended, or a survey.
fn brought(scheme: &Scheme, ended: Vec<Uuid>) -> Vec<Uuid> {
    fn new<R>(side: &Side<R>) -> impl Iterator<Item = Uuid> {
        side.entries.iter().filter(|entry| entry.fate == Fate::New).map(|entry| entry.id)
    }
    let surveys = scheme.surveys.entries.iter().filter(|entry| entry.fate == Fate::New);
    let surveyed = surveys.filter_map(|entry| scheme.courses.id(&entry.row.course_id));
    let all: BTreeSet<Uuid> = new(&scheme.referrals)
        .chain(new(&scheme.courses))
        .chain(new(&scheme.mentors))
        .chain(ended)
        .chain(surveyed)
        .collect();
    all.into_iter().collect()
}

/// One line in the change log for the whole import; it names nobody.
async fn log(tx: &impl ConnectionTrait, scheme: &Scheme, how: &How) -> Result<(), DbErr> {
    let counts = scheme.counts().into_iter().filter(|counts| counts.new + counts.changed > 0);
    let counted = |new: usize, changed: usize| serde_json::json!({ "new": new, "changed": changed });
    let details: serde_json::Map<String, serde_json::Value> =
        counts.map(|counts| (counts.table.name().to_owned(), counted(counts.new, counts.changed))).collect();
    if details.is_empty() {
        return Ok(());
    }
    let change = Change {
        subject: "import",
        subject_id: Uuid::now_v7(),
        action: "imported",
        details: Some(details.into()),
        ..Change::default()
    };
    change.write(tx, how.now).await
}

/// Writes the new and the changed records of a table. `put` sets the columns that the row speaks of, and those that a
/// new record needs besides.
async fn records<E, R>(
    tx: &impl ConnectionTrait,
    side: &Side<R>,
    progress: Progress<'_>,
    put: impl Fn(&Entry<R>, &mut E::ActiveModel),
) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
    R: Row,
{
    let written: Vec<&Entry<R>> = side.entries.iter().filter(|entry| entry.is_written()).collect();
    for (number, chunk) in written.chunks(CHUNK).enumerate() {
        some::<E, R>(tx, chunk, &put).await?;
        progress(R::TABLE, number * CHUNK + chunk.len(), written.len());
    }
    Ok(())
}

/// Writes at most [`CHUNK`] records.
async fn some<E, R>(
    tx: &impl ConnectionTrait,
    entries: &[&Entry<R>],
    put: &impl Fn(&Entry<R>, &mut E::ActiveModel),
) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
    R: Row,
{
    let (new, changed): (Vec<&Entry<R>>, Vec<&Entry<R>>) = entries.iter().partition(|entry| entry.fate == Fate::New);
    let fresh = new.into_iter().map(|entry| {
        let mut record = <E::ActiveModel as ActiveModelTrait>::default();
        record.set(id_column::<E>(), entry.id.into());
        put(entry, &mut record);
        record
    });
    let fresh: Vec<E::ActiveModel> = fresh.collect();
    if !fresh.is_empty() {
        E::insert_many(fresh).exec_without_returning(tx).await?;
    }
    let mut known = by_id::<E>(tx, changed.iter().map(|entry| entry.id)).await?;
    let mut records = Vec::new();
    for entry in changed {
        let Some(model) = known.remove(&entry.id) else { continue };
        let mut record = model.into_active_model();
        put(entry, &mut record);
        records.push(record);
    }
    replace::<E>(tx, records).await
}

/// Writes whole records over those with the same ids.
async fn replace<E: EntityTrait>(tx: &impl ConnectionTrait, records: Vec<E::ActiveModel>) -> Result<(), DbErr>
where
    E::ActiveModel: Send,
{
    if records.is_empty() {
        return Ok(());
    }
    let id = id_column::<E>();
    let others = E::Column::iter().filter(|column| column.as_str() != id.as_str());
    let over = OnConflict::column(id).update_columns(others).to_owned();
    E::insert_many(records).on_conflict(over).exec_without_returning(tx).await?;
    Ok(())
}

/// The records with these ids, in one read.
async fn by_id<E: EntityTrait>(
    tx: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, E::Model>, DbErr> {
    let ids: Vec<Uuid> = ids.collect();
    let mut found = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let models = E::find().filter(id_column::<E>().is_in(chunk.iter().copied())).all(tx).await?;
        found.extend(models.into_iter().filter_map(|model| match model.get(id_column::<E>()) {
            Value::Uuid(Some(id)) => Some((id, model)),
            _ => None,
        }));
    }
    Ok(found)
}

/// Every table that is imported has one id.
fn id_column<E: EntityTrait>() -> E::Column {
    use sea_orm::PrimaryKeyToColumn;
    let mut keys = E::PrimaryKey::iter();
    keys.next().map(PrimaryKeyToColumn::into_column).unwrap_or_else(|| unreachable!("every entity has a primary key"))
}

/// What a column holds now; nothing in a new record.
fn now_in<V: Into<Value> + Nullable + Clone>(value: &ActiveValue<Option<V>>) -> Option<V> {
    value.try_as_ref().cloned().flatten()
}

/// The version of a record after this change, so that a form that was open meanwhile is refused.
fn next(version: &ActiveValue<i32>) -> ActiveValue<i32> {
    ActiveValue::Set(version.try_as_ref().map_or(0, |version| version + 1))
}
