//! The texts in which people, partners and cases are searched: written in the transaction that changed what they are of.

use std::collections::HashMap;

use entity::search_texts::{ActiveModel, Column, Entity, SOURCES, SearchKind, Source};
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryResult, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict, Query},
};

use crate::folded::folded;

/// Texts that are written at once.
const AT_ONCE: u64 = 2_000;

/// Whether a statement may change what is searched. In doubt it does.
pub(super) fn are_written_by(sql: &str) -> bool {
    let mut words = sql.split_whitespace();
    let table = match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
        "SELECT" | "DELETE" | "PRAGMA" | "SAVEPOINT" | "RELEASE" => return false,
        "INSERT" => words.nth(1),
        "UPDATE" => words.next(),
        _ => return true,
    };
    let table = table.unwrap_or_default().trim_matches('"');
    SOURCES.iter().any(|source| source.table == table)
}

/// Whether something changed in another way than through a transaction of ours, and is not found as it is now.
pub async fn is_any_text_stale(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(stale().limit(1).into_tuple::<(SearchKind, Uuid)>().one(db).await?.is_some())
}

fn stale() -> Select<Entity> {
    Entity::find().select_only().columns([Column::Kind, Column::Id]).filter(Expr::col(Column::IsStale))
}

/// Writes the texts of everything that changed since they were written. What another transaction is writing is left to it.
pub async fn renew_texts(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    loop {
        let stale: Vec<(SearchKind, Uuid)> = stale()
            .limit(AT_ONCE)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .into_tuple()
            .all(tx)
            .await?;
        if stale.is_empty() || write(tx, stale).await? == 0 {
            return Ok(());
        }
    }
}

/// How many were written; fewer where what they are of is gone.
async fn write(tx: &impl ConnectionTrait, stale: Vec<(SearchKind, Uuid)>) -> Result<usize, DbErr> {
    let mut written = 0;
    let mut ids: HashMap<SearchKind, Vec<Uuid>> = HashMap::new();
    for (kind, id) in stale {
        ids.entry(kind).or_default().push(id);
    }
    for source in &SOURCES {
        let Some(ids) = ids.remove(&source.kind) else { continue };
        let texts = read(tx, source, &ids).await?;
        written += texts.len();
        let again = OnConflict::columns([Column::Kind, Column::Id])
            .update_columns([Column::Name, Column::Text, Column::IsStale])
            .to_owned();
        Entity::insert_many(texts).on_conflict(again).exec_without_returning(tx).await?;
    }
    Ok(written)
}

async fn read(tx: &impl ConnectionTrait, source: &Source, ids: &[Uuid]) -> Result<Vec<ActiveModel>, DbErr> {
    let mut rows = Query::select();
    rows.column("id").columns(source.names.iter().chain(source.others).copied()).from(source.table);
    rows.and_where(Expr::col("id").is_in(ids.iter().copied()));
    let rows = tx.query_all(&rows).await?;
    rows.iter().map(|row| text_of(source, row)).collect()
}

fn text_of(source: &Source, row: &QueryResult) -> Result<ActiveModel, DbErr> {
    let read = |columns: &[&str]| {
        let texts = columns.iter().map(|column| row.try_get::<Option<String>>("", column));
        texts.map(|text| Ok(text?.unwrap_or_default())).collect::<Result<Vec<String>, DbErr>>()
    };
    let (names, others) = (read(source.names)?, read(source.others)?);
    Ok(ActiveModel {
        kind: Set(source.kind),
        id: Set(row.try_get("", "id")?),
        name: Set(folded(names.iter().map(String::as_str))),
        text: Set(folded(names.iter().chain(&others).map(String::as_str))),
        is_stale: Set(false),
    })
}
