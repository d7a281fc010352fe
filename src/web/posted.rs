//! A form as it was posted, before anybody reads it: what was typed, and on which page it stood.

use form_urlencoded::parse;
use poem::{Body, Request, Result};

use crate::{
    error::AppError,
    form::{Pairs, typed},
    web::{
        bounds::{FORM_BYTES, FORM_FIELDS},
        own_path::is_own_path,
    },
};

/// Fields that hold passwords. Their values are never kept and never sent back.
pub const PASSWORDS: [&str; 3] = ["current", "password", "again"];
/// The longest address of a page that is remembered.
const LONGEST_PAGE: usize = 2000;

/// The fields whose names begin with `_` are the form's own: `_csrf`, `_page` (where it stands), `_once` (which rendering
/// of it; `_rendering` where it is not to be carried out), `_turn` (when its script sent it), `_seen` (what it has seen of a draft), `_action` (where the form goes
/// that its script sent before), `_language` (the button that changes the language).
#[derive(Clone, Debug)]
pub struct Posted {
    /// The path that the form was posted to.
    pub action: String,
    pairs: Pairs,
}

impl Posted {
    /// Reads the form of a request, and leaves the body as it was. Nothing where the body is no form.
    ///
    /// # Errors
    /// When the body is larger than a form may be, or breaks off.
    pub async fn read(request: &mut Request) -> Result<Option<Self>> {
        let is_form = request.content_type().is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Ok(None);
        }
        let limit = usize::try_from(FORM_BYTES).unwrap_or(usize::MAX);
        let bytes = request.take_body().into_bytes_limit(limit).await.map_err(|error| match error {
            poem::error::ReadBodyError::PayloadTooLarge => poem::Error::from(error),
            _ => AppError::NotAForm.into(),
        })?;
        request.set_body(Body::from_bytes(bytes.clone()));
        let pairs: Pairs =
            parse(&bytes).take(FORM_FIELDS + 1).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        // Whoever sends more gets nothing of it back.
        let pairs = if pairs.len() > FORM_FIELDS { Pairs::new() } else { pairs };
        Ok(Some(Self { action: request.uri().path().to_owned(), pairs }))
    }

    /// The first value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The page on which the form stood, with its query.
    pub fn page(&self) -> Option<&str> {
        self.field("_page").filter(|page| page.len() <= LONGEST_PAGE && is_own_path(page))
    }

    /// What names this rendering of the form.
    pub fn once(&self) -> Option<&str> {
        self.field("_once").filter(|once| !once.is_empty() && once.len() <= 64)
    }

    /// The same, also of what a script saves while somebody types, which is saved as often as it comes.
    pub fn rendering(&self) -> Option<&str> {
        self.once().or_else(|| self.field("_rendering").filter(|once| !once.is_empty() && once.len() <= 64))
    }

    /// Where the form would have gone that its script sent.
    pub fn said_action(&self) -> Option<&str> {
        self.field("_action").filter(|action| is_own_path(action))
    }

    /// Whether somebody chose a password in it.
    pub fn holds_password(&self) -> bool {
        PASSWORDS.iter().any(|name| self.field(name).is_some())
    }

    /// When the form's script sent it, by the clock of the browser, in milliseconds; 0 without a script.
    pub fn turn(&self) -> i64 {
        self.field("_turn").and_then(|turn| turn.parse().ok()).unwrap_or(0)
    }

    /// What a person typed, chose or left, with what the form says by itself; no passwords.
    pub fn typed(&self) -> Pairs {
        let is_typed = |(name, _): &&(String, String)| !name.starts_with('_') && !PASSWORDS.contains(&name.as_str());
        self.pairs.iter().filter(is_typed).cloned().collect()
    }

    /// What may be kept of it: no field with a CPR number, and no day whose parts hold one together; and whether one was
    /// left out.
    pub fn keepable(&self) -> (Pairs, bool) {
        let typed = self.typed();
        let all = typed.len();
        let holding = typed::names_with_cpr_number(&typed);
        let pairs: Pairs = typed.into_iter().filter(|(name, _)| !holding.contains(name)).collect();
        let is_left_out = pairs.len() < all;
        (pairs, is_left_out)
    }

    /// Everything that makes this submission another one than the next: all but the token and the script's clock.
    pub fn identity(&self) -> impl Iterator<Item = &str> {
        let fields = self.pairs.iter().filter(|(name, _)| name != "_csrf" && name != "_turn");
        fields.flat_map(|(name, value)| [name.as_str(), value.as_str()])
    }
}
