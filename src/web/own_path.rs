//! Addresses of this site that a form may name.

/// A path of this site to go on to; anything that could lead elsewhere is the start page.
pub fn own_path(typed: &str) -> &str {
    if is_own_path(typed) { typed } else { "/" }
}

/// Whether this is a path of this site, with or without a query.
pub fn is_own_path(typed: &str) -> bool {
    typed.starts_with('/')
        && !typed.starts_with("//")
        && !typed.starts_with("/\\")
        && typed.chars().all(|c| c.is_ascii_graphic())
}
