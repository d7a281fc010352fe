//! A program that is told to stop in the middle of its work.

use tokio::sync::Semaphore;

use super::*;

/// Finds things and does each once the gate lets it through; tells when it stands before the gate.
fn gated(things: Vec<Uuid>, arrived: &Arc<Semaphore>, gate: &Arc<Semaphore>) -> ClockJob {
    let (arrived, gate) = (Arc::clone(arrived), Arc::clone(gate));
    ClockJob::each(
        "acts",
        (morning(), CatchUp::Each),
        move |_, _| {
            let things = things.clone();
            async move { Ok(things) }
        },
        move |_, tx: Arc<Transaction>, at, id| {
            let (arrived, gate) = (Arc::clone(&arrived), Arc::clone(&gate));
            async move {
                affect(&tx, "acts", id, at).await?;
                arrived.add_permits(1);
                gate.acquire().await?.forget();
                anyhow::Ok(())
            }
        },
    )
}

#[tokio::test]
async fn of_a_hundred_stops_in_the_middle_of_a_thing_none_loses_it_doubles_it_or_counts_against_it() {
    let house = House::new().await;
    let (arrived, gate) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let things: Vec<_> = (0..3).map(thing).collect();
    for _ in 0..100 {
        let runner = house.runner_patient_for(Duration::ZERO, vec![gated(things.clone(), &arrived, &gate)]);
        let (stop, mut stopped) = watch::channel(false);
        let working = tokio::spawn(async move { runner.do_due(&mut stopped).await });
        arrived.acquire().await.unwrap().forget();
        stop.send_replace(true);
        working.await.unwrap().unwrap();
        arrived.forget_permits(usize::MAX >> 4);
    }
    for row in house.rows().await.iter().filter(|row| row.item.is_some()) {
        assert_eq!((row.tries, row.crashes, row.claim, row.done_at), (0, 0, None, None));
    }
    assert_eq!(house.effects().await, []);

    gate.add_permits(things.len());
    house.does(vec![gated(things.clone(), &arrived, &gate)]).await;

    let done: Vec<_> = house.effects().await.into_iter().map(|effect| effect.item).collect();
    assert_eq!(done, things.iter().map(Uuid::to_string).collect::<Vec<_>>());
    assert!(house.rows().await.iter().all(|row| row.tries == 1 && row.crashes == 0));
}

#[tokio::test]
async fn what_has_begun_when_a_stop_comes_may_come_to_its_end_and_nothing_more_is_begun() {
    let house = House::new().await;
    let (arrived, gate) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let things: Vec<_> = (0..9).map(thing).collect();
    let runner = house.runner(vec![gated(things.clone(), &arrived, &gate)]);
    let (stop, mut stopped) = watch::channel(false);
    let working = tokio::spawn(async move { runner.do_due(&mut stopped).await.unwrap() });
    arrived.acquire().await.unwrap().forget();

    stop.send_replace(true);
    gate.add_permits(things.len());
    let tally = working.await.unwrap();

    let done = tally["acts"].things;
    assert!((1..things.len()).contains(&done), "{done}");
    assert_eq!(house.effects().await.len(), done);
    assert!(house.rows().await.iter().all(|row| row.claim.is_none()));
}
