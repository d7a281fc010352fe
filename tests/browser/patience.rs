//! Waits as people do: looks again until it is so, however busy the machine is, and is not confused by a page on its
//! way out.
//!
//! Whatever is done to a page is done through [`Window::until`]: the element is found anew each time, as the page may
//! have been replaced between looking and doing. A click that leads to another page has happened when that page is there.

use std::time::Duration;

use fantoccini::{Locator, elements::Element, error::CmdError};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::driver::Window;

/// How long a step may take. Only a journey that is stuck ever waits so long.
const PATIENCE: Duration = Duration::from_secs(180);

/// Between two looks.
const BLINK: Duration = Duration::from_millis(40);

/// Marks the page, and tells whether a click on the element leads to another one: a link elsewhere, or a button that
/// sends a form which may be sent. A script that keeps the form from being sent takes the mark away again.
const MARK: &str = "const [element, mark] = arguments;
    const root = document.documentElement;
    root.dataset.left = mark;
    addEventListener('submit', (event) => { if (event.defaultPrevented) root.dataset.left = 'stays'; }, { once: true });
    const here = location.href.split('#')[0];
    const link = element.closest('a[href]');
    if (link) return !link.hash || link.href.split('#')[0] !== here;
    const button = element.closest('button');
    if (!button || !button.form || button.type !== 'submit') return false;
    return button.form.noValidate || button.formNoValidate || button.form.checkValidity();";

const IS_LEFT: &str = "return document.documentElement.dataset.left !== arguments[0]";

const HAS_COME: &str =
    "return document.documentElement.dataset.left !== arguments[0] && document.readyState === 'complete'";

/// What one look gave: nothing yet, or an answer.
pub type Look<T> = Result<Option<T>, CmdError>;

impl Window {
    /// Looks again until there is an answer. A page that is being replaced may answer with any error, so an error is a
    /// reason to look again.
    ///
    /// # Panics
    /// When there is none for too long, and when the browser is gone.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Look<T>) -> T {
        let begun = Instant::now();
        loop {
            let trouble = match look().await {
                Ok(Some(answer)) => {
                    self.has_moved();
                    return answer;
                }
                Ok(None) => None,
                Err(error) => Some(error),
            };
            let is_gone = trouble.as_ref().is_some_and(CmdError::is_invalid_session_id);
            if is_gone || begun.elapsed() > PATIENCE {
                panic!("{what}: not on {:?} {trouble:?}\n{}", self.current_url().await, self.words().await);
            }
            sleep(BLINK).await;
        }
    }

    /// What a script says that changes nothing, or does the same when it is run again.
    pub async fn asks(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.until(script, async || self.execute(script, arguments.clone()).await.map(Some)).await
    }

    /// The same of a script that calls its last argument when it is done.
    pub async fn asks_and_waits(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.until(script, async || self.execute_async(script, arguments.clone()).await.map(Some)).await
    }

    /// Waits until a script says this.
    pub async fn becomes(&self, script: &str, expected: Value) {
        let what = format!("{script} is {expected}");
        self.until(&what, async || Ok((self.execute(script, Vec::new()).await? == expected).then_some(()))).await;
    }

    /// Clicks what is found, and waits for the page that follows, if one does.
    pub async fn clicks(&self, what: &str, find: impl AsyncFn() -> Look<Element>) {
        let mark = self.new_mark();
        let leads_away = self
            .until(what, async || {
                // The click before may have been carried out although the driver could not say so.
                if self.was_marked(&mark).await? {
                    return Ok(Some(true));
                }
                let Some(element) = find().await? else { return Ok(None) };
                let leads_away = self.execute(MARK, vec![json!(element), json!(mark)]).await?;
                self.marked(&mark);
                element.click().await?;
                Ok(Some(leads_away == json!(true)))
            })
            .await;
        if leads_away {
            self.comes_after(&mark).await;
        }
    }

    /// Whether the page with this mark has been left.
    async fn was_marked(&self, mark: &str) -> Result<bool, CmdError> {
        Ok(self.is_marked(mark) && self.execute(IS_LEFT, vec![json!(mark)]).await? == json!(true))
    }

    /// Waits until another page than the marked one is there as a whole.
    pub async fn comes_after(&self, mark: &str) {
        let has_come = async || Ok((self.execute(HAS_COME, vec![json!(mark)]).await? == json!(true)).then_some(()));
        self.until("the page that follows", has_come).await;
    }

    /// Types into what is found, in place of what stands there, until it stands there.
    pub async fn types(&self, what: &str, find: impl AsyncFn() -> Look<Element>, text: &str) {
        let typed = async || {
            let Some(field) = find().await? else { return Ok(None) };
            field.clear().await?;
            field.send_keys(text).await?;
            Ok((field.prop("value").await?.as_deref() == Some(text)).then_some(()))
        };
        self.until(what, typed).await;
    }

    /// The first element that the locator finds and a person sees, if there is one now.
    pub async fn seen(&self, locator: Locator<'_>) -> Look<Element> {
        for element in self.find_all(locator).await? {
            if element.is_displayed().await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    /// All that a person reads on the page.
    async fn words(&self) -> String {
        let words = self.execute("return document.body.innerText", Vec::new()).await;
        words.map_or_else(|error| error.to_string(), |words| words.as_str().unwrap_or_default().to_owned())
    }
}
