//! A database that hangs: what needs none is there at once, for whoever is signed in too.

use brobyg::database::{Database, connect};
use poem::http::StatusCode;
use sea_orm::DbBackend;

use crate::{
    permissions::{matrix::lines, scene::Scene},
    support::{Browser, TestApp},
};

/// What is no page needs no data either.
const NOWHERE: [&str; 4] = ["/no-such-page", "/referrals/new/no-such-page", "/assets/old/theme.css", "/assets/old"];

/// A database that can be reached no more.
async fn closed(app: &TestApp) -> Database {
    let db = connect(&app.app.config.database_url).await.unwrap();
    db.pool().close_by_ref().await.unwrap();
    db
}

/// Every page that can be shown without a database.
async fn need_none(scene: &Scene, who: &str) -> Vec<String> {
    let gone = scene.browser(who).await.at_machine_with(closed(&scene.app).await);
    let mut found = Vec::new();
    for line in lines().into_iter().filter(|line| line.method == "GET") {
        let path = scene.path(&line.path);
        if gone.get(&path).await.status == StatusCode::OK {
            found.push(path);
        }
    }
    assert!(found.len() > 12, "{found:?}");
    found
}

/// Takes every connection for as long as what comes back is kept: whoever asks for one waits.
async fn all_connections(db: &Database) -> Box<dyn std::any::Any> {
    match db.pool().get_database_backend() {
        DbBackend::Postgres => {
            let pool = db.pool().get_postgres_connection_pool();
            let taken = (0..pool.options().get_max_connections()).map(|_| pool.acquire());
            Box::new(futures::future::try_join_all(taken).await.unwrap())
        }
        _ => {
            let pool = db.pool().get_sqlite_connection_pool();
            let taken = (0..pool.options().get_max_connections()).map(|_| pool.acquire());
            Box::new(futures::future::try_join_all(taken).await.unwrap())
        }
    }
}

async fn statuses(browser: &Browser, paths: &[String]) -> Vec<StatusCode> {
    let pages = paths.iter().map(|path| async move { browser.get(path).await.status });
    futures::future::join_all(pages).await
}

#[tokio::test]
async fn what_can_be_shown_without_a_database_is_shown_at_once_while_it_hangs() {
    let scene = Scene::set().await;
    for who in ["mentor", "staff"] {
        let pages = need_none(&scene, who).await;
        let paths: Vec<_> = pages.iter().cloned().chain(NOWHERE.map(str::to_owned)).collect();
        let browser = scene.browser(who).await;
        let taken = all_connections(scene.app.db()).await;

        // A page that needs data, asked for first, still waits when the last of those that need none is there.
        let shown = tokio::select! {
            biased;
            page = browser.get("/account") => panic!("{} came before what needs no data", page.status),
            shown = statuses(&browser, &paths) => shown,
        };

        let (shown, nowhere) = shown.split_at(pages.len());
        let late: Vec<_> = pages.iter().zip(shown).filter(|(_, status)| **status != StatusCode::OK).collect();
        assert!(late.is_empty(), "as {who}: {late:?}");
        assert_eq!(nowhere, [StatusCode::NOT_FOUND; NOWHERE.len()], "as {who}");
        drop(taken);
        browser.get("/account").await.assert_ok();
    }
}
