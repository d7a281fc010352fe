//! A note is written, corrected as a new version, and put on top.

use chrono::{DateTime, Utc};
use entity::{
    Note,
    notes::{self, Column, Entity, NoteReaders},
    young_people,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
};
use thiserror::Error;

use super::queries::current_of;
use crate::{
    database::Database,
    form::ChangedMeanwhile,
    record::{Change, SAID_AGAIN_WITHIN},
    viewer::Viewer,
};

/// A note as somebody types it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewNote {
    pub text: String,
    pub readers: NoteReaders,
    /// Whether it stands on top.
    pub is_pinned: bool,
}

#[derive(Debug, Error)]
pub enum NoteError {
    /// There is no such young person, or no such note of theirs.
    #[error("note-gone")]
    NotFound,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes a note about a young person. Staff alone come here.
pub async fn write(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    person_id: Uuid,
    new: NewNote,
) -> Result<(), NoteError> {
    let tx = db.begin().await?;
    let person = young_people::Entity::find_by_id(person_id).filter(young_people::Column::MergedInto.is_null());
    person.lock_exclusive().one(&tx).await?.ok_or(NoteError::NotFound)?;
    if is_written(&tx, now, (viewer, person_id), &new).await? {
        return Ok(());
    }
    let id = Uuid::now_v7();
    row(now, viewer, person_id, (id, id, 1), new).insert(&tx).await?;
    Change::of(viewer, "young_person", person_id, "note_written").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Whether the very same was written just before by the same.
async fn is_written(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (viewer, person_id): (&Viewer, Uuid),
    new: &NewNote,
) -> Result<bool, DbErr> {
    let same = Entity::find()
        .filter(notes::current())
        .filter(Column::YoungPersonId.eq(person_id))
        .filter(Column::WrittenBy.eq(viewer.user_id))
        .filter(Column::Text.eq(new.text.as_str()))
        .filter(Column::Readers.eq(new.readers))
        .filter(Column::WrittenAt.gt(now - SAID_AGAIN_WITHIN));
    Ok(same.one(tx).await?.is_some())
}

/// Writes a note anew, if it is `unchanged` since somebody looked. What stood there stays as an earlier version.
pub async fn correct(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    ids: (Uuid, Uuid),
    new: NewNote,
    unchanged: impl FnOnce(&Note) -> Result<(), ChangedMeanwhile>,
) -> Result<(), NoteError> {
    let tx = db.begin().await?;
    let note = locked(&tx, ids).await?;
    unchanged(&note)?;
    let over = notes::ActiveModel { id: Set(note.id), superseded_at: Set(Some(now)), ..Default::default() };
    over.update(&tx).await?;
    row(now, viewer, ids.0, (Uuid::now_v7(), note.thread_id, note.version + 1), new).insert(&tx).await?;
    Change::of(viewer, "young_person", ids.0, "note_corrected").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Puts a note on top, or takes it down again.
pub async fn pin(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    ids: (Uuid, Uuid),
    is_pinned: bool,
) -> Result<(), NoteError> {
    let tx = db.begin().await?;
    let note = locked(&tx, ids).await?;
    if note.is_pinned == is_pinned {
        return Ok(());
    }
    let pinned = notes::ActiveModel { id: Set(note.id), is_pinned: Set(is_pinned), ..Default::default() };
    pinned.update(&tx).await?;
    let action = if is_pinned { "note_pinned" } else { "note_unpinned" };
    Change::of(viewer, "young_person", ids.0, action).write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// The version that holds, of a note of this young person. What is locked is its first version, which stays: whoever
/// waited for another who wrote would wait for a version that no longer holds, and find none.
async fn locked(tx: &impl ConnectionTrait, (person_id, thread_id): (Uuid, Uuid)) -> Result<Note, NoteError> {
    Entity::find_by_id(thread_id).lock_exclusive().one(tx).await?;
    let found = Entity::find().filter(Column::ThreadId.eq(thread_id)).filter(current_of(person_id));
    found.one(tx).await?.ok_or(NoteError::NotFound)
}

fn row(
    now: DateTime<Utc>,
    viewer: &Viewer,
    person_id: Uuid,
    (id, thread_id, version): (Uuid, Uuid, i32),
    new: NewNote,
) -> notes::ActiveModel {
    notes::ActiveModel {
        id: Set(id),
        thread_id: Set(thread_id),
        version: Set(version),
        young_person_id: Set(person_id),
        readers: Set(new.readers),
        text: Set(new.text),
        is_pinned: Set(new.is_pinned),
        written_by: Set(viewer.user_id),
        written_at: Set(now),
        superseded_at: Set(None),
    }
}
