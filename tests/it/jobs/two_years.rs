//! Two years, walked day by day: by one machine, by three of which one is killed now and then, and by one that sleeps.

use futures::future::join_all;
use rand::{RngExt, SeedableRng, rngs::StdRng};

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

/// Does what is due, and is killed after so many steps.
async fn killed_after(runner: Runner, steps: u32) {
    let (_stop, mut stopped) = watch::channel(false);
    let working = tokio::spawn(async move { runner.do_due(&mut stopped).await.map(drop) });
    for _ in 0..steps {
        tokio::task::yield_now().await;
    }
    working.abort();
    // Killed, or done before.
    let _ = working.await;
}

async fn three_machines() -> Vec<Effect> {
    let house = House::new().await;
    let mut chance = StdRng::seed_from_u64(730);
    for day in 0..DAYS {
        house.turns_to_next_day(7);
        let unlucky = if day % 3 == 0 { chance.random_range(0..3) } else { 3 };
        let machines = (0..3).map(|machine| {
            let steps = if machine == unlucky { chance.random_range(0..400) } else { u32::MAX };
            let runner = house.runner(both());
            async move {
                match steps {
                    u32::MAX => {
                        let (_stop, mut stopped) = watch::channel(false);
                        runner.do_due(&mut stopped).await.map(drop).unwrap();
                    }
                    steps => killed_after(runner, steps).await,
                }
            }
        });
        join_all(machines).await;
        // What the killed one held is done once its claim has run out.
        house.passes(LONG);
        house.does(both()).await;
    }
    let left: Vec<_> = house.rows().await.into_iter().filter(|row| row.done_at.is_none()).collect();
    assert!(left.is_empty(), "{left:?}");
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
    let house = House::new().await;
    house.does(vec![dated_acts()]).await;
    house.passes(TimeDelta::days(1000));

    house.does(vec![dated_acts()]).await;

    let times: Vec<_> = house.rows().await.into_iter().filter(|row| row.item.is_none()).collect();
    assert_eq!(times.len(), 401);
    assert_eq!(times.last().unwrap().key, local_date(house.now()).to_string());
}
