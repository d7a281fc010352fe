//! Agreements come in files too: then nobody here wrote them down. And how many young people an area expects.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// SQLite cannot let a column be empty that could not: the table is made anew.
const SQLITE: &str = r#"
CREATE TABLE agreements_new (
    id uuid_text NOT NULL PRIMARY KEY,
    housing_area_id uuid_text NOT NULL,
    kind varchar(24) NOT NULL,
    signed_on date_text NOT NULL,
    starts_on date_text NOT NULL,
    ends_on date_text,
    expected_young_people integer CHECK (expected_young_people >= 0),
    written_by uuid_text,
    written_at timestamp_with_timezone_text NOT NULL,
    CHECK (kind IN ('pilot', 'self_financed', 'own_mentor_corps')),
    CHECK (ends_on IS NULL OR ends_on >= starts_on),
    FOREIGN KEY (housing_area_id) REFERENCES housing_areas (id) ON DELETE RESTRICT,
    FOREIGN KEY (written_by) REFERENCES users (id) ON DELETE RESTRICT
);
INSERT INTO agreements_new
    SELECT id, housing_area_id, kind, signed_on, starts_on, ends_on, NULL, written_by, written_at FROM agreements;
DROP TABLE agreements;
ALTER TABLE agreements_new RENAME TO agreements;
CREATE INDEX ix_agreements_housing_area_id ON agreements (housing_area_id);
"#;
const POSTGRES: &str = "
ALTER TABLE agreements ALTER COLUMN written_by DROP NOT NULL;
ALTER TABLE agreements ADD COLUMN expected_young_people integer CHECK (expected_young_people >= 0);
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements = match manager.get_database_backend() {
            DbBackend::Postgres => POSTGRES,
            _ => SQLITE,
        };
        manager.get_connection().execute_unprepared(statements).await?;
        Ok(())
    }

    /// What came in a file stays written by nobody.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let without = Table::alter().table("agreements").drop_column("expected_young_people").to_owned();
        manager.alter_table(without).await
    }
}
