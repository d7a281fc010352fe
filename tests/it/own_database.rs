//! Each test has a database of its own, or their order would matter.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, EntityTrait, PaginatorTrait};

use crate::support::database::{TestDatabase, fresh_database_url};

async fn open(database: &TestDatabase) -> DatabaseConnection {
    Database::connect(&database.url).await.unwrap()
}

#[tokio::test]
async fn tests_do_not_see_what_other_tests_wrote() {
    let (ours, theirs) = (fresh_database_url().await, fresh_database_url().await);
    open(&ours).await.execute_unprepared("CREATE TABLE trace (id INTEGER)").await.unwrap();
    assert!(open(&theirs).await.execute_unprepared("SELECT id FROM trace").await.is_err());
}

#[tokio::test]
async fn a_fresh_database_has_the_tables_and_nobody_in_them() {
    let database = fresh_database_url().await;
    let users = entity::users::Entity::find().count(&open(&database).await).await;
    assert_eq!(users, Ok(0));
}

#[tokio::test]
async fn a_database_ends_with_its_test() {
    let database = fresh_database_url().await;
    let url = database.url.clone().replace("?mode=rwc", "");
    assert!(Database::connect(&url).await.is_ok());
    drop(database);
    assert!(Database::connect(&url).await.is_err());
}
