//! What the pages show: a heading, and parts with a heading, sentences and points each.

use askama::Template;

use crate::{page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "about/about.html")]
pub struct AboutPage {
    pub ctx: Ctx,
    pub topic: Topic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Accessibility,
    Privacy,
    MentorRole,
}

impl Topic {
    /// The middle of the keys `about-…`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
            Self::MentorRole => "mentor-role",
        }
    }

    /// The parts of the page, in their order, each with how many points it has.
    pub fn parts(self) -> &'static [(&'static str, usize)] {
        match self {
            Self::Accessibility => &[("aim", 5), ("tests", 5), ("gaps", 3), ("complain", 0)],
            Self::MentorRole => &[("you", 4), ("limits", 5), ("course", 5), ("hard", 4)],
            Self::Privacy => &[
                ("short", 4),
                ("kept", 13),
                ("not-kept", 3),
                ("cookies", 5),
                ("who", 7),
                ("log", 2),
                ("why", 0),
                ("long", 3),
                ("rights", 5),
                ("help", 3),
            ],
        }
    }

    /// Whether the part ends with whom to write to.
    pub fn names_contact(self, part: &str) -> bool {
        matches!(part, "complain" | "long" | "rights")
    }
}

reveals_nobody!(AboutPage);
