//! A browser window for one journey, closed again whatever happens.

use std::ops::Deref;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use futures::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// More browsers at once would only wait for each other on a small machine.
static BROWSERS: Semaphore = Semaphore::const_new(2);
/// A browser that hangs must not hold up everybody.
const LONGEST_JOURNEY: Duration = Duration::from_secs(600);

/// What somebody looks at the site with.
#[derive(Clone, Copy, Debug)]
pub enum Screen {
    /// 1280 x 900 pixels, with a mouse.
    Desktop,
    /// 390 x 844 pixels, by touch.
    Phone,
}

/// A browser window; everything that fantoccini's client can do, and what our journeys often do.
pub struct Window {
    client: Client,
    journey: &'static str,
}

impl Deref for Window {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// Walks through `steps` in a browser of its own. When they panic, the last picture is kept.
///
/// # Panics
/// When no browser runs for the tests, and when the steps do.
pub async fn journey(name: &'static str, screen: Screen, steps: impl AsyncFnOnce(&Window)) {
    let _turn = BROWSERS.acquire().await.unwrap();
    let profile = TempDir::new().unwrap();
    let window = Window { client: connect(screen, &profile).await, journey: name };
    let steps = async { timeout(LONGEST_JOURNEY, steps(&window)).await.expect("a journey should end") };
    let walked = AssertUnwindSafe(steps).catch_unwind().await;
    if walked.is_err() {
        eprintln!("{name} stopped at {:?}", window.current_url().await);
        window.keep_picture("stopped").await;
    }
    window.client.close().await.unwrap();
    if let Err(panic) = walked {
        resume_unwind(panic);
    }
}

impl Window {
    /// Types `text` into the field with this name, in place of what stands there.
    pub async fn fill(&self, field: &str, text: &str) {
        let field = self.one(&format!("[name='{field}']")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Clicks what the selector finds, and waits for the page that follows.
    pub async fn click(&self, selector: &str) {
        self.one(selector).await.click().await.unwrap();
    }

    /// The text that a person reads in the first element that the selector finds.
    pub async fn text_of(&self, selector: &str) -> String {
        self.one(selector).await.text().await.unwrap()
    }

    async fn one(&self, selector: &str) -> fantoccini::elements::Element {
        match self.wait().for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("there is no {selector} on {:?}: {error}", self.current_url().await),
        }
    }

    /// Keeps a picture of the window as `target/screenshots/JOURNEY-MOMENT.png`.
    pub async fn keep_picture(&self, moment: &str) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{}-{moment}.png", self.journey));
        std::fs::write(&file, self.screenshot().await.unwrap()).unwrap();
        file
    }
}

async fn connect(screen: Screen, profile: &TempDir) -> Client {
    let address = std::env::var("BROBYG_TEST_WEBDRIVER_URL").expect(
        "BROBYG_TEST_WEBDRIVER_URL should be set: run `bin/test browser`, which starts a browser for the tests",
    );
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities(screen, profile))
        .connect(&address)
        .await
        .expect("the browser should start")
}

fn capabilities(screen: Screen, profile: &TempDir) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1280,900",
    ]
    .map(String::from)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.path().display()));
    let mut options = json!({ "args": arguments });
    if let Ok(chromium) = std::env::var("BROBYG_TEST_CHROMIUM") {
        options["binary"] = Value::from(chromium);
    }
    if let Screen::Phone = screen {
        options["mobileEmulation"] =
            json!({ "deviceMetrics": { "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true } });
    }
    let timeouts = json!({ "pageLoad": 30_000, "script": 30_000 });
    Capabilities::from_iter([("goog:chromeOptions".to_owned(), options), ("timeouts".to_owned(), timeouts)])
}
