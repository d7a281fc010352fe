//! Two years, walked day by day: by one machine, by three of which one is killed now and then, and by one that sleeps.

use std::sync::atomic::{AtomicI64, Ordering};

use futures::future::join_all;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use tokio::sync::Notify;

use super::*;

const DAYS: i64 = 730;

fn both() -> Vec<ClockJob> {
    vec![dated_acts(), tidying()]
}

/// What one machine does that is there every day.
async fn one_machine() -> Vec<Effect> {
    let house = House::new().await;
    for _ in 0..DAYS {
        house.turns_to_next_day(7);
        house.does(both()).await;
    }
    house.effects().await
}

/// Kills a machine in the middle of its work: at so many looks for things, or things half done, from now.
struct Death {
    left: AtomicI64,
    comes: Notify,
}

impl Death {
    fn after(left: i64) -> Arc<Self> {
        Arc::new(Self { left: AtomicI64::new(left), comes: Notify::new() })
    }

    /// Whoever dies here goes no step further.
    async fn may_come(&self) {
        if self.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.comes.notify_one();
            std::future::pending::<()>().await;
        }
    }
}

/// The same jobs, on a machine that may die of them.
fn mortal(death: &Arc<Death>) -> Vec<ClockJob> {
    let (finding, acting, whole) = (Arc::clone(death), Arc::clone(death), Arc::clone(death));
    let acts = ClockJob::each(
        "acts",
        (morning(), CatchUp::Each),
        move |_, at| {
            let death = Arc::clone(&finding);
            async move {
                death.may_come().await;
                Ok(things_of(at))
            }
        },
        move |_, tx: Arc<Transaction>, at, id| {
            let death = Arc::clone(&acting);
            async move {
                affect(&tx, "acts", id, at).await?;
                death.may_come().await;
                Ok::<_, DbErr>(())
            }
        },
    );
    let tidying = ClockJob::whole("tidying", (morning(), CatchUp::Latest), move |_, tx: Arc<Transaction>, at| {
        let death = Arc::clone(&whole);
        async move {
            affect(&tx, "tidying", "", at).await?;
            death.may_come().await;
            Ok::<_, DbErr>(())
        }
    });
    vec![acts, tidying]
}

/// Does what is due until that is done, or death comes; whether it did.
async fn lives(house: &House, death: Arc<Death>) -> bool {
    let runner = house.runner(mortal(&death));
    let mut working = tokio::spawn(async move {
        let (_stop, mut stopped) = watch::channel(false);
        runner.do_due(&mut stopped).await.map(drop)
    });
    tokio::select! {
        done = &mut working => {
            done.unwrap().unwrap();
            return false;
        }
        () = death.comes.notified() => working.abort(),
    }
    // It was told to end, and has ended.
    let _ = working.await;
    true
}

async fn three_machines() -> Vec<Effect> {
    let house = House::new().await;
    let mut chance = StdRng::seed_from_u64(730);
    let mut killed = 0;
    for day in 0..DAYS {
        house.turns_to_next_day(7);
        let unlucky = if day % 3 == 0 { chance.random_range(0..3) } else { 3 };
        let steps = chance.random_range(1..=3);
        let machines = (0..3).map(|machine| {
            let left = if machine == unlucky { steps } else { i64::MAX };
            lives(&house, Death::after(left))
        });
        killed += join_all(machines).await.into_iter().filter(|died| *died).count();
        // What the killed one held is done once its claim has run out.
        house.passes(LONG);
        house.does(both()).await;
    }
    let rows = house.rows().await;
    let left: Vec<_> = rows.iter().filter(|row| row.done_at.is_none()).collect();
    assert!(left.is_empty(), "{left:?}");
    let crashed = rows.iter().filter(|row| row.crashes > 0).count();
    assert!(killed >= 20 && crashed >= 20, "nobody was killed: {killed}, {crashed}");
    house.effects().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_machines_of_which_some_are_killed_do_in_two_years_what_one_does() {
    let (one, three) = tokio::join!(one_machine(), three_machines());

    assert!(one.len() > 1000, "{}", one.len());
    assert!(one.windows(2).all(|two| two[0] != two[1]), "twice");
    assert_eq!(one, three);
}

#[tokio::test]
async fn whoever_sleeps_for_weeks_makes_up_for_each_dated_act_and_tidies_up_once() {
    let house = House::new().await;
    let mut chance = StdRng::seed_from_u64(60);
    // Taken up for the first time: from now on, not from 1970.
    let (mut wakes, mut slept) = (1, 0);
    house.turns_to_next_day(7);
    house.does(both()).await;
    let begun = house.now();
    while slept < 500 {
        let days = chance.random_range(1..=60);
        house.passes(TimeDelta::days(days));
        house.does(both()).await;
        (wakes, slept) = (wakes + 1, slept + days);
    }

    let effects = house.effects().await;
    let of = |job: &str| effects.iter().filter(|effect| effect.job == job).cloned().collect::<Vec<_>>();
    let expected = (0..=slept).map(|day| begun - TimeDelta::hours(1) + TimeDelta::days(day));
    let mut items: Vec<_> = expected.flat_map(things_of).map(|id| id.to_string()).collect();
    items.sort();
    assert_eq!(of("acts").iter().map(|effect| effect.item.clone()).collect::<Vec<_>>(), items);
    let as_of = |effect: &Effect| effect.as_of.parse::<DateTime<Utc>>().unwrap();
    assert!(of("acts").iter().all(|effect| things_of(as_of(effect)).iter().any(|id| id.to_string() == effect.item)));
    assert_eq!(of("tidying").len(), wakes);
}

#[tokio::test]
async fn of_more_than_four_hundred_missed_days_the_newest_are_made_up_for() {
    let each_morning = || ClockJob::own("acts", (morning(), CatchUp::Each), |_, _| async { anyhow::Ok(()) });
    let house = House::new().await;
    house.does(vec![each_morning()]).await;
    house.passes(TimeDelta::days(1000));

    house.does(vec![each_morning()]).await;

    let times = house.rows().await;
    assert_eq!(times.len(), 401);
    assert_eq!(times.last().unwrap().key, local_date(house.now()).to_string());
}
