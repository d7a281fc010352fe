//! The program is told to stop in the middle of what it does by the clock.

use entity::job_runs;
use sea_orm::EntityTrait;

use super::program::Home;
use crate::support::{self, TestApp};

async fn runs(app: &TestApp) -> Vec<entity::JobRun> {
    job_runs::Entity::find().all(app.db()).await.unwrap()
}

#[tokio::test]
async fn a_program_that_is_told_to_stop_leaves_no_claim_and_no_fault_behind_and_the_next_one_goes_on() {
    let app = support::start().await;
    let home = Home::of(app.data.path(), app.app.config.database_url.clone());
    for _ in 0..3 {
        let mut served = home.serve("");
        assert!(served.process.stop().success());
        for row in runs(&app).await {
            assert!(row.claim.is_none() && row.crashes == 0 && row.cause.is_none(), "{row:?}");
            assert!(row.tries == i32::from(row.done_at.is_some()), "{row:?}");
        }
    }

    let done = home.run(&["jobs", "run"]);

    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let runs = runs(&app).await;
    assert!(runs.len() > 8 && runs.iter().all(|row| row.done_at.is_some()), "{runs:?}");
}
