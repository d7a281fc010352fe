//! The security log. The database itself lets nobody change a row of it.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::{drop_tables, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(security_events()).await?;
        manager.create_index(index("security_events", &["at"])).await?;
        manager.create_index(index("security_events", &["kind", "at"])).await?;
        let only_added_to = match manager.get_database_backend() {
            DbBackend::Postgres => POSTGRES,
            _ => SQLITE,
        };
        manager.get_connection().execute_unprepared(only_added_to).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["security_events"]).await?;
        match manager.get_database_backend() {
            DbBackend::Postgres => {
                let function = "DROP FUNCTION security_events_stay()";
                manager.get_connection().execute_unprepared(function).await.map(drop)
            }
            _ => Ok(()),
        }
    }
}

const SQLITE: &str = "CREATE TRIGGER security_events_stay BEFORE UPDATE ON security_events \
    BEGIN SELECT RAISE(ABORT, 'the security log is only added to'); END";

const POSTGRES: &str = "CREATE FUNCTION security_events_stay() RETURNS trigger LANGUAGE plpgsql AS \
    'BEGIN RAISE EXCEPTION ''the security log is only added to''; END'; \
    CREATE TRIGGER security_events_stay BEFORE UPDATE ON security_events \
    FOR EACH ROW EXECUTE FUNCTION security_events_stay()";

fn security_events() -> TableCreateStatement {
    Table::create()
        .table("security_events")
        .col(pk_uuid("id"))
        .col(timestamp_with_time_zone("at"))
        .col(string_len("kind", 32))
        .col(uuid_null("user_id"))
        .col(uuid_null("about_user"))
        .col(string_len_null("network", 48))
        .col(string_len_null("route", 120))
        .col(string_len_null("account_key", 48))
        .col(big_integer("times").default(1))
        .foreign_key(&mut reference(("security_events", "user_id"), "users"))
        .foreign_key(&mut reference(("security_events", "about_user"), "users"))
        .to_owned()
}
