//! Who answers a proposal on the mentor's side.

use entity::{Proposal, proposals};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{ProposalError, queries::visible_to};
use crate::{record::Change, viewer::Viewer};

/// The mentor, or staff who were told.
#[derive(Clone, Copy, Debug)]
pub enum Answering<'a> {
    /// The mentor with a sign-in, by whichever way they came, or staff who were told on the phone.
    Viewer(&'a Viewer),
    /// The mentor with this id, by the link of a letter: one who has no sign-in.
    Link(Uuid),
}

impl<'a> From<&'a Viewer> for Answering<'a> {
    fn from(viewer: &'a Viewer) -> Self {
        Self::Viewer(viewer)
    }
}

impl<'a> Answering<'a> {
    /// The proposal, if it is theirs, locked until the transaction ends.
    pub(super) async fn locked(self, tx: &impl ConnectionTrait, id: Uuid) -> Result<Proposal, ProposalError> {
        let theirs = match self {
            Self::Viewer(viewer) => visible_to(viewer),
            Self::Link(mentor) => Condition::all().add(proposals::Column::MentorId.eq(mentor)),
        };
        let found = proposals::Entity::find_by_id(id).filter(theirs).lock_exclusive().one(tx).await?;
        found.ok_or(ProposalError::NotFound)
    }

    /// Whoever has signed in, or could.
    pub(super) fn viewer(self) -> Option<&'a Viewer> {
        match self {
            Self::Viewer(viewer) => Some(viewer),
            Self::Link(_) => None,
        }
    }

    /// What was done to a referral by it.
    pub(super) fn change(self, referral_id: Uuid, action: &'static str) -> Change {
        let by = self.viewer();
        Change {
            subject: "referral",
            subject_id: referral_id,
            action,
            by: by.map(|viewer| viewer.user_id),
            on_behalf_of: by.is_none_or(Viewer::is_staff).then_some("mentor"),
            ..Default::default()
        }
    }
}
