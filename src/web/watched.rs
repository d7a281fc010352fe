//! What of a request the security log may tell: the method, the pattern of the address and the network.

use entity::security_events::SecurityKind;
use poem::{Error, PathPattern, Request, Response, Result, http::Method};

use super::{Ctx, Network, client_network};
use crate::{error::AppError, record::SecurityEvent};

/// The part of a request that is kept until it is answered.
pub struct Seen {
    method: Method,
    network: String,
}

impl Seen {
    pub fn of(request: &Request, trusted_proxies: &[Network]) -> Self {
        let network = client_network(request, trusted_proxies).neighbourhood().to_string();
        Self { method: request.method().clone(), network }
    }

    /// The same event with who was signed in, which network and which page.
    pub fn complete(&self, event: SecurityEvent, ctx: &Ctx, pattern: Option<&str>) -> SecurityEvent {
        let viewer = ctx.viewer.as_ref().map(|viewer| viewer.user_id);
        SecurityEvent {
            user_id: event.user_id.or(viewer),
            network: Some(self.network.clone()),
            route: pattern.map(|pattern| format!("{} {pattern}", self.method)),
            ..event
        }
    }
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
/// thing; that somebody has to sign in first is nobody's attack.
pub fn refusal(error: &Error, ctx: &Ctx, pattern: Option<&str>) -> Option<SecurityKind> {
    let asked_for_a_thing = ctx.viewer.is_some() && pattern.is_some_and(|pattern| pattern.contains(':'));
    match error.downcast_ref::<AppError>()? {
        AppError::Forbidden => Some(SecurityKind::Refused),
        AppError::NotFound if asked_for_a_thing => Some(SecurityKind::NotFound),
        AppError::ForeignForm => Some(SecurityKind::ForeignForm),
        AppError::TooMany => Some(SecurityKind::TooMany),
        _ => None,
    }
}
