//! Files in and out.

use brobyg::exchange::{self, Counts, File, How, ImportError, Outcome, Table};
use entity::{courses, mentors, referrals};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{self, TestApp, scheme::folder, today};

impl TestApp {
    pub async fn import(&self, files: &[File]) -> Result<Outcome, ImportError> {
        exchange::import(self.db(), files, &how(false), &mut |_, _, _| ()).await
    }
}

fn how(dry_run: bool) -> How {
    let now = today().and_hms_opt(9, 30, 0).unwrap().and_utc();
    How { now, today: today(), course_months: 6, moved_days: 0, dry_run }
}

fn pilot() -> Vec<File> {
    folder("pilot")
}

#[tokio::test]
async fn the_pilot_is_read_whole() {
    let app = support::start().await;

    let outcome = app.import(&pilot()).await.unwrap();

    let new = |table, read| Counts { table, read, new: read, changed: 0, unchanged: 0 };
    assert_eq!(outcome.warnings, []);
    assert_eq!(
        outcome.counts,
        [
            new(Table::Partners, 6),
            new(Table::HousingAreas, 16),
            new(Table::Mentors, 73),
            new(Table::Referrals, 90),
            new(Table::Courses, 88),
            new(Table::Meetings, 724),
            new(Table::Surveys, 100),
            new(Table::ContactAttempts, 243),
        ]
    );
    assert_eq!(courses::open().count(app.db()).await.unwrap(), 11);
}

#[tokio::test]
async fn what_is_read_again_is_found_again() {
    let app = support::start().await;
    app.import(&pilot()).await.unwrap();

    let outcome = app.import(&pilot()).await.unwrap();

    for counts in outcome.counts {
        assert_eq!((counts.new, counts.changed), (0, 0), "{:?}", counts.table);
    }
    assert_eq!(mentors::Entity::find().count(app.db()).await.unwrap(), 73);
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let app = support::start().await;

    let outcome = exchange::import(app.db(), &pilot(), &how(true), &mut |_, _, _| ()).await.unwrap();

    assert_eq!(outcome.counts[3].new, 90);
    assert_eq!(referrals::Entity::find().count(app.db()).await.unwrap(), 0);
}
