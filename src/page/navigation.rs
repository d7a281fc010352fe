//! The main menu of each role.

use entity::users::Role;

use crate::viewer::Viewer;

/// One entry of the main menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NavItem {
    pub href: &'static str,
    /// The fluent key of its text.
    pub key: &'static str,
    /// Whether the page shown is this one or lies beneath it.
    pub current: bool,
}

const REFERRER: &[(&str, &str)] = &[("/referrals", "nav-own-referrals"), ("/referrals/new", "nav-new-referral")];
const MENTOR: &[(&str, &str)] = &[("/mentor", "nav-mentor"), ("/mentor/profile", "nav-mentor-profile")];
const STAFF: &[(&str, &str)] = &[
    ("/today", "nav-today"),
    ("/enquiries", "nav-enquiries"),
    ("/referrals", "nav-referrals"),
    ("/planning", "nav-planning"),
    ("/proposals", "nav-proposals"),
    ("/mentors", "nav-mentors"),
    ("/courses", "nav-courses"),
    ("/follow-ups", "nav-follow-ups"),
    ("/surveys", "nav-surveys"),
    ("/outcomes", "nav-outcomes"),
];
const ADMINISTRATION: (&str, &str) = ("/admin", "nav-admin");

/// The menu of the viewer's role, with the entry that `path` belongs to marked.
pub fn items(viewer: &Viewer, path: &str) -> Vec<NavItem> {
    let mut entries = match viewer.role {
        Role::Referrer => REFERRER.to_vec(),
        Role::Mentor => MENTOR.to_vec(),
        Role::Staff | Role::Administrator => STAFF.to_vec(),
    };
    if viewer.role == Role::Administrator {
        entries.push(ADMINISTRATION);
    }
    let current = current_href(&entries, path);
    let entries = entries.into_iter();
    entries.map(|(href, key)| NavItem { href, key, current: current == Some(href) }).collect()
}

/// The longest entry that the path equals or lies beneath, so that `/referrals/new` is not also `/referrals`.
fn current_href(entries: &[(&'static str, &'static str)], path: &str) -> Option<&'static str> {
    let hrefs = entries.iter().map(|(href, _)| *href);
    hrefs.filter(|href| covers(href, path)).max_by_key(|href| href.len())
}

fn covers(href: &str, path: &str) -> bool {
    path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
