//! The class with its evidence, and what follows, in the reader's words.

use chrono::NaiveDate;
use entity::{courses::CourseClass, referrals::Reason};
use sea_orm::Iterable;

use super::consequences::{after, not_before};
use crate::{
    course::ClassEvidence,
    language::Tr,
    reason::{Consequences, Declared, Occasion, Span, sentences},
    word::{Choice, Worded},
};

/// What the class of a course rests on, ready to be shown: rule, evidence and decision side by side.
#[derive(Clone, Debug)]
pub struct EvidenceView {
    pub held: u32,
    pub planned_end: String,
    pub ended: String,
    /// How the rule counts it.
    pub rule: String,
    /// Why the rule says so.
    pub because: String,
    /// How staff count it; empty when they leave it to the rule.
    pub decided: String,
    pub decided_because: String,
}

impl EvidenceView {
    pub fn of(tr: Tr, evidence: &ClassEvidence) -> Self {
        let decided = evidence.override_class.map(|class| class_text(tr, class, evidence.held));
        Self {
            held: evidence.held,
            planned_end: tr.date(&evidence.planned_end_on),
            ended: tr.date(&evidence.ended_on),
            rule: class_text(tr, evidence.rule_class, evidence.held),
            because: tr.t(because(evidence)),
            decided: decided.unwrap_or_default(),
            decided_because: evidence.override_reason.clone().unwrap_or_default(),
        }
    }
}

/// The word for a class; an interruption says whether the two ever met.
pub fn class_text(tr: Tr, class: CourseClass, held: u32) -> String {
    tr.t(match class {
        CourseClass::Completed => "course-class-completed",
        CourseClass::EndedEarly => "course-class-ended-early",
        CourseClass::Interrupted if held == 0 => "course-class-never-met",
        CourseClass::Interrupted => "course-class-after-meeting",
    })
}

fn because(evidence: &ClassEvidence) -> &'static str {
    match evidence.rule_class {
        CourseClass::Completed => "course-because-completed",
        CourseClass::EndedEarly => "course-because-ended-early",
        CourseClass::Interrupted if evidence.held == 0 => "course-because-never-met",
        CourseClass::Interrupted => "course-because-after-meeting",
    }
}

/// What follows, one sentence each; a rest is told with the first day after it.
pub fn follows_texts(tr: Tr, follows: Consequences, ended_on: NaiveDate) -> Vec<String> {
    let mut texts = sentences(tr, Occasion::CourseEnded, Consequences { rest: Span::None, ..follows });
    if let Some(day) = not_before(follows, ended_on) {
        texts.insert(1, tr.t1("course-follows-rest", "date", tr.date(&day)));
    }
    texts
}

/// Every reason, each with what follows it now.
pub fn reasons(tr: Tr, declared: &Declared, ended_on: NaiveDate) -> Vec<Choice> {
    let choice = |reason: Reason| {
        let hint = follows_texts(tr, after(declared, reason), ended_on).join(" ");
        reason.choice_as(tr, "course-reason").hint(hint)
    };
    Reason::iter().map(choice).collect()
}

/// The classes that staff may choose.
pub fn classes(tr: Tr) -> Vec<Choice> {
    CourseClass::choices(tr)
}
