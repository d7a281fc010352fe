//! Which language a page speaks.

use poem::Request;
use tokio::time::timeout;

use super::PATIENCE_WITHOUT_DATA;
use crate::{
    account::watching::by_link,
    database::Database,
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

/// The language of the letter whose link is opened, where the page speaks it and its address asks for none. A page that finds
/// nothing behind its link any more says so in it. Nothing where the database is slow or away: the page says then what it can.
pub async fn of_letter(db: &Database, request: &Request) -> Option<Tr> {
    let path = request.uri().path();
    if !speaks_all(path) || asked(request).is_some() {
        return None;
    }
    let found = timeout(PATIENCE_WITHOUT_DATA, by_link::language_of(db, path)).await;
    Tr::spoken(&found.ok()?.ok()??)
}
