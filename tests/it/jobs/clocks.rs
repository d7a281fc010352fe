//! Clocks that are wrong, and claims that are taken over.

use tokio::sync::Notify;

use super::*;
use crate::support::database::on_postgres;

#[tokio::test]
async fn a_clock_that_is_set_back_or_was_ahead_doubles_nothing_and_holds_nothing_up() {
    let house = House::new().await;
    let both = || vec![dated_acts(), tidying()];
    for _ in 0..5 {
        house.turns_to_next_day(5);
        house.does(both()).await;
    }
    house.passes(-TimeDelta::hours(2));
    house.does(both()).await;
    house.passes(TimeDelta::days(40));
    house.does(both()).await;
    let ahead = house.effects().await;
    house.passes(-TimeDelta::days(40));
    house.does(both()).await;
    assert_eq!(house.effects().await, ahead);

    // The days that were done while it was ahead come once more, and the first that was not.
    for _ in 0..42 {
        house.turns_to_next_day(5);
        house.does(both()).await;
    }

    let effects = house.effects().await;
    assert!(effects.windows(2).all(|two| two[0] != two[1]), "twice: {effects:?}");
    let newest = house.rows().await.into_iter().filter(|row| row.item.is_none()).map(|row| row.due_at).max();
    assert_eq!(newest.map(local_date), Some(local_date(house.now())));
}

#[tokio::test]
async fn whoever_sleeps_past_the_claim_has_done_nothing_when_somebody_else_has() {
    let house = House::new().await;
    let (asleep, wake) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let sleepy = {
        let (asleep, wake) = (Arc::clone(&asleep), Arc::clone(&wake));
        ClockJob::each(
            "acts",
            (morning(), CatchUp::Each),
            move |_, _| {
                let (asleep, wake) = (Arc::clone(&asleep), Arc::clone(&wake));
                async move {
                    asleep.notify_one();
                    wake.notified().await;
                    Ok(vec![thing(1), thing(2)])
                }
            },
            |_, tx: Arc<Transaction>, at, id| async move { affect(&tx, "acts", id, at).await },
        )
    };
    let runner = house.runner(vec![sleepy]);
    let first = tokio::spawn(async move {
        let (_stop, mut stopped) = watch::channel(false);
        runner.do_due(&mut stopped).await.unwrap()
    });
    asleep.notified().await;
    let awake = || vec![finding("acts", vec![thing(1), thing(2)], |_| Ok(()))];

    // The claim holds, so nobody else does it.
    house.does(awake()).await;
    assert_eq!(house.effects().await, []);
    house.passes(LONG);
    house.does(awake()).await;
    wake.notify_one();
    let tally = first.await.unwrap();

    assert_eq!(house.effects().await.len(), 2);
    assert_eq!(tally.values().map(|counted| counted.times).sum::<usize>(), 0);
    let time = house.rows().await.into_iter().find(|row| row.item.is_none()).unwrap();
    assert_eq!((time.tries, time.crashes, time.done_at.is_some()), (2, 1, true));
}

#[tokio::test]
async fn on_postgresql_a_claim_runs_out_by_the_clock_of_the_database() {
    if !on_postgres() {
        return;
    }
    let house = House::new().await;
    // The clock of this machine is years behind that of the database.
    let lease = LeaseClock::of(house.app.db());
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let slow = {
        let (begun, go_on) = (Arc::clone(&begun), Arc::clone(&go_on));
        ClockJob::own("slow", (morning(), CatchUp::Latest), move |_, _| {
            let (begun, go_on) = (Arc::clone(&begun), Arc::clone(&go_on));
            async move {
                begun.notify_one();
                go_on.notified().await;
                anyhow::Ok(())
            }
        })
    };
    let runner = Runner::new(house.app.app.clone(), vec![slow.clone()], lease, Duration::ZERO);
    let (_stop, stopped) = watch::channel(false);
    let working = {
        let (runner, mut stopped) = (runner.clone(), stopped.clone());
        tokio::spawn(async move { runner.do_due(&mut stopped).await.unwrap() })
    };
    begun.notified().await;
    let left =
        "SELECT count(*) AS count FROM job_runs WHERE claim_until BETWEEN now() AND now() + interval '2 minutes'";
    let counted = Statement::from_string(sea_orm::DbBackend::Postgres, left);
    let row = house.app.db().query_one_raw(counted).await.unwrap().unwrap();
    assert_eq!(row.try_get::<i64>("", "count").unwrap(), 1);
    assert!(runner.do_due(&mut stopped.clone()).await.unwrap().is_empty());
    go_on.notify_one();
    working.await.unwrap();
}
