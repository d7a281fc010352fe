//! The words that go to firms: what is missing, what a mentor does, how to apply. Nothing in them is about a person.

use crate::{language::Tr, page::mail_link};

/// Fewer than this many could be recognised: then neither their number nor their area is told.
pub const FEWEST: u64 = 3;

/// What the words are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// What people call the industry.
    pub industry: String,
    /// How many wait for it in the whole scheme.
    pub people: u64,
    /// An area with how many of them live there.
    pub area: Option<(String, u64)>,
    /// The public page where volunteers apply.
    pub apply_at: String,
}

/// Plain text, ready to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub text: String,
}

impl Call {
    pub fn letter(&self, tr: Tr) -> Letter {
        let parts = [
            tr.t("shortage-text-hello"),
            self.who_waits(tr),
            tr.t("shortage-text-mentor"),
            tr.t("shortage-text-care"),
            format!("{}\n{}", tr.t("shortage-text-apply"), self.apply_at),
            tr.t("shortage-text-thanks"),
        ];
        Letter { subject: tr.t1("shortage-text-subject", "industry", self.industry.clone()), text: parts.join("\n\n") }
    }

    fn who_waits(&self, tr: Tr) -> String {
        let industry = self.industry.clone();
        match &self.area {
            Some((area, people)) if *people >= FEWEST => tr.with(
                "shortage-text-waiting-area",
                [("people", (*people).into()), ("area", area.clone().into()), ("industry", industry.into())],
            ),
            _ if self.people >= FEWEST => tr.t2("shortage-text-waiting", "people", self.people, "industry", industry),
            _ => tr.t1("shortage-text-waiting-few", "industry", industry),
        }
    }
}

impl Letter {
    /// An address that opens the letter in one's own mail program.
    pub fn link(&self) -> String {
        mail_link(&self.subject, &self.text)
    }
}
