//! A browser window for one journey, closed again whatever happens.

use std::cell::{Cell, RefCell};
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
use tokio::time::sleep;

/// More browsers at once would only wait for each other on a small machine.
static BROWSERS: Semaphore = Semaphore::const_new(2);
/// A browser that hangs must not hold up everybody. A journey may take as long as it needs while it moves on.
const LONGEST_STANDSTILL: Duration = Duration::from_secs(400);
/// A machine with much else to do may need more than one try to start a browser.
const STARTS: usize = 5;

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
    /// How many steps have been taken.
    steps: Cell<u64>,
    /// The mark of the page that was clicked last, once it is on the page.
    mark: RefCell<String>,
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
    let (client, _profile) = connect(screen).await;
    let window = Window { client, journey: name, steps: Cell::default(), mark: RefCell::default() };
    let steps = async {
        tokio::select! {
            () = steps(&window) => {}
            () = window.stands_still() => panic!("{name} does not move on"),
        }
    };
    let walked = AssertUnwindSafe(steps).catch_unwind().await;
    if walked.is_err() {
        eprintln!("{name} stopped at {:?}", window.current_url().await);
        if let Ok(picture) = window.screenshot().await {
            keep(name, "stopped", &picture);
        }
    }
    // Whoever started the driver ends what a browser leaves behind.
    if let Err(error) = window.client.close().await {
        eprintln!("the browser of {name} did not close: {error}");
    }
    if let Err(panic) = walked {
        resume_unwind(panic);
    }
}

/// Keeps a picture as `target/screenshots/JOURNEY-MOMENT.png`.
fn keep(journey: &str, moment: &str, picture: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{journey}-{moment}.png"));
    std::fs::write(&file, picture).unwrap();
    file
}

impl Window {
    /// Types `text` into the field with this name, in place of what stands there.
    pub async fn fill(&self, field: &str, text: &str) {
        let name = format!("[name='{field}']");
        self.types(&name, async || self.find(Locator::Css(&name)).await.map(Some), text).await;
    }

    /// Clicks what the selector finds, and waits for the page that follows, if one does.
    pub async fn click(&self, selector: &str) {
        self.clicks(selector, async || self.find(Locator::Css(selector)).await.map(Some)).await;
    }

    /// The text that a person reads in the first element that the selector finds.
    pub async fn text_of(&self, selector: &str) -> String {
        self.text_at(Locator::Css(selector)).await
    }

    /// The same for any way to find it.
    pub async fn text_at(&self, locator: Locator<'_>) -> String {
        let what = format!("{locator:?}");
        self.until(&what, async || self.find(locator).await?.text().await.map(Some)).await
    }

    /// Keeps a picture of the window as `target/screenshots/JOURNEY-MOMENT.png`.
    pub async fn keep_picture(&self, moment: &str) -> PathBuf {
        let picture = self.until("a picture", async || self.screenshot().await.map(Some)).await;
        keep(self.journey, moment, &picture)
    }

    /// Counts a step that was taken.
    pub fn has_moved(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// Ends when no step is taken for too long.
    async fn stands_still(&self) {
        loop {
            let before = self.steps.get();
            sleep(LONGEST_STANDSTILL).await;
            if self.steps.get() == before {
                return;
            }
        }
    }

    /// A mark that no page of this window has carried.
    pub fn new_mark(&self) -> String {
        format!("left-{}", self.steps.get())
    }

    /// The page carries this mark from now on.
    pub fn marked(&self, mark: &str) {
        mark.clone_into(&mut self.mark.borrow_mut());
    }

    /// Whether a page was given this mark.
    pub fn is_marked(&self, mark: &str) -> bool {
        *self.mark.borrow() == mark
    }
}

/// A browser with a profile of its own.
async fn connect(screen: Screen) -> (Client, TempDir) {
    let address = std::env::var("BROBYG_TEST_WEBDRIVER_URL").expect(
        "BROBYG_TEST_WEBDRIVER_URL should be set: run `bin/test browser`, which starts a browser for the tests",
    );
    for start in 1.. {
        let profile = TempDir::new().unwrap();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(capabilities(screen, &profile)).connect(&address).await {
            Ok(client) => return (client, profile),
            Err(error) if start == STARTS => panic!("the browser does not start: {error}"),
            Err(error) => eprintln!("the browser did not start: {error}"),
        }
    }
    unreachable!("the last start gives a browser or panics")
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
    let timeouts = json!({ "pageLoad": 180_000, "script": 180_000 });
    Capabilities::from_iter([("goog:chromeOptions".to_owned(), options), ("timeouts".to_owned(), timeouts)])
}
