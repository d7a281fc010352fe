//! What goes wrong is tried again, later and later, then set aside; the rest goes on.

use entity::{changes, job_runs::Outcome, jobs::Cause};
use sea_orm::{ColumnTrait, QueryFilter};

use super::*;

/// Comes by every minute for three hours.
async fn minutes_pass(house: &House, jobs: impl Fn() -> Vec<ClockJob>) {
    for _ in 0..180 {
        house.passes(TimeDelta::minutes(1));
        house.does(jobs()).await;
    }
}

#[tokio::test]
async fn one_thing_that_always_panics_is_set_aside_at_the_third_time_and_all_others_are_done() {
    let house = House::new().await;
    let things: Vec<_> = (0..10).map(thing).collect();
    let jobs = || {
        vec![finding("surveys", things.clone(), |id| {
            assert!(id != thing(7), "Karla lives at Mentorvej 1");
            Ok(())
        })]
    };

    house.does(jobs()).await;
    assert_eq!(house.effects().await.len(), 9);
    minutes_pass(&house, jobs).await;

    let bad = house.row_of(thing(7)).await;
    assert_eq!((bad.crashes, bad.tries, bad.outcome, bad.cause), (3, 3, Some(Outcome::Crashed), Some(Cause::Panicked)));
    assert!(bad.set_aside_at.is_some() && bad.next_try_at.is_none());
    assert_eq!(house.effects().await.len(), 9);
    // Found again the next morning, it is not begun anew; what is new is.
    house.turns_to_next_day(7);
    house.does(jobs()).await;
    assert_eq!(house.rows().await.iter().filter(|row| row.item == Some(thing(7))).count(), 1);
    assert_eq!(house.effects().await.len(), 18);
}

#[tokio::test]
async fn a_thing_that_fails_is_tried_after_1_5_25_and_125_minutes_and_then_set_aside() {
    let house = House::new().await;
    let jobs = || vec![finding("surveys", vec![thing(1)], |_| anyhow::bail!("Karla is not there"))];
    let mut tried = Vec::new();
    for minute in 0..400 {
        if !house.does(jobs()).await.is_empty() {
            tried.push(minute);
        }
        house.passes(TimeDelta::minutes(1));
    }

    assert_eq!(tried, [0, 1, 6, 31, 156]);
    let bad = house.row_of(thing(1)).await;
    assert_eq!((bad.tries, bad.crashes, bad.cause), (5, 0, Some(Cause::Failed)));
    assert!(bad.set_aside_at.is_some());
}

#[tokio::test]
async fn what_takes_the_program_with_it_three_times_is_set_aside() {
    let house = House::new().await;
    let begun = Arc::new(tokio::sync::Notify::new());
    let deadly = || {
        let begun = Arc::clone(&begun);
        ClockJob::own("surveys", (morning(), CatchUp::Each), move |_, _| {
            let begun = Arc::clone(&begun);
            async move {
                begun.notify_one();
                std::future::pending::<()>().await;
                anyhow::Ok(())
            }
        })
    };
    for _ in 0..3 {
        let runner = house.runner(vec![deadly()]);
        let working = tokio::spawn(async move {
            let (_stop, mut stopped) = watch::channel(false);
            runner.do_due(&mut stopped).await.map(drop)
        });
        begun.notified().await;
        working.abort();
        let _ = working.await;
        house.passes(LONG);
    }

    assert_eq!(house.does(vec![deadly()]).await, Tally::new());
    let row = house.rows().await.remove(0);
    assert_eq!((row.tries, row.crashes, row.outcome), (3, 3, Some(Outcome::Crashed)));
    assert!(row.set_aside_at.is_some());
}

#[tokio::test]
async fn administrators_see_what_is_set_aside_and_give_it_another_chance() {
    let house = House::new().await;
    let failing = || vec![finding("surveys", vec![thing(1)], |_| anyhow::bail!("Karla is not there"))];
    house.runner(failing()).register().await.unwrap();
    for _ in 0..6 {
        house.does(failing()).await;
        house.passes(TimeDelta::minutes(126));
    }
    let astrid = house.app.administrator().await;

    let page = astrid.get("/admin/jobs").await;
    page.assert_ok().assert_shows("Lagt til side").assert_shows("Målinger bliver åbnet").assert_hides("Karla");
    page.assert_shows("Kører, men 1 er lagt til side").assert_shows("Noget andet; loggen siger hvad");
    astrid.get("/admin").await.assert_shows("sker ikke");
    let row = house.row_of(thing(1)).await;
    astrid.submit(&format!("/admin/jobs/{}", row.id), &[]).await.assert_goes_to("/admin/jobs");
    house.does(vec![finding("surveys", vec![thing(1)], |_| Ok(()))]).await;

    assert_eq!(house.effects().await.len(), 1);
    astrid.get("/admin/jobs").await.assert_shows("Kører").assert_hides("Lagt til side").assert_hides("Prøv igen");
    let said = changes::Entity::find().filter(changes::Column::SubjectId.eq(row.id)).one(house.app.db()).await.unwrap();
    assert_eq!(said.map(|change| (change.action, change.by_user.is_some())), Some(("tried_again".into(), true)));
}

#[tokio::test]
async fn where_the_newest_stands_for_all_an_older_time_that_went_wrong_is_not_tried_beside_it() {
    let house = House::new().await;
    let failing = ClockJob::whole("tidying", (morning(), CatchUp::Latest), |_, _, _| async {
        Err::<(), _>(anyhow::anyhow!("no"))
    });
    house.does(vec![failing]).await;
    house.turns_to_next_day(7);

    house.does(vec![tidying()]).await;

    let outcomes: Vec<_> = house.rows().await.into_iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Some(Outcome::Superseded), Some(Outcome::Done)]);
    assert_eq!(house.effects().await.len(), 1);
}
