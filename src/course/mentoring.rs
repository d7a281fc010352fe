//! Who does a mentor's part in a course: whoever signs in, or whoever has the mentor's link and no sign-in.

use chrono::{DateTime, Utc};
use entity::{Course, Meeting, courses};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use super::{access::locked_for, my_course::opened};
use crate::{clock::local_date, record::Change, viewer::Viewer};

/// The mentor, whoever stands in, or staff for them.
#[derive(Clone, Copy, Debug)]
pub enum Mentoring<'a> {
    /// Who signed in.
    Viewer(&'a Viewer),
    /// The mentor, or whoever stands in, by a link.
    Link(&'a ByLink),
}

/// A mentor who has opened their own page of a course behind a link.
#[derive(Clone, Debug)]
pub struct ByLink {
    pub token: String,
    pub mentor_id: Uuid,
    /// Their sign-in, where they use one.
    pub user_id: Option<Uuid>,
}

impl<'a> From<&'a Viewer> for Mentoring<'a> {
    fn from(viewer: &'a Viewer) -> Self {
        Self::Viewer(viewer)
    }
}

impl<'a> From<&'a ByLink> for Mentoring<'a> {
    fn from(link: &'a ByLink) -> Self {
        Self::Link(link)
    }
}

impl Mentoring<'_> {
    pub fn is_staff(self) -> bool {
        matches!(self, Self::Viewer(viewer) if viewer.is_staff())
    }

    pub fn is_mentor(self) -> bool {
        match self {
            Self::Viewer(viewer) => viewer.is_mentor(),
            Self::Link(_) => true,
        }
    }

    pub fn user_id(self) -> Option<Uuid> {
        match self {
            Self::Viewer(viewer) => Some(viewer.user_id),
            Self::Link(link) => link.user_id,
        }
    }

    pub fn mentor_id(self) -> Option<Uuid> {
        match self {
            Self::Viewer(viewer) => viewer.mentor_id,
            Self::Link(link) => Some(link.mentor_id),
        }
    }

    /// The mentor of whom a row tells that they wrote it: where no sign-in does.
    pub fn mentor_without_sign_in(self) -> Option<Uuid> {
        self.mentor_id().filter(|_| self.user_id().is_none())
    }

    /// Whose word it is where they write it down for the mentor, or where nobody signed in.
    pub fn on_behalf_of(self) -> Option<&'static str> {
        (self.is_staff() || self.mentor_without_sign_in().is_some()).then_some("mentor")
    }

    /// Whether they wrote a meeting down.
    pub fn has_logged(self, meeting: &Meeting) -> bool {
        let is_theirs = |own: Option<Uuid>, by: Option<Uuid>| own.is_some() && own == by;
        is_theirs(self.user_id(), meeting.logged_by) || is_theirs(self.mentor_id(), meeting.logged_by_mentor)
    }

    /// The address under which their pages of a course stand.
    pub fn base(self, course_id: Uuid) -> String {
        match self {
            Self::Viewer(_) => format!("/courses/{course_id}"),
            Self::Link(link) => format!("/my-course/{}/open", link.token),
        }
    }

    /// The address that stands in a calendar, which others may look into: no link that opens anything.
    pub fn page_for_calendars(self, base_url: &str, course_id: Uuid) -> String {
        match self {
            Self::Viewer(_) => format!("{base_url}{}", self.base(course_id)),
            Self::Link(_) => base_url.to_owned(),
        }
    }

    /// What they did to a course.
    pub(super) fn change(self, course_id: Uuid, action: &'static str) -> Change {
        Change {
            subject: "course",
            subject_id: course_id,
            action,
            by: self.user_id(),
            on_behalf_of: self.on_behalf_of(),
            ..Default::default()
        }
    }

    /// The course, if they may open it, and nobody else changes it until the transaction ends.
    pub(super) async fn locked(
        self,
        tx: &impl ConnectionTrait,
        now: DateTime<Utc>,
        course_id: Uuid,
    ) -> Result<Option<Course>, DbErr> {
        let link = match self {
            Self::Viewer(viewer) => return locked_for(tx, local_date(now), viewer, course_id).await,
            Self::Link(link) => link,
        };
        // Locked first: whoever ends the links meanwhile is waited for.
        let course = courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
        let own = opened(tx, now, &link.token).await?;
        Ok(course.filter(|_| own.is_some_and(|own| own.course.id == course_id && own.mentor_id() == link.mentor_id)))
    }
}
