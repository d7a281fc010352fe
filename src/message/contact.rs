//! The person of staff whom everybody else turns to.

use crate::form::typed::readable_phone;

/// Whom to turn to about something: named in the foot of each letter and page about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    /// As `+4512345678`.
    pub phone: Option<String>,
    pub email: String,
}

impl Contact {
    /// All of it in one line.
    pub fn line(&self) -> String {
        let phone = self.phone.as_deref().map(readable_phone);
        [Some(self.name.clone()), phone, Some(self.email.clone())].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The number as people read it.
    pub fn readable_phone(&self) -> String {
        self.phone.as_deref().map(readable_phone).unwrap_or_default()
    }
}
