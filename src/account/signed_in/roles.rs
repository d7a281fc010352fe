//! The extractors that name a role: a handler that takes `Staff` cannot be reached by anybody else.

use std::ops::Deref;

use poem::{FromRequest, Request, RequestBody};

use crate::{error::AppError, viewer::Viewer};

/// Names an extractor that lets only some viewers through. Anybody else signed in has no use for the page: 403.
macro_rules! role {
    ($(#[$meta:meta])* $name:ident, $may:expr) => {
        $(#[$meta])*
        pub struct $name(pub Viewer);

        impl Deref for $name {
            type Target = Viewer;

            fn deref(&self) -> &Viewer {
                &self.0
            }
        }

        impl TryFrom<Viewer> for $name {
            type Error = AppError;

            fn try_from(viewer: Viewer) -> Result<Self, AppError> {
                let may: fn(&Viewer) -> bool = $may;
                if may(&viewer) { Ok(Self(viewer)) } else { Err(AppError::Forbidden) }
            }
        }

        impl<'a> FromRequest<'a> for $name {
            async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
                Ok(Self::try_from(Viewer::from_request(request, body).await?)?)
            }
        }
    };
}

role!(/// Staff, or an administrator.
    Staff, Viewer::is_staff);
role!(/// An administrator.
    Administrator, Viewer::is_administrator);
role!(/// A housing social worker of a partner.
    ReferrerOnly, Viewer::is_referrer);
role!(/// A volunteer mentor.
    MentorOnly, Viewer::is_mentor);
role!(/// Whoever may see referrals: their referrer, or staff.
    StaffOrReferrer, |viewer| viewer.is_staff() || viewer.is_referrer());
role!(/// Whoever may see courses: their mentor, or staff.
    StaffOrMentor, |viewer| viewer.is_staff() || viewer.is_mentor());
