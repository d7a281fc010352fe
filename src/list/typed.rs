//! What somebody typed into a search, and looking for it once more with slips of the pen forgiven (docs/adr/0081).

use std::{fmt, ops::Deref};

use serde::{Deserialize, Serialize};

use super::{Asked, Found, containing::may_slip};

/// What somebody typed into a search: in addresses and templates it is its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "String", into = "String")]
pub struct Typed {
    text: String,
    forgives: bool,
}

impl Typed {
    /// The same, to find what is one slip of the pen away as well.
    #[must_use]
    pub fn forgiving(self) -> Self {
        Self { forgives: true, ..self }
    }

    pub(super) fn forgives(&self) -> bool {
        self.forgives
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self { text, forgives: false }
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Typed> for String {
    fn from(typed: Typed) -> Self {
        typed.text
    }
}

impl Deref for Typed {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What a list is asked, with all that was typed into its searches.
pub trait Searched: Clone {
    fn typed(&mut self) -> Vec<&mut Typed>;
}

impl Searched for Typed {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![self]
    }
}

impl<F: Searched> Searched for Asked<F> {
    fn typed(&mut self) -> Vec<&mut Typed> {
        self.filter.typed()
    }
}

/// What looking finds.
pub trait Finds {
    /// Whether there is none of it, on whatever page.
    fn is_nothing(&self) -> bool;
}

impl<R> Finds for Found<R> {
    fn is_nothing(&self) -> bool {
        self.paging.total == 0
    }
}

impl<T> Finds for Vec<T> {
    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

/// What is found as it was typed; when that is nothing, what is found with slips of the pen forgiven. Whatever `look` leaves
/// out, for the viewer or by a filter, is nothing in either: it neither shows nor keeps a slip from being forgiven.
pub async fn or_nearly<S, T, E, Looked>(asked: &S, look: impl Fn(S) -> Looked) -> Result<T, E>
where
    S: Searched,
    T: Finds,
    Looked: Future<Output = Result<T, E>>,
{
    let found = look(asked.clone()).await?;
    match nearly(asked).filter(|_| found.is_nothing()) {
        Some(nearly) => look(nearly).await,
        None => Ok(found),
    }
}

/// The same with slips forgiven; nothing when no word of it may slip, so that the same would be found.
fn nearly<S: Searched>(asked: &S) -> Option<S> {
    let mut nearly = asked.clone();
    let mut may = false;
    for typed in nearly.typed() {
        may |= may_slip(typed);
        typed.forgives = true;
    }
    may.then_some(nearly)
}
