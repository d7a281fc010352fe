//! Addresses of the net in one form, and the networks they belong to.

use std::{
    fmt,
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
};

/// An address, or all that begin with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Network {
    /// The first of them.
    first: IpAddr,
    /// How many bits they share.
    bits: u8,
}

impl Network {
    /// What counts as one peer: an address of IPv4, or a /64 of IPv6, as one person commonly owns all of it.
    pub fn of(address: IpAddr) -> Self {
        let address = address.to_canonical();
        Self::new(address, if address.is_ipv4() { 32 } else { 64 })
    }

    fn new(address: IpAddr, bits: u8) -> Self {
        let first = match address {
            IpAddr::V4(v4) => IpAddr::V4((v4.to_bits() & upper(bits.into(), 32) as u32).into()),
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & upper(bits.into(), 128))),
        };
        Self { first, bits }
    }

    pub fn contains(self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        address.is_ipv4() == self.first.is_ipv4() && Self::new(address, self.bits) == self
    }

    /// The network around it, as the security log tells it: enough to see where tries come from, too little to point to
    /// one person.
    #[must_use]
    pub fn neighbourhood(self) -> Self {
        if self.first.is_ipv4() { Self::new(self.first, self.bits.min(24)) } else { self }
    }

    /// Whether it is every address there is.
    pub fn is_everybody(self) -> bool {
        self.bits == 0
    }
}

/// A number of `width` bits of which the upper `bits` are set.
fn upper(bits: u32, width: u32) -> u128 {
    let all = u128::MAX >> (128 - width);
    all & !all.checked_shr(bits).unwrap_or(0)
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = if self.first.is_ipv4() { 32 } else { 128 };
        if self.bits == whole { write!(f, "{}", self.first) } else { write!(f, "{}/{}", self.first, self.bits) }
    }
}

/// The text is neither an address nor a network.
#[derive(Debug, PartialEq, Eq)]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    /// Reads `192.0.2.1`, `192.0.2.0/24`, `2001:db8::1` or `2001:db8::/32`; IPv4 may be written as IPv6.
    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let written: IpAddr = address.parse().map_err(|_| NoNetwork)?;
        let canonical = written.to_canonical();
        let (written_width, width): (u8, u8) =
            (if written.is_ipv4() { 32 } else { 128 }, if canonical.is_ipv4() { 32 } else { 128 });
        let bits = match bits {
            None => width,
            Some(bits) if bits.bytes().all(|digit| digit.is_ascii_digit()) => {
                let bits: u8 = bits.parse().ok().filter(|bits| *bits <= written_width).ok_or(NoNetwork)?;
                // Of IPv4 that is written as IPv6 the first 96 bits say just that.
                bits.checked_sub(written_width - width).ok_or(NoNetwork)?
            }
            Some(_) => return Err(NoNetwork),
        };
        Ok(Self::new(canonical, bits))
    }
}

/// An address as proxies write it: with or without a port, brackets, quotation marks, or the zone of a link.
pub fn read_address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"').trim();
    let (host, port) = match text.strip_prefix('[') {
        Some(bracketed) => {
            let (host, rest) = bracketed.split_once(']')?;
            (host, if rest.is_empty() { None } else { Some(rest.strip_prefix(':')?) })
        }
        None if text.matches(':').count() == 1 => text.split_once(':').map(|(host, port)| (host, Some(port)))?,
        None => (text, None),
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return None;
    }
    let address: IpAddr = host.split('%').next()?.parse().ok()?;
    Some(address.to_canonical())
}
