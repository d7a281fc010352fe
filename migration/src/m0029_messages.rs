//! Letters become messages, by mail or by SMS: to whom, of what sort, and as dated facts what became of each. The letters
//! that are there go on.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{drop_tables, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [messages(), withholdings(), sender_stops(), opt_outs()] {
            manager.create_table(table).await?;
        }
        manager.get_connection().execute_unprepared(LETTERS_TO_MESSAGES).await?;
        manager.drop_table(Table::drop().table("letters").to_owned()).await?;
        // Of two that go to one person on one day at once, one does.
        manager
            .create_index(index("messages", &["addressee_id", "addressee", "placed_on"]).unique().to_owned())
            .await?;
        for index in [
            index("messages", &["next_try_at"]),
            index("messages", &["subject_id", "kind"]),
            index("withholdings", &["message_id", "at"]),
            index("opt_outs", &["addressee_id", "category"]),
        ] {
            manager.create_index(index).await?;
        }
        // What somebody has to see to is counted on staff's first page, and is little of what was ever sent.
        for column in ["given_up_at", "bounced_at", "unknown_at", "unwanted_at"] {
            let left = index("messages", &[column]).and_where(Expr::col(column).is_not_null()).to_owned();
            manager.create_index(left).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(letters()).await?;
        manager.get_connection().execute_unprepared(MESSAGES_TO_LETTERS).await?;
        drop_tables(manager, &["withholdings", "sender_stops", "opt_outs", "messages"]).await?;
        manager.create_index(index("letters", &["sent_at", "run_at"])).await
    }
}

/// A message is a kind and an id; its words and its address are looked up when it is sent.
fn messages() -> TableCreateStatement {
    Table::create()
        .table("messages")
        .col(pk_uuid("id"))
        .col(string_len("kind", 40))
        .col(uuid("subject_id"))
        .col(string_len("dedup_key", 120).unique_key())
        .col(string_len("category", 16))
        .col(string_len_null("channel", 8))
        .col(string_len_null("addressee", 16))
        .col(uuid_null("addressee_id"))
        .col(string_len_null("language", 8))
        .col(string_len_null("return_key", 16).unique_key())
        .col(timestamp_with_time_zone("queued_at"))
        .col(timestamp_with_time_zone("due_at"))
        .col(timestamp_with_time_zone_null("next_try_at"))
        .col(integer("tries").default(0))
        .col(integer("copies").default(0))
        .col(uuid_null("claim"))
        .col(timestamp_with_time_zone_null("claimed_until"))
        .col(timestamp_with_time_zone_null("first_tried_at"))
        .col(timestamp_with_time_zone_null("handing_over_at"))
        .col(timestamp_with_time_zone_null("accepted_at"))
        .col(timestamp_with_time_zone_null("delivered_at"))
        .col(timestamp_with_time_zone_null("bounced_at"))
        .col(string_len_null("bounce", 24))
        .col(timestamp_with_time_zone_null("withheld_at"))
        .col(string_len_null("withheld", 24))
        .col(timestamp_with_time_zone_null("unknown_at"))
        .col(timestamp_with_time_zone_null("unwanted_at"))
        .col(string_len_null("unwanted", 24))
        .col(timestamp_with_time_zone_null("given_up_at"))
        .col(string_len_null("failure", 80))
        .col(date_null("placed_on"))
        .to_owned()
}

fn withholdings() -> TableCreateStatement {
    Table::create()
        .table("withholdings")
        .col(pk_uuid("id"))
        .col(uuid("message_id"))
        .col(timestamp_with_time_zone("at"))
        .col(string_len("reason", 24))
        .col(timestamp_with_time_zone("until"))
        .foreign_key(&mut reference(("withholdings", "message_id"), "messages"))
        .to_owned()
}

