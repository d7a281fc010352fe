//! How staff judge the fit with the target group is kept with its days. And "not reached" counts only the tries that count: from the day on which the survey was due, until the day on which somebody is given
//! up; and it asks for two parts of the week, one of them an evening or the weekend, as the product does.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::{drop_tables, index, m0047_attempts, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(fits()).await?;
        let standing = Expr::col("until_on").is_null();
        let once = index("fits", &["referral_id"]).unique().and_where(standing).to_owned();
        manager.create_index(once).await?;
        manager.get_connection().execute_unprepared(&known_fits(manager.get_database_backend())).await?;
        make_room(manager).await?;
        m0047_attempts::refuse(manager, &too_little(manager.get_database_backend())).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        make_room(manager).await?;
        m0047_attempts::refuse(manager, &m0047_attempts::too_little(manager.get_database_backend())).await?;
        drop_tables(manager, &["fits"]).await
    }
}

fn fits() -> TableCreateStatement {
    Table::create()
        .table("fits")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(string_len("fit", 16))
        .col(date("known_on"))
        .col(date_null("until_on"))
        .foreign_key(&mut reference(("fits", "referral_id"), "referrals"))
        .to_owned()
}

/// What was judged before stands as if it had been from the answer on: nobody knows better.
fn known_fits(backend: DbBackend) -> String {
    let new_id = match backend {
        DbBackend::Postgres => "gen_random_uuid()",
        _ => "randomblob(16)",
    };
    format!(
        "INSERT INTO fits (id, referral_id, fit, known_on) \
         SELECT {new_id}, id, fit, COALESCE(accepted_on, referred_on) FROM referrals WHERE fit IS NOT NULL"
    )
}

/// On PostgreSQL the function is replaced; on SQLite the trigger is another one.
async fn make_room(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        return Ok(());
    }
    manager.get_connection().execute_unprepared("DROP TRIGGER IF EXISTS surveys_not_reached").await.map(drop)
}

fn too_little(backend: DbBackend) -> String {
    let (weekend, evening, lasts) = match backend {
        DbBackend::Postgres => (
            "EXTRACT(DOW FROM a.attempted_on) IN (0, 6)",
            "a.attempted_at >= TIME '16:00'",
            "MIN(a.attempted_on) + 14 <= MAX(a.attempted_on)",
        ),
        _ => (
            "strftime('%w', a.attempted_on) IN ('0', '6')",
            "a.attempted_at >= '16:00'",
            "date(MIN(a.attempted_on), '+14 days') <= MAX(a.attempted_on)",
        ),
    };
    TOO_LITTLE.replace("WEEKEND", weekend).replace("EVENING", evening).replace("LASTS", lasts)
}

/// A weekday of which the hour is not known is no part of the week.
const TOO_LITTLE: &str = "SELECT COUNT(DISTINCT a.attempted_on) < 3 OR COUNT(DISTINCT a.channel) < 2 OR NOT (LASTS) \
    OR COUNT(DISTINCT CASE WHEN WEEKEND THEN 'weekend' WHEN EVENING THEN 'evening' \
    WHEN a.attempted_at IS NOT NULL THEN 'daytime' END) < 2 \
    OR COUNT(CASE WHEN WEEKEND OR EVENING THEN 1 END) = 0 \
    FROM contact_attempts a WHERE a.course_id = NEW.course_id AND a.kind = NEW.kind AND a.struck_on IS NULL \
    AND a.result <> 'bounced' AND a.attempted_on >= NEW.due_on AND a.attempted_on <= NEW.not_reached_on";
