//! What the list, the page of a course, its history and the certificate show.

use askama::Template;
use chrono::NaiveDate;
use entity::{Expectation, Goal, Note, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::{
    agreement::{Confirmed, GoalForm},
    did_you_meet::{AskedMentor, Unsettled},
    ending::views::EvidenceView,
    follow_up::FollowUps,
    list::CoursesFilter,
    onward::OnwardView,
    planned::{Agreed, Quick},
    silence::Taken,
    stand_in::Period,
};
use crate::{
    duty::SeenTo,
    form::ShownErrors,
    list::{Asked, Found},
    message::{Correspondence, Trouble},
    page::{Ctx, Event, Step},
    record::{Revealed, Reveals},
    word::Choice,
};

#[derive(Template)]
#[template(path = "course/courses.html")]
pub struct CoursesPage {
    pub ctx: Ctx,
    /// A mentor sees only the own courses, without whom they are with.
    pub is_staff: bool,
    pub query: Asked<CoursesFilter>,
    pub errors: ShownErrors,
    pub list: Found<CourseRow>,
    pub states: Vec<Choice>,
    pub needs: Vec<Choice>,
    pub partners: Vec<Choice>,
    pub whose: Vec<Choice>,
}

pub struct CourseRow {
    pub path: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub mentor: String,
    pub partner: String,
    pub matched: String,
    pub end: String,
    pub held: u32,
    pub last_held: String,
    pub badge: &'static str,
    pub state: String,
    pub responsible: String,
    /// Whether the reader stands in for its mentor.
    pub is_stood_in: bool,
}

#[derive(Template)]
#[template(path = "course/course.html")]
pub struct CoursePage {
    pub ctx: Ctx,
    pub is_staff: bool,
    pub path: String,
    pub mentee_id: Uuid,
    /// The whole name for staff, the first name for the mentor.
    pub mentee: String,
    pub badge: &'static str,
    pub state: String,
    pub steps: Vec<Step>,
    pub is_running: bool,
    /// Who stands in for the mentor, now or soon.
    pub stand_ins: Vec<Period>,
    /// Since when the young person says no to a mentor, while the course still runs.
    pub stopped_on: Option<NaiveDate>,
    /// Whether staff have stopped contact between the two, while the course runs.
    pub is_contact_stopped: bool,
    /// The open concerns of the course that the reader may read.
    pub concerns: Vec<Uuid>,
    /// Whether the reader may do something to the course that runs.
    pub may_act: bool,
    pub is_paused: bool,
    /// Whether a meeting can be added.
    pub may_log: bool,
    /// Whether the one tap is offered: nobody has said yet that they met today.
    pub may_tap: bool,
    /// What the two have agreed to come to, and what came of it is not told.
    pub agreed: Agreed,
    /// What the mentor is asked.
    pub asked: Vec<AskedMentor>,
    /// What staff are to find out.
    pub unsettled: Vec<Unsettled>,
    /// A meeting agreed in three taps, where somebody may.
    pub quick: Option<Quick>,
    pub people: Vec<Fact>,
    pub for_mentor: String,
    /// What staff noted for the mentor, while the course runs.
    pub notes: Vec<Note>,
    /// What the two expect of each other.
    pub expected: Expected,
    pub handed_over: String,
    pub agreement: Vec<Fact>,
    /// The version of the agreement that holds, with who has confirmed it.
    pub confirmed: Option<Confirmed>,
    /// Whether the reader is the one whose confirmation may be missing.
    pub may_confirm: bool,
    pub has_versions: bool,
    pub goals: Vec<Goal>,
    /// For a new step.
    pub goal_form: GoalForm,
    pub errors: ShownErrors,
    pub meetings: Vec<MeetingRow>,
    pub spells: Vec<SpellRow>,
    /// What comes after it; nothing where the reader cannot write it and nobody has.
    pub onward: Option<OnwardView>,
    /// For staff, once it has ended.
    pub ended: Option<EndedView>,
    pub has_certificate: bool,
    /// What was done when the young person fell silent, for staff.
    pub silence: Vec<Taken>,
    /// Who of staff sees to it, for staff.
    pub seen_to: Option<SeenTo>,
    /// Whom to call and what was said, for staff.
    pub follow_ups: Option<FollowUps>,
    /// Letters about it that did not arrive, for staff.
    pub troubles: Vec<Trouble>,
    /// What was sent about it, for staff.
    pub mail: Correspondence,
}

impl CoursePage {
    /// Where it is handed over.
    fn duty_path(&self) -> String {
        self.path.replacen("/courses/", "/handovers/course/", 1)
    }
}

/// What the reader may see of what the two expect.
#[derive(Default)]
pub struct Expected {
    /// Each with whose it is.
    pub shown: Vec<(String, Expectation)>,
    /// Whether the reader is to answer.
    pub is_asked: bool,
    /// Whether the other side is.
    pub is_awaited: bool,
    /// For staff: who has not answered, before the two have met. They can be asked again.
    pub missing: Vec<String>,
}

/// Something known; `href` makes it a link and may be empty.
pub struct Fact {
    pub label: String,
    pub value: String,
    pub href: String,
}

impl Fact {
    pub fn new(label: String, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), href: String::new() }
    }

    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = href.into();
        self
    }
}

pub struct MeetingRow {
    pub day: String,
    pub badge: &'static str,
    pub attendance: String,
    /// Minutes and channel, as far as they were told.
    pub how: String,
    pub note: String,
    /// Where it is corrected; empty for whoever may not.
    pub edit: String,
}

/// A pause or an extension.
pub struct SpellRow {
    pub text: String,
    pub reason: String,
}

pub struct EndedView {
    pub evidence: EvidenceView,
    pub told: Vec<Fact>,
    pub follows: Vec<String>,
    /// Staff have to talk to the partner and decide.
    pub awaits_partner: bool,
    /// The course after this one; empty when none followed.
    pub next: String,
}

#[derive(Template)]
#[template(path = "course/history.html")]
pub struct HistoryPage {
    pub ctx: Ctx,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub changes: Vec<Event>,
}

#[derive(Template)]
#[template(path = "course/certificate.html")]
pub struct CertificatePage {
    pub ctx: Ctx,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentor: String,
    pub from: String,
    pub to: String,
    pub held: u32,
    pub today: String,
}

impl Reveals for CoursesPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.mentee_id))
    }
}

impl Reveals for CoursePage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for HistoryPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for CertificatePage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}
