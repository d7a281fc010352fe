//! Copies the rows of one table from one database to another, whatever the two are.

use futures_util::TryStreamExt;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, StreamTrait,
    Value, sea_query::OnConflict,
};

/// Rows written by one statement: with forty columns it stays under the bind limits of both databases.
const CHUNK: usize = 500;

/// Copies all rows of a table, and returns how many there were.
pub async fn table<E>(from: &(impl ConnectionTrait + StreamTrait), to: &impl ConnectionTrait) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Sync,
    E::ActiveModel: Send,
{
    chunks::<E>(from, to, E::find(), |row| row).await
}

/// The same of a table whose rows point to each other: first without that column, then with it.
pub async fn pointing_table<E>(
    from: &(impl ConnectionTrait + StreamTrait),
    to: &impl ConnectionTrait,
    id: E::Column,
    pointer: E::Column,
) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Sync,
    E::ActiveModel: Send,
{
    let rows = chunks::<E>(from, to, E::find(), |mut row| {
        row.set(pointer, Value::Uuid(None));
        row
    })
    .await?;
    let mut stream = E::find().filter(pointer.is_not_null()).stream(from).await?.try_chunks(CHUNK);
    while let Some(chunk) = stream.try_next().await.map_err(|error| error.1)? {
        let rows = chunk.into_iter().map(IntoActiveModel::into_active_model);
        let over = OnConflict::column(id).update_column(pointer).to_owned();
        E::insert_many(rows).on_conflict(over).exec_without_returning(to).await?;
    }
    Ok(rows)
}

async fn chunks<E>(
    from: &(impl ConnectionTrait + StreamTrait),
    to: &impl ConnectionTrait,
    rows: sea_orm::Select<E>,
    change: impl Fn(E::ActiveModel) -> E::ActiveModel,
) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Sync,
    E::ActiveModel: Send,
{
    let mut count = 0;
    let mut stream = rows.stream(from).await?.try_chunks(CHUNK);
    while let Some(chunk) = stream.try_next().await.map_err(|error| error.1)? {
        count += chunk.len() as u64;
        let rows = chunk.into_iter().map(|row| change(row.into_active_model()));
        E::insert_many(rows).exec_without_returning(to).await?;
    }
    Ok(count)
}