fn sender_stops() -> TableCreateStatement {
    Table::create()
        .table("sender_stops")
        .col(pk_uuid("id"))
        .col(string_len("channel", 8))
        .col(timestamp_with_time_zone("began_at"))
        .col(string_len("failure", 80))
        .col(timestamp_with_time_zone("next_try_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .to_owned()
}

fn opt_outs() -> TableCreateStatement {
    Table::create()
        .table("opt_outs")
        .col(pk_uuid("id"))
        .col(string_len("addressee", 16))
        .col(uuid("addressee_id"))
        .col(string_len("category", 16))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .to_owned()
}

/// As they were before.
fn letters() -> TableCreateStatement {
    Table::create()
        .table("letters")
        .col(pk_uuid("id"))
        .col(string_len("kind", 40))
        .col(uuid("subject_id"))
        .col(string_len("dedup_key", 120).unique_key())
        .col(timestamp_with_time_zone("run_at"))
        .col(integer("attempts").default(0))
        .col(timestamp_with_time_zone_null("locked_until"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .col(timestamp_with_time_zone_null("given_up_at"))
        .col(string_len_null("failure", 80))
        .to_owned()
}

/// Who was written to is told where nobody else can have been: people about their sign-in, applicants, and the mentor of a
/// proposal. All other letters say what they were about, as they did.
const LETTERS_TO_MESSAGES: &str = "
INSERT INTO messages (id, kind, subject_id, dedup_key, category, channel, addressee, addressee_id, queued_at, due_at,
    next_try_at, tries, copies, accepted_at, unwanted_at, unwanted, given_up_at, failure)
SELECT l.id, l.kind, l.subject_id, l.dedup_key,
    CASE WHEN l.kind IN ('invitation', 'password_reset', 'password_changed', 'confirm_mentor_email',
            'mentor_already_known') THEN 'sign_in'
        WHEN l.kind = 'proposal_reminder' THEN 'reminder'
        WHEN l.kind = 'referral_interest' THEN 'interest'
        WHEN l.kind = 'survey-link' THEN 'survey'
        ELSE 'case' END,
    'mail',
    CASE WHEN l.kind IN ('invitation', 'password_reset', 'password_changed') THEN 'user'
        WHEN l.kind IN ('confirm_mentor_email', 'mentor_already_known') OR p.mentor_id IS NOT NULL THEN 'mentor' END,
    CASE WHEN l.kind IN ('invitation', 'password_reset', 'password_changed', 'confirm_mentor_email',
            'mentor_already_known') THEN l.subject_id
        ELSE p.mentor_id END,
    l.run_at, l.run_at,
    CASE WHEN l.sent_at IS NULL AND l.given_up_at IS NULL THEN l.run_at END,
    l.attempts, 0, l.sent_at,
    CASE WHEN l.failure = 'not wanted any more' THEN l.given_up_at END,
    CASE WHEN l.failure = 'not wanted any more' THEN 'answered' END,
    CASE WHEN l.failure = 'not wanted any more' THEN NULL ELSE l.given_up_at END,
    CASE WHEN l.failure = 'not wanted any more' THEN NULL ELSE l.failure END
FROM letters l
LEFT JOIN proposals p ON p.id = l.subject_id
    AND l.kind IN ('proposed', 'proposal_reminder', 'proposal_answered', 'course_begun_mentor')";

/// A message that may have arrived is told as one that was given up: the earlier version sends none of those by itself.
const MESSAGES_TO_LETTERS: &str = "
INSERT INTO letters (id, kind, subject_id, dedup_key, run_at, attempts, sent_at, given_up_at, failure)
SELECT id, kind, subject_id, dedup_key, COALESCE(next_try_at, due_at), tries, accepted_at,
    CASE WHEN accepted_at IS NULL AND next_try_at IS NULL
        THEN COALESCE(unwanted_at, given_up_at, unknown_at, due_at) END,
    CASE WHEN unwanted_at IS NOT NULL THEN 'not wanted any more' ELSE failure END
FROM messages WHERE channel IS NULL OR channel = 'mail'";
