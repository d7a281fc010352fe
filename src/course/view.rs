//! The page of a course out of its rows, for staff or for its mentor.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    CourseAgreement, Expectation, Goal, Meeting, MeetingQuestion, Note, OnwardPlan, courses::CourseClass,
    expectations::ExpectingSide, meetings::Attendance,
};

use super::{
    Case, ClassEvidence, Mentoring,
    agreement::{Confirmed, GoalForm, rhythm_in_words},
    did_you_meet::{AskedMentor, Unsettled},
    ending::{
        followed,
        views::{EvidenceView, follows_texts},
    },
    expectations::{Seen, seen},
    meeting::may_correct,
    onward::OnwardView,
    pages::{CoursePage, EndedView, Expected, Fact, MeetingRow, SpellRow},
    planned::{Agreed, Planned, Quick, Slots},
    schedule::{Spell, facts_of},
    state::state,
    steps::steps,
};
use crate::{
    clock::local_date,
    config::Rules,
    form::{ShownErrors, typed::readable_phone},
    language::{Tr, first_name, times},
    message::Correspondence,
    page::Ctx,
    referral,
    word::Worded,
};

/// Everything that was read of one course.
pub struct Read {
    pub case: Case,
    pub meetings: Vec<Meeting>,
    /// All that was ever agreed.
    pub planned: Planned,
    pub goals: Vec<Goal>,
    /// The versions of what they agreed, the one that holds first.
    pub agreed: Vec<CourseAgreement>,
    pub spells: Vec<Spell>,
    /// Whether they met: what the viewer is asked, or is to find out.
    pub questions: Vec<MeetingQuestion>,
    /// What staff noted for the mentor.
    pub notes: Vec<Note>,
    /// What both sides expect.
    pub expectations: Vec<Expectation>,
    /// What was said last of how it goes on.
    pub onward: Option<OnwardPlan>,
}

/// The page of the course. What a mentor may not see is not put into it.
pub fn course_page(ctx: Ctx, now: DateTime<Utc>, rules: &Rules, by: Mentoring<'_>, read: Read) -> CoursePage {
    let Read { case, meetings, planned, goals, agreed: versions, spells, questions, notes, expectations, onward } =
        read;
    let today = local_date(now);
    let (tr, course, is_staff) = (ctx.tr, &case.course, by.is_staff());
    let held_on = held_days(&meetings);
    let facts = facts_of(held_on.iter().copied(), &spells, today);
    let stands = state(course, &facts, rules, today);
    let is_running = stands.is_running();
    let is_hidden = (case.stopped_on.is_some() || case.contact_stopped) && !is_staff;
    let asked = |question: &MeetingQuestion| AskedMentor::new(tr, today, question, course.matched_on, String::new());
    let may_plan = is_running && !is_hidden && !case.contact_stopped;
    CoursePage {
        stopped_on: case.stopped_on.filter(|_| is_running),
        is_contact_stopped: is_running && case.contact_stopped,
        concerns: Vec::new(),
        may_act: is_running && !is_hidden,
        path: by.base(course.id),
        mentee_id: case.young_person_id,
        mentee: shown_name(&case.mentee_name, is_staff),
        badge: stands.badge_of(course),
        state: stands.label(tr),
        steps: steps(tr, course, stands, held_on.iter().min().copied(), facts.held),
        is_running,
        stand_ins: Vec::new(),
        is_paused: is_running && facts.is_paused,
        may_log: (is_running && !is_hidden) || is_staff,
        may_tap: may_plan && case.stopped_on.is_none() && !held_on.contains(&today) && course.matched_on <= today,
        agreed: if may_plan { Agreed::of_course(tr, (now, by), &planned, &questions) } else { Agreed::default() },
        asked: if is_staff || !may_plan { Vec::new() } else { questions.iter().map(asked).collect() },
        unsettled: questions
            .iter()
            .filter(|_| is_staff && course.ended_on.is_none())
            .map(|one| Unsettled::new(tr, one))
            .collect(),
        quick: may_plan.then(|| Quick::of(tr, &Slots::of(now, &planned.all, &held_on))),
        people: if is_hidden { Vec::new() } else { people(tr, &case, is_staff) },
        for_mentor: case.for_mentor.clone().filter(|_| !is_hidden).unwrap_or_default(),
        notes: if is_running && !is_hidden { notes } else { Vec::new() },
        expected: expected(tr, is_staff, expectations, facts.held, (is_running, is_hidden)),
        handed_over: case.handed_over.clone().filter(|_| !is_hidden).unwrap_or_default(),
        agreement: agreement(tr, &case, versions.first()),
        confirmed: versions.first().map(|version| Confirmed::of(tr, version)),
        may_confirm: is_running && !is_hidden && by.is_mentor(),
        has_versions: versions.len() > 1,
        goal_form: GoalForm::default(),
        errors: ShownErrors::default(),
        meetings: meetings.iter().map(|meeting| meeting_row(tr, by, is_running && !is_hidden, meeting)).collect(),
        goals,
        spells: spells.iter().map(|spell| spell_row(tr, spell)).collect(),
        onward: (!is_hidden && (is_running || is_staff)).then(|| OnwardView::of(tr, course, onward.as_ref())),
        ended: if is_staff { ended_view(tr, &case, facts.held) } else { None },
        seen_to: None,
        silence: Vec::new(),
        follow_ups: None,
        troubles: Vec::new(),
        mail: Correspondence::default(),
        has_certificate: !is_running && facts.held > 0,
        is_staff,
        ctx,
    }
}

