//! Mail addresses in one form.

use validator::ValidateEmail;

use super::plain::plain;

/// The longest address that can be written to, and the longest part before the @ (RFC 5321).
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// A mail address in the one form in which it is kept, compared and written to, or `None` when no letter could reach it.
///
/// It is taken as people paste it: with marks that nobody sees, in angle brackets after a name, with `mailto:` before it
/// or a comma after it, with an @ or a full stop of another script. Letters become small and the domain ASCII. What is
/// left must be writable in an envelope without extensions: before the @ no letters beyond ASCII and no quotation marks.
pub fn mail_address(typed: &str) -> Option<String> {
    let plain = plain(typed);
    let bare = bare(&plain);
    let (local, domain) = bare.split_once('@')?;
    let (local, domain) = (local.to_ascii_lowercase(), domain_in_ascii(domain)?);
    let address = format!("{local}@{domain}");
    (is_local(&local) && address.len() <= LONGEST && address.validate_email()).then_some(address)
}

/// The address out of what surrounds it.
fn bare(plain: &str) -> &str {
    let pasted = plain.trim().trim_end_matches([',', ';', '.', ' ']);
    let inner = match (pasted.rfind('<'), pasted.strip_suffix('>')) {
        (Some(open), Some(before)) => &before[open + 1..],
        _ => pasted,
    };
    let inner = inner.trim().trim_matches(['\'', '"']);
    match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            inner[7..].split('?').next().unwrap_or_default().trim()
        }
        _ => inner,
    }
}

/// No quotation marks and no full stop at a wrong place; which signs may stand there the library knows.
fn is_local(local: &str) -> bool {
    local.len() <= LONGEST_LOCAL && local.is_ascii() && local.split('.').all(|part| !part.is_empty())
}

/// A domain of at least two parts; the last of them is no number, as in an address of the network.
fn domain_in_ascii(domain: &str) -> Option<String> {
    let domain = idna::domain_to_ascii(domain).ok()?;
    let labels: Vec<&str> = domain.split('.').collect();
    let is_numeric = labels.last().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    (labels.len() > 1 && !is_numeric && !domain.starts_with('[')).then_some(domain)
}
