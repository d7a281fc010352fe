//! A text message: a sentence or two with one short link, in the language of whoever reads it.

use entity::messages::Channel;

use super::{Addressee, Desk, Letter};
use crate::language::Tr;

/// Writes the text of a key, whose `link` is filled in (see [`Desk::url`]). It stands on the lock of a phone, where everybody
/// reads it: no name, and nothing personal. Whoever can end its sort can do so by an answer, where answers come in.
pub fn text(desk: &Desk, (whom, number): (Addressee, &str), language: &str, key: &str, link: &str) -> Letter {
    let tr = Tr::from_tag(language);
    let mut text = tr.t1(key, "link", link);
    if desk.unsubscribe.is_some() && desk.sms.can_be_answered() {
        text = format!("{text}\n{}", tr.t("message-text-stop"));
    }
    let (subject, html) = (String::new(), String::new());
    let said = vec![key.to_owned()];
    Letter { whom, channel: Channel::Sms, to: number.to_owned(), language: tr, subject, text, html, said }
}
