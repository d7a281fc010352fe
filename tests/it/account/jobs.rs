//! The jobs: each lives for itself, and administrators see how they go.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use brobyg::{
    app::App,
    jobs::{Pump, run_these},
};
use chrono::Duration as Days;
use entity::jobs::{self, Cause};
use sea_orm::EntityTrait;
use tokio::sync::{Notify, watch};

use crate::support::{self, TestApp};

/// A pace that no test waits for: what runs twice was begun again, or is quick.
const RARELY: Duration = Duration::from_secs(3600);
const QUICKLY: Duration = Duration::from_millis(1);

/// Counts, and tells when it has come to a number.
#[derive(Default)]
struct Counted {
    count: AtomicUsize,
    more: Notify,
}

impl Counted {
    fn up(&self) -> usize {
        self.more.notify_one();
        self.count.fetch_add(1, Ordering::SeqCst)
    }

    async fn reaches(&self, count: usize) {
        while self.count.load(Ordering::SeqCst) < count {
            self.more.notified().await;
        }
    }
}

fn counting(name: &'static str, every: Duration, counted: &Arc<Counted>) -> Pump {
    let counted = Arc::clone(counted);
    Pump::new(name, every, move |_: App| {
        let counted = Arc::clone(&counted);
        async move { anyhow::Ok(counted.up()) }
    })
}

async fn runs(app: &TestApp, jobs: Vec<Pump>, until: impl Future<Output = ()>) {
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(run_these(jobs, app.app.clone(), stopped));
    until.await;
    stop.send(true).unwrap();
    running.await.unwrap();
}

async fn run_of(app: &TestApp, name: &str) -> entity::Job {
    jobs::Entity::find_by_id(name).one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_job_that_panics_is_begun_again_and_the_others_go_on() {
    let app = support::start().await;
    let (others, tries) = (Arc::new(Counted::default()), Arc::new(Counted::default()));
    let panicking = {
        let tries = Arc::clone(&tries);
        Pump::new("mail", QUICKLY, move |_: App| {
            let tries = Arc::clone(&tries);
            async move {
                assert!(tries.up() > 0, "Karla lives at Mentorvej 1");
                anyhow::Ok(())
            }
        })
    };

    runs(&app, vec![panicking, counting("surveys", QUICKLY, &others)], async {
        tries.reaches(2).await;
        others.reaches(20).await;
    })
    .await;

    let run = run_of(&app, "mail").await;
    assert_eq!((run.cause, run.failures), (Some(Cause::Panicked), 0));
    assert!(run.failed_at.is_some() && run.succeeded_at.is_some());
    assert!(run_of(&app, "surveys").await.failed_at.is_none());
}

#[tokio::test]
async fn how_the_jobs_go_is_shown_to_administrators() {
    let app = support::start().await;
    let astrid = app.administrator().await;
    let counted = Arc::new(Counted::default());
    let jobs = vec![
        Pump::new("mail", RARELY, |_: App| async {
            anyhow::Result::<()>::Err(anyhow::anyhow!("Karla is not reached"))
        })
        .counting(|_| async { Ok(17) }),
        counting("surveys", RARELY, &counted),
        Pump::new("old-drafts", RARELY, |app: App| async move {
            app.db.begin().await?.commit().await?;
            Err::<(), _>(sea_orm::DbErr::Custom("gone".into()))
        }),
    ];

    runs(&app, jobs, async {
        counted.reaches(1).await;
        while run_of(&app, "mail").await.failures == 0 || run_of(&app, "old-drafts").await.failures == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;

    let page = astrid.get("/admin/jobs").await;
    page.assert_ok().assert_shows("Breve bliver sendt").assert_shows("Går galt, 1 i træk").assert_shows("17");
    page.assert_shows("Noget andet; loggen siger hvad").assert_shows("Databasen svarede ikke").assert_hides("Karla");
    astrid.get("/admin").await.assert_shows("2 ting, der skulle ske af sig selv, sker ikke");

    app.app.clock.advance(Days::hours(5));
    let astrid = app.administrator().await;
    astrid.get("/admin/jobs").await.assert_shows("Kører ikke");
    astrid.get("/admin").await.assert_shows("3 ting, der skulle ske af sig selv, sker ikke");
}

#[tokio::test]
async fn a_stop_waits_for_a_job_that_has_begun() {
    let app = support::start().await;
    let (begun, ended) = (Arc::new(Counted::default()), Arc::new(Counted::default()));
    let slow = {
        let (begun, ended) = (Arc::clone(&begun), Arc::clone(&ended));
        Pump::new("mail", RARELY, move |app: App| {
            let (begun, ended) = (Arc::clone(&begun), Arc::clone(&ended));
            async move {
                begun.up();
                for _ in 0..20 {
                    app.db.begin().await?.commit().await?;
                }
                ended.up();
                anyhow::Ok(())
            }
        })
    };

    runs(&app, vec![slow], begun.reaches(1)).await;

    assert_eq!(ended.count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn every_job_of_the_platform_has_a_name_for_people() {
    let app = support::start().await;
    let (stop, stopped) = watch::channel(false);
    drop(stop);
    brobyg::jobs::run(app.app.clone(), stopped).await;

    let jobs = jobs::Entity::find().all(app.db()).await.unwrap();
    assert!(jobs.len() > 12, "{jobs:?}");
    for job in jobs {
        for tr in [brobyg::language::Tr::Danish, brobyg::language::Tr::English] {
            let key = format!("job-{}", job.name);
            assert!(tr.if_written(&key).is_some(), "{key}");
        }
    }
}
