//! The ledger of seats.

use brobyg::mentor::seats::{self, HoldError, SeatCountError, SeatCounts};
use entity::seat_holds;
use sea_orm::{EntityTrait, PaginatorTrait, prelude::Uuid};

use crate::support::{self, TestApp, today};

async fn hold(app: &TestApp, mentor: Uuid) -> Result<Uuid, HoldError> {
    let tx = app.db().begin().await.unwrap();
    let hold = seats::hold(&tx, mentor, today()).await?;
    tx.commit().await.unwrap();
    Ok(hold)
}

async fn set_count(app: &TestApp, mentor: Uuid, count: u32) -> Result<(), SeatCountError> {
    let tx = app.db().begin().await.unwrap();
    seats::set_count(&tx, mentor, count).await?;
    tx.commit().await.unwrap();
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_reach_for_one_free_seat_exactly_one_gets_it() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;

    let reach = || {
        let db = app.db().clone();
        tokio::spawn(async move {
            let tx = db.begin().await.unwrap();
            let outcome = seats::hold(&tx, mentor.id, today()).await;
            if outcome.is_ok() {
                tx.commit().await.unwrap();
            }
            outcome
        })
    };
    let reaching: Vec<_> = (0..50).map(|_| reach()).collect();
    let mut outcomes = Vec::new();
    for reached in reaching {
        outcomes.push(reached.await.unwrap());
    }

    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Err(HoldError::NoFreeSeat)).count(), 49);
    assert_eq!(seat_holds::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_freed_seat_can_be_held_again() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    let first = hold(&app, mentor.id).await.unwrap();
    assert_eq!(hold(&app, mentor.id).await, Err(HoldError::NoFreeSeat));

    let tx = app.db().begin().await.unwrap();
    seats::free(&tx, first).await.unwrap();
    tx.commit().await.unwrap();

    assert!(hold(&app, mentor.id).await.is_ok());
}

#[tokio::test]
async fn a_mentor_cannot_offer_fewer_seats_than_are_held() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 3).await;
    hold(&app, mentor.id).await.unwrap();
    hold(&app, mentor.id).await.unwrap();

    let refused = set_count(&app, mentor.id, 1).await;

    assert_eq!(refused, Err(SeatCountError::Held(2)));
    assert_eq!(seats::counts(app.db(), &[mentor.id]).await.unwrap()[&mentor.id], SeatCounts { offered: 3, held: 2 });
}

#[tokio::test]
async fn a_held_seat_moves_down_when_the_seats_above_go() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 2).await;
    let first = hold(&app, mentor.id).await.unwrap();
    let second = hold(&app, mentor.id).await.unwrap();
    let tx = app.db().begin().await.unwrap();
    seats::free(&tx, first).await.unwrap();
    tx.commit().await.unwrap();

    set_count(&app, mentor.id, 1).await.unwrap();

    let kept = seat_holds::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((kept.id, kept.number), (second, 1));
    assert_eq!(seats::counts(app.db(), &[mentor.id]).await.unwrap()[&mentor.id].free(), 0);
}

#[tokio::test]
async fn the_database_itself_refuses_one_seat_too_many() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    let held = hold(&app, mentor.id).await.unwrap();

    for number in [1, 2] {
        let tx = app.db().begin().await.unwrap();
        let hold = seat_holds::Model { id: Uuid::now_v7(), mentor_id: mentor.id, number, held_from: today() };
        let hold: seat_holds::ActiveModel = hold.into();
        assert!(seat_holds::Entity::insert(hold).exec_without_returning(&tx).await.is_err());
    }

    assert_eq!(seat_holds::Entity::find().all(app.db()).await.unwrap()[0].id, held);
}
