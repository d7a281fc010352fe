//! One of several answers that a form offers.

/// An answer to choose: what is posted, what is read, and what explains it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
}

impl Choice {
    /// A choice that explains itself; `label` is already in the reader's language.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new() }
    }

    /// The same choice with a sentence beneath it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Whether this is the one that was chosen.
    pub fn is(&self, chosen: impl AsRef<str>) -> bool {
        self.value == chosen.as_ref()
    }

    /// Whether this is among those that were chosen.
    pub fn among(&self, chosen: &[String]) -> bool {
        chosen.contains(&self.value)
    }
}
