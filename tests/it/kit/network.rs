//! Addresses and networks.

use std::net::IpAddr;

use brobyg::network::{Network, NoNetwork, read_address};

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn network(text: &str) -> Network {
    text.parse().unwrap()
}

#[test]
fn one_peer_is_an_address_or_a_64() {
    for (peer, written) in [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
    ] {
        assert_eq!(Network::of(address(peer)).to_string(), written);
    }
}

#[test]
fn a_network_holds_its_addresses_however_they_are_written() {
    for (of, inside, outside) in [
        ("127.0.0.1", "::ffff:127.0.0.1", "127.0.0.2"),
        ("::ffff:10.1.0.0/112", "10.1.255.255", "10.2.0.0"),
        ("10.0.0.0/8", "10.255.0.1", "11.0.0.0"),
        ("0.0.0.0/0", "203.0.113.9", "2001:db8::1"),
        ("::/0", "2001:db8::1", "203.0.113.9"),
        ("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"),
        ("::1", "::1", "127.0.0.1"),
    ] {
        assert!(network(of).contains(address(inside)), "{of} {inside}");
        assert!(!network(of).contains(address(outside)), "{of} {outside}");
    }
}

#[test]
fn what_is_no_network_is_refused() {
    for text in ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "::/129", "::ffff:10.0.0.0/8", "a/8", "*"] {
        assert_eq!(text.parse::<Network>(), Err(NoNetwork), "{text}");
    }
}

#[test]
fn an_address_is_read_as_proxies_write_it() {
    for (written, read) in [
        ("203.0.113.7", "203.0.113.7"),
        (" 203.0.113.7:4711 ", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("[::ffff:203.0.113.7]:80", "203.0.113.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("\"[2001:db8::7]:4711\"", "2001:db8::7"),
        ("fe80::1%eth0", "fe80::1"),
        ("[fe80::1%25eth0]:1", "fe80::1"),
    ] {
        assert_eq!(read_address(written), Some(address(read)), "{written}");
    }
    for written in ["", "unknown", "_hidden", "203.0.113.7:x", "203.0.113.7:99999", "[::1", "[::1]x", "1.2.3.4.5"] {
        assert_eq!(read_address(written), None, "{written}");
    }
}
