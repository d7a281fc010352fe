//! Ways to people become rows, each with when it was confirmed and when it died; the second route that was asked for at an
//! ending moves there.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(contact_ways()).await?;
        let own = ["owner_id", "owner", "kind", "value", "name"];
        manager.create_index(index("contact_ways", &own).unique().to_owned()).await?;
        let dead = index("contact_ways", &["died_on"]).and_where(Expr::col("died_on").is_not_null()).to_owned();
        manager.create_index(dead).await?;
        for (table, column) in [("messages", "way_id"), ("links", "message_id")] {
            manager.alter_table(Table::alter().table(table).add_column(uuid_null(column)).to_owned()).await?;
        }
        manager.create_index(index("messages", &["way_id"])).await?;
        manager.get_connection().execute_unprepared(FROM_COURSES).await?;
        for column in ["second_route_name", "second_route_phone"] {
            manager.alter_table(Table::alter().table("courses").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string_len_null("second_route_name", 120), string_len_null("second_route_phone", 20)] {
            manager.alter_table(Table::alter().table("courses").add_column(column).to_owned()).await?;
        }
        manager.get_connection().execute_unprepared(TO_COURSES).await?;
        manager.drop_index(Index::drop().name("ix_messages_way_id").table("messages").to_owned()).await?;
        for (table, column) in [("messages", "way_id"), ("links", "message_id")] {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        drop_tables(manager, &["contact_ways"]).await
    }
}

fn contact_ways() -> TableCreateStatement {
    Table::create()
        .table("contact_ways")
        .col(pk_uuid("id"))
        .col(string_len("owner", 16))
        .col(uuid("owner_id"))
        .col(string_len("kind", 16))
        .col(string_len("value", 254))
        .col(string_len("name", 120))
        .col(string_len_null("relation", 16))
        .col(date_null("agreed_on"))
        .col(date("added_on"))
        .col(date_null("confirmed_on"))
        .col(date_null("died_on"))
        .col(string_len_null("died_of", 24))
        .to_owned()
}

/// The same person of two courses once, under the id of the first course. Nobody wrote down whether they had agreed.
const FROM_COURSES: &str = "
INSERT INTO contact_ways (id, owner, owner_id, kind, value, name, added_on)
SELECT c.id, 'young_person', r.young_person_id, 'second_contact', COALESCE(c.second_route_phone, ''),
    COALESCE(c.second_route_name, ''), COALESCE(c.ended_on, c.matched_on)
FROM courses c JOIN referrals r ON r.id = c.referral_id
WHERE (c.second_route_phone IS NOT NULL OR c.second_route_name IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM courses e JOIN referrals f ON f.id = e.referral_id
        WHERE f.young_person_id = r.young_person_id AND e.id < c.id
            AND COALESCE(e.second_route_phone, '') = COALESCE(c.second_route_phone, '')
            AND COALESCE(e.second_route_name, '') = COALESCE(c.second_route_name, ''))";

/// Onto the newest ended course of the young person.
const TO_COURSES: &str = "
UPDATE courses SET
    second_route_name = (SELECT NULLIF(w.name, '') FROM contact_ways w JOIN referrals r ON r.young_person_id = w.owner_id
        WHERE r.id = courses.referral_id AND w.kind = 'second_contact' ORDER BY w.added_on DESC, w.id DESC LIMIT 1),
    second_route_phone = (SELECT NULLIF(w.value, '') FROM contact_ways w JOIN referrals r ON r.young_person_id = w.owner_id
        WHERE r.id = courses.referral_id AND w.kind = 'second_contact' ORDER BY w.added_on DESC, w.id DESC LIMIT 1)
WHERE ended_on IS NOT NULL";
