//! What was read stays written down, and so does that something was changed: the database itself lets nobody take it back.
//! What a change said of a person can still be emptied, when the person is forgotten.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

/// Each log with what nobody may do to its rows.
const KEPT: [(&str, &str); 3] = [("readings", "UPDATE"), ("readings", "DELETE"), ("changes", "DELETE")];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        if is_postgres {
            manager.get_connection().execute_unprepared(FUNCTION).await?;
        }
        for (table, act) in KEPT {
            let name = name(table, act);
            let refused = match is_postgres {
                true => {
                    format!("CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION log_stays()")
                }
                false => format!(
                    "CREATE TRIGGER {name} BEFORE {act} ON {table} \
                    BEGIN SELECT RAISE(ABORT, 'this log is only added to'); END"
                ),
            };
            manager.get_connection().execute_unprepared(&refused).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        for (table, act) in KEPT {
            let on = if is_postgres { format!(" ON {table}") } else { String::new() };
            manager.get_connection().execute_unprepared(&format!("DROP TRIGGER {}{on}", name(table, act))).await?;
        }
        if is_postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION log_stays()").await?;
        }
        Ok(())
    }
}

fn name(table: &str, act: &str) -> String {
    format!("{table}_stay_on_{}", act.to_lowercase())
}

const FUNCTION: &str = "CREATE FUNCTION log_stays() RETURNS trigger LANGUAGE plpgsql AS \
    'BEGIN RAISE EXCEPTION ''this log is only added to''; END'";
