//! The texts of the locale files, by language and key.
//!
//! A page names some hundred texts, and finding one in its file, with the search for the best language before it, costs
//! more than all else on the page. So a text without anything to fill in is found once and kept.
//!
//! The files of the languages that young people get hold no more than what is said to them. What one of them lacks stands in
//! Danish, and says so ([`super::other::in_danish`]).

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, langid, static_loader};

use crate::language::{Tr, other::in_danish};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "da",
        // What is filled in may run the other way than the sentence around it.
        customise: |bundle| {
            let runs_from_right = bundle.locales.iter().any(|language| matches!(language.language.as_str(), "ar" | "fa"));
            bundle.set_use_isolating(runs_from_right);
        },
    };
}

static DANISH: LanguageIdentifier = langid!("da");
static ENGLISH: LanguageIdentifier = langid!("en");
static ARABIC: LanguageIdentifier = langid!("ar");
static SOMALI: LanguageIdentifier = langid!("so");
static TURKISH: LanguageIdentifier = langid!("tr");
static UKRAINIAN: LanguageIdentifier = langid!("uk");
static FARSI: LanguageIdentifier = langid!("fa");

/// By language, in the order of [`Tr::ALL`].
type Kept = RwLock<[Option<HashMap<String, String>>; Tr::ALL.len()]>;

static KEPT: Kept = RwLock::new([const { None }; Tr::ALL.len()]);

/// The text of a key with nothing to fill in.
pub(super) fn plain(tr: Tr, key: &str) -> String {
    let kept = KEPT.read().unwrap_or_else(PoisonError::into_inner);
    let known = kept[tr as usize].as_ref().and_then(|texts| texts.get(key).cloned());
    drop(kept);
    known.unwrap_or_else(|| keep(tr, key))
}

/// The text of a key, if it has one.
pub(super) fn if_written(tr: Tr, key: &str) -> Option<String> {
    own(tr, key, None).or_else(|| LOCALES.try_lookup(&DANISH, key))
}

/// Only texts that exist are kept: a key may come out of a cookie, and others could fill the memory.
fn keep(tr: Tr, key: &str) -> String {
    let Some(text) = own(tr, key, None).or_else(|| danish(tr, key, None)) else {
        return LOCALES.lookup(&DANISH, key);
    };
    let mut kept = KEPT.write().unwrap_or_else(PoisonError::into_inner);
    kept[tr as usize].get_or_insert_default().insert(key.to_owned(), text.clone());
    text
}

/// The text of a key with these things filled in.
pub(super) fn filled_in(
    tr: Tr,
    key: &str,
    arguments: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
) -> String {
    let arguments: Arguments = arguments.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
    let found = own(tr, key, Some(&arguments)).or_else(|| danish(tr, key, Some(&arguments)));
    found.unwrap_or_else(|| LOCALES.lookup_with_args(&DANISH, key, &arguments))
}

type Arguments = HashMap<Cow<'static, str>, FluentValue<'static>>;

fn own(tr: Tr, key: &str, arguments: Option<&Arguments>) -> Option<String> {
    LOCALES.lookup_single_language(identifier(tr), key, arguments).ok()
}

/// The Danish text where the language has none of its own.
fn danish(tr: Tr, key: &str, arguments: Option<&Arguments>) -> Option<String> {
    let text = own(Tr::Danish, key, arguments)?;
    Some(if tr.is_of_the_interface() { text } else { in_danish(&text) })
}

fn identifier(tr: Tr) -> &'static LanguageIdentifier {
    match tr {
        Tr::Danish => &DANISH,
        Tr::English => &ENGLISH,
        Tr::Arabic => &ARABIC,
        Tr::Somali => &SOMALI,
        Tr::Turkish => &TURKISH,
        Tr::Ukrainian => &UKRAINIAN,
        Tr::Farsi => &FARSI,
    }
}
