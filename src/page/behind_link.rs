//! The pages behind links that are of one person each, who answers something there without a sign-in.

/// How the addresses of such pages begin.
const BEFORE: [&str; 12] = [
    "/survey/",
    "/still-here/",
    "/expectations/",
    "/met/",
    "/onward/",
    "/my-course/",
    "/proposal/",
    "/still/",
    "/yes/",
    "/there/",
    "/exit/",
    "/interview/",
];
/// Of those, and of others that their letters lead to, the ones that speak every language that young people get.
const IN_EVERY_LANGUAGE: [&str; 15] = [
    "/survey/",
    "/still-here/",
    "/exit/",
    "/interview/",
    "/unsubscribe/",
    "/prepare",
    "/agreed/",
    "/met/",
    "/there/",
    "/expectations/",
    "/my-mentor/",
    "/meeting/",
    "/still/",
    "/yes/",
    "/concern/",
];
/// No other page beneath them has a name as long as a token.
pub(super) const SHORTEST_TOKEN: usize = 11;

/// Whether the page of a path speaks every language that young people get.
pub fn speaks_all(path: &str) -> bool {
    IN_EVERY_LANGUAGE.iter().any(|beginning| path.starts_with(beginning))
}

/// The address of such a page in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BehindLink<'a> {
    /// `/survey/`, with both strokes.
    pub before: &'a str,
    pub token: &'a str,
    /// What stands behind the token; empty, or with its stroke.
    pub beneath: &'a str,
}

impl<'a> BehindLink<'a> {
    /// Nothing where the address is that of another page.
    pub fn of(address: &'a str) -> Option<Self> {
        let path = address.split(['?', '#']).next()?;
        let before = BEFORE.into_iter().find(|before| path.starts_with(before))?;
        let (before, rest) = path.split_at(before.len());
        let (token, beneath) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        (token.len() >= SHORTEST_TOKEN).then_some(Self { before, token, beneath })
    }

    /// Whether the page above it has said whose the link is, and somebody went on from there.
    pub fn has_said_whose(&self) -> bool {
        !self.beneath.is_empty()
    }
}
