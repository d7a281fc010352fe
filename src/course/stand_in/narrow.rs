//! The page of a course for whoever stands in: what was written before their first day is left out, and all that decides.

use chrono::{DateTime, Utc};

use super::{Part, WhoMeets};
use crate::{
    clock::local_date,
    course::{
        Mentoring,
        pages::{CoursePage, Expected},
        view::Read,
    },
};

/// What was read of a course, as far as somebody with this part is to see it. A mentor is asked nothing of what somebody else met for.
pub fn narrowed(part: &Part, by: Mentoring<'_>, who: &WhoMeets, now: DateTime<Utc>, read: Read) -> Read {
    if by.is_staff() {
        return read;
    }
    let (mut read, today) = (read, local_date(now));
    let id = read.case.course.id;
    read.planned.all.retain(|planned| {
        let day = local_date(planned.starts_at);
        let is_asked = who.asked(id, day, today) == by.mentor_id();
        part.meets_on(day) && (planned.starts_at > now || is_asked)
    });
    if part.decides() {
        return read;
    }
    for meeting in read.meetings.iter_mut().filter(|meeting| !part.reads_note_of(meeting, by)) {
        meeting.note = None;
    }
    for spell in read.spells.iter_mut().filter(|spell| !part.reads_of(spell.from_on)) {
        spell.reason.clear();
    }
    read.notes.retain(|note| part.reads_of(local_date(note.written_at)));
    read.expectations.clear();
    read.onward = None;
    read.case.handed_over = None;
    read
}

/// The page without what decides.
pub fn without_deciding(part: &Part, now: DateTime<Utc>, page: CoursePage) -> CoursePage {
    if part.decides() {
        return page;
    }
    let meets_today = part.meets_on(local_date(now));
    CoursePage {
        may_act: false,
        may_confirm: false,
        has_versions: false,
        onward: None,
        expected: Expected::default(),
        may_tap: page.may_tap && meets_today,
        quick: page.quick.filter(|_| meets_today),
        ..page
    }
}
