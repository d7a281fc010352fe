//! What follows, in plain words.

use entity::reason_consequences::{Occasion, Onward};

use super::{Consequences, Span};
use crate::language::Tr;

/// What follows on this occasion, one sentence each.
pub fn sentences(tr: Tr, occasion: Occasion, follows: Consequences) -> Vec<String> {
    let mut said = vec![onward(tr, occasion, follows.onward)];
    said.extend(rest(tr, occasion, follows.rest));
    said.extend(pause(tr, follows.pause));
    said
}

/// What becomes of the referral.
pub fn onward(tr: Tr, occasion: Occasion, onward: Onward) -> String {
    tr.t(match (onward, occasion) {
        (Onward::Queue, Occasion::CourseEnded) => "reason-follows-back-to-queue",
        (Onward::Queue, _) => "reason-follows-waits-on",
        (Onward::TalkFirst, _) => "reason-follows-talk",
        (Onward::Close, _) => "reason-follows-close",
    })
}

fn rest(tr: Tr, occasion: Occasion, rest: Span) -> Option<String> {
    let is_course = occasion == Occasion::CourseEnded;
    match rest {
        Span::None => None,
        Span::Days(days) if is_course => Some(tr.t1("reason-follows-young-rests", "days", days)),
        Span::Days(days) => Some(tr.t1("reason-follows-pair-rests", "days", days)),
        Span::Open => Some(tr.t("reason-follows-pair-never")),
    }
}

fn pause(tr: Tr, pause: Span) -> Option<String> {
    match pause {
        Span::None => None,
        Span::Days(days) => Some(tr.t1("reason-follows-pause", "days", days)),
        Span::Open => Some(tr.t("reason-follows-pause-open")),
    }
}
