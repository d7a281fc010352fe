//! Jobs by the clock: each time once, whoever does it, whatever happens to them. The clocks are the test's own; nobody waits.

mod again;
mod apart;
mod clocks;
mod files;
mod nights;
mod occasions;
mod platform;
mod stops;
mod two_years;

use std::{sync::Arc, time::Duration};

use brobyg::{
    app::App,
    clock::{Clock, local_date},
    database::Transaction,
    jobs::{
        ClockJob, LeaseClock, Runner, Tally,
        schedule::{CatchUp, Schedule},
    },
};
use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, Utc};
use entity::{JobRun, job_runs};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryOrder, Statement, prelude::Uuid};
use tokio::sync::watch;

use crate::support::{self, TestApp};

/// Longer than any lease.
const LONG: TimeDelta = TimeDelta::minutes(10);

fn morning() -> Schedule {
    Schedule::Daily(NaiveTime::from_hms_opt(6, 0, 0).unwrap())
}

/// What a job did, in a table without any constraint: what is done twice stands there twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
struct Effect {
    job: String,
    item: String,
    as_of: String,
}

/// A platform whose jobs are those of a test, with a clock of its own for claims.
struct House {
    app: TestApp,
    lease: Clock,
}

impl House {
    async fn new() -> Self {
        let app = support::start().await;
        let table = "CREATE TABLE effects (job varchar(40), item varchar(40), as_of varchar(40))";
        app.db().execute_unprepared(table).await.unwrap();
        Self { lease: Clock::standing_at(app.app.clock.now()), app }
    }

    fn runner(&self, jobs: Vec<ClockJob>) -> Runner {
        self.runner_patient_for(Duration::from_secs(10), jobs)
    }

    /// After a stop it waits so long for what is being done.
    fn runner_patient_for(&self, grace: Duration, jobs: Vec<ClockJob>) -> Runner {
        Runner::new(self.app.app.clone(), jobs, LeaseClock::OfMachine(self.lease.clone()), grace)
    }

    /// Does what is due, as one machine.
    async fn does(&self, jobs: Vec<ClockJob>) -> Tally {
        let (_stop, mut stopped) = watch::channel(false);
        self.runner(jobs).do_due(&mut stopped).await.unwrap()
    }

    fn now(&self) -> DateTime<Utc> {
        self.app.app.clock.now()
    }

    /// Moves the clocks on, or back.
    fn passes(&self, time: TimeDelta) {
        self.app.app.clock.advance(time);
        self.lease.advance(time);
    }

    /// Moves the clocks on to that hour of UTC of the next day.
    fn turns_to_next_day(&self, hour: u32) {
        let next = (self.now().date_naive() + TimeDelta::days(1)).and_hms_opt(hour, 0, 0).unwrap().and_utc();
        self.passes(next - self.now());
    }

    /// In order.
    async fn effects(&self) -> Vec<Effect> {
        let db = self.app.db();
        let all = Statement::from_string(db.get_database_backend(), "SELECT job, item, as_of FROM effects");
        let mut effects = Effect::find_by_statement(all).all(db).await.unwrap();
        effects.sort();
        effects
    }

    async fn rows(&self) -> Vec<JobRun> {
        let by_time = job_runs::Entity::find().order_by_asc(job_runs::Column::DueAt);
        by_time.order_by_asc(job_runs::Column::Key).all(self.app.db()).await.unwrap()
    }

    async fn row_of(&self, item: Uuid) -> JobRun {
        self.rows().await.into_iter().find(|row| row.item == Some(item)).unwrap()
    }
}

/// Leaves an effect in the transaction of a job.
async fn affect(tx: &Transaction, job: &str, item: impl ToString, at: DateTime<Utc>) -> Result<(), DbErr> {
    let values = [job.to_owned(), item.to_string(), at.to_rfc3339()].map(Into::into);
    let insert = match tx.get_database_backend() {
        sea_orm::DbBackend::Postgres => "INSERT INTO effects VALUES ($1, $2, $3)",
        _ => "INSERT INTO effects VALUES (?, ?, ?)",
    };
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), insert, values)).await.map(drop)
}

/// The thing of this number.
fn thing(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Something new to do on two days of three, two things on every sixth.
fn things_of(at: DateTime<Utc>) -> Vec<Uuid> {
    let day = local_date(at).num_days_from_ce().unsigned_abs();
    let count = [0, 1, 1, 0, 1, 2][day as usize % 6];
    (0..count).map(|number| thing(u128::from(day) * 10 + number)).collect()
}

/// Finds what is new each morning, and makes up for each that was missed.
fn dated_acts() -> ClockJob {
    ClockJob::each(
        "acts",
        (morning(), CatchUp::Each),
        |_: App, at| async move { Ok(things_of(at)) },
        |_, tx: Arc<Transaction>, at, id| async move { affect(&tx, "acts", id, at).await },
    )
}

/// Tidies up each morning; the newest stands for all.
fn tidying() -> ClockJob {
    ClockJob::whole("tidying", (morning(), CatchUp::Latest), |_, tx: Arc<Transaction>, at| async move {
        affect(&tx, "tidying", "", at).await
    })
}

/// Finds these things each morning.
fn finding(
    name: &'static str,
    things: Vec<Uuid>,
    act: impl Fn(Uuid) -> anyhow::Result<()> + Clone + Send + Sync + 'static,
) -> ClockJob {
    ClockJob::each(
        name,
        (morning(), CatchUp::Each),
        move |_, _| {
            let things = things.clone();
            async move { Ok(things) }
        },
        move |_, tx: Arc<Transaction>, at, id| {
            let act = act.clone();
            async move {
                act(id)?;
                anyhow::Ok(affect(&tx, name, id, at).await?)
            }
        },
    )
}
