//! Danish words among those of another language: marked where they are put together, and told to browsers by the way out.
//!
//! A sentence passes through forms, lists and macros as text. So what is Danish in it is marked by three signs of the private
//! use area, which no keyboard has; a page makes elements with their own language and direction of them, and plain text drops
//! them.

use std::borrow::Cow;

const DANISH: char = '\u{e000}';
const BESIDE: char = '\u{e001}';
const END: char = '\u{e002}';
/// With which each of them begins in UTF-8.
const FIRST_BYTE: u8 = 0xee;

/// A Danish sentence that stands in for one that its language lacks.
pub fn in_danish(text: &str) -> String {
    format!("{DANISH}{text}{END}")
}

/// Words of another language with the Danish ones beside them, which count.
pub fn beside(words: &str, danish: &str) -> String {
    format!("{words}{BESIDE}{danish}{END}")
}

/// The words of a text that goes where there is no markup.
pub fn bare(text: &str) -> Cow<'_, str> {
    if !has_marks(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace([DANISH, END], "").replace(BESIDE, " / "))
}

/// A page in which the marks are elements. Within a tag, and where a browser reads no tags, they are dropped.
pub fn marked_up(html: String) -> String {
    if !has_marks(&html) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 512);
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let (words, tags) = rest.split_at(at);
        put_words(&mut out, words);
        let end = end_of_tag(tags).max(end_of_plain(tags));
        let (tag, after) = tags.split_at(end);
        out.push_str(&bare(tag));
        rest = after;
    }
    put_words(&mut out, rest);
    out
}

fn has_marks(text: &str) -> bool {
    // Their first byte is rare, and looked for much faster than they are.
    text.as_bytes().contains(&FIRST_BYTE) && text.contains([DANISH, BESIDE])
}

fn put_words(out: &mut String, words: &str) {
    for sign in words.chars() {
        match sign {
            DANISH => out.push_str("<span lang=\"da\" dir=\"ltr\">"),
            BESIDE => out.push_str("<span class=\"beside\" lang=\"da\" dir=\"ltr\">"),
            END => out.push_str("</span>"),
            sign => out.push(sign),
        }
    }
}

/// Behind the tag that the text begins with; a bracket between quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Behind the element that the text begins with, where that holds no other one; nowhere for any other.
fn end_of_plain(text: &str) -> usize {
    let named = |name: &&str| text[1..].starts_with(*name);
    let Some(name) = ["title", "textarea", "option", "script"].into_iter().find(named) else { return 0 };
    let end = format!("</{name}>");
    text.find(&end).map_or(text.len(), |at| at + end.len())
}
