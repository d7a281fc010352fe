//! What follows each reason: declared, edited by staff, and obeyed by every no.

mod kept;
mod meeting_first;
mod page;
mod rests;

use std::collections::BTreeSet;

use brobyg::{
    language::Tr,
    matching::{self, Decline, NewProposal, ProposeError, RuledOut},
    mentor,
    reason::{self, Cause, Consequences, Onward, Span, consequences_of},
    referral::{self, HeldBack},
    viewer::Viewer,
};
use chrono::{Days, Duration, NaiveDate};
use entity::{
    Mentor, Proposal, Referral, changes,
    links::LinkPurpose,
    mentor_pauses, proposals,
    proposals::{DeclineReason, ProposalMethod},
    reason_consequences, referrals,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{self, TestApp, today, viewer_of};

const NO_TIME: Cause = Cause::MentorDeclined(DeclineReason::NoTime);

impl TestApp {
    pub async fn viewer(&self) -> Viewer {
        viewer_of(self.staff().await.user.as_ref().unwrap())
    }

    async fn declare(&self, cause: Cause, follows: Consequences) {
        reason::declare(self.db(), self.app.clock.now(), &self.viewer().await, cause, follows, |_| Ok(()))
            .await
            .unwrap();
    }

    /// The mentor says no, as told to staff.
    async fn mentor_says_no(&self, proposal: &Proposal, reason: DeclineReason) {
        let (now, viewer) = (self.app.clock.now(), self.viewer().await);
        matching::decline(self.db(), now, &viewer, proposal.id, Decline { reason, note: None }).await.unwrap();
    }

    async fn try_propose(&self, referral: &Referral, mentor: &Mentor) -> Result<Proposal, ProposeError> {
        let new = NewProposal {
            referral_id: referral.id,
            mentor_id: mentor.id,
            method: ProposalMethod::Searched,
            facts: serde_json::json!({}),
        };
        let (now, rules) = (self.app.clock.now(), self.app.config.rules);
        matching::propose(self.db(), now, &rules, &self.viewer().await, new).await
    }

    async fn referral_now(&self, referral: &Referral) -> Referral {
        referrals::Entity::find_by_id(referral.id).one(self.db()).await.unwrap().unwrap()
    }

    async fn proposal_now(&self, proposal: &Proposal) -> Proposal {
        proposals::Entity::find_by_id(proposal.id).one(self.db()).await.unwrap().unwrap()
    }

    async fn pauses(&self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let all = mentor_pauses::Entity::find().all(self.db()).await.unwrap();
        all.into_iter().map(|pause| (pause.from_on, pause.until_on)).collect()
    }

    /// A proposal to which the mentor has said yes.
    async fn half_accepted(&self, referral: &Referral, mentor: &Mentor) -> Proposal {
        let proposal = self.proposal(referral, mentor).await;
        let accepted = proposals::ActiveModel {
            id: Set(proposal.id),
            mentor_accepted_at: Set(Some(self.app.clock.now())),
            ..Default::default()
        };
        accepted.update(self.db()).await.unwrap()
    }

    /// The address under which the young person answers.
    async fn young_link(&self, proposal: &Proposal) -> String {
        let tx = self.db().begin().await.unwrap();
        let now = self.app.clock.now();
        let token = brobyg::account::link::issue(&tx, now, LinkPurpose::MenteeAnswer, proposal.id).await.unwrap();
        tx.commit().await.unwrap();
        format!("/yes/{token}")
    }
}

fn follows(onward: Onward, rest: Span, pause: Span) -> Consequences {
    Consequences { onward, rest, pause }
}
