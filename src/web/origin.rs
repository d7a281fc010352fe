//! Where a request that changes something comes from, as far as the browser tells.

use poem::http::{HeaderMap, header};

/// What the heads of a request say about the page that sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// One of our own pages: no script of another site can make a browser say so.
    Own,
    /// Nothing is said, as by old browsers and by programs; the form token alone decides.
    Unsaid,
    /// A page of somebody else, another subdomain of ours included.
    Foreign,
}

/// Reads `Sec-Fetch-Site`, `Origin` and `Referer`. What one of them calls foreign is foreign, whatever the others say;
/// `Origin: null` is foreign unless another vouches for it.
///
/// Our own are the base URL, and the address that was asked (`Host`) in the scheme of the base URL.
pub fn provenance(headers: &HeaderMap, base_url: &str) -> Provenance {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = |address: &str| if is_own(address, base_url, host) { Provenance::Own } else { Provenance::Foreign };
    let sites = said(headers, "sec-fetch-site").map(|site| match site {
        "same-origin" => Provenance::Own,
        "none" => Provenance::Unsaid,
        _ => Provenance::Foreign,
    });
    let origins = said(headers, "origin").filter(|origin| *origin != "null").map(own);
    let referrers = said(headers, "referer").map(own);
    let all: Vec<_> = sites.chain(origins).chain(referrers).collect();
    let is_hidden = said(headers, "origin").any(|origin| origin == "null");
    if all.contains(&Provenance::Foreign) {
        Provenance::Foreign
    } else if all.contains(&Provenance::Own) {
        Provenance::Own
    } else if is_hidden {
        Provenance::Foreign
    } else {
        Provenance::Unsaid
    }
}

/// Every value of a head; one that is no text is told as empty, which is nobody's address.
fn said<'a>(headers: &'a HeaderMap, name: &'a str) -> impl Iterator<Item = &'a str> {
    headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default())
}

fn is_own(address: &str, base_url: &str, host: &str) -> bool {
    let (Some((scheme, authority)), Some((own_scheme, own_authority))) = (parts(address), parts(base_url)) else {
        return false;
    };
    let asked = without_default_port(&own_scheme, host.to_ascii_lowercase());
    scheme == own_scheme && (authority == own_authority || (!asked.is_empty() && authority == asked))
}

/// Scheme and authority of an address, in small letters and without a port that says nothing.
fn parts(address: &str) -> Option<(String, String)> {
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().filter(|authority| !authority.contains('@'))?;
    let scheme = scheme.to_ascii_lowercase();
    let authority = without_default_port(&scheme, authority.to_ascii_lowercase());
    Some((scheme, authority))
}

fn without_default_port(scheme: &str, authority: String) -> String {
    let port = if scheme == "https" { ":443" } else { ":80" };
    authority.strip_suffix(port).map(str::to_owned).unwrap_or(authority)
}
