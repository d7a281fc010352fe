//! The cookies of the site.

use poem::{
    Request,
    http::header,
    web::cookie::{Cookie, SameSite},
};

use super::LANGUAGE;
use crate::{account::device::KNOWN_FOR, app::App, language::Tr};

/// The names of the cookies: with the prefix that binds them to this host, wherever there is TLS.
pub fn session_cookie(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-session" } else { "session" }
}

/// Keeps the device known, see [`super::device`].
pub fn device_cookie(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-device" } else { "device" }
}

pub fn visitor_cookie(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-visitor" } else { "visitor" }
}

/// A cookie as all of ours are: for this host alone, unseen by scripts, gone with the browser.
pub fn own_cookie(app: &App, name: &str, value: impl Into<String>) -> Cookie {
    let mut cookie = Cookie::new_with_str(name, value);
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(app.config.is_https());
    cookie.set_same_site(SameSite::Lax);
    cookie
}

/// The token of a device, kept for as long as the device is known.
pub fn kept_cookie(app: &App, name: &str, value: impl Into<String>) -> Cookie {
    let mut cookie = own_cookie(app, name, value);
    cookie.set_max_age(KNOWN_FOR.to_std().unwrap_or_default());
    cookie
}

/// What makes a browser forget a cookie of ours: it goes by the name, the path and the security together.
pub fn no_cookie(app: &App, name: &str) -> Cookie {
    let mut cookie = own_cookie(app, name, "");
    cookie.make_removal();
    cookie
}

/// Keeps the language that somebody chose.
pub fn language_cookie(app: &App, tr: Tr) -> Cookie {
    own_cookie(app, LANGUAGE, tr.lang())
}

/// A cookie of ours, where no jar has read it. Ours need no decoding.
pub fn cookie_of(request: &Request, name: &str) -> Option<String> {
    let heads = request.headers().get_all(header::COOKIE).iter().filter_map(|head| head.to_str().ok());
    let mut pairs = heads.flat_map(|head| head.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}