fn held_days(meetings: &[Meeting]) -> Vec<NaiveDate> {
    let held = meetings.iter().filter(|meeting| meeting.attendance == Attendance::Held);
    held.map(|meeting| meeting.held_on).collect()
}

/// What the reader may see of what the two expect, and whether they are still to answer themselves.
fn expected(
    tr: Tr,
    is_staff: bool,
    all: Vec<Expectation>,
    held: u32,
    (is_running, is_hidden): (bool, bool),
) -> Expected {
    if is_hidden {
        return Expected::default();
    }
    if is_staff {
        let of = |one: Expectation| match one.side {
            ExpectingSide::Mentor => (tr.t("expectation-of-mentor"), one),
            ExpectingSide::YoungPerson => (tr.t("expectation-of-young-person"), one),
        };
        let lacks = |side: ExpectingSide| is_running && held == 0 && all.iter().all(|one| one.side != side);
        let missing = [
            (ExpectingSide::Mentor, "expectation-missing-mentor"),
            (ExpectingSide::YoungPerson, "expectation-missing-young"),
        ];
        let missing = missing.into_iter().filter(|(side, _)| lacks(*side)).map(|(_, key)| tr.t(key)).collect();
        return Expected { shown: all.into_iter().map(of).collect(), missing, ..Expected::default() };
    }
    let Seen { own, other } = seen(all, ExpectingSide::Mentor, held > 0);
    let is_before = is_running && held == 0;
    Expected {
        is_asked: is_before && own.is_none(),
        is_awaited: is_before && own.is_some() && other.is_none(),
        shown: (own.map(|one| (tr.t("expectation-of-you"), one)).into_iter())
            .chain(other.map(|one| (tr.t("expectation-of-young-person"), one)))
            .collect(),
        missing: Vec::new(),
    }
}

/// A mentor knows the young person by the first name.
pub fn shown_name(name: &str, is_staff: bool) -> String {
    if is_staff { name.to_owned() } else { first_name(name).to_owned() }
}

/// How the young person is reached and met; for staff also who else is in it.
pub(super) fn people(tr: Tr, case: &Case, is_staff: bool) -> Vec<Fact> {
    let mut facts = contact(tr, &case.mentee_phone, &case.mentee_email);
    if let Some(preference) = &case.contact_preference {
        facts.push(Fact::new(tr.t("course-contact-preference"), preference.label_as(tr, "course-contact")));
    }
    let practical = referral::facts_of_meeting(tr, &case.practical);
    facts.extend(practical.into_iter().map(|fact| Fact::new(fact.label, fact.value)));
    if is_staff {
        facts.extend(mentor(tr, case));
        facts.push(Fact::new(tr.t("course-partner"), &case.partner_name));
        let referral = Fact::new(tr.t("course-referral"), tr.t("course-referral-see"));
        facts.push(referral.href(format!("/referrals/{}", case.course.referral_id)));
        if case.course.proposal_id.is_some() {
            let link = Fact::new(tr.t("course-made"), tr.t("course-made-see"));
            facts.push(link.href(format!("/courses/{}/match", case.course.id)));
        }
        if let Some(before) = case.course.rematch_of {
            let link = Fact::new(tr.t("course-rematch-of"), tr.t("course-rematch-of-see"));
            facts.push(link.href(format!("/courses/{before}")));
        }
    }
    facts
}

/// The mentor, as staff reach them.
fn mentor(tr: Tr, case: &Case) -> Vec<Fact> {
    let name = Fact::new(tr.t("course-mentor"), &case.mentor_name);
    let mut facts = vec![name.href(format!("/mentors/{}", case.course.mentor_id))];
    facts.extend(contact(tr, &case.mentor_phone, &Some(case.mentor_email.clone())));
    if let Some(preference) = &case.mentor_contact_preference {
        facts.push(Fact::new(tr.t("course-mentor-contact"), preference.label_as(tr, "course-contact")));
    }
    if let Some(times) = &case.mentor_times {
        facts.push(Fact::new(tr.t("course-mentor-times"), times::names(tr, &times.0)));
    }
    facts
}

