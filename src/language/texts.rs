//! The texts of the locale files, by language and key.
//!
//! A page names some hundred texts, and finding one in its file, with the search for the best language before it, costs
//! more than all else on the page. So a text without anything to fill in is found once and kept.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, langid, static_loader};

use crate::language::Tr;

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "da",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static DANISH: LanguageIdentifier = langid!("da");
static ENGLISH: LanguageIdentifier = langid!("en");

type Kept = RwLock<Option<HashMap<String, String>>>;

static KEPT_DANISH: Kept = RwLock::new(None);
static KEPT_ENGLISH: Kept = RwLock::new(None);

/// The text of a key with nothing to fill in.
pub(super) fn plain(tr: Tr, key: &str) -> String {
    let kept = match tr {
        Tr::Danish => &KEPT_DANISH,
        Tr::English => &KEPT_ENGLISH,
    };
    let known = kept.read().unwrap_or_else(PoisonError::into_inner).as_ref().and_then(|texts| texts.get(key).cloned());
    known.unwrap_or_else(|| keep(kept, tr, key))
}

/// The text of a key, if it has one.
pub(super) fn if_written(tr: Tr, key: &str) -> Option<String> {
    LOCALES.try_lookup(identifier(tr), key)
}

/// Only texts that exist are kept: a key may come out of a cookie, and others could fill the memory.
fn keep(kept: &Kept, tr: Tr, key: &str) -> String {
    let Some(text) = LOCALES.try_lookup(identifier(tr), key) else {
        return LOCALES.lookup(identifier(tr), key);
    };
    let mut kept = kept.write().unwrap_or_else(PoisonError::into_inner);
    kept.get_or_insert_default().insert(key.to_owned(), text.clone());
    text
}

/// The text of a key with these things filled in.
pub(super) fn filled_in(
    tr: Tr,
    key: &str,
    arguments: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
) -> String {
    let arguments: HashMap<Cow<'static, str>, FluentValue> =
        arguments.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
    let found = LOCALES.lookup_single_language(identifier(tr), key, Some(&arguments));
    found.unwrap_or_else(|_| LOCALES.lookup_with_args(identifier(tr), key, &arguments))
}

fn identifier(tr: Tr) -> &'static LanguageIdentifier {
    match tr {
        Tr::Danish => &DANISH,
        Tr::English => &ENGLISH,
    }
}
