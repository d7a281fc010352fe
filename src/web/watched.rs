//! What of a request the security log may tell: the method, the pattern of the address and the network.

use entity::security_events::SecurityKind;
use poem::{Error, PathPattern, Request, Response, Result, error::ParsePathError};

use crate::{error::AppError, record::SecurityEvent};
use crate::{network::Network, page::Ctx, web::client_network};

/// The same event with who was signed in, from which network and on which page.
pub fn seen(event: SecurityEvent, ctx: &Ctx, route: Option<String>) -> SecurityEvent {
    let viewer = ctx.viewer.as_ref().map(|viewer| viewer.user_id);
    SecurityEvent { user_id: event.user_id.or(viewer), network: Some(ctx.network.clone()), route, ..event }
}

/// The network that a request comes from: enough to see where tries come from, too little to point to one person.
pub fn network_of(request: &Request, trusted_proxies: &[Network]) -> String {
    client_network(request, trusted_proxies).neighbourhood().to_string()
}

/// The pattern of the address that was found for a request, such as `/referrals/:id`.
pub fn pattern_of(answer: &Result<Response>) -> Option<String> {
    let found = match answer {
        Ok(response) => response.data::<PathPattern>(),
        Err(error) => error.data::<PathPattern>(),
    };
    found.map(|pattern| pattern.0.to_string())
}

/// What the security log calls this refusal. That a page is not there is told of whoever is signed in and asked for a
/// thing, also by an id that is none; that somebody has to sign in first is nobody's attack.
pub fn refusal(error: &Error, ctx: &Ctx, pattern: Option<&str>) -> Option<SecurityKind> {
    let asked_for_a_thing = ctx.viewer.is_some() && pattern.is_some_and(|pattern| pattern.contains(':'));
    if error.is::<ParsePathError>() {
        return asked_for_a_thing.then_some(SecurityKind::NotFound);
    }
    match error.downcast_ref::<AppError>()? {
        AppError::Forbidden => Some(SecurityKind::Refused),
        AppError::NotFound if asked_for_a_thing => Some(SecurityKind::NotFound),
        AppError::ForeignForm => Some(SecurityKind::ForeignForm),
        AppError::TooMany => Some(SecurityKind::TooMany),
        _ => None,
    }
}
