//! Notes read: for staff with their earlier versions, for a mentor those that are meant for the mentor.

use entity::{
    Note,
    notes::{self, Column, Entity, NoteReaders},
    users, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, prelude::Uuid,
};

/// A version of a note with the name of whoever wrote it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Noted {
    #[sea_orm(nested)]
    pub note: Note,
    pub author: String,
}

/// All versions of the notes about these records of one young person, the newest first: one statement.
pub async fn of_people(db: &impl ConnectionTrait, people: &[Uuid]) -> Result<Vec<Noted>, DbErr> {
    Entity::find()
        .column_as(users::Column::Name, "author")
        .join(JoinType::InnerJoin, notes::to_author())
        .filter(Column::YoungPersonId.is_in(people.iter().copied()))
        .order_by_desc(Column::WrittenAt)
        .order_by_desc(Column::Id)
        .into_model()
        .all(db)
        .await
}

/// What a mentor of this young person may read, those on top first.
pub async fn for_mentor(db: &impl ConnectionTrait, person_id: Uuid) -> Result<Vec<Note>, DbErr> {
    Entity::find()
        .filter(current_of(person_id))
        .filter(Column::Readers.eq(NoteReaders::Mentor))
        .order_by_desc(Column::IsPinned)
        .order_by_desc(Column::WrittenAt)
        .all(db)
        .await
}

/// The version that holds, of a note of this young person.
pub(super) async fn current(
    db: &impl ConnectionTrait,
    (person_id, thread_id): (Uuid, Uuid),
) -> Result<Option<Note>, DbErr> {
    Entity::find().filter(Column::ThreadId.eq(thread_id)).filter(current_of(person_id)).one(db).await
}

/// The versions that hold, about this young person or a record that was made part of theirs.
pub(super) fn current_of(person_id: Uuid) -> Condition {
    let merged = young_people::Entity::find().select_only().column(young_people::Column::Id);
    let merged = merged.filter(young_people::Column::MergedInto.eq(person_id)).into_query();
    let theirs = Condition::any().add(Column::YoungPersonId.eq(person_id));
    notes::current().add(theirs.add(Column::YoungPersonId.in_subquery(merged)))
}
