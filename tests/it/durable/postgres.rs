//! PostgreSQL that restarts, goes away, hangs or becomes read-only.

use std::time::Duration;

use brobyg::database::{ConnectError, connect};
use entity::{partners, users::Role};
use poem::http::StatusCode;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use tokio::time::Instant;

use super::proxy::{Cut, Proxy};
use crate::support::{
    self, Browser, TestApp,
    database::{administer, fresh_database_url, on_postgres, postgres_with},
};

const WITHOUT_DATA: [&str; 6] = ["/", "/accessibility", "/privacy", "/sign-in", "/password", "/mentors/applied"];
/// How long a server that may be written to again is not noticed at the most, on a slow machine; it should be seconds.
const LONGEST: Duration = Duration::from_secs(200);

struct Place {
    app: TestApp,
    astrid: Browser,
    proxy: Proxy,
    name: String,
}

/// A platform with a proxy before its PostgreSQL, an administrator, and as many open connections as ten pages need.
async fn place() -> Option<Place> {
    if !on_postgres() {
        return None;
    }
    let mut database = fresh_database_url().await;
    let name = database.url.rsplit_once('/').unwrap().1.to_owned();
    let proxy = Proxy::before(&mut database).await;
    let app = support::start_on(database).await;
    let astrid = Browser::signed_in(&app, app.user("Astrid", Role::Administrator, None).await).await;
    let place = Place { app, astrid, proxy, name };
    assert_eq!(place.ten_pages().await, [StatusCode::OK; 10]);
    Some(place)
}

impl Place {
    async fn ten_pages(&self) -> Vec<StatusCode> {
        let pages = (0..10).map(|_| async { self.astrid.get("/admin/partners").await.status });
        futures::future::join_all(pages).await
    }

    async fn adds(&self, name: &str) -> support::Page {
        self.astrid.submit("/admin/partners/new", &[("name", name)]).await
    }

    async fn partners(&self) -> u64 {
        partners::Entity::find().count(self.app.db()).await.unwrap()
    }

    async fn what_needs_no_data(&self) -> Vec<StatusCode> {
        let mut shown = Vec::new();
        for path in WITHOUT_DATA {
            shown.push(self.astrid.get(path).await.status);
        }
        shown
    }

    /// A page that needs data, asked for first, still waits when the last of those that need none is there.
    async fn shows_at_once_what_needs_no_data(&self) {
        tokio::select! {
            biased;
            page = self.astrid.get("/admin/partners") => panic!("{} came before what needs no data", page.status),
            shown = self.what_needs_no_data() => assert_eq!(shown, [StatusCode::OK; WITHOUT_DATA.len()]),
        }
    }
}

fn is_unavailable(page: &support::Page) -> bool {
    page.status == StatusCode::SERVICE_UNAVAILABLE
        && page.retry_after.is_some()
        && page.body.contains("Vi kan ikke nå vores data lige nu")
}

#[tokio::test]
async fn no_page_and_no_form_fails_for_connections_that_died_meanwhile() {
    let Some(place) = place().await else { return };
    place.proxy.cut().await;
    assert_eq!(place.ten_pages().await, [StatusCode::OK; 10]);
    place.proxy.cut().await;
    assert_eq!(place.adds("Helhedsplan").await.status, StatusCode::SEE_OTHER);
    let terminate = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'", place.name);
    administer(&terminate).await;
    assert_eq!(place.ten_pages().await, [StatusCode::OK; 10]);
    administer(&terminate).await;
    assert_eq!(place.adds("En anden").await.status, StatusCode::SEE_OTHER);
    assert_eq!(place.partners().await, 2);
}

#[tokio::test]
async fn a_connection_cut_while_it_commits_is_not_told_as_done() {
    let Some(place) = place().await else { return };
    for cut in [Cut::BeforeCommit, Cut::AfterCommit] {
        place.proxy.cuts(cut);
        let answered = place.adds(&format!("Helhedsplan {cut:?}")).await;
        assert!(is_unavailable(&answered), "{cut:?}: {}", answered.status);
        place.proxy.cuts(Cut::Never);
    }
    assert_eq!(place.adds("Helhedsplan").await.status, StatusCode::SEE_OTHER);
    assert!(place.partners().await >= 1);
}

#[tokio::test]
async fn without_a_database_what_needs_none_is_shown_and_nobody_is_signed_out() {
    let Some(place) = place().await else { return };
    place.proxy.refuse().await;
    place.shows_at_once_what_needs_no_data().await;
    assert!(is_unavailable(&place.astrid.get("/admin/partners").await));
    assert!(is_unavailable(&place.adds("Helhedsplan").await));
    place.proxy.accept_again().await;
    assert_eq!(place.ten_pages().await, [StatusCode::OK; 10], "still signed in");
    assert_eq!(place.adds("Helhedsplan").await.status, StatusCode::SEE_OTHER);
    assert_eq!(place.partners().await, 1);
}

#[tokio::test]
async fn a_database_that_hangs_is_not_waited_for_without_end() {
    let Some(place) = place().await else { return };
    place.proxy.flows(false);
    place.shows_at_once_what_needs_no_data().await;
    // Nothing answers until the test lets it: that they come back at all is the limit.
    let (page, form) = tokio::join!(place.astrid.get("/admin/partners"), place.adds("Helhedsplan"));
    assert!(is_unavailable(&page) && is_unavailable(&form));
    place.proxy.flows(true);
    assert_eq!(place.ten_pages().await, [StatusCode::OK; 10]);
    assert_eq!(place.adds("Helhedsplan").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_database_that_becomes_read_only_is_read_and_then_written_again_by_itself() {
    let Some(place) = place().await else { return };
    let set = |words: &str| format!("ALTER DATABASE {} SET default_transaction_read_only = {words}", place.name);
    administer(&set("on")).await;
    place.proxy.cut().await;
    // After a while somebody would be written down as seen.
    place.app.app.clock.advance(chrono::Duration::minutes(5));
    assert_eq!(place.ten_pages().await, [StatusCode::OK; 10]);
    assert!(is_unavailable(&place.adds("Helhedsplan").await));
    administer(&set("off")).await;
    let since = Instant::now();
    // The server does not say that it may be written to: it is asked anew every few seconds.
    while place.adds("Helhedsplan").await.status != StatusCode::SEE_OTHER {
        assert!(since.elapsed() < LONGEST, "it should be written to again");
    }
    assert_eq!(place.partners().await, 1);
}

#[tokio::test]
async fn a_database_that_cannot_keep_every_letter_is_refused_with_a_sentence() {
    if !on_postgres() {
        return;
    }
    for encoding in ["LATIN1", "SQL_ASCII"] {
        let database = postgres_with(&format!("ENCODING '{encoding}' LOCALE 'C'")).await;
        let refused = connect(&database.url).await.err().expect("it should be refused");
        assert!(matches!(refused, ConnectError::Encoding(_)));
        assert!(refused.to_string().contains(encoding) && refused.to_string().contains("UTF8"));
    }
    let right = postgres_with("ENCODING 'UTF8'").await;
    let opened = connect(&right.url).await.unwrap();
    assert!(opened.execute_unprepared("SELECT 1").await.is_ok());
}
