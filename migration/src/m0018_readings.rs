//! Readings of enquiries, and by commands on the machine. A column cannot become optional on SQLite, so the table is
//! made anew and its rows are moved.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        make_anew(manager, readings(), Query::select()).await?;
        manager.create_index(index("readings", &["enquiry_id", "at"])).await?;
        manager.create_index(index("readings", &["user_id", "at"])).await
    }

    /// Readings for which there was no place before are lost.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut with_place = Query::select();
        for column in ["young_person_id", "user_id", "role"] {
            with_place.and_where(Expr::col(column).is_not_null());
        }
        make_anew(manager, readings_before(), with_place).await
    }
}

/// Puts a table in the place of `readings` and moves the rows into it that are `kept`.
async fn make_anew(
    manager: &SchemaManager<'_>,
    table: TableCreateStatement,
    mut kept: SelectStatement,
) -> Result<(), DbErr> {
    manager.rename_table(Table::rename().table("readings", "readings_before").to_owned()).await?;
    manager.create_table(table).await?;
    let columns = ["id", "young_person_id", "user_id", "role", "purpose", "at"];
    kept.columns(columns).from("readings_before");
    let mut moved = Query::insert();
    moved.into_table("readings").columns(columns);
    moved.select_from(kept).map_err(|error| DbErr::Custom(error.to_string()))?;
    manager.execute(moved).await?;
    manager.drop_table(Table::drop().table("readings_before").to_owned()).await?;
    manager.create_index(index("readings", &["young_person_id", "at"])).await
}

fn readings() -> TableCreateStatement {
    Table::create()
        .table("readings")
        .col(pk_uuid("id"))
        .col(uuid_null("young_person_id"))
        .col(uuid_null("enquiry_id"))
        .col(uuid_null("user_id"))
        .col(string_len_null("role", 16))
        .col(string_len("purpose", 32))
        .col(timestamp_with_time_zone("at"))
        .check(Expr::cust("(young_person_id IS NULL) <> (enquiry_id IS NULL)"))
        .foreign_key(&mut reference(("readings", "young_person_id"), "young_people"))
        .foreign_key(&mut reference(("readings", "user_id"), "users"))
        .to_owned()
}

fn readings_before() -> TableCreateStatement {
    Table::create()
        .table("readings")
        .col(pk_uuid("id"))
        .col(uuid("young_person_id"))
        .col(uuid("user_id"))
        .col(string_len("role", 16))
        .col(string_len("purpose", 32))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut reference(("readings", "young_person_id"), "young_people"))
        .foreign_key(&mut reference(("readings", "user_id"), "users"))
        .to_owned()
}
