//! What `brobyg verify` finds.

use brobyg::{
    exchange::{Findings, verify},
    mentor::index,
};
use entity::mentors;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};

use crate::support::{self, TestApp, scheme::folder, today};

impl TestApp {
    pub async fn findings(&self) -> Findings {
        verify(self.db(), &index::directory(&self.app.config), today()).await.unwrap()
    }

    /// Writes past the rules, as only damage can.
    async fn damage(&self, sql: &str) {
        if self.db().get_database_backend() == DbBackend::Postgres {
            let past_the_keys = format!("SET LOCAL session_replication_role = 'replica'; {sql}");
            let tx = self.db().begin().await.unwrap();
            tx.execute_unprepared(&past_the_keys).await.unwrap();
            tx.commit().await.unwrap();
        } else {
            let file = self.app.config.database_url.trim_start_matches("sqlite://").split('?').next().unwrap();
            let connection = sea_orm::Database::connect(format!("sqlite://{file}?mode=rw")).await.unwrap();
            let past_the_keys = format!("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {sql}");
            connection.execute_unprepared(&past_the_keys).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

async fn sound() -> TestApp {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();
    app
}

#[tokio::test]
async fn the_pilot_is_sound() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();

    let findings = app.findings().await;

    assert_eq!(findings.wrong, Vec::<String>::new());
}

#[tokio::test]
async fn each_broken_rule_is_told_with_the_record_that_breaks_it() {
    // Only what the constraints of both databases let through.
    let damages = [
        (
            "UPDATE courses SET matched_on = '2024-02-15' WHERE reference = 'C1'",
            "A meeting of the course C1 lies outside it.",
        ),
        (
            "UPDATE courses SET ended_on = '2024-03-20' WHERE reference = 'C2'",
            "The course C3 is a rematch of a course that had not ended.",
        ),
        (
            "UPDATE courses SET referral_id = (SELECT id FROM referrals WHERE reference = 'R3') WHERE reference = 'C2'",
            "The course C3 is a rematch of a course of another referral.",
        ),
        (
            "UPDATE courses SET mentor_id = (SELECT id FROM mentors WHERE reference = 'M2') WHERE reference = 'C3'",
            "The course C3 runs without holding a seat of its mentor.",
        ),
        (
            "UPDATE courses SET ended_on = '2024-07-01' WHERE reference = 'C3'",
            "The course C3 has ended and still holds a seat.",
        ),
        (
            "UPDATE courses SET ended_on = '2024-07-01', seat_hold_id = NULL WHERE reference = 'C3'",
            "A seat of the mentor M1 is held by nobody.",
        ),
        (
            "UPDATE seats SET number = 7 WHERE number = 2",
            "The seats of the mentor M1 are not numbered from 1 without a gap.",
        ),
        (
            "UPDATE courses SET planned_end_on = '2024-01-01' WHERE reference = 'C1'",
            "The course C1 was planned to end before it was matched.",
        ),
        (
            "UPDATE referrals SET talk_asked_on = '2024-08-01', closed_on = '2024-08-01' WHERE reference = 'R3'",
            "The referral R3 is over, and a talk with the partner is still asked for.",
        ),
        (
            "UPDATE courses SET class_override = 'completed' WHERE reference = 'C2'",
            "The class of the course C2 is overridden without a reason.",
        ),
        (
            "UPDATE young_people SET merged_into = (SELECT id FROM young_people WHERE reference = 'Y1') WHERE reference = 'Y2'",
            "The referral R2 belongs to a person who was merged into another.",
        ),
    ];
    for (sql, sentence) in damages {
        told_of(sql, sentence).await;
    }
}

/// Breaks a sound platform, and finds the sentence that tells of it.
async fn told_of(sql: &str, sentence: &str) {
    let app = sound().await;
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());

    app.damage(sql).await;

    let findings = app.findings().await;
    assert!(findings.wrong.contains(&sentence.to_owned()), "{sql}: {:?}", findings.wrong);
}

#[tokio::test]
async fn a_message_whose_facts_do_not_go_together_is_told() {
    let damages = [
        (
            "INSERT INTO messages (id, kind, subject_id, dedup_key, category, queued_at, due_at, next_try_at, tries, copies, \
             accepted_at) SELECT id, 'invitation', id, 'a', 'sign_in', '2026-03-04 09:00:00+00:00', \
             '2026-03-04 09:00:00+00:00', '2026-03-04 09:00:00+00:00', 1, 0, '2026-03-04 09:00:00+00:00' \
             FROM mentors WHERE reference = 'M1'",
            "A message of the kind invitation has arrived or ended, and is still to be tried.",
        ),
        (
            "INSERT INTO messages (id, kind, subject_id, dedup_key, category, queued_at, due_at, tries, copies, \
             handing_over_at) SELECT id, 'invitation', id, 'a', 'sign_in', '2026-03-04 09:00:00+00:00', \
             '2026-03-04 09:00:00+00:00', 1, 0, '2026-03-04 09:00:00+00:00' FROM mentors WHERE reference = 'M1'",
            "A message of the kind invitation has left, and nobody knows to whom.",
        ),
    ];
    for (sql, sentence) in damages {
        told_of(sql, sentence).await;
    }
}

#[tokio::test]
async fn a_row_that_points_to_nothing_is_found() {
    let app = sound().await;

    app.damage("DELETE FROM seat_holds").await;

    let said = app.findings().await.wrong.join(" ");
    assert!(said.contains("of courses that point to") || said.contains("of courses points to"), "{said}");
    assert!(said.contains("The course C3 runs without holding a seat of its mentor."), "{said}");
}

#[tokio::test]
async fn an_index_that_disagrees_is_found() {
    let app = sound().await;
    let directory = index::directory(&app.app.config);
    index::build_in(&directory, app.db(), today()).await.unwrap();
    assert_eq!(app.findings().await, Findings::default());

    // A mentor who goes without a word to the index, and one who comes so.
    app.damage("UPDATE mentors SET left_on = '2025-01-01' WHERE reference = 'M1'").await;
    app.damage("UPDATE mentors SET approved_on = '2025-01-01' WHERE reference = 'M3'").await;

    assert_eq!(
        app.findings().await.wrong,
        ["The mentor M3 is missing in the search index.", "The mentor M1 is in the search index and should not be.",]
    );
}

#[tokio::test]
async fn an_index_that_is_only_behind_is_not_wrong() {
    let app = sound().await;
    index::build_in(&index::directory(&app.app.config), app.db(), today()).await.unwrap();

    app.damage("UPDATE mentors SET left_on = '2025-01-01' WHERE reference = 'M1'").await;
    for mentor in mentors::Entity::find().all(app.db()).await.unwrap() {
        let tx = app.db().begin().await.unwrap();
        brobyg::mentor::changed(&tx, mentor.id).await.unwrap();
        tx.commit().await.unwrap();
    }

    let findings = app.findings().await;
    assert_eq!((findings.wrong.len(), findings.notes.len()), (0, 1));
}

#[tokio::test]
async fn a_damaged_index_is_found() {
    let app = sound().await;
    let directory = index::directory(&app.app.config);
    index::build_in(&directory, app.db(), today()).await.unwrap();

    let generation =
        std::fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir());
    std::fs::write(generation.unwrap().join("meta.json"), "{").unwrap();

    let said = app.findings().await.wrong.join(" ");
    assert!(said.starts_with("The search index cannot be used"), "{said}");
}
