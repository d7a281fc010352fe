//! The person of staff whom everybody else turns to.

use chrono::NaiveDate;

use crate::{form::typed::readable_phone, language::Tr};

/// Whom to turn to about something: named in the foot of each letter and page about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    /// As `+4512345678`.
    pub phone: Option<String>,
    pub email: String,
    /// The last day on which it is this person, where they step in for somebody who is away.
    pub until: Option<NaiveDate>,
}

impl Contact {
    /// All of it in one line.
    pub fn line(&self) -> String {
        let phone = self.phone.as_deref().map(readable_phone);
        [Some(self.name.clone()), phone, Some(self.email.clone())].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Who it is, in a sentence, and until when where that has an end.
    pub fn told(&self, tr: Tr) -> String {
        match self.until {
            Some(until) => tr.t2("message-contact-until", "contact", self.line(), "date", tr.date(&until)),
            None => tr.t1("message-contact", "contact", self.line()),
        }
    }

    /// The number as people read it.
    pub fn readable_phone(&self) -> String {
        self.phone.as_deref().map(readable_phone).unwrap_or_default()
    }
}
