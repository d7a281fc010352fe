//! Damage that the database should have kept out: broken pages, and rows that point to nothing.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::Findings;

pub async fn find(db: &impl ConnectionTrait, findings: &mut Findings) -> Result<(), DbErr> {
    match db.get_database_backend() {
        DbBackend::Postgres => orphans(db, findings).await,
        _ => sqlite(db, findings).await,
    }
}

async fn sqlite(db: &impl ConnectionTrait, findings: &mut Findings) -> Result<(), DbErr> {
    for row in all(db, "PRAGMA integrity_check").await? {
        let said: String = row.try_get_by_index(0)?;
        if said != "ok" {
            findings.wrong.push(format!("The database is damaged: {said}."));
        }
    }
    for row in all(db, "PRAGMA foreign_key_check").await? {
        let (table, parent): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(2)?);
        findings.wrong.push(format!("A row of {table} points to a row of {parent} that does not exist."));
    }
    Ok(())
}

/// PostgreSQL has no such check of its own: each foreign key is asked for rows without the one they point to.
async fn orphans(db: &impl ConnectionTrait, findings: &mut Findings) -> Result<(), DbErr> {
    const KEYS: &str = "SELECT conrelid::regclass::text, confrelid::regclass::text, \
         (SELECT string_agg(format('p.%I = c.%I', parent.attname, child.attname), ' AND ') FROM unnest(conkey, confkey) AS k(c, p) \
          JOIN pg_attribute child ON child.attrelid = conrelid AND child.attnum = k.c \
          JOIN pg_attribute parent ON parent.attrelid = confrelid AND parent.attnum = k.p), \
         (SELECT string_agg(format('c.%I IS NOT NULL', child.attname), ' AND ') FROM unnest(conkey) AS k(c) \
          JOIN pg_attribute child ON child.attrelid = conrelid AND child.attnum = k.c) \
         FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname";
    for key in all(db, KEYS).await? {
        let (table, parent): (String, String) = (key.try_get_by_index(0)?, key.try_get_by_index(1)?);
        let (same, set): (String, String) = (key.try_get_by_index(2)?, key.try_get_by_index(3)?);
        let orphans = format!(
            "SELECT count(*) FROM {table} c WHERE {set} AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {same})"
        );
        for row in all(db, &orphans).await? {
            let count: i64 = row.try_get_by_index(0)?;
            if count > 0 {
                findings
                    .wrong
                    .push(format!("Rows of {table} that point to rows of {parent} that do not exist: {count}."));
            }
        }
    }
    Ok(())
}

pub(super) async fn all(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<sea_orm::QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await
}
