//! Which language a page speaks.

use poem::Request;

use crate::{
    language::Tr,
    page::{LANGUAGE_ASKED, speaks_all},
};

/// The language of a page, and whether its reader chose it: by the switch, or with their sign-in. One that the page does not
/// speak is as good as none.
pub fn spoken(request: &Request, cookie: Option<String>, own: Option<&str>) -> (Tr, bool) {
    let is_for_all = speaks_all(request.uri().path());
    let read = |tag: &str| Tr::spoken(tag).filter(|tr| is_for_all || tr.is_of_the_interface());
    let chosen = cookie.as_deref().and_then(read).or_else(|| own.map(Tr::from_tag));
    (chosen.or_else(|| asked(request).and_then(read)).unwrap_or_default(), chosen.is_some())
}

/// The language that an address asks for.
fn asked(request: &Request) -> Option<&str> {
    let pairs = request.uri().query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| *name == LANGUAGE_ASKED).map(|(_, tag)| tag).next()
}
