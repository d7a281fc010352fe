//! A text message: a sentence or two with one short link, in the language of whoever reads it.

use entity::messages::Channel;

use super::{Addressee, Desk, Letter};
use crate::language::{Tr, other::bare};

/// Writes the text of a key, whose `link` is filled in (see [`Desk::url`]), and what else it says. It stands on the lock of a phone, where everybody
/// reads it: no name, and nothing personal. Whoever can end its sort is told how.
pub fn text(desk: &Desk, to: (Addressee, &str), language: &str, key: &str, link: &str) -> Letter {
    text_with(desk, to, language, key, [("link", link.to_owned())])
}

/// The same for a text that says more than its link.
pub fn text_with<const MORE: usize>(
    desk: &Desk,
    (whom, number): (Addressee, &str),
    language: &str,
    key: &str,
    said: [(&'static str, String); MORE],
) -> Letter {
    let tr = Tr::spoken(language).unwrap_or_default();
    let mut text = tr.with(key, said.map(|(name, value)| (name, value.into())));
    if let Some(page) = &desk.unsubscribe {
        text = format!("{text}\n{}", how_to_stop(desk, tr, &text, page));
    }
    // Phones take the marks around what is filled in for a part of the link.
    let text = bare(&text).replace(['\u{2068}', '\u{2069}'], "");
    let (subject, html) = (String::new(), String::new());
    let (to, occasion, invitation, said) = (number.to_owned(), None, None, vec![key.to_owned()]);
    Letter { whom, channel: Channel::Sms, to, language: tr, subject, text, html, said, occasion, invitation }
}

/// By an answer, where answers come in; otherwise on the page of the short link, or where it has none by the page of this
/// message alone.
fn how_to_stop(desk: &Desk, tr: Tr, text: &str, page: &str) -> String {
    if desk.sms.can_be_answered() {
        tr.t("message-text-stop")
    } else if text.contains(&desk.url("/s/")) {
        tr.t("message-text-stop-page")
    } else {
        tr.t1("message-text-stop-there", "link", page)
    }
}
