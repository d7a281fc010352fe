//! Whose address a request comes from, with proxies before us.

use std::net::IpAddr;

use brobyg::{network::Network, web::client};
use poem::http::HeaderMap;

fn from(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
    let mut headers = HeaderMap::new();
    for header in forwarded {
        headers.append("x-forwarded-for", header.parse().unwrap());
    }
    let trusted: Vec<Network> = trusted.iter().map(|proxy| proxy.parse().unwrap()).collect();
    Network::of(client(peer.parse::<IpAddr>().unwrap().to_canonical(), &headers, &trusted)).to_string()
}

#[test]
fn a_stranger_is_not_believed() {
    assert_eq!(from("192.0.2.1", &["203.0.113.7"], &["127.0.0.1"]), "192.0.2.1");
    assert_eq!(from("192.0.2.1", &["203.0.113.7"], &[]), "192.0.2.1");
}

#[test]
fn a_trusted_proxy_is_known_however_its_address_is_written() {
    for (peer, trusted) in
        [("::ffff:127.0.0.1", "127.0.0.1"), ("127.0.0.1", "::ffff:127.0.0.1"), ("10.1.2.3", "10.0.0.0/8")]
    {
        assert_eq!(from(peer, &["203.0.113.7"], &[trusted]), "203.0.113.7", "{peer} {trusted}");
    }
}

#[test]
fn the_last_address_that_no_proxy_of_ours_has_is_the_client() {
    let trusted = ["127.0.0.1", "10.0.0.0/8"];
    assert_eq!(from("127.0.0.1", &["198.51.100.1, 203.0.113.7:80, 10.0.0.2"], &trusted), "203.0.113.7");
    assert_eq!(from("127.0.0.1", &["198.51.100.1", "203.0.113.7", "10.0.0.2,"], &trusted), "203.0.113.7");
    assert_eq!(from("127.0.0.1", &["10.0.0.3, 10.0.0.2"], &trusted), "10.0.0.3");
    assert_eq!(from("127.0.0.1", &["[2001:db8:1:2:3::4]:80"], &trusted), "2001:db8:1:2::/64");
}

#[test]
fn what_cannot_be_read_counts_as_the_proxy_that_sent_it() {
    for forwarded in ["unknown", "203.0.113.7, unknown", "", ",", "203.0.113.7, 1.2.3"] {
        assert_eq!(from("127.0.0.1", &[forwarded], &["127.0.0.1"]), "127.0.0.1", "{forwarded}");
    }
}
