//! What is said about a no: the reasons to choose from, and afterwards which one it was and how long the two rest.

use entity::{
    Proposal,
    proposals::{DeclineReason, DeclinedBy},
};

use super::forms::reasons_of;
use crate::{
    clock::local_date,
    language::Tr,
    reason::{Cause, Declared, Span},
    word::{Choice, Worded},
};

/// Who said no, and why.
pub fn said(proposal: &Proposal) -> Option<Cause> {
    Some(Cause::declined(proposal.declined_by?, proposal.decline_reason?))
}

/// How long the two are not proposed to each other.
pub fn rest(tr: Tr, proposal: &Proposal) -> String {
    match (proposal.declined_at, proposal.rests_until) {
        (None, _) => String::new(),
        (Some(_), None) => tr.t("reason-follows-pair-never"),
        (Some(declined), Some(until)) if until <= local_date(declined) => tr.t("matching-no-rest"),
        (Some(_), Some(until)) => tr.t1("matching-rest-told", "date", tr.date(&until)),
    }
}

/// What a side can say to a no. A pause is told before it comes, and after having met, that nobody is to blame.
pub fn decline_reasons(tr: Tr, by: DeclinedBy, declared: &Declared) -> Vec<Choice> {
    let choice = |reason: &DeclineReason| {
        let cause = Cause::declined(by, *reason);
        let follows = declared.of(cause);
        let hint = match by {
            DeclinedBy::Mentor if !follows.pause.is_none() => told_pause(tr, follows.pause),
            _ if *reason == DeclineReason::MetNoThanks && follows.blames_nobody() => Some(tr.t("matching-no-blame")),
            _ => None,
        };
        Choice::new(reason.code(), cause.label(tr)).hint(hint.unwrap_or_default())
    };
    reasons_of(by).iter().map(choice).collect()
}

/// What a mentor hears of a pause before choosing the reason that brings it.
fn told_pause(tr: Tr, pause: Span) -> Option<String> {
    match pause {
        Span::None => None,
        Span::Days(days) => Some(tr.t1("matching-decline-pause", "days", days)),
        Span::Open => Some(tr.t("matching-decline-pause-open")),
    }
}