fn contact(tr: Tr, phone: &Option<String>, email: &Option<String>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(phone) = phone {
        facts.push(Fact::new(tr.t("course-phone"), readable_phone(phone)).href(format!("tel:{phone}")));
    }
    if let Some(email) = email {
        facts.push(Fact::new(tr.t("course-email"), email).href(format!("mailto:{email}")));
    }
    facts
}

fn agreement(tr: Tr, case: &Case, holds: Option<&CourseAgreement>) -> Vec<Fact> {
    let course = &case.course;
    let mut facts = Vec::new();
    let texts =
        [("course-goal", &course.goal), ("course-roles", &course.role_agreement), ("course-rhythm", &course.rhythm)];
    for (key, text) in texts {
        if let Some(text) = text {
            facts.push(Fact::new(tr.t(key), text));
        }
    }
    if let Some(days) = course.rhythm_days {
        facts.push(Fact::new(tr.t("course-rhythm-every"), rhythm_in_words(tr, days)));
    }
    let besides = holds.map(|holds| [("course-between", &holds.contact), ("course-complaints", &holds.complaints)]);
    for (key, text) in besides.into_iter().flatten() {
        facts.extend(text.as_ref().map(|text| Fact::new(tr.t(key), text)));
    }
    facts.push(Fact::new(tr.t("course-planned-end"), tr.date(&course.planned_end_on)));
    facts
}

fn meeting_row(tr: Tr, by: Mentoring<'_>, is_open: bool, meeting: &Meeting) -> MeetingRow {
    let minutes =
        meeting.minutes.filter(|minutes| *minutes > 0).map(|minutes| tr.t1("course-minutes", "minutes", minutes));
    let channel = meeting.channel.map(|channel| channel.label(tr));
    let how: Vec<String> = minutes.into_iter().chain(channel).collect();
    let may_edit = may_correct(by, meeting) && (is_open || by.is_staff());
    let edit = if may_edit { format!("{}/meetings/{}", by.base(meeting.course_id), meeting.id) } else { String::new() };
    MeetingRow {
        day: tr.date(&meeting.held_on),
        badge: if meeting.attendance == Attendance::Held { "good" } else { "quiet" },
        attendance: meeting.attendance.label(tr),
        how: how.join(" · "),
        note: meeting.note.clone().unwrap_or_default(),
        edit,
    }
}

fn spell_row(tr: Tr, spell: &Spell) -> SpellRow {
    let from = tr.date(&spell.from_on);
    let text = match (spell.is_pause(), &spell.until_on) {
        (true, Some(until)) => tr.t2("course-spell-pause", "from", from, "until", tr.date(until)),
        (true, None) => tr.t1("course-spell-pause-open", "from", from),
        (false, Some(until)) => tr.t2("course-spell-extended", "from", from, "until", tr.date(until)),
        (false, None) => from,
    };
    SpellRow { text, reason: spell.reason.clone() }
}

fn ended_view(tr: Tr, case: &Case, held: u32) -> Option<EndedView> {
    let evidence = ClassEvidence::of(&case.course, held)?;
    let follows = followed(&case.course).map(|follows| follows_texts(tr, follows, evidence.ended_on));
    Some(EndedView {
        told: told(tr, case, evidence.class()),
        follows: follows.unwrap_or_default(),
        awaits_partner: case.talk_asked_on.is_some() && case.next_course_id.is_none(),
        next: case.next_course_id.map(|next| format!("/courses/{next}")).unwrap_or_default(),
        evidence: EvidenceView::of(tr, &evidence),
    })
}

fn told(tr: Tr, case: &Case, class: CourseClass) -> Vec<Fact> {
    let course = &case.course;
    let mut facts = Vec::new();
    if let Some(by) = &course.ended_by {
        facts.push(Fact::new(tr.t("course-ended-by"), by.label(tr)));
    }
    if let Some(reason) = course.interruption_reason.filter(|_| class != CourseClass::Completed) {
        facts.push(Fact::new(tr.t("course-end-reason"), reason.label_as(tr, "course-reason")));
    }
    if let Some(note) = &course.ending_note {
        facts.push(Fact::new(tr.t("course-ending-note"), note));
    }
    let ways = Fact::new(tr.t("course-ways"), tr.t("course-ways-see"));
    facts.push(ways.href(format!("/young-people/{}/ways", case.young_person_id)));
    facts
}
