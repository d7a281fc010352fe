//! What people do with a page, in the words that they see on it.
//!
//! Everything is found by its visible words: a field by its label, a button by what stands on it. A form that a person
//! cannot fill in by reading it cannot be filled in by a journey either.

use brobyg::form::DateParts;
use chrono::NaiveDate;
use fantoccini::{Locator, elements::Element};

use crate::{driver::Window, patience::Look};

impl Window {
    /// Opens an address.
    pub async fn open(&self, address: &str) {
        self.until(address, async || self.goto(address).await.map(Some)).await;
    }

    /// Presses the first button with these words.
    pub async fn press(&self, words: &str) {
        self.clicks_shown(&format!("//button[{}]", says(words))).await;
    }

    /// Follows the first link with these words.
    pub async fn follow(&self, words: &str) {
        self.clicks_shown(&format!("//a[{}]", says(words))).await;
    }

    /// Follows an entry of the main menu, which a phone folds away.
    pub async fn menu(&self, words: &str) {
        let entry = format!("//header//*[self::a or self::button][{}]", says(words));
        let unfolds = async || {
            if let Some(button) = self.seen(Locator::Css(".menu:not([open]) .menu-button")).await? {
                button.click().await?;
            }
            self.seen(Locator::XPath(&entry)).await
        };
        self.clicks(&entry, unfolds).await;
    }

    /// Opens what is folded away under these words.
    pub async fn unfold(&self, words: &str) {
        let summary = format!("//summary[{}]", says(words));
        let open = async || {
            let Some(summary) = self.seen(Locator::XPath(&summary)).await? else { return Ok(None) };
            let details = summary.find(Locator::XPath("..")).await?;
            if details.attr("open").await?.is_none() {
                summary.click().await?;
            }
            Ok(details.attr("open").await?.map(|_| ()))
        };
        self.until(&summary, open).await;
    }

    /// Types into the field with this label, in place of what stands there.
    pub async fn write(&self, label: &str, text: &str) {
        self.types(label, async || self.labelled(label).await, text).await;
    }

    /// Types a date into the three fields of this question.
    pub async fn write_date(&self, question: &str, date: NaiveDate) {
        let parts = DateParts::from(date);
        for (at, part) in [parts.day, parts.month, parts.year].iter().enumerate() {
            let xpath = format!("(//fieldset[legend[{}]]//input)[{}]", says(question), at + 1);
            self.types(&xpath, async || self.seen(Locator::XPath(&xpath)).await, part).await;
        }
    }

    /// Chooses an answer in the list with this label.
    pub async fn pick(&self, label: &str, answer: &str) {
        let picked = async || {
            let Some(list) = self.labelled(label).await? else { return Ok(None) };
            list.select_by_label(answer).await.map(Some)
        };
        self.until(label, picked).await;
    }

    /// Chooses one of the answers to this question, if it is not chosen already.
    pub async fn choose(&self, question: &str, answer: &str) {
        self.mark(&format!("//fieldset[legend[{}]]//label[{}]", says(question), says(answer))).await;
    }

    /// Puts a tick at this sentence, if there is none.
    pub async fn tick(&self, sentence: &str) {
        self.mark(&format!("//label[{}]", says(sentence))).await;
    }

    /// Waits until a person reads this on the page.
    pub async fn sees(&self, words: &str) {
        let holds = format!("contains(normalize-space(.), {})", quoted(words));
        let innermost = format!("//body//*[{holds}][not(*[{holds}])]");
        self.until(words, async || self.seen(Locator::XPath(&innermost)).await).await;
    }

    /// Makes sure that the page does not hold these words, not even folded away.
    pub async fn does_not_see(&self, words: &str) {
        let page = self.until("the page", async || self.source().await.map(Some)).await;
        assert!(!page.contains(words), "{:?} shows {words:?}", self.current_url().await);
    }

    async fn clicks_shown(&self, xpath: &str) {
        self.clicks(xpath, async || self.seen(Locator::XPath(xpath)).await).await;
    }

    /// The field with this label.
    pub async fn labelled(&self, label: &str) -> Look<Element> {
        let path = format!("//label[{}]", says(label));
        let Some(label) = self.seen(Locator::XPath(&path)).await? else { return Ok(None) };
        self.field_of(&label).await
    }

    async fn field_of(&self, label: &Element) -> Look<Element> {
        let id = label.attr("for").await?.unwrap_or_default();
        self.find(Locator::Id(&id)).await.map(Some)
    }

    async fn mark(&self, label: &str) {
        let marked = async || {
            let Some(label) = self.seen(Locator::XPath(label)).await? else { return Ok(None) };
            let Some(field) = self.field_of(&label).await? else { return Ok(None) };
            if !field.is_selected().await? {
                label.click().await?;
            }
            Ok(field.is_selected().await?.then_some(()))
        };
        self.until(label, marked).await;
    }
}

/// Holds for an element whose own words are these; what is added for screen readers or as a remark may follow.
fn says(words: &str) -> String {
    let words = quoted(words);
    format!("normalize-space(text())={words} or normalize-space(.)={words}")
}

fn quoted(words: &str) -> String {
    assert!(!words.contains('"'), "{words} cannot be looked for");
    format!("\"{words}\"")
}
