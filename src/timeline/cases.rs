//! Referrals, proposals and courses, each with the days that it has.

use super::{
    around::{Around, CourseWith, ProposalWith},
    entry::{Entry, Kind, Place, When},
};
use crate::language::Tr;

/// Sent, answered, withdrawn, closed.
pub fn referrals(tr: Tr, around: &Around) -> Vec<Entry> {
    let mut entries = Vec::new();
    for referral in &around.referrals {
        let reason = referral.decline_reason.or(referral.not_started_reason);
        let has_course = around.courses.iter().any(|with| with.course.referral_id == referral.id);
        let closed = if has_course { "timeline-closed-after" } else { "timeline-closed" };
        let days = [
            (Some(referral.referred_on), "timeline-referred", Place::First),
            (referral.accepted_on, "timeline-accepted", Place::First),
            (referral.declined_on, "timeline-declined", Place::Last),
            (referral.withdrawn_on, "timeline-withdrawn", Place::Last),
        ];
        for (day, key, place) in days.into_iter().chain([(referral.closed_on, closed, Place::Last)]) {
            let Some(day) = day else { continue };
            let is_no = matches!(key, "timeline-declined" | "timeline-closed");
            let entry = Entry::new(Kind::Referral, When::On(day), tr.t(key)).placed(place);
            let entry = entry.told_barely().because(tr, reason.filter(|_| is_no));
            entries.push(entry.href(format!("/referrals/{}", referral.id)));
        }
    }
    entries
}

/// Proposed, what each side said, and over.
pub fn proposals(tr: Tr, around: &Around) -> Vec<Entry> {
    around.proposals.iter().flat_map(|with| proposal(tr, with)).collect()
}

fn proposal(tr: Tr, ProposalWith { proposal, mentor }: &ProposalWith) -> Vec<Entry> {
    let is_begun = proposal.mentee_accepted_at.is_some();
    let moments = [
        (Some(proposal.proposed_at), "timeline-proposed", "timeline-bare-proposed"),
        (proposal.mentor_accepted_at, "timeline-mentor-accepted", "timeline-bare-mentor-accepted"),
        (proposal.mentee_accepted_at, "timeline-mentee-accepted", "timeline-bare-mentee-accepted"),
        (proposal.closed_at.filter(|_| !is_begun), "timeline-proposal-over", "timeline-bare-proposal-over"),
    ];
    let entry = |(at, key, bare): (Option<_>, &str, &str)| {
        let entry = Entry::new(Kind::Proposal, When::At(at?), tr.t1(key, "mentor", mentor.as_str()));
        Some(entry.told_as(tr.t(bare)).href(format!("/proposals/{}", proposal.id)))
    };
    moments.into_iter().filter_map(entry).collect()
}

/// Begun and ended.
pub fn courses(tr: Tr, around: &Around) -> Vec<Entry> {
    around.courses.iter().flat_map(|with| course(tr, around, with)).collect()
}

fn course(tr: Tr, around: &Around, CourseWith { course, mentor }: &CourseWith) -> Vec<Entry> {
    let days = [
        (Some(course.matched_on), "timeline-course-begun", "timeline-bare-course-begun", Place::First),
        (course.ended_on, "timeline-course-ended", "timeline-bare-course-ended", Place::Ending),
    ];
    // It begins with the yes of the young person.
    let proposal = around.proposals.iter().find(|with| course.proposal_id == Some(with.proposal.id));
    let agreed_at = proposal.and_then(|with| with.proposal.mentee_accepted_at);
    let entry = |(day, key, bare, place): (Option<_>, &str, &str, Place)| {
        let entry = Entry::new(Kind::Course, When::On(day?), tr.t1(key, "mentor", mentor.as_str())).placed(place);
        let entry = match agreed_at.filter(|_| place == Place::First) {
            Some(at) => entry.came_with(at),
            None => entry,
        };
        let entry = entry.told_as(tr.t(bare));
        let note = course.ending_note.as_deref().filter(|_| key == "timeline-course-ended");
        Some(entry.words(note).href(format!("/courses/{}", course.id)))
    };
    days.into_iter().filter_map(entry).collect()
}
