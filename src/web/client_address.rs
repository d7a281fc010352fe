//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr};

use poem::{Addr, Request, http::HeaderMap};

use crate::network::{Network, read_address};

/// The network of the client, as one peer counts. `X-Forwarded-For` is believed only from a trusted proxy, and then from
/// its end: each proxy puts the address that it saw behind what it was told. Trusted ones are passed over; the first
/// that is not is the client, and whatever stands before it was written by the client.
pub fn client_network(request: &Request, trusted_proxies: &[Network]) -> Network {
    let peer = match &request.remote_addr().0 {
        Addr::SocketAddr(address) => address.ip().to_canonical(),
        _ => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
    };
    Network::of(client(peer, request.headers(), trusted_proxies))
}

pub fn client(peer: IpAddr, headers: &HeaderMap, trusted_proxies: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted_proxies.iter().any(|proxy| proxy.contains(address));
    let mut nearest = peer;
    for header in headers.get_all("x-forwarded-for").iter().rev() {
        // What no proxy writes is not text either.
        for entry in header.to_str().unwrap_or("?").rsplit(',').filter(|entry| !entry.trim().is_empty()) {
            if !is_trusted(nearest) {
                return nearest;
            }
            let Some(address) = read_address(entry) else { return nearest };
            nearest = address;
        }
    }
    nearest
}
