//! What people do with a page, in the words that they see on it.
//!
//! Everything is found by its visible words: a field by its label, a button by what stands on it. A form that a person
//! cannot fill in by reading it cannot be filled in by a journey either.

use brobyg::web::DateParts;
use chrono::NaiveDate;
use fantoccini::{Locator, elements::Element};

use crate::driver::Window;

impl Window {
    /// Opens an address.
    pub async fn open(&self, address: &str) {
        self.goto(address).await.unwrap();
    }

    /// Presses the first button with these words.
    pub async fn press(&self, words: &str) {
        self.shown(&format!("//button[{}]", says(words))).await.click().await.unwrap();
    }

    /// Follows the first link with these words.
    pub async fn follow(&self, words: &str) {
        self.shown(&format!("//a[{}]", says(words))).await.click().await.unwrap();
    }

    /// Follows an entry of the main menu, which a phone folds away.
    pub async fn menu(&self, words: &str) {
        let button = self.find(Locator::Css(".menu-button")).await.unwrap();
        if button.is_displayed().await.unwrap() {
            button.click().await.unwrap();
        }
        self.shown(&format!("//header//*[self::a or self::button][{}]", says(words))).await.click().await.unwrap();
    }

    /// Opens what is folded away under these words.
    pub async fn unfold(&self, words: &str) {
        self.shown(&format!("//summary[{}]", says(words))).await.click().await.unwrap();
    }

    /// Types into the field with this label, in place of what stands there.
    pub async fn write(&self, label: &str, text: &str) {
        let field = self.labelled(label).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Types a date into the three fields of this question.
    pub async fn write_date(&self, question: &str, date: NaiveDate) {
        let xpath = format!("//fieldset[legend[{}]]//input", says(question));
        self.shown(&xpath).await;
        let fields = self.find_all(Locator::XPath(&xpath)).await.unwrap();
        let parts = DateParts::from(date);
        assert_eq!(fields.len(), 3, "{question} should ask for day, month and year");
        for (field, part) in fields.iter().zip([parts.day, parts.month, parts.year]) {
            field.clear().await.unwrap();
            field.send_keys(&part).await.unwrap();
        }
    }

    /// Chooses an answer in the list with this label.
    pub async fn pick(&self, label: &str, answer: &str) {
        self.labelled(label).await.select_by_label(answer).await.unwrap();
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
        self.shown(&format!("//body//*[{holds}][not(*[{holds}])]")).await;
    }

    /// Makes sure that the page does not hold these words, not even folded away.
    pub async fn does_not_see(&self, words: &str) {
        let page = self.source().await.unwrap();
        assert!(!page.contains(words), "{:?} shows {words:?}", self.current_url().await);
    }

    async fn labelled(&self, label: &str) -> Element {
        self.field_of(&self.shown(&format!("//label[{}]", says(label))).await).await
    }

    async fn field_of(&self, label: &Element) -> Element {
        let id = label.attr("for").await.unwrap().unwrap();
        self.find(Locator::Id(&id)).await.unwrap()
    }

    async fn mark(&self, label: &str) {
        let label = self.shown(label).await;
        if !self.field_of(&label).await.is_selected().await.unwrap() {
            label.click().await.unwrap();
        }
    }

    /// The first element that the path finds and a person sees.
    async fn shown(&self, xpath: &str) -> Element {
        let path = Locator::XPath(xpath);
        if let Err(error) = self.wait().for_element(path).await {
            panic!("{xpath} is not on {:?}: {error}\n{}", self.current_url().await, self.words().await);
        }
        for element in self.find_all(path).await.unwrap() {
            if element.is_displayed().await.unwrap() {
                return element;
            }
        }
        panic!("nobody sees {xpath} on {:?}\n{}", self.current_url().await, self.words().await)
    }

    /// All that a person reads on the page.
    async fn words(&self) -> String {
        self.find(Locator::Css("body")).await.unwrap().text().await.unwrap()
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
