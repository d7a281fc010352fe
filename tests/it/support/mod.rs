//! The product in a test: an own migrated database, a clock that stands still, browsers of people.

mod browser;
mod consents;
mod courses;
pub mod database;
pub mod forms;
pub mod gateway;
mod interviews;
mod jobs;
mod mails;
mod mentors;
mod messages;
mod people;
pub mod process;
pub mod scheme;
pub mod smtp;

pub use browser::{Browser, Page, UNKNOWN};
pub use people::viewer_of;

use std::sync::Arc;

use brobyg::{
    app::App,
    clock::Clock,
    config::{Config, Values},
    database::{Database, connect},
    mentor::index,
    message::sms::Sms,
    record::SecurityLog,
    routes,
    token::CsrfKey,
};
use chrono::{DateTime, NaiveDate, Utc};
use entity::Words;
use poem::{EndpointExt, endpoint::BoxEndpoint};
use sea_orm::Value;

use database::{TestDatabase, fresh_database_url};

/// The day on which every test happens, a Wednesday.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()
}

fn now() -> DateTime<Utc> {
    today().and_hms_opt(9, 30, 0).unwrap().and_utc()
}

/// Whether a column of a record holds anything.
pub fn says_something(value: &Value) -> bool {
    *value != value.as_null() && *value != Words::default().into()
}

/// The platform of one test.
pub struct TestApp {
    pub app: App,
    pub data: tempfile::TempDir,
    site: Arc<BoxEndpoint<'static>>,
    _database: TestDatabase,
}

/// An empty platform, all its own.
pub async fn start() -> TestApp {
    start_on(fresh_database_url().await).await
}

/// The same on a database that the test has made ready.
pub async fn start_on(database: TestDatabase) -> TestApp {
    let data = tempfile::tempdir().unwrap();
    let settings = [
        ("BROBYG_DATA", data.path().display().to_string()),
        ("BROBYG_DATABASE_URL", database.url.clone()),
        ("BROBYG_SECRET", "a secret of the tests, long enough".into()),
        // Browsers in process come from nowhere, and may say that they are a proxy.
        ("BROBYG_TRUSTED_PROXIES", "0.0.0.0".into()),
    ];
    let values = Values::read(settings.into_iter().map(|(key, value)| (key.to_owned(), value))).unwrap();
    let config = Config::from_values(&values).unwrap();
    let db = connect(&config.database_url).await.unwrap();
    let app = App {
        search: index::in_memory(&db, today()).await.unwrap(),
        db,
        clock: Clock::standing_at(now()),
        csrf: CsrfKey::new(&config.secret),
        security: SecurityLog::default(),
        post: config.post().unwrap(),
        sms: Sms::open(&config.sms, &config.base_url, &config.data).unwrap(),
        config: Arc::new(config),
        demo: false,
    };
    let site = Arc::new(routes::site(&app).map_to_response().boxed());
    TestApp { app, data, site, _database: database }
}

impl TestApp {
    /// The same platform as the demo, where everything is invented.
    pub fn into_demo(mut self) -> Self {
        self.app.demo = true;
        self.opened_again()
    }

    /// The same platform after something of it was set otherwise.
    pub fn opened_again(mut self) -> Self {
        self.site = Arc::new(routes::site(&self.app).map_to_response().boxed());
        self
    }

    pub fn db(&self) -> &Database {
        &self.app.db
    }

    /// A browser in which nobody is signed in.
    pub fn visitor(&self) -> Browser {
        Browser::new(self)
    }
}
