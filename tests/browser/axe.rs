//! Asks axe-core whether a page can be used by everybody.

use std::fmt;
use std::path::Path;
use std::sync::LazyLock;

use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::driver::Window;

static SOURCE: LazyLock<String> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(file).expect("axe-core should be installed: run `bin/test browser`, which installs it")
});

/// The driver's own command that runs a script in every page that is opened from then on. Sending axe with each page
/// takes longer than what axe does there.
#[derive(Debug)]
struct AddToEveryPage;

impl WebDriverCompatibleCommand for AddToEveryPage {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _url: &Url) -> (Method, Option<String>) {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        (Method::POST, Some(json!({ "cmd": command, "params": { "source": *SOURCE } }).to_string()))
    }
}

const IS_THERE: &str = "return typeof axe !== 'undefined'";

/// Every rule that is on by itself, and the size of what one taps, which WCAG 2.2 added. Without reading the style
/// sheets anew for a rule about sound: the pages may load none.
const RUN: &str = "const [only, done] = arguments;
    const options = { resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } } };
    if (only) options.runOnly = only;
    axe.run(document, options).then(found => done({ violations: found.violations }), error => done({ error: String(error) }));";

/// What a page may break in one width alone: how large things are, and what scrolls. All else was seen in another width.
const OF_THE_WIDTH: [&str; 2] = ["target-size", "scrollable-region-focusable"];

/// One rule that a page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// Axe's name of the rule, such as `image-alt`.
    pub id: String,
    help: String,
    impact: Option<String>,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: Option<String>,
}

#[derive(Deserialize)]
struct Findings {
    #[serde(default)]
    violations: Vec<Violation>,
    error: Option<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} ({}): {}", self.id, self.impact.as_deref().unwrap_or("unrated"), self.help)?;
        for node in &self.nodes {
            writeln!(f, "    {}", node.html)?;
            for line in node.summary.iter().flat_map(|summary| summary.lines()) {
                writeln!(f, "        {line}")?;
            }
        }
        Ok(())
    }
}

/// All rules that the page in the window breaks.
pub async fn axe(window: &Window) -> Vec<Violation> {
    run(window, json!(null)).await
}

/// The rules that the page breaks in the width that it has now, when it was looked at in another one.
pub async fn axe_in_this_width(window: &Window) -> Vec<Violation> {
    run(window, json!(OF_THE_WIDTH)).await
}

async fn run(window: &Window, only: Value) -> Vec<Violation> {
    if window.asks(IS_THERE, Vec::new()).await != json!(true) {
        window.asks(&SOURCE, Vec::new()).await;
        window.issue_cmd(AddToEveryPage).await.unwrap();
    }
    let findings: Findings = serde_json::from_value(window.asks_and_waits(RUN, vec![only]).await).unwrap();
    assert_eq!(findings.error, None, "axe could not look at the page");
    findings.violations
}

/// Fails with what is wrong and where, when the page in the window breaks any rule.
pub async fn assert_accessible(window: &Window) {
    let violations = axe(window).await;
    let address = window.current_url().await.unwrap();
    let list: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "{address} cannot be used by everybody:\n{}", list.join("\n"));
}
