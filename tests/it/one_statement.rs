//! A statement that writes by itself is a transaction of its own.

use entity::partners;
use futures::future::join_all;
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use crate::support;

#[tokio::test]
async fn of_many_statements_at_once_those_that_fail_take_nothing_else_with_them() {
    let app = support::start().await;
    let taken = app.partner("Køge plan").await.id;
    let before = partners::Entity::find().count(app.db()).await.unwrap();

    // Every third has an id that is taken.
    let write = |number: usize| {
        let id = if number.is_multiple_of(3) { taken } else { Uuid::now_v7() };
        let row = partners::ActiveModel { id: Set(id), name: Set(format!("Plan {number}")), ..Default::default() };
        partners::Entity::insert(row).exec_without_returning(app.db())
    };
    let written = join_all((0..30).map(write)).await;

    let is_written: Vec<bool> = written.iter().map(Result::is_ok).collect();
    assert_eq!(is_written, (0..30).map(|number: usize| !number.is_multiple_of(3)).collect::<Vec<_>>());
    assert_eq!(partners::Entity::find().count(app.db()).await.unwrap(), before + 20);
}
